//go:build darwin || dragonfly || freebsd || illumos || linux || netbsd || openbsd

package related

import (
	"errors"
	"os"
	"syscall"
)

// lockFile takes the lock of an open file, which lasts until it is closed or the
// process ends.
func lockFile(f *os.File) error {
	for {
		err := syscall.Flock(int(f.Fd()), syscall.LOCK_EX|syscall.LOCK_NB)
		switch {
		case err == nil:
			return nil
		case errors.Is(err, syscall.EINTR):
		case errors.Is(err, syscall.EWOULDBLOCK):
			return ErrInUse
		default:
			return &os.PathError{Op: "flock", Path: f.Name(), Err: err}
		}
	}
}

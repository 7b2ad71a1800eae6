//go:build unix

package related

import (
	"fmt"
	"os"
	"syscall"
)

// mapFile returns the content of a file, mapped into memory for as long as the
// process lives.
func mapFile(name string) ([]byte, error) {
	f, err := os.Open(name)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	info, err := f.Stat()
	if err != nil {
		return nil, err
	}
	if info.Size() == 0 || info.Size() != int64(int(info.Size())) || !info.Mode().IsRegular() {
		return nil, fmt.Errorf("%s: %w: %d bytes", name, ErrFormat, info.Size())
	}
	data, err := syscall.Mmap(int(f.Fd()), 0, int(info.Size()), syscall.PROT_READ, syscall.MAP_SHARED)
	if err != nil {
		return nil, &os.PathError{Op: "mmap", Path: name, Err: err}
	}
	return data, nil
}

//go:build unix

package related

import (
	"fmt"
	"os"
	"runtime"
	"syscall"
)

// mapFile returns the content of a file, mapped into memory for as long as the
// mapping can be reached.
func mapFile(name string) ([]byte, *mapping, error) {
	f, err := os.Open(name)
	if err != nil {
		return nil, nil, err
	}
	defer f.Close()
	info, err := f.Stat()
	if err != nil {
		return nil, nil, err
	}
	if info.Size() == 0 || info.Size() != int64(int(info.Size())) || !info.Mode().IsRegular() {
		return nil, nil, fmt.Errorf("%w: %s: %d bytes", ErrFormat, name, info.Size())
	}
	data, err := syscall.Mmap(int(f.Fd()), 0, int(info.Size()), syscall.PROT_READ, syscall.MAP_SHARED)
	if err != nil {
		return nil, nil, &os.PathError{Op: "mmap", Path: name, Err: err}
	}
	m := &mapping{data}
	runtime.AddCleanup(m, func(data []byte) { syscall.Munmap(data) }, data)
	return data, m, nil
}

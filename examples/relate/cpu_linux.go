package main

import (
	"syscall"
	"time"
	"unsafe"
)

// processCPU returns the processor time of the process, threadCPU that of the
// calling thread.
func processCPU() time.Duration { return clock(2) }
func threadCPU() time.Duration  { return clock(3) }

// clock reads a clock of clock_gettime(2).
func clock(id uintptr) time.Duration {
	var t syscall.Timespec
	if _, _, errno := syscall.RawSyscall(syscall.SYS_CLOCK_GETTIME, id, uintptr(unsafe.Pointer(&t)), 0); errno != 0 {
		return 0
	}
	return time.Duration(t.Nano())
}

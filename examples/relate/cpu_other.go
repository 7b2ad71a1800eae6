//go:build !linux

package main

import "time"

// processCPU and threadCPU are not known here.
func processCPU() time.Duration { return 0 }
func threadCPU() time.Duration  { return 0 }

//go:build !unix

package main

import "time"

var start = time.Now()

// cpuTime returns the time since the start, where the system has no better.
func cpuTime() time.Duration { return time.Since(start) }

//go:build race

package render

// The race detector makes sync.Pool forget, so that allocations don't count.
const raceEnabled = true

//go:build race

package viet

// Under the race detector the exhaustive tests take one case in so many.
const oneIn = 29

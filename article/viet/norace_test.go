//go:build !race

package viet

const oneIn = 1

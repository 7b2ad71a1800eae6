// Package a11y helps pages be readable by everyone.
package a11y

// Package markdown reads what render writes as Markdown with goldmark. It is a
// package apart, so that the tables of goldmark are no part of the heap that the
// benchmarks of package versus run in.
package markdown

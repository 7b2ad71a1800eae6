//go:build !unix

package related

import "os"

// mapFile returns the content of a file.
func mapFile(name string) ([]byte, error) { return os.ReadFile(name) }

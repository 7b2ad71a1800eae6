//go:build !unix

package related

import "os"

// mapFile returns the content of a file.
func mapFile(name string) ([]byte, *mapping, error) {
	data, err := os.ReadFile(name)
	return data, nil, err
}

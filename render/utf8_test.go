package render

import (
	"strings"
	"testing"
	"unicode/utf8"
)

// isValid is utf8.ValidString: for every pair of bytes that may begin a character
// with every byte after it, for every character, and at every place in a word.
func TestIsValid(t *testing.T) {
	check := func(s string) {
		if got, want := isValid(s), utf8.ValidString(s); got != want {
			t.Fatalf("isValid(%q) = %v, want %v", s, got, want)
		}
	}
	edges := []byte{0x00, 0x41, 0x7f, 0x80, 0x8f, 0x90, 0x9f, 0xa0, 0xbf, 0xc0, 0xc2, 0xff}
	for a := range 256 {
		for b := range 256 {
			check(string([]byte{byte(a), byte(b)}))
			for _, c := range edges {
				for _, d := range edges {
					check(string([]byte{byte(a), byte(b), c, d}))
				}
			}
		}
	}
	for r := range rune(utf8.MaxRune + 1) {
		check(string(r))
	}
	for _, part := range []string{"ộ", "\xe1\xbb", "\xf0\x9f\x98\x80", "\xed\xa0\x80", "\xff"} {
		for n := range 20 {
			check(strings.Repeat("a", n) + part + strings.Repeat("b", 19-n))
			check(strings.Repeat("ộ", n) + part)
		}
	}
}

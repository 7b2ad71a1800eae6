package viet

import (
	"strings"
	"testing"
	"unicode/utf8"
)

// everyRune yields every character: under the race detector those below U+0400 and
// one in so many of the others.
func everyRune(yield func(rune) bool) {
	for r := rune(0); r <= utf8.MaxRune; r++ {
		if r >= 0x400 && r%oneIn != 0 || r >= 0xD800 && r < 0xE000 {
			continue
		}
		if !yield(r) {
			return
		}
	}
}

// ValidString is utf8.ValidString: for every pair of bytes that may begin a character
// with every byte after it, for every character, and at every place in a word.
func TestValidString(t *testing.T) {
	check := func(s string) {
		if got, want := ValidString(s), utf8.ValidString(s); got != want {
			t.Fatalf("ValidString(%q) = %v, want %v", s, got, want)
		}
	}
	for at := range 9 { // each two bytes at each place of a block of eight
		b := []byte(strings.Repeat("x", at) + "..")
		for i := 0; i < 1<<16; i += oneIn {
			b[at], b[at+1] = byte(i), byte(i>>8)
			check(string(b))
			check(string(b) + "\x80")
			check(string(b) + "\x80\x80")
		}
	}
	pieces := []string{
		"a", "\x00", "\x7f", "é", "ế", "\ufeff", "\uffff", "😀", "\u200b", "\ufdd0", "\U0001fffe",
		"\x80", "\xbf", "\xc0", "\xc1", "\xc3", "\xe0\x9f", "\xe0\xa0", "\xed\x9f\xbf", "\xed\xa0\x80", "\xef\xbb",
		"\xf0\x8f\xbf\xbf", "\xf0\x90\x80\x80", "\xf4\x8f\xbf\xbf", "\xf4\x90\x80\x80", "\xf5", "\xff",
	}
	for _, a := range pieces {
		for _, b := range pieces {
			for n := range 6 {
				check(a + strings.Repeat("ế", n) + b)
			}
			for _, c := range pieces {
				check(a + b + c)
			}
		}
	}
	edges := []byte{0x00, 0x41, 0x7f, 0x80, 0x8f, 0x90, 0x9f, 0xa0, 0xbf, 0xc0, 0xc2, 0xff}
	for a := range 256 {
		for b := a % oneIn; b < 256; b += oneIn {
			check(string([]byte{byte(a), byte(b)}))
			for _, c := range edges {
				for _, d := range edges {
					check(string([]byte{byte(a), byte(b), c, d}))
				}
			}
		}
	}
	// A byte of each class of RFC 3629, four of them, at each place of a text whose
	// halves meet there.
	classes := []byte{0x41, 0x80, 0x90, 0xa0, 0xc0, 0xc3, 0xe0, 0xe1, 0xed, 0xf0, 0xf1, 0xf4, 0xf5}
	for i := 0; i < 13*13*13*13; i += oneIn {
		four := string([]byte{classes[i%13], classes[i/13%13], classes[i/169%13], classes[i/2197]})
		for n := range 7 {
			check(strings.Repeat("ế", n) + four + strings.Repeat("a", 7-n))
		}
	}
	for r := range everyRune {
		check(string(r))
	}
	for _, part := range []string{"ộ", "\xe1\xbb", "\xf0\x9f\x98\x80", "\xed\xa0\x80", "\xff"} {
		for n := range 20 {
			check(strings.Repeat("a", n) + part + strings.Repeat("b", 19-n))
			check(strings.Repeat("ộ", n) + part)
		}
	}
}

package viet

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// ToLower returns s in lower case. The letters of Vietnamese have simple case
// pairs, so this is strings.ToLower, named here for completeness: composed and
// decomposed text keep their form, and I becomes i whatever the locale.
func ToLower(s string) string { return strings.ToLower(s) }

// ToUpper returns s in upper case; see [ToLower].
func ToUpper(s string) string { return strings.ToUpper(s) }

// Capitalize returns s with its first letter in upper case, and the rest as it
// is: "đắk Lắk" becomes "Đắk Lắk". Quotes and brackets before the first letter
// are passed over; a text that starts with a digit stays.
func Capitalize(s string) string {
	for i, r := range s {
		switch {
		case isLetter(r):
			return raise(s, i)
		case unicode.IsNumber(r):
			return s
		}
	}
	return s
}

// raise returns s with the letter at s[i:] in upper case.
func raise(s string, i int) string {
	r, size := decode(s[i:])
	u := unicode.ToTitle(r)
	if u == r {
		return s
	}
	return s[:i] + string(u) + s[i+size:]
}

// Title returns s with the first letter of every word in upper case: "bà rịa -
// vũng tàu" becomes "Bà Rịa - Vũng Tàu". The other letters stay as they are,
// and so do words that begin with a digit (19h30) or have a capital of their
// own (iPhone, TP.HCM). A hyphen or a slash begins a new word, an apostrophe
// doesn't.
func Title(s string) string {
	var out []byte
	done := 0
	for i := 0; i < len(s); {
		r, size := decode(s[i:])
		if !isLetter(r) && !isNumeric(r) {
			i += size
			continue
		}
		end := letterRun(s, i)
		for end < len(s) {
			n := apostrophe(s[end:])
			if n == 0 || letterRun(s, end+n) == end+n {
				break
			}
			end = letterRun(s, end+n)
		}
		if u := unicode.ToTitle(r); u != r && strings.IndexFunc(s[i:end], unicode.IsUpper) < 0 {
			out = append(out, s[done:i]...)
			out = utf8.AppendRune(out, u)
			done = i + size
		}
		i = end
	}
	if done == 0 {
		return s
	}
	return string(append(out, s[done:]...))
}

package viet

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// ToLower returns s in lower case. The letters of Vietnamese have simple case
// pairs, so this is strings.ToLower, in less time: composed and decomposed text
// keep their form, I becomes i whatever the locale, and bytes that are not UTF-8
// become U+FFFD. It returns s itself, without allocating, if s is in lower case.
func ToLower(s string) string {
	var b strings.Builder
	done := 0 // s[:done] is in b
	for i := 0; i < len(s); {
		if c := s[i]; c < utf8.RuneSelf && (c < 'A' || c > 'Z') {
			i++
			continue
		}
		r, size := decode(s[i:])
		if l := lower(r); l != r || r == utf8.RuneError && size == 1 {
			if done == 0 {
				b.Grow(len(s))
			}
			b.WriteString(s[done:i])
			b.WriteRune(l)
			done = i + size
		}
		i += size
	}
	if done == 0 {
		return s
	}
	b.WriteString(s[done:])
	return b.String()
}

// lower returns r in lower case.
func lower(r rune) rune {
	switch {
	case r < utf8.RuneSelf:
		if 'A' <= r && r <= 'Z' {
			r += 'a' - 'A'
		}
		return r
	case int(r) < len(latinCase):
		return rune(latinCase[r].lower)
	case r >= 0x1E00 && int(r-0x1E00) < len(moreLatinCase):
		return rune(moreLatinCase[r-0x1E00].lower)
	}
	return unicode.ToLower(r)
}

// isUpper reports whether r is a capital.
func isUpper(r rune) bool {
	switch {
	case r < utf8.RuneSelf:
		return 'A' <= r && r <= 'Z'
	case int(r) < len(latinCase):
		return latinCase[r].upper
	case r >= 0x1E00 && int(r-0x1E00) < len(moreLatinCase):
		return moreLatinCase[r-0x1E00].upper
	}
	return unicode.IsUpper(r)
}

// A casing tells how a letter is written in lower case, and whether it is a capital.
type casing struct {
	lower uint16
	upper bool
}

// latinCase and moreLatinCase hold the letters below U+0250 and from U+1E00 on,
// among which are all of Vietnamese.
var latinCase, moreLatinCase = func() (low [0x250]casing, high [0x100]casing) {
	fill := func(table []casing, from rune) {
		for i := range table {
			r := from + rune(i)
			table[i] = casing{uint16(unicode.ToLower(r)), unicode.IsUpper(r)}
		}
	}
	fill(low[:], 0)
	fill(high[:], 0x1E00)
	return low, high
}()

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
	u := capital(r)
	if u == r {
		return s
	}
	return s[:i] + string(u) + s[i+size:]
}

// capital returns r as it begins a word: r itself if its capital is that of another
// letter, as with the µ of µm.
func capital(r rune) rune {
	if u := unicode.ToTitle(r); lower(u) == r {
		return u
	}
	return r
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
		if u := capital(r); u != r && strings.IndexFunc(s[i:end], isUpper) < 0 {
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

package viet

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

//go:generate go run gen_fold.go

// Fold returns the search key of s: lower case, no tone or other diacritical
// marks, đ as d, and the letters of other Latin alphabets as ASCII (ø as o, ß
// as ss, æ as ae). Canonically equivalent strings have the same key, so it
// doesn't matter whether s is composed, decomposed or typed in the mixed form
// of windows-1258.
//
// Digits, spaces, punctuation and symbols stay as they are; invisible
// characters (zero-width spaces and joiners, soft hyphens, variation
// selectors) vanish. Letters of other scripts lose their diacritical marks
// only where Unicode decomposes them (й to и). Fold is idempotent, never grows
// a string of Latin letters, and returns s itself if s is its own key.
// Invalid UTF-8 becomes U+FFFD.
func Fold(s string) string {
	if foldedPrefix(s) == len(s) {
		return s
	}
	var sb strings.Builder
	var buf [512]byte
	for rest := s; len(rest) > 0; {
		w, r, ok := foldFast(buf[:], rest)
		if !ok {
			return foldSlow(s)
		}
		if r == len(s) {
			return string(buf[:w])
		}
		if sb.Len() == 0 {
			sb.Grow(len(s))
		}
		sb.Write(buf[:w])
		rest = rest[r:]
	}
	return sb.String()
}

// AppendFold appends Fold(s) to dst and returns the extended slice.
func AppendFold(dst []byte, s string) []byte {
	mark := len(dst)
	rest := s
	var buf [512]byte
	for len(rest) > 0 {
		w, r, ok := foldFast(buf[:], rest)
		if !ok {
			return append(dst[:mark], foldSlow(s)...)
		}
		dst = append(dst, buf[:w]...)
		rest = rest[r:]
	}
	return dst
}

// foldedPrefix returns the length of the longest ASCII prefix of s that is
// its own search key.
func foldedPrefix(s string) int {
	for i := 0; i < len(s); i++ {
		if c := s[i]; c >= utf8.RuneSelf || c-'A' < 26 {
			return i
		}
	}
	return len(s)
}

// foldFast writes the key of a prefix of s to buf, and returns how many bytes
// it wrote and read. It stops when buf is nearly full. It returns false if s
// holds a rune that needs its neighbors to be folded (see foldSlow).
func foldFast(buf []byte, s string) (w, r int, ok bool) {
	limit := len(buf) - utf8.UTFMax
	for r < len(s) && w <= limit {
		c := s[r]
		if c < utf8.RuneSelf {
			if c-'A' < 26 {
				c |= 0x20
			}
			buf[w] = c
			w++
			r++
			continue
		}
		// The two lengths that Vietnamese letters have, decoded in place.
		var f uint16
		switch {
		case c == 0xE1 && r+2 < len(s) && s[r+1]-0xB8 < 4 && s[r+2]-0x80 < 0x40:
			f = foldAdditional[int(s[r+1]-0xB8)<<6|int(s[r+2]-0x80)]
			r += 3
			if f == 0 { // a letter without a Latin twin
				x, _ := utf8.DecodeRuneInString(s[r-3:])
				if norm.NFD.PropertiesString(s[r-3:]).Decomposition() != nil {
					return w, r - 3, false
				}
				w += utf8.EncodeRune(buf[w:], unicode.ToLower(x))
				continue
			}
		case c-0xC3 < 8 && r+1 < len(s) && s[r+1]-0x80 < 0x40:
			x := rune(c&0x1F)<<6 | rune(s[r+1]&0x3F)
			if x < 0x2B0 {
				f = foldLatin[x-0xC0]
			}
			r += 2
			if f == 0 {
				if norm.NFD.PropertiesString(s[r-2:]).Decomposition() != nil {
					return w, r - 2, false // ǯ
				}
				w += utf8.EncodeRune(buf[w:], unicode.ToLower(x))
				continue
			}
		case c == 0xCC && r+1 < len(s) && s[r+1]-0x80 < 0x40: // U+0300 to U+033F
			r += 2
			continue
		default:
			x, size := utf8.DecodeRuneInString(s[r:])
			switch {
			case ignorable(x):
				r += size
				continue
			case x < 0x300, x >= 0x2010 && x <= 0x205E:
				w += copy(buf[w:], s[r:r+size])
				r += size
				continue
			}
			if x == utf8.RuneError && size == 1 {
				w += utf8.EncodeRune(buf[w:], x)
				r++
				continue
			}
			if p := norm.NFD.PropertiesString(s[r:]); p.CCC() != 0 || !p.BoundaryBefore() || p.Decomposition() != nil || unicode.ToLower(x) != x || foldRune(x) != 0 {
				return w, r, false
			}
			w += copy(buf[w:], s[r:r+size])
			r += size
			continue
		}
		buf[w] = byte(f)
		w++
		if f > 0xFF {
			buf[w] = byte(f >> 8)
			w++
		}
	}
	return w, r, true
}

// foldSlow returns Fold(s) for any s.
func foldSlow(s string) string {
	if !utf8.ValidString(s) {
		s = string([]rune(s)) // package norm trips over invalid UTF-8
	}
	var sb strings.Builder
	sb.Grow(len(s))
	for _, x := range norm.NFD.String(s) {
		if ignorable(x) {
			continue
		}
		f := foldRune(x)
		if f == 0 {
			x = unicode.ToLower(x)
			f = foldRune(x) // Ɫ, whose small letter has a twin
		}
		if f == 0 {
			sb.WriteRune(x)
			continue
		}
		sb.WriteByte(byte(f))
		if f > 0xFF {
			sb.WriteByte(byte(f >> 8))
		}
	}
	return norm.NFC.String(sb.String())
}

// foldRune returns the entry of x in the tables of fold_tables.go.
func foldRune(x rune) uint16 {
	switch {
	case x >= 'A' && x <= 'Z':
		return uint16(x | 0x20)
	case x < utf8.RuneSelf:
		return uint16(x)
	case x >= 0xC0 && x < 0x2B0:
		return foldLatin[x-0xC0]
	case x >= 0x1E00 && x < 0x1F00:
		return foldAdditional[x-0x1E00]
	case x == 'ⱥ', x == 'ⱦ': // whose capitals are in the first table
		return foldLatin[unicode.ToUpper(x)-0xC0]
	}
	return 0
}

// ignorable reports whether x is a diacritical mark or an invisible character,
// neither of which belongs to a search key or a slug.
func ignorable(x rune) bool {
	switch {
	case x < 0x300:
		return x == 0xAD
	case x < 0x370:
		return true // Combining Diacritical Marks
	case x < 0x2000:
		return x >= 0x1AB0 && x < 0x1B00 || x >= 0x1DC0 && x < 0x1E00 || x == 0x180E || x == 0x061C
	}
	return invisible(x) || x >= 0x20D0 && x < 0x2100 || x >= 0xFE20 && x < 0xFE30
}

// invisible reports whether x has no shape and no width of its own: joiners,
// direction marks, variation selectors, the byte order mark.
func invisible(x rune) bool {
	switch {
	case x < 0x2000:
		return x == 0xAD || x == 0x34F || x == 0x61C || x == 0x180E
	case x < 0x2070:
		return x >= 0x200B && x <= 0x200F || x >= 0x202A && x <= 0x202E || x >= 0x2060
	}
	return x >= 0xFE00 && x <= 0xFE0F || x == 0xFEFF || x >= 0xE0100 && x <= 0xE01EF
}

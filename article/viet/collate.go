package viet

import (
	"cmp"
	"sync"
	"unicode/utf8"

	"golang.org/x/text/collate"
	"golang.org/x/text/language"
)

//go:generate go run gen_collate.go

// collators holds collators that no goroutine uses: one can't be shared.
var collators = sync.Pool{New: func() any { return collate.New(language.Vietnamese) }}

// Compare compares a and b in Vietnamese alphabetical order and returns -1, 0
// or +1. The order is that of the Unicode CLDR for Vietnamese: a ă â b c d đ e
// ê … o ô ơ … u ư …, tones in the order ngang, huyền, hỏi, ngã, sắc, nặng, and
// a tone or a capital only decides between strings that are equal without.
// Punctuation comes before digits, digits before letters. It returns 0 for
// canonically equivalent strings, and for strings that differ only in
// characters without a place in the order, such as controls.
//
// Compare is safe for concurrent use, as a Collator of x/text is not, and fits
// [slices.SortFunc].
func Compare(a, b string) int {
	if n, ok := compareSimple(a, b); ok {
		return n
	}
	c := collators.Get().(*collate.Collator)
	defer collators.Put(c)
	return c.CompareString(a, b)
}

// SortKey returns a key such that bytes.Compare(SortKey(a), SortKey(b)) ==
// Compare(a, b). To let a database sort strings, store the keys beside them.
// Keys may change from one version of this package to another.
func SortKey(s string) []byte {
	c := collators.Get().(*collate.Collator)
	defer collators.Put(c)
	var buf collate.Buffer
	return append([]byte(nil), c.KeyFromString(&buf, s)...)
}

// compareSimple is Compare for composed Vietnamese and ASCII; it returns false
// for anything else, if that matters.
func compareSimple(a, b string) (int, bool) {
	tone, upper := 0, 0 // the first difference of each kind
	primary := 0
	for a != "" || b != "" {
		if primary != 0 || a == "" || b == "" {
			// The order is clear, unless the rest begins with a character that
			// changes what stands before it.
			if !simpleStart(a) || !simpleStart(b) {
				return 0, false
			}
			if primary != 0 {
				return primary, true
			}
			return cmp.Compare(len(a), len(b)), true
		}
		x, n := simpleWeight(a)
		y, m := simpleWeight(b)
		if n == 0 || m == 0 {
			return 0, false
		}
		a, b = a[n:], b[m:]
		primary = cmp.Compare(x.primary, y.primary)
		if tone == 0 {
			tone = cmp.Compare(x.tone, y.tone)
		}
		if upper == 0 {
			upper = cmp.Compare(x.upper, y.upper)
		}
	}
	switch {
	case primary != 0:
		return primary, true
	case tone != 0:
		return tone, true
	}
	return upper, true
}

// simpleWeights are what a character is sorted by.
type simpleWeights struct {
	primary uint8
	tone    Tone
	upper   uint8
}

// simpleStart reports whether s is empty or begins with a character that
// compareSimple knows.
func simpleStart(s string) bool {
	if s == "" {
		return true
	}
	_, n := simpleWeight(s)
	return n > 0
}

// simpleWeight returns the weights of the first character of s and its size; 0
// if it is none that compareSimple knows.
func simpleWeight(s string) (w simpleWeights, size int) {
	if c := s[0]; c < utf8.RuneSelf {
		if c < ' ' || c == 0x7F {
			return w, 0
		}
		w.primary = primaryASCII[c]
		if c-'A' < 26 {
			w.upper = 1
		}
		return w, 1
	}
	r, size := utf8.DecodeRuneInString(s)
	row, tone, ok := vowelOf(r)
	switch {
	case ok:
		w.tone = tone
		if row >= upperRow {
			w.upper = 1
		}
		w.primary = primaryRow[row%upperRow]
	case r == 'đ':
		w.primary = primaryOf['đ']
	case r == 'Đ':
		w.primary, w.upper = primaryOf['đ'], 1
	default:
		return w, 0
	}
	return w, size
}

// primaryRow ranks the rows of vowels.
var primaryRow = func() (t [upperRow]uint8) {
	for row := range t {
		if r := vowels[row][0]; r < utf8.RuneSelf {
			t[row] = primaryASCII[r]
		} else {
			t[row] = primaryOf[r]
		}
	}
	return t
}()

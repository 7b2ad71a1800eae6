package viet

import (
	"sync"

	"golang.org/x/text/collate"
	"golang.org/x/text/language"
)

// collators holds collators that no goroutine uses: one can't be shared.
var collators = sync.Pool{New: func() any { return collate.New(language.Vietnamese) }}

// Compare compares a and b in Vietnamese alphabetical order and returns -1, 0
// or +1. The order is that of the Unicode CLDR for Vietnamese: a ă â b c d đ e
// ê … o ô ơ … u ư …, tones in the order ngang, huyền, hỏi, ngã, sắc, nặng, and
// a tone or a capital only decides between strings that are equal without. It
// returns 0 only for canonically equivalent strings.
//
// Compare is safe for concurrent use, as a Collator of x/text is not, and fits
// [slices.SortFunc].
func Compare(a, b string) int {
	c := collators.Get().(*collate.Collator)
	defer collators.Put(c)
	return c.CompareString(a, b)
}

// SortKey returns a key such that bytes.Compare(SortKey(a), SortKey(b)) ==
// Compare(a, b). To sort many strings, or to let a database sort them, make
// the keys once. Keys may change from one version of this package to another.
func SortKey(s string) []byte {
	c := collators.Get().(*collate.Collator)
	defer collators.Put(c)
	var buf collate.Buffer
	return append([]byte(nil), c.KeyFromString(&buf, s)...)
}

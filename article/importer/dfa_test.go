package importer

import (
	"math/rand/v2"
	"strings"
	"testing"
	"unicode/utf8"
)

// pieces are what text is made of, and what it should not be.
var pieces = []string{
	"a", "Z", " ", "\n", "\t", "\x00", "\x7f", "&", "é", "đ", "ế", "Ọ", "\u00a0", "\u0085", "°", "\ufeff", "\uffff", "ｆ", "😀", "\u200b", "\u200a", "“", "\ufdd0", "\ufdcf", "\U0001fffe", "\U0001fffd",
	"\x80", "\xbf", "\xc0", "\xc1", "\xc3", "\xe0\x9f", "\xe0\xa0", "\xed\x9f\xbf", "\xed\xa0\x80", "\xef\xbb", "\xf0\x8f\xbf\xbf",
	"\xf0\x90\x80\x80", "\xf4\x8f\xbf\xbf", "\xf4\x90\x80\x80", "\xf5", "\xff",
}

// anyText returns a text of n pieces.
func anyText(r *rand.Rand, n int) string {
	var b strings.Builder
	for range n {
		b.WriteString(pieces[r.IntN(len(pieces))])
	}
	return b.String()
}

// slowRun is plainRun as it is explained.
func slowRun(s string, literal bool) int {
	words := 0 // the end of the last word
	for i, c := range s {
		switch {
		case c == ' ' && i > 0 && words == i:
			continue
		case c < 0x20 || c == ' ' || c >= 0x7f && c <= 0xA0 || c == '&' && !literal || c == 0x200B || c == 0xFEFF || c&0xFFFE == 0xFFFE || c >= 0xFDD0 && c <= 0xFDEF:
			return words
		}
		words = i + utf8.RuneLen(c)
	}
	return words
}

func TestPlainRun(t *testing.T) {
	r := rand.New(rand.NewPCG(3, 4))
	for range 100_000 {
		s := anyText(r, 1) + strings.Repeat("xế ", r.IntN(8)) + anyText(r, r.IntN(6))
		if !utf8.ValidString(s) {
			continue
		}
		for _, literal := range []bool{false, true} {
			if got, want := plainRun(s, literal), slowRun(s, literal); got != want {
				t.Fatalf("plainRun(%q, %v) = %d, want %d", s, literal, got, want)
			}
		}
	}
}

// TestNextDigit has a digit at each place of two blocks, and what is next to the
// digits everywhere else.
func TestNextDigit(t *testing.T) {
	for n := range 40 {
		for at := range n + 1 {
			for _, c := range "09" {
				b := []byte(strings.Repeat("/:\xb0\xb9 ", 8))[:n]
				if at < n {
					b[at] = byte(c)
				}
				if got := nextDigit(string(b), 0); got != at {
					t.Fatalf("nextDigit(%q, 0) = %d, want %d", b, got, at)
				}
			}
		}
	}
}

func TestLexicon(t *testing.T) {
	if got := commonReferences.get(packed("ecirc")); got != "ê" {
		t.Errorf(`get("ecirc") = %q, want "ê"`, got)
	}
	for _, name := range []string{"", "ecir", "ecircx", "notit"} {
		if got := commonReferences.get(packed(name)); got != "" {
			t.Errorf("get(%q) = %q, want none", name, got)
		}
	}
	for want, names := range elementNames {
		for name := range strings.FieldsSeq(names) {
			if got := elementOf(strings.ToUpper(name)); got != tag(want) {
				t.Errorf("element of %q = %d, want %d", strings.ToUpper(name), got, want)
			}
		}
	}
	for _, name := range []string{"pp", "xblockquote", "lockquote", "p\x00", "h\x11", "P\xd1"} {
		if got := elementOf(name); got != tagOther {
			t.Errorf("element of %q = %d, want none", name, got)
		}
	}
}

// elementOf is what the lexer takes the element of a name for.
func elementOf(name string) tag {
	l := lexer{src: "<" + name + ">"}
	l.next()
	return l.element()
}

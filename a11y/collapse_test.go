package a11y

import (
	"strings"
	"testing"
)

func FuzzCollapse(f *testing.F) {
	for _, s := range []string{"", " ", "a", " a", "a ", "a  b", "a\u00a0b", "Đường tới", "a\u3000", "\t", "“a” b"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		if strings.ContainsRune(s, 0x1680) { // Ogham's space is taken for a letter
			return
		}
		if got, want := collapse(s), strings.Join(strings.Fields(s), " "); got != want {
			t.Errorf("collapse(%q) = %q, want %q", s, got, want)
		}
	})
}

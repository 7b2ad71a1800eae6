package a11y

import (
	"strings"
	"testing"
)

func FuzzCollapse(f *testing.F) {
	for _, s := range []string{"", " ", "a", " a", "a ", "a  b", "a\u00a0b", "Đường tới", "a\u3000", "\t", "“a” b", "a\u1680b", "a \u00a0 b", "\xc2", "ế\u2003 ế"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		if got, want := collapse(s), strings.Join(strings.Fields(s), " "); got != want {
			t.Errorf("collapse(%q) = %q, want %q", s, got, want)
		}
	})
}

package render

import (
	"strings"
	"testing"

	"github.com/toasoan/toasoan/article"
)

// The links of the default services are written without asking SafeURL, since it
// would change nothing.
func TestDefaultSharesAreSafe(t *testing.T) {
	for _, s := range DefaultShares() {
		for _, u := range []string{"https://bao.example/a.html", "https://bao.example/t%C3%AAn?a=1&b={url}#x"} {
			for _, title := range []string{"Lúa thu đông", "a\n\t\"<b>&amp;'\\{title}%zz#?", strings.Repeat("ộ", 200), "\x00\xff\u2028"} {
				got := string(appendShare(nil, s.URL, u, title))
				if safe, ok := article.SafeURL(got); !ok || safe != got {
					t.Errorf("appendShare(%q, %q, %q) = %q, SafeURL of it %q, %v", s.URL, u, title, got, safe, ok)
				}
			}
		}
	}
}

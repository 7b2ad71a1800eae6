// Package a11ytest lets a site's own tests fail when an editor or a template
// shuts readers out:
//
//	func TestPages(t *testing.T) {
//		a11ytest.Check(t, page)
//	}
package a11ytest

import (
	"slices"
	"strings"
	"testing"

	"github.com/toasoan/toasoan/a11y"
	"github.com/toasoan/toasoan/article"
)

// Check lints a page or a fragment with [a11y.LintHTML]. Each error fails the
// test, with its place, the criterion of WCAG and the remedy; each warning is
// logged. Rules named in ignore are passed over.
func Check(t testing.TB, html string, ignore ...string) {
	t.Helper()
	findings, err := a11y.LintHTML(strings.NewReader(html))
	if err != nil {
		t.Errorf("%v", err)
		return
	}
	tell(t, findings, ignore)
}

// CheckArticle does the same for an article, with [a11y.Lint].
func CheckArticle(t testing.TB, a *article.Article, ignore ...string) {
	t.Helper()
	tell(t, a11y.Lint(a), ignore)
}

func tell(t testing.TB, findings []a11y.Finding, ignore []string) {
	t.Helper()
	for _, f := range findings {
		switch {
		case slices.Contains(ignore, f.Rule):
		case f.Severity == a11y.Error:
			t.Errorf("%v: %s\n\t%s", f, f.FixEn, f.Text)
		default:
			t.Logf("%v: %s\n\t%s", f, f.FixEn, f.Text)
		}
	}
}

// Contrast fails the test if a theme is short of contrast anywhere, naming every
// pair and mode.
func Contrast(t testing.TB, theme a11y.Theme) {
	t.Helper()
	p := theme.Palette()
	if _, err := p.Verify(); err != nil {
		t.Errorf("%v", err)
	}
}

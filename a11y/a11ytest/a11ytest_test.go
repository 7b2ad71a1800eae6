package a11ytest

import (
	"fmt"
	"strings"
	"testing"

	"github.com/toasoan/toasoan/a11y"
	"github.com/toasoan/toasoan/article"
)

// recorder is a testing.TB that keeps what is told to it.
type recorder struct {
	testing.TB
	errors, logs []string
}

func (r *recorder) Helper() {}
func (r *recorder) Errorf(f string, args ...any) {
	r.errors = append(r.errors, fmt.Sprintf(f, args...))
}

func (r *recorder) Logf(f string, args ...any) { r.logs = append(r.logs, fmt.Sprintf(f, args...)) }

func TestCheck(t *testing.T) {
	r := &recorder{TB: t}
	Check(r, `<p>Xem <a href="/a">tại đây</a></p><img src="a.png" width="1" height="1"><blink>x</blink>`, "blinking")
	if len(r.errors) != 1 || !strings.Contains(r.errors[0], "image-alt (WCAG 1.1.1)") || !strings.Contains(r.errors[0], "Add an alt") {
		t.Errorf("errors %q", r.errors)
	}
	if len(r.logs) != 1 || !strings.Contains(r.logs[0], "link-text") {
		t.Errorf("logs %q", r.logs)
	}
	Check(t, `<p>Nội dung.</p>`)
}

func TestCheckArticle(t *testing.T) {
	r := &recorder{TB: t}
	CheckArticle(r, &article.Article{Headline: "a", Hero: &article.Image{URL: "/a.jpg", Width: 1, Height: 1}})
	if len(r.errors) != 1 || !strings.Contains(r.errors[0], "hero.alt") {
		t.Errorf("errors %q", r.errors)
	}
}

func TestContrast(t *testing.T) {
	Contrast(t, a11y.Theme{})
	r := &recorder{TB: t}
	var theme a11y.Theme
	theme.Override[a11y.Sepia].Text = a11y.RGB(150, 130, 110)
	Contrast(r, theme)
	if len(r.errors) != 1 || !strings.Contains(r.errors[0], "sepia: text on bg") {
		t.Errorf("errors %q", r.errors)
	}
}

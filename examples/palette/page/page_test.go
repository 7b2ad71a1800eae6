package page_test

import (
	"strings"
	"testing"

	"github.com/toasoan/toasoan/a11y"
	"github.com/toasoan/toasoan/a11y/a11ytest"
	"github.com/toasoan/toasoan/examples/palette/page"
)

func TestPage(t *testing.T) {
	for _, p := range []page.Page{
		{},
		{Theme: a11y.Theme{Brand: a11y.RGB(218, 37, 29)}, Home: "/", Site: "Bến Sông", Canonical: "https://bensong.example/bang-mau/"},
		{Theme: a11y.Theme{Prefix: "bs-"}},
	} {
		var b strings.Builder
		if _, err := p.WriteTo(&b); err != nil {
			t.Fatal(err)
		}
		s := b.String()
		a11ytest.Check(t, s)
		for m := range a11y.Modes() {
			if !strings.Contains(s, `id="`+m.String()+`"`) {
				t.Errorf("mode %v is not shown", m)
			}
		}
		palette := p.Theme.Palette()
		n := 0
		for range palette.Matrix() {
			n++
		}
		if got := strings.Count(s, `<span class="pair `); got != n {
			t.Errorf("%d pairs are shown, want %d", got, n)
		}
	}
}

func TestPageErrors(t *testing.T) {
	var b strings.Builder
	p := page.Page{}
	p.Theme.Override[a11y.Dark].Text = a11y.RGB(80, 80, 80)
	if n, err := p.WriteTo(&b); err == nil || n != 0 || b.Len() != 0 {
		t.Errorf("WriteTo = %d, %v and %d bytes, want an error and nothing", n, err, b.Len())
	}
}

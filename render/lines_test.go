package render

import (
	"strings"
	"testing"

	"github.com/toasoan/toasoan/article"
)

// Long texts of checked articles are written as all others are, whatever they hold.
func TestLinesOfCheckedText(t *testing.T) {
	filler := strings.Repeat("Nông dân An Giang ", 4)
	for _, r := range []rune{'&', '<', '>', '"', '\'', '\n', '\t', '\r', 0, 1, 0x1f, 0x7f, 0x80, 0x85, 0x9f, 0xa0, 0xad, 0x2028, 0x2029, 0xfdd0, 0xfdef, 0xfffd, 0xfffe, 0xffff, 0x1fffe, 0x10ffff, 'ạ'} {
		in := filler + string(r) + filler + string(r) + "x"
		d := documentOf(t, &article.Article{Headline: "x", Body: article.Body{plainPara(in)}})
		want := []byte("<p>")
		inLines.write(&want, strings.ToValidUTF8(d.a.Body[0].(*article.Paragraph).Text.String(), "\ufffd"))
		if got := string(d.Body()); got != string(want)+"</p>\n" {
			t.Errorf("%U: %q, want %q", r, got, want)
		}
		if got := d.content(); !strings.Contains(got, string(want)) {
			t.Errorf("%U: feed %q, want %q", r, got, want)
		}
	}
}

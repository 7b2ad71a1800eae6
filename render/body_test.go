package render

import (
	"errors"
	"strings"
	"testing"

	"github.com/toasoan/toasoan/article"
)

func TestBody(t *testing.T) {
	cycle := &article.Quote{}
	cycle.Body = article.Body{cycle}
	var shared article.Block = &article.Paragraph{Text: article.Plain("x")}
	for range 40 {
		shared = &article.Quote{Body: article.Body{shared, shared}}
	}
	var none *article.Paragraph
	for _, test := range []struct {
		name string
		body article.Body
		want error
	}{
		{"a block in itself", article.Body{cycle}, article.ErrTooDeep},
		{"blocks that stand in many places", article.Body{shared}, article.ErrTooComplex},
		{"nil", article.Body{nil}, errNilBlock},
		{"nil pointer", article.Body{&article.List{Items: []article.Body{{none}}}}, errNilBlock},
		{"deep markup", article.Body{&article.RawHTML{HTML: strings.Repeat("<div>", 1000)}}, article.ErrTooDeep},
	} {
		if h, err := new(Renderer).Body(test.body); !errors.Is(err, test.want) || h != "" {
			t.Errorf("%s: %q, %v, want %v", test.name, h, err, test.want)
		}
	}
	// What Validate would refuse is printed as far as it may be.
	body := article.Body{
		&article.Heading{Level: 9, Text: article.Plain("A\x00\xffB")},
		&article.Paragraph{Text: article.Text{{Text: "a\xe1\xba"}, {Text: "<b", Link: &article.Link{URL: "javascript:x"}}}},
		&article.Image{URL: "data:x", Alt: "c\xff"},
		&article.Paragraph{},
	}
	const want = "<h2 id=\"s-a-b\">A\ufffdB</h2>\n<p>a\ufffd&lt;b</p>\n<figure>c\ufffd</figure>\n<p></p>\n"
	if h, err := new(Renderer).Body(body); err != nil || string(h) != want {
		t.Errorf("%q, %v, want %q", h, err, want)
	}
}

// A body prints as it does inside of an article.
func TestBodyIsThatOfTheDocument(t *testing.T) {
	for name, a := range goldenArticles(t) {
		r := testRenderer()
		d, err := r.Prepare(&article.Article{Headline: "A", Lang: a.Lang, Body: a.Body})
		if err != nil {
			t.Fatal(err)
		}
		r.Site.Lang = a.Lang
		if h, err := r.Body(d.Article().Body); err != nil || h != d.Body() {
			t.Errorf("%s: %v\ngot  %s\nwant %s", name, err, h, d.Body())
		}
	}
}

package render

import (
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/toasoan/toasoan/article"
)

// Names that come again get the first number that is free, also where the text
// has such names of its own.
func TestIDNumbers(t *testing.T) {
	p := &htmlPrinter{r: &Renderer{}}
	var got []string
	for _, name := range []string{"a", "a-3", "a", "a", "a-3", "a-2", "a", "a-2-2", "a-2", "b"} {
		got = append(got, p.id(name))
	}
	want := strings.Fields("s-a s-a-3 s-a-2 s-a-4 s-a-3-2 s-a-2-2 s-a-5 s-a-2-2-2 s-a-2-3 s-b")
	if !slices.Equal(got, want) {
		t.Errorf("got  %q\nwant %q", got, want)
	}
}

// Work grows with the article, not with its square: were each heading or each
// credit to look through those before it, this would take many minutes.
func TestManyOfAKind(t *testing.T) {
	const n = 200_000
	a := &article.Article{Headline: "x", URL: "/x.html", Published: day, Body: make(article.Body, n), Credits: make([]article.Credit, n)}
	for i := range n {
		a.Body[i] = &article.Heading{Level: 1, Text: article.Plain("A")}
		a.Credits[i].Name = "An"
	}
	d, err := testRenderer().Prepare(a)
	if err != nil {
		t.Fatal(err)
	}
	last := "-" + strconv.Itoa(n) + `"`
	for _, s := range []string{`id="s-a` + last, `id="s-by` + last} {
		if !strings.Contains(string(d.HTML()), s) {
			t.Errorf("no %s", s)
		}
	}
	if s := "#s-by" + last; !strings.Contains(string(d.JSONLD()), s) {
		t.Errorf("no %s in the structured data", s)
	}
	if ids := regexp.MustCompile(` id="s-a[-"]`).FindAllStringIndex(string(d.Body()), -1); len(ids) != n {
		t.Errorf("%d ids, want %d", len(ids), n)
	}
}

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

// Work grows with the article, not with its square: were each heading, credit, span
// or host to look through those before it, this would take many minutes.
func TestManyOfAKind(t *testing.T) {
	const n = 100_000
	a := &article.Article{Headline: "x", URL: "/x.html", Published: day, Body: make(article.Body, n), Credits: make([]article.Credit, n)}
	for i := range n {
		a.Body[i] = &article.Heading{Level: 1, Text: article.Plain("A")}
		a.Credits[i].Name = "An"
	}
	picture := &article.Image{URL: "/a.jpg", Credits: a.Credits}
	text := make(article.Text, n)
	for i := range n {
		text[i] = article.Span{Text: "a", Link: &article.Link{URL: "/" + strconv.Itoa(i)}}
	}
	a.Body = append(a.Body, picture, &article.Paragraph{Text: text})
	for i := range n {
		a.Body = append(a.Body, &article.Image{URL: "https://h" + strconv.Itoa(i) + ".example/"})
	}
	d, err := testRenderer().Prepare(a)
	if err != nil {
		t.Fatal(err)
	}
	if csp := (&Page{Document: d}).CSP(); !strings.Contains(csp, "img-src * data:") {
		t.Errorf("CSP %s", csp)
	}
	for name, s := range map[string]string{"page": string(d.HTML()), "Markdown": d.Markdown(), "text": d.Text()} {
		if !strings.Contains(s, "An"+strings.Repeat(", An", n-1)) {
			t.Errorf("%s: the credits of the picture are not all there", name)
		}
	}
	if want := "[a](https://bao.example/" + strconv.Itoa(n-1) + ")"; !strings.Contains(d.Markdown(), want) {
		t.Errorf("Markdown has no %s", want)
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

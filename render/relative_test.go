package render

import (
	"regexp"
	"strings"
	"testing"

	"github.com/toasoan/toasoan/article"
)

// A relative address means one thing wherever it is printed: what it is against
// the address of the site. Pages write it from the root.
func TestRelativeAddresses(t *testing.T) {
	for _, test := range []struct{ site, ref, page, whole string }{
		{"https://a.example/", "upload/x.jpg", "/upload/x.jpg", "https://a.example/upload/x.jpg"},
		{"https://a.example/", "/upload/x.jpg", "/upload/x.jpg", "https://a.example/upload/x.jpg"},
		{"https://a.example/bao/", "upload/x.jpg", "/bao/upload/x.jpg", "https://a.example/bao/upload/x.jpg"},
		{"https://a.example/bao/", "../x.jpg", "/x.jpg", "https://a.example/x.jpg"},
		{"https://a.example/", "?id=5", "/?id=5", "https://a.example/?id=5"},
		{"https://a.example/", "//b.example/x.jpg", "//b.example/x.jpg", "https://b.example/x.jpg"},
		{"https://a.example/", "https://b.example/x.jpg", "https://b.example/x.jpg", "https://b.example/x.jpg"},
		{"", "upload/x.jpg", "upload/x.jpg", "upload/x.jpg"},
	} {
		r := &Renderer{Site: Site{URL: test.site}}
		img := &article.Image{URL: test.ref, Alt: "x"}
		d, err := r.Prepare(&article.Article{
			Headline: "x", URL: "/muc/bai.html", Hero: img,
			Body: article.Body{img, &article.RawHTML{HTML: `<img src="` + test.ref + `">`}, &article.Links{Items: []article.Link{{URL: test.ref, Text: "y"}}}},
		})
		if err != nil {
			t.Fatal(err)
		}
		addresses := func(s string) map[string]bool {
			found := map[string]bool{}
			for _, m := range regexp.MustCompile(`(?:src|href)="([^"]*x\.jpg|[^"]*id=5)"`).FindAllStringSubmatch(s, -1) {
				found[m[1]] = true
			}
			return found
		}
		for what, s := range map[string]string{"article": string(d.HTML()), "card": string(d.Card(2))} {
			if got := addresses(s); len(got) != 1 || !got[test.page] {
				t.Errorf("site %q, %q: %s has %v, want %q", test.site, test.ref, what, got, test.page)
			}
		}
		if got := addresses(d.content()); len(got) != 1 || !got[test.whole] {
			t.Errorf("site %q, %q: the feed has %v, want %q", test.site, test.ref, got, test.whole)
		}
		if s := string(d.JSONLD()); !strings.Contains(s, `"url":"`+test.whole+`"`) {
			t.Errorf("site %q, %q: JSON-LD lacks %q: %s", test.site, test.ref, test.whole, s)
		}
	}
}

// A path of the site stays one, however it begins.
func TestRelativePathIsNoHost(t *testing.T) {
	r := testRenderer()
	for _, u := range []string{".//evil.example/x", "././/evil.example/x"} {
		got, err := r.Body(article.Body{&article.Paragraph{Text: article.Text{{Text: "x", Link: &article.Link{URL: u}}}}})
		if err != nil || !strings.Contains(string(got), `href="https://bao.example//evil.example/x"`) {
			t.Errorf("%s: %s, %v", u, got, err)
		}
	}
}

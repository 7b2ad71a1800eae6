package render

import (
	"bytes"
	"encoding/xml"
	"io"
	"testing"

	"github.com/toasoan/toasoan/article"
)

// sitemapSchema is what the published schemas (sitemaps.org 0.9, Google's
// sitemap-news 0.9, sitemap-image 1.1 and sitemap-video 1.1) allow in each
// element, in their order, as far as it is written here. Those with a star may be
// repeated, those with a mark must be there.
var sitemapSchema = map[string][]string{
	"urlset":      {"url*"},
	"url":         {"loc!", "lastmod", "image*", "video*", "link*", "news"},
	"image":       {"loc!"},
	"video":       {"thumbnail_loc!", "title!", "description!", "content_loc", "player_loc", "duration", "expiration_date", "publication_date", "restriction"},
	"news":        {"publication!", "publication_date!", "title!"},
	"publication": {"name!", "language!"},
}

func TestSitemapStructure(t *testing.T) {
	for name, a := range goldenArticles(t) {
		a.Source = nil // or the article of another site
		a.Access = article.Access{Regions: []string{"VN", "US-CA"}}
		a.Expires = day.AddDate(1, 0, 0)
		d, err := testRenderer().Prepare(a)
		if err != nil {
			t.Fatal(err)
		}
		if d.URL() == "" {
			continue
		}
		var all, news bytes.Buffer
		if _, err := WriteSitemap(&all, SitemapURLs(Documents(d)), SitemapImages, SitemapVideos, SitemapAlternates); err != nil {
			t.Fatal(err)
		}
		if _, err := WriteNewsSitemap(&news, d.Published(), SitemapURLs(Documents(d)), nil); err != nil {
			t.Fatal(err)
		}
		checkSitemap(t, name, &all)
		checkSitemap(t, name, &news)
	}
}

func checkSitemap(t *testing.T, name string, r io.Reader) {
	type element struct {
		name     string
		children []string
	}
	var open []*element
	for z := xml.NewDecoder(r); ; {
		tok, err := z.Token()
		if err == io.EOF {
			break
		}
		if err != nil {
			t.Fatal(name, err)
		}
		switch tok := tok.(type) {
		case xml.StartElement:
			if len(open) > 0 {
				parent := open[len(open)-1]
				parent.children = append(parent.children, tok.Name.Local)
			}
			open = append(open, &element{name: tok.Name.Local})
		case xml.EndElement:
			e := open[len(open)-1]
			open = open[:len(open)-1]
			rest := e.children
			for _, rule := range sitemapSchema[e.name] {
				want, n := rule, 0
				if last := rule[len(rule)-1]; last == '*' || last == '!' {
					want = rule[:len(rule)-1]
				}
				for len(rest) > 0 && rest[0] == want {
					rest = rest[1:]
					n++
				}
				if n == 0 && rule == want+"!" || n > 1 && rule != want+"*" {
					t.Errorf("%s: %d of %s in %s: %q", name, n, want, e.name, e.children)
				}
			}
			if len(rest) > 0 {
				t.Errorf("%s: %q in %s, where the order is %q", name, rest, e.name, sitemapSchema[e.name])
			}
		}
	}
}

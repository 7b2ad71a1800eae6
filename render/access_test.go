package render

import (
	"bytes"
	"strings"
	"testing"

	"golang.org/x/net/html"

	"github.com/toasoan/toasoan/article"
)

func restricted(t *testing.T) *Document {
	a := goldenArticles(t)["full"]
	a.Access = article.Access{Paid: true, Regions: []string{"VN", "US-CA"}}
	a.Expires = day.AddDate(1, 0, 0)
	d, err := testRenderer().Prepare(a)
	if err != nil {
		t.Fatal(err)
	}
	return d
}

// What an article that is not for everybody says to search engines.
func TestAccess(t *testing.T) {
	d := restricted(t)
	ld := string(d.JSONLD())
	for _, want := range []string{
		`"isAccessibleForFree":false,"hasPart":{"@type":"WebPageElement","isAccessibleForFree":false,"cssSelector":".body"}`,
		`"expires":"2027-11-20T08:00:00+07:00","regionsAllowed":["VN","US-CA"],"transcript":"`,
	} {
		if !strings.Contains(ld, want) {
			t.Errorf("no %s in %s", want, ld)
		}
	}
	var b bytes.Buffer
	if _, err := WriteSitemap(&b, SitemapURLs(Documents(d)), SitemapVideos); err != nil {
		t.Fatal(err)
	}
	const want = `<video:duration>95</video:duration>
<video:expiration_date>2027-11-20T08:00:00+07:00</video:expiration_date>
<video:publication_date>2026-09-20T06:45:00+07:00</video:publication_date>
<video:restriction relationship="allow">VN US</video:restriction>
<video:requires_subscription>yes</video:requires_subscription>
</video:video>
`
	if !strings.Contains(b.String(), want) {
		t.Errorf("no %s in %s", want, &b)
	}
	for region, want := range map[string]bool{"VN": true, "VN-SG": true, "US": false, "US-CA": true, "US-NY": false, "": false} {
		if got := d.VisibleIn(region); got != want {
			t.Errorf("VisibleIn(%q) = %v, want %v", region, got, want)
		}
	}
	if everywhere, _ := testRenderer().Prepare(&article.Article{Headline: "A"}); !everywhere.VisibleIn("") {
		t.Error("an article without regions is not visible")
	}
}

// The excerpt is what the article is without what costs money.
func TestExcerpt(t *testing.T) {
	d := restricted(t)
	page := string((&Page{Document: d, Excerpt: true}).HTML())
	shown := string(d.Excerpt())
	if !strings.Contains(page, shown) || strings.Contains(page, string(d.HTML())) {
		t.Error("the page does not hold the excerpt alone")
	}
	for _, part := range []string{string(d.Header()), string(d.Hero()), string(d.Source()), string(d.Tags()), string(d.ShareLinks())} {
		if part == "" || !strings.Contains(shown, part) {
			t.Errorf("the excerpt has not %q", part)
		}
	}
	for _, part := range []string{string(d.Body()), string(d.Listen()), string(d.Attachments()), string(d.Contents())} {
		if part != "" && strings.Contains(page, part) {
			t.Errorf("the excerpt has %q", part)
		}
	}
	var open []string
	for z := html.NewTokenizer(strings.NewReader(shown)); z.Next() != html.ErrorToken; {
		switch tok := z.Token(); {
		case tok.Type == html.StartTagToken && tok.Data != "img" && tok.Data != "source":
			open = append(open, tok.Data)
		case tok.Type == html.EndTagToken && (len(open) == 0 || open[len(open)-1] != tok.Data):
			t.Fatalf("</%s> ends %q: %s", tok.Data, open, shown)
		case tok.Type == html.EndTagToken:
			open = open[:len(open)-1]
		}
	}
	if len(open) > 0 {
		t.Errorf("%q stay open: %s", open, shown)
	}
	if new(Document).Excerpt() != "" {
		t.Error("the zero Document has an excerpt")
	}
}

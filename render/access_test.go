package render

import (
	"bytes"
	"strings"
	"testing"

	"golang.org/x/net/html"

	"github.com/toasoan/toasoan/article"
)

func restricted(t *testing.T, hero article.Block) *Document {
	a := goldenArticles(t)["full"]
	if hero != nil {
		a.Hero = hero
	}
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
	d := restricted(t, &article.Video{Sources: []article.Rendition{{URL: "/v.mp4"}}, Poster: &article.Image{URL: "/v.jpg"}})
	ld := string(d.JSONLD())
	for _, want := range []string{
		`"isAccessibleForFree":false,"hasPart":{"@type":"WebPageElement","isAccessibleForFree":false,"cssSelector":".body"}`,
		`"expires":"2027-11-20T08:00:00+07:00","regionsAllowed":["VN","US-CA"]`,
	} {
		if !strings.Contains(ld, want) {
			t.Errorf("no %s in %s", want, ld)
		}
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
	d := restricted(t, nil)
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

// Nothing that leaves the server, and nothing on the page before the wall, holds
// more of an article than its description and its leading picture.
func TestRestrictedStaysIn(t *testing.T) {
	const secret = "BÍ MẬT"
	recording := []article.Rendition{{URL: "/secret.mp4", MediaType: "video/mp4", Size: 9}}
	film := &article.Video{Sources: recording, Poster: &article.Image{URL: "/poster.jpg", Alt: "Gặt"}, Transcript: article.Body{&article.Paragraph{Text: article.Plain(secret)}}}
	for _, access := range []article.Access{{Paid: true}, {Regions: []string{"VN"}}} {
		d, err := testRenderer().Prepare(&article.Article{
			ID: "1", URL: "/1.html", Headline: "Tin", Published: day, Access: access, Kind: article.KindLive, Hero: film,
			Body: article.Body{&article.Paragraph{Text: article.Plain(secret)}, film, &article.Video{Title: secret, Sources: recording, Poster: &article.Image{URL: "/secret.jpg"}}, &article.Image{URL: "/secret.jpg", Alt: "x"}, &article.Paragraph{Text: article.Text{{Text: "số", Citation: &article.Citation{Type: "Luật", Number: secret}}}}},
			Live: &article.Live{Updates: []article.Update{
				{ID: "a", Published: day, Headline: "Một", Body: article.Body{&article.Paragraph{Text: article.Plain(secret)}}},
				{ID: "b", Published: day, Body: article.Body{&article.Paragraph{Text: article.Plain(secret)}}},
			}},
			Accessibility: article.Accessibility{ReadAloud: []article.Audio{{Title: "Nghe", Sources: []article.Rendition{{URL: "/secret.mp3", MediaType: "audio/mpeg", Size: 9}}}}},
			Attachments:   []article.File{{URL: "/secret.pdf", Title: secret}},
			Corrections:   []article.Correction{{Time: day, Text: article.Plain(secret)}},
		})
		if err != nil {
			t.Fatal(err)
		}
		feed := testFeed()
		var rss, atom, json, images, videos bytes.Buffer
		email, err := (&Email{Title: "Thư", FullText: true, Documents: []*Document{d}}).HTML()
		for _, err := range []error{err, feed.WriteRSS(&rss, Documents(d)), feed.WriteAtom(&atom, Documents(d)), feed.WriteJSON(&json, Documents(d))} {
			if err != nil {
				t.Fatal(err)
			}
		}
		outputs := map[string]string{
			"page": string((&Page{Document: d, Excerpt: true}).HTML()), "JSON-LD": string(d.JSONLD()), "live": string(d.LiveJSONLD()),
			"RSS": rss.String(), "Atom": atom.String(), "JSON Feed": json.String(), "e-mail": string(email), "oEmbed": string(d.OEmbed()), "card": string(d.Card(2)),
		}
		if access.Paid {
			if _, err := WriteSitemap(&images, SitemapURLs(Documents(d)), SitemapImages); err != nil {
				t.Fatal(err)
			}
			if _, err := WriteSitemap(&videos, SitemapURLs(Documents(d)), SitemapVideos); err != nil {
				t.Fatal(err)
			}
			outputs["image sitemap"], outputs["video sitemap"] = images.String(), videos.String()
		}
		for name, s := range outputs {
			if strings.Contains(s, secret) || strings.Contains(s, "secret.") {
				t.Errorf("%+v: %s gives away what is inside: %s", access, name, s)
			}
		}
		if !strings.Contains(outputs["page"], `<figure class="hero"><img src="/poster.jpg"`) {
			t.Errorf("the excerpt has no picture of the film: %s", d.Excerpt())
		}
	}
}

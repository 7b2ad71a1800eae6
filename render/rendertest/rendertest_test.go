package rendertest_test

import (
	"bytes"
	"strings"
	"testing"
	"time"

	"github.com/toasoan/toasoan/article"
	"github.com/toasoan/toasoan/render"
	"github.com/toasoan/toasoan/render/rendertest"
)

// publish returns every output of an article.
func publish(t *testing.T, a *article.Article) rendertest.Published {
	t.Helper()
	r := &render.Renderer{Site: render.Site{Name: "Báo Mẫu", URL: "https://bao.example/"}}
	d, err := r.Prepare(a)
	if err != nil {
		t.Fatal(err)
	}
	other, err := r.Prepare(&article.Article{ID: "2", URL: "/khac.html", Headline: "Bài khác", Published: a.Published.Add(time.Hour), Body: a.Body})
	if err != nil {
		t.Fatal(err)
	}
	feed := &render.Feed{Title: "Báo Mẫu", URL: "https://bao.example/", FullText: true}
	var p rendertest.Published
	write := func(dst *[]byte, f func(b *bytes.Buffer) error) {
		var b bytes.Buffer
		if err := f(&b); err != nil {
			t.Fatal(err)
		}
		*dst = b.Bytes()
	}
	urls := func(yield func(render.URL, error) bool) {
		_ = yield(other.SitemapURL(), nil) && yield(d.SitemapURL(), nil)
	}
	write(&p.Page, func(b *bytes.Buffer) error { _, err := (&render.Page{Document: d}).WriteTo(b); return err })
	write(&p.RSS, func(b *bytes.Buffer) error { return feed.WriteRSS(b, render.Documents(d, other)) })
	write(&p.Atom, func(b *bytes.Buffer) error { return feed.WriteAtom(b, render.Documents(d, other)) })
	write(&p.JSONFeed, func(b *bytes.Buffer) error { return feed.WriteJSON(b, render.Documents(d, other)) })
	write(&p.Sitemap, func(b *bytes.Buffer) error { _, err := render.WriteSitemap(b, urls); return err })
	write(&p.NewsSitemap, func(b *bytes.Buffer) error { _, err := render.WriteNewsSitemap(b, a.Published, urls, nil); return err })
	return p
}

func sample() *article.Article {
	return &article.Article{
		ID: "1", URL: "/bai.html", Headline: `Giá "gạo" & lúa <tăng>`,
		Published: time.Date(2026, 11, 20, 16, 5, 0, 0, time.FixedZone("", 7*3600)),
		Modified:  time.Date(2026, 11, 21, 9, 0, 0, 0, time.FixedZone("", 7*3600)),
		Credits: []article.Credit{
			{Name: "Quốc Vy", Organization: &article.Organization{Name: "BTG Huyện ủy"}},
			{Name: "Thu Hà", Role: article.RoleReporter},
			{Name: "Minh", Role: article.RoleEditor},
		},
		Hero: &article.Image{URL: "/a.jpg", Width: 1200, Height: 800, Alt: "Lúa"},
		Body: article.Body{&article.Paragraph{Text: article.Plain("Một đoạn.")}},
	}
}

func TestAgreement(t *testing.T) {
	rendertest.Test(t, publish(t, sample()))

	deep := sample()
	deep.URL, deep.Hero = "/xay-dung-dang/bai.html", &article.Image{URL: "upload/2022/10/a.jpg"} // as many a CMS keeps it
	rendertest.Test(t, publish(t, deep))

	bare := sample()
	bare.Credits, bare.Hero, bare.Modified = nil, nil, time.Time{}
	bare.Published = bare.Published.UTC() // an instant without the zone of the place
	rendertest.Test(t, publish(t, bare))
}

// What other programs write in other ways is the same.
func TestOtherWays(t *testing.T) {
	p := publish(t, sample())
	for _, change := range []struct {
		output   *[]byte
		from, to string
	}{
		{&p.RSS, "Fri, 20 Nov 2026 16:05:00 +0700", "Fri, 20 Nov 2026 09:05:00 GMT"},
		{&p.RSS, "</item>", "<media:title>Tên ảnh</media:title><atom:link href=\"https://bao.example/khac\"/></item>"},
		{&p.Sitemap, "2026-11-21T09:00:00+07:00", "2026-11-21"},
		{&p.NewsSitemap, "2026-11-20T16:05:00+07:00", "2026-11-20T09:05Z"},
		{&p.Page, "<h1>", "<h1>\n  "},
		{&p.Page, "</h1>", "\n</h1>"},
	} {
		s := strings.ReplaceAll(string(*change.output), change.from, change.to)
		if s == string(*change.output) {
			t.Fatalf("nothing to change: %q is not there", change.from)
		}
		*change.output = []byte(s)
	}
	rendertest.Test(t, p)
	for _, date := range []string{"Fri, 20 Nov 2026 09:05:00 UT", "20 Nov 26 16:05:00 +0700", "Fri, 20 Nov 2026 04:05:00 EST", " 20 Nov 2026 16:05 +0700\n"} {
		q := p
		q.RSS = []byte(strings.ReplaceAll(string(p.RSS), "Fri, 20 Nov 2026 09:05:00 GMT", date))
		rendertest.Test(t, q)
	}
}

// Each change of one output must be noticed.
func TestDisagreement(t *testing.T) {
	for _, test := range []struct {
		name, from, to string
		output         func(p *rendertest.Published) *[]byte
		want           string // in the error
	}{
		{"time moved by seven hours", "16:05:00 +0700", "16:05:00 +0000", func(p *rendertest.Published) *[]byte { return &p.RSS }, "RSS: published"},
		{"naive time", `datetime="2026-11-20T16:05:00+07:00"`, `datetime="2026-11-20T16:05:00"`, func(p *rendertest.Published) *[]byte { return &p.Page }, "no time with a zone"},
		{"name and organization in one", ">Quốc Vy<", ">Quốc Vy - BTG Huyện ủy<", func(p *rendertest.Published) *[]byte { return &p.Atom }, "Atom: authors"},
		{"author lost", `{"name":"Thu Hà"}`, `{"name":""}`, func(p *rendertest.Published) *[]byte { return &p.JSONFeed }, "JSON Feed: authors"},
		{"relative picture", `og:image" content="https://bao.example/a.jpg`, `og:image" content="/a.jpg`, func(p *rendertest.Published) *[]byte { return &p.Page }, "Open Graph: picture"},
		{"picture relative to the page", `src="/a.jpg"`, `src="muc/a.jpg"`, func(p *rendertest.Published) *[]byte { return &p.Page }, "page: picture"},
		{"other headline", "&lt;tăng&gt;</h1>", "giảm</h1>", func(p *rendertest.Published) *[]byte { return &p.Page }, "page: headline"},
		{"address with http", `canonical" href="https:`, `canonical" href="http:`, func(p *rendertest.Published) *[]byte { return &p.Page }, "page: address"},
		{"article not in the sitemap", "/bai.html", "/ba.html", func(p *rendertest.Published) *[]byte { return &p.Sitemap }, "sitemap: the article is not in it"},
		{"date of the sitemap", "2026-11-21T09:00:00+07:00", "2026-11-21T09:00:00Z", func(p *rendertest.Published) *[]byte { return &p.Sitemap }, "sitemap: modified"},
		{"title of the news sitemap", "&lt;tăng&gt;", "tăng", func(p *rendertest.Published) *[]byte { return &p.NewsSitemap }, "news sitemap: headline"},
		{"day of the sitemap", "2026-11-21T09:00:00+07:00", "2026-11-20", func(p *rendertest.Published) *[]byte { return &p.Sitemap }, "sitemap: day"},
		{"time without a zone", "16:05:00 +0700", "16:05:00", func(p *rendertest.Published) *[]byte { return &p.RSS }, "no time with a zone"},
		{"unknown zone", "16:05:00 +0700", "16:05:00 ICT", func(p *rendertest.Published) *[]byte { return &p.RSS }, "no time with a zone"},
		{"entry without title", "<title>Giá", "<title/><rights>Giá", func(p *rendertest.Published) *[]byte {
			p.Atom = []byte(strings.ReplaceAll(string(p.Atom), "&lt;tăng&gt;</title>", "</rights>"))
			return &p.Atom
		}, "without title"},
		{"entry without author", "author>", "contributor>", func(p *rendertest.Published) *[]byte { return &p.Atom }, "has an author"},
		{"broken XML", "</feed>", "", func(p *rendertest.Published) *[]byte { return &p.Atom }, "atom: XML"},
	} {
		t.Run(test.name, func(t *testing.T) {
			p := publish(t, sample())
			data := test.output(&p)
			changed := strings.ReplaceAll(string(*data), test.from, test.to)
			if changed == string(*data) {
				t.Fatalf("nothing to change: %q is not there", test.from)
			}
			*data = []byte(changed)
			errs := rendertest.Check(p)
			for _, err := range errs {
				if strings.Contains(err.Error(), test.want) {
					return
				}
			}
			t.Errorf("Check = %q, want an error with %q", errs, test.want)
		})
	}
}

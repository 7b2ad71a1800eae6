package render

import (
	"bytes"
	"encoding/json"
	"encoding/xml"
	"regexp"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/toasoan/toasoan/article"
	"github.com/toasoan/toasoan/article/viet"
)

// published holds every output of the articles of TestDefects.
type published struct {
	docs                 []*Document
	page, fragment, card string
	rss, atom, feed      string
	sitemap, news        string
}

// row is an article as a portal in Kon Tum might hold it.
func row(id, headline string, at time.Time) *article.Article {
	return &article.Article{
		ID: "tag:bao.example,2022:" + id, URL: "/xay-dung-dang/" + id + ".html",
		Kicker: "Kon Rẫy", Headline: headline,
		Lead:      article.Plain("Ngày 07/10/2022, Ban Chỉ đạo 35 huyện tổ chức hội nghị đánh giá hoạt động chín tháng đầu năm. Dự hội nghị có các đồng chí thành viên Ban Chỉ đạo; Tổ Thư ký giúp việc. Đồng chí Phó Bí thư Thường trực Huyện ủy chủ trì hội nghị."),
		Published: at, Modified: at.Add(time.Hour),
		Credits:  []article.Credit{{Name: "Quốc Vy", Organization: &article.Organization{Name: "BTG Huyện ủy", Kind: article.OrganizationGovernment}}},
		Sections: []article.Section{{Name: "Xây dựng Đảng", URL: "/xay-dung-dang/"}},
		Hero:     &article.Image{URL: "/anh/hoi-nghi.jpg", Width: 800, Height: 533, Alt: "Hội trường có nhiều đại biểu", Caption: article.Plain("Quang cảnh hội nghị.")},
		Body: article.Body{
			&article.Paragraph{Text: article.Text{
				{Text: "Thực hiện "},
				{Text: "Nghị quyết số 35-NQ/TW", Citation: &article.Citation{Type: "Nghị quyết", Number: "35-NQ/TW", Date: "2018-10-22", Issuer: "Bộ Chính trị"}},
				{Text: "."},
			}},
			&article.Paragraph{},
			&article.Paragraph{Text: article.Text{{Text: "Đoạn tiếng Việt.", Lang: "VI"}}},
		},
	}
}

func publishRows(t *testing.T) published {
	t.Helper()
	r := testRenderer()
	r.CitationURL = func(c *article.Citation) string { return "https://vanban.example/" + viet.Slug(c.Number) }
	at := time.Date(2022, 10, 7, 16, 5, 0, 0, time.FixedZone("", 7*3600))
	first := row("1037", "Tổ chức Hội nghị Ban Chỉ đạo 35 đánh giá hoạt động 9 tháng đầu năm 2022", at)
	nobody := row("1036", "Bài không tên tác giả", at.Add(2*time.Hour))
	nobody.Credits = nil
	var p published
	for _, a := range []*article.Article{first, nobody} {
		d, err := r.Prepare(a)
		if err != nil {
			t.Fatal(err)
		}
		p.docs = append(p.docs, d)
	}
	d := p.docs[0]
	page := &Page{Document: d, Related: []Teaser{p.docs[1].Teaser(), p.docs[1].Teaser(), d.Teaser()}}
	page.Related[0].Reason = "cùng Ban Chỉ đạo 35"
	p.page, p.fragment, p.card = string(page.HTML()), string(d.HTML()), string(d.Card(2))
	for _, f := range []struct {
		dst   *string
		write func(b *bytes.Buffer) error
	}{
		{&p.rss, func(b *bytes.Buffer) error { return testFeed().WriteRSS(b, Documents(p.docs...)) }},
		{&p.atom, func(b *bytes.Buffer) error { return testFeed().WriteAtom(b, Documents(p.docs...)) }},
		{&p.feed, func(b *bytes.Buffer) error { return testFeed().WriteJSON(b, Documents(p.docs...)) }},
		{&p.sitemap, func(b *bytes.Buffer) error { _, err := WriteSitemap(b, one(d.SitemapURL())); return err }},
		{&p.news, func(b *bytes.Buffer) error { _, err := WriteNewsSitemap(b, at, one(d.SitemapURL()), nil); return err }},
	} {
		var b bytes.Buffer
		if err := f.write(&b); err != nil {
			t.Fatal(err)
		}
		*f.dst = b.String()
	}
	return p
}

// TestDefects holds the 23 things that the usual program of Go libraries gets
// wrong with a Vietnamese portal's rows and validators mostly don't see.
func TestDefects(t *testing.T) {
	p := publishRows(t)
	d := p.docs[0]
	has := func(t *testing.T, what, s, want string) {
		t.Helper()
		if !strings.Contains(s, want) {
			t.Errorf("%s lacks %q", what, want)
		}
	}
	hasNot := func(t *testing.T, what, s, bad string) {
		t.Helper()
		if strings.Contains(s, bad) {
			t.Errorf("%s has %q", what, bad)
		}
	}
	ld := string(d.JSONLD())
	t.Run("01 times keep their zone", func(t *testing.T) {
		for what, s := range map[string]string{"page": p.fragment, "JSON-LD": ld, "Open Graph": p.page, "Atom": p.atom, "JSON Feed": p.feed, "news sitemap": p.news} {
			has(t, what, s, "2022-10-07T16:05:00+07:00")
		}
		has(t, "RSS", p.rss, "Fri, 07 Oct 2022 16:05:00 +0700")
	})
	t.Run("02 author and organization are two things", func(t *testing.T) {
		has(t, "JSON-LD", ld, `{"@type":"Person","name":"Quốc Vy"`)
		has(t, "JSON-LD", ld, `"affiliation":{"@type":"GovernmentOrganization","name":"BTG Huyện ủy"}`)
		has(t, "RSS", p.rss, "<dc:creator>Quốc Vy</dc:creator>")
	})
	t.Run("03 the author line stands once", func(t *testing.T) {
		if n := strings.Count(p.fragment, "Quốc Vy"); n != 1 {
			t.Errorf("the article names the author %d times", n)
		}
	})
	t.Run("04 a picture is a figure with caption and alt", func(t *testing.T) {
		if !regexp.MustCompile(`<figure class="hero"><img [^>]*alt="Hội trường có nhiều đại biểu"[^>]*><figcaption>Quang cảnh hội nghị\.</figcaption></figure>`).MatchString(p.fragment) {
			t.Error("no figure with alt and figcaption")
		}
		hasNot(t, "the article", p.fragment, "<table")
	})
	t.Run("05 pictures keep width and height", func(t *testing.T) {
		for _, img := range regexp.MustCompile(`<img [^>]*>`).FindAllString(p.page, -1) {
			has(t, img, img, ` width="800" height="533"`)
		}
	})
	t.Run("06 no empty paragraphs", func(t *testing.T) { hasNot(t, "the article", p.fragment, "<p></p>") })
	t.Run("07 no language that is the article's own", func(t *testing.T) {
		if n := strings.Count(p.fragment, "lang="); n != 1 {
			t.Errorf("%d lang attributes, want that of the article alone", n)
		}
	})
	t.Run("08 the title fits and has no full stop", func(t *testing.T) {
		if s := d.Title(); runes(s) > 70 || strings.HasSuffix(s, ".") {
			t.Errorf("Title() = %q, %d characters", s, runes(s))
		}
	})
	t.Run("09 the description fits", func(t *testing.T) {
		if s := d.Description(); runes(s) > 160 || !strings.HasSuffix(s, ".") {
			t.Errorf("Description() = %q, %d characters, want whole sentences", s, runes(s))
		}
	})
	t.Run("10 the kicker is apart from the headline", func(t *testing.T) {
		has(t, "the article", p.fragment, "<p class=\"kicker\">Kon Rẫy</p>\n<h1>Tổ chức")
		has(t, "JSON-LD", ld, `"headline":"Tổ chức`)
	})
	t.Run("11 no author without e-mail in RSS", func(t *testing.T) { hasNot(t, "RSS", p.rss, "<author>") })
	t.Run("12 feeds name themselves and their language", func(t *testing.T) {
		has(t, "RSS", p.rss, `<atom:link href="https://bao.example/feed" rel="self"`)
		has(t, "RSS", p.rss, "<language>vi</language>")
		has(t, "Atom", p.atom, `rel="self"`)
		has(t, "JSON Feed", p.feed, `"language":"vi"`)
	})
	t.Run("13 no enclosure without its length", func(t *testing.T) {
		a := row("1", "Có ghi âm", day)
		a.Accessibility.ReadAloud = []article.Audio{{Sources: []article.Rendition{{URL: "/a.mp3", MediaType: "audio/mpeg"}}}}
		if s := rssOf(t, a); strings.Contains(s, "<enclosure") {
			t.Error("an enclosure of unknown length")
		}
		a.Accessibility.ReadAloud[0].Sources[0].Size = 1234
		has(t, "RSS", rssOf(t, a), `<enclosure url="https://bao.example/a.mp3" length="1234" type="audio/mpeg"/>`)
	})
	t.Run("14 the date of a feed is that of its documents", func(t *testing.T) {
		has(t, "RSS", p.rss, "<lastBuildDate>Fri, 07 Oct 2022 19:05:00 +0700</lastBuildDate>")
		has(t, "Atom", p.atom, "<updated>2022-10-07T19:05:00+07:00</updated>\n<link")
	})
	t.Run("15 items are newest first", func(t *testing.T) {
		for what, s := range map[string]string{"RSS": p.rss, "Atom": p.atom, "JSON Feed": p.feed} {
			if strings.Index(s, "/1036.html") > strings.Index(s, "/1037.html") {
				t.Errorf("%s: the older article stands first", what)
			}
		}
	})
	t.Run("16 addresses in feeds are absolute", func(t *testing.T) {
		var feed struct {
			Items []struct {
				HTML string `json:"content_html"`
			}
		}
		if err := json.Unmarshal([]byte(p.feed), &feed); err != nil {
			t.Fatal(err)
		}
		for _, u := range regexp.MustCompile(`(?:src|href)="([^"]*)"`).FindAllStringSubmatch(feed.Items[1].HTML, -1) {
			if !isHTTP(u[1]) {
				t.Errorf("content_html: %q", u[1])
			}
		}
		has(t, "RSS", p.rss, "src=&#34;https://bao.example/anh/hoi-nghi.jpg&#34;")
	})
	t.Run("17 every entry of Atom has an author", func(t *testing.T) {
		var feed struct {
			Entries []struct {
				Authors []string `xml:"author>name"`
			} `xml:"entry"`
		}
		if err := xml.Unmarshal([]byte(p.atom), &feed); err != nil {
			t.Fatal(err)
		}
		var got []string
		for _, e := range feed.Entries {
			got = append(got, strings.Join(e.Authors, ";"))
		}
		if want := []string{"Báo Mẫu", "Quốc Vy"}; !slices.Equal(got, want) {
			t.Errorf("authors are %q, want %q", got, want)
		}
	})
	t.Run("18 no empty objects in JSON Feed", func(t *testing.T) {
		hasNot(t, "JSON Feed", p.feed, "{}")
		hasNot(t, "JSON Feed", p.feed, `"name":""`)
	})
	t.Run("19 previews are complete", func(t *testing.T) {
		for _, s := range []string{
			`"publisher":{"@type":"NewsMediaOrganization","name":"Báo Mẫu","url":"https://bao.example/","logo":{"@type":"ImageObject","url":"https://bao.example/logo.png"`,
			`<meta name="twitter:title"`, `<meta name="twitter:description"`, `<meta name="twitter:image"`,
			`<meta name="twitter:image:alt"`, `<meta property="og:image:alt"`, `<meta property="og:site_name"`,
		} {
			has(t, "the page", p.page, s)
		}
	})
	t.Run("20 related articles: once, with a reason, never itself", func(t *testing.T) {
		_, list, _ := strings.Cut(p.page, `<section class="related"`)
		if n := strings.Count(list, "/1036.html"); n != 1 {
			t.Errorf("the related article stands %d times", n)
		}
		hasNot(t, "the list", list, "/1037.html")
		has(t, "the list", list, `<p class="reason">cùng Ban Chỉ đạo 35</p>`)
	})
	t.Run("21 documents are values that can be compared", func(t *testing.T) {
		if p.docs[0] == p.docs[1] || !slices.Contains(p.docs, d) {
			t.Error("documents don't compare")
		}
	})
	t.Run("22 legal documents are linked and named", func(t *testing.T) {
		has(t, "the article", p.fragment, `<a href="https://vanban.example/35-nq-tw">Nghị quyết số 35-NQ/TW</a>`)
		has(t, "JSON-LD", ld, `"citation":[{"@type":"Legislation","name":"Nghị quyết số 35-NQ/TW"`)
	})
	t.Run("23 news sitemap, named breadcrumb", func(t *testing.T) {
		has(t, "the news sitemap", p.news, "<news:name>Báo Mẫu</news:name>")
		has(t, "the page", p.page, `<nav class="breadcrumb" aria-label="Đường dẫn">`)
		has(t, "the page", p.page, `"@type":"BreadcrumbList"`)
	})
}

func rssOf(t *testing.T, a *article.Article) string {
	t.Helper()
	d, err := testRenderer().Prepare(a)
	if err != nil {
		t.Fatal(err)
	}
	var b bytes.Buffer
	if err := testFeed().WriteRSS(&b, Documents(d)); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

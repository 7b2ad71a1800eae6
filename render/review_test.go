package render

import (
	"bytes"
	"regexp"
	"strings"
	"testing"

	"github.com/toasoan/toasoan/article"
)

// An article that was taken from elsewhere is not said to be the publisher's.
func TestForeignAuthor(t *testing.T) {
	for _, test := range []struct {
		source article.Source
		author string // in JSON-LD
		name   string // in feeds
	}{
		{article.Source{Name: "Báo Khác", Author: "Lan"}, `"author":[{"@type":"Person","name":"Lan","url":"https://bao.example/x.html#s-source","affiliation":{"@type":"Organization","name":"Báo Khác"}}]`, "Lan"},
		{article.Source{Name: "Báo Khác"}, `"author":[{"@type":"Organization","name":"Báo Khác","url":"https://bao.example/x.html#s-source"}]`, "Báo Khác"},
	} {
		a := &article.Article{ID: "1", URL: "/x.html", Headline: "x", Published: day, Source: &test.source}
		d, err := testRenderer().Prepare(a)
		if err != nil {
			t.Fatal(err)
		}
		if s := string(d.JSONLD()); !strings.Contains(s, test.author) {
			t.Errorf("JSON-LD lacks %s: %s", test.author, s)
		}
		if s := rssOf(t, a); !strings.Contains(s, "<dc:creator>"+test.name+"</dc:creator>") {
			t.Errorf("RSS lacks the author %s", test.name)
		}
	}
}

// The ids of the printer's own parts can't be taken by the text.
func TestIDsAreUnique(t *testing.T) {
	var body article.Body
	for _, id := range []string{"by-1", "related", "toc", "listen", "live", "attachments", "corrections", "key-events"} {
		body = append(body, &article.Heading{Level: 1, ID: id, Text: article.Plain(id)})
	}
	a := &article.Article{
		Headline: "x", URL: "/x.html", Body: body, Published: day, Credits: []article.Credit{{Name: "An"}},
		Attachments: []article.File{{URL: "/a.pdf"}}, Corrections: []article.Correction{{Time: day, Text: article.Plain("y")}},
		Live: &article.Live{Updates: []article.Update{{ID: "u1", Headline: "z", Published: day, Key: true}}},
	}
	d, err := testRenderer().Prepare(a)
	if err != nil {
		t.Fatal(err)
	}
	page := string((&Page{Document: d, Related: []Teaser{{URL: "/y", Title: "y"}}}).HTML())
	seen := map[string]bool{}
	for _, m := range regexp.MustCompile(` id="([^"]*)"`).FindAllStringSubmatch(page, -1) {
		if seen[m[1]] {
			t.Errorf("id %q twice", m[1])
		}
		seen[m[1]] = true
	}
	for _, m := range regexp.MustCompile(`(?:href="|x\.html)#([^"]+)"`).FindAllStringSubmatch(page, -1) {
		if !seen[m[1]] && m[1] != "article" && m[1] != "live" {
			t.Errorf("a link leads to #%s, which is not there", m[1])
		}
	}
	if !strings.Contains(page, `<article class="update" id="s-u1">`) || !strings.Contains(page, `<span id="s-by-1">`) {
		t.Error("the text has taken an id that addresses lead to")
	}
}

// A site that can't be right is an error; one that holds itself does no harm.
func TestSite(t *testing.T) {
	a := &article.Article{Headline: "x", URL: "a/b.html"}
	if _, err := (&Renderer{Site: Site{URL: "bao.example"}}).Prepare(a); err == nil || !strings.Contains(err.Error(), "bao.example") {
		t.Errorf("Prepare with a site without scheme: %v", err)
	}
	d, err := (&Renderer{Site: Site{URL: "https://b.example/sub"}}).Prepare(a)
	if err != nil || d.URL() != "https://b.example/sub/a/b.html" {
		t.Errorf("a site in a folder: %v, %v", d.URL(), err)
	}
	r := testRenderer()
	p := &r.Site.Publisher
	p.Name, p.Parent = "x", p
	p.Logo = &article.Image{URL: "/logo.png", Credits: []article.Credit{{Organization: p}}}
	if d, err = r.Prepare(a); err != nil || len(d.JSONLD()) > 1<<20 {
		t.Errorf("a publisher that holds itself: %d bytes of JSON-LD, %v", len(d.JSONLD()), err)
	}
	// Without a site nothing pretends to have an address.
	if d, err = (&Renderer{}).Prepare(a); err != nil || strings.Contains(string(d.Head()), "a/b.html") {
		t.Errorf("a head without a site: %v\n%s", err, d.Head())
	}
}

// What costs money is not given away in feeds and mails.
func TestPaid(t *testing.T) {
	a := &article.Article{ID: "1", URL: "/x.html", Headline: "x", Published: day, Lead: article.Plain("Tóm tắt."), Access: article.Access{Paid: true}, Body: article.Body{&article.Paragraph{Text: article.Plain("Phần trả phí.")}}}
	d, err := testRenderer().Prepare(a)
	if err != nil {
		t.Fatal(err)
	}
	var atom, feed bytes.Buffer
	if err := testFeed().WriteAtom(&atom, Documents(d)); err != nil {
		t.Fatal(err)
	}
	if err := testFeed().WriteJSON(&feed, Documents(d)); err != nil {
		t.Fatal(err)
	}
	mail, err := (&Email{Documents: []*Document{d}, FullText: true}).HTML()
	if err != nil {
		t.Fatal(err)
	}
	for what, s := range map[string]string{"RSS": rssOf(t, a), "Atom": atom.String(), "JSON Feed": feed.String(), "mail": string(mail)} {
		if strings.Contains(s, "Phần trả phí") || !strings.Contains(s, "Tóm tắt.") {
			t.Errorf("%s: %s", what, s)
		}
	}
}

// A page without a paragraph has a description all the same.
func TestDescriptionOfAnything(t *testing.T) {
	for _, test := range []struct {
		body article.Body
		want string
	}{
		{article.Body{&article.List{Items: []article.Body{{&article.Paragraph{Text: article.Plain("Một")}}, {&article.Paragraph{Text: article.Plain("Hai")}}}}}, "Một Hai"},
		{article.Body{&article.Table{Rows: [][]article.Cell{{{Text: article.Plain("Lúa")}, {Text: article.Plain("5 tấn")}}}}}, "Lúa 5 tấn"},
		{article.Body{&article.Divider{}}, "Tin"},
	} {
		d, err := testRenderer().Prepare(&article.Article{Headline: "Tin", Body: test.body})
		if err != nil || d.Description() != test.want {
			t.Errorf("Description() = %q, %v, want %q", d.Description(), err, test.want)
		}
	}
}

// A film without a picture is no VideoObject, which readers refuse without one.
func TestVideoObjectHasThumbnail(t *testing.T) {
	video := &article.Video{Title: "Phim", Sources: []article.Rendition{{URL: "/v.mp4"}}}
	a := &article.Article{Headline: "Tin", URL: "/tin.html", Body: article.Body{video}}
	if s := documentOf(t, a).JSONLD(); strings.Contains(string(s), "VideoObject") {
		t.Errorf("a VideoObject without a thumbnail: %s", s)
	}
	video.Poster = &article.Image{URL: "/p.jpg"}
	if s := documentOf(t, a).JSONLD(); !strings.Contains(string(s), `"thumbnailUrl":"https://bao.example/p.jpg"`) {
		t.Errorf("no VideoObject with its thumbnail: %s", s)
	}
}

// The home page names the site and who publishes it; other lists say where they are.
func TestListingStructuredData(t *testing.T) {
	for url, want := range map[string]string{"/": `"@type":"WebSite","@id":"https://bao.example/#site","url":"https://bao.example/","name":"Báo Mẫu"`, "/muc/": `"@type":"BreadcrumbList"`} {
		html := string((&Listing{Renderer: testRenderer(), Title: "Mục", URL: url}).HTML())
		if !strings.Contains(html, want) || strings.Count(html, "ld+json") != 1 {
			t.Errorf("the list at %s lacks %s:\n%s", url, want, html)
		}
	}
}

// No two links that a page makes of its own words have one name and different ends.
func TestNamesOfLinks(t *testing.T) {
	far := func(n, alt string) *article.Image {
		return &article.Image{URL: "https://k.example/" + n + ".jpg", Alt: alt}
	}
	film := func(n, caption string) *article.Video {
		return &article.Video{Sources: []article.Rendition{{URL: "/" + n + ".mp4"}}, Caption: article.Plain(caption)}
	}
	r := testRenderer()
	r.RemoteImages = RemoteLink
	html, err := r.Body(article.Body{far("1", "Cầu"), far("2", "Cầu"), far("3", ""), far("4", ""), film("1", "Gặt lúa"), film("2", ""), film("3", "")})
	if err != nil {
		t.Fatal(err)
	}
	seen := map[string]bool{}
	for _, m := range regexp.MustCompile(`<a [^>]*>([^<]*)</a>`).FindAllStringSubmatch(string(html), -1) {
		if seen[m[1]] {
			t.Errorf("two links are named %q", m[1])
		}
		seen[m[1]] = true
	}
	if len(seen) != 7 || !seen["Gặt lúa"] {
		t.Errorf("links: %v", seen)
	}
}

// Names that stand twice among sections and tags stand once in feeds.
func TestCategoriesOnce(t *testing.T) {
	a := &article.Article{ID: "1", URL: "/x.html", Headline: "x", Published: day, Sections: []article.Section{{Name: "Lúa"}, {Name: "Gạo"}}}
	for _, name := range []string{"Gạo", "An", "Gạo", "a", "b", "c", "d", "e", "f", "g", "h", "An"} {
		a.Tags = append(a.Tags, article.Tag{Name: name})
	}
	for _, n := range []int{4, 12} { // few and many
		short := *a
		short.Tags = a.Tags[:n]
		s := rssOf(t, &short)
		for name, want := range map[string]int{"Lúa": 1, "Gạo": 1, "An": 1} {
			if got := strings.Count(s, "<category>"+name+"</category>"); got != want {
				t.Errorf("%d tags: category %s stands %d times:\n%s", n, name, got, s)
			}
		}
		if ld := string(documentOf(t, &short).JSONLD()); !strings.Contains(ld, `"keywords":["Gạo","An","a"`) {
			t.Errorf("keywords: %s", ld)
		}
	}
}

func TestLocale(t *testing.T) {
	for lang, want := range map[string]string{"vi": "vi_VN", "en": "en_US", "sv": "sv_SE", "pt-BR": "pt_BR", "zh-Hant-TW": "zh_TW", "": "", "hmn": "", "x y": ""} {
		if got := locale(lang); got != want {
			t.Errorf("locale(%q) = %q, want %q", lang, got, want)
		}
	}
}

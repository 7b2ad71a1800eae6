package render

import (
	"bytes"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/toasoan/toasoan/article"
)

var update = flag.Bool("update", false, "rewrite the golden files")

// golden is a file of testdata: a comment, the article in JSON, then what each
// printer makes of it.
type golden struct {
	comment  string
	names    []string
	sections map[string]string
}

func readGolden(t testing.TB, file string) *golden {
	t.Helper()
	data, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	g := &golden{sections: map[string]string{}}
	name, from := "", 0
	lines := strings.SplitAfter(string(data), "\n")
	flush := func(to int) {
		s := strings.Join(lines[from:to], "")
		if name == "" {
			g.comment = s
			return
		}
		g.names = append(g.names, name)
		g.sections[name] = s
	}
	for i, l := range lines {
		if strings.HasPrefix(l, "-- ") && strings.HasSuffix(l, " --\n") {
			flush(i)
			name, from = strings.TrimSuffix(strings.TrimPrefix(l, "-- "), " --\n"), i+1
		}
	}
	flush(len(lines))
	return g
}

// goldenArticles returns the articles of testdata by name.
func goldenArticles(t testing.TB) map[string]*article.Article {
	t.Helper()
	files, err := filepath.Glob("testdata/*.txtar")
	if err != nil || len(files) == 0 {
		t.Fatal("no golden files", err)
	}
	articles := map[string]*article.Article{}
	for _, f := range files {
		g := readGolden(t, f)
		a, err := article.Decode(strings.NewReader(g.sections["article.json"]), nil)
		if err != nil {
			t.Fatalf("%s: %v", f, err)
		}
		articles[strings.TrimSuffix(filepath.Base(f), ".txtar")] = a
	}
	return articles
}

// testSite is the site of the tests.
func testRenderer() *Renderer {
	logo := &article.Image{URL: "/logo.png", Width: 512, Height: 512}
	return &Renderer{Site: Site{
		Name: "Báo Mẫu", URL: "https://bao.example/", Icon: "/icon.svg", ThemeColor: "#ffffff", TwitterSite: "@baomau",
		Publisher: article.Organization{Kind: article.OrganizationNews, Logo: logo, CorrectionsPolicy: "/dinh-chinh"},
		Feeds:     []FeedLink{{"Báo Mẫu", "/rss.xml", "application/rss+xml"}, {"Báo Mẫu", "/atom.xml", "application/atom+xml"}},
		Image:     &article.Image{URL: "/chung.png", Width: 1200, Height: 630, Alt: "Báo Mẫu"},
	}}
}

func testFeed() *Feed {
	return &Feed{
		Title: "Báo Mẫu", Description: "Tin mới", URL: "https://bao.example/", SelfURL: "https://bao.example/feed",
		HubURL: "https://hub.example/", NextURL: "https://bao.example/feed?p=2", FullText: true,
		Image: &article.Image{URL: "https://bao.example/logo.png"}, LeftOut: func(*Document, error) {},
	}
}

// printers are all the printers, by the name of their section.
var printers = []struct {
	name  string
	print func(t testing.TB, d *Document) string
}{
	{"article.html", func(_ testing.TB, d *Document) string { return string(d.HTML()) }},
	{"page.html", func(_ testing.TB, d *Document) string {
		p := &Page{Document: d, Related: []Teaser{{URL: "/khac.html", Title: "Bài khác", Reason: "cùng chủ đề", Published: d.Published()}}, Older: &Teaser{URL: "/cu.html", Title: "Bài cũ"}}
		return string(p.HTML())
	}},
	{"card.html", func(_ testing.TB, d *Document) string { return string(d.Card(3)) }},
	{"article.txt", func(_ testing.TB, d *Document) string { return d.Text() }},
	{"article.md", func(_ testing.TB, d *Document) string { return d.Markdown() }},
	{"article.jsonld", func(_ testing.TB, d *Document) string { return string(d.JSONLD()) + "\n" }},
	{"breadcrumb.jsonld", func(_ testing.TB, d *Document) string { return string(d.BreadcrumbJSONLD()) + "\n" }},
	{"article.ninjs", func(_ testing.TB, d *Document) string { return string(d.NINJS()) }},
	{"article.ssml", func(_ testing.TB, d *Document) string { return d.SSML() }},
	{"script.txt", func(_ testing.TB, d *Document) string { return d.Script() }},
	{"oembed.json", func(_ testing.TB, d *Document) string { return string(d.OEmbed()) }},
	{"rss.xml", func(t testing.TB, d *Document) string {
		var b bytes.Buffer
		if err := testFeed().WriteRSS(&b, Documents(d)); err != nil {
			t.Fatal(err)
		}
		return b.String()
	}},
	{"atom.xml", func(_ testing.TB, d *Document) string {
		var b bytes.Buffer
		if err := testFeed().WriteAtom(&b, Documents(d)); err != nil {
			return "error: " + err.Error() + "\n"
		}
		return b.String()
	}},
	{"feed.json", func(t testing.TB, d *Document) string {
		var b bytes.Buffer
		if err := testFeed().WriteJSON(&b, Documents(d)); err != nil {
			t.Fatal(err)
		}
		return b.String()
	}},
	{"sitemap.xml", func(_ testing.TB, d *Document) string {
		var b bytes.Buffer
		if _, err := WriteSitemap(&b, one(d.SitemapURL())); err != nil {
			return "error: " + err.Error() + "\n"
		}
		return b.String()
	}},
	{"sitemap-extended.xml", func(_ testing.TB, d *Document) string {
		var b bytes.Buffer
		if _, err := WriteSitemap(&b, one(d.SitemapURL()), SitemapImages, SitemapVideos, SitemapAlternates); err != nil {
			return "error: " + err.Error() + "\n"
		}
		return b.String()
	}},
	{"news.xml", func(_ testing.TB, d *Document) string {
		var b bytes.Buffer
		if _, err := WriteNewsSitemap(&b, d.Published(), one(d.SitemapURL()), nil); err != nil {
			return "error: " + err.Error() + "\n"
		}
		return b.String()
	}},
	{"email.html", func(_ testing.TB, d *Document) string {
		s, err := (&Email{Documents: []*Document{d}, FullText: true, Footer: "<p>Tòa soạn Báo Mẫu</p>"}).HTML()
		if err != nil {
			return "error: " + err.Error() + "\n"
		}
		return string(s)
	}},
}

func one(u URL) func(yield func(URL, error) bool) {
	return func(yield func(URL, error) bool) { yield(u, nil) }
}

func TestGolden(t *testing.T) {
	files, _ := filepath.Glob("testdata/*.txtar")
	for _, f := range files {
		t.Run(strings.TrimSuffix(filepath.Base(f), ".txtar"), func(t *testing.T) {
			g := readGolden(t, f)
			a, err := article.Decode(strings.NewReader(g.sections["article.json"]), nil)
			if err != nil {
				t.Fatal(err)
			}
			d, err := testRenderer().Prepare(a)
			if err != nil {
				t.Fatal(err)
			}
			out := fmt.Sprintf("%s-- article.json --\n%s", g.comment, g.sections["article.json"])
			for _, p := range printers {
				got := p.print(t, d)
				out += "-- " + p.name + " --\n" + got
				if want := g.sections[p.name]; got != want && !*update {
					t.Errorf("%s differs from %s; run go test -update and read the difference\n%s", p.name, f, firstDifference(got, want))
				}
			}
			if *update {
				if err := os.WriteFile(f, []byte(out), 0o666); err != nil {
					t.Fatal(err)
				}
			}
		})
	}
}

func firstDifference(got, want string) string {
	g, w := strings.Split(got, "\n"), strings.Split(want, "\n")
	for i := range g {
		if i >= len(w) || g[i] != w[i] {
			other := ""
			if i < len(w) {
				other = w[i]
			}
			return fmt.Sprintf("line %d:\n got %s\nwant %s", i+1, g[i], other)
		}
	}
	return "shorter than wanted"
}

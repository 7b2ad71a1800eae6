package render

import (
	"bytes"
	"strings"
	"testing"
	"time"

	"github.com/toasoan/toasoan/article"
)

func boundArticle() (*article.Article, *article.Video) {
	v := &article.Video{
		Title: "Trận đấu", Sources: []article.Rendition{{URL: "/tran.mp4", MediaType: "video/mp4"}}, Duration: 90,
		Poster: &article.Image{URL: "/tran.jpg"}, Transcript: article.Body{plainPara("Lời bình.")},
		Chapters: []article.Chapter{{Start: 0, Title: "Hiệp một"}, {Start: 30.5, Title: "Hiệp hai"}},
	}
	return &article.Article{
		Headline: "Tin", URL: "/tin.html", Published: time.Date(2026, 11, 20, 9, 0, 0, 0, time.UTC), Expires: time.Date(2027, 1, 1, 0, 0, 0, 0, time.UTC),
		Body: article.Body{plainPara("Chữ."), v},
	}, v
}

// leaving returns what leaves the site of an article.
func leaving(t *testing.T, d *Document) map[string]string {
	t.Helper()
	feed := testRenderer().Feed("/feed")
	feed.FullText = true
	var rss, atom, json bytes.Buffer
	for _, err := range []error{feed.WriteRSS(&rss, Documents(d)), feed.WriteAtom(&atom, Documents(d)), feed.WriteJSON(&json, Documents(d))} {
		if err != nil {
			t.Fatal(err)
		}
	}
	return map[string]string{"RSS": rss.String(), "Atom": atom.String(), "JSON Feed": json.String(), "e-mail": mailOf(t, &Email{Documents: []*Document{d}, FullText: true})}
}

// A video that is not for everywhere, or not for ever, does not leave the site in
// feeds and e-mails; its picture does.
func TestBoundVideo(t *testing.T) {
	for name, change := range map[string]func(v *article.Video){
		"regions": func(v *article.Video) { v.Regions = []string{"VN", "LA"} },
		"expires": func(v *article.Video) { v.Expires = time.Date(2026, 12, 1, 0, 0, 0, 0, time.UTC) },
		"free":    func(v *article.Video) {},
	} {
		a, v := boundArticle()
		change(v)
		d := documentOf(t, a)
		for what, s := range leaving(t, d) {
			if got := strings.Contains(s, "tran.mp4"); got != (name == "free") {
				t.Errorf("%s: the file is in %s: %t\n%s", name, what, got, s)
			}
			if got := strings.Contains(s, "Lời bình"); got != (name == "free") {
				t.Errorf("%s: the transcript is in %s: %t", name, what, got)
			}
			if !strings.Contains(s, "tran.jpg") || !strings.Contains(s, "Trận đấu") {
				t.Errorf("%s: %s lacks picture or title: %s", name, what, s)
			}
		}
		var sitemap strings.Builder
		if _, err := WriteSitemap(&sitemap, SitemapURLs(Documents(d)), SitemapVideos); err != nil {
			t.Fatal(err)
		}
		ld := string(d.JSONLD())
		for _, want := range map[string][]string{
			"regions": {`"regionsAllowed":["VN","LA"]`, `"expires":"2027-01-01T07:00:00+07:00"`, `<video:restriction relationship="allow">VN LA</video:restriction>`},
			"expires": {`"contentUrl":"https://bao.example/tran.mp4"`, `"expires":"2026-12-01T07:00:00+07:00"`, "<video:expiration_date>2026-12-01T"},
			"free":    {`"expires":"2027-01-01T07:00:00+07:00"`, "<video:expiration_date>2027-01-01T"},
		}[name] {
			if !strings.Contains(ld+sitemap.String(), want) {
				t.Errorf("%s: no %s in %s\n%s", name, want, ld, sitemap.String())
			}
		}
		if name == "regions" && strings.Contains(ld, "tran.mp4") {
			t.Errorf("JSON-LD hands out the file: %s", ld)
		}
		if !strings.Contains(string(d.HTML()), "tran.mp4") {
			t.Errorf("%s: the page lacks the video", name)
		}
	}
}

// Chapters are links to where they begin.
func TestChapters(t *testing.T) {
	a, v := boundArticle()
	v.Chapters = append(v.Chapters, article.Chapter{Start: 3723, Title: "Sau trận"})
	v.Duration = 4000
	d := documentOf(t, a)
	for what, s := range map[string]string{
		"page":     string(d.HTML()),
		"text":     d.Text(),
		"Markdown": d.Markdown(),
	} {
		if strings.Count(s, "0:30 Hiệp hai") < 1 || !strings.Contains(s, "1:02:03 Sau trận") {
			t.Errorf("%s: %s", what, s)
		}
	}
	if s := string(d.Body()); !strings.Contains(s, "<ol class=\"chapters\">\n<li><a href=\"/tran.mp4#t=0\">0:00 Hiệp một</a></li>\n<li><a href=\"/tran.mp4#t=30.5\">0:30 Hiệp hai</a></li>\n") {
		t.Errorf("page: %s", s)
	}
	want := `"hasPart":[{"@type":"Clip","name":"Hiệp một","startOffset":0,"endOffset":30.5,"url":"https://bao.example/tran.mp4#t=0"},` +
		`{"@type":"Clip","name":"Hiệp hai","startOffset":30.5,"endOffset":3723,"url":"https://bao.example/tran.mp4#t=30.5"},` +
		`{"@type":"Clip","name":"Sau trận","startOffset":3723,"endOffset":4000,"url":"https://bao.example/tran.mp4#t=3723"}]`
	if s := string(d.JSONLD()); !strings.Contains(s, want) {
		t.Errorf("JSON-LD: %s", s)
	}
}

// A play list is for players: links, feeds and search engines get a file.
func TestPlayList(t *testing.T) {
	a, v := boundArticle()
	v.Sources = []article.Rendition{{URL: "/tran.m3u8"}, {URL: "/tran.mpd", MediaType: "application/dash+xml"}, {URL: "/tran.mp4", MediaType: "video/mp4", Size: 9}}
	d, err := testRenderer().Prepare(a)
	if err != nil {
		t.Fatal(err)
	}
	outputs := leaving(t, d)
	outputs["page"], outputs["JSON-LD"] = string(d.HTML()), string(d.JSONLD())
	var sitemap bytes.Buffer
	if _, err := WriteSitemap(&sitemap, one(d.SitemapURL()), SitemapVideos); err != nil {
		t.Fatal(err)
	}
	outputs["sitemap"] = sitemap.String()
	for name, want := range map[string]string{
		"page": `<a href="/tran.mp4#t=30.5">`, "JSON-LD": `"contentUrl":"https://bao.example/tran.mp4","encodingFormat":"video/mp4"`,
		"RSS": `<enclosure url="https://bao.example/tran.mp4"`, "sitemap": "<video:content_loc>https://bao.example/tran.mp4<",
	} {
		if !strings.Contains(outputs[name], want) {
			t.Errorf("%s has no %s: %s", name, want, outputs[name])
		}
	}
	if !strings.Contains(outputs["page"], `<source src="/tran.m3u8">`) {
		t.Errorf("the player has no play list: %s", outputs["page"])
	}
	v.Sources = v.Sources[:1]
	if d, err = testRenderer().Prepare(a); err != nil || !strings.Contains(string(d.HTML()), `<a href="/tran.m3u8#t=30.5">`) {
		t.Errorf("a play list alone is not used: %v %s", err, d.HTML())
	}
}

package render

import (
	"crypto/sha256"
	"encoding/base64"
	"fmt"
	"html/template"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"
	"time"

	"github.com/toasoan/toasoan/article"
)

func TestResponse(t *testing.T) {
	d, err := testRenderer().Prepare(goldenArticles(t)["live"])
	if err != nil {
		t.Fatal(err)
	}
	page := &Page{Document: d}
	res := page.Response()
	get := func(method string, header ...string) *http.Response {
		req := httptest.NewRequest(method, "/", nil)
		for i := 0; i < len(header); i += 2 {
			req.Header.Set(header[i], header[i+1])
		}
		rec := httptest.NewRecorder()
		res.ServeHTTP(rec, req)
		return rec.Result()
	}
	first := get("GET")
	etag, modified := first.Header.Get("ETag"), first.Header.Get("Last-Modified")
	if first.StatusCode != 200 || etag != res.ETag() || modified != "Thu, 01 Oct 2026 02:30:00 GMT" {
		t.Errorf("GET: %d, ETag %s, Last-Modified %s", first.StatusCode, etag, modified)
	}
	for _, test := range []struct {
		name, method string
		header       []string
		want         int
	}{
		{"same ETag", "GET", []string{"If-None-Match", etag}, 304},
		{"one of several ETags", "GET", []string{"If-None-Match", `"x", W/` + etag}, 304},
		{"other ETag", "GET", []string{"If-None-Match", `"x"`}, 200},
		{"not modified", "GET", []string{"If-Modified-Since", modified}, 304},
		{"modified", "GET", []string{"If-Modified-Since", "Wed, 30 Sep 2026 02:30:00 GMT"}, 200},
		{"ETag beats date", "GET", []string{"If-None-Match", `"x"`, "If-Modified-Since", modified}, 200},
		{"HEAD", "HEAD", nil, 200},
		{"POST", "POST", nil, 405},
	} {
		if got := get(test.method, test.header...); got.StatusCode != test.want {
			t.Errorf("%s: %d, want %d", test.name, got.StatusCode, test.want)
		}
	}
	if again := page.Response(); again.ETag() != etag {
		t.Error("the ETag of the same page changes")
	}
	other := (&Page{Document: d, Layout: Layout{Footer: "<footer>x</footer>"}}).Response()
	if other.ETag() == etag {
		t.Error("another page has the same ETag")
	}
}

// The policy allows exactly what the page holds: its hashes are computed again
// from the bytes between the tags.
func TestCSP(t *testing.T) {
	r := testRenderer()
	r.Embeds = EmbedsFrame
	d, err := r.Prepare(goldenArticles(t)["full"])
	if err != nil {
		t.Fatal(err)
	}
	const css, js = "p > a {\n color: #123 }", `document.title = "a & b"`
	page := &Page{Document: d, Layout: Layout{
		Styles: []template.CSS{template.CSS(strings.ReplaceAll(css, "\n", "\r\n"))}, Head: template.HTML("<script>" + js + "</script>"),
		Footer: `<script src="https://cdn.example/x.js"></script><script src="/y.js"></script>`,
	}}
	csp := page.CSP()
	hash := func(s string) string {
		sum := sha256.Sum256([]byte(s))
		return "'sha256-" + base64.StdEncoding.EncodeToString(sum[:]) + "'"
	}
	for _, want := range []string{
		"default-src 'none'", "base-uri 'none'", "style-src " + hash(css),
		"script-src " + hash(js) + " https://cdn.example 'self'", "frame-src https://www.youtube-nocookie.com",
	} {
		if !strings.Contains(csp, want) {
			t.Errorf("CSP lacks %s:\n%s", want, csp)
		}
	}
	if strings.Contains(csp, "unsafe") || strings.Contains(csp, "ld+json") {
		t.Errorf("CSP = %s", csp)
	}
	if every := CSP([]byte("<script src='https://*/x.js'></script><img src='//*'>")); strings.Contains(every, "*") {
		t.Errorf("CSP allows every host: %s", every)
	}
	bare := CSP([]byte("<p>x</p>"))
	if strings.Contains(bare, "script-src") || strings.Contains(bare, "frame-src") || strings.Contains(bare, "style-src") {
		t.Errorf("CSP of a page without styles, scripts and frames: %s", bare)
	}
}

func TestZeroValues(t *testing.T) {
	var d Document
	for _, p := range printers {
		switch p.name {
		case "page.html", "rss.xml", "atom.xml", "feed.json", "sitemap.xml", "sitemap-extended.xml", "news.xml", "email.html":
			continue // they say what they lack
		}
		p.print(t, &d) // must not panic
	}
	if s := (&Page{Document: &d}).HTML(); !strings.Contains(string(s), "<main") {
		t.Error("no page for the zero Document")
	}
	if d.Visible(time.Now()) || !d.Published().IsZero() || d.ID() != "" || d.Lang() != "vi" {
		t.Error("the zero Document tells something")
	}
}

// No article makes a header that servers refuse.
func TestHeadersAreBound(t *testing.T) {
	hero := &article.Image{URL: "/a.jpg", Width: 9000, Alt: "A"}
	var body article.Body
	for i := range 300 {
		host := fmt.Sprintf("https://%s%d.example/a", strings.Repeat("a", 200), i)
		hero.Renditions = append(hero.Renditions, article.Rendition{URL: "/" + strings.Repeat("b", 3900), Width: i + 1})
		body = append(body, &article.Image{URL: host, Alt: "A"}, &article.Video{Sources: []article.Rendition{{URL: host}}})
	}
	d, err := testRenderer().Prepare(&article.Article{Headline: "A", URL: "/a.html", Published: day, Hero: hero, Body: body})
	if err != nil {
		t.Fatal(err)
	}
	w := httptest.NewRecorder()
	(&Page{Document: d}).Response().ServeHTTP(w, httptest.NewRequest("GET", "/a.html", nil))
	size := 0
	for name, values := range w.Header() {
		size += len(name) + len(strings.Join(values, ""))
	}
	if csp := w.Header().Get("Content-Security-Policy"); size > 4<<10 || !strings.Contains(csp, "img-src * data:; media-src *") {
		t.Errorf("the header has %d bytes: %s", size, csp)
	}
}

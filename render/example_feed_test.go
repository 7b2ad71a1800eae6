package render_test

import (
	"fmt"
	"io"
	"log"
	"os"
	"time"

	"github.com/toasoan/toasoan/article"
	"github.com/toasoan/toasoan/render"
)

// The sitemap of a whole site, split where it must be, of documents that come one
// after the other from wherever they are.
func ExampleSitemap() {
	docs := func(yield func(*render.Document, error) bool) {
		for i := range 3 {
			if !yield(prepared(func(a *article.Article) { a.URL = fmt.Sprintf("/tin-%d.html", i) }), nil) {
				return
			}
		}
	}
	now := time.Date(2026, 11, 21, 8, 0, 0, 0, time.UTC)
	site := &render.Sitemap{
		BaseURL: "https://bao.example/",
		Create: func(name string) (io.WriteCloser, error) { // such as os.Create in a folder
			fmt.Println("--", name)
			return printed{}, nil
		},
	}
	entries, parts, err := site.Write(render.SitemapURLs(render.Visible(docs, now)))
	if err != nil {
		log.Fatal(err)
	}
	fmt.Println("--", entries, "entries,", parts, "part")
	// Output:
	// -- sitemap-1.xml
	// <?xml version="1.0" encoding="utf-8"?>
	// <urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
	// <url>
	// <loc>https://bao.example/tin-0.html</loc>
	// <lastmod>2026-11-20T08:30:00+07:00</lastmod>
	// </url>
	// <url>
	// <loc>https://bao.example/tin-1.html</loc>
	// <lastmod>2026-11-20T08:30:00+07:00</lastmod>
	// </url>
	// <url>
	// <loc>https://bao.example/tin-2.html</loc>
	// <lastmod>2026-11-20T08:30:00+07:00</lastmod>
	// </url>
	// </urlset>
	// -- sitemap.xml
	// <?xml version="1.0" encoding="utf-8"?>
	// <sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
	// <sitemap>
	// <loc>https://bao.example/sitemap-1.xml</loc>
	// <lastmod>2026-11-20T08:30:00+07:00</lastmod>
	// </sitemap>
	// </sitemapindex>
	// -- 3 entries, 1 part
}

// printed is a file that is printed.
type printed struct{}

func (printed) Write(b []byte) (int, error) { return os.Stdout.Write(b) }
func (printed) Close() error                { return nil }

// What is new for news search: the last two days, at most a thousand articles.
func ExampleWriteNewsSitemap() {
	now := time.Date(2026, 11, 21, 8, 0, 0, 0, time.UTC)
	old := prepared(func(a *article.Article) { a.URL, a.Published = "/cu.html", now.AddDate(0, 0, -3) })
	left := func(u render.URL, err error) { fmt.Println("left out:", u.Loc) }
	n, err := render.WriteNewsSitemap(os.Stdout, now, render.SitemapURLs(render.Documents(old, prepared(nil))), left)
	if err != nil {
		log.Fatal(err)
	}
	fmt.Println(n, "entry")
	// Output:
	// left out: https://bao.example/cu.html
	// <?xml version="1.0" encoding="utf-8"?>
	// <urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:news="http://www.google.com/schemas/sitemap-news/0.9">
	// <url>
	// <loc>https://bao.example/kinh-te/gia-gao.html</loc>
	// <lastmod>2026-11-20T08:30:00+07:00</lastmod>
	// <news:news>
	// <news:publication>
	// <news:name>Báo Mẫu</news:name>
	// <news:language>vi</news:language>
	// </news:publication>
	// <news:publication_date>2026-11-20T08:30:00+07:00</news:publication_date>
	// <news:title>Giá gạo xuất khẩu tăng</news:title>
	// </news:news>
	// </url>
	// </urlset>
	// 1 entry
}

// A paged feed, and the hub that tells readers of changes.
func ExampleFeed() {
	feed := render.Feed{
		Title: "Báo Mẫu", URL: "https://bao.example/", SelfURL: "https://bao.example/feed.json",
		NextURL: "https://bao.example/feed-2.json", HubURL: "https://hub.example/",
	}
	if err := feed.WriteJSON(os.Stdout, render.Documents(prepared(nil))); err != nil {
		log.Fatal(err)
	}
	// Output:
	// {"version":"https://jsonfeed.org/version/1.1","title":"Báo Mẫu","home_page_url":"https://bao.example/","feed_url":"https://bao.example/feed.json","next_url":"https://bao.example/feed-2.json","hubs":[{"type":"WebSub","url":"https://hub.example/"}],"authors":[{"name":"Báo Mẫu"}],"language":"vi","items":[
	// {"id":"bao.example:1","url":"https://bao.example/kinh-te/gia-gao.html","title":"Giá gạo xuất khẩu tăng","content_text":"Giá gạo 5% tấm lên mức cao nhất từ đầu năm.","summary":"Giá gạo 5% tấm lên mức cao nhất từ đầu năm.","date_published":"2026-11-20T08:30:00+07:00","authors":[{"name":"Thu Hà"}],"language":"vi"}
	// ]}
}

// What another newsroom gets: ninjs of the IPTC.
func ExampleDocument_NINJS() {
	show(string(prepared(nil).NINJS()), `"headlines"`, "]")
	// Output: "headlines":[{"role":"main","contentType":"text/plain","value":"Giá gạo xuất khẩu tăng"}]
}

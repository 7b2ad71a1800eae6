// Publish makes all that a newsroom publishes of the rows of its CMS: a page with
// structured data and related articles for each, RSS, Atom and a sitemap.
package main

import (
	"errors"
	"io"
	"log"
	"maps"
	"os"
	"slices"
	"strings"
	"time"

	"github.com/toasoan/toasoan/article"
	"github.com/toasoan/toasoan/article/importer"
	"github.com/toasoan/toasoan/article/viet"
	"github.com/toasoan/toasoan/related"
	"github.com/toasoan/toasoan/render"
)

// A row is an article as a CMS keeps it: all of it text.
type row struct{ id, url, title, lead, html, author, date string }

// An output is where publish writes.
type output struct{ page, rss, atom, sitemap io.Writer }

// begin
var (
	site        = render.Renderer{Site: render.Site{Name: "Báo Mẫu", URL: "https://bao.example/"}}
	index, docs = related.New(), map[string]*render.Document{}
)

func publish(r row, out output) error {
	published, errDate := viet.ParseDateTime(r.date, time.FixedZone("", 7*60*60))
	a, _, errBody := importer.Article(strings.NewReader(r.html), &article.Article{
		ID: r.id, URL: r.url, Headline: r.title,
		Lead: article.Plain(r.lead), Credits: importer.Credits(r.author), Published: published,
	}, nil)
	doc, err := site.Prepare(a)
	if err := errors.Join(errDate, errBody, err); err != nil {
		return err // all that is wrong with the row at once
	}
	docs[r.id] = doc
	page := render.Page{Document: doc}
	for _, hit := range index.Related(related.DocOf(a), nil) {
		page.Related = append(page.Related, docs[hit.ID].Teaser().Because(hit.Line("vi")))
	}
	all := render.Documents(slices.Collect(maps.Values(docs))...)
	_, errPage := page.WriteTo(out.page) // JSON-LD is in its head
	_, errMap := render.WriteSitemap(out.sitemap, render.SitemapURLs(all))
	return errors.Join(errPage, errMap, site.Feed("/rss.xml").WriteRSS(out.rss, all),
		site.Feed("/atom.xml").WriteAtom(out.atom, all), index.Add(related.DocOf(a)))
}

// end

func main() {
	for _, r := range rows {
		log.Println("publishing", r.url)
		if err := publish(r, output{os.Stdout, os.Stdout, os.Stdout, os.Stdout}); err != nil {
			log.Fatal(err)
		}
	}
}

var rows = []row{
	{
		"1035", "/thu-vien-thon.html", "Thư viện thôn Kon Rẫy mở cửa.", "Thư viện có 200 cuốn sách cho trẻ em.",
		`<p><img src="/thu-vien.jpg" alt="Em nhỏ đọc sách"></p><p><i>&nbsp; Giờ đọc sách. Ảnh: Lan Chi</i></p><p>Sáng nay, thư viện thôn Kon Rẫy đón bạn đọc nhỏ tuổi.</p>`,
		"Quốc Vy - Báo Mẫu", "20/11/2026 09:00",
	},
	{
		"1036", "/them-sach.html", "Thư viện thôn Kon Rẫy thêm sách", "Bạn đọc nhỏ tuổi có thêm 300 cuốn.",
		`<p>Thư viện thôn Kon Rẫy vừa nhận 300 cuốn sách mới cho bạn đọc nhỏ tuổi.</p>`,
		"Lan Chi", "Thứ Bảy, 21/11/2026, 15:30 (GMT+7)",
	},
}

package versus

import (
	"encoding/xml"
	"io"
	"iter"
	"testing"

	"github.com/gorilla/feeds"

	"github.com/toasoan/toasoan/render"
)

const items = 10_000

type rssItem struct {
	Title       string `xml:"title"`
	Link        string `xml:"link"`
	GUID        string `xml:"guid"`
	PubDate     string `xml:"pubDate"`
	Creator     string `xml:"http://purl.org/dc/elements/1.1/ creator"`
	Description string `xml:"description"`
	Content     string `xml:"http://purl.org/rss/1.0/modules/content/ encoded"`
}

type rss struct {
	XMLName xml.Name   `xml:"rss"`
	Version string     `xml:"version,attr"`
	Title   string     `xml:"channel>title"`
	Link    string     `xml:"channel>link"`
	Items   []*rssItem `xml:"channel>item"`
}

// A feed of 10,000 articles of 2 KB with their whole text, from documents that
// are in memory.
func BenchmarkFeed(b *testing.B) {
	d := prepare(b, ordinary(1, 2<<10))
	body := string(d.Body())
	docs := iter.Seq2[*render.Document, error](func(yield func(*render.Document, error) bool) {
		for range items {
			if !yield(d, nil) {
				return
			}
		}
	})
	b.Run("render", func(b *testing.B) {
		f := &render.Feed{Title: "Báo Mẫu", URL: "https://bao.example/", FullText: true}
		b.ReportAllocs()
		for b.Loop() {
			if err := f.WriteRSS(io.Discard, docs); err != nil {
				b.Fatal(err)
			}
		}
	})
	b.Run("gorilla-feeds", func(b *testing.B) {
		b.ReportAllocs()
		for b.Loop() {
			f := &feeds.Feed{Title: "Báo Mẫu", Link: &feeds.Link{Href: "https://bao.example/"}, Created: published}
			for range items {
				f.Items = append(f.Items, &feeds.Item{
					Id: d.ID(), Title: d.Headline(), Link: &feeds.Link{Href: d.URL()}, Created: published,
					Author: &feeds.Author{Name: "Thu Hà"}, Description: d.Description(), Content: body,
				})
			}
			if err := f.WriteRss(io.Discard); err != nil {
				b.Fatal(err)
			}
		}
	})
	b.Run("encoding-xml", func(b *testing.B) {
		b.ReportAllocs()
		for b.Loop() {
			f := &rss{Version: "2.0", Title: "Báo Mẫu", Link: "https://bao.example/"}
			for range items {
				f.Items = append(f.Items, &rssItem{
					Title: d.Headline(), Link: d.URL(), GUID: d.ID(), PubDate: published.Format("Mon, 02 Jan 2006 15:04:05 -0700"),
					Creator: "Thu Hà", Description: d.Description(), Content: body,
				})
			}
			if err := xml.NewEncoder(io.Discard).Encode(f); err != nil {
				b.Fatal(err)
			}
		}
	})
}

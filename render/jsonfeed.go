package render

import (
	"cmp"
	"io"
	"iter"
	"math"
	"time"
)

// WriteJSON writes the feed as JSON Feed 1.1. An error of the sequence ends it.
func (f *Feed) WriteJSON(w io.Writer, docs iter.Seq2[*Document, error]) error {
	return f.write(w, docs, &jsonFeedPrinter{})
}

type jsonFeedPrinter struct{ items int }

func (*jsonFeedPrinter) begin(dst []byte, f *Feed, _ time.Time) []byte {
	w := jsonWriter{out: dst}
	w.open("", '{')
	w.str("version", "https://jsonfeed.org/version/1.1")
	w.str("title", f.Title)
	w.str("home_page_url", media(nil, f.URL))
	for _, l := range f.links() {
		switch l.rel {
		case "self":
			w.str("feed_url", l.url)
		case "next":
			w.str("next_url", l.url)
		case "hub":
			if l.url != "" {
				w.array("hubs", func() {
					w.object("", func() { w.str("type", "WebSub"); w.str("url", l.url) })
				})
			}
		}
	}
	w.str("description", f.Description)
	if f.Image != nil {
		if u := media(nil, f.Image.URL); isHTTP(u) {
			w.str("icon", u)
		}
	}
	if u := media(nil, f.Icon); isHTTP(u) {
		w.str("favicon", u)
	}
	w.array("authors", func() {
		w.object("", func() { w.str("name", cmp.Or(f.Author, f.Title)) })
	})
	w.str("language", f.lang())
	w.key("items")
	return append(w.out, "[\n"...)
}

func (p *jsonFeedPrinter) item(dst []byte, f *Feed, d *Document) []byte {
	a := d.a
	if p.items++; p.items > 1 {
		dst = append(dst, ",\n"...)
	}
	w := jsonWriter{out: dst}
	w.object("", func() {
		w.str("id", d.ID())
		w.str("url", d.url)
		if s := a.Source; s != nil {
			if u := d.address(s.URL); isHTTP(u) {
				w.str("external_url", u)
			}
		}
		w.str("title", a.Headline)
		if c := f.contentOf(d); c != "" {
			w.str("content_html", c)
		} else if s := d.sum; s != "" {
			w.str("content_text", s)
		} else {
			w.str("content_text", a.Headline)
		}
		w.str("summary", d.sum)
		if list := d.imgs; len(list) > 0 {
			if u := d.address(list[0].URL); isHTTP(u) {
				w.str("image", u)
			}
		}
		w.time("date_published", &d.r.Site, a.Published)
		if a.Modified.After(a.Published) {
			w.time("date_modified", &d.r.Site, a.Modified)
		}
		w.array("authors", func() {
			for name, u := range f.creators(d) {
				w.object("", func() {
					w.str("name", name)
					if isHTTP(u) {
						w.str("url", u)
					}
				})
			}
		})
		w.strs("tags", d.categories)
		w.str("language", a.Lang)
		w.array("attachments", func() {
			for _, r := range d.recordings() {
				w.object("", func() {
					w.str("url", r.url)
					w.str("mime_type", r.mediaType)
					w.str("title", r.title)
					w.num("size_in_bytes", r.size)
					w.num("duration_in_seconds", int64(math.Round(float64(r.length))))
				})
			}
		})
	})
	return w.out
}

func (*jsonFeedPrinter) end(dst []byte) []byte {
	return append(dst, "\n]}\n"...)
}

package render

import (
	"cmp"
	"io"
	"iter"
	"strconv"
	"strings"
	"time"

	"github.com/toasoan/toasoan/article"
)

// WriteRSS writes the feed as RSS 2.0 with the modules content, dc, media and
// atom. An error of the sequence ends it.
func (f *Feed) WriteRSS(w io.Writer, docs iter.Seq2[*Document, error]) error {
	return f.write(w, docs, rssPrinter{})
}

type rssPrinter struct{}

const xmlHeader = `<?xml version="1.0" encoding="utf-8"?>` + "\n"

// appendElement appends an XML element with text, unless the text is empty. The
// text must be UTF-8, as that of documents is.
func appendElement(dst []byte, name, text string) []byte {
	if text == "" {
		return dst
	}
	dst = append(dst, '<')
	dst = append(dst, name...)
	dst = append(dst, '>')
	inText.write(&dst, text)
	dst = append(dst, "</"...)
	dst = append(dst, name...)
	return append(dst, ">\n"...)
}

// appendEmpty appends an XML element without content. Pairs are its
// attributes; those without a value are left out, and so is the element if the
// first is.
func appendEmpty(dst []byte, name string, pairs ...string) []byte {
	if pairs[1] == "" {
		return dst
	}
	dst = append(dst, '<')
	dst = append(dst, name...)
	dst = appendPairs(dst, pairs...)
	return append(dst, "/>\n"...)
}

func appendPairs(dst []byte, pairs ...string) []byte {
	for i := 0; i+1 < len(pairs); i += 2 {
		if pairs[i+1] != "" {
			dst = appendAttr(dst, pairs[i], pairs[i+1])
		}
	}
	return dst
}

func (rssPrinter) begin(dst []byte, f *Feed, updated time.Time) []byte {
	dst = append(dst, xmlHeader...)
	dst = append(dst, `<rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:media="http://search.yahoo.com/mrss/">`...)
	dst = append(dst, "\n<channel>\n"...)
	dst = appendElement(dst, "title", f.Title)
	dst = appendElement(dst, "link", media(nil, f.URL))
	dst = append(dst, "<description>"...)
	if s := cmp.Or(f.Description, f.Title); strings.Contains(s, "<") { // which many readers take for HTML
		inTwice.write(&dst, s)
	} else {
		inText.write(&dst, s)
	}
	dst = append(dst, "</description>\n"...)
	dst = appendElement(dst, "language", f.lang())
	dst = appendElement(dst, "copyright", f.Copyright)
	if !updated.IsZero() {
		dst = append(dst, "<lastBuildDate>"...)
		dst = appendRFC822(dst, updated)
		dst = append(dst, "</lastBuildDate>\n"...)
	}
	for _, l := range f.links() {
		dst = appendEmpty(dst, "atom:link", "href", l.url, "rel", l.rel, "type", l.typ("application/rss+xml"))
	}
	if f.Image != nil {
		if u := media(nil, f.Image.URL); isHTTP(u) {
			dst = append(dst, "<image>\n"...)
			dst = appendElement(dst, "url", u)
			dst = appendElement(dst, "title", f.Title)
			dst = appendElement(dst, "link", media(nil, f.URL))
			dst = append(dst, "</image>\n"...)
		}
	}
	return dst
}

// A feedLink is a link of a feed to itself and its like.
type feedLink struct{ rel, url string }

// typ returns the media type of what the link leads to.
func (l feedLink) typ(own string) string {
	if l.rel == "hub" {
		return ""
	}
	return own
}

func (f *Feed) links() []feedLink {
	list := []feedLink{
		{"self", f.SelfURL},
		{"first", f.FirstURL},
		{"previous", f.PreviousURL},
		{"next", f.NextURL},
		{"last", f.LastURL},
		{"hub", f.HubURL},
	}
	for i := range list {
		if u := media(nil, list[i].url); isHTTP(u) {
			list[i].url = u
		} else {
			list[i].url = ""
		}
	}
	return list
}

func (rssPrinter) item(dst []byte, f *Feed, d *Document) []byte {
	a := d.a
	dst = append(dst, "<item>\n"...)
	dst = appendElement(dst, "title", a.Headline)
	dst = appendElement(dst, "link", d.url)
	id := d.ID()
	if strings.Contains(id, ":") { // and not one that some reader might follow
		id = d.iri()
	}
	if id == d.url {
		dst = append(dst, "<guid>"...)
		inText.write(&dst, id)
	} else {
		dst = append(dst, `<guid isPermaLink="false">`...)
		inText.write(&dst, id)
	}
	dst = append(dst, "</guid>\n"...)
	if t := d.Published(); !t.IsZero() {
		dst = append(dst, "<pubDate>"...)
		dst = appendRFC822(dst, t)
		dst = append(dst, "</pubDate>\n"...)
	}
	for name := range f.creators(d) {
		dst = appendElement(dst, "dc:creator", name)
	}
	if a.Lang != f.lang() {
		dst = appendElement(dst, "dc:language", a.Lang)
	}
	for _, c := range d.categories {
		dst = appendElement(dst, "category", c)
	}
	// A description is HTML to every reader, so text is escaped twice.
	if s := cmp.Or(d.sum, a.Headline); s != "" { // it must stand before content
		dst = append(dst, "<description>"...)
		inTwice.write(&dst, s)
		dst = append(dst, "</description>\n"...)
	}
	if f.full(d) {
		if c := d.contentXML(); c != "" {
			dst = append(dst, "<content:encoded>"...)
			dst = append(dst, c...)
			dst = append(dst, "</content:encoded>\n"...)
		}
	}
	for _, r := range d.recordings() {
		if r.size > 0 { // an enclosure without its length is wrong
			dst = appendEmpty(dst, "enclosure", "url", r.url, "length", strconv.FormatInt(r.size, 10), "type", r.mediaType)
			break
		}
	}
	for _, img := range d.imgs {
		dst = rssImage(dst, d, img)
	}
	if a.Modified.After(a.Published) {
		dst = appendDate(dst, "atom:updated", d.r.Site.local(a.Modified))
	}
	return append(dst, "</item>\n"...)
}

// rssImage appends a picture as Media RSS.
func rssImage(dst []byte, d *Document, img *article.Image) []byte {
	u := d.address(img.URL)
	if !isHTTP(u) {
		return dst
	}
	w, h := d.r.imageSize(img)
	dst = append(dst, "<media:content"...)
	dst = appendAttr(dst, "url", u)
	dst = append(dst, ` medium="image"`...)
	dst = appendPairs(dst, "type", img.MediaType)
	dst = appendSize(dst, "width", w)
	dst = appendSize(dst, "height", h)
	dst = append(dst, ">\n"...)
	dst = appendElement(dst, "media:description", valid(cmp.Or(oneLine(flat(img.Caption)), img.Alt)))
	for i := range img.Credits {
		dst = appendElement(dst, "media:credit", valid(creditLine(&img.Credits[i])))
	}
	return append(dst, "</media:content>\n"...)
}

// appendSize appends an attribute with a number unless it is zero or less.
func appendSize(dst []byte, name string, n int) []byte {
	if n <= 0 {
		return dst
	}
	dst = append(dst, ' ')
	dst = append(dst, name...)
	dst = append(dst, `="`...)
	dst = strconv.AppendInt(dst, int64(n), 10)
	return append(dst, '"')
}

func positive(n int) string {
	if n <= 0 {
		return ""
	}
	return strconv.Itoa(n)
}

func (rssPrinter) end(dst []byte) []byte {
	return append(dst, "</channel>\n</rss>\n"...)
}

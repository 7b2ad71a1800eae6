package render

import (
	"cmp"
	"io"
	"iter"
	"strings"
	"time"
)

// WriteAtom writes the feed as Atom 1.0 (RFC 4287). An error of the sequence
// ends it.
func (f *Feed) WriteAtom(w io.Writer, docs iter.Seq2[*Document, error]) error {
	return f.write(w, docs, atomPrinter{})
}

type atomPrinter struct{}

func (atomPrinter) begin(dst []byte, f *Feed, updated time.Time) []byte {
	dst = append(dst, xmlHeader...)
	dst = append(dst, `<feed xmlns="http://www.w3.org/2005/Atom"`...)
	dst = appendAttr(dst, "xml:lang", f.lang())
	dst = append(dst, ">\n"...)
	dst = appendElement(dst, "id", cmp.Or(media(nil, f.SelfURL), media(nil, f.URL)))
	dst = appendElement(dst, "title", f.Title)
	dst = appendElement(dst, "subtitle", f.Description)
	dst = append(dst, "<updated>"...)
	dst = updated.AppendFormat(dst, time.RFC3339)
	dst = append(dst, "</updated>\n"...)
	dst = appendEmpty(dst, "link", "href", media(nil, f.URL), "rel", "alternate", "type", "text/html")
	for _, l := range f.links() {
		dst = appendEmpty(dst, "link", "href", l.url, "rel", l.rel, "type", l.typ("application/atom+xml"))
	}
	dst = appendElement(dst, "rights", f.Copyright)
	if u := media(nil, f.Icon); isHTTP(u) {
		dst = appendElement(dst, "icon", u)
	}
	if f.Image != nil {
		if u := media(nil, f.Image.URL); isHTTP(u) {
			dst = appendElement(dst, "logo", u)
		}
	}
	dst = append(dst, "<author>\n"...)
	dst = appendElement(dst, "name", cmp.Or(f.Author, f.Title))
	return append(dst, "</author>\n"...)
}

// iri returns an identifier as Atom asks for: the ID if it is an absolute
// IRI, else the address.
func (d *Document) iri() string {
	id := d.ID()
	scheme, rest, ok := strings.Cut(id, ":")
	if !ok || scheme == "" || rest == "" || strings.ContainsAny(id, " <>\"{}|\\^`\t\n") {
		return d.url
	}
	for i := range len(scheme) {
		c := scheme[i]
		letter := c|0x20 >= 'a' && c|0x20 <= 'z'
		if !letter && (i == 0 || (c < '0' || c > '9') && c != '+' && c != '-' && c != '.') {
			return d.url
		}
	}
	switch strings.ToLower(scheme) {
	case "http", "https":
		if s := media(nil, id); isHTTP(s) {
			return s
		}
		return d.url
	case "urn": // RFC 8141: a namespace and a name in it
		if nid, nss, ok := strings.Cut(rest, ":"); ok && len(nid) >= 2 && len(nid) <= 32 && nss != "" && classToken(strings.ToLower(strings.ReplaceAll(nid, "-", ""))) != "other" {
			return id
		}
	case "tag": // RFC 4151: an authority with a date, and a name
		if authority, _, ok := strings.Cut(rest, ":"); ok && strings.Contains(authority, ",") {
			return id
		}
	}
	return d.url // an address to be followed is no identifier
}

func (atomPrinter) item(dst []byte, f *Feed, d *Document) []byte {
	a := d.a
	dst = append(dst, "<entry"...)
	if a.Lang != f.lang() {
		dst = appendAttr(dst, "xml:lang", a.Lang)
	}
	dst = append(dst, ">\n"...)
	dst = appendElement(dst, "id", d.iri())
	dst = appendElement(dst, "title", a.Headline)
	dst = appendEmpty(dst, "link", "href", d.url, "rel", "alternate", "type", "text/html")
	dst = appendDate(dst, "published", d.Published())
	dst = appendDate(dst, "updated", d.Modified())
	for name, u := range f.creators(d) {
		dst = append(dst, "<author>\n"...)
		dst = appendElement(dst, "name", name)
		if isHTTP(u) {
			dst = appendElement(dst, "uri", u)
		}
		dst = append(dst, "</author>\n"...)
	}
	for _, c := range d.categories {
		dst = appendEmpty(dst, "category", "term", c)
	}
	for _, r := range d.recordings() {
		dst = appendEmpty(dst, "link", "href", r.url, "rel", "enclosure", "type", r.mediaType, "length", positive(int(r.size)), "title", r.title)
	}
	if s := d.sum; s != "" {
		dst = append(dst, `<summary type="text">`...)
		inText.write(&dst, s)
		dst = append(dst, "</summary>\n"...)
	}
	if f.full(d) {
		if c := d.contentXML(); c != "" {
			dst = append(dst, `<content type="html">`...)
			dst = append(dst, c...)
			dst = append(dst, "</content>\n"...)
		}
	}
	dst = appendElement(dst, "rights", d.rightsLine())
	return append(dst, "</entry>\n"...)
}

// rightsLine returns who owns the text, in one line.
func (d *Document) rightsLine() string {
	switch r := &d.a.Rights; {
	case r.Notice != "":
		return r.Notice
	case r.Holder != "":
		return "© " + r.Holder
	}
	return ""
}

func (atomPrinter) end(dst []byte) []byte { return append(dst, "</feed>\n"...) }

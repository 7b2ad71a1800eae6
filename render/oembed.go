package render

import (
	"cmp"
	"strings"
)

// OEmbed returns the article as an oEmbed 1.0 response of type link, in JSON, for
// sites that show a preview of it. OEmbed has one author; the names of several
// are joined.
func (d *Document) OEmbed() []byte {
	if d.a == nil {
		return []byte("{}")
	}
	var w jsonWriter
	w.object("", func() {
		w.str("version", "1.0")
		w.str("type", "link")
		w.str("title", d.a.Headline)
		var names []string
		authors := d.people
		for _, c := range authors {
			names = append(names, cmp.Or(c.Name, orgName(c.Organization)))
		}
		w.str("author_name", strings.Join(nonEmpty(names...), ", "))
		if len(authors) == 1 {
			if u := d.address(authors[0].URL); isHTTP(u) {
				w.str("author_url", u)
			}
		}
		o := d.publisher()
		w.str("provider_name", o.Name)
		if u := d.address(o.URL); isHTTP(u) {
			w.str("provider_url", u)
		}
		// A thumbnail has an address and both sizes, or is none.
		for _, img := range d.imgs {
			u := d.address(img.URL)
			width, height := d.r.imageSize(img)
			if isHTTP(u) && width > 0 && height > 0 {
				w.str("thumbnail_url", u)
				w.int("thumbnail_width", int64(width))
				w.int("thumbnail_height", int64(height))
				break
			}
		}
	})
	return append(w.out, '\n')
}

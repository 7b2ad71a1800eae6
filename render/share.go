package render

import (
	"encoding/base64"
	"slices"
	"strings"

	"github.com/toasoan/toasoan/article"
)

// A Share is a service that the reader can share an article with by a link.
type Share struct {
	Name string // shown; empty means that of Labels.ShareEmail

	// URL is the address, in which {url} and {title} stand for the article's,
	// and {zalo} for its address in the form that Zalo asks for.
	URL string
}

// DefaultShares are the services of a [Renderer] that names none.
func DefaultShares() []Share { return slices.Clone(defaultShares[:]) }

var defaultShares = [...]Share{
	{Name: "Facebook", URL: "https://www.facebook.com/sharer/sharer.php?u={url}"},
	{Name: "Zalo", URL: "https://button-share.zalo.me/share_external?d={zalo}"},
	{Name: "X", URL: "https://twitter.com/intent/tweet?url={url}&text={title}"},
	{URL: "mailto:?subject={title}&body={url}"},
}

// escapedShares are the addresses of defaultShares as the text of an attribute, which
// filling them in does not change.
var escapedShares = func() (list [len(defaultShares)]string) {
	for i, s := range defaultShares {
		list[i] = string(appendText(nil, s.URL))
	}
	return list
}()

// share prints plain links to services that take an address. No script of
// theirs is loaded, so nobody learns who reads what.
func (p *htmlPrinter) share(d *Document) {
	if !isHTTP(d.url) {
		return
	}
	services, own := d.r.Share, true
	if services == nil {
		services, own = defaultShares[:], false
	}
	if len(services) == 0 {
		return
	}
	p.str(`<nav class="share"`)
	p.attr("aria-label", p.labels.Share)
	p.str(">\n<ul>\n")
	for i, s := range services {
		start := len(p.out)
		p.str(`<li><a href="`)
		from := len(p.out)
		if own {
			p.esc(p.href(string(appendShare(nil, s.URL, d.url, d.a.Headline))))
		} else { // safe whatever they are filled with
			p.out = appendShare(p.out, escapedShares[i], d.url, d.a.Headline)
		}
		if n := len(p.out) - from; n == 0 || n > article.MaxURL {
			p.out = p.out[:start]
			continue
		}
		name := s.Name
		if name == "" {
			name = p.labels.ShareEmail
		}
		p.str(`" rel="nofollow">`)
		p.esc(name)
		p.str("</a></li>\n")
	}
	p.str("</ul>\n</nav>\n")
}

// appendShare fills in the template of a share link.
func appendShare(dst []byte, template, u, title string) []byte {
	for {
		before, rest, ok := strings.Cut(template, "{")
		dst = append(dst, before...)
		if !ok {
			return dst
		}
		name, after, _ := strings.Cut(rest, "}")
		switch name {
		case "url":
			dst = appendPercent(dst, u)
		case "title":
			dst = appendPercent(dst, title)
		case "zalo":
			// dst has room for both forms behind it.
			n := len(dst)
			dst = append(appendJSON(append(dst, `{"url":`...), u), '}')
			json := len(dst)
			dst = base64.StdEncoding.AppendEncode(dst, dst[n:])
			dst = appendPercent(dst[:n], string(dst[json:]))
		default:
			dst = append(dst, '{')
			after = rest
		}
		template = after
	}
}

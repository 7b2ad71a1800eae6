package render

import (
	"encoding/base64"
	"strings"
)

// share prints plain links to services that take an address. No script of
// theirs is loaded, so nobody learns who reads what.
func (p *htmlPrinter) share(d *Document) {
	if !isHTTP(d.url) {
		return
	}
	services := d.r.Share
	if services == nil {
		services = DefaultShares()
	}
	if len(services) == 0 {
		return
	}
	p.str(`<nav class="share"`)
	p.attr("aria-label", p.labels.Share)
	p.str(">\n<ul>\n")
	for _, s := range services {
		u := shareURL(s.URL, d.url, d.a.Headline)
		if u = p.href(u); u == "" {
			continue
		}
		name := s.Name
		if name == "" {
			name = p.labels.ShareEmail
		}
		p.str("<li>")
		p.str("<a")
		p.attr("href", u)
		p.str(` rel="nofollow">`)
		p.esc(name)
		p.str("</a></li>\n")
	}
	p.str("</ul>\n</nav>\n")
}

// shareURL fills in the template of a share link.
func shareURL(template, u, title string) string {
	var b strings.Builder
	for {
		before, rest, ok := strings.Cut(template, "{")
		b.WriteString(before)
		if !ok {
			return b.String()
		}
		name, after, _ := strings.Cut(rest, "}")
		switch name {
		case "url":
			b.WriteString(percent(u))
		case "title":
			b.WriteString(percent(title))
		case "zalo":
			json := append([]byte(`{"url":`), appendJSON(nil, u)...)
			b.WriteString(percent(base64.StdEncoding.EncodeToString(append(json, '}'))))
		default:
			b.WriteString("{")
			after = rest
		}
		template = after
	}
}

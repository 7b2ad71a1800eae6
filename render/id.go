package render

import (
	"net/url"
	"strconv"
	"strings"
	"sync"

	"github.com/toasoan/toasoan/article"
)

// The ids of a page, and links to them.

// id returns a new id of the page for a name in the article: the name, or with
// the first number behind it that is free.
func (p *htmlPrinter) id(name string) string { return p.unique(p.r.idPrefix() + idToken(name)) }

// unique returns an id that is new, with its prefix.
func (p *htmlPrinter) unique(base string) string {
	if p.ids == nil {
		p.ids = idSets.Get().(map[string]int)
	}
	n := p.ids[base]
	if n == 0 {
		p.ids[base] = 1
		return base
	}
	for {
		n++ // ids are never given back, so that no number tried before is free
		if id := base + "-" + strconv.Itoa(n); p.ids[id] == 0 {
			p.ids[base], p.ids[id] = n, 1
			return id
		}
	}
}

// idSets holds maps for htmlPrinter.ids.
var idSets = sync.Pool{New: func() any { return make(map[string]int) }}

// endIDs gives the map of ids back, unless it is one of the few that are large.
func (p *htmlPrinter) endIDs() {
	if p.ids != nil && len(p.ids) < 1000 {
		clear(p.ids)
		idSets.Put(p.ids)
	}
	p.ids = nil
}

// reserve keeps the ids that are fixed from being taken by the text: those of the
// byline, of the list of related articles and of live updates, to which
// addresses lead.
func (p *htmlPrinter) reserve(a *article.Article) {
	for i := range a.Credits {
		p.id(bylineID(i))
	}
	p.id("related")
	if a.Live != nil {
		p.updates = make([]string, len(a.Live.Updates))
		for i := range a.Live.Updates {
			p.updates[i] = p.id(a.Live.Updates[i].ID)
		}
	}
}

// idAttr appends an id attribute, but not in a feed, where articles share a
// page.
func (p *htmlPrinter) idAttr(id string) {
	if !p.plain {
		p.attr("id", id)
	}
}

// idToken returns name without the spaces that no id may hold.
func idToken(name string) string {
	if strings.IndexFunc(name, badInID) < 0 {
		return name
	}
	return strings.Map(func(r rune) rune {
		if badInID(r) {
			return '-'
		}
		return r
	}, name)
}

func badInID(r rune) bool {
	return r <= ' ' || r >= 0x7f && r <= 0xa0 || r == 0x2028 || r == 0x2029
}

// href returns the address of a link as it is written: checked, resolved, and
// with the prefix of our ids if it leads to a place in the article.
func (p *htmlPrinter) href(u string) string {
	if len(u) > 1 && u[0] == '#' {
		if s, ok := article.SafeURL(u); ok && s != "" && s[0] == '#' {
			name := u[1:]
			if n, err := url.PathUnescape(name); err == nil {
				name = n
			}
			return p.toID(p.r.idPrefix() + idToken(name))
		}
		return ""
	}
	return p.link(u)
}

// toID returns a link to an id of the article.
func (p *htmlPrinter) toID(id string) string {
	s := "#" + escapeFragment(id)
	if p.plain {
		s = p.self + s
	}
	return s
}

// escapeFragment returns an id as the fragment of an address.
func escapeFragment(id string) string {
	for i := range len(id) {
		if !isUnreserved(id[i]) {
			return (&url.URL{Fragment: id}).String()[1:]
		}
	}
	return id
}

func (r *Renderer) idPrefix() string {
	if r.IDPrefix == "" {
		return "s-"
	}
	return r.IDPrefix
}

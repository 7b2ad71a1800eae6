package importer

import (
	"cmp"
	"errors"
	"io"
	"net/url"
	"slices"
	"strings"
	"time"

	"golang.org/x/net/html"

	"github.com/toasoan/toasoan/article"
	"github.com/toasoan/toasoan/article/viet"
)

// Page reads a whole HTML page: what its JSON-LD says of the article (schema.org
// Article and its subtypes), then what its meta tags say (Open Graph, article:*,
// the standard names), and the text of its article element. Where they disagree,
// JSON-LD counts.
//
// Without an article element the text is taken from the element that says it is
// the article's body, from the main element, or from the element that has most of
// the page's paragraphs. What pages put around an article inside such an element
// (navigation, teasers, forms, buttons to share it) is left out, with a note that
// has its words. The heading of the page is the alternative headline if the
// metadata has another headline. Relative addresses are resolved against the
// page's base element, its canonical address or Options.Base.
//
// The error is as that of [HTML], or says that the page has neither a headline nor
// text.
func Page(r io.Reader, o *Options) (*article.Article, []Note, error) {
	o = o.orDefault()
	src, n, err := o.read(new(sink), r, true)
	if err != nil {
		return nil, nil, err
	}
	src, n = inUTF8(src, n)
	p := &pageReader{o: *o, src: src, a: &article.Article{}, meta: make(map[string][]string)}
	p.o.Encoding = "" // the source is UTF-8 now
	if n.Code != "" {
		p.notes = append(p.notes, n)
	}
	if err := p.scan(); err != nil {
		return nil, nil, err
	}
	p.linkedData()
	p.metaTags()
	if err := p.text(); err != nil {
		return nil, nil, err
	}
	if p.a.Headline == "" && len(p.a.Body) == 0 {
		return nil, nil, errors.New("importer: the page has no article")
	}
	return p.a, p.notes, nil
}

// A pageReader is one call of Page.
type pageReader struct {
	o     Options
	src   string
	a     *article.Article
	meta  map[string][]string
	ld    []string // the scripts of type application/ld+json
	title string
	h1    string
	lang  string
	canon string
	base  string
	tree  pageTree
	notes []Note

	headings int // h1 elements
	promised int // letters that the text has, as the metadata says
}

func (p *pageReader) note(code, path, text string) {
	p.notes = append(p.notes, Note{code, path, text})
}

// scan looks through the page once: for what its head says and for the elements
// that may hold the article.
func (p *pageReader) scan() error {
	s := scanner{lex: lexer{src: p.src}, scratch: new(scratch), o: &p.o} // for its attributes
	p.tree = pageTree{most: limitsOf(&p.o).nodes, link: -1, printed: -1}
	micro := microdata{meta: p.meta}
	var h1 strings.Builder
	inTitle, inLD, inH1, silent := false, false, false, false
	for {
		switch s.lex.next() {
		case endOfInput:
			p.h1 = h1.String()
			p.tree.closeTo(0, len(p.src))
			return nil
		case textToken:
			switch {
			case inLD:
				p.ld = append(p.ld, s.lex.text)
			case inTitle:
				p.title = cleanValue(html.UnescapeString(s.lex.text))
			case !silent:
				micro.characters(s.lex.text)
				if inH1 && p.headings == 1 && h1.Len() < 1000 {
					h1.WriteString(html.UnescapeString(s.lex.text))
				}
				p.tree.characters(s.lex.text)
			}
			inLD, inTitle = false, false
		case startTag:
			name := lower(s.lex.name)
			t := s.lex.element()
			silent = t == tagSilent
			switch name {
			case "title":
				inTitle = p.title == ""
			case "script":
				inLD = strings.Contains(strings.ToLower(s.attr("type")), "ld+json") && len(p.ld) < 64
			case "h1":
				p.headings++
				inH1 = true
			case "a":
				p.tree.startLink(s.attr("href"))
			default:
				p.head(name, &s)
			}
			micro.start(name, t, &s, &p.tree)
			switch {
			case silent:
			case natures[t]&isVoid != 0 || s.lex.self && natures[t]&isBlock == 0:
				p.tree.void(t)
			case natures[t]&isBlock != 0 && name != "hr":
				if err := p.tree.start(name, t, &s); err != nil {
					return err
				}
			}
		case endTag:
			name := lower(s.lex.name)
			micro.end(name)
			silent = false
			switch {
			case name == "a":
				p.tree.endLink()
			case natures[s.lex.element()]&isBlock != 0:
				inH1 = inH1 && name != "h1"
				p.tree.end(name, s.lex.start, s.lex.pos)
			}
		}
	}
}

// head takes an element of the page's head.
func (p *pageReader) head(name string, s *scanner) {
	switch name {
	case "html":
		p.lang = cmp.Or(p.lang, s.attr("lang"))
	case "base":
		p.base = cmp.Or(p.base, s.attr("href"))
	case "meta":
		k := strings.ToLower(cmp.Or(s.attr("property"), s.attr("name"), s.attr("itemprop")))
		if v := s.attrString("content"); k != "" && v != "" && len(p.meta[k]) < 32 {
			p.meta[k] = append(p.meta[k], v)
		}
	case "link":
		if foldedIs(strings.TrimSpace(s.attr("rel")), "canonical") {
			p.canon = cmp.Or(p.canon, s.attr("href"))
		}
		if foldedIs(strings.TrimSpace(s.attr("rel")), "alternate") && s.attr("hreflang") != "" && len(p.a.Alternates) < 256 {
			p.a.Alternates = append(p.a.Alternates, article.Alternate{Lang: s.attr("hreflang"), URL: s.attr("href")})
		}
	}
}

// letterCount is about the number of letters in a text.
func letterCount(t string) (n int) {
	for i := range len(t) {
		if c := t[i]; c > ' ' && c&0xC0 != 0x80 {
			n++
		}
	}
	return n
}

// baseURL is what relative addresses of the page are resolved against.
func (p *pageReader) baseURL() *url.URL {
	base := p.o.Base
	for _, ref := range []string{p.canon, p.base} {
		u, err := url.Parse(strings.TrimSpace(ref))
		if err != nil || ref == "" {
			continue
		}
		if base != nil {
			u = base.ResolveReference(u)
		}
		if (u.Scheme == "http" || u.Scheme == "https") && u.Host != "" {
			base = u
		}
	}
	return base
}

// url returns a safe address of the page, resolved, or "".
func (p *pageReader) url(u string) string {
	if strings.TrimSpace(u) == "" {
		return ""
	}
	o := p.o
	o.Base = p.baseURL()
	safe, ok := o.safeURL(u, true)
	if !ok {
		return ""
	}
	return safe
}

// when reads a moment.
func (p *pageReader) when(path, s string) time.Time {
	if s == "" {
		return time.Time{}
	}
	t, naive := readTime(s, p.o.Location)
	switch {
	case !t.IsZero():
	case naive:
		p.note("naive-time", path, s)
	default:
		p.note("bad-time", path, s)
	}
	return t
}

// metaTags fills in what JSON-LD has not said.
func (p *pageReader) metaTags() {
	a := p.a
	first := func(keys ...string) string {
		for _, k := range keys {
			if v := p.meta[k]; len(v) > 0 {
				return v[0]
			}
		}
		return ""
	}
	line := func(to *string, keys ...string) {
		if *to == "" {
			*to = viet.Normalize(first(keys...))
		}
	}
	line(&a.Lang, "og:locale", "content-language", "language")
	if p.lang != "" {
		a.Lang = p.lang // what the page itself is in
	}
	a.Lang = strings.ReplaceAll(a.Lang, "_", "-")
	if i := strings.IndexByte(a.Lang, '-'); i > 0 && strings.EqualFold(a.Lang[:i], "vi") {
		a.Lang = "vi"
	}
	if a.Lang != "" && !validLang(a.Lang) {
		p.note("bad-lang", "lang", a.Lang)
		a.Lang = ""
	}
	line(&a.Headline, "og:title", "twitter:title", "headline")
	line(&a.Description, "og:description", "description", "twitter:description")
	if a.URL == "" {
		a.URL = p.url(cmp.Or(p.canon, first("og:url")))
	}
	if a.Published.IsZero() {
		k := "article:published_time"
		v := first(k, "datepublished", "pubdate", "publishdate", "dc.date.issued", "time", "parsely-pub-date", "sailthru.date", "dc.date", "dcterms.created", "date", "time-near")
		a.Published = p.when(k, v)
	}
	if a.Modified.IsZero() {
		a.Modified = p.when("article:modified_time", first("article:modified_time", "og:updated_time", "datemodified", "lastmod", "time-modified"))
	}
	if !a.Modified.IsZero() && !a.Modified.After(a.Published) {
		a.Modified = time.Time{}
	}
	if len(a.Credits) == 0 {
		for _, k := range []string{"article:author", "author", "dable:author"} {
			for _, v := range p.meta[k] {
				if !strings.HasPrefix(v, "http") && len(a.Credits) == 0 {
					a.Credits = p.persons(v)
				}
			}
		}
	}
	if v := first("shown-time", "shown-time-above"); a.Published.IsZero() && v != "" {
		when, code := dateLine(strings.Trim(viet.Normalize(v), " -–—|·•"), p.o.Location)
		if code != "" {
			p.note(code, "", v)
			a.Published = when
		}
	}
	if len(a.Sections) == 0 {
		if s := viet.Normalize(first("article:section")); s != "" {
			a.Sections = []article.Section{{Name: s}}
		}
	}
	if len(a.Tags) == 0 {
		tags := p.meta["article:tag"]
		if len(tags) == 0 {
			tags = p.meta["keywords"]
		}
		p.tags(tags)
	}
	if a.Publisher.Name == "" {
		a.Publisher.Name = viet.Normalize(first("og:site_name", "application-name", "publisher-name"))
	}
	if a.Publisher.Name == "" {
		a.Publisher = article.Organization{} // nobody
	}
	if !slices.ContainsFunc(a.Credits, func(c article.Credit) bool { return !p.isPublisher(c) }) {
		a.Credits = append(a.Credits, p.shownAuthors(p.meta["shown-author"])...)
	}
	a.Headline = p.withoutSite(a.Headline, first("og:site_name"), a.Publisher.Name)
	if a.Hero == nil {
		if u := p.url(first("og:image:secure_url", "og:image:url", "og:image", "twitter:image", "image")); u != "" {
			im := &article.Image{URL: u, Alt: first("og:image:alt", "twitter:image:alt")}
			im.Width, im.Height = pixels(first("og:image:width")), pixels(first("og:image:height"))
			im.MediaType = mediaTypeOf(first("og:image:type"))
			a.Hero = im
		}
	}
	kept := a.Alternates[:0]
	for _, x := range a.Alternates {
		if u := p.url(x.URL); u != "" && x.Lang != "" && (x.Lang == "x-default" || validLang(x.Lang)) && !strings.EqualFold(x.Lang, a.Lang) {
			kept = append(kept, article.Alternate{Lang: x.Lang, URL: u})
		}
	}
	a.Alternates = kept
}

// withoutSite returns a headline without the name of the site at its end: "Tít - Báo
// X", where one of the sites is so called, or the heading of the page is the rest.
func (p *pageReader) withoutSite(headline string, sites ...string) string {
	for _, sep := range []string{" | ", " - ", " – ", " — "} {
		i := strings.LastIndex(headline, sep)
		if i <= 0 {
			continue
		}
		front, name := strings.TrimSpace(headline[:i]), strings.TrimSpace(headline[i+len(sep):])
		if front != "" && name != "" && (containsFold(sites, name) || sameWords(front, p.h1)) {
			p.note("headline-site", "headline", name)
			return front
		}
	}
	return headline
}

// tags adds keywords, some of which are lists.
func (p *pageReader) tags(list []string) {
	seen := map[string]bool{}
	for _, v := range list {
		for t := range strings.SplitSeq(v, ",") {
			if t = viet.Normalize(t); t != "" && !seen[strings.ToLower(t)] && len(p.a.Tags) < 64 {
				seen[strings.ToLower(t)] = true
				p.a.Tags = append(p.a.Tags, article.Tag{Name: t})
			}
		}
	}
}

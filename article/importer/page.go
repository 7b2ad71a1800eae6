package importer

import (
	"cmp"
	"errors"
	"fmt"
	"io"
	"net/url"
	"slices"
	"strings"
	"time"
	"unicode/utf8"

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
// the page's paragraphs. Relative addresses are resolved against the page's base
// element, its canonical address or Options.Base.
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
	parts []pagePart
	notes []Note
}

// A pagePart is an element that may hold the article.
type pagePart struct {
	from, to int // of its content in src
	rank     int
	letters  int // of its paragraphs
	loose    int // of text in no paragraph
	name     string
}

func (p *pageReader) note(code, path, text string) {
	p.notes = append(p.notes, Note{code, path, text})
}

// scan looks through the page once: for what its head says and for the elements
// that may hold the article.
func (p *pageReader) scan() error {
	type element struct {
		name    string
		part    int // in p.parts, or -1
		letters int
		loose   int
	}
	l := lexer{src: p.src}
	s := scanner{lex: l, scratch: new(scratch), o: &p.o} // for its attributes
	micro := microdata{meta: p.meta}
	var stack []element
	inTitle, inLD, inLink, skip := false, false, 0, 0
	var h1 strings.Builder
	inH1 := 0
	closeTo := func(n int) {
		for len(stack) > n {
			e := stack[len(stack)-1]
			if e.part >= 0 {
				p.parts[e.part].to = s.lex.start
				p.parts[e.part].letters, p.parts[e.part].loose = e.letters, e.loose
			}
			switch e.name {
			case "h1":
				inH1--
			case "nav", "footer", "aside", "form":
				skip--
			}
			stack = stack[:len(stack)-1]
			if n := len(stack); n > 0 {
				// A paragraph counts for its parent, and half for the one above.
				switch e.name {
				case "p", "pre":
					stack[n-1].letters += e.letters
					if n > 1 {
						stack[n-2].letters += e.letters / 2
					}
				}
			}
		}
	}
	for {
		switch s.lex.next() {
		case endOfInput:
			closeTo(0)
			return nil
		case textToken:
			switch {
			case inLD:
				p.ld = append(p.ld, s.lex.text)
				inLD = false
			case inTitle:
				p.title = cleanValue(html.UnescapeString(s.lex.text))
				inTitle = false
			default:
				micro.characters(s.lex.text)
				if inH1 > 0 && h1.Len() < 1000 {
					h1.WriteString(html.UnescapeString(s.lex.text))
					p.h1 = h1.String()
				}
				if skip == 0 && inLink == 0 && len(stack) > 0 {
					switch e := &stack[len(stack)-1]; e.name {
					case "p", "pre":
						e.letters += letterCount(s.lex.text)
					case "div", "td", "article", "section", "main":
						e.loose += letterCount(s.lex.text)
					}
				}
			}
		case startTag:
			name := lower(s.lex.name)
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
			case "title":
				inTitle = p.title == ""
			case "script":
				inLD = strings.Contains(strings.ToLower(s.attr("type")), "ld+json") && len(p.ld) < 64
			}
			t := s.lex.element()
			micro.start(name, t, &s)
			if t == tagA {
				inLink = 1
			}
			if natures[t]&isVoid != 0 || s.lex.self && natures[t]&isBlock == 0 || t == tagSilent {
				continue
			}
			if name == "p" || natures[t]&closesP != 0 {
				for i := len(stack) - 1; i >= 0 && i >= len(stack)-4; i-- {
					if stack[i].name == "p" {
						closeTo(i)
						break
					}
				}
			}
			if natures[t]&isBlock == 0 {
				continue
			}
			inLink = 0
			if len(stack) >= 512 {
				return fmt.Errorf("importer: elements nested more than 512 deep: %w", article.ErrTooDeep)
			}
			e := element{name: name, part: -1}
			rank := p.partRank(name, &s)
			if rank == 1 && s.attr("class") == "body" && slices.ContainsFunc(stack, func(x element) bool { return x.name == "article" }) {
				rank = 5 // as package render prints it
			}
			if rank > 0 && len(p.parts) < 4096 {
				e.part = len(p.parts)
				p.parts = append(p.parts, pagePart{from: s.lex.pos, to: len(p.src), rank: rank, name: name})
			}
			switch name {
			case "h1":
				inH1++
			case "nav", "footer", "aside", "form":
				skip++
			}
			stack = append(stack, e)
		case endTag:
			name := lower(s.lex.name)
			micro.end(name)
			if name == "a" {
				inLink = 0
			}
			if natures[s.lex.element()]&isBlock == 0 {
				continue
			}
			inLink = 0
			for i := len(stack) - 1; i >= 0; i-- {
				if stack[i].name == name {
					closeTo(i)
					break
				}
			}
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

// bodyNames are what pages call the element that holds the text.
var bodyNames = []string{
	"articlebody", "article-body", "article_body", "article-content", "article__body", "article__content", "the-article-body", "detail-content",
	"detail__content", "detail-cmain", "content-detail", "content_detail", "contentdetail", "entry-content", "post-content", "post-body", "singular-content",
	"maincontent-body", "fck_detail", "cms-body", "noidung", "noi-dung", "news-content", "newscontent", "bodytext", "news-bodyhtml", "story-body",
	"knc-content", "maincontent", "td-post-content", "content-news", "body-content", "divnewscontent",
}

// partRank says how much an element says that it is the article; zero is nothing.
func (p *pageReader) partRank(name string, s *scanner) int {
	if strings.Contains(strings.ToLower(s.attr("itemprop")), "articlebody") {
		return 5
	}
	switch name {
	case "article":
		return 3
	case "main":
		return 2
	case "div", "section", "td", "body":
		for _, k := range []string{s.attr("class"), s.attr("id")} {
			for c := range strings.FieldsSeq(k) {
				if slices.Contains(bodyNames, strings.ToLower(c)) {
					return 4
				}
			}
		}
		return 1
	}
	return 0
}

// text imports the element that holds the article.
func (p *pageReader) text() error {
	best := -1
	most := 0
	for _, x := range p.parts {
		most = max(most, x.letters)
	}
	if most < 300 {
		// Hardly any paragraphs: text with line breaks.
		for i := range p.parts {
			p.parts[i].letters += p.parts[i].loose
			most = max(most, p.parts[i].letters)
		}
	}
	for i, x := range p.parts {
		// An element that names itself counts if it has a fair part of the text.
		if x.rank > 1 && x.rank != 3 && x.letters*3 < most && p.inner(i)*3 < most {
			continue
		}
		if x.rank == 3 && p.inner(i)*3 < most {
			continue
		}
		if best < 0 || x.rank > p.parts[best].rank || x.rank == p.parts[best].rank && p.weight(i) > p.weight(best) {
			best = i
		}
	}
	if best < 0 {
		p.note("no-article-element", "", "")
		return nil
	}
	x := p.parts[best]
	if x.rank == 1 {
		p.note("article-guessed", x.name, "")
	}
	if v := p.meta["lead"]; len(p.a.Lead) == 0 && len(v) > 0 {
		if t := viet.Normalize(v[0]); utf8.RuneCountInString(t) >= 25 {
			p.note("lead-from-class", "", "")
			p.a.Lead = article.Plain(t)
			if v := p.meta["stamp"]; len(v) > 0 && p.a.Dateline == "" {
				p.note("dateline", "", v[0])
				p.a.Dateline = viet.Normalize(v[0])
			}
		}
	}
	o := p.o
	o.Base = p.baseURL()
	o.Lang = cmp.Or(p.a.Lang, o.Lang)
	a, notes, err := row(strings.NewReader(p.src[x.from:x.to]), p.a, &o, heroShown, false)
	if err != nil {
		return err
	}
	p.a = a
	p.notes = append(p.notes, notes...)
	if a.Headline == "" {
		h := clip(cleanValue(cmp.Or(p.h1, p.title)))
		a.Headline = strings.TrimSuffix(p.withoutSite(viet.Normalize(h), a.Publisher.Name), ".")
	}
	return nil
}

// inner is the number of letters in the paragraphs in a part, also deep inside.
func (p *pageReader) inner(i int) (n int) {
	x := p.parts[i]
	for _, y := range p.parts {
		if y.from >= x.from && y.to <= x.to {
			n = max(n, y.letters)
		}
	}
	return n
}

// weight ranks parts of the same rank.
func (p *pageReader) weight(i int) int {
	if p.parts[i].rank == 1 {
		return p.parts[i].letters
	}
	return p.inner(i)
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
		v := first(k, "datepublished", "pubdate", "publishdate", "dc.date.issued", "time", "parsely-pub-date", "sailthru.date", "dc.date", "dcterms.created", "date")
		a.Published = p.when(k, v)
	}
	if a.Modified.IsZero() {
		a.Modified = p.when("article:modified_time", first("article:modified_time", "og:updated_time", "datemodified", "lastmod"))
	}
	if !a.Modified.IsZero() && !a.Modified.After(a.Published) {
		a.Modified = time.Time{}
	}
	if len(a.Credits) == 0 {
		for _, k := range []string{"article:author", "author", "dable:author"} {
			for _, v := range p.meta[k] {
				if !strings.HasPrefix(v, "http") && len(a.Credits) == 0 {
					a.Credits = Credits(v)
				}
			}
		}
	}
	if v := first("shown-time"); a.Published.IsZero() && v != "" {
		when, code := dateLine(viet.Normalize(v), p.o.Location)
		if code != "" {
			p.note(code, "", v)
			a.Published = when
		}
	}
	if v := first("shown-author"); len(a.Credits) == 0 && v != "" && utf8.RuneCountInString(v) <= 60 {
		if a.Credits = Credits(v); len(a.Credits) > 0 {
			p.note("byline", "", v)
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

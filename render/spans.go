package render

import (
	"slices"
	"strings"

	"github.com/toasoan/toasoan/article"
)

// marks are the marks with their elements, from the outermost to the innermost.
var marks = [...]struct {
	mark       article.Marks
	start, end string
}{
	{article.Quotation, "<q>", "</q>"},
	{article.Inserted, "<ins>", "</ins>"},
	{article.Deleted, "<del>", "</del>"},
	{article.Strong, "<strong>", "</strong>"},
	{article.Emphasis, "<em>", "</em>"},
	{article.Underline, "<u>", "</u>"},
	{article.Highlight, "<mark>", "</mark>"},
	{article.Small, "<small>", "</small>"},
	{article.Subscript, "<sub>", "</sub>"},
	{article.Superscript, "<sup>", "</sup>"},
	{article.Code, "<code>", "</code>"},
}

// spans appends running text. Neighbours with the same link share one a
// element, and marks stay open from span to span as long as they nest.
func (p *htmlPrinter) spans(t article.Text) {
	var open inline
	for i := range t {
		s := &t[i]
		if s.Marks == 0 && s.Link == nil && s.Lang == "" && s.Dir == "" && s.Citation == nil && s.Expansion == "" && s.ID == "" {
			p.closeTo(&open, 0)
			p.lines(s.Text)
			continue
		}
		p.span(&open, s)
	}
	p.closeTo(&open, 0)
}

// inline is the stack of open inline elements: at most a link, a span with a
// language or id, an abbreviation, and the marks.
type inline struct {
	ends  [4 + len(marks)]string // end tags
	keys  [4 + len(marks)]int    // where the start tags end in htmlPrinter.keyBuf
	depth int
}

func (p *htmlPrinter) closeTo(o *inline, depth int) {
	for o.depth > depth {
		o.depth--
		p.str(o.ends[o.depth])
	}
}

func (p *htmlPrinter) span(o *inline, s *article.Span) {
	// The start tags that the span needs, written to a scratch buffer so that
	// they can be compared with those that are open.
	buf := p.textBuf[:0]
	var starts [4 + len(marks)]int
	var ends [4 + len(marks)]string
	n := 0
	add := func(start []byte, end string) {
		buf = start
		starts[n], ends[n] = len(buf), end
		n++
	}
	out := p.out
	l := s.Link
	if l == nil && s.Citation != nil {
		if u := p.citation(s.Citation); u != "" {
			l = &article.Link{URL: u}
		}
	}
	if l != nil {
		if u := p.href(l.URL); u != "" {
			p.out = buf
			p.startLink(u, l)
			add(p.out, "</a>")
		}
	}
	lang := s.Lang
	if lang == p.lang || !isTag(lang) {
		lang = ""
	}
	dir := s.Dir
	if dir != "ltr" && dir != "rtl" && dir != "auto" {
		dir = ""
	}
	id := ""
	if s.ID != "" && !p.plain {
		id = p.id(s.ID)
	}
	if lang != "" || dir != "" || id != "" {
		p.out = append(buf, "<span"...)
		p.attr("id", id)
		p.attr("lang", lang)
		p.attr("dir", dir)
		p.str(">")
		add(p.out, "</span>")
	}
	if s.Expansion != "" {
		p.out = append(buf, "<abbr"...)
		p.attr("title", s.Expansion)
		p.str(">")
		add(p.out, "</abbr>")
	}
	if s.Marks != 0 {
		for i := range marks {
			if s.Marks.Has(marks[i].mark) {
				add(append(buf, marks[i].start...), marks[i].end)
			}
		}
	}
	p.textBuf, p.out = buf, out

	from, keyFrom, same := 0, 0, true
	for i := range n {
		key := buf[from:starts[i]]
		if same && (i >= o.depth || string(p.keyBuf[keyFrom:o.keys[i]]) != string(key)) {
			p.closeTo(o, i)
			same = false
		}
		if !same {
			p.out = append(p.out, key...)
			p.keyBuf = append(p.keyBuf[:keyFrom], key...)
			o.keys[i], o.ends[i] = len(p.keyBuf), ends[i]
			o.depth = i + 1
		}
		from, keyFrom = starts[i], o.keys[i]
	}
	p.closeTo(o, n)
	p.lines(s.Text)
}

// startLink appends the start tag of a link to a checked address.
func (p *htmlPrinter) startLink(u string, l *article.Link) {
	p.str("<a")
	p.attr("href", u)
	if isTag(l.Lang) {
		p.attr("hreflang", l.Lang)
	}
	if len(l.Rel) > 0 {
		p.attr("rel", linkRel(l.Rel))
	}
	p.attr("title", l.Title)
	p.str(">")
}

// linkRel returns the link types that a text may set.
func linkRel(rel []string) string {
	var b strings.Builder
	for _, ok := range [...]string{"nofollow", "sponsored", "ugc"} {
		if slices.Contains(rel, ok) {
			if b.Len() > 0 {
				b.WriteByte(' ')
			}
			b.WriteString(ok)
		}
	}
	return b.String()
}

// citation returns the address of a legal document and notes that it is cited.
func (p *htmlPrinter) citation(c *article.Citation) string {
	p.cites = append(p.cites, c)
	if c.URL != "" {
		return c.URL
	}
	if p.r.CitationURL != nil {
		return p.r.CitationURL(c)
	}
	return ""
}

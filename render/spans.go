package render

import (
	"slices"
	"strings"

	"github.com/toasoan/toasoan/article"
)

// The elements of running text, from the outermost to the innermost.
const (
	inLink = iota
	inSpan // with an id, a language or a direction
	inAbbr
	inMark // and the rest of marks
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

// inline is the stack of open inline elements, each at most once, with what they
// were opened for.
type inline struct {
	open      [inMark + len(marks)]uint8
	depth     int
	link      *article.Link
	href      string
	lang, dir string
	expansion string
}

// spans appends running text. Neighbours with the same link share one a
// element, and marks stay open from span to span as long as they nest.
func (p *htmlPrinter) spans(t article.Text) {
	for i := range t {
		s := &t[i]
		bare := s.Link == nil && s.Lang == "" && s.Dir == "" && s.Citation == nil && s.Expansion == "" && s.ID == ""
		switch {
		case bare && s.Marks == 0:
			p.endInline(0)
		case bare && p.inline.depth == 0:
			p.startMarks(s.Marks)
		default:
			p.startInline(s)
		}
		p.lines(s.Text)
	}
	p.endInline(0)
}

// endInline closes inline elements until n are open.
func (p *htmlPrinter) endInline(n int) {
	for o := &p.inline; o.depth > n; {
		o.depth--
		switch e := o.open[o.depth]; e {
		case inLink:
			p.str("</a>")
		case inSpan:
			p.str("</span>")
		case inAbbr:
			p.str("</abbr>")
		default:
			p.str(marks[e-inMark].end)
		}
	}
}

// startInline opens the inline elements of a span, and closes those that it is not
// in.
func (p *htmlPrinter) startInline(s *article.Span) {
	o := &p.inline
	l, href := s.Link, ""
	switch {
	case l != nil:
		href = p.href(l.URL)
	case s.Citation != nil:
		l = &noLink
		href = p.href(p.citation(s.Citation))
	}
	lang, dir, id := s.Lang, s.Dir, ""
	if lang == p.lang || !isTag(lang) {
		lang = ""
	}
	if dir != "ltr" && dir != "rtl" && dir != "auto" {
		dir = ""
	}
	if dir == "" && lang != "" && direction(lang) != direction(p.lang) {
		dir = direction(lang)
	}
	if s.ID != "" && !p.plain {
		id = p.id(s.ID)
	}

	var need [len(o.open)]uint8
	n, same := 0, 0
	// in notes that the span needs an element, which may be open.
	in := func(e uint8, open bool) {
		if same == n && n < o.depth && o.open[n] == e && open {
			same++
		}
		need[n] = e
		n++
	}
	if href != "" {
		in(inLink, href == o.href && sameLink(l, o.link))
	}
	if lang != "" || dir != "" || id != "" {
		in(inSpan, id == "" && lang == o.lang && dir == o.dir)
	}
	if s.Expansion != "" {
		in(inAbbr, s.Expansion == o.expansion)
	}
	if s.Marks != 0 {
		for i := range marks {
			if s.Marks.Has(marks[i].mark) {
				in(inMark+uint8(i), true)
			}
		}
	}
	p.endInline(same)
	for ; o.depth < n; o.depth++ {
		e := need[o.depth]
		o.open[o.depth] = e
		switch e {
		case inLink:
			o.href, o.link = href, l
			p.startLink(href, l)
		case inSpan:
			o.lang, o.dir = lang, dir
			if id != "" {
				o.dir = "id" // no other span is in this one
			}
			p.str("<span")
			p.attr("id", id)
			p.attr("lang", lang)
			p.attr("dir", dir)
			p.str(">")
		case inAbbr:
			o.expansion = s.Expansion
			p.str("<abbr")
			p.attr("title", s.Expansion)
			p.str(">")
		default:
			p.str(marks[e-inMark].start)
		}
	}
}

// startMarks opens the elements of marks where none is open.
func (p *htmlPrinter) startMarks(set article.Marks) {
	o := &p.inline
	for i := range marks {
		if set.Has(marks[i].mark) {
			o.open[o.depth] = inMark + uint8(i)
			o.depth++
			p.str(marks[i].start)
		}
	}
}

// noLink is a link of which nothing is known but its address.
var noLink article.Link

// sameLink reports whether two links to one address are written alike.
func sameLink(a, b *article.Link) bool {
	return a == b || a.Lang == b.Lang && a.Title == b.Title && slices.Equal(a.Rel, b.Rel)
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

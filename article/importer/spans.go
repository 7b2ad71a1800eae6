package importer

import (
	"strings"

	"github.com/toasoan/toasoan/article"
)

// leaf returns the text of a leaf.
func (b *builder) leaf(p int32) string {
	n := &b.nodes[p]
	if n.kind != kText && n.kind != kPre || n.a == n.b {
		return ""
	}
	return b.piece(b.runs[n.a].start, b.runs[n.b-1].end)
}

// content returns the text of a leaf as spans, without the marks in strip.
func (b *builder) content(p int32, strip article.Marks) article.Text {
	n := &b.nodes[p]
	if n.a == n.b {
		return nil
	}
	return b.part(p, b.runs[n.a].start, b.runs[n.b-1].end, strip)
}

// part is content for the bytes from lo to hi.
func (b *builder) part(p, lo, hi int32, strip article.Marks) article.Text {
	n := &b.nodes[p]
	if most := int(n.b - n.a); cap(b.spans)-len(b.spans) < most {
		b.spans = make([]article.Span, 0, max(most, 16))
	}
	first := len(b.spans)
	var last run
	joined := false   // last is the run of the last span
	unmarked := false // a span is in no language, against its attribute
	for i := n.a; i < n.b; i++ {
		r := b.runs[i]
		r.start, r.end = max(r.start, lo), min(r.end, hi)
		a := &b.attrs[r.attr]
		if r.start >= r.end {
			if a.onlyID && r.start == r.end && b.refs[a.id] && b.newID(a.id) {
				b.spans = append(b.spans, article.Span{ID: a.id})
				joined = false
			}
			continue
		}
		r.marks &^= strip
		if joined && last.end == r.start && last.marks == r.marks && b.sameAttr(last.attr, r.attr) {
			last.end = r.end
			sp := &b.spans[len(b.spans)-1]
			sp.Text = b.piece(last.start, last.end)
			if sp.Lang != "" && b.falseLang(sp.Lang, sp.Text) {
				sp.Lang, sp.Dir, unmarked = "", "", true
			}
			continue
		}
		b.spans = b.spans[:len(b.spans)+1]
		sp := &b.spans[len(b.spans)-1] // zero yet
		sp.Text, sp.Marks = b.piece(r.start, r.end), r.marks
		if r.attr != 0 {
			sp.Dir, sp.Expansion = a.dir, a.expansion
			if a.link > 0 {
				sp.Link = &b.links[a.link-1]
			}
			if a.lang != "" {
				if b.falseLang(a.lang, sp.Text) {
					sp.Dir, unmarked = "", true // as Vietnamese is written
				} else {
					sp.Lang = a.lang
				}
			}
		}
		last, joined = r, true
	}
	if first == len(b.spans) {
		return nil
	}
	t := article.Text(b.spans[first:len(b.spans):len(b.spans)])
	if unmarked {
		t = joinSpans(t)
	}
	if unmarked || strip != 0 {
		respace(t)
	}
	return t
}

// joinSpans joins the neighbors in t that differ in nothing but their text.
func joinSpans(t article.Text) article.Text {
	if len(t) == 0 {
		return nil
	}
	out := t[:0]
	for i := 0; i < len(t); {
		s, j, n := t[i], i+1, len(t[i].Text)
		for j < len(t) && sameSpan(&s, &t[j]) {
			n += len(t[j].Text)
			j++
		}
		if j > i+1 {
			var all strings.Builder
			all.Grow(n)
			for _, x := range t[i:j] {
				all.WriteString(x.Text)
			}
			s.Text = all.String()
		}
		out = append(out, s)
		i = j
	}
	return out
}

// sameSpan reports whether two spans look the same to a reader.
func sameSpan(x, y *article.Span) bool {
	return x.ID == "" && y.ID == "" && x.Citation == nil && y.Citation == nil && sameLink(x.Link, y.Link) && x.Marks == y.Marks && x.Lang == y.Lang && x.Dir == y.Dir && x.Expansion == y.Expansion
}

// respace puts the white space between spans where the scanner would.
func respace(t article.Text) {
	for i := 1; i < len(t); i++ {
		x, y := &t[i-1], &t[i]
		if len(x.Text) < 2 || len(y.Text) < 2 {
			continue
		}
		switch c := x.Text[len(x.Text)-1]; {
		case spaceFirst(x, y):
			if c := y.Text[0]; c == ' ' || c == '\n' {
				x.Text, y.Text = x.Text+y.Text[:1], y.Text[1:]
			}
		case c == ' ' || c == '\n':
			x.Text, y.Text = x.Text[:len(x.Text)-1], string(c)+y.Text
		}
	}
}

// spaceFirst reports whether white space between two spans goes to the first: to the
// one that is marked less, so that marks and links end at words.
func spaceFirst(x, y *article.Span) bool {
	return (isPlain(x) || !isPlain(y)) && (x.Marks == 0 || y.Marks != 0 || !isPlain(y))
}

// sameAttr reports whether two span attributes look the same to a reader.
func (b *builder) sameAttr(i, j int32) bool {
	if i == j {
		return true
	}
	x, y := &b.attrs[i], &b.attrs[j]
	if x.lang != y.lang || x.dir != y.dir || x.expansion != y.expansion || (x.link == 0) != (y.link == 0) {
		return false
	}
	return x.link == y.link || sameLink(&b.links[x.link-1], &b.links[y.link-1])
}

// falseLang reports whether text that is marked as foreign is Vietnamese: word
// processors mark whatever is typed on a foreign keyboard.
func (b *builder) falseLang(lang, text string) bool {
	if strings.HasPrefix(lang, "vi") || b.o.lang() != "vi" {
		return false
	}
	n := 0
	for _, c := range text {
		if c >= 0x1EA0 && c <= 0x1EF9 || c == 'đ' || c == 'Đ' || c == 'ơ' || c == 'Ơ' || c == 'ư' || c == 'Ư' || c == 'ă' {
			if n++; n >= 2 {
				return true
			}
		}
	}
	return false
}

// strengthen marks the text of a term.
func strengthen(body article.Body) {
	if p, ok := body[0].(*article.Paragraph); ok {
		for i := range p.Text {
			if p.Text[i].Text != "" {
				p.Text[i].Marks |= article.Strong
			}
		}
		p.Text = joinSpans(p.Text)
	}
}

// whole returns the marks that all of a leaf has.
func (b *builder) whole(p int32) (m article.Marks) {
	if b.nodes[p].flags&fBold != 0 {
		m |= article.Strong
	}
	if b.nodes[p].flags&fItalic != 0 {
		m |= article.Emphasis
	}
	return m
}

// isPlainText reports whether a text has no links.
func isPlainText(t article.Text) bool {
	for i := range t {
		if t[i].Link != nil || t[i].ID != "" {
			return false
		}
	}
	return true
}

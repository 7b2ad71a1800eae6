package render

import (
	"github.com/toasoan/toasoan/article"
	"github.com/toasoan/toasoan/article/viet"
)

// Headings never jump, wherever an article and its parts stand.

// A heading is an entry of the list of contents.
type heading struct {
	depth int
	id    string
	text  article.Text
}

// topHeadings returns how many headings a body holds at its top.
func topHeadings(b article.Body) int {
	n := 0
	for _, block := range b {
		if _, ok := block.(*article.Heading); ok {
			n++
		}
	}
	return n
}

// enter returns the <h> number for a heading of a model level, and its depth. A
// level that is missing in between is skipped, so that headings never jump.
func (p *htmlPrinter) enter(level int) (h, depth int) {
	for len(p.levels) > 0 && p.levels[len(p.levels)-1] >= level {
		p.levels = p.levels[:len(p.levels)-1]
	}
	p.levels = append(p.levels, level)
	depth = len(p.levels)
	return min(p.level+depth-1, 6), depth
}

// under returns the <h> number of a heading below the one that the place is
// under.
func (p *htmlPrinter) under() int { return min(p.level+len(p.levels), 6) }

func (p *htmlPrinter) heading(b *article.Heading) {
	h, depth := p.enter(b.Level)
	id := ""
	if b.ID != "" {
		id = p.id(b.ID)
	} else {
		var buf [128]byte
		prefix := append(buf[:0], p.r.idPrefix()...)
		if slug := (viet.Slugger{}).AppendSlug(prefix, b.Text.String()); len(slug) > len(prefix) {
			id = p.unique(string(slug))
		}
	}
	p.str("<h")
	p.num(h)
	p.idAttr(id)
	lang := p.open(b.Text, true)
	p.spans(b.Text)
	p.close(lang)
	p.endHeading(h)
	if id != "" && p.nested == 0 {
		p.heads = append(p.heads, heading{depth, id, b.Text})
	}
}

func (p *htmlPrinter) endHeading(h int) {
	p.str("</h")
	p.num(h)
	p.str(">\n")
}

// inside prints a body whose headings are below the current place and leave no
// trace behind it.
func (p *htmlPrinter) inside(b article.Body) {
	saved, level := p.levels, p.level
	p.level, p.levels = p.under(), nil
	p.nested++
	p.body(b)
	p.nested--
	p.level, p.levels = level, saved
}

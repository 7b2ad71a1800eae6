package importer

import (
	"fmt"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/toasoan/toasoan/article"
)

// quote adds a quotation, or the post of another site that it is. The caption caps, if
// any, says who said it.
func (b *builder) quote(p int32, caps []int32) {
	n := b.nodes[p]
	in := b.infos[n.a]
	b.plain++
	defer func() { b.plain-- }()
	if n.flags&fEmbed != 0 {
		e := in.embed
		if e == nil {
			for i := p + 1; i < n.end; i++ {
				if b.nodes[i].kind != kText {
					continue
				}
				for r := b.nodes[i].a; r < b.nodes[i].b; r++ {
					if l := b.attrs[b.runs[r].attr].link; l > 0 {
						if x, ok := embedOf(b.links[l-1].URL); ok {
							e = &x
						}
					}
				}
			}
		}
		if e != nil {
			e.Fallback = b.body(p+1, n.end)
			e.Caption = b.captionText(caps)
			b.emit(e)
			return
		}
	}
	start := len(b.pieces)
	b.flatten(p+1, n.end)
	q := &article.Quote{URL: in.url, Pull: n.flags&fPull != 0}
	if last := len(b.pieces) - 1; last > start {
		l := b.pieces[last]
		if b.nodes[l].kind == kText {
			t := b.leaf(l)
			dash := attributionDash(t)
			if b.nodes[l].level != 0 || len(caps) > 0 || b.isDocument(l) {
				dash = 0
			}
			if b.nodes[l].flags&fCite != 0 || dash > 0 {
				at := b.runs[b.nodes[l].a].start + int32(dash)
				if dash > 0 {
					b.note("attribution", b.nodes[l].path, t)
				}
				q.Attribution = b.plainer(l, at, b.runs[b.nodes[l].b-1].end)
				b.pieces = b.pieces[:last]
			}
		}
	}
	b.depth++
	if b.depth > b.lim.blockDepth {
		b.err = fmt.Errorf("importer: blocks nested more than %d deep: %w", b.lim.blockDepth, article.ErrTooDeep)
		return
	}
	q.Body = b.sequenceBody(start)
	b.depth--
	switch {
	case q.Body != nil && len(caps) > 0:
		q.Attribution = b.join(q.Attribution, b.captionText(caps))
	case len(caps) > 0:
		defer b.orphanCaption(caps)
	case q.Body != nil && q.Attribution == nil:
		b.lastLine(q, n.path)
	}
	if q.Attribution == nil && !q.Pull && !slices.ContainsFunc(q.Body, func(x article.Block) bool { return kindOf(x) != kImage }) {
		for _, x := range q.Body {
			b.emit(x)
		}
	} else if q.Body != nil {
		b.emit(q)
	} else if q.Attribution != nil {
		b.paragraph(q.Attribution)
	}
}

// attributionDash returns the length of the dash that begins who said a quotation, or
// zero.
func attributionDash(t string) int {
	if !strings.HasPrefix(t, "— ") && !strings.HasPrefix(t, "― ") || utf8.RuneCountInString(t) > 120 {
		return 0
	}
	return len(t) - len(strings.TrimLeft(t, "—― "))
}

// lastLine makes the last block of a quotation who said it, if it says so.
func (b *builder) lastLine(q *article.Quote, path int32) {
	last := len(q.Body) - 1
	p, ok := q.Body[last].(*article.Paragraph)
	if !ok || last == 0 || size(p.Text) > 400 {
		return
	}
	dash := attributionDash(p.Text.String())
	if dash == 0 {
		return
	}
	b.note("attribution", path, p.Text.String())
	t := slices.Clone(p.Text)
	for dash > 0 {
		n := min(dash, len(t[0].Text))
		if dash -= n; n < len(t[0].Text) {
			t[0].Text = t[0].Text[n:]
		} else {
			t = t[1:]
		}
	}
	q.Attribution, q.Body = unmarked(t), q.Body[:last]
}

// onlyPictures reports whether a quotation holds pictures and nothing else.
func (b *builder) onlyPictures(p int32) bool {
	images := 0
	for i := p + 1; i < b.nodes[p].end; i++ {
		switch n := &b.nodes[i]; n.kind {
		case kImage:
			images++
		case kText:
			if b.leaf(i) != "" {
				return false
			}
		case kFigure:
		case kQuote:
			if n.flags&(fEmbed|fPull) != 0 {
				return false
			}
		default:
			return false
		}
	}
	return images > 0 && b.nodes[p].flags&(fEmbed|fPull) == 0
}

// isQuoteFigure reports whether a figure is a quotation and who said it.
func (b *builder) isQuoteFigure(p int32) bool {
	i := p + 1
	if i == b.nodes[p].end || b.nodes[i].kind != kQuote {
		return false
	}
	for i = b.nodes[i].end; i < b.nodes[p].end; i = b.nodes[i].end {
		if n := &b.nodes[i]; n.kind != kText || n.flags&fCaption == 0 {
			return false
		}
	}
	return true
}

var boxKinds = []article.BoxKind{
	article.BoxFacts, article.BoxKeyPoints, article.BoxProfile, article.BoxTimeline, article.BoxQA, article.BoxDisclaimer,
}

// box adds a box.
func (b *builder) box(p int32) {
	n := b.nodes[p]
	x := &article.Box{Collapsed: n.flags&fDetails != 0}
	class := b.infos[n.a].class
	for _, k := range boxKinds {
		if strings.Contains(class, "box-"+string(k)) {
			x.Kind = k
		}
	}
	lo := p + 1
	if class == "transcript" && x.Collapsed && b.transcript(p) {
		return
	}
	if lo < n.end && b.nodes[lo].kind == kText {
		if f := &b.nodes[lo]; f.flags&(fSummary|fTitle) != 0 && b.isBoxTitle(b.leaf(lo), x.Collapsed) {
			x.Title = strings.ReplaceAll(b.leaf(lo), "\n", " ")
			lo++
		}
	}
	b.boxed(x, n.path, lo, n.end)
}

// isBoxTitle reports whether a box can be printed with the title t, which is a heading
// if the box does not open.
func (b *builder) isBoxTitle(t string, opens bool) bool {
	if opens {
		return len(t) <= article.MaxField
	}
	label, rest, ok := seeAlsoLabel(t)
	return runeCount(t) <= maxHeading && !(ok && label != "" && rest == "")
}

// boxed adds the box x, whose content are the nodes from lo to hi.
func (b *builder) boxed(x *article.Box, path, lo, hi int32) {
	x.Body = b.body(lo, hi)
	if len(x.Body) > 1 && x.Title == "" {
		if h, ok := x.Body[0].(*article.Heading); ok && isPlainText(h.Text) && b.isBoxTitle(h.Text.String(), x.Collapsed) {
			x.Title = strings.ReplaceAll(h.Text.String(), "\n", " ")
			x.Body = x.Body[1:]
			b.forget(h)
			b.note("box-title", path, "")
		}
	}
	if x.Body == nil && x.Title != "" {
		b.paragraph(article.Plain(x.Title))
		return
	}
	if x.Collapsed && isOwnLabel(x.Title) {
		b.note("dropped-control", path, x.Title)
		x.Title = ""
	}
	if x.Body != nil {
		b.emit(x)
	}
}

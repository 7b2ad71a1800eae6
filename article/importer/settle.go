package importer

import (
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/toasoan/toasoan/article"
)

// A line is taken for a caption, a heading or a part of a list by its words, its
// neighbors and by how the source sets it. What package render prints has the words
// and the neighbors alone. So blocks are looked at once more as if they had been
// read from there, until nothing is found any more: importing what is printed of
// them gives them again.

// maxUnsettled bounds the blocks that are looked at once more. What has more of them
// in a row is no article.
const maxUnsettled = 4096

// settle looks at the blocks from o on of b.out once more, as long as that changes
// them. Path is the place for notes.
func (b *builder) settle(o int, path int32) {
	const most = 4 // each time makes fewer of more
	for i := range most {
		lo, hi := b.unsettled(b.out[o:], 0)
		if lo == hi || b.err != nil {
			return
		}
		before, heads := slices.Clone(b.out[o:]), len(b.heads)
		if i == 0 {
			b.sentences = b.plain == 0 && endsInSentences(before)
		}
		b.out = b.out[:o]
		done, same := 0, true
		for lo < hi {
			b.out = append(b.out, before[done:lo]...)
			done = lo
			if hi-lo <= maxUnsettled {
				at := len(b.out)
				b.made -= hi - lo
				b.again(before[lo:hi], path, heads)
				same = same && slices.EqualFunc(before[lo:hi], b.out[at:], sameKind)
				done = hi
			}
			lo, hi = b.unsettled(before, hi)
		}
		b.out = append(b.out, before[done:]...)
		if same {
			return
		}
	}
}

// again builds blocks from blocks: paragraphs, and what may still get a caption, are
// read again, the others stay. Heads is the number of headings of the time before.
func (b *builder) again(blocks []article.Block, path int32, heads int) {
	nodes, runs, attrs, start := len(b.nodes), len(b.runs), len(b.attrs), len(b.pieces)
	str, old, done, settling := b.str, b.oldHeads, b.done, b.settling
	var text strings.Builder
	most := 0
	for _, x := range blocks {
		if p, ok := x.(*article.Paragraph); ok {
			most += size(p.Text)
		}
	}
	text.Grow(most)
	b.nodes = slices.Grow(b.nodes, len(blocks))
	b.pieces = slices.Grow(b.pieces, len(blocks))
	for i, x := range blocks {
		n := node{kind: kDone, a: int32(i), path: path}
		switch x := x.(type) {
		case *article.Paragraph:
			b.reread(&n, &text, x.Text)
			n.group = -1 - int32(i) // where it is in b.done
			if at, ok := b.places[x]; ok {
				n.path = at
			}
		case *article.Heading:
			if i > 0 && bare(blocks[i-1]) && isCaption(x) {
				b.forget(x)
				b.reread(&n, &text, x.Text)
			}
		case *article.Image:
			if bare(x) {
				n.kind, n.a, n.group = kImage, int32(len(b.images)), b.newGroup()
				b.images = append(b.images, *x)
			}
		case *article.Video:
			if bare(x) {
				n.kind, n.a = kVideo, int32(len(b.videos))
				b.videos = append(b.videos, *x)
			}
		case *article.Audio:
			if bare(x) {
				n.kind, n.a = kAudio, int32(len(b.audios))
				b.audios = append(b.audios, *x)
			}
		}
		b.pieces = append(b.pieces, int32(len(b.nodes)))
		n.end = int32(len(b.nodes)) + 1
		b.nodes = append(b.nodes, n)
	}
	b.str, b.oldHeads, b.done, b.settling = text.String(), heads, blocks, true
	b.sequence(start, len(b.pieces))
	b.str, b.oldHeads, b.done, b.settling = str, old, done, settling
	b.nodes, b.runs, b.attrs, b.pieces = b.nodes[:nodes], b.runs[:runs], b.attrs[:attrs], b.pieces[:start]
}

// reread makes n a leaf with the text t, which it adds to text.
func (b *builder) reread(n *node, text *strings.Builder, t article.Text) {
	n.kind, n.a = kText, int32(len(b.runs))
	src := int32(len(b.lex.src))
	for i := range t {
		s := &t[i]
		at := src + int32(text.Len())
		text.WriteString(s.Text)
		b.runs = append(room(b.runs), run{at, src + int32(text.Len()), s.Marks, b.attrOf(s)})
	}
	all := marksOfAll(t)
	if all.Has(article.Strong) {
		n.flags |= fBold
	}
	if all.Has(article.Emphasis) {
		n.flags |= fItalic
	}
	n.b = int32(len(b.runs))
}

// apart are the marks that set a line apart from others.
const apart = article.Strong | article.Emphasis | article.Small

// marksOfAll returns which of these marks all of a text has, as the scanner sees it:
// but for what says nothing by itself.
func marksOfAll(t article.Text) article.Marks {
	all := apart
	for i := range t {
		if s := t[i].Text; s != "" && (len(s) > 2 || !isBlankText(s)) {
			all &= t[i].Marks
		}
	}
	return all
}

// joined is the body that two make one after the other.
func (b *builder) joined(x, y article.Body, path int32) article.Body {
	o, from := len(b.out), b.from
	b.from = o
	if len(x) > 0 && len(y) > 0 && kindOf(x[len(x)-1]) == kRule && kindOf(y[0]) == kRule {
		y = y[1:]
	}
	b.out = append(append(b.out, x...), y...)
	b.settle(o, path)
	b.from = from
	return b.cut(o)
}

// item makes the item of a list that text alone makes. It is nil if there is no text.
func (b *builder) item(t article.Text, path int32) article.Body {
	o, from := len(b.out), b.from
	b.from = o
	b.paragraph(t)
	b.plain++
	b.settle(o, path)
	b.plain--
	b.from = from
	return b.cut(o)
}

// donePiece adds the block at piece i, which has been built, or what it begins. It
// returns the piece after.
func (b *builder) donePiece(i, end int) int {
	switch x := b.done[b.nodes[b.pieces[i]].a].(type) {
	case *article.Divider:
		b.divider()
	case *article.Heading:
		if isLinksLabel(x) {
			if j := b.seeAlso(i, end, x.Text.String()); j > i {
				b.forget(x)
				return j
			}
		}
		b.emit(x)
	default:
		b.emit(x)
	}
	return i + 1
}

// isLinksLabel reports whether a heading says that links follow, and no more.
func isLinksLabel(h *article.Heading) bool {
	if size(h.Text) >= 100 {
		return false
	}
	label, rest, ok := seeAlsoLabel(h.Text.String())
	return ok && label != "" && rest == ""
}

// forget takes the heading h out of those that get a level.
func (b *builder) forget(h *article.Heading) {
	b.heads = slices.DeleteFunc(b.heads, func(o *article.Heading) bool { return o == h })
}

// attrOf returns what a span has beside its marks.
func (b *builder) attrOf(s *article.Span) int32 {
	if s.Link == nil && s.Lang == "" && s.Dir == "" && s.Expansion == "" && s.ID == "" {
		return 0
	}
	a := spanAttr{lang: s.Lang, dir: s.Dir, expansion: s.Expansion}
	if s.ID != "" {
		a.id, a.onlyID = s.ID, s.Text == ""
		delete(b.ids, s.ID) // to be given again
	}
	if s.Link != nil {
		b.links = append(b.links, *s.Link)
		a.link = int32(len(b.links))
	}
	b.attrs = append(room(b.attrs), a)
	return int32(len(b.attrs) - 1)
}

// sameKind reports whether two blocks are of the same kind.
func sameKind(x, y article.Block) bool { return kindOf(x) == kindOf(y) }

// kindOf returns the kind of the node that a block was.
func kindOf(x article.Block) nodeKind {
	switch x := x.(type) {
	case *article.Paragraph:
		return kText
	case *article.Heading:
		return kHeading
	case *article.List:
		return kList
	case *article.Quote:
		return kQuote
	case *article.Image:
		if bare(x) {
			return kImage
		}
		return kFigure
	case *article.Gallery:
		return kGallery
	case *article.Video:
		return kVideo
	case *article.Audio:
		return kAudio
	case *article.Table:
		return kTable
	case *article.Embed:
		return kEmbed
	case *article.Divider:
		return kRule
	case *article.Preformatted:
		return kPre
	case *article.RawHTML:
		return kRaw
	case *article.Box:
		return kBox
	case *article.Links:
		return kRelated
	case *article.File:
		return kFile
	}
	return kNone
}

// kindAt returns the kind of the piece at i.
func (b *builder) kindAt(i int) nodeKind {
	n := &b.nodes[b.pieces[i]]
	if n.kind == kDone {
		return kindOf(b.done[n.a])
	}
	return n.kind
}

// blank is blankRun after all has been read.
func (b *builder) blank(r *run) bool {
	return r.end-r.start <= 2 && isBlankText(b.piece(r.start, r.end))
}

// isBlankText reports whether a text of no more than two bytes has no letter and no
// digit.
func isBlankText(t string) bool {
	for i := range len(t) {
		if c := t[i]; c > 0x7f || c >= '0' && c <= '9' || isLetter(c) {
			return false
		}
	}
	return true
}

// isCaption reports whether a heading would be the caption of a picture above it.
func isCaption(h *article.Heading) bool {
	t := h.Text.String()
	return len(t) < 400 && (hasPhotoCredit(t) || marksOfAll(h.Text).Has(article.Small)) && utf8.RuneCountInString(t) <= 350 && !isByline(t)
}

// bare reports whether nothing is written to a picture or recording, so that the
// line below may be its caption.
func bare(x article.Block) bool {
	switch x := x.(type) {
	case *article.Image:
		return len(x.Caption)+len(x.Credits) == 0 && !x.Illustration
	case *article.Video:
		return len(x.Caption)+len(x.Credits)+len(x.Transcript) == 0 && x.Title == ""
	case *article.Audio:
		return len(x.Caption)+len(x.Credits)+len(x.Transcript) == 0 && x.Title == ""
	}
	return false
}

// unsettled returns where the first blocks from the one at i on begin and end that
// another look may change, with those beside them that matter for it. It is quick, and
// finds too many.
func (b *builder) unsettled(blocks []article.Block, i int) (lo, hi int) {
	from := i
	for ; i < len(blocks) && (hi == 0 || i <= hi); i++ {
		if !b.mayChange(blocks, i) {
			continue
		}
		if hi == 0 {
			lo = max(i-1, from)
		}
		for hi = min(i+4, len(blocks)); hi < len(blocks); hi++ { // links below a label
			if p, ok := blocks[hi].(*article.Paragraph); !ok || isPlainText(p.Text) || size(p.Text) > 400 {
				break
			}
		}
	}
	return lo, hi
}

// mayChange reports whether another look may change the block at i.
func (b *builder) mayChange(blocks []article.Block, i int) bool {
	below := i > 0 && bare(blocks[i-1])
	var p *article.Paragraph
	switch x := blocks[i].(type) {
	case *article.Paragraph:
		p = x
	case *article.Heading:
		return below && isCaption(x) || i+1 < len(blocks) && isLinksLabel(x)
	}
	if p == nil || len(p.Text) == 0 {
		return false
	}
	n := size(p.Text)
	if below && n < 1400 {
		return true
	}
	if n > 1600 {
		return false
	}
	t := firstWords(p.Text)
	nl := b.lineEnd(t)
	if b.plain == 0 && p.Text[0].Marks.Has(article.Strong) && (nl >= 0 || n <= 240 && marksOfAll(p.Text).Has(article.Strong)) {
		return true
	}
	if k, _, _ := marker(t); k != 0 && i+1 < len(blocks) {
		if q, ok := blocks[i+1].(*article.Paragraph); ok && len(q.Text) > 0 {
			if k, _, _ := marker(q.Text[0].Text); k != 0 {
				return true
			}
		}
	}
	if nl >= 0 {
		if k, _, _ := marker(t[nl+1:]); k != 0 {
			return true
		}
	}
	if n > 400 {
		return false
	}
	if strings.HasPrefix(t, "http") {
		return true
	}
	label := mayLead(t)
	if label {
		if len(t) < 80 { // as labels are
			t = p.Text.String()
		}
		if isRule(t) {
			return true
		}
	}
	links := !isPlainText(p.Text)
	for k := range p.Text {
		if l := p.Text[k].Link; l != nil && documentType(l.URL) != "" {
			return true
		}
	}
	if i+1 < len(blocks) && !links {
		switch blocks[i+1].(type) {
		case *article.List, *article.Paragraph:
			links = true
		}
	}
	if !links || !label {
		return false
	}
	_, _, ok := seeAlsoLabel(t)
	return ok || t == "" || startsSign(t) && strings.TrimLeft(t, " >»►▶➤") == ""
}

// size is the number of bytes of a text.
func size(t article.Text) (n int) {
	for i := range t {
		n += len(t[i].Text)
	}
	return n
}

// firstWords returns the first span of a text that has words, or "".
func firstWords(t article.Text) string {
	for i := range t {
		if t[i].Text != "" {
			return t[i].Text
		}
	}
	return ""
}

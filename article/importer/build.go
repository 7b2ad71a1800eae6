package importer

import (
	"fmt"
	"net/url"
	"slices"
	"strings"

	"github.com/toasoan/toasoan/article"
	"github.com/toasoan/toasoan/article/viet"
)

// A builder makes blocks of what a scanner has read. It takes the memory of many
// small things at once.
type builder struct {
	*scanner

	links  []article.Link  // those of the scratch, to stay
	images []article.Image // the same
	spans  []article.Span
	paras  []article.Paragraph
	titles []article.Heading
	blocks []article.Block // from which bodies are cut
	gone   []bool          // nodes that repeat others; nil if none do
	refs   map[string]bool // the ids that links lead to
	ids    map[string]bool // the ids that have been given

	made      int  // blocks
	depth     int  // of the body that is being built
	slanted   bool // most of the text is in italics, which say nothing then
	lone      bool // all the text there is stands beside pictures, in one piece
	sentences bool // long paragraphs of the body that is settled end as sentences do

	plain int // greater than zero where headings are not looked for

	places   map[article.Block]int32 // the paths of paragraphs below pictures, which may be captions yet
	done     []article.Block         // that are looked at once more
	settling bool                    // what is built has been printed, as it were
	oldHeads int                     // headings of the time before
	base     int                     // the first piece of the sequence at hand
	from     int                     // the first block of out that stands beside those
	err      error
}

// build makes the body of all that has been read.
func (b *builder) build() (article.Body, error) {
	b.prepare()
	body := b.body(0, int32(len(b.nodes)))
	b.rankHeadings(body)
	return body, b.err
}

// prepare does what has to be done before the first block is built.
func (b *builder) prepare() {
	b.str = string(b.text)
	b.links, b.images = kept(&b.scratch.links), kept(&b.scratch.images)
	if b.remote {
		b.remoteImages()
	}
	b.blocks = make([]article.Block, 0, len(b.nodes))
	b.spans = make([]article.Span, 0, len(b.runs))
	b.findRepeats()
	if len(b.images) > 0 {
		b.findSlant()
	}
	if !b.anchors {
		return
	}
	b.stripPrefix()
	if !b.linked {
		return
	}
	// Which ids do links lead to that readers will see?
	b.refs = make(map[string]bool)
	for i := range b.nodes {
		n := &b.nodes[i]
		if n.kind != kText || b.gone != nil && b.gone[i] || isRule(b.leaf(int32(i))) {
			continue
		}
		for r := n.a; r < n.b; r++ {
			if l := b.attrs[b.runs[r].attr].link; l > 0 && b.runs[r].start < b.runs[r].end {
				if u := b.links[l-1].URL; u[0] == '#' && len(u) > 1 {
					id := u[1:]
					if s, err := url.PathUnescape(id); err == nil {
						id = s
					}
					b.refs[id] = true
				}
			}
		}
	}
}

// drop takes node p out of the body.
func (b *builder) drop(p int32) {
	if b.gone == nil {
		b.gone = make([]bool, len(b.nodes))
	}
	b.gone[p] = true
}

// body builds the nodes from lo to hi.
func (b *builder) body(lo, hi int32) article.Body {
	if lo >= hi || b.err != nil {
		return nil
	}
	if b.depth >= b.lim.blockDepth {
		b.err = fmt.Errorf("importer: blocks nested more than %d deep: %w", b.lim.blockDepth, article.ErrTooDeep)
		return nil
	}
	b.depth++
	p := len(b.pieces)
	b.flatten(lo, hi)
	body := b.sequenceBody(p)
	b.depth--
	return body
}

// sequenceBody builds the pieces from p on and takes them away.
func (b *builder) sequenceBody(p int) article.Body {
	o := len(b.out)
	path := int32(0)
	if p < len(b.pieces) {
		path = b.paths[b.nodes[b.pieces[p]].path].parent
	}
	from := b.from
	b.from = o
	b.sequence(p, len(b.pieces))
	b.pieces = b.pieces[:p]
	b.settle(o, path)
	b.from = from
	return b.cut(o)
}

// cut takes the blocks from o on out of b.out.
func (b *builder) cut(o int) article.Body {
	if o == len(b.out) {
		return nil
	}
	if cap(b.blocks)-len(b.blocks) < len(b.out)-o {
		b.blocks = make([]article.Block, 0, max(len(b.out)-o, 16))
	}
	n := len(b.blocks)
	b.blocks = append(b.blocks, b.out[o:]...)
	b.out = b.out[:o]
	return b.blocks[n:len(b.blocks):len(b.blocks)]
}

// emit adds a block to the body that is being built.
func (b *builder) emit(x article.Block) {
	b.out = append(room(b.out), x)
	b.count(1)
}

// count counts what has been made, in blocks.
func (b *builder) count(n int) {
	if b.made += n; b.made > b.lim.nodes && b.err == nil {
		b.err = b.tooComplex("blocks")
	}
}

// flatten lists the nodes from lo to hi as pieces. Tables that only lay out are
// dissolved.
func (b *builder) flatten(lo, hi int32) {
	for i := lo; i < hi; i = b.nodes[i].end {
		n := &b.nodes[i]
		switch {
		case b.gone != nil && b.gone[i]:
		case n.kind == kRow || n.kind == kCell || n.kind == kTableCaption || n.kind == kItem:
			b.flatten(i+1, n.end) // a part that stands outside of its whole
		case n.kind == kTable && b.tableKind(i) == layoutTable:
			b.note("layout-table", n.path, "")
			b.flatten(i+1, n.end)
		case n.kind == kQuote && b.onlyPictures(i):
			b.flatten(i+1, n.end) // only indents
		case n.kind == kFigure && !b.isOwn(i) && !b.isFigure(i):
			b.flatten(i+1, n.end)
		default:
			b.pieces = append(room(b.pieces), i)
		}
	}
}

// isFigure reports whether a figure is one: something to look at with a few words,
// and not all of an article in a frame.
func (b *builder) isFigure(i int32) bool {
	if i+1 < b.nodes[i].end && b.nodes[i+1].kind == kTable && b.nodes[i+1].end == b.nodes[i].end {
		return false // the frame that an editor puts around every table
	}
	if b.isQuoteFigure(i) {
		return true
	}
	media, text, headings := 0, 0, 0
	for j := i + 1; j < b.nodes[i].end; j++ {
		switch n := &b.nodes[j]; n.kind {
		case kText:
			if n.flags&fCaption == 0 {
				text += len(b.leaf(j))
			}
			if n.level > 0 {
				headings++
			}
		case kTable:
			if b.tableKind(j) == dataTable {
				return true
			}
		case kItem, kRow, kCell, kTableCaption:
		default:
			media++
		}
	}
	return media > 0 && headings == 0 && text <= 1000*media
}

// sequence builds the pieces from i to end into b.out.
func (b *builder) sequence(i, end int) {
	defer func(base int) { b.base = base }(b.base)
	b.base = i
	for i < end && b.err == nil {
		p := b.pieces[i]
		n := &b.nodes[p]
		switch n.kind {
		case kText:
			i = b.textPiece(i, end)
			continue
		case kImage:
			i = b.imagePiece(i, end)
			continue
		case kFigure, kTable:
			i = b.figurePiece(i, end)
			continue
		case kVideo, kAudio, kEmbed:
			i = b.mediaPiece(i, end)
			continue
		case kGallery:
			b.gallery(p)
		case kPre:
			b.preformattedBlock(p)
		case kRule:
			b.divider()
		case kRaw:
			b.emit(&article.RawHTML{HTML: b.raws[n.a]})
		case kList:
			b.list(p)
		case kQuote:
			b.quote(p, nil)
		case kBox:
			b.box(p)
		case kRelated:
			b.related(p)
		case kDone:
			i = b.donePiece(i, end)
			continue
		}
		i++
	}
}

// paragraph adds a paragraph.
func (b *builder) paragraph(t article.Text) {
	if len(t) == 0 {
		return
	}
	t = b.cited(t)
	p := slab(&b.paras)
	p.Text = t
	b.emit(p)
}

// kept returns elements of the scratch to stay: a copy, or if they are many, the
// memory itself.
func kept[T any](s *[]T) []T {
	if len(*s) < 256 {
		return slices.Clone(*s)
	}
	t := *s
	*s = nil
	return t
}

// slab returns a new element of s, which holds many of its kind so that each takes
// no memory of its own.
func slab[T any](s *[]T) *T {
	if len(*s) == cap(*s) {
		*s = make([]T, 0, 8)
	}
	*s = (*s)[:len(*s)+1]
	return &(*s)[len(*s)-1]
}

// heading adds a heading; its level is settled at the end. Zero is that of one
// that is only set in bold.
func (b *builder) heading(level int, id string, t article.Text) {
	taken := false
	t = slices.DeleteFunc(t, func(s article.Span) bool {
		own := s.Text == "" && s.ID == id && id != ""
		taken = taken || own
		return own
	})
	if len(t) == 0 {
		return
	}
	if id != "" && !taken && (!b.refs[id] && isGenerated(id, t) || !b.newID(id)) {
		id = ""
	}
	if id == "" && len(b.refs) > 0 {
		if slug := viet.Slug(t.String()); b.refs[slug] && !b.hasID(slug) && b.newID(slug) {
			id = slug // with which it is printed: links that led nowhere will lead here
		}
	}
	h := slab(&b.titles)
	*h = article.Heading{Level: level, ID: id, Text: t}
	b.heads = append(room(b.heads), h)
	b.emit(h)
}

// hasID reports whether the source has given an id.
func (b *builder) hasID(id string) bool {
	return slices.ContainsFunc(b.attrs, func(a spanAttr) bool { return a.id == id })
}

// newID takes an id and reports whether it was free.
func (b *builder) newID(id string) bool {
	if b.ids[id] {
		return false
	}
	if b.ids == nil {
		b.ids = make(map[string]bool)
	}
	b.ids[id] = true
	return true
}

// divider adds a divider, but not two in a row.
func (b *builder) divider() {
	if n := len(b.out); n > b.from {
		if _, ok := b.out[n-1].(*article.Divider); ok {
			return
		}
	}
	b.emit(&article.Divider{})
}

// preformattedBlock adds a pre.
func (b *builder) preformattedBlock(p int32) {
	n := &b.nodes[p]
	t := strings.TrimRight(b.leaf(p), " \n\t")
	t = strings.Trim(t, "\n")
	if t == "" {
		return
	}
	b.emit(&article.Preformatted{Text: t, Verse: n.flags&fVerse != 0, Lang: b.attrs[b.runs[n.a].attr].lang})
}

// list adds a list, or the gallery that a list of pictures is.
func (b *builder) list(p int32) {
	n := b.nodes[p]
	if n.flags&fTerm == 0 && b.pictureList(p) {
		b.gallery(p)
		return
	}
	l := &article.List{Ordered: n.flags&fOrdered != 0}
	if l.Ordered && n.a != 1 {
		l.Start = int(n.a)
	}
	items := 0
	for i := p + 1; i < n.end; i = b.nodes[i].end {
		items++
	}
	l.Items = make([]article.Body, 0, items)
	b.plain++
	for i := p + 1; i < n.end; i = b.nodes[i].end {
		c := b.nodes[i]
		switch {
		case c.kind == kItem && c.flags&fTerm != 0:
			if body := b.body(i+1, c.end); body != nil {
				strengthen(body)
				l.Items = append(l.Items, body)
			}
		case c.kind == kItem && n.flags&fTerm != 0 && len(l.Items) > 0:
			last := &l.Items[len(l.Items)-1]
			*last = b.joined(*last, b.body(i+1, c.end), c.path)
		case c.kind == kItem:
			if body := b.body(i+1, c.end); body != nil {
				l.Items = append(l.Items, body)
			}
		default:
			// A list in a list, or text that stands in no item.
			body := b.body(i, c.end)
			if body == nil {
				break
			}
			if c.kind == kList && len(l.Items) > 0 {
				last := &l.Items[len(l.Items)-1]
				*last = b.joined(*last, body, c.path)
			} else {
				l.Items = append(l.Items, body)
			}
		}
	}
	b.plain--
	if n.flags&fTerm != 0 {
		b.note("list-from-terms", n.path, "")
	}
	if g := b.galleryOf(l, n.path); g != nil {
		b.note("gallery", n.path, "")
		b.emit(g)
	} else if len(l.Items) > 0 && !(n.flags&fChapters != 0 && b.chapters(l)) {
		b.emit(l)
	}
}

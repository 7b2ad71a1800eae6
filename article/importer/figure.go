package importer

import (
	"strings"

	"github.com/toasoan/toasoan/article"
)

// A figure is what is found in an element that holds pictures and words.
type figure struct {
	items    []pictured
	captions []int32 // said to be
	texts    []int32 // not said to be
	others   []int32 // other nodes
	pull     bool    // it says that it is a pull quote
}

// figurePiece builds the figure or table at piece i, with a caption that follows.
// It returns the piece after.
func (b *builder) figurePiece(i, end int) int {
	p := b.pieces[i]
	if b.nodes[p].kind == kTable {
		switch b.tableKind(p) {
		case dataTable:
			b.table(p, nil)
			return i + 1
		case boxTable:
			b.note("box-from-table", b.nodes[p].path, "")
			b.boxed(&article.Box{}, b.nodes[p].path, p+1, b.nodes[p].end)
			return i + 1
		}
	}
	if b.nodes[p].flags&fEmbed != 0 {
		if f, ok := b.embedFigure(p); ok {
			b.ownEmbed(p, f)
			return i + 1
		}
	}
	var f figure
	if b.nodes[p].kind == kTable {
		b.collectTable(p, &f)
		b.note("figure-from-table", b.nodes[p].path, "")
	} else {
		b.collect(p+1, b.nodes[p].end, &f)
		f.pull = b.nodes[p].flags&fPull != 0
	}
	return b.figure(&f, i, end)
}

// collect gathers what is in a figure.
func (b *builder) collect(lo, hi int32, f *figure) {
	for i := lo; i < hi; i = b.nodes[i].end {
		n := &b.nodes[i]
		switch n.kind {
		case kImage:
			f.items = append(f.items, pictured{node: i})
		case kFigure, kGallery, kItem, kRow, kCell, kTableCaption:
			b.collectInner(i, f)
		case kList:
			if !b.pictureList(i) {
				f.others = append(f.others, i)
				break
			}
			b.collectInner(i, f)
		case kTable:
			if b.tableKind(i) == dataTable {
				f.others = append(f.others, i)
				break
			}
			var in figure
			b.collectTable(i, &in)
			f.add(&in)
		case kText:
			switch t := b.leaf(i); {
			case t == "":
			case isScreenWords(t):
				b.note("dropped-ui", n.path, t)
			case n.flags&(fCaption|fCredit) != 0:
				f.captions = append(f.captions, i)
			default:
				f.texts = append(f.texts, i)
			}
		default:
			f.others = append(f.others, i)
		}
	}
}

// collectInner gathers a figure inside a figure. A caption of its own stays with
// its pictures.
func (b *builder) collectInner(i int32, f *figure) {
	var in figure
	b.collect(i+1, b.nodes[i].end, &in)
	if len(in.items) > 0 && b.nodes[i].kind != kRow && b.nodes[i].kind != kTableCaption {
		last := &in.items[len(in.items)-1]
		if len(in.items) == 1 || len(in.captions)+len(in.texts) == 1 {
			last.captions = append(last.captions, in.captions...)
			in.captions = nil
			if len(last.captions) == 0 && b.shortTexts(in.texts) {
				last.captions = in.texts
				in.texts = nil
			}
		}
	}
	f.add(&in)
}

func (f *figure) add(in *figure) {
	f.items = append(f.items, in.items...)
	f.captions = append(f.captions, in.captions...)
	f.texts = append(f.texts, in.texts...)
	f.others = append(f.others, in.others...)
}

// screenWords are what pages write on pictures for people with a mouse.
var screenWords = []string{
	"nhấn để phóng to ảnh", "bấm để phóng to ảnh", "nhấp để phóng to", "bấm để xem ảnh lớn", "xem ảnh lớn",
	"phóng to", "click để xem ảnh lớn", "click to enlarge", "click vào ảnh để phóng to",
}

func isScreenWords(t string) bool {
	if len(t) > 60 {
		return false
	}
	t = strings.Trim(t, " .()[]")
	if t == "" || strings.IndexByte("nbxpc", t[0]|0x20) < 0 { // as the words begin
		return false
	}
	low := strings.ToLower(t)
	for _, w := range screenWords {
		if low == w {
			return true
		}
	}
	return false
}

// maxCaption bounds the characters of what is a caption because it stands in a figure.
const maxCaption = 500

// shortTexts reports whether leaves are short enough for a caption together.
func (b *builder) shortTexts(ps []int32) bool {
	n := 0
	for _, p := range ps {
		n += runeCount(b.leaf(p))
		if b.nodes[p].level != 0 && !b.creditedHeading(p) {
			return false
		}
	}
	return n > 0 && n <= maxCaption
}

// onlyCredits reports whether what is marked as the caption says no more than who
// took the picture.
func (b *builder) onlyCredits(caps []int32) bool {
	for _, c := range caps {
		if b.nodes[c].flags&fCredit == 0 && !onlyCredit(b.leaf(c)) {
			return false
		}
	}
	return len(caps) > 0
}

// figure builds what has been gathered at piece i and returns the piece after.
func (b *builder) figure(f *figure, i, end int) int {
	next := i + 1
	caps := f.captions
	if len(caps) == 0 && b.shortTexts(f.texts) && len(f.items)+len(f.others) > 0 {
		caps, f.texts = f.texts, nil
		b.note("caption-from-figure", b.nodes[caps[0]].path, b.leaf(caps[0]))
	}
	if len(f.items) > 0 && b.onlyCredits(caps) && b.shortTexts(f.texts) {
		b.note("caption-from-figure", b.nodes[f.texts[0]].path, b.leaf(f.texts[0]))
		caps, f.texts = append(f.texts, caps...), nil
	}
	own := 0
	for k := range f.items {
		own += len(f.items[k].captions)
	}
	switch {
	case len(f.items) > 0:
		if len(f.others) == 0 && len(caps) == 0 && own == 0 && len(f.texts) == 0 {
			next, caps = b.captionAfter(f.items[len(f.items)-1].node, next, end)
		}
		b.pictures(f.items, caps)
		caps = nil
	case len(f.others) == 0:
		b.orphanCaption(caps)
		caps = nil
	}
	for k, o := range f.others {
		var own []int32
		if k == len(f.others)-1 {
			own = caps
			caps = nil
		}
		b.withCaption(o, own)
		if q, ok := lastOf(b.out).(*article.Quote); ok && f.pull {
			q.Pull = true
		}
	}
	b.orphanCaption(caps)
	for _, t := range f.texts {
		b.paragraph(b.content(t, 0))
	}
	return next
}

// lastOf returns the last of blocks, or nil.
func lastOf(out []article.Block) article.Block {
	if len(out) == 0 {
		return nil
	}
	return out[len(out)-1]
}

// withCaption adds a node that stood in a figure, with the figure's caption.
func (b *builder) withCaption(p int32, caps []int32) {
	n := &b.nodes[p]
	switch n.kind {
	case kVideo, kAudio, kEmbed:
		b.recording(p, caps)
		return
	case kTable:
		b.table(p, caps)
		return
	case kQuote:
		b.quote(p, caps)
		return
	}
	o, start := len(b.out), len(b.pieces)
	b.pieces = append(room(b.pieces), p)
	b.sequence(start, len(b.pieces))
	b.pieces = b.pieces[:start]
	if len(caps) == 0 {
		return
	}
	if len(b.out) > o {
		if x, ok := b.out[len(b.out)-1].(*article.Embed); ok && x.Caption == nil {
			x.Caption = b.captionText(caps)
			return
		}
	}
	b.orphanCaption(caps)
}

// pictureList reports whether a list is one of pictures: of each item that is nothing
// but pictures, or one with a few words.
func (b *builder) pictureList(p int32) bool {
	items, text := 0, 0
	for i := p + 1; i < b.nodes[p].end; i = b.nodes[i].end {
		if b.nodes[i].kind != kItem {
			return false
		}
		images, captions, words, runes := 0, 0, 0, 0
		for j := i + 1; j < b.nodes[i].end; j++ {
			switch n := &b.nodes[j]; n.kind {
			case kImage:
				images++
			case kText:
				if n.level > 0 && n.level < wordLevel || b.isDocument(j) {
					return false
				}
				if text += len(b.leaf(j)); n.flags&(fCaption|fCredit) != 0 {
					captions++
				} else {
					words++
					runes += runeCount(b.leaf(j))
				}
			case kFigure:
				if b.isOwn(j) {
					return false
				}
			default:
				return false
			}
		}
		if images == 0 || words > 0 && images+captions > 1 || runes > maxCaption {
			return false
		}
		items++
	}
	return isPictures(items, text)
}

// isPictures reports whether the items of a list of pictures, with so many bytes of
// text, make a gallery.
func isPictures(items, text int) bool { return items >= 2 && text <= 300*items }

// galleryOf returns the gallery that a list is which has been built, if
// [builder.pictureList] would say so of it when it has been printed, or nil.
func (b *builder) galleryOf(l *article.List, path int32) *article.Gallery {
	text := 0
	for _, item := range l.Items {
		images, words, runes, captioned := 0, 0, 0, false
		for _, x := range item {
			switch x := x.(type) {
			case *article.Image:
				images++
				captioned = captioned || !bare(x)
				text += size(x.Caption)
				if len(x.Credits) > 0 || x.Illustration {
					text += len(creditLine(x.Credits, article.RolePhotographer, x.Illustration))
				}
			case *article.Paragraph:
				words++
				runes += runeCount(x.Text.String())
				text += size(x.Text)
			default:
				return nil
			}
		}
		if images == 0 || words > 0 && (images > 1 || captioned) || runes > maxCaption {
			return nil
		}
	}
	if !isPictures(len(l.Items), text) {
		return nil
	}
	g := &article.Gallery{}
	nodes, runs, attrs, str := len(b.nodes), len(b.runs), len(b.attrs), b.str
	var words strings.Builder
	for _, item := range l.Items {
		var im *article.Image
		var caps []int32
		for _, x := range item {
			switch x := x.(type) {
			case *article.Image:
				im = x
				g.Images = append(g.Images, *im)
			case *article.Paragraph:
				n := node{path: path}
				b.reread(&n, &words, x.Text)
				caps = append(caps, int32(len(b.nodes)))
				b.nodes = append(b.nodes, n)
			}
		}
		if len(caps) > 0 {
			im = &g.Images[len(g.Images)-1]
			b.str = words.String()
			b.caption(&im.Caption, im, caps, article.RolePhotographer)
		}
	}
	b.nodes, b.runs, b.attrs, b.str = b.nodes[:nodes], b.runs[:runs], b.attrs[:attrs], str
	return g
}

// gallery adds the pictures of a list or of an element that says it is one.
func (b *builder) gallery(p int32) {
	var f figure
	b.collect(p+1, b.nodes[p].end, &f)
	if len(f.items) == 0 {
		for _, t := range append(f.captions, f.texts...) {
			b.paragraph(b.content(t, 0))
		}
		for _, o := range f.others {
			b.withCaption(o, nil)
		}
		return
	}
	if len(f.items) > 1 && len(f.captions) == len(f.items) && len(f.texts) == 0 {
		for i := range f.items {
			f.items[i].captions = append(f.items[i].captions, f.captions[i])
		}
		f.captions = nil
	}
	b.figure(&f, 0, 0)
}

package importer

import (
	"math"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/toasoan/toasoan/article"
)

// imagePiece builds the picture at piece i, or the gallery that it and those next
// to it make, with the caption that follows. It returns the piece after.
func (b *builder) imagePiece(i, end int) int {
	p := b.pieces[i]
	j := i + 1
	for j < end && b.nodes[b.pieces[j]].kind == kImage && b.nodes[b.pieces[j]].group == b.nodes[p].group {
		j++
	}
	next, caps := b.captionAfter(b.pieces[j-1], j, end)
	items := make([]pictured, 0, 4)
	for k := i; k < j; k++ {
		items = append(items, pictured{node: b.pieces[k]})
	}
	b.pictures(items, caps)
	return next
}

// mediaPiece builds the video, recording or embed at piece i with its caption.
func (b *builder) mediaPiece(i, end int) int {
	next, caps := b.captionAfter(b.pieces[i], i+1, end)
	b.recording(b.pieces[i], caps)
	return next
}

// captionAfter returns the leaves from piece j on that are the caption of the
// picture at node p, and the piece after them.
func (b *builder) captionAfter(p int32, j, end int) (next int, caps []int32) {
	if j >= end {
		return j, nil
	}
	q := b.pieces[j]
	if b.nodes[q].kind != kText || b.nodes[q].level != 0 && !b.creditedHeading(q) {
		return j, nil
	}
	code := b.captionRule(p, q, j, end)
	if code == "" {
		return j, nil
	}
	b.note(code, b.nodes[q].path, b.leaf(q))
	caps = []int32{q}
	j++
	// The credit may be a line of its own.
	if j < end && b.nodes[b.pieces[j]].kind == kText {
		t := b.leaf(b.pieces[j])
		if b.nodes[b.pieces[j]].flags&fCredit != 0 || len(t) < 120 && onlyCredit(t) {
			caps = append(caps, b.pieces[j])
			j++
		}
	}
	return j, caps
}

// captionRule returns the code of the rule by which leaf q, at piece j, is the
// caption of the picture at node p before it, or "" if it is none. The rules go
// from what the source says to what newsrooms are used to.
func (b *builder) captionRule(p, q int32, j, end int) string {
	pic, n := &b.nodes[p], &b.nodes[q]
	t := b.leaf(q)
	runes := runeCount(t)
	if n.flags&(fCaption|fCredit) != 0 && runes <= 800 {
		return "caption-from-class"
	}
	if n.flags&(fLead|fAuthor|fSource|fKicker|fCite|fFile) != 0 || runes > 350 || isByline(t) {
		return ""
	}
	if hasPhotoCredit(t) {
		return "caption-from-credit"
	}
	if pic.kind == kImage {
		im := &b.images[pic.a]
		if runes >= 8 && (sameWords(im.Alt, t) || sameWords(im.Title, t)) || im.Link != nil && sameWords(im.Link.Title, t) {
			return "caption-from-alt"
		}
	}
	if runes > 80 && b.lone {
		return "" // all the text that there is
	}
	if strings.HasSuffix(t, "?") || strings.HasSuffix(t, ":") || strings.HasSuffix(t, "như sau.") || strings.HasPrefix(t, "- ") || runes > 300 ||
		strings.Count(t, "\n") >= 2 || isNobody(t) {
		return ""
	}
	if l, label, text := b.oneLink(q); l != nil && label == "" && len(text) == len(t) && pic.kind == kImage && b.images[pic.a].Link != nil && b.images[pic.a].Link.URL == l.URL {
		return "" // a teaser of what the picture leads to
	}
	if r, _ := utf8.DecodeRuneInString(t); (r == '“' || r == '"') && n.flags&fItalic != 0 && n.flags&fCenter == 0 {
		return "" // what somebody says
	}
	if b.marksIn(q, math.MinInt32, math.MaxInt32).Has(article.Small) {
		return "caption-from-small"
	}
	if n.level != 0 {
		return ""
	}
	if n.flags&fItalic != 0 && !b.slanted && !strings.Contains(t, "\n\n") {
		return "caption-from-italic"
	}
	bold := n.flags&fBold != 0
	switch {
	case n.flags&fPadded != 0 && !bold:
		return "caption-from-padding"
	case n.flags&fCenter != 0 && pic.flags&fCenter != 0 && !(bold && headingLike(t)):
		// Where everything is centered, nothing is said by it.
		if j+1 < end {
			if m := &b.nodes[b.pieces[j+1]]; m.kind == kText && m.flags&fCenter != 0 && runes > 150 {
				return ""
			}
		}
		return "caption-from-center"
	case n.flags&fCenter != 0 && !bold && runes <= 200 && b.plainAfter(j, end):
		return "caption-from-center"
	case n.flags&fAfterBR != 0 && n.group == pic.group && runes <= 250 && !bold && pic.b == 0:
		return "caption-from-break"
	case !bold && runes <= 150 && b.looksLikeCaption(t):
		return "caption-from-words"
	case !bold && b.labelLike(p, q, t, j, end):
		return "caption-from-words"
	case bold && strings.HasSuffix(t, ".") && strings.Count(t, " ") < 8:
		return "caption-from-words" // no heading, and too short for a paragraph
	case !(bold && headingLike(t)) && b.sharesDiv(q, j, end):
		return "caption-from-figure"
	}
	return ""
}

// plainAfter reports whether the piece after j is text that is not centered.
func (b *builder) plainAfter(j, end int) bool {
	if j+1 >= end {
		return false
	}
	m := &b.nodes[b.pieces[j+1]]
	return m.kind == kText && m.level == 0 && m.flags&fCenter == 0
}

// sharesDiv reports whether leaf q, at piece j, is all that stands in a div beside
// the pictures before it, in a text that goes on outside of that div.
func (b *builder) sharesDiv(q int32, j, end int) bool {
	div := b.paths[b.nodes[q].path].parent
	if b.settling || b.paths[div].tag != tagDiv || j+1 < end && b.within(b.pieces[j+1], div) {
		return false
	}
	k := j - 1
	for k >= 0 && b.within(b.pieces[k], div) {
		switch n := &b.nodes[b.pieces[k]]; {
		case n.kind == kFigure || n.kind == kImage && (n.path == div || b.paths[n.path].parent == div):
			k--
		default:
			return false
		}
	}
	return k < j-1 && (k >= 0 && b.nodes[b.pieces[k]].kind == kText || j+1 < end && b.nodes[b.pieces[j+1]].kind == kText)
}

// within reports whether node p stands in the block element at path e.
func (b *builder) within(p, e int32) bool {
	at := b.nodes[p].path
	for at > e {
		at = b.paths[at].parent
	}
	return at == e
}

// creditedHeading reports whether a heading ends in who took a picture, or is in small
// print, as none is.
func (b *builder) creditedHeading(q int32) bool {
	t := b.leaf(q)
	return b.nodes[q].level < wordLevel && len(t) < 400 && (hasPhotoCredit(t) || b.marksIn(q, math.MinInt32, math.MaxInt32).Has(article.Small))
}

// labelLike reports whether a line below a picture that stands alone is no sentence,
// in a text whose other paragraphs are.
func (b *builder) labelLike(p, q int32, t string, j, end int) bool {
	if n := strings.Count(t, " ") + 1; n < 3 || n > 30 || !b.settling || !b.sentences || b.plain > 0 {
		return false
	}
	first, _ := utf8.DecodeRuneInString(t)
	if k, _, _ := marker(t); k != 0 || endsSentence(t) || strings.HasSuffix(t, ",") || !unicode.IsUpper(first) || strings.ContainsAny(t, "@:/0123456789\n") || isCreditLine(t) {
		return false
	}
	for _, w := range []string{"Những hình ảnh", "Một số hình ảnh", "Một vài hình ảnh", "Xem", "Hình ảnh trong"} {
		if strings.HasPrefix(t, w) {
			return false
		}
	}
	if b.nodes[q].flags&(fRight|fBold|fItalic|fCenter) != 0 {
		return false
	}
	if l, _, _ := b.oneLink(q); l != nil || j+1 >= end {
		return false
	}
	switch m := &b.nodes[b.pieces[j+1]]; b.kindAt(j + 1) {
	case kImage, kFigure, kHeading:
		return true
	case kText:
		u := b.leaf(b.pieces[j+1])
		return m.level > 0 && m.level < wordLevel || len(u) > 100 && endsSentence(u) && m.flags&fAfterBR == 0
	}
	return false
}

// findSlant sees whether most of the text is in italics, and whether there is but one
// piece of text beside pictures. What stands below pictures may be captions and
// doesn't count for the first.
func (b *builder) findSlant() {
	upright, slanted, texts, others := 0, 0, 0, 0
	below := false
	for i := range b.nodes {
		n := &b.nodes[i]
		switch {
		case n.kind == kImage || n.kind == kFigure:
			below = below || n.kind == kImage
			continue
		case n.kind != kText:
			others++
		case n.flags&fCaption == 0 && n.a < n.b:
			texts++
			size := int(b.runs[n.b-1].end - b.runs[n.a].start)
			switch {
			case below || n.level > 0 || n.flags&fBold != 0:
			case n.flags&fItalic != 0:
				slanted += size
			default:
				upright += size
			}
		}
		below = false
	}
	b.slanted = slanted > 600 && slanted > upright
	b.lone = texts == 1 && others == 0
}

// endsInSentences reports whether the paragraphs of a body, and of what is in it, end as
// sentences do. Those below pictures may be captions and don't count.
func endsInSentences(body article.Body) bool {
	with, without := 0, 0
	countSentences(body, &with, &without)
	return with >= 3 && with > 4*without
}

func countSentences(body article.Body, with, without *int) {
	for i, x := range body {
		switch x := x.(type) {
		case *article.Paragraph:
			switch {
			case size(x.Text) < 100:
			case endsSentence(x.Text[len(x.Text)-1].Text):
				*with++
			case i == 0 || kindOf(body[i-1]) != kImage:
				*without++
			}
		case *article.List:
			for _, item := range x.Items {
				countSentences(item, with, without)
			}
		case *article.Quote:
			countSentences(x.Body, with, without)
		case *article.Box:
			countSentences(x.Body, with, without)
		}
	}
}

// captionWords begin lines that say what a picture shows.
var captionWords = []string{
	"Từ trái sang", "Từ trái qua", "Từ phải sang", "Từ phải qua", "(Từ trái ", "(Từ phải ", "Trong ảnh: ",
	"Quang cảnh", "Toàn cảnh", "Khung cảnh", "Hình ảnh ", "Một góc ", "Ảnh ", "Ảnh: ",
}

// looksLikeCaption reports whether a short line begins as captions do.
func (b *builder) looksLikeCaption(t string) bool {
	for _, w := range captionWords {
		if strings.HasPrefix(t, w) {
			return true
		}
	}
	return false
}

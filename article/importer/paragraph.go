package importer

import (
	"slices"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/toasoan/toasoan/article"
)

// textPiece builds the text at piece i, and what belongs to it of the pieces
// before end. It returns the piece after.
func (b *builder) textPiece(i, end int) int {
	p := b.pieces[i]
	n := &b.nodes[p]
	switch {
	case n.level&wordLevel != 0:
		return b.wordList(i, end)
	case n.level > 0:
		if t := b.leaf(p); len(t) < 100 {
			if label, rest, ok := seeAlsoLabel(t); ok && label != "" && rest == "" {
				if j := b.seeAlso(i, end, t); j > i {
					return j
				}
			}
		}
		b.markedHeading(p)
		return i + 1
	}
	t := b.leaf(p)
	if t == "" {
		return i + 1
	}
	if n.flags&fFile != 0 && b.ownFile(p) {
		return i + 1
	}
	if len(t) < 400 {
		if j := b.seeAlso(i, end, t); j > i {
			return j
		}
		if isRule(t) {
			b.note("divider", n.path, t)
			b.divider()
			return i + 1
		}
		if b.linkedThing(p, t) {
			if e, ok := lastOf(b.out).(*article.Embed); ok && i+1 < end {
				if q := b.pieces[i+1]; b.nodes[q].kind == kText && b.nodes[q].flags&fCaption != 0 {
					e.Caption = b.captionText([]int32{q})
					return i + 2
				}
			}
			return i + 1
		}
		if b.plain == 0 && b.fakedHeading(i, end, t) {
			if n.flags&(fRight|fCaption|fAuthor|fSource|fLead|fCite) != 0 {
				b.paragraph(b.content(p, article.Strong)) // which only sets it apart, and will not be there
				return i + 1
			}
			b.note("heading-from-bold", n.path, "")
			b.heading(0, b.leafID(p), b.content(p, article.Strong))
			return i + 1
		}
	}
	if c := t[0]; c == '-' || c == '+' || c == '*' || c == 0xE2 || c == 0xC2 || c == 0xEF || '0' <= c && c <= '9' {
		if j := b.fakedList(i, end); j > i {
			return j
		}
	}
	b.lines(p, t)
	return i + 1
}

// maxHeading bounds the characters of a heading.
const maxHeading = 250

// markedHeading adds the heading that the source has marked as one.
func (b *builder) markedHeading(p int32) {
	n := &b.nodes[p]
	t := b.leaf(p)
	if runeCount(t) > maxHeading {
		b.note("heading-to-paragraph", n.path, "")
		b.paragraph(b.content(p, 0))
		return
	}
	strip := article.Marks(0)
	if n.flags&fBold != 0 {
		strip = article.Strong
	}
	b.heading(int(n.level), b.leafID(p), b.content(p, strip))
}

// leafID returns the id of a heading: the first that its own elements have, or
// that a link leads to.
func (b *builder) leafID(p int32) string {
	for i := b.nodes[p].a; i < b.nodes[p].b; i++ {
		if a := &b.attrs[b.runs[i].attr]; a.onlyID && (!a.weak || b.refs[a.id]) {
			return a.id
		}
	}
	return ""
}

// isRule reports whether a line is drawn with characters.
func isRule(t string) bool {
	n := 0
	for _, c := range t {
		switch c {
		case '-', '*', '_', '=', '~', '–', '—', '•', '·':
			n++
		case ' ', '\u00a0':
		default:
			return false
		}
	}
	return n >= 3
}

// fakedHeading reports whether the leaf at piece i is a heading that is only set
// in bold: a short line of its own, without the end of a sentence, with text
// after it.
func (b *builder) fakedHeading(i, end int, t string) bool {
	p := b.pieces[i]
	if b.nodes[p].flags&fBold == 0 || !headingLike(t) {
		return false
	}
	// What follows: another such line and then text, or text, or a list or table.
	for j := i + 1; j < end && j <= i+2; j++ {
		q := b.pieces[j]
		switch b.kindAt(j) {
		case kText:
			if b.nodes[q].level > 0 {
				return false
			}
			if b.isDocument(q) {
				return true
			}
			if u := b.leaf(q); b.nodes[q].flags&fBold == 0 || !headingLike(u) {
				return len(u) >= 40 || b.goesOn(t)
			}
		case kFile, kList, kTable, kFigure, kImage, kQuote, kEmbed, kVideo, kAudio, kGallery:
			return true
		default:
			return false
		}
	}
	return false
}

// goesOn reports whether a line bears the number after that of a heading before it
// that is only set in bold.
func (b *builder) goesOn(t string) bool {
	roman, n := numbering(t)
	for i := len(b.heads) - 1; n > 1 && i >= max(b.oldHeads, len(b.heads)-16); i-- {
		if h := b.heads[i]; h.Level == 0 {
			if r, k := numbering(h.Text[0].Text); r == roman && k == n-1 {
				return true
			}
		}
	}
	return false
}

// numbering returns the number that begins a heading, "I. " or "1. ", or zero.
func numbering(t string) (roman bool, n int) {
	digits, _, ok := strings.Cut(t, ". ")
	if !ok || digits == "" || len(digits) > 5 {
		return false, 0
	}
	if i := slices.Index(romanNumbers, digits); i >= 0 {
		return true, i + 1
	}
	n, err := strconv.Atoi(digits)
	if err != nil || n < 0 {
		return false, 0
	}
	return false, n
}

var romanNumbers = []string{"I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII", "XIII", "XIV", "XV"}

// headingLike reports whether a line could be a heading.
func headingLike(t string) bool {
	if len(t) > 240 || strings.IndexByte(t, '\n') >= 0 {
		return false
	}
	n := runeCount(t)
	if n < 2 || n > 120 {
		return false
	}
	last, _ := utf8.DecodeLastRuneInString(t)
	switch last {
	case '.', ':', ',', ';', '-', '–', '…', '/':
		return false
	}
	first, _ := utf8.DecodeRuneInString(t)
	if !unicode.IsUpper(first) && !unicode.IsDigit(first) && !strings.ContainsRune("\"“‘'(«", first) {
		return false
	}
	return !isCreditLine(t) && hasLetter(t)
}

func hasLetter(t string) bool {
	for _, c := range t {
		if unicode.IsLetter(c) {
			return true
		}
	}
	return false
}

// wholeLeaf adds the paragraph that a leaf is.
func (b *builder) wholeLeaf(p int32) {
	if g := b.nodes[p].group; g < 0 {
		was := b.done[-1-g].(*article.Paragraph)
		for i := range was.Text {
			if id := was.Text[i].ID; id != "" {
				b.newID(id)
			}
		}
		b.emit(was) // it is one
		return
	}
	below := len(b.out) > b.from && bare(lastOf(b.out))
	b.paragraph(b.content(p, 0))
	if below {
		if b.places == nil {
			b.places = make(map[article.Block]int32)
		}
		b.places[lastOf(b.out)] = b.nodes[p].path
	}
}

// strongTo reports whether all of a leaf is strong up to the byte at.
func (b *builder) strongTo(p, at int32) bool {
	found := false
	for i := b.nodes[p].a; i < b.nodes[p].b && b.runs[i].start < at; i++ {
		if r := &b.runs[i]; r.start < r.end && !r.marks.Has(article.Strong) && !b.blank(r) {
			return false
		} else if r.marks.Has(article.Strong) {
			found = true
		}
	}
	return found
}

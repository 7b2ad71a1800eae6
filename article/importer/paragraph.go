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

// markedHeading adds the heading that the source has marked as one.
func (b *builder) markedHeading(p int32) {
	n := &b.nodes[p]
	t := b.leaf(p)
	if runeCount(t) > 250 {
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
			if u := b.leaf(q); b.nodes[q].flags&fBold == 0 || !headingLike(u) {
				return len(u) >= 40 || b.goesOn(t)
			}
		case kFile:
			return len(b.done[b.nodes[q].a].(*article.File).Title) >= 40
		case kList, kTable, kFigure, kImage, kQuote, kEmbed, kVideo, kAudio, kGallery:
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

// lines adds the paragraphs of a leaf. A bold first line becomes a heading, lines
// that begin with a bullet become a list.
func (b *builder) lines(p int32, t string) {
	n := &b.nodes[p]
	if strings.IndexByte(t, '\n') < 0 {
		b.wholeLeaf(p)
		return
	}
	lo := b.runs[n.a].start
	hi := b.runs[n.b-1].end
	if nl := strings.IndexByte(t, '\n'); b.plain == 0 && n.flags&fBold == 0 && headingLike(t[:nl]) && len(t)-nl > 40 && b.strongTo(p, lo+int32(nl)) {
		b.note("heading-from-bold", n.path, "")
		b.heading(0, b.leafID(p), b.part(p, lo, lo+int32(nl), article.Strong))
		lo += int32(nl) + 1
		t = t[nl+1:]
	}
	// Find lines that begin alike.
	from := 0 // of the text not yet written
	for at := 0; at < len(t); {
		kind, items, next := listLines(t, at, b.items)
		b.items = items[:0]
		if len(items) < 2 || dialogue(t[at:next]) || kind == '1' && b.strongTo(p, lo+int32(items[0].from)) && !b.strongTo(p, lo+int32(items[0].to)) {
			nl := strings.IndexByte(t[at:], '\n')
			if nl < 0 {
				break
			}
			at += nl + 1
			continue
		}
		if from < at {
			b.paragraph(b.part(p, lo+int32(from), lo+int32(at-1), 0))
		}
		b.note("list-from-lines", n.path, "")
		if b.count(len(items)); b.err != nil {
			return
		}
		l := &article.List{Ordered: kind == '1', Items: make([]article.Body, 0, len(items))}
		if l.Ordered && items[0].number != 1 {
			l.Start = items[0].number
		}
		for _, it := range items {
			if b.err != nil {
				return
			}
			if body := b.item(b.part(p, lo+int32(it.from), lo+int32(it.to), 0), n.path); body != nil {
				l.Items = append(l.Items, body)
			}
		}
		b.emit(l)
		at, from = next, next
	}
	switch {
	case from == 0 && lo == b.runs[n.a].start:
		b.wholeLeaf(p)
	case from < len(t):
		b.paragraph(b.part(p, lo+int32(from), hi, 0))
	}
}

// wholeLeaf adds the paragraph that a leaf is.
func (b *builder) wholeLeaf(p int32) {
	if g := b.nodes[p].group; g < 0 {
		b.emit(b.done[-1-g]) // it was one, and is one
		return
	}
	b.paragraph(b.content(p, 0))
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

// A listLine is a line that begins with a bullet or a number, without it.
type listLine struct{ from, to, number int }

// listLines returns the lines of t from at on that begin with the same kind of
// marker, and where the first other line begins. The memory of buf is used.
func listLines(t string, at int, buf []listLine) (kind byte, items []listLine, next int) {
	items = buf[:0]
	for at < len(t) {
		end := strings.IndexByte(t[at:], '\n')
		if end < 0 {
			end = len(t)
		} else {
			end += at
		}
		k, num, n := marker(t[at:end])
		if k == 0 || kind != 0 && k != kind || k == '1' && len(items) > 0 && num != items[len(items)-1].number+1 || at+n >= end {
			break
		}
		kind = k
		items = append(room(items), listLine{at + n, end, num})
		at = end + 1
	}
	return kind, items, min(at, len(t))
}

// marker returns what kind of list a line belongs to, its number and the length
// of the marker. The kind is the bullet, '1' for numbers, or 0.
func marker(t string) (kind byte, number, n int) {
	if t == "" {
		return 0, 0, 0
	}
	switch c := t[0]; {
	case c == '-' || c == '+' || c == '*':
		kind, n = c, 1
		if len(t) > 1 && (t[1] == c || '0' <= t[1] && t[1] <= '9') {
			return 0, 0, 0
		}
	case '0' <= c && c <= '9':
		for n < len(t) && n < 3 && '0' <= t[n] && t[n] <= '9' {
			number = number*10 + int(t[n]-'0')
			n++
		}
		if n+1 >= len(t) || t[n] != '.' && t[n] != ')' || t[n+1] != ' ' {
			return 0, 0, 0
		}
		kind = '1'
		n++
	default:
		r, size := utf8.DecodeRuneInString(t)
		switch r {
		case '–', '—':
			kind = '-'
		case '•', '·', '●', '▪', '■', '◦', '○', '►', '➢', '❖', '✓', '\uf0b7', '\uf0a7', '\uf0d8', '\uf02d':
			kind = 'o'
		default:
			return 0, 0, 0
		}
		n = size
	}
	for n < len(t) && t[n] == ' ' {
		n++
	}
	return kind, number, n
}

// dialogue reports whether lines that begin with dashes are what people say.
func dialogue(t string) bool {
	if !strings.HasPrefix(t, "-") && !strings.HasPrefix(t, "–") && !strings.HasPrefix(t, "—") {
		return false
	}
	for line := range strings.SplitSeq(t, "\n") {
		line = strings.TrimRight(line, " \"”'")
		if strings.HasSuffix(line, "?") || strings.HasSuffix(line, "!") {
			return true
		}
	}
	return false
}

// fakedList adds the list that paragraphs make which begin with bullets or with
// numbers in order. It returns i if they make none.
func (b *builder) fakedList(i, end int) int {
	var kind byte
	number, j := 0, i
	items := 0 // those that are not below others
	var look flags
	for ; j < end; j++ {
		p := b.pieces[j]
		n := &b.nodes[p]
		t := b.leaf(p)
		if n.kind != kText || n.level != 0 || len(t) > 1600 {
			break
		}
		if nl := strings.IndexByte(t, '\n'); nl >= 0 {
			if k, _, _ := marker(t[nl+1:]); k != 0 {
				break // a list of its own
			}
		}
		k, num, m := marker(t)
		f := n.flags & (fBold | fItalic)
		if kind == '-' && k == '+' && m < len(t) {
			continue // below the item before
		}
		if k == 0 || m >= len(t) || j > i && (k != kind || f != look) || k == '1' && j > i && num != number+1 || dialogue(t) {
			break
		}
		if k == '1' && b.strongTo(p, b.runs[n.a].start+int32(m)) {
			break // numbered headings
		}
		kind, number, look = k, num, f
		items++
	}
	if items < 2 {
		return i
	}
	// Interviews set questions in italics and answers upright.
	if kind == '-' && (b.spokenAt(i-1) || j < end && b.spokenAt(j)) {
		return i
	}
	b.note("list-from-paragraphs", b.nodes[b.pieces[i]].path, "")
	l := &article.List{Ordered: kind == '1', Items: make([]article.Body, 0, items)}
	for k := i; k < j; k++ {
		p := b.pieces[k]
		mark, num, m := marker(b.leaf(p))
		if k == i && kind == '1' && num != 1 {
			l.Start = num
		}
		n := &b.nodes[p]
		body := b.item(b.part(p, b.runs[n.a].start+int32(m), b.runs[n.b-1].end, 0), n.path)
		switch {
		case body == nil:
		case mark != kind && len(l.Items) > 0:
			above := &l.Items[len(l.Items)-1]
			if in, ok := (*above)[len(*above)-1].(*article.List); ok {
				in.Items = append(in.Items, body)
			} else {
				*above = append((*above)[:len(*above):len(*above)], &article.List{Items: []article.Body{body}})
			}
		default:
			l.Items = append(l.Items, body)
		}
	}
	b.emit(l)
	return j
}

// spokenAt reports whether the piece at i is a question or begins with a dash.
func (b *builder) spokenAt(i int) bool {
	if i < b.base || i >= len(b.pieces) || b.nodes[b.pieces[i]].kind != kText {
		return false
	}
	t := b.leaf(b.pieces[i])
	return strings.HasSuffix(t, "?") || strings.HasPrefix(t, "- ") || strings.HasPrefix(t, "– ")
}

// wordList adds the list that a word processor has written as paragraphs with
// bullets of its own.
func (b *builder) wordList(i, end int) int {
	j := i
	for j < end && b.nodes[b.pieces[j]].kind == kText && b.nodes[b.pieces[j]].level&wordLevel != 0 {
		j++
	}
	b.note("list-from-word", b.nodes[b.pieces[i]].path, "")
	if l := b.wordItems(i, j); len(l.Items) > 0 {
		b.emit(l)
	}
	return j
}

// wordItems makes a list of the pieces from i to end, whose levels are at least
// that of the first.
func (b *builder) wordItems(i, end int) *article.List {
	level := b.nodes[b.pieces[i]].level
	l := &article.List{Items: make([]article.Body, 0, end-i)}
	for i < end {
		p := b.pieces[i]
		n := &b.nodes[p]
		if n.level > level && len(l.Items) > 0 && n.level-wordLevel < 9 {
			j := i
			for j < end && b.nodes[b.pieces[j]].level > level {
				j++
			}
			if inner := b.wordItems(i, j); len(inner.Items) > 0 {
				last := &l.Items[len(l.Items)-1]
				*last = append((*last)[:len(*last):len(*last)], inner)
			}
			i = j
			continue
		}
		lo := b.runs[n.a].start
		t := b.leaf(p)
		mark := b.markerEnd(p)
		m := t[:mark]
		if len(l.Items) == 0 {
			l.Ordered = strings.ContainsAny(m, "0123456789") || len(m) >= 2 && strings.HasSuffix(strings.TrimSpace(m), ".") || len(m) >= 2 && strings.HasSuffix(strings.TrimSpace(m), ")")
			if k, num, _ := marker(m + " x"); l.Ordered && k == '1' && num > 1 {
				l.Start = num
			}
		}
		for mark < len(t) && t[mark] == ' ' {
			mark++
		}
		if m != "" && hasLetter(m) {
			b.note("list-marker", n.path, strings.TrimSpace(m))
		}
		if body := b.item(b.part(p, lo+int32(mark), b.runs[n.b-1].end, 0), n.path); body != nil {
			l.Items = append(l.Items, body)
		}
		i++
	}
	return l
}

// markerEnd returns the length of the bullet that a word processor has put at the
// front of a leaf.
func (b *builder) markerEnd(p int32) int {
	t := b.leaf(p)
	if _, _, n := marker(t); n > 0 {
		return n
	}
	// "a)", "iv.", "o " and the like.
	if i := strings.IndexByte(t, ' '); i > 0 && i <= 5 {
		m := t[:i]
		if m == "o" || m == "§" || m == "Ø" || m == "ü" || m == "v" || m == "q" || strings.HasSuffix(m, ".") || strings.HasSuffix(m, ")") {
			return i + 1
		}
	}
	return 0
}

// oneLink returns the link that all of a leaf is, if it is one. The words before
// it are its label.
func (b *builder) oneLink(p int32) (l *article.Link, label string, text string) {
	n := &b.nodes[p]
	var first, last int32 = -1, -1
	for i := n.a; i < n.b; i++ {
		r := &b.runs[i]
		if r.start >= r.end {
			continue
		}
		k := b.attrs[r.attr].link
		switch {
		case k > 0 && (l == nil || b.links[k-1].URL == l.URL):
			if l == nil {
				l = &b.links[k-1]
				first = r.start
			}
			last = r.end
		case l != nil && strings.Trim(b.piece(r.start, r.end), " .,;)]»") != "" || k > 0:
			return nil, "", ""
		}
	}
	if l == nil {
		return nil, "", ""
	}
	return l, strings.TrimSpace(b.piece(b.runs[n.a].start, first)), strings.TrimSpace(b.piece(first, last))
}

// linkedThing adds the document or the video that a line of its own links to.
func (b *builder) linkedThing(p int32, t string) bool {
	n := &b.nodes[p]
	if strings.HasPrefix(t, "http") && !strings.ContainsAny(t, " \n") {
		// Editors embed what stands alone as an address.
		if e, ok := embedOf(t); ok && e.Provider != article.ProviderZalo {
			b.note("embed-from-link", n.path, t)
			b.emit(&e)
			return true
		}
	}
	l, label, text := b.oneLink(p)
	if l == nil {
		return b.linkedFiles(p)
	}
	if len(label) > 60 {
		return false
	}
	mt := documentType(l.URL)
	if mt == "" {
		return false
	}
	if label != "" && !fileLabel(label) {
		return false
	}
	if namesFile(text, l.URL) {
		label += " " + text
		text = "" // the name in the address
	}
	b.note("file-from-link", n.path, strings.TrimSpace(label))
	b.emit(&article.File{URL: l.URL, Title: text, MediaType: mt, Lang: l.Lang})
	return true
}

// linkedFiles adds the documents that a line links to behind a label: "Tệp đính kèm:
// a.doc, b.xls".
func (b *builder) linkedFiles(p int32) bool {
	n := &b.nodes[p]
	if n.b-n.a < 3 {
		return false
	}
	var files []article.File
	label := ""
	for i := n.a; i < n.b; i++ {
		r := &b.runs[i]
		t := b.piece(r.start, r.end)
		k := b.attrs[r.attr].link
		switch {
		case t == "":
		case k == 0 && len(files) == 0:
			if label += t; len(label) > 60 {
				return false
			}
		case k == 0:
			if strings.Trim(t, " \n,;.-–|") != "" {
				return false
			}
		case len(files) > 0 && files[len(files)-1].URL == b.links[k-1].URL:
			files[len(files)-1].Title += t
		default:
			l := &b.links[k-1]
			mt := documentType(l.URL)
			if mt == "" {
				return false
			}
			files = append(files, article.File{URL: l.URL, Title: t, MediaType: mt, Lang: l.Lang})
		}
	}
	if len(files) < 2 || label != "" && !fileLabel(label) {
		return false
	}
	for i := range files {
		f := &files[i]
		if f.Title = strings.TrimSpace(strings.ReplaceAll(f.Title, "\n", " ")); namesFile(f.Title, f.URL) {
			label += " " + f.Title
			f.Title = ""
		}
		b.emit(f)
	}
	b.note("file-from-link", n.path, strings.TrimSpace(label))
	return true
}

// fileLabel reports whether a line says that a file follows.
func fileLabel(t string) bool {
	t = strings.ToLower(t)
	for _, w := range []string{"tải", "tệp", "file", "đính kèm", "download", "tài liệu", "văn bản", "phụ lục", "xem tại", "toàn văn", "pdf"} {
		if strings.Contains(t, w) {
			return true
		}
	}
	return marker0(t)
}

func marker0(t string) bool {
	k, _, n := marker(t + " x")
	return k != 0 && n >= len(strings.TrimSpace(t))
}

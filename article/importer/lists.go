package importer

import (
	"strings"
	"unicode/utf8"

	"github.com/toasoan/toasoan/article"
)

// lines adds the paragraphs of a leaf. A bold first line becomes a heading, lines
// that begin with a bullet become a list.
func (b *builder) lines(p int32, t string) {
	n := &b.nodes[p]
	nl := b.lineEnd(t)
	if nl < 0 {
		b.wholeLeaf(p)
		return
	}
	lo := b.runs[n.a].start
	hi := b.runs[n.b-1].end
	if b.plain == 0 && n.flags&fBold == 0 && headingLike(t[:nl]) && len(t)-nl > 40 && b.strongTo(p, lo+int32(nl)) {
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

// lineEnd returns where the first line of a text ends that has more, or -1.
func (b *builder) lineEnd(t string) int {
	if !b.lined {
		return -1 // as most have none
	}
	return strings.IndexByte(t, '\n')
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
		if n.kind != kText || n.level != 0 || n.flags&fFile != 0 || len(t) > 1600 {
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

// isMarker reports whether t is nothing but the marker of an item.
func isMarker(t string) bool {
	k, _, n := marker(t + " x")
	return k != 0 && n >= len(strings.TrimSpace(t))
}

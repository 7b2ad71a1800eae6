package importer

import (
	"slices"
	"strings"

	"github.com/toasoan/toasoan/article"
)

// seeAlsoWords begin lines that lead to other articles.
var seeAlsoWords = byInitial(
	"xem thêm", "đọc thêm", "tin liên quan", "bài liên quan", "tin bài liên quan", "tin, bài liên quan",
	"các tin liên quan", "bài viết liên quan", "tin tức liên quan", "có thể bạn quan tâm", "bạn có thể quan tâm",
	"mời bạn xem", "mời bạn đọc", "mời quý độc giả", "mời độc giả", "tin cùng chuyên mục", "bài cùng chuyên mục",
	"xem thêm video", "xem lại", "tham khảo thêm", "see also", "read more", "related",
)

// byInitial parts phrases in lower case by the first byte that they have in any case.
func byInitial(phrases ...string) (t [256][]string) {
	for _, w := range phrases {
		c := w[0]
		t[c] = append(t[c], w)
		if isLetter(c) {
			t[c-'a'+'A'] = append(t[c-'a'+'A'], w)
		}
	}
	return t
}

// startsSign reports whether a text may begin with a sign or with space: all that
// Vietnamese letters never do.
func startsSign(t string) bool {
	c := t[0]
	return c < 0x80 && !isLetter(c) || c == 0xC2 || c == 0xE2
}

// mayLead reports whether a line that begins with t may begin as lines do that lead to
// other articles, or with a sign.
func mayLead(t string) bool {
	if t == "" || startsSign(t) {
		return true
	}
	for _, w := range seeAlsoWords[t[0]] {
		if hasPrefixFold(t, w[:min(len(w), len(t))]) {
			return true
		}
	}
	return false
}

// seeAlsoLabel returns the words at the front of a line that say that links
// follow, or that arrows do.
func seeAlsoLabel(t string) (label string, rest string, ok bool) {
	s := t
	if t != "" && startsSign(t) {
		s = strings.TrimLeft(t, " >»►▶→➤*-–•")
	}
	if s == "" {
		return "", "", false
	}
	for _, w := range seeAlsoWords[s[0]] {
		if !hasPrefixFold(s, w) {
			continue
		}
		// The label goes to its colon, or is the words alone.
		rest := s[len(w):]
		if i := strings.IndexByte(rest, ':'); i >= 0 && i < 40 {
			return strings.TrimRight(s[:len(w)+i], " ,;|·-–>»"), strings.TrimSpace(rest[i+1:]), true
		}
		if strings.TrimSpace(rest) == "" {
			return s, "", true
		}
	}
	arrow := len(s) < len(t) && (strings.HasPrefix(t, ">>") || strings.HasPrefix(t, "»") || strings.HasPrefix(t, "►") || strings.HasPrefix(t, "▶") || strings.HasPrefix(t, "➤"))
	return "", s, arrow && s != ""
}

// seeAlso adds the links that the line t at piece i begins, as "Xem thêm:" does.
// It returns i if there are none.
func (b *builder) seeAlso(i, end int, t string) int {
	label, rest, ok := seeAlsoLabel(t)
	if !ok {
		return i
	}
	p := b.pieces[i]
	path := b.nodes[p].path
	if rest != "" {
		l, before, text := b.oneLink(p)
		if l == nil {
			return i
		}
		if lab, r, ok := seeAlsoLabel(before + " x"); !ok || r != "x" && (lab == "" || hasLetter(strings.TrimSuffix(r, "x"))) {
			return i
		}
		item := *l
		item.Text = text
		b.addLinks(path, label, []article.Link{item})
		return i + 1
	}
	var items []article.Link
	j := i + 1
	for ; j < end; j++ {
		q := b.pieces[j]
		n := &b.nodes[q]
		if b.kindAt(j) == kList && len(items) == 0 {
			if items = b.linkItems(q); len(items) > 0 {
				j++
			}
			break
		}
		if n.kind != kText || n.level > 0 || n.flags&fFile != 0 {
			break
		}
		l, before, text := b.oneLink(q)
		if l == nil || len(text) > article.MaxField || before != "" && strings.Trim(before, " >»►▶→➤*-–•") != "" {
			break
		}
		item := *l
		item.Text = text
		items = append(items, item)
	}
	if len(items) == 0 {
		return i
	}
	b.addLinks(path, label, items)
	return j
}

// addLinks adds links to the list before, if there is one and they have no title
// of their own.
func (b *builder) addLinks(path int32, title string, items []article.Link) {
	title = b.linksTitle(path, title)
	list := &article.Links{Title: title}
	if n := len(b.out); n > b.from && title == "" {
		if l, ok := b.out[n-1].(*article.Links); ok {
			list = l
		}
	}
	added := len(list.Items) > 0
	for _, l := range items {
		if n := len(list.Items); n > 0 && list.Items[n-1].URL == l.URL {
			b.note("dropped-teaser", path, l.Text)
		} else {
			list.Items = append(list.Items, l)
		}
	}
	if !added {
		b.emit(list)
	}
}

// linksTitle notes a list of links and returns its title, if it is not what package
// render writes where there is none.
func (b *builder) linksTitle(path int32, title string) string {
	if !isOwnLabel(title) {
		b.note("links", path, "")
		return title
	}
	b.note("links", path, title)
	return ""
}

// linkItems returns the links of a list whose every item is one.
func (b *builder) linkItems(p int32) (items []article.Link) {
	if b.nodes[p].kind == kDone {
		list := b.done[b.nodes[p].a].(*article.List)
		items = linksOf(list)
		for i := range items {
			if h, ok := list.Items[i][0].(*article.Heading); ok {
				b.forget(h)
			}
		}
		return items
	}
	for i := p + 1; i < b.nodes[p].end; i = b.nodes[i].end {
		c := &b.nodes[i]
		if c.kind != kItem || c.end != i+2 || b.nodes[i+1].kind != kText || b.nodes[i+1].flags&fFile != 0 {
			return nil
		}
		l, before, text := b.oneLink(i + 1)
		if l == nil || before != "" || len(text) > article.MaxField {
			return nil
		}
		item := *l
		item.Text = text
		items = append(items, item)
	}
	return items
}

// linksOf is linkItems for a list that has been built.
func linksOf(list *article.List) (items []article.Link) {
	for _, item := range list.Items {
		if len(item) != 1 {
			return nil
		}
		t := slices.DeleteFunc(slices.Clone(wordsOf(item[0])), func(s article.Span) bool { return s.Text == "" })
		if len(t) == 0 || t[0].Link == nil || size(t) > article.MaxField {
			return nil
		}
		l := *t[0].Link
		for i := range t {
			if m := t[i].Link; m == nil && strings.Trim(t[i].Text, " .,;)]»") != "" || m != nil && m.URL != l.URL {
				return nil
			}
			if t[i].Link != nil {
				l.Text += t[i].Text
			}
		}
		items = append(items, l)
	}
	return items
}

// wordsOf returns the text of a paragraph or heading.
func wordsOf(x article.Block) article.Text {
	switch x := x.(type) {
	case *article.Paragraph:
		return x.Text
	case *article.Heading:
		return x.Text
	}
	return nil
}

// related adds a box that the source says holds links to other articles.
func (b *builder) related(p int32) {
	n := b.nodes[p]
	x := article.Links{}
	var lost, code []int32 // pictures, preformatted text
	teaser := !b.hasText(p)
	for i := p + 1; i < n.end && teaser; i++ {
		c := &b.nodes[i]
		switch c.kind {
		case kText:
			b.relatedLine(i, &x)
		case kImage:
			lost = append(lost, i)
		case kPre:
			code = append(code, i)
		}
	}
	for i := range x.Items {
		x.Items[i].Text = strings.TrimSpace(strings.ReplaceAll(x.Items[i].Text, "\n", " "))
	}
	if len(x.Items) == 0 {
		start := len(b.pieces)
		b.flatten(p+1, n.end)
		b.sequence(start, len(b.pieces))
		b.pieces = b.pieces[:start]
		return
	}
	x.Title = b.linksTitle(n.path, x.Title)
	for _, i := range code {
		b.note("dropped-teaser", b.nodes[i].path, b.leaf(i))
	}
	for _, i := range lost {
		im := &b.images[b.nodes[i].a]
		b.note("dropped-image", b.nodes[i].path, imageWords(im.Alt, im.URL))
	}
	b.emit(&x)
}

// hasText reports whether a box has more text than teasers of its links have: it
// is no box of links then, whatever it is called.
func (b *builder) hasText(p int32) bool {
	linked, text := 0, 0
	for i := p + 1; i < b.nodes[p].end; i++ {
		if b.nodes[i].kind != kText {
			continue
		}
		for r := b.nodes[i].a; r < b.nodes[i].b; r++ {
			if b.attrs[b.runs[r].attr].link > 0 {
				linked++
			} else {
				text += int(b.runs[r].end - b.runs[r].start)
			}
		}
	}
	return text > 1500+300*linked
}

// relatedLine takes one line of a box of links: its links, its title, or a teaser
// that no list of links can hold.
func (b *builder) relatedLine(i int32, x *article.Links) {
	c := &b.nodes[i]
	before, had := len(x.Items), len(x.Items) > 0
	var rest []byte
	for r := c.a; r < c.b; r++ {
		text := b.piece(b.runs[r].start, b.runs[r].end)
		k := b.attrs[b.runs[r].attr].link
		m := len(x.Items)
		switch {
		case text == "":
		case k == 0, len(text) > 1000, m > 0 && m == before && x.Items[m-1].URL == b.links[k-1].URL:
			rest = append(rest, text...) // no link, or the teaser of the one before
		case m > before && x.Items[m-1].URL == b.links[k-1].URL:
			x.Items[m-1].Text += text
		default:
			l := b.links[k-1]
			l.Text = text
			x.Items = append(x.Items, l)
		}
	}
	t := strings.Trim(strings.ReplaceAll(string(rest), "\n", " "), " ,;|·-–>»")
	switch {
	case !hasLetter(t):
	case !had && x.Title == "" && len(t) < 120:
		x.Title = strings.TrimRight(t, " ,;|·-–>»:")
	default:
		b.note("dropped-teaser", c.path, t)
	}
}

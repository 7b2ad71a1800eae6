package importer

import (
	"strings"
	"unicode/utf8"

	"golang.org/x/net/html"

	"github.com/toasoan/toasoan/article"
	"github.com/toasoan/toasoan/article/viet"
)

// The classes of bytes in running text.
const (
	bPlain = iota
	bSpace
	bControl
	bC2  // may begin a no-break space or a control character
	bE2  // may begin a zero-width space
	bEF  // may begin a byte order mark or a noncharacter
	bAmp // may begin a character reference
	bBad // begins no character
)

var byteClass = func() (t [256]uint8) {
	for c := range 0x20 {
		t[c] = bControl
	}
	t[0x7f] = bControl
	for _, c := range " \t\n\r\f" {
		t[c] = bSpace
	}
	t[0xC2], t[0xE2], t[0xEF], t['&'] = bC2, bE2, bEF, bAmp
	for c := 0x80; c <= 0xFF; c++ {
		switch {
		case c < 0xC2 || c > 0xF4:
			t[c] = bBad
		case c >= 0xF0:
			t[c] = bEF
		}
	}
	return t
}()

// characters takes running text as it is in the source at a place.
func (s *scanner) characters(b string, at int) {
	pre := s.last[tagPre] > 0 && s.last[tagPre] >= s.barrier
	if (pre || s.cur.drop != 0) && !viet.ValidString(b) {
		s.malformed = true
		return
	}
	if s.cur.drop != 0 {
		s.dropText(b)
		return
	}
	if pre {
		if !s.lex.literal {
			b = html.UnescapeString(b)
		}
		s.preformatted(b)
		return
	}
	s.flow(b, at, s.lex.literal)
	if s.cur.flags&fStamp != 0 {
		s.stamp = cleanValue(unescaped(b))
		s.space = true
	}
}

// flow takes running text, which stands at a place of the source, or nowhere if
// that is negative. Literal says that there are no character references.
func (s *scanner) flow(b string, at int, literal bool) {
	lines := 0 // ends of lines since the last word
	for i := 0; i < len(b); {
		switch c := byteClass[b[i]]; {
		case c == bSpace:
			for ; i < len(b) && byteClass[b[i]] == bSpace; i++ {
				if b[i] == '\n' {
					if lines++; lines == 2 {
						s.blankLine()
						if len(s.nodes) > s.lim.nodes {
							return // it is an error
						}
					}
				}
			}
			s.space = true
			continue
		case c == bControl:
			i++
			continue
		case c == bAmp && !literal:
			t, n := reference(b[i:], false)
			switch {
			case t == "\u00a0":
				s.space = true
				s.nbsps++
			case byteClass[t[0]] == bPlain:
				s.words(t, -1)
			default:
				s.flow(t, -1, true)
			}
			i += n
			continue
		}
		n := plainRun(b[i:], literal)
		switch {
		case n < 0:
			s.malformed = true
			return
		case n > 0:
			from := at
			if at >= 0 {
				from += i
			}
			s.words(b[i:i+n], from)
			i += n
			lines = 0
		case b[i] == 0xC2:
			if b[i+1] == 0xA0 || b[i+1] == 0x85 {
				s.space = true
				s.nbsps++
			}
			i += 2
		case b[i] < 0xF0: // a zero-width space, which says nothing between words that have spaces
			i += 3
		default:
			i += 4
		}
	}
}

// isNothing reports whether the character at the front of b, whose first byte is
// from EF on, is a byte order mark or a noncharacter.
func isNothing(b string) bool {
	if len(b) > 3 && b[0] >= 0xF0 {
		return b[1]&0x0F == 0x0F && b[2] == 0xBF && b[3] >= 0xBE
	}
	return len(b) > 2 && (b[1] == 0xBB && b[2] == 0xBF || b[1] == 0xBF && b[2] >= 0xBE || b[1] == 0xB7 && b[2] >= 0x90 && b[2] <= 0xAF)
}

// blankLine ends a paragraph where the text has no markup for it: outside of
// every element but those that only wrap, as editors save it that leave the
// paragraphs to the page.
func (s *scanner) blankLine() {
	if s.leaf < 0 {
		return
	}
	for i := len(s.stack) - 1; i >= 0; i-- {
		switch t := s.stack[i].tag; {
		case t == tagDiv || t == tagBlock || t == tagFooter:
			s.blank = true
			return
		case natures[t]&isBlock != 0:
			return
		}
	}
	s.blank = true
}

// inTable reports whether text stands in a table but in no cell.
func (s *scanner) inTable() bool {
	t := s.last[tagTable]
	return t > 0 && t == s.barrier && t >= s.last[tagCaption]
}

// words takes text that begins and ends with no white space and is not empty. It
// stands at a place of the source, or nowhere if that is negative.
func (s *scanner) words(b string, at int) {
	if s.leaf >= 0 && !s.shared && s.breaks == 0 && !s.blank && len(s.pending) == 0 {
		if r := &s.runs[len(s.runs)-1]; r.start < r.end && r.marks == s.cur.marks && r.attr == s.cur.attr {
			// The run goes on.
			if s.space {
				s.text = append(s.text, ' ')
			}
			s.text = append(s.text, b...)
			s.size += int(s.textEnd() - r.end)
			r.end = s.textEnd()
			s.space, s.nbsps = false, 0
			return
		}
	}
	s.newRun(b, at)
}

// newRun is words where a run begins, or a leaf.
func (s *scanner) newRun(b string, at int) {
	if s.leaf >= 0 && (s.breaks >= 2 || s.blank) {
		code := "paragraph-from-breaks"
		if s.blank {
			code = "paragraph-from-blank-line"
		}
		if n := len(s.notes); n == 0 || s.notes[n-1].path != s.cur.path || s.notes[n-1].code != code {
			s.note(code, s.cur.path, "")
		}
		s.closeLeaf()
		s.cur.group = s.newGroup()
	}
	if s.leaf < 0 {
		f := s.cur.flags
		if s.nbsps >= 4 {
			f |= fPadded
		}
		if s.breaks == 1 && len(s.nodes) > 0 && s.nodes[len(s.nodes)-1].group == s.cur.group {
			f |= fAfterBR
		} else if s.breaks > 1 {
			s.cur.group = s.newGroup()
		}
		level := s.cur.level
		if level == 0 && s.cur.word > 0 {
			level = wordLevel | s.cur.word
		}
		s.leaf = int32(len(s.nodes))
		s.nodes = append(room(s.nodes), node{
			kind: kText, flags: f, level: level, group: s.cur.group, path: s.cur.path,
			a: int32(len(s.runs)), end: s.leaf + 1,
		})
		s.anchorRuns()
		s.firstRun(b, at)
	} else {
		sep := ""
		switch {
		case s.breaks > 0:
			sep = "\n"
			s.lined = true
		case s.space:
			sep = " "
		}
		s.unshare()
		s.anchorRuns()
		s.addRun(b, sep)
	}
	s.space, s.breaks, s.blank, s.nbsps = false, 0, false, 0
}

// firstRun begins the text of the open leaf with b. As long as nothing follows, it
// is a piece of the source and not copied.
func (s *scanner) firstRun(b string, at int) {
	if at < 0 {
		s.addRun(b, "")
		return
	}
	s.size += len(b)
	for i := int(s.nodes[s.leaf].a); i < len(s.runs); i++ {
		s.runs[i].start, s.runs[i].end = int32(at), int32(at) // ids
	}
	s.runs = append(room(s.runs), run{int32(at), int32(at + len(b)), s.cur.marks, s.cur.attr})
	s.shared = true
}

// unshare copies the text of the open leaf so that more can follow.
func (s *scanner) unshare() {
	if !s.shared {
		return
	}
	s.shared = false
	r := s.runs[len(s.runs)-1]
	move := s.textEnd() - r.start
	s.text = append(s.text, s.lex.src[r.start:r.end]...)
	for i := int(s.nodes[s.leaf].a); i < len(s.runs); i++ {
		s.runs[i].start += move
		s.runs[i].end += move
	}
}

// addRun appends sep and b to the open leaf. The separator goes to the run that
// is marked less, so that marks and links end at words.
func (s *scanner) addRun(b, sep string) {
	s.size += len(sep) + len(b)
	first := int(s.nodes[s.leaf].a)
	n := len(s.runs)
	for n > first && s.runs[n-1].start == s.runs[n-1].end {
		n-- // an id
	}
	start := s.textEnd()
	s.text = append(append(s.text, sep...), b...)
	if n > first {
		r := &s.runs[n-1]
		if n == len(s.runs) && r.marks == s.cur.marks && r.attr == s.cur.attr {
			r.end = s.textEnd()
			return
		}
		if sep != "" && (r.attr == 0 || s.cur.attr != 0) && (r.marks == 0 || s.cur.marks != 0 || s.cur.attr != 0) {
			start += int32(len(sep))
			r.end = start
		}
	}
	s.runs = append(room(s.runs), run{start, s.textEnd(), s.cur.marks, s.cur.attr})
}

// anchorRuns puts the ids that wait before the text that follows.
func (s *scanner) anchorRuns() {
	for _, a := range s.pending {
		s.attrs = append(room(s.attrs), spanAttr{id: a.id, onlyID: true, weak: a.weak})
		p := s.textEnd()
		s.runs = append(room(s.runs), run{p, p, 0, int32(len(s.attrs) - 1)})
	}
	s.pending = s.pending[:0]
}

// lineBreak takes a br.
func (s *scanner) lineBreak() {
	if s.cur.drop != 0 {
		s.lost = append(s.lost, '\n')
		return
	}
	if s.inside(tagPre) && s.leaf >= 0 && s.nodes[s.leaf].kind == kPre {
		s.preformatted("\n")
		return
	}
	s.breaks++
	s.space = false
}

// closeLeaf ends the open leaf, if any, and forgets the white space that waits.
func (s *scanner) closeLeaf() {
	s.space, s.breaks, s.blank, s.nbsps = false, 0, false, 0
	if s.leaf < 0 {
		return
	}
	n := &s.nodes[s.leaf]
	s.leaf, s.shared = -1, false
	n.b = int32(len(s.runs))
	if n.kind == kPre {
		return
	}
	all := article.Strong | article.Emphasis
	for i := n.a; i < n.b; i++ {
		if r := &s.runs[i]; r.start < r.end && !s.blankRun(r) {
			all &= r.marks
		}
	}
	if all.Has(article.Strong) {
		n.flags |= fBold
	}
	if all.Has(article.Emphasis) {
		n.flags |= fItalic
	}
	for _, im := range s.floats {
		s.images = append(room(s.images), im)
		s.nodes = append(room(s.nodes), node{
			kind: kImage, group: s.newGroup(), path: n.path, a: int32(len(s.images) - 1), b: 1, end: int32(len(s.nodes) + 1),
		})
		n = &s.nodes[len(s.nodes)-2]
	}
	s.floats = s.floats[:0]
}

// wordLevel in a leaf's level says that the rest is the level of a list that
// Word faked.
const wordLevel = 0x80

// blankRun reports whether a run says nothing by itself, so that its marks don't
// count: a full stop after bold text.
func (s *scanner) blankRun(r *run) bool {
	if r.end-r.start > 2 {
		return false
	}
	for i := r.start; i < r.end; i++ {
		var c byte
		if n := int32(len(s.lex.src)); i < n {
			c = s.lex.src[i]
		} else {
			c = s.text[i-n]
		}
		if c > 0x7f || c >= '0' && c <= '9' || isLetter(c) {
			return false
		}
	}
	return true
}

// preformatted takes text of a pre.
func (s *scanner) preformatted(b string) {
	if s.leaf < 0 || s.nodes[s.leaf].kind != kPre {
		if len(b) > 0 && b[0] == '\n' {
			b = b[1:]
		}
		if strings.TrimSpace(b) == "" {
			return
		}
		s.closeLeaf()
		s.leaf = int32(len(s.nodes))
		s.nodes = append(room(s.nodes), node{
			kind: kPre, flags: s.cur.flags, group: s.cur.group, path: s.cur.path,
			a: int32(len(s.runs)), end: s.leaf + 1,
		})
		p := s.textEnd()
		s.runs = append(room(s.runs), run{p, p, 0, s.cur.attr})
	}
	n := len(s.text)
	for _, c := range b {
		switch {
		case c == '\n' || c == '\t':
		case c < 0x20, c >= 0x7f && c < 0xA0, c == 0xFEFF, c&0xFFFE == 0xFFFE, c >= 0xFDD0 && c <= 0xFDEF:
			continue
		}
		s.text = utf8.AppendRune(s.text, c)
	}
	s.size += len(s.text) - n
	s.runs[len(s.runs)-1].end = s.textEnd()
}

// cleanValue returns the text of an attribute in valid UTF-8, without control
// characters and with single spaces.
func cleanValue(v string) string {
	if plainRun(v, true) == len(v) {
		return v
	}
	v = strings.Map(func(c rune) rune {
		switch {
		case c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f' || c == 0x85 || c == 0xA0:
			return ' '
		case c < 0x20, c >= 0x7f && c < 0xA0, c == 0x200B, c == 0xFEFF, c&0xFFFE == 0xFFFE, c >= 0xFDD0 && c <= 0xFDEF:
			return -1
		}
		return c
	}, strings.ToValidUTF8(v, "\uFFFD"))
	return strings.Join(strings.FieldsFunc(v, func(c rune) bool { return c == ' ' }), " ")
}

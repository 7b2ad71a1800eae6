package importer

import (
	"bytes"
	"unicode/utf8"

	"github.com/toasoan/toasoan/article"
)

// The classes of bytes in running text.
const (
	bPlain = iota
	bSpace
	bControl
	bC2 // may begin a no-break space or a control character
	bEF // may begin a byte order mark or a noncharacter
)

var byteClass = func() (t [256]uint8) {
	for c := range 0x20 {
		t[c] = bControl
	}
	t[0x7f] = bControl
	for _, c := range " \t\n\r\f" {
		t[c] = bSpace
	}
	t[0xC2], t[0xEF] = bC2, bEF
	return t
}()

// characters takes running text.
func (s *scanner) characters(b []byte) {
	if !utf8.Valid(b) {
		b = bytes.ToValidUTF8(b, []byte("\uFFFD"))
		if !s.utf8bad {
			s.utf8bad = true
			s.note("invalid-utf8", s.cur.path, "")
		}
	}
	if s.cur.drop != 0 {
		s.dropText(b)
		return
	}
	if s.inside(tagPre) && s.last[tagPre] >= s.barrier {
		s.preformatted(b)
		return
	}
	if s.inTable() {
		if len(bytes.TrimSpace(b)) == 0 {
			return
		}
	}
	for len(b) > 0 {
		n := 0
	word:
		for n < len(b) {
			c := b[n]
			switch byteClass[c] {
			case bPlain:
				n++
			case bSpace:
				// A lone space inside is part of the run.
				if c == ' ' && n > 0 && n+1 < len(b) && byteClass[b[n+1]] == bPlain {
					n += 2
					continue
				}
				break word
			case bC2:
				if n+1 < len(b) && (b[n+1] == 0xA0 || b[n+1] < 0xA0) {
					break word
				}
				n++
			case bEF:
				if n+2 < len(b) && (b[n+1] == 0xBB && b[n+2] == 0xBF || b[n+1] == 0xBF && b[n+2] >= 0xBE) {
					break word
				}
				n++
			default:
				break word
			}
		}
		if n > 0 {
			s.words(b[:n])
			b = b[n:]
		}
		b = s.white(b)
	}
}

// white takes white space and what is not text from the front of b.
func (s *scanner) white(b []byte) []byte {
	lines := 0
	for len(b) > 0 {
		c := b[0]
		switch byteClass[c] {
		case bSpace:
			if c == '\n' {
				if lines++; lines == 2 {
					s.blankLine()
				}
			}
			s.space = true
			b = b[1:]
		case bControl:
			b = b[1:]
		case bC2:
			if len(b) < 2 || b[1] > 0xA0 {
				return b
			}
			if b[1] == 0xA0 || b[1] == 0x85 {
				s.space = true
				s.nbsps++
			}
			b = b[2:]
		case bEF:
			if len(b) < 3 || !(b[1] == 0xBB && b[2] == 0xBF || b[1] == 0xBF && b[2] >= 0xBE) {
				return b
			}
			b = b[3:]
		default:
			return b
		}
	}
	return b
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
		case t == tagDiv || t == tagBlock:
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

// words takes text that begins and ends with no white space and is not empty.
func (s *scanner) words(b []byte) {
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
		s.nodes = append(s.nodes, node{
			kind: kText, flags: f, level: level, group: s.cur.group, path: s.cur.path,
			a: int32(len(s.runs)), end: s.leaf + 1,
		})
		s.anchorRuns()
		s.addRun(b, "")
	} else {
		sep := ""
		switch {
		case s.breaks > 0:
			sep = "\n"
		case s.space:
			sep = " "
		}
		s.anchorRuns()
		s.addRun(b, sep)
	}
	s.space, s.breaks, s.blank, s.nbsps = false, 0, false, 0
}

// addRun appends sep and b to the open leaf. The separator goes to the run that
// is marked less, so that marks and links end at words.
func (s *scanner) addRun(b []byte, sep string) {
	first := int(s.nodes[s.leaf].a)
	n := len(s.runs)
	for n > first && s.runs[n-1].start == s.runs[n-1].end {
		n-- // an id
	}
	if n > first {
		r := &s.runs[n-1]
		if n == len(s.runs) && r.marks == s.cur.marks && r.attr == s.cur.attr {
			s.text.WriteString(sep)
			s.text.Write(b)
			r.end = int32(s.text.Len())
			return
		}
		if sep != "" && (r.attr == 0 || s.cur.attr != 0) && (r.marks == 0 || s.cur.marks != 0 || s.cur.attr != 0) {
			s.text.WriteString(sep)
			r.end = int32(s.text.Len())
			sep = ""
		}
	}
	start := int32(s.text.Len())
	s.text.WriteString(sep)
	s.text.Write(b)
	s.runs = append(s.runs, run{start, int32(s.text.Len()), s.cur.marks, s.cur.attr})
}

// anchorRuns puts the ids that wait before the text that follows.
func (s *scanner) anchorRuns() {
	for _, a := range s.pending {
		s.attrs = append(s.attrs, spanAttr{id: a.id, onlyID: true, weak: a.weak})
		p := int32(s.text.Len())
		s.runs = append(s.runs, run{p, p, 0, int32(len(s.attrs) - 1)})
	}
	s.pending = s.pending[:0]
}

// lineBreak takes a br.
func (s *scanner) lineBreak() {
	if s.cur.drop != 0 {
		s.dropText([]byte("\n"))
		return
	}
	if s.inside(tagPre) && s.leaf >= 0 && s.nodes[s.leaf].kind == kPre {
		s.preformatted([]byte("\n"))
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
	s.leaf = -1
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
	for _, c := range s.text.String()[r.start:r.end] {
		if c > 0x7f || c >= '0' && c <= '9' || c|0x20 >= 'a' && c|0x20 <= 'z' {
			return false
		}
	}
	return true
}

// preformatted takes text of a pre.
func (s *scanner) preformatted(b []byte) {
	if s.leaf < 0 || s.nodes[s.leaf].kind != kPre {
		if len(b) > 0 && b[0] == '\n' {
			b = b[1:]
		}
		if len(bytes.TrimSpace(b)) == 0 {
			return
		}
		s.closeLeaf()
		s.leaf = int32(len(s.nodes))
		s.nodes = append(s.nodes, node{
			kind: kPre, flags: s.cur.flags, group: s.cur.group, path: s.cur.path,
			a: int32(len(s.runs)), end: s.leaf + 1,
		})
		p := int32(s.text.Len())
		s.runs = append(s.runs, run{p, p, 0, s.cur.attr})
	}
	for len(b) > 0 {
		n := 0
		for n < len(b) && (byteClass[b[n]] != bControl && b[n] != '\r') {
			n++
		}
		s.text.Write(b[:n])
		if n < len(b) {
			n++
		}
		b = b[n:]
	}
	s.runs[len(s.runs)-1].end = int32(s.text.Len())
}

// keepClean copies the text of an attribute without control characters and with
// single spaces.
func (s *scanner) keepClean(b []byte) string {
	if len(b) == 0 {
		return ""
	}
	if !utf8.Valid(b) {
		b = bytes.ToValidUTF8(b, []byte("\uFFFD"))
	}
	n := s.aux.Len()
	space := false
	for len(b) > 0 {
		switch byteClass[b[0]] {
		case bSpace:
			space = true
			b = b[1:]
			continue
		case bControl:
			b = b[1:]
			continue
		case bC2:
			if b[1] <= 0xA0 {
				space = space || b[1] == 0xA0
				b = b[2:]
				continue
			}
		case bEF:
			if len(b) > 2 && (b[1] == 0xBB && b[2] == 0xBF || b[1] == 0xBF && b[2] >= 0xBE) {
				b = b[3:]
				continue
			}
		}
		if space && s.aux.Len() > n {
			s.aux.WriteByte(' ')
		}
		space = false
		s.aux.WriteByte(b[0])
		b = b[1:]
	}
	return s.aux.String()[n:]
}

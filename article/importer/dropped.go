package importer

import (
	"strings"

	"golang.org/x/net/html"
)

// The reasons why the text of an element is no text of the article.
const (
	dropSilent = iota + 1 // never shown to anybody
	dropControl
	dropHidden
	dropFallback
	dropSVG
	dropCaptured // kept as RawHTML
)

var dropCodes = [...]string{
	dropSilent: "", dropControl: "dropped-control", dropHidden: "dropped-hidden",
	dropFallback: "dropped-fallback", dropSVG: "dropped-svg", dropCaptured: "",
}

// dropping opens an element whose text is none of the article's.
func (s *scanner) dropping(t tag, reason uint8) error {
	if err := s.push(t, natures[t]); err != nil {
		return err
	}
	if t == tagSilent && foldedIs(s.lex.name, "script") {
		s.note("dropped-script", s.cur.path, "")
	}
	top := s.top()
	top.opaque = true
	top.lostFrom = len(s.lost)
	s.cur.drop = reason
	return nil
}

// dropText keeps what is dropped for the note.
func (s *scanner) dropText(t string) {
	if s.cur.drop != dropSilent && s.cur.drop != dropCaptured {
		if !s.lex.literal {
			t = html.UnescapeString(t)
		}
		s.lost = append(s.lost, t...)
	}
}

// endDrop ends a dropped passage with a note of its text.
func (s *scanner) endDrop(e *open) {
	if dropCodes[s.cur.drop] == "" {
		return
	}
	if t := cleanValue(string(s.lost[e.lostFrom:])); t != "" && (e.tag != tagRP || hasLetter(t)) {
		s.note(dropCodes[s.cur.drop], s.cur.path, t)
	}
}

// foreign opens a ruby, math or svg element.
func (s *scanner) foreign(t tag) error {
	if s.o.KeepHTML && t != tagSVG { // which package render never prints
		if err := s.push(t, isBlock); err != nil {
			return err
		}
		s.closeLeaf()
		s.top().capture = true
		s.capture = len(s.stack)
		s.capFrom = s.lex.start
		s.cur.drop = dropCaptured
		return nil
	}
	if t == tagSVG {
		return s.dropping(t, dropSVG)
	}
	s.note(tagNames[t]+"-to-text", s.cur.path, "")
	return s.push(t, 0)
}

// linksInPre reports whether the pre that begins has links, which no block of
// preformatted text can hold.
func (s *scanner) linksInPre() bool {
	if s.noPre {
		return false
	}
	for i := s.lex.pos; ; {
		k := strings.IndexByte(s.lex.src[i:], '<')
		if k < 0 {
			s.noPre = true
			return false
		}
		i += k
		if s.lex.endTagAt(i, "pre") {
			return false
		}
		if s.lex.wordAt(i+1, "a") {
			return true
		}
		i++
	}
}

// endCapture keeps the markup of a captured element, if its own end tag has ended
// it. What another tag has cut short is no markup that can be kept.
func (s *scanner) endCapture(own bool) {
	s.capture = 0
	s.cur.drop = 0
	if !own {
		s.note("dropped-html", s.cur.path, shownText(s.lex.src[s.capFrom:s.lex.start]))
		return
	}
	s.raws = append(s.raws, s.lex.src[s.capFrom:s.lex.pos])
	i := s.addNode(kRaw, 0)
	s.nodes[i].a = int32(len(s.raws) - 1)
	s.note("kept-html", s.cur.path, "")
}

// shownText returns the text of markup.
func shownText(src string) string {
	var b strings.Builder
	l, silent := lexer{src: src}, false
	for {
		switch l.next() {
		case endOfInput:
			return cleanValue(b.String())
		case startTag:
			silent = l.element() == tagSilent
		case endTag:
			silent = false
		case textToken:
			if !silent {
				b.WriteString(html.UnescapeString(l.text))
				b.WriteByte(' ')
			}
		}
	}
}

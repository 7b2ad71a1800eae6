package a11y

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/net/html"
)

func isElement(n *html.Node, names ...string) bool {
	if n == nil || n.Type != html.ElementNode {
		return false
	}
	for _, s := range names {
		if n.Data == s {
			return true
		}
	}
	return false
}

// name returns the accessible name of n, after the W3C's Accessible Name and
// Description Computation 1.2.
func (p *page) name(n *html.Node) string {
	return strings.TrimSpace(collapse((&naming{p: p}).of(n, false, false)))
}

// collapse makes one space of white space, and none at the edges, as
// strings.Fields and a join do. Most texts are so already, and are returned as
// they are.
func collapse(s string) string {
	space := true // before the text begins
	for i := range len(s) {
		switch spaces[s[i]] {
		case letter:
			space = false
		case blank:
			if s[i] != ' ' || space || i+1 == len(s) {
				return collapseFrom(s, i)
			}
			space = true
		default:
			if wideSpace(s, i) > 0 {
				return collapseFrom(s, i)
			}
			space = false
		}
	}
	return s
}

// collapseFrom does the work from the place where a text is not collapsed.
func collapseFrom(s string, i int) string {
	b := append(make([]byte, 0, len(s)), s[:i]...)
	for i < len(s) {
		c, w := s[i], 1
		switch spaces[c] {
		case letter:
			b = append(b, c)
			i++
			continue
		case wide:
			if w = wideSpace(s, i); w == 0 {
				b = append(b, c)
				i++
				continue
			}
		}
		if len(b) > 0 && b[len(b)-1] != ' ' {
			b = append(b, ' ')
		}
		i += w
	}
	if len(b) > 0 && b[len(b)-1] == ' ' {
		b = b[:len(b)-1]
	}
	return string(b)
}

// spaces says of each byte whether it is white space, or may begin a character
// that is.
var spaces = [256]uint8{
	'\t': blank, '\n': blank, '\v': blank, '\f': blank, '\r': blank, ' ': blank,
	0xc2: wide, 0xe1: wide, 0xe2: wide, 0xe3: wide,
}

const (
	letter uint8 = iota
	blank
	wide
)

// wideSpace returns the length of the white space at i that is not ASCII, or 0.
func wideSpace(s string, i int) int {
	if s[i] == 0xe1 && i+1 < len(s) && s[i+1] != 0x9a {
		return 0 // most letters of Vietnamese with two marks
	}
	if r, n := utf8.DecodeRuneInString(s[i:]); unicode.IsSpace(r) {
		return n
	}
	return 0
}

type naming struct {
	p     *page
	seen  map[*html.Node]bool
	depth int
	shown bool // a hidden element was pointed at, so what it holds counts
	ref   bool // aria-labelledby led here, and is not followed again
}

// of computes the name of n. Inside says that n is a part of the content that
// names something else, referenced that aria-labelledby led to it.
func (m *naming) of(n *html.Node, inside, referenced bool) string {
	if m.depth++; m.depth > 200 {
		return ""
	}
	defer func() { m.depth-- }()
	p := m.p
	if m.seen[n] {
		return ""
	}
	if !m.shown && (inside || referenced) {
		hiddenSelf := p.of(n).hides&^inert != 0
		if referenced {
			m.shown = hiddenSelf || !p.exposed(n)
		} else if hiddenSelf {
			return ""
		}
	} else if inside && isElement(n, "script", "style", "template", "noscript") {
		return ""
	}
	if !referenced {
		if ref := attr(n, "aria-labelledby"); ref != "" && !m.ref {
			var parts []string
			found := false
			for id := range strings.FieldsSeq(ref) {
				if e := p.ids[id]; e != nil {
					found = true
					sub := &naming{p: p, seen: map[*html.Node]bool{}, depth: m.depth, ref: true}
					if e != n {
						sub.seen[n] = true
					}
					parts = append(parts, sub.of(e, false, true))
				}
			}
			if s := strings.TrimSpace(strings.Join(parts, " ")); found && s != "" {
				return s
			}
		}
	}
	// A control inside the content of another counts by its value.
	role := p.role(n)
	if inside {
		switch role {
		case "textbox", "searchbox":
			if n.Data == "input" {
				return attr(n, "value")
			}
			if n.Data == "textarea" {
				return m.content(n)
			}
		}
	}
	if l := strings.TrimSpace(attr(n, "aria-label")); l != "" {
		return l
	}
	if role == "none" && n.Data == "img" {
		return ""
	}
	if role != "none" {
		if s, ok := m.native(n); ok && strings.TrimSpace(s) != "" {
			return s
		}
	}
	if inside || referenced || nameFromContent[role] {
		if s := m.content(n); strings.TrimSpace(s) != "" {
			return s
		}
	}
	if t := attr(n, "title"); strings.TrimSpace(t) != "" {
		return t
	}
	if isElement(n, "input", "textarea") {
		if t := strings.TrimSpace(attr(n, "placeholder")); t != "" {
			return t
		}
	}
	return ""
}

// native returns the name that the element's own attributes or children give.
func (m *naming) native(n *html.Node) (string, bool) {
	if n.Namespace == "svg" {
		for c := n.FirstChild; c != nil; c = c.NextSibling {
			if isElement(c, "title") {
				return rawText(c), true
			}
		}
		return "", false
	}
	switch n.Data {
	case "img", "area":
		return attr(n, "alt"), true
	case "input":
		switch inputType(n) {
		case "button":
			return attr(n, "value"), true
		case "submit", "reset":
			if v, ok := lookup(n, "value"); ok {
				return v, true
			}
			return "Submit", true
		case "image":
			// A browser has a word of its own for a submit button, but none that
			// says what this picture means.
			return attr(n, "alt"), true
		}
		return m.label(n), true
	case "select", "textarea", "meter", "progress", "output":
		return m.label(n), true
	case "button":
		return m.label(n), true
	case "fieldset":
		return m.child(n, "legend")
	case "table":
		return m.child(n, "caption")
	case "figure":
		return m.child(n, "figcaption")
	}
	return "", false
}

func (m *naming) child(n *html.Node, name string) (string, bool) {
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		if isElement(c, name) {
			return m.content(c), true
		}
	}
	return "", false
}

// label returns what the label elements of a control say.
func (m *naming) label(n *html.Node) string {
	if m.seen[n] {
		return ""
	}
	var parts []string
	add := func(l *html.Node) {
		sub := &naming{p: m.p, seen: map[*html.Node]bool{n: true}, depth: m.depth, ref: m.ref}
		parts = append(parts, sub.of(l, true, false))
	}
	if id := attr(n, "id"); id != "" && m.p.ids[id] == n {
		for _, l := range m.p.labels[id] {
			add(l)
		}
	}
	for e := n.Parent; e != nil; e = e.Parent {
		if isElement(e, "label") {
			if f, ok := lookup(e, "for"); !ok || f == attr(n, "id") && len(parts) == 0 {
				add(e)
			}
			break
		}
	}
	return strings.Join(parts, " ")
}

// content returns the names and texts of what n holds.
func (m *naming) content(n *html.Node) string {
	if m.seen == nil {
		m.seen = map[*html.Node]bool{}
	}
	var b strings.Builder
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		switch c.Type {
		case html.TextNode:
			b.WriteString(c.Data)
		case html.ElementNode:
			if m.seen[c] {
				continue
			}
			s := m.of(c, true, false)
			if inlineElements[c.Data] {
				b.WriteString(s)
			} else {
				b.WriteString(" " + s + " ")
			}
		}
	}
	return b.String()
}

var inlineElements = words(`a abbr b bdi bdo cite code data dfn em font i ins del kbd mark q s samp small span strong sub sup time u var`)

// rawText returns the text in n, shown or not.
func rawText(n *html.Node) string {
	if n.FirstChild != nil && n.FirstChild == n.LastChild && n.FirstChild.Type == html.TextNode {
		return n.FirstChild.Data
	}
	var b strings.Builder
	addText(&b, n)
	return b.String()
}

func addText(b *strings.Builder, n *html.Node) {
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		if c.Type == html.TextNode {
			if !isElement(n, "script", "style", "template") {
				b.WriteString(c.Data)
			}
		} else if c.FirstChild != nil {
			addText(b, c)
		}
	}
}

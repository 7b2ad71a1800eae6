package a11y

import (
	"strings"

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

// hides reports whether n itself is taken out of the page.
func (p *page) hides(n *html.Node) bool {
	d, ok := p.styles.value(n, "display")
	if !ok {
		_, ok = lookup(n, "hidden")
		return ok
	}
	return d == "none"
}

// hiding says how an element is hidden, by itself or by what is around it.
type hiding uint8

const (
	notRendered hiding = 1 << iota // display: none and the like
	invisible                      // visibility: hidden
	ariaHidden                     // aria-hidden
	inert                          // inert
)

// hide returns the state of n inside an element with the state of outer.
func (p *page) hide(n *html.Node, outer hiding) hiding {
	h := outer
	switch n.Data {
	case "template", "script", "style", "head", "noscript":
		if n.Namespace == "" {
			h |= notRendered
		}
	}
	if p.hides(n) {
		h |= notRendered
	}
	if v, ok := p.styles.value(n, "visibility"); ok {
		switch v {
		case "visible":
			h &^= invisible
		case "hidden", "collapse":
			h |= invisible
		}
	}
	if attr(n, "aria-hidden") == "true" {
		h |= ariaHidden
	}
	if _, ok := lookup(n, "inert"); ok {
		h |= inert
	}
	return h
}

func (p *page) rendered(n *html.Node) bool { return p.hiding[n]&notRendered == 0 }

func (p *page) visible(n *html.Node) bool { return p.hiding[n]&(notRendered|invisible) == 0 }

// exposed reports whether n is in the accessibility tree, as far as hiding goes.
func (p *page) exposed(n *html.Node) bool { return p.hiding[n] == 0 }

func firstSummary(details *html.Node) *html.Node {
	for c := details.FirstChild; c != nil; c = c.NextSibling {
		if isElement(c, "summary") {
			return c
		}
	}
	return nil
}

// explicitRole returns the first valid token of the role attribute.
func explicitRole(n *html.Node) string {
	v, ok := lookup(n, "role")
	if !ok {
		return ""
	}
	for r := range strings.FieldsSeq(strings.ToLower(v)) {
		if roles[r] {
			if r == "presentation" {
				r = "none"
			}
			if r == "image" {
				r = "img"
			}
			return r
		}
	}
	return ""
}

// role returns the role of n: the explicit one, unless it marks as
// presentational what has to be perceived, else the one of the element.
func (p *page) role(n *html.Node) string {
	r := explicitRole(n)
	if r == "" || r == "none" && (p.focusable(n) || hasGlobalARIA(n)) {
		return p.implicitRole(n)
	}
	return r
}

func hasGlobalARIA(n *html.Node) bool {
	for _, a := range n.Attr {
		if ariaGlobal[a.Key] {
			return true
		}
	}
	return false
}

var inputRoles = map[string]string{
	"button": "button", "submit": "button", "reset": "button", "image": "button", "checkbox": "checkbox",
	"radio": "radio", "range": "slider", "number": "spinbutton", "search": "searchbox",
	"hidden": "", "color": "", "date": "", "datetime-local": "", "file": "", "month": "", "password": "", "time": "", "week": "",
}

func inputType(n *html.Node) string { return strings.ToLower(strings.TrimSpace(attr(n, "type"))) }

func (p *page) implicitRole(n *html.Node) string {
	if n.Namespace == "svg" {
		if n.Data == "a" && (attr(n, "href") != "" || attr(n, "xlink:href") != "") {
			return "link"
		}
		return ""
	}
	switch n.Data {
	case "a", "area":
		if _, ok := lookup(n, "href"); ok {
			return "link"
		}
	case "article", "figure", "form", "main", "math", "meter", "option", "paragraph":
		return n.Data
	case "button":
		return "button"
	case "summary":
		if isElement(n.Parent, "details") && firstSummary(n.Parent) == n {
			return "summary"
		}
	case "h1", "h2", "h3", "h4", "h5", "h6":
		return "heading"
	case "img":
		if alt, ok := lookup(n, "alt"); ok && alt == "" && !hasGlobalARIA(n) && !p.focusable(n) {
			return "none"
		}
		return "img"
	case "input":
		t := inputType(n)
		r, ok := inputRoles[t]
		if !ok {
			r = "textbox"
		}
		if _, list := lookup(n, "list"); list && (r == "textbox" || r == "searchbox") {
			r = "combobox"
		}
		return r
	case "textarea":
		return "textbox"
	case "select":
		if _, ok := lookup(n, "multiple"); ok || validNumber(attr(n, "size"), false) && attr(n, "size") > "1" {
			return "listbox"
		}
		return "combobox"
	case "nav":
		return "navigation"
	case "aside":
		return "complementary"
	case "ul", "ol", "menu":
		return "list"
	case "li":
		return "listitem"
	case "table":
		return "table"
	case "tr":
		return "row"
	case "td":
		return "cell"
	case "th":
		return "columnheader"
	case "progress":
		return "progressbar"
	case "hr":
		return "separator"
	case "dialog":
		return "dialog"
	case "fieldset", "details":
		return "group"
	case "output":
		return "status"
	}
	return ""
}

// focusable reports whether n can have the focus.
func (p *page) focusable(n *html.Node) bool {
	if t, ok := lookup(n, "tabindex"); ok && validNumber(strings.TrimSpace(t), false) {
		return true
	}
	return p.control(n)
}

// control reports whether n takes the focus by itself.
func (p *page) control(n *html.Node) bool {
	if n.Namespace == "svg" {
		return n.Data == "a" && p.implicitRole(n) == "link"
	}
	switch n.Data {
	case "a", "area":
		_, ok := lookup(n, "href")
		return ok
	case "button", "select", "textarea":
		return !disabled(n)
	case "input":
		return inputType(n) != "hidden" && !disabled(n)
	case "iframe":
		return true
	case "summary":
		return p.implicitRole(n) == "summary"
	case "audio", "video":
		_, ok := lookup(n, "controls")
		return ok
	}
	e, ok := lookup(n, "contenteditable")
	return ok && e != "false"
}

func disabled(n *html.Node) bool {
	if _, ok := lookup(n, "disabled"); ok {
		return true
	}
	for e := n.Parent; e != nil; e = e.Parent {
		if isElement(e, "fieldset") {
			if _, ok := lookup(e, "disabled"); ok {
				return true
			}
		}
	}
	return false
}

// tabbable reports whether the Tab key reaches n.
func (p *page) tabbable(n *html.Node) bool {
	if !p.visible(n) || p.hiding[n]&inert != 0 {
		return false
	}
	if t, ok := lookup(n, "tabindex"); ok && validNumber(strings.TrimSpace(t), false) {
		return !strings.HasPrefix(strings.TrimSpace(t), "-") && !(isElement(n, "button", "input", "select", "textarea") && disabled(n))
	}
	return p.control(n)
}

// name returns the accessible name of n, after the W3C's Accessible Name and
// Description Computation 1.2.
func (p *page) name(n *html.Node) string {
	return strings.TrimSpace(collapse((&naming{p: p}).of(n, false, false)))
}

// collapse makes one space of white space, and none at the edges. Most texts are
// so already, and are returned as they are.
func collapse(s string) string {
	space := true // before the text begins
	for i := range len(s) {
		switch c := s[i]; c {
		case ' ':
			if space {
				return strings.Join(strings.Fields(s), " ")
			}
			space = true
			continue
		case '\t', '\n', '\v', '\f', '\r', 0xc2, 0xe2, 0xe3: // the last three begin a white space in UTF-8
			return strings.Join(strings.Fields(s), " ")
		}
		space = false
	}
	if space && s != "" {
		return s[:len(s)-1]
	}
	return s
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
		hiddenSelf := attr(n, "aria-hidden") == "true" || p.hides(n) || isElement(n, "script", "style", "template", "noscript")
		if !hiddenSelf {
			if v, ok := p.styles.value(n, "visibility"); ok && v != "visible" && v != "inherit" {
				hiddenSelf = true
			}
		}
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
	for d := range n.Descendants() {
		if d.Type == html.TextNode && !isElement(d.Parent, "script", "style", "template") {
			b.WriteString(d.Data)
		}
	}
	return b.String()
}

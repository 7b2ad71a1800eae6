package a11y

import (
	"strconv"
	"strings"
	"unicode"

	"golang.org/x/net/html"
)

var obsolete = words(`acronym applet basefont big center dir font frame frameset nobr strike tt`)

var aligned = words("table td th tr p div img h1 h2 h3 h4 h5 h6 col thead tbody tfoot hr iframe")

// presentational reports whether an attribute is one that HTML 4 had for looks.
func presentational(key, element string) bool {
	switch key {
	case "align":
		return aligned[element]
	case "valign", "bgcolor", "hspace", "vspace", "nowrap", "compact":
		return true
	case "border":
		return element == "img"
	case "cellpadding", "cellspacing":
		return element == "table"
	case "text", "link", "vlink", "alink":
		return element == "body"
	case "background":
		return element == "body" || element == "table" || element == "td" || element == "th" || element == "tr"
	case "clear":
		return element == "br"
	case "noshade":
		return element == "hr"
	}
	return false
}

// lintAttributes checks attributes that any element may have.
func (p *page) lintAttributes(n *html.Node, e *element) {
	if e.has&hasID != 0 {
		if id := attr(n, "id"); id != "" && p.ids[id] != n {
			p.report("duplicate-id", n, short(id))
		}
	}
	if n.Namespace != "" {
		return
	}
	clicks := false
	for _, a := range n.Attr {
		switch {
		case a.Key == "accesskey" && a.Val != "":
			p.report("accesskey", n, short(a.Val))
		case a.Key == "tabindex":
			if v := strings.TrimSpace(a.Val); validNumber(v, false) && strings.TrimLeft(v, "+0") != "" && v[0] != '-' {
				p.report("tabindex-positive", n, short(v))
			}
		case a.Key == "style":
			p.report("style-attribute", n, "")
			p.lintStyle(n, e.style.inline)
		case strings.HasPrefix(a.Key, "on") && len(a.Key) > 4:
			p.report("event-attribute", n, a.Key)
			if a.Key == "onclick" || a.Key == "onmousedown" || a.Key == "onmouseup" || a.Key == "ondblclick" {
				clicks = true
			}
		case presentational(a.Key, n.Data):
			p.report("presentational-attribute", n, a.Key)
			if a.Key == "align" && strings.EqualFold(a.Val, "justify") {
				p.report("justified", n, "")
			}
		}
	}
	if clicks && p.visible(n) && !p.tabbable(n) && !isElement(n, "label", "body", "html", "form", "a") {
		p.report("click-only", n, n.Data)
	}
	if e.has&hasTitle == 0 {
		return
	}
	if t := strings.TrimSpace(attr(n, "title")); t != "" && !forMachines(t) && p.visible(n) && isElement(n, "span", "div", "p", "td", "li", "i", "b", "font", "img", "em", "strong") &&
		!strings.EqualFold(t, collapse(rawText(n))) && !strings.EqualFold(t, collapse(attr(n, "alt"))) {
		p.report("title-only", n, short(t))
	}
}

// forMachines reports whether a title is a date of ISO 8601 or the description of
// a book by Z39.88, both of which stand in titles for programs to find.
func forMachines(title string) bool {
	return strings.HasPrefix(title, "ctx_ver=") || len(title) >= 16 && title[4] == '-' && title[10] == 'T' && hasYear(title[:4])
}

// lintStyle checks the declarations of a style attribute.
func (p *page) lintStyle(n *html.Node, s inlineStyle) {
	if s.value("text-align") == "justify" {
		p.report("justified", n, "")
	}
	if v := s.value("font-size"); fixedLength(v) && p.visible(n) {
		p.report("fixed-text-size", n, short(v))
	}
	if !p.visible(n) || s.offScreen() || !hasOwnText(n) {
		return
	}
	for _, w := range []struct {
		name string
		em   float64
	}{{"letter-spacing", 0.12}, {"word-spacing", 0.16}} {
		d := s.won(w.name)
		if d == nil || !d.important {
			continue
		}
		if em, known := p.ems(n, d.value); known && em < w.em-1e-9 {
			p.report("text-spacing", n, w.name+": "+short(d.value))
		}
	}
	if s.won("color") != nil && isElement(n, "span", "font") && s.value("font-weight") == "" && s.value("background-color") == "" && s.value("background") == "" &&
		s.value("text-decoration") == "" && p.stands(n) {
		p.report("color-only", n, short(rawText(n)))
	}
}

// inlineStyle is what a style attribute declares.
type inlineStyle []declaration

// won returns the declaration of a property that is in force, or nil.
func (s inlineStyle) won(name string) *declaration {
	var won *declaration
	for i := range s {
		if d := &s[i]; d.name == name && (won == nil || !won.important || d.important) {
			won = d
		}
	}
	return won
}

func (s inlineStyle) value(name string) string {
	if d := s.won(name); d != nil {
		return d.value
	}
	return ""
}

func (s inlineStyle) offScreen() bool {
	if v := s.value("position"); v != "absolute" && v != "fixed" {
		return false
	}
	for _, side := range [...]string{"top", "left"} {
		if v := s.value(side); strings.HasPrefix(v, "-") && len(v) > 4 {
			return true
		}
	}
	return false
}

// stands reports whether n is a part of a longer text.
func (p *page) stands(n *html.Node) bool {
	t := collapse(rawText(n))
	return strings.ContainsFunc(t, unicode.IsLetter) && !inside(n, "pre") && !inside(n, "code") && n.Parent != nil && len(collapse(rawText(n.Parent))) > len(t)+20 && !hasChild(n, "strong") && !hasChild(n, "b") && !hasChild(n, "a") && !inside(n, "a") && !inside(n, "strong") && !inside(n, "b")
}

func hasOwnText(n *html.Node) bool {
	for c := range n.ChildNodes() {
		if c.Type == html.TextNode && strings.TrimSpace(c.Data) != "" {
			return true
		}
	}
	return false
}

// fixedLength reports whether a text size does not follow the reader's setting.
func fixedLength(v string) bool {
	for _, u := range []string{"px", "pt", "cm", "mm", "in", "pc"} {
		if t, ok := strings.CutSuffix(v, u); ok {
			f, err := strconv.ParseFloat(strings.TrimSpace(t), 64)
			return err == nil && f > 0
		}
	}
	return false
}

// ems returns a length in em of n's own text, if that is known.
func (p *page) ems(n *html.Node, v string) (float64, bool) {
	switch v {
	case "normal", "initial", "0":
		return 0, true
	}
	if t, ok := strings.CutSuffix(v, "em"); ok && !strings.HasSuffix(t, "r") {
		f, err := strconv.ParseFloat(t, 64)
		return f, err == nil
	}
	t, ok := strings.CutSuffix(v, "px")
	if !ok {
		return 0, false
	}
	f, err := strconv.ParseFloat(t, 64)
	if err != nil {
		return 0, false
	}
	for e := n; e != nil; e = e.Parent {
		if e.Type != html.ElementNode {
			continue
		}
		if s, ok := p.of(e).style.value(fontSize); ok {
			size, ok := strings.CutSuffix(s, "px")
			if !ok {
				return 0, false
			}
			px, err := strconv.ParseFloat(size, 64)
			return f / px, err == nil && px > 0
		}
	}
	return f / 16, true
}

// lintObsolete checks elements that no page should have.
func (p *page) lintObsolete(n *html.Node, c context) {
	if n.Namespace != "" {
		return
	}
	switch {
	case n.Data == "blink" || n.Data == "marquee":
		p.report("blinking", n, n.Data)
	case obsolete[n.Data]:
		p.report("obsolete-element", n, n.Data)
		if col := attr(n, "color"); n.Data == "font" && col != "" && p.visible(n) && p.stands(n) {
			p.report("color-only", n, short(rawText(n)))
		}
	case n.Data == "u" && !c.link && !hasChild(n, "a") && strings.TrimSpace(rawText(n)) != "" && attr(n, "class") == "" && p.visible(n):
		p.report("underline", n, short(rawText(n)))
	}
}

// lintMedia checks audio and video.
func (p *page) lintMedia(n *html.Node) {
	if n.Data != "audio" && n.Data != "video" || n.Namespace != "" || !p.visible(n) {
		return
	}
	_, auto := lookup(n, "autoplay")
	_, muted := lookup(n, "muted")
	_, controls := lookup(n, "controls")
	if auto && !muted {
		p.report("media-autoplay", n, n.Data)
	}
	if !controls && !(auto && muted) {
		p.report("media-controls", n, n.Data)
	}
	if n.Data == "video" && !muted {
		for c := range n.ChildNodes() {
			if isElement(c, "track") {
				switch strings.ToLower(attr(c, "kind")) {
				case "captions", "subtitles", "":
					return
				}
			}
		}
		p.report("media-captions", n, "")
	}
}

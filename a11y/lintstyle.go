package a11y

import (
	"bytes"
	"math"
	"strconv"
	"strings"

	"golang.org/x/net/html"
)

// lintSheets checks declarations of the page's own style elements.
func (p *page) lintSheets() {
	if len(p.sheets) == 0 {
		return
	}
	at := p.sheets[0]
	restored := false
	for i := range p.styles.rules {
		r := &p.styles.rules[i]
		for _, d := range r.decls {
			if strings.Contains(r.raw, ":focus") && (strings.HasPrefix(d.name, "outline") || d.name == "box-shadow" || strings.HasPrefix(d.name, "border")) && d.value != "none" && d.value != "0" {
				restored = true
			}
		}
	}
	for i := range p.styles.rules {
		r := &p.styles.rules[i]
		won := func(name string) string {
			v := ""
			for _, d := range r.decls {
				if d.name == name {
					v = d.value
				}
			}
			return v
		}
		say := func(d declaration) string { return short(collapse(r.raw) + " { " + d.name + ": " + d.value + " }") }
		for _, d := range r.decls {
			switch d.name {
			case "outline", "outline-style", "outline-width":
				if (d.value == "none" || d.value == "0" || d.value == "0px") && !restored && outlineSubject(r.raw) {
					p.report("focus-hidden", at, say(d))
				}
			case "font-size":
				if fixedLength(d.value) && !restoredUnit(d.value) {
					p.report("fixed-text-size", at, say(d))
				}
			case "text-align":
				if d.value == "justify" {
					p.report("justified", at, say(d))
				}
			case "line-height":
				if lh, ok := lineHeight(d.value, won("font-size")); ok && lh < 1.35 && textSubject(r) && p.stacked() {
					p.report("line-height", at, say(d))
				}
			case "text-decoration", "text-decoration-line":
				if d.value == "none" && linkSubject(r) && won("border-bottom") == "" {
					p.report("link-underline", at, say(d))
				}
			case "height":
				if o := won("overflow"); (o == "hidden" || won("overflow-y") == "hidden") && fixedLength(d.value) && !restoredUnit(d.value) && p.holdsText(r) {
					p.report("text-clipped", at, say(d))
				}
			}
		}
	}
}

// stacked reports whether the page may hold letters with two marks, one above the
// other: it is in Vietnamese or in no language that it names, or has such letters.
func (p *page) stacked() bool {
	base, _, _ := strings.Cut(strings.ToLower(p.lang), "-")
	return base == "" || base == "vi" || bytes.ContainsFunc(p.src, func(r rune) bool { return r >= 0x1ea0 && r <= 0x1ef9 })
}

// restoredUnit is for the sizes that hide text from sight on purpose.
func restoredUnit(v string) bool { return v == "0" || v == "0px" || v == "1px" }

// outlineSubject reports whether a rule switches outlines off for everything or
// for controls.
func outlineSubject(raw string) bool {
	for s := range strings.SplitSeq(raw, ",") {
		s = strings.TrimSpace(strings.TrimSuffix(strings.TrimSuffix(strings.TrimSpace(s), ":focus-visible"), ":focus"))
		switch s {
		case "*", "", "a", "button", "input", "select", "textarea", ":link", "a:link", "a:active", "a:hover":
			return true
		}
	}
	return false
}

func lineHeight(v, size string) (float64, bool) {
	if f, err := strconv.ParseFloat(v, 64); err == nil {
		return f, f > 0
	}
	if t, ok := strings.CutSuffix(v, "%"); ok {
		f, err := strconv.ParseFloat(t, 64)
		return f / 100, err == nil && f > 0
	}
	if t, ok := strings.CutSuffix(v, "em"); ok {
		f, err := strconv.ParseFloat(t, 64)
		return f, err == nil && f > 0
	}
	t, ok1 := strings.CutSuffix(v, "px")
	s, ok2 := strings.CutSuffix(size, "px")
	f, err1 := strconv.ParseFloat(t, 64)
	g, err2 := strconv.ParseFloat(s, 64)
	if !ok1 || !ok2 || err1 != nil || err2 != nil || g <= 0 || f <= 0 {
		return 0, false
	}
	return f / g, true
}

// textSubject reports whether a rule is for running text or headings, by element
// or by a name that says so.
func textSubject(r *cssRule) bool {
	for i := range r.selectors {
		c := &r.selectors[i].parts[len(r.selectors[i].parts)-1]
		switch c.tag {
		case "html", "body", "p", "h1", "h2", "h3", "h4", "h5", "h6", "li", "article", "main", "td", "blockquote":
			return true
		}
		for _, cl := range append([]string{c.id}, c.classes...) {
			for _, w := range []string{"title", "content", "article", "sapo", "lead", "body", "text", "headline"} {
				if strings.Contains(strings.ToLower(cl), w) {
					return true
				}
			}
		}
	}
	return false
}

// linkSubject reports whether a rule is for all links, or all in a text.
func linkSubject(r *cssRule) bool {
	for i := range r.selectors {
		s := &r.selectors[i]
		c := &s.parts[len(s.parts)-1]
		if c.tag != "a" || c.id != "" || len(c.classes) > 0 {
			continue
		}
		if len(s.parts) == 1 {
			return true
		}
		switch s.parts[len(s.parts)-2].tag {
		case "p", "article", "main", "body":
			return true
		}
	}
	return false
}

// maxSearched bounds the elements that are tried for all rules of a page.
const maxSearched = 200_000

// holdsText reports whether an element of the page that the rule is for holds
// text.
func (p *page) holdsText(r *cssRule) bool {
	for n := range p.root.Descendants() {
		if n.Type != html.ElementNode {
			continue
		}
		if p.searched++; p.searched > maxSearched {
			return false
		}
		for i := range r.selectors {
			if r.selectors[i].match(n) && len(collapse(rawText(n))) > 20 {
				return true
			}
		}
	}
	return false
}

// shade is a color that is in force for an element.
type shade struct {
	color Color
	from  *html.Node // the element that declares it; nil for the canvas
	known bool
}

// lintContrast compares the colors of a text where the page itself declares
// both, in style elements, style attributes or attributes of presentation.
func (p *page) lintContrast(n *html.Node, c context) {
	if !c.color.known || !c.background.known || !hasOwnText(n) || isElement(n, "option", "script", "style", "title", "noscript") {
		return
	}
	r, want := Contrast(c.color.color, c.background.color), 4.5
	if r >= want {
		return
	}
	// The element that sets the color is the one to be put right: say it once.
	if from := c.color.from; from != n {
		own, ok := p.ownText[from]
		if !ok {
			own = hasOwnText(from)
			p.ownText[from] = own
		}
		if own {
			return
		}
	}
	if px, bold, ok := p.textSize(n); !ok || LargeText(px, bold) {
		want = 3
	}
	if r < want {
		p.reportIf("contrast", n, down(r)+":1 ("+c.color.color.String()+" / "+c.background.color.String()+")", !p.linked || c.background.from != nil)
	}
}

// textColor returns the color of the text in n where that is sure: what n
// declares, else what holds around it.
func (p *page) textColor(n *html.Node, e *element, outer shade) shade {
	v, ok := e.style.value(color)
	if !ok && n.Data == "font" {
		v, ok = lookup(n, "color")
	}
	if ok && v != "inherit" {
		c, alpha, err := p.parseColor(v)
		return shade{c, n, err == nil && alpha == 1}
	}
	if isElement(n, "a", "mark", "button", "input") {
		return shade{} // the browser's own
	}
	return outer
}

// background returns the color behind the text in n in the same way.
func (p *page) background(n *html.Node, e *element, outer shade) shade {
	if v, ok := e.style.value(backgroundImage); ok && v != "none" {
		return shade{}
	}
	v, ok := e.style.value(backgroundColor)
	if e.has&hasOther != 0 {
		if _, picture := lookup(n, "background"); picture {
			return shade{}
		}
		if !ok {
			v, ok = lookup(n, "bgcolor")
		}
	}
	if ok && v != "inherit" {
		c, alpha, err := p.parseColor(v)
		if err != nil && !strings.Contains(v, "url(") && !strings.Contains(v, "gradient") {
			for w := range strings.FieldsSeq(v) { // a background shorthand
				if c2, a2, err2 := p.parseColor(w); err2 == nil {
					c, alpha, err = c2, a2, nil
				}
			}
		}
		if err != nil || alpha != 0 {
			return shade{c, n, err == nil && alpha == 1}
		}
	}
	if isElement(n, "mark", "button", "input", "select", "textarea") {
		return shade{}
	}
	return outer
}

// parsedColor is what [ParseAlpha] returned.
type parsedColor struct {
	color Color
	alpha float64
	err   error
}

// parseColor is ParseAlpha with memory: a page has few colors.
func (p *page) parseColor(s string) (Color, float64, error) {
	c, ok := p.colors[s]
	if !ok {
		c.color, c.alpha, c.err = ParseAlpha(s)
		if p.colors == nil {
			p.colors = map[string]parsedColor{}
		}
		p.colors[s] = c
	}
	return c.color, c.alpha, c.err
}

// textSize returns the size of n's text in pixels where it is known, and whether
// it is bold.
func (p *page) textSize(n *html.Node) (px float64, bold, ok bool) {
	scale := 1.0
	weighed := false
	for e := n; e != nil; e = e.Parent {
		if e.Type != html.ElementNode {
			continue
		}
		st := p.of(e).style
		if !weighed {
			if v, ok := st.value(fontWeight); ok {
				w, _ := strconv.Atoi(v)
				bold, weighed = v == "bold" || v == "bolder" || w >= 700, true
			} else if isElement(e, "b", "strong", "th", "h1", "h2", "h3", "h4", "h5", "h6") {
				bold, weighed = true, true
			}
		}
		if v, ok := st.value(fontSize); ok {
			switch {
			case strings.HasSuffix(v, "px"):
				f, err := strconv.ParseFloat(strings.TrimSuffix(v, "px"), 64)
				return f * scale, bold, err == nil
			case strings.HasSuffix(v, "pt"):
				f, err := strconv.ParseFloat(strings.TrimSuffix(v, "pt"), 64)
				return f * 4 / 3 * scale, bold, err == nil
			case strings.HasSuffix(v, "rem"):
				f, err := strconv.ParseFloat(strings.TrimSuffix(v, "rem"), 64)
				return f * 16 * scale, bold, err == nil
			case strings.HasSuffix(v, "em"):
				f, err := strconv.ParseFloat(strings.TrimSuffix(v, "em"), 64)
				if err != nil {
					return 0, bold, false
				}
				scale *= f
			case strings.HasSuffix(v, "%"):
				f, err := strconv.ParseFloat(strings.TrimSuffix(v, "%"), 64)
				if err != nil {
					return 0, bold, false
				}
				scale *= f / 100
			default:
				return 0, bold, false
			}
			continue
		}
		if k := strings.Index("h1h2h3h4h5h6", e.Data); k >= 0 && len(e.Data) == 2 && e.Data[0] == 'h' {
			scale *= [...]float64{2, 1.5, 1.17, 1, 0.83, 0.67}[k/2]
		}
	}
	return math.Min(16*scale, 1000), bold, true
}

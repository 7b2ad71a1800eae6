package a11y

import (
	"strconv"
	"strings"

	"golang.org/x/net/html"
)

// lintPage runs the rules about the page as a whole.
func (p *page) lintPage() {
	doctype := false
	for c := range p.root.ChildNodes() {
		if c.Type == html.DoctypeNode && strings.EqualFold(c.Data, "html") && len(c.Attr) == 0 {
			doctype = true
		}
	}
	h := p.html
	if h == nil {
		return
	}
	if !doctype {
		p.report("doctype", h, "")
	}
	lang, ok := lookup(h, "lang")
	switch {
	case !ok || strings.TrimSpace(lang) == "":
		p.report("page-lang", h, "")
	case !knownLanguage(lang):
		p.report("page-lang-invalid", h, short(lang))
	default:
		p.lang = lang
	}
	var title *html.Node
	for d := range h.Descendants() {
		if isElement(d, "title") && d.Namespace == "" && !inside(d, "template") {
			title = d
			break
		}
	}
	if title == nil || strings.TrimSpace(rawText(title)) == "" {
		p.report("page-title", h, "")
	}
}

func inside(n *html.Node, name string) bool {
	for e := n.Parent; e != nil; e = e.Parent {
		if isElement(e, name) {
			return true
		}
	}
	return false
}

// lintLang checks a lang attribute that some text or name depends on.
func (p *page) lintLang(n *html.Node, lang string) {
	if lang == "" || knownLanguage(lang) || n.Data == "html" || n.Namespace != "" {
		return
	}
	if p.speaks(n) {
		p.report("lang-invalid", n, short(lang))
	}
}

// speaks reports whether n holds text, shown or read out, that has no lang of
// its own nearer to it.
func (p *page) speaks(n *html.Node) bool {
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		switch c.Type {
		case html.TextNode:
			if strings.TrimSpace(c.Data) != "" {
				return true
			}
		case html.ElementNode:
			if !p.rendered(c) {
				continue
			}
			if l, ok := lookup(c, "lang"); ok && l != "" {
				continue
			}
			if c.Data == "img" && strings.TrimSpace(attr(c, "alt")) != "" || strings.TrimSpace(attr(c, "aria-label")) != "" || p.speaks(c) {
				return true
			}
		}
	}
	return false
}

func (p *page) lintMeta(n *html.Node) {
	content := attr(n, "content")
	switch {
	case strings.EqualFold(attr(n, "name"), "viewport"):
		p.lintViewport(n, content)
	case strings.EqualFold(strings.TrimSpace(attr(n, "http-equiv")), "refresh"):
		seconds, ok := refreshTime(content)
		if !ok || p.refresh {
			return
		}
		p.refresh = true
		if seconds > 0 && seconds <= 72000 {
			p.report("meta-refresh", n, strconv.Itoa(seconds))
		} else if seconds > 0 {
			p.report("meta-refresh-any", n, strconv.Itoa(seconds))
		}
	}
}

// refreshTime reads the time as the shared declarative refresh steps of the HTML
// standard do.
func refreshTime(s string) (int, bool) {
	s = strings.TrimLeft(s, " \t\n\f\r")
	i := 0
	for i < len(s) && s[i] >= '0' && s[i] <= '9' {
		i++
	}
	if i == 0 && !strings.HasPrefix(s, ".") {
		return 0, false
	}
	seconds := 1 << 30
	if i < 9 {
		seconds, _ = strconv.Atoi("0" + s[:i])
	}
	s = strings.TrimLeft(s[i:], "0123456789.")
	if s != "" && s[0] != ';' && s[0] != ',' && !isSpace(s[0]) {
		return 0, false
	}
	return seconds, true
}

func (p *page) lintViewport(n *html.Node, content string) {
	width := ""
	for part := range strings.FieldsFuncSeq(content, func(r rune) bool { return r == ',' || r == ';' }) {
		k, v, _ := strings.Cut(part, "=")
		k, v = strings.ToLower(strings.TrimSpace(k)), strings.ToLower(strings.TrimSpace(v))
		switch k {
		case "width":
			width = v
		case "user-scalable":
			if v == "no" || number01(v) {
				p.report("viewport-zoom", n, short(part))
			}
		case "maximum-scale":
			f, err := strconv.ParseFloat(leadingNumber(v), 64)
			switch {
			case v == "yes":
				f, err = 1, nil
			case v == "no":
				f, err = 0.1, nil
			case v == "device-width" || v == "device-height":
				f, err = 10, nil
			case err != nil:
				f, err = 0.1, nil
			}
			if err == nil && f >= 0 && f < 2 {
				p.report("viewport-zoom", n, short(part))
			}
		}
	}
	if width != "" && width != "device-width" {
		p.report("viewport-width", n, short(content))
	}
}

// number01 reports whether v is a number that user-scalable takes for "no".
func number01(v string) bool {
	if v == "device-width" || v == "device-height" || v == "yes" {
		return false
	}
	f, err := strconv.ParseFloat(leadingNumber(v), 64)
	return err != nil || f > -1 && f < 1
}

func leadingNumber(s string) string {
	i := 0
	for i < len(s) && (s[i] >= '0' && s[i] <= '9' || s[i] == '.' || i == 0 && (s[i] == '-' || s[i] == '+')) {
		i++
	}
	return s[:i]
}

// lintLandmarks checks that the page has the places a reader can jump to.
func (p *page) lintLandmarks() {
	if len(p.navs) > 1 {
		for _, n := range p.navs {
			if p.exposed(n) && p.nameOf(n) == "" {
				p.report("landmark-name", n, "nav")
			}
		}
	}
	if p.fragment || p.body == nil || !holdsAny(p.body) {
		return
	}
	if !p.main {
		p.report("main-missing", p.body, "")
	}
	// A page of a few links needs no way past them.
	if len(p.links) > 4 && !p.skips(p.links[0]) {
		p.report("skip-link", p.body, "")
	}
}

// holdsAny reports whether there is any text in n.
func holdsAny(n *html.Node) bool {
	for d := range n.Descendants() {
		if d.Type == html.TextNode && strings.TrimSpace(d.Data) != "" {
			return true
		}
	}
	return false
}

// skips reports whether a link leads to a place in the page.
func (p *page) skips(n *html.Node) bool {
	id, ok := strings.CutPrefix(attr(n, "href"), "#")
	return ok && id != "" && p.ids[id] != nil
}

// headingLevel returns the level of a heading.
func headingLevel(n *html.Node) int {
	if v := strings.TrimSpace(attr(n, "aria-level")); validNumber(v, false) && v != "" {
		if k, err := strconv.Atoi(v); err == nil && k > 0 {
			return k
		}
	}
	if len(n.Data) == 2 && n.Data[0] == 'h' && n.Data[1] >= '1' && n.Data[1] <= '6' {
		return int(n.Data[1] - '0')
	}
	return 2
}

func (p *page) lintHeadings() {
	h1, last := 0, 0
	for _, n := range p.headings {
		k := headingLevel(n)
		if k == 1 {
			if h1++; h1 > 1 {
				p.report("heading-h1-several", n, short(p.nameOf(n)))
			}
		}
		if last > 0 && k > last+1 || last == 0 && k > 2 && !p.fragment {
			from := "h" + strconv.Itoa(last)
			if last == 0 {
				from = "–"
			}
			p.report("heading-order", n, from+" → h"+strconv.Itoa(k))
		}
		last = k
	}
	if h1 == 0 && !p.fragment && p.body != nil && holdsAny(p.body) {
		p.report("heading-h1", p.body, "")
	}
}

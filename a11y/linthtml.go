package a11y

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"
	"unicode/utf8"

	"golang.org/x/net/html"
)

// MaxHTML is the length in bytes of the longest markup that [LintHTML] reads.
const MaxHTML = 16 << 20

// ErrTooLarge says that markup is longer than [MaxHTML].
var ErrTooLarge = errors.New("a11y: markup too large")

// maxFindings bounds the findings of one rule in one page.
const maxFindings = 100

// LintHTML reads a page, or a fragment of one, and returns what keeps readers
// out of it, in the order of the markup. Rules about the page as a whole, such
// as its language and title, are left out if the markup has no html, head, body
// or title element and no doctype. Of each rule, the first 100 findings are
// returned.
//
// The page is judged as it was sent: no script runs, no other file is loaded,
// and of style elements only simple rules are understood. So a page without
// findings can still have faults that only a browser or a person sees; see
// [Rules] for what is looked at.
//
// The markup may come from anyone. An error means that it could not be read or
// parsed, or is longer than [MaxHTML].
func LintHTML(r io.Reader) ([]Finding, error) {
	src, err := io.ReadAll(io.LimitReader(r, MaxHTML+1))
	if err != nil {
		return nil, fmt.Errorf("a11y: %w", err)
	}
	if len(src) > MaxHTML {
		return nil, ErrTooLarge
	}
	marked, pos, whole := mark(src)
	root, err := html.Parse(bytes.NewReader(marked))
	if err != nil {
		return nil, fmt.Errorf("a11y: %w", err)
	}
	p := &page{
		root: root, pos: pos, ids: map[string]*html.Node{}, labels: map[string][]*html.Node{},
		order: map[*html.Node]int{}, names: map[*html.Node]string{}, count: map[string]int{},
	}
	p.prepare()
	p.fragment = !whole
	p.walk(root, 0)
	if whole {
		p.lintPage()
	}
	p.finish()
	slices.SortStableFunc(p.findings, func(a, b Finding) int {
		if a.Line != b.Line {
			return a.Line - b.Line
		}
		return a.Column - b.Column
	})
	return p.findings, nil
}

// page is a parsed page with what the rules look up again and again.
type page struct {
	root, html, body *html.Node
	fragment         bool
	pos              *positions
	ids              map[string]*html.Node // the first of each
	labels           map[string][]*html.Node
	styles           *styles
	sheets           []*html.Node
	hiding           map[*html.Node]hiding
	order            map[*html.Node]int
	names            map[*html.Node]string

	headings []*html.Node
	links    []*html.Node
	navs     []*html.Node
	anchors  map[string]bool // of old <a name>
	main     bool
	lang     string

	findings []Finding
	count    map[string]int
}

// context is what rules need to know of the elements around one.
type context struct {
	lang         string
	link         bool // inside a link
	presentation *html.Node
	ariaHidden   *html.Node
	table        *html.Node
	inMain       bool
	figure       *html.Node
}

// prepare collects ids, labels and style sheets.
func (p *page) prepare() {
	var sheets []string
	elements := 0
	for n := range p.root.Descendants() {
		if n.Type != html.ElementNode {
			continue
		}
		elements++
		if id, ok := lookup(n, "id"); ok && id != "" {
			if p.ids[id] == nil {
				p.ids[id] = n
			}
		}
		switch n.Data {
		case "html":
			if p.html == nil {
				p.html = n
			}
		case "body":
			if p.body == nil {
				p.body = n
			}
		case "label":
			if f := attr(n, "for"); f != "" {
				p.labels[f] = append(p.labels[f], n)
			}
		case "style":
			if n.Namespace == "" {
				sheets = append(sheets, rawText(n))
				p.sheets = append(p.sheets, n)
			}
		}
	}
	p.styles = newStyles(sheets)
	p.hiding = make(map[*html.Node]hiding, elements)
}

// report adds a finding at n.
func (p *page) report(rule string, n *html.Node, arg string) {
	if p.count[rule]++; p.count[rule] > maxFindings {
		return
	}
	f := newFinding(rule, arg)
	f.Path = p.path(n)
	f.Line, f.Column = p.pos.of(n)
	f.Text = excerpt(n)
	p.findings = append(p.findings, f)
}

// excerpt returns the start tag of n without positions, cut to a line.
func excerpt(n *html.Node) string {
	var b strings.Builder
	b.WriteByte('<')
	b.WriteString(n.Data)
	for _, a := range n.Attr {
		if a.Key == posAttr {
			continue
		}
		b.WriteByte(' ')
		b.WriteString(a.Key)
		if a.Val != "" {
			b.WriteString(`="` + strings.ReplaceAll(a.Val, `"`, "&quot;") + `"`)
		}
		if b.Len() > 160 {
			break
		}
	}
	b.WriteByte('>')
	return cut(b.String(), 160)
}

// cut shortens s to at most n bytes at a character's edge.
func cut(s string, n int) string {
	s = strings.ToValidUTF8(s, "\ufffd")
	if len(s) <= n {
		return s
	}
	for n > 0 && !utf8.RuneStart(s[n]) {
		n--
	}
	return s[:n] + "…"
}

// short returns text for a message.
func short(s string) string { return cut(collapse(s), 60) }

// nameOf is name with memory.
func (p *page) nameOf(n *html.Node) string {
	s, ok := p.names[n]
	if !ok {
		s = p.name(n)
		p.names[n] = s
	}
	return s
}

// walk finds out what is hidden.
func (p *page) walk(n *html.Node, outer hiding) {
	if n.Type == html.ElementNode {
		outer = p.hide(n, outer)
		p.hiding[n] = outer
	}
	for e := n.FirstChild; e != nil; e = e.NextSibling {
		if e.Type == html.ElementNode {
			p.walk(e, outer)
		}
	}
}

// finish runs the rules once the state of every element is known.
func (p *page) finish() {
	p.visit(p.root, context{lang: p.lang})
	p.lintHeadings()
	p.lintLinks()
	p.lintLandmarks()
	p.lintSheets()
}

// visit runs the rules for n and what is in it.
func (p *page) visit(n *html.Node, c context) {
	if n.Type == html.ElementNode {
		if n.Data == "template" && n.Namespace == "" {
			return
		}
		c = p.lintElement(n, c)
	}
	for e := n.FirstChild; e != nil; e = e.NextSibling {
		if e.Type == html.ElementNode {
			p.visit(e, c)
		}
	}
}

// lintElement runs the rules about n and returns the context of its content.
func (p *page) lintElement(n *html.Node, c context) context {
	if l, ok := lookup(n, "lang"); ok && n.Data != "html" {
		p.lintLang(n, l)
		c.lang = l
	} else if ok {
		c.lang = l
	}
	p.lintAttributes(n)
	p.lintARIA(n, c)
	if attr(n, "aria-hidden") == "true" {
		c.ariaHidden = n
	}
	if p.visible(n) {
		p.lintContrast(n)
	}
	switch n.Data {
	case "main":
		p.main, c.inMain = true, true
	case "nav":
		p.navs = append(p.navs, n)
	case "table":
		p.lintTable(n)
		c.table = n
	case "figure":
		c.figure = n
	case "meta":
		p.lintMeta(n)
	case "p", "li", "td", "blockquote", "dd", "div":
		p.lintText(n, c)
	}
	switch r := explicitRole(n); {
	case r == "main":
		p.main = true
	case n.Data != "table" && (r == "table" || r == "grid" || r == "treegrid"):
		p.lintTable(n)
	}
	p.lintObsolete(n, c)
	p.lintNames(n, c)
	p.lintMedia(n)
	if p.role(n) == "link" {
		c.link = true
		if p.exposed(n) {
			p.links = append(p.links, n)
		}
	}
	if childrenPresentational[p.role(n)] && p.exposed(n) && c.presentation == nil {
		c.presentation = n
	}
	return c
}

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
// and of style elements only simple rules are understood. Where a style sheet in
// another file may hide an element or color what is behind it, what would be an
// error is a warning. So a page without findings can still have faults that only a
// browser or a person sees; see [Rules] for what is looked at.
//
// The markup may come from anyone. An error means that it could not be read or
// parsed, or is longer than [MaxHTML].
func LintHTML(r io.Reader) ([]Finding, error) {
	src, err := readAll(r)
	if err != nil {
		return nil, fmt.Errorf("a11y: %w", err)
	}
	if len(src) > MaxHTML {
		return nil, ErrTooLarge
	}
	marked, tags, whole := mark(src)
	root, err := html.Parse(bytes.NewReader(marked))
	if err != nil {
		return nil, fmt.Errorf("a11y: %w", err)
	}
	p := &page{src: src, root: root, fragment: !whole, ids: map[string]*html.Node{}, ownText: map[*html.Node]bool{}}
	p.prepare(tags)
	if whole {
		p.lintPage()
	}
	p.visit(root, context{lang: p.lang, background: shade{color: White, known: true}})
	p.lintHeadings()
	p.lintLinks()
	p.lintLandmarks()
	p.lintSheets()
	return p.findings(), nil
}

// readAll reads no more than one byte beyond the limit.
func readAll(r io.Reader) ([]byte, error) {
	size := bytes.MinRead
	if l, ok := r.(interface{ Len() int }); ok {
		size += min(l.Len(), MaxHTML) + 1
	}
	b := bytes.NewBuffer(make([]byte, 0, size))
	_, err := b.ReadFrom(io.LimitReader(r, MaxHTML+1))
	return b.Bytes(), err
}

// page is a parsed page with what the rules look up again and again.
type page struct {
	src              []byte
	root, html, body *html.Node
	fragment         bool
	elements         []element
	ids              map[string]*html.Node // the first of each
	labels           map[string][]*html.Node
	sheets           []*html.Node
	linked           bool // a style sheet is in another file
	styles           *styles
	colors           map[string]parsedColor

	headings []*html.Node
	links    []*html.Node
	navs     []*html.Node
	anchors  map[string]bool     // of old <a name>
	passing  map[string]bool     // ids of what a script takes the focus on from
	ownText  map[*html.Node]bool // of elements whose color others take
	searched int                 // elements that holdsText has looked at
	main     bool
	refresh  bool // a meta element has been looked at
	lang     string

	found []found
	count []int // of the findings of each rule
}

// context is what rules need to know of the elements around one.
type context struct {
	lang              string
	link              bool // inside a link
	presentation      *html.Node
	ariaHidden        *html.Node
	figure            *html.Node
	color, background shade
}

// maxExcerpt is the length of Finding.Text in bytes.
const maxExcerpt = 160

// found is a finding before it is put into words.
type found struct {
	rule   *Rule
	node   *html.Node
	arg    string
	offset int32
	unsure bool
}

// report adds a finding at n.
func (p *page) report(rule string, n *html.Node, arg string) { p.reportIf(rule, n, arg, true) }

// reportIf adds a finding at n: a mere warning if it is not sure.
func (p *page) reportIf(rule string, n *html.Node, arg string, sure bool) {
	r := ruleByID[rule]
	if p.count == nil {
		p.count = make([]int, len(rules))
	}
	if p.count[r.index]++; p.count[r.index] <= maxFindings {
		p.found = append(p.found, found{r, n, arg, p.place(n), !sure})
	}
}

// findings returns what was found in the order of the markup.
func (p *page) findings() []Finding {
	if len(p.found) == 0 {
		return nil
	}
	slices.SortStableFunc(p.found, func(a, b found) int { return int(a.offset - b.offset) })
	out := make([]Finding, len(p.found))
	line, column, at := 1, 1, 0
	for i, f := range p.found {
		for to := int(f.offset); at < to; {
			nl := bytes.IndexByte(p.src[at:to], '\n')
			if nl < 0 {
				column += utf8.RuneCount(p.src[at:to])
				at = to
				break
			}
			at += nl + 1
			line, column = line+1, 1
		}
		out[i] = f.rule.finding(f.arg)
		if f.unsure {
			out[i].Severity = Warning
		}
		out[i].Path, out[i].Text = p.path(f.node), p.excerpt(f.node)
		out[i].Line, out[i].Column = line, column
	}
	return out
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
	e := p.of(n)
	if e.has&hasLang != 0 {
		c.lang = attr(n, "lang")
		p.lintLang(n, c.lang)
	}
	if e.has != 0 {
		p.lintAttributes(n, e)
	}
	p.lintARIA(n, e, c)
	if e.hides&ariaHidden != 0 {
		c.ariaHidden = n
	}
	c.color, c.background = p.textColor(n, e, c.color), p.background(n, e, c.background)
	if e.hiding&(notRendered|invisible) == 0 {
		p.lintContrast(n, c)
	}
	switch n.Data {
	case "main":
		p.main = true
	case "nav":
		p.navs = append(p.navs, n)
	case "table":
		p.lintTable(n)
	case "figure":
		c.figure = n
	case "meta":
		p.lintMeta(n)
	case "p", "li", "td", "blockquote", "dd", "div":
		p.lintText(n, c)
	}
	switch r := e.explicit; {
	case r == "main":
		p.main = true
	case n.Data != "table" && (r == "table" || r == "grid" || r == "treegrid"):
		p.lintTable(n)
	}
	p.lintObsolete(n, c)
	p.lintNames(n, e, c)
	p.lintMedia(n)
	if e.hiding == 0 && e.role != "" {
		if e.role == "link" {
			c.link = true
			p.links = append(p.links, n)
		}
		if c.presentation == nil && childrenPresentational[e.role] {
			c.presentation = n
		}
	} else if e.role == "link" {
		c.link = true
	}
	return c
}

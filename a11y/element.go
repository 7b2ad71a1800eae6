package a11y

import (
	"slices"
	"strconv"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// element is what the linter knows of an element of the page.
type element struct {
	node   *html.Node
	offset int32 // of the start tag in the source; -1 if it has none there
	nth    int32 // see page.nth; 0 means not counted yet
	has    attributes
	hiding hiding // by itself or by what is around it
	hides  hiding // by itself
	named  bool

	explicit string // role by the attribute
	role     string
	name     string // if named
	path     string // empty means not made yet
	style    *style // nil if the page declares nothing for it
}

// attributes says which of the attributes that are asked for often an element has.
type attributes uint16

const (
	hasID attributes = 1 << iota
	hasClass
	hasStyle
	hasRole
	hasARIA // an attribute that begins with "aria-"
	hasHidden
	hasInert
	hasLang
	hasTitle
	hasTabindex
	hasOther // one that a rule looks for
)

// hiding says how an element is hidden.
type hiding uint8

const (
	notRendered hiding = 1 << iota // display: none and the like
	invisible                      // visibility: hidden
	ariaHidden                     // aria-hidden
	inert                          // inert
)

// of returns what is known of n. The parser's nodes belong to the linter alone:
// their DataAtom, which no rule reads, is made the index of the element. That of
// the document is zero.
func (p *page) of(n *html.Node) *element { return &p.elements[n.DataAtom] }

// prepare collects the elements, ids, labels and style sheets. There are about
// as many elements as tags.
func (p *page) prepare(tags int) {
	p.elements = make([]element, 1, tags+8)
	p.elements[0].offset = -1
	p.collect(p.root)
	p.styles = newStyles(p.sheets)
	filters := make([]filter, 1)
	if p.styles.chains {
		filters = make([]filter, 1, len(p.elements))
	}
	for i := range p.elements[1:] {
		e := &p.elements[i+1]
		around := &filters[0]
		if p.styles.chains {
			around = &filters[e.node.Parent.DataAtom]
			own := *around
			own.addElement(e.node, e.has)
			filters = append(filters, own)
		}
		p.resolve(e, around)
	}
}

// collect enters the elements in n in the order of the page.
func (p *page) collect(n *html.Node) {
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		if c.Type == html.ElementNode {
			c.DataAtom = atom.Atom(len(p.elements))
			p.elements = append(p.elements, element{node: c, offset: -1})
			p.enter(c, &p.elements[len(p.elements)-1])
			p.collect(c)
		} else {
			c.DataAtom = 0
		}
	}
}

func (p *page) enter(n *html.Node, e *element) {
	at := -1
	for i := range n.Attr {
		a := &n.Attr[i]
		if a.Namespace != "" {
			continue
		}
		switch a.Key {
		case posAttr:
			at = i
		case "id":
			e.has |= hasID
			if a.Val != "" && p.ids[a.Val] == nil {
				p.ids[a.Val] = n
			}
		case "class":
			e.has |= hasClass
		case "style":
			e.has |= hasStyle
		case "role":
			e.has |= hasRole
			e.explicit = explicitRole(n)
		case "hidden":
			e.has |= hasHidden
		case "inert":
			e.has |= hasInert
		case "lang":
			e.has |= hasLang
		case "title":
			e.has |= hasTitle
		case "tabindex":
			e.has |= hasTabindex
		default:
			if strings.HasPrefix(a.Key, "aria-") {
				e.has |= hasARIA
			} else {
				e.has |= hasOther
			}
		}
	}
	if at >= 0 {
		if k, err := strconv.Atoi(n.Attr[at].Val); err == nil {
			e.offset = int32(k)
		}
		n.Attr = slices.Delete(n.Attr, at, at+1)
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
			if p.labels == nil {
				p.labels = map[string][]*html.Node{}
			}
			p.labels[f] = append(p.labels[f], n)
		}
	case "link":
		p.linked = p.linked || hasWord(strings.ToLower(attr(n, "rel")), "stylesheet")
	case "style":
		if n.Namespace == "" {
			p.linked = p.linked || strings.Contains(rawScript(n), "@import")
			p.sheets = append(p.sheets, n)
		}
	}
}

// resolve finds out the style, the state and the role of an element, once those
// of its parent are known. Around holds the names of the elements around it.
func (p *page) resolve(e *element, around *filter) {
	n := e.node
	e.style = p.styles.of(n, e.has, around)
	switch n.Data {
	case "template", "script", "style", "head", "noscript":
		if n.Namespace == "" {
			e.hides |= notRendered
		}
	}
	outer := p.of(n.Parent).hiding
	if d, ok := e.style.value(display); ok && d == "none" || !ok && e.has&hasHidden != 0 {
		e.hides |= notRendered
	}
	if v, ok := e.style.value(visibility); ok {
		switch v {
		case "visible":
			outer &^= invisible
		case "hidden", "collapse":
			e.hides |= invisible
		}
	}
	if e.has&hasARIA != 0 && attr(n, "aria-hidden") == "true" {
		e.hides |= ariaHidden
	}
	if e.has&hasInert != 0 {
		e.hides |= inert
	}
	e.hiding = outer | e.hides
	e.role = p.findRole(n, e)
}

func (p *page) rendered(n *html.Node) bool { return p.of(n).hiding&notRendered == 0 }

func (p *page) visible(n *html.Node) bool { return p.of(n).hiding&(notRendered|invisible) == 0 }

// exposed reports whether n is in the accessibility tree, as far as hiding goes.
func (p *page) exposed(n *html.Node) bool { return p.of(n).hiding == 0 }

func (p *page) role(n *html.Node) string { return p.of(n).role }

// nameOf is name with memory.
func (p *page) nameOf(n *html.Node) string {
	e := p.of(n)
	if !e.named {
		e.name, e.named = p.name(n), true
	}
	return e.name
}

// path returns the way to n, such as "html > body > p:nth-of-type(2)".
func (p *page) path(n *html.Node) string {
	if n == nil || n.Type != html.ElementNode {
		return ""
	}
	e := p.of(n)
	if e.path != "" {
		return e.path
	}
	if e.has&hasID != 0 {
		if id := attr(n, "id"); id != "" && !strings.ContainsAny(id, " \t\n\"'>#.:[]()") && p.ids[id] == n {
			e.path = n.Data + "#" + id
			return e.path
		}
	}
	e.path = n.Data
	if k := p.nth(n); k > 0 {
		e.path += ":nth-of-type(" + strconv.Itoa(k) + ")"
	}
	if outer := p.path(n.Parent); outer != "" {
		e.path = outer + " > " + e.path
	}
	return e.path
}

// nth returns the position of n among its siblings of the same name, or 0 if it
// is the only one.
func (p *page) nth(n *html.Node) int {
	e := p.of(n)
	if e.nth == 0 {
		var k int32
		for c := n.Parent.FirstChild; c != nil; c = c.NextSibling {
			if c.Type == html.ElementNode && c.Data == n.Data {
				k++
				p.of(c).nth = k
			}
		}
		if k == 1 {
			e.nth = -1
		}
	}
	return max(0, int(e.nth))
}

// place returns the offset of the start tag of n, or of the nearest element
// around it that has one.
func (p *page) place(n *html.Node) int32 {
	for ; n != nil; n = n.Parent {
		if n.Type == html.ElementNode && p.of(n).offset >= 0 {
			return p.of(n).offset
		}
	}
	return 0
}

// excerpt returns the start tag of n, cut to a line.
func (p *page) excerpt(n *html.Node) string {
	start := int(p.of(n).offset)
	if start < 0 {
		return "<" + n.Data + ">"
	}
	end := tagEnd(p.src, start+1+len(n.Data))
	if end < 0 {
		return "<" + n.Data + ">"
	}
	return cut(collapse(string(p.src[start:min(end, start+4*maxExcerpt)])), maxExcerpt)
}

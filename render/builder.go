package render

import (
	"strconv"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"github.com/toasoan/toasoan/article"
)

// A builder writes untrusted markup anew: known elements only, every one closed
// in order, nothing nested in a way that a parser would take apart. It reads
// tokens and keeps a stack of its own; it never reopens what it has closed, so
// that its output is never much larger than its input.
type builder struct {
	out   []byte
	p     *htmlPrinter // of the second pass; nil in the first
	lim   article.Limits
	nodes *int

	stack []openElement
	skip  string // dropped element that the place is in
	depth int    // of skip inside itself
	pre   bool   // the next text is the first of a pre
}

type openElement struct {
	name string
	kind kind
	end  string // end tag; empty if none is written
	done bool   // its end tag was met while a block inside was open
	at   int    // where its start tag is
}

// maxDepth is how deep elements may be nested.
const maxDepth = 256

// maxAttrs is how many attributes an element may have.
const maxAttrs = 64

func (b *builder) build(markup string) error {
	z := html.NewTokenizer(strings.NewReader(markup))
	lower := ""               // of markup, once needed
	ends := map[string]bool{} // whether dropped elements end anywhere
	for {
		typ := z.Next()
		if typ == html.ErrorToken {
			break
		}
		if *b.nodes++; *b.nodes > b.lim.Blocks {
			return article.ErrTooComplex
		}
		switch typ {
		case html.TextToken:
			if b.skip == "" {
				b.text(string(z.Text()))
			}
		case html.StartTagToken, html.SelfClosingTagToken:
			name, more := z.TagName()
			n := tagName(name)
			if b.skip != "" {
				if n == b.skip && typ == html.StartTagToken {
					b.depth++
				}
				continue
			}
			var attrs []html.Attribute
			for more {
				var k, v []byte
				k, v, more = z.TagAttr()
				if len(attrs) == maxAttrs {
					return article.ErrTooComplex
				}
				attrs = append(attrs, html.Attribute{Key: string(k), Val: string(v)})
			}
			if e := elements[n]; e.kind == dropped && n != "iframe" {
				if typ == html.SelfClosingTagToken && n == "svg" {
					continue
				}
				if lower == "" {
					lower = strings.ToLower(markup)
				}
				if _, known := ends[n]; !known {
					ends[n] = strings.Contains(lower, "</"+n)
				}
				// Without an end tag, all that follows would be lost.
				if isRawText(n) || ends[n] {
					b.skip, b.depth = n, 1
				}
				continue
			}
			if err := b.start(n, attrs); err != nil {
				return err
			}
		case html.EndTagToken:
			name, _ := z.TagName()
			n := tagName(name)
			if b.skip != "" {
				if n == b.skip {
					if b.depth--; b.depth == 0 {
						b.skip = ""
					}
				}
				continue
			}
			b.end(n)
		}
	}
	b.closeTo(0)
	return nil
}

func tagName(name []byte) string {
	if a := atom.Lookup(name); a != 0 {
		return a.String()
	}
	return string(name)
}

// isRawText reports whether the tokenizer reads the content of an element as
// text up to its end tag.
func isRawText(n string) bool {
	switch n {
	case "script", "style", "noscript", "textarea", "title", "xmp", "plaintext", "noembed", "noframes", "iframe":
		return true
	}
	return false
}

func (b *builder) top() string {
	if len(b.stack) == 0 {
		return ""
	}
	return b.stack[len(b.stack)-1].name
}

// closeTo closes elements until n are open, and then those whose end has been
// met already.
func (b *builder) closeTo(n int) {
	for len(b.stack) > n || len(b.stack) > 0 && b.stack[len(b.stack)-1].done {
		last := len(b.stack) - 1
		b.out = append(b.out, b.stack[last].end...)
		b.stack = b.stack[:last]
	}
}

// find returns the index of the innermost open element of one of the names, or
// -1. It looks no further than the cell it is in, unless the cell is asked for.
func (b *builder) find(names ...string) int {
	for i := len(b.stack) - 1; i >= 0; i-- {
		for _, n := range names {
			if b.stack[i].name == n {
				return i
			}
		}
		if b.stack[i].kind == cell {
			return -1
		}
	}
	return -1
}

// anywhere reports whether an element is open.
func (b *builder) anywhere(name string) bool {
	for i := range b.stack {
		if b.stack[i].name == name {
			return true
		}
	}
	return false
}

// inTable reports whether the place is directly in a table, where only its parts
// may stand.
func (b *builder) inTable() bool {
	if len(b.stack) == 0 {
		return false
	}
	t := b.stack[len(b.stack)-1]
	return t.kind == tabular || t.name == "table"
}

// content makes the place one where text may stand.
func (b *builder) content() error {
	if b.inTable() {
		if b.top() == "colgroup" {
			b.closeTo(len(b.stack) - 1)
		}
		return b.tablePart("td", nil)
	}
	switch b.top() {
	case "ul", "ol":
		return b.push("li", nil)
	case "dl":
		return b.push("dd", nil)
	}
	return nil
}

func (b *builder) text(s string) {
	if b.top() == "picture" {
		return
	}
	if strings.TrimLeft(s, " \t\n\f\r") == "" {
		if b.inTable() || b.top() == "ul" || b.top() == "ol" || b.top() == "dl" {
			return
		}
	} else if b.content() != nil {
		return
	}
	s = newlines.Replace(s)
	if b.pre {
		// Parsers drop the first newline of a pre, and serializers don't put it
		// back: none is left at the beginning.
		s = strings.TrimLeft(s, "\n")
		b.pre = s == ""
	}
	b.out = appendText(b.out, s)
}

var newlines = strings.NewReplacer("\r\n", "\n", "\r", "\n", "\f", " ")

// endParagraph closes an open paragraph, which no block can be in.
func (b *builder) endParagraph() {
	if i := b.find("p"); i >= 0 {
		b.closeTo(i)
	}
}

func (b *builder) start(n string, attrs []html.Attribute) error {
	if n == "iframe" {
		return b.iframe(attrs)
	}
	e, known := elements[n]
	if !known || e.kind == unwrapped {
		return nil
	}
	if e.as != "" {
		n = e.as
		e = elements[n]
	}
	b.pre = false
	if b.top() == "picture" && n != "source" && n != "img" {
		b.closeTo(len(b.stack) - 1)
	}
	switch n {
	case "source":
		if t := b.top(); t != "picture" && t != "video" && t != "audio" {
			return nil
		}
	case "track":
		if t := b.top(); t != "video" && t != "audio" {
			return nil
		}
	case "colgroup", "thead", "tbody", "tfoot", "tr", "td", "th", "caption", "col":
		return b.tablePart(n, attrs)
	case "rt", "rp":
		if !b.anywhere("ruby") {
			return nil
		}
		if i := b.find("rt", "rp"); i >= 0 && i > b.find("ruby") {
			b.closeTo(i)
		}
		// Parsers end a paragraph or an item here, if nothing else is open in it.
		switch b.top() {
		case "p":
			b.closeTo(len(b.stack) - 1)
		case "li", "dt", "dd":
			return nil
		}
	case "li":
		b.endParagraph()
		i := b.find("ul", "ol")
		if i < 0 {
			return b.push("div", attrs)
		}
		b.closeTo(i + 1)
		return b.push(n, attrs)
	case "dt", "dd":
		b.endParagraph()
		i := b.find("dl")
		if i < 0 {
			return b.push("div", attrs)
		}
		b.closeTo(i + 1)
		return b.push(n, attrs)
	case "figcaption":
		if i := b.find("figcaption"); i >= 0 {
			b.closeTo(i)
		}
		if b.find("figure") < 0 {
			n = "p"
		}
	case "summary":
		if b.top() != "details" {
			n = "p"
		}
	case "a":
		if i := b.find("a"); i >= 0 {
			b.closeTo(i)
		} else if b.anywhere("a") {
			return nil
		}
	case "h1", "h2", "h3", "h4", "h5", "h6":
		if i := b.find("h1", "h2", "h3", "h4", "h5", "h6"); i >= 0 {
			b.closeTo(i)
		}
	}
	if e.kind == block || n == "hr" {
		b.endParagraph()
	}
	if err := b.content(); err != nil {
		return err
	}
	if n == "img" && b.p != nil {
		if done, err := b.remoteImage(attribute(attrs, "src"), attribute(attrs, "alt")); done || err != nil {
			return err
		}
	}
	return b.push(n, attrs)
}

// attribute returns the value of the first attribute of a name, or "".
func attribute(attrs []html.Attribute, name string) string {
	for _, a := range attrs {
		if a.Key == name {
			return a.Val
		}
	}
	return ""
}

// tablePart opens a part of a table, with the parts that must be around it.
func (b *builder) tablePart(n string, attrs []html.Attribute) error {
	table := b.find("table")
	if b.inTable() {
		table = len(b.stack) - 1
		for b.stack[table].name != "table" {
			table--
		}
	} else if table < 0 {
		// In a cell: its own table is behind it.
		for i := len(b.stack) - 1; i >= 0; i-- {
			if b.stack[i].kind == cell {
				for table = i; table >= 0 && b.stack[table].name != "table"; table-- {
				}
				break
			}
		}
	}
	if table < 0 {
		// Outside of any table: what it holds stays, and stays apart.
		b.text(" ")
		return nil
	}
	switch n {
	case "caption", "colgroup", "thead", "tbody", "tfoot":
		if n == "caption" && len(b.stack) > table+1 {
			n, attrs = "td", nil // too late for a caption
			break
		}
		b.closeTo(table + 1)
		return b.push(n, attrs)
	case "col":
		if table+1 < len(b.stack) && b.stack[table+1].name == "colgroup" {
			b.closeTo(table + 2)
			return b.push(n, attrs)
		}
		b.closeTo(table + 1)
		if err := b.push("colgroup", nil); err != nil {
			return err
		}
		return b.push(n, attrs)
	}
	if table+1 >= len(b.stack) || b.stack[table+1].name == "colgroup" || b.stack[table+1].name == "caption" {
		b.closeTo(table + 1)
		if err := b.push("tbody", nil); err != nil {
			return err
		}
	}
	if n == "tr" {
		b.closeTo(table + 2)
		return b.push(n, attrs)
	}
	if table+2 >= len(b.stack) {
		if err := b.push("tr", nil); err != nil {
			return err
		}
	}
	b.closeTo(table + 3)
	return b.push(n, attrs)
}

func (b *builder) end(n string) {
	e, known := elements[n]
	if !known {
		return
	}
	if e.as != "" {
		n = e.as
		e = elements[n]
	}
	if n == "br" { // browsers read </br> so
		_ = b.start("br", nil)
		return
	}
	var i int
	switch {
	case e.kind == cell || e.kind == tabular || n == "table":
		// Out of the cell that the place is in, but not of its table.
		for i = len(b.stack) - 1; i >= 0 && b.stack[i].name != n; i-- {
			if b.stack[i].name == "table" && n != "table" {
				return
			}
		}
	case n[0] == 'h' && len(n) == 2 && n != "hr":
		i = b.find("h1", "h2", "h3", "h4", "h5", "h6")
	default:
		i = b.find(n)
		if i < 0 && (n == "li" || n == "dt" || n == "dd" || n == "figcaption" || n == "summary") {
			i = -1
		}
	}
	if i < 0 {
		return
	}
	if e.kind == inlined {
		for _, o := range b.stack[i+1:] {
			if o.kind != inlined {
				b.stack[i].done = true
				return
			}
		}
	}
	b.closeTo(i)
}

// push writes a start tag and notes what is to be closed.
func (b *builder) push(n string, attrs []html.Attribute) error {
	if len(b.stack) >= maxDepth {
		return article.ErrTooDeep
	}
	e := elements[n]
	tag := n
	if b.p != nil && len(n) == 2 && n[0] == 'h' && n != "hr" {
		h, _ := b.p.enter(int(n[1] - '0'))
		tag = "h" + strconv.Itoa(h)
	}
	start := len(b.out)
	b.out = append(b.out, '<')
	b.out = append(b.out, tag...)
	if !b.attributes(n, e.attrs, attrs) {
		b.out = b.out[:start]
		return nil
	}
	b.out = append(b.out, '>')
	if e.kind == void {
		return nil
	}
	b.stack = append(b.stack, openElement{name: n, kind: e.kind, end: "</" + tag + ">", at: start})
	b.pre = n == "pre"
	return nil
}

// iframe writes the frame of a known provider, made anew from its id, or a link
// to what another frame shows.
func (b *builder) iframe(attrs []html.Attribute) error {
	src, title := attribute(attrs, "src"), attribute(attrs, "title")
	e := &article.Embed{Width: number(attribute(attrs, "width")), Height: number(attribute(attrs, "height"))}
	b.skip, b.depth = "iframe", 1 // what older browsers would show
	known, ok := frameEmbed(src)
	if !ok {
		u, safe := article.SafeMediaURL(src)
		if !safe || !hasScheme(u) || b.anywhere("a") {
			return nil
		}
		if title == "" {
			title = u
		}
		return b.link(u, title)
	}
	e.Provider, e.ID, e.Title = known.Provider, known.ID, title
	if err := b.content(); err != nil {
		return err
	}
	if b.p != nil {
		b.endParagraph()
		b.p.out = b.out
		b.p.embed(e, "embed")
		b.out = b.p.out
		return nil
	}
	b.out = append(b.out, "<iframe"...)
	b.out = appendAttr(b.out, "src", embedFrame(e))
	if title != "" {
		b.out = appendAttr(b.out, "title", title)
	}
	for k, v := range [...]int{e.Width, e.Height} {
		if v > 0 {
			b.out = appendAttr(b.out, [...]string{"width", "height"}[k], strconv.Itoa(v))
		}
	}
	b.out = append(b.out, "></iframe>"...)
	return nil
}

// link writes a link with its words.
func (b *builder) link(u, text string) error {
	if err := b.start("a", []html.Attribute{{Key: "href", Val: u}}); err != nil {
		return err
	}
	b.text(text)
	b.end("a")
	return nil
}

// number returns a size in pixels, or 0.
func number(s string) int {
	n, err := strconv.Atoi(strings.TrimSuffix(strings.TrimSpace(s), "px"))
	if err != nil || n < 0 || n > 20000 {
		return 0
	}
	return n
}

package a11y

import (
	"strings"

	"golang.org/x/net/html"
)

// This file reads as much of CSS as the linter needs: which elements a page's
// own style elements and style attributes hide, and a few declarations that
// hinder readers. It is no layout engine: what it does not understand, it
// passes over, so that the linter stays silent rather than wrong.

type declaration struct {
	name, value string
	important   bool
}

type cssRule struct {
	selectors []selector
	raw       string // of the selectors
	decls     []declaration
}

// A selector is a chain of compounds, the subject last, joined by descendant
// (' ') or child ('>') combinators.
type selector struct {
	parts       []compound
	combinators []byte // between parts
	specificity int
}

type compound struct {
	tag, id string
	classes []string
	attrs   []html.Attribute // Namespace holds the operator: "" present, "=" equal
}

// parseDeclarations parses the content of a style attribute or a block.
func parseDeclarations(s string) []declaration {
	ds := make([]declaration, 0, strings.Count(s, ";")+1)
	for s != "" {
		var one string
		one, s = cutTop(s, ';')
		name, value, ok := strings.Cut(one, ":")
		name = strings.ToLower(strings.TrimSpace(name))
		if !ok || name == "" {
			continue
		}
		value = strings.TrimSpace(value)
		important := false
		if i := strings.LastIndexByte(value, '!'); i >= 0 && strings.EqualFold(strings.TrimSpace(value[i+1:]), "important") {
			important, value = true, strings.TrimSpace(value[:i])
		}
		ds = append(ds, declaration{name, strings.ToLower(value), important})
	}
	return ds
}

// cutTop cuts s at the first sep outside quotes and parentheses.
func cutTop(s string, sep byte) (before, after string) {
	var quote byte
	depth := 0
	for i := range len(s) {
		c := s[i]
		switch {
		case quote != 0:
			if c == quote {
				quote = 0
			}
		case c == '"' || c == '\'':
			quote = c
		case c == '(':
			depth++
		case c == ')' && depth > 0:
			depth--
		case c == sep && depth == 0:
			return s[:i], s[i+1:]
		}
	}
	return s, ""
}

// parseSheet parses a style sheet. Blocks of @layer and of @media for all or
// screen are gone into; those of other at-rules, which hold only at times, are
// left out.
func parseSheet(s string, into []cssRule, depth int) []cssRule {
	if depth == 0 && strings.Contains(s, "/*") {
		s = cssComment.ReplaceAllString(s, "")
	}
	for {
		s = strings.TrimSpace(s)
		if s == "" {
			return into
		}
		if s[0] == '@' {
			semi := strings.IndexByte(s, ';')
			open := strings.IndexByte(s, '{')
			if open < 0 || semi >= 0 && semi < open {
				if semi < 0 {
					return into
				}
				s = s[semi+1:]
				continue
			}
			block, rest := cutBlock(s[open+1:])
			at := strings.TrimSpace(strings.ToLower(s[:open]))
			if (strings.HasPrefix(at, "@layer") || at == "@media all" || at == "@media screen") && depth < 8 {
				into = parseSheet(block, into, depth+1)
			}
			s = rest
			continue
		}
		open := strings.IndexByte(s, '{')
		if open < 0 {
			return into
		}
		block, rest := cutBlock(s[open+1:])
		if i := strings.IndexByte(block, '{'); i >= 0 { // nested rules: only what stands before them
			block = block[:i]
			if j := strings.LastIndexByte(block, ';'); j >= 0 {
				block = block[:j]
			} else {
				block = ""
			}
		}
		r := cssRule{raw: strings.TrimSpace(s[:open]), decls: parseDeclarations(block)}
		for list := s[:open]; list != ""; {
			var one string
			one, list = cutTop(list, ',')
			if sel, ok := parseSelector(one); ok {
				r.selectors = append(r.selectors, sel)
			}
		}
		if len(r.decls) > 0 {
			into = append(into, r)
		}
		s = rest
	}
}

// cutBlock returns the text up to the brace that closes a block, and the rest.
func cutBlock(s string) (block, rest string) {
	depth := 1
	for i := range len(s) {
		switch s[i] {
		case '{':
			depth++
		case '}':
			if depth--; depth == 0 {
				return s[:i], s[i+1:]
			}
		}
	}
	return s, ""
}

// parseSelector parses a selector without pseudo-classes and siblings.
func parseSelector(s string) (selector, bool) {
	var sel selector
	s = strings.TrimSpace(s)
	if s == "" || strings.ContainsAny(s, ":+~\\") {
		return sel, false
	}
	if strings.IndexByte(s, '>') >= 0 {
		s = strings.ReplaceAll(s, ">", " > ")
	}
	child := false
	for f := range strings.FieldsSeq(s) {
		if f == ">" {
			child = true
			continue
		}
		c, spec, ok := parseCompound(f)
		if !ok {
			return sel, false
		}
		if len(sel.parts) > 0 {
			comb := byte(' ')
			if child {
				comb = '>'
			}
			sel.combinators = append(sel.combinators, comb)
		}
		child = false
		sel.parts = append(sel.parts, c)
		sel.specificity += spec
	}
	return sel, len(sel.parts) > 0
}

func parseCompound(s string) (c compound, spec int, ok bool) {
	name := func() string {
		i := strings.IndexAny(s, ".#[")
		if i < 0 {
			i = len(s)
		}
		n := s[:i]
		s = s[i:]
		return n
	}
	c.tag = strings.ToLower(name())
	if c.tag == "*" {
		c.tag = ""
	} else if c.tag != "" {
		spec++
	}
	for s != "" {
		kind := s[0]
		s = s[1:]
		switch kind {
		case '.':
			c.classes = append(c.classes, name())
			spec += 100
		case '#':
			c.id = name()
			spec += 10000
		case '[':
			i := strings.IndexByte(s, ']')
			if i < 0 {
				return c, 0, false
			}
			k, v, eq := strings.Cut(s[:i], "=")
			op := ""
			if eq {
				op = "="
			}
			if strings.HasSuffix(k, "^") || strings.HasSuffix(k, "$") || strings.HasSuffix(k, "*") || strings.HasSuffix(k, "|") {
				return c, 0, false
			}
			c.attrs = append(c.attrs, html.Attribute{Namespace: op, Key: strings.ToLower(strings.TrimSpace(k)), Val: strings.Trim(v, `"' `)})
			s = s[i+1:]
			spec += 100
		}
	}
	return c, spec, true
}

func (c *compound) match(n *html.Node) bool {
	if c.tag != "" && c.tag != n.Data {
		return false
	}
	if c.id != "" && attr(n, "id") != c.id {
		return false
	}
	for _, cl := range c.classes {
		if !hasWord(attr(n, "class"), cl) {
			return false
		}
	}
	for _, a := range c.attrs {
		v, ok := lookup(n, a.Key)
		if !ok || a.Namespace == "=" && v != a.Val {
			return false
		}
	}
	return true
}

// match reports whether the selector matches n, with a bounded number of steps.
func (s *selector) match(n *html.Node) bool {
	i := len(s.parts) - 1
	if !s.parts[i].match(n) {
		return false
	}
	for i > 0 {
		child := s.combinators[i-1] == '>'
		i--
		found := false
		for n = n.Parent; n != nil && n.Type == html.ElementNode; n = n.Parent {
			if s.parts[i].match(n) {
				found = true
				break
			}
			if child {
				break
			}
		}
		if !found {
			return false
		}
	}
	return true
}

// styles answers what a page declares for an element.
type styles struct {
	rules []cssRule
	// index holds, for each property that is asked for, the rules that declare
	// it, by the most telling part of their subject: "#id", ".class", "tag" or
	// "*".
	index map[string]map[string][]styleRef
}

type styleRef struct {
	decl declaration
	sel  *selector
	n    int // position in the sheet
}

// indexed maps what declares a property to the property that is asked for.
var indexed = map[string]string{
	"display": "display", "visibility": "visibility", "color": "color", "background-color": "background-color",
	"background": "background-color", "background-image": "background-image", "font-size": "font-size", "font-weight": "font-weight",
}

func newStyles(sheets []string) *styles {
	s := &styles{index: map[string]map[string][]styleRef{}}
	for _, sheet := range sheets {
		s.rules = parseSheet(sheet, s.rules, 0)
	}
	for i := range s.rules {
		r := &s.rules[i]
		for _, d := range r.decls {
			name, ok := indexed[d.name]
			if !ok {
				continue
			}
			byKey := s.index[name]
			if byKey == nil {
				byKey = map[string][]styleRef{}
				s.index[name] = byKey
			}
			for j := range r.selectors {
				sel := &r.selectors[j]
				key := sel.parts[len(sel.parts)-1].key()
				byKey[key] = append(byKey[key], styleRef{d, sel, i})
			}
		}
	}
	return s
}

// key returns the part of c that tells most.
func (c *compound) key() string {
	switch {
	case c.id != "":
		return "#" + c.id
	case len(c.classes) > 0:
		return "." + c.classes[0]
	case c.tag != "":
		return c.tag
	}
	return "*"
}

// value returns the declared value of a property for n itself, by the cascade of
// style elements and the style attribute.
func (s *styles) value(n *html.Node, name string) (value string, ok bool) {
	best := -1
	try := func(weight int, d declaration) {
		if d.important {
			weight += 1 << 40
		}
		if weight >= best {
			best, value, ok = weight, d.value, true
		}
	}
	if byKey := s.index[name]; byKey != nil {
		look := func(key string) {
			for _, ref := range byKey[key] {
				if ref.sel.match(n) {
					try(ref.sel.specificity<<16+ref.n, ref.decl)
				}
			}
		}
		look("*")
		look(n.Data)
		if id := attr(n, "id"); id != "" {
			look("#" + id)
		}
		if class := attr(n, "class"); class != "" {
			for c := range strings.FieldsSeq(class) {
				look("." + c)
			}
		}
	}
	if st := attr(n, "style"); st != "" {
		for _, d := range parseDeclarations(st) {
			if indexed[d.name] == name {
				try(1<<36, d)
			}
		}
	}
	return value, ok
}

func attr(n *html.Node, key string) string {
	v, _ := lookup(n, key)
	return v
}

func lookup(n *html.Node, key string) (string, bool) {
	for i := range n.Attr {
		if n.Attr[i].Key == key && n.Attr[i].Namespace == "" {
			return n.Attr[i].Val, true
		}
	}
	return "", false
}

// hasWord reports whether the space-separated list holds the word.
func hasWord(list, word string) bool {
	if word == "" {
		return false
	}
	for list != "" {
		i := strings.Index(list, word)
		if i < 0 {
			return false
		}
		end := i + len(word)
		if (i == 0 || isSpace(list[i-1])) && (end == len(list) || isSpace(list[end])) {
			return true
		}
		list = list[end:]
	}
	return false
}

func isSpace(c byte) bool { return c == ' ' || c == '\t' || c == '\n' || c == '\f' || c == '\r' }

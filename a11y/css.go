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
	around      filter // of all parts but the last
}

type compound struct {
	tag, id string
	classes []string
	attrs   []html.Attribute // Namespace holds the operator: "" present, "=" equal
}

// parseDeclarations parses the content of a style attribute or a block. Of a
// block, only the properties that the linter knows are kept.
func parseDeclarations(s string, known bool) []declaration {
	var ds []declaration
	for s != "" {
		var one string
		one, s = cutTop(s, ';')
		name, value, ok := strings.Cut(one, ":")
		name = strings.ToLower(strings.TrimSpace(name))
		if !ok || name == "" || known && !knownProperty(name) {
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

// knownProperty reports whether a rule of the linter, or the style of an element,
// depends on a property.
func knownProperty(name string) bool {
	switch name {
	case "text-align", "line-height", "text-decoration", "text-decoration-line", "height", "overflow", "overflow-y", "box-shadow":
		return true
	}
	_, ok := properties[name]
	return ok || strings.HasPrefix(name, "outline") || strings.HasPrefix(name, "border")
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
	if depth == 0 {
		s = withoutComments(s)
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
		r := cssRule{raw: strings.TrimSpace(s[:open]), decls: parseDeclarations(block, true)}
		if len(r.decls) > 0 {
			for list := s[:open]; list != ""; {
				var one string
				one, list = cutTop(list, ',')
				if sel, ok := parseSelector(one); ok {
					r.selectors = append(r.selectors, sel)
				}
			}
			into = append(into, r)
		}
		s = rest
	}
}

// withoutComments returns a style sheet without its comments.
func withoutComments(s string) string {
	if !strings.Contains(s, "/*") {
		return s
	}
	var b strings.Builder
	for {
		before, comment, ok := strings.Cut(s, "/*")
		b.WriteString(before)
		if !ok {
			return b.String()
		}
		_, s, _ = strings.Cut(comment, "*/")
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
		if k := len(sel.parts); k > 0 {
			sel.around.addCompound(&sel.parts[k-1])
		}
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

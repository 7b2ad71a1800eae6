package a11y

import (
	"strings"

	"golang.org/x/net/html"
)

// A property is one whose value the linter looks up for elements.
type property uint8

const (
	display property = iota
	visibility
	color
	backgroundColor
	backgroundImage
	fontSize
	fontWeight
	propertyCount
)

// properties maps what declares a property to it.
var properties = map[string]property{
	"display": display, "visibility": visibility, "color": color, "background-color": backgroundColor,
	"background": backgroundColor, "background-image": backgroundImage, "font-size": fontSize, "font-weight": fontWeight,
}

// style is what a page declares for an element itself.
type style struct {
	values [propertyCount]string
	set    [propertyCount]bool
	inline inlineStyle
}

// value returns the declared value of a property.
func (s *style) value(p property) (value string, ok bool) {
	if s == nil {
		return "", false
	}
	return s.values[p], s.set[p]
}

// styles are the style elements of a page.
type styles struct {
	rules []cssRule
	// The declarations of the properties, by the most telling part of the
	// subject of their selector.
	byID, byClass, byTag map[string][]styleRef
	any                  []styleRef
	chains               bool // some selector looks at the elements around
	tries                int  // of selectors, so far
}

// A filter holds a bit for each tag, id and class of an element and those
// around it, or each that a selector asks for there, so that nearly all
// selectors that don't match are told at once. Different names may share a bit.
type filter [4]uint64

func (f *filter) add(kind byte, name string) {
	h := uint32(2166136261) ^ uint32(kind)
	for i := range len(name) {
		h = (h ^ uint32(name[i])) * 16777619
	}
	f[h>>6&3] |= 1 << (h & 63)
}

// allows reports whether an element with f around it may match what asks for g.
func (f *filter) allows(g *filter) bool {
	return g[0]&^f[0]|g[1]&^f[1]|g[2]&^f[2]|g[3]&^f[3] == 0
}

func (f *filter) addElement(n *html.Node, has attributes) {
	f.add('<', n.Data)
	if has&hasID != 0 {
		f.add('#', attr(n, "id"))
	}
	if has&hasClass != 0 {
		for c := range strings.FieldsSeq(attr(n, "class")) {
			f.add('.', c)
		}
	}
}

func (f *filter) addCompound(c *compound) {
	if c.tag != "" {
		f.add('<', c.tag)
	}
	if c.id != "" {
		f.add('#', c.id)
	}
	for _, cl := range c.classes {
		f.add('.', cl)
	}
}

type styleRef struct {
	decl     *declaration
	sel      *selector
	property property
	n        int // position in the sheet
}

func newStyles(sheets []*html.Node) *styles {
	s := &styles{}
	for _, n := range sheets {
		s.rules = parseSheet(rawText(n), s.rules, 0)
	}
	for i := range s.rules {
		r := &s.rules[i]
		for k := range r.decls {
			d := &r.decls[k]
			if prop, ok := properties[d.name]; ok {
				for j := range r.selectors {
					s.add(styleRef{d, &r.selectors[j], prop, i})
				}
			}
		}
	}
	return s
}

func (s *styles) add(ref styleRef) {
	s.chains = s.chains || len(ref.sel.parts) > 1
	put := func(m *map[string][]styleRef, key string) {
		if *m == nil {
			*m = map[string][]styleRef{}
		}
		(*m)[key] = append((*m)[key], ref)
	}
	switch c := &ref.sel.parts[len(ref.sel.parts)-1]; {
	case c.id != "":
		put(&s.byID, c.id)
	case len(c.classes) > 0:
		put(&s.byClass, c.classes[0])
	case c.tag != "":
		put(&s.byTag, c.tag)
	default:
		s.any = append(s.any, ref)
	}
}

// maxTries bounds how often selectors are tried on elements in one page. What is
// declared for the elements after that is not known, so little is found there.
const maxTries = 20_000_000

// of returns what is declared for n, by the cascade of style elements and the
// style attribute, or nil if nothing is.
func (s *styles) of(n *html.Node, has attributes, around *filter) *style {
	var st *style
	var weights [propertyCount]int64
	try := func(prop property, weight int64, d *declaration) {
		if d.important {
			weight += 1 << 40
		}
		if st == nil {
			st = &style{}
		}
		if !st.set[prop] || weight >= weights[prop] {
			st.set[prop], st.values[prop], weights[prop] = true, d.value, weight
		}
	}
	look := func(refs []styleRef) {
		if s.tries += len(refs); s.tries > maxTries {
			return
		}
		for i := range refs {
			if ref := &refs[i]; around.allows(&ref.sel.around) && ref.sel.match(n) {
				try(ref.property, int64(ref.sel.specificity)<<16+int64(ref.n), ref.decl)
			}
		}
	}
	look(s.any)
	if s.byTag != nil {
		look(s.byTag[n.Data])
	}
	if s.byID != nil && has&hasID != 0 {
		look(s.byID[attr(n, "id")])
	}
	if s.byClass != nil && has&hasClass != 0 {
		for c := range strings.FieldsSeq(attr(n, "class")) {
			look(s.byClass[c])
		}
	}
	if has&hasStyle != 0 {
		if st == nil {
			st = &style{}
		}
		st.inline = parseDeclarations(attr(n, "style"), false)
		for i := range st.inline {
			if prop, ok := properties[st.inline[i].name]; ok {
				try(prop, 1<<36, &st.inline[i])
			}
		}
	}
	return st
}

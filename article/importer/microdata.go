package importer

import (
	"strings"

	"golang.org/x/net/html"

	"github.com/toasoan/toasoan/article"
)

// A microdata gathers what the elements of a page say of the article by their
// itemprop attribute (schema.org in HTML's microdata), and the lead and the time
// that pages mark by a class or a time element.
type microdata struct {
	meta  map[string][]string // to which it is added, beside the meta elements
	scope string              // the author or publisher whose name comes
	key   string              // of the element whose text is being gathered, or ""
	name  string              // of that element
	depth int                 // of elements of that name inside
	title bool                // the h1 has come; no lead is before it
	text  strings.Builder
}

func (m *microdata) add(key, v string) {
	if v = cleanValue(v); v != "" && len(v) <= article.MaxField && len(m.meta[key]) < 32 {
		m.meta[key] = append(m.meta[key], v)
	}
}

// start takes a start tag, whose attributes s has read.
func (m *microdata) start(name string, t tag, s *scanner) {
	m.title = m.title || name == "h1"
	if m.key != "" {
		if name == m.name {
			m.depth++
		}
		return
	}
	key := strings.ToLower(s.attr("itemprop"))
	class := s.attr("class")
	switch {
	case key == "description" && classFlags(class)&fLead != 0, key == "" && (name == "p" || name == "div" || name == "h2") && classFlags(class)&fLead != 0:
		key = "lead"
	case key == "" && name == "time" && (s.hasAttr("pubdate") || strings.Contains(class, "published") || strings.Contains(class, "entry-date")):
		key = "time"
	}
	switch key {
	case "author", "publisher":
		m.scope = key
		if s.hasAttr("itemscope") {
			return
		}
	case "name":
		if key = m.scope; key == "" {
			return
		}
	case "lead":
		if !m.title {
			return
		}
	case "headline", "datepublished", "datemodified", "description", "image", "articlesection", "time":
		m.scope = ""
	default:
		return
	}
	if key == "publisher" {
		key = "publisher-name"
	}
	v := s.attr("content")
	for _, k := range []string{"datetime", "src", "href"} {
		if v == "" && (k != "href" || key == "image") {
			v = s.attr(k)
		}
	}
	switch {
	case v != "" && name == "meta": // taken already
		if key != strings.ToLower(s.attr("itemprop")) {
			m.add(key, v)
		}
	case v != "":
		m.add(key, v)
	case natures[t]&isVoid == 0 && !s.lex.self:
		m.key, m.name, m.depth = key, name, 0
		m.text.Reset()
	}
}

// characters takes text, and end an end tag.
func (m *microdata) characters(text string) {
	if m.key != "" && m.text.Len() < article.MaxField {
		m.text.WriteString(html.UnescapeString(text))
	}
}

func (m *microdata) end(name string) {
	switch {
	case m.key == "" || name != m.name:
	case m.depth > 0:
		m.depth--
	default:
		m.add(m.key, m.text.String())
		m.key = ""
	}
}

package importer

import (
	"slices"
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
	stamp bool                // in the place that begins the lead

	passed int  // letters since the h1, or before it since the time above it
	link   bool // in a link
	text   strings.Builder
	links  strings.Builder // of it what is in links
}

// nearTitle is the number of letters that may stand between the heading of a page
// and the time that is the article's.
const nearTitle = 1000

func (m *microdata) add(key, v string) {
	if v = cleanValue(v); v != "" && len(v) <= article.MaxField && len(m.meta[key]) < 32 {
		m.meta[key] = append(m.meta[key], v)
	}
}

// start takes a start tag, whose attributes s has read.
func (m *microdata) start(name string, t tag, s *scanner, tree *pageTree) {
	class := partNames(s)
	if !m.title && (name == "h1" || isTitleClass(class)) {
		m.title = true
		if m.passed > nearTitle {
			delete(m.meta, "shown-time-above")
		}
		m.passed = 0
	}
	if m.key == "shown-author" && s.hasAttr("itemprop") {
		m.key = "" // which says it better
	}
	if m.key != "" {
		if name == m.name {
			m.depth++
		}
		m.part()
		m.link = m.link || name == "a" || s.attr("itemprop") == "name"
		m.stamp = m.stamp || m.key == "lead" && name == "span" && classFlags(class)&fStamp != 0
		return
	}
	key := strings.ToLower(s.attr("itemprop"))
	switch {
	case key == "description" && classFlags(class)&fLead != 0, key == "" && (name == "p" || name == "div" || name == "h2") && (classFlags(class)&fLead != 0 || name == "p" && class == "description"):
		key = "lead"
	case key == "" && class != "" && slices.Contains(lineElements, name):
		switch {
		case isTimeClass(class) && !tree.isAround() && len(m.meta["shown-time"]) == 0 && m.passed <= nearTitle:
			if key = "shown-time"; !m.title {
				delete(m.meta, "shown-time-above")
				key, m.passed = "shown-time-above", 0
			}
		case m.title && m.scope != "author" && len(m.meta["shown-author"]) == 0 && isAuthorClass(class):
			key = "shown-author"
		}
	}
	if v := s.attr("datetime"); v != "" && name == "time" && s.attr("itemprop") == "" && !tree.isAround() {
		switch {
		case strings.Contains(class, "updated") && !strings.Contains(class, "published"), strings.Contains(class, "modified"):
			m.add("time-modified", v)
		case s.hasAttr("pubdate"), strings.Contains(class, "published"), strings.Contains(class, "entry-date"):
			m.add("time", v)
		case m.title && m.passed <= nearTitle:
			m.add("time-near", v)
		}
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
	case "description":
		if name == "figcaption" {
			return // of a picture
		}
		m.scope = ""
	case "shown-time", "shown-time-above", "shown-author":
		m.scope = ""
		m.gather(key, name)
		return
	case "headline", "datepublished", "datemodified", "image", "articlesection":
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
		m.gather(key, name)
	}
}

// gather begins to gather the text of an element of this name.
func (m *microdata) gather(key, name string) {
	m.key, m.name, m.depth, m.link = key, name, 0, name == "a"
	m.text.Reset()
	m.links.Reset()
}

// part parts the names of an author element, each of which may have one of its own.
func (m *microdata) part() {
	if m.key == "author" || m.key == "shown-author" {
		m.text.WriteByte('\n')
		m.links.WriteByte('\n')
	}
}

// isAuthorClass reports whether a class is that of the line that names the authors.
func isAuthorClass(class string) bool {
	if classFlags(class)&fAuthor != 0 {
		return true
	}
	found := false
	for c := range strings.FieldsSeq(class) {
		for w := range wordsOfName(c) {
			switch w {
			case "author", "authors", "byline":
				found = true
			case "bio", "avatar", "image", "img", "photo", "social", "desc", "description", "follow", "icon", "date", "time":
				return false
			}
		}
	}
	return found
}

// partNames returns the classes of an element, and what else pages call their parts
// by.
func partNames(s *scanner) string {
	class := s.attr("class")
	for _, k := range []string{"data-role", "data-slot"} {
		if v := s.attr(k); v != "" {
			class += " " + v
		}
	}
	return class
}

// lineElements are the elements that hold who wrote an article and when.
var lineElements = []string{"span", "div", "p", "time", "a", "address", "strong"}

// isTitleClass reports whether a class is that of the title of an article, in a page
// that has no h1.
func isTitleClass(class string) bool {
	for c := range strings.FieldsSeq(class) {
		switch c {
		case "title-detail", "detail-title", "title_detail", "detail_title", "article-title", "entry-title", "post-title", "news-title", "title-news", "tieude", "p-name":
			return true
		}
	}
	return false
}

// isTimeClass reports whether a class is that of the time that a page shows.
func isTimeClass(class string) bool {
	for c := range strings.FieldsSeq(class) {
		switch c {
		case "time", "date", "ngay", "post-time", "author-time", "datetime", "pdate", "publish-date", "post-date", "entry-date", "article-date", "detail-time", "time-detail", "date-time", "ngaydang", "published":
			return true
		}
	}
	return false
}

// characters takes text, and end an end tag.
func (m *microdata) characters(text string) {
	m.passed += letterCount(text)
	if m.stamp {
		m.add("stamp", html.UnescapeString(text))
		m.stamp = false
		return
	}
	if m.key != "" && m.text.Len() < article.MaxField {
		text = html.UnescapeString(text)
		m.text.WriteString(text)
		if m.link {
			m.links.WriteString(text)
		}
	}
}

func (m *microdata) end(name string) {
	m.stamp = m.stamp && name != "span"
	if m.key == "" {
		return
	}
	m.part()
	m.link = m.link && name != "a" && name != "span"
	switch {
	case name != m.name:
	case m.depth > 0:
		m.depth--
	case m.key == "author" || m.key == "shown-author":
		m.addAuthors()
		m.key = ""
	default:
		m.add(m.key, m.text.String())
		m.key = ""
	}
}

// addAuthors adds the names in an author element: its links, if it has any, or else
// its first line and those that have a label, such as "Ảnh: Văn A".
func (m *microdata) addAuthors() {
	t, links := m.text.String(), m.links.String()
	found := false
	if hasLetter(links) {
		t = links
	}
	for l := range strings.SplitSeq(t, "\n") {
		if !hasLetter(l) || found && !hasLetter(links) && !strings.Contains(l, ":") {
			continue
		}
		found = true
		m.add(m.key, l)
	}
}

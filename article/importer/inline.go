package importer

import (
	"cmp"
	"net/url"
	"strings"

	"github.com/toasoan/toasoan/article"
)

// anchor remembers an id that links may lead to.
func (s *scanner) anchor(t tag, e *element) {
	id := e.id
	if id == "" && t == tagA {
		id = e.name
	}
	if id == "" || len(id) > 128 || strings.ContainsAny(id, " \t\n\f\r\"'<>&") {
		return
	}
	if len(s.pending) > 64 {
		s.pending = s.pending[:0]
	}
	weak := t != tagA && t != tagSpan && (t < tagH1 || t > tagH6)
	s.pending = append(s.pending, anchor{cleanValue(id), weak})
	s.anchors = true
}

// spanAttrs takes what an element says of the text inside beside its marks: where
// it links to, its language and direction, its long form.
func (s *scanner) spanAttrs(t tag, e *element) {
	if t != tagA && e.lang == "" && e.dir == "" && e.title == "" {
		return
	}
	var lang, dir, expansion string
	link := int32(-1)
	old := &s.attrs[s.cur.attr]
	lang, dir, expansion = old.lang, old.dir, old.expansion
	if e.lang != "" && len(e.lang) <= 35 {
		lang = s.langTag(e.lang)
	}
	if e.dir != "" {
		rtl := isRightToLeft(cmp.Or(lang, s.o.Lang)) // what need not be said
		switch {
		case foldedIs(e.dir, "rtl") && !rtl:
			dir = "rtl"
		case foldedIs(e.dir, "auto"):
			dir = "auto"
		case foldedIs(e.dir, "ltr") && rtl:
			dir = "ltr"
		default:
			dir = ""
		}
	}
	switch t {
	case tagAbbr, tagSpan, tagSup, tagSub, tagEm, tagB, tagCite, tagQ, tagOther:
		// Titles of other elements than abbr explain too.
		if e.title != "" && len(e.title) <= 300 {
			expansion = cleanValue(e.title)
		}
	case tagA:
		link = s.link(e)
	}
	if lang != old.lang && dir == "rtl" && isRightToLeft(cmp.Or(lang, s.o.Lang)) {
		dir = "" // which the language says
	}
	if link < 0 && lang == old.lang && dir == old.dir && expansion == old.expansion {
		return
	}
	a := *old
	a.lang, a.dir, a.expansion = lang, dir, expansion
	if link >= 0 {
		a.link = link
	}
	if a == (spanAttr{}) {
		s.cur.attr = 0
		return
	}
	s.attrs = append(room(s.attrs), a)
	s.cur.attr = int32(len(s.attrs) - 1)
}

// link keeps where an element leads and returns its number, from 1, or -1.
func (s *scanner) link(e *element) int32 {
	if strings.TrimSpace(e.href) == "" {
		return -1
	}
	u, ok := s.url(e.href, false)
	if !ok {
		s.note("unsafe-url", s.cur.path, clip(cleanValue(e.href)))
		return -1
	}
	if u[0] == '#' {
		s.anchors, s.linked = true, true
		if plain, err := url.PathUnescape(u); err == nil { // escaped or not, it is one id
			if plain, ok := article.SafeURL(plain); ok {
				u = plain
			}
		}
	}
	if s.inside(tagPre) && s.last[tagPre] >= s.barrier {
		s.note("dropped-link", s.cur.path, u)
		return -1
	}
	s.links = append(room(s.links), article.Link{
		URL: u, Title: s.attrString("title"), Lang: s.langTag(e.hreflang), Rel: relOf(e.rel),
	})
	if t := mediaTypeOf(s.attr("type")); t != "" && s.cur.flags&fFile != 0 {
		if s.fileTypes == nil {
			s.fileTypes = make(map[int32]string)
		}
		s.fileTypes[int32(len(s.links))] = t
	}
	return int32(len(s.links))
}

var relTypes = []string{"nofollow", "sponsored", "ugc"}

// relOf returns the link types that search engines know.
func relOf(b string) (rel []string) {
	if len(b) == 0 {
		return nil
	}
	for i, r := range relTypes {
		if foldContains(b, r) {
			if rel == nil {
				rel = relTypes[i : i+1 : i+1]
			} else {
				rel = append(rel, r)
			}
		}
	}
	return rel
}

// langTag returns a language tag, or "" for that of the article and for what is
// no tag.
func (s *scanner) langTag(b string) string {
	b = strings.TrimSpace(b)
	if len(b) < 2 || len(b) > 35 {
		return ""
	}
	for i := range len(b) {
		switch c := b[i]; {
		case c|0x20 >= 'a' && c|0x20 <= 'z', '0' <= c && c <= '9' && i > 0, c == '-' && i > 1 && i < len(b)-1:
		default:
			return ""
		}
	}
	own := s.o.lang()
	p := 0
	for p < len(b) && b[p] != '-' {
		p++
	}
	if p < 2 || p > 8 || foldedIs(b[:p], own) || foldedIs(b, "x-none") {
		return ""
	}
	l := canonicalLang(b)
	if l != s.goodLang {
		if !s.validLang(l) {
			s.note("bad-lang", s.cur.path, l)
			return ""
		}
		s.goodLang = l
	}
	return l
}

// validLang reports whether the model takes a language tag. To see it costs as much as
// a dozen nodes, so the first tags are remembered, and the others counted.
func (s *scanner) validLang(l string) bool {
	const most = 64
	valid, known := s.langs[l]
	if !known {
		if s.langs == nil {
			s.langs, s.probe = make(map[string]bool), &article.Article{Headline: "x"}
		}
		s.probe.Lang = l
		valid = s.probe.Validate() == nil
		s.judged++
		if len(s.langs) < most {
			s.langs[l] = valid
		}
	}
	return valid
}

// validLang is the method of that name for a tag of its own.
func validLang(l string) bool {
	a := article.Article{Headline: "x", Lang: l}
	return a.Validate() == nil
}

// canonicalLang writes a tag as BCP 47 does: languages small, regions in capitals,
// scripts with one capital.
func canonicalLang(t string) string {
	sub := strings.Split(strings.ToLower(t), "-")
	for i, s := range sub[1:] {
		switch len(s) {
		case 2:
			sub[i+1] = strings.ToUpper(s)
		case 4:
			sub[i+1] = strings.ToUpper(s[:1]) + s[1:]
		}
	}
	if u := strings.Join(sub, "-"); u != t {
		return u
	}
	return t
}

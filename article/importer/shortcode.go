package importer

import (
	"html"
	"regexp"
	"strings"
)

// WordPress keeps pictures with captions, films and addresses to be embedded in
// shortcodes, which its pages expand: [caption]<img> Chú thích[/caption].

var shortcode = regexp.MustCompile(`\[(/?)(caption|wp_caption|embed|gallery|video|audio|playlist)((?:\s[^\[\]]*)?)\]`)

// maxShortcodes bounds those that are expanded. The rest stay as they are.
const maxShortcodes = 200

var shortcodeAttr = regexp.MustCompile(`(\w+)\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"']+))`)

// expandShortcodes returns markup with its shortcodes written as HTML, and notes
// each of them.
func (s *scanner) expandShortcodes(src string) string {
	if !mayHaveShortcode(src) || !shortcode.MatchString(src) {
		return src
	}
	var w strings.Builder
	w.Grow(len(src) + len(src)/2)
	open := "" // the code whose end has not come
	for l := (lexer{src: src}); ; {
		switch l.next() {
		case endOfInput:
			w.WriteString(src[l.start:])
			return w.String()
		case textToken:
			if !l.literal {
				open = s.expandIn(&w, l.text, open)
				continue
			}
		}
		w.WriteString(src[l.start:l.pos])
	}
}

// mayHaveShortcode reports whether a bracket stands before what may name a shortcode.
// It is quick.
func mayHaveShortcode(src string) bool {
	for {
		i := strings.IndexByte(src, '[')
		if i < 0 {
			return false
		}
		src = strings.TrimPrefix(src[i+1:], "/")
		if src != "" && strings.IndexByte("cwegvap", src[0]) >= 0 {
			return true
		}
	}
}

// expandIn expands the shortcodes of one piece of text. Open is the code that it
// begins in, and what it returns the one that it ends in.
func (s *scanner) expandIn(w *strings.Builder, text, open string) string {
	if s.shortcodes >= maxShortcodes {
		w.WriteString(text)
		return open
	}
	at := 0
	for _, m := range shortcode.FindAllStringSubmatchIndex(text, maxShortcodes) {
		if s.shortcodes++; s.shortcodes > maxShortcodes {
			break // who wants more of them is no editor
		}
		w.WriteString(text[at:m[0]])
		at = m[1]
		end, name := m[2] < m[3], text[m[4]:m[5]]
		s.note("shortcode", 0, cleanValue(unescaped(text[m[0]:m[1]])))
		switch {
		case end && (name == "caption" || name == "wp_caption"):
			if open == name {
				w.WriteString("</figure>")
				open = ""
			}
		case end && name == "embed":
			if open == name {
				w.WriteString("</p>")
				open = ""
			}
		case end, open != "":
		case name == "caption" || name == "wp_caption":
			w.WriteString(`<figure class="wp-caption">`)
			open = name
			if c := shortcodeValue(text[m[6]:m[7]], "caption"); c != "" {
				w.WriteString("<figcaption>" + c + "</figcaption>")
			}
		case name == "embed":
			w.WriteString("<p>")
			open = name
		case name == "video" || name == "audio":
			w.WriteString("<" + name)
			if p := shortcodeValue(text[m[6]:m[7]], "poster"); p != "" {
				w.WriteString(` poster="` + html.EscapeString(p) + `"`)
			}
			w.WriteString(">")
			for _, k := range []string{"src", "mp4", "m4v", "webm", "ogv", "mp3", "m4a", "ogg", "wav"} {
				if u := shortcodeValue(text[m[6]:m[7]], k); u != "" {
					w.WriteString(`<source src="` + html.EscapeString(html.UnescapeString(u)) + `">`)
				}
			}
			w.WriteString("</" + name + ">")
		}
	}
	w.WriteString(text[at:])
	return open
}

// shortcodeValue returns an attribute of a shortcode, as in the source, or "".
func shortcodeValue(attrs, name string) string {
	for _, m := range shortcodeAttr.FindAllStringSubmatch(attrs, maxAttrs) {
		if m[1] == name {
			return m[2] + m[3] + m[4]
		}
	}
	return ""
}

package importer

import (
	"bytes"

	"github.com/toasoan/toasoan/article"
)

// An attr is an attribute of the tag at hand. Its bytes live until the next
// token.
type attr struct{ key, val []byte }

// maxAttrs bounds the attributes of one element.
const maxAttrs = 64

// readAttrs reads the attributes of the start tag that z stands at into s.at.
// The tokenizer's own TagAttr allocates for every name and value, so it is asked
// only where a value has to be unescaped.
func (s *scanner) readAttrs(raw []byte, nameLen int) error {
	s.at = s.at[:0]
	if len(raw) <= nameLen+2 {
		return nil
	}
	for _, c := range raw[nameLen:] {
		if c == '&' || c == '\r' || c == 0 {
			return s.readAttrsSlow()
		}
	}
	b := raw[1+nameLen:]
	for {
		b = bytes.TrimLeft(b, " \n\t\f/")
		if len(b) == 0 || b[0] == '>' {
			return nil
		}
		i := 0
		for i < len(b) {
			c := b[i]
			if c == '=' && i > 0 || c == ' ' || c == '\n' || c == '\t' || c == '\f' || c == '/' || c == '>' {
				break
			}
			i++
		}
		key := b[:i]
		b = bytes.TrimLeft(b[i:], " \n\t\f")
		var val []byte
		if len(b) > 0 && b[0] == '=' {
			b = bytes.TrimLeft(b[1:], " \n\t\f")
			switch {
			case len(b) == 0 || b[0] == '>':
			case b[0] == '"' || b[0] == '\'':
				j := bytes.IndexByte(b[1:], b[0])
				if j < 0 {
					val, b = b[1:], nil
				} else {
					val, b = b[1:1+j], b[2+j:]
				}
			default:
				j := 0
				for j < len(b) && b[j] != ' ' && b[j] != '\n' && b[j] != '\t' && b[j] != '\f' && b[j] != '>' {
					j++
				}
				val, b = b[:j], b[j:]
			}
		}
		lowerASCII(key)
		if !s.hasAttr(key) {
			if len(s.at) == maxAttrs {
				return s.tooComplex("attributes")
			}
			s.at = append(s.at, attr{key, val})
		}
	}
}

func (s *scanner) readAttrsSlow() error {
	for more := true; more; {
		var a attr
		a.key, a.val, more = s.z.TagAttr()
		if len(a.key) == 0 {
			break
		}
		if len(s.at) == maxAttrs {
			return s.tooComplex("attributes")
		}
		s.at = append(s.at, a)
	}
	return nil
}

func (s *scanner) hasAttr(key []byte) bool {
	for i := range s.at {
		if bytes.Equal(s.at[i].key, key) {
			return true
		}
	}
	return false
}

// attr returns the value of the attribute named key, or nil. A present but empty
// value is not nil.
func (s *scanner) attr(key string) []byte {
	for i := range s.at {
		if string(s.at[i].key) == key {
			if s.at[i].val == nil {
				return []byte{}
			}
			return s.at[i].val
		}
	}
	return nil
}

// attrString returns a clean copy of an attribute's text.
func (s *scanner) attrString(key string) string { return s.keepClean(s.attr(key)) }

// attrInt returns the attribute as a number of pixels, or zero.
func (s *scanner) attrInt(key string) int { return pixels(s.attr(key)) }

// pixels reads "640" or "640px". Percentages and the like are zero.
func pixels(b []byte) int {
	b = bytes.TrimSpace(b)
	n, i := 0, 0
	for i < len(b) && '0' <= b[i] && b[i] <= '9' {
		n = n*10 + int(b[i]-'0')
		if n > 1<<20 {
			return 0
		}
		i++
	}
	if rest := bytes.TrimSpace(b[i:]); i > 0 && len(rest) > 0 && !foldEqual(rest, "px") {
		if rest[0] != '.' {
			return 0
		}
	}
	return n
}

func lowerASCII(b []byte) {
	for i, c := range b {
		if 'A' <= c && c <= 'Z' {
			b[i] = c + 'a' - 'A'
		}
	}
}

// foldEqual reports whether b is the lower-case ASCII string s in any case.
func foldEqual(b []byte, s string) bool {
	if len(b) != len(s) {
		return false
	}
	for i, c := range b {
		if 'A' <= c && c <= 'Z' {
			c += 'a' - 'A'
		}
		if c != s[i] {
			return false
		}
	}
	return true
}

// A style is what the declarations of a style attribute mean to the text.
type style struct {
	marks, unmark article.Marks
	center, right bool
	hidden        bool
	wordList      int  // level of a list that Word faked, or 0
	wordIgnore    bool // the marker of such a list
	width, height int
}

// parseStyle reads the few declarations that carry meaning.
func parseStyle(b []byte) (st style) {
	for len(b) > 0 {
		var d []byte
		if i := bytes.IndexByte(b, ';'); i >= 0 {
			d, b = b[:i], b[i+1:]
		} else {
			d, b = b, nil
		}
		i := bytes.IndexByte(d, ':')
		if i < 0 {
			continue
		}
		k, v := bytes.TrimSpace(d[:i]), bytes.TrimSpace(d[i+1:])
		if len(k) == 0 || len(v) == 0 {
			continue
		}
		switch k[0] | 0x20 {
		case 't':
			if foldEqual(k, "text-align") {
				st.center = foldEqual(v, "center") || foldEqual(v, "-webkit-center")
				st.right = foldEqual(v, "right") || foldEqual(v, "end")
			} else if foldEqual(k, "text-decoration") || foldEqual(k, "text-decoration-line") {
				if foldContains(v, "line-through") {
					st.marks |= article.Deleted
				}
				if foldContains(v, "underline") {
					st.marks |= article.Underline
				}
			}
		case 'f':
			if foldEqual(k, "font-weight") {
				if foldEqual(v, "bold") || foldEqual(v, "bolder") || len(v) == 3 && v[0] >= '6' && v[0] <= '9' {
					st.marks |= article.Strong
				} else if foldEqual(v, "normal") || foldEqual(v, "400") {
					st.unmark |= article.Strong
				}
			} else if foldEqual(k, "font-style") {
				if foldEqual(v, "italic") || foldEqual(v, "oblique") {
					st.marks |= article.Emphasis
				} else if foldEqual(v, "normal") {
					st.unmark |= article.Emphasis
				}
			}
		case 'd':
			if foldEqual(k, "display") && foldContains(v, "none") {
				st.hidden = true
			}
		case 'v':
			if foldEqual(k, "visibility") && foldEqual(v, "hidden") {
				st.hidden = true
			} else if foldEqual(k, "vertical-align") {
				if foldEqual(v, "super") {
					st.marks |= article.Superscript
				} else if foldEqual(v, "sub") {
					st.marks |= article.Subscript
				}
			}
		case 'm':
			if foldEqual(k, "mso-hide") && foldEqual(v, "all") {
				st.hidden = true
			} else if foldEqual(k, "mso-list") {
				if foldContains(v, "ignore") {
					st.wordIgnore = true
				} else if i := bytes.Index(v, []byte("level")); i >= 0 && i+5 < len(v) {
					st.wordList = min(9, max(1, int(v[i+5])-'0'))
				}
			}
		case 'w':
			if foldEqual(k, "width") {
				st.width = stylePixels(v)
			}
		case 'h':
			if foldEqual(k, "height") {
				st.height = stylePixels(v)
			}
		}
	}
	return st
}

// stylePixels is like pixels, but a length without a unit is none.
func stylePixels(v []byte) int {
	if !foldContains(v, "px") {
		return 0
	}
	return pixels(v)
}

// foldContains reports whether b contains the lower-case ASCII string s in any
// case.
func foldContains(b []byte, s string) bool {
	for i := 0; i+len(s) <= len(b); i++ {
		if foldEqual(b[i:i+len(s)], s) {
			return true
		}
	}
	return false
}

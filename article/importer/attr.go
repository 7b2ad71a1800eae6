package importer

import (
	"strings"

	"github.com/toasoan/toasoan/article"
)

// hasAttr reports whether the tag has the attribute named key.
func (s *scanner) hasAttr(key string) bool {
	for i := range s.lex.at {
		if s.lex.at[i].key == key {
			return true
		}
	}
	return false
}

// attr returns the value of the attribute named key, or "".
func (s *scanner) attr(key string) string {
	for i := range s.lex.at {
		if s.lex.at[i].key == key {
			return s.lex.at[i].val
		}
	}
	return ""
}

// attrString returns an attribute as text, if it is no longer than a field of the
// model may be.
func (s *scanner) attrString(key string) string {
	v := cleanValue(s.attr(key))
	if len(v) > article.MaxField {
		s.note("too-long", s.cur.path, v)
		return ""
	}
	return v
}

// attrInt returns the attribute as a number of pixels, or zero.
func (s *scanner) attrInt(key string) int { return pixels(s.attr(key)) }

// pixels reads "640" or "640px". Percentages and the like are zero.
func pixels(b string) int {
	b = strings.TrimSpace(b)
	n, i := 0, 0
	for i < len(b) && '0' <= b[i] && b[i] <= '9' {
		n = n*10 + int(b[i]-'0')
		if n > 1<<20 {
			return 0
		}
		i++
	}
	if rest := strings.TrimSpace(b[i:]); i > 0 && len(rest) > 0 && !foldedIs(rest, "px") {
		if rest[0] != '.' {
			return 0
		}
	}
	return n
}

// A style is what the declarations of a style attribute mean to the text.
type style struct {
	marks, unmark article.Marks
	center, right bool
	hidden        bool
	tiny          bool // letters have no size
	wordList      int  // level of a list that Word faked, or 0
	wordIgnore    bool // the marker of such a list
	width, height int
	away          uint8 // what takes text off the screen
}

// The declarations that together take text off the screen.
const (
	awayPlaced = 1 << iota // position: absolute
	awayFar                // left: -9999px
	awayFlat               // height: 0
	awayCut                // overflow: hidden
	awayOpen               // padding: that of films, whose height it is
)

// parseStyle reads the few declarations that carry meaning.
func parseStyle(b string) (st style) {
	for len(b) > 0 {
		d := b
		if i := strings.IndexByte(b, ';'); i >= 0 {
			d, b = b[:i], b[i+1:]
		} else {
			b = ""
		}
		i := strings.IndexByte(d, ':')
		if i < 0 {
			continue
		}
		k, v := strings.TrimSpace(d[:i]), strings.TrimSpace(d[i+1:])
		if len(k) == 0 || len(v) == 0 {
			continue
		}
		switch k[0] | 0x20 {
		case 'p':
			if foldedIs(k, "position") && (foldedIs(v, "absolute") || foldedIs(v, "fixed")) {
				st.away |= awayPlaced
			} else if foldContains(k, "padding") {
				st.away |= awayOpen
			}
		case 'l':
			if foldedIs(k, "left") && farAway(v) {
				st.away |= awayFar
			}
		case 'o':
			if foldedIs(k, "overflow") && foldedIs(v, "hidden") {
				st.away |= awayCut
			}
		case 'c':
			if foldedIs(k, "clip") && foldContains(v, "rect(0") && strings.Trim(v, "recto(px0, 1)") == "" {
				st.hidden = true
			}
		case 't':
			if foldedIs(k, "text-indent") && farAway(v) {
				st.hidden = true
			} else if foldedIs(k, "top") && farAway(v) {
				st.away |= awayFar
			} else if foldedIs(k, "text-align") {
				st.center = foldedIs(v, "center") || foldedIs(v, "-webkit-center")
				st.right = foldedIs(v, "right") || foldedIs(v, "end")
			} else if foldedIs(k, "text-decoration") || foldedIs(k, "text-decoration-line") {
				if foldContains(v, "line-through") {
					st.marks |= article.Deleted
				}
				if foldContains(v, "underline") {
					st.marks |= article.Underline
				}
			}
		case 'f':
			if foldedIs(k, "font-weight") {
				if foldedIs(v, "bold") || foldedIs(v, "bolder") || len(v) == 3 && v[0] >= '6' && v[0] <= '9' {
					st.marks |= article.Strong
				} else if foldedIs(v, "normal") || foldedIs(v, "400") {
					st.unmark |= article.Strong
				}
			} else if foldedIs(k, "font-size") {
				st.tiny = v[0] == '0' && strings.Trim(v, "0.pxemtr% !ian") == ""
			} else if foldedIs(k, "font-style") {
				if foldedIs(v, "italic") || foldedIs(v, "oblique") {
					st.marks |= article.Emphasis
				} else if foldedIs(v, "normal") {
					st.unmark |= article.Emphasis
				}
			}
		case 'd':
			if foldedIs(k, "display") && foldContains(v, "none") {
				st.hidden = true
			}
		case 'v':
			if foldedIs(k, "visibility") && foldedIs(v, "hidden") {
				st.hidden = true
			} else if foldedIs(k, "vertical-align") {
				if foldedIs(v, "super") {
					st.marks |= article.Superscript
				} else if foldedIs(v, "sub") {
					st.marks |= article.Subscript
				}
			}
		case 'm':
			if foldedIs(k, "mso-hide") && foldedIs(v, "all") {
				st.hidden = true
			} else if foldedIs(k, "mso-list") {
				if foldContains(v, "ignore") {
					st.wordIgnore = true
				} else if i := strings.Index(v, "level"); i >= 0 && i+5 < len(v) {
					st.wordList = min(9, max(1, int(v[i+5])-'0'))
				}
			}
		case 'w':
			if foldedIs(k, "width") {
				st.width = stylePixels(v)
			}
		case 'h':
			if foldedIs(k, "height") {
				st.height = stylePixels(v)
				if v = strings.TrimRight(v, "px "); v == "0" || v == "1" {
					st.away |= awayFlat
				}
			}
		}
	}
	st.hidden = st.hidden || st.away&(awayPlaced|awayFar) == awayPlaced|awayFar || st.away&(awayFlat|awayCut|awayOpen) == awayFlat|awayCut
	return st
}

// farAway reports whether a length is so far below zero that nobody sees what it moves.
func farAway(v string) bool {
	if len(v) < 5 || v[0] != '-' {
		return false
	}
	n := pixels(strings.TrimRight(v[1:], "pxemrtvwh% "))
	return n >= 900 || n >= 90 && !foldContains(v, "px") && !foldContains(v, "pt")
}

// stylePixels is like pixels, but a length without a unit is none.
func stylePixels(v string) int {
	if !foldContains(v, "px") {
		return 0
	}
	return pixels(v)
}

// foldContains reports whether b contains the lower-case ASCII string s in any
// case.
func foldContains(b string, s string) bool {
	for i := 0; i+len(s) <= len(b); i++ {
		if foldedIs(b[i:i+len(s)], s) {
			return true
		}
	}
	return false
}

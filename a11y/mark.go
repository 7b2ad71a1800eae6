package a11y

import (
	"bytes"
	"strconv"
	"strings"

	"golang.org/x/net/html"
)

// posAttr is an attribute that carries the offset of a start tag through the
// parser. No page can have it: the tokenizer ends a name at the sign.
const posAttr = "\x7f"

// mark returns src with the offset of each start tag put into it, the number of
// those tags, and whether the markup has an html, head, body or title element or a doctype of its own.
// It finds the tags where the tokenizer of x/net/html finds them, but does not
// read what is in them.
func mark(src []byte) (marked []byte, tags int, whole bool) {
	out := make([]byte, 0, len(src)+len(src)/4+64)
	copied := 0
	for i := nextTag(src, 0); i >= 0; {
		rest := i + 2
		switch c := src[i+1]; {
		case c == '!' && bytes.HasPrefix(src[rest:], []byte("--")):
			rest = commentEnd(src, rest+2)
		case c == '!':
			if len(src) >= rest+7 && strings.EqualFold(string(src[rest:rest+7]), "doctype") {
				whole = true
				rest += 7
			}
			rest = closingAngle(src, rest)
		case c == '?' || c == '/' && (rest == len(src) || !isLetter(src[rest])):
			rest = closingAngle(src, rest-1) // "</>" ends at once, and so does "<?>"
		default: // a tag
			name := i + 1
			if c == '/' {
				name++
			}
			end := name
			for end < len(src) && !isSpace(src[end]) && src[end] != '/' && src[end] != '>' {
				end++
			}
			if rest = tagEnd(src, end); rest < 0 || c == '/' {
				break
			}
			out = append(out, src[copied:end]...)
			out = append(out, " "+posAttr+"="...)
			out = strconv.AppendInt(out, int64(i), 10)
			if src[end] == '/' {
				out = append(out, ' ')
			}
			copied = end
			tags++
			page, raw := kindOfTag(src[name:end])
			whole = whole || page
			if raw {
				rest = rawEnd(src, i, rest, src[name:end])
			}
		}
		if rest < 0 {
			break
		}
		i = nextTag(src, rest)
	}
	return append(out, src[copied:]...), tags, whole
}

func isLetter(c byte) bool { return 'a' <= c|0x20 && c|0x20 <= 'z' }

// nextTag returns the next place from i on where a tag, a comment or a
// declaration begins, or -1.
func nextTag(src []byte, i int) int {
	for {
		k := bytes.IndexByte(src[i:], '<')
		if k < 0 || i+k+1 == len(src) {
			return -1
		}
		i += k
		if c := src[i+1]; isLetter(c) || c == '/' || c == '!' || c == '?' {
			return i
		}
		i++
	}
}

// closingAngle returns the place after the next ">", or -1.
func closingAngle(src []byte, i int) int {
	k := bytes.IndexByte(src[i:], '>')
	if k < 0 {
		return -1
	}
	return i + k + 1
}

// skipSpace returns the place of the next byte that is no white space.
func skipSpace(src []byte, i int) int {
	for i < len(src) && isSpace(src[i]) {
		i++
	}
	return i
}

// tagEnd returns the place after the ">" of a tag whose name ends at i, or -1.
func tagEnd(src []byte, i int) int {
	for i = skipSpace(src, i); i < len(src); i = skipSpace(src, i) {
		if src[i] == '>' {
			return i + 1
		}
		for start := i; i < len(src) && !isSpace(src[i]) && src[i] != '/' && src[i] != '>' && (src[i] != '=' || i == start); {
			i++
		}
		if i = skipSpace(src, i); i == len(src) {
			return -1
		}
		if src[i] == '/' {
			i++
			continue
		}
		if src[i] != '=' {
			continue
		}
		if i = skipSpace(src, i+1); i == len(src) {
			return -1
		}
		switch q := src[i]; q {
		case '>':
		case '"', '\'':
			k := bytes.IndexByte(src[i+1:], q)
			if k < 0 {
				return -1
			}
			i += k + 2
		default:
			for i < len(src) && !isSpace(src[i]) && src[i] != '>' {
				i++
			}
		}
	}
	return -1
}

// commentEnd returns the place after the comment whose text begins at i, or -1.
func commentEnd(src []byte, i int) int {
	dashes, start := 0, i
	for ; i < len(src); i++ {
		switch c := src[i]; {
		case c == '-':
			dashes++
			continue
		case c == '>' && (dashes >= 2 || i-start == dashes):
			return i + 1
		case c == '!' && dashes >= 2 && i+1 < len(src) && src[i+1] == '>':
			return i + 2
		}
		dashes = 0
		start = -1 // only "<!-->" and the like end before a "--"
	}
	return -1
}

// kindOfTag reports whether a start tag is one that only a whole page has, and
// whether what follows it is text up to its end tag.
func kindOfTag(name []byte) (page, raw bool) {
	if len(name) < 3 || len(name) > 9 {
		return false, false
	}
	var low [9]byte
	for i, c := range name {
		if 'A' <= c && c <= 'Z' {
			c |= 0x20
		}
		low[i] = c
	}
	switch string(low[:len(name)]) {
	case "html", "head", "body":
		return true, false
	case "title":
		return true, true
	case "iframe", "noembed", "noframes", "noscript", "plaintext", "script", "style", "textarea", "xmp":
		return false, true
	}
	return false, false
}

// rawEnd returns the place where the text of an element such as script ends,
// or -1. The start tag is src[tag:i].
func rawEnd(src []byte, tag, i int, name []byte) int {
	if len(name) == len("plaintext") {
		return -1
	}
	script := strings.EqualFold(string(name), "script")
	for start := i; ; i++ {
		k := bytes.IndexByte(src[i:], '<')
		if k < 0 {
			return -1
		}
		i += k
		if script && bytes.HasPrefix(src[i:], []byte("<!--")) {
			// Here an end tag may be a part of the text: that is left to those
			// who know.
			z := html.NewTokenizer(bytes.NewReader(src[tag:]))
			z.Next()
			if z.Next() != html.TextToken {
				return start
			}
			return start + len(z.Raw())
		}
		end := i + 2 + len(name)
		if end < len(src) && src[i+1] == '/' && (isSpace(src[end]) || src[end] == '/' || src[end] == '>') && bytes.EqualFold(src[i+2:end], name) {
			return i
		}
	}
}

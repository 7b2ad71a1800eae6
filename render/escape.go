package render

import (
	"unicode/utf8"
)

// This is the only file that escapes. Text, attributes and addresses of an
// article reach an output through these functions and no others.

// What a byte means to the escapers.
const (
	plain   = iota
	markup  // has a meaning in HTML and XML
	control // must not appear in HTML or XML
	leadC2  // may begin a C1 control character
	leadEF  // may begin a noncharacter
	leadE2  // may begin a line or paragraph separator
)

// class is the meaning of each byte, for HTML and XML alike.
var class = func() (t [256]uint8) {
	for i := range 0x20 {
		t[i] = control
	}
	t['\t'], t['\n'] = plain, plain
	t[0x7f] = control
	t[0xc2], t[0xef] = leadC2, leadEF
	for _, c := range []byte(`&<>"'`) {
		t[c] = markup
	}
	return t
}()

// appendText appends s as the text of an element or the value of a quoted
// attribute, in HTML and in XML. Characters that both forbid are left out.
func appendText(dst []byte, s string) []byte {
	start := 0
	for i := 0; i < len(s); i++ {
		c := class[s[i]]
		if c == plain {
			continue
		}
		var with string
		n := 1
		switch c {
		case markup:
			with = entity(s[i])
		case leadC2:
			if i+1 >= len(s) || s[i+1] >= 0xa0 {
				continue
			}
			n = 2
		case leadEF:
			if n = nonCharacter(s[i:]); n == 0 {
				continue
			}
		}
		dst = append(dst, s[start:i]...)
		dst = append(dst, with...)
		i += n - 1
		start = i + 1
	}
	return append(dst, s[start:]...)
}

// entity returns the character reference of a byte of class markup. The numeric
// forms are the ones that HTML's serializers and sanitizers write too.
func entity(c byte) string {
	switch c {
	case '&':
		return "&amp;"
	case '<':
		return "&lt;"
	case '>':
		return "&gt;"
	case '"':
		return "&#34;"
	}
	return "&#39;"
}

// nonCharacter returns the length of the noncharacter that begins s, U+FDD0 to
// U+FDEF, U+FFFE or U+FFFF, or 0.
func nonCharacter(s string) int {
	if len(s) < 3 || s[0] != 0xef {
		return 0
	}
	if s[1] == 0xbf && s[2] >= 0xbe || s[1] == 0xb7 && s[2] >= 0x90 && s[2] <= 0xaf {
		return 3
	}
	return 0
}

// appendLines is appendText with a br element for each newline.
func appendLines(dst []byte, s string) []byte {
	start := 0
	for i := 0; i < len(s); i++ {
		if s[i] == '\n' {
			dst = appendText(dst, s[start:i])
			dst = append(dst, "<br>"...)
			start = i + 1
		}
	}
	return appendText(dst, s[start:])
}

// appendAttr appends a space, the name, and s as a quoted value. Newlines and
// tabs become spaces.
func appendAttr(dst []byte, name, s string) []byte {
	dst = append(dst, ' ')
	dst = append(dst, name...)
	dst = append(dst, `="`...)
	start := 0
	for i := 0; i < len(s); i++ {
		if s[i] == '\n' || s[i] == '\t' {
			dst = appendText(dst, s[start:i])
			dst = append(dst, ' ')
			start = i + 1
		}
	}
	dst = appendText(dst, s[start:])
	return append(dst, '"')
}

const hex = "0123456789abcdef"

// appendJSON appends s as a JSON string that is safe inside a script element:
// <, >, & and the two line separators are written as \u escapes.
func appendJSON(dst []byte, s string) []byte {
	dst = append(dst, '"')
	start := 0
	for i := 0; i < len(s); {
		c := s[i]
		if c >= utf8.RuneSelf {
			r, n := utf8.DecodeRuneInString(s[i:])
			if r != utf8.RuneError && r != '\u2028' && r != '\u2029' && r != '\ufffe' && r != '\uffff' {
				i += n
				continue
			}
			dst = append(dst, s[start:i]...)
			switch r {
			case '\u2028':
				dst = append(dst, `\u2028`...)
			case '\u2029':
				dst = append(dst, `\u2029`...)
			case utf8.RuneError:
				dst = append(dst, "\ufffd"...)
			}
			i += n
			start = i
			continue
		}
		if c >= 0x20 && c != '"' && c != '\\' && c != '<' && c != '>' && c != '&' && c != 0x7f {
			i++
			continue
		}
		dst = append(dst, s[start:i]...)
		switch c {
		case '"', '\\':
			dst = append(dst, '\\', c)
		case '\n':
			dst = append(dst, `\n`...)
		case '\t':
			dst = append(dst, `\t`...)
		case '\r':
			dst = append(dst, `\r`...)
		default:
			dst = append(dst, `\u00`...)
			dst = append(dst, hex[c>>4], hex[c&15])
		}
		i++
		start = i
	}
	dst = append(dst, s[start:]...)
	return append(dst, '"')
}

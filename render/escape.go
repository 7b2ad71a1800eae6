package render

import (
	"strconv"
	"strings"
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
// attribute, in HTML and in XML. Characters that both forbid are left out, and
// bytes that are no UTF-8 become U+FFFD.
func appendText(dst []byte, s string) []byte {
	if !utf8.ValidString(s) {
		s = strings.ToValidUTF8(s, "\ufffd")
	}
	return appendValid(dst, s)
}

// appendValid is appendText for text that is known to be UTF-8, as that of a
// normalized article is.
func appendValid(dst []byte, s string) []byte {
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

// appendTwice appends s as text of HTML that is itself the text of an element.
func appendTwice(dst []byte, s string) []byte {
	start := 0
	for i := 0; i < len(s); i++ {
		if class[s[i]] == markup {
			dst = appendText(dst, s[start:i])
			dst = append(dst, "&amp;"...)
			dst = append(dst, entity(s[i])[1:]...)
			start = i + 1
		}
	}
	return appendText(dst, s[start:])
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

// appendLines is appendValid with a br element for each newline.
func appendLines(dst []byte, s string) []byte {
	for {
		i := strings.IndexByte(s, '\n')
		if i < 0 {
			return appendValid(dst, s)
		}
		dst = append(appendValid(dst, s[:i]), "<br>"...)
		s = s[i+1:]
	}
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

const hexDigits = "0123456789abcdef"

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
			dst = append(dst, hexDigits[c>>4], hexDigits[c&15])
		}
		i++
		start = i
	}
	dst = append(dst, s[start:]...)
	return append(dst, '"')
}

// mdEscape escapes the characters that have a meaning inside a line of Markdown.
func mdEscape(s string) string {
	if !strings.ContainsAny(s, "\\`*_[]<>&~|\x00") && !strings.ContainsFunc(s, isControl) {
		return s
	}
	var b strings.Builder
	for i, r := range s {
		switch r {
		case '\\', '`', '*', '_', '[', ']', '<', '>', '~', '|':
			b.WriteByte('\\')
		case '&':
			// Only what could be a character reference.
			if i+1 < len(s) && (s[i+1] == '#' || s[i+1]|0x20 >= 'a' && s[i+1]|0x20 <= 'z') {
				b.WriteByte('\\')
			}
		}
		if isControl(r) {
			continue
		}
		b.WriteRune(r)
	}
	return b.String()
}

func isControl(r rune) bool { return r < ' ' && r != '\n' && r != '\t' || r >= 0x7f && r < 0xa0 }

// mdLine is mdEscape for a place where no line may end.
func mdLine(s string) string { return mdHash(mdEscape(oneLine(s))) }

// mdLink returns a link. A text of one letter is hidden from GitHub's dialect,
// which takes "[x]" for a box to tick.
func mdLink(text, u string) string {
	t := mdLine(text)
	if t == "x" || t == "X" {
		t = "&#" + strconv.Itoa(int(t[0])) + ";"
	}
	return "[" + t + "](" + mdURL(u) + ")"
}

// mdCell returns text as a cell of a table, where a bar ends the cell even inside
// code.
func mdCell(s string) string {
	return strings.ReplaceAll(strings.ReplaceAll(s, `\|`, "|"), "|", `\|`)
}

// mdHash escapes number signs that would end a heading.
func mdHash(s string) string {
	if strings.HasSuffix(s, "#") {
		return s[:len(s)-1] + `\#`
	}
	return s
}

// mdStart escapes what has a meaning at the beginning of a line.
func mdStart(s string) string {
	if s == "" {
		return s
	}
	s = strings.TrimLeft(s, " \t")
	switch {
	case s == "":
	case strings.IndexByte("#+-=:", s[0]) >= 0:
		return `\` + s
	case s[0] >= '0' && s[0] <= '9':
		i := 0
		for i < len(s) && s[i] >= '0' && s[i] <= '9' {
			i++
		}
		if i < len(s) && i < 10 && (s[i] == '.' || s[i] == ')') && (i+1 == len(s) || s[i+1] == ' ' || s[i+1] == '\n') {
			return s[:i] + `\` + s[i:]
		}
	}
	return s
}

// mdCode returns text as a code span.
func mdCode(s string) string {
	s = strings.ReplaceAll(s, "\n", " ")
	if strings.TrimSpace(s) == "" {
		return s
	}
	fence := "`"
	for strings.Contains(s, fence) {
		fence += "`"
	}
	if s[0] == '`' || s[len(s)-1] == '`' || s[0] == ' ' && s[len(s)-1] == ' ' {
		s = " " + s + " "
	}
	return fence + s + fence
}

// mdURL returns a checked address as the destination of a link.
func mdURL(u string) string {
	return strings.NewReplacer("(", "%28", ")", "%29", "<", "%3C", ">", "%3E", " ", "%20", "\\", "%5C", "*", "%2A", "_", `\_`, "&", `\&`, "`", "%60").Replace(u)
}

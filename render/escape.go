package render

import (
	"strconv"
	"strings"
	"unicode/utf8"
)

// This is the only file that escapes. Text, attributes and addresses of an
// article reach an output through these functions and no others.

// What a byte means to an escaper: nothing, or one of these, or the number of
// what is written in its place.
const (
	plain  = iota
	leadC2 // may begin a C1 control character
	leadEF // may begin a noncharacter
	replaced
)

// replacements are what is written for a byte whose meaning is replaced or more.
// The numeric forms are the ones that HTML's serializers and sanitizers write
// too.
var replacements = [...]string{"", "&amp;", "&lt;", "&gt;", "&#34;", "&#39;", "<br>", " "}

// A class is the meaning of each byte.
type class [256]uint8

// inText is the class of text, in HTML and XML alike: characters that both forbid
// are left out. inLines is that of text with br elements for its newlines, and
// inAttr that of attributes, where newlines and tabs become spaces.
var inText, inLines, inAttr = func() (text, lines, attr class) {
	for i := range 0x20 {
		text[i] = replaced
	}
	text['\t'], text['\n'] = plain, plain
	text[0x7f] = replaced
	text[0xc2], text[0xef] = leadC2, leadEF
	for i, c := range []byte(`&<>"'`) {
		text[c] = replaced + 1 + uint8(i)
	}
	lines, attr = text, text
	lines['\n'] = replaced + 6
	attr['\n'], attr['\t'] = replaced+7, replaced+7
	return text, lines, attr
}()

// appendValid appends text that is known to be UTF-8, as that of a normalized
// article is.
func (t *class) appendValid(dst []byte, s string) []byte {
	start, i := 0, 0
	for {
		for i < len(s) && t[s[i]] == plain {
			i++
		}
		if i == len(s) {
			return append(dst, s[start:]...)
		}
		n, with := 1, ""
		switch c := t[s[i]]; c {
		case leadC2:
			if i+1 == len(s) || s[i+1] >= 0xa0 {
				i++
				continue
			}
			n = 2
		case leadEF:
			if n = nonCharacter(s[i:]); n == 0 {
				i++
				continue
			}
		default:
			with = replacements[c-replaced]
		}
		dst = append(append(dst, s[start:i]...), with...)
		i += n
		start = i
	}
}

// appendText appends s as the text of an element or the value of a quoted
// attribute, in HTML and in XML. Bytes that are no UTF-8 become U+FFFD.
func appendText(dst []byte, s string) []byte { return inText.appendValid(dst, valid(s)) }

// appendAttr appends a space, the name, and s as a quoted value.
func appendAttr(dst []byte, name, s string) []byte {
	dst = append(append(dst, ' '), name...)
	dst = append(dst, `="`...)
	return append(inAttr.appendValid(dst, valid(s)), '"')
}

// valid returns s as UTF-8.
func valid(s string) string {
	if utf8.ValidString(s) {
		return s
	}
	return strings.ToValidUTF8(s, "\ufffd")
}

// appendTwice appends s as text of HTML that is itself the text of an element.
func appendTwice(dst []byte, s string) []byte {
	s = valid(s)
	for {
		i := strings.IndexAny(s, `&<>"'`)
		if i < 0 {
			return inText.appendValid(dst, s)
		}
		dst = append(inText.appendValid(dst, s[:i]), "&amp;"...)
		dst = append(dst, replacements[inText[s[i]]-replaced][1:]...)
		s = s[i+1:]
	}
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

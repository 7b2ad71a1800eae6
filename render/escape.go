package render

import (
	"strconv"
	"strings"

	"github.com/toasoan/toasoan/article/viet"
)

// This is the only file that escapes. Text, attributes and addresses of an
// article reach an output through these functions and no others.

// An escaper writes text into a place where some bytes have a meaning.
type escaper struct {
	class [256]uint8
	with  [256]string // what replaces a byte of class replaced
}

// The classes of bytes.
const (
	plain    = iota
	replaced // is written as something else, or not at all
	leadC2   // may begin a C1 control character, which is left out
	leadE2   // may begin a line or paragraph separator, which is written as an escape
	leadEF   // may begin a noncharacter, which is left out
)

// replace says what is written for a byte.
func (e *escaper) replace(c byte, with string) { e.class[c], e.with[c] = replaced, with }

// The escapers of text, of text with br elements for its newlines, of text of HTML
// that is itself the text of an element, of attributes, where newlines and tabs
// become spaces, and of JSON. All but the last are for HTML and XML alike: what
// either forbids is left out, and the numeric references are the ones that HTML's
// serializers and sanitizers write too. JSON is safe inside a script element.
var inText, inLines, inTwice, inAttr, inJSON = func() (text, lines, twice, attr, json escaper) {
	for c := range byte(0x20) {
		text.replace(c, "")
		json.replace(c, `\u00`+string(hexDigits[c>>4])+string(hexDigits[c&15]))
	}
	for c, ref := range map[byte]string{'&': "&amp;", '<': "&lt;", '>': "&gt;", '"': "&#34;", '\'': "&#39;", 0x7f: ""} {
		text.replace(c, ref)
	}
	text.class['\t'], text.class['\n'] = plain, plain
	text.class[0xc2], text.class[leadOfNoncharacters] = leadC2, leadEF
	lines, twice, attr = text, text, text
	lines.replace('\n', "<br>")
	for _, c := range []byte(`&<>"'`) {
		twice.replace(c, "&amp;"+text.with[c][1:])
	}
	attr.replace('\n', " ")
	attr.replace('\t', " ")
	for c, escape := range map[byte]string{
		'"': `\"`, '\\': `\\`, '\n': `\n`, '\t': `\t`, '\r': `\r`,
		'<': `\u003c`, '>': `\u003e`, '&': `\u0026`, 0x7f: `\u007f`,
	} {
		json.replace(c, escape)
	}
	json.class[0xe2], json.class[0xef] = leadE2, leadEF
	return text, lines, twice, attr, json
}()

// leadOfNoncharacters begins all noncharacters that are left out.
const leadOfNoncharacters = 0xef

const hexDigits = "0123456789abcdef"

// put appends s. Unlike append it does not write the pointer of the slice again,
// for which the garbage collector would have to be told.
func put(dst *[]byte, s string) {
	n := len(*dst)
	if len(s) > cap(*dst)-n {
		*dst = append(*dst, s...)
		return
	}
	*dst = (*dst)[:n+len(s)]
	copy((*dst)[n:], s)
}

// write appends text that is known to be UTF-8, as that of a checked article is.
func (e *escaper) write(dst *[]byte, s string) {
	start, i := 0, 0
	for {
		for i+8 <= len(s) {
			c := s[i : i+8]
			if e.class[c[0]]|e.class[c[1]]|e.class[c[2]]|e.class[c[3]]|e.class[c[4]]|e.class[c[5]]|e.class[c[6]]|e.class[c[7]] != plain {
				break
			}
			i += 8
		}
		for i < len(s) && e.class[s[i]] == plain {
			i++
		}
		if i == len(s) {
			put(dst, s[start:])
			return
		}
		n, with := 0, ""
		switch e.class[s[i]] {
		case replaced:
			n, with = 1, e.with[s[i]]
		case leadC2:
			if i+1 < len(s) && s[i+1] < 0xa0 {
				n = 2
			}
		case leadE2:
			if strings.HasPrefix(s[i:], "\u2028") {
				n, with = 3, `\u2028`
			} else if strings.HasPrefix(s[i:], "\u2029") {
				n, with = 3, `\u2029`
			}
		case leadEF:
			n = nonCharacter(s[i:])
		}
		if n == 0 {
			i++
			continue
		}
		put(dst, s[start:i])
		put(dst, with)
		i += n
		start = i
	}
}

// writeAttr appends a space, the name, and s as a quoted value.
func writeAttr(dst *[]byte, name, s string) {
	*dst = append(*dst, ' ')
	put(dst, name)
	put(dst, `="`)
	inAttr.write(dst, valid(s))
	*dst = append(*dst, '"')
}

// appendText appends s as the text of an element or the value of a quoted
// attribute, in HTML and in XML. Bytes that are no UTF-8 become U+FFFD.
func appendText(dst []byte, s string) []byte {
	inText.write(&dst, valid(s))
	return dst
}

// appendAttr is writeAttr for a slice.
func appendAttr(dst []byte, name, s string) []byte {
	writeAttr(&dst, name, s)
	return dst
}

// writeJSON appends s as a JSON string.
func writeJSON(dst *[]byte, s string) {
	*dst = append(*dst, '"')
	inJSON.write(dst, valid(s))
	*dst = append(*dst, '"')
}

// appendJSON is writeJSON for a slice.
func appendJSON(dst []byte, s string) []byte {
	writeJSON(&dst, s)
	return dst
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
	fence := mdFence(s, 1)
	if s[0] == '`' || s[len(s)-1] == '`' || s[0] == ' ' && s[len(s)-1] == ' ' {
		s = " " + s + " "
	}
	return fence + s + fence
}

// mdFence returns n backticks or more, one more than stand together anywhere in s.
func mdFence(s string, n int) string {
	run := 0
	for i := range len(s) {
		if s[i] != '`' {
			run = 0
			continue
		}
		run++
		n = max(n, run+1)
	}
	return strings.Repeat("`", n)
}

// mdURL returns a checked address as the destination of a link.
func mdURL(u string) string {
	return strings.NewReplacer("(", "%28", ")", "%29", "<", "%3C", ">", "%3E", " ", "%20", "\\", "%5C", "*", "%2A", "_", `\_`, "&", `\&`, "`", "%60").Replace(u)
}

// valid returns s as UTF-8: what is none of it becomes U+FFFD.
func valid(s string) string {
	if viet.ValidString(s) {
		return s
	}
	return strings.ToValidUTF8(s, "\ufffd")
}

package importer

import (
	"strings"
	"unicode/utf8"

	"golang.org/x/net/html"
)

// A lexer cuts markup into tokens. They are those of the tokenizer of
// golang.org/x/net/html, which FuzzLexer compares it to; but the lexer has all of
// the input at hand, so its tokens are pieces of it and need no memory.
type lexer struct {
	src string
	pos int
	raw string // the name of the element whose text is not markup, if one is open

	// The token at hand.
	start   int    // where in src it begins
	text    string // of a text token, as in the source
	literal bool   // the text has no character references
	name    string // of a tag, in any case
	packed  uint64 // its last bytes in lower case, as packed gives them
	bare    bool   // a tag is no more than a name in ASCII
	at      []attr // of a start tag, each name once
	more    bool   // a start tag has more than maxAttrs of them
	self    bool   // a start tag ends in "/>"
	cut     bool   // the input ends in a tag
}

// An attr is an attribute: its name in lower case, and its value with the references
// in it resolved.
type attr struct{ key, val string }

// maxAttrs bounds the attributes of one element that are read.
const maxAttrs = 64

type tokenKind uint8

const (
	endOfInput tokenKind = iota
	textToken
	startTag
	endTag
	otherToken // comment, doctype, processing instruction
)

// next reads a token.
func (l *lexer) next() tokenKind {
	l.start, l.bare = l.pos, false
	if l.raw != "" {
		end := l.rawEnd()
		l.literal = !foldedIs(l.raw, "title") && !foldedIs(l.raw, "textarea")
		l.raw = ""
		if end > l.pos {
			l.text = l.src[l.pos:end]
			l.pos = end
			return textToken
		}
	}
	l.literal = false
	for i := l.pos; i < len(l.src); {
		j := strings.IndexByte(l.src[i:], '<')
		if j < 0 {
			break
		}
		i += j
		if i+1 == len(l.src) {
			break
		}
		c := l.src[i+1]
		if !isLetter(c) && c != '/' && c != '!' && c != '?' {
			i++
			continue
		}
		if i > l.pos {
			l.text = l.src[l.pos:i]
			l.pos = i
			return textToken
		}
		switch {
		case isLetter(c):
			return l.tag(i+1, true)
		case c == '/' && i+2 == len(l.src):
			// The end of the input: text.
			l.text = l.src[i:]
			l.pos = len(l.src)
			return textToken
		case c == '/' && isLetter(l.src[i+2]):
			return l.tag(i+2, false)
		case strings.HasPrefix(l.src[i:], "<!--"):
			l.pos = l.commentEnd(i + 4)
		default:
			if k := strings.IndexByte(l.src[i+2:], '>'); k >= 0 {
				l.pos = i + 2 + k + 1
			} else {
				l.pos = len(l.src)
			}
		}
		return otherToken
	}
	if l.pos < len(l.src) {
		l.text = l.src[l.pos:]
		l.pos = len(l.src)
		return textToken
	}
	return endOfInput
}

func isLetter(c byte) bool { return 'a' <= c|0x20 && c|0x20 <= 'z' }

func isBlank(c byte) bool { return c == ' ' || c == '\n' || c == '\r' || c == '\t' || c == '\f' }

// endsName are the bytes that end the name of a tag or of an attribute.
var endsName = [256]bool{' ': true, '\n': true, '\r': true, '\t': true, '\f': true, '/': true, '>': true}

// inName are the bytes of the name of a tag, in lower case, and zero for what ends it.
var inName = func() (t [256]byte) {
	for c := range t {
		switch {
		case endsName[c]:
		case isUpper(byte(c)):
			t[c] = byte(c) + 'a' - 'A'
		case c == 0:
			t[c] = 0xFF // stands for what no known name has
		default:
			t[c] = byte(c)
		}
	}
	return t
}()

// commentEnd returns the end of the comment whose text begins at i.
func (l *lexer) commentEnd(i int) int {
	from := i
	if strings.HasPrefix(l.src[i:], ">") {
		return i + 1
	}
	if strings.HasPrefix(l.src[i:], "->") {
		return i + 2
	}
	for {
		k := strings.IndexByte(l.src[i:], '>')
		if k < 0 {
			return len(l.src)
		}
		i += k + 1
		if t := l.src[from : i-1]; strings.HasSuffix(t, "--") || strings.HasSuffix(t, "--!") {
			return i
		}
	}
}

// tag reads the tag whose name begins at i.
func (l *lexer) tag(i int, start bool) tokenKind {
	from := i
	name, all := uint64(0), byte(0)
	for ; i < len(l.src); i++ {
		c := inName[l.src[i]]
		if c == 0 {
			break
		}
		name, all = name<<8|uint64(c), all|c
	}
	l.name, l.packed, l.bare = l.src[from:i], name, all < 0x80
	l.at, l.more = l.at[:0], false
	valueEnd := -1 // of an attribute's value without quotes
	for {
		for i < len(l.src) && (isBlank(l.src[i]) || l.src[i] == '/') {
			i++
		}
		if i >= len(l.src) {
			l.pos = len(l.src)
			l.cut = true // the tag never ends
			return endOfInput
		}
		if l.src[i] == '>' {
			break
		}
		var a attr
		l.bare = false
		a, i, valueEnd = l.attribute(i)
		if start && !l.more {
			l.keep(a)
		}
	}
	l.pos = i + 1
	if !start {
		return endTag
	}
	l.self = l.src[i-1] == '/' && valueEnd != i
	switch len(l.name) {
	case 3, 5, 6, 7, 8, 9:
		if hasRawText(l.name) {
			l.raw = l.name
		}
	}
	return startTag
}

// hasRawText reports whether the text of an element is no markup.
func hasRawText(name string) bool {
	for _, n := range [...]string{"script", "style", "title", "textarea", "iframe", "noembed", "noframes", "xmp", "plaintext"} {
		if foldedIs(name, n) {
			return true
		}
	}
	return false
}

// keep adds an attribute, whose name and value are as in the source, to those of the
// tag at hand.
func (l *lexer) keep(a attr) {
	a.key = lower(a.key)
	for i := range l.at {
		if l.at[i].key == a.key {
			return
		}
	}
	if len(l.at) == maxAttrs {
		l.more = true
		return
	}
	a.val = unescaped(a.val)
	l.at = append(l.at, a)
}

// lower returns a name with its ASCII letters in lower case, as HTML has it.
func lower(s string) string {
	for i := range len(s) {
		if isUpper(s[i]) {
			b := []byte(s)
			for ; i < len(b); i++ {
				if isUpper(b[i]) {
					b[i] += 'a' - 'A'
				}
			}
			return string(b)
		}
	}
	return s
}

func isUpper(c byte) bool { return 'A' <= c && c <= 'Z' }

// attribute reads the attribute that begins at i, and returns where it ends. The
// value is as in the source. ValueEnd is the end of a value without quotes, or -1.
func (l *lexer) attribute(i int) (a attr, end, valueEnd int) {
	from := i
	for i < len(l.src) {
		c := l.src[i]
		if c == '=' && i > from || endsName[c] {
			break
		}
		i++
	}
	a.key = l.src[from:i]
	for i < len(l.src) && isBlank(l.src[i]) {
		i++
	}
	if i >= len(l.src) || l.src[i] != '=' {
		return a, i, -1
	}
	i++
	for i < len(l.src) && isBlank(l.src[i]) {
		i++
	}
	if i >= len(l.src) || l.src[i] == '>' {
		return a, i, -1
	}
	if q := l.src[i]; q == '"' || q == '\'' {
		i++
		k := strings.IndexByte(l.src[i:], q)
		if k < 0 {
			return a, len(l.src), -1
		}
		a.val = l.src[i : i+k]
		return a, i + k + 1, -1
	}
	from = i
	for i < len(l.src) && !isBlank(l.src[i]) && l.src[i] != '>' {
		i++
	}
	a.val = l.src[from:i]
	return a, i, i
}

// rawEnd returns the end of text that is not markup.
func (l *lexer) rawEnd() int {
	switch {
	case foldedIs(l.raw, "plaintext"):
		return len(l.src)
	case foldedIs(l.raw, "script"):
		return l.scriptEnd()
	}
	for i := l.pos; ; {
		k := strings.IndexByte(l.src[i:], '<')
		if k < 0 {
			return len(l.src)
		}
		i += k
		if l.endTagAt(i, l.raw) {
			return i
		}
		i++
	}
}

// endTagAt reports whether the end tag of an element is at src[i:].
func (l *lexer) endTagAt(i int, name string) bool {
	return strings.HasPrefix(l.src[i:], "</") && l.wordAt(i+2, name)
}

// wordAt reports whether a name and what ends one is at src[i:].
func (l *lexer) wordAt(i int, name string) bool {
	end := i + len(name)
	return end < len(l.src) && strings.EqualFold(l.src[i:end], name) && endsName[l.src[end]]
}

// scriptEnd returns the end of a script, which may have its own end tag inside of
// what looks like a comment.
func (l *lexer) scriptEnd() int {
	const (
		plain = iota
		escaped
		doubleEscaped
	)
	mode, dashes := plain, 0
	for i := l.pos; i < len(l.src); {
		if mode == plain {
			k := strings.IndexByte(l.src[i:], '<')
			if k < 0 {
				break
			}
			i += k
			switch {
			case l.endTagAt(i, "script"):
				return i
			case strings.HasPrefix(l.src[i:], "<!--"):
				mode, dashes = escaped, 2
				i += 4
			default:
				i++
			}
			continue
		}
		switch c := l.src[i]; {
		case c == '-':
			dashes++
			i++
			continue
		case c == '>' && dashes >= 2:
			mode = plain
			i++
		case c == '<' && mode == escaped:
			switch {
			case i+1 >= len(l.src):
				i++
			case l.endTagAt(i, "script"):
				return i
			case l.src[i+1] == '/':
				i += 2
			case l.wordAt(i+1, "script"):
				mode = doubleEscaped
				i += len("<script>")
			case isLetter(l.src[i+1]):
				i++
			default:
				mode = plain
				i++
			}
		case c == '<' && l.endTagAt(i, "script"):
			mode = escaped
			i += len("</script>")
		default:
			i++
		}
		dashes = 0
	}
	return len(l.src)
}

// foldedIs reports whether s is the lower-case ASCII string t in any case.
func foldedIs(s, t string) bool {
	if len(s) != len(t) {
		return false
	}
	for i := range len(s) {
		c := s[i]
		if 'A' <= c && c <= 'Z' {
			c += 'a' - 'A'
		}
		if c != t[i] {
			return false
		}
	}
	return true
}

// commonReferences are the named character references that text is full of. The rest
// are looked up by package html.
var commonReferences = func() (t lexicon[string]) {
	for n := range strings.FieldsSeq(`nbsp amp lt gt quot apos ndash mdash lsquo rsquo ldquo rdquo sbquo bdquo hellip bull middot
		laquo raquo copy reg trade deg times shy ensp emsp thinsp prime Prime euro sect para frac12 frac14 frac34 sup2 sup3 plusmn
		Agrave Aacute Acirc Atilde Auml Aring AElig Ccedil Egrave Eacute Ecirc Euml Igrave Iacute Icirc Iuml ETH Ntilde Ograve
		Oacute Ocirc Otilde Ouml Oslash Ugrave Uacute Ucirc Uuml Yacute THORN szlig agrave aacute acirc atilde auml aring aelig
		ccedil egrave eacute ecirc euml igrave iacute icirc iuml eth ntilde ograve oacute ocirc otilde ouml oslash ugrave uacute
		ucirc uuml yacute thorn yuml scaron Scaron`) {
		t.add(n, html.UnescapeString("&"+n+";"))
	}
	return t
}()

// inReference are the bytes of the names of character references.
var inReference = func() (t [256]bool) {
	for c := range t {
		t[c] = isLetter(byte(c)) || '0' <= c && c <= '9'
	}
	return t
}()

// reference reads the character reference at the front of s, which begins with
// '&', and returns what it stands for and how long it is. What is none is itself.
func reference(s string, inAttribute bool) (text string, n int) {
	if len(s) < 2 {
		return s, len(s)
	}
	i := 1
	if s[1] == '#' {
		for i = 2; i < len(s) && (s[i] == 'x' && i == 2 || s[i] == 'X' && i == 2 || isHex(s[i])); i++ {
			if i > 2 && s[2]|0x20 != 'x' && (s[i] < '0' || s[i] > '9') {
				break
			}
		}
		if i < len(s) && s[i] == ';' {
			i++
		}
		t := html.UnescapeString(s[:i])
		if t == s[:i] {
			return "&", 1
		}
		return t, i
	}
	name := uint64(0) // its last bytes, as packed gives them
	for i < len(s) && inReference[s[i]] {
		name = name<<8 | uint64(s[i])
		i++
	}
	if i == 1 {
		return "&", 1
	}
	if i < len(s) && s[i] == ';' {
		if i <= 1+maxPacked {
			if t := commonReferences.get(name); t != "" {
				return t, i + 1
			}
		}
		i++
	} else if inAttribute && i < len(s) && s[i] == '=' {
		return "&", 1
	}
	if i > 64 {
		return "&", 1
	}
	t := html.UnescapeString(s[:i])
	if t == s[:i] || inAttribute && (s[i-1] == ';' && strings.HasSuffix(t, ";") || s[i-1] != ';' && utf8.RuneCountInString(t) != 1) {
		return "&", 1
	}
	return t, i
}

func isHex(c byte) bool { return '0' <= c && c <= '9' || 'a' <= c|0x20 && c|0x20 <= 'f' }

// unescaped returns the value of an attribute with its references resolved.
func unescaped(v string) string {
	i := strings.IndexByte(v, '&')
	if i < 0 {
		return v
	}
	var b strings.Builder
	b.Grow(len(v))
	for i >= 0 {
		b.WriteString(v[:i])
		t, n := reference(v[i:], true)
		b.WriteString(t)
		v = v[i+n:]
		i = strings.IndexByte(v, '&')
	}
	b.WriteString(v)
	return b.String()
}

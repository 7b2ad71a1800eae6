package importer

import (
	"encoding/binary"
	"strings"
	"unicode/utf16"

	"github.com/toasoan/toasoan/article/viet/legacy"
)

// fromUTF16 returns a text that begins with the byte order mark of UTF-16 as UTF-8, as
// browsers read it (WHATWG Encoding, "BOM sniffing").
func fromUTF16(src string) (string, bool) {
	var order binary.ByteOrder
	switch {
	case strings.HasPrefix(src, "\xff\xfe"):
		order = binary.LittleEndian
	case strings.HasPrefix(src, "\xfe\xff"):
		order = binary.BigEndian
	default:
		return src, false
	}
	b := []byte(src[2:])
	units := make([]uint16, len(b)/2)
	for i := range units {
		units[i] = order.Uint16(b[2*i:])
	}
	return string(utf16.Decode(units)), true
}

// detect finds the legacy encoding of markup that is no UTF-8: the one that it names
// itself, or the one that its text is in. It returns nil if there is none.
func detect(src string) *legacy.Encoding {
	head := src[:min(len(src), 4096)]
	for i := 0; i < len(head); i++ {
		const key = "charset="
		if !foldedIs(head[i:min(i+len(key), len(head))], key) {
			continue
		}
		name := strings.Trim(head[i+len(key):], " \"'")
		if k := strings.IndexAny(name, " \"'>;/"); k >= 0 {
			name = name[:k]
		}
		if e, ok := legacy.Lookup(name); ok && e != legacy.VIQR {
			return e
		}
	}
	e, _ := legacy.Detect(textOf(src))
	return e
}

// textOf returns the first text of markup, without its elements.
func textOf(src string) []byte {
	const most = 64 << 10
	var text []byte
	for l := (lexer{src: src}); len(text) < most; {
		switch l.next() {
		case endOfInput:
			return text
		case textToken:
			if l.raw == "" && !l.literal {
				text = append(append(text, unescaped(l.text)...), '\n')
			}
		}
	}
	return text
}

// Package legacy reads and writes the Vietnamese encodings from before
// Unicode, finds out which of them a text is in, and undoes the damage when
// their bytes were taken for another encoding.
//
// Each encoding is an [encoding.Encoding] of golang.org/x/text, so it fits
// wherever one is asked for, such as in a transform.Reader:
//
//	r := transform.NewReader(file, legacy.VNI.NewDecoder())
//
// Decoders give composed text (NFC) and take any bytes; a byte that an
// encoding leaves unused becomes U+FFFD. Encoders take composed and decomposed
// text; a character that an encoding lacks is an error, or what
// encoding.ReplaceUnsupported makes of it.
//
// The tables come from RFC 1456 (VISCII, VIQR), from the character maps of
// glibc (TCVN 5712, VISCII, windows-1258) and from GNU recode (VNI, VPS).
package legacy

import (
	"strings"

	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/transform"
	"golang.org/x/text/unicode/norm"
)

//go:generate go run gen_tables.go

// An Encoding is one of the encodings of this package. It implements
// [encoding.Encoding] and is safe for concurrent use; the decoders and encoders
// it makes are not.
type Encoding struct {
	name   string
	decode map[string]string // the letters by their bytes
	encode map[rune]string   // and the other way
	maxLen int               // of the keys of decode
	// other gives the text of a byte that begins none of decode, and unother
	// the byte of such a character.
	other   func(b byte) rune
	unother func(r rune) (byte, bool)
	viqr    bool
}

// The encodings.
var (
	// TCVN3 is TCVN 5712-1:1993 (VN1), the encoding behind the fonts whose
	// names begin with .Vn, which are also called ABC fonts. It has every
	// accented letter, the capitals among them in places of control
	// characters. Fonts that have only capitals (.VnTimeH) show lower-case
	// bytes as capitals: which letters of such a text are capitals can't be
	// known without the font, and this decoder gives lower case.
	TCVN3 = newEncoding("TCVN3", func(i int) string { return letterBytes[i].tcvn }, tcvnOther, nil)

	// ABCWindows is TCVN3 as typed on Windows in an ABC font without accented
	// capitals: the bytes 0x80 to 0x9F are the quotes, dashes and other
	// characters of windows-1252 instead of capitals with a tone, and 0xB0 to
	// 0xB4 are ° ± ² ³ ´ instead of combining marks.
	ABCWindows = newEncoding("ABC-Windows", abcBytes, abcOther, charmap.Windows1252.EncodeRune)

	// VNI is the encoding of the VNI fonts for Windows, where a second byte
	// after the vowel holds the accents.
	VNI = newEncoding("VNI", func(i int) string { return letterBytes[i].vni }, latin, charmap.Windows1252.EncodeRune)

	// VISCII is RFC 1456's encoding of one byte a letter.
	VISCII = newEncoding("VISCII", func(i int) string { return letterBytes[i].viscii }, ascii, nil)

	// VPS is the encoding of the Vietnamese Professionals Society.
	VPS = newEncoding("VPS", func(i int) string { return letterBytes[i].vps }, vpsOther, vpsUnother)

	// VIQR is RFC 1456's way to write Vietnamese in ASCII: Vie^.t Nam. A
	// backslash keeps the next character from being read as an accent; the
	// encoder writes one where it is needed. The state shifts \V, \M and \L
	// are not known.
	VIQR = newEncoding("VIQR", func(i int) string { return letterBytes[i].viqr }, ascii, nil)

	// Windows1258 is Microsoft's code page, in which most letters with a tone
	// are the letter and a combining mark. Unlike charmap.Windows1258 the
	// decoder gives composed letters and the encoder takes them.
	Windows1258 = newEncoding("windows-1258", func(i int) string { return letterBytes[i].cp1258 }, charmap.Windows1258.DecodeByte, charmap.Windows1258.EncodeRune)
)

// All lists the encodings.
func All() []*Encoding { return []*Encoding{TCVN3, ABCWindows, VNI, VISCII, VPS, VIQR, Windows1258} }

// Lookup returns the encoding of the given name, in any case: TCVN3 (TCVN,
// ABC, TCVN5712-1), ABC-Windows, VNI, VISCII, VPS, VIQR or windows-1258
// (CP1258). ok is false if there is none.
func Lookup(name string) (e *Encoding, ok bool) {
	switch strings.ToLower(strings.NewReplacer("-", "", "_", "", " ", "", ":", "").Replace(name)) {
	case "tcvn3", "tcvn", "tcvn5712", "tcvn57121", "tcvn571211993", "vn1", "abc":
		return TCVN3, true
	case "abcwindows", "vn3":
		return ABCWindows, true
	case "vni", "vniwindows", "vniwin":
		return VNI, true
	case "viscii":
		return VISCII, true
	case "vps":
		return VPS, true
	case "viqr":
		return VIQR, true
	case "windows1258", "cp1258", "1258":
		return Windows1258, true
	}
	return nil, false
}

// String returns the name of e.
func (e *Encoding) String() string { return e.name }

// NewDecoder returns a decoder from e to UTF-8 in NFC.
func (e *Encoding) NewDecoder() *encoding.Decoder {
	var t transform.Transformer = &decoder{e: e}
	if e == Windows1258 {
		t = transform.Chain(t, norm.NFC) // combining marks on letters that aren't Vietnamese
	}
	return &encoding.Decoder{Transformer: t}
}

// NewEncoder returns an encoder from UTF-8 to e.
func (e *Encoding) NewEncoder() *encoding.Encoder {
	return &encoding.Encoder{Transformer: &encoder{e: e}}
}

// newEncoding makes an encoding of the bytes of each letter. other and unother
// are for characters that aren't accented letters; the latter may be nil.
func newEncoding(name string, bytes func(i int) string, other func(byte) rune, unother func(rune) (byte, bool)) *Encoding {
	e := &Encoding{
		name: name, decode: map[string]string{}, encode: map[rune]string{},
		other: other, unother: unother, viqr: name == "VIQR",
	}
	for i, l := range letterBytes {
		b := bytes(i)
		if b == "" {
			continue
		}
		e.encode[l.letter] = b
		e.add(b, string(l.letter))
		switch {
		case name == "VNI" && len(b) == 2:
			// A small letter with a capital's accent and the other way round.
			e.add(b[:1]+string([]byte{b[1] ^ 0x20}), string(l.letter))
		case e.viqr && b == "DD":
			e.add("Dd", "Đ")
			e.add("dD", "đ")
		}
	}
	return e
}

func (e *Encoding) add(b, letter string) {
	if _, ok := e.decode[b]; !ok {
		e.decode[b] = letter
		e.maxLen = max(e.maxLen, len(b))
	}
}

// abcBytes is TCVN without the capitals below 0xA0 and those in the places of
// the combining marks and of windows-1252 letters that the fonts don't have.
func abcBytes(i int) string {
	b := letterBytes[i].tcvn
	if b[0] < 0xA0 {
		return ""
	}
	return b
}

const unused = '\uFFFD'

func ascii(b byte) rune {
	if b < 0x80 {
		return rune(b)
	}
	return unused
}

func latin(b byte) rune { return charmap.Windows1252.DecodeByte(b) }

// tcvnMarks are the combining marks of TCVN 5712 from 0xB0 on.
var tcvnMarks = [...]rune{0x300, 0x309, 0x303, 0x301, 0x323}

func tcvnOther(b byte) rune {
	switch {
	case b == 0xA0:
		return 0xA0
	case b >= 0xB0 && int(b-0xB0) < len(tcvnMarks):
		return tcvnMarks[b-0xB0]
	}
	return ascii(b)
}

func abcOther(b byte) rune {
	if b >= 0x80 && b <= 0xA0 || b >= 0xB0 && b <= 0xB4 {
		return latin(b)
	}
	return ascii(b)
}

// VPS keeps the single quotes where windows-1252 has them.
func vpsOther(b byte) rune {
	switch b {
	case 0x91, 0x92, 0xA0, 0xE7, 0xEE, 0xF6, 0xFC, 0xDF:
		return latin(b)
	}
	return ascii(b)
}

func vpsUnother(r rune) (byte, bool) {
	b, ok := charmap.Windows1252.EncodeRune(r)
	return b, ok && vpsOther(b) == r
}

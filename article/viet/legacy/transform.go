package legacy

import (
	"strings"
	"unicode/utf8"

	"golang.org/x/text/transform"
	"golang.org/x/text/unicode/norm"
)

// decoder turns the bytes of an encoding into UTF-8.
type decoder struct {
	transform.NopResetter
	e *Encoding
}

// Transform implements [transform.Transformer].
func (d *decoder) Transform(dst, src []byte, atEOF bool) (nDst, nSrc int, err error) {
	for nSrc < len(src) {
		text, n := d.e.next(src[nSrc:], atEOF)
		if n == 0 {
			return nDst, nSrc, transform.ErrShortSrc
		}
		if nDst+len(text) > len(dst) {
			return nDst, nSrc, transform.ErrShortDst
		}
		nDst += copy(dst[nDst:], text)
		nSrc += n
	}
	return nDst, nSrc, nil
}

// asciiText holds the ASCII characters as strings.
var asciiText = func() (t [utf8.RuneSelf]string) {
	for c := range t {
		t[c] = string(rune(c))
	}
	return t
}()

// next decodes the first letter or other character of src, and returns how
// many bytes it takes; 0 if more bytes are needed to tell.
func (e *Encoding) next(src []byte, atEOF bool) (string, int) {
	if e.viqr && src[0] == '\\' {
		switch {
		case len(src) > 1 && strings.IndexByte(viqrMarks, src[1]) >= 0:
			return asciiText[src[1]], 2
		case len(src) == 1 && !atEOF:
			return "", 0
		}
		return `\`, 1
	}
	if len(src) < e.maxLen && !atEOF {
		return "", 0
	}
	for n := min(e.maxLen, len(src)); n > 0; n-- {
		if text, ok := e.decode[string(src[:n])]; ok {
			return text, n
		}
	}
	r := e.other(src[0])
	if r < utf8.RuneSelf {
		return asciiText[r], 1
	}
	return string(r), 1
}

// viqrMarks are the characters that a backslash keeps from being read as
// accents, or as the second d of đ, and the backslash itself.
const viqrMarks = "'`?~.^(+dD\\"

// encoder turns UTF-8 into the bytes of an encoding.
type encoder struct {
	e    *Encoding
	last rune // for VIQR: the character before
}

// Reset implements [transform.Transformer].
func (c *encoder) Reset() { c.last = 0 }

// Transform implements [transform.Transformer]. It goes from one starter to
// the next, since a letter may come with combining marks.
func (c *encoder) Transform(dst, src []byte, atEOF bool) (nDst, nSrc int, err error) {
	var composed, out []byte
	for nSrc < len(src) {
		size := norm.NFC.NextBoundary(src[nSrc:], atEOF)
		if size <= 0 {
			return nDst, nSrc, transform.ErrShortSrc
		}
		segment := src[nSrc : nSrc+size]
		if !norm.NFC.IsNormal(segment) {
			composed = norm.NFC.Append(composed[:0], segment...)
			segment = composed
		}
		out = out[:0]
		last := c.last
		for len(segment) > 0 {
			r, n := utf8.DecodeRune(segment)
			segment = segment[n:]
			b, ok := c.e.bytesOf(r, last)
			if !ok {
				return nDst, nSrc, errUnsupported
			}
			out = append(out, b...)
			last = r
		}
		if nDst+len(out) > len(dst) {
			return nDst, nSrc, transform.ErrShortDst
		}
		nDst += copy(dst[nDst:], out)
		nSrc += size
		c.last = last
	}
	return nDst, nSrc, nil
}

// bytesOf returns the bytes of r after the character last.
func (e *Encoding) bytesOf(r, last rune) (string, bool) {
	if b, ok := e.encode[r]; ok {
		return b, true
	}
	b, ok := e.byteOf(r)
	if !ok {
		return "", false
	}
	if e.viqr && e.needsEscape(b, last) {
		return string([]byte{'\\', b}), true
	}
	return string([]byte{b}), true
}

// byteOf returns the byte of a character that is no accented letter.
func (e *Encoding) byteOf(r rune) (byte, bool) {
	if r < utf8.RuneSelf {
		b := byte(r)
		_, taken := e.decode[string([]byte{b})]
		return b, !taken // a control character whose place a letter has
	}
	if r == unused {
		return 0, false
	}
	if e.unother != nil {
		if b, ok := e.unother(r); ok {
			if _, taken := e.decode[string([]byte{b})]; !taken {
				return b, true
			}
		}
		return 0, false
	}
	for b := 0x80; b < 0x100; b++ {
		if e.other(byte(b)) == r {
			return byte(b), true
		}
	}
	return 0, false
}

// needsEscape reports whether b after the character last would be read as an
// accent of it.
func (e *Encoding) needsEscape(b byte, last rune) bool {
	switch {
	case b == '\\':
		return true
	case b|0x20 == 'd':
		return last == 'd' || last == 'D'
	case strings.IndexByte(viqrMarks, b) < 0:
		return false
	}
	before, ok := e.encode[last]
	if !ok {
		if last >= utf8.RuneSelf {
			return false
		}
		before = asciiText[last]
	}
	_, joins := e.decode[before+string([]byte{b})]
	return joins
}

// unsupported is the error of an encoder for a character that the encoding
// lacks. Its method lets encoding.ReplaceUnsupported handle it.
type unsupported struct{}

var errUnsupported error = unsupported{}

func (unsupported) Error() string { return "legacy: character not in the encoding" }

// Replacement returns the byte that stands for such a character.
func (unsupported) Replacement() byte { return '?' }

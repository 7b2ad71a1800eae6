package article

import (
	"bytes"
	"errors"
	"io"
	"strconv"
	"strings"
	"unicode/utf16"
	"unicode/utf8"
)

// This file reads the tokens of JSON (RFC 8259).

// space skips white space and returns the byte after it, 0 at the end.
func (d *decoder) space() byte {
	for ; d.pos < len(d.data); d.pos++ {
		switch c := d.data[d.pos]; c {
		case ' ', '\n', '\r', '\t':
		default:
			return c
		}
	}
	return 0
}

// expect reads c after white space; want says what it begins.
func (d *decoder) expect(c byte, want string) error {
	if got := d.space(); got != c || d.pos >= len(d.data) {
		return d.unexpected(want)
	}
	d.pos++
	return nil
}

// at reports whether the data goes on with word.
func (d *decoder) at(word string) bool {
	return len(d.data)-d.pos >= len(word) && string(d.data[d.pos:d.pos+len(word)]) == word
}

// unexpected says what stands at pos instead of what is wanted.
func (d *decoder) unexpected(want string) error {
	if d.pos >= len(d.data) {
		return d.failf("%w: the data ends where %s is expected", io.ErrUnexpectedEOF, want)
	}
	got := ""
	switch c := d.data[d.pos]; {
	case c == '"':
		got = "a string"
	case c == '{':
		got = "an object"
	case c == '[':
		got = "a list"
	case d.at("null"):
		got = "null"
	case d.at("true"), d.at("false"):
		got = "true or false"
	case c == '-' || '0' <= c && c <= '9':
		got = "a number"
	default:
		got = strconv.QuoteRune(rune(c))
	}
	return d.failf("%s where %s is expected", got, want)
}

// skip reads any value, and checks its form.
func (d *decoder) skip(depth int) error {
	if depth > 16*maxDepth {
		return d.fail(ErrTooDeep)
	}
	switch c := d.space(); {
	case c == '"':
		_, err := d.string("a string")
		return err
	case c == '{':
		start := d.pos
		return d.members(func(key []byte) error {
			if string(key) == "type" && d.space() == '"' && d.types != nil {
				s, err := d.string("a string")
				d.types[start] = string(s)
				return err
			}
			return d.skip(depth + 1)
		})
	case c == '[':
		return d.elements(func() error { return d.skip(depth + 1) })
	case c == '-' || '0' <= c && c <= '9':
		_, err := d.number()
		return err
	}
	for _, word := range []string{"true", "false", "null"} {
		if d.at(word) {
			d.pos += len(word)
			return nil
		}
	}
	return d.unexpected("a value")
}

// number reads a number in the form of RFC 8259.
func (d *decoder) number() ([]byte, error) {
	d.space()
	start := d.pos
	digits := func() bool {
		n := d.pos
		for d.pos < len(d.data) && '0' <= d.data[d.pos] && d.data[d.pos] <= '9' {
			d.pos++
		}
		return d.pos > n
	}
	at := func(chars string) bool {
		if d.pos < len(d.data) && strings.IndexByte(chars, d.data[d.pos]) >= 0 {
			d.pos++
			return true
		}
		return false
	}
	if negative := at("-"); !at("0") && !digits() {
		if negative {
			return nil, d.unexpected("a digit")
		}
		return nil, d.unexpected("a number")
	}
	if at(".") && !digits() {
		return nil, d.unexpected("a digit")
	}
	if at("eE") {
		at("+-")
		if !digits() {
			return nil, d.unexpected("a digit")
		}
	}
	return d.data[start:d.pos], nil
}

// string reads a string. What it gives is valid until the data changes.
func (d *decoder) string(want string) ([]byte, error) {
	if d.space() != '"' {
		return nil, d.unexpected(want)
	}
	start := d.pos + 1
	for i := start; i < len(d.data); i++ {
		switch c := d.data[i]; {
		case c == '"':
			d.pos = i + 1
			return d.data[start:i], nil
		case c == '\\':
			return d.escaped(start, i)
		case c < ' ':
			d.pos = i
			return nil, d.fail(errors.New("a control character in a string"))
		}
	}
	d.pos = len(d.data)
	return nil, d.unexpected("the end of a string")
}

// escaped reads the rest of a string that begins at start and has its first
// backslash at i.
func (d *decoder) escaped(start, i int) ([]byte, error) {
	b := bytes.Clone(d.data[start:i])
	for i < len(d.data) {
		c := d.data[i]
		switch {
		case c == '"':
			d.pos = i + 1
			return b, nil
		case c < ' ':
			d.pos = i
			return nil, d.fail(errors.New("a control character in a string"))
		case c != '\\':
			b = append(b, c)
			i++
			continue
		}
		d.pos = i
		if i+1 >= len(d.data) {
			break
		}
		switch c := d.data[i+1]; c {
		case '"', '\\', '/':
			b = append(b, c)
		case 'b':
			b = append(b, '\b')
		case 'f':
			b = append(b, '\f')
		case 'n':
			b = append(b, '\n')
		case 'r':
			b = append(b, '\r')
		case 't':
			b = append(b, '\t')
		case 'u':
			r := d.hex(i)
			if utf16.IsSurrogate(r) {
				r = utf16.DecodeRune(r, d.hex(i+6))
				i += 6
			}
			if r < 0 || r == utf8.RuneError && !bytes.EqualFold(d.data[i+2:i+6], []byte("fffd")) {
				return nil, d.fail(errors.New("a wrong \\u escape in a string"))
			}
			b = utf8.AppendRune(b, r)
			i += 4
		default:
			return nil, d.fail(errors.New("a wrong escape in a string"))
		}
		i += 2
	}
	d.pos = len(d.data)
	return nil, d.unexpected("the end of a string")
}

// hex returns the character of the escape \uXXXX at i, or -1.
func (d *decoder) hex(i int) rune {
	if i+6 > len(d.data) || d.data[i] != '\\' || d.data[i+1] != 'u' {
		return -1
	}
	n, err := strconv.ParseUint(string(d.data[i+2:i+6]), 16, 32)
	if err != nil {
		return -1
	}
	return rune(n)
}

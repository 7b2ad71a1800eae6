package article

import (
	"bytes"
	"encoding/json"
	"io"
	"maps"
	"math"
	"reflect"
	"slices"
	"strconv"
	"time"
	"unicode/utf8"
)

// Encode writes a to w as one line of JSON, the form that [Decode] reads:
// objects with the names of the struct tags, in their order; a block with its
// kind as "type" first; marks as the list of their names; times in RFC 3339 with
// their zone; Seconds as a number. Zero fields are left out where the tags say so.
// Decode of it gives the same article.
//
// The error is that of w, or a [*Fault] for what has no JSON form: a nil article or
// block, an article that holds itself, is nested too deeply or has too many
// blocks, a year beyond 9999, a number that is not finite, unknown bits in Marks,
// an extension that is no JSON. Then nothing is written. Bytes that are not UTF-8
// become U+FFFD.
func Encode(w io.Writer, a *Article) error {
	if a == nil {
		return &Fault{Code: "nil-article", Message: "there is no article"}
	}
	b, err := a.MarshalJSON()
	if err != nil {
		return err
	}
	_, err = w.Write(append(b, '\n'))
	return err
}

// MarshalJSON returns the JSON of a as [Encode] writes it.
func (a Article) MarshalJSON() ([]byte, error) {
	e := encoder{buf: make([]byte, 0, 4096)}
	err := e.object(articlePlan, reflect.ValueOf(&a).Elem(), false)
	return e.buf, err
}

// MarshalJSON returns the JSON of b: the list of its blocks, with their types.
func (b Body) MarshalJSON() ([]byte, error) {
	e := encoder{}
	err := e.value(bodyPlan, reflect.ValueOf(b))
	return e.buf, err
}

// MarshalJSON returns the list of the names of the marks.
func (m Marks) MarshalJSON() ([]byte, error) {
	e := encoder{}
	err := e.marks(m)
	return e.buf, err
}

type encoder struct {
	buf   []byte
	path  []byte
	depth int
	count int
}

func (e *encoder) fault(code, message string) error {
	return &Fault{Path: string(e.path), Code: code, Message: message}
}

func (e *encoder) value(p *plan, v reflect.Value) error {
	switch p.form {
	case formObject:
		return e.object(p, v, false)
	case formBlock:
		if v.IsNil() || v.Elem().IsNil() {
			return e.fault("nil-block", "a block is nil")
		}
		v = v.Elem().Elem()
		return e.object(plans[v.Type()], v, true)
	case formPointer:
		if v.IsNil() { // only where a tag does not say omitempty
			return e.fault("nil", "a pointer is nil")
		}
		return e.value(p.elem, v.Elem())
	case formList:
		e.buf = append(e.buf, '[')
		for i := range v.Len() {
			if i > 0 {
				e.buf = append(e.buf, ',')
			}
			n := len(e.path)
			e.path = appendIndex(e.path, i)
			if err := e.value(p.elem, v.Index(i)); err != nil {
				return err
			}
			e.path = e.path[:n]
		}
		e.buf = append(e.buf, ']')
	case formString:
		e.buf = appendString(e.buf, v.String())
	case formInt:
		e.buf = strconv.AppendInt(e.buf, v.Int(), 10)
	case formFloat:
		f := v.Float()
		if math.IsNaN(f) || math.IsInf(f, 0) {
			return e.fault("bad-number", "the number is not finite")
		}
		e.buf = strconv.AppendFloat(e.buf, f, 'g', -1, 64)
	case formBool:
		e.buf = strconv.AppendBool(e.buf, v.Bool())
	case formTime:
		return e.time(v)
	case formMarks:
		return e.marks(Marks(v.Uint()))
	case formExtensions:
		return e.extensions(v.Interface().(map[string]json.RawMessage))
	}
	return nil
}

func (e *encoder) object(p *plan, v reflect.Value, block bool) error {
	if p.nested {
		if e.depth++; e.depth > maxDepth {
			return e.fault("too-deep", "the article holds itself or is nested too deeply")
		}
		if e.count++; e.count > maxBlocks {
			return e.fault("too-complex", "the article has too many blocks")
		}
		defer func() { e.depth-- }()
	}
	e.buf = append(e.buf, '{')
	first := true
	if block {
		e.buf = append(e.buf, `"type":"`...)
		e.buf = append(e.buf, p.block...)
		e.buf = append(e.buf, '"')
		first = false
	}
	for i := range p.fields {
		f := &p.fields[i]
		fv := v.Field(f.index)
		if f.omit && isEmpty(f.plan, fv) {
			continue
		}
		if !first {
			e.buf = append(e.buf, ',')
		}
		first = false
		e.buf = append(e.buf, '"')
		e.buf = append(e.buf, f.name...)
		e.buf = append(e.buf, '"', ':')
		n := len(e.path)
		if n > 0 {
			e.path = append(e.path, '.')
		}
		e.path = append(e.path, f.name...)
		if err := e.value(f.plan, fv); err != nil {
			return err
		}
		e.path = e.path[:n]
	}
	e.buf = append(e.buf, '}')
	return nil
}

// isEmpty reports whether v is left out of an object.
func isEmpty(p *plan, v reflect.Value) bool {
	switch p.form {
	case formList, formString, formExtensions:
		return v.Len() == 0
	case formObject:
		for i := range p.fields {
			if f := &p.fields[i]; !isEmpty(f.plan, v.Field(f.index)) {
				return false
			}
		}
		return true
	}
	return v.IsZero()
}

func (e *encoder) time(v reflect.Value) error {
	t := v.Interface().(time.Time)
	if _, offset := t.Zone(); offset%60 != 0 { // RFC 3339 has no seconds there
		t = t.UTC()
	}
	text, err := t.AppendText(append(e.buf, '"'))
	if err != nil {
		return e.fault("bad-time", "RFC 3339 has no form for the time")
	}
	e.buf = append(text, '"')
	return nil
}

func (e *encoder) marks(m Marks) error {
	if m>>len(markNames) != 0 {
		return e.fault("bad-marks", "there are unknown marks")
	}
	e.buf = append(e.buf, '[')
	for i, name := range markNames {
		if m&(1<<i) != 0 {
			e.buf = append(e.buf, '"')
			e.buf = append(e.buf, name...)
			e.buf = append(e.buf, '"', ',')
		}
	}
	e.buf = bytes.TrimSuffix(e.buf, []byte(","))
	e.buf = append(e.buf, ']')
	return nil
}

func (e *encoder) extensions(m map[string]json.RawMessage) error {
	e.buf = append(e.buf, '{')
	for i, k := range slices.Sorted(maps.Keys(m)) {
		if i > 0 {
			e.buf = append(e.buf, ',')
		}
		e.buf = appendString(e.buf, k)
		e.buf = append(e.buf, ':')
		var c bytes.Buffer
		if err := json.Compact(&c, m[k]); err != nil || !utf8.Valid(m[k]) {
			return e.fault("bad-extension", "the extension "+strconv.Quote(k)+" is no JSON")
		}
		e.buf = append(e.buf, c.Bytes()...)
	}
	e.buf = append(e.buf, '}')
	return nil
}

// appendString appends s as a JSON string. The line separators U+2028 and U+2029
// are escaped, so that the result is JavaScript too.
func appendString(b []byte, s string) []byte {
	b = append(b, '"')
	done := 0
	for i := 0; i < len(s); {
		c := s[i]
		if c < utf8.RuneSelf {
			if c >= ' ' && c != '"' && c != '\\' && c != 0x7f {
				i++
				continue
			}
			b = append(b, s[done:i]...)
			switch c {
			case '"', '\\':
				b = append(b, '\\', c)
			case '\n':
				b = append(b, '\\', 'n')
			case '\t':
				b = append(b, '\\', 't')
			case '\r':
				b = append(b, '\\', 'r')
			default:
				b = append(b, '\\', 'u', '0', '0', upperHex[c>>4], upperHex[c&15])
			}
			i++
			done = i
			continue
		}
		r, n := utf8.DecodeRuneInString(s[i:])
		switch {
		case r == utf8.RuneError && n == 1:
			b = append(b, s[done:i]...)
			b = append(b, "\ufffd"...)
			done = i + 1
		case r == '\u2028' || r == '\u2029':
			b = append(b, s[done:i]...)
			b = append(b, `\u202`...)
			b = append(b, upperHex[r&15])
			done = i + n
		}
		i += n
	}
	return append(append(b, s[done:]...), '"')
}

package article

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"math"
	"reflect"
	"strconv"
	"strings"
	"time"
	"unicode/utf8"
)

// A DecodeError says what [Decode] could not read, and where.
type DecodeError struct {
	Path   string // of the field, such as "body[3].poster.width"; empty for the whole
	Offset int64  // in the input, in bytes
	Err    error
}

// Error returns the path and what is wrong there.
func (e *DecodeError) Error() string {
	if e.Path == "" {
		return fmt.Sprintf("article: at byte %d: %s", e.Offset, e.text())
	}
	return fmt.Sprintf("article: %s: %s", e.Path, e.text())
}

func (e *DecodeError) text() string { return strings.TrimPrefix(e.Err.Error(), "article: ") }

// Unwrap returns e.Err.
func (e *DecodeError) Unwrap() error { return e.Err }

// Decode reads one article in JSON from r, to its end. The form is that of
// [Encode] and of the JSON Schema in schema.json beside this package.
//
// Decode is strict, so that nothing is lost unseen: an unknown field or type of
// block, a field given twice or missing, another JSON type than expected, null, a
// time without zone, text that is not UTF-8 and anything after the article are
// errors. The order of fields is free, "type" included, and a byte order mark at
// the beginning is passed over (RFC 8259, section 8.1). Each error of the data is
// a [*DecodeError]; one that passes a limit wraps [ErrTooLarge], [ErrTooDeep] or
// [ErrTooComplex]. A nil lim means the default limits.
//
// The input may be untrusted. What Decode gives has the right form and may still
// lack what [Article.Validate] asks for.
func Decode(r io.Reader, lim *Limits) (*Article, error) {
	l := lim.WithDefaults()
	var buf bytes.Buffer
	if r, ok := r.(interface{ Len() int }); ok { // of bytes, strings
		buf.Grow(int(min(int64(r.Len()), l.Bytes)) + bytes.MinRead)
	}
	if _, err := buf.ReadFrom(io.LimitReader(r, min(l.Bytes, math.MaxInt64-1)+1)); err != nil {
		return nil, err
	}
	a := new(Article)
	if err := decode(buf.Bytes(), l, articlePlan, reflect.ValueOf(a).Elem()); err != nil {
		return nil, err
	}
	return a, nil
}

// UnmarshalJSON reads an article as [Decode] does, with the default limits.
func (a *Article) UnmarshalJSON(data []byte) error { return unmarshal(data, articlePlan, a) }

// UnmarshalJSON reads a list of blocks as [Decode] does, with the default limits.
func (b *Body) UnmarshalJSON(data []byte) error { return unmarshal(data, bodyPlan, b) }

// UnmarshalJSON reads a list of names of marks.
func (m *Marks) UnmarshalJSON(data []byte) error {
	return unmarshal(data, plans[reflect.TypeFor[Marks]()], m)
}

// unmarshal sets *x, or leaves it as it was if there is an error.
func unmarshal[T any](data []byte, p *plan, x *T) error {
	var read T
	if err := decode(data, (*Limits)(nil).WithDefaults(), p, reflect.ValueOf(&read).Elem()); err != nil {
		return err
	}
	*x = read
	return nil
}

func decode(data []byte, lim Limits, p *plan, v reflect.Value) error {
	d := decoder{data: data, lim: lim}
	if int64(len(data)) > lim.Bytes {
		d.pos = int(lim.Bytes)
		return d.fail(ErrTooLarge)
	}
	if !utf8.Valid(data) {
		for d.pos < len(data) {
			if r, n := utf8.DecodeRune(data[d.pos:]); r == utf8.RuneError && n == 1 {
				break
			} else {
				d.pos += n
			}
		}
		return d.fail(errors.New("not UTF-8"))
	}
	if bytes.HasPrefix(data, []byte("\ufeff")) {
		d.pos = len("\ufeff")
	}
	if err := d.value(p, v); err != nil {
		return err
	}
	d.space()
	if d.pos < len(data) {
		d.path = nil
		return d.fail(errors.New("more data after the end"))
	}
	return nil
}

// A decoder reads one value. Its path stays where it is when an error occurs.
type decoder struct {
	data  []byte
	pos   int
	path  []byte
	depth int // of nested objects, see Limits
	count int // of objects
	lim   Limits
	types map[int]string // of blocks that begin there, see blockType
}

func (d *decoder) fail(err error) error {
	return &DecodeError{Path: strings.ToValidUTF8(string(d.path), "…"), Offset: int64(d.pos), Err: err}
}

func (d *decoder) failf(format string, args ...any) error {
	return d.fail(fmt.Errorf(format, args...))
}

func (d *decoder) value(p *plan, v reflect.Value) error {
	switch p.form {
	case formObject:
		return d.object(p, v, false)
	case formBlock:
		return d.block(v)
	case formPointer:
		v.Set(reflect.New(p.elem.typ))
		return d.value(p.elem, v.Elem())
	case formList:
		return d.list(p, v)
	case formString:
		s, err := d.string("a string")
		if err != nil {
			return err
		}
		v.SetString(string(s))
	case formInt:
		s, err := d.number()
		if err != nil {
			return err
		}
		n, err := strconv.ParseInt(string(s), 10, v.Type().Bits())
		if err != nil {
			// 1.0 and 1e3 are whole numbers too.
			f, err := strconv.ParseFloat(string(s), 64)
			if n = int64(f); err != nil || float64(n) != f || math.Abs(f) > 1<<53 || v.OverflowInt(n) {
				return d.failf("%.100s is no whole number that can be held", s)
			}
		}
		v.SetInt(n)
	case formFloat:
		s, err := d.number()
		if err != nil {
			return err
		}
		f, err := strconv.ParseFloat(string(s), 64)
		if err != nil {
			return d.failf("%.100s is no number that can be held", s)
		}
		v.SetFloat(f)
	case formBool:
		d.space()
		switch {
		case d.at("true"):
			d.pos += len("true")
			v.SetBool(true)
		case d.at("false"):
			d.pos += len("false")
			v.SetBool(false)
		default:
			return d.unexpected("true or false")
		}
	case formTime:
		s, err := d.string("a time")
		if err != nil {
			return err
		}
		t, ok := parseTime(string(s))
		if !ok {
			return d.failf("%.100q is no RFC 3339 time with its zone", s)
		}
		*v.Addr().Interface().(*time.Time) = t
	case formMarks:
		return d.marks(v.Addr().Interface().(*Marks))
	case formExtensions:
		return d.extensions(v.Addr().Interface().(*map[string]json.RawMessage))
	}
	return nil
}

// members reads the members of an object: it calls f for each name, which must
// read the value. The path is that of the member.
func (d *decoder) members(f func(name []byte) error) error {
	if err := d.expect('{', "an object"); err != nil {
		return err
	}
	if d.count++; d.count > d.lim.Blocks {
		return d.fail(ErrTooComplex)
	}
	if d.space() == '}' {
		d.pos++
		return nil
	}
	for {
		name, err := d.string("a field name")
		if err != nil {
			return err
		}
		n := len(d.path)
		if n > 0 {
			d.path = append(d.path, '.')
		}
		d.path = append(d.path, name[:min(len(name), 100)]...)
		if err := d.expect(':', "':'"); err != nil {
			return err
		}
		if err := f(name); err != nil {
			return err
		}
		d.path = d.path[:n]
		switch d.space() {
		case ',':
			d.pos++
		case '}':
			d.pos++
			return nil
		default:
			return d.unexpected("',' or '}'")
		}
	}
}

// elements reads a list and calls f for each element, which must read it.
func (d *decoder) elements(f func() error) error {
	if err := d.expect('[', "a list"); err != nil {
		return err
	}
	if d.space() == ']' {
		d.pos++
		return nil
	}
	for i := 0; ; i++ {
		n := len(d.path)
		d.path = appendIndex(d.path, i)
		if err := f(); err != nil {
			return err
		}
		d.path = d.path[:n]
		switch d.space() {
		case ',':
			d.pos++
		case ']':
			d.pos++
			return nil
		default:
			return d.unexpected("',' or ']'")
		}
	}
}

func (d *decoder) list(p *plan, v reflect.Value) error {
	return d.elements(func() error {
		i := v.Len()
		if i == v.Cap() {
			v.Grow(1)
		}
		v.SetLen(i + 1)
		e := v.Index(i)
		e.SetZero()
		return d.value(p.elem, e)
	})
}

// block reads a block, whose "type" says which it is.
func (d *decoder) block(v reflect.Value) error {
	name, err := d.blockType()
	if err != nil {
		return err
	}
	p := blockPlans[name]
	if p == nil {
		return d.failf("unknown type %.100q of block", name)
	}
	b := reflect.New(p.typ)
	v.Set(b)
	return d.object(p, b.Elem(), true)
}

// blockType looks for the "type" of the object that follows, without reading it.
// Where that is not the first field, the search goes through other blocks; what it
// meets there it keeps in d.types, so that it need not go through them again.
func (d *decoder) blockType() (string, error) {
	d.space()
	if name, ok := d.types[d.pos]; ok {
		return name, nil
	}
	look := *d
	look.path = bytes.Clone(d.path)
	name, found := "", errors.New("found")
	err := look.members(func(key []byte) error {
		if string(key) != "type" {
			if d.types == nil {
				d.types = map[int]string{}
				look.types = d.types
			}
			return look.skip(0)
		}
		s, err := look.string("a type of block")
		if err != nil {
			return err
		}
		name = string(s)
		return found
	})
	switch {
	case err == found:
		return name, nil
	case err != nil:
		return "", err
	}
	return "", d.fail(errors.New(`the block has no "type"`))
}

// object reads an object, which has a "type" too if it is a block.
func (d *decoder) object(p *plan, v reflect.Value, block bool) error {
	if p.nested {
		if d.depth++; d.depth > d.lim.Depth {
			return d.fail(ErrTooDeep)
		}
		defer func() { d.depth-- }()
	}
	var seen uint64
	typed := false
	err := d.members(func(name []byte) error {
		if block && string(name) == "type" {
			if typed {
				return d.fail(errors.New("the field is given twice"))
			}
			typed = true
			_, err := d.string("a type of block")
			return err
		}
		i, ok := p.index[string(name)]
		if !ok {
			return d.fail(errors.New("unknown field"))
		}
		if seen&(1<<i) != 0 {
			return d.fail(errors.New("the field is given twice"))
		}
		seen |= 1 << i
		return d.value(p.fields[i].plan, v.Field(p.fields[i].index))
	})
	if err != nil {
		return err
	}
	for i := range p.fields {
		if p.fields[i].required && seen&(1<<i) == 0 {
			return d.failf("the field %q is missing", p.fields[i].name)
		}
	}
	return nil
}

func (d *decoder) marks(m *Marks) error {
	return d.elements(func() error {
		s, err := d.string("the name of a mark")
		if err != nil {
			return err
		}
		for i, name := range markNames {
			if string(s) == name {
				if m.Has(1 << i) {
					return d.failf("the mark %q is given twice", s)
				}
				*m |= 1 << i
				return nil
			}
		}
		return d.failf("unknown mark %.100q", s)
	})
}

func (d *decoder) extensions(m *map[string]json.RawMessage) error {
	return d.members(func(name []byte) error {
		key := string(name)
		if _, ok := (*m)[key]; ok {
			return d.fail(errors.New("the field is given twice"))
		}
		d.space()
		start := d.pos
		if err := d.skip(0); err != nil {
			return err
		}
		var c bytes.Buffer
		if err := json.Compact(&c, d.data[start:d.pos]); err != nil {
			return d.fail(err)
		}
		if *m == nil {
			*m = map[string]json.RawMessage{}
		}
		(*m)[key] = c.Bytes()
		return nil
	})
}

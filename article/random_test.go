package article

import (
	"encoding/json"
	"math/rand/v2"
	"reflect"
	"time"
)

// A maker makes articles for property tests, the same ones for the same seed. It
// goes by the types, so that a new field is in every property at once.
type maker struct {
	*rand.Rand
	full bool                  // every field is filled
	text func(m *maker) string // of strings; nil means randomText
	deep int                   // of what is being filled
}

func newMaker(seed uint64) *maker {
	return &maker{Rand: rand.New(rand.NewPCG(seed, 0))}
}

func (m *maker) article() *Article {
	a := new(Article)
	m.fill(reflect.ValueOf(a).Elem())
	return a
}

var pieces = []string{
	"a", "Kon Rẫy", " ", "  ", "\n", "đ", "Đ", "\u0323", "e\u0302\u0301", "hoà", "\u00a0", "\u200b", "\u00ad",
	"“", "”", "\"", "\\", "<b>", "&amp;", "/", "?x=1", "#", "https://a.vn/", "javascript:", "\u2028", "😀", "\x01", "\x7f",
	"\ufeff", "|", "…", "-", "1.000", "\ufffd", "\t", "сho", "ðược",
}

func randomText(m *maker) string {
	s := ""
	for range m.IntN(5) {
		s += pieces[m.IntN(len(pieces))]
	}
	return s
}

func (m *maker) fill(v reflect.Value) {
	t := v.Type()
	switch {
	case t == reflect.TypeFor[time.Time]():
		if m.full || m.IntN(2) == 0 {
			at := time.Unix(1600000000+m.Int64N(1e8), m.Int64N(2)*123456789)
			zone := []*time.Location{time.UTC, time.FixedZone("", 7*3600), time.FixedZone("", -4*3600-1800)}[m.IntN(3)]
			v.Set(reflect.ValueOf(at.In(zone)))
		}
	case t == reflect.TypeFor[Marks]():
		if m.full || m.IntN(2) == 0 {
			v.SetUint(1 + m.Uint64N(1<<len(markNames)-1))
		}
	case t == reflect.TypeFor[map[string]json.RawMessage]():
		if m.full || m.IntN(2) == 0 {
			v.Set(reflect.ValueOf(map[string]json.RawMessage{"x": json.RawMessage(`{"a":[1,null]}`), "đ": json.RawMessage(`"<"`)}))
		}
	case t == reflect.TypeFor[Block]():
		b := blockTypes[m.IntN(len(blockTypes))]
		for m.deep > 3 && planOf(reflect.TypeOf(b.zero).Elem()).holdsBodies() {
			b = blockTypes[m.IntN(len(blockTypes))]
		}
		p := reflect.New(reflect.TypeOf(b.zero).Elem())
		m.fill(p.Elem())
		v.Set(p)
	default:
		m.fillKind(v, t)
	}
}

func (m *maker) fillKind(v reflect.Value, t reflect.Type) {
	switch t.Kind() {
	case reflect.String:
		s := ""
		if m.text != nil {
			s = m.text(m)
		} else {
			s = randomText(m)
		}
		v.SetString(s)
	case reflect.Int, reflect.Int64:
		if m.full {
			v.SetInt(1 + m.Int64N(1<<30))
		} else {
			v.SetInt(m.Int64N(4) - 1)
		}
	case reflect.Float64:
		v.SetFloat(m.Float64() * []float64{0, 1, 1e-7, 1e25}[m.IntN(4)])
		if m.full {
			v.SetFloat(0.5)
		}
	case reflect.Bool:
		v.SetBool(m.full || m.IntN(2) == 0)
	case reflect.Slice:
		if n := m.IntN(3); (m.full || n > 0) && m.deep < 12 {
			m.deep++
			v.Set(reflect.MakeSlice(t, max(n, 1), max(n, 1)))
			for i := range v.Len() {
				m.fill(v.Index(i))
			}
			m.deep--
		}
	case reflect.Pointer:
		if (m.full || m.IntN(3) == 0) && m.deep < 6 {
			m.deep += 2
			v.Set(reflect.New(t.Elem()))
			m.fill(v.Elem())
			m.deep -= 2
		}
	case reflect.Struct:
		for i := range v.NumField() {
			if f := t.Field(i); f.Name == "Hero" && m.IntN(4) == 0 && !m.full {
				continue
			}
			m.fill(v.Field(i))
		}
	}
}

// holdsBodies reports whether a block can hold others.
func (p *plan) holdsBodies() bool {
	for _, f := range p.fields {
		if f.plan == bodyPlan || f.plan.form == formList && f.plan.elem == bodyPlan {
			return true
		}
	}
	return false
}

// eachValue calls f for every value in v, structs before their fields.
func eachValue(v reflect.Value, f func(reflect.Value)) {
	f(v)
	switch v.Kind() {
	case reflect.Pointer, reflect.Interface:
		if !v.IsNil() {
			eachValue(v.Elem(), f)
		}
	case reflect.Slice:
		for i := range v.Len() {
			eachValue(v.Index(i), f)
		}
	case reflect.Struct:
		if v.Type() != reflect.TypeFor[time.Time]() {
			for i := range v.NumField() {
				eachValue(v.Field(i), f)
			}
		}
	}
}

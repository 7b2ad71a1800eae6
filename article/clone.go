package article

import (
	"encoding/json"
	"maps"
	"reflect"
	"slices"
	"time"
)

// Clone returns a deep copy of a, which shares nothing with it. A nil a gives nil.
func (a *Article) Clone() *Article {
	if a == nil {
		return nil
	}
	var c cloner
	return c.copy(reflect.ValueOf(a)).Interface().(*Article)
}

// A cloner holds the pointers on the way from the root, with their copies, so
// that an article that holds itself is copied as such.
type cloner struct {
	from []any
	to   []reflect.Value
}

func (c *cloner) copy(v reflect.Value) reflect.Value {
	switch v.Kind() {
	case reflect.Pointer:
		if v.IsNil() {
			return v
		}
		if i := slices.Index(c.from, v.Interface()); i >= 0 {
			return c.to[i]
		}
		p := reflect.New(v.Type().Elem())
		c.from, c.to = append(c.from, v.Interface()), append(c.to, p)
		p.Elem().Set(v.Elem())
		c.fields(p.Elem())
		c.from, c.to = c.from[:len(c.from)-1], c.to[:len(c.to)-1]
		return p
	case reflect.Interface:
		if v.IsNil() {
			return v
		}
		return c.copy(v.Elem())
	case reflect.Slice:
		if v.IsNil() {
			return v
		}
		s := reflect.MakeSlice(v.Type(), v.Len(), v.Len())
		reflect.Copy(s, v)
		if shared(v.Type().Elem()) {
			for i := range s.Len() {
				c.inPlace(s.Index(i))
			}
		}
		return s
	case reflect.Map: // Extensions
		m := maps.Clone(v.Interface().(map[string]json.RawMessage))
		for k := range m {
			m[k] = slices.Clone(m[k])
		}
		return reflect.ValueOf(m)
	}
	return v
}

// inPlace makes v, which holds a shallow copy, a deep one.
func (c *cloner) inPlace(v reflect.Value) {
	if v.Kind() == reflect.Struct {
		c.fields(v)
	} else if shared(v.Type()) {
		v.Set(c.copy(v))
	}
}

func (c *cloner) fields(v reflect.Value) {
	if v.Type() == reflect.TypeFor[time.Time]() {
		return // its location is never changed
	}
	for i := range v.NumField() {
		if f := v.Field(i); shared(f.Type()) && !f.IsZero() {
			c.inPlace(f)
		}
	}
}

// shared reports whether a shallow copy of a t can share memory with it.
func shared(t reflect.Type) bool {
	switch t.Kind() {
	case reflect.Pointer, reflect.Interface, reflect.Slice, reflect.Map, reflect.Struct:
		return true
	}
	return false
}

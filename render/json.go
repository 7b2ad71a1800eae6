package render

import (
	"strconv"
	"time"
)

// A jsonWriter writes JSON with members in the order of the calls. Members with
// empty values are left out.
type jsonWriter struct {
	out  []byte
	more bool // a comma is due before the next value
}

func (w *jsonWriter) sep() {
	if w.more {
		w.out = append(w.out, ',')
	}
	w.more = true
}

// key begins a member, whose name needs no escapes; an empty key begins an element
// of an array.
func (w *jsonWriter) key(k string) {
	w.sep()
	if k != "" {
		w.out = append(w.out, '"')
		put(&w.out, k)
		put(&w.out, `":`)
	}
}

func (w *jsonWriter) open(k string, c byte) {
	w.key(k)
	w.out = append(w.out, c)
	w.more = false
}

func (w *jsonWriter) close(c byte) {
	w.out = append(w.out, c)
	w.more = true
}

// object writes the members that f writes as an object.
func (w *jsonWriter) object(k string, f func()) {
	w.open(k, '{')
	f()
	w.close('}')
}

// array writes the elements that f writes as an array, or nothing if f writes
// none.
func (w *jsonWriter) array(k string, f func()) {
	start, more := len(w.out), w.more
	w.open(k, '[')
	n := len(w.out)
	f()
	if len(w.out) == n {
		w.out, w.more = w.out[:start], more
		return
	}
	w.close(']')
}

func (w *jsonWriter) str(k, s string) {
	if s != "" {
		w.key(k)
		writeJSON(&w.out, s)
	}
}

func (w *jsonWriter) num(k string, n int64) {
	if n != 0 {
		w.int(k, n)
	}
}

func (w *jsonWriter) int(k string, n int64) {
	w.key(k)
	w.out = strconv.AppendInt(w.out, n, 10)
}

func (w *jsonWriter) float(k string, f float64) {
	w.key(k)
	w.out = strconv.AppendFloat(w.out, f, 'f', -1, 64)
}

func (w *jsonWriter) bool(k string, b bool) {
	w.key(k)
	w.out = strconv.AppendBool(w.out, b)
}

// time writes an instant with the zone in which the site shows it.
func (w *jsonWriter) time(k string, s *Site, t time.Time) {
	if !t.IsZero() {
		w.key(k)
		w.out = append(w.out, '"')
		w.out = append(appendStamp(w.out, s.local(t)), '"')
	}
}

// strs writes a list of strings, or nothing if it is empty.
func (w *jsonWriter) strs(k string, list []string) {
	w.array(k, func() {
		for _, s := range list {
			w.str("", s)
		}
	})
}

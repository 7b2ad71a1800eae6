package related

import (
	"bytes"
	"slices"
)

// pins returns the documents that the editor's list of d names.
func (r *run) pins(p *plan, d *Doc, q *Query) []candidate {
	var out []candidate
	for _, name := range d.Related {
		vi, doc := r.named(name)
		if doc < 0 {
			continue
		}
		v := r.st.views[vi]
		id := v.seg.id(doc)
		if string(id) == d.ID || q.Exclude != nil && q.Exclude(string(id)) ||
			slices.ContainsFunc(out, func(c candidate) bool { return bytes.Equal(c.id, id) }) {
			continue
		}
		out = append(out, r.one(p, vi, doc))
	}
	return out
}

// one returns a document as a candidate with its total.
func (r *run) one(p *plan, vi, doc int) candidate {
	f := found{view: int32(vi), doc: int32(doc)}
	c := r.candidate(&f)
	for _, x := range r.contributions(p, p.all(), []candidate{c})[0] {
		c.total += x.v
	}
	return c
}

// named finds a document by its ID or its URL; doc is -1 if there is none. Of
// several with one URL it is the one with the least ID.
func (r *run) named(name string) (vi, doc int) {
	for vi, v := range r.st.views {
		if doc := v.find(name); doc >= 0 {
			return vi, doc
		}
	}
	keys := URLKeys(name)
	vi, doc = -1, -1
	for i, v := range r.st.views {
		for _, d := range v.withBoth(keys) {
			if doc < 0 || bytes.Compare(v.seg.id(d), r.st.views[vi].seg.id(doc)) < 0 {
				vi, doc = i, d
			}
		}
	}
	return vi, doc
}

// withBoth returns the living documents that have both terms.
func (v *view) withBoth(keys [2]Key) (docs []int) {
	has := map[int]bool{}
	for _, d := range v.with(keys[0]) {
		has[d] = true
	}
	for _, d := range v.with(keys[1]) {
		if has[d] {
			docs = append(docs, d)
		}
	}
	return docs
}

// with returns the living documents that have a term.
func (v *view) with(k Key) (docs []int) {
	s := v.seg
	l := s.lookup(k)
	if l.n == 0 {
		return nil
	}
	if l.format != formatForward {
		for _, p := range s.appendPostings(nil, l) {
			if doc := int(p >> levelBits); !v.isDead(doc) {
				docs = append(docs, doc)
			}
		}
		return docs
	}
	for doc := range s.docs {
		s.forwardOf(doc, func(slot uint32, _ uint8) {
			if slot == l.slot && !v.isDead(doc) {
				docs = append(docs, doc)
			}
		})
	}
	return docs
}

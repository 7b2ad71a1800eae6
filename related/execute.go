package related

import (
	"bytes"
	"cmp"
	"encoding/binary"
	"slices"
	"sync"
)

// A run is a query on its way through a state. It keeps buffers between queries.
type run struct {
	planner
	st    *state
	lists []list // of each term of the plan in each view

	acc    []uint16 // what the rare terms add up to, for each document of a view
	best   []found
	table  []uint32 // of the terms that a view has forward: weight<<2 | class, by slot
	terms  []int32  // the same: term+1
	marked []marked

	touched byte // of no meaning
}

// found is a document that may become a candidate.
type found struct {
	rare      uint32
	view, doc int32
	published int64
	total     uint32
}

type marked struct{ doc, cand int32 }

var runs = sync.Pool{New: func() any { return new(run) }}

// release gives r back, without the state, which may be large.
func (r *run) release() {
	r.st = nil
	runs.Put(r)
}

// start looks up the terms of a plan in all views and weighs them.
func (r *run) start(st *state, p *plan) {
	r.st = st
	nv := len(st.views)
	r.lists = slices.Grow(r.lists[:0], nv*len(p.terms))[:nv*len(p.terms)]
	for vi, v := range st.views {
		s := v.seg
		// Bring what will be read to the cache, all at once.
		touch := byte(0)
		for i := range p.terms {
			if start, end := s.block(p.terms[i].key); start < end {
				touch += s.postings[start]
			}
		}
		r.touched += touch
		for i := range p.terms {
			r.lists[nv*i+vi] = s.lookup(p.terms[i].key)
		}
	}
	for i := range p.terms {
		p.terms[i].lists = int32(nv * i)
		df := uint32(0)
		for vi, v := range st.views {
			df += v.df(p.terms[i].key, r.lists[nv*i+vi])
		}
		p.terms[i].df = df
	}
	p.weigh(st.docs)
}

// candidates returns the n documents that the rare terms of p favor most, with
// their totals for all terms. skip is the ID of a document that is none.
func (r *run) candidates(p *plan, q *Query, skip string, n int) []candidate {
	r.best = r.best[:0]
	least := uint32(1)
	for vi, v := range r.st.views {
		f := newFilter(q, v, skip)
		if f.none {
			continue
		}
		r.accumulate(p, vi, v)
		least = r.threshold(vi, v, &f, n, least)
	}
	r.cut(n)
	r.complete(p)
	cands := make([]candidate, len(r.best))
	for i := range r.best {
		cands[i] = r.candidate(&r.best[i])
	}
	return cands
}

func (r *run) candidate(f *found) candidate {
	v := r.st.views[f.view]
	return candidate{
		id: v.seg.id(int(f.doc)), published: f.published, sketch: v.seg.sketch(int(f.doc)),
		total: f.total, view: f.view, doc: f.doc,
	}
}

// accumulate adds up the rare terms, or all if none is rare, for each document of
// a view.
func (r *run) accumulate(p *plan, vi int, v *view) {
	s := v.seg
	n := (s.docs + 3) &^ 3
	if cap(r.acc) < n {
		r.acc = make([]uint16, n)
	}
	r.acc = r.acc[:n]
	clear(r.acc)
	acc, lengths := r.acc, s.lengths
	forward := false
	for i := range p.terms {
		t := &p.terms[i]
		if p.chosen && !t.rare {
			continue
		}
		l := r.lists[int(t.lists)+vi]
		if l.n == 0 {
			continue
		}
		imp, w := &r.st.imp[t.class], t.w
		switch l.format {
		case formatWide:
			b := s.postings[l.data:][:3*l.n]
			for ; len(b) >= 3; b = b[3:] {
				x := uint32(b[0]) | uint32(b[1])<<8 | uint32(b[2])<<16
				doc := x >> levelBits
				acc[doc] += uint16(w * uint32(imp[lengths[doc]][x&levelMask]) >> 8)
			}
		case formatNarrow:
			b := s.postings[l.data:][:2*l.n]
			doc := ^uint32(0)
			for ; len(b) >= 2; b = b[2:] {
				x := uint32(binary.LittleEndian.Uint16(b))
				doc += x>>levelBits + 1
				acc[doc] += uint16(w * uint32(imp[lengths[doc]][x&levelMask]) >> 8)
			}
		case formatForward:
			forward = true
		}
	}
	if !forward {
		return
	}
	// A term that is rare in all, but was common when this segment was made, or no
	// term is rare: all lists must be read.
	r.slots(p, vi, s, func(t *planTerm) bool { return !p.chosen || t.rare })
	for doc := range s.docs {
		row := r.rows(lengths[doc])
		acc[doc] += uint16(forwardSum(span(s.forward, s.forwardEnd, doc), r.table, &row))
	}
	r.clearSlots(p, vi)
}

// rows are the impacts of the classes for one length.
func (r *run) rows(l lengthClass) (row [32]uint8) {
	for c := range r.st.imp {
		copy(row[8*c:], r.st.imp[c][l][:])
	}
	return row
}

// slots fills the table of the terms that a segment has forward.
func (r *run) slots(p *plan, vi int, s *segment, use func(*planTerm) bool) {
	if len(r.table) < s.slots {
		r.table, r.terms = make([]uint32, s.slots), make([]int32, s.slots)
	}
	for i := range p.terms {
		t := &p.terms[i]
		if l := &r.lists[int(t.lists)+vi]; l.format == formatForward && l.n > 0 && use(t) {
			r.table[l.slot] = t.w<<2 | uint32(t.class)
			r.terms[l.slot] = int32(i + 1)
		}
	}
}

func (r *run) clearSlots(p *plan, vi int) {
	for i := range p.terms {
		if l := &r.lists[int(p.terms[i].lists)+vi]; l.format == formatForward && l.n > 0 {
			r.table[l.slot], r.terms[l.slot] = 0, 0
		}
	}
}

// forwardSum adds up what the terms in table add to a document with that list.
func forwardSum(b []byte, table []uint32, row *[32]uint8) (sum uint32) {
	slot := ^uint32(0)
	for len(b) > 0 {
		x := b[0]
		b = b[1:]
		gap := uint32(x >> levelBits)
		if gap == escapeGap {
			more, n := uvarint(b, 0)
			gap += more
			b = b[n:]
		}
		slot += gap + 1
		t := table[slot]
		sum += t >> 2 * uint32(row[t&3<<levelBits|uint32(x&levelMask)]) >> 8
	}
	return sum
}

// threshold adds the documents of a view to r.best that may be among the n best.
func (r *run) threshold(vi int, v *view, f *filter, n int, least uint32) uint32 {
	const lanes, high = 0x0001000100010001, 0x8000800080008000
	acc := r.acc
	limit := lanes * (0x8000 - uint64(least))
	for i := 0; i+4 <= len(acc); i += 4 {
		a := acc[i : i+4 : i+4]
		x := uint64(a[0]) | uint64(a[1])<<16 | uint64(a[2])<<32 | uint64(a[3])<<48
		if (x+limit)&high == 0 {
			continue
		}
		for j, rare := range a {
			if uint32(rare) < least || !f.keeps(i+j) {
				continue
			}
			r.best = append(r.best, found{rare: uint32(rare), view: int32(vi), doc: int32(i + j), published: v.seg.publishedAt(i + j)})
			if len(r.best) >= 4*n {
				r.cut(n)
				least = max(1, r.best[n-1].rare)
				limit = lanes * (0x8000 - uint64(least))
			}
		}
	}
	return least
}

// cut keeps the n best of r.best, in order.
func (r *run) cut(n int) {
	views := r.st.views
	slices.SortFunc(r.best, func(a, b found) int {
		if c := cmp.Or(cmp.Compare(b.rare, a.rare), cmp.Compare(b.published, a.published)); c != 0 {
			return c
		}
		return bytes.Compare(views[a.view].seg.id(int(a.doc)), views[b.view].seg.id(int(b.doc)))
	})
	r.best = r.best[:min(n, len(r.best))]
}

// complete computes the totals of r.best.
func (r *run) complete(p *plan) {
	for i := range r.best {
		r.best[i].total = r.best[i].rare
	}
	if !p.chosen {
		return
	}
	for vi, v := range r.st.views {
		s := v.seg
		r.marked = r.marked[:0]
		for i := range r.best {
			if int(r.best[i].view) == vi {
				r.marked = append(r.marked, marked{r.best[i].doc, int32(i)})
			}
		}
		if len(r.marked) == 0 {
			continue
		}
		r.slots(p, vi, s, func(t *planTerm) bool { return !t.rare })
		for _, m := range r.marked {
			row := r.rows(s.lengths[m.doc])
			r.best[m.cand].total += forwardSum(span(s.forward, s.forwardEnd, int(m.doc)), r.table, &row)
		}
		r.clearSlots(p, vi)
		// Common terms that this segment has inverted.
		r.markDocs(s)
		for i := range p.terms {
			t := &p.terms[i]
			l := r.lists[int(t.lists)+vi]
			if t.rare || l.n == 0 || l.format == formatForward {
				continue
			}
			imp, w := &r.st.imp[t.class], t.w
			s.eachMarked(l, r.acc, func(cand int32, doc uint32, level uint8) {
				r.best[cand].total += part(w, imp[s.lengths[doc]][level])
			})
		}
	}
}

// markDocs writes the documents of r.marked to r.acc, each as its candidate+1.
func (r *run) markDocs(s *segment) {
	if cap(r.acc) < s.docs {
		r.acc = make([]uint16, s.docs)
	}
	r.acc = r.acc[:cap(r.acc)]
	clear(r.acc)
	for _, m := range r.marked {
		r.acc[m.doc] = uint16(m.cand + 1)
	}
}

// eachMarked calls f for the postings of l whose documents are marked.
func (s *segment) eachMarked(l list, marks []uint16, f func(cand int32, doc uint32, level uint8)) {
	switch l.format {
	case formatWide:
		b := s.postings[l.data:][:3*l.n]
		for ; len(b) >= 3; b = b[3:] {
			x := uint32(b[0]) | uint32(b[1])<<8 | uint32(b[2])<<16
			if m := marks[x>>levelBits]; m != 0 {
				f(int32(m-1), x>>levelBits, uint8(x&levelMask))
			}
		}
	case formatNarrow:
		b := s.postings[l.data:][:2*l.n]
		doc := ^uint32(0)
		for ; len(b) >= 2; b = b[2:] {
			x := uint32(binary.LittleEndian.Uint16(b))
			doc += x>>levelBits + 1
			if m := marks[doc]; m != 0 {
				f(int32(m-1), doc, uint8(x&levelMask))
			}
		}
	}
}

// contributions implements store.
func (r *run) contributions(p *plan, terms []int32, cands []candidate) [][]contribution {
	out := make([][]contribution, len(cands))
	use := make([]bool, len(p.terms))
	for _, i := range terms {
		use[i] = true
	}
	for vi, v := range r.st.views {
		s := v.seg
		r.marked = r.marked[:0]
		for i := range cands {
			if int(cands[i].view) == vi {
				r.marked = append(r.marked, marked{cands[i].doc, int32(i)})
			}
		}
		if len(r.marked) == 0 {
			continue
		}
		r.slots(p, vi, s, func(*planTerm) bool { return true })
		for _, m := range r.marked {
			l := s.lengths[m.doc]
			s.forwardOf(int(m.doc), func(slot uint32, level uint8) {
				if i := r.terms[slot] - 1; i >= 0 && use[i] {
					t := &p.terms[i]
					out[m.cand] = append(out[m.cand], contribution{i, part(t.w, r.st.imp[t.class][l][level])})
				}
			})
		}
		r.clearSlots(p, vi)
		r.markDocs(s)
		for _, i := range terms {
			t := &p.terms[i]
			if l := r.lists[int(t.lists)+vi]; l.n > 0 && l.format != formatForward {
				s.eachMarked(l, r.acc, func(cand int32, doc uint32, level uint8) {
					out[cand] = append(out[cand], contribution{i, part(t.w, r.st.imp[t.class][s.lengths[doc]][level])})
				})
			}
		}
	}
	for _, cs := range out {
		slices.SortFunc(cs, func(a, b contribution) int { return int(a.term - b.term) })
	}
	return out
}

// A filter tells which documents of a view a query keeps.
type filter struct {
	v      *view
	q      *Query
	self   int
	groups []bool // nil if all are kept
	timed  bool
	none   bool // keeps none
}

func newFilter(q *Query, v *view, skip string) filter {
	f := filter{v: v, q: q, self: -1, timed: !q.After.IsZero() || !q.Before.IsZero()}
	if skip != "" {
		f.self = v.find(skip)
	}
	if q.Section != "" || q.Lang != "" {
		f.none = true
		f.groups = make([]bool, len(v.seg.groups))
		for i, g := range v.seg.groups {
			f.groups[i] = q.inGroup(g.Lang, g.Sections)
			f.none = f.none && !f.groups[i]
		}
	}
	return f
}

func (f *filter) keeps(doc int) bool {
	s := f.v.seg
	return doc < s.docs && doc != f.self && !f.v.isDead(doc) &&
		(f.groups == nil || f.groups[u32(s.groupOf, doc)]) &&
		(!f.timed || f.q.inTime(s.publishedAt(doc))) &&
		(f.q.Exclude == nil || !f.q.Exclude(string(s.id(doc))))
}

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
	f := found{view: int32(vi), doc: int32(doc), published: r.st.views[vi].seg.publishedAt(doc)}
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
	keys := urlKeys(name)
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

package related

import (
	"bytes"
	"cmp"
	"encoding/binary"
	"math/bits"
	"slices"
	"sync"
	"unsafe"
)

// A run is a query on its way through a state. It keeps buffers between queries.
type run struct {
	planner
	st    *state
	lists []list // of each term of the plan in each view

	chosen, other []int32 // the terms of the plan that choose candidates, and those that do not
	inverted      []int32 // those that a view does not keep forward

	words  []uint64 // what the rare terms add up to, for each document of a view: four in a word
	acc    []uint16 // the same memory
	marks  []uint16 // of marked documents: candidate+1
	sample []uint16
	cands  []candidate
	best   []found
	table  []uint32 // of the terms that a view has forward: weight<<6 | class<<4, by slot
	terms  []int32  // the same: term+1
	filled []uint32 // the slots in use there
	upTo   []uint16
	marked []marked

	touched byte // of no meaning
}

// found is a document that may become a candidate.
type found struct {
	rare      uint32
	view, doc int32
	total     uint32
}

type marked struct{ doc, cand int32 }

var runs = sync.Pool{New: func() any { return new(run) }}

// release gives r back, without what would keep the state alive, which may be large.
func (r *run) release() {
	r.st = nil
	clear(r.cands[:cap(r.cands)])
	runs.Put(r)
}

// start looks up the terms of a plan in all views and weighs them.
func (r *run) start(st *state, p *plan) {
	r.st = st
	nv := len(st.views)
	r.lists = slices.Grow(r.lists[:0], nv*len(p.terms))[:nv*len(p.terms)]
	for vi, v := range st.views {
		s := v.seg
		// First those that are kept forward, without branches that cannot be foreseen.
		inverted := slices.Grow(r.inverted[:0], len(p.terms))[:len(p.terms)]
		n := 0
		for i := range p.terms {
			l := s.common(p.terms[i].key)
			r.lists[nv*i+vi] = l
			inverted[n] = int32(i)
			if l.n == 0 {
				n++
			}
		}
		r.inverted = inverted[:n]
		// Then bring what will be read to the cache, all at once.
		touch := byte(0)
		for _, i := range r.inverted {
			start, _ := s.block(p.terms[i].key)
			touch += s.postings[min(int(start), len(s.postings)-1)]
		}
		r.touched += touch
		for _, i := range r.inverted {
			r.lists[nv*int(i)+vi] = s.lookup(p.terms[i].key)
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
	r.choose(p)
}

// choose tells the terms that choose candidates from the others.
func (r *run) choose(p *plan) {
	r.chosen = slices.Grow(r.chosen[:0], len(p.terms)+1)[:len(p.terms)+1]
	r.other = slices.Grow(r.other[:0], len(p.terms)+1)[:len(p.terms)+1]
	chosen, other := 0, 0
	for i := range p.terms {
		r.chosen[chosen], r.other[other] = int32(i), int32(i)
		one := 0
		if p.terms[i].rare || !p.chosen {
			one = 1
		}
		chosen += one
		other += 1 - one
	}
	r.chosen, r.other = r.chosen[:chosen], r.other[:other]
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
		r.accumulate(p, vi, v, &f)
		// If so many are above the guess, no other can be among the n best.
		before := len(r.best)
		if g := r.guess(n); g > least {
			r.threshold(vi, v, &f, n, g)
			if len(r.best) >= before+n {
				least = max(least, r.cut(n))
				continue
			}
			r.best = r.best[:before]
		}
		least = r.threshold(vi, v, &f, n, least)
	}
	r.cut(n)
	if least := q.enough(p, r.rares()); least > 0 {
		r.best = slices.DeleteFunc(r.best, func(f found) bool { return f.rare < least })
	}
	r.complete(p)
	r.cands = r.cands[:0]
	for i := range r.best {
		r.cands = append(r.cands, r.candidate(&r.best[i]))
	}
	return r.cands
}

func (r *run) candidate(f *found) candidate {
	v := r.st.views[f.view]
	return candidate{
		id: v.seg.id(int(f.doc)), published: v.seg.publishedAt(int(f.doc)), sketch: v.seg.sketch(int(f.doc)),
		total: f.total, view: f.view, doc: f.doc,
	}
}

// accumulate adds up the rare terms, or all if none is rare, for each document of
// a view. Where it reads the lists of documents it passes over those that f does not
// keep.
func (r *run) accumulate(p *plan, vi int, v *view, f *filter) {
	s := v.seg
	n := (s.docs + 3) / 4
	if cap(r.words) < n {
		r.words = make([]uint64, n)
	}
	r.words = r.words[:n]
	clear(r.words)
	// The same memory, a document at a time; adding is what takes the time.
	r.acc = unsafe.Slice((*uint16)(unsafe.Pointer(&r.words[0])), 4*n)
	acc := r.acc[:s.docs]
	lengths := s.lengths[:len(acc)]
	forward := false
	for _, i := range r.chosen {
		t := &p.terms[i]
		l := r.lists[int(t.lists)+vi]
		if l.n == 0 {
			continue
		}
		imp, w := &r.st.imp.of[t.class], t.w
		switch l.format {
		case formatWide:
			b := s.postings[l.data:][:3*l.n]
			for i := 0; i+2 < len(b); i += 3 {
				x := uint32(b[i]) | uint32(b[i+1])<<8 | uint32(b[i+2])<<16
				doc := x >> levelBits
				if doc >= uint32(len(acc)) {
					break // never, but it spares two other checks
				}
				acc[doc] += uint16(w * uint32(imp[lengths[doc]][x&levelMask]) >> 8)
			}
		case formatNarrow:
			doc := ^uint32(0)
			b := s.postings[l.data:][:2*l.n]
			for i := 0; i+1 < len(b); i += 2 {
				x := uint32(b[i]) | uint32(b[i+1])<<8
				if doc += x>>levelBits + 1; doc >= uint32(len(acc)) {
					break
				}
				acc[doc] += uint16(w * uint32(imp[lengths[doc]][x&levelMask]) >> 8)
			}
		case formatForward:
			forward = true
		}
	}
	if forward {
		// A term that is rare in all, but was common when this segment was made, or no
		// term is rare: all lists must be read.
		r.accumulateForward(p, vi, s, f)
	}
}

// accumulateForward does for the terms that a segment keeps forward what accumulate
// does for the others.
func (r *run) accumulateForward(p *plan, vi int, s *segment, f *filter) {
	r.slots(p, vi, s, r.chosen)
	// How many slots up to each are filled tells where nothing is between two.
	upTo := r.upTo[:0]
	filled := uint16(0)
	for _, t := range r.table[:s.slots] {
		if t != 0 {
			filled++
		}
		upTo = append(upTo, filled)
	}
	r.upTo = upTo
	const some = 16
	end := uint32(0) // of the lists that were brought to the cache, as in start
	for doc := range s.docs {
		if !f.mayKeep(doc) {
			continue
		}
		list := span(s.forward, s.forwardEnd, doc)
		if e := u32(s.forwardEnd, doc); e > end {
			touch := byte(0)
			end = u32(s.forwardEnd, min(doc+some, s.docs)-1)
			for i := e - uint32(len(list)); i < end; i += 64 {
				touch += s.forward[i]
			}
			r.touched += touch
		}
		r.acc[doc] += uint16(forwardPick(upTo, list, r.table, &r.st.imp.rows[s.lengths[doc]]))
	}
	r.clearSlots()
}

// slots adds those of some terms that a segment has forward to r.table and r.terms.
func (r *run) slots(p *plan, vi int, s *segment, terms []int32) {
	if len(r.table) < s.slots {
		r.table, r.terms = make([]uint32, s.slots), make([]int32, s.slots)
	}
	for _, i := range terms {
		t := &p.terms[i]
		if l := &r.lists[int(t.lists)+vi]; l.format == formatForward && l.n > 0 {
			r.table[l.slot] = t.w<<6 | uint32(t.class)<<4
			r.terms[l.slot] = i + 1
			r.filled = append(r.filled, l.slot)
		}
	}
}

func (r *run) clearSlots() {
	for _, slot := range r.filled {
		r.table[slot], r.terms[slot] = 0, 0
	}
	r.filled = r.filled[:0]
}

// forwardSum adds up what the terms in table add to a document with that list.
func forwardSum(b []byte, table []uint32, row *[rowSize]uint8) (sum uint32) {
	return forwardSumFrom(^uint32(0), b, table, row)
}

// forwardSumFrom is forwardSum for the part of a list that follows a slot. Inlined, it
// would not have registers enough.
//
//go:noinline
func forwardSumFrom(slot uint32, b []byte, table []uint32, row *[rowSize]uint8) (sum uint32) {
	_ = *row // not nil
	steps := &forwardSteps
	for _, x := range b {
		f := uint32(steps[x])
		slot += f & 0xff
		t := table[slot]
		sum += t >> 6 * uint32(row[(t|f>>8)%rowSize]) >> 8
	}
	return sum
}

// forwardPick is forwardSum for few terms, which passes over most of the list: upTo
// holds for each slot how many up to it are in table.
//
//go:noinline
func forwardPick(upTo []uint16, b []byte, table []uint32, row *[rowSize]uint8) (sum uint32) {
	const ones = 0x0101010101010101
	slot, before := ^uint32(0), uint16(0)
	for len(b) >= 8 {
		// Where eight steps lead: add up their bytes; an escape counts as 32 so far.
		w := binary.LittleEndian.Uint64(b)
		steps := w >> levelBits & (escapeGap * ones)
		escapes := (steps + ones) >> 5 & ones
		to := slot + 8 + uint32(steps*ones>>56) - uint32(escapes*ones>>56) + escapeGap*uint32((w&(escapes*levelMask))*ones>>56)
		if n := upTo[to]; n != before {
			before = n
			sum += forwardSumFrom(slot, b[:8], table, row)
			if n == upTo[len(upTo)-1] {
				return sum
			}
		}
		slot = to
		b = b[8:]
	}
	return sum + forwardSumFrom(slot, b, table, row)
}

// threshold adds the documents of a view to r.best that may be among the n best;
// none of them has less than least. It returns the new least.
func (r *run) threshold(vi int, v *view, f *filter, n int, least uint32) uint32 {
	const lanes, high = 0x0001000100010001, 0x8000800080008000
	limit := lanes * (0x8000 - uint64(least))
	for start := 0; start < len(r.words); start += 4 {
		four := r.words[start:min(start+4, len(r.words))]
		if len(four) == 4 && ((four[0]+limit)|(four[1]+limit)|(four[2]+limit)|(four[3]+limit))&high == 0 {
			continue
		}
		for i, w := range four {
			for above := (w + limit) & high; above != 0; above &= above - 1 {
				doc := 4*(start+i) + bits.TrailingZeros64(above)/16 ^ laneOrder
				rare := uint32(r.acc[doc])
				if rare < least || !f.keeps(doc) {
					continue
				}
				r.best = append(r.best, found{rare: rare, view: int32(vi), doc: int32(doc)})
				if len(r.best) >= 8*n {
					least = r.cut(n)
					limit = lanes * (0x8000 - uint64(least))
				}
			}
		}
	}
	return least
}

// laneOrder turns the number of a lane of a word into that of its document: 0 where
// the low bytes of a word come first, else 3.
var laneOrder = func() int {
	word := uint64(3)
	return int(*(*uint16)(unsafe.Pointer(&word))) ^ 3
}()

// guess estimates what about 3/2 n documents have at least, from 32 documents of
// every 512, or of more if there are many. It is 1 if it cannot tell.
func (r *run) guess(n int) uint32 {
	const some = 32
	every := max(512, len(r.acc)/128)
	sample := slices.Grow(r.sample[:0], len(r.acc)/every*some+2*some)
	for i := 0; i+some <= len(r.acc); i += every {
		k, next := 0, sample[len(sample):][:some+1]
		for _, rare := range r.acc[i : i+some] {
			if next[k] = rare; rare > 0 {
				k++
			}
		}
		sample = sample[:len(sample)+k]
	}
	r.sample = sample
	k := n*3/2*some/every + 4
	if len(sample) < 2*k {
		return 1
	}
	return uint32(nthGreatest(sample, k))
}

// nthGreatest returns the value that n of a are not below.
func nthGreatest(a []uint16, n int) uint16 {
	var high, low [256]int32
	for _, x := range a {
		high[x>>8]++
	}
	top, left := 255, int32(n)
	for ; left > high[top]; top-- {
		left -= high[top]
	}
	for _, x := range a {
		if int(x>>8) == top {
			low[x&0xff]++
		}
	}
	bottom := 255
	for ; left > low[bottom]; bottom-- {
		left -= low[bottom]
	}
	return uint16(top<<8 | bottom)
}

// cut keeps the n best of r.best, in no order, and returns the least of them; if
// there are fewer, 1.
func (r *run) cut(n int) (least uint32) {
	if len(r.best) <= n {
		return 1
	}
	least = uint32(nthGreatest(r.rares(), n))
	// Those above least, then those that have just that, as many as there is room.
	kept, equal := 0, 0
	for i := range r.best {
		switch b := r.best[i]; {
		case b.rare > least:
			r.best[i], r.best[kept+equal] = r.best[kept+equal], r.best[i]
			r.best[kept+equal], r.best[kept] = r.best[kept], r.best[kept+equal]
			kept++
		case b.rare == least:
			r.best[i], r.best[kept+equal] = r.best[kept+equal], r.best[i]
			equal++
		}
	}
	if kept+equal > n {
		views := r.st.views
		slices.SortFunc(r.best[kept:kept+equal], func(a, b found) int {
			as, bs := views[a.view].seg, views[b.view].seg
			return cmp.Or(
				cmp.Compare(bs.publishedAt(int(b.doc)), as.publishedAt(int(a.doc))),
				bytes.Compare(as.id(int(a.doc)), bs.id(int(b.doc))),
			)
		})
	}
	r.best = r.best[:n]
	return least
}

// rares returns what the rare terms add up to for each of r.best.
func (r *run) rares() []uint16 {
	r.sample = r.sample[:0]
	for i := range r.best {
		r.sample = append(r.sample, uint16(r.best[i].rare))
	}
	return r.sample
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
		r.slots(p, vi, s, r.other)
		touch := byte(0) // as in start
		for _, m := range r.marked {
			b := span(s.forward, s.forwardEnd, int(m.doc))
			for i := 0; i < len(b); i += 64 {
				touch += b[i]
			}
		}
		r.touched += touch
		for _, m := range r.marked {
			r.best[m.cand].total += forwardSum(span(s.forward, s.forwardEnd, int(m.doc)), r.table, &r.st.imp.rows[s.lengths[m.doc]])
		}
		r.clearSlots()
		// Common terms that this segment has inverted.
		r.mark(s)
		for _, i := range r.other {
			t := &p.terms[i]
			l := r.lists[int(t.lists)+vi]
			if l.n == 0 || l.format == formatForward {
				continue
			}
			imp, w := &r.st.imp.of[t.class], t.w
			s.eachMarked(l, r.marks, func(cand int32, doc uint32, level uint8) {
				r.best[cand].total += part(w, imp[s.lengths[doc]][level])
			})
		}
		r.unmark()
	}
}

// mark writes the documents of r.marked to r.marks, and unmark takes them out.
func (r *run) mark(s *segment) {
	if len(r.marks) < s.docs {
		r.marks = make([]uint16, s.docs)
	}
	for _, m := range r.marked {
		r.marks[m.doc] = uint16(m.cand + 1)
	}
}

func (r *run) unmark() {
	for _, m := range r.marked {
		r.marks[m.doc] = 0
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
		r.slots(p, vi, s, r.chosen)
		r.slots(p, vi, s, r.other)
		for _, m := range r.marked {
			l := s.lengths[m.doc]
			s.forwardOf(int(m.doc), func(slot uint32, level uint8) {
				if i := r.terms[slot] - 1; i >= 0 && use[i] {
					t := &p.terms[i]
					out[m.cand] = append(out[m.cand], contribution{i, part(t.w, r.st.imp.of[t.class][l][level])})
				}
			})
		}
		r.clearSlots()
		r.mark(s)
		for _, i := range terms {
			t := &p.terms[i]
			if l := r.lists[int(t.lists)+vi]; l.n > 0 && l.format != formatForward {
				s.eachMarked(l, r.marks, func(cand int32, doc uint32, level uint8) {
					out[cand] = append(out[cand], contribution{i, part(t.w, r.st.imp.of[t.class][s.lengths[doc]][level])})
				})
			}
		}
		r.unmark()
	}
	for _, cs := range out {
		slices.SortFunc(cs, func(a, b contribution) int { return int(a.term - b.term) })
	}
	return out
}

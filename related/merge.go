package related

import (
	"encoding/binary"
	"slices"
)

// A cursor walks over all terms of a segment in the order of their keys, with
// their postings.
type cursor struct {
	view   *view
	block  uint32
	at     entries
	done   bool
	first  uint32     // the new number of the first document
	number []uint32   // if some are dead, the new number of each document; dead ones have none
	common [][]uint32 // postings of each slot
}

const deadNumber = ^uint32(0)

func newCursor(v *view, first uint32, number []uint32) *cursor {
	s := v.seg
	c := &cursor{view: v, first: first, number: number, common: make([][]uint32, s.slots)}
	// The forward lists, turned round.
	counts := make([]uint32, s.slots)
	for doc := range s.docs {
		s.forwardOf(doc, func(slot uint32, _ uint8) { counts[slot]++ })
	}
	total := 0
	for _, n := range counts {
		total += int(n)
	}
	arena := make([]uint32, 0, total)
	for slot, n := range counts {
		c.common[slot] = arena[len(arena) : len(arena) : len(arena)+int(n)]
		arena = arena[:len(arena)+int(n)]
	}
	for doc := range s.docs {
		s.forwardOf(doc, func(slot uint32, level uint8) {
			c.common[slot] = append(c.common[slot], uint32(doc)<<levelBits|uint32(level))
		})
	}
	return c
}

// next goes to the next term.
func (c *cursor) next() {
	s := c.view.seg
	for !c.at.next() {
		c.block++
		if int(c.block) == len(s.blockEnds)/4 {
			c.done = true
			return
		}
		c.at.end = u32(s.blockEnds, int(c.block))
		c.at.key = Key(c.block)<<s.shift - 1
	}
}

// postings appends the postings of the term, with new numbers.
func (c *cursor) postings(dst []uint32) []uint32 {
	start := len(dst)
	if c.at.format == formatForward {
		dst = append(dst, c.common[c.at.slot]...)
	} else {
		dst = c.view.seg.appendPostings(dst, c.at.list)
	}
	if c.number == nil {
		for i := start; i < len(dst); i++ {
			dst[i] += c.first << levelBits
		}
		return dst
	}
	kept := dst[:start]
	for _, p := range dst[start:] {
		if n := c.number[p>>levelBits]; n != deadNumber {
			kept = append(kept, n<<levelBits|p&levelMask)
		}
	}
	return kept
}

// reset goes back to the first term.
func (c *cursor) reset() {
	s := c.view.seg
	c.block, c.done = 0, false
	c.at = entries{s: s, end: u32(s.blockEnds, 0), key: ^Key(0)}
	c.next()
}

// eachKey calls f with the keys of all cursors that are below end, in order, and with
// the cursors that have it.
func eachKey(cursors []*cursor, end Key, f func(k Key, having []*cursor)) {
	for _, c := range cursors {
		c.reset()
	}
	having := make([]*cursor, 0, len(cursors))
	for {
		key := end
		for _, c := range cursors {
			if !c.done && c.at.key < key {
				key = c.at.key
			}
		}
		if key == end {
			return
		}
		having = having[:0]
		for _, c := range cursors {
			if !c.done && c.at.key == key {
				having = append(having, c)
			}
		}
		f(key, having)
		for _, c := range having {
			c.next()
		}
	}
}

// merge returns one segment with the living documents of all views, in order, or
// nil if there are none.
func merge(views []*view, forwardAbove int, bufs *buffers) *segment {
	ids, postings := 0, 0
	for _, v := range views {
		ids += len(v.seg.ids)
		postings += len(v.seg.postings)
	}
	t := newDocTable(living(views), ids)
	cursors := make([]*cursor, 0, len(views))
	for _, v := range views {
		s := v.seg
		first := uint32(t.seg.docs)
		var number []uint32
		if v.deaths > 0 {
			number = make([]uint32, s.docs)
		}
		for doc := range s.docs {
			if v.isDead(doc) {
				number[doc] = deadNumber
				continue
			}
			if number != nil {
				number[doc] = uint32(t.seg.docs)
			}
			t.add(s.id(doc), s.publishedAt(doc), s.lengths[doc], &s.groups[u32(s.groupOf, doc)], s.sketch(doc))
		}
		cursors = append(cursors, newCursor(v, first, number))
	}
	if t.seg.docs == 0 {
		return nil
	}
	w := newSegmentWriter(&t, commonTerms(views, forwardAbove), countKeys(cursors), bufs)
	bufs.postings = slices.Grow(bufs.postings, postings+postings/8)
	var all []uint32
	eachKey(cursors, 1<<keyBits, func(k Key, having []*cursor) {
		all = all[:0]
		for _, c := range having {
			all = c.postings(all)
		}
		if len(all) > 0 {
			w.term(k, all)
		}
	})
	return w.finish()
}

// commonTerms returns the terms that more than some number of living documents have.
func commonTerms(views []*view, above int) (common []commonTerm) {
	// At least one view has such a term in so many:
	least := uint32(above/len(views) + 1)
	seen := map[Key]bool{}
	for _, v := range views {
		s := v.seg
		e := entries{s: s}
		for b := range len(s.blockEnds) / 4 {
			e.end, e.key = u32(s.blockEnds, b), Key(b)<<s.shift-1
			for e.next() {
				if e.n < least || seen[e.key] {
					continue
				}
				seen[e.key] = true
				df := uint32(0)
				for _, w := range views {
					df += w.df(e.key, w.seg.lookup(e.key))
				}
				if int(df) > above {
					common = append(common, commonTerm{e.key, df})
				}
			}
		}
	}
	return common
}

// countKeys returns about how many terms there are in all cursors: keys are hashes,
// so that the first 64th of them tells.
func countKeys(cursors []*cursor) (n int) {
	const part = 64
	eachKey(cursors, 1<<keyBits/part, func(Key, []*cursor) { n++ })
	return n * part
}

// A view is a segment with those of its documents taken out that are dead.
type view struct {
	seg    *segment
	dead   []uint64  // a bit for each document; nil if none is dead
	deaths int       // how many
	deadDF keyCounts // of each term, how many dead documents have it
	length int64     // of the living, as in Stats
}

func newView(s *segment) *view {
	s.makeCommons()
	return &view{seg: s, length: s.length}
}

func (v *view) living() int { return v.seg.docs - v.deaths }

func (v *view) isDead(doc int) bool {
	return v.dead != nil && v.dead[doc/64]>>(doc%64)&1 != 0
}

// find returns the living document with that ID, or -1.
func (v *view) find(id string) int {
	if doc := v.seg.find(id); doc >= 0 && !v.isDead(doc) {
		return doc
	}
	return -1
}

// without returns v without some of its living documents. It has to look for the
// terms of each of them in all of the segment.
func (v *view) without(docs []int) *view {
	s := v.seg
	n := &view{seg: s, deaths: v.deaths + len(docs), length: v.length, dead: make([]uint64, (s.docs+63)/64)}
	copy(n.dead, v.dead)
	dying := make([]bool, s.docs)
	slots := make([]uint32, s.slots)
	for _, doc := range docs {
		dying[doc] = true
		n.dead[doc/64] |= 1 << (doc % 64)
		n.length -= LengthOf(s.lengths[doc])
		s.forwardOf(doc, func(slot uint32, _ uint8) { slots[slot]++ })
	}
	n.deadDF = v.deadDF.clone()
	for slot, c := range slots {
		if c > 0 {
			n.deadDF.add(Key(u32(s.slotKeys, slot)), c)
		}
	}
	first, last := uint32(slices.Min(docs)), uint32(slices.Max(docs))
	e := entries{s: s, key: ^Key(0)}
	for b := range len(s.blockEnds) / 4 {
		e.end, e.key = u32(s.blockEnds, b), Key(b)<<s.shift-1
		for e.next() {
			if c := s.count(e.list, dying, first, last); c > 0 {
				n.deadDF.add(e.key, c)
			}
		}
	}
	return n
}

// count returns how many documents of an inverted list are in a set, of which first
// and last are the least and the greatest.
func (s *segment) count(l list, in []bool, first, last uint32) (n uint32) {
	switch l.format {
	case formatWide:
		for b := s.postings[l.data:][:3*l.n]; len(b) >= 3; b = b[3:] {
			doc := (uint32(b[0]) | uint32(b[1])<<8 | uint32(b[2])<<16) >> levelBits
			if doc > last {
				break
			}
			if doc >= first && in[doc] {
				n++
			}
		}
	case formatNarrow:
		doc := ^uint32(0)
		for b := s.postings[l.data:][:2*l.n]; len(b) >= 2; b = b[2:] {
			doc += uint32(binary.LittleEndian.Uint16(b))>>levelBits + 1
			if doc > last {
				break
			}
			if doc >= first && in[doc] {
				n++
			}
		}
	}
	return n
}

// df returns how many living documents have a term that l lists.
func (v *view) df(k Key, l list) uint32 {
	if v.deaths == 0 || l.n == 0 {
		return l.n
	}
	return l.n - v.deadDF.get(k)
}

// keyCounts counts keys in a flat table that can be cloned.
type keyCounts struct {
	slots []tableSlot // a power of two, at most half full
	used  int
}

func (t *keyCounts) clone() keyCounts { return keyCounts{slices.Clone(t.slots), t.used} }

func (t *keyCounts) get(k Key) uint32 {
	if len(t.slots) == 0 {
		return 0
	}
	mask := uint32(len(t.slots) - 1)
	for i := uint32(k) & mask; ; i = (i + 1) & mask {
		switch e := &t.slots[i]; e.key {
		case 0:
			return 0
		case uint32(k) | 1<<31:
			return e.n
		}
	}
}

func (t *keyCounts) add(k Key, n uint32) {
	if 2*t.used >= len(t.slots) {
		old := t.slots
		*t = keyCounts{slots: make([]tableSlot, max(256, 2*len(old)))}
		for _, e := range old {
			if e.key != 0 {
				t.add(Key(e.key&^(1<<31)), e.n)
			}
		}
	}
	mask := uint32(len(t.slots) - 1)
	for i := uint32(k) & mask; ; i = (i + 1) & mask {
		switch e := &t.slots[i]; e.key {
		case 0:
			*e = tableSlot{uint32(k) | 1<<31, n}
			t.used++
			return
		case uint32(k) | 1<<31:
			e.n += n
			return
		}
	}
}

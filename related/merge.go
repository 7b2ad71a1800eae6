package related

import (
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

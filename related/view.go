package related

import (
	"encoding/binary"
	"slices"
)

// A view is a segment with those of its documents taken out that are dead.
//
// How many dead documents have a term, and a document's terms in the dictionary can
// only be found by looking through all of it. So that is done for many at once: fresh
// are the dead documents of which it has not been, and whoever asks for a term looks
// for these in its postings.
type view struct {
	seg    *segment
	dead   []uint64 // a bit for each document; nil if none is dead
	deaths int      // how many
	length int64    // of the living, as in Stats

	fresh     []uint32  // ascending
	deadDF    keyCounts // of each inverted term, how many dead documents have it that are not fresh
	deadSlots []uint32  // of each slot, how many dead documents have it; nil if none is dead
}

// maxFresh is how many fresh documents there are at most. They make a query read its
// postings once more.
const maxFresh = 128

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

// without returns v without some of its living documents.
func (v *view) without(docs []int) *view {
	s := v.seg
	n := *v
	n.deaths += len(docs)
	n.dead = append(make([]uint64, 0, (s.docs+63)/64), v.dead...)[:(s.docs+63)/64]
	n.deadSlots = append(make([]uint32, 0, s.slots), v.deadSlots...)[:s.slots]
	n.fresh = slices.Clone(v.fresh)
	for _, doc := range docs {
		n.dead[doc/64] |= 1 << (doc % 64)
		n.length -= LengthOf(s.lengths[doc])
		n.fresh = append(n.fresh, uint32(doc))
		s.forwardOf(doc, func(slot uint32, _ uint8) { n.deadSlots[slot]++ })
	}
	slices.Sort(n.fresh)
	if len(n.fresh) > maxFresh {
		n.deadDF, n.fresh = n.settled(), nil
	}
	return &n
}

// settled returns deadDF as it is if no document is fresh.
func (v *view) settled() keyCounts {
	if len(v.fresh) == 0 {
		return v.deadDF
	}
	s, counts := v.seg, v.deadDF.clone()
	e := entries{s: s}
	for b := range len(s.blockEnds) / 4 {
		e.end, e.key = u32(s.blockEnds, b), Key(b)<<s.shift-1
		for e.next() {
			if c := v.freshIn(e.list); c > 0 {
				counts.add(e.key, c)
			}
		}
	}
	return counts
}

// df returns how many living documents have a term that l lists.
func (v *view) df(k Key, l list) uint32 {
	if v.deaths == 0 || l.n == 0 {
		return l.n
	}
	if l.format == formatForward {
		return l.n - v.deadSlots[l.slot]
	}
	return l.n - v.deadDF.get(k) - v.freshIn(l)
}

// freshIn returns how many fresh documents are in an inverted list.
func (v *view) freshIn(l list) (n uint32) {
	if len(v.fresh) == 0 {
		return 0
	}
	s := v.seg
	first, last := v.fresh[0], v.fresh[len(v.fresh)-1]
	isFresh := func(doc uint32) bool {
		if doc < first || !v.isDead(int(doc)) {
			return false
		}
		_, ok := slices.BinarySearch(v.fresh, doc)
		return ok
	}
	switch l.format {
	case formatWide:
		for b := s.postings[l.data:][:3*l.n]; len(b) >= 3; b = b[3:] {
			doc := (uint32(b[0]) | uint32(b[1])<<8 | uint32(b[2])<<16) >> levelBits
			if doc > last {
				break
			}
			if isFresh(doc) {
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
			if isFresh(doc) {
				n++
			}
		}
	}
	return n
}

// termsOfDead returns of each term how many dead documents have it.
func (v *view) termsOfDead() keyCounts {
	settled := v.settled()
	counts := settled.clone()
	for slot, n := range v.deadSlots {
		if n > 0 {
			counts.add(Key(u32(v.seg.slotKeys, slot)), n)
		}
	}
	return counts
}

// setTermsOfDead takes what termsOfDead returned.
func (v *view) setTermsOfDead(counts keyCounts) {
	v.deadDF, v.deadSlots = keyCounts{}, nil
	if v.deaths == 0 {
		return
	}
	v.deadSlots = make([]uint32, v.seg.slots)
	for _, e := range counts.slots {
		if e.key == 0 {
			continue
		}
		k := Key(e.key &^ (1 << 31))
		if l := v.seg.common(k); l.n > 0 {
			v.deadSlots[l.slot] = e.n
		} else {
			v.deadDF.add(k, e.n)
		}
	}
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

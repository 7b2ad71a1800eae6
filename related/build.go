package related

import (
	"bytes"
	"cmp"
	"encoding/binary"
	"math/bits"
	"slices"
	"strings"
)

// A builder makes segments of documents. The zero builder is ready.
type builder struct {
	an    analyzer
	pairs []uint64 // key<<32 | document<<3 | level
	other []uint64 // for sorting
	flat  []uint32
	bufs  buffers
}

// buffers are what one segmentWriter after the other uses.
type buffers struct {
	postings []byte
	common   []uint32 // postings of terms that are kept forward
}

// A docTable collects what a segment holds of each document.
type docTable struct {
	seg     segment
	groupAt map[string]uint32
}

// newDocTable returns a table with room for that many documents, of whose IDs it is
// told the bytes.
func newDocTable(docs, ids int) docTable {
	var t docTable
	s := &t.seg
	s.lengths = make([]byte, 0, docs)
	s.published = make([]byte, 0, 8*docs)
	s.groupOf = make([]byte, 0, 4*docs)
	s.sketches = make([]byte, 0, len(Sketch{})*docs)
	s.idEnds = make([]byte, 0, 4*docs)
	s.ids = make([]byte, 0, ids)
	return t
}

func (t *docTable) add(id []byte, published int64, l lengthClass, g *group, sk *Sketch) {
	s := &t.seg
	s.docs++
	s.length += LengthOf(l)
	s.lengths = append(s.lengths, l)
	s.published = binary.LittleEndian.AppendUint64(s.published, uint64(published))
	s.groupOf = binary.LittleEndian.AppendUint32(s.groupOf, t.group(g))
	s.sketches = append(s.sketches, sk[:]...)
	s.ids = append(s.ids, id...)
	s.idEnds = binary.LittleEndian.AppendUint32(s.idEnds, uint32(len(s.ids)))
}

// group returns the number of a group, a new one if need be.
func (t *docTable) group(g *group) uint32 {
	key := g.Lang + "\x00" + strings.Join(g.Sections, "\x00")
	i, ok := t.groupAt[key]
	if !ok {
		if t.groupAt == nil {
			t.groupAt = map[string]uint32{}
		}
		i = uint32(len(t.seg.groups))
		t.groupAt[key] = i
		t.seg.groups = append(t.seg.groups, group{g.Lang, slices.Clone(g.Sections)})
	}
	return i
}

// finish makes the table of IDs.
func (t *docTable) finish() {
	s := &t.seg
	n := 1 << bits.Len(uint(max(2, s.docs*4/3)))
	s.idTable = make([]byte, 4*n)
	fillIDTable(s, s.idTable)
}

// fillIDTable puts the documents of s in a table of zeros, which is not full then.
func fillIDTable(s *segment, table []byte) {
	mask := len(table)/4 - 1
	for doc := range s.docs {
		i := int(hashID(string(s.id(doc)))) & mask
		for u32(table, i) != 0 {
			i = (i + 1) & mask
		}
		binary.LittleEndian.PutUint32(table[4*i:], uint32(doc+1))
	}
}

// build returns a segment of docs; forwardAbove is the number of documents above
// which a term is kept forward.
func (b *builder) build(docs []Doc, forwardAbove int) *segment {
	ids, text := 0, 0
	for i := range docs {
		d := &docs[i]
		ids += len(d.ID)
		text += len(d.Title) + len(d.Lead) + len(d.Body)
	}
	table := newDocTable(len(docs), ids)
	// Of four bytes of a text comes about one term; append makes room for more.
	b.pairs = slices.Grow(b.pairs[:0], text/4+16*len(docs))
	for i := range docs {
		d := &docs[i]
		l, sk := b.an.analyze(d)
		table.add([]byte(d.ID), secondsOf(d.Published), l, groupOf(d), &sk)
		for _, slot := range b.an.counts.used {
			e := b.an.counts.slots[slot]
			b.pairs = append(b.pairs, uint64(e.key&^(1<<31))<<32|uint64(i)<<levelBits|uint64(levelOf(e.n)))
		}
	}
	b.sort()
	var common []commonTerm
	terms, kept := 0, 0
	for i := 0; i < len(b.pairs); terms++ {
		j := i + 1
		for j < len(b.pairs) && b.pairs[j]>>32 == b.pairs[i]>>32 {
			j++
		}
		if j-i > forwardAbove {
			common = append(common, commonTerm{Key(b.pairs[i] >> 32), uint32(j - i)})
			kept += j - i
		}
		i = j
	}
	w := newSegmentWriter(&table, common, terms, &b.bufs)
	b.bufs.common = slices.Grow(b.bufs.common, kept)
	b.bufs.postings = slices.Grow(b.bufs.postings, 3*(len(b.pairs)-kept)+4*terms) // nearly always enough
	for i := 0; i < len(b.pairs); {
		key := b.pairs[i] >> 32
		b.flat = b.flat[:0]
		for ; i < len(b.pairs) && b.pairs[i]>>32 == key; i++ {
			b.flat = append(b.flat, uint32(b.pairs[i]))
		}
		w.term(Key(key), b.flat)
	}
	return w.finish()
}

// sort sorts pairs by key, by radix: 28 bits, three times. Pairs of one key keep
// their order.
func (b *builder) sort() {
	if len(b.pairs) < 1<<12 {
		slices.Sort(b.pairs)
		return
	}
	b.other = slices.Grow(b.other[:0], len(b.pairs))[:len(b.pairs)]
	const digit = 10
	var counts [3][1 << digit]uint32
	for _, p := range b.pairs {
		counts[0][p>>32&(1<<digit-1)]++
		counts[1][p>>(32+digit)&(1<<digit-1)]++
		counts[2][p>>(32+2*digit)&(1<<digit-1)]++
	}
	for pass := range counts {
		at := uint32(0)
		c := &counts[pass]
		for i, n := range c {
			c[i] = at
			at += n
		}
		shift := 32 + digit*pass
		for _, p := range b.pairs {
			d := p >> shift & (1<<digit - 1)
			b.other[c[d]] = p
			c[d]++
		}
		b.pairs, b.other = b.other, b.pairs
	}
}

// A segmentWriter makes a segment from its terms, which come in the order of
// their keys.
type segmentWriter struct {
	seg   *segment
	slots map[Key]uint32 // of the terms that are kept forward
	least int            // none of them is in fewer documents
	block uint32
	last  int64 // key of the entry before, in this block

	bufs   *buffers
	common []struct{ start, end int } // in bufs.common, the postings of each slot
}

// termsPerBlock is about how many terms share a block of the dictionary.
const termsPerBlock = 4

// A commonTerm is one to be kept forward, and in how many documents it is.
type commonTerm struct {
	key Key
	df  uint32
}

// newSegmentWriter returns a writer for the documents of t, about that many terms,
// and of these the common ones, which it puts in order. It takes t over, and bufs until
// it finishes.
func newSegmentWriter(t *docTable, common []commonTerm, terms int, bufs *buffers) *segmentWriter {
	t.finish()
	s := t.seg
	// The commonest first, so that most distances between slots are short.
	slices.SortFunc(common, func(a, b commonTerm) int {
		return cmp.Or(cmp.Compare(b.df, a.df), cmp.Compare(a.key, b.key))
	})
	w := &segmentWriter{seg: &s, last: -1, slots: make(map[Key]uint32, len(common)), common: make([]struct{ start, end int }, len(common)), bufs: bufs}
	bufs.postings, bufs.common = bufs.postings[:0], bufs.common[:0]
	for slot, c := range common {
		w.slots[c.key] = uint32(slot)
		w.least = int(c.df)
		s.slotKeys = binary.LittleEndian.AppendUint32(s.slotKeys, uint32(c.key))
	}
	s.slots = len(common)
	logBlocks := min(bits.Len(uint(terms/termsPerBlock)), keyBits)
	s.shift = uint8(keyBits - logBlocks)
	s.blockEnds = make([]byte, 4<<logBlocks)
	return w
}

// term adds a term with its postings, in the order of documents.
func (w *segmentWriter) term(k Key, postings []uint32) {
	s := w.seg
	s.terms++
	for b := uint32(k) >> s.shift; w.block < b; w.block++ {
		w.endBlock()
	}
	out := appendUvarint(w.bufs.postings, uint32(int64(k)-w.last-1))
	w.last = int64(k)
	head := uint32(len(postings)) << 2
	if len(w.common) > 0 && len(postings) >= w.least {
		if slot, ok := w.slots[k]; ok {
			w.bufs.postings = appendUvarint(appendUvarint(out, head|formatForward), slot)
			start := len(w.bufs.common)
			w.bufs.common = append(w.bufs.common, postings...)
			w.common[slot] = struct{ start, end int }{start, len(w.bufs.common)}
			return
		}
	}
	doc, widest := ^uint32(0), uint32(0)
	for _, p := range postings {
		widest = max(widest, p>>levelBits-doc)
		doc = p >> levelBits
	}
	if widest > maxNarrow {
		out = appendUvarint(out, head) // formatWide is 0
		for _, p := range postings {
			out = append(out, byte(p), byte(p>>8), byte(p>>16))
		}
	} else {
		out = appendUvarint(out, head|formatNarrow)
		doc = ^uint32(0)
		for _, p := range postings {
			out = binary.LittleEndian.AppendUint16(out, uint16((p>>levelBits-doc-1)<<levelBits|p&levelMask))
			doc = p >> levelBits
		}
	}
	w.bufs.postings = out
}

func (w *segmentWriter) endBlock() {
	binary.LittleEndian.PutUint32(w.seg.blockEnds[4*w.block:], uint32(len(w.bufs.postings)))
	w.last = int64(w.block+1)<<w.seg.shift - 1
}

func (w *segmentWriter) finish() *segment {
	s := w.seg
	for ; int(w.block) < len(s.blockEnds)/4; w.block++ {
		w.endBlock()
	}
	s.postings = bytes.Clone(w.bufs.postings)
	// The lists of documents from those of slots: first their lengths, then they.
	type list struct{ next, at uint32 } // the least slot that may follow; where it goes
	lists := make([]list, s.docs)
	for slot, c := range w.common {
		for _, p := range w.bufs.common[c.start:c.end] {
			l := &lists[p>>levelBits]
			l.at += 1 + escapes(uint32(slot)-l.next)
			l.next = uint32(slot) + 1
		}
	}
	s.forwardEnd = make([]byte, 4*s.docs)
	sum := uint32(0)
	for doc, l := range lists {
		lists[doc] = list{at: sum}
		sum += l.at
		binary.LittleEndian.PutUint32(s.forwardEnd[4*doc:], sum)
	}
	s.forward = make([]byte, sum)
	for slot, c := range w.common {
		for _, p := range w.bufs.common[c.start:c.end] {
			l := &lists[p>>levelBits]
			gap := uint32(slot) - l.next
			l.next = uint32(slot) + 1
			for gap >= escapeGap {
				n := min(gap/escapeGap, levelMask+1)
				s.forward[l.at] = escapeGap<<levelBits | byte(n-1)
				l.at++
				gap -= escapeGap * n
			}
			s.forward[l.at] = byte(gap<<levelBits | p&levelMask)
			l.at++
		}
	}
	return s
}

// trim lets go of buffers that are too large to keep.
func (b *builder) trim() {
	if cap(b.pairs) > 1<<16 {
		*b = builder{}
	}
	if cap(b.bufs.postings)+4*cap(b.bufs.common) > 1<<20 {
		b.bufs = buffers{}
	}
}

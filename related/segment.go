package related

import (
	"encoding/binary"
	"math/bits"
)

// A segment is an immutable set of documents, numbered from 0 in the order of
// their arrival, with its index. It is a few arrays of bytes, which are also its
// form in a snapshot; FORMAT.md describes them. All numbers are little-endian.
//
// A term that many documents have is kept forward: each document lists those it
// has, by slot. Any other is kept inverted: the term lists its documents, its
// postings. Which is which changes no answer, only its price.
type segment struct {
	docs   int
	length int64 // sum of LengthOf
	terms  int   // in the dictionary
	slots  int
	shift  uint8 // from a key to its block
	groups []group

	lengths    []byte // lengthClass of each document
	published  []byte // int64 each: seconds since 1970, or noTime
	groupOf    []byte // uint32 each: index in groups
	sketches   []byte // a Sketch each
	idEnds     []byte // uint32 each: where its ID ends in ids
	ids        []byte
	idTable    []byte // uint32 each, a power of two: document+1 by hash of ID, 0 if none
	blockEnds  []byte // uint32 each: where a block of the dictionary ends in postings
	postings   []byte // the dictionary and the postings in it
	slotKeys   []byte // uint32 each: the key of a slot, as a rule that of the commonest term first
	forwardEnd []byte // uint32 each: where the list of a document ends in forward
	forward    []byte

	// file, if not nil, keeps the file mapped that the arrays are in.
	file *mapping

	// commons finds the terms that are kept forward without the dictionary: they are
	// half of those of a query. It is made of the rest, see newView.
	commons []commonSlot
}

// A mapping stands for a file in memory, which is let go of when nothing refers to the
// mapping any more. The arrays of segments do not: what reads them must keep the
// segment alive.
type mapping struct{ data []byte }

// A commonSlot is an entry of segment.commons, which are a power of two, the first
// free one from where the low bits of the key point.
type commonSlot struct {
	key  uint32 // 1<<31 set if in use
	n    uint32
	slot uint32
}

// makeCommons makes s.commons.
func (s *segment) makeCommons() {
	if s.slots == 0 || s.commons != nil {
		return
	}
	s.commons = make([]commonSlot, 1<<bits.Len(uint(s.slots*3/2)))
	mask := uint32(len(s.commons) - 1)
	for slot := range s.slots {
		k := Key(u32(s.slotKeys, slot))
		i := uint32(k) & mask
		for s.commons[i].key != 0 {
			i = (i + 1) & mask
		}
		s.commons[i] = commonSlot{uint32(k) | 1<<31, s.lookup(k).n, uint32(slot)}
	}
}

// common finds a term that is kept forward; n is 0 if k is none.
func (s *segment) common(k Key) (l list) {
	if len(s.commons) == 0 {
		return l
	}
	mask := uint32(len(s.commons) - 1)
	key := uint32(k) | 1<<31
	e := &s.commons[uint32(k)&mask]
	for i := uint32(k); e.key != key && e.key != 0; e = &s.commons[i&mask] {
		i++
	}
	if e.key == key {
		l.n = e.n
	}
	l.format, l.slot = formatForward, e.slot
	return l
}

// A group is what documents have in common that queries filter by.
type group struct {
	Lang     string
	Sections []string
}

// Formats of the postings of a term.
const (
	formatWide    = iota // 3 bytes each: document<<3 | level
	formatNarrow         // 2 bytes each: (distance to the document before - 1)<<3 | level
	formatForward        // a slot
	formats
)

const (
	maxSegmentDocs = 1 << 21
	maxNarrow      = 1 << 13
	levelBits      = 3
	levelMask      = 1<<levelBits - 1
)

func u32(b []byte, i int) uint32 { return binary.LittleEndian.Uint32(b[4*i:]) }

// span returns the part of data that belongs to i.
func span(data, ends []byte, i int) []byte {
	start := uint32(0)
	if i > 0 {
		start = u32(ends, i-1)
	}
	return data[start:u32(ends, i)]
}

func (s *segment) id(doc int) []byte { return span(s.ids, s.idEnds, doc) }

func (s *segment) publishedAt(doc int) int64 {
	return int64(binary.LittleEndian.Uint64(s.published[8*doc:]))
}

func (s *segment) sketch(doc int) *Sketch {
	return (*Sketch)(s.sketches[len(Sketch{})*doc:])
}

func hashID(id string) uint32 {
	h := uint64(len(id))
	for i := range len(id) {
		h = (h ^ uint64(id[i])) * mulA
		h ^= h >> 29
	}
	return uint32(finish(h) >> 32)
}

// find returns the document with that ID, or -1.
func (s *segment) find(id string) int {
	mask := uint32(len(s.idTable)/4 - 1)
	for i := hashID(id) & mask; ; i = (i + 1) & mask {
		n := u32(s.idTable, int(i))
		if n == 0 {
			return -1
		}
		if string(s.id(int(n-1))) == id {
			return int(n - 1)
		}
	}
}

// A list is where a segment has a term.
type list struct {
	n      uint32 // documents, dead ones included
	format uint8
	slot   uint32 // of formatForward
	data   uint32 // where the postings begin
}

// block returns the part of postings that would hold k.
func (s *segment) block(k Key) (start, end uint32) {
	b := int(uint32(k) >> s.shift)
	if b > 0 {
		start = u32(s.blockEnds, b-1)
	}
	return start, u32(s.blockEnds, b)
}

// lookup finds a term; n is 0 if the segment does not have it. It does what
// entries does, in one loop: a query looks up some hundred terms.
func (s *segment) lookup(k Key) (l list) {
	pos, end := s.block(k)
	b := s.postings[:end]
	for key := uint32(k)>>s.shift<<s.shift - 1; pos < uint32(len(b)); {
		// Most gaps have one byte or two, and which cannot be foreseen.
		gap, more := uint32(b[pos]), uint32(b[pos+1])
		if two := gap >> 7; two&(more>>7) == 0 {
			gap = gap&0x7f | more<<7&-two
			pos += 1 + two
		} else {
			gap, pos = uvarint(b, pos)
		}
		head := uint32(b[pos])
		pos++
		if head >= 0x80 {
			head, pos = uvarint(b, pos-1)
		}
		key += gap + 1
		if key >= uint32(k) {
			if key == uint32(k) {
				l = list{n: head >> 2, format: uint8(head & 3), data: pos}
				if l.format == formatForward {
					l.slot, _ = uvarint(b, pos)
				}
			}
			return l
		}
		if head&3 == formatForward {
			_, pos = uvarint(b, pos)
		} else {
			pos += (3 - head&3) * (head >> 2)
		}
	}
	return l
}

// entries walks over entries of the dictionary.
type entries struct {
	s        *segment
	pos, end uint32
	key      Key // of the entry; to begin with, one less than the least of the block
	list
}

// next goes to the next entry of the block.
func (e *entries) next() bool {
	if e.pos >= e.end {
		return false
	}
	b := e.s.postings
	gap, p := uint32(b[e.pos]), e.pos+1
	if gap >= 0x80 {
		gap, p = uvarint(b, e.pos)
	}
	head, p1 := uint32(b[p]), p+1
	if head >= 0x80 {
		head, p1 = uvarint(b, p)
	}
	e.key += Key(gap) + 1
	e.n, e.format, e.data = head>>2, uint8(head&3), p1
	if e.format == formatForward {
		e.slot, e.pos = uvarint(b, p1)
	} else {
		e.pos = p1 + (3-uint32(e.format))*e.n
	}
	return true
}

// uvarint reads a number from b at p, and returns it and where it ends.
func uvarint(b []byte, p uint32) (x, end uint32) {
	for shift := 0; ; shift += 7 {
		c := b[p]
		p++
		x |= uint32(c&0x7f) << shift
		if c < 0x80 || shift >= 28 {
			return x, p
		}
	}
}

func appendUvarint(b []byte, x uint32) []byte { return binary.AppendUvarint(b, uint64(x)) }

// appendPostings appends the postings of an inverted list, each document<<3 | level.
func (s *segment) appendPostings(dst []uint32, l list) []uint32 {
	switch l.format {
	case formatWide:
		b := s.postings[l.data:][:3*l.n]
		for ; len(b) >= 3; b = b[3:] {
			dst = append(dst, uint32(b[0])|uint32(b[1])<<8|uint32(b[2])<<16)
		}
	case formatNarrow:
		b := s.postings[l.data:][:2*l.n]
		doc := ^uint32(0)
		for ; len(b) >= 2; b = b[2:] {
			x := uint32(binary.LittleEndian.Uint16(b))
			doc += x>>levelBits + 1
			dst = append(dst, doc<<levelBits|x&levelMask)
		}
	}
	return dst
}

// A forward list is bytes of a step and a level: the distance to the slot before,
// less one, and how often the document has the term of this slot. A step of
// escapeGap has no term: it only goes on by 31 slots for every level and one.
const escapeGap = 31

// forwardSteps are the bytes of forward lists: how far one goes, and in the high half
// the level, 8 of an escape.
var forwardSteps = func() (t [256]uint16) {
	for x := range uint16(len(t)) {
		step, level := x>>levelBits+1, x&levelMask
		if x>>levelBits == escapeGap {
			step, level = escapeGap*(x&levelMask+1), 8
		}
		t[x] = step | level<<8
	}
	return t
}()

// escapes returns how many bytes a distance takes beside the last.
func escapes(gap uint32) uint32 { return (gap/escapeGap + levelMask) >> levelBits }

// forwardOf calls f for each term that doc has forward.
func (s *segment) forwardOf(doc int, f func(slot uint32, level uint8)) {
	slot := ^uint32(0)
	for _, x := range span(s.forward, s.forwardEnd, doc) {
		slot += uint32(forwardSteps[x] & 0xff)
		if x>>levelBits != escapeGap {
			f(slot, x&levelMask)
		}
	}
}

// bytes returns the size of s in memory.
func (s *segment) bytes() int {
	n := 0
	for _, b := range s.parts() {
		n += len(*b)
	}
	n += 12 * len(s.commons)
	for _, g := range s.groups {
		n += 40 + len(g.Lang) + 16*len(g.Sections)
		for _, x := range g.Sections {
			n += len(x)
		}
	}
	return n
}

// parts returns the arrays of s in the order of a snapshot.
func (s *segment) parts() [12]*[]byte {
	return [...]*[]byte{
		&s.lengths, &s.published, &s.groupOf, &s.sketches, &s.idEnds, &s.ids, &s.idTable,
		&s.blockEnds, &s.postings, &s.slotKeys, &s.forwardEnd, &s.forward,
	}
}

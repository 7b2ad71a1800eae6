package related

import (
	"bytes"
	"encoding/binary"
	"errors"
	"fmt"
)

// checkSizes checks what the head of a segment says of its parts.
func (s *segment) checkSizes(sizes *[numParts]uint64) error {
	if s.docs < 1 || s.docs > maxSegmentDocs {
		return fmt.Errorf("%d documents", s.docs)
	}
	if s.shift > keyBits {
		return fmt.Errorf("blocks of %d bits", s.shift)
	}
	docs := uint64(s.docs)
	dead := sizes[deadPart]
	if sizes[0] != docs || sizes[1] != 8*docs || sizes[2] != 4*docs || sizes[3] != uint64(len(Sketch{}))*docs || sizes[4] != 4*docs ||
		sizes[6] < 4 || sizes[6]&(sizes[6]-1) != 0 || sizes[6]/4 <= docs ||
		sizes[7] != 4<<(keyBits-s.shift) || sizes[9] != 4*uint64(s.slots) || sizes[10] != 4*docs ||
		sizes[groupsPart] > maxGroups || dead != 0 && dead != (docs+63)/64*8 || sizes[deadDFPart]%8 != 0 {
		return errors.New("sizes that do not fit together")
	}
	if sizes[5] > 1<<32-1 || sizes[8] > 1<<32-1 || sizes[11] > 1<<32-1 {
		return errors.New("a part that is too large")
	}
	return nil
}

// check checks everything that queries and merges rely on, sizes aside.
func (v *view) check() error {
	s := v.seg
	if err := s.checkDocs(); err != nil {
		return err
	}
	inSlot, err := s.checkForward()
	if err != nil {
		return err
	}
	if err := s.checkDictionary(inSlot); err != nil {
		return err
	}
	return v.checkDead()
}

// checkEnds checks that ends are in order and that the last is that of data.
func checkEnds(ends []byte, data []byte) bool {
	last := uint32(0)
	for i := range len(ends) / 4 {
		e := u32(ends, i)
		if e < last {
			return false
		}
		last = e
	}
	return uint64(last) == uint64(len(data))
}

func (s *segment) checkDocs() error {
	if !checkEnds(s.idEnds, s.ids) || !checkEnds(s.forwardEnd, s.forward) || !checkEnds(s.blockEnds, s.postings) {
		return errors.New("ends out of order")
	}
	for doc := range s.docs {
		if err := CheckID(string(s.id(doc))); err != nil {
			return fmt.Errorf("document %d: %w", doc, err)
		}
		if int64(u32(s.groupOf, doc)) >= int64(len(s.groups)) {
			return fmt.Errorf("document %d: no such group", doc)
		}
		if t := s.publishedAt(doc); t != noTime && (t < firstSecond || t > lastSecond) {
			return fmt.Errorf("document %d: published out of range", doc)
		}
	}
	// There is one way to make the table of IDs but for its size.
	made := make([]byte, len(s.idTable))
	fillIDTable(s, made)
	if !bytes.Equal(made, s.idTable) {
		return errors.New("table of IDs")
	}
	return nil
}

// checkForward checks the forward lists and returns how many documents have each
// slot.
func (s *segment) checkForward() ([]uint32, error) {
	inSlot := make([]uint32, s.slots)
	for doc := range s.docs {
		slot := int64(-1)
		b := span(s.forward, s.forwardEnd, doc)
		for _, x := range b {
			slot += int64(forwardSteps[x] & 0xff)
			if slot >= int64(s.slots) {
				return nil, fmt.Errorf("document %d: no such slot", doc)
			}
			if x>>levelBits != escapeGap {
				inSlot[slot]++
			}
		}
		if len(b) > 0 && b[len(b)-1]>>levelBits == escapeGap {
			return nil, fmt.Errorf("document %d: an unfinished list", doc)
		}
	}
	return inSlot, nil
}

// checkDictionary checks the dictionary and all postings.
func (s *segment) checkDictionary(inSlot []uint32) error {
	terms, slots, pos := 0, 0, uint32(0)
	seen := make([]bool, s.slots)
	for b := range len(s.blockEnds) / 4 {
		end := u32(s.blockEnds, b)
		key := int64(b)<<s.shift - 1
		for pos < end {
			block := s.postings[pos:end]
			gap, n1 := binary.Uvarint(block)
			if n1 <= 0 || gap >= 1<<keyBits {
				return fmt.Errorf("block %d: key", b)
			}
			head, n2 := binary.Uvarint(block[n1:])
			n, format := head>>2, head&3
			if n2 <= 0 || n1 > 5 || n2 > 5 || n < 1 || n > uint64(s.docs) || format >= formats {
				return fmt.Errorf("block %d: head of an entry", b)
			}
			key += int64(gap) + 1
			if key >= int64(b+1)<<s.shift {
				return fmt.Errorf("block %d: a key of another block", b)
			}
			data := block[n1+n2:]
			size := 0
			switch format {
			case formatWide:
				if size = 3 * int(n); size > len(data) {
					return fmt.Errorf("block %d: postings", b)
				}
				last := int64(-1)
				for p := data[:size]; len(p) > 0; p = p[3:] {
					doc := int64(uint32(p[0])|uint32(p[1])<<8|uint32(p[2])<<16) >> levelBits
					if doc <= last || doc >= int64(s.docs) {
						return fmt.Errorf("block %d: postings", b)
					}
					last = doc
				}
			case formatNarrow:
				if size = 2 * int(n); size > len(data) {
					return fmt.Errorf("block %d: postings", b)
				}
				doc := -1
				for p := data[:size]; len(p) > 0; p = p[2:] {
					doc += int(binary.LittleEndian.Uint16(p)>>levelBits) + 1
				}
				if doc >= s.docs {
					return fmt.Errorf("block %d: postings", b)
				}
			case formatForward:
				slot, n3 := binary.Uvarint(data)
				if n3 <= 0 || n3 > 5 || slot >= uint64(s.slots) || seen[slot] || int64(u32(s.slotKeys, int(slot))) != key || uint64(inSlot[slot]) != n {
					return fmt.Errorf("block %d: slot", b)
				}
				seen[slot] = true
				slots++
				size = n3
			}
			terms++
			pos += uint32(n1 + n2 + size)
		}
	}
	if terms != s.terms || slots != s.slots {
		return errors.New("number of terms")
	}
	return nil
}

func (v *view) checkDead() error {
	if v.deaths == 0 {
		if len(v.dead) > 0 || v.deadDF.used > 0 {
			return errors.New("no dead documents, but terms of some")
		}
		return nil
	}
	if v.deaths >= v.seg.docs {
		return errors.New("more dead documents than there are")
	}
	var docs []int
	for doc := range 64 * len(v.dead) {
		if v.isDead(doc) {
			if doc >= v.seg.docs {
				return errors.New("a dead document that is not there")
			}
			docs = append(docs, doc)
		}
	}
	if want := newView(v.seg).without(docs).termsOfDead(); !bytes.Equal(want.encode(), v.deadDF.encode()) {
		return errors.New("terms of dead documents")
	}
	return nil
}

// checkIDs checks that no two living documents have the same ID.
func checkIDs(views []*view) error {
	for i, v := range views {
		for doc := range v.seg.docs {
			if v.isDead(doc) {
				continue
			}
			id := string(v.seg.id(doc))
			for j, w := range views[:i+1] {
				if other := w.find(id); other >= 0 && (j != i || other != doc) {
					return fmt.Errorf("%w: two documents with the ID %q", ErrFormat, id)
				}
			}
		}
	}
	return nil
}

package related

import (
	"encoding/binary"
	"math/bits"
)

// A Sketch stands for the set of a text's shingles, its runs of five syllables:
// from two of them the share of shingles that two texts have in common (their
// Jaccard index) can be told. It is a one-permutation MinHash of 128 bins of
// four bits each. Title and features are not part of it, and neither is the
// order of paragraphs. The zero Sketch is that of no text.
type Sketch [64]byte

const (
	sketchBins = 128
	shingleLen = 5

	// Below this many shingles a sketch would be guesswork: it tells only
	// whether two texts are equal.
	fewShingles = 16

	// shingleKeys are the terms by which near-duplicates find each other: of each
	// group of shingles the one with the least hash.
	shingleKeys = 5

	// DuplicateSimilarity is the similarity from which two texts count as copies
	// of each other.
	DuplicateSimilarity = 0.5
)

// A sketcher makes sketches. The zero sketcher is ready.
type sketcher struct {
	bins [sketchBins]uint64 // least hash of each bin; ^0 if empty
	keys [shingleKeys]uint64
}

// sketch returns the sketch of the texts whose tokens are given, and leaves its
// keys in s.keys, ^0 if there is none.
func (s *sketcher) sketch(tokens []token) (sk Sketch) {
	for i := range s.bins {
		s.bins[i] = ^uint64(0)
	}
	for i := range s.keys {
		s.keys[i] = ^uint64(0)
	}
	n := len(tokens) - shingleLen + 1
	if n < fewShingles {
		if len(tokens) == 0 {
			return sk
		}
		h := uint64(len(tokens))
		for i := range tokens {
			h = hashPair(h, tokens[i].hash)
		}
		s.keys[0] = h
		for i := range sk {
			b := finish(h + uint64(i)*mulA)
			sk[i] = byte(1+b%15) | byte(1+b>>32%15)<<4
		}
		return sk
	}
	for i := range n {
		t := (*[shingleLen]token)(tokens[i:])
		h := t[0].hash
		h = bits.RotateLeft64(h, 23)*mulA + t[1].hash
		h = bits.RotateLeft64(h, 23)*mulA + t[2].hash
		h = bits.RotateLeft64(h, 23)*mulA + t[3].hash
		h = finish(bits.RotateLeft64(h, 23)*mulA + t[4].hash)
		// The top bits choose the bin, others the group; the rest is compared.
		b := &s.bins[h>>57]
		*b = min(*b, h)
		k := &s.keys[h&0xffff*shingleKeys>>16]
		*k = min(*k, h)
	}
	for i, h := range s.bins {
		if h != ^uint64(0) {
			sk[i/2] |= byte(1+(h>>16&0xffff)%15) << (i % 2 * 4)
		}
	}
	return sk
}

// copies reports whether s and t are sketches of copies: whether their similarity
// is at least DuplicateSimilarity.
func (s *Sketch) copies(t *Sketch) bool {
	// That needs 69 equal bins at least, but most pairs have few.
	const need = 69
	equal := s.equal(t, 0)
	if equal < need-sketchBins/2 {
		return false
	}
	return equal+s.equal(t, len(s)/2) >= need && s.Similarity(t) >= DuplicateSimilarity
}

// equal returns how many of the 64 bins from byte i on are the same in s and t.
func (s *Sketch) equal(t *Sketch, i int) int {
	at := func(i int) uint64 {
		return sameNibbles(binary.LittleEndian.Uint64(s[i:]), binary.LittleEndian.Uint64(t[i:]))
	}
	// Four ones of each nibble fit into it.
	sum := at(i) + at(i+8) + at(i+16) + at(i+24)
	const low = 0x0f0f0f0f0f0f0f0f
	return int((sum&low + sum>>4&low) * 0x0101010101010101 >> 56)
}

// sameNibbles returns 1 in each of the 16 nibbles that is the same in x and y.
func sameNibbles(x, y uint64) uint64 {
	const ones = 0x1111111111111111
	x ^= y
	x |= x >> 1
	return ^(x | x>>2) & ones
}

// Similarity estimates the Jaccard index of the shingles of two texts, from 0 to
// 1. It is 1 for equal texts and 0 if either has no words. Near one half it is off
// by more than 0.1 in one case of fifty.
func (s *Sketch) Similarity(t *Sketch) float64 {
	equal, empty := 0, 0
	for i := 0; i < len(s); i += 8 {
		a, b := binary.LittleEndian.Uint64(s[i:]), binary.LittleEndian.Uint64(t[i:])
		equal += bits.OnesCount64(sameNibbles(a, b))
		empty += bits.OnesCount64(sameNibbles(a|b, 0))
	}
	n := sketchBins - empty
	if n == 0 {
		return 0
	}
	// One in fifteen different hashes agrees by chance.
	const chance = 1.0 / 15
	return max(0, (float64(equal-empty)/float64(n)-chance)/(1-chance))
}

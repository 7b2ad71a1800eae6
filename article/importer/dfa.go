package importer

import "math/bits"

// An automaton reads text eight bytes at a time. The state is how far the next
// byte's word is to be shifted to have the state after it at its lower end, so that
// each byte costs one look-up and one shift, and the look-ups don't wait for each
// other.

// A transition says, for one byte, what state follows each state.
type transition uint64

// shift is the number of bits of a state; ten states fit in a transition.
const shift = 6

// The states of running text.
const (
	tSpace = iota * shift // after a space, or at the front
	tWord
	tC2   // after a byte that may begin a no-break space or a control character
	tE2   // after one that may begin a zero-width space
	tE280 // after two
	tStop // for good
	tEnd
)

// flowTable spells out the automaton.
var flowTable = func() (t [256]transition) {
	for c := range t {
		for s := 0; s < tEnd; s += shift {
			t[c] |= transition(nextInFlow(s, byte(c))) << s
		}
	}
	return t
}()

// nextInFlow stops at all that does not stand in the article as it stands in the
// source. The text is valid UTF-8.
func nextInFlow(state int, c byte) int {
	switch {
	case state == tStop, state == tC2 && c <= 0xA0, state == tE280 && c == 0x8B:
		return tStop
	case state == tE2 && c == 0x80:
		return tE280
	case state == tC2, state == tE2, state == tE280:
		return tWord
	}
	switch byteClass[c] {
	case bPlain:
		return tWord
	case bC2:
		return tC2
	case bE2:
		return tE2
	case bSpace:
		if c == ' ' && state == tWord {
			return tSpace
		}
	}
	return tStop
}

// plainRun returns the length of the words at the front of s that stand in the
// article as they stand in the source: with single spaces between them, and none
// at the ends. Literal says that there are
// no character references.
func plainRun(s string, literal bool) int {
	i, state := 0, transition(tSpace)
	for {
		for i+8 <= len(s) {
			b := s[i : i+8]
			next := flowTable[b[0]] >> (state & 63)
			next = flowTable[b[1]] >> (next & 63)
			next = flowTable[b[2]] >> (next & 63)
			next = flowTable[b[3]] >> (next & 63)
			next = flowTable[b[4]] >> (next & 63)
			next = flowTable[b[5]] >> (next & 63)
			next = flowTable[b[6]] >> (next & 63)
			next = flowTable[b[7]] >> (next & 63) & 63
			if next == tStop {
				break
			}
			state = next
			i += 8
		}
		for i < len(s) {
			next := flowTable[s[i]] >> (state & 63) & 63
			if next == tStop {
				break
			}
			state = next
			i++
		}
		switch {
		case i == len(s):
		case s[i] >= 0xEF && !isNothing(s[i:]):
			i += characterLen(s[i])
			state = tWord
			continue
		case s[i] == '&' && literal:
			i++
			state = tWord
			continue
		case state == tC2:
			i--
		case state == tE280:
			i -= 2
		}
		if i > 0 && s[i-1] == ' ' {
			i--
		}
		return i
	}
}

// each in a product is a number in each byte of a word.
const each = 0x0101010101010101

// word returns the first eight bytes of s, which has as many.
func word(s string) uint64 {
	_ = s[7]
	return uint64(s[0]) | uint64(s[1])<<8 | uint64(s[2])<<16 | uint64(s[3])<<24 |
		uint64(s[4])<<32 | uint64(s[5])<<40 | uint64(s[6])<<48 | uint64(s[7])<<56
}

// runeCount is [unicode/utf8.RuneCountInString] for valid UTF-8: it counts the bytes
// that begin a character.
func runeCount(s string) int {
	n := len(s)
	for ; len(s) >= 8; s = s[8:] {
		x := word(s)
		n -= bits.OnesCount64(x >> 7 &^ (x >> 6) & each) // those that continue one
	}
	for i := range len(s) {
		if s[i]&0xC0 == 0x80 {
			n--
		}
	}
	return n
}

package importer

import (
	"math/bits"
	"unicode/utf8"
)

// An automaton reads text eight bytes at a time. The state is how far the next
// byte's word is to be shifted to have the state after it at its lower end, so that
// each byte costs one look-up and one shift, and the look-ups don't wait for each
// other.

// A transition says, for one byte, what state follows each state.
type transition uint64

// shift is the number of bits of a state; ten states fit in a transition.
const shift = 6

// The states of running text, which is also seen to be UTF-8 (Unicode, table 3-7).
const (
	tSpace = iota * shift // after a space, or at the front
	tWord
	tC2   // after a byte that may begin a no-break space or a control character
	tE2   // after one that may begin a zero-width space
	tE280 // after two
	tOne  // one more byte of the character follows
	tTwo  // two more
	tE0   // two more, the first of which is from A0 on
	tED   // two more, the first of which is below A0
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
// source, and at characters of four bytes, which are few.
func nextInFlow(state int, c byte) int {
	from := func(lo, hi byte, next int) int {
		if lo <= c && c <= hi {
			return next
		}
		return tStop
	}
	switch state {
	case tSpace, tWord:
		switch byteClass[c] {
		case bPlain:
			switch {
			case c < 0x80:
				return tWord
			case c < 0xE0:
				return tOne
			case c == 0xE0:
				return tE0
			case c == 0xED:
				return tED
			}
			return tTwo
		case bC2:
			return tC2
		case bE2:
			return tE2
		case bSpace:
			if c == ' ' && state == tWord {
				return tSpace
			}
		}
	case tC2:
		return from(0xA1, 0xBF, tWord)
	case tE2:
		if c == 0x80 {
			return tE280
		}
		return from(0x81, 0xBF, tOne)
	case tE280:
		if c == 0x8B {
			return tStop
		}
		return from(0x80, 0xBF, tWord)
	case tOne:
		return from(0x80, 0xBF, tWord)
	case tTwo:
		return from(0x80, 0xBF, tOne)
	case tE0:
		return from(0xA0, 0xBF, tOne)
	case tED:
		return from(0x80, 0x9F, tOne)
	}
	return tStop
}

// plainRun returns the length of the words at the front of s that stand in the
// article as they stand in the source: with single spaces between them, and none
// at the ends. It is negative if they are no UTF-8, or what follows them is none.
// Literal says that there are no character references.
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
		case state == tC2 && i < len(s) && 0x80 <= s[i] && s[i] <= 0xA0:
			i--
		case state == tE280 && i < len(s) && s[i] == 0x8B:
			i -= 2
		case state > tWord:
			return -1
		case i == len(s):
		case s[i] == '&' && literal:
			i++
			state = tWord
			continue
		case s[i] >= 0x80:
			if _, n := utf8.DecodeRuneInString(s[i:]); n == 1 {
				return -1
			} else if !isNothing(s[i:]) {
				i += n
				state = tWord
				continue
			}
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

// isASCII reports whether all of s is ASCII.
func isASCII(s string) bool {
	all := uint64(0)
	for ; len(s) >= 8; s = s[8:] {
		all |= word(s)
	}
	for i := range len(s) {
		all |= uint64(s[i])
	}
	return all&(0x80*each) == 0
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

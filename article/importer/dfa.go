package importer

// Two automata read text eight bytes at a time. The state is how far the next
// byte's word is to be shifted to have the state after it at its lower end, so that
// each byte costs one look-up and one shift, and the look-ups don't wait for each
// other.

// A transition says, for one byte, what state follows each state.
type transition uint64

// shift is the number of bits of a state; ten states fit in a transition.
const shift = 6

// The states of text in UTF-8. In all but the first a character is not complete.
const (
	uDone  = iota * shift
	uBad   // for good
	uOne   // one more byte follows
	uTwo   // two more
	uThree // three more
	uE0
	uED
	uF0
	uF4
	uEnd
)

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

var utf8Table, flowTable = makeTable(uEnd, nextUTF8), makeTable(tEnd, nextInFlow)

// makeTable spells out an automaton.
func makeTable(end int, next func(state int, c byte) int) (t [256]transition) {
	for c := range t {
		for s := 0; s < end; s += shift {
			t[c] |= transition(next(s, byte(c))) << s
		}
	}
	return t
}

// nextUTF8 is table 3-7 of the Unicode standard.
func nextUTF8(state int, c byte) int {
	within := func(lo, hi byte, then int) int {
		if c < lo || c > hi {
			return uBad
		}
		return then
	}
	switch state {
	case uOne:
		return within(0x80, 0xBF, uDone)
	case uTwo:
		return within(0x80, 0xBF, uOne)
	case uThree:
		return within(0x80, 0xBF, uTwo)
	case uE0:
		return within(0xA0, 0xBF, uOne)
	case uED:
		return within(0x80, 0x9F, uOne)
	case uF0:
		return within(0x90, 0xBF, uTwo)
	case uF4:
		return within(0x80, 0x8F, uTwo)
	case uBad:
		return uBad
	}
	switch {
	case c < 0x80:
		return uDone
	case c == 0xE0:
		return uE0
	case c == 0xED:
		return uED
	case c == 0xF0:
		return uF0
	case c == 0xF4:
		return uF4
	case c >= 0xC2 && c < 0xE0:
		return uOne
	case c >= 0xE1 && c < 0xF0:
		return uTwo
	case c >= 0xF1 && c < 0xF4:
		return uThree
	}
	return uBad
}

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

// validUTF8 is utf8.ValidString.
func validUTF8(s string) bool {
	state := transition(uDone)
	t := &utf8Table
	for ; len(s) >= 8; s = s[8:] {
		state = t[s[0]] >> (state & 63)
		state = t[s[1]] >> (state & 63)
		state = t[s[2]] >> (state & 63)
		state = t[s[3]] >> (state & 63)
		state = t[s[4]] >> (state & 63)
		state = t[s[5]] >> (state & 63)
		state = t[s[6]] >> (state & 63)
		state = t[s[7]] >> (state & 63)
	}
	for i := range len(s) {
		state = t[s[i]] >> (state & 63)
	}
	return state&63 == uDone
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

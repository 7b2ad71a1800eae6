package viet

// An automaton reads text a byte at a time without a branch for what stands there:
// in Vietnamese every fourth character is beyond ASCII, and no processor guesses
// which. It holds for each byte the state that follows each state. A state is the
// place of six bits in an entry; those bits are the state that follows it.
type automaton [256]uint64

// set says that each of bytes leads from one state to another.
func (a *automaton) set(from, to uint64, bytes ...int) {
	for _, b := range bytes {
		a[b] = a[b]&^(63<<from) | to<<from
	}
}

// run returns the state after s.
func (a *automaton) run(s string, state uint64) uint64 {
	for i := range len(s) {
		state = a[s[i]] >> (state & 63)
	}
	return state & 63
}

// runBoth returns the states after two texts of equal length, which is a multiple of
// four. It reads them at once: a step has to wait for the one before, but not for
// those in the other text.
func (a *automaton) runBoth(one, two string, first, second uint64) (uint64, uint64) {
	for i := 0; i < len(one)-3 && i < len(two)-3; i += 4 {
		s, t := one[i:i+4], two[i:i+4]
		first = a[s[0]] >> (first & 63)
		second = a[t[0]] >> (second & 63)
		first = a[s[1]] >> (first & 63)
		second = a[t[1]] >> (second & 63)
		first = a[s[2]] >> (first & 63)
		second = a[t[2]] >> (second & 63)
		first = a[s[3]] >> (first & 63)
		second = a[t[3]] >> (second & 63)
	}
	return first & 63, second & 63
}

// halves returns a beginning of s, a part of the same length that begins in it with
// a character, and what comes after that: all of s may be the last if it is short.
// The length is a multiple of four.
func halves(s string) (one, two, rest string) {
	if len(s) < 4 {
		return "", "", s
	}
	n := (len(s)/8 + 1) * 4
	start := len(s) - n
	for start > 0 && s[start]&0xC0 == 0x80 {
		start--
	}
	return s[:n], s[start : start+n], s[start+n:]
}

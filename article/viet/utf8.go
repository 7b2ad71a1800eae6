package viet

// This file tests whether text is UTF-8, with an automaton where package
// unicode/utf8 branches on every character beyond ASCII. A test compares the two.

// The states of nextState: how many more bytes a character needs, and whether the
// next one is bounded (RFC 3629, section 4).
const (
	ready   = 6 * iota
	invalid // for good
	needs1
	needs2
	needs3
	afterE0
	afterED
	afterF0
	afterF4
	states = 6 * iota
)

var nextState = func() *automaton {
	t := new(automaton)
	for c := range t {
		for s := uint64(ready); s < states; s += 6 {
			t.set(s, invalid, c)
		}
	}
	for _, rule := range [...]struct {
		state    uint64
		from, to int
		next     uint64
	}{
		{ready, 0x00, 0x7f, ready},
		{ready, 0xc2, 0xdf, needs1},
		{ready, 0xe0, 0xe0, afterE0},
		{ready, 0xe1, 0xec, needs2},
		{ready, 0xed, 0xed, afterED},
		{ready, 0xee, 0xef, needs2},
		{ready, 0xf0, 0xf0, afterF0},
		{ready, 0xf1, 0xf3, needs3},
		{ready, 0xf4, 0xf4, afterF4},
		{needs1, 0x80, 0xbf, ready},
		{needs2, 0x80, 0xbf, needs1},
		{needs3, 0x80, 0xbf, needs2},
		{afterE0, 0xa0, 0xbf, needs1},
		{afterED, 0x80, 0x9f, needs1}, // no surrogates
		{afterF0, 0x90, 0xbf, needs2},
		{afterF4, 0x80, 0x8f, needs2}, // up to U+10FFFF
	} {
		for c := rule.from; c <= rule.to; c++ {
			t.set(rule.state, rule.next, c)
		}
	}
	return t
}()

// ValidString is [unicode/utf8.ValidString] in less time for text in Vietnamese: it reports
// whether s is UTF-8, as RFC 3629 has it. It may be given any bytes.
func ValidString(s string) bool {
	one, two, rest := halves(s)
	first, second := nextState.runBoth(one, two, ready, ready)
	return first != invalid && nextState.run(rest, second) == ready
}

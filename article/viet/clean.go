package viet

import (
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// This file finds out whether a text is as Normalize would leave it. Nearly all
// texts are, so it must be quick: an automaton goes over the bytes without a
// branch for what stands in them. It knows the characters that nearly all of
// Vietnamese consists of, and which spaces may follow each other; what it does not
// know is looked at by hand, a character at a time.

// The states of the automaton. A state is six bits of an entry of cleanBytes,
// named by their place in it, and what stands there is the state that follows.
const (
	afterSpace = 6 * iota // or at the start
	afterBreak            // after a line break
	afterText             // after everything else: where a text may end
	afterC2
	afterC3
	afterC6
	beforeLast // before the last byte of any character
	afterE1    // or E2
	afterE280  // or E180
	unknown    // and stays so
)

// cleanBytes holds for every byte the state that follows each state.
var cleanBytes = func() (t [256]uint64) {
	set := func(from uint, to uint64, bytes ...int) {
		for _, b := range bytes {
			t[b] = t[b]&^(63<<from) | to<<from
		}
	}
	for b := range 256 {
		for from := uint(afterSpace); from <= unknown; from += 6 {
			set(from, unknown, b)
		}
	}
	for _, from := range []uint{afterSpace, afterBreak, afterText} {
		for b := '!'; b <= '~'; b++ {
			set(from, afterText, int(b))
		}
		set(from, afterC2, 0xC2)
		set(from, afterC3, 0xC3)
		set(from, beforeLast, 0xC4, 0xC5)
		set(from, afterC6, 0xC6)
		set(from, afterE1, 0xE1, 0xE2)
	}
	set(afterText, afterSpace, ' ')
	set(afterText, afterBreak, '\n')
	set(afterBreak, afterBreak, '\n')
	for b := 0x80; b < 0xC0; b++ {
		set(beforeLast, afterText, b)
		if b > 0xA0 && b != 0xAD { // the no-break space, the soft hyphen
			set(afterC2, afterText, b)
		}
		if b != 0x90 && b != 0xB0 { // Ð, ð
			set(afterC3, afterText, b)
		}
		if b != 0x89 { // Ɖ
			set(afterC6, afterText, b)
		}
		if b >= 0xB8 && b <= 0xBB { // Latin, U+1E00 to U+1EFF; Chinese radicals
			set(afterE1, beforeLast, b)
		}
		if b >= 0x90 && b <= 0xA7 { // dashes, quotes, the ellipsis; Burmese letters
			set(afterE280, afterText, b)
		}
	}
	set(afterE1, afterE280, 0x80)
	return t
}()

// run returns the state after s.
func run(s string, state uint64) uint64 {
	for i := range len(s) {
		state = cleanBytes[s[i]] >> (state & 63)
	}
	return state & 63
}

// cleanText reports whether Normalize has nothing to do. It may say no without
// need, never yes without right.
func cleanText(s string) bool {
	return s == "" || isKnown(s) || isClean(s)
}

// isKnown is cleanText for text that the automaton knows. Its two halves are gone
// over at once: a step has to wait for the one before, but not for the other half.
func isKnown(s string) bool {
	n := len(s) / 2
	for n > 0 && s[n]&0xC0 == 0x80 {
		n--
	}
	if n == 0 {
		return run(s, afterSpace) == afterText
	}
	middle := uint64(afterText)
	switch s[n-1] {
	case ' ':
		middle = afterSpace
	case '\n':
		middle = afterBreak
	}
	one, two := s[:n], s[n:]
	first, second := uint64(afterSpace), middle
	for i := range min(len(one), len(two)) {
		first = cleanBytes[one[i]] >> (first & 63)
		second = cleanBytes[two[i]] >> (second & 63)
	}
	n = min(len(one), len(two))
	return run(one[n:], first) == middle && run(two[n:], second) == afterText
}

// isClean is cleanText for any text.
func isClean(s string) bool {
	state := uint64(afterSpace)
	for i := 0; i < len(s); {
		const step = 16
		next := uint64(unknown)
		if i+step <= len(s) {
			next = run(s[i:i+step], state)
		}
		if next != unknown {
			i, state = i+step, next
			continue
		}
		for i < len(s) {
			if next = run(s[i:i+1], state); next == unknown {
				break
			}
			i, state = i+1, next
		}
		if i == len(s) {
			break
		}
		if state > afterText { // inside of the character that is not known
			i--
			for s[i]&0xC0 == 0x80 {
				i--
			}
		}
		size, ok := cleanRune(s, i)
		if !ok {
			return false
		}
		i, state = i+size, afterText
	}
	return state == afterText
}

// cleanRune is cleanText for the rune at s[i:]. It returns how many bytes it
// has looked at: a rune, or the rest of a word if a letter may be a foreign twin.
func cleanRune(s string, i int) (size int, ok bool) {
	r, size := utf8.DecodeRuneInString(s[i:])
	switch {
	case r == utf8.RuneError && size == 1, spaceOf(r) != 0, removed(r), isMark(r):
		return 0, false
	case r == 0x200C || r == 0x200D:
		before, _ := utf8.DecodeLastRuneInString(s[:i])
		after, _ := decode(s[i+size:])
		return size, joins(before) && joins(after)
	case isEth(r) || isForeign(r):
		start, end := i, i+size
		for start > 0 {
			p, n := utf8.DecodeLastRuneInString(s[:start])
			if !isLetter(p) {
				break
			}
			start -= n
		}
		for end < len(s) {
			p, n := utf8.DecodeRuneInString(s[end:])
			if !isLetter(p) {
				break
			}
			end += n
		}
		_, change := repairWord(s[start:end], start > 0 && isDigit(s[start-1]))
		return end - i, !change && norm.NFC.QuickSpanString(s[i:end]) == end-i
	}
	p := norm.NFC.PropertiesString(s[i:])
	if !p.BoundaryBefore() || p.CCC() != 0 || p.Decomposition() != nil && norm.NFC.QuickSpanString(s[i:i+size]) < size {
		return 0, false
	}
	return size, true
}

package viet

import (
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// This file finds out whether a text is as Normalize would leave it. Nearly all
// texts are, so it must be quick: an automaton goes over the bytes. It knows the
// characters that nearly all of Vietnamese consists of, and which spaces may follow
// each other; what it does not know is looked at by hand, a character at a time.

// The states of cleanBytes.
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

var cleanBytes = func() *automaton {
	t := new(automaton)
	set := t.set
	for b := range 256 {
		for from := uint64(afterSpace); from <= unknown; from += 6 {
			set(from, unknown, b)
		}
	}
	for _, from := range []uint64{afterSpace, afterBreak, afterText} {
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

// cleanText reports whether Normalize has nothing to do. It may say no without
// need, never yes without right.
func cleanText(s string) bool {
	return s == "" || isKnown(s) || isClean(s)
}

// isKnown is cleanText for text that the automaton knows.
func isKnown(s string) bool {
	one, two, rest := halves(s)
	second := uint64(afterSpace)
	if start := len(s) - len(two) - len(rest); start > 0 {
		switch s[start-1] {
		case ' ':
		case '\n':
			second = afterBreak
		default:
			second = afterText
		}
	}
	first, second := cleanBytes.runBoth(one, two, afterSpace, second)
	return first != unknown && cleanBytes.run(rest, second) == afterText
}

// isClean is cleanText for any text.
func isClean(s string) bool {
	state := uint64(afterSpace)
	for i := 0; i < len(s); {
		const step = 16
		next := uint64(unknown)
		if i+step <= len(s) {
			next = cleanBytes.run(s[i:i+step], state)
		}
		if next != unknown {
			i, state = i+step, next
			continue
		}
		for i < len(s) {
			if next = cleanBytes.run(s[i:i+1], state); next == unknown {
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

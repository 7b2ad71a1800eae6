package viet

import "unicode"

// isEth reports whether r looks like đ and isn't.
func isEth(r rune) bool { return r == 'ð' || r == 'Ð' || r == 'ɖ' || r == 'Ɖ' }

// isForeign reports whether r is a letter of a script that has twins of Latin
// letters.
func isForeign(r rune) bool {
	return r >= 0x370 && r < 0x530 && unicode.In(r, unicode.Greek, unicode.Cyrillic) && unicode.IsLetter(r)
}

// twin returns the Latin letter that looks like the Cyrillic or Greek letter
// r, or 0. Only letters with the same shape in every typeface are here.
func twin(r rune) rune { return twins[r] }

var twins = map[rune]rune{
	'А': 'A', 'В': 'B', 'Е': 'E', 'Ѕ': 'S', 'І': 'I', 'Ј': 'J', 'К': 'K', 'М': 'M', 'Н': 'H', 'О': 'O',
	'Р': 'P', 'С': 'C', 'Т': 'T', 'У': 'Y', 'Х': 'X', 'Ԛ': 'Q', 'Ԝ': 'W',
	'а': 'a', 'е': 'e', 'о': 'o', 'р': 'p', 'с': 'c', 'у': 'y', 'х': 'x', 'ѕ': 's', 'і': 'i', 'ј': 'j',
	'һ': 'h', 'ԁ': 'd', 'ԛ': 'q', 'ԝ': 'w',
	'Α': 'A', 'Β': 'B', 'Ε': 'E', 'Ζ': 'Z', 'Η': 'H', 'Ι': 'I', 'Κ': 'K', 'Μ': 'M', 'Ν': 'N', 'Ο': 'O',
	'Ρ': 'P', 'Τ': 'T', 'Υ': 'Y', 'Χ': 'X', 'ο': 'o',
}

// repairLetters replaces look-alike letters in the words of s that show what
// was meant.
func repairLetters(s string) (string, bool) {
	if !suspicious(s) {
		return s, false
	}
	var out []byte
	done := 0
	for start, end := range words(s) {
		if !suspicious(s[start:end]) {
			continue
		}
		w, changed := repairWord(s[start:end], start > 0 && isDigit(s[start-1]))
		if !changed {
			continue
		}
		out = append(out, s[done:start]...)
		out = append(out, w...)
		done = end
	}
	if done == 0 {
		return s, false
	}
	return string(append(out, s[done:]...)), true
}

// suspicious reports whether s holds a letter that may be a look-alike: ð, Ð,
// ɖ, Ɖ, or one from U+0340 to U+053F, where Greek and Cyrillic are. It goes by
// the first two bytes of each letter.
func suspicious(s string) bool {
	for i := 0; i < len(s); i++ {
		c := s[i]
		if c < 0xC3 || c > 0xD4 || i+1 == len(s) {
			continue
		}
		switch d := s[i+1]; {
		case c >= 0xCD, c == 0xC3 && (d == 0x90 || d == 0xB0), c == 0xC6 && d == 0x89, c == 0xC9 && d == 0x96:
			return true
		}
	}
	return false
}

// repairWord replaces the look-alikes of one word; afterDigit says that a
// digit stands right before it, as in 50.000ð.
func repairWord(w string, afterDigit bool) (string, bool) {
	latin, eth, foreign := 0, 0, 0
	for _, r := range w {
		switch {
		case isForeign(r):
			if twin(r) == 0 {
				return w, false
			}
			foreign++
		case isEth(r):
			eth++
		case unicode.Is(unicode.Latin, r):
			latin++
		}
	}
	if foreign > 0 && latin+eth == 0 || foreign+eth == 0 {
		return w, false
	}
	out := make([]rune, 0, len(w))
	for _, r := range w {
		switch {
		case isForeign(r):
			r = twin(r)
		case r == 'ð' || r == 'ɖ':
			r = 'đ'
		case r == 'Ð' || r == 'Ɖ':
			r = 'Đ'
		}
		out = append(out, r)
	}
	fixed := string(out)
	if eth == 0 || vietnameseWord(fixed, afterDigit) {
		return fixed, true
	}
	return w, false
}

// vietnameseWord reports whether w, which holds a đ, is Vietnamese: a
// syllable, a syllable in the spelling of place names from minority languages
// (Đắk, Đăk), the sign of the currency, or an abbreviation in capitals with
// one vowel at most.
func vietnameseWord(w string, afterDigit bool) bool {
	if IsSyllable(w) || w == "đ" || w == "Đ" && afterDigit {
		return true
	}
	if n := len(w) - 1; w[n]|0x20 == 'k' {
		// A final k counts as c, and the tone may be missing.
		c := w[:n] + string(w[n]-8)
		var l letters
		if l.scan(c) {
			if l.toneAt < 0 {
				l.tone = Sac
			}
			if _, ok := l.parse(); ok {
				return true
			}
		}
	}
	vowelCount := 0
	for _, r := range w {
		if _, _, ok := vowelOf(r); ok {
			vowelCount++
		} else if r != 'Đ' && (r < 'A' || r > 'Z') {
			return false
		}
		if vowelCount > 1 || unicode.IsLower(r) {
			return false
		}
	}
	return true
}

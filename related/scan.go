package related

import (
	"math/bits"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// A token is a syllable of a text: a run of letters, digits and the marks on
// them. Its hash is that of its letters in lower case, composed (NFC), with the
// tone of hoà, khoẻ, thuý in one place; diacritics count.
type token struct {
	hash       uint64
	start, end int32 // where it stands in the text
	adjacent   bool  // nothing but space stands between it and the token before
}

// Classes of the runes below len(runeClass) that are not letters or digits.
// Every other value is the rune in lower case, composed.
const (
	runeBreak   = iota // punctuation: ends a token, and the tokens around it are not adjacent
	runeSpace          // ends a token
	runeIgnored        // soft hyphens, joiners: as if not there
	runeMark           // combining marks: the token needs composing
	runeOdd            // letters that are several runes when composed, as some Hebrew ones
	runeLetter         // the first value that is a letter
)

var runeClass = func() (t [0x2000]uint16) {
	for r := range rune(len(t)) {
		t[r] = uint16(classify(r))
	}
	return t
}()

// classify returns the class of r, or r in lower case if it is a letter or a
// digit.
func classify(r rune) rune {
	switch {
	case r == '\n' || r == '\r' || r == '\u2028' || r == '\u2029':
		return runeBreak
	case unicode.IsSpace(r):
		return runeSpace
	case r == '\u00ad' || r >= '\u200b' && r <= '\u200d' || r == '\u2060' || r == '\ufeff':
		return runeIgnored
	case unicode.Is(unicode.M, r):
		return runeMark
	case r == 'ð' || r == 'Ð': // Icelandic, which old fonts have for đ
		return 'đ'
	case unicode.IsLetter(r) || unicode.IsDigit(r):
		l := unicode.ToLower(r)
		if c := []rune(norm.NFC.String(string(l))); len(c) == 1 {
			return c[0]
		}
		return runeOdd
	}
	return runeBreak
}

// hash multipliers: odd, with bits spread evenly (the golden ratio and the
// finalizer of splitmix64).
const (
	mulA = 0x9e3779b97f4a7c15
	mulB = 0xbf58476d1ce4e5b9
	mulC = 0x94d049bb133111eb
)

func finish(h uint64) uint64 {
	h = (h ^ h>>30) * mulB
	h = (h ^ h>>27) * mulC
	return h ^ h>>31
}

// A scanner splits text into tokens. It keeps buffers; the zero scanner is ready.
type scanner struct {
	runes []rune
	known *[1 << knownBits]knownToken
}

// A knownToken is a token that was met before: its bytes, filled up with zeros to 16,
// and its hash. Nine of ten tokens of a text are known.
type knownToken struct{ low, high, hash uint64 }

const (
	knownBits = 12

	// Shorter texts do not pay for a table of known tokens.
	knownFrom = 256
)

// scan appends the tokens of s to dst. It reads the first 2^30 bytes.
func (sc *scanner) scan(dst []token, s string) []token {
	s = s[:min(len(s), 1<<30)]
	if sc.known == nil && len(s) >= knownFrom {
		sc.known = new([1 << knownBits]knownToken)
	}
	adjacent := false
	for i := 0; i < len(s); {
		if s[i] == ' ' {
			i++
			continue
		}
		// What there is up to the next ASCII that ends any token may be a known one.
		var known *knownToken
		var low, high uint64
		stop := i
		if rest := s[i:]; len(rest) >= 16 && sc.known != nil {
			low = load(rest)
			ends := stops(low)
			if ends == 0 {
				stop += 8
				high = load(rest[8:])
				ends = stops(high)
				high &= ends&-ends>>7 - 1
			} else {
				low &= ends&-ends>>7 - 1
			}
			if stop += bits.TrailingZeros64(ends) / 8; ends != 0 && stop > i {
				known = &sc.known[(low^high*mulB)*mulA>>(64-knownBits)]
				if known.low == low && known.high == high {
					dst = append(dst, token{hash: known.hash, start: int32(i), end: int32(stop), adjacent: adjacent})
					adjacent = true
					i = stop
					continue
				}
			}
		}
		class, n := classAt(s[i:])
		if class < runeOdd {
			if class == runeBreak {
				adjacent = false
			}
			i += n
			continue
		}
		h, end, next := sc.token(s, i)
		if known != nil && end == stop && next == stop {
			*known = knownToken{low, high, h}
		}
		dst = append(dst, token{hash: h, start: int32(i), end: int32(end), adjacent: adjacent})
		adjacent = true
		i = next
	}
	return dst
}

// load returns the first eight bytes of s.
func load(s string) uint64 {
	return uint64(s[0]) | uint64(s[1])<<8 | uint64(s[2])<<16 | uint64(s[3])<<24 |
		uint64(s[4])<<32 | uint64(s[5])<<40 | uint64(s[6])<<48 | uint64(s[7])<<56
}

// stops returns the high bits of those bytes of w that are ASCII and neither letters
// nor digits, some control characters aside.
func stops(w uint64) uint64 {
	const ones, high = 0x0101010101010101, 0x8080808080808080
	x := (w | 0x20*ones) &^ high // in lower case
	letter := (x + (0x80-'a')*ones) &^ (x + (0x7f-'z')*ones)
	digit := (x + (0x80-'0')*ones) &^ (x + (0x7f-'9')*ones)
	return ^(letter | digit | w) & high
}

// classAt returns the class of the first rune of s, and its length.
func classAt(s string) (class rune, n int) {
	c, n := rune(s[0]), 1
	if c >= utf8.RuneSelf {
		c, n = decode(s)
	}
	if int(c) < len(runeClass) {
		return rune(runeClass[c]), n
	}
	return classify(c), n
}

// token returns the hash of the token that begins at start, where it ends, and where
// the runes that are ignored after it do.
func (sc *scanner) token(s string, start int) (hash uint64, end, next int) {
	// The hash of all letters but the last two, of all but the last, and of all.
	h2, h1, h := uint64(0), uint64(0), uint64(hashSeed)
	before, last := rune(0), rune(0)
	decomposed := false
	i := start
	for i < len(s) {
		class, n := classAt(s[i:])
		if class <= runeSpace {
			break
		}
		i += n
		if class == runeIgnored {
			continue
		}
		if class < runeLetter {
			decomposed = true
		}
		h2, h1, h = h1, h, hashRune(h, class)
		before, last = last, class
		end = i
	}
	if decomposed {
		sc.runes = appendLower(sc.runes[:0], s[start:end])
		return hashRunes(sc.runes), end, i
	}
	if before >= utf8.RuneSelf {
		if a, b := toneLast(before, last); a != before {
			h = hashRune(hashRune(h2, a), b)
		}
	}
	return finish(h), end, i
}

// decode is utf8.DecodeRuneInString, faster for the letters of Vietnamese.
func decode(s string) (rune, int) {
	if len(s) >= 3 && s[1]&0xc0 == 0x80 {
		switch c := s[0]; {
		case c >= 0xc2 && c < 0xe0:
			return rune(c&0x1f)<<6 | rune(s[1]&0x3f), 2
		case c == 0xe1 && s[2]&0xc0 == 0x80: // ạ ả ấ … ỹ
			return rune(c&0x0f)<<12 | rune(s[1]&0x3f)<<6 | rune(s[2]&0x3f), 3
		}
	}
	return utf8.DecodeRuneInString(s)
}

// appendLower appends the letters of a token, composed and in lower case.
func appendLower(dst []rune, s string) []rune {
	for _, r := range norm.NFC.String(s) {
		switch c := classify(r); {
		case c >= runeLetter:
			dst = append(dst, c)
		case c == runeMark || c == runeOdd:
			dst = append(dst, unicode.ToLower(r))
		}
	}
	return dst
}

// hashRunes hashes a syllable, which it may change, as scan does.
func hashRunes(runes []rune) uint64 {
	if n := len(runes); n >= 2 {
		runes[n-2], runes[n-1] = toneLast(runes[n-2], runes[n-1])
	}
	h := uint64(hashSeed)
	for _, r := range runes {
		h = hashRune(h, r)
	}
	return finish(h)
}

const hashSeed = mulC

func hashRune(h uint64, r rune) uint64 {
	h = (h ^ uint64(r)) * mulA
	return h ^ h>>29
}

// toneLast returns the endings òa, òe, ùy, with each tone, as oà, oè, uỳ, and any
// other pair of letters as it is: both hòa and hoà are written.
func toneLast(a, b rune) (rune, rune) {
	tone := 0
	switch a {
	case 'ò', 'ù':
	case 'ó', 'ú':
		tone = 1
	case 'ỏ', 'ủ':
		tone = 2
	case 'õ', 'ũ':
		tone = 3
	case 'ọ', 'ụ':
		tone = 4
	default:
		return a, b
	}
	o := a < 'ù' || a >= 'ọ' && a <= 'ỡ'
	switch {
	case o && b == 'a':
		return 'o', [...]rune{'à', 'á', 'ả', 'ã', 'ạ'}[tone]
	case o && b == 'e':
		return 'o', [...]rune{'è', 'é', 'ẻ', 'ẽ', 'ẹ'}[tone]
	case !o && b == 'y':
		return 'u', [...]rune{'ỳ', 'ý', 'ỷ', 'ỹ', 'ỵ'}[tone]
	}
	return a, b
}

// hashPair hashes two adjacent syllables.
func hashPair(a, b uint64) uint64 { return finish(a*mulA + b) }

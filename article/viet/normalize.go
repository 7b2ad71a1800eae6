package viet

import (
	"html"
	"strings"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// A Normalizer puts Vietnamese text in one spelling. Its fields switch on what
// [Normalize] doesn't do because an author may have meant it. The zero
// Normalizer is Normalize; a Normalizer is safe for concurrent use.
type Normalizer struct {
	// Tones moves the tone mark of open oa, oe and uy (hòa, hoà) to the place
	// that one style wants; see [PlaceTones]. Zero keeps what was written.
	Tones ToneStyle

	// RepairTones moves misplaced tone marks (qúa, cuả, gía) to their right
	// letter in words that then are Vietnamese syllables.
	RepairTones bool

	// Typography tidies punctuation: no space before , . ; : ! ? … ) ” or
	// after ( “; three dots become …; straight double quotes that come in
	// pairs become “ ”; a hyphen between spaces becomes an en dash.
	Typography bool

	// Entities decodes HTML character references (&agrave; &#7845;) first.
	// The result is text: escape it again before it goes into markup. Text
	// that was escaped twice needs two passes, so with Entities Normalize
	// isn't idempotent.
	Entities bool
}

// Normalize returns s in one canonical spelling, changing only what no author
// can have meant:
//
//   - Unicode normalization form C (UAX #15), never a compatibility form: m²,
//     ½ and ﬁ stay. Invalid UTF-8 becomes U+FFFD.
//   - A tone mark typed twice counts once; a tone mark typed before the
//     circumflex or breve of its vowel, or after the space that follows its
//     syllable ("thi ̣trường"), goes where it belongs.
//   - The Icelandic ð and the African ɖ become đ where the word is Vietnamese
//     (Ðảng, HÐQT) and stay where it isn't (Sigurður). A Cyrillic or Greek
//     letter within a Latin word becomes its Latin twin (TP.HCM).
//   - Zero-width and direction characters, soft hyphens, control characters and
//     noncharacters vanish. Joiners stay between emoji and in scripts that need
//     them.
//   - Every space (no-break, thin, tab) is one plain space, none at the ends
//     and none around a line break. CR LF, U+0085, U+2028 and U+2029 are a
//     line break.
//
// Quotes, dashes, the ellipsis, the choice of i or y and the place of the tone
// mark stay as written; a [Normalizer] has options for some. Normalize is
// idempotent, and returns s itself, without allocating, if s is clean.
func Normalize(s string) string {
	if cleanText(s) {
		return s
	}
	return normalizeAny(s)
}

// IsNormal reports whether s is as Normalize returns it. Of such text it asks
// hardly more than one look at each byte, and no allocation.
func IsNormal(s string) bool { return cleanText(s) || normalizeAny(s) == s }

// normalizeAny is Normalize for text that need not be clean.
func normalizeAny(s string) string {
	t := compose(s)
	if u, changed := repairLetters(t); changed {
		t = compose(u)
	}
	return t
}

// Normalize is the function Normalize with the options of n.
func (n Normalizer) Normalize(s string) string {
	if n.Entities && strings.IndexByte(s, '&') >= 0 {
		s = html.UnescapeString(s)
	}
	s = Normalize(s)
	if n.Typography {
		s = typography(s)
	}
	return placeTones(s, n.Tones, n.RepairTones)
}

// spaceOf returns the space or line break that r becomes, or 0.
func spaceOf(r rune) byte {
	switch {
	case r == '\n', r == 0x85, r == 0x2028, r == 0x2029:
		return '\n'
	case r == ' ', r == '\t', r == '\v', r == '\f', r == 0xA0, r == 0x1680, r >= 0x2000 && r <= 0x200A, r == 0x202F, r == 0x205F, r == 0x3000:
		return ' '
	}
	return 0
}

// removed reports whether Normalize deletes r wherever it stands.
func removed(r rune) bool {
	switch {
	case r < 0x20, r >= 0x7F && r < 0xA0, r == 0xAD:
		return true
	case r < 0x61C:
		return false
	}
	return r == 0x61C || r == 0x200B || r == 0x200E || r == 0x200F || r >= 0x202A && r <= 0x202E ||
		r >= 0x2060 && r <= 0x206F || r == 0xFEFF || r >= 0xFDD0 && r <= 0xFDEF || r&0xFFFE == 0xFFFE
}

// composer builds clean text rune by rune.
type composer struct {
	out  []byte
	at   int    // where in out the vowel starts that may still take a mark; -1 for none
	row  int    // that vowel in vowels
	tone Tone   // and its tone
	seen uint16 // the marks that the vowel has, by markBit; 0 after other letters
	hard bool   // out needs norm.NFC
}

// vowelMark says in composer.seen that there is a vowel.
const vowelMark = 1

// markBit returns the bit of a Vietnamese mark in composer.seen, or 0.
func markBit(r rune) uint16 {
	switch r {
	case 0x300, 0x301, 0x302, 0x303:
		return 2 << (r - 0x300)
	case 0x306:
		return 0x20
	case 0x309:
		return 0x40
	case 0x31B:
		return 0x80
	case 0x323:
		return 0x100
	}
	return 0
}

// vowel begins a vowel at the end of out.
func (c *composer) vowel(row int, tone Tone) {
	c.at, c.row, c.tone, c.seen = len(c.out), row, tone, vowelMark|markBit(toneMarks[tone])
	switch vowels[row%upperRow][0] {
	case 'â', 'ê', 'ô':
		c.seen |= markBit(0x302)
	case 'ă':
		c.seen |= markBit(0x306)
	case 'ơ', 'ư':
		c.seen |= markBit(0x31B)
	}
}

// compose returns s in form C, with clean spaces and nothing invisible, and
// with its tone marks repaired. Only the letters of Vietnamese are composed
// here; the rest, if there is any, is left to package norm.
func compose(s string) string { return composeAgain(s, 3) }

// composeAgain is compose, repeated up to depth times while package norm
// moves marks.
func composeAgain(s string, depth int) string {
	c := composer{out: make([]byte, 0, len(s)), at: -1}
	prev := rune(0) // the rune before
	for i := 0; i < len(s); {
		r, size := decode(s[i:])
		i += size
		if r > ' ' && r < 0x7F {
			c.at, c.seen = -1, 0
			if row := vowelLow[r].row1; row != 0 {
				c.at, c.row, c.tone, c.seen = len(c.out), int(row-1), Ngang, vowelMark
			}
			c.out = append(c.out, byte(r))
			prev = r
			continue
		}
		if r == '\r' && i < len(s) && s[i] == '\n' {
			continue
		}
		if r == '\r' {
			r = '\n'
		}
		if sp := spaceOf(r); sp != 0 {
			c.space(sp)
			prev = r
			continue
		}
		if removed(r) {
			continue
		}
		if r == 0x200C || r == 0x200D {
			next, _ := decode(s[i:])
			if !joins(prev) || !joins(next) {
				continue
			}
		}
		prev = r
		if isMark(r) {
			if c.mark(r) {
				continue
			}
		} else {
			c.seen = 0
		}
		c.at = -1
		if row, tone, ok := vowelOf(r); ok {
			c.vowel(row, tone)
		} else if r >= 0x300 && !c.hard && !(r >= 0x1E00 && r < 0x1F00) && !(r >= 0x2010 && r < 0x2060) {
			p := norm.NFC.PropertiesString(s[i-size:])
			c.hard = !p.BoundaryBefore() || p.CCC() != 0 || p.Decomposition() != nil
		}
		c.out = utf8.AppendRune(c.out, r)
	}
	for len(c.out) > 0 && (c.out[len(c.out)-1] == ' ' || c.out[len(c.out)-1] == '\n') {
		c.out = c.out[:len(c.out)-1]
	}
	if !c.hard {
		return string(c.out)
	}
	t := norm.NFC.String(string(c.out))
	if depth > 0 && t != s {
		return composeAgain(t, depth-1) // marks have moved: they may join now
	}
	return t
}

// joins reports whether a zero-width joiner beside r has a meaning: in emoji,
// and in scripts whose letters change their shape.
func joins(r rune) bool {
	return r >= 0x600 && r < 0x1E00 && !isMark(r) || r >= 0x2100 && spaceOf(r) == 0 && !removed(r) && r != utf8.RuneError
}

// space adds a space or a line break unless there is one.
func (c *composer) space(sp byte) {
	c.at, c.seen = -1, 0
	n := len(c.out)
	if n == 0 {
		return
	}
	switch last := c.out[n-1]; {
	case sp == ' ' && (last == ' ' || last == '\n'):
		return
	case sp == '\n' && last == ' ':
		c.out[n-1] = '\n'
		return
	}
	c.out = append(c.out, sp)
}

// mark composes the combining mark r with what stands before it. It returns
// false if r must be added as it is.
func (c *composer) mark(r rune) bool {
	bit := markBit(r)
	if c.seen&bit != 0 {
		return true // typed twice
	}
	if c.seen != 0 {
		c.seen |= bit
	}
	tone, isTone := toneOf(r)
	if c.at < 0 {
		n := len(c.out)
		if isTone && n > 1 && c.out[n-1] == ' ' && c.attach(tone) {
			return true
		}
		c.hard = true
		return false
	}
	if isTone {
		if c.tone != Ngang {
			c.hard = true
			return false
		}
		c.tone = tone
	} else {
		row, ok := withQuality(c.row, r)
		if !ok {
			c.hard = true
			return false
		}
		c.row = row
	}
	c.out = utf8.AppendRune(c.out[:c.at], vowels[c.row][c.tone])
	return true
}

// attach puts a tone mark that stands after a space on the toneless syllable
// before the space.
func (c *composer) attach(tone Tone) bool {
	end := len(c.out) - 1
	start := end
	for start > 0 {
		r, size := utf8.DecodeLastRune(c.out[:start])
		if !isLetter(r) && !isMark(r) || end-start > maxLetters*3 {
			break
		}
		start -= size
	}
	var l letters
	if !l.scan(string(c.out[start:end])) || l.toneAt >= 0 {
		return false
	}
	l.tone = tone
	p, ok := l.parse()
	if !ok {
		return false
	}
	l.toneAt = l.n - 1 // the letter it was typed after
	if !p.placed(&l) {
		l.toneAt = p.toneAt(&l, Traditional)
	}
	c.out = append(l.append(c.out[:start], l.toneAt), ' ')
	return true
}

package viet

import "strings"

// A Syllable is one written syllable of Vietnamese, taken apart. Its parts
// are in lower case and without the tone mark, so that
// Initial+Glide+Nucleus+Coda spells the toneless syllable:
//
//	nghiêng  ngh + iê + ng       ngang
//	thuyền   th + u + yê + n     huyền
//	quả      qu + a              hỏi
//	gì       g + i               huyền (the i of gi is the vowel here)
//
// The zero Syllable is no syllable.
type Syllable struct {
	Initial string // consonants before the vowel; "" for none. It includes the u of qu and the i of gi before another vowel
	Glide   string // the o or u before the main vowel (toán, huệ); "" for none
	Nucleus string // the main vowel: a, ă, iê, ươ, …
	Coda    string // what closes the syllable: a consonant (c ch m n ng nh p t) or a semivowel (i o u y); "" for none
	Tone    Tone
}

// String returns the syllable in lower case, composed (NFC), with the tone
// mark in its traditional place (see [Traditional]); "" for the zero Syllable.
func (s Syllable) String() string { return s.Format(Traditional) }

// Format is String with the tone mark placed by the given style. KeepTones is
// taken as Traditional, since a Syllable doesn't know how it was written.
func (s Syllable) Format(style ToneStyle) string {
	base := s.Initial + s.Glide + s.Nucleus + s.Coda
	if base == "" || s.Tone == Ngang {
		return base
	}
	var l letters
	if !l.scan(base) || int(s.Tone) >= len(toneMarks) {
		return base
	}
	l.tone = s.Tone
	p, ok := l.parse()
	if !ok {
		return base
	}
	return string(l.append(nil, p.toneAt(&l, style)))
}

// ParseSyllable takes s apart, if s is exactly one Vietnamese syllable by the
// rules of the script: which initial stands before which vowel (k before i, e,
// ê; c elsewhere), which vowels take which coda, and that a syllable closed by
// c, ch, p or t has the tone sắc or nặng. There is no word list: a syllable
// that no word happens to use, such as "nguých", is accepted.
//
// Upper and lower case, composed and decomposed spelling and both places of
// the tone mark (hòa, hoà) are all accepted; a misplaced mark (hàn written
// han̂, cuả for của) is not.
func ParseSyllable(s string) (Syllable, bool) {
	var l letters
	if !l.scan(s) {
		return Syllable{}, false
	}
	p, ok := l.parse()
	if !ok || !p.placed(&l) {
		return Syllable{}, false
	}
	return l.syllable(p), true
}

// IsSyllable reports whether s is one Vietnamese syllable; see [ParseSyllable].
func IsSyllable(s string) bool {
	var l letters
	if !l.scan(s) {
		return false
	}
	p, ok := l.parse()
	return ok && p.placed(&l)
}

// maxLetters is the length of the longest syllable, nghiêng.
const maxLetters = 7

// letters is a word as letters without their tone, fit to be parsed.
type letters struct {
	n      int
	rows   [maxLetters]int8 // row in vowels of a lower-case vowel, or -1 for a consonant
	upper  [maxLetters]bool
	text   [maxLetters * 2]byte // the letters in lower case, toneless, UTF-8
	start  [maxLetters + 1]int8 // text[start[i]:start[i+1]] is letter i
	tone   Tone
	toneAt int // the letter that bears the tone mark; -1 for none
}

// scan fills l from s. It returns false if s is longer than any syllable,
// holds a letter that isn't Vietnamese, or has two tone marks.
func (l *letters) scan(s string) bool {
	*l = letters{toneAt: -1}
	if len(s) > maxLetters*6 {
		return false
	}
	for len(s) > 0 {
		r, size := decode(s)
		s = s[size:]
		if isMark(r) {
			if l.n == 0 || l.rows[l.n-1] < 0 || !l.mark(r) {
				return false
			}
			continue
		}
		if l.n == maxLetters {
			return false
		}
		if row, tone, ok := vowelOf(r); ok {
			if tone != Ngang {
				if l.toneAt >= 0 {
					return false
				}
				l.tone, l.toneAt = tone, l.n
			}
			l.upper[l.n] = row >= upperRow
			l.rows[l.n] = int8(row % upperRow)
			l.put(vowels[row%upperRow][0])
			continue
		}
		switch {
		case r >= 'a' && r <= 'z':
		case r >= 'A' && r <= 'Z':
			l.upper[l.n] = true
			r |= 0x20
		case r == 'đ':
		case r == 'Đ':
			l.upper[l.n] = true
			r = 'đ'
		default:
			return false
		}
		l.rows[l.n] = -1
		l.put(r)
	}
	return l.n > 0
}

// put adds the lower-case letter r.
func (l *letters) put(r rune) {
	at := l.start[l.n]
	l.n++
	if r < 0x80 {
		l.text[at] = byte(r)
		l.start[l.n] = at + 1
		return
	}
	l.text[at] = 0xC0 | byte(r>>6)
	l.text[at+1] = 0x80 | byte(r)&0x3F
	l.start[l.n] = at + 2
}

// mark adds a combining mark to the last letter, a vowel.
func (l *letters) mark(r rune) bool {
	if tone, ok := toneOf(r); ok {
		if l.toneAt >= 0 {
			return false
		}
		l.tone, l.toneAt = tone, l.n-1
		return true
	}
	row, ok := withQuality(int(l.rows[l.n-1]), r)
	if !ok {
		return false
	}
	l.n--
	l.rows[l.n] = int8(row)
	l.put(vowels[row][0])
	return true
}

// from returns the letters from i to j, in lower case and without tone.
func (l *letters) from(i, j int) []byte { return l.text[l.start[i]:l.start[j]] }

// append appends the word to b with its tone mark on letter at and its own
// capitals.
func (l *letters) append(b []byte, at int) []byte {
	for i := range l.n {
		if l.rows[i] < 0 {
			c := l.from(i, i+1)
			switch {
			case !l.upper[i]:
				b = append(b, c...)
			case len(c) == 1:
				b = append(b, c[0]&^0x20)
			default:
				b = append(b, "Đ"...)
			}
			continue
		}
		row := int(l.rows[i])
		if l.upper[i] {
			row += upperRow
		}
		tone := Ngang
		if i == at {
			tone = l.tone
		}
		b = append(b, string(vowels[row][tone])...)
	}
	return b
}

// A parse says where the parts of a syllable are, as indexes of letters.
type parse struct {
	glide, nucleus, coda int
}

// parse takes the letters apart; where the tone mark stands is not looked at.
func (l *letters) parse() (p parse, ok bool) {
	v := 0
	for v < l.n && l.rows[v] < 0 {
		v++
	}
	if v == l.n {
		return p, false
	}
	kind := initials[string(l.from(0, v))]
	var rimes map[string]rime
	switch {
	case kind == initialQ:
		if l.n == v+1 || string(l.from(v, v+1)) != "u" {
			return p, false
		}
		v++
		rimes = quRimes
	case kind == initialG && l.n > v+1 && string(l.from(v, v+1)) == "i" && l.rows[v+1] >= 0:
		v++
		rimes = giRimes
	case kind == initialG && string(l.from(v, v+1)) == "i":
		rimes = gRimes // gì, gìn: the i is the vowel
	default:
		rimes = plainRimes
	}
	r, ok := rimes[string(l.from(v, l.n))]
	if !ok || r.before&kind == 0 || r.stop && l.tone != Sac && l.tone != Nang {
		return p, false
	}
	p.glide = v
	p.nucleus = v + int(r.glide)
	p.coda = p.nucleus + int(r.nucleus)
	return p, true
}

// syllable returns the parts as strings.
func (l *letters) syllable(p parse) Syllable {
	whole := string(l.text[:l.start[l.n]])
	cut := func(i, j int) string { return whole[l.start[i]:l.start[j]] }
	return Syllable{
		Initial: cut(0, p.glide), Glide: cut(p.glide, p.nucleus),
		Nucleus: cut(p.nucleus, p.coda), Coda: cut(p.coda, l.n), Tone: l.tone,
	}
}

// The classes of initial consonants, by the vowels that may follow.
const (
	initialNone uint8 = 1 << iota // no initial
	initialAny                    // b, th, … before every vowel
	initialBack                   // c, ng: not before i, e, ê
	initialK                      // k: only before i, e, ê, y
	initialH                      // gh, ngh: only before i, e, ê
	initialG                      // g: not before e, ê; before i it is gi
	initialQ                      // q, always with u
)

var initials = map[string]uint8{
	"":  initialNone,
	"b": initialAny, "ch": initialAny, "d": initialAny, "đ": initialAny, "h": initialAny,
	"kh": initialAny, "l": initialAny, "m": initialAny, "n": initialAny, "nh": initialAny,
	"p": initialAny, "ph": initialAny, "r": initialAny, "s": initialAny, "t": initialAny,
	"th": initialAny, "tr": initialAny, "v": initialAny, "x": initialAny,
	"c": initialBack, "ng": initialBack,
	"k": initialK, "gh": initialH, "ngh": initialH,
	"g": initialG, "q": initialQ,
}

// A rime is what may follow an initial.
type rime struct {
	before         uint8 // classes of initials it may follow
	glide, nucleus uint8 // their lengths in letters
	stop           bool  // closed by c, ch, p, t
}

// The rimes by what stands before them: qu, gi, the g of gì, or any other
// initial. They are built from the vowels and the codas that each takes.
var plainRimes, quRimes, giRimes, gRimes = buildRimes()

const (
	beforeFront = initialNone | initialAny | initialK | initialH
	beforeBack  = initialNone | initialAny | initialBack | initialG
)

func buildRimes() (plain, qu, gi, g map[string]rime) {
	plain, qu, gi, g = map[string]rime{}, map[string]rime{}, map[string]rime{}, map[string]rime{}
	// add enters glide+nucleus with each coda; "-" is the open syllable.
	add := func(to map[string]rime, before uint8, glide, nucleus, codas string) {
		for coda := range strings.FieldsSeq(codas) {
			coda = strings.TrimPrefix(coda, "-")
			to[glide+nucleus+coda] = rime{
				before: before, glide: uint8(len([]rune(glide))), nucleus: uint8(len([]rune(nucleus))),
				stop: coda == "c" || coda == "ch" || coda == "p" || coda == "t",
			}
		}
	}
	for _, v := range []struct{ glide, nucleus, codas string }{
		{"", "a", "- c ch i m n ng nh o p t u y"},
		{"", "ă", "c m n ng p t"},
		{"", "â", "c m n ng p t u y"},
		{"", "o", "- c i m n ng p t"},
		{"", "oo", "c ng"},
		{"", "ô", "- c i m n ng p t"},
		{"", "ơ", "- i m n p t"},
		{"", "u", "- c i m n ng p t"},
		{"", "ua", "-"},
		{"", "uô", "c i m n ng t"},
		{"", "ư", "- c i m n ng t u"},
		{"", "ưa", "-"},
		{"", "ươ", "c i m n ng p t u"},
		{"o", "a", "- c ch i m n ng nh o p t y"},
		{"o", "ă", "c m n ng t"},
		{"o", "e", "- m n o t"},
		{"u", "â", "n ng t y"},
		{"u", "ê", "- ch nh"},
		{"u", "ơ", "-"},
		{"u", "y", "- ch n nh p t u"},
		{"u", "ya", "-"},
		{"u", "yê", "n t"},
	} {
		add(plain, beforeBack, v.glide, v.nucleus, v.codas)
		add(gi, initialG, v.glide, v.nucleus, v.codas)
	}
	add(plain, beforeFront, "", "e", "- c m n ng o p t")
	add(plain, beforeFront, "", "ê", "- ch m n nh p t u")
	add(plain, beforeFront, "", "i", "- ch m n nh p t u")
	add(plain, beforeFront, "", "ia", "-")
	add(plain, beforeFront&^initialNone, "", "iê", "c m n ng p t u")
	add(plain, initialNone, "", "yê", "m n ng t u")
	add(plain, initialNone|initialAny|initialK, "", "y", "-")

	add(gi, initialG, "", "e", "- c m n ng o p t")
	add(gi, initialG, "", "ê", "c m n ng p t u")
	add(g, initialG, "", "i", "- ch m n nh p t")

	add(qu, initialQ, "", "a", "- c ch i m n ng nh o p t u y")
	add(qu, initialQ, "", "ă", "c m n ng p t")
	add(qu, initialQ, "", "â", "c n ng t y")
	add(qu, initialQ, "", "e", "- c n o t")
	add(qu, initialQ, "", "ê", "- ch n nh t u")
	add(qu, initialQ, "", "i", "- ch n nh p t u")
	add(qu, initialQ, "", "o", "-")
	add(qu, initialQ, "", "ô", "c i n ng")
	add(qu, initialQ, "", "ơ", "- i n t")
	add(qu, initialQ, "", "y", "- ch n nh p t u")
	add(qu, initialQ, "", "yê", "n t")
	return plain, qu, gi, g
}

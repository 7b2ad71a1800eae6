package viet

// A ToneStyle says on which letter of an open oa, oe or uy the tone mark
// stands; everywhere else there is only one right place. The zero ToneStyle
// is KeepTones.
type ToneStyle uint8

const (
	// KeepTones leaves each syllable in the style it was written in.
	KeepTones ToneStyle = iota
	// Traditional puts the mark on the first letter: hòa, khỏe, thủy. It is
	// what nearly all newspapers print.
	Traditional
	// Modern puts the mark on the main vowel: hoà, khoẻ, thuỷ. It is what
	// schoolbooks print (Ministry of Education and Training, decision
	// 1989/QĐ-BGDĐT of 2018, article 8).
	Modern
)

// PlaceTones puts the tone mark of every Vietnamese syllable of s on its right
// letter by the given style: "hoà" becomes "hòa" in Traditional style, "hòa"
// becomes "hoà" in Modern style, and the misplaced marks of "qúa", "cuả" and
// "gía" go where both styles want them. With KeepTones only misplaced marks
// move.
//
// A word that isn't a Vietnamese syllable is left alone (Chloé, Beyoncé,
// Saldaña), and so is everything between words. Decomposed syllables stay as
// they are unless their mark moves; then they become composed. PlaceTones is
// idempotent, and returns s itself if nothing moves.
func PlaceTones(s string, style ToneStyle) string { return placeTones(s, style, true) }

// placeTones is PlaceTones; without repair a misplaced mark stays.
func placeTones(s string, style ToneStyle, repair bool) string {
	if !repair && style == KeepTones {
		return s
	}
	var out []byte
	done := 0 // s[:done] is in out
	for start, end := range words(s) {
		var l letters
		if end-start < 2 || !l.scan(s[start:end]) || l.toneAt < 0 {
			continue
		}
		p, ok := l.parse()
		if !ok {
			continue
		}
		placed := p.placed(&l)
		if !placed && !repair || placed && style == KeepTones {
			continue
		}
		at := p.toneAt(&l, style)
		if at == l.toneAt {
			continue
		}
		out = append(out, s[done:start]...)
		out = l.append(out, at)
		done = end
	}
	if done == 0 {
		return s
	}
	return string(append(out, s[done:]...))
}

// words yields the start and end of each run of letters and combining marks.
func words(s string) func(yield func(start, end int) bool) {
	return func(yield func(start, end int) bool) {
		start := -1
		for i := 0; i < len(s); {
			r, size := decode(s[i:])
			if isLetter(r) || start >= 0 && isMark(r) {
				if start < 0 {
					start = i
				}
			} else if start >= 0 {
				if !yield(start, i) {
					return
				}
				start = -1
			}
			i += size
		}
		if start >= 0 {
			yield(start, len(s))
		}
	}
}

// toneAt returns the letter that bears the tone mark in the given style.
func (p parse) toneAt(l *letters, style ToneStyle) int {
	// ă, â, ê, ô, ơ, ư always bear the mark; of two, the last one (ươ).
	for i := p.coda - 1; i >= p.nucleus; i-- {
		if l.start[i+1]-l.start[i] == 2 {
			return i
		}
	}
	switch {
	case p.nucleus > p.glide && p.coda == l.n && p.coda == p.nucleus+1 && style != Modern:
		return p.glide // hòa, khỏe, thủy
	case p.coda == p.nucleus+2 && p.coda < l.n:
		return p.nucleus + 1 // xoóng
	}
	return p.nucleus // mía, của, khuya, loại
}

// placed reports whether the mark stands where one of the styles wants it.
func (p parse) placed(l *letters) bool {
	return l.toneAt < 0 || l.toneAt == p.toneAt(l, Modern) || l.toneAt == p.toneAt(l, Traditional)
}

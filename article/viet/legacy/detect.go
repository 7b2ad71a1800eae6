package legacy

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/encoding/charmap"

	"github.com/toasoan/toasoan/article/viet"
)

// Detect returns the encoding that b is in, if b is Vietnamese text in one of
// this package's encodings beyond doubt. It tries each of them and asks how
// many of the words are Vietnamese syllables then; there are no word lists and
// no statistics. A hundred characters are enough for nearly every text, twenty
// for half of them.
//
// Detect returns false for text in UTF-8 and for other languages, and for
// Vietnamese too short or too plain to tell. It looks at the first 64 KiB only.
func Detect(b []byte) (e *Encoding, ok bool) {
	const limit = 64 << 10
	if len(b) > limit {
		b = b[:limit]
	}
	high := false
	for _, c := range b {
		high = high || c >= utf8.RuneSelf
	}
	if high && utf8.Valid(b) {
		return nil, false
	}
	e, _ = detect(string(b), high)
	return e, e != nil
}

// Repair returns what s was before its bytes were taken for windows-1252 or
// ISO 8859-1: "C«ng hßa x· héi" was "Cộng hòa xã hội" in TCVN3, and
// "Viá»‡t Nam" was "Việt Nam" in UTF-8. It returns s and false unless s becomes
// Vietnamese beyond doubt; correct text, in Vietnamese or not, stays.
//
// It is all or nothing: a text of which only a part is damaged stays. What
// Repair has changed is in NFC. Repair doesn't look for VIQR, whose
// text is ASCII; use Detect for that.
func Repair(s string) (string, bool) {
	raw := make([]byte, 0, len(s))
	high := false
	for _, r := range s {
		b, ok := windowsByte(r)
		if !ok {
			return s, false
		}
		high = high || b >= utf8.RuneSelf
		raw = append(raw, b)
	}
	if !high {
		return s, false
	}
	if utf8.Valid(raw) {
		// Two bytes or more in a row that happen to be UTF-8 are no chance.
		text := viet.Normalize(string(raw))
		if q := judge(text); q.own > 0 && q.valid*10 >= q.accented*9 {
			return string(raw), true
		}
		return s, false
	}
	if e, text := detect(string(raw), true); e != nil {
		return text, true
	}
	return s, false
}

// windowsByte returns the byte of r in windows-1252, or in ISO 8859-1 where
// windows-1252 leaves a byte unused.
func windowsByte(r rune) (byte, bool) {
	if r < 0x100 {
		return byte(r), true
	}
	return charmap.Windows1252.EncodeRune(r)
}

// detect returns the best encoding of raw and its text, or nil.
func detect(raw string, high bool) (best *Encoding, text string) {
	// What raw is if nothing has gone wrong: text in windows-1252.
	plain, err := charmap.Windows1252.NewDecoder().String(raw)
	if err != nil {
		plain = raw
	}
	base := judge(viet.Normalize(plain))
	var score, second int // of best, and of the best other reading
	// ABCWindows goes first: where it explains a text as well as TCVN3, its quotes and
	// dashes are likelier than rare capitals.
	for _, e := range []*Encoding{ABCWindows, TCVN3, VNI, VISCII, VPS, VIQR, Windows1258} {
		if e.viqr == high || e == ABCWindows && !hasABC(raw) {
			continue // VIQR is ASCII, the others are not
		}
		t, err := e.NewDecoder().String(raw)
		if err != nil {
			continue
		}
		q := judge(t)
		if !q.certain() || q.score() <= base.score() {
			continue
		}
		switch {
		case best == nil || q.score() > score:
			if best != nil && best != ABCWindows && t != text {
				second = score
			}
			best, text, score = e, t, q.score()
		case t != text && !(best == ABCWindows && e == TCVN3):
			second = max(second, q.score())
		}
	}
	if score-second < margin {
		return nil, ""
	}
	return best, text
}

// margin is by how much the best reading must beat every other, the two forms
// of TCVN3 excepted: by more than what one word counts.
const margin = 4

// hasABC reports whether raw holds a byte that differs between ABCWindows and
// TCVN3.
func hasABC(raw string) bool {
	for i := range len(raw) {
		if b := raw[i]; b >= 0x80 && b < 0xA0 || b >= 0xB0 && b <= 0xB4 {
			return true
		}
	}
	return false
}

// quality says how Vietnamese a text is.
type quality struct {
	words    int // words of letters
	syllable int // of them Vietnamese syllables
	accented int // words with a letter beyond ASCII
	valid    int // of them Vietnamese syllables, in sensible case
	own      int // of them with a letter that Latin-1 lacks
	rare     int // letters that are rare in Vietnamese
	odd      int // characters that no news text has
	first    string
	distinct bool // whether the valid words are more than one word
}

// certain reports whether the text is Vietnamese beyond doubt.
func (q quality) certain() bool {
	share := q.syllable*20 >= q.words*11
	if q.valid < 6 {
		share = q.syllable*4 >= q.words*3
	}
	return share && q.valid >= 3 && q.distinct && q.own >= 2 && q.valid*20 >= q.accented*17 && q.odd*20 <= q.valid
}

// score orders readings of the same bytes.
func (q quality) score() int {
	return 3*q.valid - 4*(q.accented-q.valid) + 2*q.syllable - q.words - q.rare - 6*q.odd
}

// judge counts the words of text.
func judge(text string) quality {
	var q quality
	start := -1
	before := rune(0)
	for i, r := range text {
		if unicode.IsLetter(r) || unicode.Is(unicode.Mn, r) {
			if start < 0 {
				start = i
				if r >= utf8.RuneSelf && before >= '0' && before <= '9' {
					q.odd++
				}
			}
			continue
		}
		before = r
		if r == '’' && start >= 0 {
			if next, _ := utf8.DecodeRuneInString(text[i+len("’"):]); unicode.IsLetter(next) {
				continue // Moody’s
			}
		}
		if start >= 0 {
			if r >= '0' && r <= '9' && text[i-1] >= utf8.RuneSelf {
				q.odd++
			}
			q.word(text[start:i])
			start = -1
		}
		if r == unused || r < 0x20 && r != '\n' && r != '\t' && r != '\r' || r >= 0x80 && !strings.ContainsRune("\u00a0«»°·–—‘’“”…•²³₫×½™®", r) {
			q.odd++
		}
	}
	if start >= 0 {
		q.word(text[start:])
	}
	return q
}

// word counts one word.
func (q *quality) word(w string) {
	q.words++
	ok := viet.IsSyllable(w)
	if ok {
		q.syllable++
	}
	letters, accents, own := 0, 0, false
	lower, sensible := false, true
	for _, r := range w {
		letters++
		if r >= utf8.RuneSelf {
			accents++
			own = own || r >= 0x100
			if strings.ContainsRune("ẳẵẽẻỡỹỷỗễẫĩỉ", unicode.ToLower(r)) {
				q.rare++
			}
		}
		if unicode.IsUpper(r) {
			sensible = sensible && !lower
		} else {
			lower = true
		}
	}
	if accents == 0 {
		return
	}
	q.accented++
	if letters == 1 {
		// Of the words of one letter only these are common; others are signs
		// of another encoding.
		sensible = strings.Contains("ở Ở ô Ô ý Ý à ổ ạ", w)
	}
	if !ok || !sensible {
		return
	}
	q.valid++
	if own {
		q.own++
	}
	if q.first == "" {
		q.first = w
	} else if q.first != w {
		q.distinct = true
	}
}

package viet

import (
	"unicode"
	"unicode/utf8"
)

// A Tone is one of the six tones of Vietnamese. The zero Tone is Ngang, which
// has no mark.
type Tone uint8

// The tones in the alphabetical order of dictionaries.
const (
	Ngang Tone = iota // a, level: no mark
	Huyen             // à, grave
	Hoi               // ả, hook above
	Nga               // ã, tilde
	Sac               // á, acute
	Nang              // ạ, dot below
)

// String returns the Vietnamese name of t: ngang, huyền, hỏi, ngã, sắc, nặng.
func (t Tone) String() string {
	if int(t) < len(toneNames) {
		return toneNames[t]
	}
	return "?"
}

var toneNames = [...]string{"ngang", "huyền", "hỏi", "ngã", "sắc", "nặng"}

// toneMarks holds the combining character of each tone.
var toneMarks = [...]rune{0, 0x300, 0x309, 0x303, 0x301, 0x323}

// vowels holds every Vietnamese vowel with every tone, lower case first.
var vowels = [...][6]rune{
	{'a', 'à', 'ả', 'ã', 'á', 'ạ'},
	{'ă', 'ằ', 'ẳ', 'ẵ', 'ắ', 'ặ'},
	{'â', 'ầ', 'ẩ', 'ẫ', 'ấ', 'ậ'},
	{'e', 'è', 'ẻ', 'ẽ', 'é', 'ẹ'},
	{'ê', 'ề', 'ể', 'ễ', 'ế', 'ệ'},
	{'i', 'ì', 'ỉ', 'ĩ', 'í', 'ị'},
	{'o', 'ò', 'ỏ', 'õ', 'ó', 'ọ'},
	{'ô', 'ồ', 'ổ', 'ỗ', 'ố', 'ộ'},
	{'ơ', 'ờ', 'ở', 'ỡ', 'ớ', 'ợ'},
	{'u', 'ù', 'ủ', 'ũ', 'ú', 'ụ'},
	{'ư', 'ừ', 'ử', 'ữ', 'ứ', 'ự'},
	{'y', 'ỳ', 'ỷ', 'ỹ', 'ý', 'ỵ'},
	{'A', 'À', 'Ả', 'Ã', 'Á', 'Ạ'},
	{'Ă', 'Ằ', 'Ẳ', 'Ẵ', 'Ắ', 'Ặ'},
	{'Â', 'Ầ', 'Ẩ', 'Ẫ', 'Ấ', 'Ậ'},
	{'E', 'È', 'Ẻ', 'Ẽ', 'É', 'Ẹ'},
	{'Ê', 'Ề', 'Ể', 'Ễ', 'Ế', 'Ệ'},
	{'I', 'Ì', 'Ỉ', 'Ĩ', 'Í', 'Ị'},
	{'O', 'Ò', 'Ỏ', 'Õ', 'Ó', 'Ọ'},
	{'Ô', 'Ồ', 'Ổ', 'Ỗ', 'Ố', 'Ộ'},
	{'Ơ', 'Ờ', 'Ở', 'Ỡ', 'Ớ', 'Ợ'},
	{'U', 'Ù', 'Ủ', 'Ũ', 'Ú', 'Ụ'},
	{'Ư', 'Ừ', 'Ử', 'Ữ', 'Ứ', 'Ự'},
	{'Y', 'Ỳ', 'Ỷ', 'Ỹ', 'Ý', 'Ỵ'},
}

// upperRow is the first row of vowels that holds capitals.
const upperRow = len(vowels) / 2

// A vowelPos is a place in vowels: row+1 and tone; 0 for a rune that is no
// Vietnamese vowel.
type vowelPos struct {
	row1 uint8
	tone Tone
}

// vowelLow and vowelHigh give the place of each vowel below U+01B1 and from
// U+1EA0 on.
var vowelLow, vowelHigh = func() (low [0x1B1]vowelPos, high [0x1EFA - 0x1EA0]vowelPos) {
	for row, tones := range vowels {
		for tone, r := range tones {
			pos := vowelPos{uint8(row + 1), Tone(tone)}
			if r < 0x1EA0 {
				low[r] = pos
			} else {
				high[r-0x1EA0] = pos
			}
		}
	}
	return low, high
}()

// vowelOf returns the row of r in vowels and its tone.
func vowelOf(r rune) (row int, tone Tone, ok bool) {
	var p vowelPos
	switch {
	case r < 0:
		return 0, 0, false
	case int(r) < len(vowelLow):
		p = vowelLow[r]
	case r >= 0x1EA0 && int(r-0x1EA0) < len(vowelHigh):
		p = vowelHigh[r-0x1EA0]
	}
	return int(p.row1) - 1, p.tone, p.row1 != 0
}

// toneOf returns the tone of a combining tone mark.
func toneOf(mark rune) (Tone, bool) {
	switch mark {
	case 0x300:
		return Huyen, true
	case 0x309:
		return Hoi, true
	case 0x303:
		return Nga, true
	case 0x301:
		return Sac, true
	case 0x323:
		return Nang, true
	}
	return Ngang, false
}

// withQuality returns the row of the vowel that the combining breve,
// circumflex or horn makes of the vowel in the given row.
func withQuality(row int, mark rune) (int, bool) {
	var to rune
	switch {
	case mark == 0x302:
		to = map3(vowels[row][0], 'a', 'â', 'e', 'ê', 'o', 'ô')
	case mark == 0x306:
		to = map3(vowels[row][0], 'a', 'ă', 0, 0, 0, 0)
	case mark == 0x31B:
		to = map3(vowels[row][0], 'o', 'ơ', 'u', 'ư', 0, 0)
	}
	if to == 0 {
		return 0, false
	}
	r, _, ok := vowelOf(to)
	return r, ok
}

// map3 returns what r becomes by the pairs given in lower case, in the case
// of r, or 0.
func map3(r, from1, to1, from2, to2, from3, to3 rune) rune {
	upper := rune(0)
	if r >= 'A' && r <= 'Z' {
		r, upper = r|0x20, 1
	}
	var to rune
	switch r {
	case from1:
		to = to1
	case from2:
		to = to2
	case from3:
		to = to3
	default:
		return 0
	}
	if to != 0 && upper == 1 {
		row, _, _ := vowelOf(to)
		return vowels[row+upperRow][0]
	}
	return to
}

// isMark reports whether r is a combining diacritical mark.
func isMark(r rune) bool { return r >= 0x300 && r < 0x370 }

// decode returns the first rune of s and its size, or the size 0 if s is empty.
func decode(s string) (rune, int) {
	if len(s) > 0 && s[0] < utf8.RuneSelf {
		return rune(s[0]), 1
	}
	return utf8.DecodeRuneInString(s)
}

// decodeLast returns the last rune of s and its size, or the size 0 if s is empty.
func decodeLast(s string) (rune, int) {
	if n := len(s); n > 0 && s[n-1] < utf8.RuneSelf {
		return rune(s[n-1]), 1
	}
	return utf8.DecodeLastRuneInString(s)
}

// isLetter reports whether r is a letter of any script.
func isLetter(r rune) bool {
	switch {
	case r < utf8.RuneSelf:
		return r|0x20 >= 'a' && r|0x20 <= 'z'
	case r >= 0xC0 && r < 0x2B0:
		return r != '×' && r != '÷'
	case r >= 0x1E00 && r < 0x1F00:
		return true
	}
	return unicode.IsLetter(r)
}

package render

import (
	"strings"
	"unicode"
)

// sentences cuts text after the marks that end a sentence, where a capital
// letter follows.
func sentences(s string) []string {
	var list []string
	r := []rune(s)
	from := 0
	for i := 1; i+1 < len(r); i++ {
		if r[i] != ' ' || !unicode.IsUpper(r[i+1]) {
			continue
		}
		j := i - 1
		for j > from && strings.ContainsRune(`"”’)»`, r[j]) {
			j--
		}
		if !strings.ContainsRune(".!?…", r[j]) {
			continue
		}
		word := j
		for word > from && (unicode.IsLetter(r[word-1]) || r[word-1] == '.') {
			word--
		}
		if r[j] == '.' && isAbbreviation(string(r[word:j])) {
			continue
		}
		list = append(list, string(r[from:i]))
		from = i + 1
	}
	return append(list, string(r[from:]))
}

// isAbbreviation reports whether a point after a word belongs to it, as in "TP. Hồ
// Chí Minh", "Q. Bình Thạnh", "J. Smith" and "U.S. Open".
func isAbbreviation(word string) bool {
	last := word[strings.LastIndexByte(word, '.')+1:]
	if runes(last) == 1 {
		return unicode.IsUpper([]rune(last)[0])
	}
	return abbreviated[strings.ToLower(word)]
}

// abbreviated are the abbreviations of more than one letter that stand before
// names: places, degrees and ranks, Vietnamese and English.
var abbreviated = map[string]bool{
	"tp": true, "tx": true, "tt": true, "kp": true,
	"gs": true, "pgs": true, "ts": true, "ths": true, "bs": true, "ks": true, "ls": true, "cn": true, "ncs": true,
	"nsnd": true, "nsưt": true, "ngnd": true, "ngưt": true,
	"mr": true, "mrs": true, "ms": true, "dr": true, "prof": true, "st": true, "gen": true, "sgt": true,
}

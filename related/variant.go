package related

import "unicode/utf8"

// vowelForms are the vowels of Vietnamese, each with its six tones.
var vowelForms = [...]string{
	"aàáảãạ", "ăằắẳẵặ", "âầấẩẫậ", "eèéẻẽẹ", "êềếểễệ", "iìíỉĩị",
	"oòóỏõọ", "ôồốổỗộ", "ơờớởỡợ", "uùúủũụ", "ưừứửữự", "yỳýỷỹỵ",
}

// formsOf holds the vowels that a letter without diacritics may stand for, each
// with its tones; folded maps a letter to the one without diacritics.
var formsOf, folded = func() (map[rune][][]rune, map[rune]rune) {
	forms, fold := map[rune][][]rune{}, map[rune]rune{'đ': 'd'}
	base := 'a'
	for _, v := range vowelForms {
		rs := []rune(v)
		if rs[0] < utf8.RuneSelf {
			base = rs[0]
		}
		// ă â follow a, ê follows e, ô ơ follow o, ư follows u.
		forms[base] = append(forms[base], rs)
		for _, r := range rs {
			fold[r] = base
		}
	}
	return forms, fold
}()

// fold takes the diacritics of Vietnamese off a word in lower case.
func fold(runes []rune) {
	for i, r := range runes {
		if b, ok := folded[r]; ok {
			runes[i] = b
		}
	}
}

// variants calls f with every way to put diacritics on a syllable without any,
// the syllable itself included. A word that cannot be a Vietnamese syllable has
// none but itself. f must not keep its argument.
func variants(syllable []rune, f func([]rune)) {
	first, last := -1, -1
	for i, r := range syllable {
		if formsOf[r] == nil {
			continue
		}
		if first < 0 {
			first = i
		}
		if last >= 0 && i != last+1 {
			f(syllable) // two groups of vowels, as in no Vietnamese syllable
			return
		}
		last = i
	}
	if first < 0 || last-first > 2 || len(syllable) > 7 {
		f(syllable)
		return
	}
	word := append([]rune(nil), syllable...)
	var vowels func(i, toned int)
	vowels = func(i, toned int) {
		if i > last {
			f(append([]rune(nil), word...))
			return
		}
		for _, form := range formsOf[syllable[i]] {
			word[i] = form[0]
			vowels(i+1, toned)
			if toned < 0 {
				for _, r := range form[1:] {
					word[i] = r
					vowels(i+1, i)
				}
			}
		}
	}
	vowels(first, -1)
	if word[0] == 'd' {
		word[0] = 'đ'
		vowels(first, -1)
	}
}

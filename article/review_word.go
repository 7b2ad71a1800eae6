package article

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/toasoan/toasoan/article/viet"
)

// splitWord returns the two words that word was joined from by a lost space:
// "viên" and "các" for "viêncác". It would rather miss one than split a word that
// is none, for many a foreign or misspelled word could be two syllables as well:
//
//   - there is one way only to cut the word into two syllables
//   - two vowels do not meet there, as in "nghiệ" and "Huình"
//   - one of the two is a common little word with a tone mark, or both have tone
//     marks, or one of them has one that loanwords such as "bêtông" and "vắcxin"
//     do not have: huyền, hỏi, ngã or nặng
//   - or the second alone begins with a capital, as in "cung cấpNgười dân", but not
//     in "SàiGòn"
//   - both have tone marks if the word begins with one capital: "Savẳn" is a name
func splitWord(word string) (left, right string, ok bool) {
	if utf8.RuneCountInString(word) < 5 || isASCII(word) || loanwords[strings.ToLower(word)] || viet.IsSyllable(word) {
		return "", "", false
	}
	for i := range word {
		if i == 0 || !viet.IsSyllable(word[:i]) || !viet.IsSyllable(word[i:]) {
			continue
		}
		if ok {
			return "", "", false
		}
		left, right, ok = word[:i], word[i:], true
	}
	return left, right, ok && joinable(left, right)
}

func joinable(left, right string) bool {
	last, _ := utf8.DecodeLastRuneInString(left)
	first, _ := utf8.DecodeRuneInString(right)
	if unicode.IsUpper(first) && unicode.IsLower(last) {
		begin, _ := utf8.DecodeRuneInString(left)
		return unicode.IsLower(begin) && utf8.RuneCountInString(left) > 1
	}
	if isVowel(last) && isVowel(first) {
		return false
	}
	if littleWords[strings.ToLower(left)] || littleWords[strings.ToLower(right)] {
		return true
	}
	l, _ := viet.ParseSyllable(left)
	r, _ := viet.ParseSyllable(right)
	native := func(t viet.Tone) bool { return t != viet.Ngang && t != viet.Sac }
	if l.Tone != viet.Ngang && r.Tone != viet.Ngang {
		return true
	}
	begin, size := utf8.DecodeRuneInString(left)
	name := unicode.IsUpper(begin) && strings.ToUpper(left[size:]) != left[size:]
	return !name && (native(l.Tone) || native(r.Tone))
}

// isVowel reports whether r is a vowel letter, with or without marks.
func isVowel(r rune) bool { return strings.Contains("aeiouy", viet.Fold(string(r))) }

// littleWords are the commonest words that have a tone mark.
var littleWords = set("bị các có của cũng được là một nếu người nhiều nhưng những như thì từ và vào vì với về đã đến để tại sẽ này mà không")

// loanwords are spelled as one word and could be two. Some papers write all of them so.
var loanwords = set("ápphích cáctông rốckết cápsun xíchlô càphê càrốt càri xúcxích xìgà xìdầu bòbía tắcxi xìtrét cạctông")

// set returns the words of s as a set.
func set(s string) map[string]bool {
	m := map[string]bool{}
	for w := range strings.FieldsSeq(s) {
		m[w] = true
	}
	return m
}

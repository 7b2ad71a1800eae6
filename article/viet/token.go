package viet

import (
	"iter"
	"strings"
	"unicode"
	"unicode/utf8"
)

// A Kind says what a [Token] is.
type Kind uint8

const (
	Word    Kind = iota // letters, with digits perhaps: nghiêng, TP.HCM, H'Hen, iPhone17, GD&ĐT
	Number              // digits with their separators: 35, 1.000, 7,5, 07/10/2022, 2-1, 16:05, 19h30
	Code                // the number of a document: 35-NQ/TW, 46/2016/NĐ-CP
	Address             // a URL, a domain name or an e-mail address
)

// String returns "word", "number", "code" or "address".
func (k Kind) String() string {
	switch k {
	case Word:
		return "word"
	case Number:
		return "number"
	case Code:
		return "code"
	case Address:
		return "address"
	}
	return "?"
}

// A Token is one word, number, code or address of a text.
type Token struct {
	Text       string // as written: the text from Start to End
	Start, End int    // byte offsets
	Kind       Kind
}

// Key returns the search key of the token, Fold(t.Text).
func (t Token) Key() string { return Fold(t.Text) }

// Tokens yields the tokens of s from left to right. Written Vietnamese puts a
// space between syllables, so a token of kind Word is a syllable most of the
// time; see [Syllables]. A combining mark never splits a token, so composed
// and decomposed text give the same tokens. Punctuation and symbols are
// skipped. Tokens takes time in proportion to the length of s.
//
// Kept whole are numbers and dates (1.000, 07/10/2022, 19h30), numbers of
// documents (35-NQ/TW), abbreviations with dots or & (TP.HCM, N.V.A, GD&ĐT,
// U.20), words with an apostrophe (H'Hen), e-mail addresses, URLs and domain
// names. Words joined by a hyphen or a slash are split (Bà Rịa-Vũng Tàu,
// km/h).
func Tokens(s string) iter.Seq[Token] {
	return func(yield func(Token) bool) {
		for i := 0; i < len(s); {
			r, size := decode(s[i:])
			if !isLetter(r) && !isNumeric(r) {
				i += size
				continue
			}
			end, kind := nextToken(s, i, r)
			if !yield(Token{s[i:end], i, end, kind}) {
				return
			}
			i = end
		}
	}
}

// Syllables yields the tokens of s that are Vietnamese syllables, each with
// its parts.
func Syllables(s string) iter.Seq2[Token, Syllable] {
	return func(yield func(Token, Syllable) bool) {
		for t := range Tokens(s) {
			if t.Kind != Word {
				continue
			}
			if syl, ok := ParseSyllable(t.Text); ok && !yield(t, syl) {
				return
			}
		}
	}
}

// nextToken returns the end and the kind of the token of s that starts at i
// with the letter or digit r.
func nextToken(s string, i int, r rune) (int, Kind) {
	if end := addressEnd(s, i); end > 0 {
		return end, Address
	}
	if r >= '0' && r <= '9' {
		if end := codeEnd(s, i); end > 0 {
			return end, Code
		}
		return numberEnd(s, i)
	}
	end := letterRun(s, i)
	// H'Hen, Moody’s
	for end < len(s) {
		n := apostrophe(s[end:])
		if n == 0 || letterRun(s, end+n) == end+n {
			break
		}
		end = letterRun(s, end+n)
	}
	// TP.HCM, N.V.A, GD&ĐT, U.20
	for end < len(s) && (s[end] == '.' || s[end] == '&') && end+1 < len(s) && abbreviation(s[i:end]) {
		next := letterRun(s, end+1)
		if next == end+1 || !capitals(s[end+1:next]) {
			break
		}
		end = next
	}
	return end, Word
}

// letterRun returns the end of the run of letters, digits and marks at s[i:].
func letterRun(s string, i int) int {
	for i < len(s) {
		r, size := decode(s[i:])
		if isLetter(r) {
			i += size
			continue
		}
		if r >= utf8.RuneSelf && invisible(r) {
			// Part of the word only if the word goes on.
			end := i + size
			for end < len(s) {
				r, size = decode(s[end:])
				if !invisible(r) {
					break
				}
				end += size
			}
			if end == len(s) || !isLetter(r) && !isNumeric(r) && !unicode.IsMark(r) {
				return i
			}
			i = end
			continue
		}
		if !isNumeric(r) && (r < utf8.RuneSelf || !isMark(r) && !unicode.IsMark(r)) {
			break
		}
		i += size
	}
	return i
}

// isNumeric reports whether r is a digit, a fraction or the like.
func isNumeric(r rune) bool {
	if r < utf8.RuneSelf {
		return r >= '0' && r <= '9'
	}
	return unicode.IsNumber(r)
}

// apostrophe returns the size of an apostrophe at the start of s, or 0.
func apostrophe(s string) int {
	if s[0] == '\'' {
		return 1
	}
	if strings.HasPrefix(s, "’") {
		return len("’")
	}
	return 0
}

// abbreviation reports whether w may stand before a dot within an
// abbreviation: short, with a capital at its start and no Vietnamese syllable
// longer than a letter in lower case (TP, PGS, ThS, but not Hà).
func abbreviation(w string) bool {
	if i := strings.LastIndexAny(w, ".&"); i >= 0 {
		w = w[i+1:]
	}
	// Composed and decomposed words must count the same, so marks don't count,
	// and letters that may be parts of one letter, as in Korean, don't belong.
	uppers, lowers, others := 0, 0, 0
	for _, r := range w {
		switch {
		case isUpper(r):
			uppers++
		case r >= utf8.RuneSelf && unicode.Is(unicode.Lo, r):
			return false
		case isLetter(r):
			lowers++
		case r < utf8.RuneSelf || !unicode.IsMark(r):
			others++
		}
		if uppers+lowers+others > 12 {
			return false
		}
	}
	return uppers > 0 && (lowers == 0 && uppers <= 6 || uppers > 1 && lowers == 1)
}

// capitals reports whether w holds no lower-case letter.
func capitals(w string) bool {
	for _, r := range w {
		if unicode.IsLower(r) {
			return false
		}
	}
	return true
}

// numberEnd returns the end of the number of s that starts at i: digits, and
// groups of digits joined by . , / - – : without spaces. A number that runs
// into letters (19h30, 4G, 3D) takes them along, and is a word if letters
// other than those of a time of day follow.
func numberEnd(s string, i int) (int, Kind) {
	end := i
	for {
		for end < len(s) && isDigit(s[end]) {
			end++
		}
		n := 0
		if end < len(s) {
			switch c := s[end]; c {
			case '.', ',', '/', '-', ':':
				n = 1
			case 0xE2:
				if strings.HasPrefix(s[end:], "–") {
					n = len("–")
				}
			}
		}
		if n == 0 || end+n >= len(s) || !isDigit(s[end+n]) {
			break
		}
		end += n
	}
	run := letterRun(s, end)
	if run == end {
		return end, Number
	}
	if isTimeUnit(s[end:run]) {
		return run, Number
	}
	return run, Word
}

// isTimeUnit reports whether w continues a time of day: h, h30, g15, h30ph,
// g15phút.
func isTimeUnit(w string) bool {
	if w[0] != 'h' && w[0] != 'g' && w[0] != 'H' {
		return false
	}
	w = strings.TrimLeft(w[1:], "0123456789")
	switch w {
	case "", "p", "ph", "phút", "'":
		return true
	}
	return false
}

// addressEnd returns the end of the URL, domain name or e-mail address of s
// that starts at i, or 0.
func addressEnd(s string, i int) int {
	// The first label or scheme: ASCII only, and short enough to look ahead.
	const longest = 64
	j := i
	for j < len(s) && j-i <= longest && addressByte[s[j]] {
		j++
	}
	if j == i || j >= len(s) && strings.LastIndexByte(s[i:j], '.') <= 0 {
		return 0
	}
	switch {
	case strings.HasPrefix(s[j:], "://") && j-i >= 3 || strings.HasPrefix(s[i:], "www."):
		return trimURL(s, i)
	case j < len(s) && s[j] == '@':
		end := domainEnd(s, j+1, false)
		if end > 0 {
			return end
		}
	case strings.IndexByte(s[i:j], '.') > 0:
		if end := domainEnd(s, i, true); end > 0 {
			if end < len(s) && s[end] == '/' && end+1 < len(s) && addressByte[s[end+1]] {
				return trimURL(s, i)
			}
			return end
		}
	}
	return 0
}

// addressByte holds what may stand in the local part of an e-mail address or
// in a domain name.
var addressByte = func() (t [256]bool) {
	for c := range t {
		t[c] = isDigit(byte(c)) || c|0x20 >= 'a' && c|0x20 <= 'z' && c < 0x80 || c == '.' || c == '-' || c == '_' || c == '+'
	}
	return t
}()

// domains are the top-level domains by which a bare name is recognized.
var domains = map[string]bool{
	"vn": true, "com": true, "net": true, "org": true, "edu": true, "gov": true, "info": true, "io": true,
	"asia": true, "biz": true, "dev": true, "app": true, "tv": true, "me": true, "eu": true, "uk": true,
}

// domainEnd returns the end of the domain name of s that starts at i, or 0. A
// bare name must be in lower case and end in a known top-level domain.
func domainEnd(s string, i int, bare bool) int {
	end := i
	for end < len(s) && (addressByte[s[end]] && s[end] != '_' && s[end] != '+') && end-i <= 253 {
		end++
	}
	for end > i && (s[end-1] == '.' || s[end-1] == '-') {
		end--
	}
	dot := strings.LastIndexByte(s[i:end], '.')
	if dot <= 0 || end-i-dot-1 < 2 {
		return 0
	}
	tld := s[i+dot+1 : end]
	for k := range len(tld) {
		if tld[k]|0x20 < 'a' || tld[k]|0x20 > 'z' {
			return 0
		}
	}
	if !bare {
		return end
	}
	if !domains[tld] || end < len(s) && s[end] >= utf8.RuneSelf && letterRun(s, end) > end {
		return 0
	}
	return end
}

// trimURL returns the end of the URL of s that starts at i: up to the next
// space or quote, without the punctuation of the sentence around it.
func trimURL(s string, i int) int {
	end := i
	for end < len(s) {
		r, size := decode(s[end:])
		if r <= ' ' || r == 0x7F || strings.ContainsRune("<>\"`{}|\\^“”‘’«»", r) || r >= 0x80 && (spaceOf(r) != 0 || invisible(r)) {
			break
		}
		end += size
	}
	opened := strings.Contains(s[i:end], "(")
	for end > i {
		r, size := decodeLast(s[i:end])
		if !strings.ContainsRune(".,;:!?'…]", r) && (r != ')' || opened) {
			break
		}
		end -= size
	}
	return end
}

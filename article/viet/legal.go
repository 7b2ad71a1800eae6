package viet

import (
	"iter"
	"strings"
	"time"
	"unicode/utf8"
)

// A Document is a mention of a legal or party document in a text, such as
// "Nghị quyết số 35-NQ/TW, ngày 22/10/2018 của Bộ Chính trị".
type Document struct {
	Text       string // as written, from Start to End
	Start, End int    // byte offsets
	Type       string // "Nghị quyết", "Thông tư", …, with one capital however it is written; from the number's letters if the text doesn't name it, or ""
	Number     string // "35-NQ/TW"; "" for a law known by name
	Name       string // "Luật Đất đai" for a law known by name; "" otherwise
	Year       int    // of the date if there is one, else of the number or name; 0 if unknown
	Month      time.Month
	Day        int    // Month and Day are 0 if no date is given
	Issuer     string // "Bộ Chính trị" as written, or from the number's letters; "" if unknown
}

// Documents yields the legal and party documents that s mentions, from left
// to right. It goes by the number (46/2016/NĐ-CP, 35-NQ/TW, 26/2020/TT-BTTTT;
// the letters are those of decree 30/2020/NĐ-CP and of the party's instruction
// 36-HD/VPTW) and takes in the type before it and the date and issuer after
// it. A number without letters counts after the name of a type that is
// followed by số, has a year ("Nghị định 100/2019") or an issuer, and a law without a
// number if its year or its date follows ("Luật Đất đai năm 2013", "Luật Thú y
// ngày 19 tháng 6 năm 2015"). Scores, prices, dates, ratios and telephone
// numbers are none.
func Documents(s string) iter.Seq[Document] {
	return func(yield func(Document) bool) {
		low := 0 // the end of the last find
		for i := nextDigit(s, 0); i < len(s); i = nextDigit(s, i) {
			d, ok := documentAt(s, i, low)
			if !ok {
				i, _ = numberEnd(s, i)
				continue
			}
			d.Text = s[d.Start:d.End]
			if !yield(d) {
				return
			}
			i, low = d.End, d.End
		}
	}
}

// documentAt reads the document whose number starts at the digit s[i].
func documentAt(s string, i, low int) (Document, bool) {
	if i > 0 {
		if r, _ := decodeLast(s[:i]); isLetter(r) || isMark(r) || r == '.' || r == ',' {
			if r != '.' && r != ',' || i > 1 && isDigit(s[i-2]) {
				return Document{}, false
			}
		}
	}
	d := Document{Start: i}
	if number, end := looseCode(s, i); end > 0 {
		d.Number, d.End = number, end
		kind, issuer, year, known := readCode(d.Number)
		d.Type, d.Issuer, d.Year = kind, issuer, year
		named, start, so := typeBefore(s, i, low)
		if named != "" && (known || so) {
			d.Type, d.Start = named, start
		} else if so {
			d.Start = start
		}
		if !known && !so {
			return Document{}, false
		}
	} else if !d.bare(s, i, low) {
		return Document{}, false
	}
	d.dateAndIssuer(s)
	return d, true
}

// looseCode returns the document number at s[i:] and its end. There may be
// single spaces around its hyphens and slashes, which the number leaves out,
// and its hyphens may be those of Unicode, which word processors write so that
// no line ends there.
func looseCode(s string, i int) (number string, end int) {
	if end = codeEnd(s, i); end > 0 && unicodeHyphen(s[end:]) == 0 {
		return s[i:end], end
	}
	separator := func(j int) bool {
		return j >= 0 && j < len(s) && (s[j] == '-' || s[j] == '/' || unicodeHyphen(s[j:]) > 0)
	}
	first := i // what may be the first separator
	for first < len(s) && (isDigit(s[first]) || end > 0 && first < end) {
		first++
	}
	if first < len(s) && s[first] == ' ' {
		first++
	}
	if !separator(first) {
		return "", 0
	}
	const longest = 64
	tight := make([]byte, 0, longest)
	var after [longest + 1]int // where in s what follows each byte of tight stands
	for j := i; j < len(s) && len(tight) < longest; j++ {
		c, size := s[j], 1
		switch n := unicodeHyphen(s[j:]); {
		case n > 0:
			c, size = '-', n
		case c == ' ':
			if !separator(j-1) && !separator(j+1) && (j < 3 || unicodeHyphen(s[j-3:]) == 0) {
				j = len(s)
			}
			continue
		}
		j += size - 1
		after[len(tight)] = j + 1
		tight = append(tight, c)
	}
	end = codeEnd(string(tight), 0)
	if end == 0 {
		return "", 0
	}
	return string(tight[:end]), after[end-1]
}

// unicodeHyphen returns the length of U+2010 or U+2011 at the start of s, or 0.
func unicodeHyphen(s string) int {
	if strings.HasPrefix(s, "\u2010") || strings.HasPrefix(s, "\u2011") {
		return len("\u2010")
	}
	return 0
}

// readCode reads the letters of a document number; known is false if none of
// them says that it is one.
func readCode(code string) (kind, issuer string, year int, known bool) {
	code = Normalize(code)
	for k := 0; code != ""; k++ {
		n := 0
		for n < len(code) && code[n] != '-' && code[n] != '/' {
			n++
		}
		part := code[:n]
		code = code[min(n+1, len(code)):]
		if k == 0 {
			continue
		}
		if y, end := digits(part, 0, 4, 4); end > 0 && end == len(part) && k == 1 {
			year = y
			continue
		}
		for part != "" && isDigit(part[len(part)-1]) {
			part = part[:len(part)-1]
		}
		l, ok := codeLetters[part]
		switch {
		case kind == "" && l.kind != "":
			kind = l.kind
		case issuer == "":
			issuer = l.issuer
		}
		known = known || ok
	}
	if kind == "" && issuer == "Quốc hội" {
		kind = "Luật" // 45/2013/QH13; its resolutions say so before the number
	}
	return kind, issuer, year, known
}

// typeBefore returns the type that stands before the number at s[i:] and where
// it starts; so reports whether the word số stands between.
func typeBefore(s string, i, low int) (name string, start int, so bool) {
	end := i
	for end > low && (s[end-1] == ' ' || s[end-1] == ':') {
		end--
	}
	word, at := wordBefore(s, end, low)
	start = i
	if means(word, "số") {
		so, start = true, at
		word, at = wordBefore(s, at, low)
	}
	// The longest type that ends here; "Luật Đất đai số" also counts.
	var buf [64]byte // the words that may be one
	n := len(buf)
	t, from := typeWordOf(word), at
	for lengths := t.lengths >> 1; lengths != 0 && t.text != ""; lengths >>= 1 {
		n -= len(t.text)
		copy(buf[n:], t.text)
		if lengths&1 != 0 {
			if title := typeTitles[string(buf[n:])]; title != "" {
				name, start = title, from
			}
		}
		n--
		buf[n] = ' '
		if lengths > 1 {
			before, start := wordBefore(s, from, low)
			t, from = typeWordOf(before), start
		}
	}
	inName := so && name == "Luật" && !isUpper(firstRune(s[start:])) // quy phạm pháp luật số 80/2015/QH13
	if name != "" && !inName || !so {
		return name, start, so
	}
	for left := 12; left > 0 && word != ""; left-- {
		before, from := "", at
		if left > 1 {
			before, from = wordBefore(s, at, low)
		}
		if ordinance := means(word, "lệnh") && means(before, "pháp"); ordinance || means(word, "luật") {
			t, at := "Luật", at
			switch {
			case ordinance:
				t, at = "Pháp lệnh", from
			case means(before, "bộ"):
				t, at = "Bộ luật", from
			case means(before, "pháp"):
				t, at = "Pháp luật", from
			}
			if isUpper(firstRune(s[at:])) {
				return t, at, so
			}
		}
		word, at = before, from
	}
	return name, start, so
}

// wordBefore returns the word that stands before s[end:], after low, with nothing but
// spaces between, and where it starts. Words of more than 24 bytes are none.
func wordBefore(s string, end, low int) (word string, start int) {
	for end > low && s[end-1] == ' ' {
		end--
	}
	start = end
	for start > low && end-start <= 24 {
		r, size := decodeLast(s[low:start])
		if !isLetter(r) && !isMark(r) {
			break
		}
		start -= size
	}
	if end-start > 24 {
		return "", end
	}
	return s[start:end], start
}

// means reports whether w is the word want, which is in lower case and begins with a
// letter of ASCII, in any case and any normal form.
func means(w, want string) bool {
	if w == want {
		return true
	}
	if w == "" || w[0] < utf8.RuneSelf && w[0]|0x20 != want[0] {
		return false
	}
	return lowered(w) == want
}

// maySayNumber reports whether s may end in the word số, in any normal form.
func maySayNumber(s string) bool {
	for s != "" && (s[len(s)-1] == ' ' || s[len(s)-1] == ':') {
		s = s[:len(s)-1]
	}
	r, _ := decodeLast(s)
	return r == 'ố' || r == 'Ố' || isMark(r)
}

func firstRune(s string) rune {
	r, _ := decode(s)
	return r
}

// endOfWord returns the end of the letters and marks at s[i:].
func endOfWord(s string, i int) int {
	for i < len(s) {
		r, size := decode(s[i:])
		if !isLetter(r) && !isMark(r) {
			break
		}
		i += size
	}
	return i
}

// dateAndIssuer takes in "ngày 22/10/2018" and "của Bộ Chính trị" after d.
func (d *Document) dateAndIssuer(s string) {
	j := d.End
	for j < len(s) && strings.IndexByte(" ,(", s[j]) >= 0 {
		j++
	}
	if end := wordEnd(s, j); means(s[j:end], "ký") {
		j = min(end+1, len(s))
	}
	k := wordEnd(s, j)
	if word := s[j:k]; k < len(s) && s[k] == ' ' && means(word, "ngày") {
		var w When
		if end := w.date(s, k+1, true); end > 0 {
			if w.Year != 0 {
				d.Year = w.Year
			}
			d.Month, d.Day, d.End = w.Month, w.Day, end
			if end < len(s) && s[end] == ')' && strings.Contains(s[d.Start:end], "(") {
				d.End = end + 1
			}
		}
	} else if d.Year == 0 && k < len(s) && s[k] == ' ' && means(word, "năm") {
		// Thông tư số 27 năm 2016
		if y, end := digits(s, k+1, 4, 4); end > 0 && plausibleYear(y) && !isJoined(s, end) {
			d.Year, d.End = y, end
		}
	}
	j = d.End
	for j < len(s) && strings.IndexByte(" ,", s[j]) >= 0 {
		j++
	}
	k = wordEnd(s, j)
	if !means(s[j:k], "của") || k >= len(s) || s[k] != ' ' {
		return
	}
	if end := issuerEnd(s, k+1); end > 0 {
		d.Issuer, d.End = s[k+1:end], end
	}
}

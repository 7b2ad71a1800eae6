package viet

import "strings"

// bare reads a document whose number has no letters (Nghị định 100/2019, Chỉ
// thị số 16), or a law known by its name and its year or date.
func (d *Document) bare(s string, i, low int) bool {
	n, j := digits(s, i, 1, 5)
	if j == 0 {
		return false
	}
	if j-i <= 2 && d.dated(s, i, low) {
		return true
	}
	if j-i != 4 && !strings.HasPrefix(s[j:], "/") && !strings.HasPrefix(s[j:], " của ") && !maySayNumber(s[low:i]) {
		return false // neither a year nor an issuer, nor said to be a number
	}
	name, start, so := typeBefore(s, i, low)
	if name != "" && isUpper(firstRune(s[start:])) && documentTypes[ToLower(name)] {
		end := j
		if j < len(s) && s[j] == '/' {
			if y, e := digits(s, j+1, 4, 4); e > 0 && plausibleYear(y) {
				d.Year, end = y, e
			}
		}
		of := strings.HasPrefix(s[end:], " của ") && issuerEnd(s, end+len(" của ")) > 0
		if (so || of || d.Year != 0) && !isJoined(s, end) && !(end < len(s) && s[end] == '/') {
			d.Type, d.Number, d.Start, d.End = name, s[i:end], start, end
			return true
		}
		return false
	}
	if j-i != 4 || !plausibleYear(n) || isJoined(s, j) {
		return false
	}
	// Luật Đất đai (năm) 2013
	k := i
	if word, at := wordBefore(s, i, low); means(word, "năm") {
		k = at
	}
	d.Year, d.End = n, j
	return d.lawNamed(s, k, low)
}

// dated reads a law known by its name and date (Luật Thú y ngày 19 tháng 6 năm
// 2015), of which the first number of the date stands at s[i:].
func (d *Document) dated(s string, i, low int) bool {
	word, at := wordBefore(s, i, low)
	if !means(word, "ngày") {
		return false
	}
	var w When
	end := w.date(s, i, false)
	if end == 0 || !d.lawNamed(s, at, low) {
		return false
	}
	d.Year, d.Month, d.Day, d.End = w.Year, w.Month, w.Day, end
	return true
}

// noLawAfter are words after which Luật begins no name of a law: Đại học Luật
// Hà Nội.
var noLawAfter = map[string]bool{
	"học": true, "khoa": true, "ngành": true, "trường": true, "viện": true, "hội": true, "đoàn": true, "ty": true, "khối": true,
	"pháp": true, "báo": true, "chí": true,
}

// notInLaw are words that no name of a law has: Luật A đã thông qua năm 2016.
var notInLaw = map[string]bool{"từ": true, "vào": true, "đã": true, "được": true, "sẽ": true, "này": true, "là": true, "khi": true}

// ownersOfLaw may follow của in the name of a law: Luật Trách nhiệm bồi thường
// của Nhà nước, but Luật A của Trung Quốc.
var ownersOfLaw = map[string]bool{"nhà": true, "quốc": true, "hội": true, "chính": true, "ủy": true, "uỷ": true, "tòa": true, "toà": true}

// lawNamed fills d with the law whose name ends at s[:end].
func (d *Document) lawNamed(s string, end, low int) bool {
	for end > low && s[end-1] == ' ' {
		end--
	}
	k, next := end, "" // the word after the one at hand
	for range 16 {
		for k > low && s[k-1] == ' ' {
			k--
		}
		e := k
		for k > low {
			r, size := decodeLast(s[low:k])
			if !isLetter(r) && !isMark(r) && (r != ',' || k == end) {
				break
			}
			k -= size
		}
		if k == e {
			return false
		}
		word := s[k:e]
		if c := word[0] | 0x20; c != 'l' && c != 'p' {
			w := lowered(word)
			if notInLaw[w] || w == "hiệu" && next == "lực" || w == "của" && !ownersOfLaw[next] {
				return false
			}
			next = w
			continue
		}
		next = lowered(word)
		before, from := wordBefore(s, k, low)
		start, kind := k, ""
		switch {
		case means(word, "luật") && means(before, "bộ"):
			start, kind = from, "Bộ luật"
		case means(word, "luật") && isUpper(firstRune(word)) && !noLawAfter[lowered(before)]:
			kind = "Luật"
		case means(word, "lệnh") && means(before, "pháp"):
			start, kind = from, "Pháp lệnh"
		case means(word, "pháp") && means(before, "hiến"):
			start, kind = from, "Hiến pháp"
		case means(word, "luật") && !means(before, "pháp"): // văn bản quy phạm pháp luật
			return false
		}
		if kind == "" {
			continue
		}
		rest := strings.TrimSpace(Normalize(s[e:end]))
		if !isUpper(firstRune(s[start:])) || (kind == "Hiến pháp") != (rest == "") || rest != "" && !isUpper(firstRune(rest)) {
			return false
		}
		start = amending(s, start, low)
		d.Start, d.Type, d.Name = start, kind, strings.TrimSpace(s[start:end])
		return true
	}
	return false
}

// amending returns the start of the law that amends the one whose name starts
// at s[i:], or i: Luật sửa đổi, bổ sung một số điều của Luật Đất đai.
func amending(s string, i, low int) int {
	const farthest = 240
	before := s[max(low, i-farthest):i]
	at := strings.LastIndex(before, "Luật ")
	for at >= 0 && !means(wordAt(before, at+len("Luật ")), "sửa") {
		at = strings.LastIndex(before[:at], "Luật ")
	}
	if word, _ := wordBefore(s, i, low); at < 0 || !means(word, "của") && !means(word, "và") || strings.ContainsAny(before[at:], ";.\n") {
		return i
	}
	return i - len(before) + at
}

// wordAt returns the word at s[i:].
func wordAt(s string, i int) string { return s[i:endOfWord(s, i)] }

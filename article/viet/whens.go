package viet

import (
	"slices"
	"strings"
	"time"
)

// scanWhens finds each number of s that begins a date or a time of day.
func scanWhens(s string) func(yield func(When) bool) {
	return func(yield func(When) bool) {
		last := 0 // the end of the last find
		afterDate := false
		for i := nextDigit(s, 0); i < len(s); i = nextDigit(s, i) {
			w, ok := whenAt(s, i, last, afterDate)
			if !ok {
				i, _ = numberEnd(s, i)
				continue
			}
			w.Text = s[w.Start:w.End]
			if !yield(w) {
				return
			}
			i, last, afterDate = w.End, w.End, w.Month != 0
		}
	}
}

// whenAt reads what s[i:] states, and takes in the words before it from low on.
func whenAt(s string, i, low int, afterDate bool) (When, bool) {
	w := When{Start: i}
	if i > 0 {
		if r, _ := decodeLast(s[:i]); isLetter(r) || isMark(r) {
			return w, false
		}
	}
	before := wordsBefore(s, i, low)
	end := w.time(s, i)
	if end > 0 {
		// A date may follow: 19h30 ngày 7/10.
		if j, cue := skipJoin(s, end); j < len(s) {
			d := w
			if e := d.date(s, j, cue || j == end+1); e > 0 && (d.Day != 0) {
				w, end = d, e
			}
		}
	} else {
		cue := dateCue(before) || afterDate && rangeCue(s[low:i])
		if end = w.date(s, i, cue); end == 0 {
			if end = w.monthOnly(s, i, before); end == 0 {
				return w, false
			}
		}
		if w.Day != 0 {
			// A time may follow: 07/10/2022, 16:05.
			if j, _ := skipJoin(s, end); j < len(s) && isDigit(s[j]) {
				if e := w.time(s, j); e > 0 {
					end = e
				}
			}
		}
	}
	w.Start = startOf(before, i, w.Month != 0)
	w.End = w.zone(s, end)
	if w.End < len(s) && s[w.End] == ')' && strings.LastIndexByte(s[w.Start:w.End], '(') > strings.LastIndexByte(s[w.Start:w.End], ')') {
		w.End++ // hôm nay (6/2)
	}
	return w, true
}

// A cueWord is a word before a date, in lower case and composed.
type cueWord struct {
	text  string
	start int
}

// wordsBefore returns up to four words that stand before s[i:], the nearest
// first, if nothing but spaces, commas and opening brackets separates them.
func wordsBefore(s string, i, low int) []cueWord {
	var found []cueWord
	end := i
	for len(found) < 4 {
		for end > low && strings.IndexByte(" ,(", s[end-1]) >= 0 {
			end--
		}
		start := end
		for start > low && end-start <= 24 {
			r, size := decodeLast(s[low:start])
			if !isLetter(r) && !isMark(r) {
				break
			}
			start -= size
		}
		if start == end || end-start > 24 {
			break
		}
		found = append(found, cueWord{lowered(s[start:end]), start})
		end = start
	}
	return found
}

// partOfDay holds the words that name a part of the day or the day itself,
// and whether hours after them count from noon.
var partOfDay = map[string]bool{
	"ngày": false, "hôm": false, "sáng": false, "trưa": false, "rạng": false,
	"chiều": true, "tối": true, "đêm": true, "khuya": false,
}

// weekdayWords are what follows thứ.
var weekdayWords = map[string]bool{"hai": true, "ba": true, "tư": true, "năm": true, "sáu": true, "bảy": true}

// dateCue reports whether the words before a day without a year show that it
// is a date.
func dateCue(before []cueWord) bool {
	if len(before) == 0 {
		return false
	}
	if _, ok := partOfDay[before[0].text]; ok {
		return true
	}
	if len(before) < 2 {
		return false
	}
	switch last, prev := before[0].text, before[1].text; {
	case last == "nay" || last == "qua" || last == "mai":
		_, ok := partOfDay[prev]
		return ok
	case prev == "thứ":
		return weekdayWords[last]
	default:
		return prev == "chủ" && last == "nhật" || prev == "cuối" && last == "tuần"
	}
}

// rangeCue reports whether between joins two dates: 5/10 đến 7/10.
func rangeCue(between string) bool {
	if len(between) > 64 {
		return false
	}
	switch strings.TrimSpace(lowered(between)) {
	case "-", "–", "đến", "tới", "và", ",", "hoặc", "đến hết", ", từ":
		return true
	}
	return false
}

// startOf returns where the find at i starts if the words right before it
// belong to it: ngày, lúc, sáng, tháng, and the day of the week.
func startOf(before []cueWord, i int, day bool) int {
	start := i
	for k := 0; k < len(before); k++ {
		t := before[k].text
		_, part := partOfDay[t]
		switch {
		case part, t == "lúc", day && t == "tháng":
			start = before[k].start
		case k+1 < len(before) && (before[k+1].text == "thứ" && weekdayWords[t] || before[k+1].text == "chủ" && t == "nhật"):
			k++
			start = before[k].start
		case (t == "nay" || t == "qua" || t == "mai") && k+1 < len(before):
			if _, ok := partOfDay[before[k+1].text]; !ok {
				return start
			}
		default:
			return start
		}
	}
	return start
}

// joinWords may stand between a date and a time of day.
var joinWords = map[string]bool{
	"lúc": true, "vào": true, "nay": true, "qua": true, "mai": true, "thứ": true, "chủ": true, "nhật": true,
}

// skipJoin skips what may stand between a date and a time of day at s[i:]. It
// returns where the next number may be, and whether a word named the day.
func skipJoin(s string, i int) (next int, cue bool) {
	for n := 0; i < len(s) && n < 12; n++ {
		if c := s[i]; strings.IndexByte(" ,|-(", c) >= 0 {
			i++
			continue
		}
		if strings.HasPrefix(s[i:], "–") {
			i += len("–")
			continue
		}
		if isDigit(s[i]) {
			return i, cue
		}
		end := wordEnd(s, i)
		w := lowered(s[i:end])
		_, part := partOfDay[w]
		if !part && !joinWords[w] && !weekdayWords[w] {
			return len(s), false
		}
		cue = cue || part
		i = end
	}
	return i, cue
}

// wordEnd returns the end of the letters and marks at s[i:], 24 bytes at most.
func wordEnd(s string, i int) int {
	end := i
	for end < len(s) && end-i <= 24 {
		r, size := decode(s[end:])
		if !isLetter(r) && !isMark(r) {
			break
		}
		end += size
	}
	return end
}

// lowered returns w composed and in lower case, to look it up.
func lowered(w string) string { return ToLower(Normalize(w)) }

// nextDigit returns where the next digit stands in s from i on, or its length.
func nextDigit(s string, i int) int {
	for ; i+8 <= len(s); i += 8 {
		b := s[i : i+8]
		x := uint64(b[0]) | uint64(b[1])<<8 | uint64(b[2])<<16 | uint64(b[3])<<24 |
			uint64(b[4])<<32 | uint64(b[5])<<40 | uint64(b[6])<<48 | uint64(b[7])<<56
		x = x&0xF0F0F0F0F0F0F0F0 ^ 0x3030303030303030 // zero for the bytes 0x30 to 0x3F
		if (x-0x0101010101010101)&^x&0x8080808080808080 == 0 {
			continue
		}
		for k := range b {
			if isDigit(b[k]) {
				return i + k
			}
		}
	}
	for i < len(s) && !isDigit(s[i]) {
		i++
	}
	return i
}

// digits reads a number of min to max digits at s[i:] and returns its end, or
// 0 if there isn't one or it goes on.
func digits(s string, i, minLen, maxLen int) (n, end int) {
	end = i
	for end < len(s) && isDigit(s[end]) {
		if end-i == maxLen {
			return 0, 0
		}
		n = n*10 + int(s[end]-'0')
		end++
	}
	if end-i < minLen {
		return 0, 0
	}
	return n, end
}

// date reads a day at s[i:] into w and returns its end, or 0. A day without a
// year needs a cue.
func (w *When) date(s string, i int, cue bool) int {
	if i >= len(s) || !isDigit(s[i]) {
		return 0
	}
	// 2022-10-07, 2022/10/07
	if y, j := digits(s, i, 4, 4); j > 0 && plausibleYear(y) && j < len(s) && (s[j] == '-' || s[j] == '/') {
		if m, k := digits(s, j+1, 2, 2); k > 0 && k < len(s) && s[k] == s[j] {
			if d, end := digits(s, k+1, 2, 2); end > 0 && (s[j] == '-' || !isJoined(s, end)) && w.setDay(y, m, d) {
				return end
			}
		}
		return 0
	}
	d, j := digits(s, i, 1, 2)
	if j == 0 || j >= len(s) {
		return 0
	}
	switch sep := s[j]; sep {
	case '/', '-', '.':
		m, k := digits(s, j+1, 1, 2)
		if k == 0 {
			return 0
		}
		if k < len(s) && s[k] == sep {
			if y, end := digits(s, k+1, 4, 4); end > 0 && plausibleYear(y) {
				// 1/1/2025-31/12/2025 is two dates
				if (!isJoined(s, end) || sep != '-' && s[end] == '-') && w.setDay(y, m, d) {
					return end
				}
				return 0
			}
			if y, end := digits(s, k+1, 2, 2); end > 0 && cue {
				y += 2000
				if y >= 2050 {
					y -= 100
				}
				if !isJoined(s, end) && w.setDay(y, m, d) {
					return end
				}
				return 0
			}
		}
		if isJoined(s, k) && (sep == '-' || s[k] != '-') {
			return 0 // but ngày 7/10-9/10 is two dates
		}
		if strings.HasPrefix(s[k:], " tháng") {
			return 0 // ngày 5-9 tháng 10: five days
		}
		if cue && w.setDay(0, m, d) {
			return k
		}
	case ' ':
		// 7 tháng 10 năm 2022
		k := wordEnd(s, j+1)
		if lowered(s[j+1:k]) != "tháng" || k >= len(s) || s[k] != ' ' {
			return 0
		}
		m, end := digits(s, k+1, 1, 2)
		if end == 0 {
			m, end = monthInWords(s, k+1)
			cue = false // ngày 3 tháng một lần
		}
		if end == 0 {
			return 0
		}
		y, e := yearAfter(s, end)
		if e == 0 && (strings.HasPrefix(s[end:], ", ") || !cue && strings.HasPrefix(s[end:], " ")) {
			// 7 Tháng Mười, 2022
			at := end + 1 + len(s[end:]) - len(strings.TrimPrefix(s[end:], ","))
			if y, e = digits(s, at, 4, 4); e > 0 && (!plausibleYear(y) || isJoined(s, e)) {
				e = 0
			}
		}
		if e > 0 {
			if w.setDay(y, m, d) {
				return e
			}
			return 0
		}
		if cue && w.setDay(0, m, d) {
			return end
		}
	}
	return 0
}

// monthInWords reads the name of a month after tháng at s[i:], as far as
// mười hai, and returns its end, or 0. Giêng and chạp are months of the moon.
func monthInWords(s string, i int) (m, end int) {
	end = wordEnd(s, i)
	m = slices.Index(monthNames[:], lowered(s[i:end]))
	if m < 1 {
		return 0, 0
	}
	if m == 10 && end < len(s) && s[end] == ' ' {
		e := wordEnd(s, end+1)
		if more := slices.Index(monthNames[:3], lowered(s[end+1:e])); more > 0 {
			return m + more, e
		}
	}
	return m, end
}

// monthNames are the months by their numbers.
var monthNames = [...]string{"", "một", "hai", "ba", "tư", "năm", "sáu", "bảy", "tám", "chín", "mười"}

// monthOnly reads 10/2022, 10-2022, 10 năm 2022 after the word tháng.
func (w *When) monthOnly(s string, i int, before []cueWord) int {
	if len(before) == 0 || before[0].text != "tháng" {
		return 0
	}
	m, j := digits(s, i, 1, 2)
	if j == 0 || m < 1 || m > 12 {
		return 0
	}
	y, end := yearAfter(s, j)
	if end == 0 {
		return 0
	}
	w.Year, w.Month = y, time.Month(m)
	return end
}

// yearAfter reads /2022, -2022, .2022 or " năm 2022" at s[i:].
func yearAfter(s string, i int) (y, end int) {
	if i >= len(s) {
		return 0, 0
	}
	switch s[i] {
	case '/', '-', '.':
		y, end = digits(s, i+1, 4, 4)
	case ' ':
		k := i + 1
		if k < len(s) && (s[k] == '/' || s[k] == '-') {
			break
		}
		k = wordEnd(s, i+1)
		if lowered(s[i+1:k]) == "năm" && k < len(s) && s[k] == ' ' {
			y, end = digits(s, k+1, 4, 4)
		}
	}
	if end == 0 || !plausibleYear(y) || isJoined(s, end) {
		return 0, 0
	}
	return y, end
}

func plausibleYear(y int) bool { return y >= 1000 && y < 3000 }

// isJoined reports whether the number that ends at i goes on, so that it is no
// date: 7/10/2022/3, 7-10-A.
func isJoined(s string, i int) bool {
	if i >= len(s) {
		return false
	}
	r, size := decode(s[i:])
	switch {
	case isLetter(r), r == '%':
		return true
	case r == '/' || r == '-' || r == '.' || r == ',' || r == ':':
		if i+size >= len(s) {
			return false
		}
		next, _ := decode(s[i+size:])
		return isNumeric(next) || r != '.' && r != ',' && r != ':' && isLetter(next)
	}
	return false
}

// setDay sets the day if there is one like it in the calendar.
func (w *When) setDay(y, m, d int) bool {
	if m < 1 || m > 12 || d < 1 {
		return false
	}
	days := 30 + (m+m/8)&1
	if m == 2 {
		days = 28
		if y%4 == 0 && (y%100 != 0 || y%400 == 0) { // the year 0 stands for any
			days = 29
		}
	}
	if d > days {
		return false
	}
	w.Year, w.Month, w.Day = y, time.Month(m), d
	return true
}

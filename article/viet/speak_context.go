package viet

import (
	"slices"
	"strings"
)

// digitByDigit says telephone, account and plate numbers, and reports whether
// one starts at t.
func (v *speech) digitByDigit(t Token) bool {
	if words, end := plateAt(v.text, t.Start); end > 0 {
		v.say(words)
		v.done = end
		return true
	}
	emergency := emergencyNumbers[t.Text]
	if emergency && (emergencyNumbers[v.last] || callWords[v.last]) || v.last == "đài" && allDigits(t.Text) || v.last == "hotline" && allDigits(t.Text) {
		if groups, _ := digitGroups(v.text, t.Start); len(groups) == 1 {
			v.say(eachDigit(t.Text))
			return true
		}
	}
	groups, end := digitGroups(v.text, t.Start)
	if len(groups) < 2 || end < t.End {
		return false
	}
	total, thousands := 0, len(groups[0]) <= 3
	for i, g := range groups {
		total += len(g)
		thousands = thousands && (i == 0 || len(g) == 3)
	}
	if spaced := !strings.ContainsAny(v.text[t.Start:end], ".-)"); thousands && spaced && len(groups) > 2 && groups[0][0] != '0' {
		v.say(digitsInWords(strings.Join(groups, ""))) // 1 250 000
		v.done = end
		return true
	}
	abroad := t.Start > 0 && v.text[t.Start-1] == '+'
	switch {
	case abroad && total >= 9 && total <= 15:
	case groups[0][0] == '0' && total >= 9 && total <= 11:
	case (groups[0] == "1900" || groups[0] == "1800") && total >= 8 && total <= 10 && !strings.Contains(v.text[t.Start:end], "-"):
	case total >= 9 && len(groups) > 2 && !thousands && !strings.ContainsAny(v.text[t.Start:end], ".-)"):
	default:
		return false
	}
	words := strings.Join(each(groups, eachDigit), ", ")
	if strings.Contains(v.text[t.Start:end], ")") {
		words = strings.Replace(words, ",", "),", 1) // (+84) 912 345 678
	}
	v.say(words)
	v.done = end
	return true
}

// emergencyNumbers are said digit by digit after one of the callWords.
var (
	emergencyNumbers = map[string]bool{"111": true, "112": true, "113": true, "114": true, "115": true}
	callWords        = map[string]bool{"gọi": true, "sát": true, "cứu": true, "đài": true, "nhanh": true, "nóng": true, "hotline": true}
)

// cityParts are said for a letter with a dot before a number.
var cityParts = map[string]string{"P": "phường", "Q": "quận"}

// digitGroups returns the groups of digits at s[i:] that a single space, dot or
// hyphen, or a bracket and a space, joins, and their end.
func digitGroups(s string, i int) (groups []string, end int) {
	for len(groups) < 8 {
		j := i
		for j < len(s) && isDigit(s[j]) {
			j++
		}
		if j == i {
			break
		}
		if r, _ := decode(s[j:]); j < len(s) && (isLetter(r) || strings.IndexByte("/%,:", s[j]) >= 0 && j+1 < len(s) && isDigit(s[j+1])) {
			break
		}
		groups, end = append(groups, s[i:j]), j
		if i = j + 1; strings.HasPrefix(s[j:], ") ") {
			i++
		} else if j >= len(s) || strings.IndexByte(" .-", s[j]) < 0 {
			break
		}
	}
	return groups, end
}

// plateAt returns the number of a vehicle at s[i:] in words, and its end: two
// digits, a letter, perhaps one more sign, and five digits (82A-123.45).
func plateAt(s string, i int) (words string, end int) {
	rest := s[i:]
	dash := strings.IndexByte(rest[:min(len(rest), 5)], '-')
	if dash < 3 || !allDigits(rest[:2]) || rest[2] < 'A' || rest[2] > 'Z' {
		return "", 0
	}
	head, tail := rest[:dash], rest[dash+1:]
	n := 0
	for n < len(tail) && (isDigit(tail[n]) || n == 3 && tail[n] == '.') {
		n++
	}
	number := strings.Replace(tail[:n], ".", "", 1)
	if len(number) != 5 {
		return "", 0
	}
	words = eachDigit(head[:2]) + " " + head[2:3]
	if len(head) == 4 {
		if isDigit(head[3]) {
			words += " " + eachDigit(head[3:])
		} else {
			words += head[3:]
		}
	}
	return words + ", " + eachDigit(number), i + dash + 1 + n
}

// minute says phút for the mark at v.text[i] after a number in brackets, as
// in (12', 45+2'), and drops it where the minutes have been said: 1h30'.
func (v *speech) minute(i int) bool {
	if v.kind != Number || i != v.done {
		return false
	}
	if strings.HasSuffix(v.out.String(), " phút") {
		return true
	}
	const longest = 120 // of what stands in brackets
	if before := v.text[max(0, i-longest):i]; strings.LastIndexByte(before, '(') <= strings.LastIndexByte(before, ')') {
		return false
	}
	v.say("phút")
	return true
}

// rises reports whether the number at v.text[i:] is of the same kind as the
// one before it and greater, so that a hyphen between them means "to".
func (v *speech) rises(i int) bool {
	from, kind := numberValue(v.last)
	end := i
	for end < len(v.text) && (isDigit(v.text[end]) || strings.IndexByte(",.:/hg", v.text[end]) >= 0 && end+1 < len(v.text) && (isDigit(v.text[end+1]) || strings.IndexByte("hg", v.text[end]) >= 0)) {
		end++
	}
	if r, _ := decode(v.text[end:]); end < len(v.text) && isLetter(r) {
		return false
	}
	to, kindTo := numberValue(v.text[i:end])
	return kind != 0 && kind == kindTo && from < to
}

// numberValue returns a value to compare the number s by, and of what kind it
// is: 'n' for a number, 't' for a time of day, 'd' for a day and its month, or
// zero for none of these.
func numberValue(s string) (value float64, kind byte) {
	if i := strings.IndexAny(s, "hg:"); i > 0 {
		if !allDigits(s[:i]) || i+1 < len(s) && !allDigits(s[i+1:]) {
			return 0, 0
		}
		return float64(60*clockPart(s, 0) + clockPart(s, 1)), 't'
	}
	if d, m, ok := dayMonth(s); ok {
		return float64(31*m + d), 'd'
	}
	if n, err := ParseNumber(s); err == nil && s[0] != '0' {
		return n, 'n'
	}
	return 0, 0
}

// dayMonth reads 30/4.
func dayMonth(s string) (day, month int, ok bool) {
	day, i := digits(s, 0, 1, 2)
	if i == 0 || i >= len(s) || s[i] != '/' {
		return 0, 0, false
	}
	month, end := digits(s, i+1, 1, 2)
	var w When
	return day, month, end == len(s) && w.setDay(0, month, day)
}

// isDay reports whether s, which begins the token t, is a day such as 30/4: by itself since nobody counts
// thirty fourths, or after a feast or another day.
func (v *speech) isDay(t Token, s string) bool {
	d, m, ok := dayMonth(s)
	if !ok || v.house(t) || s == "24/7" {
		return false
	}
	before := strings.TrimRight(v.text[:t.Start], " ")
	joined := v.last == "và" || strings.HasSuffix(before, "-") || strings.HasSuffix(before, "–")
	return d > m || s == "2/9" || v.day && joined || feastWords[v.last]
}

// feastWords stand before a day, houseWords before the number of a house or a
// lot, and shareWords before a số that is no number.
var (
	feastWords = map[string]bool{"dịp": true, "lễ": true, "nghỉ": true, "tết": true, "động": true, "nhi": true}
	houseWords = map[string]bool{"nhà": true, "ngõ": true, "ngách": true, "hẻm": true, "kiệt": true, "lô": true, "thửa": true, "tổ": true}
	shareWords = map[string]bool{"dân": true, "đa": true, "thiểu": true, "hệ": true, "tỷ": true, "tỉ": true, "con": true, "chỉ": true, "tổng": true}
)

// house reports whether the token t numbers a house or a lot, whose slash is
// said.
func (v *speech) house(t Token) bool {
	word, at := wordBefore(v.text, t.Start, 0)
	if !means(word, "số") {
		return houseWords[lowered(word)]
	}
	before, _ := wordBefore(v.text, at, 0)
	return !shareWords[lowered(before)] // dân số, đa số 2/3
}

// dayWords says a day and its month.
func dayWords(s string) string {
	d, m, _ := dayMonth(s)
	return NumberWords(int64(d)) + " tháng " + monthWords(m)
}

// dayRange returns the days of one month in words, 5-7/11 or 5-7/11/2026, or ""
// if the two parts are none.
func dayRange(parts []string) string {
	if len(parts) != 2 {
		return ""
	}
	from, end := digits(parts[0], 0, 1, 2)
	if end != len(parts[0]) || end == 0 {
		return ""
	}
	last, year := parts[1], ""
	if i := strings.LastIndexByte(last, '/'); i > 0 && len(last) == i+5 && allDigits(last[i+1:]) {
		last, year = last[:i], " năm "+digitsInWords(last[i+1:])
	}
	to, month, ok := dayMonth(last)
	if !ok || from == 0 || from >= to {
		return ""
	}
	return NumberWords(int64(from)) + " đến " + NumberWords(int64(to)) + " tháng " + monthWords(month) + year
}

// isScore reports whether the token t, two rising numbers with a hyphen, is
// a score and not a range: after a word such as thua, or between two names.
func (v *speech) isScore(t Token) bool {
	if scoreWords[v.last] || strings.HasSuffix(v.before, " tỷ số") || strings.HasSuffix(v.before, " tỉ số") {
		return true
	}
	before, at := wordBefore(v.text, t.Start, 0)
	after := strings.TrimPrefix(v.text[t.End:], " ")
	named := isUpper(firstRune(before)) && at > 0 && !rangeWords[v.last]
	next := firstRune(after)
	if named && len(after) < len(v.text)-t.End && isUpper(next) {
		return true
	}
	recent := strings.Fields(v.before)
	return slices.ContainsFunc(recent, func(w string) bool { return scoreWords[w] }) && (named || !isLetter(next))
}

// scoreWords stand before a score, and rangeWords before a range even if names
// are around it.
var (
	scoreWords = map[string]bool{
		"thua": true, "thắng": true, "hòa": true, "hoà": true, "dẫn": true, "gỡ": true, "bại": true, "set": true, "séc": true, "lưu": true, "cuộc": true,
	}
	rangeWords = map[string]bool{
		"điều": true, "khoản": true, "lớp": true, "khối": true, "quý": true, "tháng": true, "ngày": true, "năm": true, "tổ": true, "khu": true,
		"quận": true, "phường": true, "cấp": true, "số": true, "từ": true, "tuổi": true, "tuần": true, "chương": true, "mục": true,
	}
)

package viet

import (
	"slices"
	"strconv"
	"strings"
)

// number says a number and the unit after it.
func (v *speech) number(t Token) {
	digits, _ := numberDigits(t.Text)
	rest := t.Text[len(digits):]
	power, n := exponent(v.text[t.Start+len(digits):])
	if power == "" || digits != "10" && digits != "2" { // after other numbers it may be a footnote's
		power, n = "", 0
	}
	rest = rest[min(n, len(rest)):]
	digitsEnd := t.Start + len(digits) + n
	v.done = max(v.done, digitsEnd)
	switch {
	case v.last == "thứ" && digits == "1" && rest == "":
		v.say("nhất")
	case (v.last == "thứ" || v.last == "tháng") && digits == "4" && rest == "":
		v.say("tư")
	default:
		year := ""
		if i := strings.IndexByte(digits, '/'); v.last == "quý" && i > 0 && len(digits) == i+5 {
			digits, year = digits[:i], digits[i+1:] // quý 1/2026
		}
		v.say(v.numberWords(t, digits))
		if power != "" {
			v.say("mũ " + power)
		}
		if year != "" {
			v.say("năm " + digitsInWords(year))
			return
		}
	}
	if v.money != "" {
		unit := v.Units[v.money]
		v.money = ""
		// $5 triệu
		if i := t.End + 1; rest == "" && i < len(v.text) && v.text[t.End] == ' ' {
			if end := letterRun(v.text, i); amounts[v.text[i:end]] {
				v.say(v.text[i:end])
				v.done = end
			}
		}
		v.say(unit)
		return
	}
	if rest != "" {
		// 9m², 50.000đ, 4G
		if unit, n := v.unitAt(digitsEnd); n > 0 {
			v.done = digitsEnd + n
			v.say(unit)
			v.perUnit()
			return
		}
		if h := strings.TrimLeft(rest, "hg"); h != rest && allDigits(h) && len(h) <= 2 {
			v.say("giờ " + digitsInWords(h) + " phút")
			return
		}
		v.say(lettersAndDigits(rest))
		return
	}
	// A unit after a space, and before something that isn't a letter.
	i := max(t.End, digitsEnd)
	if i < len(v.text) && v.text[i] == ' ' {
		i++
	}
	if unit, n := v.unitAt(i); n > 0 {
		v.done = i + n
		v.say(unit)
	}
	v.perUnit()
}

// exponent returns the raised number at the start of s in words, and its length.
func exponent(s string) (words string, n int) {
	minus := strings.HasPrefix(s, "⁻")
	if minus {
		n = len("⁻")
	}
	var digits []byte
	for n < len(s) {
		r, size := decode(s[n:])
		i := slices.Index(raisedDigits, r)
		if i < 0 {
			break
		}
		digits = append(digits, '0'+byte(i))
		n += size
	}
	if len(digits) == 0 {
		return "", 0
	}
	words = digitsInWords(string(digits))
	if minus {
		words = "âm " + words
	}
	return words, n
}

var raisedDigits = []rune("⁰¹²³⁴⁵⁶⁷⁸⁹")

// amounts are the words for large numbers.
var amounts = map[string]bool{"nghìn": true, "ngàn": true, "triệu": true, "tỷ": true, "tỉ": true}

// unitAt returns the longest unit at v.text[i:] in words, and its length. It
// must not run on into letters.
func (v *speech) unitAt(i int) (words string, n int) {
	for end := min(len(v.text), i+len("tr đồng")); end > i; end-- {
		u := v.text[i:end]
		w, ok := v.Units[u]
		if !ok {
			continue
		}
		if next, _ := decode(v.text[end:]); end < len(v.text) && (isLetter(next) || isNumeric(next)) && isLetter(lastRune(u)) {
			continue
		}
		return w, end - i
	}
	return "", 0
}

// perUnit says "/tháng" or "/kg" after an amount: một tháng, một ki-lô-gam. It
// passes over the words between the number and the slash, as in triệu đồng/m².
func (v *speech) perUnit() {
	i := v.done
	for n := 0; n < 4 && i < len(v.text) && v.text[i] != '/'; n++ {
		if v.text[i] == ' ' {
			i++
		}
		end := letterRun(v.text, i)
		if end == i || isDigit(v.text[i]) {
			return
		}
		i = end
	}
	if i >= len(v.text) || v.text[i] != '/' || i == v.done && i > 0 && isDigit(v.text[i-1]) {
		return
	}
	end := letterRun(v.text, i+1)
	if end == i+1 || isDigit(v.text[i+1]) {
		return
	}
	what := v.text[i+1 : end]
	words, n := v.unitAt(i + 1)
	if n > 0 {
		end = i + 1 + n
	} else if words = v.Abbreviations[what]; words == "" {
		words = what
	}
	between := v.text[v.done:i]
	for t := range Tokens(between) {
		if full, ok := v.Abbreviations[t.Text]; ok {
			v.say(full)
		} else {
			v.say(t.Text)
		}
	}
	v.say("một " + words)
	v.done = end
}

// numberDigits returns the number at the start of s, with its separators.
func numberDigits(s string) (digits string, ok bool) {
	end := 0
	for end < len(s) && (isDigit(s[end]) || end+1 < len(s) && isDigit(s[end+1]) && strings.IndexByte(".,/-:", s[end]) >= 0) {
		end++
	}
	if rest := s[end:]; strings.HasPrefix(rest, "–") {
		more, _ := numberDigits(rest[len("–"):])
		end += len("–") + len(more)
	}
	return s[:end], end > 0
}

// numberWords returns the digits of t in words, by what stands around them.
func (v *speech) numberWords(t Token, s string) string {
	parts := strings.FieldsFunc(s, func(r rune) bool { return r == '-' || r == '–' })
	day := v.isDay(t, parts[0])
	v.day = len(parts) == 1 && (day || allDigits(s) && (v.day || v.last == "ngày")) // ngày 5, 6 và 7/11
	if words := dayRange(parts); words != "" {
		return words
	}
	if month, year, ok := strings.Cut(parts[len(parts)-1], "/"); ok && len(parts) == 2 && v.last == "tháng" && allDigits(parts[0]) && allDigits(month) && isYear(year) {
		return digitsInWords(parts[0]) + " đến " + digitsInWords(month) + " năm " + digitsInWords(year) // tháng 5-7/2026
	}
	switch _, month, _ := dayMonth(parts[len(parts)-1]); {
	case day && len(parts) == 1:
		return dayWords(s)
	case day && month > 0:
		return strings.Join(each(parts, dayWords), " đến ")
	case len(parts) == 2 && allDigits(parts[0]) && allDigits(parts[1]) && len(s) <= len("30-30") && v.isScore(t):
		return strings.Join(each(parts, digitsInWords), " ")
	}
	if month, year, ok := strings.Cut(s, "/"); ok && allDigits(month) && isYear(year) {
		free := t.Start == 0 || v.text[t.Start-1] == ' ' || v.text[t.Start-1] == '('
		if n, end := digits(month, 0, 1, 2); end > 0 && n >= 1 && n <= 12 && free && !v.house(t) {
			return "tháng " + monthWords(n) + " năm " + digitsInWords(year)
		}
		return numberInWords(month) + " năm " + digitsInWords(year)
	}
	if len(parts) == 1 && v.house(t) {
		return strings.Join(each(strings.Split(s, "/"), numberInWords), " trên ")
	}
	if len(parts) == 1 && v.last == "lệ" {
		return strings.Join(each(strings.Split(s, ":"), numberInWords), " trên ") // tỷ lệ 1:500
	}
	return numberInWords(s)
}

// isYear reports whether s is a year in four digits.
func isYear(s string) bool {
	y, end := digits(s, 0, 4, 4)
	return end == len(s) && plausibleYear(y)
}

// numberInWords says digits with separators.
func numberInWords(s string) string {
	if parts := strings.FieldsFunc(s, func(r rune) bool { return r == '-' || r == '–' }); len(parts) > 1 {
		between := " "
		if len(parts) == 2 {
			a, errA := ParseNumber(parts[0])
			b, errB := ParseNumber(parts[1])
			switch {
			case len(parts[0]) <= 2 && isYear(parts[1]):
				between = " năm " // số 5-2026
			case errA == nil && errB == nil && a < b:
				between = " đến "
			}
		}
		return strings.Join(each(parts, numberInWords), between)
	}
	if parts := strings.Split(s, "/"); len(parts) > 1 {
		between := " trên "
		if len(parts) == 2 {
			a, errA := strconv.Atoi(parts[0])
			b, errB := strconv.Atoi(parts[1])
			switch {
			case errA != nil || errB != nil:
			case plausibleYear(a):
				between = " " // the season 2025/26
			case a < b && b <= 10 && (a <= 3 || b <= 6):
				if b == 4 {
					return digitsInWords(parts[0]) + " phần tư"
				}
				between = " phần "
			}
		}
		return strings.Join(each(parts, numberInWords), between)
	}
	if strings.Contains(s, ":") {
		return strings.Join(each(strings.Split(s, ":"), numberInWords), " ")
	}
	if _, err := ParseNumber(s); err == nil {
		whole, frac, comma := strings.Cut(s, ",")
		whole = strings.ReplaceAll(whole, ".", "")
		if len(whole) > 1 && whole[0] == '0' {
			return eachDigit(whole) // a telephone or an account number
		}
		words := digitsInWords(whole)
		if comma {
			words += " phẩy " + fractionWords(frac)
		}
		return words
	}
	// 0912.345.678, 1.2.3, 3.5
	parts := strings.FieldsFunc(s, func(r rune) bool { return r < '0' || r > '9' })
	if len(s) > 0 && s[0] == '0' && len(parts) > 2 {
		return strings.Join(each(parts, eachDigit), ", ")
	}
	return strings.Join(each(parts, digitsInWords), " chấm ")
}

func each(list []string, f func(string) string) []string {
	out := make([]string, len(list))
	for i, s := range list {
		out[i] = f(s)
	}
	return out
}

// lettersAndDigits says the digits of a mixed word such as U23 or 4G.
func lettersAndDigits(w string) string {
	var words []string
	for len(w) > 0 {
		n := 1
		if isDigit(w[0]) {
			for n < len(w) && isDigit(w[n]) {
				n++
			}
			if w[0] == '0' {
				words = append(words, eachDigit(w[:n]))
			} else {
				words = append(words, digitsInWords(w[:n]))
			}
		} else {
			for n < len(w) && !isDigit(w[n]) {
				n++
			}
			letters := strings.Trim(w[:n], ".")
			if w[:n] == "." && len(words) > 0 {
				letters = "chấm"
			}
			if letters != "" {
				words = append(words, letters)
			}
		}
		w = w[n:]
	}
	return strings.Join(words, " ")
}

package viet

import (
	"strconv"
	"strings"
)

// NumberWords returns n in words, as news readers say it: "một nghìn hai trăm
// linh năm". It counts in groups of three up to tỷ and in thousands, millions
// and milliards of tỷ above.
func NumberWords(n int64) string {
	if n < 0 {
		// The lowest int64 has no positive twin; its digits have.
		return "âm " + digitsInWords(strings.TrimPrefix(strconv.FormatInt(n, 10), "-"))
	}
	return digitsInWords(strconv.FormatInt(n, 10))
}

var digitWords = [...]string{"không", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín"}

// digitsInWords returns the number written with the given digits in words; one
// by one if there are more than 18.
func digitsInWords(digits string) string {
	digits = strings.TrimLeft(digits, "0")
	switch {
	case digits == "":
		return digitWords[0]
	case len(digits) > 19:
		return eachDigit(digits)
	case len(digits) > 9:
		// So many tỷ, then the rest below a tỷ.
		head, rest := digits[:len(digits)-9], digits[len(digits)-9:]
		words := digitsInWords(head) + " tỷ"
		if tail := belowMilliard(rest, true); tail != "" {
			words += " " + tail
		}
		return words
	}
	return belowMilliard(digits, false)
}

// belowMilliard returns up to nine digits in words, "" for zeros. With more
// the number has begun before, so that leading zeros of a group are said.
func belowMilliard(digits string, more bool) string {
	var words []string
	units := [...]string{"", "nghìn", "triệu"}
	for len(digits)%3 != 0 {
		digits = "0" + digits
	}
	for k := 0; k < len(digits); k += 3 {
		group := digits[k : k+3]
		if group == "000" {
			continue
		}
		words = append(words, belowThousand(group, more || len(words) > 0))
		if unit := units[(len(digits)-k)/3-1]; unit != "" {
			words = append(words, unit)
		}
	}
	return strings.Join(words, " ")
}

// belowThousand returns three digits in words; with more the hundreds are said
// even if they are none.
func belowThousand(g string, more bool) string {
	h, t, u := g[0]-'0', g[1]-'0', g[2]-'0'
	var words []string
	if h > 0 || more {
		words = append(words, digitWords[h], "trăm")
	}
	switch {
	case t == 0 && u == 0:
		return strings.Join(words, " ")
	case t == 0 && len(words) > 0:
		words = append(words, "linh")
	case t == 1:
		words = append(words, "mười")
	case t > 1:
		words = append(words, digitWords[t], "mươi")
	}
	switch {
	case u == 0:
	case u == 1 && t > 1:
		words = append(words, "mốt")
	case u == 4 && t > 1:
		words = append(words, "tư")
	case u == 5 && t > 0:
		words = append(words, "lăm")
	default:
		words = append(words, digitWords[u])
	}
	return strings.Join(words, " ")
}

// eachDigit returns digits one by one in words.
func eachDigit(digits string) string {
	words := make([]string, len(digits))
	for i := range digits {
		words[i] = digitWords[digits[i]-'0']
	}
	return strings.Join(words, " ")
}

// fractionWords returns what follows phẩy: as a number if it has two digits
// at most and no zero in front, else digit by digit.
func fractionWords(digits string) string {
	if len(digits) <= 2 && digits[0] != '0' {
		return digitsInWords(digits)
	}
	return eachDigit(digits)
}

// romanNumber returns the value of a Roman number in capitals up to 89, or 0.
func romanNumber(s string) int {
	if s == "" || len(s) > 8 {
		return 0
	}
	value := map[byte]int{'I': 1, 'V': 5, 'X': 10, 'L': 50}
	n := 0
	for i := range len(s) {
		v := value[s[i]]
		if v == 0 {
			return 0
		}
		if i+1 < len(s) && value[s[i+1]] > v {
			n -= v
		} else {
			n += v
		}
	}
	if n <= 0 || roman(n) != s {
		return 0
	}
	return n
}

// roman returns n, below 90, as a Roman number.
func roman(n int) string {
	var sb strings.Builder
	for _, d := range []struct {
		v int
		s string
	}{{50, "L"}, {40, "XL"}, {10, "X"}, {9, "IX"}, {5, "V"}, {4, "IV"}, {1, "I"}} {
		for n >= d.v {
			sb.WriteString(d.s)
			n -= d.v
		}
	}
	return sb.String()
}

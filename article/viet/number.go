package viet

import (
	"errors"
	"fmt"
	"math"
	"strconv"
	"strings"
)

// FormatInt returns n as Vietnamese text writes it, with a dot between groups
// of three digits: 1.234.567. Numbers below 10.000 get the dot too.
func FormatInt(n int64) string {
	return group(strconv.FormatInt(n, 10))
}

// FormatFloat returns x with a decimal comma, dots between groups of three
// digits, and prec digits after the comma; prec -1 means as many as x needs:
// 1.234,5. Infinities and NaN are written as package strconv does.
func FormatFloat(x float64, prec int) string {
	s := strconv.FormatFloat(x, 'f', prec, 64)
	if math.IsInf(x, 0) || math.IsNaN(x) {
		return s
	}
	whole, frac, ok := strings.Cut(s, ".")
	if !ok {
		return group(whole)
	}
	return group(whole) + "," + frac
}

// group puts dots between groups of three digits.
func group(s string) string {
	sign := ""
	if strings.HasPrefix(s, "-") {
		sign, s = "-", s[1:]
	}
	if len(s) <= 3 {
		return sign + s
	}
	var sb strings.Builder
	sb.WriteString(sign)
	first := (len(s)-1)%3 + 1
	sb.WriteString(s[:first])
	for i := first; i < len(s); i += 3 {
		sb.WriteByte('.')
		sb.WriteString(s[i : i+3])
	}
	return sb.String()
}

// ErrNumber is wrapped by the errors of ParseNumber.
var ErrNumber = errors.New("viet: not a number")

// ParseNumber reads a number as Vietnamese text writes it: 1.000 is a
// thousand, 1,5 is one and a half, 1.234.567,89 has both. A dot that isn't
// followed by exactly three digits, as in 1.5 or 9.8.2025, is refused with an
// error that wraps [ErrNumber], since it may be a date or an English decimal.
func ParseNumber(s string) (float64, error) {
	fail := func() (float64, error) { return 0, fmt.Errorf("%w: %q", ErrNumber, s) }
	rest, neg := strings.CutPrefix(strings.Replace(s, "−", "-", 1), "-")
	whole, frac, comma := strings.Cut(rest, ",")
	if comma && !allDigits(frac) {
		return fail()
	}
	groups := strings.Split(whole, ".")
	for i, g := range groups {
		if !allDigits(g) || len(groups) > 1 && (i > 0 && len(g) != 3 || i == 0 && len(g) > 3) {
			return fail()
		}
	}
	text := strings.Join(groups, "")
	if comma {
		text += "." + frac
	}
	x, err := strconv.ParseFloat(text, 64)
	if err != nil {
		return fail()
	}
	if neg {
		x = -x
	}
	return x, nil
}

package viet

import (
	"strings"
	"time"
)

// time reads a time of day at s[i:] into w and returns its end, or 0.
func (w *When) time(s string, i int) int {
	h, j := digits(s, i, 1, 2)
	if j == 0 || h > 24 || j >= len(s) {
		return 0
	}
	minute, second, end := 0, 0, 0
	switch c := s[j]; {
	case c == ':':
		if minute, end = digits(s, j+1, 2, 2); end == 0 {
			return 0
		}
		if end < len(s) && s[end] == ':' {
			if n, e := digits(s, end+1, 2, 2); e > 0 && n < 60 {
				second, end = n, e
			}
		}
	case c|0x20 == 'h' || c == 'g':
		k := wordEnd(s, j)
		if k > j+1 {
			if c != 'g' || lowered(s[j:k]) != "giờ" {
				return 0
			}
			end = j + len(s[j:k])
		} else {
			end = j + 1
		}
		if n, e := digits(s, end, 2, 2); e > 0 {
			minute, end = n, e
			if end < len(s) && s[end] == ' ' && lowered(s[end+1:wordEnd(s, end+1)]) == "phút" {
				end = wordEnd(s, end+1) // 17h30 phút
			} else if e = wordEnd(s, end); e > end {
				switch lowered(s[end:e]) {
				case "p", "ph", "phút":
					end = e
				default:
					return 0
				}
			}
		}
	case c == ' ':
		// 19 giờ 30, 7 giờ tối: a bare "9 giờ" may be nine hours.
		k := wordEnd(s, j+1)
		if lowered(s[j+1:k]) != "giờ" {
			return 0
		}
		end = k
		stated := false
		if k < len(s) && s[k] == ' ' {
			if n, e := digits(s, k+1, 1, 2); e > 0 {
				minute, end, stated = n, e, true
				if e < len(s) && s[e] == ' ' {
					if k = wordEnd(s, e+1); lowered(s[e+1:k]) == "phút" {
						end = k
					}
				}
			} else if word := lowered(s[k+1 : wordEnd(s, k+1)]); word != "" {
				_, stated = partOfDay[word]
			}
		}
		if !stated {
			return 0
		}
	default:
		return 0
	}
	if minute > 59 || h == 24 && minute > 0 {
		return 0
	}
	// 7 giờ tối is 19:00.
	if end < len(s) && s[end] == ' ' && h < 12 {
		k := wordEnd(s, end+1)
		word := lowered(s[end+1 : k])
		if afternoon := partOfDay[word]; afternoon && (word != "đêm" || h >= 9) && h > 0 {
			h += 12
			end = k
		} else if word == "sáng" || word == "trưa" {
			end = k
		}
	}
	w.HasTime, w.Hour, w.Minute, w.Second = true, h, minute, second
	return end
}

// zone reads "(GMT+7)", "GMT +07:00" or "UTC+7" after s[i:] into w, and
// returns the new end, or i.
func (w *When) zone(s string, i int) int {
	if !w.HasTime {
		return i
	}
	j := i
	for j < len(s) && s[j] == ' ' {
		j++
	}
	bracket := j < len(s) && s[j] == '('
	if bracket {
		j++
	}
	if !strings.HasPrefix(s[j:], "GMT") && !strings.HasPrefix(s[j:], "UTC") {
		return i
	}
	name := s[j : j+3]
	j += 3
	k := j
	if k < len(s) && s[k] == ' ' {
		k++
	}
	offset := 0
	if k < len(s) && (s[k] == '+' || s[k] == '-') {
		h, e := digits(s, k+1, 1, 2)
		if e == 0 || h > 14 {
			return i
		}
		m := 0
		if e < len(s) && s[e] == ':' {
			if n, e2 := digits(s, e+1, 2, 2); e2 > 0 && n < 60 {
				m, e = n, e2
			}
		}
		offset = h*3600 + m*60
		if s[k] == '-' {
			offset = -offset
		}
		name += s[k:e]
		j = e
	}
	if bracket {
		if j >= len(s) || s[j] != ')' {
			return i
		}
		j++
	}
	w.Zone = time.FixedZone(name, offset)
	if offset == 0 {
		w.Zone = time.UTC
	}
	return j
}

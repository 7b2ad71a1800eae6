package importer

import (
	"math"
	"math/bits"
	"strings"

	"github.com/toasoan/toasoan/article"
	"github.com/toasoan/toasoan/article/viet"
)

// cited returns t with the legal documents that it names marked.
func cited(t article.Text) article.Text {
	t, _ = markDocuments(t, math.MaxInt)
	return t
}

// cited is the function of that name, for text that must not have too many of them.
func (b *builder) cited(t article.Text) article.Text {
	const weight = 10
	t, n := markDocuments(t, (b.lim.nodes-b.made)/weight)
	b.count(weight * n)
	return t
}

// markDocuments marks the first most of the documents that t names, as
// [viet.Documents] finds them, and says how many there are, up to one more than
// that. A document that goes over the edge of a span is marked in each of its parts.
func markDocuments(t article.Text, most int) (marked article.Text, n int) {
	if !mayCite(t) {
		return t, 0
	}
	s := t.String()
	var out article.Text
	at, i, off := 0, 0, 0 // bytes written; the span at hand and how much of it is written
	take := func(to int, c *article.Citation) {
		for at < to {
			sp := t[i]
			n := min(len(sp.Text)-off, to-at)
			if n > 0 {
				sp.Text = sp.Text[off : off+n]
				sp.Citation = c
				if off > 0 {
					sp.ID = ""
				}
				out = append(room(out), sp)
			} else if len(sp.Text) == 0 {
				out = append(room(out), sp) // an id
			}
			at += n
			if off += n; off == len(t[i].Text) {
				i, off = i+1, 0
			}
		}
	}
	for d := range viet.Documents(s) {
		if n++; n > most {
			break
		}
		if out == nil {
			out = make(article.Text, 0, len(t)+4)
		}
		take(d.Start, nil)
		take(d.End, citation(d))
	}
	if out == nil {
		return t, n
	}
	take(len(s), nil)
	return append(out, t[i:]...), n
}

// mayCite reports whether a text has a number such as documents have, or a year
// such as laws have. It is quick, and says yes too often.
func mayCite(t article.Text) bool {
	for i := range t {
		s := t[i].Text
		for from := nextDigit(s, 0); from < len(s); {
			k := from + 1
			for k < len(s) && s[k]-'0' <= 9 {
				k++
			}
			if from > 4 && s[from-1] == ' ' && (strings.HasSuffix(s[:from], "số ") || k-from == 4 && saysLaw(s[max(0, from-200):from])) {
				return true
			}
			if k+2 < len(s) && (s[k] == '/' || s[k] == '-') {
				if k-from < 3 && strings.HasSuffix(s[:from], "ngày ") && saysLaw(s[max(0, from-200):from]) {
					return true
				}
				if c := s[k+1]; 'A' <= c && c <= 'Z' || c == 0xC4 || k-from < 4 && isYear(s[k+1:]) && !isMonth(s[:from]) {
					return true
				}
			}
			from = nextDigit(s, k)
		}
	}
	return false
}

// saysLaw reports whether a text has a word that ends in "uật", such as "luật" or "Bộ
// luật", before another one. It is quick.
func saysLaw(t string) bool {
	for {
		i := strings.IndexByte(t, "ậ"[2])
		if i < 0 {
			return false
		}
		if i > 2 && t[i-3:i+1] == "uậ" && strings.HasPrefix(t[i+1:], "t ") {
			return true
		}
		t = t[i+1:]
	}
}

// isYear reports whether t begins with a year in which laws were made.
func isYear(t string) bool {
	return len(t) >= 4 && (t[:2] == "19" || t[:2] == "20") && t[2]-'0' <= 9 && t[3]-'0' <= 9
}

// isMonth reports whether the number after t is that of a month: "20/11/2026", "tháng
// 11/2026".
func isMonth(t string) bool {
	n := len(t)
	return n > 1 && (t[n-1] == '/' || t[n-1] == '-') && t[n-2]-'0' <= 9 || strings.HasSuffix(t, "tháng ")
}

// nextDigit returns where the next digit stands in s from i on, or the end.
func nextDigit(s string, i int) int {
	for ; i+16 <= len(s); i += 16 {
		one, two := others(word(s[i:])), others(word(s[i+8:]))
		if one&two == 0x80*each {
			continue
		}
		if one == 0x80*each {
			i, one = i+8, two
		}
		return i + bits.TrailingZeros64(one^0x80*each)/8
	}
	for i < len(s) && s[i]-'0' > 9 {
		i++
	}
	return i
}

// others returns a word with the highest bit of each byte that is no digit in x.
func others(x uint64) uint64 {
	x ^= '0' * each // digits are now 0 to 9
	return (x&(0x7F*each) + (0x80-10)*each | x) & (0x80 * each)
}

// citation names a document as the model does.
func citation(d viet.Document) *article.Citation {
	c := &article.Citation{Type: d.Type, Number: d.Number, Issuer: d.Issuer}
	if d.Name != "" {
		c.Type = d.Name
	}
	if d.Day != 0 && d.Year != 0 {
		c.Date = isoDate(d.Year, int(d.Month), d.Day)
	}
	return c
}

// isoDate writes a date of the years up to 9999 as ISO 8601 has it.
func isoDate(year, month, day int) string {
	two := func(n int) (tens, ones byte) { return byte('0' + n/10%10), byte('0' + n%10) }
	var b [len("2006-01-02")]byte
	b[0], b[1] = two(year / 100)
	b[2], b[3] = two(year)
	b[5], b[6] = two(month)
	b[8], b[9] = two(day)
	b[4], b[7] = '-', '-'
	return string(b[:])
}

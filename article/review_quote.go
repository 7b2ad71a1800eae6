package article

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// A quoter finds quotation marks without their partner. It goes through texts that
// follow each other, because a quotation may go on over paragraphs, each of them
// opened anew and only the last one closed.
type quoter struct {
	open []quoteMark // not closed yet
	bad  []quoteMark
}

type quoteMark struct {
	text   int // the number of the text
	offset int
	mark   rune
	fix    rune // what it should be, 0 if that is unclear
}

// text goes through text number n.
func (q *quoter) text(n int, s string) {
	for i, r := range s {
		if !strings.ContainsRune(`“”„‟"`, r) {
			continue
		}
		m := quoteMark{text: n, offset: i, mark: r}
		before, _ := utf8.DecodeLastRuneInString(s[:i])
		after, _ := utf8.DecodeRuneInString(s[i+utf8.RuneLen(r):])
		start := i == 0 || before == '"' || unicode.IsSpace(before) || unicode.In(before, unicode.Ps, unicode.Pi, unicode.Pd)
		end := i+utf8.RuneLen(r) == len(s) || unicode.IsSpace(after) || unicode.IsPunct(after)
		switch r {
		case '“', '„', '‟':
			switch {
			case i == 0 && len(q.open) > 0: // goes on from the paragraph before
				q.open[len(q.open)-1] = m
			case !start && end && len(q.open) > 0: // closes, drawn the wrong way
				m.fix = '”'
				q.bad = append(q.bad, m)
				q.close()
			default:
				q.open = append(q.open, m)
			}
		case '”':
			switch {
			case len(q.open) > 0 && !(start && !end):
				q.close()
			case start && !end: // opens, drawn the wrong way
				m.fix = '“'
				q.bad = append(q.bad, m)
				q.open = append(q.open, m)
			default:
				q.bad = append(q.bad, m)
			}
		case '"':
			switch {
			case len(q.open) > 0 && (!start || end):
				q.close()
			case unicode.IsDigit(before): // inches, seconds
			default:
				q.open = append(q.open, m)
			}
		}
	}
}

func (q *quoter) close() { q.open = q.open[:len(q.open)-1] }

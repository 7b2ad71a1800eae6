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
	mark   string
	opens  bool   // stands where a quotation begins
	fix    string // what it should be, "" if that is unclear
}

// quoteAt returns the quotation mark at s[i:], and the double one that it stands for:
// two single marks are typed for it often. It returns "" if there is none.
func quoteAt(s string, i int) (mark string, double rune) {
	r, size := utf8.DecodeRuneInString(s[i:])
	switch r {
	case '“', '”', '„', '‟', '"':
		return s[i : i+size], r
	case '\'', '‘', '’':
		if strings.HasPrefix(s[i+size:], s[i:i+size]) {
			return s[i : i+2*size], map[rune]rune{'\'': '"', '‘': '“', '’': '”'}[r]
		}
	}
	return "", 0
}

// text goes through text number n.
func (q *quoter) text(n int, s string) {
	done := 0
	for i := range s {
		if i < done {
			continue
		}
		mark, double := quoteAt(s, i)
		if mark == "" {
			continue
		}
		done = i + len(mark)
		m := quoteMark{text: n, offset: i, mark: mark}
		before, _ := utf8.DecodeLastRuneInString(s[:i])
		after, _ := utf8.DecodeRuneInString(s[done:])
		start := i == 0 || before == '"' || before == ':' || unicode.IsSpace(before) || unicode.In(before, unicode.Ps, unicode.Pi, unicode.Pd)
		end := done == len(s) || unicode.IsSpace(after) || unicode.IsPunct(after)
		m.opens = start && !end
		inner := len(q.open) > 0
		switch double {
		case '“', '„', '‟':
			switch {
			case i == 0 && inner: // goes on from the paragraph before
				q.open[len(q.open)-1] = m
			case inner && double == '“' && q.open[len(q.open)-1].mark == "„": // as in German
				q.close()
			case inner && (!start && end || endsSentence(s[done:])): // closes, drawn the wrong way
				m.fix = "”"
				q.bad = append(q.bad, m)
				q.close()
			default:
				q.open = append(q.open, m)
			}
		case '”':
			switch {
			case inner && (!start || end):
				q.close()
			case unicode.IsDigit(before): // inches
			case m.opens: // opens, drawn the wrong way
				m.fix = "“"
				q.bad = append(q.bad, m)
				q.open = append(q.open, m)
			default:
				q.bad = append(q.bad, m)
			}
		case '"':
			switch {
			case i == 0 && m.opens && inner && q.open[len(q.open)-1].goesOn(m): // from the paragraph before
				q.open[len(q.open)-1] = m
			case inner && (!start || end):
				q.close()
			case unicode.IsDigit(before): // inches, seconds
			default:
				q.open = append(q.open, m)
			}
		}
	}
}

// goesOn reports whether the quotation that m opens may be opened anew by next, a
// straight mark at the beginning of a text.
func (m quoteMark) goesOn(next quoteMark) bool {
	return m.opens && m.mark == next.mark && m.text == next.text-1
}

func (q *quoter) close() { q.open = q.open[:len(q.open)-1] }

// endsSentence reports whether s, which follows a quotation mark, begins with the
// end of a sentence or a clause.
func endsSentence(s string) bool {
	return s != "" && strings.IndexByte(".,;!?)", s[0]) >= 0 && !strings.HasPrefix(s, "..")
}

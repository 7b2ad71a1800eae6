package importer

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/toasoan/toasoan/article"
)

// joinText joins texts, each on a line of its own. The line breaks go where the scanner
// would put them.
func joinText(texts ...article.Text) article.Text {
	n := 0
	for _, t := range texts {
		n += len(t)
	}
	out := make(article.Text, 0, n)
	for _, t := range texts {
		from := len(out)
		if out = append(out, t...); from == 0 || len(t) == 0 {
			continue
		}
		k := from // what the line break comes before: an id is nowhere
		for k+1 < len(out) && out[k].Text == "" {
			k++
		}
		last, first := &out[from-1], &out[k]
		if last.Text != "" && spaceFirst(last, first) && !(k == from && sameSpan(last, first)) {
			last.Text += "\n"
		} else {
			first.Text = "\n" + first.Text
		}
	}
	return joinSpans(out)
}

// join is joinText for texts whose languages are looked at once more.
func (b *builder) join(texts ...article.Text) article.Text {
	if len(texts) == 1 {
		return texts[0]
	}
	joined := joinText(texts...)
	unmarked := false
	for i := range joined {
		if s := &joined[i]; s.Lang != "" && b.falseLang(s.Lang, s.Text) {
			s.Lang, s.Dir, unmarked = "", "", true
		}
	}
	if unmarked {
		joined = joinSpans(joined)
		respace(joined)
	}
	return joined
}

// sameLink reports whether two links look the same to a reader.
func sameLink(l, m *article.Link) bool {
	if l == nil || m == nil {
		return l == m
	}
	return l.URL == m.URL && l.Title == m.Title && l.Lang == m.Lang && slices.Equal(l.Rel, m.Rel)
}

// isPlain reports whether a span has nothing but marks.
func isPlain(s *article.Span) bool {
	return s.Link == nil && s.Lang == "" && s.Dir == "" && s.Expansion == "" && s.ID == ""
}

// trimText returns the first n bytes of t without white space at its end.
func trimText(t article.Text, n int) article.Text {
	var out article.Text
	for _, s := range t {
		if n <= 0 {
			break
		}
		if len(s.Text) > n {
			s.Text = s.Text[:n]
		}
		n -= len(s.Text)
		out = append(out, s)
	}
	for len(out) > 0 {
		last := &out[len(out)-1]
		if last.Text = strings.TrimRight(last.Text, " \n"); last.Text != "" || last.ID != "" {
			break
		}
		out = out[:len(out)-1]
	}
	return out
}

// sameWords reports whether two texts have the same letters and digits in the
// same order.
func sameWords(a, b string) bool {
	if a == "" || b == "" || len(a) > 2*len(b)+16 || len(b) > 2*len(a)+16 {
		return false
	}
	for a != "" || b != "" {
		var x, y rune
		x, a = cutLetter(a)
		y, b = cutLetter(b)
		if x != y {
			return false
		}
	}
	return true
}

// cutLetter returns the first letter or digit of t in lower case, and what is
// after it. If there is none, the letter is zero.
func cutLetter(t string) (letter rune, rest string) {
	for t != "" {
		r, n := utf8.DecodeRuneInString(t)
		t = t[n:]
		c := unicode.ToLower(r)
		if c > 0x7f && !(c >= 0x2000 && c <= 0x206f) && c != '\u00a0' || 'a' <= c && c <= 'z' || '0' <= c && c <= '9' {
			return c, t
		}
	}
	return 0, ""
}

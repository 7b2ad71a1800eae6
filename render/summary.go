package render

import (
	"strings"
	"unicode/utf8"

	"github.com/toasoan/toasoan/article"
)

// maxTitle is the number of characters of a title that search results show.
const maxTitle = 70

func title(t, site string) string {
	if whole := t + " - " + site; site != "" && written(whole) <= maxTitle {
		return whole
	}
	s := shorten(t, maxTitle)
	for n := maxTitle; written(s) > maxTitle && n > maxTitle/2; {
		n -= written(s) - maxTitle
		s = shorten(t, n)
	}
	return s
}

// written returns the number of characters of a title as it is written, with
// character references, which is what checkers count.
func written(s string) int { return utf8.RuneCount(appendText(nil, s)) }

// maxDescription is the number of characters of a description that search
// results show.
const maxDescription = 160

func (d *Document) summarize() string {
	s := d.a.Description
	if s == "" {
		s = d.a.Lead.String()
	}
	if s == "" {
		for _, b := range d.a.Body {
			if p, ok := b.(*article.Paragraph); ok {
				s = p.Text.String()
				break
			}
		}
	}
	return oneLine(s)
}

func oneLine(s string) string {
	if strings.ContainsAny(s, "\n\t") {
		s = strings.Join(strings.Fields(s), " ")
	}
	return strings.TrimSpace(s)
}

func runes(s string) int { return utf8.RuneCountInString(s) }

// shorten returns s if it has at most n characters, else its first sentences
// that have, or, if they are less than a third of that, its first words and an
// ellipsis.
func shorten(s string, n int) string {
	if len(s) <= n {
		return s
	}
	r := []rune(s)
	if len(r) <= n {
		return s
	}
	end := 0
	for _, part := range sentences(s) {
		next := end + runes(part)
		if end > 0 {
			next++ // the blank between them
		}
		if next > n {
			break
		}
		end = next
	}
	if end > n/3 {
		return string(r[:end])
	}
	for i := n - 1; i > n/3; i-- {
		if r[i] == ' ' {
			return strings.TrimRight(string(r[:i]), " ,;:–-") + "…"
		}
	}
	return string(r[:n-1]) + "…"
}

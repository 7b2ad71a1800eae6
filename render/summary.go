package render

import (
	"cmp"
	"slices"
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
		n = max(n-written(s)+maxTitle, maxTitle/2)
		s = shorten(t, n)
	}
	return s
}

// written returns the number of characters of a title as it is written, with
// character references, which is what checkers count.
func written(s string) int {
	n := runes(s)
	for i := range len(s) {
		if inText.class[s[i]] == replaced {
			n += len(inText.with[s[i]]) - 1
		}
	}
	return n
}

// maxDescription is the number of characters of a description that search
// results show.
const maxDescription = 160

// categories returns the names of sections and tags, and those of tags alone, each
// once.
func categories(a *article.Article) (all, keywords []string) {
	all = make([]string, 0, len(a.Sections)+len(a.Tags))
	for i := range a.Sections {
		all = append(all, a.Sections[i].Name)
	}
	for i := range a.Tags {
		keywords = append(keywords, a.Tags[i].Name)
	}
	keywords = unique(keywords)
	return unique(append(all, keywords...)), keywords
}

// unique keeps the first of equal strings, and no empty one.
func unique(list []string) []string {
	if len(list) <= 8 { // the usual case needs no map
		kept := list[:0]
		for _, s := range list {
			if s != "" && !slices.Contains(kept, s) {
				kept = append(kept, s)
			}
		}
		return kept
	}
	seen := make(map[string]bool, len(list))
	return slices.DeleteFunc(list, func(s string) bool {
		again := s == "" || seen[s]
		seen[s] = true
		return again
	})
}

// summarize returns one line that says what the article is about. Of the text of
// one that is not for everybody it gives nothing away.
func (d *Document) summarize() string {
	s := d.a.Description
	if s == "" {
		s = flat(d.a.Lead)
	}
	if d.restricted() {
		return cmp.Or(oneLine(s), d.a.Headline)
	}
	if s == "" {
		for _, b := range d.a.Body {
			if p, ok := b.(*article.Paragraph); ok {
				s = flat(p.Text)
				break
			}
		}
	}
	if s == "" {
		s = d.words(d.a.Body)
	}
	return cmp.Or(oneLine(s), d.a.Headline)
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
	n = max(n, 1)
	most := prefix(s, n)
	if most == s {
		return s
	}
	end := 0
	for _, part := range sentences(s) {
		next := end + len(part)
		if end > 0 {
			next++ // the blank between them
		}
		if next > len(most) {
			break
		}
		end = next
	}
	if runes(s[:end]) > n/3 {
		return s[:end]
	}
	if i := strings.LastIndexByte(most, ' '); i >= 0 && runes(s[:i]) > n/3 {
		return strings.TrimRight(s[:i], " ,;:–-") + "…"
	}
	return prefix(s, n-1) + "…"
}

// prefix returns the first n characters of s.
func prefix(s string, n int) string {
	if len(s) <= n {
		return s
	}
	for i := range s {
		if n == 0 {
			return s[:i]
		}
		n--
	}
	return s
}

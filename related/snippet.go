package related

import (
	"strings"
	"unicode"
)

// A Snippet is a part of a text that shows where the words of a search are.
type Snippet struct {
	// Text is the part, with an ellipsis where it is cut. It is text: it must be
	// escaped like any other.
	Text string

	// Marks are the words, each from its first byte in Text to just after its last,
	// in order.
	Marks [][2]int
}

// SnippetOf returns the part of text, of about length bytes, that has the most of
// the words that a reader typed; zero means 200. Words are matched as
// [Index.Search] matches them. If text has none of them, it is the beginning.
func SnippetOf(text, typed string, length int) Snippet {
	if length <= 0 {
		length = 200
	}
	var sc scanner
	words := searchWords(typed)
	exact, plain := map[uint64]int{}, map[uint64]int{}
	for i := len(words) - 1; i >= 0; i-- {
		exact[hashRunes(append([]rune(nil), words[i].runes...))] = i
		if words[i].plain {
			plain[hashRunes(append([]rune(nil), words[i].runes...))] = i
		}
	}
	tokens := sc.scan(nil, text)
	match := make([]int, len(tokens)) // word+1
	for i, t := range tokens {
		if w, ok := exact[t.hash]; ok {
			match[i] = w + 1
		} else if len(plain) > 0 {
			runes := appendLower(nil, text[t.start:t.end])
			fold(runes)
			if w, ok := plain[hashRunes(runes)]; ok {
				match[i] = w + 1
			}
		}
	}
	if len(tokens) == 0 {
		return Snippet{}
	}

	// The window with the best words: each counts once, and again if it follows
	// the word it was typed after.
	best, bestFrom, bestTo := 0, 0, 0
	for i := range tokens {
		if match[i] == 0 {
			continue
		}
		var seen [maxSearchWords]bool
		value, to := 0, i
		for j := i; j < len(tokens) && int(tokens[j].end-tokens[i].start) <= length; j++ {
			if m := match[j]; m > 0 {
				to = j
				if !seen[m-1] {
					seen[m-1] = true
					value += 2
					if m > 1 && j > i && match[j-1] == m-1 {
						value++
					}
				}
			}
		}
		if value > best {
			best, bestFrom, bestTo = value, i, to
		}
	}
	// Words before and after it, as many as there is room, but none before the
	// line begins.
	from, to := bestFrom, bestTo
	size := func() int { return int(tokens[to].end - tokens[from].start) }
	room := (length - size()) / 2
	for from > 0 && int(tokens[bestFrom].start-tokens[from-1].start) <= room && !strings.Contains(text[tokens[from-1].end:tokens[from].start], "\n") {
		from--
	}
	for to+1 < len(tokens) && int(tokens[to+1].end-tokens[from].start) <= length {
		to++
	}
	start, end := int(tokens[from].start), int(tokens[to].end)
	// Punctuation that belongs to the words.
	if after := strings.IndexFunc(text[end:], unicode.IsSpace); after < 0 && len(text)-end <= 8 {
		end = len(text)
	} else if after >= 0 && after <= 8 {
		end += after
	}
	if from == 0 && start <= 8 {
		start = 0
	}

	var b strings.Builder
	var s Snippet
	if from > 0 {
		b.WriteString("… ")
	}
	shift := b.Len() - start
	b.WriteString(strings.ReplaceAll(text[start:end], "\n", " "))
	if to+1 < len(tokens) {
		b.WriteString(" …")
	}
	s.Text = b.String()
	for i := from; i <= to; i++ {
		if match[i] > 0 {
			s.Marks = append(s.Marks, [2]int{int(tokens[i].start) + shift, int(tokens[i].end) + shift})
		}
	}
	return s
}

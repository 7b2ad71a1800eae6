package article

import (
	"reflect"
	"slices"
	"strings"
	"unicode"

	"github.com/toasoan/toasoan/article/viet"
)

// structure looks at headings and tables.
func (r *reviewer) structure() {
	r.headings("body", r.a.Body)
	if r.a.Live != nil {
		for i := range r.a.Live.Updates {
			r.headings(string(appendIndex([]byte("live.updates"), i))+".body", r.a.Live.Updates[i].Body)
		}
	}
	for at, b := range r.a.Blocks() {
		if t, ok := b.(*Table); ok {
			r.spans(at, t)
		}
	}
}

// headings looks for headings with nothing under them: one of a higher level
// follows, or the end. Two of the same level are mostly a heading of two lines, or
// one whose level is wrong, such as "Chương I" and "Quy định chung".
func (r *reviewer) headings(name string, body Body) {
	for i := range body {
		h, ok := body[i].(*Heading)
		if !ok || h == nil {
			continue
		}
		if i+1 < len(body) {
			if next, ok := body[i+1].(*Heading); !ok || next == nil || next.Level >= h.Level {
				continue
			}
		}
		r.add(string(appendIndex([]byte(name), i)), "empty-section", SeverityWarning,
			"Dưới đề mục “%s” không có nội dung.", "There is nothing under the heading “%s”.", h.Text)
	}
}

// spans looks for cells that reach below their part of the table, or into a cell
// that reaches down from above.
func (r *reviewer) spans(at string, t *Table) {
	for _, part := range []struct {
		name string
		rows [][]Cell
	}{{"head", t.Head}, {"rows", t.Rows}, {"foot", t.Foot}} {
		var below []int // for each column, the rows that are taken from above
		for y, row := range part.rows {
			x, bad := 0, false
			for i := range row {
				for x < len(below) && below[x] > 0 {
					x++
				}
				width, height := max(row[i].ColSpan, 1), max(row[i].RowSpan, 1)
				if width > 1000-x {
					return // too wide to be meant, or to be looked at
				}
				bad = bad || height > len(part.rows)-y
				for ; width > 0; width-- {
					for x >= len(below) {
						below = append(below, 0)
					}
					bad = bad || below[x] > 0
					below[x] = height
					x++
				}
			}
			for x := range below {
				below[x] = max(below[x]-1, 0)
			}
			if bad {
				r.add(string(appendIndex([]byte(at+"."+part.name), y)), "table-span", SeverityWarning,
					"Có ô gộp tràn ra ngoài bảng hoặc chồng lên ô khác.", "A cell reaches out of the table or into another cell.")
				return
			}
		}
	}
}

// lettersOf returns the letters and digits of s without case and marks, to tell
// whether two texts say the same.
func lettersOf(s string) string {
	return strings.Map(func(c rune) rune {
		if unicode.IsLetter(c) || unicode.IsDigit(c) {
			return c
		}
		return -1
	}, viet.Fold(s))
}

// textOf returns the text of a paragraph or a heading.
func textOf(b Block) (string, bool) {
	switch b := b.(type) {
	case *Paragraph:
		if b != nil {
			return b.Text.String(), true
		}
	case *Heading:
		if b != nil {
			return b.Text.String(), true
		}
	}
	return "", false
}

// repetitions looks for what the body says although it has been said.
func (r *reviewer) repetitions() {
	body := r.a.Body
	if len(body) == 0 {
		return
	}
	if first, ok := textOf(body[0]); ok {
		key := lettersOf(first)
		switch {
		case key == "":
		case key == lettersOf(r.a.Headline):
			f := r.add("body[0]", "headline-repeated", SeverityWarning,
				"Đoạn đầu lặp lại tít.", "The text begins with the headline once more.")
			f.fix("", dropBlock(0, first))
		case key == lettersOf(r.a.Lead.String()):
			f := r.add("body[0]", "lead-repeated", SeverityWarning,
				"Đoạn đầu lặp lại sapo.", "The text begins with the lead once more.")
			f.fix("", dropBlock(0, first))
		}
	}
	last := len(body) - 1
	if text, ok := textOf(body[last]); ok && last > 0 && len(text) < 200 {
		key := lettersOf(text)
		for i := range r.a.Credits {
			c := &r.a.Credits[i]
			name, org := lettersOf(c.Name), ""
			if c.Organization != nil {
				org = lettersOf(c.Organization.Name)
			}
			if name != "" && (isByline(key, name) || isByline(key, name+org) || isByline(key, org+name)) {
				f := r.add(string(appendIndex([]byte("body"), last)), "byline-in-text", SeverityHint,
					"Đoạn cuối lặp lại tên tác giả.", "The text ends with the author's name once more.")
				f.fix("", dropBlock(last, text))
				break
			}
		}
	}
	r.repeatedParagraphs()
}

// isByline reports whether a text is a name and nothing else that matters. Both
// are given by their letters.
func isByline(text, name string) bool {
	before, ok := strings.CutSuffix(text, name)
	switch before {
	case "", "tacgia", "bai", "baivaanh", "baianh", "tinbai", "tinanh":
		return ok
	}
	return false
}

func dropBlock(i int, text string) func(*Article) bool {
	return func(a *Article) bool {
		if i >= len(a.Body) {
			return false
		}
		if now, ok := textOf(a.Body[i]); !ok || now != text {
			return false
		}
		a.Body = slices.Delete(a.Body, i, i+1)
		return true
	}
}

// repeatedParagraphs looks for long paragraphs that come twice, and for a body
// that does.
func (r *reviewer) repeatedParagraphs() {
	const long = 60 // letters; refrains and slogans are shorter
	body := r.a.Body
	keys := textKeys(body)
	if half, ok := twice(body, keys); ok && len(strings.Join(keys[:half], "")) >= long {
		f := r.add(string(appendIndex([]byte("body"), half)), "text-twice", SeverityError,
			"Từ đây toàn bộ bài lặp lại một lần nữa.", "From here on the whole text is there once more.")
		f.fix("", func(a *Article) bool {
			now := textKeys(a.Body)
			if _, ok := twice(a.Body, now); !ok || !slices.Equal(now, keys) {
				return false
			}
			a.Body = a.Body[:half]
			return true
		})
		return
	}
	first := map[string]int{}
	for i, key := range keys {
		if len(key) < long {
			continue
		}
		if j, ok := first[key]; ok {
			text, _ := textOf(body[i])
			if strings.Count(text, "\n") > 1 {
				continue // the refrain of a song
			}
			f := r.add(string(appendIndex([]byte("body"), i)), "repeated-paragraph", SeverityWarning,
				"Đoạn này đã có ở body[%d].", "The paragraph is there already, as body[%d].", j)
			if before, _ := textOf(body[j]); before == text {
				f.fix("", dropBlock(i, text))
			}
			continue
		}
		first[key] = i
	}
}

// textKeys returns lettersOf the paragraphs and headings of body, and "" for other
// blocks.
func textKeys(body Body) []string {
	keys := make([]string, len(body))
	for i, b := range body {
		if text, ok := textOf(b); ok {
			keys[i] = lettersOf(text)
		}
	}
	return keys
}

// twice reports whether the second half of body repeats the first.
func twice(body Body, keys []string) (half int, ok bool) {
	half = len(body) / 2
	if half == 0 || len(body)%2 != 0 {
		return 0, false
	}
	for i := range half {
		if keys[i] != keys[half+i] || keys[i] == "" && !reflect.DeepEqual(body[i], body[half+i]) {
			return 0, false
		}
	}
	return half, true
}

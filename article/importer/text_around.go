package importer

import (
	"slices"
	"strings"
	"time"
	"unicode/utf8"

	"github.com/toasoan/toasoan/article"
)

// toolLine takes a line that is a count or the name of one tool, as stand between a
// headline and its lead.
func (t *textReader) toolLine(l line) bool {
	if !slices.Contains(screenLines, strings.ToLower(l.text)) && !isDigits(l.text) && !strings.EqualFold(l.text, "lưu") {
		return false
	}
	t.note("dropped-ui", l, l.text)
	return true
}

// sections takes the short lines above the headline, which name the section that the
// article stands in, and the date between them. They are some if the first line of
// five words or more looks like a headline and is not the last.
func (t *textReader) sections() {
	k, short := 0, false
	for ; k < len(t.lines) && k < 6; k++ {
		words := len(strings.Fields(t.lines[k].text))
		if _, code := dateLine(t.lines[k].text, time.UTC); code != "" || t.isDated(t.lines[k].text) {
			short = short || code == ""
			continue
		}
		if words > 4 {
			break
		}
		if words > 3 || endsSentence(t.lines[k].text) || bylineOf(t.lines[k].text) != nil {
			return
		}
		short = true
	}
	if !short || k >= 6 || k+1 >= len(t.lines) || endsSentence(t.lines[k].text) || utf8.RuneCountInString(t.lines[k].text) > 200 {
		return
	}
	for _, l := range t.lines[:k] {
		if !t.date(l) && !t.datedLine(l) {
			t.a.Sections = []article.Section{{Name: l.text}}
			t.note("breadcrumb", l, l.text)
		}
	}
	t.lines = t.lines[k:]
}

// isDated reports whether a line is a few words and then a date.
func (t *textReader) isDated(s string) bool {
	_, at := beforeDate(s)
	return at > 0
}

// beforeDate returns the words before the date that ends a line, and where the date
// begins, or 0: "Thời sự Thứ Sáu, 20/11/2026, 09:12".
func beforeDate(s string) (front string, at int) {
	at = strings.IndexAny(s, "0123456789")
	for _, w := range []string{"Thứ ", "thứ ", "Chủ nhật", "Chủ Nhật", "chủ nhật"} {
		if i := strings.Index(s, w); i >= 0 && i < at {
			at = i
		}
	}
	if at <= 0 {
		return "", 0
	}
	front = strings.Trim(s[:at], " -–—|,·•")
	if _, code := dateLine(s[at:], time.UTC); code == "" || len(strings.Fields(front)) > 4 || front == "" {
		return "", 0
	}
	return front, at
}

// datedLine takes a line that names the writer or the section, and then the date.
func (t *textReader) datedLine(l line) bool {
	front, at := beforeDate(l.text)
	if at == 0 || !t.date(line{l.text[at:], l.no, l.gap}) {
		return false
	}
	switch cs := bylineOf(front); {
	case cs == nil && (isPerson(front) && len(t.a.Headline) > 0):
		cs = []article.Credit{{Name: front}}
		fallthrough
	case cs != nil:
		t.a.Credits = append(t.a.Credits, cs...)
		t.note("byline", l, front)
	default:
		if len(t.a.Sections) == 0 {
			t.a.Sections = []article.Section{{Name: front}}
		}
		t.note("breadcrumb", l, front)
	}
	return true
}

// keywordLabels stand before the tags below an article.
var keywordLabels = []string{"từ khóa", "từ khoá", "tags", "tag", "keywords"}

// keywords takes the tags from the end: a label, and then they in the same line or
// one a line.
func (t *textReader) keywords() {
	for i := len(t.lines) - 1; i > 0 && i >= len(t.lines)-16; i-- {
		l := t.lines[i]
		label, rest, ok := strings.Cut(l.text, ":")
		if ok && slices.Contains(keywordLabels, strings.ToLower(strings.TrimSpace(label))) {
			names := strings.Split(rest, ",")
			for _, x := range t.lines[i+1:] {
				names = append(names, x.text)
			}
			for _, name := range names {
				if name = strings.Trim(name, " #."); name != "" && len(t.a.Tags) < 64 {
					t.a.Tags = append(t.a.Tags, article.Tag{Name: name})
				}
			}
			t.note("tags", l, l.text)
			t.lines = t.lines[:i]
			return
		}
		if utf8.RuneCountInString(l.text) > 40 || endsSentence(l.text) {
			return
		}
	}
}

// isTeaserLine reports whether a line leads to another article: ">> Xem thêm: ...".
func isTeaserLine(s string) bool {
	for _, w := range []string{"xem thêm:", "đọc thêm:", "đọc tiếp:", "read more:", ">> ", ">>> ", "» "} {
		if hasPrefixFold(s, w) && len(s) > len(w)+1 {
			return true
		}
	}
	return false
}

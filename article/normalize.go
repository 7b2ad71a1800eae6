package article

import (
	"reflect"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/toasoan/toasoan/article/viet"
	"golang.org/x/text/unicode/norm"
)

// Normalize puts the article into canonical form, in place:
//
//   - every text as [viet.Normalize] has it: composed letters, no invisible
//     characters, single spaces; quotation marks, dashes, the choice of i or y and
//     the place of tones stay as they were written
//   - no space at the edges of a text or around a line break in it, spans that
//     differ in nothing joined, spans and blocks that hold nothing dropped, as are
//     empty credits, tags, chapters and links in lists
//   - preformatted text with composed letters and newlines alone
//   - language tags in their usual case, no space around addresses and identifiers
//   - Lang and Slug filled in if they are empty
//
// No letter is lost. Normalize is idempotent. It must not run while another
// goroutine uses the article.
func (a *Article) Normalize() {
	w := walker{str: normalizeString, text: normalizeText, after: dropEmptyBlocks, left: normalizeNode, brief: true, pathless: true}
	w.article(a)
}

func normalizeString(u use, s *string) {
	switch u {
	case useLine:
		*s = normalizeLine(*s)
	case useLines:
		*s = normalizeCode(*s)
	case useLang:
		*s = canonicalLang(*s)
	case useName, useWord:
		*s = normalizeName(*s)
	case useLink, useAddress:
		if !isPlain(*s) {
			*s = strings.TrimFunc(*s, atEdge)
		}
	case useMarkup:
		*s = strings.ToValidUTF8(*s, "\ufffd")
	}
}

// normalizeNode does what is left to do when all that is in x is normalized.
func normalizeNode(x any) {
	switch x := x.(type) {
	case *List:
		x.Items = slices.DeleteFunc(x.Items, func(item Body) bool { return len(item) == 0 })
	case *Gallery:
		x.Images = dropFunc(x.Images, emptyImage)
	case *Video:
		x.Chapters = dropFunc(x.Chapters, isZero)
	case *Audio:
		x.Chapters = dropFunc(x.Chapters, isZero)
	case *Links:
		x.Items = dropFunc(x.Items, isZero)
	case *Article:
		if isNil(x.Hero) || emptyBlock(x.Hero) {
			x.Hero = nil
		}
		x.Credits = dropFunc(x.Credits, isZero)
		x.Tags = dropFunc(x.Tags, isZero)
		x.Related = dropFunc(x.Related, isZero)
		if x.Lang == "" {
			x.Lang = "vi"
		}
		if x.Slug == "" {
			x.Slug = viet.Slug(x.Headline)
		}
	}
}

func dropEmptyBlocks(b *Body) {
	*b = slices.DeleteFunc(*b, func(x Block) bool {
		if p, ok := x.(*Paragraph); ok { // as most are
			return p == nil || len(p.Text) == 0
		}
		return isNil(x) || emptyBlock(x)
	})
}

// dropFunc is slices.DeleteFunc for elements that are too large to be handed round.
func dropFunc[T any](list []T, drop func(*T) bool) []T {
	n := 0
	for i := range list {
		if !drop(&list[i]) {
			if n < i {
				list[n] = list[i]
			}
			n++
		}
	}
	clear(list[n:])
	return list[:n]
}

var newlinesOnly = strings.NewReplacer("\r\n", "\n", "\r", "\n")

// normalizeText puts t into canonical form. It may use the spans of t.
func normalizeText(t *Text) {
	for i := range *t {
		if x := &(*t)[i]; x.ID != "" {
			x.ID = normalizeName(x.ID)
		}
	}
	first, last := &(*t)[0], &(*t)[len(*t)-1]
	first.Text = trimLeft(first.Text)
	last.Text = trimRight(last.Text)
	for changed := !t.tidied(); changed; {
		*t, changed = t.joined().cleaned()
	}
}

// trimLeft returns s without the spaces and line breaks that it begins with.
func trimLeft(s string) string {
	for s != "" && (s[0] == ' ' || s[0] == '\n') {
		s = s[1:]
	}
	return s
}

// trimRight returns s without the spaces and line breaks at its end.
func trimRight(s string) string {
	for s != "" && (s[len(s)-1] == ' ' || s[len(s)-1] == '\n') {
		s = s[:len(s)-1]
	}
	return s
}

// tidied normalizes the insides of the spans, and reports whether t is then in
// canonical form. It may say no without need.
func (t Text) tidied() bool {
	for i := range t {
		if i > 0 && mergeable(&t[i-1], &t[i]) {
			return false
		}
	}
	last := byte(0) // before the span
	for i := range t {
		s := &t[i]
		if s.Text == "" {
			if s.ID == "" {
				return false
			}
			continue
		}
		inner := s.Text
		switch inner[0] {
		case ' ':
			if last == 0 || last == ' ' || last == '\n' {
				return false
			}
			inner = inner[1:]
		case '\n':
			if last == 0 || last == ' ' {
				return false
			}
			inner = strings.TrimLeft(inner, "\n")
		}
		if inner != "" {
			if last = inner[len(inner)-1]; last == ' ' {
				inner = inner[:len(inner)-1]
			} else if last == '\n' {
				inner = strings.TrimRight(inner, "\n")
			}
			if inner == "" {
				return false
			}
			if n := viet.Normalize(inner); n != inner {
				if !isSolid(inner) || s.Marks.Has(Code) {
					return false
				}
				s.Text = strings.Replace(s.Text, inner, n, 1)
			}
		}
		last = s.Text[len(s.Text)-1]
	}
	return last != ' ' && last != '\n'
}

// isSolid reports whether s begins and ends with a Latin letter or an ASCII sign,
// so that what stands around it does not matter to how it is normalized.
func isSolid(s string) bool {
	first, _ := utf8.DecodeRuneInString(s)
	last, _ := utf8.DecodeLastRuneInString(s)
	latin := func(r rune) bool {
		return r > ' ' && r < 0x7f || r >= 'À' && r < 0x250 || r >= 0x1e00 && r < 0x1f00
	}
	return latin(first) && latin(last)
}

// mergeable reports whether s and u, which stand beside each other, differ in
// nothing but their text.
func mergeable(s, u *Span) bool {
	return s.Marks == u.Marks && s.Lang == u.Lang && s.Dir == u.Dir &&
		s.ID == "" && u.ID == "" && s.Expansion == "" && u.Expansion == "" &&
		(s.Link == nil) == (u.Link == nil) && (s.Citation == nil) == (u.Citation == nil) &&
		(s.Link == u.Link || reflect.DeepEqual(s.Link, u.Link)) &&
		(s.Citation == u.Citation || *s.Citation == *u.Citation)
}

// joined returns t with its equal neighbors joined.
func (t Text) joined() Text {
	n := 0 // t[:n] is done
	for i := 0; i < len(t); n++ {
		end := i + 1
		for end < len(t) && mergeable(&t[i], &t[end]) {
			end++
		}
		text := t[i].Text
		if end > i+1 {
			text = t[i:end].String()
		}
		t[n] = t[i]
		t[n].Text = text
		i = end
	}
	return t[:n]
}

// cleaned returns t with normalized spans, single spaces between and none at the
// edges, without empty spans, and whether anything changed.
func (t Text) cleaned() (_ Text, changed bool) {
	n := 0
	open := true // a space may not follow: at the start, after a space or a line break
	for i := range t {
		s := t[i]
		text := s.Text
		if s.Marks.Has(Code) {
			text = normalizeCode(text)
		} else {
			text = normalizePart(text)
		}
		if open {
			text = strings.TrimLeft(text, " ")
			if n == 0 {
				text = trimLeft(text)
			}
		}
		if strings.HasPrefix(text, "\n") && n > 0 {
			before := strings.TrimRight(t[n-1].Text, " ")
			changed = changed || before != t[n-1].Text
			t[n-1].Text = before
		}
		if text != "" {
			open = strings.HasSuffix(text, " ") || strings.HasSuffix(text, "\n")
		}
		changed = changed || text != s.Text
		s.Text = text
		if text == "" && s.ID == "" {
			changed = true
			continue
		}
		t[n] = s
		n++
	}
	t = t[:n]
	for i := n - 1; i >= 0; i-- {
		text := trimRight(t[i].Text)
		changed = changed || text != t[i].Text
		t[i].Text = text
		if text != "" {
			break
		}
	}
	if n == 0 {
		return nil, false
	}
	return t, changed
}

// normalizeLine normalizes a text of one line.
func normalizeLine(s string) string {
	s = viet.Normalize(s)
	if strings.IndexByte(s, '\n') >= 0 {
		s = viet.Normalize(strings.ReplaceAll(s, "\n", " "))
	}
	return s
}

// normalizePart normalizes s as something that stands between other text: a space
// or a line break at an end stays.
func normalizePart(s string) string {
	inner := strings.Trim(s, " ")
	if inner != "" && viet.IsNormal(inner) {
		i := strings.Index(s, inner)
		return s[max(i-1, 0):min(i+len(inner)+1, len(s))]
	}
	s = viet.Normalize("|" + s + "|")
	return strings.TrimSuffix(strings.TrimPrefix(s, "|"), "|")
}

// normalizeName normalizes an identifier or a word for programs.
func normalizeName(s string) string {
	if strings.IndexByte(s, '\n') < 0 && viet.IsNormal(s) {
		return s
	}
	return strings.TrimFunc(normalizeCode(newlines.Replace(s)), atEdge)
}

// normalizeCode normalizes s, in which every space counts: composed letters, no
// noncharacters, and of the control characters only newlines and tabs.
func normalizeCode(s string) string {
	return norm.NFC.String(strings.Map(func(r rune) rune {
		if r != '\n' && r != '\t' && (r < ' ' || 0x7f <= r && r < 0xa0 || 0xfdd0 <= r && r <= 0xfdef || r&0xfffe == 0xfffe) {
			return -1
		}
		return r
	}, newlinesOnly.Replace(strings.ToValidUTF8(s, "\ufffd"))))
}

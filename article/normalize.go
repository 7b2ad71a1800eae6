package article

import (
	"reflect"
	"slices"
	"strings"

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
//     empty credits, tags and links in lists
//   - preformatted text with composed letters and newlines alone
//   - language tags in their usual case, no space around addresses and identifiers
//   - Lang and Slug filled in if they are empty
//
// No letter is lost. Normalize is idempotent. It must not run while another
// goroutine uses the article.
func (a *Article) Normalize() {
	w := walker{}
	w.str = func(u use, s *string) {
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
			*s = strings.TrimFunc(*s, atEdge)
		case useMarkup:
			*s = strings.ToValidUTF8(*s, "\ufffd")
		}
	}
	w.text = func(t *Text) { *t = t.normalized() }
	w.after = func(b *Body) {
		*b = slices.DeleteFunc(*b, func(x Block) bool {
			if isNil(x) {
				return true
			}
			dropEmpty(x)
			return emptyBlock(x)
		})
	}
	w.article(a)
	if isNil(a.Hero) {
		a.Hero = nil
	} else if dropEmpty(a.Hero); emptyBlock(a.Hero) {
		a.Hero = nil
	}
	a.Credits = slices.DeleteFunc(a.Credits, isZero)
	a.Tags = slices.DeleteFunc(a.Tags, isZero)
	a.Related = slices.DeleteFunc(a.Related, isZero)
	if a.Lang == "" {
		a.Lang = "vi"
	}
	if a.Slug == "" {
		a.Slug = viet.Slug(a.Headline)
	}
}

var newlinesOnly = strings.NewReplacer("\r\n", "\n", "\r", "\n")

// normalized returns t in canonical form. It may use the spans of t.
func (t Text) normalized() Text {
	for {
		u, changed := t.joined().cleaned()
		if !changed {
			return u
		}
		t = u
	}
}

// joined returns t with its equal neighbors joined.
func (t Text) joined() Text {
	same := func(a, b *Span) bool {
		return a.Marks == b.Marks && a.Lang == b.Lang && a.Dir == b.Dir &&
			a.ID == "" && b.ID == "" && a.Expansion == "" && b.Expansion == "" &&
			(a.Link == b.Link || reflect.DeepEqual(a.Link, b.Link)) &&
			(a.Citation == b.Citation || reflect.DeepEqual(a.Citation, b.Citation))
	}
	n := 0 // t[:n] is done
	for i := 0; i < len(t); n++ {
		end := i + 1
		for end < len(t) && same(&t[i], &t[end]) {
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
				text = strings.TrimLeft(text, " \n")
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
		s.Text, s.ID = text, normalizeName(s.ID)
		if text == "" && s.ID == "" {
			changed = true
			continue
		}
		t[n] = s
		n++
	}
	t = t[:n]
	for i := n - 1; i >= 0; i-- {
		text := strings.TrimRight(t[i].Text, " \n")
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

// normalize is viet.Normalize without the noncharacters that XML can't hold.
func normalize(s string) string {
	s = viet.Normalize(s)
	if strings.Contains(s, "\ufffe") || strings.Contains(s, "\uffff") {
		s = viet.Normalize(noncharacters.Replace(s))
	}
	return s
}

var noncharacters = strings.NewReplacer("\ufffe", "", "\uffff", "")

// normalizeLine normalizes a text of one line.
func normalizeLine(s string) string {
	s = normalize(s)
	if strings.Contains(s, "\n") {
		s = normalize(strings.ReplaceAll(s, "\n", " "))
	}
	return s
}

// normalizePart normalizes s as something that stands between other text: a space
// or a line break at an end stays.
func normalizePart(s string) string {
	inner := strings.Trim(s, " ")
	if inner != "" && normalize(inner) == inner {
		i := strings.Index(s, inner)
		return s[max(i-1, 0):min(i+len(inner)+1, len(s))]
	}
	s = normalize("|" + s + "|")
	return strings.TrimSuffix(strings.TrimPrefix(s, "|"), "|")
}

// normalizeName normalizes an identifier or a word for programs.
func normalizeName(s string) string {
	if s == "" {
		return ""
	}
	return strings.TrimFunc(normalizeCode(newlines.Replace(s)), atEdge)
}

// normalizeCode normalizes s, in which every space counts: composed letters, and
// of the control characters only newlines and tabs.
func normalizeCode(s string) string {
	return norm.NFC.String(strings.Map(func(r rune) rune {
		if r != '\n' && r != '\t' && (r < ' ' || 0x7f <= r && r < 0xa0 || r == '\ufffe' || r == '\uffff') {
			return -1
		}
		return r
	}, newlinesOnly.Replace(strings.ToValidUTF8(s, "\ufffd"))))
}

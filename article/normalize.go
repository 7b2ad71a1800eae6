package article

import (
	"reflect"
	"slices"
	"strings"

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
	if a.Lang == "" {
		a.Lang = "vi"
	}
	w := walker{}
	w.str = func(u use, s *string) {
		switch u {
		case useLine:
			*s = normalize(*s)
		case useLines:
			*s = norm.NFC.String(newlinesOnly.Replace(*s))
		case useLang:
			*s = canonicalLang(*s)
		case useLink, useAddress, useName, useWord:
			*s = strings.TrimFunc(*s, atEdge)
		case useMarkup:
		}
	}
	w.text = func(t *Text) { *t = t.normalized() }
	w.after = func(b *Body) { *b = slices.DeleteFunc(*b, isEmptyBlock) }
	w.article(a)
	a.Credits = slices.DeleteFunc(a.Credits, isZero)
	a.Tags = slices.DeleteFunc(a.Tags, isZero)
	a.Related = slices.DeleteFunc(a.Related, isZero)
	if a.Slug == "" {
		a.Slug = slug(a.Headline)
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
	for i := range t {
		if n > 0 && same(&t[n-1], &t[i]) {
			t[n-1].Text += t[i].Text
			continue
		}
		if n < i {
			t[n] = t[i]
		}
		n++
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
		if !s.Marks.Has(Code) {
			text = normalizePart(text)
		}
		if open {
			text = strings.TrimLeft(text, " ")
			if n == 0 {
				text = strings.TrimLeft(text, " \n")
			}
		}
		if strings.HasPrefix(text, "\n") && n > 0 {
			t[n-1].Text = strings.TrimRight(t[n-1].Text, " ")
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

// normalizePart normalizes a part of a text: it keeps line breaks, and a space at
// each end.
func normalizePart(s string) string {
	if !strings.Contains(s, "\n") {
		return normalizeInner(s)
	}
	lines := strings.Split(s, "\n")
	for i, l := range lines {
		l = normalizeInner(l)
		if i > 0 {
			l = strings.TrimLeft(l, " ")
		}
		if i < len(lines)-1 {
			l = strings.TrimRight(l, " ")
		}
		lines[i] = l
	}
	return strings.Join(lines, "\n")
}

// normalizeInner normalizes s, in which there is no line break, as something that
// stands between other text: a space at an end stays.
func normalizeInner(s string) string {
	inner := strings.Trim(s, " ")
	if normalize(inner) == inner && inner != "" {
		i := strings.Index(s, inner)
		return s[max(i-1, 0):min(i+len(inner)+1, len(s))]
	}
	s = normalize("|" + s + "|")
	return strings.TrimSuffix(strings.TrimPrefix(s, "|"), "|")
}

func isZero[T any](x T) bool { return reflect.ValueOf(x).IsZero() }

// isEmptyBlock reports whether b shows a reader nothing. It drops the empty parts
// of b.
func isEmptyBlock(b Block) bool {
	if isNil(b) {
		return true
	}
	switch b := b.(type) {
	case *Paragraph:
		return len(b.Text) == 0
	case *Heading:
		return len(b.Text) == 0
	case *List:
		b.Items = slices.DeleteFunc(b.Items, func(item Body) bool { return len(item) == 0 })
		return len(b.Items) == 0
	case *Quote:
		return len(b.Body) == 0 && len(b.Attribution) == 0
	case *Image:
		return isEmptyImage(*b)
	case *Gallery:
		b.Images = slices.DeleteFunc(b.Images, isEmptyImage)
		return len(b.Images) == 0 && len(b.Caption) == 0
	case *Video:
		return len(b.Sources) == 0 && len(b.Transcript) == 0 && len(b.Caption) == 0 && b.Title == "" && b.Poster == nil
	case *Audio:
		return len(b.Sources) == 0 && len(b.Transcript) == 0 && len(b.Caption) == 0 && b.Title == ""
	case *Table:
		return len(b.Caption) == 0 && emptyRows(b.Head) && emptyRows(b.Rows) && emptyRows(b.Foot)
	case *File:
		return b.URL == "" && b.Title == "" && b.Citation == nil
	case *Embed:
		return b.ID == "" && b.URL == "" && b.Title == "" && len(b.Caption) == 0 && len(b.Fallback) == 0
	case *Box:
		return b.Title == "" && len(b.Body) == 0
	case *Links:
		b.Items = slices.DeleteFunc(b.Items, isZero)
		return b.Title == "" && len(b.Items) == 0
	case *Preformatted:
		return strings.TrimSpace(b.Text) == ""
	case *RawHTML:
		return strings.TrimSpace(b.HTML) == ""
	case *Divider:
		return false
	}
	return false
}

func isEmptyImage(x Image) bool {
	return x.URL == "" && len(x.Renditions) == 0 && x.Alt == "" && x.Title == "" && len(x.Caption) == 0
}

func emptyRows(rows [][]Cell) bool {
	for _, row := range rows {
		for _, c := range row {
			if len(c.Text) > 0 {
				return false
			}
		}
	}
	return true
}

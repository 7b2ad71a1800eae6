package importer

import (
	"slices"
	"strings"

	"github.com/toasoan/toasoan/article"
)

// unmarked returns t without the marks that all of it has. It may use the spans of t.
func unmarked(t article.Text) article.Text {
	all := marksOfAll(t)
	if len(t) == 0 || all == 0 {
		return t
	}
	for i := range t {
		t[i].Marks &^= all
	}
	t = joinSpans(t)
	respace(t)
	return t
}

// settleCredits reads the credits again as package render prints them behind the
// caption, in one line: who is named in several places may be read otherwise there.
// It reports whether they can be read at all.
func settleCredits(to *article.Text, im *article.Image, role article.Role) bool {
	const most = 3
	for range most {
		caption, line := to.String(), creditLine(im.Credits, role, im.Illustration)
		all, illustration, rest := creditsAt(strings.Trim(caption+" "+line, " "), role)
		if rest > len(caption) {
			return false
		}
		if rest == len(caption) && illustration == im.Illustration && sameCredits(all, im.Credits) {
			break
		}
		*to, im.Credits, im.Illustration = trimText(*to, rest), all, illustration
	}
	return true
}

// maxCaptionCredits bounds the credits that are read at the end of one caption: who
// is named before them stays in its words.
const maxCaptionCredits = 16

// creditsAt reads the credits at the end of a caption, which is t[:rest].
func creditsAt(t string, role article.Role) (all []article.Credit, illustration bool, rest int) {
	rest = len(t)
	for rest > 0 && len(all) < maxCaptionCredits {
		cut, cs, drawn, ok := splitCredit(t[:rest], false)
		if !ok {
			break
		}
		all, illustration, rest = append(cs, all...), illustration || drawn, cut
	}
	made(all, role)
	return all, illustration, rest
}

// made gives those who made a picture or a recording the role that its makers have,
// and reports whether it was another.
func made(cs []article.Credit, role article.Role) (changed bool) {
	for i := range cs {
		c := &cs[i]
		switch c.Role {
		case article.RolePhotographer, article.RoleVideographer, article.RoleContributor:
			changed = changed || c.Role != role
			c.JobTitle = "" // which no line below a picture holds
			if c.Role = role; role == article.RolePhotographer && c.Name == "" {
				c.Role = article.RoleSource
			}
		}
	}
	return changed
}

// caption sets the caption to the text of the leaves caps, and im's credits to
// what they say of them. Who made what is shown has the role.
func (b *builder) caption(to *article.Text, im *article.Image, caps []int32, role article.Role) {
	credits := 0 // places that name somebody
	var lines []article.Text
	for _, c := range caps {
		if b.err != nil {
			return
		}
		t := b.leafCaption(c)
		if len(t) == 0 {
			continue
		}
		if f := b.nodes[c].flags; f&fCredit != 0 || f&(fSource|fAuthor) != 0 && size(t) <= 80 {
			cs, illustration, rest := creditsAt(t.String(), role)
			if rest > 0 {
				cs, illustration = parseNames(t.String(), article.RolePhotographer), false
			}
			if len(cs) > 0 || illustration {
				b.note("credit", b.nodes[c].path, t.String())
				credits++
				b.count(8)
				im.Credits = append(im.Credits, cs...)
				im.Illustration = im.Illustration || illustration
				continue
			}
		}
		if s := t.String(); len(lines) > 0 && len(im.Credits) == 0 && allUpper(s) && isPerson(s) && strings.Contains(s, " ") {
			b.note("credit", b.nodes[c].path, s) // a name in capitals on a line of its own
			credits++
			b.count(8)
			im.Credits = parseNames(s, article.RolePhotographer)
			continue
		}
		s := t.String()
		for loose, at := b.nodes[c].flags&fCaption == 0, len(im.Credits); ; loose = false {
			cut, cs, illustration, ok := splitCredit(s, loose)
			if !ok {
				break
			}
			b.note("credit", b.nodes[c].path, s[cut:])
			for i, at := 0, 0; i < len(t); i++ {
				if at += len(t[i].Text); at > cut && t[i].Link != nil {
					b.note("dropped-link", b.nodes[c].path, t[i].Link.URL)
				}
			}
			credits++
			b.count(8)
			if len(im.Credits) == 0 {
				im.Credits = cs
			} else {
				im.Credits = slices.Insert(im.Credits, at, cs...)
			}
			im.Illustration = im.Illustration || illustration
			t, s = trimText(t, cut), s[:cut]
		}
		if len(t) > 0 {
			lines = append(lines, t)
		}
	}
	*to = b.join(lines...)
	changed := credits > 1
	if credits > 0 {
		*to = trimText(*to, endOfCaption(to.String()))
		changed = made(im.Credits, role) || changed
	}
	if s := to.String(); changed || (credits > 0 || len(caps) > 1) && (strings.IndexByte(s, ':') >= 0 || maySayPhoto(s)) {
		if !settleCredits(to, im, role) {
			whole := b.captionText(caps)
			*to, im.Credits, im.Illustration = whole, nil, false
			if !settleCredits(to, im, role) {
				*to, im.Credits, im.Illustration = whole, nil, false
			}
		}
	}
	if credits > 0 {
		*to = unmarked(*to)
		if s := to.String(); strings.Count(s, "(") == strings.Count(s, ")")+1 {
			(*to)[len(*to)-1].Text += ")" // which the credit had
		}
	}
	if len(*to) > 0 && im.Alt == "" {
		im.Decorative = false
	}
}

// captionText is the text of the leaves caps, credits and all.
func (b *builder) captionText(caps []int32) article.Text {
	lines := make([]article.Text, 0, len(caps))
	for _, c := range caps {
		if t := b.leafCaption(c); len(t) > 0 {
			lines = append(lines, t)
		}
	}
	return b.join(lines...)
}

// leafCaption is the text of a leaf without marks that all of it has, which only
// set it apart from the body.
func (b *builder) leafCaption(c int32) article.Text {
	n := &b.nodes[c]
	if n.a == n.b {
		return nil
	}
	return b.plainer(c, b.runs[n.a].start, b.runs[n.b-1].end)
}

// plainer is part without the marks that all of it has.
func (b *builder) plainer(p, lo, hi int32) article.Text {
	return b.part(p, lo, hi, b.marksIn(p, lo, hi))
}

// marksIn returns which of the marks that set lines apart all of a leaf has from lo to
// hi.
func (b *builder) marksIn(p, lo, hi int32) article.Marks {
	all := apart
	for i := b.nodes[p].a; i < b.nodes[p].b; i++ {
		r := b.runs[i]
		if r.start, r.end = max(r.start, lo), min(r.end, hi); r.start < r.end && !b.blank(&r) {
			all &= r.marks
		}
	}
	return all
}

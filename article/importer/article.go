package importer

import (
	"cmp"
	"io"
	"strings"
	"unicode/utf8"

	"github.com/toasoan/toasoan/article"
)

// Article makes an article of what a CMS stores: the HTML of the body, which r
// holds, and in known what the columns beside it say, such as the headline and
// the time. The result is a copy of known with the body, and with what the body
// gives away of the rest:
//
//   - the headline, the lead and the picture that the body repeats are taken out
//     of it
//   - a lead, a kicker, a date, authors and a source that known lacks are taken
//     from the beginning and the end of the body
//   - a picture before the first paragraph becomes the hero, if known has none
//   - a full stop at the end of the headline and a date at its front go, a place
//     at its front becomes the kicker, and "Quốc Vy - BTG Huyện ủy" becomes a name
//     and an organization
//
// What known says is never replaced. Known may be nil; it is not modified. The
// notes name the columns, such as "headline", where they are not about the body.
// The error is as that of [HTML].
func Article(r io.Reader, known *article.Article, o *Options) (*article.Article, []Note, error) {
	return row(r, known, o, heroFirst, false)
}

// row is Article with a rule for the hero. Plain says that columns are no markup.
func row(r io.Reader, known *article.Article, o *Options, hero heroRule, plain bool) (*article.Article, []Note, error) {
	a := &article.Article{}
	if known != nil {
		a = known.Clone()
	}
	opt := *o.orDefault()
	if a.Lang == "" {
		a.Lang = opt.Lang
	}
	opt.Lang = a.Lang
	s, err := newScanner(r, &opt)
	if err != nil {
		return nil, nil, err
	}
	defer s.release()
	if err := s.scan(); err != nil {
		return nil, nil, err
	}
	rr := rowReader{builder: builder{scanner: s}, a: a}
	if !plain {
		rr.unmarkAll()
	}
	rr.columns()
	rr.prepare()
	rr.takeParts()
	body := rr.body(0, int32(len(rr.nodes)))
	rr.rankHeadings(body)
	if rr.err != nil {
		return nil, nil, rr.err
	}
	a.Body = body
	switch {
	case hero == heroShown && rr.heroInText():
	case hero != heroKnown || a.Hero != nil:
		rr.hero()
	}
	return a, append(rr.notes2, s.finishNotes()...), nil
}

// A rowReader is one call of Article.
type rowReader struct {
	builder
	a      *article.Article
	notes2 []Note // on the columns
}

// takeParts takes the parts of the article that stand in its body out of it.
func (r *rowReader) takeParts() {
	start := len(r.pieces)
	r.flatten(0, int32(len(r.nodes)))
	// Flattening notes what it dissolves; it will be done again.
	kept := r.notes[:0]
	for _, n := range r.notes {
		if n.code != "layout-table" {
			kept = append(kept, n)
		}
	}
	r.notes = kept
	pieces := r.pieces[start:]
	r.beginning(pieces)
	r.ending(pieces)
	r.pieces = r.pieces[:start]
}

// beginning looks at the first lines of the body.
func (r *rowReader) beginning(pieces []int32) {
	a := r.a
	seen, lead := 0, false
	for i, p := range pieces {
		n := &r.nodes[p]
		if n.kind == kImage || n.kind == kFigure || n.kind == kTable || n.kind == kVideo || n.kind == kEmbed || n.kind == kGallery {
			if seen > 0 || i > 3 {
				return
			}
			continue
		}
		if n.kind != kText || seen > 3 {
			return
		}
		t := r.leaf(p)
		switch {
		case t == "":
		case n.flags&fKicker != 0 && (a.Kicker == "" || sameWords(a.Kicker, t)):
			r.note("kicker", n.path, t)
			a.Kicker = strings.TrimRight(t, " :")
			r.drop(p)
		case r.isHeadline(t):
			r.note("headline-repeated", n.path, t)
			r.drop(p)
		case a.Headline == "" && n.level == 1 && !lead && len(t) < 2000:
			h := newHeadline(t)
			a.Headline = h.text
			if a.Kicker == "" {
				a.Kicker = h.kicker
			}
			r.note("headline", n.path, t)
			r.drop(p)
		case isScreenLine(t):
			r.note("dropped-ui", n.path, t)
			r.drop(p)
		case len(t) < 90 && r.takeDate(p, t):
			r.drop(p)
		case !lead && len(a.Lead) > 0 && r.isLead(t):
			r.note("lead-repeated", n.path, t)
			r.drop(p)
			lead = true
		case n.level > 0:
			return
		case !lead && len(a.Lead) == 0 && r.looksLikeLead(p, t, i, pieces):
			code := "lead-from-class"
			if n.flags&fLead == 0 {
				code = "lead-from-bold"
			}
			r.note(code, n.path, "")
			r.takeLead(p)
			lead = true
		case len(t) < 120 && seen < 2 && n.flags&fAuthor != 0 && r.takeCredit(p, t):
			r.drop(p)
		default:
			seen++
			if lead || seen > 1 {
				return
			}
		}
	}
}

// isHeadline reports whether a line repeats the headline, with or without the
// kicker.
func (r *rowReader) isHeadline(t string) bool {
	h := r.a.Headline
	return h != "" && (sameWords(h, t) || r.a.Kicker != "" && sameWords(r.a.Kicker+h, t))
}

// isLead reports whether a line repeats the lead.
func (r *rowReader) isLead(t string) bool {
	l := r.a.Lead.String()
	if sameWords(l, t) {
		return true
	}
	if rest, ok := strings.CutPrefix(t, r.stamp+" "); r.stamp != "" && ok && sameWords(l, strings.TrimLeft(rest, "-–— ")) {
		r.a.Dateline = cmp.Or(r.a.Dateline, r.stamp)
		return true
	}
	_, rest := dateline(t)
	return rest != t && sameWords(l, rest)
}

// looksLikeLead reports whether the leaf at piece i is a lead: said to be, or the
// only bold paragraph before others.
func (r *rowReader) looksLikeLead(p int32, t string, i int, pieces []int32) bool {
	n := &r.nodes[p]
	if n.flags&fLead != 0 {
		return true
	}
	if _, rest := dateline(t); rest != t && n.a < n.b && r.strongFrom(p, r.runs[n.b-1].end-int32(len(rest))) {
		return utf8.RuneCountInString(rest) >= 60
	}
	if n.flags&fBold == 0 || utf8.RuneCountInString(t) < 80 || n.flags&(fCenter|fRight) != 0 && utf8.RuneCountInString(t) < 120 {
		return false
	}
	for _, q := range pieces[i+1:] {
		if r.nodes[q].kind == kText {
			return r.nodes[q].flags&fBold == 0
		}
	}
	return false
}

// strongFrom reports whether all of a leaf is strong from the byte at on.
func (r *rowReader) strongFrom(p, at int32) bool {
	for i := r.nodes[p].a; i < r.nodes[p].b; i++ {
		if x := &r.runs[i]; x.end > at && x.start < x.end && !x.marks.Has(article.Strong) && !r.blank(x) {
			return false
		}
	}
	return true
}

// takeLead makes a leaf the lead.
func (r *rowReader) takeLead(p int32) {
	n := &r.nodes[p]
	t, strip := r.leaf(p), r.whole(p)
	line, rest := dateline(t)
	if line == "" && r.stamp != "" {
		if cut, ok := strings.CutPrefix(t, r.stamp+" "); ok {
			line, rest = r.stamp, strings.TrimLeft(cut, "-–— ")
		}
	}
	if line != "" && r.a.Dateline == "" && rest != "" {
		r.note("dateline", n.path, t[:len(t)-len(rest)])
		r.a.Dateline = line
		end := r.runs[n.b-1].end
		from := end - int32(len(rest))
		if r.strongFrom(p, from) {
			strip |= article.Strong
		}
		r.a.Lead = r.cited(r.part(p, from, end, strip))
	} else {
		r.a.Lead = r.cited(r.content(p, strip))
	}
	r.drop(p)
}

// takeDate takes a line that is nothing but a date.
func (r *rowReader) takeDate(p int32, t string) bool {
	when, code := dateLine(t, r.o.Location)
	if code == "" {
		return false
	}
	r.note(code, r.nodes[p].path, t)
	if code == "date" && r.a.Published.IsZero() {
		r.a.Published = when
	}
	return true
}

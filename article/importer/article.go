package importer

import (
	"cmp"
	"io"
	"regexp"
	"slices"
	"strings"
	"time"
	"unicode/utf8"

	"golang.org/x/net/html"

	"github.com/toasoan/toasoan/article"
	"github.com/toasoan/toasoan/article/viet"
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

func (r *rowReader) column(name, code, text string) {
	r.notes2 = append(r.notes2, Note{code, name, text})
}

// unmarkAll takes entities and tags out of the columns.
func (r *rowReader) unmarkAll() {
	a := r.a
	for _, c := range []struct {
		name string
		to   *string
	}{{"headline", &a.Headline}, {"kicker", &a.Kicker}, {"alternativeHeadline", &a.AlternativeHeadline}, {"description", &a.Description}} {
		r.unmark(c.name, c.to)
		*c.to = strings.ReplaceAll(*c.to, "\n", " ")
	}
	if len(a.Lead) == 1 {
		if r.unmark("lead", &a.Lead[0].Text); a.Lead[0].Text == "" {
			a.Lead = nil
		}
	}
}

// columns tidies what the columns say.
func (r *rowReader) columns() {
	a := r.a
	if a.Headline != "" {
		text := a.Headline
		if rest, ok := afterDate(text); ok {
			r.column("headline", "headline-date", text)
			text = rest
		}
		h := newHeadline(text)
		if a.Kicker != "" && h.kicker != "" && !sameWords(a.Kicker, h.kicker) {
			h.text = strings.TrimSuffix(text, ".")
			h.kicker = ""
		}
		for _, n := range h.notes {
			if n.Code != "kicker" || h.kicker != "" {
				r.column("headline", n.Code, n.Text)
			}
		}
		a.Headline = h.text
		if a.Kicker == "" {
			a.Kicker = h.kicker
		}
	}
	var credits []article.Credit
	for _, c := range a.Credits {
		if c.Organization == nil && c.Name != "" {
			if authorLine(c.Name) == "" {
				r.column("credits", "no-author", c.Name)
				continue
			}
			if cs := Credits(c.Name); len(cs) > 0 && (len(cs) > 1 || cs[0].Organization != nil || cs[0].Name != c.Name || cs[0].Role != "") {
				r.column("credits", "credit-split", c.Name)
				for i, x := range cs {
					y := c
					if i > 0 { // the page and the picture are the first one's
						y.URL, y.ID, y.Image, y.JobTitle = "", "", nil, ""
					}
					y.Name, y.Organization = x.Name, x.Organization
					if y.Role == "" {
						y.Role = x.Role
					}
					if y.JobTitle == "" {
						y.JobTitle = x.JobTitle
					}
					credits = append(credits, y)
				}
				continue
			}
		}
		credits = append(credits, c)
	}
	a.Credits = credits
	if a.Dateline == "" && len(a.Lead) == 1 {
		if line, rest := dateline(a.Lead[0].Text); line != "" {
			r.column("lead", "dateline", line)
			a.Dateline = line
			a.Lead[0].Text = rest
		}
	}
	a.Lead = cited(a.Lead)
}

// unmark takes entities and tags out of a column that was stored as HTML.
func (r *rowReader) unmark(name string, to *string) {
	if !strings.ContainsAny(*to, "&<") {
		return
	}
	lines := lineTag.Split(*to, -1)
	for i, l := range lines {
		lines[i] = shownText(l)
	}
	t := strings.Trim(strings.Join(lines, "\n"), "\n")
	if t != *to && (len(lines) > 1 || html.UnescapeString(*to) != *to || strings.Contains(*to, "</")) {
		r.column(name, "column-markup", *to)
		*to = t
	}
}

// lineTag breaks a line.
var lineTag = regexp.MustCompile(`(?i) *<br\s*/?> *`)

// afterDate returns what follows the date at the front of a headline.
func afterDate(t string) (rest string, ok bool) {
	i := 0
	for i < len(t) && (t[i] >= '0' && t[i] <= '9' || t[i] == '/' || t[i] == '-' || t[i] == '.') {
		i++
	}
	if i < 8 || i > 10 || i == len(t) || t[i] != ' ' && t[i] != ':' {
		return t, false
	}
	if _, err := viet.ParseDateTime(t[:i], time.UTC); err != nil {
		return t, false
	}
	rest = strings.TrimLeft(t[i:], " :-–")
	return rest, rest != ""
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

// takeCredit takes a line that says who wrote the article or where it is from.
func (r *rowReader) takeCredit(p int32, t string) bool {
	n := &r.nodes[p]
	if author, source, ok := takenFrom(t); ok && r.a.Source == nil {
		r.note("source", n.path, t)
		r.a.Source = newSource(source)
		r.a.Source.Author = author
		for i := n.a; i < n.b; i++ {
			if l := r.attrs[r.runs[i].attr].link; l > 0 && strings.HasPrefix(r.links[l-1].URL, "http") {
				r.a.Source.URL = r.links[l-1].URL
			}
		}
		return true
	}
	if m := writtenAfter.FindStringSubmatch(t); m != nil && (isPerson(m[1]) || persons(m[1]) != m[1]) && r.a.Source == nil && len(r.a.Credits) == 0 {
		r.note("byline", n.path, t)
		r.a.Credits = parseNames(m[1], "")
		r.a.Source = newSource(m[2])
		return true
	}
	cs := bylineOf(t)
	if s, ok := sourceOf(t); ok && cs == nil && s != "" {
		return r.takeSource(p, t)
	}
	if head, tail, ok := strings.Cut(t, " ("); cs == nil && ok && (isPerson(head) || head == "PV" || head == "CTV") && isDone(tail) {
		cs = parseNames(head, "")
	}
	if hasPrefixFold(t, "theo ") && cs == nil {
		return r.takeSource(p, t)
	}
	if cs == nil && len(r.a.Credits) > 0 && utf8.RuneCountInString(t) <= 120 {
		// The line says again who is known.
		again := Credits(t)
		for _, c := range again {
			if !r.credited(c) {
				again = nil
				break
			}
		}
		if len(again) > 0 {
			r.note("byline-repeated", n.path, t)
			return true
		}
	}
	if head, _, ok := strings.Cut(t, " - "); cs == nil && ok && n.flags&(fRight|fBold) != 0 && isPerson(strings.TrimSpace(head)) && (hasSurname(head) || persons(t) != t || n.flags&fRight != 0 && isPerson(strings.ReplaceAll(t, " - ", " "))) && utf8.RuneCountInString(t) <= 60 {
		cs = Credits(t)
	}
	if cs == nil && (n.flags&fAuthor != 0 || (n.flags&(fRight|fBold) != 0 && isPerson(strings.Trim(t, " ./")) && !isClosing(t))) && utf8.RuneCountInString(t) <= 60 {
		cs = Credits(t)
		if n.flags&fAuthor == 0 && slices.ContainsFunc(cs, func(c article.Credit) bool { return c.Name == "" && c.Organization.Kind == "" }) {
			cs = nil // who signs an announcement
		}
	}
	if cs != nil {
		if len(r.a.Credits) == 0 {
			r.note("byline", n.path, t)
			r.a.Credits = cs
			return true
		}
		houses := !slices.ContainsFunc(r.a.Credits, func(c article.Credit) bool { return c.Name != "" })
		for _, c := range cs {
			if !r.credited(c) {
				if c.Name != "" && houses {
					r.note("byline", n.path, t)
					r.a.Credits = append(r.a.Credits, c) // only who publishes was named
					return true
				}
				if c.Role == "" || c.Role == article.RoleAuthor {
					return false // somebody else: leave it to the editor
				}
				r.a.Credits = append(r.a.Credits, c)
			} else if c.Role != "" && c.Role != article.RoleAuthor && !r.hasRole(c) {
				r.a.Credits = append(r.a.Credits, c)
			}
		}
		r.note("byline-repeated", n.path, t)
		return true
	}
	return r.takeSource(p, t)
}

// takeSource takes a line that says where the article is from.
func (r *rowReader) takeSource(p int32, t string) bool {
	n := &r.nodes[p]
	s, ok := sourceOf(t)
	if !ok && n.flags&fSource != 0 && utf8.RuneCountInString(t) <= 60 {
		s, ok = strings.TrimSpace(strings.TrimPrefix(strings.TrimPrefix(t, "Theo"), "Nguồn:")), true
	}
	if ok && s != "" && (r.a.Source == nil || sameWords(r.a.Source.Name, s)) {
		r.note("source", n.path, t)
		if r.a.Source == nil {
			r.a.Source = newSource(s)
		}
		if l, _, _ := r.oneLink(p); l != nil && r.a.Source.URL == "" && strings.HasPrefix(l.URL, "http") {
			r.a.Source.URL = l.URL
		}
		return true
	}
	return false
}

// credited reports whether the article names somebody already.
func (r *rowReader) credited(c article.Credit) bool {
	for _, k := range r.a.Credits {
		if c.Name != "" && sameWords(k.Name, c.Name) ||
			c.Name == "" && k.Organization != nil && c.Organization != nil && sameWords(k.Organization.Name, c.Organization.Name) {
			return true
		}
	}
	return false
}

// hasRole reports whether the article credits somebody with the role of c.
func (r *rowReader) hasRole(c article.Credit) bool {
	for _, k := range r.a.Credits {
		if k.Role == c.Role && (c.Name == "" || sameWords(k.Name, c.Name)) {
			return true
		}
	}
	return false
}

// ending looks at the last lines of the body.
func (r *rowReader) ending(pieces []int32) {
	for i := len(pieces) - 1; i > 0; i-- {
		p := pieces[i]
		n := &r.nodes[p]
		switch {
		case n.kind == kRelated, n.kind == kRule:
			continue
		case n.kind == kList && len(r.linkItems(p)) > 0:
			continue
		case n.kind != kText || n.level > 0:
			return
		}
		t := r.leaf(p)
		if _, _, see := seeAlsoLabel(t); see || r.gone != nil && r.gone[p] {
			continue
		}
		if r.signed(pieces[:i+1]) {
			return
		}
		switch {
		case isScreenLine(t), hasPrefixFold(t, "mời bạn đọc ") && len(t) < 200:
			r.note("dropped-ui", n.path, t)
		case i > 1 && r.sourceOnTwoLines(pieces[i-1], t):
			r.note("source", n.path, t)
		case len(t) < 200 && r.takeCredit(p, t):
		case r.a.Credits == nil && n.flags&(fCaption|fCenter) == 0 && allUpper(t) && isPerson(t) && len(strings.Fields(t)) >= 2 && len(strings.Fields(t)) <= 4:
			r.note("byline", n.path, t)
			r.a.Credits = Credits(t)
		default:
			return
		}
		r.drop(p)
	}
}

// isClosing reports whether a line at the end of an article, which could be a name, is a
// place, a single word or what letters end in.
func isClosing(t string) bool {
	t = strings.Trim(t, " ./*")
	switch strings.ToLower(t) {
	case "xin cảm ơn", "xin trân trọng cảm ơn", "trân trọng cảm ơn", "xin chân thành cảm ơn", "còn nữa", "còn tiếp", "trân trọng", "kính thư", "ban biên tập":
		return true
	}
	return containsFold(provinces, t) || !strings.ContainsAny(t, " .")
}

// isDone reports whether words in brackets say that somebody wrote an article.
func isDone(t string) bool {
	switch strings.ToLower(strings.Trim(t, " ().")) {
	case "thực hiện", "ghi", "lược ghi", "tổng hợp", "biên soạn", "t/h", "th", "dịch", "lược dịch":
		return true
	}
	return false
}

// offices sign official documents, above the name of who holds them.
var offices = []string{
	"TM.", "KT.", "TL.", "TUQ.", "Q.", "CHỦ TỊCH", "GIÁM ĐỐC", "TRƯỞNG", "BÍ THƯ", "THỦ TƯỚNG", "CHÁNH ", "TỔNG BIÊN TẬP", "ĐẠI DIỆN", "THẨM PHÁN", "CHẤP HÀNH VIÊN",
}

// signed reports whether the last of leaves is below the office of who has signed a
// document, which is no byline.
func (r *rowReader) signed(pieces []int32) bool {
	for k := len(pieces) - 1; k >= max(0, len(pieces)-5); k-- {
		if r.nodes[pieces[k]].kind != kText {
			continue
		}
		t := r.leaf(pieces[k])
		if low := strings.ToLower(clip(t)); strings.HasPrefix(low, "(đã ký") || strings.HasPrefix(low, "đã ký") || strings.HasPrefix(low, "(ký tên") || strings.HasPrefix(low, "nơi nhận") {
			return true
		}
		line, name, _ := strings.Cut(t, "\n")
		if len(t) > 200 || !allUpper(line) || k == len(pieces)-1 && name == "" {
			continue
		}
		for _, w := range offices {
			if strings.HasPrefix(line, w) || len(w) > 4 && strings.Contains(line, w) {
				return true
			}
		}
	}
	return false
}

// sourceOnTwoLines takes the leaf before a line as who has written there: "Theo Tuệ
// Minh", and below it "Tuổi Trẻ".
func (r *rowReader) sourceOnTwoLines(before int32, t string) bool {
	if r.nodes[before].kind != kText || r.a.Source != nil || len(t) > 60 || !isOrganization(t) && !containsFold(agencies, t) {
		return false
	}
	head := r.leaf(before)
	author, source, ok := takenFrom(head + "\n" + t)
	if !ok || strings.Contains(head, "\n") {
		return false
	}
	r.note("source", r.nodes[before].path, head)
	r.a.Source = newSource(source)
	r.a.Source.Author = author
	r.drop(before)
	return true
}

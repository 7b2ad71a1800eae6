package importer

import (
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/toasoan/toasoan/article"
)

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

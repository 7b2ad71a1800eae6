package article

import (
	"regexp"
	"slices"
	"strings"
	"time"
	"unicode"
	"unicode/utf8"

	"github.com/toasoan/toasoan/article/viet"
)

var (
	pastedDate  = regexp.MustCompile(`^\(?\d{1,2}[/.-]\d{1,2}[/.-]\d{4}\)?(?:,? \d{1,2}[:h]\d{2})?(?: ?[-–:|])? +`)
	initialStop = regexp.MustCompile(`(?:^|[\s.])\pL\.$`) // "N.V.A.", "TP."
)

// headline looks at the headline alone.
func (r *reviewer) headline() {
	h := strings.TrimSpace(r.a.Headline)
	if strings.HasSuffix(h, ".") && !strings.HasSuffix(h, "..") && !initialStop.MatchString(h) {
		f := r.add("headline", "headline-full-stop", SeverityWarning,
			"Tít kết thúc bằng dấu chấm.", "The headline ends in a full stop.")
		f.fix(strings.TrimSuffix(h, "."), cutHeadline(h, func(s string) (string, bool) { return strings.CutSuffix(s, ".") }))
	}
	if date := pastedDate.FindString(h); date != "" && len(date) < len(h) {
		f := r.add("headline", "headline-date", SeverityWarning,
			"Trước tít còn dính ngày tháng “%s”.", "The date “%s” is pasted before the headline.", strings.TrimSpace(date))
		f.fix(h[len(date):], cutHeadline(h, func(s string) (string, bool) { return strings.CutPrefix(s, date) }))
	}
}

// cutHeadline returns a change that cuts the headline, which may have been cut
// already at its other end.
func cutHeadline(old string, cut func(string) (string, bool)) func(*Article) bool {
	return func(a *Article) bool {
		h, ok := cut(strings.TrimSpace(a.Headline))
		if !ok || h == "" || !strings.Contains(old, h) {
			return false
		}
		a.Headline = h
		return true
	}
}

// slug looks for the commonest fault in making slugs: dropping the đ.
func (r *reviewer) slug() {
	if !r.vietnamese || r.a.Slug == "" {
		return
	}
	right := viet.Slug(r.a.Headline)
	lost := viet.Slug(strings.NewReplacer("đ", "", "Đ", "").Replace(r.a.Headline))
	dashed := viet.Slug(strings.NewReplacer("đ", "-", "Đ", "-").Replace(r.a.Headline))
	if r.a.Slug != right && (r.a.Slug == lost || r.a.Slug == dashed) {
		f := r.add("slug", "slug-lost-letters", SeverityWarning,
			"Slug bị mất chữ đ: “%s” phải là “%s”.", "The slug has lost its đ: “%s” should be “%s”.", r.a.Slug, right)
		f.fix(right, replaceIn("slug", 0, 0, r.a.Slug, right))
	}
}

// creditLists calls f for every list of credits: the article's, those of updates,
// pictures and recordings.
func (a *Article) creditLists(f func(at string, list *[]Credit)) {
	w := &walker{}
	w.node = func(x any) {
		at := string(w.path) + ".credits"
		switch x := x.(type) {
		case *Article:
			f("credits", &x.Credits)
		case *Update:
			f(at, &x.Credits)
		case *Image:
			f(at, &x.Credits)
		case *Video:
			f(at, &x.Credits)
		case *Audio:
			f(at, &x.Credits)
		}
	}
	w.article(a)
}

// credits looks for names that are more than one name.
func (r *reviewer) credits() {
	r.a.creditLists(func(at string, list *[]Credit) {
		for i, c := range *list {
			r.credit(at, i, c)
		}
	})
}

func (r *reviewer) credit(list string, i int, c Credit) {
	left, right, ok := cutName(c.Name)
	if !ok || !isPersonName(left) {
		return
	}
	// change returns a change of the list, if the credit still stands there.
	change := func(do func(list *[]Credit)) func(*Article) bool {
		return func(a *Article) (done bool) {
			a.creditLists(func(at string, now *[]Credit) {
				if at == list && i < len(*now) && (*now)[i].Name == c.Name && (*now)[i].Organization == c.Organization {
					do(now)
					done = true
				}
			})
			return done
		}
	}
	at := string(appendIndex([]byte(list), i)) + ".name"
	switch {
	case isPersonName(right):
		f := r.add(at, "names-in-one", SeverityWarning,
			"Có vẻ là hai người: “%s” và “%s”.", "These seem to be two persons: “%s” and “%s”.", left, right)
		if c.Organization == nil {
			f.fix(left, change(func(list *[]Credit) {
				*list = slices.Insert(*list, i+1, Credit{Name: right, Role: c.Role, JobTitle: c.JobTitle})
				(*list)[i].Name = left
			}))
		}
	case isOrganizationName(right) && !jobWords[strings.ToLower(firstWord(right))]:
		f := r.add(at, "name-with-organization", SeverityWarning,
			"Tên người và cơ quan dính vào nhau: “%s” và “%s”.", "A person and an organization are in one name: “%s” and “%s”.", left, right)
		if c.Organization == nil {
			f.fix(left, change(func(list *[]Credit) {
				(*list)[i].Name, (*list)[i].Organization = left, &Organization{Name: right}
			}))
		}
	}
}

// cutName cuts a name in two.
func cutName(name string) (left, right string, ok bool) {
	for _, sep := range []string{" - ", " – ", " — ", "/", ", ", " (", " và ", " & "} {
		if left, right, ok = strings.Cut(name, sep); ok {
			right = strings.TrimSuffix(strings.TrimSpace(right), ".")
			if sep == " (" {
				right = strings.TrimSuffix(right, ")")
			}
			return strings.TrimSpace(left), right, true
		}
	}
	return "", "", false
}

// organizationWords begin or stand in the names of offices and papers, and never in
// names of persons.
var organizationWords = set("báo ban sở cục bộ ubnd huyện tỉnh xã phường news online times")

// jobWords begin job titles, which belong into JobTitle.
var jobWords = set("trưởng phó chủ giám bí phóng biên cộng ctv pv btv ts ts. ths ths. gs gs. pgs pgs. luật bác nhà thạc tiến giáo đại thiếu trung thượng")

func firstWord(s string) string {
	word, _, _ := strings.Cut(s, " ")
	return word
}

// isOrganizationName reports whether s reads like the name of an office or a paper:
// unlike a person's it has such a word, a word in small letters ("Hội Nông dân"),
// an abbreviation, or a dot.
func isOrganizationName(s string) bool {
	for w := range strings.FieldsSeq(s) {
		first, _ := utf8.DecodeRuneInString(w)
		if organizationWords[strings.ToLower(w)] || isAbbreviation(w) || strings.Contains(w, ".") || unicode.IsLower(first) {
			return true
		}
	}
	return false
}

// isAbbreviation reports whether w is two or more capitals, such as "TTXVN".
func isAbbreviation(w string) bool {
	n := 0
	for _, c := range strings.Trim(w, ".,()") {
		if !unicode.IsUpper(c) && c != '&' && !unicode.IsDigit(c) {
			return false
		}
		n++
	}
	return n >= 2
}

// isPersonName reports whether s reads like a person's name: two to five words
// with capitals, none of which is an organization's.
func isPersonName(s string) bool {
	words := strings.Fields(s)
	if len(words) < 2 || len(words) > 5 || isOrganizationName(s) {
		return false
	}
	for _, w := range words {
		for i, c := range w {
			if i == 0 && !unicode.IsUpper(c) || i > 0 && !unicode.IsLetter(c) && !unicode.Is(unicode.M, c) {
				return false
			}
		}
	}
	return true
}

// times looks at the times of the article.
func (r *reviewer) times() {
	a := r.a
	if a.Published.IsZero() && a.Status != StatusDraft {
		r.add("published", "missing-published", SeverityHint,
			"Bài chưa có thời điểm xuất bản.", "The article has no time of publication.")
	}
	named := []struct {
		name string
		t    time.Time
	}{{"published", a.Published}, {"modified", a.Modified}, {"embargoedUntil", a.EmbargoedUntil}, {"expires", a.Expires}}
	for i, x := range named {
		if x.t.IsZero() {
			continue
		}
		if y := x.t.Year(); x.name != "expires" && (y < 1990 || y > 2100) {
			r.add(x.name, "implausible-time", SeverityWarning, "Năm %d khó có thể đúng.", "The year %d is hard to believe.", y)
		}
		for _, before := range named[:i] {
			if d := x.t.Sub(before.t); !before.t.IsZero() && x.name != "expires" && (d == 7*time.Hour || d == -7*time.Hour) {
				r.add(x.name, "seven-hours", SeverityWarning,
					"Lệch đúng bảy giờ so với %s: có lẽ giờ Việt Nam bị ghi là giờ UTC.",
					"The time differs from %s by exactly seven hours: Vietnam's time may have been stored as UTC.", before.name)
			}
		}
	}
	if h, m, s := a.Published.Clock(); !a.Published.IsZero() && h == 0 && m == 0 && s == 0 && a.Published.Nanosecond() == 0 {
		r.add("published", "date-only", SeverityHint,
			"Thời điểm xuất bản là đúng nửa đêm: có lẽ chỉ có ngày, không có giờ.", "The time of publication is midnight: perhaps only the day was known.")
	}
	r.coverage()
	for i, c := range a.Corrections {
		at := string(appendIndex([]byte("corrections"), i))
		if !a.Published.IsZero() && !c.Time.IsZero() && c.Time.Before(a.Published) {
			r.add(at+".time", "implausible-time", SeverityWarning,
				"Đính chính có trước khi bài được xuất bản.", "The correction was made before the article was published.")
		}
		if a.Modified.IsZero() && !a.Published.IsZero() && c.Time.After(a.Published) || !a.Modified.IsZero() && c.Time.After(a.Modified) {
			f := r.add(at, "missing-modified", SeverityWarning,
				"Bài đã đính chính nhưng thời điểm cập nhật chưa đổi.", "The article has been corrected since it was last marked as modified.")
			f.fix(c.Time.Format(time.RFC3339), func(a *Article) bool {
				if i >= len(a.Corrections) || !a.Corrections[i].Time.Equal(c.Time) || !a.Modified.Before(c.Time) {
					return false
				}
				a.Modified = c.Time
				return true
			})
		}
	}
}

// coverage looks for updates outside the coverage of a live page, and in another
// order than newest first.
func (r *reviewer) coverage() {
	if r.a.Live == nil {
		return
	}
	start, end := r.a.Live.Start, r.a.Live.End
	before, found := -1, false
	for i, u := range r.a.Live.Updates {
		if before >= 0 && !found && r.a.Live.Updates[before].Published.Before(u.Published) {
			found = true // once, since its change sorts all
			f := r.add(string(appendIndex([]byte("live.updates"), i)), "update-order", SeverityWarning,
				"Tin này mới hơn tin đứng trước: tin mới nhất phải đứng đầu.", "The update is newer than the one before it: the newest stands first.")
			f.fix("", sortUpdates)
		}
		if !u.Pinned { // which may stand first
			before = i
		}
		if !u.Published.IsZero() && (!start.IsZero() && u.Published.Before(start) || !end.IsZero() && u.Published.After(end)) {
			r.add(string(appendIndex([]byte("live.updates"), i))+".published", "implausible-time", SeverityWarning,
				"Tin này nằm ngoài thời gian tường thuật.", "The update lies outside the time of the coverage.")
		}
	}
}

// sortUpdates puts the updates into their order, newest first, unless they are.
func sortUpdates(a *Article) bool {
	newer := func(u, v Update) int { return v.Published.Compare(u.Published) }
	if a.Live == nil || slices.IsSortedFunc(a.Live.Updates, newer) {
		return false
	}
	slices.SortStableFunc(a.Live.Updates, newer)
	return true
}

package article

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
)

// A Finding is something an editor would want to know before an article goes out.
// Unlike a [Fault], it hinders no printer.
type Finding struct {
	// Path names the field, such as "body[3].text".
	Path string `json:"path"`

	// Code is one of the codes in the table of [Article.Review]. It never
	// changes its meaning.
	Code string `json:"code"`

	Severity Severity `json:"severity"`

	// Vi and En are the message for people, in Vietnamese and in English.
	Vi string `json:"vi"`
	En string `json:"en"`

	// Fix is what [Finding.Apply] would write there; if it is empty and Fixable
	// is true, Apply takes something away, or puts it into order.
	Fix string `json:"fix,omitempty"`

	// Fixable says that Apply can make the change without a person's thought.
	Fixable bool `json:"fixable,omitempty"`

	apply func(*Article) bool
}

// A Severity says how much a finding matters.
type Severity string

// The severities.
const (
	SeverityError   Severity = "error"   // readers would be misled or shut out
	SeverityWarning Severity = "warning" // most likely a mistake
	SeverityHint    Severity = "hint"    // worth a look
)

// String returns the severity, the path, the code and the English message.
func (f Finding) String() string {
	return fmt.Sprintf("%s: %s: %s: %s", f.Severity, f.Path, f.Code, f.En)
}

// Apply makes the change in a, the article of the review or a copy of it, and
// reports whether it did. It does nothing if the finding is not Fixable, or if
// the place does not hold any more what Review saw there. A change can move what
// comes after it, so apply several findings from the last to the first.
func (f Finding) Apply(a *Article) bool { return f.apply != nil && f.apply(a) }

// Review returns what an editor would want to know before the article goes out,
// in the order of the article, as far as a program can see it. It would rather
// miss something than report what is right. The checks of spelling look at
// Vietnamese text alone. Review takes time in proportion to the article, and
// expects a normalized one. It reports the first 200 findings of each code.
//
// The codes are, with those that are sometimes Fixable marked by a star:
//
//	all-caps               a headline or paragraph in capitals
//	byline-in-text*        the author's name once more as the last paragraph
//	caption-in-text*       a caption left in the text after its picture
//	date-only              a time of publication that is midnight
//	decorative-alt*        an alternative text of a picture that is marked as decorative
//	empty-section          a heading with nothing under it
//	generic-alt            an alternative text that says nothing, such as a file name
//	headline-date*         a date pasted before the headline
//	headline-full-stop*    a full stop after the headline
//	headline-repeated*     the headline once more at the head of the text
//	implausible-time       a time before the web, far in the future, or out of order
//	joined-words*          a space lost between two words, as in "viêncác"
//	lead-repeated*         the lead once more at the head of the text
//	link-text              a link text that says nothing alone, such as "tại đây"
//	markup-in-text*        markup that was taken for text, such as "&amp;" or "<b>"
//	misplaced-tone*        a tone mark on the wrong letter, as in "cuả"
//	missing-alt            a picture without alternative text
//	missing-link-text      a link in a list without text
//	missing-modified*      a correction after which the article was not marked as modified
//	missing-published      no time of publication
//	name-with-organization*  a person and an organization in one name
//	names-in-one*          two persons in one name
//	repeated-alt           different pictures with the same alternative text
//	repeated-paragraph*    a long paragraph that was there already
//	seven-hours            two times that differ by Vietnam's offset from UTC
//	slug-lost-letters*     a slug that has lost its đ
//	table-span             a cell that reaches out of its table or into another cell
//	text-twice*            the whole text pasted twice
//	unbalanced-quote*      a quotation mark without its partner
//	update-order*          an update that is newer than the one before it
func (a *Article) Review() []Finding {
	if a == nil {
		return nil
	}
	r := reviewer{a: a, vietnamese: isVietnamese(a.Lang), count: map[string]int{}}
	r.headline()
	r.words()
	r.quotes()
	r.pictures()
	r.links()
	r.structure()
	r.repetitions()
	r.credits()
	r.times()
	r.slug()
	return sortFindings(a, r.findings)
}

func isVietnamese(lang string) bool {
	return lang == "" || lang == "vi" || strings.HasPrefix(strings.ToLower(lang), "vi-")
}

// A reviewer collects findings.
type reviewer struct {
	a          *Article
	vietnamese bool
	findings   []Finding
	count      map[string]int // of the findings, by code
}

// maxFindings is the most that are reported with one code.
const maxFindings = 200

// add adds a finding that a person must deal with. The arguments belong into both
// messages.
func (r *reviewer) add(path, code string, s Severity, vi, en string, args ...any) *Finding {
	if r.count[code]++; r.count[code] > maxFindings {
		return new(Finding)
	}
	r.findings = append(r.findings, Finding{
		Path: path, Code: code, Severity: s, Vi: fmt.Sprintf(vi, args...), En: fmt.Sprintf(en, args...),
	})
	return &r.findings[len(r.findings)-1]
}

// fix gives the finding its change.
func (f *Finding) fix(text string, apply func(*Article) bool) {
	f.Fix, f.Fixable, f.apply = text, true, apply
}

// sortFindings puts the findings into the order in which the walker meets their
// paths. It keeps the order of those with the same path.
func sortFindings(a *Article, findings []Finding) []Finding {
	if len(findings) < 2 {
		return findings
	}
	place := map[string]int{}
	for _, f := range findings {
		for p := f.Path; p != ""; p = outer(p) {
			place[p] = 0
		}
	}
	n := 0
	met := func(w *walker) {
		n++
		if p, ok := place[string(w.path)]; ok && p == 0 {
			place[string(w.path)] = n
		}
	}
	w := &walker{}
	w.node = func(any) { met(w) }
	w.text = func(*Text) { met(w) }
	w.str = func(use, *string) { met(w) }
	w.article(a)
	of := func(p string) int {
		for place[p] == 0 && p != "" { // an empty field is not met
			p = outer(p)
		}
		return place[p]
	}
	slices.SortStableFunc(findings, func(f, g Finding) int {
		return cmp.Or(cmp.Compare(topField(f.Path), topField(g.Path)), cmp.Compare(of(f.Path), of(g.Path)))
	})
	return findings
}

// outer returns the path of what holds the thing at path.
func outer(path string) string { return path[:max(strings.LastIndexAny(path, ".["), 0)] }

// topField returns the place among the fields of Article of the one that path
// begins with.
func topField(path string) int {
	return articlePlan.index[path[:end(path, ".[")]]
}

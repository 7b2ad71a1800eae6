package related

import (
	"strings"
	"time"
)

// A Hit is a document that answers a query.
type Hit struct {
	ID string

	// Score is above 0 and at most 1: the share of the query's weight that the
	// document has, lessened by its age. It is comparable within one answer.
	Score float64

	// Published is when the document was published, in UTC; zero if unknown.
	Published time.Time

	// Pinned says that the hit is on the editor's own list.
	Pinned bool

	// Reasons are the strongest things in common, strongest first, and then how
	// near in time the two are, by the calendar of the time zone of the article
	// that was asked for (that of Vietnam for a Vietnamese one in UTC).
	Reasons []Reason

	// AlsoIn are the IDs of near-duplicates that would have been hits as well, best
	// first: those among the best documents, twice as many as hits were asked for.
	AlsoIn []string
}

// A Reason is something that two articles have in common.
type Reason struct {
	Kind Kind

	// Text is the word, phrase or name, as the article that was asked for spells
	// it, composed (NFC). For KindTime it is "day", "week" or "month".
	Text string
}

// Line returns the reasons of h as one line for readers, such as "cùng nhắc: đò
// ngang, bến An Hải; cùng tuần". lang "en", or one that begins with "en-", gives
// English, any other Vietnamese. Without reasons it is empty. The line is text:
// it must be escaped like any other.
func (h *Hit) Line(lang string) string {
	words := &lineVi
	if lang == "en" || strings.HasPrefix(lang, "en-") {
		words = &lineEn
	}
	var parts []string
	for _, g := range lineGroups {
		var names []string
		for _, r := range h.Reasons {
			for _, k := range g {
				if r.Kind == k {
					names = append(names, r.Text)
				}
			}
		}
		if len(names) > 0 {
			parts = append(parts, words.kinds[g[0]]+strings.Join(names, ", "))
		}
	}
	for _, r := range h.Reasons {
		if r.Kind == KindTime {
			parts = append(parts, words.times[r.Text])
		}
	}
	return strings.Join(parts, "; ")
}

// Label returns what readers call k, such as "nhân vật" or, for lang "en" and those
// that begin with "en-", "person": a heading for the parts of an [Explanation].
// It is empty for a kind that there is not.
func (k Kind) Label(lang string) string {
	l := labels[k]
	if lang == "en" || strings.HasPrefix(lang, "en-") {
		return l[1]
	}
	return l[0]
}

// labels of the kinds in Vietnamese and English.
var labels = map[Kind][2]string{
	KindText:         {"từ ngữ", "words"},
	KindTag:          {"chủ đề", "topic"},
	KindPerson:       {"nhân vật", "person"},
	KindOrganization: {"tổ chức", "organization"},
	KindPlace:        {"địa điểm", "place"},
	KindEvent:        {"sự kiện", "event"},
	KindDocument:     {"văn bản", "document"},
	KindSeries:       {"loạt bài", "series"},
	KindSection:      {"chuyên mục", "section"},
	KindTime:         {"thời gian", "time"},
}

// lineGroups are the kinds that share a heading in a line, in the order of the
// line.
var lineGroups = [][]Kind{
	{KindSeries},
	{KindDocument},
	{KindText, KindPerson, KindOrganization, KindPlace, KindEvent},
	{KindTag},
	{KindSection},
}

// lineWords are the words of a line in one language: headings by the first kind
// of a group, and times.
type lineWords struct {
	kinds map[Kind]string
	times map[string]string
}

var (
	lineVi = lineWords{
		map[Kind]string{
			KindSeries: "cùng loạt bài: ", KindDocument: "cùng văn bản: ", KindText: "cùng nhắc: ",
			KindTag: "cùng chủ đề: ", KindSection: "cùng mục: ",
		},
		map[string]string{"day": "cùng ngày", "week": "cùng tuần", "month": "cùng tháng"},
	}
	lineEn = lineWords{
		map[Kind]string{
			KindSeries: "same series: ", KindDocument: "same document: ", KindText: "both mention ",
			KindTag: "same topic: ", KindSection: "same section: ",
		},
		map[string]string{"day": "same day", "week": "same week", "month": "same month"},
	}
)

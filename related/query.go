package related

import (
	"cmp"
	"strings"
	"time"
	"unicode/utf8"
)

// A Query says what is wanted of an answer. The zero Query asks for ten hits
// among all documents, whatever their age, with three reasons each.
type Query struct {
	// N is how many hits are wanted; zero means 10, and 4096 is the most.
	N int

	// Section, if not empty, keeps documents that stand in that section or below
	// it; Lang those whose language tag is Lang or begins with Lang and a
	// hyphen, without regard to case, a document without one being in "vi".
	Section, Lang string

	// After and Before, if not zero, keep documents published at After or later,
	// and before Before. Documents without a time are then left out.
	After, Before time.Time

	// Exclude, if not nil, leaves out the documents for which it is true. It may be
	// called for any document of the index, any number of times.
	Exclude func(id string) bool

	// HalfLife is the time in which a score loses half its worth; zero means that
	// age does not matter. Age is the distance from Now, and if that is zero from
	// the publication of the document that is asked for, in either direction. A
	// document without a time has no age.
	HalfLife time.Duration
	Now      time.Time

	// Diversity, from 0 to 1, is how much a hit is held back for saying the same
	// as a better one (maximal marginal relevance). Zero means not at all.
	Diversity float64

	// MinShare, from 0 to 1, is the share of the best hit's score that a hit must
	// have, those of the editor's list aside. Zero asks for all N hits, however
	// little the last of them have in common; a quarter leaves out what a reader
	// would hardly call related.
	MinShare float64

	// Reasons is how many reasons a hit carries at most; zero means 3, a negative
	// number none.
	Reasons int

	// Copies keeps copies of the document that is asked for, which are left out
	// otherwise.
	Copies bool

	// Shares, if not nil, replaces how much the kinds of features weigh. A kind
	// that it does not hold keeps its share, one that it holds as zero counts for
	// nothing.
	Shares map[Kind]float64

	// Candidates is how many documents are scored in full: at least three times
	// the hits, at most 16384. More find a little more and take longer. Zero means 34
	// and one more for every 1280 documents, at most 256; of these, those beyond three
	// times the hits are left out whose rare words weigh less than half of what those
	// of the N-th do. For texts of less than a hundred syllables, whose few rare words
	// choose less well, it means six times as many, and none is left out.
	Candidates int
}

func (q *Query) n() int {
	if q.N <= 0 {
		return 10
	}
	return min(q.N, 1<<12)
}

func (q *Query) reasons() int {
	if q.Reasons == 0 {
		return 3
	}
	return max(q.Reasons, 0)
}

// candidates returns how many documents are to be scored in full: never less than
// three times the hits, for collapsing copies and age take some away.
func (q *Query) candidates(docs int, p *plan) int {
	n := q.Candidates
	if n <= 0 {
		n = min(leastCandidates+docs/candidateEvery, mostCandidates)
		if p.syllables < shortQuery {
			n *= 6
		}
	}
	return min(max(n, 3*q.n()), 1<<14)
}

// enough returns what the rare terms of a candidate must add up to, so that it is worth
// scoring in full; values are what they add up to for each.
func (q *Query) enough(p *plan, values []uint16) uint32 {
	n := q.n()
	if q.Candidates > 0 || p.search || p.syllables < shortQuery || len(values) <= 3*n {
		return 0
	}
	return uint32(min(nthGreatest(values, n)/2, nthGreatest(values, 3*n)))
}

// inTime reports whether q keeps a document of that time.
func (q *Query) inTime(published int64) bool {
	if q.After.IsZero() && q.Before.IsZero() {
		return true
	}
	return published != noTime &&
		(q.After.IsZero() || published >= q.After.Unix()) &&
		(q.Before.IsZero() || published < q.Before.Unix())
}

// inGroup reports whether q keeps documents of that language and those sections.
func (q *Query) inGroup(lang string, sections []string) bool {
	if q.Lang != "" && !isLang(lang, q.Lang) {
		return false
	}
	if q.Section == "" {
		return true
	}
	for _, s := range sections {
		if s == valid(q.Section) {
			return true
		}
	}
	return false
}

// isLang reports whether a language tag, Vietnamese if it is empty, is want or begins
// with it.
func isLang(lang, want string) bool {
	lang = cmp.Or(lang, "vi")
	return len(lang) >= len(want) && strings.EqualFold(lang[:len(want)], want) && (len(lang) == len(want) || lang[len(want)] == '-')
}

// noTime stands for an unknown time in seconds since 1970.
const noTime = -1 << 63

func secondsOf(t time.Time) int64 {
	if s := t.Unix(); !t.IsZero() && firstSecond <= s && s <= lastSecond {
		return s
	}
	return noTime
}

// The years 0 to 9999 in seconds since 1970.
const firstSecond, lastSecond = -62167219200, 253402300799

// valid returns s as it is after having been in JSON.
func valid(s string) string {
	if utf8.ValidString(s) {
		return s
	}
	return string([]rune(s))
}

// groupOf returns the group of d.
func groupOf(d *Doc) *group {
	g := &group{Lang: valid(d.Lang)}
	for _, s := range d.Sections {
		g.Sections = append(g.Sections, valid(s))
	}
	return g
}

func timeOf(seconds int64) time.Time {
	if seconds == noTime {
		return time.Time{}
	}
	return time.Unix(seconds, 0).UTC()
}

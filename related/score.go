package related

import (
	"math"
	"slices"
	"sync/atomic"
)

// How a document is scored. Every term of the query that the document has adds
//
//	weight · tf/(tf + k1·(1-b + b·length/pivot))
//
// where weight is idf·(1 + idf/idfBend) · (frequency in the query)^queryPower · the
// share of its class, idf is log((N+0.5)/df), and pivot is the mean length of the
// documents. That is BM25 with a slightly steeper idf. The numbers below were tuned on
// two tasks over 50,000 Vietnamese news articles: finding an article by the other
// half of its sentences, and finding its body by its title and lead.
//
// All of it is done in whole numbers, so that a sum does not depend on the order
// of its parts: weights are scaled such that no sum of rare terms passes 32767.
const (
	idfBend    = 40
	queryPower = 0.92

	syllableK1 = 1.3 // of syllables
	syllableB  = 1.0
	pairK1     = 0.6 // of pairs
	pairB      = 1.0
	featureK1  = 0.6 // of features, which a document has once or not at all
	featureB   = 0.3

	pairShare = 0.25

	// A feature weighs as if the query named it this often, and as often again
	// for every featureEvery syllables of the query.
	featureEvery = 64
)

// featureShares are the shares of the kinds of features.
var featureShares = map[Kind]float64{
	KindSeries: 3, KindDocument: 2.5, KindPerson: 2, KindEvent: 2,
	KindOrganization: 1.5, KindTag: 1.5, KindPlace: 1, KindSection: 0.3,
}

// Terms in more documents than this are common: they do not choose candidates,
// they only rank them.
func commonAbove(docs int) int { return max(128, docs/200) }

const (
	// A query adds up the postings of its heaviest rare terms until there are
	// this many.
	maxPostings = 1 << 16

	// maxSum is the most that the weights of rare terms add up to.
	maxSum = 1<<15 - 1

	// Scored in full are leastCandidates and one more for every candidateEvery
	// documents, up to mostCandidates.
	leastCandidates = 34
	mostCandidates  = 256
	candidateEvery  = 1280

	// Shorter queries, in syllables, need more.
	shortQuery = 100
)

// termClass says by which constants a term is scored.
type termClass uint8

const (
	syllableTerm termClass = iota
	pairTerm
	featureTerm
	termClasses
)

// impacts tells what a term adds to a document of some length, in 1/256 of its
// weight.
type impacts struct {
	of [termClasses][256][8]uint8 // by class, length and level

	// rows are the same by length, and then by class and level, of which there is
	// room for 16: a document's are in one line of the cache.
	rows [256][rowSize]uint8
}

const rowSize = 4 * 16

func newImpacts(pivot lengthClass) *impacts {
	t := new(impacts)
	for c, p := range [termClasses]struct{ k1, b float64 }{
		{syllableK1, syllableB}, {pairK1, pairB}, {featureK1, featureB},
	} {
		for l := range t.of[c] {
			k := p.k1 * (1 - p.b + p.b*lengthOf(uint8(l))/lengthOf(pivot))
			for i, tf := range levelFrequency {
				t.of[c][l][i] = uint8(math.Round(255 * tf / (tf + k)))
			}
			copy(t.rows[l][16*c:], t.of[c][l][:])
		}
	}
	return t
}

// impactTables holds the tables that have been asked for, by pivot.
var impactTables [256]atomic.Pointer[impacts]

func impactsOf(pivot lengthClass) *impacts {
	t := impactTables[pivot].Load()
	if t == nil {
		t = newImpacts(pivot)
		impactTables[pivot].Store(t)
	}
	return t
}

// A planTerm is a term of a query.
type planTerm struct {
	key     Key
	class   termClass
	rare    bool   // chooses candidates
	df      uint32 // documents that have it
	groupDF uint32 // if not zero, what it is weighed by instead
	w       uint32 // weight; a document gets at most w·255/256 from it

	count  float64 // in the query, times the share of its class
	weight float64 // what w is rounded from
	place  place   // where the query has it
	lists  int32   // where its lists begin, see run.lists
}

// A plan is a query ready to run: its terms with their weights.
type plan struct {
	terms []planTerm
	kept  []planTerm // the buffer that terms is not in
	order []uint64   // another one
	docs  uint32
	ideal float64 // what a document would get that has every term at full impact

	syllables int // of the query

	// chosen says that some terms are rare. If none is, every document that has
	// any term is a candidate.
	chosen bool

	// search says that the plan is of a few words rather than of a text: if their
	// weight is mostly that of common ones, these choose as well.
	search bool
}

// weigh computes the weights from the df of each term, drops the terms that no
// document has or that are too many.
func (p *plan) weigh(docs int) {
	p.docs = uint32(docs)
	logDocs := math.Log(float64(docs) + 0.5)
	common := uint32(commonAbove(docs))
	// What is rare cannot be foreseen: the loops have no branches on it.
	n, postings, sum, all := 0, 0, 0.0, 0.0
	for i := range p.terms {
		t := &p.terms[i]
		if t.df == 0 {
			continue
		}
		t.rare = t.df <= common
		df := t.df
		if t.groupDF > 0 {
			df = t.groupDF
		}
		idf := logDocs - logOf(df)
		t.weight = idf * (1 + idf*(1.0/idfBend)) * t.count
		rare := 0
		if t.rare {
			rare = 1
		}
		postings += int(t.df) * rare
		sum += t.weight * float64(rare)
		all += t.weight
		if n < i {
			p.terms[n] = *t
		}
		n++
	}
	kept := p.terms[:n]
	if postings > maxPostings {
		kept, p.kept = p.sort(kept), kept
		kept, sum, all = p.heaviest(kept)
	}
	p.terms, p.ideal, p.chosen = kept, 0, sum > 0 && (!p.search || 2*sum > all)
	if !p.chosen {
		sum = all
	}
	if sum == 0 {
		p.terms = nil
		return
	}
	scale := maxSum / sum
	ideal := uint64(0)
	for i := range kept {
		w := uint32(maxSum)
		if x := scale * kept[i].weight; x < maxSum {
			w = uint32(x)
		}
		kept[i].w = w
		ideal += uint64(part(w, 255))
	}
	p.ideal = float64(ideal)
}

// heaviest drops rare terms of sorted ones so that those left have at most maxPostings.
// It returns them, and the sum of the weights of the rare ones and of all.
func (p *plan) heaviest(terms []planTerm) (kept []planTerm, sum, all float64) {
	postings := uint32(0)
	kept = terms[:0]
	for i := range terms {
		t := &terms[i]
		if t.rare {
			if postings+t.df > maxPostings {
				continue
			}
			postings += t.df
			sum += t.weight
		}
		all += t.weight
		kept = append(kept, *t)
	}
	return kept, sum, all
}

// logs are the logarithms of small numbers.
var logs = func() (t [1 << 12]float64) {
	for n := range t {
		t[n] = math.Log(float64(n))
	}
	return t
}()

func logOf(n uint32) float64 {
	if int(n) < len(logs) {
		return logs[n]
	}
	return math.Log(float64(n))
}

// sort returns terms in order of weight, the greatest first, and of equal ones in
// order of appearance. Weights are compared by their 44 highest bits.
func (p *plan) sort(terms []planTerm) []planTerm {
	order := p.order[:0]
	for i := range terms {
		order = append(order, ^math.Float64bits(terms[i].weight)&^orderMask|uint64(i))
	}
	slices.Sort(order)
	sorted := p.kept[:0]
	for _, o := range order {
		sorted = append(sorted, terms[o&orderMask])
	}
	p.order = order
	return sorted
}

// orderMask is where plan.sort keeps the number of a term.
const orderMask = 1<<20 - 1

// part returns what a term of weight w adds at the given impact.
func part(w uint32, impact uint8) uint32 { return w * uint32(impact) >> 8 }

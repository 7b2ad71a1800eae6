package related

import (
	"cmp"
	"math"
	"slices"
	"sync/atomic"
)

// How a document is scored. Every term of the query that the document has adds
//
//	weight · tf/(tf + k1·(1-b + b·length/pivot))
//
// where weight is idf^idfPower · (frequency in the query)^queryPower · the share
// of its class, idf is log((N+0.5)/df), and pivot is the mean length of the
// documents. That is BM25 with a steeper idf. The numbers below were tuned on
// two tasks over 50,000 Vietnamese news articles: finding an article by the other
// half of its sentences, and finding its body by its title and lead.
//
// All of it is done in whole numbers, so that a sum does not depend on the order
// of its parts: weights are scaled such that no sum of rare terms passes 32767.
const (
	idfPower   = 1.1
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
func commonAbove(docs int) int { return max(256, docs/100) }

const (
	// A query adds up the postings of its heaviest rare terms until there are
	// this many.
	maxPostings = 1 << 16

	// maxSum is the most that the weights of rare terms add up to.
	maxSum = 1<<15 - 1

	// defaultCandidates are scored in full.
	defaultCandidates = 128
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
type impacts [termClasses][256][8]uint8

func newImpacts(pivot lengthClass) *impacts {
	t := new(impacts)
	for c, p := range [termClasses]struct{ k1, b float64 }{
		{syllableK1, syllableB}, {pairK1, pairB}, {featureK1, featureB},
	} {
		for l := range t[c] {
			k := p.k1 * (1 - p.b + p.b*lengthOf(uint8(l))/lengthOf(pivot))
			for i, tf := range levelFrequency {
				t[c][l][i] = uint8(math.Round(255 * tf / (tf + k)))
			}
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
	key   Key
	class termClass
	rare  bool   // chooses candidates
	df    uint32 // documents that have it
	w     uint32 // weight; a document gets at most w·255/256 from it

	count  float64 // in the query, times the share of its class
	weight float64 // what w is rounded from
	place  place   // where the query has it
	lists  int32   // where its lists begin, see run.lists
}

// A plan is a query ready to run: its terms with their weights, heaviest first.
type plan struct {
	terms []planTerm
	pivot lengthClass
	docs  uint32
	ideal float64 // what a document would get that has every term at full impact

	// chosen says that some terms are rare. If none is, every document that has
	// any term is a candidate.
	chosen bool
}

// weigh computes the weights from the df of each term, drops the terms that no
// document has or that are too many, and puts the others in order.
func (p *plan) weigh(docs int) {
	p.docs = uint32(docs)
	common := uint32(commonAbove(docs))
	terms := p.terms[:0]
	for _, t := range p.terms {
		if t.df == 0 {
			continue
		}
		t.rare = t.df <= common
		t.weight = math.Pow(math.Log((float64(docs)+0.5)/float64(t.df)), idfPower) * t.count
		terms = append(terms, t)
	}
	slices.SortFunc(terms, func(a, b planTerm) int {
		return cmp.Or(cmp.Compare(b.weight, a.weight), cmp.Compare(a.key, b.key))
	})
	postings, sum, all, kept := uint32(0), 0.0, 0.0, terms[:0]
	for _, t := range terms {
		if t.rare {
			if postings+t.df > maxPostings {
				continue
			}
			postings += t.df
			sum += t.weight
		}
		all += t.weight
		kept = append(kept, t)
	}
	p.terms, p.ideal, p.chosen = kept, 0, sum > 0
	if !p.chosen {
		sum = all
	}
	if sum == 0 {
		p.terms = nil
		return
	}
	for i := range kept {
		kept[i].w = uint32(min(maxSum/sum*kept[i].weight, maxSum))
		p.ideal += float64(part(kept[i].w, 255))
	}
}

// part returns what a term of weight w adds at the given impact.
func part(w uint32, impact uint8) uint32 { return w * uint32(impact) >> 8 }

package related

import (
	"math"
	"slices"
)

// A place is where a query has a term, first inside a sentence if it can be.
type place struct {
	field      uint8 // titleField … sectionField
	inside     bool  // not at the beginning of a sentence, where it would be capitalized
	start, end int32 // in the text of the field; of a feature: its index in the query
}

// The fields of a query.
const (
	titleField = iota
	leadField
	bodyField
	featureField
	sectionField
)

// A planner turns queries into plans. It keeps buffers; the zero planner is ready.
type planner struct {
	an          analyzer
	terms, kept []planTerm
	order       []uint64
}

// plan makes the plan of a query for documents related to d; weights are still
// to be computed. It is valid until the planner's next use. The sketch is that of
// d, or none if q keeps copies, which is all that it is needed for.
func (p *planner) plan(d *Doc, q *Query) (made plan, own Sketch) {
	p.begin()
	a := &p.an
	a.tokens = a.sc.scan(a.tokens[:0], d.Title)
	lead := len(a.tokens)
	a.tokens = a.sc.scan(a.tokens, d.Lead)
	body := len(a.tokens)
	a.tokens = a.sc.scan(a.tokens, d.Body)
	n := len(a.tokens)
	p.text(titleField, a.tokens[:lead])
	p.text(leadField, a.tokens[lead:body])
	p.text(bodyField, a.tokens[body:])
	text := a.tokens[lead:]
	if len(text) == 0 {
		text = a.tokens
	}
	if !q.Copies {
		own = a.sk.sketch(text)
	}
	for i := range p.terms {
		t := &p.terms[i]
		if n := int(t.count); n < len(queryCounts) {
			t.count = queryCounts[n]
		} else {
			t.count = math.Pow(t.count, queryPower)
		}
		if t.class == pairTerm {
			t.count *= pairShare
		}
	}
	often := 1 + float64(n)/featureEvery
	for i := range d.Features {
		p.feature(place{field: featureField, start: int32(i)}, d.Features[i], often, q.Shares)
	}
	for i, s := range d.Sections {
		p.feature(place{field: sectionField, start: int32(i)}, Feature{KindSection, s}, often, q.Shares)
	}
	made = p.planOf()
	made.syllables = n
	return made, own
}

// begin forgets the terms of the last plan.
func (p *planner) begin() {
	p.terms = p.terms[:0]
	p.an.counts.reset()
}

// planOf returns a plan of the terms that were added.
func (p *planner) planOf() plan {
	if len(p.terms) > orderMask {
		p.terms = p.terms[:orderMask] // a text of a million different words
	}
	p.kept = slices.Grow(p.kept[:0], len(p.terms))
	p.order = slices.Grow(p.order[:0], len(p.terms))
	return plan{terms: p.terms, kept: p.kept, order: p.order}
}

// queryCounts are small frequencies to the power of queryPower.
var queryCounts = func() (t [64]float64) {
	for i := range t {
		t[i] = math.Pow(float64(i), queryPower)
	}
	return t
}()

// text adds the terms of a field.
func (p *planner) text(field uint8, tokens []token) {
	for i := range tokens {
		t := &tokens[i]
		p.add(keyOf(classSyllable, t.hash), syllableTerm, place{field, t.adjacent, t.start, t.end})
		if t.adjacent {
			prev := &tokens[i-1]
			p.add(keyOf(classPair, hashPair(prev.hash, t.hash)), pairTerm, place{field, prev.adjacent, prev.start, t.end})
		}
	}
}

func (p *planner) add(k Key, c termClass, at place) *planTerm {
	i := p.an.counts.index(k, len(p.terms))
	if i == len(p.terms) {
		p.terms = append(p.terms, planTerm{})
		t := &p.terms[i]
		t.key, t.class, t.place, t.count = k, c, at, 1
		return t
	}
	t := &p.terms[i]
	t.count++
	if at.inside && !t.place.inside {
		t.place = at
	}
	return t
}

func (p *planner) feature(at place, f Feature, often float64, shares map[Kind]float64) {
	share, ok := shares[f.Kind]
	if !ok {
		share = featureShares[f.Kind]
	}
	k, ok := p.an.featureKey(f.Kind, f.Name)
	if !ok || share <= 0 {
		return
	}
	p.add(k, featureTerm, at).count = often * share
}

// spell returns the text of a place as d has it, and what kind of thing it is.
func (d *Doc) spell(at place) (Kind, string) {
	switch at.field {
	case featureField:
		return d.Features[at.start].Kind, d.Features[at.start].Name
	case sectionField:
		return KindSection, d.Sections[at.start]
	}
	return KindText, d.fieldText(at.field)[at.start:at.end]
}

// fieldText returns the text of a field that places of KindText are in.
func (d *Doc) fieldText(field uint8) string {
	switch field {
	case titleField:
		return d.Title
	case leadField:
		return d.Lead
	}
	return d.Body
}

// sum returns what a document gets for p: the terms that are rare, and in all.
// terms are those of the document, sorted by key.
func (p *plan) sum(terms []Term, length lengthClass, imp *impacts) (rare, total uint32) {
	for i := range p.terms {
		t := &p.terms[i]
		if j, ok := slices.BinarySearchFunc(terms, t.key, func(a Term, k Key) int { return int(a.Key) - int(k) }); ok {
			v := part(t.w, imp.of[t.class][length][terms[j].Level])
			total += v
			if t.rare {
				rare += v
			}
		}
	}
	return rare, total
}

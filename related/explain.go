package related

import (
	"cmp"
	"slices"
)

// An Explanation says how a document gets its score: Score is the sum of the
// scores of the parts.
type Explanation struct {
	Score float64
	Parts []Part // greatest first
}

// A Part is what one thing in common adds to a score.
type Part struct {
	Kind  Kind
	Text  string // as the document that was asked for spells it
	Score float64
	Docs  int // how many documents of the index have it
}

// explain makes an Explanation from the contributions of a document. age is what
// age leaves of a score.
func (p *plan) explain(d *Doc, cs []contribution, age float64) Explanation {
	var e Explanation
	for _, c := range cs {
		t := &p.terms[c.term]
		kind, text := d.spell(t.place)
		e.Parts = append(e.Parts, Part{kind, text, float64(c.v) / p.ideal * age, int(t.df)})
	}
	slices.SortStableFunc(e.Parts, func(a, b Part) int { return cmp.Compare(b.Score, a.Score) })
	for _, x := range e.Parts {
		e.Score += x.Score
	}
	return e
}

// Explain takes the score apart that [Index.Related] gives the document with that
// ID for d. ok is false if there is none, or nothing in common.
func (x *Index) Explain(d Doc, id string, q *Query) (e Explanation, ok bool) {
	if q == nil {
		q = new(Query)
	}
	s := x.load()
	i, ok := slices.BinarySearchFunc(s.docs, id, func(r *Record, id string) int { return cmp.Compare(r.ID, id) })
	if !ok {
		return e, false
	}
	var pl planner
	p, _ := pl.plan(&d, q.Shares)
	p.weigh(len(s.docs), func(k Key) uint32 { return uint32(s.df[k]) })
	rs := &records{imp: impactsOf(pivotOf(len(s.docs), s.length))}
	c := rs.add(s.docs[i], 0)
	e = p.explain(&d, rs.contributions(&p, len(p.terms), []candidate{c})[0], q.decay(&d, c.published))
	return e, len(e.Parts) > 0
}

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
// ID for d and q. ok is false if there is no such document, or nothing in common.
// The parts are all that the score is made of, even if the document is no hit. A
// nil q means the zero Query.
func (x *Index) Explain(d Doc, id string, q *Query) (e Explanation, ok bool) {
	if q == nil {
		q = new(Query)
	}
	r := runs.Get().(*run)
	defer r.release()
	p, _ := r.plan(&d, q)
	r.start(x.load(), &p)
	for vi, v := range r.st.views {
		if doc := v.find(id); doc >= 0 {
			c := r.candidate(&found{view: int32(vi), doc: int32(doc)})
			e = p.explain(&d, r.contributions(&p, p.all(), []candidate{c})[0], q.decay(&d, c.published))
			break
		}
	}
	return e, len(e.Parts) > 0
}

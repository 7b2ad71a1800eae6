package related

import (
	"bytes"
	"cmp"
	"math"
	"slices"
	"time"
)

// A candidate is a document on its way to becoming a hit.
type candidate struct {
	id        []byte
	published int64
	sketch    *Sketch
	total     uint32 // what it gets for the plan
	view, doc int32  // for the store it is from

	score  float64
	alsoIn [][]byte
	pinned bool
}

// A contribution is what one term of a plan adds to a document.
type contribution struct {
	term int32 // in the plan
	v    uint32
}

// A store holds the documents of candidates.
type store interface {
	// contributions returns, for each of cands, those of some terms of the plan that
	// it has, in the order of the plan.
	contributions(p *plan, terms []int32, cands []candidate) [][]contribution
}

// all returns the numbers of all terms.
func (p *plan) all() []int32 {
	all := make([]int32, len(p.terms))
	for i := range all {
		all[i] = int32(i)
	}
	return all
}

// compareCandidates orders by score, best first; then the newer; then by ID.
func compareCandidates(a, b *candidate) int {
	return cmp.Or(
		cmp.Compare(b.score, a.score),
		cmp.Compare(b.published, a.published),
		bytes.Compare(a.id, b.id),
	)
}

// sortedCandidates returns the indexes of cs in the order of compareCandidates.
func sortedCandidates(cs []candidate) []uint64 {
	// First by the highest bits of the score, as in plan.sort, which is fast, then
	// those exactly that have the same. There are never too many for orderMask.
	order := make([]uint64, len(cs))
	for i := range cs {
		order[i] = ^math.Float64bits(cs[i].score)&^orderMask | uint64(i)
	}
	slices.Sort(order)
	for i := 0; i < len(order); {
		j := i + 1
		for j < len(order) && order[j]|orderMask == order[i]|orderMask {
			j++
		}
		if j-i > 1 {
			slices.SortFunc(order[i:j], func(a, b uint64) int {
				return compareCandidates(&cs[a&orderMask], &cs[b&orderMask])
			})
		}
		i = j
	}
	for i := range order {
		order[i] &= orderMask
	}
	return order
}

// decay returns what age leaves of a score.
func (q *Query) decay(d *Doc, published int64) float64 {
	now := q.Now
	if now.IsZero() {
		now = d.Published
	}
	if q.HalfLife <= 0 || published == noTime || now.IsZero() {
		return 1
	}
	age := math.Abs(float64(now.Unix() - published))
	return math.Exp2(-age / q.HalfLife.Seconds())
}

// finish makes hits of candidates: cands are those with the highest totals, pins
// those of the editor, in order. own is the sketch of d.
func (q *Query) finish(st store, p *plan, d *Doc, own *Sketch, pins, cands []candidate) []Hit {
	score := func(cs []candidate) {
		for i := range cs {
			if p.ideal > 0 {
				cs[i].score = float64(cs[i].total) / p.ideal * q.decay(d, cs[i].published)
			}
		}
	}
	score(pins)
	score(cands)

	// Of the editor's list nothing is collapsed: the editor has seen it.
	n := q.n()
	hits := append(make([]candidate, 0, n+len(pins)), pins[:min(n, len(pins))]...)
	for i := range hits {
		hits[i].pinned = true
	}
	pinned := len(hits)
	pool := n
	if q.Diversity > 0 {
		pool = pinned + 4*(n-pinned)
	}
	least := 0.0
	for i, k := range sortedCandidates(cands) {
		// Copies are looked for among twice as many as are wanted.
		if len(hits) >= pool && i >= 2*pool || cands[k].score < least {
			break
		}
		c := &cands[k]
		if c.score <= 0 || !q.Copies && own.copies(c.sketch) ||
			slices.ContainsFunc(hits[:pinned], func(h candidate) bool { return bytes.Equal(h.id, c.id) }) {
			continue
		}
		copyOf := -1
		for j := range hits {
			if hits[j].sketch.copies(c.sketch) {
				copyOf = j
				break
			}
		}
		if copyOf >= 0 {
			hits[copyOf].alsoIn = append(hits[copyOf].alsoIn, c.id)
		} else if len(hits) < pool {
			if len(hits) == pinned {
				least = q.MinShare * c.score
			}
			hits = append(hits, *c)
		}
	}
	if q.Diversity > 0 && len(hits) > pinned {
		diversify(hits[pinned:], st.contributions(p, p.all(), hits[pinned:]), min(q.Diversity, 1), n-pinned)
		hits = hits[:min(n, len(hits))]
	}

	out := make([]Hit, len(hits))
	for i, h := range hits {
		out[i] = Hit{ID: string(h.id), Score: h.score, Published: timeOf(h.published), Pinned: h.pinned}
		for _, id := range h.alsoIn {
			out[i].AlsoIn = append(out[i].AlsoIn, string(id))
		}
	}
	if r := q.reasons(); r > 0 && len(hits) > 0 {
		shared := st.contributions(p, p.telling(), hits)
		t := newTeller(p, d)
		defer t.release()
		var bare []candidate
		for i, cs := range shared {
			if out[i].Reasons = t.reasons(cs, r); len(out[i].Reasons) == 0 {
				bare = append(bare, hits[i])
			}
		}
		var rest [][]contribution
		if len(bare) > 0 {
			rest = st.contributions(p, p.all(), bare)
		}
		for i := range out {
			when := timeReason(d, hits[i].published)
			if len(out[i].Reasons) == 0 {
				out[i].Reasons, rest = t.strongest(rest[0], len(when) == 0), rest[1:]
			}
			out[i].Reasons = append(out[i].Reasons, when...)
		}
	}
	return out
}

// diversify moves the n best to the front by maximal marginal relevance: each is
// the one with the most of (1-λ)·score - λ·(the greatest overlap with one
// before), scores being divided by the greatest. Ties keep the order.
func diversify(cands []candidate, cs [][]contribution, lambda float64, n int) {
	top := cands[0].score
	penalty := make([]float64, len(cands))
	for i := range min(n, len(cands)) {
		best, bestValue := i, math.Inf(-1)
		for j := i; j < len(cands); j++ {
			if v := (1-lambda)*cands[j].score/top - lambda*penalty[j]; v > bestValue {
				best, bestValue = j, v
			}
		}
		c, m := cands[best], cs[best]
		pen := penalty[best]
		copy(cands[i+1:best+1], cands[i:best])
		copy(cs[i+1:best+1], cs[i:best])
		copy(penalty[i+1:best+1], penalty[i:best])
		cands[i], cs[i], penalty[i] = c, m, pen
		for j := i + 1; j < len(cands); j++ {
			penalty[j] = max(penalty[j], overlap(m, cs[j]))
		}
	}
}

// overlap returns how much of the lesser of two documents' parts they share.
func overlap(a, b []contribution) float64 {
	var sa, sb, both uint64
	for _, x := range a {
		sa += uint64(x.v)
	}
	for _, x := range b {
		sb += uint64(x.v)
	}
	for i, j := 0, 0; i < len(a) && j < len(b); {
		switch {
		case a[i].term < b[j].term:
			i++
		case a[i].term > b[j].term:
			j++
		default:
			both += uint64(min(a[i].v, b[j].v))
			i, j = i+1, j+1
		}
	}
	if m := min(sa, sb); m > 0 {
		return float64(both) / float64(m)
	}
	return 0
}

// timeReason says whether a hit was published on the same day, in the same week
// (from Monday) or in the same month, by the calendar of where d was published.
func timeReason(d *Doc, published int64) []Reason {
	if d.Published.IsZero() || published == noTime {
		return nil
	}
	a := d.Published.In(zoneOf(d))
	b := time.Unix(published, 0).In(a.Location())
	aw, aweek := a.ISOWeek()
	bw, bweek := b.ISOWeek()
	switch {
	case a.Year() == b.Year() && a.YearDay() == b.YearDay():
		return []Reason{{KindTime, "day"}}
	case aw == bw && aweek == bweek:
		return []Reason{{KindTime, "week"}}
	case a.Year() == b.Year() && a.Month() == b.Month():
		return []Reason{{KindTime, "month"}}
	}
	return nil
}

// zoneOf returns the time zone that d was published in. A Vietnamese article whose
// time is in UTC was published in Vietnam all the same.
func zoneOf(d *Doc) *time.Location {
	if zone := d.Published.Location(); zone != time.UTC || !isLang(d.Lang, "vi") {
		return zone
	}
	return vietnam
}

// vietnam has had one time since 1975.
var vietnam = time.FixedZone("+07", 7*60*60)

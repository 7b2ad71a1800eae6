package related

import (
	"context"
	"fmt"
	"slices"
	"time"
)

// A Record is what there is to keep of a [Doc] in order to score it. A database
// stores it; [RecordOf] makes it. It names the document but holds no text.
type Record struct {
	ID        string
	Published time.Time // in UTC, to the second; zero if unknown
	Lang      string
	Sections  []string
	Length    uint8  // of the text, in eighths of an octave: about 8·log2(syllables)
	Terms     []Term // sorted by key, no key twice
	Sketch    Sketch
}

// RecordOf makes the Record of d.
func RecordOf(d *Doc) Record {
	a := analyzers.Get().(*analyzer)
	defer analyzers.Put(a)
	return a.record(d)
}

func (a *analyzer) record(d *Doc) Record {
	g := groupOf(d)
	r := Record{ID: d.ID, Published: timeOf(secondsOf(d.Published)), Lang: g.Lang, Sections: g.Sections}
	r.Terms, r.Length, r.Sketch = a.terms(nil, d)
	return r
}

// Stats are the statistics of a collection that scores depend on.
type Stats struct {
	Docs   int   // number of documents
	Length int64 // sum of their lengths in syllables, each rounded as Record.Length is; see LengthOf
	DF     map[Key]int
}

// LengthOf returns the number of syllables that a [Record] of that Length counts
// as in [Stats].
func LengthOf(length uint8) int64 { return int64(lengthOf(length)) }

// A Source finds candidates in a large store, such as a database, for [Rank] to
// score. Package relatedtest tests one.
type Source interface {
	// Stats returns the statistics of the collection, with the number of
	// documents that have each of keys; a key that none has may be left out.
	Stats(ctx context.Context, keys []Key) (Stats, error)

	// Candidates returns the records of the n documents for which the sum of the
	// weights of those of terms that they have is greatest, in any order, or of
	// about those: the better it finds them, the nearer Rank is to an Index. It
	// need not know the frequencies of the terms there. Documents that q does not keep
	// may be left out; Rank leaves them out in any case.
	Candidates(ctx context.Context, terms []Weighted, q *Query, n int) ([]Record, error)

	// Records returns the records with these IDs or URLs, those that there are.
	Records(ctx context.Context, names []string) ([]Record, error)
}

// A Weighted is a term of a query and what it is worth.
type Weighted struct {
	Key    Key
	Weight int
}

// Rank answers a query from a Source with the scores that an [Index] of the same
// documents gives. A nil q means the zero Query. The hits are those of the Index
// as far as the Source finds the same candidates.
func Rank(ctx context.Context, src Source, d Doc, q *Query) ([]Hit, error) {
	if q == nil {
		q = new(Query)
	}
	var pl planner
	p, own := pl.plan(&d, q)
	keys := make([]Key, len(p.terms))
	for i := range p.terms {
		keys[i] = p.terms[i].key
	}
	slices.Sort(keys)
	st, err := src.Stats(ctx, slices.Compact(keys))
	if err != nil {
		return nil, fmt.Errorf("related: statistics: %w", err)
	}
	for i := range p.terms {
		p.terms[i].df = uint32(st.DF[p.terms[i].key])
	}
	p.weigh(st.Docs)
	var terms []Weighted
	for i := range p.terms {
		if p.terms[i].rare || !p.chosen {
			terms = append(terms, Weighted{p.terms[i].key, int(p.terms[i].w)})
		}
	}
	var found, named []Record
	if len(terms) > 0 {
		if found, err = src.Candidates(ctx, terms, q, 2*q.candidates(st.Docs, &p)); err != nil {
			return nil, fmt.Errorf("related: candidates: %w", err)
		}
	}
	if len(d.Related) > 0 {
		if named, err = src.Records(ctx, d.Related); err != nil {
			return nil, fmt.Errorf("related: editor's list: %w", err)
		}
	}
	return rankRecords(&p, &d, q, &st, &own, found, named), nil
}

// pivotOf returns the class of the mean length.
func pivotOf(docs int, length int64) lengthClass {
	if docs == 0 {
		return 0
	}
	return lengthClassOf(int(length / int64(docs)))
}

// rankRecords answers from records.
func rankRecords(p *plan, d *Doc, q *Query, st *Stats, own *Sketch, found, named []Record) []Hit {
	rs := &records{imp: impactsOf(pivotOf(st.Docs, st.Length))}
	n := q.candidates(st.Docs, p)
	type rated struct {
		candidate
		rare uint32
	}
	var best []rated
	for i := range found {
		r := &found[i]
		if r.ID == d.ID && d.ID != "" || !q.inTime(secondsOf(r.Published)) || !q.inGroup(r.Lang, r.Sections) ||
			q.Exclude != nil && q.Exclude(r.ID) {
			continue
		}
		rare, total := p.sum(r.Terms, r.Length, rs.imp)
		if !p.chosen {
			rare = total
		}
		if rare > 0 {
			best = append(best, rated{rs.add(r, total), rare})
		}
	}
	slices.SortFunc(best, func(a, b rated) int {
		a.score, b.score = float64(a.rare), float64(b.rare)
		return compareCandidates(&a.candidate, &b.candidate)
	})
	best = best[:min(len(best), n)]
	values := make([]uint16, len(best))
	for i := range best {
		values[i] = uint16(best[i].rare)
	}
	least := q.enough(p, values)
	cands := make([]candidate, 0, len(best))
	for _, b := range best {
		if b.rare >= least {
			cands = append(cands, b.candidate)
		}
	}
	var pins []candidate
	for _, name := range d.Related {
		for i := range named {
			r := &named[i]
			if (r.ID == name || r.hasURL(name)) && r.ID != d.ID && (q.Exclude == nil || !q.Exclude(r.ID)) &&
				!slices.ContainsFunc(pins, func(c candidate) bool { return string(c.id) == r.ID }) {
				_, total := p.sum(r.Terms, r.Length, rs.imp)
				pins = append(pins, rs.add(r, total))
			}
		}
	}
	return q.finish(rs, p, d, own, pins, cands)
}

func (r *Record) hasURL(url string) bool {
	for _, k := range URLKeys(url) {
		if _, ok := slices.BinarySearchFunc(r.Terms, k, func(t Term, k Key) int { return int(t.Key) - int(k) }); !ok {
			return false
		}
	}
	return true
}

// records is a store of records.
type records struct {
	imp *impacts
	all []*Record
}

func (rs *records) add(r *Record, total uint32) candidate {
	rs.all = append(rs.all, r)
	return candidate{id: []byte(r.ID), published: secondsOf(r.Published), sketch: &r.Sketch, total: total, doc: int32(len(rs.all) - 1)}
}

func (rs *records) contributions(p *plan, terms []int32, cands []candidate) [][]contribution {
	out := make([][]contribution, len(cands))
	for i := range cands {
		r := rs.all[cands[i].doc]
		for _, j := range terms {
			t := &p.terms[j]
			if k, ok := slices.BinarySearchFunc(r.Terms, t.key, func(a Term, k Key) int { return int(a.Key) - int(k) }); ok {
				out[i] = append(out[i], contribution{j, part(t.w, rs.imp.of[t.class][r.Length][r.Terms[k].Level])})
			}
		}
	}
	return out
}

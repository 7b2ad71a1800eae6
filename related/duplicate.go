package related

import (
	"bytes"
	"cmp"
	"runtime"
	"slices"
	"time"
)

// A Duplicate is a document whose text is nearly that of another.
type Duplicate struct {
	ID         string
	Similarity float64 // see Sketch.Similarity
	Published  time.Time
}

// Duplicates returns the near-duplicates of d: the documents whose lead and body
// have so many runs of five syllables in common with those of d that the share is
// at least [DuplicateSimilarity], the most similar first, then the older, then by
// ID. The document with d's own ID is none of them. Ask before adding an article in
// order to refuse one that is there already.
//
// Titles, the order of paragraphs, case, punctuation, the place of tones and the
// Unicode normal form make no difference.
func (x *Index) Duplicates(d Doc) []Duplicate {
	a := analyzers.Get().(*analyzer)
	defer analyzers.Put(a)
	_, own := a.analyze(&d)
	var out []Duplicate
	st := x.load()
	defer runtime.KeepAlive(st)
	for _, v := range st.views {
		seen := map[int]bool{}
		for _, h := range a.sk.keys {
			if h == ^uint64(0) {
				continue
			}
			for _, doc := range v.withRare(keyOf(classShingle, h)) {
				if seen[doc] {
					continue
				}
				seen[doc] = true
				s := v.seg.sketch(doc)
				if id := string(v.seg.id(doc)); s.copies(&own) && (id != d.ID || d.ID == "") {
					out = append(out, Duplicate{id, s.Similarity(&own), timeOf(v.seg.publishedAt(doc))})
				}
			}
		}
	}
	slices.SortFunc(out, func(a, b Duplicate) int {
		return cmp.Or(cmp.Compare(b.Similarity, a.Similarity), a.Published.Compare(b.Published), cmp.Compare(a.ID, b.ID))
	})
	return out
}

// withRare is like with, for a term that is not kept forward. A run of syllables
// that very many documents have says nothing about copies.
func (v *view) withRare(k Key) []int {
	if v.seg.lookup(k).format == formatForward {
		return nil
	}
	return v.with(k)
}

const (
	// threadWindow is how far apart two reports of a story may be, if no series
	// holds them together.
	threadWindow = 14 * 24 * time.Hour

	// threadScore is how much of the score that an article has for itself another
	// must have to belong to its story. Of the best hits of 300 articles a half
	// had 0.3.
	threadScore = 0.3

	// threadLength is how many documents a thread has at most.
	threadLength = 50
)

// Thread returns the story that d is part of, oldest first, ties by ID: the
// documents of its series, and those that report on the same within two weeks
// before and after it. d itself is not among them. Of copies there is one. q may
// narrow it down by section, language and exclusion, and by N, which is then the
// number of hits that are kept, the best ones; what it says of time, diversity and
// age does not apply. A nil q means the zero Query; its N means 50.
//
// A document without a time has no thread but its series, whose documents without a
// time come first.
func (x *Index) Thread(d Doc, q *Query) []Hit {
	if q == nil {
		q = new(Query)
	}
	t := Query{
		N: threadLength, Section: q.Section, Lang: q.Lang, Exclude: q.Exclude, Reasons: q.Reasons, Shares: q.Shares,
		Candidates: 4 * threadLength,
	}
	if q.N > 0 {
		t.N = min(q.N, threadLength)
	}
	r := runs.Get().(*run)
	defer r.release()
	p, own := r.plan(&d, q)
	r.start(x.load(), &p)

	series := r.series(&p, &d, &t)
	var near []candidate
	if !d.Published.IsZero() {
		t.After, t.Before = d.Published.Add(-threadWindow), d.Published.Add(threadWindow+time.Second)
		record := RecordOf(&d)
		_, self := p.sum(record.Terms, record.Length, r.st.imp)
		for _, c := range r.candidates(&p, &t, d.ID, t.candidates(r.st.docs, &p)) {
			if float64(c.total) >= threadScore*float64(self) &&
				!slices.ContainsFunc(series, func(s candidate) bool { return bytes.Equal(s.id, c.id) }) {
				near = append(near, c)
			}
		}
	}
	hits := t.finish(r, &p, &d, &own, nil, append(series, near...))
	slices.SortFunc(hits, func(a, b Hit) int { return cmp.Or(a.Published.Compare(b.Published), cmp.Compare(a.ID, b.ID)) })
	return hits
}

// series returns the documents of the series of d.
func (r *run) series(p *plan, d *Doc, q *Query) (out []candidate) {
	for _, f := range d.Features {
		if f.Kind != KindSeries {
			continue
		}
		k, ok := r.an.featureKey(f.Kind, f.Name)
		if !ok {
			continue
		}
		for vi, v := range r.st.views {
			filter := newFilter(q, v, d.ID)
			for _, doc := range v.with(k) {
				if filter.keeps(doc) {
					out = append(out, r.one(p, vi, doc))
				}
			}
		}
	}
	return out
}

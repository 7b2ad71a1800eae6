package related

// Related returns the documents most related to d, best first; of equal ones the
// newer first, then by ID. The editor's own list comes before all others. d need
// not be in the index, and is never a hit of its own. A nil q means the zero
// Query.
func (x *Index) Related(d Doc, q *Query) []Hit {
	if q == nil {
		q = new(Query)
	}
	r := runs.Get().(*run)
	defer r.release()
	p, own := r.plan(&d, q)
	r.start(x.load(), &p)
	pins := r.pins(&p, &d, q)
	return q.finish(r, &p, &d, &own, pins, r.candidates(&p, q, d.ID, q.candidates(r.st.docs, &p)))
}

package related

// A filter tells which documents of a view a query keeps.
type filter struct {
	v      *view
	q      *Query
	self   int
	groups []bool // nil if all are kept
	timed  bool
	none   bool // keeps none
}

func newFilter(q *Query, v *view, skip string) filter {
	f := filter{v: v, q: q, self: -1, timed: !q.After.IsZero() || !q.Before.IsZero()}
	if skip != "" {
		f.self = v.find(skip)
	}
	if q.Section != "" || q.Lang != "" {
		f.none = true
		f.groups = make([]bool, len(v.seg.groups))
		for i, g := range v.seg.groups {
			f.groups[i] = q.inGroup(g.Lang, g.Sections)
			f.none = f.none && !f.groups[i]
		}
	}
	return f
}

func (f *filter) keeps(doc int) bool {
	return doc < f.v.seg.docs && f.mayKeep(doc) && (f.q.Exclude == nil || !f.q.Exclude(string(f.v.seg.id(doc))))
}

// mayKeep is keeps without what the caller excludes.
func (f *filter) mayKeep(doc int) bool {
	s := f.v.seg
	return doc != f.self && !f.v.isDead(doc) &&
		(f.groups == nil || f.groups[u32(s.groupOf, doc)]) &&
		(!f.timed || f.q.inTime(s.publishedAt(doc)))
}

package related

import (
	"cmp"
	"errors"
	"fmt"
	"slices"
	"sync"
	"sync/atomic"
)

// An Index holds documents in memory. The zero Index is empty and ready to use.
// It must not be copied after first use. All methods are safe for concurrent
// use; those that query never wait for those that change the index.
type Index struct {
	mu    sync.Mutex // of writers
	state atomic.Pointer[state]
}

// A state is the content of an index at one moment. It never changes.
type state struct {
	docs   []*Record // by ID
	df     map[Key]int
	length int64
}

// New returns an empty index.
func New() *Index { return new(Index) }

func (x *Index) load() *state {
	if s := x.state.Load(); s != nil {
		return s
	}
	return new(state)
}

// maxID is the length of the longest ID in bytes.
const maxID = 1 << 12

// Add adds documents, replacing those with the same ID. Either all are added or,
// if there is an error, none. Of documents of one call with the same ID the last
// one counts.
func (x *Index) Add(docs ...Doc) error {
	for i := range docs {
		if docs[i].ID == "" {
			return fmt.Errorf("related: docs[%d]: %w", i, ErrID)
		}
		if len(docs[i].ID) > maxID {
			return fmt.Errorf("related: docs[%d]: ID of %d bytes: %w", i, len(docs[i].ID), ErrID)
		}
	}
	a := analyzers.Get().(*analyzer)
	defer analyzers.Put(a)
	x.mu.Lock()
	defer x.mu.Unlock()
	byID := map[string]*Record{}
	for _, r := range x.load().docs {
		byID[r.ID] = r
	}
	for i := range docs {
		r := a.record(&docs[i])
		byID[r.ID] = &r
	}
	x.publish(byID)
	return nil
}

// ErrID is wrapped by the error of [Index.Add] for a document whose ID is empty
// or longer than 4096 bytes.
var ErrID = errors.New("bad document ID")

func (x *Index) publish(byID map[string]*Record) {
	s := &state{df: map[Key]int{}}
	for _, r := range byID {
		s.docs = append(s.docs, r)
		s.length += LengthOf(r.Length)
		for _, t := range r.Terms {
			s.df[t.Key]++
		}
	}
	slices.SortFunc(s.docs, func(a, b *Record) int { return cmp.Compare(a.ID, b.ID) })
	x.state.Store(s)
}

// Remove removes documents and returns how many of them there were.
func (x *Index) Remove(ids ...string) int {
	x.mu.Lock()
	defer x.mu.Unlock()
	byID := map[string]*Record{}
	for _, r := range x.load().docs {
		byID[r.ID] = r
	}
	n := len(byID)
	for _, id := range ids {
		delete(byID, id)
	}
	if len(byID) != n {
		x.publish(byID)
	}
	return n - len(byID)
}

// Len returns the number of documents.
func (x *Index) Len() int { return len(x.load().docs) }

// Related returns the documents most related to d, best first; of equal ones the
// newer first, then by ID. The editor's own list comes before all others. d need
// not be in the index, and is never a hit of its own. A nil q means the zero
// Query.
func (x *Index) Related(d Doc, q *Query) []Hit {
	if q == nil {
		q = new(Query)
	}
	s := x.load()
	var pl planner
	p, own := pl.plan(&d, q.Shares)
	p.weigh(len(s.docs), func(k Key) uint32 { return uint32(s.df[k]) })
	all := make([]Record, len(s.docs))
	for i, r := range s.docs {
		all[i] = *r
	}
	return rankRecords(&p, &d, q, pivotOf(len(s.docs), s.length), &own, all, all)
}

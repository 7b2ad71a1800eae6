package related

import (
	"errors"
	"fmt"
	"runtime"
	"strings"
	"sync"
	"sync/atomic"
	"unicode/utf8"
)

// An Index holds documents in memory. The zero Index is empty and ready to use.
// It must not be copied after first use. All methods are safe for concurrent
// use; those that query never wait for those that change the index.
//
// Adding many documents with one call is much cheaper than one by one. Removing or
// replacing one takes microseconds as a rule; every 129th time it puts what earlier ones
// left to be done in order, which takes the longer the larger the index is: among 50,000
// articles some 30 ms.
type Index struct {
	mu      sync.Mutex // of writers
	state   atomic.Pointer[state]
	builder builder
}

// A state is the content of an index at one moment. It never changes.
type state struct {
	views  []*view // the largest first, as a rule
	docs   int
	length int64
	imp    *impacts
}

var emptyState = newState(nil)

func newState(views []*view) *state {
	s := &state{views: views, docs: living(views)}
	for _, v := range views {
		s.length += v.length
	}
	s.imp = impactsOf(pivotOf(s.docs, s.length))
	return s
}

// living returns how many documents views hold.
func living(views []*view) (n int) {
	for _, v := range views {
		n += v.living()
	}
	return n
}

// New returns an empty index.
func New() *Index { return new(Index) }

func (x *Index) load() *state {
	if s := x.state.Load(); s != nil {
		return s
	}
	return emptyState
}

// maxID is the length of the longest ID in bytes.
const maxID = 1 << 12

// ErrID is wrapped by the error of [Index.Add] for a document whose ID is empty,
// longer than 4096 bytes, not valid UTF-8 or with a zero byte.
var ErrID = errors.New("related: bad document ID")

const (
	// buildDocs are made into a segment at once; more go through a merge.
	buildDocs = 1 << 14

	// Segments are merged so that each is at least this many times the size of the
	// next one.
	growth = 16

	// A segment is rewritten once one in rewriteAt of its documents is dead.
	rewriteAt = 64
)

// Add adds documents, replacing those with the same ID. Either all are added or,
// if there is an error, none. Of documents of one call with the same ID the last
// one counts.
func (x *Index) Add(docs ...Doc) error {
	last, err := lastByID(docs)
	if err != nil || len(docs) == 0 {
		return err
	}
	if len(last) < len(docs) {
		var kept []Doc
		for i := range docs {
			if last[docs[i].ID] == i {
				kept = append(kept, docs[i])
			}
		}
		docs = kept
	}
	x.mu.Lock()
	defer x.mu.Unlock()
	s := x.load()
	defer runtime.KeepAlive(s)
	views := s.views
	if s.docs > 0 {
		views = remove(views, func(yield func(string)) {
			for i := range docs {
				yield(docs[i].ID)
			}
		}, &x.builder.bufs)
	}
	total := living(views) + len(docs)
	forwardAbove := forwardAboveFor(total)
	var added []*view
	for len(docs) > 0 {
		n := min(len(docs), buildDocs)
		added = append(added, newView(x.builder.build(docs[:n], forwardAbove)))
		docs = docs[n:]
	}
	x.state.Store(newState(compact(views, added, forwardAbove, &x.builder.bufs)))
	x.builder.trim()
	return nil
}

// CheckID returns an error that wraps [ErrID] for what cannot be the ID of a
// document.
func CheckID(id string) error {
	switch {
	case id == "":
		return fmt.Errorf("%w: the document has none (Article.ID, or URL)", ErrID)
	case len(id) > maxID:
		return fmt.Errorf("%w: %d bytes are more than %d: %.40q", ErrID, len(id), maxID, id)
	case !utf8.ValidString(id) || strings.ContainsRune(id, 0):
		return fmt.Errorf("%w: no valid text: %.40q", ErrID, id)
	}
	return nil
}

// lastByID returns the last of docs with each ID, or the error of Add.
func lastByID(docs []Doc) (map[string]int, error) {
	last := make(map[string]int, len(docs))
	for i := range docs {
		if err := CheckID(docs[i].ID); err != nil {
			return nil, fmt.Errorf("%w: docs[%d]", err, i)
		}
		last[docs[i].ID] = i
	}
	return last, nil
}

// forwardAboveFor returns the number of documents above which a term is kept
// forward. A term that is rare in all but forward in some segment is costly to
// look up, so there is room for the growth of the index until the segment is
// merged.
func forwardAboveFor(docs int) int {
	n := commonAbove(docs)
	return n + n*4/3/growth
}

// compact merges added views, and those before that have become too small beside
// them.
func compact(views, added []*view, forwardAbove int, bufs *buffers) []*view {
	n := living(added)
	i := len(views)
	for i > 0 && views[i-1].living() < growth*n && views[i-1].living()+n <= maxSegmentDocs {
		i--
		n += views[i].living()
	}
	out := append([]*view(nil), views[:i]...)
	added = append(append([]*view(nil), views[i:]...), added...)
	for len(added) > 0 {
		n, k := 0, 0
		for k < len(added) && (k == 0 || n+added[k].living() <= maxSegmentDocs) {
			n += added[k].living()
			k++
		}
		if k == 1 && added[0].deaths == 0 {
			out = append(out, added[0])
		} else if s := merge(added[:k], forwardAbove, bufs); s != nil {
			out = append(out, newView(s))
		}
		added = added[k:]
	}
	return out
}

// remove takes documents out of views.
func remove(views []*view, ids func(yield func(string)), bufs *buffers) []*view {
	dying := make([][]int, len(views))
	seen := map[string]bool{}
	found := false
	ids(func(id string) {
		if seen[id] {
			return
		}
		for i, v := range views {
			if doc := v.find(id); doc >= 0 {
				dying[i] = append(dying[i], doc)
				seen[id], found = true, true
				return
			}
		}
	})
	if !found {
		return views
	}
	var out []*view
	for i, v := range views {
		if len(dying[i]) == v.living() {
			continue
		}
		if len(dying[i]) > 0 {
			v = v.without(dying[i])
		}
		out = append(out, v)
	}
	forwardAbove := forwardAboveFor(living(out))
	for i, v := range out {
		if v.deaths*rewriteAt > v.seg.docs+8*rewriteAt {
			out[i] = newView(merge([]*view{v}, forwardAbove, bufs))
		}
	}
	return out
}

// Remove removes documents and returns how many of them there were.
func (x *Index) Remove(ids ...string) int {
	x.mu.Lock()
	defer x.mu.Unlock()
	before := x.load()
	defer runtime.KeepAlive(before)
	after := newState(remove(before.views, func(yield func(string)) {
		for _, id := range ids {
			yield(id)
		}
	}, &x.builder.bufs))
	x.builder.trim()
	if after.docs < before.docs {
		x.state.Store(after)
	}
	return before.docs - after.docs
}

// Len returns the number of documents.
func (x *Index) Len() int { return x.load().docs }

// Has reports whether the index holds a document with that ID.
func (x *Index) Has(id string) bool {
	s := x.load()
	defer runtime.KeepAlive(s)
	for _, v := range s.views {
		if v.find(id) >= 0 {
			return true
		}
	}
	return false
}

// Bytes returns how much memory the documents take, to within some percent.
func (x *Index) Bytes() int {
	n := 0
	for _, v := range x.load().views {
		n += v.seg.bytes() + 8*len(v.dead) + 8*len(v.deadDF.slots) + 4*len(v.deadSlots) + 4*len(v.fresh)
	}
	return n
}

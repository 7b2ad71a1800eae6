package pgstore

import (
	"errors"
	"fmt"
	"reflect"
	"sync"
	"sync/atomic"
	"testing"

	"github.com/toasoan/toasoan/related"
	"github.com/toasoan/toasoan/related/relatedtest"
)

// All tests share one server, each with schemas of its own.
func TestStore(t *testing.T) {
	url := startPostgres(t)
	pool := connect(t, url)
	var schemas atomic.Int64
	newStore := func(t testing.TB, o Options) *Store {
		o.Schema = fmt.Sprintf("lược đồ %d", schemas.Add(1))
		s := New(pool, o)
		for range 2 { // the second time there is nothing to do
			if err := s.Migrate(t.Context()); err != nil {
				t.Fatal(err)
			}
		}
		return s
	}

	t.Run("Conformance", func(t *testing.T) {
		relatedtest.TestSource(t, func(t *testing.T, docs []related.Doc) related.Source {
			s := newStore(t, Options{})
			if err := s.Add(t.Context(), docs...); err != nil {
				t.Fatal(err)
			}
			return s
		})
	})

	// The same, after a history of wrong versions, removals and replacements.
	t.Run("History", func(t *testing.T) {
		relatedtest.TestSource(t, func(t *testing.T, docs []related.Doc) related.Source {
			s := newStore(t, Options{})
			for i := range docs {
				if i%3 == 0 {
					d := docs[i]
					d.Title, d.Body = "bản cũ", "nội dung cũ"
					if err := s.Add(t.Context(), d, related.Doc{ID: fmt.Sprint("sẽ bỏ ", i), Body: docs[i].Body}); err != nil {
						t.Fatal(err)
					}
				}
			}
			for i := 0; i < len(docs); i += 40 {
				if err := s.Add(t.Context(), docs[i:min(i+40, len(docs))]...); err != nil {
					t.Fatal(err)
				}
			}
			for i := 0; i < len(docs); i += 3 {
				if n, err := s.Remove(t.Context(), fmt.Sprint("sẽ bỏ ", i), "không có"); n != 1 || err != nil {
					t.Fatalf("Remove = %d, %v, want 1", n, err)
				}
			}
			return s
		})
	})

	t.Run("BadID", func(t *testing.T) {
		if err := newStore(t, Options{}).Add(t.Context(), related.Doc{}); !errors.Is(err, related.ErrID) {
			t.Errorf("Add without ID: %v, want ErrID", err)
		}
	})

	t.Run("NewerTables", func(t *testing.T) {
		s := newStore(t, Options{})
		if _, err := pool.Exec(t.Context(), fmt.Sprintf("INSERT INTO %s.version VALUES (99)", s.schema)); err != nil {
			t.Fatal(err)
		}
		if err := s.Migrate(t.Context()); err == nil {
			t.Error("Migrate of newer tables: no error")
		}
	})

	// Eight writers at once leave exact statistics.
	t.Run("Writers", func(t *testing.T) {
		s := newStore(t, Options{})
		docs := relatedtest.Docs(3, 120)
		var wg sync.WaitGroup
		for w := range 8 {
			wg.Add(1)
			go func() {
				defer wg.Done()
				for i := w; i < len(docs); i += 8 {
					old := docs[i]
					old.Body = docs[(i+8)%len(docs)].Body
					for _, d := range []related.Doc{old, docs[i]} {
						if err := s.Add(t.Context(), d); err != nil {
							t.Error(err)
						}
					}
				}
			}()
		}
		wg.Wait()
		x := related.New()
		if err := x.Add(docs...); err != nil {
			t.Fatal(err)
		}
		q := &related.Query{Candidates: 4 * len(docs)}
		for i := 0; i < len(docs); i += 11 {
			got, err := s.Related(t.Context(), docs[i], q)
			if err != nil {
				t.Fatal(err)
			}
			if want := x.Related(docs[i], q); !reflect.DeepEqual(got, want) {
				t.Fatalf("Related(%s):\ngot  %+v\nwant %+v", docs[i].ID, got, want)
			}
		}
	})

	// Writers who add the same new documents at once do not get in each other's way.
	t.Run("SameNewID", func(t *testing.T) {
		s := newStore(t, Options{})
		docs := relatedtest.Docs(5, 12)
		var wg sync.WaitGroup
		for range 6 {
			wg.Add(1)
			go func() {
				defer wg.Done()
				for _, d := range docs {
					if err := s.Add(t.Context(), d); err != nil {
						t.Error(err)
					}
				}
				if err := s.Add(t.Context(), docs...); err != nil {
					t.Error(err)
				}
			}()
		}
		wg.Wait()
		st, err := s.Stats(t.Context(), nil)
		if err != nil || st.Docs != len(docs) {
			t.Errorf("%d documents, %v, want %d", st.Docs, err, len(docs))
		}
	})

	// With few postings the answers are near those of the index, and what is found
	// has the same score.
	t.Run("Bounded", func(t *testing.T) {
		s := newStore(t, Options{Postings: 300})
		docs := relatedtest.Docs(4, 250)
		x := related.New()
		if err := x.Add(docs...); err != nil {
			t.Fatal(err)
		}
		if err := s.Add(t.Context(), docs...); err != nil {
			t.Fatal(err)
		}
		same, all := 0, 0
		for i := range 40 {
			q := &related.Query{N: 5, Reasons: -1}
			got, err := s.Related(t.Context(), docs[i], q)
			if err != nil {
				t.Fatal(err)
			}
			scores := map[string]float64{}
			for _, h := range x.Related(docs[i], &related.Query{N: 250, Reasons: -1}) {
				scores[h.ID] = h.Score
			}
			want := map[string]bool{}
			for _, h := range x.Related(docs[i], q) {
				want[h.ID] = true
			}
			all += len(want)
			for _, h := range got {
				if want[h.ID] {
					same++
				}
				if score, ok := scores[h.ID]; ok && score != h.Score {
					t.Errorf("document %d: hit %s has score %v, want %v", i, h.ID, h.Score, score)
				}
			}
		}
		t.Logf("%d of %d hits are the same", same, all)
		if same*10 < all*8 {
			t.Errorf("%d of %d hits are the same, want 80 %%", same, all)
		}
	})
}

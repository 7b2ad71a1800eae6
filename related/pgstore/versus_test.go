package pgstore

import (
	"encoding/json"
	"io"
	"os"
	"slices"
	"testing"
	"time"

	"github.com/toasoan/toasoan/related"
)

// TestNearTheIndex tells how near the answers come to those of an index in memory,
// on articles of one's own:
//
//	RELATED_DOCS=docs.jsonl RELATED_QUERIES=queries.jsonl go test -run NearTheIndex -v
//
// Both are files as examples/relate reads them; the first 10,000 articles and 200
// queries count.
func TestNearTheIndex(t *testing.T) {
	docsFile, queriesFile := os.Getenv("RELATED_DOCS"), os.Getenv("RELATED_QUERIES")
	if docsFile == "" || queriesFile == "" {
		t.Skip("RELATED_DOCS and RELATED_QUERIES are not set")
	}
	docs, queries := load(t, docsFile, 10_000), load(t, queriesFile, 200)
	s := New(connect(t, startPostgres(t)), Options{})
	if err := s.Migrate(t.Context()); err != nil {
		t.Fatal(err)
	}
	start := time.Now()
	for part := range slices.Chunk(docs, 500) {
		if err := s.Add(t.Context(), part...); err != nil {
			t.Fatal(err)
		}
	}
	t.Logf("%d articles added in %v", len(docs), time.Since(start))
	x := related.New()
	if err := x.Add(docs...); err != nil {
		t.Fatal(err)
	}
	same, first, all := 0, 0, 0
	var took []time.Duration
	for _, d := range queries {
		d.ID = "" // a text of its own
		q := &related.Query{Copies: true, Reasons: -1}
		start := time.Now()
		got, err := s.Related(t.Context(), d, q)
		if err != nil {
			t.Fatal(err)
		}
		took = append(took, time.Since(start))
		for i, w := range x.Related(d, q) {
			all++
			if slices.ContainsFunc(got, func(h related.Hit) bool { return h.ID == w.ID && h.Score == w.Score }) {
				same++
			}
			if i == 0 && len(got) > 0 && got[0].ID == w.ID {
				first++
			}
		}
	}
	slices.Sort(took)
	t.Logf("%d of %d hits are the same with the same score, %d of %d first ones; median %v", same, all, first, len(queries), took[len(took)/2])
	if same*100 < all*90 || first*100 < len(queries)*99 {
		t.Error("that is less than 90 % and 99 %")
	}
}

func load(t *testing.T, name string, n int) (docs []related.Doc) {
	f, err := os.Open(name)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	for dec := json.NewDecoder(f); len(docs) < n; {
		var l struct{ ID, Title, Lead, Body string }
		if err := dec.Decode(&l); err == io.EOF {
			break
		} else if err != nil {
			t.Fatal(err)
		}
		docs = append(docs, related.Doc{ID: l.ID, Title: l.Title, Lead: l.Lead, Body: l.Body})
	}
	return docs
}

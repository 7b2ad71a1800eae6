// Package relatedtest tests implementations of [related.Source].
package relatedtest

import (
	"context"
	"fmt"
	"math/rand/v2"
	"reflect"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/toasoan/toasoan/related"
)

// TestSource runs the conformance tests as subtests of t. fill must return a Source
// that holds exactly docs; it is called once for each subtest, which may use
// t.Cleanup.
//
// A Source passes if its statistics are exact, if it finds the documents that
// weigh most, and if [related.Rank] gives the hits of a [related.Index] of the
// same documents, to the last reason, when all of them can be candidates.
func TestSource(t *testing.T, fill func(t *testing.T, docs []related.Doc) related.Source) {
	docs := Docs(1, 250)
	t.Run("Stats", func(t *testing.T) { testStats(t, fill(t, docs), docs) })
	t.Run("Records", func(t *testing.T) { testRecords(t, fill(t, docs), docs) })
	t.Run("Candidates", func(t *testing.T) { testCandidates(t, fill(t, docs), docs) })
	t.Run("Rank", func(t *testing.T) { testRank(t, fill(t, docs), docs) })
	t.Run("Empty", func(t *testing.T) { testEmpty(t, fill(t, nil), docs[0]) })
}

// Docs returns n made-up documents, always the same for one seed: of different
// lengths, sections and languages, with and without times and features, some of
// them copies, some with an editor's list.
func Docs(seed uint64, n int) []related.Doc {
	rng := rand.New(rand.NewPCG(seed, 2))
	syllables := strings.Fields(`bến đò ngang an hải sương mù hành khách chờ thuyền sông nước bờ tây lúa mùa gạo giá chợ phiên
		học trường lớp thầy cô trò sách mưa lũ cầu đường xã huyện tỉnh dân làng nghề gốm tranh hội xuân tết bánh chưng`)
	text := func(n int) string {
		var b strings.Builder
		for range n {
			b.WriteString(syllables[int(rng.ExpFloat64()*9)%len(syllables)])
			b.WriteString([]string{" ", " ", " ", " ", ", ", ". "}[rng.IntN(6)])
		}
		return b.String()
	}
	start := time.Date(2026, 2, 1, 0, 0, 0, 0, time.UTC)
	docs := make([]related.Doc, n)
	for i := range docs {
		d := related.Doc{
			ID: fmt.Sprintf("bài-%04d", i), Title: text(4 + rng.IntN(8)), Lead: text(rng.IntN(30)), Body: text(rng.IntN(200)),
			Sections: []string{fmt.Sprint("mục ", rng.IntN(4)), "tất cả"},
		}
		if rng.IntN(9) > 0 {
			d.Published = start.Add(time.Duration(rng.IntN(60*24)) * time.Hour)
		}
		if rng.IntN(3) == 0 {
			d.Features = []related.Feature{
				{Kind: related.KindPlace, Name: syllables[rng.IntN(5)]},
				{Kind: related.KindPerson, Name: fmt.Sprint("Người ", rng.IntN(20))},
			}
		}
		if rng.IntN(10) == 0 {
			d.Lang = "en-GB"
		}
		if i > 0 && rng.IntN(15) == 0 {
			d.Lead, d.Body = docs[i-1].Lead, docs[i-1].Body
		}
		if rng.IntN(5) == 0 {
			d.URL = fmt.Sprint("https://bao.example/", i)
		}
		if i > 5 && rng.IntN(9) == 0 {
			d.Related = []string{docs[rng.IntN(i)].ID, "https://bao.example/" + fmt.Sprint(rng.IntN(i)), "none"}
		}
		docs[i] = d
	}
	return docs
}

func testStats(t *testing.T, src related.Source, docs []related.Doc) {
	want := related.Stats{DF: map[related.Key]int{}}
	for i := range docs {
		r := related.RecordOf(&docs[i])
		want.Docs++
		want.Length += related.LengthOf(r.Length)
		for _, term := range r.Terms {
			want.DF[term.Key]++
		}
	}
	keys := []related.Key{1<<28 - 1}
	for k := range want.DF {
		keys = append(keys, k)
	}
	slices.Sort(keys)
	keys = slices.Compact(keys)
	got, err := src.Stats(t.Context(), keys)
	if err != nil {
		t.Fatal(err)
	}
	if got.Docs != want.Docs || got.Length != want.Length {
		t.Errorf("Stats: %d documents of length %d, want %d of %d", got.Docs, got.Length, want.Docs, want.Length)
	}
	for _, k := range keys {
		if got.DF[k] != want.DF[k] {
			t.Errorf("Stats: key %d is in %d documents, want %d", k, got.DF[k], want.DF[k])
		}
	}
}

func testRecords(t *testing.T, src related.Source, docs []related.Doc) {
	names := []string{docs[3].ID, docs[1].ID, "none", "https://none.example/"}
	want := []related.Record{related.RecordOf(&docs[1]), related.RecordOf(&docs[3])}
	for i := range docs {
		if docs[i].URL != "" && i != 1 && i != 3 {
			names = append(names, docs[i].URL)
			want = append(want, related.RecordOf(&docs[i]))
			break
		}
	}
	got, err := src.Records(t.Context(), names)
	if err != nil {
		t.Fatal(err)
	}
	byID := func(a, b related.Record) int { return strings.Compare(a.ID, b.ID) }
	slices.SortFunc(got, byID)
	slices.SortFunc(want, byID)
	if !reflect.DeepEqual(got, want) {
		t.Errorf("Records(%q):\ngot  %+v\nwant %+v", names, got, want)
	}
}

func testCandidates(t *testing.T, src related.Source, docs []related.Doc) {
	records := make([]related.Record, len(docs))
	for i := range docs {
		records[i] = related.RecordOf(&docs[i])
	}
	for i := 0; i < len(docs); i += 40 {
		var terms []related.Weighted
		for j, term := range records[i].Terms {
			if j%7 == 0 {
				terms = append(terms, related.Weighted{Key: term.Key, Weight: 100 + j})
			}
		}
		if len(terms) == 0 {
			continue
		}
		sum := func(r *related.Record) (n int) {
			for _, w := range terms {
				if slices.ContainsFunc(r.Terms, func(t related.Term) bool { return t.Key == w.Key }) {
					n += w.Weight
				}
			}
			return n
		}
		var sums []int
		for j := range records {
			if n := sum(&records[j]); n > 0 {
				sums = append(sums, n)
			}
		}
		slices.Sort(sums)
		slices.Reverse(sums)
		const n = 20
		got, err := src.Candidates(t.Context(), terms, new(related.Query), n)
		if err != nil {
			t.Fatal(err)
		}
		if want := min(n, len(sums)); len(got) < want {
			t.Errorf("Candidates of document %d: %d, want at least %d", i, len(got), want)
			continue
		}
		var gotSums []int
		for j := range got {
			gotSums = append(gotSums, sum(&got[j]))
		}
		slices.Sort(gotSums)
		slices.Reverse(gotSums)
		if k := min(n, len(sums)); !slices.Equal(gotSums[:k], sums[:k]) {
			t.Errorf("Candidates of document %d weigh %v, want %v", i, gotSums[:k], sums[:k])
		}
	}
}

func testRank(t *testing.T, src related.Source, docs []related.Doc) {
	index := related.New()
	if err := index.Add(docs...); err != nil {
		t.Fatal(err)
	}
	start := time.Date(2026, 2, 1, 0, 0, 0, 0, time.UTC)
	for name, q := range map[string]related.Query{
		"zero":      {},
		"section":   {Section: "mục 1"},
		"language":  {Lang: "vi"},
		"time":      {After: start.Add(240 * time.Hour), Before: start.Add(900 * time.Hour)},
		"half-life": {HalfLife: 100 * time.Hour, N: 25},
		"diversity": {Diversity: 0.4, N: 6},
		"exclude":   {Exclude: func(id string) bool { return strings.HasSuffix(id, "7") }},
		"copies":    {Copies: true, Reasons: 8},
	} {
		q.Candidates = 4 * len(docs)
		for i := 0; i < len(docs); i += 23 {
			got, err := related.Rank(t.Context(), src, docs[i], &q)
			if err != nil {
				t.Fatal(err)
			}
			if want := index.Related(docs[i], &q); !reflect.DeepEqual(got, want) && len(got)+len(want) > 0 {
				t.Errorf("%s: Rank for document %d:\ngot  %+v\nwant %+v", name, i, got, want)
				break
			}
		}
	}
}

func testEmpty(t *testing.T, src related.Source, d related.Doc) {
	hits, err := related.Rank(t.Context(), src, d, nil)
	if err != nil || len(hits) > 0 {
		t.Errorf("Rank = %+v, %v, want nothing", hits, err)
	}
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	// A Source may answer from memory, but it must not hang.
	if _, err := related.Rank(ctx, src, d, nil); err != nil && ctx.Err() == nil {
		t.Errorf("Rank with a canceled context: %v", err)
	}
}

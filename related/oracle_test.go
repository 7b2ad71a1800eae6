package related

import (
	"fmt"
	"math/rand/v2"
	"reflect"
	"strings"
	"testing"
	"time"
)

// An oracle answers as an index of its documents must, from records and by brute
// force.
type oracle struct {
	records []Record
	stats   Stats
}

func newOracle(docs []Doc) *oracle {
	o := &oracle{stats: Stats{DF: map[Key]int{}}}
	for i := range docs {
		r := RecordOf(&docs[i])
		o.records = append(o.records, r)
		o.stats.Docs++
		o.stats.Length += LengthOf(r.Length)
		for _, t := range r.Terms {
			o.stats.DF[t.Key]++
		}
	}
	return o
}

func (o *oracle) related(d Doc, q *Query) []Hit {
	if q == nil {
		q = new(Query)
	}
	var pl planner
	p, own := pl.plan(&d, q)
	for i := range p.terms {
		p.terms[i].df = uint32(o.stats.DF[p.terms[i].key])
	}
	p.weigh(o.stats.Docs)
	return rankRecords(&p, &d, q, &o.stats, &own, o.records, o.records)
}

// madeUp returns documents of made-up words, some of them much more common than
// others, in some sections, some without a time, some alike.
func madeUp(seed uint64, n int) []Doc {
	rng := rand.New(rand.NewPCG(seed, 1))
	syllables := strings.Fields("đò ngang bến an hải sương mù sạt lở xã đăk kôi giá cà phê tăng mưa lớn hòa bình thúy khoẻ")
	word := func() string {
		if rng.IntN(3) > 0 {
			return syllables[int(rng.ExpFloat64()*4)%len(syllables)]
		}
		return fmt.Sprintf("w%d", int(rng.ExpFloat64()*300))
	}
	text := func(n int) string {
		var b strings.Builder
		for range n {
			b.WriteString(word())
			b.WriteString([]string{" ", " ", " ", " ", ", ", ". "}[rng.IntN(6)])
		}
		return b.String()
	}
	start := time.Date(2026, 1, 1, 0, 0, 0, 0, time.UTC)
	docs := make([]Doc, n)
	for i := range docs {
		d := Doc{
			ID: fmt.Sprintf("id-%04d", rng.Uint32N(1e6)*10+uint32(i%10)), Title: text(3 + rng.IntN(8)), Lead: text(rng.IntN(30)),
			Body: text(rng.IntN(250)), Sections: []string{fmt.Sprint("s", rng.IntN(4))},
		}
		if rng.IntN(10) > 0 {
			d.Published = start.Add(time.Duration(rng.IntN(1e6)) * time.Second)
		}
		if rng.IntN(3) == 0 {
			d.Features = []Feature{{kinds[rng.IntN(len(kinds)-1)], syllables[rng.IntN(len(syllables))]}}
		}
		if rng.IntN(8) == 0 {
			d.Lang = "en"
		}
		if i > 0 && rng.IntN(12) == 0 {
			d.Body, d.Lead = docs[i-1].Body, docs[i-1].Lead
		}
		if i > 1 && rng.IntN(12) == 0 {
			d.URL = fmt.Sprintf("https://bao.example/%d", i)
			d.Related = []string{docs[rng.IntN(i)].ID, docs[rng.IntN(i)].URL, "none"}
		}
		docs[i] = d
	}
	seen := map[string]bool{}
	out := docs[:0]
	for _, d := range docs {
		if !seen[d.ID] {
			seen[d.ID] = true
			out = append(out, d)
		}
	}
	return out
}

// someQueries are queries that differ in what they filter and how they order.
func someQueries() []*Query {
	start := time.Date(2026, 1, 1, 0, 0, 0, 0, time.UTC)
	return []*Query{
		nil,
		{N: 30},
		{N: 5, Section: "s1", HalfLife: 48 * time.Hour},
		{N: 7, Diversity: .5, Copies: true},
		{After: start.Add(2e5 * time.Second), Before: start.Add(7e5 * time.Second), Lang: "vi"},
		{N: 3, Exclude: func(id string) bool { return strings.HasSuffix(id, "3") }, Reasons: -1},
		{Shares: map[Kind]float64{KindTag: 9, KindPerson: 0}, Candidates: 200},
	}
}

func checkAgainstOracle(t *testing.T, x *Index, docs []Doc, every int) {
	t.Helper()
	o := newOracle(docs)
	for i := 0; i < len(docs); i += every {
		for j, q := range someQueries() {
			got, want := x.Related(docs[i], q), o.related(docs[i], q)
			if len(got) == 0 && len(want) == 0 {
				continue
			}
			if !reflect.DeepEqual(got, want) {
				for k := range want {
					if k >= len(got) || !reflect.DeepEqual(got[k], want[k]) {
						t.Errorf("hit %d:\ngot  %+v\nwant %+v", k, got[min(k, len(got)-1)], want[k])
						break
					}
				}
				t.Fatalf("%d documents, doc %d, query %d: %d hits, want %d", len(docs), i, j, len(got), len(want))
			}
		}
	}
}

func TestIndexAgreesWithBruteForce(t *testing.T) {
	for _, n := range []int{1, 2, 40, 900} {
		docs := madeUp(uint64(n), n)
		x := New()
		if err := x.Add(docs...); err != nil {
			t.Fatal(err)
		}
		checkAgainstOracle(t, x, docs, max(1, n/6))
	}
}

func TestAnswersDoNotDependOnHistory(t *testing.T) {
	docs := madeUp(7, 700)
	rng := rand.New(rand.NewPCG(3, 3))
	for round := range 4 {
		x := New()
		order := rng.Perm(len(docs))
		// Wrong versions of some, and documents that will go.
		for _, i := range order[:200] {
			d := docs[i]
			d.Body, d.Title = docs[(i+1)%len(docs)].Body, "sẽ bị thay"
			if err := x.Add(d, Doc{ID: fmt.Sprint("gone", i), Body: docs[i].Title}); err != nil {
				t.Fatal(err)
			}
		}
		for i := 0; i < len(order); {
			k := min(len(order)-i, 1+rng.IntN([]int{1, 5, 50, 700}[round]))
			var batch []Doc
			for _, j := range order[i : i+k] {
				batch = append(batch, docs[j])
			}
			if err := x.Add(batch...); err != nil {
				t.Fatal(err)
			}
			i += k
		}
		for i := range 200 {
			if n := x.Remove(fmt.Sprint("gone", order[i])); n != 1 {
				t.Fatalf("Remove = %d, want 1", n)
			}
		}
		if x.Len() != len(docs) {
			t.Fatalf("Len = %d, want %d", x.Len(), len(docs))
		}
		checkAgainstOracle(t, x, docs, 150)
	}
}

func TestExplainAddsUp(t *testing.T) {
	docs := madeUp(5, 300)
	x := New()
	if err := x.Add(docs...); err != nil {
		t.Fatal(err)
	}
	q := &Query{HalfLife: 72 * time.Hour, N: 20}
	for _, d := range docs[:20] {
		for _, h := range x.Related(d, q) {
			e, ok := x.Explain(d, h.ID, q)
			sum := 0.0
			for _, p := range e.Parts {
				sum += p.Score
			}
			if diff := sum - h.Score; !ok || diff > 1e-12 || diff < -1e-12 || e.Score != sum {
				t.Fatalf("Explain(%s, %s): parts sum to %v, Score %v, hit's %v", d.ID, h.ID, sum, e.Score, h.Score)
			}
		}
	}
}

package relatedtest_test

import (
	"cmp"
	"context"
	"slices"
	"testing"

	"github.com/toasoan/toasoan/related"
	"github.com/toasoan/toasoan/related/relatedtest"
)

// memory is the simplest Source: a list of records.
type memory struct {
	docs    []related.Doc
	records []related.Record
}

func (m *memory) Stats(_ context.Context, keys []related.Key) (related.Stats, error) {
	st := related.Stats{DF: map[related.Key]int{}}
	for _, r := range m.records {
		st.Docs++
		st.Length += related.LengthOf(r.Length)
		for _, t := range r.Terms {
			if _, ok := slices.BinarySearch(keys, t.Key); ok {
				st.DF[t.Key]++
			}
		}
	}
	return st, nil
}

func (m *memory) Candidates(_ context.Context, terms []related.Weighted, _ *related.Query, n int) ([]related.Record, error) {
	weight := map[related.Key]int{}
	for _, t := range terms {
		weight[t.Key] = t.Weight
	}
	sum := func(r *related.Record) (s int) {
		for _, t := range r.Terms {
			s += weight[t.Key]
		}
		return s
	}
	found := slices.Clone(m.records)
	slices.SortFunc(found, func(a, b related.Record) int { return cmp.Compare(sum(&b), sum(&a)) })
	return found[:min(n, len(found))], nil
}

func (m *memory) Records(_ context.Context, names []string) (out []related.Record, _ error) {
	for i := range m.docs {
		if slices.Contains(names, m.docs[i].ID) || m.docs[i].URL != "" && slices.Contains(names, m.docs[i].URL) {
			out = append(out, m.records[i])
		}
	}
	return out, nil
}

func TestMemory(t *testing.T) {
	relatedtest.TestSource(t, func(_ *testing.T, docs []related.Doc) related.Source {
		m := &memory{docs: docs}
		for i := range docs {
			m.records = append(m.records, related.RecordOf(&docs[i]))
		}
		return m
	})
}

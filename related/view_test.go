package related

import (
	"bytes"
	"math/rand/v2"
	"testing"
)

// However documents die, one by one or many at once, a view knows how many of the
// living have each term.
func TestViewCountsTheLiving(t *testing.T) {
	docs := madeUp(31, 700)
	var b builder
	v := newView(b.build(docs, 40))
	living := map[Key]uint32{}
	var records []Record
	for i := range docs {
		r := RecordOf(&docs[i])
		records = append(records, r)
		for _, term := range r.Terms {
			living[term.Key]++
		}
	}
	rng := rand.New(rand.NewPCG(31, 1))
	order := rng.Perm(len(docs))
	settled := false
	for _, n := range []int{1, 2, 1, 60, 1, 80, 3, 200, 129, 1} {
		for _, doc := range order[:n] {
			for _, term := range records[doc].Terms {
				living[term.Key]--
			}
		}
		v = v.without(order[:n])
		order = order[n:]
		settled = settled || len(v.fresh) == 0
		for k, want := range living {
			if got := v.df(k, v.seg.lookup(k)); got != want {
				t.Fatalf("%d dead, %d of them fresh: %d living documents have %x, want %d", v.deaths, len(v.fresh), got, k, want)
			}
		}
		terms := v.termsOfDead()
		again := &view{seg: v.seg, dead: v.dead, deaths: v.deaths}
		again.setTermsOfDead(terms)
		for k, want := range living {
			if got := again.df(k, v.seg.lookup(k)); got != want {
				t.Fatalf("read again: %d living documents have %x, want %d", got, k, want)
			}
		}
		if back := again.termsOfDead(); !bytes.Equal(back.encode(), terms.encode()) {
			t.Fatal("the terms of the dead change when they are read again")
		}
	}
	if !settled || len(v.fresh) == 0 {
		t.Errorf("settled %t, %d fresh: want both cases", settled, len(v.fresh))
	}
}

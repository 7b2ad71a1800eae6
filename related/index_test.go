package related

import (
	"reflect"
	"strconv"
	"testing"
	"time"
)

func TestRelatedKeepsItsPromises(t *testing.T) {
	at := func(d int) time.Time { return time.Date(2026, 3, d, 6, 0, 0, 0, time.UTC) }
	docs := []Doc{
		{ID: "a", Published: at(1), Title: "Mưa lớn ở Kon Rẫy", Sections: []string{"Đời sống"}, Body: "Mưa lớn làm sạt lở đường lên xã Đăk Kôi."},
		{ID: "b", Published: at(2), Title: "Sạt lở ở xã Đăk Kôi", Sections: []string{"Đời sống"}, Body: "Đường lên xã Đăk Kôi đã thông."},
		{ID: "c", Published: at(3), Title: "Giá cà phê tăng", Sections: []string{"Kinh tế"}, Body: "Giá cà phê ở Đăk Kôi tăng."},
	}
	x := New()
	if err := x.Add(docs...); err != nil {
		t.Fatal(err)
	}
	ids := func(hits []Hit) (out []string) {
		for _, h := range hits {
			out = append(out, h.ID)
		}
		return out
	}
	for _, c := range []struct {
		name string
		d    Doc
		q    *Query
		want []string
	}{
		{"never itself", docs[0], nil, []string{"b", "c"}},
		{"section", docs[0], &Query{Section: "Kinh tế"}, []string{"c"}},
		{"time", docs[0], &Query{Before: at(3)}, []string{"b"}},
		{"exclude", docs[0], &Query{Exclude: func(id string) bool { return id == "b" }}, []string{"c"}},
		{"one", docs[0], &Query{N: 1}, []string{"b"}},
		{"language", docs[0], &Query{Lang: "VI"}, []string{"b", "c"}},
		{"part of a language", docs[0], &Query{Lang: "v"}, nil},
		{"other language", docs[0], &Query{Lang: "en"}, nil},
		{"editor first", Doc{ID: "a", Body: docs[0].Body, Related: []string{"c"}}, nil, []string{"c", "b"}},
		{"nothing asked", Doc{}, nil, nil},
	} {
		if got := ids(x.Related(c.d, c.q)); !reflect.DeepEqual(got, c.want) {
			t.Errorf("%s: got %q, want %q", c.name, got, c.want)
		}
	}
	if n := x.Remove("b", "b", "none"); n != 1 || x.Len() != 2 {
		t.Errorf("Remove = %d, Len = %d, want 1, 2", n, x.Len())
	}
}

// A reader is told why of every hit, also where only common syllables are shared.
func TestEveryHitHasAReason(t *testing.T) {
	x := New()
	titles := []string{"Bến An Hải", "Người ở An Hai", "Đò về bến", "Ở bến", "The ferry is late", "… !"}
	for i, title := range titles {
		if err := x.Add(Doc{ID: strconv.Itoa(i), Title: title, Features: []Feature{{KindTag, "…"}}}); err != nil {
			t.Fatal(err)
		}
	}
	for _, d := range []Doc{
		{ID: "z", Title: "An Hai xưa"},
		{ID: "z", Title: "Ở nhà"},
		{ID: "z", Title: "của và ở"},
		{ID: "z", Title: "Late", Features: []Feature{{KindTag, "…"}}},
	} {
		hits := x.Related(d, nil)
		if len(hits) == 0 {
			t.Errorf("%q: no hits", d.Title)
		}
		for _, h := range hits {
			if len(h.Reasons) == 0 || h.Line("vi") == "" {
				t.Errorf("%q: %+v has no reason", d.Title, h)
			}
		}
	}
}

// Sections that a hostile article names by the thousand cost no more than their
// bytes, whenever segments are made or merged.
func TestManySections(t *testing.T) {
	key := func(n int) float64 {
		g := &group{Lang: "vi"}
		for i := range n {
			g.Sections = append(g.Sections, strconv.Itoa(i))
		}
		var table docTable
		return testing.AllocsPerRun(3, func() { table.group(g) })
	}
	if few, many := key(10), key(10_000); many > few {
		t.Errorf("a group of 10 sections takes %v allocations, one of 10,000 takes %v", few, many)
	}
}

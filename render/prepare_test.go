package render

import (
	"errors"
	"fmt"
	"io"
	"net/url"
	"regexp"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/toasoan/toasoan/article"
)

// Every printer gives the same bytes each time, from several goroutines too.
func TestDeterministic(t *testing.T) {
	runs := 1000
	if testing.Short() || raceEnabled {
		runs = 20
	}
	for name, a := range goldenArticles(t) {
		want := ""
		var mu sync.Mutex
		var wg sync.WaitGroup
		for g := range 4 {
			wg.Go(func() {
				for range runs / 4 {
					r := testRenderer()
					d, err := r.Prepare(a)
					if err != nil {
						t.Error(err)
						return
					}
					got := ""
					for _, p := range printers {
						got += p.print(t, d)
					}
					mu.Lock()
					if want == "" {
						want = got
					}
					if got != want {
						t.Errorf("%s: goroutine %d: %s", name, g, firstDifference(got, want))
					}
					mu.Unlock()
				}
			})
		}
		wg.Wait()
	}
}

// One Document may be printed by many goroutines at once (run with -race).
func TestConcurrent(t *testing.T) {
	for _, a := range goldenArticles(t) {
		d, err := testRenderer().Prepare(a)
		if err != nil {
			t.Fatal(err)
		}
		page := &Page{Document: d, Related: []Teaser{d.Teaser()}}
		var wg sync.WaitGroup
		for range 4 {
			wg.Go(func() {
				for _, p := range printers {
					p.print(t, d)
				}
				page.WriteTo(io.Discard)
			})
		}
		wg.Wait()
	}
}

// Prepare keeps a copy: what happens to the article later doesn't show.
func TestPrepareCopies(t *testing.T) {
	a := goldenArticles(t)["full"]
	d, err := testRenderer().Prepare(a)
	if err != nil {
		t.Fatal(err)
	}
	before := d.Markdown()
	a.Headline = "khác"
	a.Body[0].(*article.Paragraph).Text[0].Text = "khác"
	a.Credits[0].Organization.Name = "khác"
	d.Article().Headline = "khác"
	if d.Markdown() != before {
		t.Error("the document changes with the article")
	}
}

var headings = regexp.MustCompile(`<h([1-6])`)

// Headings never jump, whatever the levels of the article, and there is one h1.
func TestHeadings(t *testing.T) {
	h := func(level int) article.Block { return &article.Heading{Level: level, Text: article.Plain("x")} }
	box := func(b ...article.Block) article.Block { return &article.Box{Title: "hộp", Body: b} }
	raw := func(s string) article.Block { return &article.RawHTML{HTML: s} }
	for _, test := range []struct {
		body article.Body
		want string
	}{
		{article.Body{h(1), h(2), h(3), h(4), h(1)}, "1 2 3 4 5 2"},
		{article.Body{h(2), h(2), h(1)}, "1 2 2 2"},
		{article.Body{h(1), h(4), h(4), h(2), h(3)}, "1 2 3 3 3 4"},
		{article.Body{h(3), box(h(1), h(3)), h(3)}, "1 2 3 4 5 2"},
		{article.Body{box(h(4)), h(1)}, "1 2 3 2"},
		{article.Body{h(1), &article.List{Items: []article.Body{{h(1)}}}, h(2)}, "1 2 3 3"},
		{article.Body{raw("<h1>a</h1><h4>b</h4><h2>c</h2>"), h(1)}, "1 2 3 3 2"},
		{article.Body{h(1), h(2), h(3), h(4), box(box(box(h(1))))}, "1 2 3 4 5 6 6 6 6"},
	} {
		r := testRenderer()
		r.ContentsFrom = -1
		d, err := r.Prepare(&article.Article{Headline: "x", Body: test.body})
		if err != nil {
			t.Fatal(err)
		}
		var got []string
		for _, m := range headings.FindAllStringSubmatch(string(d.HTML()), -1) {
			got = append(got, m[1])
		}
		if s := strings.Join(got, " "); s != test.want {
			t.Errorf("headings %s, want %s, of\n%s", s, test.want, d.HTML())
		}
	}
}

func TestHeadingLevel(t *testing.T) {
	r := &Renderer{HeadingLevel: 3, ContentsFrom: -1}
	d, err := r.Prepare(&article.Article{Headline: "x", Body: article.Body{&article.Heading{Level: 1, Text: article.Plain("y")}}})
	if err != nil {
		t.Fatal(err)
	}
	if s := string(d.HTML()); !strings.Contains(s, "<h3>x</h3>") || !strings.Contains(s, `<h4 id="s-y">y</h4>`) {
		t.Errorf("HeadingLevel 3 gives\n%s", s)
	}
}

func TestPrepareErrors(t *testing.T) {
	r := &Renderer{}
	if _, err := r.Prepare(&article.Article{}); err == nil {
		t.Error("no error for an article without headline")
	} else if f := article.Faults(nil); !errors.As(err, &f) || len(f) == 0 {
		t.Errorf("Prepare = %v, want Faults", err)
	}
	for name, test := range map[string]struct {
		html string
		want error
	}{
		"deep":       {strings.Repeat("<div>", 300), article.ErrTooDeep},
		"complex":    {strings.Repeat("<br>", 100_001), article.ErrTooComplex},
		"large":      {strings.Repeat("a", maxRaw+1), article.ErrTooLarge},
		"attributes": {manyAttributes(65), article.ErrTooComplex},
	} {
		_, err := r.Prepare(&article.Article{Headline: "x", Body: article.Body{&article.Quote{Body: article.Body{&article.RawHTML{HTML: test.html}}}}})
		if !errors.Is(err, test.want) || !strings.Contains(fmt.Sprint(err), "body[0].body[0]") {
			t.Errorf("%s: Prepare = %v, want %v with the path", name, err, test.want)
		}
	}
}

// manyAttributes returns an element with n attributes.
func manyAttributes(n int) string {
	s := "<p"
	for i := range n {
		s += fmt.Sprintf(" a%d", i)
	}
	return s + ">"
}

func TestVisible(t *testing.T) {
	at := day
	for _, test := range []struct {
		a    article.Article
		want bool
	}{
		{article.Article{}, true},
		{article.Article{Status: article.StatusUsable}, true},
		{article.Article{Status: article.StatusDraft}, false},
		{article.Article{Status: article.StatusCanceled}, false},
		{article.Article{EmbargoedUntil: at}, true},
		{article.Article{EmbargoedUntil: at.Add(1)}, false},
		{article.Article{Expires: at}, false},
		{article.Article{Expires: at.Add(1)}, true},
	} {
		test.a.Headline = "x"
		d, err := (&Renderer{}).Prepare(&test.a)
		if err != nil {
			t.Fatal(err)
		}
		if got := d.Visible(at); got != test.want {
			t.Errorf("Visible of %+v = %t", test.a, got)
		}
	}
}

func TestShorten(t *testing.T) {
	for _, test := range []struct {
		s    string
		n    int
		want string
	}{
		{"ngắn", 10, "ngắn"},
		{"Một câu. Hai câu. Ba câu dài hơn.", 20, "Một câu. Hai câu."},
		{"Một. Rồi một câu thật là dài nữa", 20, "Một. Rồi một câu…"},
		{"không có dấu cách", 5, "khôn…"},
		{"Dừng ở dấu phẩy, rồi thôi", 17, "Dừng ở dấu phẩy…"},
		{"ưưưưưưưưưư", 10, "ưưưưưưưưưư"},
		{"Họp tại TP. Hồ Chí Minh hôm nay và mai", 30, "Họp tại TP. Hồ Chí Minh hôm…"},
	} {
		if got := shorten(test.s, test.n); got != test.want || runes(got) > test.n {
			t.Errorf("shorten(%q, %d) = %q, want %q", test.s, test.n, got, test.want)
		}
	}
}

// Printing a prepared page takes no memory.
func TestPageAllocations(t *testing.T) {
	if raceEnabled {
		t.Skip("pools forget under the race detector")
	}
	a := goldenArticles(t)["full"]
	a.Related = nil
	d, err := testRenderer().Prepare(a)
	if err != nil {
		t.Fatal(err)
	}
	page := &Page{Document: d}
	if n := testing.AllocsPerRun(100, func() { page.WriteTo(io.Discard) }); n > 0 {
		t.Errorf("%v allocations a write", n)
	}
}

func TestLocalTime(t *testing.T) {
	utc := time.Date(2026, 11, 20, 17, 30, 0, 0, time.UTC)
	tokyo := time.FixedZone("", 9*3600)
	for _, test := range []struct {
		site Site
		t    time.Time
		want string
	}{
		{Site{}, utc, "2026-11-21T00:30:00+07:00"},
		{Site{}, utc.In(time.FixedZone("", 0)), "2026-11-21T00:30:00+07:00"},
		{Site{}, utc.In(tokyo), "2026-11-21T02:30:00+09:00"},
		{Site{Location: tokyo}, utc, "2026-11-21T02:30:00+09:00"},
		{Site{Location: time.UTC}, utc, "2026-11-20T17:30:00+00:00"},
	} {
		if got := test.site.stamp(test.t); got != test.want {
			t.Errorf("stamp(%v) = %s, want %s", test.t, got, test.want)
		}
	}
}

// Resolving without parsing gives what the url package gives.
func TestResolve(t *testing.T) {
	for _, base := range []string{"https://a.example/", "http://a.example:8080/b/c?d#e", "https://a.example/b/"} {
		u := baseOf(base)
		for _, s := range []string{"/", "/x", "/x/../y", "/./x", "/x/.y", "//b.example/x", "x", "../x", "?q", "#f", "/x?y=/../z#w", "/%C4%91", "https://c.example/", "mailto:a@b.example"} {
			r, err := url.Parse(s)
			if err != nil {
				t.Fatal(err)
			}
			if got, want := resolve(u, s), u.ResolveReference(r).String(); got != want {
				t.Errorf("resolve(%s, %s) = %s, want %s", base, s, got, want)
			}
		}
	}
}

// What a page of running coverage says of its last change is when anything on it
// last changed, whoever forgot to say so.
func TestModified(t *testing.T) {
	at := func(m int) time.Time { return day.Add(time.Duration(m) * time.Minute) }
	for _, test := range []struct {
		name string
		a    article.Article
		want int
	}{
		{"nothing", article.Article{}, 0},
		{"itself", article.Article{Modified: at(30), Corrections: []article.Correction{{Time: at(10), Text: article.Plain("Một.")}}}, 30},
		{"a correction", article.Article{Modified: at(5), Corrections: []article.Correction{{Time: at(10), Text: article.Plain("Một.")}}}, 10},
		{"an update", article.Article{Live: &article.Live{Updates: []article.Update{{ID: "2", Published: at(40)}, {ID: "1", Published: at(20)}}}}, 40},
		{"a change of an update", article.Article{Live: &article.Live{Updates: []article.Update{{ID: "2", Published: at(40)}, {ID: "1", Published: at(20), Modified: at(50)}}}}, 50},
		{"the end", article.Article{Modified: at(30), Live: &article.Live{End: at(60), Updates: []article.Update{{ID: "1", Published: at(20)}}}}, 60},
	} {
		a := test.a
		a.Headline, a.URL, a.Published = "Tin", "/1.html", day
		d, err := testRenderer().Prepare(&a)
		if err != nil {
			t.Fatal(err)
		}
		want := at(test.want)
		if !d.Modified().Equal(want) || !d.SitemapURL().LastMod.Equal(want) || !strings.Contains(string(d.JSONLD()), `"dateModified":"`+want.Format(time.RFC3339)) {
			t.Errorf("%s: modified %v, want %v: %s", test.name, d.Modified(), want, d.JSONLD())
		}
		if changed := strings.Contains(string(d.Head()), `"article:modified_time" content="`+want.Format(time.RFC3339)); changed != (test.want > 0) {
			t.Errorf("%s: article:modified_time: %v", test.name, changed)
		}
	}
}

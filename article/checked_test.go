package article

import (
	"math/rand/v2"
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"testing"
)

// threeSteps is what Checked does, said simply.
func threeSteps(a *Article) (*Article, error) {
	c := a.Clone()
	c.Normalize()
	if err := c.Validate(); err != nil {
		return nil, err
	}
	return c, nil
}

// equalSteps holds Checked equal to the three steps, to the address of the last
// fault, and a unchanged.
func equalSteps(t *testing.T, name string, a *Article) {
	t.Helper()
	before := a.Clone()
	got, err := a.Checked()
	if !reflect.DeepEqual(a, before) {
		t.Fatalf("%s: Checked changes the article", name)
	}
	want, wantErr := threeSteps(a)
	if !reflect.DeepEqual(err, wantErr) {
		t.Fatalf("%s: Checked gives the error\n%v\nthe three steps\n%v", name, err, wantErr)
	}
	if !reflect.DeepEqual(got, want) {
		t.Fatalf("%s: Checked gives another article: %s", name, firstDifference(encoded(t, got), encoded(t, want)))
	}
	if (got == nil) != (err != nil) {
		t.Fatalf("%s: Checked gives the article %v and the error %v", name, got, err)
	}
}

func TestCheckedIsTheThreeSteps(t *testing.T) {
	for seed := range uint64(200) {
		m := newMaker(seed)
		switch seed % 4 {
		case 1:
			m.full = true
		case 2:
			m.text = func(*maker) string { return "" }
		case 3:
			m.text = func(m *maker) string {
				return []string{"", "Kon Rẫy", "họp ", "/a.html", "vi", " b"}[m.IntN(6)]
			}
		}
		equalSteps(t, "random", m.article())
	}
	equalSteps(t, "nothing", &Article{})
	equalSteps(t, "news", newsArticle())
	equalSteps(t, "walked", walked())
	files, err := filepath.Glob("testdata/*.txt")
	if err != nil || len(files) == 0 {
		t.Fatalf("no golden files: %v", err)
	}
	for _, file := range files {
		data, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		input, _, _ := strings.Cut(string(data), "-- faults --\n")
		a, err := Decode(strings.NewReader(input), nil)
		if err != nil {
			t.Fatal(err)
		}
		equalSteps(t, file, a)
	}
}

// One thing is put in the place of another in an article without faults: most of
// what comes out is nearly clean.
func TestCheckedIsTheThreeStepsNearby(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 1))
	for range 1000 {
		a := newsArticle()
		a.Extensions = nil
		var values []reflect.Value
		eachValue(reflect.ValueOf(a).Elem(), func(v reflect.Value) {
			if v.CanSet() {
				values = append(values, v)
			}
		})
		v := values[r.IntN(len(values))]
		m := newMaker(r.Uint64())
		m.deep = 4
		m.fill(v)
		equalSteps(t, v.Type().String(), a)
	}
}

func TestCheckedSharesNothing(t *testing.T) {
	shared := 0
	for seed := range uint64(20) {
		m := newMaker(seed)
		m.text = func(*maker) string { return "a" }
		m.full = true
		a := m.article()
		clean(a)
		c, err := a.Checked()
		if err != nil {
			t.Fatalf("seed %d: %v", seed, err)
		}
		before := c.Clone()
		eachValue(reflect.ValueOf(a).Elem(), func(v reflect.Value) {
			if v.CanSet() && (v.Kind() == reflect.String || v.CanInt() || v.Kind() == reflect.Bool || v.CanFloat() || v.CanUint()) {
				v.SetZero()
				shared++
			}
		})
		for _, x := range a.Extensions {
			x[0] = '!'
		}
		if !reflect.DeepEqual(c, before) {
			t.Fatalf("seed %d: a change of the article changes the checked one", seed)
		}
	}
	if shared == 0 {
		t.Error("nothing was changed")
	}
}

// clean gives what a maker has filled at random the values that Validate takes.
func clean(a *Article) {
	n := 0
	eachValue(reflect.ValueOf(a).Elem(), func(v reflect.Value) {
		if !v.CanAddr() {
			return
		}
		id := func(s *string) { n++; *s = string(appendIndex(nil, n)) }
		switch x := v.Addr().Interface().(type) {
		case *Span:
			x.Lang, x.Dir = "vi", "ltr"
			id(&x.ID)
		case *Heading:
			x.Level = 1
			id(&x.ID)
		case *Update:
			x.Pinned = false
			x.Modified = x.Published
			id(&x.ID)
		case *Live:
			x.End = x.Start
		case *Article:
			x.Lang, x.Kind, x.Status, x.Hero = "vi", KindNews, StatusUsable, &Image{URL: "/a.jpg"}
			x.Modified, x.Expires, x.EmbargoedUntil = x.Published, x.Published, x.Published
		case *TagKind:
			*x = TagTopic
		case *Role:
			*x = RoleAuthor
		case *OrganizationKind:
			*x = OrganizationNews
		case *CorrectionKind:
			*x = CorrectionError
		case *BoxKind:
			*x = BoxNote
		case *TrackKind:
			*x = TrackCaptions
		case *Image:
			x.MediaType = "image/png"
		case *Rendition:
			x.MediaType = "video/mp4"
		case *File:
			x.MediaType, x.Lang = "application/pdf", "vi"
		case *Track:
			x.Lang = "vi"
		case *Alternate:
			x.Lang = "en"
		case *Preformatted:
			x.Lang = "vi"
		case *Link:
			x.Lang, x.Published = "vi", "2022-10-07"
		case *Citation:
			x.Date = "2022"
		case *Access:
			x.Regions = []string{"VN"}
		case *Video:
			x.Regions, x.Chapters = []string{"VN"}, []Chapter{{Title: "a"}, {Start: 1, Title: "b"}}
		case *Audio:
			x.Chapters = []Chapter{{Title: "a"}}
		case *Rights:
			x.Year = 2022
		case *Cell:
			x.ColSpan, x.RowSpan = 1, 2
		}
	})
}

func TestCheckedOfHostile(t *testing.T) {
	if c, err := cyclic().Checked(); c != nil || !reflect.DeepEqual(err, cyclic().Validate()) {
		t.Errorf("Checked of a cycle gives %v, %v", c, err)
	}
	var b Block = para("x")
	for range 40 {
		b = &Quote{Body: Body{b, b}}
	}
	_, err := (&Article{Headline: "A", Body: Body{b}}).Checked()
	if f, _ := err.(Faults); len(f) != 1 || f[0].Code != "too-complex" {
		t.Errorf("Checked of shared blocks gives %d faults, want too-complex", len(f))
	}
	for _, n := range []int{maxDepth - 1, maxDepth, maxDepth + 1, maxDepth + 2, 100_000} {
		deep := Body{para(" x ")}
		for range n {
			deep = Body{&Box{Title: " a ", Body: deep}}
		}
		a := &Article{Headline: "A", Body: deep}
		c, err := a.Checked()
		if f, _ := err.(Faults); (n >= maxDepth) != (err != nil) || err != nil && f[0].Code != "too-deep" || (c == nil) != (err != nil) {
			t.Errorf("Checked of %d boxes gives %v", n, err)
		}
		for range n {
			if box := deep[0].(*Box); box.Title != " a " {
				t.Fatalf("Checked of %d boxes changes one", n)
			} else {
				deep = box.Body
			}
		}
	}
}

func TestCheckedOfNil(t *testing.T) {
	for _, err := range []error{(*Article)(nil).Validate(), func() error { _, err := (*Article)(nil).Checked(); return err }()} {
		if f, _ := err.(Faults); len(f) != 1 || f[0].Code != "nil-article" {
			t.Errorf("the error is %v, want nil-article", err)
		}
	}
	var none *Article
	none.Normalize()
	for range none.Blocks() {
		t.Error("a nil article has blocks")
	}
	if f := none.Review(); f != nil {
		t.Errorf("Review of nil gives %v", f)
	}
	if c, _ := (*Article)(nil).Checked(); c != nil {
		t.Errorf("Checked of nil gives %v", c)
	}
}

func FuzzChecked(f *testing.F) {
	for i, p := range pieces {
		f.Add("a"+p, p, p+" b", uint64(i))
	}
	f.Add(" Kon  Rẫy\n", "", "\n họp ", uint64(0))
	f.Fuzz(func(t *testing.T, one, two, three string, seed uint64) {
		m := newMaker(seed)
		m.text = func(m *maker) string { return []string{one, two, three, "", "a"}[m.IntN(5)] }
		a := m.article()
		a.Lead = Text{{Text: one}, {Text: two, Marks: Strong}, {Text: three}}
		equalSteps(t, "fuzz", a)
	})
}

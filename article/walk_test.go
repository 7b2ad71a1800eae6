package article

import (
	"reflect"
	"slices"
	"strings"
	"testing"
)

// The walker is written by hand; the types say what it must meet.
func TestWalkerMeetsEverything(t *testing.T) {
	vocabulary := map[reflect.Type]bool{ // strings that are no text: node checks them
		reflect.TypeFor[Kind](): true, reflect.TypeFor[Status](): true, reflect.TypeFor[TagKind](): true,
		reflect.TypeFor[Role](): true, reflect.TypeFor[OrganizationKind](): true, reflect.TypeFor[CorrectionKind](): true,
		reflect.TypeFor[BoxKind](): true, reflect.TypeFor[TrackKind](): true, reflect.TypeFor[Provider](): true,
	}
	for seed := range uint64(40) {
		m := newMaker(seed)
		m.full, m.text = true, func(*maker) string { return "x" }
		a := m.article()

		met := map[any]bool{} // pointers to strings, Texts and structs
		w := walker{}
		w.str = func(_ use, s *string) { met[s] = true }
		w.text = func(x *Text) { met[x] = true }
		w.node = func(x any) {
			if _, ok := x.(*Divider); met[x] && !ok { // pointers to nothing may be equal
				t.Errorf("seed %d: %s: met twice", seed, w.path)
			}
			met[x] = true
			if s, ok := x.(*Span); ok {
				met[&s.Text] = true // belongs to the Text
			}
		}
		bodies := 0
		w.after = func(*Body) { bodies++ }
		w.article(a)

		wantBodies := 0
		eachValue(reflect.ValueOf(a).Elem(), func(v reflect.Value) {
			if !v.CanAddr() || vocabulary[v.Type()] {
				return
			}
			p := v.Addr().Interface()
			switch v.Kind() {
			case reflect.String:
				if _, ok := p.(*string); !ok {
					t.Fatalf("%v is neither text nor vocabulary", v.Type())
				}
			case reflect.Struct:
				if planOf(v.Type()).form != formObject {
					return
				}
			case reflect.Slice:
				if v.Type() == reflect.TypeFor[Body]() && v.Len() > 0 {
					wantBodies++
				}
				if v.Type() != reflect.TypeFor[Text]() || v.Len() == 0 {
					return
				}
			default:
				return
			}
			if !met[p] {
				t.Errorf("seed %d: a %v is not met", seed, v.Type())
			}
		})
		if bodies != wantBodies {
			t.Errorf("seed %d: met %d bodies, want %d", seed, bodies, wantBodies)
		}
	}
}

func walked() *Article {
	return &Article{
		Headline: "Tít",
		Lead:     Plain("Sapo"),
		Hero:     &Gallery{Images: []Image{{URL: "/1.jpg", Caption: Plain("Ảnh một")}}},
		URL:      "/bai.html",
		Body: Body{
			&Paragraph{Text: Text{{Text: "Một "}, {Text: "hai", Link: &Link{URL: "/hai"}}}},
			&List{Items: []Body{{&Paragraph{Text: Plain("ba")}, &Divider{}}, {&Quote{Body: Body{&Paragraph{Text: Plain("bốn")}}}}}},
			nil,
			(*Paragraph)(nil),
			&Table{Rows: [][]Cell{{{Text: Plain("năm")}, {Text: Plain("sáu")}}}},
			&Preformatted{Text: "bảy\ntám"},
		},
		Publisher: Organization{Name: "Báo", Logo: &Image{URL: "/logo.png"}},
		Live:      &Live{Updates: []Update{{ID: "1", Body: Body{&Heading{Level: 1, Text: Plain("chín")}}}}},
	}
}

func TestIterators(t *testing.T) {
	a := walked()
	paths := func(seq func(func(string) bool)) string { return strings.Join(slices.Collect(seq), " ") }
	blocks := paths(func(yield func(string) bool) {
		for p := range a.Blocks() {
			if !yield(p) {
				return
			}
		}
	})
	want := "hero body[0] body[1] body[1].items[0][0] body[1].items[0][1] body[1].items[1][0] body[1].items[1][0].body[0] " +
		"body[4] body[5] live.updates[0].body[0]"
	if blocks != want {
		t.Errorf("Blocks gives the paths\n%s, want\n%s", blocks, want)
	}
	all := paths(func(yield func(string) bool) {
		for p := range a.Body.All() {
			if !yield(p) {
				return
			}
		}
	})
	if want := "[0] [1] [1].items[0][0] [1].items[0][1] [1].items[1][0] [1].items[1][0].body[0] [4] [5]"; all != want {
		t.Errorf("All gives the paths\n%s, want\n%s", all, want)
	}
	var texts []string
	for p, x := range a.Texts() {
		texts = append(texts, p+"="+x.String())
	}
	wantTexts := []string{
		"lead=Sapo", "hero.images[0].caption=Ảnh một", "body[0].text=Một hai", "body[1].items[0][0].text=ba",
		"body[1].items[1][0].body[0].text=bốn", "body[4].rows[0][0].text=năm", "body[4].rows[0][1].text=sáu",
		"live.updates[0].body[0].text=chín",
	}
	if !slices.Equal(texts, wantTexts) {
		t.Errorf("Texts gives\n%q, want\n%q", texts, wantTexts)
	}
	var urls []string
	for p, u := range a.URLs() {
		urls = append(urls, p+"="+*u)
	}
	wantURLs := []string{"hero.images[0].url=/1.jpg", "body[0].text[1].link.url=/hai", "url=/bai.html", "publisher.logo.url=/logo.png"}
	if !slices.Equal(urls, wantURLs) {
		t.Errorf("URLs gives\n%q, want\n%q", urls, wantURLs)
	}
	var images []string
	for p := range a.Images() {
		images = append(images, p)
	}
	if want := []string{"hero.images[0]", "publisher.logo"}; !slices.Equal(images, want) {
		t.Errorf("Images gives %q, want %q", images, want)
	}
	if got, want := a.Body.Text(), "Một hai\nba\nbốn\nnăm\nsáu\nbảy\ntám"; got != want {
		t.Errorf("Text() = %q, want %q", got, want)
	}
}

// A loop may be left anywhere; an iterator that goes on would panic.
func TestIteratorsStop(t *testing.T) {
	for stop := range 12 {
		for seed := range uint64(8) {
			m := newMaker(seed)
			m.full = true
			a := m.article()
			leave := func() func() bool {
				n := 0
				return func() bool { n++; return n > stop }
			}
			f := leave()
			for range a.Blocks() {
				if f() {
					break
				}
			}
			f = leave()
			for range a.Texts() {
				if f() {
					break
				}
			}
			f = leave()
			for range a.URLs() {
				if f() {
					break
				}
			}
			f = leave()
			for range a.Images() {
				if f() {
					break
				}
			}
			f = leave()
			for range a.Body.All() {
				if f() {
					break
				}
			}
		}
	}
}

// A hand-built article can hold itself. Everything comes back from it.
func cyclic() *Article {
	org := &Organization{Name: "A"}
	org.Parent = org
	org.Logo = &Image{URL: "/a.png", Credits: []Credit{{Organization: org}, {Organization: org}}}
	sec := &Section{Name: "A"}
	sec.Parent = &Section{Name: "B", Parent: sec}
	list := &List{}
	list.Items = []Body{{list, list}, {&Quote{Body: Body{list}}, &Paragraph{Text: Plain("x")}}}
	return &Article{Headline: "A", Body: Body{list}, Sections: []Section{*sec}, Credits: []Credit{{Organization: org}}}
}

func TestCycles(t *testing.T) {
	a := cyclic()
	n := 0
	for range a.Blocks() {
		n++
	}
	if n != 6 { // the list twice in itself and once in the quotation, where it is not entered
		t.Errorf("Blocks gives %d blocks, want 6", n)
	}
	var cycles []string
	for _, f := range a.Validate().(Faults) {
		if f.Code == "cycle" {
			cycles = append(cycles, f.Path)
		}
	}
	want := []string{
		"body[0].items[0][0]", "body[0].items[0][1]", "body[0].items[1][0].body[0]",
		"credits[0].organization.logo.credits[0].organization", "credits[0].organization.logo.credits[1].organization",
		"credits[0].organization.parent", "sections[0].parent.parent.parent",
	}
	if !slices.Equal(cycles, want) {
		t.Errorf("Validate finds cycles at\n%q, want\n%q", cycles, want)
	}
	if _, err := a.MarshalJSON(); err == nil {
		t.Error("MarshalJSON gives no error")
	}
	a.Normalize()
	a.Review()
	if c := a.Clone(); c.Body[0].(*List).Items[0][0] != c.Body[0] || c.Body[0] == a.Body[0] {
		t.Error("Clone does not keep the cycle")
	}

	deep := &Article{Headline: "A", Body: Body{&Divider{}}}
	for range maxDepth + 1 {
		deep.Body = Body{&Quote{Body: deep.Body}}
	}
	if f := deep.Validate().(Faults); f[0].Code != "too-deep" {
		t.Errorf("Validate of a deep article gives %v", f)
	}
}

func TestClone(t *testing.T) {
	for seed := range uint64(30) {
		a := newMaker(seed).article()
		b := newMaker(seed).article()
		c := a.Clone()
		if !reflect.DeepEqual(a, c) {
			t.Fatalf("seed %d: the clone differs", seed)
		}
		eachValue(reflect.ValueOf(c).Elem(), func(v reflect.Value) {
			if v.CanSet() && (v.Kind() == reflect.String || v.CanInt() || v.Kind() == reflect.Bool || v.CanFloat() || v.CanUint()) {
				v.SetZero()
			}
		})
		for _, x := range c.Extensions {
			x[0] = '!'
		}
		if !reflect.DeepEqual(a, b) {
			t.Fatalf("seed %d: a change of the clone changes the article", seed)
		}
	}
	if (*Article)(nil).Clone() != nil {
		t.Error("the clone of nil is not nil")
	}
}

// One block in many places is no cycle, and can be met 2^40 times.
func TestSharedBlocks(t *testing.T) {
	var b Block = para("x")
	for range 40 {
		b = &Quote{Body: Body{b, b}}
	}
	a := &Article{Headline: "A", Body: Body{b}}
	c := a.Clone()
	c.Normalize()
	if f, _ := c.Validate().(Faults); len(f) != 1 || f[0].Code != "too-complex" {
		t.Errorf("Validate gives %d faults, want one of too many blocks", len(f))
	}
	a.Review()
	if _, err := a.MarshalJSON(); err == nil {
		t.Error("MarshalJSON gives no error")
	}

	var deep Body
	for range 100_000 {
		deep = Body{&Box{Title: "a", Body: deep}}
	}
	a = &Article{Headline: "A", Body: deep}
	a.Clone().Normalize()
	if f := a.Validate().(Faults); f[0].Code != "too-deep" {
		t.Errorf("Validate gives %v", f[0])
	}
}

func TestNestsHoldsEveryBlock(t *testing.T) {
	for _, b := range blockTypes {
		if !nests(b.zero) {
			t.Errorf("nests knows no %s", b.name)
		}
	}
}

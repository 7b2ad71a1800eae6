package article

import (
	"reflect"
	"slices"
	"strings"
	"testing"
	"unicode"
)

func TestNormalizeText(t *testing.T) {
	link := func() *Link { return &Link{URL: "/a"} }
	for _, c := range []struct {
		name string
		in   Text
		want Text
	}{
		{"clean", Text{{Text: "Kon Rẫy: "}, {Text: "họp", Marks: Strong}}, Text{{Text: "Kon Rẫy: "}, {Text: "họp", Marks: Strong}}},
		{"space at the edges", Plain("\u00a0 a b\t"), Plain("a b")},
		{"runs of space", Plain("a \u00a0\u200b b"), Plain("a b")},
		{"space between spans stays", Text{{Text: "a "}, {Text: "b", Marks: Strong}, {Text: "\u00a0c"}}, Text{{Text: "a "}, {Text: "b", Marks: Strong}, {Text: " c"}}},
		{"one space between spans", Text{{Text: "a "}, {Text: " b ", Marks: Strong}, {Text: " c"}}, Text{{Text: "a "}, {Text: "b ", Marks: Strong}, {Text: "c"}}},
		{"a span of space", Text{{Text: "a"}, {Text: "  ", Marks: Strong}, {Text: "b"}}, Text{{Text: "a"}, {Text: " ", Marks: Strong}, {Text: "b"}}},
		{"a span of space at an edge", Text{{Text: "a"}, {Text: "\u00a0", Marks: Strong}}, Plain("a")},
		{"equal spans", Text{{Text: "a"}, {Text: "b"}, {Text: "c", Marks: Small}, {Text: "d", Marks: Small}}, Text{{Text: "ab"}, {Text: "cd", Marks: Small}}},
		{"equal links", Text{{Text: "a", Link: link()}, {Text: "b", Link: link()}}, Text{{Text: "ab", Link: link()}}},
		{"other links", Text{{Text: "a", Link: link()}, {Text: "b", Link: &Link{URL: "/b"}}}, Text{{Text: "a", Link: link()}, {Text: "b", Link: &Link{URL: "/b"}}}},
		{"empty spans", Text{{Text: "a"}, {Marks: Strong}, {Text: "b"}}, Plain("ab")},
		{"a letter in two spans", Text{{Text: "a"}, {Text: "\u0323b"}}, Plain("ạb")},
		{"names stay", Text{{Text: "a"}, {ID: "x"}, {Text: "b"}}, Text{{Text: "a"}, {ID: "x"}, {Text: "b"}}},
		{"abbreviations stay apart", Text{{Text: "A", Expansion: "x"}, {Text: "B", Expansion: "x"}}, Text{{Text: "A", Expansion: "x"}, {Text: "B", Expansion: "x"}}},
		{"space around a line break", Plain("a \n b\r\nc"), Plain("a\nb\nc")},
		{"space around a line break between spans", Text{{Text: "a "}, {Text: "\nb", Marks: Strong}, {Text: "\n"}, {Text: " c"}}, Text{{Text: "a"}, {Text: "\nb", Marks: Strong}, {Text: "\nc"}}},
		{"a span of space before a line break", Text{{Text: "a"}, {Text: " ", Marks: Strong}, {Text: "\nb"}}, Plain("a\nb")},
		{"line breaks at the edges", Plain("\n a\n\n"), Plain("a")},
		{"noncharacters", Plain("a\ufdd0b\ufdef\uffff\U0001fffec"), Plain("abc")},
		{"noncharacters in code", Text{{Text: "a\ufdd0 b\U0010ffff", Marks: Code}}, Text{{Text: "a b", Marks: Code}}},
		{"code", Text{{Text: "a  b\u200b", Marks: Code}}, Text{{Text: "a  b\u200b", Marks: Code}}},
		{"composed", Plain("Hoà e\u0302\u0323"), Plain("Hoà ệ")},
		{"house style", Plain(`"hoà", 'kỹ sư' - bác sỹ… "ti" – “qui”`), Plain(`"hoà", 'kỹ sư' - bác sỹ… "ti" – “qui”`)},
		{"eth", Plain("Ðảng"), Plain("Đảng")},
		{"nothing", Text{{Text: " "}, {Text: "\u200b", Marks: Strong}}, nil},
	} {
		a := &Article{Lead: c.in}
		a.Normalize()
		if !reflect.DeepEqual(a.Lead, c.want) {
			t.Errorf("%s: Normalize gives %+q, want %+q", c.name, a.Lead, c.want)
		}
	}
}

func TestNormalizeArticle(t *testing.T) {
	a := &Article{
		ID:       " tag:a.vn,2022:1\n",
		Headline: " Kon  Rẫy:\nhọp ",
		Lang:     "VI_vn",
		URL:      " /a b ",
		Hero:     &Gallery{Images: []Image{{}}},
		Body: Body{
			&Paragraph{Text: Plain(" \u00a0")},
			nil,
			&List{Items: []Body{{&Paragraph{Text: Plain(" ")}}, {&Paragraph{Text: Plain("a ")}}}},
			&Quote{Body: Body{&Quote{Body: Body{&Heading{Level: 1, Text: Text{{}}}}}}},
			&Gallery{Images: []Image{{Alt: " "}, {URL: "/1.jpg", Caption: Plain(" Ảnh ")}}},
			&Links{Items: []Link{{Text: " "}, {URL: "/x"}}},
			&Table{Rows: [][]Cell{{{Text: Plain(" ")}}}},
			&Preformatted{Text: "a\r\n  e\u0302\u0323\x00"},
			&Preformatted{Text: " \n"},
			&Divider{},
		},
		Credits: []Credit{{Name: " \u200b"}, {Name: " Quốc  Vy "}},
		Tags:    []Tag{{Name: " "}, {Name: "Kon Rẫy"}},
	}
	a.Normalize()
	want := &Article{
		ID: "tag:a.vn,2022:1", Headline: "Kon Rẫy: họp", Lang: "vi-VN", URL: "/a b", Slug: "kon-ray-hop",
		Body: Body{
			&List{Items: []Body{{&Paragraph{Text: Plain("a")}}}},
			&Gallery{Images: []Image{{URL: "/1.jpg", Caption: Plain("Ảnh")}}},
			&Links{Items: []Link{{URL: "/x"}}},
			&Preformatted{Text: "a\n  ệ"},
			&Divider{},
		},
		Credits: []Credit{{Name: "Quốc Vy"}},
		Tags:    []Tag{{Name: "Kon Rẫy"}},
	}
	if !reflect.DeepEqual(a, want) {
		t.Errorf("Normalize gives\n%s, want\n%s", encoded(t, a), encoded(t, want))
	}
	a = &Article{Lang: "en", Slug: "a"}
	if a.Normalize(); a.Lang != "en" || a.Slug != "a" {
		t.Errorf("Normalize changes Lang to %q and Slug to %q", a.Lang, a.Slug)
	}
}

// letters counts the letters and digits for readers of an article, marks left out.
func letters(a *Article) int {
	n := 0
	count := func(s string) {
		for _, r := range s {
			if unicode.IsLetter(r) || unicode.IsDigit(r) {
				n++
			}
		}
	}
	w := walker{}
	w.str = func(u use, s *string) {
		if strings.Contains(string(w.path), ".link.") || strings.Contains(string(w.path), ".citation.") || strings.HasSuffix(string(w.path), ".expansion") {
			return // says something about a span, which may be empty
		}
		if u == useLine || u == useLines {
			count(*s)
		}
	}
	w.text = func(t *Text) { count(t.String()) }
	w.article(a)
	return n
}

func TestNormalizeIsIdempotentAndKeepsLetters(t *testing.T) {
	for seed := range uint64(500) {
		a := newMaker(seed).article()
		before := letters(a)
		a.Normalize()
		if after := letters(a); after != before {
			t.Errorf("seed %d: %d letters, %d before", seed, after, before)
		}
		once := encoded(t, a)
		a.Normalize()
		if twice := encoded(t, a); twice != once {
			t.Fatalf("seed %d: normalized twice:\n%s", seed, firstDifference(twice, once))
		}
	}
}

func TestNormalizeCleanAllocates(t *testing.T) {
	a := &Article{Lang: "vi", Slug: "a", Headline: "Hội nghị tại Kon Rẫy", Lead: Plain("Ngày 07/10/2022, tại Kon Rẫy.")}
	for range 50 {
		a.Body = append(a.Body, &Paragraph{Text: Text{
			{Text: "Trong 9 tháng đầu năm 2022, "}, {Text: "công tác", Marks: Strong}, {Text: " được tăng cường."},
		}})
	}
	if n := testing.AllocsPerRun(20, a.Normalize); n > 30 {
		t.Errorf("Normalize of 50 clean paragraphs allocates %v times, want 30 at most", n)
	}
}

// The look for what is normal already must not change what comes out.
func TestNormalizeTextWithoutLooking(t *testing.T) {
	more := []string{"", " ", "\n", " \n", "a", "hô\u0323i", " nghi\u0323 ", "thi \u0323", "ð", "\u0430", "x\u0430", "7ð", "a\u00a0", "\u200ba", "日", "\n\nb", "c ", "\u0323", "đ\u0345"}
	looked := 0
	for seed := range uint64(10_000) {
		m := newMaker(seed)
		m.text = func(m *maker) string {
			s := more[m.IntN(len(more))]
			if m.IntN(3) == 0 {
				s += more[m.IntN(len(more))]
			}
			return s
		}
		text := make(Text, 1+m.IntN(3))
		for i := range text {
			text[i] = Span{Text: m.text(m), Marks: []Marks{0, 0, Strong, Code}[m.IntN(4)]}
			if m.IntN(5) == 0 {
				text[i].ID = m.text(m)
			}
		}
		got, want := slices.Clone(text), slices.Clone(text)
		normalizeText(&got)
		if slices.Clone(text).tidied() {
			looked++
		}
		for i := range want {
			want[i].ID = normalizeName(want[i].ID)
		}
		for changed := true; changed; {
			want, changed = want.joined().cleaned()
		}
		if !reflect.DeepEqual(got, want) {
			t.Fatalf("normalizeText(%+q) = %+q, want %+q", text, got, want)
		}
	}
	if looked < 300 {
		t.Errorf("only %d texts are tidied", looked)
	}
}

// Very many equal spans take time in proportion.
func TestNormalizeManySpans(t *testing.T) {
	text := make(Text, 100_000)
	for i := range text {
		text[i].Text = "ba "
	}
	a := &Article{Lead: text}
	a.Normalize()
	if want := strings.TrimSpace(strings.Repeat("ba ", len(text))); a.Lead.String() != want || len(a.Lead) != 1 {
		t.Errorf("%d spans are joined to %d, %d bytes, want %d", len(text), len(a.Lead), len(a.Lead.String()), len(want))
	}
}

func FuzzNormalize(f *testing.F) {
	for _, p := range pieces {
		f.Add("a"+p, p, p+" b")
	}
	f.Add(" Kon  Rẫy\n", "", "\n họp ")
	f.Fuzz(func(t *testing.T, one, two, three string) {
		a := &Article{
			Headline: one, Kicker: two, Lead: Text{{Text: one}, {Text: two, Marks: Strong}, {Text: three}},
			Body: Body{&Preformatted{Text: one}, &Paragraph{Text: Text{{Text: three, Marks: Code}, {Text: two}}}},
		}
		a.Normalize()
		once := encoded(t, a)
		a.Normalize()
		if twice := encoded(t, a); twice != once {
			t.Fatalf("normalized twice:\n%s", firstDifference(twice, once))
		}
		for _, s := range []string{a.Headline, a.Kicker, a.Lead.String()} {
			if strings.TrimSpace(s) != s || strings.Contains(s, "  ") || strings.Contains(s, " \n") || strings.Contains(s, "\n ") {
				t.Fatalf("Normalize(%q, %q, %q) leaves space in %q", one, two, three, s)
			}
		}
		if err := a.Validate(); err != nil {
			for _, x := range err.(Faults) {
				if x.Code == "bad-text" {
					t.Fatalf("Normalize(%q, %q, %q) leaves %v", one, two, three, x)
				}
			}
		}
	})
}

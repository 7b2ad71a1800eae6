package related

import (
	"fmt"
	"reflect"
	"strings"
	"testing"
	"time"

	"github.com/toasoan/toasoan/article"
)

func TestDocOf(t *testing.T) {
	para := func(s string) *article.Paragraph { return &article.Paragraph{Text: article.Plain(s)} }
	parent := article.Section{Name: "Xã hội", Parent: &article.Section{Name: "Tin"}}
	a := &article.Article{
		ID: "a", URL: "https://bao.example/a", Headline: "Bến đò", Kicker: "An Hải", Lead: article.Plain("Tóm tắt"),
		Sections: []article.Section{{Name: "Giao thông", Parent: &parent}, {Name: "Tin"}},
		Hero:     &article.Image{URL: "a.jpg", Caption: article.Plain("chờ thuyền")},
		Body: article.Body{
			para("Một."),
			&article.List{Items: []article.Body{{para("hai")}, {para("ba")}}},
			&article.Quote{Pull: true, Body: article.Body{para("Một.")}},
			&article.Quote{Body: article.Body{para("Bốn.")}, Attribution: article.Plain("ông Năm")},
			&article.Box{Title: "Hộp", Body: article.Body{para("sáu")}},
			&article.RawHTML{HTML: "<p>bảy<br>t&aacute;m</p>"},
			&article.Divider{},
		},
		Live: &article.Live{Updates: []article.Update{{Headline: "Cập nhật", Body: article.Body{para("chín")}}}},
	}
	d := DocOf(a)
	if d.ID != "a" || d.Title != "Bến đò" || d.Lead != "Tóm tắt" || !reflect.DeepEqual(d.Sections, []string{"Giao thông", "Xã hội", "Tin"}) {
		t.Errorf("DocOf = %+v", d)
	}
	want := "An Hải Cập nhật chờ thuyền Một. hai ba ông Năm Bốn. Hộp sáu bảy tám chín"
	if got := strings.Join(strings.Fields(d.Body), " "); got != want {
		t.Errorf("Body = %q\nwant   %q", got, want)
	}
	a.ID = ""
	if got := DocOf(a).ID; got != a.URL {
		t.Errorf("ID of an article without one: %q, want its URL", got)
	}
}

// What no Validate has seen does no harm.
func TestDocOfAnything(t *testing.T) {
	if d := DocOf(nil); !reflect.DeepEqual(d, Doc{}) {
		t.Errorf("DocOf(nil) = %+v", d)
	}
	q := &article.Quote{}
	q.Body = article.Body{q, &article.Paragraph{Text: article.Plain("sâu")}}
	s := &article.Section{Name: "a"}
	s.Parent = s
	var image *article.Image
	var list *article.List
	deep := article.Body{&article.Paragraph{Text: article.Plain("đáy")}}
	for range 1 << 14 {
		deep = article.Body{&article.Quote{Body: deep}}
	}
	for name, a := range map[string]*article.Article{
		"cycle of blocks":   {Headline: "x", Body: article.Body{q}},
		"cycle of sections": {Sections: []article.Section{*s}},
		"nil blocks":        {Hero: image, Body: article.Body{nil, list, &article.List{Items: []article.Body{{image}}}}},
		"deep":              {Body: deep},
	} {
		if d := DocOf(a); name == "cycle of sections" && !reflect.DeepEqual(d.Sections, []string{"a"}) {
			t.Errorf("%s: %+v", name, d)
		}
	}
}

func TestSameDayIsOfTheCalendar(t *testing.T) {
	utc := func(s string) time.Time {
		at, err := time.Parse(time.RFC3339, s)
		if err != nil {
			t.Fatal(err)
		}
		return at
	}
	for _, test := range []struct{ lang, asked, hit, want string }{
		{"", "2022-10-07T16:05:00+07:00", "2022-10-08T09:00:00+07:00", "week"}, // 17 hours
		{"", "2022-10-07T00:05:00+07:00", "2022-10-07T23:55:00+07:00", "day"},
		{"", "2022-10-07T20:00:00Z", "2022-10-08T10:00:00Z", "day"}, // both the 8th in Vietnam
		{"vi-VN", "2022-10-07T10:00:00Z", "2022-10-07T18:00:00Z", "week"},
		{"en", "2022-10-07T20:00:00Z", "2022-10-08T10:00:00Z", "week"},
		{"en", "2022-10-07T20:00:00+02:00", "2022-10-07T22:30:00Z", "week"},     // the 8th in +02:00
		{"", "2022-10-09T10:00:00+07:00", "2022-10-10T10:00:00+07:00", "month"}, // Sunday, Monday
		{"", "2023-01-01T10:00:00+07:00", "2022-12-26T10:00:00+07:00", "week"},
		{"", "2022-09-30T10:00:00+07:00", "2022-10-20T10:00:00+07:00", ""},
	} {
		got := ""
		for _, r := range timeReason(&Doc{Lang: test.lang, Published: utc(test.asked)}, utc(test.hit).Unix()) {
			got = r.Text
		}
		if got != test.want {
			t.Errorf("%q %s and %s: %q, want %q", test.lang, test.asked, test.hit, got, test.want)
		}
	}
}

// A reason does not end in the middle of what is written as one word.
func TestReasonsKeepNumbersWhole(t *testing.T) {
	d := Doc{Title: "Thực hiện Nghị quyết số 35-NQ/TW, Trung-ương", Lang: "vi"}
	for _, test := range []struct{ place, want string }{
		{"Nghị quyết số 35", "Nghị quyết số"},
		{"Nghị quyết", "Nghị quyết"},
		{"35", ""},
		{"NQ", ""},
		{"TW", ""},
		{"ương", ""},
	} {
		i := strings.Index(d.Title, test.place)
		at := place{field: titleField, start: int32(i), end: int32(i + len(test.place))}
		got := ""
		if d.trim(&at) {
			_, got = d.spell(at)
		}
		if got != test.want {
			t.Errorf("trim(%q) leaves %q, want %q", test.place, got, test.want)
		}
	}
}

func TestMinShare(t *testing.T) {
	x := New()
	docs := madeUp(11, 200)
	if err := x.Add(docs...); err != nil {
		t.Fatal(err)
	}
	fewer := 0
	for _, d := range docs[:30] {
		for _, div := range []float64{0, .3} {
			all := x.Related(d, &Query{N: 20})
			some := x.Related(d, &Query{N: 20, MinShare: .5, Diversity: div})
			best := 0.0
			for _, h := range all {
				if !h.Pinned {
					best = max(best, h.Score)
				}
			}
			want := 0
			for _, h := range all {
				if h.Pinned || h.Score >= .5*best {
					want++
				}
			}
			if len(some) != want {
				t.Fatalf("%s: %d hits, want %d of %d", d.ID, len(some), want, len(all))
			}
			if len(some) < len(all) {
				fewer++
			}
		}
	}
	if fewer == 0 {
		t.Error("MinShare left nothing out")
	}
}

func TestKindsHaveLabels(t *testing.T) {
	for _, k := range append(kinds[:], KindText, KindTime) {
		if k.Label("vi") == "" || k.Label("en-GB") == "" || k.Label("en") == k.Label("") {
			t.Errorf("%s: %q, %q", k, k.Label("vi"), k.Label("en"))
		}
	}
}

// A phrase that both texts have is given whole, wherever its parts were counted.
func TestReasonsAreWholePhrases(t *testing.T) {
	x := New()
	docs := madeUp(13, 300)
	docs = append(docs,
		Doc{ID: "asked", Title: "Chủ tịch huyện", Lead: "thị trường bất động sản", Body: "Chủ tịch xã Kroong thăm bến. Nhà bất động sản. Thị trường gạo."},
		Doc{ID: "hit", Title: "Tin khác", Body: "Chủ tịch xã Kroong nói. Thị trường bất động sản lặng."},
	)
	if err := x.Add(docs...); err != nil {
		t.Fatal(err)
	}
	hits := x.Related(docs[len(docs)-2], &Query{N: 1, Reasons: 5})
	if len(hits) != 1 || hits[0].ID != "hit" {
		t.Fatalf("hits: %+v", hits)
	}
	var texts []string
	for _, r := range hits[0].Reasons {
		texts = append(texts, strings.ToLower(r.Text))
	}
	if got, want := strings.Join(texts, "; "), "thị trường bất động sản; chủ tịch xã kroong"; got != want {
		t.Errorf("reasons %q, want %q", got, want)
	}
}

// A reason begins and ends with whole words, though words are not told from syllables.
func TestReasonsAreWholeWords(t *testing.T) {
	var others []Doc
	for i := range 40 {
		others = append(others, Doc{ID: fmt.Sprint("other ", i), Body: fmt.Sprintf("Bến số%d có thể mở lại, chợ có thể họp, nước lớn %d.", i, i)})
	}
	for _, test := range []struct{ both, want, why string }{
		{"bộ trưởng Chu Ngọc Anh đã tới", "bộ trưởng Chu Ngọc Anh", "a name, though anh is a function word"},
		{"tặng quà anh", "tặng quà", "a function word"},
		{"TẶNG QUÀ ANH", "tặng quà", "capital letters that make no name"},
		{"lời khai có thể thuyết phục nhà báo", "thuyết phục nhà báo; lời khai", "thể belongs to có"},
		{"trẻ em đầu tư cho điều kiện", "trẻ em đầu tư; điều kiện", "words, not function words"},
		{"ở TP. HCM ngập lụt", "ngập lụt", "half of TP. HCM"},
		{"lúc 6 giờ 30, Quận 1 mất điện", "Quận 1 mất điện", "numbers that say nothing, and one that does"},
		{"thợ của Kroong", "Kroong", "a syllable alone is a name"},
		{"thợ", "thợ", "if there is nothing else"},
	} {
		x := New()
		asked := Doc{ID: "asked", Body: "Hôm nay " + test.both + "."}
		if err := x.Add(append(others, asked, Doc{ID: "hit", Body: "Tin sau: " + test.both + "."})...); err != nil {
			t.Fatal(err)
		}
		hits := x.Related(asked, &Query{N: 1, Copies: true})
		if len(hits) != 1 || hits[0].ID != "hit" {
			t.Fatalf("%q: hits %+v", test.both, hits)
		}
		var texts []string
		for _, r := range hits[0].Reasons {
			texts = append(texts, r.Text)
		}
		if got := strings.Join(texts, "; "); !strings.EqualFold(got, test.want) {
			t.Errorf("%q: reasons %q, want %q: %s", test.both, got, test.want, test.why)
		}
	}
}

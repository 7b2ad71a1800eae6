package related

import (
	"fmt"
	"reflect"
	"slices"
	"strings"
	"testing"
	"time"
)

// Every syllable that Vietnamese can write is among the variants of what it is
// without diacritics.
func TestVariantsHoldEverySyllable(t *testing.T) {
	rhymes := strings.Fields(`a ac ach ai am an ang anh ao ap at au ay ăc ăm ăn ăng ăp ăt âc âm ân âng âp ât âu ây e ec em en eng eo ep et
		ê êch êm ên ênh êp êt êu i ia ich iêc iêm iên iêng iêp iêt iêu im in inh ip it iu o oa oac oach oai oan oang oanh oao oat oay
		oăc oăm oăn oăng oăt oc oe oen oeo oet oi om on ong op ot ô ôc ôi ôm ôn ông ôp ôt ơ ơi ơm ơn ơp ơt u ua uân uâng uât uây uc uê uêch
		uênh ui um un ung uôc uôi uôm uôn uông uôt up ut uy uya uych uyên uyêt uynh uyt ư ưa ưc ưi ưng ươc ươi ươm ươn ương ươp ươt ươu ưt ưu y yêm yên yêt yêu`)
	onsets := strings.Fields("b c ch d đ g gh gi h k kh l m n ng ngh nh p ph q r s t th tr v x")
	n := 0
	for _, rhyme := range rhymes {
		// Every vowel of the rhyme in turn with every tone.
		for i, r := range []rune(rhyme) {
			for _, form := range vowelForms {
				toned := []rune(form)
				if toned[0] != r {
					continue
				}
				for _, tone := range toned {
					word := []rune(rhyme)
					word[i] = tone
					for _, onset := range append(onsets, "") {
						syllable := append([]rune(onset), word...)
						plain := append([]rune(nil), syllable...)
						fold(plain)
						want, found := string(syllable), false
						variants(plain, func(v []rune) { found = found || string(v) == want })
						if !found && len(plain) <= 7 {
							// gi and qu make a vowel group longer than any.
							if onset == "gi" && len([]rune(rhyme)) > 2 || onset == "qu" {
								continue
							}
							t.Fatalf("variants(%q) do not hold %q", string(plain), want)
						}
						n++
					}
				}
			}
		}
	}
	if n < 30000 {
		t.Errorf("%d syllables tried, want more", n)
	}
}

func TestSearchAsReadersType(t *testing.T) {
	x := New()
	docs := []Doc{
		{ID: "đò", Title: "Đò ngang bến An Hải", Body: "Đò ngang ở bến An Hải chạy từ năm giờ sáng."},
		{ID: "đo", Title: "Đo chiều ngang con đường", Body: "Họ đo đường, đo cả chiều ngang của cầu ở Hải An."},
		{ID: "hai", Title: "Hai người an toàn", Body: "Hai người đã an toàn do có ngang cầu."},
		{ID: "gạo", Title: "Giá gạo", Body: "Giá gạo tăng. Obama mua gạo."},
		{ID: "hoa", Title: "Hòa Bình mùa hoa", Body: "Thủy điện Hòa Bình."},
	}
	if err := x.Add(docs...); err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct{ typed, first string }{
		{"do ngang an hai", "đò"},
		{"ĐÒ NGANG", "đò"},
		{"đò ngang bến an hải", "đò"},
		{"do chieu ngang", "đo"},
		{"gia gao", "gạo"},
		{"obama", "gạo"},
		{"hoà bình", "hoa"},
		{"Ho\u0300a Bi\u0300nh", "hoa"},
		{"hoa binh", "hoa"},
		{"đõ ngang", "đò"}, // no đõ: what it is without its diacritics
	} {
		hits := x.Search(c.typed, nil)
		if len(hits) == 0 || hits[0].ID != c.first {
			t.Errorf("Search(%q) = %+v, want %q first", c.typed, hits, c.first)
		}
	}
	for _, typed := range []string{"", "...", "xyzzy", "gạọ"} {
		if hits := x.Search(typed, nil); len(hits) > 0 && typed != "gạọ" {
			t.Errorf("Search(%q) = %+v, want nothing", typed, hits)
		}
	}
	if hits := x.Search("an", &Query{Exclude: func(id string) bool { return id == "đò" }}); len(hits) != 2 {
		t.Errorf("Search with Exclude = %+v, want two", hits)
	}
}

func TestSnippetMarksWhatWasTyped(t *testing.T) {
	text := "Câu đầu tiên nói chuyện khác hẳn.\nSáng nay, đò ngang ở bến An Hải (Cà Mau) phải ngừng chạy vì sương mù dày. " +
		strings.Repeat("Còn nhiều chữ nữa ở phía sau. ", 10)
	for _, c := range []struct {
		typed  string
		length int
		text   string
		marks  string
	}{
		{"do ngang an hai", 60, "… Sáng nay, đò ngang ở bến An Hải (Cà Mau) phải …", "đò|ngang|An|Hải"},
		{"sương mù", 40, "… chạy vì sương mù dày. Còn …", "sương|mù"},
		{"không có", 30, "Câu đầu tiên nói …", ""},
	} {
		s := SnippetOf(text, c.typed, c.length)
		var marks []string
		for _, m := range s.Marks {
			marks = append(marks, s.Text[m[0]:m[1]])
		}
		if s.Text != c.text || strings.Join(marks, "|") != c.marks {
			t.Errorf("SnippetOf(%q, %d) = %q with %q, want %q with %q", c.typed, c.length, s.Text, marks, c.text, c.marks)
		}
	}
}

func FuzzSnippet(f *testing.F) {
	f.Add("Đò ngang bến An Hải", "do ngang", 20)
	f.Add("a\u0301\xff b", "á", 1)
	f.Fuzz(func(t *testing.T, text, typed string, length int) {
		s := SnippetOf(text, typed, length%500)
		last := 0
		for _, m := range s.Marks {
			if m[0] < last || m[1] <= m[0] || m[1] > len(s.Text) {
				t.Fatalf("marks %v of %q are out of order", s.Marks, s.Text)
			}
			last = m[1]
		}
		if len(s.Text) > len(text)+len("…  …") {
			t.Fatalf("snippet %q is longer than its text %q", s.Text, text)
		}
	})
}

func ExampleIndex_Search() {
	x := New()
	text := "Sáng nay đò ngang ở bến An Hải phải ngừng chạy."
	if err := x.Add(Doc{ID: "1", Title: "Bến đò vắng khách", Body: text}); err != nil {
		fmt.Println(err)
	}
	for _, h := range x.Search("do ngang an hai", nil) {
		s := SnippetOf(text, "do ngang an hai", 40)
		fmt.Println(h.ID, s.Text)
		for _, m := range s.Marks {
			fmt.Print("[", s.Text[m[0]:m[1]], "]")
		}
	}
	// Output:
	// 1 … nay đò ngang ở bến An Hải phải …
	// [đò][ngang][An][Hải]
}

// A search for common words reads the newest documents, and finds the others by the rare
// words that it has.
func TestSearchReadsTheNewest(t *testing.T) {
	const n = maxRead + 3000
	day := func(i int) time.Time { return time.Date(2000, 1, 1, 0, 0, 0, 0, time.UTC).AddDate(0, 0, i/4) }
	docs := make([]Doc, n)
	for i := range docs {
		docs[i] = Doc{ID: fmt.Sprint(i), Published: day(i), Sections: []string{fmt.Sprint("mục ", i%2)}, Body: fmt.Sprint("Bến đò có nước lớn, ngày ", i%100)}
	}
	old := &docs[2000]
	old.Title, old.Body = "Nước lớn", "Nước lớn ở bến Kroong"
	made := func(docs []Doc) *Index {
		x := New()
		for part := range slices.Chunk(docs, n/3) {
			if err := x.Add(part...); err != nil {
				t.Fatal(err)
			}
		}
		return x
	}
	x := made(docs)
	found := func(x *Index, words string, q *Query) bool {
		return slices.ContainsFunc(x.Search(words, q), func(h Hit) bool { return h.ID == old.ID })
	}
	for _, test := range []struct {
		words string
		q     *Query
		want  bool
	}{
		{"nuoc lon", nil, false},
		{"nước lớn", nil, false},
		{"nước lớn", &Query{Before: day(maxRead)}, true},
		{"nước lớn", &Query{Section: "mục 0"}, true},
		{"nước lớn", &Query{Section: "mục 1"}, false},
		{"nước lớn kroong", nil, true},
		{"nước lớn có ngày bến đò có ngày kroong", nil, true},
	} {
		if got := found(x, test.words, test.q); got != test.want {
			t.Errorf("%q, %+v: found %v, want %v", test.words, test.q, got, test.want)
		}
	}
	for _, h := range x.Search("nước lớn", nil) {
		if h.Published.Before(day(n - maxRead)) {
			t.Errorf("%s is of %v", h.ID, h.Published)
		}
	}
	turned := slices.Clone(docs)
	slices.Reverse(turned)
	if a, b := x.Search("nuoc lon ngay", nil), made(turned).Search("nuoc lon ngay", nil); !reflect.DeepEqual(a, b) {
		t.Errorf("the order of arrival changes the answer: %v, %v", a, b)
	}
	for i := range docs {
		docs[i].Published = time.Time{}
	}
	if !found(made(docs), "nước lớn", nil) {
		t.Error("not found among documents without times")
	}
}

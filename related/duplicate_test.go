package related

import (
	"fmt"
	"math/rand/v2"
	"reflect"
	"strings"
	"testing"
	"time"

	"golang.org/x/text/unicode/norm"
)

// shingles returns the set of runs of five syllables of a text: the definition
// that sketches estimate.
func shingles(s string) map[[5]uint64]bool {
	var sc scanner
	tokens := sc.scan(nil, s)
	m := map[[5]uint64]bool{}
	for i := 0; i+5 <= len(tokens); i++ {
		m[[5]uint64{tokens[i].hash, tokens[i+1].hash, tokens[i+2].hash, tokens[i+3].hash, tokens[i+4].hash}] = true
	}
	return m
}

func jaccard(a, b map[[5]uint64]bool) float64 {
	both := 0
	for k := range a {
		if b[k] {
			both++
		}
	}
	if len(a)+len(b) == both {
		return 0
	}
	return float64(both) / float64(len(a)+len(b)-both)
}

// article makes up a text of sentences in paragraphs from a vocabulary with the
// uneven frequencies of a language.
func articleText(rng *rand.Rand) []string {
	onset := strings.Fields("b c ch d đ g gi h kh l m n ng nh ph qu r s t th tr v x")
	rhyme := strings.Fields("a à ác án ang ành áo ay ăn âm ất ây e em ên ết i ì iên iếu inh o òa oán ong ô ổi ông ơ ơi u ung uy ư ưng ươi ước")
	var paragraphs []string
	for range 6 + rng.IntN(10) {
		var b strings.Builder
		for i := range 20 + rng.IntN(50) {
			if i > 0 {
				b.WriteByte(' ')
			}
			n := int(rng.ExpFloat64() * 60)
			b.WriteString(onset[n%len(onset)] + rhyme[n/len(onset)%len(rhyme)])
		}
		paragraphs = append(paragraphs, b.String()+".")
	}
	return paragraphs
}

// distortions make copies of an article as sites do.
var distortions = map[string]func(rng *rand.Rand, d Doc, ps []string) Doc{
	"same": func(_ *rand.Rand, d Doc, _ []string) Doc { return d },
	"retitled": func(rng *rand.Rand, d Doc, _ []string) Doc {
		d.Title = articleText(rng)[0]
		return d
	},
	"reordered": func(rng *rand.Rand, d Doc, ps []string) Doc {
		ps = append([]string(nil), ps...)
		rng.Shuffle(len(ps), func(i, j int) { ps[i], ps[j] = ps[j], ps[i] })
		d.Body = strings.Join(ps, "\n")
		return d
	},
	"cut": func(rng *rand.Rand, d Doc, ps []string) Doc {
		d.Body = strings.Join(ps[:len(ps)-1-rng.IntN(len(ps)/3+1)], "\n")
		return d
	},
	"added to": func(rng *rand.Rand, d Doc, ps []string) Doc {
		d.Body += "\n" + articleText(rng)[0]
		return d
	},
	"edited": func(rng *rand.Rand, d Doc, _ []string) Doc {
		words := strings.Fields(d.Body)
		for range len(words) / (25 + rng.IntN(40)) {
			words[rng.IntN(len(words))] = "khác"
		}
		d.Body = strings.Join(words, " ")
		return d
	},
	"decomposed": func(_ *rand.Rand, d Doc, _ []string) Doc {
		d.Body = norm.NFD.String(d.Body)
		return d
	},
	"tones": func(_ *rand.Rand, d Doc, _ []string) Doc {
		d.Body = strings.ReplaceAll(d.Body, "òa", "oà")
		return d
	},
	"capitals": func(_ *rand.Rand, d Doc, _ []string) Doc {
		d.Body = strings.ToUpper(d.Body)
		return d
	},
}

func TestDuplicatesOfCopies(t *testing.T) {
	rng := rand.New(rand.NewPCG(11, 12))
	var originals []Doc
	var paragraphs [][]string
	for i := range 400 {
		ps := articleText(rng)
		paragraphs = append(paragraphs, ps)
		originals = append(originals, Doc{ID: fmt.Sprint("o", i), Title: ps[0][:40], Body: strings.Join(ps, "\n")})
	}
	x := New()
	if err := x.Add(originals...); err != nil {
		t.Fatal(err)
	}
	high, highFound, middle, middleFound, right, wrong := 0, 0, 0, 0, 0, 0
	for i, d := range originals {
		for name, distort := range distortions {
			c := distort(rng, d, paragraphs[i])
			c.ID = "copy " + name
			found := false
			for _, dup := range x.Duplicates(c) {
				if dup.ID == d.ID {
					found = true
					right++
				} else {
					wrong++
				}
			}
			switch j := jaccard(shingles(c.Body), shingles(d.Body)); {
			case j >= .8:
				high++
				if found {
					highFound++
				}
			case j >= .6:
				middle++
				if found {
					middleFound++
				}
			}
		}
	}
	t.Logf("J >= 0.8: %d of %d; J >= 0.6: %d of %d; wrong: %d of %d", highFound, high, middleFound, middle, wrong, right+wrong)
	if middle < 200 {
		t.Errorf("only %d copies with 0.6 <= J < 0.8", middle)
	}
	if recall := float64(highFound) / float64(high); recall < .99 {
		t.Errorf("recall at J >= 0.8 is %.4f, want at least 0.99", recall)
	}
	if recall := float64(middleFound) / float64(middle); recall < .95 {
		t.Errorf("recall at 0.6 <= J < 0.8 is %.4f, want at least 0.95", recall)
	}
	if precision := float64(right) / float64(right+wrong); precision < .99 {
		t.Errorf("precision is %.4f, want at least 0.99", precision)
	}
}

func TestShortTextsAreNoCopies(t *testing.T) {
	x := New()
	for i, s := range []string{"Tin ngắn một.", "Tin ngắn hai.", "TIN NGẮN MỘT", "", "..."} {
		if err := x.Add(Doc{ID: fmt.Sprint(i), Body: s}); err != nil {
			t.Fatal(err)
		}
	}
	got := x.Duplicates(Doc{ID: "0", Body: "Tin ngắn một"})
	if len(got) != 1 || got[0].ID != "2" || got[0].Similarity != 1 {
		t.Errorf("Duplicates = %+v, want 2 alone", got)
	}
	if got := x.Duplicates(Doc{}); len(got) != 0 {
		t.Errorf("Duplicates of nothing = %+v, want none", got)
	}
}

func TestCopiesCollapse(t *testing.T) {
	rng := rand.New(rand.NewPCG(1, 1))
	story, other := strings.Join(articleText(rng), "\n"), strings.Join(articleText(rng), "\n")
	x := New()
	err := x.Add(
		Doc{ID: "ours", Body: story},
		Doc{ID: "theirs", Title: "Tiêu đề khác", Body: story},
		Doc{ID: "third", Body: story + " Thêm một câu."},
		Doc{ID: "other", Body: other},
	)
	if err != nil {
		t.Fatal(err)
	}
	asked := Doc{ID: "new", Body: articleText(rng)[0] + strings.Join(strings.Fields(story)[:40], " ")}
	hits := x.Related(asked, nil)
	if len(hits) == 0 || len(hits[0].AlsoIn) != 2 {
		t.Errorf("hits = %+v, want the three copies as one", hits)
	}
	for _, h := range x.Related(Doc{ID: "ours", Body: story}, nil) {
		if h.ID != "other" {
			t.Errorf("a copy of the article is among its hits: %+v", h)
		}
	}
	if hits := x.Related(Doc{ID: "ours", Body: story}, &Query{Copies: true}); len(hits) < 1 || hits[0].ID == "ours" {
		t.Errorf("with Copies: %+v", hits)
	}
}

func TestThread(t *testing.T) {
	day := func(d int) time.Time { return time.Date(2026, 5, d, 8, 0, 0, 0, time.UTC) }
	story := "cháy kho hàng ở khu công nghiệp Hòa Bình, lính cứu hỏa dập lửa suốt đêm"
	docs := []Doc{
		{ID: "later", Published: day(12), Title: "Nguyên nhân vụ cháy kho hàng khu công nghiệp Hòa Bình", Body: "Chập điện gây " + story + ". Bảo hiểm sẽ chi trả."},
		{ID: "first", Published: day(10), Title: "Cháy kho hàng khu công nghiệp Hòa Bình", Body: "Đêm qua " + story + "."},
		{ID: "year before", Published: day(10).AddDate(-1, 0, 0), Title: "Cháy kho hàng khu công nghiệp Hòa Bình", Body: "Vụ " + story + " năm trước."},
		{ID: "other", Published: day(11), Title: "Giá gạo tăng", Body: "Giá gạo xuất khẩu tăng mạnh trong tháng."},
		{ID: "series", Published: day(1).AddDate(0, -3, 0), Title: "Chuyên đề", Body: "Phòng cháy.", Features: []Feature{{KindSeries, "An toàn cháy nổ"}}},
		{ID: "self", Published: day(11), Title: "Khu công nghiệp Hòa Bình cháy kho hàng", Body: "Sau khi " + story + ", công nhân nghỉ việc.", Features: []Feature{{KindSeries, "An toàn cháy nổ"}}},
	}
	x := New()
	if err := x.Add(docs...); err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, h := range x.Thread(docs[5], nil) {
		got = append(got, h.ID)
	}
	if want := []string{"series", "first", "later"}; !reflect.DeepEqual(got, want) {
		t.Errorf("Thread = %q, want %q", got, want)
	}
}

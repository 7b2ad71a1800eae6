package related_test

import (
	"context"
	"fmt"
	"os"
	"time"

	"github.com/toasoan/toasoan/article"
	"github.com/toasoan/toasoan/related"
)

func ExampleDocOf() {
	d := related.DocOf(&article.Article{
		ID:       "https://bao.example/1",
		Headline: "Bến An Hải có đò mới",
		Lead:     article.Plain("Đò chở được bốn mươi khách."),
		Sections: []article.Section{{Name: "Giao thông", Parent: &article.Section{Name: "Đời sống"}}},
		Tags:     []article.Tag{{Name: "An Hải", Kind: article.TagPlace}},
		Body: article.Body{&article.Paragraph{Text: article.Text{
			{Text: "Đò chạy theo "},
			{Text: "Nghị định 08", Citation: &article.Citation{Type: "Nghị định", Number: "08/2021/NĐ-CP"}},
		}}},
	})
	fmt.Println(d.Sections)
	fmt.Println(d.Features)
	fmt.Print(d.Body)
	// Output:
	// [Giao thông Đời sống]
	// [{place An Hải} {document 08/2021/NĐ-CP}]
	// Đò chạy theo Nghị định 08
}

func ExampleIndex_Related() {
	day := func(d int) time.Time { return time.Date(2026, 11, d, 7, 0, 0, 0, time.UTC) }
	an := []related.Feature{{Kind: related.KindPlace, Name: "An Hải"}}
	var index related.Index // the zero Index is ready
	err := index.Add(
		related.Doc{ID: "cũ", Published: day(1), Sections: []string{"Đời sống"}, Title: "Bến An Hải đông khách", Features: an},
		related.Doc{ID: "mới", Published: day(19), Sections: []string{"Đời sống"}, Title: "Khách qua bến An Hải", Features: an},
		related.Doc{ID: "giá", Published: day(20), Sections: []string{"Kinh tế"}, Title: "Giá vé qua bến An Hải", Features: an},
	)
	if err != nil {
		fmt.Println(err)
	}
	asked := related.Doc{Published: day(20), Title: "Sương mù ở bến An Hải", Features: an, Related: []string{"giá"}}
	for _, hit := range index.Related(asked, &related.Query{N: 2, HalfLife: 10 * 24 * time.Hour}) {
		fmt.Println(hit.ID, hit.Pinned, hit.Line("vi"), "/", hit.Line("en"))
	}
	// Output:
	// giá true cùng nhắc: bến An Hải; cùng ngày / both mention bến An Hải; same day
	// mới false cùng nhắc: bến An Hải; cùng tuần / both mention bến An Hải; same week
}

func ExampleIndex_Explain() {
	index := related.New()
	err := index.Add(
		related.Doc{ID: "1", Title: "Đò ngang bến An Hải"},
		related.Doc{ID: "2", Title: "Cầu thay đò ngang"},
		related.Doc{ID: "3", Title: "Mùa gặt"},
	)
	if err != nil {
		fmt.Println(err)
	}
	e, ok := index.Explain(related.Doc{Title: "Chuyến đò ngang cuối"}, "2", nil)
	fmt.Printf("%t %.2f\n", ok, e.Score)
	for _, p := range e.Parts {
		fmt.Printf("%.2f %s %q in %d\n", p.Score, p.Kind, p.Text, p.Docs)
	}
	// Output:
	// true 0.77
	// 0.34 text "đò" in 2
	// 0.34 text "ngang" in 2
	// 0.10 text "đò ngang" in 2
}

func ExampleIndex_Duplicates() {
	text := "Sáng nay hơn bốn mươi hành khách phải chờ hai giờ ở bến An Hải vì sương mù dày đặc trên sông, đò ngang không thể chạy."
	index := related.New()
	if err := index.Add(related.Doc{ID: "ours", Title: "Chờ đò", Body: text}); err != nil {
		fmt.Println(err)
	}
	for _, d := range index.Duplicates(related.Doc{ID: "theirs", Title: "Sương mù bến An Hải", Body: text + " (Nguồn: khác)"}) {
		fmt.Printf("%s %t\n", d.ID, d.Similarity > 0.8)
	}
	// Output: ours true
}

func ExampleIndex_Thread() {
	hour := func(h int) time.Time { return time.Date(2026, 11, 2, h, 0, 0, 0, time.UTC) }
	index := related.New()
	err := index.Add(
		related.Doc{ID: "sau", Published: hour(15), Title: "Đã dập tắt đám cháy kho vải Hòa Bình", Body: "Đám cháy kho vải Hòa Bình được dập tắt lúc trưa."},
		related.Doc{ID: "đầu", Published: hour(6), Title: "Cháy kho vải Hòa Bình", Body: "Đám cháy kho vải Hòa Bình bùng lên lúc sáng sớm."},
		related.Doc{ID: "khác", Published: hour(7), Title: "Khai mạc hội sách", Body: "Hội sách mở cửa đến hết tuần."},
	)
	if err != nil {
		fmt.Println(err)
	}
	for _, hit := range index.Thread(related.Doc{Published: hour(9), Title: "Kho vải Hòa Bình vẫn cháy", Body: "Đám cháy kho vải Hòa Bình chưa được dập tắt."}, nil) {
		fmt.Println(hit.Published.Format("15:04"), hit.ID)
	}
	// Output:
	// 06:00 đầu
	// 15:00 sau
}

func ExampleOpenStore() {
	dir, err := os.MkdirTemp("", "related")
	if err != nil {
		fmt.Println(err)
	}
	defer os.RemoveAll(dir)
	for i := range 2 { // the second time it is there already
		store, err := related.OpenStore(dir)
		if err != nil {
			fmt.Println(err)
			return
		}
		fmt.Println(store.Index().Len())
		if i == 0 {
			if err := store.Add(related.Doc{ID: "1", Title: "Bến An Hải"}); err != nil {
				fmt.Println(err)
			}
		}
		if err := store.Close(); err != nil {
			fmt.Println(err)
		}
	}
	// Output:
	// 0
	// 1
}

// A list of records is a Source; see package relatedtest for what one must do.
type list []related.Record

func (l list) Stats(context.Context, []related.Key) (related.Stats, error) {
	st := related.Stats{DF: map[related.Key]int{}}
	for _, r := range l {
		st.Docs++
		st.Length += related.LengthOf(r.Length)
		for _, t := range r.Terms {
			st.DF[t.Key]++
		}
	}
	return st, nil
}

func (l list) Candidates(context.Context, []related.Weighted, *related.Query, int) ([]related.Record, error) {
	return l, nil
}

func (l list) Records(context.Context, []string) ([]related.Record, error) { return l, nil }

func ExampleRank() {
	var l list
	for _, d := range []related.Doc{{ID: "1", Title: "Bến An Hải"}, {ID: "2", Title: "Giá gạo"}} {
		l = append(l, related.RecordOf(&d))
	}
	hits, err := related.Rank(context.Background(), l, related.Doc{Title: "Qua bến An Hải"}, nil)
	for _, h := range hits {
		fmt.Println(h.ID, h.Line("vi"))
	}
	fmt.Println(err)
	// Output:
	// 1 cùng nhắc: bến An Hải
	// <nil>
}

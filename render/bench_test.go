package render

import (
	"io"
	"strconv"
	"testing"

	"github.com/toasoan/toasoan/article"
)

// longArticle returns an ordinary article of 25 KB: paragraphs with some strong
// words and links, headings and pictures.
func longArticle(t testing.TB) *article.Article {
	a := goldenArticles(t)["full"]
	a.Body, a.Accessibility.ReadAloud = nil, nil
	const words = "Theo Sở Nông nghiệp và Môi trường, diện tích lúa thu đông toàn tỉnh đạt gần 150.000 ha, tăng nhẹ so với cùng kỳ; thời tiết thuận lợi giúp cây lúa trổ đều, ít sâu bệnh, nông dân phấn khởi chờ ngày thu hoạch rộ vào tháng tới."
	for n := 0; n < 25<<10; n += len(words) {
		i := len(a.Body)
		text := article.Plain(words)
		switch {
		case i%12 == 5:
			a.Body = append(a.Body, &article.Heading{Level: 1, Text: article.Plain("Mục " + strconv.Itoa(i))})
		case i%16 == 7:
			a.Body = append(a.Body, &article.Image{URL: "/anh/" + strconv.Itoa(i) + ".jpg", Width: 800, Height: 600, Alt: "Cánh đồng", Caption: article.Plain("Cánh đồng lúa.")})
		case i%3 == 1:
			text = article.Text{{Text: words[:80]}, {Text: "An Giang", Marks: article.Strong}, {Text: words[80:200]}, {Text: "tháng tới", Link: &article.Link{URL: "/kinh-te/gao.html"}}, {Text: "."}}
		}
		a.Body = append(a.Body, &article.Paragraph{Text: text})
	}
	return a
}

func BenchmarkPrepare(b *testing.B) {
	r := testRenderer()
	a := longArticle(b)
	d, err := r.Prepare(a)
	if err != nil {
		b.Fatal(err)
	}
	b.SetBytes(int64(len(d.HTML())))
	b.ReportAllocs()
	for b.Loop() {
		if _, err := r.Prepare(a); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkPrepareParts(b *testing.B) {
	r := testRenderer()
	a := longArticle(b)
	b.Run("check", func(b *testing.B) {
		b.ReportAllocs()
		for b.Loop() {
			if _, err := a.Checked(); err != nil {
				b.Fatal(err)
			}
		}
	})
	d, err := r.Prepare(a)
	if err != nil {
		b.Fatal(err)
	}
	b.Run("print", func(b *testing.B) {
		b.ReportAllocs()
		for b.Loop() {
			e := Document{a: d.a, r: r, labels: d.labels, base: d.base, url: d.url, title: d.title, sum: d.sum, desc: d.desc, imgs: d.imgs, people: d.people}
			e.print(&htmlPrinter{r: r, labels: d.labels, lang: "vi", base: d.base, level: 2, raw: d.raw})
		}
	})
	b.Run("page", func(b *testing.B) {
		p := &Page{Document: d}
		b.ReportAllocs()
		for b.Loop() {
			p.WriteTo(io.Discard)
		}
	})
}

package versus

import (
	"fmt"
	"testing"
	"time"

	"github.com/toasoan/toasoan/article"
	"github.com/toasoan/toasoan/render"
)

const words = "Theo Sở Nông nghiệp và Môi trường, diện tích lúa thu đông toàn tỉnh đạt gần 150.000 ha, tăng nhẹ so với cùng kỳ; thời tiết thuận lợi giúp cây lúa trổ đều, ít sâu bệnh, nông dân phấn khởi chờ ngày thu hoạch rộ vào tháng tới."

var published = time.Date(2026, 11, 20, 8, 30, 0, 0, time.FixedZone("", 7*3600))

// ordinary returns an article of size bytes of text: paragraphs with some strong
// words and links, headings and pictures.
func ordinary(id, size int) *article.Article {
	a := &article.Article{
		ID: fmt.Sprintf("tag:bao.example,2026:%d", id), URL: fmt.Sprintf("/tin/%d.html", id),
		Headline: "Nông dân An Giang bước vào vụ lúa thu đông", Kicker: "An Giang",
		Lead:      article.Plain("Gần 150.000 ha lúa thu đông đang trổ đều; thương lái trả giá cao hơn năm ngoái."),
		Published: published.Add(-time.Duration(id) * time.Minute),
		Credits:   []article.Credit{{Name: "Thu Hà", JobTitle: "Phóng viên"}},
		Sections:  []article.Section{{Name: "Kinh tế", URL: "/kinh-te/"}},
		Tags:      []article.Tag{{Name: "lúa gạo", URL: "/lua-gao"}},
		Hero:      &article.Image{URL: "/anh/lua.jpg", Width: 1200, Height: 800, Alt: "Ruộng lúa", Caption: article.Plain("Ruộng lúa.")},
	}
	for n := 0; n < size; n += len(words) {
		i := len(a.Body)
		text := article.Plain(words)
		switch {
		case i%12 == 5:
			a.Body = append(a.Body, &article.Heading{Level: 1, Text: article.Plain(fmt.Sprint("Mục ", i))})
		case i%16 == 7:
			a.Body = append(a.Body, &article.Image{URL: fmt.Sprintf("/anh/%d.jpg", i), Width: 800, Height: 600, Alt: "Cánh đồng", Caption: article.Plain("Cánh đồng lúa.")})
		case i%3 == 1:
			text = article.Text{{Text: words[:80]}, {Text: "An Giang", Marks: article.Strong}, {Text: words[80:200]}, {Text: "tháng tới", Link: &article.Link{URL: "/kinh-te/gao.html"}}, {Text: "."}}
		}
		a.Body = append(a.Body, &article.Paragraph{Text: text})
	}
	return a
}

var renderer = &render.Renderer{Site: render.Site{Name: "Báo Mẫu", URL: "https://bao.example/"}}

func prepare(t testing.TB, a *article.Article) *render.Document {
	t.Helper()
	d, err := renderer.Prepare(a)
	if err != nil {
		t.Fatal(err)
	}
	return d
}

// Quickstart prints one article, taken from a row of a CMS, as a web page.
package main

import (
	"html/template"
	"log"
	"os"
	"strings"
	"time"

	"github.com/toasoan/toasoan/a11y"
	"github.com/toasoan/toasoan/article"
	"github.com/toasoan/toasoan/article/importer"
	"github.com/toasoan/toasoan/render"
)

const body = `<p><img src="thu-vien.jpg" alt="Em nhỏ đọc sách"></p><p><i>&nbsp; Giờ đọc sách. Ảnh: Lan Chi</i></p><p>Sáng nay, thư viện thôn đón bạn đọc.</p>`

func main() {
	a, notes, err := importer.Article(strings.NewReader(body), &article.Article{
		Headline: "Kon Tum: Thư viện thôn mở cửa.", Credits: importer.Credits("Quốc Vy - Báo Mẫu"),
		Published: time.Date(2026, 11, 20, 9, 0, 0, 0, time.FixedZone("", 7*60*60)),
	}, nil)
	if err != nil {
		log.Fatal(err)
	}
	site := render.Renderer{Site: render.Site{Name: "Báo Mẫu", URL: "https://bao.example/"}}
	doc, err := site.Prepare(a)
	if err != nil {
		log.Fatal(err) // all faults at once, each with its place
	}
	log.Println("decided:", notes)
	css, err := a11y.Theme{}.Stylesheet()
	if err != nil {
		log.Fatal(err)
	}
	layout := render.Layout{Styles: []template.CSS{css}, Toolbar: a11y.Toolbar{}.HTML()}
	(&render.Page{Layout: layout, Document: doc}).WriteTo(os.Stdout)
}

// Quickstart prints one article, taken from the HTML of a CMS, as a web page. It
// is the program of the README.
package main

import (
	"log"
	"os"
	"strings"
	"time"

	"github.com/toasoan/toasoan/a11y"
	"github.com/toasoan/toasoan/article"
	"github.com/toasoan/toasoan/article/importer"
	"github.com/toasoan/toasoan/render"
)

const cms = `<p><img src="thu-vien.jpg" alt="Trẻ em đọc sách bên cửa sổ"></p><p><i>&nbsp; Giờ đọc sách. Ảnh: Lan Chi</i></p>`

func main() {
	body, notes, err := importer.HTML(strings.NewReader(cms), nil)
	if err != nil {
		log.Fatal(err)
	}
	log.Println("decided:", notes) // the caption and the credit, found in the next paragraph
	site := render.Renderer{Site: render.Site{Name: "Báo Mẫu", URL: "https://bao.example/"}}
	doc, err := site.Prepare(&article.Article{
		Headline: "Thư viện thôn Bến Mơ mở cửa", Body: body,
		Published: time.Date(2026, 11, 20, 9, 0, 0, 0, time.FixedZone("", 7*60*60)),
	})
	if err != nil {
		log.Fatal(err) // all faults at once, each with its place
	}
	page := render.Page{Document: doc}
	page.Header = "<header>" + a11y.Toolbar{}.HTML() + "</header>\n"
	css, err := a11y.Theme{}.Stylesheet()
	if err != nil {
		log.Fatal(err)
	}
	page.Styles = append(page.Styles, css)
	page.WriteTo(os.Stdout)
}

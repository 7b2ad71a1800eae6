package templates

import (
	"context"
	"io"
	"log"
	"os"
	"time"

	"github.com/a-h/templ"
	g "maragu.dev/gomponents"
	. "maragu.dev/gomponents/html"

	"github.com/toasoan/toasoan/article"
	"github.com/toasoan/toasoan/render"
)

func document() *render.Document {
	r := &render.Renderer{Site: render.Site{Name: "Báo Mẫu", URL: "https://bao.example/"}}
	doc, err := r.Prepare(&article.Article{
		Headline: "Giá gạo <tăng>", URL: "/gao.html",
		Published: time.Date(2026, 11, 20, 8, 30, 0, 0, time.FixedZone("", 7*60*60)),
		Body:      article.Body{&article.Paragraph{Text: article.Plain("Nông dân bán được giá.")}},
	})
	if err != nil {
		log.Fatal(err)
	}
	return doc
}

// page is a page of a house that writes its pages with gomponents. The classes
// article and body are those that style sheets and structured data point at.
func page(d *render.Document) g.Node {
	return HTML(Lang(d.Lang()),
		Head(TitleEl(g.Text(d.Title()))),
		Body(Main(Article(Class("article"), Lang(d.Lang()),
			H1(g.Text(d.Headline())),
			Div(Class("body"), g.Raw(string(d.Body()))),
		))),
	)
}

func Example_gomponents() {
	if err := page(document()).Render(os.Stdout); err != nil {
		log.Fatal(err)
	}
	// Output:
	// <html lang="vi"><head><title>Giá gạo &lt;tăng&gt; - Báo Mẫu</title></head><body><main><article class="article" lang="vi"><h1>Giá gạo &lt;tăng&gt;</h1><div class="body"><p>Nông dân bán được giá.</p>
	// </div></article></main></body></html>
}

// body is what a .templ file would call as @body(doc).
func body(d *render.Document) templ.Component { return templ.Raw(string(d.Body())) }

func Example_templ() {
	page := templ.ComponentFunc(func(ctx context.Context, w io.Writer) error {
		if _, err := io.WriteString(w, `<main><article class="article" lang="vi"><h1>`+templ.EscapeString(document().Headline())+`</h1><div class="body">`); err != nil {
			return err
		}
		if err := body(document()).Render(ctx, w); err != nil {
			return err
		}
		_, err := io.WriteString(w, "</div></article></main>\n")
		return err
	})
	if err := page.Render(context.Background(), os.Stdout); err != nil {
		log.Fatal(err)
	}
	// Output:
	// <main><article class="article" lang="vi"><h1>Giá gạo &lt;tăng&gt;</h1><div class="body"><p>Nông dân bán được giá.</p>
	// </div></article></main>
}

package versus

import (
	"html/template"
	"io"
	"testing"
	"time"

	"github.com/toasoan/toasoan/article"
	"github.com/toasoan/toasoan/render"
)

// page is a house template over the article itself. It does less than
// render.Page: no previews, no structured data, no breadcrumb, no share links, no
// checks of addresses beyond html/template's own.
var page = template.Must(template.New("page").Funcs(template.FuncMap{
	"kind": func(b article.Block) string {
		switch b.(type) {
		case *article.Heading:
			return "heading"
		case *article.Image:
			return "image"
		}
		return "paragraph"
	},
	"strong": func(s article.Span) bool { return s.Marks.Has(article.Strong) },
	"stamp":  func(t time.Time) string { return t.Format(time.RFC3339) },
}).Parse(`<!DOCTYPE html>
<html lang="vi">
<head>
<meta charset="utf-8">
<title>{{.Headline}}</title>
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="description" content="{{.Lead}}">
</head>
<body>
<main>
<article>
<header>
<p class="kicker">{{.Kicker}}</p>
<h1>{{.Headline}}</h1>
<p class="lead">{{.Lead}}</p>
{{range .Credits}}<p class="byline">{{.Name}}, {{.JobTitle}}</p>{{end}}
<p class="dates"><time datetime="{{stamp .Published}}">{{.Published.Format "02/01/2006 15:04"}}</time></p>
</header>
{{template "image" .Hero}}
{{range .Body}}{{$kind := kind .}}{{if eq $kind "heading"}}<h2>{{template "text" .Text}}</h2>
{{else if eq $kind "image"}}{{template "image" .}}{{else}}<p>{{template "text" .Text}}</p>
{{end}}{{end}}</article>
</main>
</body>
</html>
{{define "text"}}{{range .}}{{if .Link}}<a href="{{.Link.URL}}">{{.Text}}</a>{{else if strong .}}<strong>{{.Text}}</strong>{{else}}{{.Text}}{{end}}{{end}}{{end}}
{{define "image"}}<figure><img src="{{.URL}}" alt="{{.Alt}}" width="{{.Width}}" height="{{.Height}}"><figcaption>{{template "text" .Caption}}</figcaption></figure>
{{end}}`))

func BenchmarkPage(b *testing.B) {
	a := ordinary(1, 25<<10)
	d := prepare(b, a)
	b.Run("write/render", func(b *testing.B) {
		p := &render.Page{Document: d}
		b.ReportAllocs()
		for b.Loop() {
			if _, err := p.WriteTo(io.Discard); err != nil {
				b.Fatal(err)
			}
		}
	})
	b.Run("prepare/render", func(b *testing.B) {
		b.ReportAllocs()
		for b.Loop() {
			if _, err := renderer.Prepare(a); err != nil {
				b.Fatal(err)
			}
		}
	})
	b.Run("prepare-and-write/render", func(b *testing.B) {
		b.ReportAllocs()
		for b.Loop() {
			d, err := renderer.Prepare(a)
			if err != nil {
				b.Fatal(err)
			}
			if _, err := (&render.Page{Document: d}).WriteTo(io.Discard); err != nil {
				b.Fatal(err)
			}
		}
	})
	b.Run("write/html-template", func(b *testing.B) {
		b.ReportAllocs()
		for b.Loop() {
			if err := page.Execute(io.Discard, a); err != nil {
				b.Fatal(err)
			}
		}
	})
}

package render_test

import (
	"fmt"
	"html/template"
	"log"
	"os"
	"time"

	"github.com/toasoan/toasoan/article"
	"github.com/toasoan/toasoan/render"
)

func sample() *article.Article {
	return &article.Article{
		ID:        "bao.example:1",
		URL:       "/kinh-te/gia-gao.html",
		Headline:  "Giá gạo xuất khẩu tăng",
		Lead:      article.Plain("Giá gạo 5% tấm lên mức cao nhất từ đầu năm."),
		Published: time.Date(2026, 11, 20, 8, 30, 0, 0, time.FixedZone("", 7*60*60)),
		Credits:   []article.Credit{{Name: "Thu Hà", Organization: &article.Organization{Name: "Báo Mẫu"}}},
		Body: article.Body{
			&article.Paragraph{Text: article.Text{{Text: "Nông dân "}, {Text: "An Giang", Marks: article.Strong}, {Text: " bán được giá <tốt>."}}},
		},
	}
}

func Example() {
	r := &render.Renderer{Site: render.Site{Name: "Báo Mẫu", URL: "https://bao.example/"}}
	doc, err := r.Prepare(sample())
	if err != nil {
		log.Fatal(err)
	}
	fmt.Println(doc.HTML())
	// Output:
	// <article class="article" lang="vi">
	// <header>
	// <h1>Giá gạo xuất khẩu tăng</h1>
	// <p class="lead">Giá gạo 5% tấm lên mức cao nhất từ đầu năm.</p>
	// <p class="byline">Tác giả: <span id="s-by-1">Thu Hà</span>, Báo Mẫu</p>
	// <p class="dates"><span class="visually-hidden">Đăng lúc </span><time datetime="2026-11-20T08:30:00+07:00">Thứ Sáu, 20/11/2026, 08:30 (GMT+7)</time></p>
	// </header>
	// <div class="body">
	// <p>Nông dân <strong>An Giang</strong> bán được giá &lt;tốt&gt;.</p>
	// </div>
	// <footer>
	// <nav class="share" aria-label="Chia sẻ">
	// <ul>
	// <li><a href="https://www.facebook.com/sharer/sharer.php?u=https%3A%2F%2Fbao.example%2Fkinh-te%2Fgia-gao.html" rel="nofollow">Facebook</a></li>
	// <li><a href="https://button-share.zalo.me/share_external?d=eyJ1cmwiOiJodHRwczovL2Jhby5leGFtcGxlL2tpbmgtdGUvZ2lhLWdhby5odG1sIn0%3D" rel="nofollow">Zalo</a></li>
	// <li><a href="https://twitter.com/intent/tweet?url=https%3A%2F%2Fbao.example%2Fkinh-te%2Fgia-gao.html&amp;text=Gi%C3%A1%20g%E1%BA%A1o%20xu%E1%BA%A5t%20kh%E1%BA%A9u%20t%C4%83ng" rel="nofollow">X</a></li>
	// <li><a href="mailto:?subject=Gi%C3%A1%20g%E1%BA%A1o%20xu%E1%BA%A5t%20kh%E1%BA%A9u%20t%C4%83ng&amp;body=https%3A%2F%2Fbao.example%2Fkinh-te%2Fgia-gao.html" rel="nofollow">Gửi thư điện tử</a></li>
	// </ul>
	// </nav>
	// </footer>
	// </article>
}

// A newsroom's own page with html/template: the parts of a document are
// template.HTML, so they are used as they are.
func ExampleDocument_htmlTemplate() {
	page := template.Must(template.New("page").Parse(`<title>{{.Title}}</title>
<article class="article" lang="{{.Lang}}">
<h1>{{.Headline}}</h1>
<div class="body">
{{.Body}}</div>
</article>
<script type="application/ld+json">{{.BreadcrumbJSONLD}}</script>
`))
	r := &render.Renderer{Site: render.Site{Name: "Báo Mẫu", URL: "https://bao.example/"}}
	doc, err := r.Prepare(sample())
	if err != nil {
		log.Fatal(err)
	}
	if err := page.Execute(os.Stdout, doc); err != nil {
		log.Fatal(err)
	}
	// Output:
	// <title>Giá gạo xuất khẩu tăng - Báo Mẫu</title>
	// <article class="article" lang="vi">
	// <h1>Giá gạo xuất khẩu tăng</h1>
	// <div class="body">
	// <p>Nông dân <strong>An Giang</strong> bán được giá &lt;tốt&gt;.</p>
	// </div>
	// </article>
	// <script type="application/ld+json">{"@context":"https://schema.org","@type":"BreadcrumbList","itemListElement":[{"@type":"ListItem","position":1,"name":"Trang chủ","item":"https://bao.example/"},{"@type":"ListItem","position":2,"name":"Giá gạo xuất khẩu tăng","item":"https://bao.example/kinh-te/gia-gao.html"}]}</script>
}

func ExampleRenderer_Feed() {
	site := &render.Renderer{Site: render.Site{Name: "Báo Mẫu", URL: "https://bao.example/"}}
	doc, err := site.Prepare(sample())
	if err != nil {
		log.Fatal(err)
	}
	if err := site.Feed("/atom.xml").WriteAtom(os.Stdout, render.Documents(doc)); err != nil {
		log.Fatal(err)
	}
	// Output:
	// <?xml version="1.0" encoding="utf-8"?>
	// <feed xmlns="http://www.w3.org/2005/Atom" xml:lang="vi">
	// <id>https://bao.example/atom.xml</id>
	// <title>Báo Mẫu</title>
	// <updated>2026-11-20T08:30:00+07:00</updated>
	// <link href="https://bao.example/" rel="alternate" type="text/html"/>
	// <link href="https://bao.example/atom.xml" rel="self" type="application/atom+xml"/>
	// <author>
	// <name>Báo Mẫu</name>
	// </author>
	// <entry>
	// <id>https://bao.example/kinh-te/gia-gao.html</id>
	// <title>Giá gạo xuất khẩu tăng</title>
	// <link href="https://bao.example/kinh-te/gia-gao.html" rel="alternate" type="text/html"/>
	// <published>2026-11-20T08:30:00+07:00</published>
	// <updated>2026-11-20T08:30:00+07:00</updated>
	// <author>
	// <name>Thu Hà</name>
	// </author>
	// <summary type="text">Giá gạo 5% tấm lên mức cao nhất từ đầu năm.</summary>
	// </entry>
	// </feed>
}

package render_test

import (
	"fmt"
	"html/template"
	"log"
	"net/http"
	"net/http/httptest"
	"os"
	"strings"

	"github.com/toasoan/toasoan/article"
	"github.com/toasoan/toasoan/render"
)

// prepared returns a document of the sample, with changes.
func prepared(change func(a *article.Article)) *render.Document {
	a := sample()
	if change != nil {
		change(a)
	}
	site := &render.Renderer{Site: render.Site{Name: "Báo Mẫu", URL: "https://bao.example/"}, Share: []render.Share{}}
	doc, err := site.Prepare(a)
	if err != nil {
		log.Fatal(err)
	}
	return doc
}

// show prints what stands between two strings.
func show[S ~string](s S, from, to string) {
	_, after, _ := strings.Cut(string(s), from)
	between, _, _ := strings.Cut(after, to)
	fmt.Println(from + between + to)
}

// A page with its neighbours: what is related with the reason, and the articles
// before and after in time.
func ExamplePage() {
	doc := prepared(nil)
	older := render.Teaser{URL: "/kinh-te/lua.html", Title: "Lúa thu đông được mùa"}
	page := render.Page{
		Layout:   render.Layout{Styles: []template.CSS{"body{margin:auto;max-width:44rem}"}, Footer: "<footer>Tòa soạn Báo Mẫu</footer>\n"},
		Document: doc,
		Related:  []render.Teaser{older.Because("cùng nhắc: gạo, An Giang")},
		Older:    &older,
	}
	show(page.HTML(), `<section class="related"`, "</html>")
	// Output:
	// <section class="related" aria-labelledby="s-related">
	// <h2 id="s-related">Tin liên quan</h2>
	// <ul class="cards">
	// <li class="card">
	// <h3><a href="/kinh-te/lua.html">Lúa thu đông được mùa</a></h3>
	// <p class="reason">cùng nhắc: gạo, An Giang</p>
	// </li>
	// </ul>
	// </section>
	// <nav class="pager" aria-label="Tin trước và sau">
	// <a href="/kinh-te/lua.html" rel="prev"><span>Tin cũ hơn:</span> Lúa thu đông được mùa</a>
	// </nav>
	// </main>
	// <footer>Tòa soạn Báo Mẫu</footer>
	// </body>
	// </html>
}

// A page is made once and served often: a reader who has it already gets 304.
func ExamplePage_Response() {
	page := render.Page{Document: prepared(nil)}
	handler := page.Response()
	for _, etag := range []string{"", handler.ETag()} {
		req := httptest.NewRequest(http.MethodGet, "/kinh-te/gia-gao.html", nil)
		req.Header.Set("If-None-Match", etag)
		rec := httptest.NewRecorder()
		handler.ServeHTTP(rec, req)
		fmt.Printf("%d, last modified %q\n", rec.Code, rec.Header().Get("Last-Modified"))
		fmt.Println(rec.Header().Get("Content-Security-Policy"))
	}
	// Output:
	// 200, last modified "Fri, 20 Nov 2026 01:30:00 GMT"
	// default-src 'none'; font-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'self'; img-src 'self' data:
	// 304, last modified ""
	// default-src 'none'; font-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'self'; img-src 'self' data:
}

func ExampleListing() {
	list := render.Listing{
		Renderer: &render.Renderer{Site: render.Site{Name: "Báo Mẫu", URL: "https://bao.example/"}},
		Title:    "Kinh tế", URL: "/kinh-te/", Older: "/kinh-te/2/",
		Items: []render.Teaser{prepared(nil).Teaser()},
	}
	show(list.HTML(), "<h1>", "</main>")
	// Output:
	// <h1>Kinh tế</h1>
	// <ul class="cards">
	// <li class="card">
	// <h2><a href="/kinh-te/gia-gao.html">Giá gạo xuất khẩu tăng</a></h2>
	// <p class="dates"><time datetime="2026-11-20T08:30:00+07:00">20/11/2026, 08:30</time></p>
	// <p class="summary">Giá gạo 5% tấm lên mức cao nhất từ đầu năm.</p>
	// </li>
	// </ul>
	// <nav class="pager" aria-label="Trang">
	// <a href="/kinh-te/2/" rel="next">Trang sau</a>
	// </nav>
	// </main>
}

// A wall: who has not paid, or is elsewhere, gets the excerpt.
func ExampleDocument_Excerpt() {
	doc := prepared(func(a *article.Article) { a.Access = article.Access{Paid: true, Regions: []string{"VN"}} })
	for _, reader := range []struct {
		region string
		paid   bool
	}{{"VN", true}, {"VN", false}, {"FR", true}} {
		page := render.Page{Document: doc, Excerpt: !reader.paid || !doc.VisibleIn(reader.region)}
		fmt.Println(reader.region, reader.paid, strings.Contains(string(page.HTML()), "Nông dân"))
	}
	// Output:
	// VN true true
	// VN false false
	// FR true false
}

// A body alone, such as one just imported, with a policy of one's own for the
// markup that no block can hold.
func ExampleRenderer_Body() {
	policy := render.NewsPolicy() // bluemonday's, to be extended
	policy.RequireNoFollowOnLinks(true)
	site := &render.Renderer{Policy: policy}
	html, err := site.Body(article.Body{
		&article.Paragraph{Text: article.Plain("Một đoạn.")},
		&article.RawHTML{HTML: `<p onclick="alert(1)">H<sub>2</sub>O <a href="/nuoc">nước</a></p><script>alert(2)</script>`},
	})
	if err != nil {
		log.Fatal(err)
	}
	fmt.Print(html)
	// Output:
	// <p>Một đoạn.</p>
	// <p>H<sub>2</sub>O <a href="/nuoc" rel="nofollow">nước</a></p>
}

// Pictures of other hosts as links: nobody else learns who reads what.
func ExampleRemoteMode() {
	site := &render.Renderer{RemoteImages: render.RemoteLink, Site: render.Site{URL: "https://bao.example/", MediaHosts: []string{"*.bao.example"}}}
	html, err := site.Body(article.Body{
		&article.Image{URL: "https://anh.bao.example/lua.jpg", Alt: "Ruộng lúa"},
		&article.Image{URL: "https://khac.example/gao.jpg", Alt: "Bao gạo"},
	})
	if err != nil {
		log.Fatal(err)
	}
	fmt.Print(html)
	// Output:
	// <figure><img src="https://anh.bao.example/lua.jpg" alt="Ruộng lúa" loading="lazy" decoding="async"></figure>
	// <figure class="remote">
	// <p><a href="https://khac.example/gao.jpg">Xem ảnh tại khac.example: Bao gạo</a></p></figure>
}

// The words that printers add, in the language of the article, with one's own.
func ExampleLabelsFor() {
	labels := render.LabelsFor("en")
	labels.Related = "More on this"
	site := &render.Renderer{Labels: labels}
	doc, err := site.Prepare(&article.Article{Lang: "en", Headline: "Rice", Body: article.Body{&article.Links{Items: []article.Link{{URL: "/rice", Text: "Rice"}}}}})
	if err != nil {
		log.Fatal(err)
	}
	page := render.Page{Document: doc, Related: []render.Teaser{{URL: "/maize", Title: "Maize"}}}
	show(page.HTML(), "<h2", "</h2>")
	// Output: <h2 id="s-related">More on this</h2>
}

// A newsletter: summaries with links, in a form that mail programs show.
func ExampleEmail() {
	mail := render.Email{Title: "Tin sáng", Documents: []*render.Document{prepared(nil)}, Footer: `<p>Báo Mẫu</p>`}
	html, err := mail.HTML()
	if err != nil {
		log.Fatal(err)
	}
	show(html, "<h1", "</h1>")
	// Output: <h1 style="margin:0 0 8px 0;font-size:24px;line-height:1.4;"><a style="color:#0b57d0;text-decoration:none;" href="https://bao.example/kinh-te/gia-gao.html">Giá gạo xuất khẩu tăng</a></h1>
}

// What a voice reads, and the words of a recording for those who can't hear it.
func ExampleDocument_SSML() {
	doc := prepared(func(a *article.Article) {
		a.Body = article.Body{&article.Paragraph{Text: article.Text{{Text: "Ngày 7/10, cả 10"}, {Text: "6", Marks: article.Superscript}, {Text: " hộ trồng 50 m² rau."}}}}
	})
	os.Stdout.WriteString(doc.SSML())
	fmt.Print(render.WebVTT(doc.Article().Body, 4))
	// Output:
	// <?xml version="1.0" encoding="utf-8"?>
	// <speak version="1.1" xmlns="http://www.w3.org/2001/10/synthesis" xml:lang="vi">
	// <p><s>Giá gạo xuất khẩu tăng</s></p>
	// <break strength="strong"/>
	// <p><s>Giá gạo năm phần trăm tấm lên mức cao nhất từ đầu năm.</s></p>
	// <p><s>Ngày bảy tháng mười, cả mười mũ sáu hộ trồng năm mươi mét vuông rau.</s></p>
	// </speak>
	// WEBVTT
	//
	// 1
	// 00:00:00.000 --> 00:00:04.000
	// Ngày 7/10, cả 10⁶ hộ trồng 50 m² rau.
}

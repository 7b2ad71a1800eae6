package importer

import (
	"net/url"
	"strings"
	"testing"

	"github.com/toasoan/toasoan/article"
)

// Paragraphs of a page, each long enough to be one.
const (
	paragraphA = "<p>Sáng nay, thư viện thôn Kon Klor đón bạn đọc nhỏ tuổi đầu tiên của mùa mưa.</p>"
	paragraphB = "<p>Hơn một nghìn đầu sách được các thầy cô xếp theo chủ đề, có cả sách chữ nổi.</p>"
	paragraphC = "<p>Cuối tuần này, lớp vẽ của cô Sen sẽ mở thêm một buổi ở sân sau của thư viện.</p>"
)

// TestPageText holds which part of a page is the article, and what of it is not.
func TestPageText(t *testing.T) {
	all := strings.NewReplacer("<p>", "", "</p>", "\n").Replace(paragraphA + paragraphB + paragraphC)
	tests := []struct{ name, page, want string }{
		{"an article element", `<nav><a href="/">Trang chủ</a></nav><article>` + paragraphA + paragraphB + paragraphC + `</article><footer>Báo Mẫu</footer>`, ""},
		{"a named element in a column", `<div class="col-left"><div class="fck_detail">` + paragraphA + paragraphB + paragraphC + `</div><div class="tags"><a href="/t">thư viện</a></div></div>`, ""},
		{"no name at all", `<div><div id="x"><a href="/">Trang chủ</a> <a href="/a">Văn hóa</a></div><div id="y">` + paragraphA + paragraphB + paragraphC + `</div></div>`, ""},
		{"a form around the whole page", `<form action="/page.aspx"><div><a href="/">Trang chủ</a></div><div>` + paragraphA + paragraphB + paragraphC + `</div></form>`, ""},
		{
			"several parts of one name, with other things between",
			`<article><div class="chunk content-detail">` + paragraphA + `</div><div class="ad">Quảng cáo</div><div class="chunk content-detail">` + paragraphB +
				`</div><div class="newsletter"><p>Đăng ký nhận bản tin buổi sáng của báo qua thư điện tử.</p></div><div class="chunk content-detail">` + paragraphC + `</div></article>`, "",
		},
		{
			"teasers and buttons before and after the text",
			`<article><header><ul><li><a href="/v">Văn hóa</a></li><li><a href="/d">Đời sống</a></li></ul><div class="share-bar"><a href="/f">Facebook</a></div></header>` +
				paragraphA + paragraphB + paragraphC + `<h3>Có thể bạn quan tâm</h3><ul><li><a href="/1">Bến phà mở lại sau ba ngày mưa</a></li>` +
				`<li><a href="/2">Vườn rau của trường làng xanh trở lại</a></li></ul></article>`, "",
		},
		{
			"a teaser with a picture in the middle",
			`<article>` + paragraphA + paragraphB + `<div class="card"><img src="/t.jpg"><div><h3><a href="/2">Vườn rau của trường làng xanh trở lại</a></h3><p>Học trò góp hạt giống.</p></div></div>` +
				paragraphC + `</article>`, "",
		},
		{
			"paragraphs that are div elements",
			`<article><h1>Thư viện mở cửa</h1><div><div>` + strings.NewReplacer("<p>", "<div>", "</p>", "</div>").Replace(paragraphA+paragraphB+paragraphC) + `</div></div></article>`, "",
		},
		{
			"comments",
			`<main>` + paragraphA + paragraphB + paragraphC + `<section id="comments"><p>Tôi đã đến thư viện này cùng hai con vào thứ bảy, sách rất mới.</p></section></main>`, "",
		},
		{
			"a list that belongs to the text", `<article>` + paragraphA + `<p>Giờ mở cửa trong tuần của thư viện như sau:</p><ul><li>Sáng: 7 giờ 30</li><li>Chiều: 14 giờ</li></ul>` + paragraphC + `</article>`,
			"Sáng nay, thư viện thôn Kon Klor đón bạn đọc nhỏ tuổi đầu tiên của mùa mưa.\nGiờ mở cửa trong tuần của thư viện như sau:\nSáng: 7 giờ 30\nChiều: 14 giờ\nCuối tuần này, lớp vẽ của cô Sen sẽ mở thêm một buổi ở sân sau của thư viện.",
		},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			want := tt.want
			if want == "" {
				want = strings.TrimSpace(all)
			}
			a, notes, err := Page(strings.NewReader(`<html lang="vi"><head><title>Thư viện mở cửa</title><meta property="og:title" content="Thư viện mở cửa"></head><body>`+tt.page+`</body></html>`), nil)
			if err != nil {
				t.Fatal(err)
			}
			checkArticle(t, a, notes)
			if got := a.Body.Text(); got != want {
				t.Errorf("text\n%s\nwant\n%s\nnotes %v", got, want, notes)
			}
		})
	}
}

// TestPageTimes holds which of the times on a page is the article's.
func TestPageTimes(t *testing.T) {
	const at = "2026-11-20 09:12 +0700"
	tests := []struct{ name, src, want string }{
		{"a class, below the heading", `<h1>Thư viện mở cửa</h1><span class="date">Thứ Sáu, 20/11/2026, 09:12 (GMT+7)</span><article>`, at},
		{"a class, above the heading", `<span class="date">Thứ Sáu, 20/11/2026, 09:12 (GMT+7)</span><h1>Thư viện mở cửa</h1><article>`, at},
		{"the day in the head of the page is not it", `<div class="date">Thứ Bảy, 21/11/2026, 10:00 (GMT+7)</div><p>` + strings.Repeat("Chuyên mục ", 200) + `</p><h1>Thư viện mở cửa</h1><article>`, ""},
		{"a time element", `<article><h1>Thư viện mở cửa</h1><div class="meta"><time datetime="2026-11-20T09:12:00+07:00">20 tháng 11</time></div>`, at},
		{"a time element, its class says more", `<article><h1>Thư viện mở cửa</h1><time class="updated" datetime="2026-11-21T08:00:00+07:00"></time><time class="entry-date published" datetime="2026-11-20T09:12:00+07:00"></time>`, at},
		{"behind a dash", `<div class="title-detail">Thư viện mở cửa</div><a class="author">Văn An</a> <span class="post-time"> - 20/11/2026 09:12 (GMT+7)</span><article>`, at},
		{"not that of another article", `<h1>Thư viện mở cửa</h1><aside><h2>Tin khác <span class="date">24/04/2023 08:00 (GMT+7)</span></h2><time datetime="2023-04-24T08:00:00+07:00"></time></aside><article>`, ""},
		{"linked data in a comment", `<script type="application/ld+json"><!-- {"@type":"NewsArticle","datePublished":"2026-11-20T09:12:00+07:00"} --></script><article>`, at},
		{"linked data in CDATA", "<script type=\"application/ld+json\">//<![CDATA[\n{\"@type\":\"NewsArticle\",\"datePublished\":\"2026-11-20T09:12:00+07:00\"}\n//]]></script><article>", at},
		{"linked data with a line break and a comma too many", "<script type=\"application/ld+json\">{\"@type\":\"NewsArticle\",\"description\":\"Một\nhai, \\\"ba,]\\\"\",\"keywords\":[\"a\",\"b\", ],\"datePublished\":\"2026-11-20T09:12:00+07:00\",\n}</script><article>", at},
	}
	for _, tt := range tests {
		a, notes, err := Page(strings.NewReader(`<html lang="vi"><title>Thư viện mở cửa</title><body>`+tt.src+paragraphA+paragraphB+`</article></body></html>`), nil)
		if err != nil {
			t.Fatal(err)
		}
		checkArticle(t, a, notes)
		got := ""
		if !a.Published.IsZero() {
			got = a.Published.Format("2006-01-02 15:04 -0700")
		}
		if got != tt.want {
			t.Errorf("%s: published %q, want %q; notes %v", tt.name, got, tt.want, notes)
		}
	}
}

// TestBaseBeyondASCII holds that addresses are resolved where the host of the site is
// not written in ASCII.
func TestBaseBeyondASCII(t *testing.T) {
	base, err := url.Parse("https://báođiệntử.example/tin/")
	if err != nil {
		t.Fatal(err)
	}
	body, notes, err := HTML(strings.NewReader(`<p><a href="/x">Xem</a></p><img src="a.jpg" alt="Cầu">`), &Options{Base: base})
	if err != nil || len(body) != 2 {
		t.Fatal(body, notes, err)
	}
	const host = "https://xn--boint-xqa15aj24r3ja.example"
	if u := body[0].(*article.Paragraph).Text[0].Link.URL; u != host+"/x" {
		t.Errorf("link %q", u)
	}
	if u := body[1].(*article.Image).URL; u != host+"/tin/a.jpg" {
		t.Errorf("picture %q", u)
	}
}

// TestPagePictures holds that pictures before the text and after it are of the article,
// if they stand alone or lead to themselves.
func TestPagePictures(t *testing.T) {
	for _, picture := range []string{
		`<p><img src="/a.jpg" alt="Cầu"></p>`, `<div><img src="/a.jpg" alt="Cầu"></div>`, `<figure><img src="/a.jpg" alt="Cầu"></figure>`,
		`<p><a href="/a-lon.jpg"><img src="/a.jpg" alt="Cầu"></a></p>`,
	} {
		for _, text := range []string{picture + paragraphA + paragraphB, paragraphA + paragraphB + picture} {
			a, notes, err := Page(strings.NewReader(`<html lang="vi"><title>Cầu mới</title><body><article>`+text+`</article></body></html>`), nil)
			if err != nil {
				t.Fatal(err)
			}
			n := 0
			for range a.Images() {
				n++
			}
			if n != 1 {
				t.Errorf("%s: %d pictures, notes %v", text, n, notes)
			}
		}
	}
}

// TestPageAround holds that what is left out of the article is in the notes.
func TestPageAround(t *testing.T) {
	const page = `<html lang="vi"><title>Thư viện mở cửa</title><body><article>` + paragraphA + `<div class="share"><script>f()</script>Chia sẻ bài này</div>` + paragraphB + `</article></body></html>`
	_, notes, err := Page(strings.NewReader(page), nil)
	if err != nil {
		t.Fatal(err)
	}
	for _, n := range notes {
		if n.Code == "around-article" && n.Text == "Chia sẻ bài này" {
			return
		}
	}
	t.Errorf("notes %v", notes)
}

// TestPageHeading holds that the heading of a page is a headline.
func TestPageHeading(t *testing.T) {
	tests := []struct{ name, meta, h1, headline, alternative string }{
		{"as in the metadata", "Thư viện mở cửa", "Thư viện mở cửa", "Thư viện mở cửa", ""},
		{"with the site's name in the metadata", "Thư viện mở cửa - Báo Mẫu", "Thư viện mở cửa", "Thư viện mở cửa", ""},
		{"another in the metadata", "Nơi đọc sách ở Kon Klor", "Thư viện mở cửa", "Nơi đọc sách ở Kon Klor", "Thư viện mở cửa"},
		{"none in the metadata", "", "Thư viện mở cửa", "Thư viện mở cửa", ""},
	}
	for _, tt := range tests {
		page := `<html lang="vi"><meta property="og:title" content="` + tt.meta + `"><body><article><h1>` + tt.h1 + `</h1>` + paragraphA + paragraphB + `</article></body></html>`
		a, notes, err := Page(strings.NewReader(page), nil)
		if err != nil {
			t.Fatal(err)
		}
		checkArticle(t, a, notes)
		_, begins := a.Body[0].(*article.Paragraph)
		if a.Headline != tt.headline || a.AlternativeHeadline != tt.alternative || !begins {
			t.Errorf("%s: headline %q, alternative %q, begins with %T", tt.name, a.Headline, a.AlternativeHeadline, a.Body[0])
		}
	}
}

// TestPageAuthors holds who wrote the article of a page, by what its element for
// authors holds, or its metadata.
func TestPageAuthors(t *testing.T) {
	tests := []struct{ lang, src, want string }{
		{"vi", `<div class="author"><a href="/a">Văn An</a><span>Phóng viên</span></div>`, "Văn An"},
		{"vi", `<div class="detail-author">Văn An<br>Ảnh: Lê Bình</div>`, "Văn An; Lê Bình (photographer)"},
		{"vi", `<div class="article-author-info"><span class="name">Văn An</span> - <span class="time">20/11/2026 09:00</span></div>`, "Văn An"},
		{"en", `<span class="author vcard"><a rel="author">Ann Husband</a><a href="https://twitter.com/a">Twitter</a><span>Culture Writer</span></span>`, "Ann Husband"},
		{"en", `<p class="byline">By <a href="/a">Laura Adams</a> <span>December 28, 2016</span></p>`, "Laura Adams"},
		{"en", `<div class="byline">by Bryan Wells <span class="date">Tuesday, Aug. 17, 2010</span></div>`, "Bryan Wells"},
		{"de", `<span class="author">Von Anna Lange und Jörg Stein</span>`, "Anna Lange; Jörg Stein"},
		{"de", `<meta name="author" content="Anna Lange und Lea Wagner, Nairobi">`, "Anna Lange; Lea Wagner"},
		{"en", `<meta name="author" content="Maggie Hall and Shira Toll">`, "Maggie Hall; Shira Toll"},
		{"vi", `<script type="application/ld+json">{"@type":"NewsArticle","headline":"Thư viện","author":"Văn An"}</script>`, "Văn An"},
		{"vi", `<script type="application/ld+json">{"@type":"NewsArticle","headline":"Thư viện","author":{"@type":"Person","name":"Theo Hồ Hương"}}</script>`, "Hồ Hương"},
		{"vi", `<meta property="og:site_name" content="Mẫu"><script type="application/ld+json">{"@type":"NewsArticle","author":{"@type":"Organization","name":"Mẫu"}}</script><p class="name" data-role="author">Minh Chi</p>`, "Minh Chi"},
		{"vi", `<span class="author"><a href="/author/minhchi">minhchi</a></span>`, ""},
		{"vi", `<script type="application/ld+json">{"@type":"NewsArticle","headline":"Thư viện","author":{"@type":"Organization","name":"Mẫu"},"publisher":{"name":"Báo Mẫu"}}</script>`, "/Mẫu"},
	}
	for _, tt := range tests {
		page := `<html lang="` + tt.lang + `"><body><h1>Thư viện mở cửa</h1>` + tt.src + `<article>` + paragraphA + paragraphB + `</article></body></html>`
		a, notes, err := Page(strings.NewReader(page), nil)
		if err != nil {
			t.Fatal(err)
		}
		checkArticle(t, a, notes)
		if got := said(a.Credits, nil); got != tt.want {
			t.Errorf("%s: credits %q, want %q", tt.src, got, tt.want)
		}
		if len(a.Credits) > 0 && a.Credits[0].URL != "" {
			t.Errorf("%s: address %q", tt.src, a.Credits[0].URL)
		}
	}
}

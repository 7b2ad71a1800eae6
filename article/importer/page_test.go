package importer

import (
	"net/url"
	"strings"
	"testing"
	"time"

	"github.com/toasoan/toasoan/article"
)

const wholePage = `<!doctype html><html lang="vi-VN"><head><title>Chợ đêm Vàm Sen mở lại | Báo Bến Sông</title>
<link rel="canonical" href="https://bao.example/tin/cho-dem">
<link rel="alternate" hreflang="en" href="/en/night-market">
<meta property="og:title" content="Chợ đêm Vàm Sen mở lại">
<meta property="og:image" content="/anh/og.jpg"><meta property="og:image:width" content="1200">
<meta property="article:section" content="Đời sống"><meta name="keywords" content="chợ đêm, Vàm Sen, chợ đêm">
<script type="application/ld+json">{"@context":"https://schema.org","@graph":[{"@type":"WebSite","name":"x"},
{"@type":["NewsArticle"],"headline":"Chợ đêm Vàm Sen mở lại sau mùa nước","datePublished":"2025-09-03T19:00:00+07:00",
"dateModified":"2025-09-04T08:00:00","author":{"@type":"Person","name":"Thu Hà - Đài Bến Sông"},
"publisher":{"@type":"NewsMediaOrganization","name":"Báo Bến Sông","logo":{"@type":"ImageObject","url":"/logo.png"}},
"image":{"@type":"ImageObject","url":"/anh/cho.jpg","width":1600,"height":900},"isAccessibleForFree":"False","inLanguage":"vi"}]}</script>
</head><body><nav><p>Trang chủ và nhiều mục khác của báo mà không ai đọc hết được trong một ngày.</p></nav>
<article><h1>Chợ đêm Vàm Sen mở lại sau mùa nước</h1>
<p class="sapo">Hơn trăm gian hàng lên đèn trong đêm đầu tiên.</p>
<figure><img src="/anh/cho.jpg"><figcaption>Gian bánh xèo. Ảnh: Thu Hà</figcaption></figure>
<p>Bà con đến từ chiều, <a href="../ban-do">theo bản đồ</a> dựng ở bến xe.</p>
<p>Chợ họp đến nửa đêm, cuối tuần có hát bội.</p></article>
<footer><p>Bản quyền thuộc về báo.</p></footer></body></html>`

func TestPage(t *testing.T) {
	a, notes, err := Page(strings.NewReader(wholePage), nil)
	if err != nil {
		t.Fatal(err)
	}
	if err := a.Validate(); err != nil {
		t.Error(err)
	}
	check := func(what string, got, want any) {
		t.Helper()
		if got != want {
			t.Errorf("%s = %v, want %v", what, got, want)
		}
	}
	check("Headline", a.Headline, "Chợ đêm Vàm Sen mở lại sau mùa nước")
	check("Lead", a.Lead.String(), "Hơn trăm gian hàng lên đèn trong đêm đầu tiên.")
	check("URL", a.URL, "https://bao.example/tin/cho-dem")
	check("Lang", a.Lang, "vi")
	check("Published", a.Published.UTC(), time.Date(2025, 9, 3, 12, 0, 0, 0, time.UTC))
	check("Modified is refused", a.Modified.IsZero(), true)
	check("Section", a.Sections[0].Name, "Đời sống")
	check("tags", len(a.Tags), 2)
	check("Paid", a.Access.Paid, true)
	check("Publisher", a.Publisher.Name, "Báo Bến Sông")
	check("Logo", a.Publisher.Logo.URL, "https://bao.example/logo.png")
	check("Alternate", a.Alternates[0], article.Alternate{Lang: "en", URL: "https://bao.example/en/night-market"})
	if c := a.Credits[0]; c.Name != "Thu Hà" || orgName(c) != "Đài Bến Sông" {
		t.Errorf("credit %+v", c)
	}
	hero, ok := a.Hero.(*article.Image)
	if !ok {
		t.Fatalf("hero is a %T", a.Hero)
	}
	check("hero", hero.URL, "https://bao.example/anh/cho.jpg")
	check("caption of the hero", hero.Caption.String(), "Gian bánh xèo.")
	check("body", a.Body.Text(), "Bà con đến từ chiều, theo bản đồ dựng ở bến xe.\nChợ họp đến nửa đêm, cuối tuần có hát bội.")
	check("link", a.Body[0].(*article.Paragraph).Text[1].Link.URL, "https://bao.example/ban-do")
	for _, code := range []string{"naive-time", "credit-split", "headline-repeated", "hero-repeated"} {
		if !hasCode(notes, code) {
			t.Errorf("no note %s in %v", code, notes)
		}
	}
}

func TestPageLocation(t *testing.T) {
	a, _, err := Page(strings.NewReader(wholePage), &Options{Location: time.FixedZone("", 7*3600)})
	if err != nil {
		t.Fatal(err)
	}
	if want := time.Date(2025, 9, 4, 1, 0, 0, 0, time.UTC); !a.Modified.Equal(want) {
		t.Errorf("Modified = %v, want %v", a.Modified, want)
	}
}

// TestPageWithoutMarkers has a page that says nothing about itself.
func TestPageWithoutMarkers(t *testing.T) {
	base, _ := url.Parse("https://xa.example/tin/1.html")
	a, _, err := Page(strings.NewReader(`<title>Trang tin xã</title><div id=menu><a href=/>Trang chủ</a></div><div><div>
<h2>Tin mới</h2><p>Sáng nay xã khánh thành nhà văn hóa thôn 3 sau tám tháng thi công, bà con đến dự rất đông.</p>
<p>Công trình có hội trường 150 chỗ, sân bóng chuyền và <a href="thu-vien.html">phòng đọc sách</a>.</p></div></div><div><p>Liên hệ</p></div>`),
		&Options{Base: base})
	if err != nil {
		t.Fatal(err)
	}
	if !strings.Contains(a.Body.Text(), "150 chỗ") || strings.Contains(a.Body.Text(), "Liên hệ") {
		t.Errorf("body %q", a.Body.Text())
	}
	for _, u := range a.URLs() {
		if *u != "https://xa.example/tin/thu-vien.html" {
			t.Errorf("address %q", *u)
		}
	}
	if _, _, err := Page(strings.NewReader("<script>1</script>"), nil); err == nil {
		t.Error("an empty page gave an article")
	}
}

// TestMicrodata reads a page that says what it has to say in the attributes of its
// elements alone.
func TestMicrodata(t *testing.T) {
	const page = `<!DOCTYPE html><html lang="vi"><head><title>Mùa nước nổi - Trường Bến Sông</title></head><body>
<p class="sapo">Một bài khác ở đầu trang, không phải lời dẫn của bài này đâu nhé.</p>
<div itemscope itemtype="http://schema.org/NewsArticle"><h1 itemprop="headline">Mùa nước nổi</h1>
<div class="hidden" itemprop="author" itemscope itemtype="http://schema.org/Person"><span itemprop="name">Lê Thị Sen</span></div>
<span class="hidden" itemprop="datePublished">2026-09-05T08:30:00+07:00</span>
<span class="hidden" itemprop="image">https://truong.example/nuoc.jpg</span>
<div itemprop="publisher" itemscope itemtype="http://schema.org/Organization"><span itemprop="name">Trường Bến Sông</span></div>
<div class="hometext" itemprop="description">Học trò ven sông đi xuồng tới lớp từ tuần này, có thầy cô đón ở bến.</div>
<div id="news-bodyhtml" class="bodytext"><p>Nước lên nhanh hơn mọi năm, đường vào trường ngập quá gối người lớn.</p><p>Nhà trường dời giờ học buổi sáng lại nửa tiếng.</p></div></div></body></html>`
	a, notes, err := Page(strings.NewReader(page), nil)
	if err != nil {
		t.Fatal(err)
	}
	checkArticle(t, a, notes)
	hero, _ := a.Hero.(*article.Image)
	if a.Headline != "Mùa nước nổi" || len(a.Credits) != 1 || a.Credits[0].Name != "Lê Thị Sen" || a.Publisher.Name != "Trường Bến Sông" ||
		a.Published.Format("2006-01-02 15:04 -0700") != "2026-09-05 08:30 +0700" || hero == nil || hero.URL != "https://truong.example/nuoc.jpg" ||
		!strings.HasPrefix(a.Lead.String(), "Học trò ven sông") || len(a.Body) != 2 {
		t.Errorf("read as %+v", a)
	}
}

// TestOwnPage reads a page as package render prints it: what stands around the body
// is in the JSON-LD, and not in the body too.
func TestOwnPage(t *testing.T) {
	const page = `<!DOCTYPE html><html lang="vi"><head><title>Chợ nổi</title><script type="application/ld+json">{"@type":"NewsArticle","headline":"Chợ nổi","author":{"@type":"Person","name":"Lê Thị Sen"}}</script></head><body>
<main id="main"><article class="article" lang="vi"><header><h1>Chợ nổi</h1><p class="lead">Chợ họp từ ba giờ sáng, tan trước khi mặt trời lên khỏi rặng bần.</p>
<p class="byline">Tác giả: <span>Lê Thị Sen</span></p><p class="dates">Đăng lúc <time datetime="2026-09-05T08:30:00+07:00">Thứ Bảy</time></p></header>
<div class="body"><p>Ghe xuồng neo thành hàng dài trên khúc sông rộng, mỗi ghe treo một thứ hàng.</p><h2 id="s-cay-beo">Cây bẹo</h2><p>Cây bẹo cắm ở mũi ghe, bán gì treo nấy.</p></div>
<p class="rights">© Báo Bến Sông</p><ul class="tags"><li><a href="/chu-de/cho-noi/">Chợ nổi</a></li></ul><ul class="share"><li><a href="#">Chia sẻ</a></li></ul></article></main></body></html>`
	a, notes, err := Page(strings.NewReader(page), nil)
	if err != nil {
		t.Fatal(err)
	}
	checkArticle(t, a, notes)
	if len(a.Body) != 3 || len(a.Credits) != 1 || !strings.HasPrefix(a.Lead.String(), "Chợ họp") {
		t.Errorf("body %q, credits %v, lead %q", a.Body.Text(), a.Credits, a.Lead.String())
	}
}

// TestPageHero has the picture that a page names for itself in several places.
func TestPageHero(t *testing.T) {
	const p = `<p>Ghe xuồng neo thành hàng dài trên khúc sông rộng, mỗi ghe treo một thứ hàng.</p>`
	const picture = `<figure><img src="/a.jpg" alt="Cây bẹo"></figure>`
	for _, tt := range []struct {
		body   string
		hero   bool
		blocks int
	}{
		{picture + p + p, true, 2},
		{p + picture + p, false, 3},
		{p + p + p + p + picture + p, false, 6},
		{p + p, true, 2},
		{p + `<figure><img src="/b.jpg" alt="Bến"></figure>` + p, true, 3},
	} {
		a, notes, err := Page(strings.NewReader(`<title>Chợ nổi</title><meta property="og:image" content="/a.jpg"><article>`+tt.body+`</article>`), nil)
		if err != nil {
			t.Fatal(err)
		}
		if (a.Hero != nil) != tt.hero || len(a.Body) != tt.blocks || hasCode(notes, "hero-in-text") == tt.hero {
			t.Errorf("%s: hero %v, %d blocks, notes %v", tt.body, a.Hero, len(a.Body), notes)
		}
	}
}

// TestPageHeadline has titles with the name of the site behind them.
func TestPageHeadline(t *testing.T) {
	for _, tt := range []struct{ title, site, h1, want string }{
		{"Chợ nổi - Báo Bến Sông", "Báo Bến Sông", "", "Chợ nổi"},
		{"Chợ nổi | báo bến sông", "Báo Bến Sông", "", "Chợ nổi"},
		{"Chợ nổi - Bến Sông", "Tin nhanh Bến Sông", "Chợ nổi", "Chợ nổi"},
		{"Chợ nổi - Bến Sông", "Tin nhanh Bến Sông", "Trang tin", "Chợ nổi - Bến Sông"},
		{"Nắng nóng - mối lo", "Báo Bến Sông", "Nắng nóng - mối lo", "Nắng nóng - mối lo"},
	} {
		a, notes, err := Page(strings.NewReader(`<meta property="og:title" content="`+tt.title+`"><meta property="og:site_name" content="`+tt.site+`"><h1>`+tt.h1+
			`</h1><article><p>Ghe xuồng neo thành hàng dài trên khúc sông rộng, mỗi ghe treo một thứ hàng.</p></article>`), nil)
		if err != nil {
			t.Fatal(err)
		}
		if a.Headline != tt.want || hasCode(notes, "headline-site") != (tt.want != tt.title) {
			t.Errorf("%s of %s: headline %q, want %q; notes %v", tt.title, tt.site, a.Headline, tt.want, notes)
		}
	}
}

// TestPageLead reads what stands between the headline and the element that holds the
// text: the lead with its place, the time and the author.
func TestPageLead(t *testing.T) {
	const page = `<html lang="vi"><head><title>Cầu mới - Báo Bến Sông</title>
<script type="application/ld+json">{"@type":"NewsArticle","headline":"Cầu mới","author":{"@type":"Person","name":"Báo Bến Sông"},"publisher":{"name":"Báo Bến Sông"},"isAccessibleForFree":"https://schema.org/False"}</script></head>
<body><span class="date">Thứ sáu, 20/11/2026, 09:05 (GMT+7)</span><h1>Cầu mới</h1>
<p class="description"><span class="location-stamp">Kon Tum</span>Sáng nay cầu mới qua sông thông xe sau ba năm thi công.</p>
<article><p>Đoạn một của bài, dài vừa đủ để đọc.</p><figure><img src="/b.jpg"><figcaption itemprop="description">Cầu mới. Ảnh: An Bình</figcaption></figure>
<p>Đoạn hai của bài, dài vừa đủ để đọc.</p><p style="text-align:right;"><strong>Lò Văn Đông</strong></p></article></body></html>`
	a, notes, err := Page(strings.NewReader(page), nil)
	if err != nil {
		t.Fatal(err)
	}
	checkArticle(t, a, notes)
	if a.Dateline != "Kon Tum" || !strings.HasPrefix(a.Lead.String(), "Sáng nay cầu mới") || a.Description != "" || !a.Access.Paid ||
		a.Published.Format("2006-01-02 15:04 -0700") != "2026-11-20 09:05 +0700" || said(a.Credits, nil) != "Lò Văn Đông" {
		t.Errorf("read as %+v, credits %s", a, said(a.Credits, nil))
	}
}

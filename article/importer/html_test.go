package importer

import (
	"errors"
	"net/url"
	"slices"
	"strings"
	"testing"

	"github.com/toasoan/toasoan/article"
)

// importHTML imports markup that has to be importable.
func importHTML(t testing.TB, src string, o *Options) (article.Body, []Note) {
	t.Helper()
	body, notes, err := HTML(strings.NewReader(src), o)
	if err != nil {
		t.Fatalf("HTML(%.80q): %v", src, err)
	}
	return body, notes
}

// TestCaptionLayouts has one row for each way in which captions are stored.
func TestCaptionLayouts(t *testing.T) {
	const caption = "Người dân xã Đăk Ven thu hoạch cà phê chín."
	for _, tt := range []struct{ name, src string }{
		{"next paragraph in italics", `<p>&nbsp;</p><p><img src="a.jpg" alt="anh tin bai"></p><p><i>&nbsp; &nbsp; &nbsp; ` + caption + `&nbsp;</i></p>`},
		{"table rows", `<figure class="table"><table><tbody><tr><td><a href="/a.jpg"><img src="a.jpg" alt=""></a></td></tr><tr><td><i>` + caption + `</i></td></tr></tbody></table></figure>`},
		{"two tables around", `<figure class="table"><table><tr><td><figure class="table"><table><tr><td><img src="a.jpg"></td></tr><tr><td>` + caption + `</td></tr></table></figure></td></tr></table></figure>`},
		{"same paragraph after a break", `<p><img src="a.jpg"><br>` + caption + `</p>`},
		{"centered", `<div align="center"><img src="a.jpg"></div><div align="center"><span style="font-size:10pt">` + caption + `</span></div>`},
		{"center element", `<center><img src="a.jpg"></center><center>` + caption + `</center>`},
		{"padded", `<p><img src="a.jpg"></p><p>` + strings.Repeat("&nbsp;", 35) + caption + `</p>`},
		{"figure", `<figure><img src="a.jpg"><figcaption><p>` + caption + `</p></figcaption></figure>`},
		{"nested figures", `<figure><figure><img src="a.jpg"><p>Nhấn để phóng to ảnh</p></figure><figcaption>` + caption + `</figcaption></figure>`},
		{"VCCorp", `<div class="VCSortableInPreviewMode" type="Photo"><div><img src="a.jpg"></div><div class="PhotoCMS_Caption"><p>` + caption + `</p></div></div>`},
		{"VnExpress", `<table class="tplCaption"><tbody><tr><td><img src="a.jpg"></td></tr><tr><td><p class="Image">` + caption + `</p></td></tr></tbody></table>`},
		{"Zing", `<table class="picture"><tbody><tr><td class="pic"><img src="a.jpg"></td></tr><tr><td class="pCaption caption">` + caption + `</td></tr></tbody></table>`},
		{"expNoEdit", `<figure class="expNoEdit"><img src="a.jpg"><figcaption><p class="expEdit">` + caption + `</p></figcaption></figure>`},
		{"Báo Mới", `<p class="body-image"><img src="a.jpg"></p><p class="body-text"><em>` + caption + `</em></p>`},
		{"WordPress, classic", `<div class="wp-caption aligncenter"><img src="a.jpg"><p class="wp-caption-text">` + caption + `</p></div>`},
		{"WordPress, blocks", `<!-- wp:image --><figure class="wp-block-image"><img src="a.jpg" alt=""><figcaption class="wp-element-caption">` + caption + `</figcaption></figure><!-- /wp:image -->`},
		{"figcaption without figure", `<div><img src="a.jpg" alt="a" alt="b"></div><figcaption>` + caption + `</figcaption>`},
		{"same words as alt", `<p><img src="a.jpg" alt="` + strings.TrimSuffix(caption, ".") + `"></p><p>` + caption + `</p>`},
	} {
		t.Run(tt.name, func(t *testing.T) {
			body, _ := importHTML(t, `<p>Đoạn trước dài hơn một dòng.</p>`+tt.src+`<p>Đoạn sau là lời văn của bài, không phải của ảnh, và dài hơn một dòng.</p>`, nil)
			if len(body) != 3 {
				t.Fatalf("got %d blocks, want 3: %q", len(body), body.Text())
			}
			im, ok := body[1].(*article.Image)
			if !ok {
				t.Fatalf("block 1 is a %T, want an image", body[1])
			}
			if got := im.Caption.String(); got != caption {
				t.Errorf("caption %q, want %q", got, caption)
			}
		})
	}
}

// TestQuotedCaption has words in quotation marks below a picture: centered with it
// they are its caption, in italics alone they are what somebody says.
func TestQuotedCaption(t *testing.T) {
	for _, tt := range []struct {
		src  string
		want bool
	}{
		{`<div align="center"><img src="a.jpg"></div><div align="center"><span>“Đò ơi”, khách gọi từ bến bên kia.</span></div>`, true},
		{`<div align="center"><img src="a.jpg"></div><div align="center">“Đò ơi, cho tôi qua sông với…”</div>`, true},
		{`<p><img src="a.jpg"></p><p><em>“Đò ơi, cho tôi qua sông với”, khách gọi.</em></p>`, false},
	} {
		body, _ := importHTML(t, tt.src+`<p>Đoạn sau.</p>`, nil)
		if im, ok := body[0].(*article.Image); !ok || len(im.Caption) > 0 != tt.want {
			t.Errorf("%s: %+v, want a caption: %v", tt.src, body[0], tt.want)
		}
	}
}

// TestNoCaption has paragraphs after a picture that are none of its own.
func TestNoCaption(t *testing.T) {
	for _, tt := range []struct{ name, src string }{
		{"running text", `<p><img src="a.jpg"></p><p>Sáng cùng ngày, đoàn đã đến thăm các gia đình ở thôn 2 và trao quà.</p>`},
		{"a question in italics", `<p><img src="a.jpg"></p><p><em>- Thưa ông, vụ này bà con được mùa chứ?</em></p>`},
		{"a bold line", `<p style="text-align:center"><img src="a.jpg"></p><p style="text-align:center"><b>Giữ rừng từ gốc</b></p><p>` + strings.Repeat("Lời văn. ", 20) + `</p>`},
		{"text around a floating picture", `<p><img src="a.jpg" align="left">Lời văn bắt đầu ngay cạnh ảnh và cứ thế đi tiếp.</p>`},
		{"a byline", `<p><img src="a.jpg"></p><p><em>Tin, ảnh: Y Thơm</em></p>`},
		{"a heading", `<p><img src="a.jpg"></p><h3>Quang cảnh mới</h3>`},
	} {
		t.Run(tt.name, func(t *testing.T) {
			body, _ := importHTML(t, tt.src, nil)
			im, ok := body[0].(*article.Image)
			if !ok {
				t.Fatalf("block 0 is a %T, want an image", body[0])
			}
			if len(im.Caption) > 0 || len(im.Credits) > 0 {
				t.Errorf("caption %q, credits %v, want none", im.Caption.String(), im.Credits)
			}
		})
	}
}

func TestLimits(t *testing.T) {
	for _, tt := range []struct {
		name, src string
		lim       article.Limits
		want      error
	}{
		{"bytes", strings.Repeat("a", 101), article.Limits{Bytes: 100}, article.ErrTooLarge},
		{"as many bytes as allowed", strings.Repeat("a", 100), article.Limits{Bytes: 100}, nil},
		{"elements", strings.Repeat("<div>", 1000), article.Limits{}, article.ErrTooDeep},
		{"inline elements", strings.Repeat("<b>", 1000), article.Limits{}, article.ErrTooDeep},
		{"blocks", strings.Repeat("<blockquote>", 100) + "x", article.Limits{}, article.ErrTooDeep},
		{"paragraphs", strings.Repeat("<p>a", 200_000), article.Limits{}, article.ErrTooComplex},
		{"lines that become items", strings.Repeat("- a<br>", 200_000), article.Limits{}, article.ErrTooComplex},
		{"items without a list", strings.Repeat("<li>a", 200_000), article.Limits{}, article.ErrTooComplex},
		{"items without a list, if so many are allowed", strings.Repeat("<li>a", 20_000), article.Limits{Blocks: 100_000}, nil},
		{"attributes", "<p " + manyAttributes(1000) + ">", article.Limits{}, nil},
	} {
		_, _, err := HTML(strings.NewReader(tt.src), &Options{Limits: tt.lim})
		if !errors.Is(err, tt.want) {
			t.Errorf("%s: error %v, want %v", tt.name, err, tt.want)
		}
	}
}

func manyAttributes(n int) string {
	var b strings.Builder
	for i := range n {
		b.WriteString("a")
		b.WriteString(strings.Repeat("x", i%50))
		b.WriteByte(byte('0' + i%10))
		b.WriteByte(byte('a' + i/50%26))
		b.WriteString("=1 ")
	}
	return b.String()
}

// TestListsInLists has items with plus signs below items with dashes.
func TestListsInLists(t *testing.T) {
	body, _ := importHTML(t, `<p>- Xã Đăk Ven</p><p>+ Thôn Một</p><p>+ Thôn Hai</p><p>- Xã Đăk Kan</p><p>+ Thôn Ba</p>`, nil)
	l, ok := body[0].(*article.List)
	if len(body) != 1 || !ok || len(l.Items) != 2 {
		t.Fatalf("got %d blocks: %q", len(body), body.Text())
	}
	for i, want := range []int{2, 1} {
		in, ok := l.Items[i][len(l.Items[i])-1].(*article.List)
		if !ok || len(in.Items) != want {
			t.Errorf("item %d: %q, want %d items below", i, l.Items[i].Text(), want)
		}
	}
	checkRoundTrip(t, body, nil)
}

// TestUnusedRenditions has pictures in several sizes, some of which no srcset can
// offer: none is lost in silence.
func TestUnusedRenditions(t *testing.T) {
	for _, tt := range []struct{ src, want string }{
		{`<img src="a.jpg" srcset="b.jpg 600w, c.jpg 900w">`, ""},
		{`<img src="a.jpg" srcset="a.jpg 1x, b.jpg 600w, b.jpg 900w">`, ""},
		{`<img src="a.jpg" srcset="b.jpg 600w, c.jpg 600w, d.jpg 2x">`, "c.jpg, d.jpg"},
		{`<img src="a.jpg" width="600" srcset="b.jpg 600w">`, "b.jpg"},
		{`<picture><source type="image/webp" srcset="a.webp 600w, b.webp 600w"><img src="a.jpg"></picture>`, "b.webp"},
	} {
		_, notes := importHTML(t, tt.src, nil)
		got := ""
		for _, n := range notes {
			if n.Code == "rendition-not-used" {
				got += n.Text
			}
		}
		if got != tt.want {
			t.Errorf("%s: note of %q, want %q", tt.src, got, tt.want)
		}
	}
}

// TestLinksInText has links to other articles as systems put them into a text, and
// text that only is called so.
func TestLinksInText(t *testing.T) {
	const teaser = `<article class="story"><figure><a class="thumb" href="/x.html"><img data-src="/x.jpg"></a></figure><header><h4 class="label">tin liên quan</h4><a class="title" href="/x.html">Miền Bắc không rét</a><div class="summary">Trời ấm cả tuần.</div></header></article>`
	const list = `<div class="details__morenews"><h3>Tin liên quan</h3><ul><li><a href="/a.html">Tin một</a></li><li><a href="/b.html">Tin hai</a></li></ul></div>`
	text := `<article class="story"><p>` + strings.Repeat("Lời văn của bài. ", 100) + `<a href="/a.html">Tin một</a></p></article>`
	for _, tt := range []struct {
		src   string
		links int // or 0 for text
	}{
		{teaser, 1},
		{list, 2},
		{`<h3>Xem thêm:</h3><p><a href="/a.html">Tin một</a></p>`, 1},
		{text, 0},
		{`<h3>Xem thêm</h3>`, 0},
	} {
		body, _ := importHTML(t, `<p>Đoạn trước.</p>`+tt.src+`<p>Đoạn sau.</p>`, nil)
		l, ok := body[1].(*article.Links)
		if len(body) != 3 || ok != (tt.links > 0) || ok && len(l.Items) != tt.links {
			t.Errorf("%.200s: %d blocks, the second a %T: %q", tt.src, len(body), body[1], body.Text())
		}
		checkRoundTrip(t, body, nil)
	}
}

// TestNumberedHeadings has bold lines with numbers: those that go on with one are
// headings however short the text below them is, and "1." is below "I.".
func TestNumberedHeadings(t *testing.T) {
	body, _ := importHTML(t, `<p><b>I. MỤC ĐÍCH, YÊU CẦU</b></p><p><b>1. Mục đích</b></p><p>Nâng cao nhận thức của bà con đi đò trong huyện.</p><p><b>2. Yêu cầu</b></p><p>Làm đúng tiến độ.</p><p><b>II. NỘI DUNG</b></p><p>Như kèm theo đây.</p><p><b>9. Chữ đậm</b></p><p>Ngắn.</p>`, nil)
	got := ""
	for _, x := range body {
		switch x := x.(type) {
		case *article.Heading:
			got += string(rune('0' + x.Level))
		default:
			got += "-"
		}
	}
	if want := "12-2-1---"; got != want {
		t.Errorf("blocks %q, want %q", got, want)
	}
	checkRoundTrip(t, body, nil)
}

// TestUnseen has a row for each way in which a page hides what its markup holds, and
// for what looks like one.
func TestUnseen(t *testing.T) {
	for _, tt := range []struct{ src, text, note string }{
		{`<div style="position:absolute;left:-9999px">ẩn</div>`, "", "dropped-hidden"},
		{`<div style="font-size:0">ẩn</div>`, "", "dropped-hidden"},
		{`<span style="font-size:0px">ẩn</span>`, "", "dropped-hidden"},
		{`<div style="font-size:0"><span style="font-size:14px">chữ</span></div>`, "chữ", ""},
		{`<span style="font-size:0.9em">chữ</span>`, "chữ", ""},
		{`<span class="sr-only">ẩn</span>`, "", "dropped-hidden"},
		{`<map><area href="https://a.example/k" alt="Khu A"></map>`, "Khu A", ""},
		{`<map><area href="https://a.example/k"></map>`, "", "dropped-element"},
		{`<input type="image" src="/b.png">`, "", "dropped-element"},
	} {
		body, notes := importHTML(t, `<p>trên</p>`+tt.src+`<p>dưới</p>`, nil)
		want := "trên\n" + tt.text + "\ndưới"
		if tt.text == "" {
			want = "trên\ndưới"
		}
		if got := body.Text(); got != want {
			t.Errorf("%s: text %q, want %q", tt.src, got, want)
		}
		code := ""
		if len(notes) > 0 {
			code = notes[0].Code
		}
		if code != tt.note {
			t.Errorf("%s: notes %v, want %q", tt.src, notes, tt.note)
		}
	}
}

// TestQuillLists holds that a list of Quill is ordered only if it says so.
func TestQuillLists(t *testing.T) {
	for kind, ordered := range map[string]bool{"bullet": false, "ordered": true} {
		body, _ := importHTML(t, `<ol><li data-list="`+kind+`">Một</li><li data-list="`+kind+`">Hai</li></ol>`, nil)
		if l, ok := body[0].(*article.List); !ok || l.Ordered != ordered {
			t.Errorf("%s: %+v", kind, body[0])
		}
	}
}

// TestDirections has a row for each way in which a direction is said, which is kept
// only where the language does not say it.
func TestDirections(t *testing.T) {
	for _, tt := range []struct{ src, lang, dir string }{
		{`<p lang="ar" dir="rtl">x</p>`, "ar", ""},
		{`<p lang="ar" dir="ltr">x</p>`, "ar", "ltr"},
		{`<p dir="rtl">x</p>`, "", "rtl"},
		{`<p dir="ltr">x</p>`, "", ""},
		{`<p lang="en" dir="ltr">x</p>`, "en", ""},
		{`<p lang="az-Arab" dir="rtl">x</p>`, "az-Arab", ""},
		{`<p lang="ar-Latn" dir="rtl">x</p>`, "ar-Latn", "rtl"},
		{`<div lang="ar" dir="rtl"><p lang="en" dir="ltr">x</p></div>`, "en", ""},
		{`<div dir="rtl"><p lang="en" dir="ltr">x</p></div>`, "en", ""},
		{`<div dir="rtl"><p dir="ltr">x</p></div>`, "", ""},
	} {
		body, _ := importHTML(t, tt.src, nil)
		p, ok := body[0].(*article.Paragraph)
		if !ok || len(p.Text) != 1 || p.Text[0].Lang != tt.lang || p.Text[0].Dir != tt.dir {
			t.Errorf("%s: %+v, want lang %q, dir %q", tt.src, body[0], tt.lang, tt.dir)
		}
		checkRoundTrip(t, body, nil)
	}
}

// TestChapters holds that the parts of a recording are read back, and that a list that
// leads elsewhere stays one.
func TestChapters(t *testing.T) {
	const film = `<figure class="video"><video controls src="a.mp4"></video></figure>`
	body, _ := importHTML(t, film+`<ol class="chapters"><li><a href="a.mp4#t=0">0:00 Mở đầu</a></li><li><a href="a.mp4#t=30.5">0:30 Bến đò</a></li></ol>`, nil)
	want := []article.Chapter{{Start: 0, Title: "Mở đầu"}, {Start: 30.5, Title: "Bến đò"}}
	if v, ok := body[0].(*article.Video); !ok || len(body) != 1 || !slices.Equal(v.Chapters, want) {
		t.Errorf("read as %+v", body)
	}
	for _, href := range []string{"b.mp4#t=0", "a.mp4", "a.mp4#t=x", "a.mp4#t=-1", "a.mp4#t=NaN"} {
		body, _ := importHTML(t, film+`<ol class="chapters"><li><a href="`+href+`">0:00 Mở đầu</a></li></ol>`, nil)
		if len(body) != 2 {
			t.Errorf("%s: %d blocks", href, len(body))
		}
	}
}

// TestBaseHost has a site whose own name is beyond ASCII.
func TestBaseHost(t *testing.T) {
	base, err := url.Parse("https://báomẫu.vn/tin/")
	if err != nil {
		t.Fatal(err)
	}
	b, notes, err := HTML(strings.NewReader(`<p><a href="/x">x</a></p><img src="a.jpg">`), &Options{Base: base})
	if err != nil {
		t.Fatal(err)
	}
	const site = "https://xn--bomu-5na2786b.vn"
	if len(b) != 2 || b[0].(*article.Paragraph).Text[0].Link.URL != site+"/x" || b[1].(*article.Image).URL != site+"/tin/a.jpg" {
		t.Errorf("read as %s, notes %v", indent(b), notes)
	}
}

// TestOnlyText has a picture and all the text that there is, as feeds write it.
func TestOnlyText(t *testing.T) {
	b, _, err := HTML(strings.NewReader(`<a href="/1.html"><img src="/1.jpg"></a></br>Sáng nay, thư viện thôn Kon Mẫu đón bạn đọc nhỏ tuổi với hàng nghìn đầu sách mới.`), nil)
	if err != nil {
		t.Fatal(err)
	}
	if len(b) != 2 || len(b[0].(*article.Image).Caption) > 0 {
		t.Errorf("read as %s", indent(b))
	}
	checkRoundTrip(t, b, nil)
}

package article

import (
	"reflect"
	"slices"
	"strings"
	"testing"
	"time"
)

func para(s string) *Paragraph { return &Paragraph{Text: Plain(s)} }

const longText = "Hội nghị đã nghe báo cáo kết quả công tác chín tháng đầu năm và bàn phương hướng, nhiệm vụ quý bốn."

func TestReview(t *testing.T) {
	link := func(s string) Body {
		return Body{&Paragraph{Text: Text{{Text: "Đọc "}, {Text: s, Link: &Link{URL: "/a"}}, {Text: " nhé."}}}}
	}
	h := func(level int, s string) *Heading { return &Heading{Level: level, Text: Plain(s)} }
	img := func(alt string) *Image { return &Image{URL: "/" + alt + ".jpg", Alt: alt} }
	italic := func(s string) *Paragraph { return &Paragraph{Text: Text{{Text: s, Marks: Emphasis}}} }
	met := map[string]bool{}
	for _, c := range []struct {
		name string
		a    Article // published at noon, unless it is a draft
		want string  // "path code", with a star if fixable
		fix  func(*Article) any
		then any // what fix gives after every finding has been applied
	}{
		{name: "a good article", a: Article{
			Headline: "Kon Rẫy: Hội nghị Ban Chỉ đạo 35",
			Lead:     Plain("Ngày 07/10/2022, huyện tổ chức hội nghị “đánh giá”."),
			Body: Body{
				para(longText), &Image{URL: "/a.jpg", Alt: "Hai mươi người ngồi quanh bàn", Caption: Plain("Quang cảnh hội nghị.")},
				h(1, "Kết quả"), para("Ông nói: “Chúng ta\nsẽ cố gắng”."), h(1, "Nhiệm vụ"), h(2, "Quý bốn"), para("Xem nghị quyết."),
			},
			Credits:  []Credit{{Name: "Quốc Vy", Organization: &Organization{Name: "BTG Huyện ủy"}}},
			Modified: noon.Add(time.Hour), Slug: "kon-ray-hoi-nghi-ban-chi-dao-35",
		}},

		{
			name: "full stop", a: Article{Headline: "Khai mạc hội nghị."}, want: "headline headline-full-stop*",
			fix: func(a *Article) any { return a.Headline }, then: "Khai mạc hội nghị",
		},
		{name: "an ellipsis", a: Article{Headline: "Rồi một ngày..."}},
		{name: "initials", a: Article{Headline: "Khởi tố bị can N.V.A."}},
		{
			name: "a date before", a: Article{Headline: "30/09/2024 Không khí lạnh tràn về"}, want: "headline headline-date*",
			fix: func(a *Article) any { return a.Headline }, then: "Không khí lạnh tràn về",
		},
		{
			name: "both", a: Article{Headline: "7.10.2022 - Họp báo."}, want: "headline headline-full-stop*, headline headline-date*",
			fix: func(a *Article) any { return a.Headline }, then: "Họp báo",
		},
		{name: "a date in it", a: Article{Headline: "Ngày 30/09/2024 không khí lạnh tràn về"}},
		{name: "capitals", a: Article{Headline: "HỘI NGHỊ ĐÁNH GIÁ KẾT QUẢ CÔNG TÁC NĂM"}, want: "headline all-caps"},
		{
			name: "a few words in capitals", a: Article{Headline: "HỘI NGHỊ TRIỂN KHAI CÔNG TÁC QUÝ IV", Lead: Plain("ĐÂY LÀ ĐOẠN VĂN VIẾT HOA HẾT CẢ ĐOẠN"), Body: Body{para("GIỚI THIỆU CÁC PHẦN CỦA BÀI")}},
			want: "headline all-caps, lead all-caps, body[0].text all-caps",
		},
		{name: "capitals of documents", a: Article{Body: Body{para("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"), para("ỦY BAN NHÂN DÂN TỈNH KON TUM"), para("TM. ỦY BAN NHÂN DÂN\nKT. CHỦ TỊCH\nPHÓ CHỦ TỊCH")}}},
		{name: "letters that have no capitals", a: Article{Headline: "新华社河内11月20日电（记者李明）河内新图书馆星期五开放", Body: Body{para("หอสมุดแห่งใหม่ ใน ฮานอย เปิด ทำการ วันศุกร์ นี้ แล้ว")}}},
		{name: "capitals in a table", a: Article{Body: Body{&Table{Rows: [][]Cell{{{Text: Plain("BỘ TƯ PHÁP - BỘ TÀI NGUYÊN VÀ MÔI TRƯỜNG VIỆT NAM")}}}}}}},
		{name: "an abbreviation", a: Article{Headline: "UBND TP.HCM"}},

		{
			name: "joined", a: Article{Body: Body{para("đoàn viên, hội viêncác tầng lớp")}}, want: "body[0].text joined-words*",
			fix: func(a *Article) any { return a.Body.Text() }, then: "đoàn viên, hội viên các tầng lớp",
		},
		{
			name: "joined in a headline and a span", a: Article{Headline: "Họp bàn củacác xã", Body: Body{&Paragraph{Text: Text{{Text: "Họp "}, {Text: "hộinghị và hộinghị", Marks: Strong}}}}},
			want: "headline joined-words*, body[0].text joined-words*, body[0].text joined-words*",
			fix:  func(a *Article) any { return a.Headline + a.Body.Text() }, then: "Họp bàn của các xãHọp hội nghị và hội nghị",
		},
		{
			name: "joined sentences", a: Article{Body: Body{para("Ảnh: Người dân cung cấpNgười dân xã, TRẦN MAINhiều")}}, want: "body[0].text joined-words*, body[0].text joined-words*",
			fix: func(a *Article) any { return a.Body.Text() }, then: "Ảnh: Người dân cung cấp Người dân xã, TRẦN MAI Nhiều",
		},
		{name: "not joined", a: Article{Body: Body{para("bêtông ximăng càphê xúcxích ôtô Xơđăng Êđê Noé Chloé Beyoncé vắcxin ápphích SàiGòn Savẳn ngânlượng.vn GoViệt eBáo HĐND Đắk Lắk nghiệ Huình quốc ca")}}},
		{name: "joined in another language", a: Article{Lang: "en", Body: Body{para("viêncác")}}},
		{name: "joined in code", a: Article{Lead: Text{{Text: "viêncác", Marks: Code}, {Text: " viêncác", Lang: "fr"}}}},
		{
			name: "tones", a: Article{Body: Body{para("Của cuả, hoà hòa, gía, kết q uả")}}, want: "body[0].text misplaced-tone*, body[0].text misplaced-tone*",
			fix: func(a *Article) any { return a.Body.Text() }, then: "Của của, hoà hòa, giá, kết q uả",
		},

		{
			name: "entities", a: Article{Headline: "Hà&nbsp;Nội &amp; Huế", Body: Body{para("A &ocirc; &#7845; B")}},
			want: "headline markup-in-text*, headline markup-in-text*, body[0].text markup-in-text*, body[0].text markup-in-text*",
			fix:  func(a *Article) any { return a.Headline + "|" + a.Body.Text() }, then: "Hà Nội & Huế|A ô ấ B",
		},
		{
			name: "control characters", a: Article{Headline: "Hà&#x0016;Nội&#10;Huế&#xFDD0;", Lead: Plain("a&#0;b&#133;c")},
			want: "headline markup-in-text, headline markup-in-text, headline markup-in-text, lead markup-in-text*",
			fix:  func(a *Article) any { return a.Lead.String() }, then: "a&#0;b…c",
		}, // which no fix may bring in
		{
			name: "tags", a: Article{Headline: "Tít <b>đậm</b><br/>", Lead: Plain(`Xem <a href="/x">đây</a>`)},
			want: "headline markup-in-text, headline markup-in-text, headline markup-in-text, lead markup-in-text, lead markup-in-text",
		},
		{name: "no markup", a: Article{Headline: "GD&ĐT; R&D; a < b > c; <Tên>; &copyright; AT&T;", Lead: Text{{Text: "&amp;<b>", Marks: Code}, {Text: " &xyzzy;"}}, Body: Body{&Preformatted{Text: "<b>"}}}},
		{name: "a stray mark", a: Article{Body: Body{para("trong tình hình mới”. Đẩy mạnh")}}, want: "body[0].text unbalanced-quote"},
		{name: "never closed", a: Article{Body: Body{para("Ông nói: “Phải cố."), para("Và đi.")}}, want: "body[0].text unbalanced-quote"},
		{name: "over paragraphs", a: Article{Body: Body{para("“Một."), &Divider{}, para("“Hai."), para("Ba”.")}}},
		{
			name: "the wrong way", a: Article{Body: Body{para("Chữ ”đây” và “kia“.")}}, want: "body[0].text unbalanced-quote*, body[0].text unbalanced-quote*",
			fix: func(a *Article) any { return a.Body.Text() }, then: "Chữ “đây” và “kia”.",
		},
		{
			name: "the wrong way after a colon and before a full stop", a: Article{Body: Body{para("Ông nói :”Phải cố”, rồi gọi “sông “."), para(`Bà nói:"Đi" và "về".`)}},
			want: "body[0].text unbalanced-quote*, body[0].text unbalanced-quote*",
			fix:  func(a *Article) any { return a.Body.Text() }, then: "Ông nói :“Phải cố”, rồi gọi “sông ”.\nBà nói:\"Đi\" và \"về\".",
		},
		{name: "two single ones for a double one", a: Article{Body: Body{para("Chữ “đây’’ và ''kia'', ‘‘nữa’’, dài 5'30''.")}}},
		{name: "two single ones that open", a: Article{Body: Body{para("Ông nói: ''Phải cố.")}}, want: "body[0].text unbalanced-quote"},
		{name: "straight ones over paragraphs", a: Article{Body: Body{para(`"Một.`), para(`"Hai.`), para(`Ba".`)}}},
		{name: "a straight one that ends before another", a: Article{Body: Body{para(`Theo luật".`), para(`"Hai", ông nói.`)}}, want: "body[0].text unbalanced-quote"},
		{name: "inches and German ones", a: Article{Body: Body{para("Ống 27” và 32” loại tốt, „Guten Tag“.")}}},
		{name: "straight ones", a: Article{Body: Body{para(`Chữ "đây" và "kia", màn 27", "Kh-95", ("x").`)}}},
		{name: "mixed ones", a: Article{Body: Body{para(`Chữ “đây" và "kia”.`)}}},
		{name: "a straight one alone", a: Article{Lead: Plain(`Ông nói: "Phải cố.`)}, want: "lead unbalanced-quote"},
		{name: "another language's", a: Article{Lang: "de", Lead: Plain(`„so“`)}},

		{
			name: "no alt", a: Article{Hero: &Image{URL: "/a.jpg"}, Body: Body{&Gallery{Images: []Image{{URL: "/b.jpg"}, {URL: "/c.jpg", Decorative: true}}}}},
			want: "hero.alt missing-alt, body[0].images[0].alt missing-alt",
		},
		{
			name: "decorative or not", a: Article{Hero: &Image{URL: "/a.jpg", Alt: "Cầu Kon Klor", Decorative: true}}, want: "hero.alt decorative-alt*",
			fix: func(a *Article) any { return a.Hero.(*Image).Decorative }, then: false,
		},
		{name: "alt of a picture that is not at hand", a: Article{Hero: &Image{Caption: text}}},
		{name: "alt of a portrait and a poster", a: Article{Credits: []Credit{{Name: "Quốc Vy", Image: &Image{URL: "/a.jpg"}}}, Hero: &Video{Sources: []Rendition{{URL: "a"}}, Poster: &Image{URL: "/a.jpg"}}}},
		{
			name: "alt that says nothing", a: Article{Body: Body{img("anh tin bai"), img("IMG_1234"), img("hop-bao-1.jpg"), img("Ảnh minh họa."), img("image 2"), img("(2)")}},
			want: "body[0].alt generic-alt, body[1].alt generic-alt, body[2].alt generic-alt, body[3].alt generic-alt, body[4].alt generic-alt, body[5].alt generic-alt",
		},
		{name: "alt that says something", a: Article{Body: Body{img("Ảnh chụp cầu Kon Klor"), img("Hình 2: sơ đồ"), img("Bản đồ v1.2")}}},
		{name: "alt twice", a: Article{Body: Body{&Image{URL: "/1", Alt: "Cầu"}, &Image{URL: "/1", Alt: "Cầu"}, &Image{URL: "/2", Alt: "Cầu"}}}, want: "body[2].alt repeated-alt"},

		{
			name: "an italic caption", a: Article{Body: Body{img("Cầu"), &Paragraph{Text: Text{{Text: "Quang cảnh hội nghị.", Marks: Emphasis}}}, para("Tiếp.")}},
			want: "body[1] caption-in-text*", fix: func(a *Article) any { return a.Body }, then: Body{&Image{URL: "/Cầu.jpg", Alt: "Cầu", Caption: Plain("Quang cảnh hội nghị.")}, para("Tiếp.")},
		},
		{
			name: "italics that are no captions", a: Article{Body: Body{
				img("Cầu"), italic("Em nghe mùa thu\nDưới trăng mờ\nthổn thức?"), img("Cầu"), italic("Đây là cách để làm lại:"),
				img("Cầu"), italic("“Ai cũng vui” – theo khảo sát"), img("Cầu"), italic("Nếu đây là lần đầu, hãy xem. Cụ thể như sau."), img("Cầu"), italic("Tổng hợp"),
			}},
		},
		{name: "whose the pictures are", a: Article{Body: Body{para(longText), img("Cầu"), para("Ảnh: Internet")}}},
		{
			name: "a caption with credit", a: Article{Live: &Live{Updates: []Update{{ID: "1", Body: Body{img("Cầu"), para("Cầu Kon Klor. Ảnh: Văn A/TTXVN")}}}}},
			want: "live.updates[0].body[1] caption-in-text*",
		},
		{name: "text after a picture", a: Article{Body: Body{img("Cầu"), para("Cầu dài 300 m."), &Image{URL: "/b", Alt: "Chợ", Caption: text}, &Paragraph{Text: Text{{Text: "a", Marks: Emphasis}}}}}},

		{name: "here", a: Article{Body: link("tại đây")}, want: "body[0].text[1] link-text"},
		{name: "here in two spans", a: Article{Body: Body{&Paragraph{Text: Text{{Text: "Xem ", Link: &Link{URL: "/a"}}, {Text: "tại đây", Marks: Strong, Link: &Link{URL: "/a"}}}}}}, want: "body[0].text[0] link-text"},
		{name: "more", a: Article{Body: link("» Xem thêm...")}, want: "body[0].text[1] link-text"},
		{name: "a good link", a: Article{Body: link("Nghị quyết số 35-NQ/TW")}},
		{
			name: "lists of links", a: Article{Body: Body{&Links{Items: []Link{{URL: "/a", Text: "Một"}, {URL: "/b"}}}}, Related: []Link{{URL: "/c"}}},
			want: "body[0].items[1] missing-link-text, related[0] missing-link-text",
		},

		{name: "empty sections", a: Article{Body: Body{h(1, "A"), h(2, "B"), h(2, "C"), para("c"), h(1, "D")}}, want: "body[4] empty-section"},
		{name: "an empty section before a higher one", a: Article{Body: Body{h(1, "A"), h(2, "B"), h(1, "C"), para("c")}}, want: "body[1] empty-section"},
		{name: "a heading of two lines", a: Article{Body: Body{h(2, "Chương I"), h(2, "Quy định chung"), para("c")}}},
		{name: "a good table", a: Article{Body: Body{&Table{Rows: [][]Cell{{{RowSpan: 2, Text: text}, {}}, {{Text: text}}, {{ColSpan: 2, Text: text}}}}}}},
		{name: "a cell below the table", a: Article{Body: Body{&Table{Rows: [][]Cell{{{Text: text}}, {{RowSpan: 2, Text: text}}}}}}, want: "body[0].rows[1] table-span"},
		{name: "a cell in a cell", a: Article{Body: Body{&Table{Rows: [][]Cell{{{Text: text}, {RowSpan: 2}}, {{ColSpan: 2, Text: text}}}}}}, want: "body[0].rows[1] table-span"},

		{
			name: "headline again", a: Article{Headline: "Họp báo", Body: Body{h(1, "HỌP BÁO"), para("Tiếp.")}}, want: "body[0] headline-repeated*",
			fix: func(a *Article) any { return a.Body }, then: Body{para("Tiếp.")},
		},
		{
			name: "lead again", a: Article{Lead: Plain("Sáng nay, họp."), Body: Body{para("Sáng nay họp"), para("Tiếp.")}}, want: "body[0] lead-repeated*",
			fix: func(a *Article) any { return a.Body }, then: Body{para("Tiếp.")},
		},
		{
			name: "author again", a: Article{Credits: []Credit{{Name: "Quốc Vy"}}, Body: Body{para("Tiếp."), para("Tác giả: QUỐC VY.")}}, want: "body[1] byline-in-text*",
			fix: func(a *Article) any { return a.Body }, then: Body{para("Tiếp.")},
		},
		{name: "author and organization again", a: Article{Credits: []Credit{{Name: "Quốc Vy", Organization: &Organization{Name: "BTG Huyện ủy"}}}, Body: Body{para("Tiếp."), para("Quốc Vy - BTG Huyện ủy")}}, want: "body[1] byline-in-text*"},
		{name: "author in a sentence", a: Article{Credits: []Credit{{Name: "Quốc Vy"}}, Body: Body{para("Tiếp."), para("Quốc Vy không đến.")}}},
		{
			name: "all again", a: Article{Body: Body{para(longText), img("Cầu"), para(longText), img("Cầu")}}, want: "body[2] text-twice*",
			fix: func(a *Article) any { return len(a.Body) }, then: 2,
		},
		{
			name: "a paragraph again", a: Article{Body: Body{para(longText), para("Hai."), para("Ba."), para(longText)}}, want: "body[3] repeated-paragraph*",
			fix: func(a *Article) any { return len(a.Body) }, then: 3,
		},
		{name: "a stanza again", a: Article{Body: Body{para("Thương con mẹ thương con\nYêu con mẹ yêu con\nYêu suốt một cuộc đời\nĐến ngày con lớn khôn"), para("Hai."), para("Thương con mẹ thương con\nYêu con mẹ yêu con\nYêu suốt một cuộc đời\nĐến ngày con lớn khôn")}}},
		{name: "a refrain", a: Article{Body: Body{para("La la."), para("Hai."), para("La la.")}}},

		{
			name: "name and organization", a: Article{Credits: []Credit{{Name: "Quốc Vy - BTG Huyện ủy"}, {Name: "Văn Điệp/TTXVN"}, {Name: "Hoàng Nam (Báo Kon Tum)"}}},
			want: "credits[0].name name-with-organization*, credits[1].name name-with-organization*, credits[2].name name-with-organization*",
			fix: func(a *Article) any {
				return []string{a.Credits[0].Name, a.Credits[0].Organization.Name, a.Credits[1].Organization.Name, a.Credits[2].Name}
			},
			then: []string{"Quốc Vy", "BTG Huyện ủy", "TTXVN", "Hoàng Nam"},
		},
		{
			name: "two names", a: Article{Credits: []Credit{{Name: "Thanh Hà - Minh Tú", URL: "/ha"}, {Name: "Quốc Vy"}}}, want: "credits[0].name names-in-one*",
			fix: func(a *Article) any {
				return []string{a.Credits[0].Name, a.Credits[1].Name, a.Credits[1].URL, a.Credits[2].Name}
			},
			then: []string{"Thanh Hà", "Minh Tú", "", "Quốc Vy"},
		},
		{
			name: "one name", a: Article{Credits: []Credit{{Name: "Y Nhàn"}, {Name: "Nhóm phóng viên - Ban Thời sự"}, {Name: "Jean-Luc Godard"}, {Name: "Bà Rịa - Vũng Tàu"}}},
			want: "credits[3].name names-in-one*",
		}, // a place is no author

		{name: "no time", a: Article{Published: time.Unix(1, 0)}, want: "published implausible-time"},
		{name: "corrected before", a: Article{Corrections: []Correction{{Time: noon.Add(-time.Hour), Text: text}}}, want: "corrections[0].time implausible-time"},
		{name: "outside the coverage", a: Article{Live: &Live{Start: noon, End: noon.Add(time.Hour), Updates: []Update{
			{ID: "3", Published: noon.Add(2 * time.Hour)}, {ID: "2", Published: noon}, {ID: "1", Published: noon.Add(-1)},
		}}}, want: "live.updates[0].published implausible-time, live.updates[2].published implausible-time"},
		{
			name: "oldest first", a: Article{Live: &Live{Updates: []Update{{ID: "1", Published: noon}, {ID: "2", Published: noon.Add(1)}, {ID: "3", Published: noon.Add(2)}}}},
			want: "live.updates[1] update-order*",
			fix:  func(a *Article) any { return a.Live.Updates[0].ID + a.Live.Updates[1].ID + a.Live.Updates[2].ID }, then: "321",
		},
		{name: "pinned first", a: Article{Live: &Live{Updates: []Update{{ID: "1", Published: noon, Pinned: true}, {ID: "3", Published: noon.Add(2)}, {ID: "2", Published: noon.Add(1)}}}}},
		{name: "midnight", a: Article{Published: time.Date(2022, 10, 7, 0, 0, 0, 0, time.UTC)}, want: "published date-only"},
		{name: "seven hours", a: Article{Modified: noon.Add(7 * time.Hour)}, want: "modified seven-hours"},
		{
			name: "corrected", a: Article{Corrections: []Correction{{Time: noon.Add(time.Hour), Text: text}}}, want: "corrections[0] missing-modified*",
			fix: func(a *Article) any { return a.Modified.Equal(noon.Add(time.Hour)) }, then: true,
		},
		{name: "corrected and marked", a: Article{Modified: noon.Add(2 * time.Hour), Corrections: []Correction{{Time: noon.Add(time.Hour), Text: text}}}},

		{
			name: "a slug without đ", a: Article{Headline: "Điện mừng Đại hội", Slug: "ien-mung-ai-hoi"}, want: "slug slug-lost-letters*",
			fix: func(a *Article) any { return a.Slug }, then: "dien-mung-dai-hoi",
		},
		{name: "a slug of its own", a: Article{Headline: "Điện mừng Đại hội", Slug: "dai-hoi"}},
	} {
		if c.a.Published.IsZero() {
			c.a.Published = noon
		}
		before := c.a.Clone()
		findings := c.a.Review()
		var got []string
		for _, f := range findings {
			star := ""
			if f.Fixable {
				star = "*"
			}
			got = append(got, f.Path+" "+f.Code+star)
			met[f.Code+star] = true
			if f.Vi == "" || f.En == "" || strings.Contains(f.Vi+f.En, "%!") {
				t.Errorf("%s: the messages are %q and %q", c.name, f.Vi, f.En)
			}
		}
		if got := strings.Join(got, ", "); got != c.want {
			t.Errorf("%s: got  %s\nwant %s", c.name, got, c.want)
			continue
		}
		if !reflect.DeepEqual(before, &c.a) {
			t.Errorf("%s: Review changes the article", c.name)
		}
		fixed := c.a.Clone()
		for _, f := range slices.Backward(findings) {
			if f.Apply(fixed) != f.Fixable {
				t.Errorf("%s: Apply of %v says %v", c.name, f, !f.Fixable)
			}
			if f.Apply(&Article{}) {
				t.Errorf("%s: %v is applied to another article", c.name, f)
			}
		}
		if c.fix != nil {
			if got := c.fix(fixed); !reflect.DeepEqual(got, c.then) {
				t.Errorf("%s: fixed, it gives %#v, want %#v", c.name, got, c.then)
			}
		}
		for _, f := range fixed.Review() {
			if f.Fixable {
				t.Errorf("%s: after all fixes there is still %v", c.name, f)
			}
		}
	}
	if f := (&Article{}).Review(); len(f) != 1 || f[0].Code != "missing-published" {
		t.Errorf("the empty article has the findings %v", f)
	}
	met["missing-published"] = true
	for _, code := range documentedCodes(t, "review.go", "Review") {
		if !met[code] && !met[code+"*"] {
			t.Errorf("no test for the code %s", code)
		}
		delete(met, code)
		delete(met, code+"*")
	}
	for code := range met {
		t.Errorf("the code %s is not documented", code)
	}
}

// Review looks at anything without harm.
func TestReviewAnything(t *testing.T) {
	for seed := range uint64(300) {
		a := newMaker(seed).article()
		before := a.Clone()
		findings := a.Review()
		if !reflect.DeepEqual(a, before) {
			t.Fatalf("seed %d: Review changes the article", seed)
		}
		for _, f := range slices.Backward(findings) {
			if !f.Apply(a) && f.Fixable && len(findings) == 1 {
				t.Errorf("seed %d: %v can't be applied", seed, f)
			}
		}
	}
}

// What comes from outside can't make Review or Validate fill the memory, or take
// for ever.
func TestReviewHostile(t *testing.T) {
	wide := make([]Cell, 50_000)
	for i := range wide {
		wide[i].ColSpan = 1000
	}
	credits := make([]Credit, 50_000)
	for i := range credits {
		credits[i].Name = "Quốc Vy"
	}
	a := &Article{
		Headline: strings.Repeat("viêncác ", 100_000),
		Lead:     Plain(strings.Repeat("”", 1_000_000)),
		Body: Body{
			&Table{Rows: [][]Cell{wide}}, para(strings.Repeat("viêncác cuả ", 100_000)), para(strings.Repeat("a", 1_000_000)),
		},
		Credits:   credits,
		Publisher: Organization{Name: "a", SameAs: slices.Repeat([]string{"x:"}, 100_000)},
	}
	if n := len(a.Review()); n > 5*maxFindings {
		t.Errorf("Review gives %d findings", n)
	}
	if n := len(a.Validate().(Faults)); n != maxFaults {
		t.Errorf("Validate gives %d faults, want %d", n, maxFaults)
	}
}

package importer

import (
	"strings"
	"testing"
	"time"

	"github.com/toasoan/toasoan/article"
)

const rowHTML = `<h1>Mở lớp dạy nghề đan lát cho phụ nữ thôn 5</h1>
<p style="text-align:justify"><strong>CTTĐT - Sáng 12/5, Hội Liên hiệp Phụ nữ xã Ia Mơ Nông mở lớp dạy nghề đan lát cho 30 hội viên.</strong></p>
<p style="text-align:center"><img src="/upload/lop-hoc-dan-lat.jpg" alt="anh tin bai"></p>
<p style="text-align:center"><i>Chị em học cách vót nan. Ảnh: H'Linh</i></p>
<p>Lớp học kéo dài hai tháng, do bốn nghệ nhân trong xã đứng lớp, mỗi tuần ba buổi tại nhà rông.</p>
<p style="text-align:right"><b>Tin, ảnh: Rơ Châm Hiền</b></p>
<p><i>(Theo Đài Truyền thanh xã)</i></p>`

func TestArticle(t *testing.T) {
	known := &article.Article{
		Headline:  "12/05/2025 Ia Mơ Nông: Mở lớp dạy nghề đan lát cho phụ nữ thôn 5.",
		Lead:      article.Plain("Sáng 12/5, Hội Liên hiệp Phụ nữ xã Ia Mơ Nông mở lớp dạy nghề đan lát cho 30 hội viên."),
		Published: time.Date(2025, 5, 12, 3, 0, 0, 0, time.UTC),
	}
	a, notes, err := Article(strings.NewReader(rowHTML), known, nil)
	if err != nil {
		t.Fatal(err)
	}
	if got, want := a.Headline, "Mở lớp dạy nghề đan lát cho phụ nữ thôn 5"; got != want {
		t.Errorf("headline %q, want %q", got, want)
	}
	if got, want := a.Kicker, "Ia Mơ Nông"; got != want {
		t.Errorf("kicker %q, want %q", got, want)
	}
	im, ok := a.Hero.(*article.Image)
	if !ok {
		t.Fatalf("hero is a %T, want the image", a.Hero)
	}
	if got, want := im.Caption.String(), "Chị em học cách vót nan."; got != want {
		t.Errorf("caption %q, want %q", got, want)
	}
	if len(im.Credits) != 1 || im.Credits[0].Name+orgName(im.Credits[0]) != "H'Linh" {
		t.Errorf("credits of the hero %+v, want H'Linh", im.Credits)
	}
	if got, want := a.Body.Text(), "Lớp học kéo dài hai tháng, do bốn nghệ nhân trong xã đứng lớp, mỗi tuần ba buổi tại nhà rông."; got != want {
		t.Errorf("body %q, want %q", got, want)
	}
	if len(a.Credits) != 2 || a.Credits[0].Name != "Rơ Châm Hiền" || a.Credits[1].Role != article.RolePhotographer {
		t.Errorf("credits %+v, want Rơ Châm Hiền as author and photographer", a.Credits)
	}
	if a.Source == nil || a.Source.Name != "Đài Truyền thanh xã" {
		t.Errorf("source %+v", a.Source)
	}
	for _, code := range []string{"headline-date", "headline-full-stop", "kicker", "headline-repeated", "lead-repeated", "hero", "byline", "source", "credit"} {
		if !hasCode(notes, code) {
			t.Errorf("no note %s in %v", code, notes)
		}
	}
	if known.Headline[0] != '1' || known.Kicker != "" || known.Body != nil {
		t.Error("known was modified")
	}
	if err := a.Validate(); err != nil {
		t.Error(err)
	}
}

func orgName(c article.Credit) string {
	if c.Organization == nil {
		return ""
	}
	return c.Organization.Name
}

// TestArticleKeepsWhatIsKnown has what the columns say against what the body says.
func TestArticleKeepsWhatIsKnown(t *testing.T) {
	known := &article.Article{
		Kicker:  "Đời sống",
		Credits: []article.Credit{{Name: "Quốc Vy - BTG Huyện ủy"}},
		Hero:    &article.Image{URL: "/upload/640/lop-hoc-dan-lat.jpg", Alt: "Phụ nữ vót nan bên bếp lửa"},
		Source:  &article.Source{Name: "Báo Gia Lai"},
	}
	a, _, err := Article(strings.NewReader(rowHTML), known, nil)
	if err != nil {
		t.Fatal(err)
	}
	if a.Kicker != "Đời sống" || a.Source.Name != "Báo Gia Lai" {
		t.Errorf("kicker %q, source %q", a.Kicker, a.Source.Name)
	}
	if len(a.Credits) != 1 || a.Credits[0].Name != "Quốc Vy" || orgName(a.Credits[0]) != "BTG Huyện ủy" {
		t.Errorf("credits %+v", a.Credits)
	}
	if got := a.Hero.(*article.Image); got.Alt != "Phụ nữ vót nan bên bếp lửa" || got.Caption.String() != "Chị em học cách vót nan." {
		t.Errorf("hero %+v", got)
	}
	if got := a.Lead.String(); !strings.HasPrefix(got, "Sáng 12/5") || a.Dateline != "CTTĐT" {
		t.Errorf("lead %q, dateline %q", got, a.Dateline)
	}
	// Another author than the one known stays where the editor can see it.
	if !strings.Contains(a.Body.Text(), "Rơ Châm Hiền") || !strings.Contains(a.Body.Text(), "Theo Đài Truyền thanh xã") {
		t.Errorf("body %q", a.Body.Text())
	}
}

func TestCredits(t *testing.T) {
	for _, tt := range []struct{ line, want string }{
		{"", ""},
		{"Quốc Vy", "Quốc Vy"},
		{"Quốc Vy - BTG Huyện ủy", "Quốc Vy@BTG Huyện ủy"},
		{"Tác giả: Quốc Vy - BTG Huyện ủy.", "Quốc Vy@BTG Huyện ủy"},
		{"Văn Điệp/TTXVN", "Văn Điệp@TTXVN"},
		{"Y Thơm, A Blưk", "Y Thơm|A Blưk"},
		{"Bài, ảnh: Trần Hiếu", "Trần Hiếu|Trần Hiếu(photographer)"},
		{"TTXVN", "@TTXVN"},
		{"Ban Biên tập", "@Ban Biên tập"},
		{"Nguyễn Văn A – Lê Thị B", "Nguyễn Văn A|Lê Thị B"},
		{"Công Minh", "Công Minh"},
		{"Báo Kon Tum", "@Báo Kon Tum"},
		{"Chi Mai", "Chi Mai"},
		{"Trang Linh", "Trang Linh"},
		{"Ban Mai", "Ban Mai"},
		{"Đài Trang", "Đài Trang"},
		{"Nguyễn Thị Thanh Hương - Phòng Văn hóa và Thông tin huyện", "Nguyễn Thị Thanh Hương@Phòng Văn hóa và Thông tin huyện"},
		{"Lê B (Đài TT Huyện)", "Lê B@Đài TT Huyện"},
		{"Nguyễn Văn A (thực hiện)", "Nguyễn Văn A"},
		{"Theo TTXVN", "@TTXVN(source)"},
		{"Tác giả: ", ""},
		{"lanchi@bao.example", ""},
		{"Lan Chi <lanchi@bao.example>", "Lan Chi"},
		{"Lan Chi - 0905 123 456", "Lan Chi"},
		{"Tác giả: Lan Chi | Ngày: 20/11/2026", "Lan Chi"},
		{"Lan Chi 20/11/2026 09:05", "Lan Chi"},
		{"Người đăng: Lan Chi", "Lan Chi"},
		{"Nguồn: Sina", "@Sina(source)"},
		{"Theo An Nhiên (Dân Việt)", "An Nhiên@Dân Việt(source)"},
		{"Văn A; ảnh: Lê B", "Văn A|Lê B(photographer)"},
		{"Lan Chi - Ảnh: Minh", "Lan Chi|Minh(photographer)"},
		{"Lan Chi & Minh Anh", "Lan Chi|Minh Anh"},
		{"Phòng Giáo dục & Đào tạo", "@Phòng Giáo dục & Đào tạo"},
		{"Lan Chi (tổng hợp)", "Lan Chi"},
		{"Lan Chi (theo Reuters)", "Lan Chi|@Reuters(source)"},
		{"Luật sư Nguyễn Văn A, Đoàn Luật sư TP.HCM", "Luật sư Nguyễn Văn A@Đoàn Luật sư TP.HCM"},
		{"Đinh Thị Mỹ Hảo - Phó Bí thư Huyện ủy", "Đinh Thị Mỹ Hảo, Phó Bí thư Huyện ủy"},
		{"Tin, ảnh: Hoàng Lan, Trung tâm VH-TT huyện", "Hoàng Lan@Trung tâm VH-TT huyện|Hoàng Lan@Trung tâm VH-TT huyện(photographer)"},
		{"Lan Chi và nhóm phóng viên", "Lan Chi|@nhóm phóng viên"},
		{"<b>Lan Chi</b>", "Lan Chi"},
		{"<p>Lan Chi</p><p>Minh Anh</p>", "Lan Chi|Minh Anh"},
		{"Lan Chi\nMinh Anh", "Lan Chi|Minh Anh"},
		{"“Lan Chi”", "Lan Chi"},
		{"null", ""},
		{"N/A", ""},
		{"admin", ""},
		{"editor1", ""},
		{"Internet", ""},
	} {
		var got []string
		for _, c := range Credits(tt.line) {
			s := c.Name
			if c.Organization != nil {
				s += "@" + c.Organization.Name
			}
			if c.JobTitle != "" {
				s += ", " + c.JobTitle
			}
			if c.Role != "" {
				s += "(" + string(c.Role) + ")"
			}
			got = append(got, s)
		}
		if g := strings.Join(got, "|"); g != tt.want {
			t.Errorf("Credits(%q) = %q, want %q", tt.line, g, tt.want)
		}
	}
}

// TestArticleAuthorLineAgain has the author in the column and, in other dress, at
// the end of the body.
func TestArticleAuthorLineAgain(t *testing.T) {
	for _, line := range []string{
		`<p style="text-align:right"><strong>Quốc Vy - BTG Huyện ủy</strong></p>`,
		`<p><em>Quốc Vy</em></p>`,
		`<p>Tác giả: Quốc Vy - BTG Huyện ủy.</p>`,
	} {
		known := &article.Article{Headline: "Tít", Credits: Credits("Quốc Vy - BTG Huyện ủy")}
		a, notes, err := Article(strings.NewReader(`<p>Lời văn của bài, dài vừa đủ một dòng.</p>`+line), known, nil)
		if err != nil {
			t.Fatal(err)
		}
		if strings.Contains(a.Body.Text(), "Quốc Vy") || len(a.Credits) != 1 || !hasCode(notes, "byline-repeated") {
			t.Errorf("%s: body %q, credits %+v, notes %v", line, a.Body.Text(), a.Credits, notes)
		}
	}
}

func TestSamePicture(t *testing.T) {
	for _, tt := range []struct {
		a, b string
		want bool
	}{
		{"/a/lop-hoc.jpg", "/a/lop-hoc.jpg?v=2", true},
		{"/a/640/lop-hoc.jpg", "/a/lop-hoc.jpg", true},
		{"/a/thumb_w/640/lop-hoc.jpg", "/a/thumb_w/1200/lop-hoc.jpg", true},
		{"/a/lop-hoc-600x400.jpg", "/a/lop-hoc.jpg", true},
		{"/upload/2022/09/image001.jpg", "/upload/2022/10/image001.jpg", false},
		{"/a/anh-1.jpg", "/a/anh-2.jpg", false},
		{"/a/hinh.jpg", "/b/hinh.jpg", false},
	} {
		if got := samePicture(tt.a, tt.b); got != tt.want {
			t.Errorf("samePicture(%q, %q) = %v, want %v", tt.a, tt.b, got, tt.want)
		}
	}
}

// TestColumnsInNoUTF8 has columns of an old database beside the body.
func TestColumnsInNoUTF8(t *testing.T) {
	known := &article.Article{Headline: "T\xedt\xff", Kicker: "\xff", Lead: article.Plain("L\xff"), Credits: []article.Credit{{Name: "A\xff"}}, Source: &article.Source{Name: "\xff"}}
	a, _, err := Article(strings.NewReader("<h1>Tít</h1><p>Lời dẫn.</p><p>Thân bài.</p><p align=right><b>Lò Mai</b></p>"), known, nil)
	if err != nil || len(a.Body) == 0 {
		t.Errorf("%+v, %v", a, err)
	}
}

// TestColumnsInMarkup has a row for each way in which columns hold more than text.
func TestColumnsInMarkup(t *testing.T) {
	for _, tt := range []struct{ column, want string }{
		{"&nbsp;", ""},
		{"<br>", ""},
		{"Sáng nay<br />mưa to", "Sáng nay\nmưa to"},
		{"<p>Sáng nay &amp; chiều qua</p>", "Sáng nay & chiều qua"},
		{"Giá < 5 triệu, Q&A", "Giá < 5 triệu, Q&A"},
	} {
		a, _, err := Article(strings.NewReader("<p>Chữ.</p>"), &article.Article{Headline: "Tít", Lead: article.Plain(tt.column)}, nil)
		if err != nil {
			t.Fatal(err)
		}
		if got := a.Lead.String(); got != tt.want {
			t.Errorf("lead %q is read as %q, want %q", tt.column, got, tt.want)
		}
	}
	known := &article.Article{Headline: "Cháy <br/> lớn", Credits: []article.Credit{{Name: "admin"}, {Name: "Lan Chi <lanchi@bao.example>"}, {Name: "toasoan@bao.example"}}}
	a, notes, err := Article(strings.NewReader("<p>Chữ.</p>"), known, nil)
	if err != nil {
		t.Fatal(err)
	}
	checkCodes(t, notes)
	if a.Headline != "Cháy lớn" || said(a.Credits, nil) != "Lan Chi" {
		t.Errorf("headline %q, credits %q", a.Headline, said(a.Credits, nil))
	}
}

package importer

import (
	"strings"
	"testing"
	"time"

	"github.com/toasoan/toasoan/article"
)

const copied = `A- A A+ | Tăng tương phản Giảm tương phản

Đăk Ven: Bàn giao 12 căn nhà cho các hộ khó khăn.

Ngày 14/3/2025, Ủy ban nhân dân xã Đăk Ven bàn giao 12 căn nhà cho các hộ dân có hoàn cảnh khó khăn ở thôn 2 và thôn 4.

Quang cảnh lễ bàn giao.

Mỗi căn nhà rộng 42 mét vuông, được hỗ trợ 60 triệu đồng từ quỹ của xã và công của thanh niên trong hội viêncác chi đoàn, bà con góp thêm ngày công.

Tác giả: Y Thơm - Đài Truyền thanh xã.

Tin liên quan`

func TestText(t *testing.T) {
	a, notes, err := Text(strings.NewReader(copied), nil)
	if err != nil {
		t.Fatal(err)
	}
	if got, want := a.Headline, "Bàn giao 12 căn nhà cho các hộ khó khăn"; got != want {
		t.Errorf("headline %q, want %q", got, want)
	}
	if got, want := a.Kicker, "Đăk Ven"; got != want {
		t.Errorf("kicker %q, want %q", got, want)
	}
	if got := a.Lead.String(); !strings.HasPrefix(got, "Ngày 14/3/2025, Ủy ban") {
		t.Errorf("lead %q", got)
	}
	if len(a.Credits) != 1 || a.Credits[0].Name != "Y Thơm" || a.Credits[0].Organization == nil || a.Credits[0].Organization.Name != "Đài Truyền thanh xã" {
		t.Errorf("credits %+v", a.Credits)
	}
	if len(a.Body) != 2 {
		t.Errorf("body has %d blocks, want 2: %q", len(a.Body), a.Body.Text())
	}
	if im, ok := a.Body[0].(*article.Image); !ok || im.URL != "" || im.Caption.String() != "Quang cảnh lễ bàn giao." {
		t.Errorf("block 0 is %+v, want a picture that is not at hand", a.Body[0])
	}
	for _, gone := range []string{"tương phản", "Tin liên quan", "Tác giả"} {
		if strings.Contains(a.Body.Text(), gone) {
			t.Errorf("%q is in the body", gone)
		}
	}
	for _, code := range []string{"dropped-ui", "dropped-below", "headline-full-stop", "kicker", "byline", "caption-without-picture", "joined-words"} {
		if !hasCode(notes, code) {
			t.Errorf("no note %s in %v", code, notes)
		}
	}
	if err := a.Validate(); err != nil {
		t.Error(err)
	}
}

func hasCode(notes []Note, code string) bool {
	for _, n := range notes {
		if n.Code == code {
			return true
		}
	}
	return false
}

// TestTextKeepsTheMiddle has words of the page's foot where they are none.
func TestTextKeepsTheMiddle(t *testing.T) {
	long := "Lời văn của bài viết này dài hơn bốn mươi chữ và có dấu chấm ở cuối câu."
	a, _, err := Text(strings.NewReader("Tít của bài\n"+long+"\n"+long+" Một.\nBình luận\n"+long+" Hai.\nA\n"+long+" Ba.\nTin mới\nMột tin khác"), nil)
	if err != nil {
		t.Fatal(err)
	}
	text := a.Lead.String() + a.Body.Text()
	for _, want := range []string{"Một.", "Bình luận", "Hai.", "Ba."} {
		if !strings.Contains(text, want) {
			t.Errorf("%q is lost from %q", want, text)
		}
	}
	if strings.Contains(text, "Một tin khác") {
		t.Errorf("the foot is in %q", text)
	}
}

// TestTextViews has the lines that say when an article was put on the page and how
// often it was read.
func TestTextViews(t *testing.T) {
	const lead = "(KT) - Những ngày này, bến đò Vàm Sen đông khách hơn hẳn tuần trước, ai cũng mang theo áo phao."
	const body = "Người lái đò phát áo phao cho từng người và dặn trẻ em ngồi giữa khoang."
	for _, tt := range []struct {
		line string
		want string // of the time of publication
	}{
		{"Lượt xem: 1.234", ""},
		{"1.234 lượt xem", ""},
		{"Số lượt đọc: 77", ""},
		{"Lượt truy cập 77", ""},
		{"Ngày đăng: 20/11/2026 14:05 - Lượt xem: 77", "2026-11-20 14:05"},
		{"Ngày đăng 20/11/2026 14:05 | 1.077 lượt xem", "2026-11-20 14:05"},
		{"Đăng ngày 20/11/2026 (Lượt đọc: 7)", "2026-11-20 00:00"},
		{"Cập nhật lúc 14:05, 20/11/2026", "2026-11-20 14:05"},
		{"Cập nhật: 20/11/2026", "2026-11-20 00:00"},
	} {
		a, notes, err := Text(strings.NewReader("Bến đò mở lại\n"+tt.line+"\n"+lead+"\n"+body), &Options{Location: time.UTC})
		if err != nil {
			t.Fatal(err)
		}
		got := ""
		if !a.Published.IsZero() {
			got = a.Published.Format("2006-01-02 15:04")
		}
		if got != tt.want || a.Dateline != "(KT)" || len(a.Body) != 1 || hasCode(notes, "dropped-ui") == (tt.want != "") {
			t.Errorf("%s: published %q, want %q; dateline %q, body %q, notes %v", tt.line, got, tt.want, a.Dateline, a.Body.Text(), notes)
		}
	}
}

// TestTextBelowTrail has the name of the site above the trail, and lines broken to a
// width.
func TestTextBelowTrail(t *testing.T) {
	a, _, err := Text(strings.NewReader(`Trang tin xã Đăk Ven
Trang chủ > Tin tức > Đời sống
A- A A+ | In trang | Gửi email
Đua thuyền trên sông

Sáng nay, tại bến sông, lễ hội đua thuyền đã diễn ra với sự
tham gia của mười hai đội đến từ các thôn trong xã và các xã
bạn. Đây là năm thứ ba lễ hội được mở.

Đội thôn 4 về nhất sau ba vòng đua, các đội khác đều được
nhận quà của ban tổ chức.
`), nil)
	if err != nil {
		t.Fatal(err)
	}
	if a.Headline != "Đua thuyền trên sông" || a.Lead.String() != "Sáng nay, tại bến sông, lễ hội đua thuyền đã diễn ra với sự tham gia của mười hai đội đến từ các thôn trong xã và các xã bạn. Đây là năm thứ ba lễ hội được mở." ||
		len(a.Body) != 1 || len(a.Sections) != 1 || a.Sections[0].Name != "Đời sống" {
		t.Errorf("read as %+v, lead %q, body %q", a, a.Lead.String(), a.Body.Text())
	}
}

// TestTextAround has the lines of a page above and below an article that is copied
// from it.
func TestTextAround(t *testing.T) {
	const (
		headline = "Thư viện thôn Kon Klor mở cửa trong mùa mưa"
		date     = "Thứ Sáu, 20/11/2026, 09:12 (GMT+7)"
		lead     = "Sáng nay, thư viện thôn Kon Klor đón bạn đọc nhỏ tuổi đầu tiên của mùa mưa."
		text     = "Hơn một nghìn đầu sách được các thầy cô xếp theo chủ đề, có cả sách chữ nổi."
		at       = "20/11 09:12"
	)
	tests := []struct{ name, src, section, published, credits, source, tags string }{
		{"a section, the date, the headline", "Thời sự\n" + date + "\n" + headline + "\n\n" + lead + "\n" + text, "Thời sự", at, "", "", ""},
		{"section and date in one line", "Thời sự " + date + "\n" + headline + "\n\n" + lead + "\n" + text, "Thời sự", at, "", "", ""},
		{"a section, the headline, the date", "Xã hội\n" + headline + "\n20/11/2026 09:12\n" + lead + "\n" + text, "Xã hội", at, "", "", ""},
		{"a menu", "Trang chủ\nThời sự\nChính sách\n" + headline + "\n09:12 | 20/11/2026\n" + lead + "\n" + text, "Chính sách", at, "", "", ""},
		{"writer and date in one line", headline + "\nVăn An - " + date + "\n\n" + lead + "\n" + text, "", at, "Văn An", "", ""},
		{"tools between headline and lead", headline + "\n20/11/2026 09:12 GMT+7\n0\nLưu\nChia sẻ\n" + lead + "\n" + text, "", at, "", "", ""},
		{"a name alone at the end", headline + "\n" + lead + "\n" + text + "\nVăn An", "", "", "Văn An", "", ""},
		{"a name in capitals at the end", headline + "\n" + lead + "\n" + text + "\nLÊ BÌNH", "", "", "LÊ BÌNH", "", ""},
		{"whose words they are, and from where", headline + "\n" + lead + "\n" + text + "\nTheo Văn An (Báo Mẫu)", "", "", "", "Báo Mẫu by Văn An", ""},
		{"when it was put there, and how often read", headline + "\n" + lead + "\n" + text + "\nNgày đăng: 20/11/2026 09:12\nLượt xem: 123", "", at, "", "", ""},
		{"tags, one a line", headline + "\n" + lead + "\n" + text + "\nTag:\nthư viện\nsách chữ nổi", "", "", "", "", "thư viện, sách chữ nổi"},
		{"tags in a line", headline + "\n" + lead + "\n" + text + "\nTừ khóa: thư viện, sách chữ nổi", "", "", "", "", "thư viện, sách chữ nổi"},
		{"another article", headline + "\n" + lead + "\n>> Xem thêm: Bến phà mở lại sau ba ngày mưa\n" + text, "", "", "", "", ""},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			a, notes, err := Text(strings.NewReader(tt.src), &Options{Location: time.FixedZone("", 7*3600)})
			if err != nil {
				t.Fatal(err)
			}
			checkArticle(t, a, notes)
			var section, published, source string
			if len(a.Sections) > 0 {
				section = a.Sections[0].Name
			}
			if !a.Published.IsZero() {
				published = a.Published.Format("02/01 15:04")
			}
			if a.Source != nil {
				source = a.Source.Name + " by " + a.Source.Author
			}
			var tags []string
			for _, x := range a.Tags {
				tags = append(tags, x.Name)
			}
			if a.Headline != headline || a.Lead.String() != lead || a.Body.Text() != text {
				t.Errorf("headline %q, lead %q, body %q", a.Headline, a.Lead, a.Body.Text())
			}
			if section != tt.section || published != tt.published || said(a.Credits, nil) != tt.credits || source != tt.source || strings.Join(tags, ", ") != tt.tags {
				t.Errorf("section %q, published %q, credits %q, source %q, tags %q; notes %v", section, published, said(a.Credits, nil), source, tags, notes)
			}
		})
	}
}

package importer_test

import (
	"fmt"
	"strings"
	"time"

	"github.com/toasoan/toasoan/article"
	"github.com/toasoan/toasoan/article/importer"
)

func ExampleHTML() {
	body, notes, err := importer.HTML(strings.NewReader(`
		<p>Xã mở hội đua thuyền trên hồ.</p>
		<p><img src="/anh/dua-thuyen.jpg"></p>
		<p><i>Đội thôn Hạ về đích. Ảnh: Y Thơm/TTXVN</i></p>`), nil)
	if err != nil {
		fmt.Println(err)
		return
	}
	image := body[1].(*article.Image)
	fmt.Println(image.Caption.String())
	fmt.Println(image.Credits[0].Name, "·", image.Credits[0].Organization.Name)
	for _, n := range notes {
		fmt.Printf("%s at %s: %s\n", n.Code, n.Path, strings.TrimSpace(n.Text))
	}
	// Output:
	// Đội thôn Hạ về đích.
	// Y Thơm · TTXVN
	// caption-from-credit at p[3]: Đội thôn Hạ về đích. Ảnh: Y Thơm/TTXVN
	// credit at p[3]: Ảnh: Y Thơm/TTXVN
}

// A row of a CMS: columns that are known, and a body that repeats some of them.
func ExampleArticle() {
	known := &article.Article{
		Headline:  "Kon Ngo: Hội đua thuyền trên hồ.",
		Lead:      article.Plain("Bốn đội tranh tài trong ngày đầu năm."),
		Credits:   importer.Credits("Quốc Vy - BTG Huyện ủy"),
		Published: time.Date(2025, 1, 1, 9, 0, 0, 0, time.FixedZone("", 7*3600)),
	}
	a, _, err := importer.Article(strings.NewReader(`
		<p><b>Bốn đội tranh tài trong ngày đầu năm.</b></p>
		<p><img src="/anh/dua-thuyen.jpg" alt="Thuyền về đích"></p>
		<p>Hội mở từ sáng sớm.</p>
		<p>Tác giả: Quốc Vy</p>`), known, nil)
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(a.Kicker, "|", a.Headline)
	fmt.Println(a.Hero.(*article.Image).Alt)
	fmt.Println(a.Body.Text())
	fmt.Println(a.Credits[0].Name, "·", a.Credits[0].Organization.Name)
	// Output:
	// Kon Ngo | Hội đua thuyền trên hồ
	// Thuyền về đích
	// Hội mở từ sáng sớm.
	// Quốc Vy · BTG Huyện ủy
}

func ExampleText() {
	a, notes, err := importer.Text(strings.NewReader(`A- A A+ | In trang
Kon Ngo: Hội đua thuyền trên hồ.
Ngày 01/01/2025, bốn đội của bốn thôn tranh tài trên hồ Ngo.
Hội mở từ sáng sớm, bà con đứng kín hai bờ.
Tác giả: Quốc Vy - BTG Huyện ủy.
Tin liên quan`), nil)
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(a.Headline)
	fmt.Println(a.Credits[0].Name)
	fmt.Println(notes[0].Code, notes[0].Path)
	// Output:
	// Hội đua thuyền trên hồ
	// Quốc Vy
	// dropped-ui line 1
}

func ExampleNINJS() {
	a, _, err := importer.NINJS(strings.NewReader(`{
		"uri": "urn:vna:2025-1", "language": "vi", "firstCreated": "2025-01-01T09:00:00+07:00",
		"headlines": [{"role": "main", "value": "Hội đua thuyền trên hồ"}],
		"bodies": [{"contentType": "text/html", "value": "<p>Hội mở từ sáng sớm.</p>"}],
		"urgency": 4}`), nil)
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(a.Headline, a.Published.UTC().Format(time.RFC3339))
	fmt.Println(string(a.Extensions["ninjs"]))
	// Output:
	// Hội đua thuyền trên hồ 2025-01-01T02:00:00Z
	// {"urgency":4}
}

// A time without a zone is refused, unless the caller says where it is.
func ExamplePage() {
	page := `<html lang="vi"><meta property="og:title" content="Hội đua thuyền trên hồ">
		<meta property="article:published_time" content="2025-01-01T09:00:00">
		<article><p>Hội mở từ sáng sớm.</p></article></html>`
	a, notes, _ := importer.Page(strings.NewReader(page), nil)
	fmt.Println(a.Headline, a.Published.IsZero(), notes[0].Code)
	a, _, _ = importer.Page(strings.NewReader(page), &importer.Options{Location: time.FixedZone("+07", 7*3600)})
	fmt.Println(a.Published)
	// Output:
	// Hội đua thuyền trên hồ true naive-time
	// 2025-01-01 09:00:00 +0700 +07
}

func ExampleCredits() {
	for _, c := range importer.Credits("Bài, ảnh: Y Thơm, A Blưk") {
		fmt.Printf("%s %q\n", c.Name, c.Role)
	}
	// Output:
	// Y Thơm ""
	// A Blưk ""
	// Y Thơm "photographer"
	// A Blưk "photographer"
}

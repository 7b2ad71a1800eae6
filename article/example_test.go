package article_test

import (
	"bufio"
	"bytes"
	"errors"
	"fmt"
	"os"
	"slices"
	"strings"
	"time"

	"github.com/toasoan/toasoan/article"
)

func Example() {
	hanoi := time.FixedZone("", 7*60*60)
	a := &article.Article{
		Kicker:   "Kon Rẫy",
		Headline: "Hội nghị Ban Chỉ đạo 35",
		Lead:     article.Plain("Ngày 07/10/2022, huyện  tổ chức hội nghị."),
		Body: article.Body{
			&article.Image{URL: "/anh/hoi-nghi.jpg", Alt: "Đại biểu ngồi quanh bàn", Caption: article.Plain("Quang cảnh hội nghị.")},
			&article.Paragraph{Text: article.Text{
				{Text: "Hội nghị bàn về "},
				{Text: "Nghị quyết số 35-NQ/TW", Link: &article.Link{URL: "/van-ban/35-nq-tw"}},
				{Text: "."},
			}},
		},
		Published: time.Date(2022, 10, 7, 16, 5, 0, 0, hanoi),
	}
	a.Normalize()
	if err := a.Validate(); err != nil {
		fmt.Println(err)
	}
	fmt.Println(a.Slug)
	fmt.Println(a.Lead)
	fmt.Println(a.Body.Text())
	// Output:
	// hoi-nghi-ban-chi-dao-35
	// Ngày 07/10/2022, huyện tổ chức hội nghị.
	// Quang cảnh hội nghị.
	// Hội nghị bàn về Nghị quyết số 35-NQ/TW.
}

func ExampleDecode() {
	a, err := article.Decode(strings.NewReader(`{
		"headline": "Mùa gặt",
		"published": "2022-10-07T16:05:00+07:00",
		"body": [{"type": "paragraph", "text": [{"text": "Lúa "}, {"text": "chín", "marks": ["strong"]}]}]
	}`), nil)
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(a.Headline, a.Published.UTC(), a.Body.Text())
	// Output: Mùa gặt 2022-10-07 09:05:00 +0000 UTC Lúa chín
}

func ExampleDecode_error() {
	_, err := article.Decode(strings.NewReader(`{"hero": {"type": "image", "url": "/a.jpg", "width": "640"}}`), nil)
	var de *article.DecodeError
	if errors.As(err, &de) {
		fmt.Println(de.Path)
	}
	fmt.Println(err)
	_, err = article.Decode(strings.NewReader(`{"published": "2022-10-07T16:05:00"}`), nil)
	fmt.Println(err)
	// Output:
	// hero.width
	// article: hero.width: a string where a number is expected
	// article: published: "2022-10-07T16:05:00" is no RFC 3339 time with its zone
}

// A file of JSON Lines holds an article a line.
func ExampleDecode_lines() {
	file := strings.NewReader(`{"headline": "Một"}
{"headline": "Hai", "url": 2}
{"headline": "Ba"}
`)
	lines := bufio.NewScanner(file)
	lines.Buffer(nil, 4<<20)
	for n := 1; lines.Scan(); n++ {
		a, err := article.Decode(bytes.NewReader(lines.Bytes()), nil)
		if err != nil {
			fmt.Printf("line %d: %v\n", n, err)
			continue
		}
		fmt.Println(a.Headline)
	}
	// Output:
	// Một
	// line 2: article: url: a number where a string is expected
	// Ba
}

func ExampleLimits() {
	_, err := article.Decode(strings.NewReader(`{"headline": "Mùa gặt"}`), &article.Limits{Bytes: 10})
	fmt.Println(errors.Is(err, article.ErrTooLarge))
	// Output: true
}

func ExampleEncode() {
	a := &article.Article{
		Headline: "Mùa gặt",
		Body:     article.Body{&article.Heading{Level: 1, Text: article.Plain("Lúa <chín>")}, &article.Divider{}},
	}
	if err := article.Encode(os.Stdout, a); err != nil {
		fmt.Println(err)
	}
	// Output:
	// {"headline":"Mùa gặt","body":[{"type":"heading","level":1,"text":[{"text":"Lúa <chín>"}]},{"type":"divider"}]}
}

func ExampleArticle_Validate() {
	a := &article.Article{
		Lang: "tiếng Việt",
		Body: article.Body{&article.Image{URL: "javascript:alert(1)"}},
	}
	var faults article.Faults
	if errors.As(a.Validate(), &faults) {
		for _, f := range faults {
			fmt.Println(f.Path, f.Code)
		}
	}
	// Output:
	// lang bad-lang
	// headline missing-headline
	// body[0].url unsafe-url
}

func ExampleArticle_Checked() {
	a := &article.Article{Headline: "Kon  Rẫy: hội nghị\u200b", URL: "/tin/1.html"}
	b, err := a.Checked()
	fmt.Printf("%q %q %v\n", b.Headline, b.Slug, err)

	a.URL = "javascript:alert(1)"
	_, err = a.Checked()
	fmt.Println(err)
	// Output:
	// "Kon Rẫy: hội nghị" "kon-ray-hoi-nghi" <nil>
	// article: url: "javascript:alert(1)" is not a safe address
}

func ExampleArticle_Normalize() {
	a := &article.Article{
		Headline: " Hội nghị \u200btại Ðắk Hà ",
		Body: article.Body{
			&article.Paragraph{Text: article.Plain("\u00a0")},
			&article.Paragraph{Text: article.Text{{Text: "Một "}, {Text: " hai"}}},
		},
	}
	a.Normalize()
	fmt.Printf("%q %q %d %q\n", a.Headline, a.Slug, len(a.Body), a.Body.Text())
	// Output: "Hội nghị tại Đắk Hà" "hoi-nghi-tai-dak-ha" 1 "Một hai"
}

func ExampleArticle_Review() {
	a := &article.Article{
		Headline:  "Họp báo.",
		Body:      article.Body{&article.Paragraph{Text: article.Plain("Đoàn viên, hội viêncác thôn góp công”.")}},
		Credits:   []article.Credit{{Name: "Quốc Vy - BTG Huyện ủy"}},
		Published: time.Date(2022, 10, 7, 16, 5, 0, 0, time.FixedZone("", 7*60*60)),
	}
	findings := a.Review()
	for _, f := range findings {
		fmt.Println(f.Path, f.Code, f.Fixable)
	}
	for _, f := range slices.Backward(findings) {
		f.Apply(a)
	}
	fmt.Println(a.Headline)
	fmt.Println(a.Body.Text())
	fmt.Println(a.Credits[0].Name, "·", a.Credits[0].Organization.Name)
	// Output:
	// headline headline-full-stop true
	// body[0].text joined-words true
	// body[0].text unbalanced-quote false
	// credits[0].name name-with-organization true
	// Họp báo
	// Đoàn viên, hội viên các thôn góp công”.
	// Quốc Vy · BTG Huyện ủy
}

func ExampleArticle_Clone() {
	a := &article.Article{Body: article.Body{&article.Paragraph{Text: article.Plain("Một")}}}
	b := a.Clone()
	b.Body[0].(*article.Paragraph).Text[0].Text = "Hai"
	fmt.Println(a.Body.Text(), b.Body.Text())
	// Output: Một Hai
}

func ExampleSafeURL() {
	for _, u := range []string{" https://BAO.vn/ảnh 1.jpg", "mailto:toasoan@bao.vn", "java\nscript:alert(1)", "https://vnexpress.net@ke-xau.example/"} {
		safe, ok := article.SafeURL(u)
		fmt.Printf("%t %q\n", ok, safe)
	}
	// Output:
	// true "https://bao.vn/%E1%BA%A3nh%201.jpg"
	// true "mailto:toasoan@bao.vn"
	// false ""
	// false ""
}

func ExampleSafeMediaURL() {
	_, ok := article.SafeMediaURL("mailto:toasoan@bao.vn")
	fmt.Println(ok)
	// Output: false
}

func some() *article.Article {
	return &article.Article{
		Lead: article.Plain("Sapo"),
		Hero: &article.Gallery{Images: []article.Image{{URL: "/1.jpg"}, {URL: "/2.jpg"}}},
		Body: article.Body{
			&article.List{Items: []article.Body{
				{&article.Paragraph{Text: article.Plain("Một")}},
				{&article.Paragraph{Text: article.Text{{Text: "Hai", Link: &article.Link{URL: "/hai"}}}}},
			}},
		},
	}
}

func ExampleBody_All() {
	for path, b := range some().Body.All() {
		switch b := b.(type) {
		case *article.Paragraph:
			fmt.Println(path, b.Text)
		case *article.List:
			fmt.Println(path, len(b.Items), "items")
		}
	}
	// Output:
	// [0] 2 items
	// [0].items[0][0] Một
	// [0].items[1][0] Hai
}

func ExampleArticle_Blocks() {
	for path, b := range some().Blocks() {
		fmt.Printf("%s %T\n", path, b)
	}
	// Output:
	// hero *article.Gallery
	// body[0] *article.List
	// body[0].items[0][0] *article.Paragraph
	// body[0].items[1][0] *article.Paragraph
}

func ExampleArticle_Texts() {
	for path, t := range some().Texts() {
		fmt.Println(path, t)
	}
	// Output:
	// lead Sapo
	// body[0].items[0][0].text Một
	// body[0].items[1][0].text Hai
}

func ExampleArticle_Images() {
	a := some()
	for path, img := range a.Images() {
		img.Alt = "Ảnh " + path
	}
	fmt.Println(a.Hero.(*article.Gallery).Images[1].Alt)
	// Output: Ảnh hero.images[1]
}

func ExampleArticle_URLs() {
	a := some()
	for _, u := range a.URLs() {
		*u = "https://cdn.example.vn" + *u
	}
	for path, u := range a.URLs() {
		fmt.Println(path, *u)
	}
	// Output:
	// hero.images[0].url https://cdn.example.vn/1.jpg
	// hero.images[1].url https://cdn.example.vn/2.jpg
	// body[0].items[1][0].text[0].link.url https://cdn.example.vn/hai
}

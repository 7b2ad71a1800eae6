package article

import (
	"bytes"
	"encoding/json"
	"io"
	"math/rand/v2"
	"strconv"
	"strings"
	"testing"
	"time"
)

// newsArticle is an article as long as most are: about 8 KB.
func newsArticle() *Article {
	a := &Article{
		ID: "tag:konray.gov.vn,2022:1037", Lang: "vi", Kicker: "Kon Rẫy",
		Headline:  "Tổ chức Hội nghị Ban Chỉ đạo 35 đánh giá hoạt động 9 tháng đầu năm 2022",
		Lead:      Plain("Ngày 07/10/2022, Ban Chỉ đạo 35 huyện Kon Rẫy tổ chức Hội nghị đánh giá hoạt động công tác."),
		Hero:      &Image{URL: "/anh/hoi-nghi.jpg", Width: 1200, Height: 800, Alt: "Hai mươi đại biểu ngồi quanh bàn dài", Caption: Plain("Quang cảnh Hội nghị.")},
		Published: noon, Modified: noon.Add(time.Hour),
		URL:      "/tin/hoi-nghi-1037.html",
		Slug:     "to-chuc-hoi-nghi",
		Sections: []Section{{Name: "Thời sự", URL: "/thoi-su"}},
		Tags:     []Tag{{Name: "Kon Rẫy", Kind: TagPlace}, {Name: "Ban Chỉ đạo 35", Kind: TagTopic}},
		Credits:  []Credit{{Name: "Quốc Vy", Organization: &Organization{Name: "BTG Huyện ủy", Kind: OrganizationGovernment}}},
	}
	for range 12 {
		a.Body = append(a.Body,
			&Paragraph{Text: Text{
				{Text: "Trong 9 tháng đầu năm 2022, công tác bảo vệ nền tảng tư tưởng của Đảng luôn được "},
				{Text: "Thường trực Huyện ủy", Marks: Strong},
				{Text: " tăng cường lãnh đạo, chỉ đạo thực hiện và đạt được những kết quả tích cực theo "},
				{Text: "Nghị quyết số 35-NQ/TW", Link: &Link{URL: "https://vanban.example.vn/35-NQ-TW"}},
				{Text: ", góp phần đảm bảo an ninh chính trị, trật tự an toàn xã hội, hoàn thành tốt các nhiệm vụ."},
			}},
			para("Các đồng chí thành viên phối hợp chặt chẽ, thường xuyên giám sát, thực hiện các nhiệm vụ được giao."),
		)
	}
	a.Body = append(a.Body, &Heading{Level: 1, Text: Plain("Nhiệm vụ")},
		&List{Items: []Body{{para("Một là tuyên truyền.")}, {para("Hai là giám sát.")}}})
	return a
}

func newsJSON(b *testing.B) []byte {
	data, err := newsArticle().MarshalJSON()
	if err != nil {
		b.Fatal(err)
	}
	b.SetBytes(int64(len(data)))
	b.ReportAllocs()
	return data
}

func BenchmarkDecode(b *testing.B) {
	data := newsJSON(b)
	r := bytes.NewReader(data)
	for b.Loop() {
		r.Reset(data)
		if _, err := Decode(r, nil); err != nil {
			b.Fatal(err)
		}
	}
}

// What encoding/json makes of the same bytes: maps, and structs with one fat kind
// of block.
func BenchmarkEncodingJSONMaps(b *testing.B) {
	data := newsJSON(b)
	for b.Loop() {
		var a any
		if err := json.Unmarshal(data, &a); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkEncodingJSONStructs(b *testing.B) {
	type span struct {
		Text  string
		Marks []string
		Link  *struct{ URL string }
	}
	type block struct {
		Type          string
		Text, Caption []span
		Level         int
		URL, Alt      string
		Width, Height int
		Items         [][]block
	}
	type fat struct {
		ID, Lang, Kicker, Headline, URL, Slug string
		Lead                                  []span
		Hero                                  *block
		Body                                  []block
		Published, Modified                   time.Time
		Sections, Tags                        []struct{ Name, URL, Kind string }
		Credits                               []struct {
			Name         string
			Organization *struct{ Name, Kind string }
		}
	}
	data := newsJSON(b)
	for b.Loop() {
		var a fat
		if err := json.Unmarshal(data, &a); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkEncode(b *testing.B) {
	newsJSON(b)
	a := newsArticle()
	for b.Loop() {
		if err := Encode(io.Discard, a); err != nil {
			b.Fatal(err)
		}
	}
}

// longArticle is one of 25 KB. Its words stand in another order in every
// paragraph: what repeats itself is learned by a processor, and then measured as
// faster than it is.
func longArticle() *Article {
	a := newsArticle()
	a.Body = nil
	words := strings.Fields("Theo Sở Nông nghiệp và Môi trường, diện tích lúa thu đông toàn tỉnh đạt gần 150.000 ha, tăng nhẹ so với cùng kỳ; “thời tiết thuận lợi” giúp cây lúa trổ đều, ít sâu bệnh, nông dân phấn khởi chờ ngày thu hoạch rộ vào tháng tới.")
	r := rand.New(rand.NewPCG(1, 2))
	some := func() string {
		r.Shuffle(len(words), func(i, j int) { words[i], words[j] = words[j], words[i] })
		return strings.Join(words[:len(words)-r.IntN(9)], " ")
	}
	for i := range 104 {
		text := Plain(some())
		switch {
		case i%12 == 5:
			a.Body = append(a.Body, &Heading{Level: 1, Text: Plain("Mục " + strconv.Itoa(i))})
		case i%16 == 7:
			a.Body = append(a.Body, &Image{URL: "/anh/" + strconv.Itoa(i) + ".jpg", Width: 800, Height: 600, Alt: "Cánh đồng", Caption: Plain("Cánh đồng lúa.")})
		case i%3 == 1:
			text = Text{{Text: some() + " "}, {Text: "An Giang", Marks: Strong}, {Text: " vào "}, {Text: "tháng tới", Link: &Link{URL: "/kinh-te/gao.html"}}, {Text: "."}}
		}
		a.Body = append(a.Body, &Paragraph{Text: text})
	}
	return a
}

// benchmarkLong runs f on a long article that is clean, and reports its bytes.
func benchmarkLong(b *testing.B, f func(*Article)) {
	a := longArticle()
	b.SetBytes(int64(len(a.Body.Text())))
	b.ReportAllocs()
	for b.Loop() {
		f(a)
	}
}

func BenchmarkClone(b *testing.B) { benchmarkLong(b, func(a *Article) { a.Clone() }) }

func BenchmarkNormalize(b *testing.B) { benchmarkLong(b, (*Article).Normalize) }

func BenchmarkValidate(b *testing.B) {
	benchmarkLong(b, func(a *Article) {
		if err := a.Validate(); err != nil {
			b.Fatal(err)
		}
	})
}

func BenchmarkChecked(b *testing.B) {
	benchmarkLong(b, func(a *Article) {
		if _, err := a.Checked(); err != nil {
			b.Fatal(err)
		}
	})
}

// Checked in three steps.
func BenchmarkThreeSteps(b *testing.B) {
	benchmarkLong(b, func(a *Article) {
		if _, err := threeSteps(a); err != nil {
			b.Fatal(err)
		}
	})
}

func BenchmarkReview(b *testing.B) {
	newsJSON(b)
	a := newsArticle()
	for b.Loop() {
		a.Review()
	}
}

func BenchmarkSafeURL(b *testing.B) {
	b.ReportAllocs()
	for b.Loop() {
		SafeURL("https://konray.gov.vn/tin-tuc/hoi-nghi-1037.html?x=1")
	}
}

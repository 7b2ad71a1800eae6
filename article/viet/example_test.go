package viet_test

import (
	"fmt"
	"slices"
	"time"

	"github.com/toasoan/toasoan/article/viet"
)

func Example() {
	title := "Quo\u0302\u0301c hội họp tại TP.HCM ngày 7/10, gía xăng\u200b  giảm 7,5%"

	clean := viet.Normalizer{RepairTones: true}.Normalize(title)
	fmt.Println(clean)
	fmt.Println(viet.Slug(clean))
	fmt.Println(viet.Fold(clean))
	for w := range viet.Whens(clean) {
		fmt.Println(w.Text)
	}
	fmt.Println(viet.Speak(clean))
	// Output:
	// Quốc hội họp tại TP.HCM ngày 7/10, giá xăng giảm 7,5%
	// quoc-hoi-hop-tai-tp-hcm-ngay-7-10-gia-xang-giam-7-5
	// quoc hoi hop tai tp.hcm ngay 7/10, gia xang giam 7,5%
	// ngày 7/10
	// Quốc hội họp tại Thành phố Hồ Chí Minh ngày bảy tháng mười, giá xăng giảm bảy phẩy năm phần trăm
}

func ExampleNormalize() {
	fmt.Println(viet.Normalize("hô\u0323i  tr\u00adường Ðại học thi \u0323trấn"))
	// Output: hội trường Đại học thị trấn
}

func ExampleIsNormal() {
	fmt.Println(viet.IsNormal("hội trường"), viet.IsNormal("hô\u0323i  trường"))
	// Output:
	// true false
}

func ExampleValidString() {
	fmt.Println(viet.ValidString("Bến đò"), viet.ValidString("B\xean \xf0\xf2"))
	// Output: true false
}

func ExampleNormalizer() {
	n := viet.Normalizer{Tones: viet.Traditional, RepairTones: true, Typography: true}
	fmt.Println(n.Normalize(`Uỷ ban nói : "Qúa muộn" ...`))
	// Output: Ủy ban nói: “Quá muộn”…
}

func ExampleFold() {
	fmt.Println(viet.Fold("Đắk Lắk") == viet.Fold("DAK LAK"))
	// Output: true
}

func ExampleSlug() {
	fmt.Println(viet.Slug("TP.HCM: Giá vàng tăng 7,5%, lên 1.000 đồng"))
	// Output: tp-hcm-gia-vang-tang-7-5-len-1-000-dong
}

func ExampleSlugger() {
	title := "TP.HCM: Giá vàng tăng 7,5%"
	fmt.Println(viet.Slugger{Style: viet.Join}.Slug(title))
	fmt.Println(viet.Slugger{MaxLen: 20}.Slug(title))
	// Output:
	// tphcm-gia-vang-tang-75
	// tp-hcm-gia-vang-tang
}

// When a headline changes, keep the old slug working: it is in other people's
// links.
func ExampleSlugger_Unique() {
	redirects := map[string]string{} // old path to new path
	taken := map[string]bool{}
	publish := func(id, headline, oldSlug string) string {
		slug := viet.Slugger{}.Unique(headline, id, func(s string) bool { return taken[s] })
		taken[slug] = true
		if oldSlug != "" && oldSlug != slug {
			redirects["/"+oldSlug] = "/" + slug // answer 301
		}
		return slug
	}
	first := publish("a1", "Bão số 5", "")
	second := publish("a2", "Bão số 5", "")
	fmt.Println(first, second)

	publish("a1", "Bão số 5 đổ bộ", first)
	fmt.Println(redirects)
	// Output:
	// bao-so-5 bao-so-5-6x3s
	// map[/bao-so-5:/bao-so-5-do-bo]
}

func ExamplePlaceTones() {
	fmt.Println(viet.PlaceTones("hoà, thuỷ, qúa, Chloé", viet.Traditional))
	fmt.Println(viet.PlaceTones("hòa, thủy, qúa, Chloé", viet.Modern))
	// Output:
	// hòa, thủy, quá, Chloé
	// hoà, thuỷ, quá, Chloé
}

func ExampleTokens() {
	for t := range viet.Tokens("Nghị quyết 35-NQ/TW, ngày 22/10: bao.vn") {
		fmt.Printf("%s (%s) ", t.Text, t.Kind)
	}
	// Output: Nghị (word) quyết (word) 35-NQ/TW (code) ngày (word) 22/10 (number) bao.vn (address)
}

func ExampleParseSyllable() {
	s, ok := viet.ParseSyllable("Nghiễng")
	fmt.Println(s.Initial, s.Nucleus, s.Coda, s.Tone, ok)
	_, ok = viet.ParseSyllable("strong")
	fmt.Println(ok)
	// Output:
	// ngh iê ng ngã true
	// false
}

func ExampleSyllables() {
	for t, s := range viet.Syllables("Ông Smith nói") {
		fmt.Println(t.Text, s.Tone)
	}
	// Output:
	// Ông ngang
	// nói sắc
}

func ExampleCompare() {
	names := []string{"Đức", "Dũng", "Ân", "An", "Ánh", "Anh", "Ơn", "Oanh"}
	slices.SortFunc(names, viet.Compare)
	fmt.Println(names)
	// Output: [An Anh Ánh Ân Dũng Đức Oanh Ơn]
}

func ExampleTitle() {
	fmt.Println(viet.Title("ủy ban nhân dân TP.HCM mua iPhone lúc 19h30"))
	// Output: Ủy Ban Nhân Dân TP.HCM Mua iPhone Lúc 19h30
}

func ExampleFormatDateTime() {
	hanoi := time.FixedZone("ICT", 7*60*60) // or time.LoadLocation("Asia/Ho_Chi_Minh")
	fmt.Println(viet.FormatDateTime(time.Date(2022, 10, 7, 9, 5, 0, 0, time.UTC).In(hanoi)))
	// Output: Thứ Sáu, 07/10/2022, 16:05 (GMT+7)
}

func ExampleFormatRelative() {
	now := time.Date(2022, 10, 7, 16, 5, 0, 0, time.UTC)
	fmt.Println(viet.FormatRelative(now.Add(-5*time.Minute), now))
	fmt.Println(viet.FormatRelative(now.AddDate(0, 0, -1), now))
	// Output:
	// 5 phút trước
	// hôm qua, 16:05
}

func ExampleParseDateTime() {
	hanoi := time.FixedZone("ICT", 7*60*60)
	t, err := viet.ParseDateTime("16h05, ngày 7-10-2022", hanoi)
	fmt.Println(t.Format(time.RFC3339), err)
	_, err = viet.ParseDateTime("16h05, ngày 7-10-2022", nil)
	fmt.Println(err)
	// Output:
	// 2022-10-07T16:05:00+07:00 <nil>
	// viet: not a date and time: "16h05, ngày 7-10-2022": no time zone
}

func ExampleWhens() {
	written := time.Date(2022, 10, 7, 8, 0, 0, 0, time.FixedZone("ICT", 7*60*60))
	for w := range viet.Whens("Đội nhà thắng 2-1 tối 5-10; trận sau lúc 19h30 ngày 12/10.") {
		t, _ := w.Time(written)
		fmt.Println(w.Text, "=", t.Format(time.RFC3339))
	}
	// Output:
	// tối 5-10 = 2022-10-05T00:00:00+07:00
	// lúc 19h30 ngày 12/10 = 2022-10-12T19:30:00+07:00
}

func ExampleDocuments() {
	for d := range viet.Documents("Theo Nghị quyết số 35-NQ/TW, ngày 22/10/2018 của Bộ Chính trị và nghị định 46/2016/NĐ-CP") {
		fmt.Println(d.Type, d.Number, d.Year, d.Issuer)
	}
	// Output:
	// Nghị quyết 35-NQ/TW 2018 Bộ Chính trị
	// Nghị định 46/2016/NĐ-CP 2016 Chính phủ
}

func ExampleFormatFloat() {
	fmt.Println(viet.FormatInt(1234567), viet.FormatFloat(1234.5, -1))
	// Output: 1.234.567 1.234,5
}

func ExampleParseNumber() {
	fmt.Println(viet.ParseNumber("1.234,5"))
	_, err := viet.ParseNumber("9.8.2025")
	fmt.Println(err)
	// Output:
	// 1234.5 <nil>
	// viet: not a number: "9.8.2025"
}

func ExampleSpeak() {
	fmt.Println(viet.Speak("UBND huyện chi 2,4 tỷ đồng cho 35 km đường"))
	// Output: Ủy ban nhân dân huyện chi hai phẩy bốn tỷ đồng cho ba mươi lăm ki-lô-mét đường
}

func ExampleSpeaker() {
	table := viet.Abbreviations()
	table["BTG"] = "Bảo tàng Gốm"
	fmt.Println(viet.Speaker{Abbreviations: table}.Speak("BTG mở cửa lúc 8h"))
	// Output: Bảo tàng Gốm mở cửa lúc tám giờ
}

func ExampleNumberWords() {
	fmt.Println(viet.NumberWords(1205))
	// Output: một nghìn hai trăm linh năm
}

func ExampleReadingTime() {
	article := "Quốc hội họp phiên bế mạc."
	fmt.Println(viet.FormatReadingTime(viet.ReadingTime(viet.CountWords(article))))
	// Output: 1 phút đọc
}

func ExampleUnits() {
	units := viet.Units()
	units["ha"] = "héc-ta"
	fmt.Println(viet.Speaker{Units: units}.Speak("rộng 12 ha"))
	// Output: rộng mười hai héc-ta
}

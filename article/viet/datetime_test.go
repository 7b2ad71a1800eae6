package viet

import (
	"errors"
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"
)

var saigon = time.FixedZone("ICT", 7*3600)

func TestFormatDates(t *testing.T) {
	at := time.Date(2022, time.October, 7, 16, 5, 0, 0, saigon)
	tests := []struct{ got, want string }{
		{FormatDateTime(at), "Thứ Sáu, 07/10/2022, 16:05 (GMT+7)"},
		{FormatDateTime(at.In(time.UTC)), "Thứ Sáu, 07/10/2022, 09:05 (GMT)"},
		{FormatDateTime(at.In(time.FixedZone("", -(3*3600 + 30*60)))), "Thứ Sáu, 07/10/2022, 05:35 (GMT-3:30)"},
		{FormatDate(at.AddDate(0, 0, 2)), "Chủ Nhật, 09/10/2022"},
		{FormatLongDate(at), "ngày 07 tháng 10 năm 2022"},
		{FormatLongDate(time.Date(2022, 2, 15, 0, 0, 0, 0, saigon)), "ngày 15 tháng 02 năm 2022"},
		{FormatLongDate(time.Date(2022, 3, 1, 0, 0, 0, 0, saigon)), "ngày 01 tháng 3 năm 2022"},
		{FormatQuarter(at), "quý IV/2022"},
		{FormatQuarter(time.Date(2026, 3, 31, 0, 0, 0, 0, saigon)), "quý I/2026"},
		{FormatReadingTime(0), "1 phút đọc"},
		{FormatReadingTime(61 * time.Second), "2 phút đọc"},
		{FormatReadingTime(ReadingTime(1000)), "4 phút đọc"},
		{FormatReadingTime(ReadingTime(-1)), "1 phút đọc"},
		{fmt.Sprint(CountWords("Quốc hội họp ngày 7/10, tại TP.HCM.")), "7"},
		{Weekday(9), "?"},
	}
	for _, tt := range tests {
		if tt.got != tt.want {
			t.Errorf("got %q, want %q", tt.got, tt.want)
		}
	}
}

func TestFormatRelative(t *testing.T) {
	now := time.Date(2022, time.October, 7, 16, 5, 0, 0, saigon)
	for d, want := range map[time.Duration]string{
		0: "vừa xong", 59 * time.Second: "vừa xong", time.Minute: "1 phút trước", 59 * time.Minute: "59 phút trước",
		time.Hour: "1 giờ trước", 16 * time.Hour: "16 giờ trước", 17 * time.Hour: "hôm qua, 23:05", 40 * time.Hour: "hôm qua, 00:05",
		41 * time.Hour: "05/10/2022", -time.Second: "ngay bây giờ", -5 * time.Minute: "5 phút nữa", -20 * time.Hour: "ngày mai, 12:05",
		-60 * time.Hour: "10/10/2022",
	} {
		if got := FormatRelative(now.Add(-d), now); got != want {
			t.Errorf("%v before: %q, want %q", d, got, want)
		}
		if got := FormatRelative(now.Add(-d).UTC(), now); got != want {
			t.Errorf("%v before, in UTC: %q, want %q", d, got, want)
		}
	}
	// A little after midnight, yesterday is still hours ago.
	if got := FormatRelative(now.Add(-17*time.Hour), now.Add(-15*time.Hour)); got != "2 giờ trước" {
		t.Errorf("across midnight: %q", got)
	}
}

func TestWhens(t *testing.T) {
	tests := []struct{ in, want string }{
		{"", ""},
		{"Ngày 07/10/2022, Ban Chỉ đạo", "Ngày 07/10/2022=2022-10-07"},
		{"sáng 7-10 và chiều mai 8.10", "sáng 7-10=0000-10-07|chiều mai 8.10=0000-10-08"},
		{"thắng 2-1, giá 1.5 USD, tỉ lệ 3/4, 1/2 số dân", ""},
		{"lúc 19h30, 9h, 21:00, 7g15, 5h30p, 17h30 phút chiều 31/3", "lúc 19h30=T19:30|9h=T09:00|21:00=T21:00|7g15=T07:15|5h30p=T05:30|17h30 phút chiều 31/3=0000-03-31T17:30"},
		{"19h30 ngày 7.10.2022", "19h30 ngày 7.10.2022=2022-10-07T19:30"},
		{"Thứ Sáu, 07/10/2022, 16:05 (GMT+7)", "Thứ Sáu, 07/10/2022, 16:05 (GMT+7)=2022-10-07T16:05+07:00"},
		{"16:05:09 UTC", "16:05:09 UTC=T16:05Z"},
		{"hôm nay (6/2), thứ bảy 5/3, Chủ nhật 6/3", "hôm nay (6/2)=0000-02-06|thứ bảy 5/3=0000-03-05|Chủ nhật 6/3=0000-03-06"},
		{"ngày 7 tháng 10 năm 2022", "ngày 7 tháng 10 năm 2022=2022-10-07"},
		{"ngày 7 tháng 10", "ngày 7 tháng 10=0000-10-07"},
		{"tháng 10/2022, tháng 9 năm 2021, tháng 8", "tháng 10/2022=2022-10|tháng 9 năm 2021=2021-09"},
		{"từ ngày 5/10 đến 7/10", "ngày 5/10=0000-10-05|7/10=0000-10-07"},
		{"7 giờ tối 5/10; 9 giờ làm việc; lúc 9 giờ 30 phút sáng", "7 giờ tối 5/10=0000-10-05T19:00|lúc 9 giờ 30 phút sáng=T09:30"},
		{"2022-10-07 16:05", "2022-10-07 16:05=2022-10-07T16:05"},
		{"30/2/2022, 31/4/2022, 0/1/2022, 1/13/2022, ngày 32/1", ""},
		{"29/2/2023 và 29/2/2024", "29/2/2024=2024-02-29"},
		{"25:00, 12:60, 24:01, 12:5", ""},
		{"0912.345.678, 5/10/2022/3, 46/2016/NĐ-CP, ISO 15189:2022", ""},
		{"từ ngày 5-9 tháng 10 năm 2018", "tháng 10 năm 2018=2018-10"},
		{"ngày 7.10. Sáng 8-10.", "ngày 7.10=0000-10-07|Sáng 8-10=0000-10-08"},
		{"từ ngày 7/10-9/10, 7-9/10/2022", "ngày 7/10=0000-10-07|9/10=0000-10-09"},
		{"16:05 (GMT-3:30), 7/10/2022 16:05 GMT +07:00, 8:00 UTC+15", "16:05 (GMT-3:30)=T16:05-03:30|7/10/2022 16:05 GMT +07:00=2022-10-07T16:05+07:00|8:00=T08:00"},
		{"4g15 – 7/10/2022; 19giờ30 ngày 7/10; 5gà", "4g15 – 7/10/2022=2022-10-07T04:15|19giờ30 ngày 7/10=0000-10-07T19:30"},
		{"10 giờ đêm 3/4, 12 giờ trưa 3/4, 2 giờ chiều nay, 3 giờ đêm", "10 giờ đêm 3/4=0000-04-03T22:00|12 giờ trưa 3/4=0000-04-03T12:00|2 giờ chiều=T14:00|3 giờ=T03:00"},
		{"ngày 7/10/51, ngày 7/10/aa, ngày 7-10-A", "ngày 7/10/51=1951-10-07"},
		{"7 tháng 10, 32 tháng 1 năm 2022, tháng 13/2022", "tháng 1 năm 2022=2022-01"},
		{"cuối tuần 7/10, mai 7/10", "7/10=0000-10-07"},
		{"ngày 7/10/22", "ngày 7/10/22=2022-10-07"},
		{"A7/10/2022", ""},
		{"nga\u0300y 7/10", "nga\u0300y 7/10=0000-10-07"},
	}
	for _, tt := range tests {
		var got []string
		for w := range Whens(tt.in) {
			s := w.Text + "="
			switch {
			case w.Day != 0:
				s += fmt.Sprintf("%04d-%02d-%02d", w.Year, w.Month, w.Day)
			case w.Month != 0:
				s += fmt.Sprintf("%04d-%02d", w.Year, w.Month)
			}
			if w.HasTime {
				s += fmt.Sprintf("T%02d:%02d", w.Hour, w.Minute)
			}
			if w.Zone != nil {
				s += time.Date(2022, 1, 1, 0, 0, 0, 0, w.Zone).Format("Z07:00")
			}
			got = append(got, s)
		}
		if s := strings.Join(got, "|"); s != tt.want {
			t.Errorf("Whens(%q) = %s, want %s", tt.in, s, tt.want)
		}
	}
}

func TestWhenTime(t *testing.T) {
	ref := time.Date(2022, time.December, 31, 12, 0, 0, 0, saigon)
	for in, want := range map[string]string{
		"19h30": "2022-12-31T19:30:00+07:00", "ngày 7/10": "2022-10-07T00:00:00+07:00", "7/10/2021, 8:00": "2021-10-07T08:00:00+07:00",
		"24h ngày 1/1/2022": "2022-01-02T00:00:00+07:00", "16:05 (GMT+9)": "2022-12-31T16:05:00+09:00", "tháng 10/2022": "",
	} {
		for w := range Whens(in) {
			at, ok := w.Time(ref)
			got := at.Format(time.RFC3339)
			if !ok {
				got = ""
			}
			if got != want {
				t.Errorf("%q at %v is %q, want %q", in, ref, got, want)
			}
		}
	}
}

func TestParseDateTime(t *testing.T) {
	for in, want := range map[string]string{
		"Thứ Sáu, 07/10/2022, 16:05 (GMT+7)": "2022-10-07T16:05:00+07:00",
		"Thứ sáu, 7/10/2022, 16:05 (GMT+7)":  "2022-10-07T16:05:00+07:00",
		"07/10/2022 16:05":                   "2022-10-07T16:05:00+07:00",
		"16:05 | 07/10/2022":                 "2022-10-07T16:05:00+07:00",
		"16h05, ngày 7-10-2022":              "2022-10-07T16:05:00+07:00",
		" 07.10.2022 ":                       "2022-10-07T00:00:00+07:00",
		"2022-10-07":                         "2022-10-07T00:00:00+07:00",
		"ngày 7 tháng 10 năm 2022":           "2022-10-07T00:00:00+07:00",
		"07/10/2022 - 16:05 GMT+0":           "2022-10-07T16:05:00Z",
	} {
		got, err := ParseDateTime(in, saigon)
		if err != nil || got.Format(time.RFC3339) != want {
			t.Errorf("ParseDateTime(%q) = %v, %v; want %s", in, got, err, want)
		}
	}
	for _, in := range []string{"", "hôm nay", "ngày 7/10", "19h30", "2-1", "07/10/2022 abc", "07/10/2022 và 08/10/2022", "30/02/2022", "tháng 10/2022"} {
		if got, err := ParseDateTime(in, saigon); !errors.Is(err, ErrDateTime) {
			t.Errorf("ParseDateTime(%q) = %v, %v; want ErrDateTime", in, got, err)
		}
	}
	if _, err := ParseDateTime("07/10/2022 16:05", nil); !errors.Is(err, ErrDateTime) {
		t.Errorf("without a zone: %v", err)
	}
	if got, err := ParseDateTime("07/10/2022 16:05 (GMT+7)", nil); err != nil || got.UTC().Hour() != 9 {
		t.Errorf("with a zone of its own: %v, %v", got, err)
	}
}

// TestDatesRoundTrip reads back what the package writes, for every day of
// four years.
func TestDatesRoundTrip(t *testing.T) {
	for at := time.Date(2023, 1, 1, 0, 0, 0, 0, saigon); at.Year() < 2027; at = at.AddDate(0, 0, 1).Add(61 * time.Minute) {
		for _, s := range []string{FormatDateTime(at), FormatDate(at), FormatLongDate(at)} {
			got, err := ParseDateTime(s, saigon)
			want := at
			if !strings.Contains(s, ":") {
				want = time.Date(at.Year(), at.Month(), at.Day(), 0, 0, 0, 0, saigon)
			}
			if err != nil || !got.Equal(want) {
				t.Fatalf("ParseDateTime(%q) = %v, %v; want %v", s, got, err, want)
			}
		}
	}
}

func TestNumbers(t *testing.T) {
	for n, want := range map[int64]string{0: "0", 999: "999", 1000: "1.000", -1234567: "-1.234.567", 12345: "12.345", -1 << 63: "-9.223.372.036.854.775.808"} {
		if got := FormatInt(n); got != want {
			t.Errorf("FormatInt(%d) = %q, want %q", n, got, want)
		}
	}
	for _, tt := range []struct {
		x    float64
		prec int
		want string
	}{{1.5, -1, "1,5"}, {1234567.891, 2, "1.234.567,89"}, {1000, -1, "1.000"}, {0.05, -1, "0,05"}, {-1.5, 0, "-2"}} {
		if got := FormatFloat(tt.x, tt.prec); got != tt.want {
			t.Errorf("FormatFloat(%v, %d) = %q, want %q", tt.x, tt.prec, got, tt.want)
		}
		if got, err := ParseNumber(FormatFloat(tt.x, -1)); err != nil || got != tt.x {
			t.Errorf("ParseNumber(FormatFloat(%v)) = %v, %v", tt.x, got, err)
		}
	}
	for in, want := range map[string]float64{"1.000": 1000, "1,5": 1.5, "1.234.567,89": 1234567.89, "35": 35, "-7": -7, "−7,5": -7.5, "1000000": 1e6} {
		if got, err := ParseNumber(in); err != nil || got != want {
			t.Errorf("ParseNumber(%q) = %v, %v; want %v", in, got, err, want)
		}
	}
	for _, in := range []string{"", "-", "1.5", "9.8.2025", "1,", ",5", "1.0000", "1000.000", "1,5,5", "a", "1 000", "1,-5", "+1"} {
		if got, err := ParseNumber(in); !errors.Is(err, ErrNumber) {
			t.Errorf("ParseNumber(%q) = %v, %v; want ErrNumber", in, got, err)
		}
	}
}

func TestDocuments(t *testing.T) {
	tests := []struct {
		in   string
		want []string // type, number or name, date, issuer, text
	}{
		{"", nil},
		{
			"thực hiện Nghị quyết số 35-NQ/TW, ngày 22/10/2018 của Bộ Chính trị về tăng cường",
			[]string{"Nghị quyết|35-NQ/TW|2018-10-22|Bộ Chính trị|Nghị quyết số 35-NQ/TW, ngày 22/10/2018 của Bộ Chính trị"},
		},
		{"theo nghị định 46/2016/NĐ-CP quy định", []string{"Nghị định|46/2016/NĐ-CP|2016-0-0|Chính phủ|nghị định 46/2016/NĐ-CP"}},
		{
			"Thông tư số 26/2020/TT-BTTTT ngày 23/9/2020 của Bộ Thông tin và Truyền thông hướng dẫn",
			[]string{"Thông tư|26/2020/TT-BTTTT|2020-9-23|Bộ Thông tin và Truyền thông|Thông tư số 26/2020/TT-BTTTT ngày 23/9/2020 của Bộ Thông tin và Truyền thông"},
		},
		{"Luật Đất đai số 45/2013/QH13", []string{"Luật|45/2013/QH13|2013-0-0|Quốc hội|Luật Đất đai số 45/2013/QH13"}},
		{"Bộ luật Hình sự năm 2015; Luật Đất đai 2013", []string{
			"Bộ luật|Bộ luật Hình sự|2015-0-0||Bộ luật Hình sự năm 2015", "Luật|Luật Đất đai|2013-0-0||Luật Đất đai 2013",
		}},
		{"Hiến pháp năm 2013", []string{"Hiến pháp|Hiến pháp|2013-0-0||Hiến pháp năm 2013"}},
		{"Nghị định 100/2019, Chỉ thị số 16, Nghị quyết 35 của Bộ Chính trị", []string{
			"Nghị định|100/2019|2019-0-0||Nghị định 100/2019", "Chỉ thị|16|0-0-0||Chỉ thị số 16", "Nghị quyết|35|0-0-0|Bộ Chính trị|Nghị quyết 35 của Bộ Chính trị",
		}},
		{
			"Công văn số 1234/UBND-VX ngày 2/3/2021 của UBND tỉnh Kon Tum gửi các sở",
			[]string{"Công văn|1234/UBND-VX|2021-3-2|UBND tỉnh Kon Tum|Công văn số 1234/UBND-VX ngày 2/3/2021 của UBND tỉnh Kon Tum"},
		},
		{
			"Nghị quyết số 18-NQ/TW (ngày 25-10-2017) của Ban Chấp hành Trung ương Đảng khóa XII",
			[]string{"Nghị quyết|18-NQ/TW|2017-10-25|Ban Chấp hành Trung ương Đảng khóa XII|Nghị quyết số 18-NQ/TW (ngày 25-10-2017) của Ban Chấp hành Trung ương Đảng khóa XII"},
		},
		{"Quyết định số 397 / QĐ - TTg của Thủ tướng Chính phủ", []string{"Quyết định|397/QĐ-TTg|0-0-0|Thủ tướng Chính phủ|Quyết định số 397 / QĐ - TTg của Thủ tướng Chính phủ"}},
		{"Nghị quyết 35 - NQ/TW", []string{"Nghị quyết|35-NQ/TW|0-0-0||Nghị quyết 35 - NQ/TW"}},
		{"Thông tư số 27 năm 2016 của bộ Tài chính", []string{"Thông tư|27|2016-0-0|bộ Tài chính|Thông tư số 27 năm 2016 của bộ Tài chính"}},
		{"Nghị quyết 181 của LHQ đặt", []string{"Nghị quyết|181|0-0-0|LHQ|Nghị quyết 181 của LHQ"}},
		{"Quyết định số 12/2020/QĐ-UBND của UBND TP.HCM.", []string{"Quyết định|12/2020/QĐ-UBND|2020-0-0|UBND TP.HCM|Quyết định số 12/2020/QĐ-UBND của UBND TP.HCM"}},
		{"Pháp lệnh Dân số năm 2003, Pháp lệnh số 06/2003/PL-UBTVQH11, Bộ luật Lao động số 45/2019/QH14", []string{
			"Pháp lệnh|Pháp lệnh Dân số|2003-0-0||Pháp lệnh Dân số năm 2003",
			"Pháp lệnh|06/2003/PL-UBTVQH11|2003-0-0|Ủy ban Thường vụ Quốc hội|Pháp lệnh số 06/2003/PL-UBTVQH11",
			"Bộ luật|45/2019/QH14|2019-0-0|Quốc hội|Bộ luật Lao động số 45/2019/QH14",
		}},
		{"Nghị định 15/2020/NĐ-CP ký ngày 3/2/2020", []string{"Nghị định|15/2020/NĐ-CP|2020-2-3|Chính phủ|Nghị định 15/2020/NĐ-CP ký ngày 3/2/2020"}},
		{"Thông tư 1/2020/TT-BLĐTBXH của Bộ Lao động - Thương binh và Xã hội hướng dẫn", []string{
			"Thông tư|1/2020/TT-BLĐTBXH|2020-0-0|Bộ Lao động - Thương binh và Xã hội|Thông tư 1/2020/TT-BLĐTBXH của Bộ Lao động - Thương binh và Xã hội",
		}},
		{"Thông tư 1/2020/TT-BVHTTDL của Bộ Văn hóa, Thể thao và Du lịch.", []string{
			"Thông tư|1/2020/TT-BVHTTDL|2020-0-0|Bộ Văn hóa, Thể thao và Du lịch|Thông tư 1/2020/TT-BVHTTDL của Bộ Văn hóa, Thể thao và Du lịch",
		}},
		{"công văn đến số 12/ABC-XYZ", []string{"|12/ABC-XYZ|0-0-0||số 12/ABC-XYZ"}},
		{"bộ luật Hình sự 2015, luật chơi 2015, phương pháp A 2015", nil},
		{"thắng 2-1, tỷ lệ 3/4, giá 50.000 đồng/kg, gọi 0912-345-678, ngày 7/10/2022", nil},
		{"Boeing 737-MAX, 5/VN, 500-USD, 24/7, Kế hoạch 5 năm, Luật sư A 2013, năm 2013", nil},
		{"1.35-NQ/TW, B52-NQ/TW", nil},
	}
	for _, tt := range tests {
		var got []string
		for d := range Documents(tt.in) {
			got = append(got, fmt.Sprintf("%s|%s%s|%d-%d-%d|%s|%s", d.Type, d.Number, d.Name, d.Year, d.Month, d.Day, d.Issuer, d.Text))
			if tt.in[d.Start:d.End] != d.Text {
				t.Errorf("%q: %+v", tt.in, d)
			}
		}
		if !slices.Equal(got, tt.want) {
			t.Errorf("Documents(%q) =\n%q, want\n%q", tt.in, got, tt.want)
		}
	}
}

// TestIssuers holds that the name of every known office ends where it ends.
func TestIssuers(t *testing.T) {
	offices := []string{
		"Bộ Chính trị", "Ban Bí thư", "Quốc hội khóa XV", "UBND TP Đà Nẵng", "HĐND tỉnh Kon Tum", "Ủy ban nhân dân thành phố Hồ Chí Minh",
		"Tỉnh ủy Kon Tum", "Đảng ủy Công an Trung ương", "Sở Giáo dục và Đào tạo tỉnh Kon Tum", "Bộ trưởng Bộ Y tế", "Chủ tịch UBND huyện Kon Rẫy",
	}
	for _, name := range issuerLetters {
		if name != "" {
			offices = append(offices, name)
		}
	}
	for _, office := range offices {
		for _, after := range []string{"", ".", ", có hiệu lực", " quy định chi tiết", " về việc thi hành", " ban hành", " đã nêu"} {
			s := "Nghị quyết số 12/NQ của " + office + after
			for d := range Documents(s) {
				if d.Issuer != office {
					t.Errorf("%q: the issuer is %q, want %q", s, d.Issuer, office)
				}
			}
		}
	}
}

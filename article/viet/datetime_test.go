package viet

import (
	"errors"
	"fmt"
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
		{"1/1/2025-31/12/2025; 1-1-2025-5", "1/1/2025=2025-01-01|31/12/2025=2025-12-31"},
		{"ngày 7/10/51, ngày 7/10/aa, ngày 7-10-A", "ngày 7/10/51=1951-10-07"},
		{"7 tháng 10, 32 tháng 1 năm 2022, tháng 13/2022", "tháng 1 năm 2022=2022-01"},
		{"cuối tuần 7/10, mai 7/10", "7/10=0000-10-07"},
		{"ngày 7/10/22", "ngày 7/10/22=2022-10-07"},
		{"A7/10/2022", ""},
		{"2022/10/07, 1989/10/07-A, 2022/10/07/3", "2022/10/07=2022-10-07"},
		{"ngày 7 tháng Mười năm 2022, ngày 3 tháng một lần, ngày 5 tháng Mười Hai 2022, 5 tháng 10, 2022", "ngày 7 tháng Mười năm 2022=2022-10-07|ngày 5 tháng Mười Hai 2022=2022-12-05|5 tháng 10, 2022=2022-10-05"},
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
		"2022-10-07T16:05:00":                "2022-10-07T16:05:00+07:00",
		"2022-10-07T16:05:09Z":               "2022-10-07T16:05:09Z",
		"2022-10-07t16:05:00.5z":             "2022-10-07T16:05:00.5Z",
		"2022-10-07T16:05:00-03:30":          "2022-10-07T16:05:00-03:30",
		"2022-10-07T16:05:00+0700":           "2022-10-07T16:05:00+07:00",
		"2022-10-07 16:05:00.000":            "2022-10-07T16:05:00+07:00",   // SQL Server
		"2022-10-07 16:05:00.123456+00":      "2022-10-07T16:05:00.123456Z", // PostgreSQL
		"2022-10-07 16:05 + 07:00":           "2022-10-07T16:05:00+07:00",   // pages of VnExpress
		"2022-10-07T09:00:00T+07:00":         "2022-10-07T09:00:00+07:00",   // and of Thanh Niên
		"2022-10-07 16:05 (GMT+9)":           "2022-10-07T16:05:00+09:00",
		"07/10/2022 4:05:00 CH":              "2022-10-07T16:05:00+07:00", // .NET, vi-VN
		"07/10/2022 4:05:09 SA":              "2022-10-07T04:05:09+07:00",
		"12:05 AM, 07/10/2022":               "2022-10-07T00:05:00+07:00",
		"07/10/2022 12:05PM (GMT+7)":         "2022-10-07T12:05:00+07:00",
		"Thứ 6, 07/10/2022":                  "2022-10-07T00:00:00+07:00",
		"Thứ 6 ngày 07/10/2022 16:05":        "2022-10-07T16:05:00+07:00",
		"T6, 07/10/2022":                     "2022-10-07T00:00:00+07:00",
		"CN 09/10/2022 07:00":                "2022-10-09T07:00:00+07:00",
		"16:05 07/10/2022 | Thứ Sáu":         "2022-10-07T16:05:00+07:00",
		"7 Tháng Mười, 2022":                 "2022-10-07T00:00:00+07:00", // WordPress in Vietnamese
		"30 Tháng Mười Hai, 2022 16:05":      "2022-12-30T16:05:00+07:00",
		"7 Tháng Tư 2022":                    "2022-04-07T00:00:00+07:00",
		"Thứ sáu 7 tháng 10, 2022":           "2022-10-07T00:00:00+07:00",
		"2022/10/07 16:05":                   "2022-10-07T16:05:00+07:00",
		"Fri, 07 Oct 2022 16:05:00 +0700":    "2022-10-07T16:05:00+07:00", // RSS
		"Fri, 7 Oct 2022 16:05 GMT":          "2022-10-07T16:05:00Z",
		"07 Oct 2022 16:05:00 UT":            "2022-10-07T16:05:00Z",
	} {
		got, err := ParseDateTime(in, saigon)
		if err != nil || got.Format(time.RFC3339Nano) != want {
			t.Errorf("ParseDateTime(%q) = %v, %v; want %s", in, got, err, want)
		}
	}
	for _, in := range []string{
		"", "hôm nay", "ngày 7/10", "19h30", "2-1", "07/10/2022 abc", "07/10/2022 và 08/10/2022", "30/02/2022", "tháng 10/2022",
		"Thứ Hai, 07/10/2022", "Thứ 2, 07/10/2022", "T8, 07/10/2022", "Thứ 1, 07/10/2022", "07/10/2022 | CN", "Thu, 07 Oct 2022 16:05:00 +0700", "Fri, 07 Oct 2022 16:05:00 +0700x", "07 Oct 2022 16:05 PST", "7 Tháng Giêng, 2022", "31 Tháng Hai, 2022", "2022/10/07/1", "2022/13/07", "chủ nhật 7/10/2022", "07/10/2022 16:05 CH", "07/10/2022 SA", "07/10/2022 4:05 CHA", "SA", "CH 07/10/2022",
		"2022-10-07T25:00:00Z", "2022-10-07T16:60:00Z", "2022-10-07T16:05:61", "2022-10-07T16:05:00.", "2022-10-07T16:05:00+15:00", "2022-10-07T16:05:00+7",
		"2022-10-07T16:05:00+07:0", "2022-02-30T16:05:00Z", "2022-10-07T16:05:00 Z x", "2022-10-07T", "2022-10-07T16", "2022-10-07T16:05+", "2022-10-07T16:05T",
	} {
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

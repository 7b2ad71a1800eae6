package viet

import (
	"fmt"
	"strconv"
	"time"
)

var weekdays = [...]string{"Chủ Nhật", "Thứ Hai", "Thứ Ba", "Thứ Tư", "Thứ Năm", "Thứ Sáu", "Thứ Bảy"}

// Weekday returns the Vietnamese name of d as newspapers print it: Thứ Hai to
// Thứ Bảy, Chủ Nhật.
func Weekday(d time.Weekday) string {
	if d < 0 || int(d) >= len(weekdays) {
		return "?"
	}
	return weekdays[d]
}

// FormatDateTime returns t the way newspapers date an article: "Thứ Sáu,
// 07/10/2022, 16:05 (GMT+7)". It speaks of t's own location; use t.In to
// change that.
func FormatDateTime(t time.Time) string {
	return Weekday(t.Weekday()) + t.Format(", 02/01/2006, 15:04 (") + zone(t) + ")"
}

// FormatDate returns the day of t in t's location: "Thứ Sáu, 07/10/2022".
func FormatDate(t time.Time) string {
	return Weekday(t.Weekday()) + t.Format(", 02/01/2006")
}

// FormatLongDate returns the day of t as state documents write it (decree
// 30/2020/NĐ-CP): "ngày 22 tháng 10 năm 2018", with a zero before days below 10
// and before the months 1 and 2, "ngày 07 tháng 02 năm 2022".
func FormatLongDate(t time.Time) string {
	month := strconv.Itoa(int(t.Month()))
	if t.Month() < time.March {
		month = "0" + month
	}
	return fmt.Sprintf("ngày %02d tháng %s năm %d", t.Day(), month, t.Year())
}

// FormatQuarter returns the quarter of the year of t: "quý IV/2022".
func FormatQuarter(t time.Time) string {
	return "quý " + [...]string{"I", "II", "III", "IV"}[(t.Month()-1)/3] + "/" + strconv.Itoa(t.Year())
}

// zone returns t's offset from Greenwich: GMT, GMT+7, GMT+5:30.
func zone(t time.Time) string {
	_, sec := t.Zone()
	sign := "+"
	if sec < 0 {
		sign, sec = "-", -sec
	}
	h, m := sec/3600, sec/60%60
	switch {
	case sec < 60:
		return "GMT"
	case m == 0:
		return "GMT" + sign + strconv.Itoa(h)
	}
	return fmt.Sprintf("GMT%s%d:%02d", sign, h, m)
}

// FormatRelative says how long before now t was: "vừa xong", "5 phút trước",
// "3 giờ trước", "hôm qua, 16:05", and from two days on the date, "07/10/2022".
// A moment after now is treated alike: "5 phút nữa", "ngày mai, 16:05". Days
// are those of now's location.
func FormatRelative(t, now time.Time) string {
	t = t.In(now.Location())
	d, suffix, near := now.Sub(t), " trước", "hôm qua"
	if d < 0 {
		d, suffix, near = -d, " nữa", "ngày mai"
	}
	switch {
	case d < time.Minute:
		if suffix == " nữa" {
			return "ngay bây giờ"
		}
		return "vừa xong"
	case d < time.Hour:
		return strconv.Itoa(int(d/time.Minute)) + " phút" + suffix
	case sameDay(t, now) || d < 6*time.Hour:
		return strconv.Itoa(int(d/time.Hour)) + " giờ" + suffix
	case sameDay(t, now.AddDate(0, 0, -1)) || sameDay(t, now.AddDate(0, 0, 1)):
		return near + ", " + t.Format("15:04")
	}
	return t.Format("02/01/2006")
}

func sameDay(a, b time.Time) bool {
	y1, m1, d1 := a.Date()
	y2, m2, d2 := b.Date()
	return y1 == y2 && m1 == m2 && d1 == d2
}

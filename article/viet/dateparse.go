package viet

import (
	"errors"
	"fmt"
	"iter"
	"strings"
	"time"
)

// A When is a day, a time of day or both, as a text states them. The zero
// When states nothing.
type When struct {
	Year       int            // 0 if not stated
	Month      time.Month     // 0 if no day is stated
	Day        int            // 0 if only a month is stated, or no day at all
	HasTime    bool           // whether Hour and Minute are stated
	Hour       int            // 0 to 24
	Minute     int            // 0 to 59
	Second     int            // 0 to 59
	Zone       *time.Location // the stated zone, "(GMT+7)"; nil if none is stated
	Text       string         // as written
	Start, End int            // byte offsets of Text
}

// Time returns the moment that w states. What w doesn't state is taken from
// ref, the time when the text was written: the zone, the year, and the day if
// only a time of day is stated; a day without a time of day is its midnight.
// ok is false if w states no day of the month and no time of day.
func (w When) Time(ref time.Time) (t time.Time, ok bool) {
	if w.Day == 0 && !w.HasTime || w.Month != 0 && w.Day == 0 {
		return time.Time{}, false
	}
	loc := w.Zone
	if loc == nil {
		loc = ref.Location()
	}
	y, m, d := ref.In(loc).Date()
	if w.Day != 0 {
		m, d = w.Month, w.Day
		if w.Year != 0 {
			y = w.Year
		}
	}
	return time.Date(y, m, d, w.Hour, w.Minute, w.Second, 0, loc), true
}

// Whens yields the days and times of day that the running text s states, from
// left to right: "ngày 07/10/2022", "sáng 7-10", "19h30", "16:05 ngày
// 7.10.2022", "ngày 7 tháng 10 năm 2022", "tháng 10/2022". A day without a year
// counts only after a word such as ngày, sáng, chiều, tối, hôm or a day of the
// week, since a bare 2-1 may be a score and 1.5 a number.
func Whens(s string) iter.Seq[When] { return scanWhens(s) }

// ErrDateTime is wrapped by the errors of ParseDateTime.
var ErrDateTime = errors.New("viet: not a date and time")

// ParseDateTime reads the date line of an article: a day with its year, and
// perhaps a day of the week, a time of day and a zone, in any of the forms
// that [Whens] knows and in any order: "Thứ Sáu, 07/10/2022, 16:05 (GMT+7)",
// "16h05, ngày 7-10-2022", "07.10.2022". Nothing else may be in s.
//
// A time without a zone is a time in loc; if loc is nil, such a time is
// refused. The error wraps [ErrDateTime].
func ParseDateTime(s string, loc *time.Location) (time.Time, error) {
	fail := func(why string) (time.Time, error) {
		return time.Time{}, fmt.Errorf("%w: %q: %s", ErrDateTime, s, why)
	}
	text := Normalize(s)
	var w When
	rest := text
	for m := range Whens(text) {
		if rest != text {
			return fail("more than one date")
		}
		w, rest = m, text[:m.Start]+text[m.End:]
	}
	if w.Day == 0 || w.Year == 0 {
		return fail("no day with a year")
	}
	if strings.Trim(rest, " ,.|-–()") != "" {
		return fail("other text")
	}
	if w.Zone == nil && loc == nil {
		return fail("no time zone")
	}
	if w.Zone == nil {
		w.Zone = loc
	}
	t, _ := w.Time(time.Time{})
	return t, nil
}

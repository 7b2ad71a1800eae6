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
// "16h05, ngày 7-10-2022", "07.10.2022". It also reads what databases and
// programs write: RFC 3339 and its looser kin ("2022-10-07T16:05:00Z",
// "2022-10-07 16:05:00.000", "2022-10-07 16:05 + 07:00"), the dates of RSS and
// e-mail ("Fri, 07 Oct 2022 16:05:00 +0700"), and hours of twelve before SA, CH,
// AM or PM ("07/10/2022 4:05:00 CH"). Nothing else may be in s, and a day of the
// week must be that of the day.
//
// A time without a zone is a time in loc; if loc is nil, such a time is
// refused. The error wraps [ErrDateTime].
func ParseDateTime(s string, loc *time.Location) (time.Time, error) {
	fail := func(why string) (time.Time, error) {
		return time.Time{}, fmt.Errorf("%w: %.200q: %s", ErrDateTime, s, why)
	}
	text := Normalize(s)
	w, nanos, ok := machineTime(text)
	if !ok {
		if t, ok := mailTime(text); ok {
			return t, nil
		}
		text, noon := cutNoon(text)
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
		if rest = strings.Trim(rest, " ,.|-–()"); rest != "" {
			name, ok := weekdayNames[lowered(rest)]
			if !ok {
				return fail(fmt.Sprintf("other text: %.100q", rest))
			}
			w.Text += " " + name
		}
		if noon != 0 {
			if !w.HasTime || w.Hour < 1 || w.Hour > 12 {
				return fail("no hour of twelve")
			}
			w.Hour = w.Hour % 12
			if noon == 'p' {
				w.Hour += 12
			}
		}
	}
	if w.Zone == nil && loc == nil {
		return fail("no time zone")
	}
	if w.Zone == nil {
		w.Zone = loc
	}
	t, _ := w.Time(time.Time{})
	day := time.Date(w.Year, w.Month, w.Day, 0, 0, 0, 0, time.UTC).Weekday()
	stated := lowered(w.Text)
	for d := range time.Saturday + 1 {
		if d != day && strings.Contains(stated, lowered(Weekday(d))) {
			return fail("the day is a " + Weekday(day))
		}
	}
	return t.Add(time.Duration(nanos)), nil
}

// weekdayNames are the days of the week as date lines write them with a
// number, or apart from the day.
var weekdayNames = func() map[string]string {
	names := map[string]string{"cn": Weekday(time.Sunday), lowered(Weekday(time.Sunday)): Weekday(time.Sunday)}
	for d := time.Monday; d <= time.Saturday; d++ {
		name := Weekday(d)
		number := string(rune('1' + d))
		names[lowered(name)], names["thứ "+number], names["t"+number] = name, name, name
	}
	return names
}()

// mailTime reads a day and a time of day as RSS and e-mail write them (RFC 822
// with a year of four digits). Of the zones with a name it takes those that are
// UTC, since the others mean what they mean only where one knows them.
func mailTime(s string) (time.Time, bool) {
	if len(s) < len("2 Jan 2006 15:04 GMT") || !strings.Contains(s, ":") {
		return time.Time{}, false
	}
	for _, utc := range []string{"GMT", "UTC", "UT", "Z"} {
		if rest, ok := strings.CutSuffix(s, " "+utc); ok {
			s = rest + " +0000"
			break
		}
	}
	for _, layout := range []string{"Mon, _2 Jan 2006 15:04:05 -0700", "_2 Jan 2006 15:04:05 -0700", "Mon, _2 Jan 2006 15:04 -0700", "_2 Jan 2006 15:04 -0700"} {
		if t, err := time.Parse(layout, s); err == nil {
			return t, layout[0] != 'M' || strings.HasPrefix(s, t.Format("Mon"))
		}
	}
	return time.Time{}, false
}

// cutNoon takes SA, CH, AM or PM away that stands after a number, and returns 'a'
// or 'p' for it.
func cutNoon(s string) (rest string, noon byte) {
	for i := 1; i+1 < len(s); i++ {
		switch s[i : i+2] {
		case "SA", "CH", "AM", "PM":
			if before := strings.TrimSuffix(s[:i], " "); before == "" || !isDigit(before[len(before)-1]) || wordEnd(s, i) != i+2 {
				continue
			}
			if s[i] == 'C' || s[i] == 'P' {
				return s[:i] + s[i+2:], 'p'
			}
			return s[:i] + s[i+2:], 'a'
		}
	}
	return s, 0
}

// machineTime reads a day and a time of day as programs write them: by RFC 3339,
// or with a space for the T, without seconds, without a zone, or with a space or
// another T before it.
func machineTime(s string) (w When, nanos int, ok bool) {
	i := w.date(s, 0, false)
	if i != len("2006-01-02") || i >= len(s) || s[4] != '-' || s[i]|0x20 != 't' && s[i] != ' ' {
		return When{}, 0, false
	}
	var j int
	if w.Hour, j = digits(s, i+1, 2, 2); j == 0 || j >= len(s) || s[j] != ':' || w.Hour > 23 {
		return When{}, 0, false
	}
	if w.Minute, j = digits(s, j+1, 2, 2); j == 0 || w.Minute > 59 {
		return When{}, 0, false
	}
	if j < len(s) && s[j] == ':' {
		if w.Second, j = digits(s, j+1, 2, 2); j == 0 || w.Second > 59 {
			return When{}, 0, false
		}
		if j < len(s) && (s[j] == '.' || s[j] == ',') {
			k := j + 1
			for unit := 100_000_000; k < len(s) && isDigit(s[k]); k++ {
				nanos += int(s[k]-'0') * unit
				unit /= 10
			}
			if k == j+1 {
				return When{}, 0, false
			}
			j = k
		}
	}
	zone := strings.ReplaceAll(s[j:], " ", "")
	if zone != "" && zone[0] == 'T' {
		zone = zone[1:]
	}
	w.HasTime = true
	switch {
	case zone == "" && j == len(s):
		return w, nanos, true
	case zone == "Z" || zone == "z":
		w.Zone = time.UTC
		return w, nanos, true
	case zone == "" || zone[0] != '+' && zone[0] != '-':
		return When{}, 0, false
	}
	h, k := digits(zone, 1, 2, 2)
	m := 0
	if k == 0 { // +0700
		if h, k = digits(zone[:min(3, len(zone))], 1, 2, 2); k != 0 {
			m, k = digits(zone, k, 2, 2)
		}
	} else if k < len(zone) && zone[k] == ':' {
		m, k = digits(zone, k+1, 2, 2)
	}
	if k != len(zone) || h > 14 || m > 59 {
		return When{}, 0, false
	}
	offset := h*3600 + m*60
	if zone[0] == '-' {
		offset = -offset
	}
	w.Zone = time.FixedZone("", offset)
	if offset == 0 {
		w.Zone = time.UTC
	}
	return w, nanos, true
}

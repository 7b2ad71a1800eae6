package render

import (
	"strconv"
	"time"
)

// vietnam is the zone of times that carry none but UTC. Việt Nam has had no
// daylight saving time since 1979, so the fixed offset needs no zone database.
var vietnam = time.FixedZone("+07", 7*60*60)

// local returns t in the zone in which the site shows it.
func (s *Site) local(t time.Time) time.Time {
	switch {
	case s.Location != nil:
		return t.In(s.Location)
	case isUTC(t):
		return t.In(vietnam)
	}
	return t
}

// isUTC reports whether t names no place: "Z", "+00:00", or the zone of a machine
// that is set to UTC, as servers are.
func isUTC(t time.Time) bool {
	if _, off := t.Zone(); off != 0 {
		return false
	}
	switch t.Location().String() {
	case "", "UTC", "Local":
		return true
	}
	return false
}

// machineTime is RFC 3339 with the zone as an offset, as every format takes it.
const machineTime = "2006-01-02T15:04:05-07:00"

// stamp returns t for machines: RFC 3339 with its zone, to the second.
func (s *Site) stamp(t time.Time) string {
	var buf [len(machineTime)]byte
	return string(appendStamp(buf[:0], s.local(t)))
}

// appendStamp appends an instant for machines, in the zone it carries.
func appendStamp(dst []byte, t time.Time) []byte {
	_, off := t.Zone()
	days, second := divide(t.Unix()+int64(off), 24*60*60)
	year, month, day := civil(days)
	if year < 0 || year > 9999 {
		return t.AppendFormat(dst, machineTime)
	}
	sign := byte('+')
	if off < 0 {
		sign, off = '-', -off
	}
	const layout = "0000-00-00T00:00:00+00:00"
	n := len(dst)
	dst = append(dst, layout...)
	b := dst[n : n+len(layout)]
	pair(b[0:2], year/100)
	pair(b[2:4], year%100)
	pair(b[5:7], month)
	pair(b[8:10], day)
	pair(b[11:13], second/3600)
	pair(b[14:16], second/60%60)
	pair(b[17:19], second%60)
	b[19] = sign
	pair(b[20:22], off/3600)
	pair(b[23:25], off/60%60)
	return dst
}

// divide returns quotient and remainder, which is not negative.
func divide(n, by int64) (q int64, r int) {
	q, m := n/by, n%by
	if m < 0 {
		q, m = q-1, m+by
	}
	return q, int(m)
}

// civil returns the date of a day counted from 1 January 1970. It counts years
// from March, so that the leap day is the last of one, in cycles of 400.
func civil(days int64) (year, month, day int) {
	cycle, n := divide(days+719_468, 146_097) // from 1 March 0000
	y := (n - n/1_460 + n/36_524 - n/146_096) / 365
	n -= 365*y + y/4 - y/100
	m := (5*n + 2) / 153
	day = n - (153*m+2)/5 + 1
	if month = m + 3; month > 12 {
		month -= 12
		y++
	}
	return int(cycle)*400 + y, month, day
}

func pair(b []byte, n int) { b[0], b[1] = byte('0'+n/10), byte('0'+n%10) }

// appendRFC822 appends an instant as RSS writes it.
func appendRFC822(dst []byte, t time.Time) []byte {
	year, month, d := t.Date()
	if year < 0 || year > 9999 {
		return t.AppendFormat(dst, time.RFC1123Z)
	}
	dst = append(append(dst, t.Weekday().String()[:3]...), ", "...)
	dst = append(appendPair(dst, d), ' ')
	dst = append(append(dst, month.String()[:3]...), ' ')
	dst = append(appendPair(appendPair(dst, year/100), year%100), ' ')
	dst = append(appendClock(dst, t), ' ')
	sign, off := offset(t)
	return appendPair(appendPair(append(dst, sign), off/3600), off/60%60)
}

func appendPair(dst []byte, n int) []byte { return append(dst, byte('0'+n/10), byte('0'+n%10)) }

func appendClock(dst []byte, t time.Time) []byte {
	hour, minute, second := t.Clock()
	dst = append(appendPair(dst, hour), ':')
	dst = append(appendPair(dst, minute), ':')
	return appendPair(dst, second)
}

func offset(t time.Time) (sign byte, seconds int) {
	_, off := t.Zone()
	if off < 0 {
		return '-', -off
	}
	return '+', off
}

// zoneName returns the offset of t as readers know it: "GMT+7".
func zoneName(t time.Time) string {
	_, off := t.Zone()
	if off == 0 {
		return "GMT"
	}
	sign := "+"
	if off < 0 {
		sign, off = "-", -off
	}
	z := "GMT" + sign + strconv.Itoa(off/3600)
	if m := off % 3600 / 60; m != 0 {
		z += ":" + two(m)
	}
	return z
}

func two(n int) string {
	return string([]byte{byte('0' + n/10%10), byte('0' + n%10)})
}

package article

import (
	"strings"
	"time"
)

// parseTime reads a time in the form of RFC 3339, section 5.6. Its zone is UTC or has the offset as written, wherever the program runs.
func parseTime(s string) (time.Time, bool) {
	s = strings.ToUpper(s) // of T and Z
	const shape = "0000-00-00T00:00:00"
	if len(s) < len(shape)+1 {
		return time.Time{}, false
	}
	for i := range len(shape) {
		if digit := isDigit(s[i]); digit != (shape[i] == '0') || !digit && s[i] != shape[i] {
			return time.Time{}, false
		}
	}
	zone := s[len(shape):]
	if zone[0] == '.' {
		n := 1
		for n < len(zone) && isDigit(zone[n]) {
			n++
		}
		if n == 1 {
			return time.Time{}, false
		}
		zone = zone[n:]
	}
	if zone != "Z" && (len(zone) != len("+00:00") || zone[3] != ':') {
		return time.Time{}, false
	}
	t, err := time.Parse(time.RFC3339, s)
	if err != nil {
		return time.Time{}, false
	}
	if _, offset := t.Zone(); zone == "Z" {
		t = t.UTC()
	} else {
		t = t.In(time.FixedZone("", offset))
	}
	return t, true
}

// isDate reports whether s is a year, a month or a day of ISO 8601.
func isDate(s string) bool {
	layout := "2006-01-02"
	if len(s) == len("2006") || len(s) == len("2006-01") {
		layout = layout[:len(s)]
	}
	_, err := time.Parse(layout, s)
	return err == nil
}

func isDigit(c byte) bool { return '0' <= c && c <= '9' }

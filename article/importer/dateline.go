package importer

import (
	"regexp"
	"strings"
	"time"
	"unicode"
	"unicode/utf8"

	"github.com/toasoan/toasoan/article/viet"
)

// date takes a line that is nothing but a date.
func (t *textReader) date(l line) bool {
	when, code := dateLine(l.text, t.o.Location)
	if code == "" {
		return false
	}
	t.note(code, l, l.text)
	if code == "naive-time" {
		return true
	}
	if t.a.Published.IsZero() {
		t.a.Published = when
	} else if when.After(t.a.Published) && t.a.Modified.IsZero() {
		t.a.Modified = when
	}
	return true
}

// dateLabels stand before the date of publication, the longer ones first.
var dateLabels = []string{
	"ngày cập nhật", "cập nhật lúc", "cập nhật ngày", "cập nhật", "ngày xuất bản", "ngày đăng tin", "ngày đăng", "đăng ngày", "đăng lúc", "thời gian", "ngày",
}

// views is how often an article was read, at the end of a line.
var views = regexp.MustCompile(`(?i)[ |(–-]+(?:(?:số )?lượt (?:xem|đọc|truy cập)[ :]*[\d.,]+|[\d.,]+ lượt (?:xem|đọc))[ )]*$`)

// dateLine reads a line that is nothing but a date, perhaps with a label. The code
// is that of its note, or "" if the line is none; "naive-time" says that the time
// was refused because nothing says in which zone it is.
func dateLine(s string, loc *time.Location) (when time.Time, code string) {
	if len(s) > 120 {
		return when, ""
	}
	if m := views.FindStringIndex(s); m != nil {
		s = s[:m[0]]
	}
	if len(s) > 90 {
		return when, ""
	}
	for _, w := range dateLabels {
		if !hasPrefixFold(s, w) {
			continue
		}
		if rest := strings.TrimLeft(s[len(w):], " :"); len(rest) < len(s)-len(w) {
			s = rest
		}
		break
	}
	if _, err := viet.ParseDateTime(s, time.UTC); err != nil {
		return when, ""
	}
	when, err := viet.ParseDateTime(s, loc)
	if err != nil {
		return when, "naive-time"
	}
	return when, "date"
}

// dateline parts "Hà Nội (TTXVN) - " and "(HNMO) - " from the text they begin.
func dateline(t string) (line, rest string) {
	for _, dash := range []string{" - ", " – ", " — ", ")- ", ")-", ")– "} {
		i := strings.Index(t, dash)
		if i <= 0 || i > 60 {
			continue
		}
		if dash[0] == ')' {
			i++
			dash = dash[1:]
		}
		head, tail := strings.TrimSpace(t[:i]), strings.TrimSpace(t[i+len(dash):])
		inner := strings.Trim(head, "()")
		bracket := strings.HasSuffix(head, ")")
		if tail == "" || inner == "" || strings.ContainsAny(head, ".,:;!?\"“”") && !strings.HasPrefix(head, "TP.") && !isHost(inner) {
			continue
		}
		switch {
		case isHost(inner):
		case bracket && strings.Contains(head, "(") && len(strings.Fields(inner)) <= 6:
		case isHouse(inner), inner == "TP": // Tiền Phong
		default:
			continue
		}
		return strings.Trim(head, " "), tail
	}
	return "", t
}

// isHost reports whether a word is a newsroom's address: VOV.VN, Chinhphu.vn.
func isHost(t string) bool {
	return len(t) <= 30 && isDomain(t) && unicode.IsUpper([]rune(t)[0])
}

// isHouse reports whether a word is the abbreviation of a newsroom: CTTĐT, GD&TĐ.
func isHouse(t string) bool {
	n := 0
	for _, c := range t {
		switch {
		case unicode.IsUpper(c):
			n++
		case c == '&' || c == '.' || c == '+' || unicode.IsDigit(c):
		default:
			return false
		}
	}
	return n >= 3 && utf8.RuneCountInString(t) <= 10
}

package importer

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/toasoan/toasoan/article"
)

// screenLines are words of the tools that pages have around an article.
var screenLines = []string{
	"tăng tương phản", "giảm tương phản", "tương phản", "cỡ chữ", "in trang", "in bài viết", "bản in", "gửi email", "gửi mail", "chia sẻ",
	"lưu bài viết", "lưu bài", "nghe bài viết", "nghe đọc bài", "đọc bài viết", "theo dõi trên google news", "google news", "facebook", "zalo", "twitter",
	"bình luận", "copy link", "sao chép liên kết", "thích", "trở lại", "quay lại", "về trang trước", "đăng nhập", "aa", "print", "share",
	"xem với cỡ chữ", "a-", "a+", "a", "xem nhiều", "email", "lên đầu trang", "gửi bình luận",
	"lượt xem", "số lượt xem", "lượt đọc", "số lượt đọc", "lượt truy cập",
}

// isScreenLine reports whether a line is nothing but the names of such tools.
func isScreenLine(t string) bool {
	if utf8.RuneCountInString(t) > 150 {
		return false
	}
	low := strings.ToLower(t)
	words, strong := 0, false
	for low = strings.TrimLeft(low, " |•·:,/()[]-–+"); low != ""; low = strings.TrimLeft(low, " |•·:,/()[]-–+") {
		best := 0
		for _, w := range screenLines {
			if len(w) > best && strings.HasPrefix(low, w) {
				rest := low[len(w):]
				if r, _ := utf8.DecodeRuneInString(rest); rest == "" || !unicode.IsLetter(r) {
					best = len(w)
				}
			}
		}
		if best == 0 {
			// A count, as of shares: "Lượt xem: 1.234", "1.234 lượt xem".
			n := 0
			for n < len(low) && ('0' <= low[n] && low[n] <= '9' || n > 0 && (low[n] == '.' || low[n] == ',')) {
				n++
			}
			if n == 0 || words == 0 && !strings.HasPrefix(low[n:], " lượt ") {
				return false
			}
			best = n
		}
		words++
		strong = strong || best > len("facebook")
		low = low[best:]
	}
	// A letter or a short word by itself may be anything.
	return words > 1 || words == 1 && strong
}

// footWords begin what stands below an article.
var footWords = []string{
	"tin liên quan", "tin bài liên quan", "bài liên quan", "bài viết liên quan", "các tin liên quan", "tin khác", "các tin khác", "tin cùng chuyên mục",
	"tin mới hơn", "tin cũ hơn", "những tin mới hơn", "những tin cũ hơn", "bài cùng chuyên mục", "có thể bạn quan tâm", "ý kiến bạn đọc",
	"bình luận", "đọc nhiều", "xem nhiều", "tin nổi bật", "tin mới nhất", "chủ đề liên quan", "các bài đã đăng", "tin tức khác", "tin đã đưa",
	"tin mới", "cùng chuyên mục", "tin đọc nhiều", "bài đọc nhiều nhất",
}

// furniture takes the lines of the page's own from the front.
func (t *textReader) furniture() {
	// What stands above the trail is the page's own.
	for i := range min(len(t.lines), 5) {
		if l := t.lines[i]; isTrail(l.text) && i > 0 {
			for _, x := range t.lines[:i] {
				t.note("dropped-ui", x, x.text)
			}
			t.lines = t.lines[i:]
		} else if endsSentence(l.text) || utf8.RuneCountInString(l.text) > 100 {
			break
		}
	}
	for len(t.lines) > 0 {
		l := t.lines[0]
		switch {
		case t.pageLine(l):
		case len(t.lines) > 2 && t.date(l):
		default:
			return
		}
		t.lines = t.lines[1:]
	}
}

// pageLine takes a line that is the page's own: the names of its tools, or where
// the article stands.
func (t *textReader) pageLine(l line) bool {
	switch {
	case isScreenLine(l.text):
		t.note("dropped-ui", l, l.text)
	case isTrail(l.text):
		t.trail(l)
	default:
		return false
	}
	return true
}

// isTrail reports whether a line says where the article stands: "Trang chủ > Tin
// tức > Kinh tế".
func isTrail(t string) bool {
	low := strings.ToLower(t)
	return utf8.RuneCountInString(t) < 150 && (strings.HasPrefix(low, "trang chủ") || strings.HasPrefix(low, "trang nhất") || strings.HasPrefix(low, "home ")) &&
		(strings.ContainsAny(t, ">»/›|") || len(low) < 14)
}

func (t *textReader) trail(l line) {
	parts := strings.FieldsFunc(l.text, func(c rune) bool { return strings.ContainsRune(">»/›|", c) })
	var at *article.Section
	for _, p := range parts[1:] {
		if p = strings.TrimSpace(p); p != "" {
			at = &article.Section{Name: p, Parent: at}
		}
	}
	if at != nil && len(t.a.Sections) == 0 {
		t.a.Sections = []article.Section{*at}
	}
	t.note("breadcrumb", l, l.text)
}

// foot takes from the end what stands below the article: from the first heading of
// such a part after which no paragraph comes any more.
func (t *textReader) foot() {
	last := 0 // the line after the last paragraph
	for i, l := range t.lines {
		n := utf8.RuneCountInString(l.text)
		if n > 200 || n > 40 && endsSentence(l.text) || bylineOf(l.text) != nil || i < 2 {
			last = i + 1
		}
	}
	for i := last; i < len(t.lines); i++ {
		low := strings.ToLower(strings.Trim(t.lines[i].text, " :.>»*"))
		if !slices.Contains(footWords, low) {
			continue
		}
		for _, x := range t.lines[i:] {
			t.note("dropped-below", x, x.text)
		}
		t.lines = t.lines[:i]
		break
	}
	for n := len(t.lines); n > 1 && isScreenLine(t.lines[n-1].text); n-- {
		t.note("dropped-ui", t.lines[n-1], t.lines[n-1].text)
		t.lines = t.lines[:n-1]
	}
}

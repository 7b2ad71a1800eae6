package importer

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// A headlineParts is a headline without what does not belong to it.
type headlineParts struct {
	text, kicker string
	notes        []Note
}

// newHeadline takes the full stop from the end of a headline and a place from its
// front.
func newHeadline(s string) (h headlineParts) {
	h.text = s
	if strings.HasSuffix(s, ".") && !strings.HasSuffix(s, "..") {
		h.text = strings.TrimSpace(s[:len(s)-1])
		h.notes = append(h.notes, Note{Code: "headline-full-stop", Text: s})
	}
	label, rest, ok := strings.Cut(h.text, ":")
	label, rest = strings.TrimSpace(label), strings.TrimSpace(rest)
	if !ok || !isLabel(label) || rest == "" {
		return h
	}
	if r, _ := utf8.DecodeRuneInString(rest); !unicode.IsUpper(r) && !unicode.IsDigit(r) {
		return h
	}
	h.kicker, h.text = label, rest
	h.notes = append(h.notes, Note{Code: "kicker", Text: label})
	return h
}

// isLabel reports whether the words before the colon of a headline are the name of
// a place, and not what the headline is about or who says what follows.
func isLabel(t string) bool {
	words := strings.Fields(t)
	if len(words) == 0 || len(words) > 5 || utf8.RuneCountInString(t) > 40 {
		return false
	}
	if containsFold(provinces, t) || containsFold(cities, t) {
		return true
	}
	switch words[0] {
	case "Đăk", "Đắk", "Kon", "Ea", "Ia", "Krông", "Chư", "Mường", "Vàm", "Rạch", "Cù", "Bến":
		// How the names of places begin, and of nobody.
	case "Huyện", "Xã", "Phường", "Quận", "Tỉnh", "Thôn", "Làng", "TP", "TP.", "TX", "TT":
	case "Thị", "Thành":
		if len(words) < 3 || words[1] != "xã" && words[1] != "trấn" && words[1] != "phố" {
			return false
		}
	default:
		return false
	}
	r, _ := utf8.DecodeRuneInString(words[len(words)-1])
	return unicode.IsUpper(r) || unicode.IsDigit(r)
}

// cities are what headlines call places beside the provinces.
var cities = []string{
	"TP.HCM", "TPHCM", "TP HCM", "TP. HCM", "TP Hồ Chí Minh", "TP. Hồ Chí Minh", "Thành phố Hồ Chí Minh", "Sài Gòn", "Huế", "TT-Huế", "TT Huế",
	"Thừa Thiên - Huế", "Thừa Thiên-Huế", "Bà Rịa - Vũng Tàu", "Bà Rịa-Vũng Tàu", "Vũng Tàu", "Đà Lạt", "Nha Trang", "Vinh", "Quy Nhơn", "Buôn Ma Thuột",
	"Pleiku", "Hạ Long", "Phú Quốc", "Trường Sa", "Hoàng Sa", "Sa Thầy", "Tu Mơ Rông", "Đắc Lắc", "Đak Lak", "Đăk Lăk", "Đăk Nông", "Daklak",
}

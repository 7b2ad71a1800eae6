package importer

import (
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/toasoan/toasoan/article"
)

// bylineLabels begin the line that says who wrote an article, in lower case.
var bylineLabels = []struct {
	label string
	roles []article.Role
}{
	{"tác giả", []article.Role{article.RoleAuthor}},
	{"tác giả bài viết", []article.Role{article.RoleAuthor}},
	{"người đăng", []article.Role{article.RoleAuthor}},
	{"đăng bởi", []article.Role{article.RoleAuthor}},
	{"người viết", []article.Role{article.RoleAuthor}},
	{"bài và ảnh", []article.Role{article.RoleAuthor, article.RolePhotographer}},
	{"tin và ảnh", []article.Role{article.RoleAuthor, article.RolePhotographer}},
	{"bài, ảnh", []article.Role{article.RoleAuthor, article.RolePhotographer}},
	{"tin, ảnh", []article.Role{article.RoleAuthor, article.RolePhotographer}},
	{"tin, bài và ảnh", []article.Role{article.RoleAuthor, article.RolePhotographer}},
	{"tin, bài, ảnh", []article.Role{article.RoleAuthor, article.RolePhotographer}},
	{"tin ảnh", []article.Role{article.RoleAuthor, article.RolePhotographer}},
	{"bài ảnh", []article.Role{article.RoleAuthor, article.RolePhotographer}},
	{"bài, ảnh, video", []article.Role{article.RoleAuthor, article.RolePhotographer, article.RoleVideographer}},
	{"tin, bài", []article.Role{article.RoleAuthor}},
	{"tin bài", []article.Role{article.RoleAuthor}},
	{"bài viết", []article.Role{article.RoleAuthor}},
	{"bài và clip", []article.Role{article.RoleAuthor, article.RoleVideographer}},
	{"bài", []article.Role{article.RoleAuthor}},
	{"tin", []article.Role{article.RoleAuthor}},
	{"thực hiện", []article.Role{article.RoleAuthor}},
	{"tổng hợp", []article.Role{article.RoleAuthor}},
	{"phóng viên", []article.Role{article.RoleReporter}},
	{"pv", []article.Role{article.RoleReporter}},
	{"biên tập", []article.Role{article.RoleEditor}},
	{"biên dịch", []article.Role{article.RoleTranslator}},
	{"dịch", []article.Role{article.RoleTranslator}},
	{"người dịch", []article.Role{article.RoleTranslator}},
	{"ảnh", []article.Role{article.RolePhotographer}},
	{"video", []article.Role{article.RoleVideographer}},
	{"clip", []article.Role{article.RoleVideographer}},
	{"đồ họa", []article.Role{article.RoleIllustrator}},
	{"thiết kế", []article.Role{article.RoleIllustrator}},
	{"trình bày", []article.Role{article.RoleIllustrator}},
	{"by", []article.Role{article.RoleAuthor}},
}

// bylineOf reads a line such as "Tác giả: Quốc Vy - BTG Huyện ủy." or "Bài, ảnh:
// Văn A".
func bylineOf(t string) []article.Credit {
	if len(t) > 200 {
		return nil
	}
	t = strings.Trim(t, " .()*[]")
	label, who, ok := strings.Cut(t, ":")
	if !ok {
		return englishByline(t)
	}
	// "Clip: Văn A - Ảnh: Lê B"
	if i, j := nextLabel(who); i >= 0 {
		first, rest := bylineOf(label+":"+who[:i]), bylineOf(who[j:])
		if first == nil || rest == nil {
			return nil
		}
		return append(first, rest...)
	}
	label = strings.ToLower(strings.Join(strings.Fields(label), " "))
	for _, l := range bylineLabels {
		if l.label != label {
			continue
		}
		var cs []article.Credit
		for _, r := range l.roles {
			cs = append(cs, members(parseNames(who, r))...)
		}
		for i := range cs {
			if cs[i].Role == article.RoleSource {
				cs[i].Role = l.roles[0]
			}
			if cs[i].Role == article.RoleAuthor {
				cs[i].Role = "" // the default
			}
			if utf8.RuneCountInString(cs[i].Name) > 60 {
				return nil
			}
		}
		return cs
	}
	return nil
}

// englishByline reads "By Jane Doe and John Roe, Reuters".
func englishByline(t string) []article.Credit {
	who, ok := strings.CutPrefix(t, "By ")
	if !ok || len(t) > 80 {
		return nil
	}
	head, house := who, ""
	if i := strings.LastIndexAny(who, ",/|"); i > 0 && isOrganization(strings.TrimSpace(who[i+1:])) {
		head, house = who[:i], strings.TrimSpace(who[i+1:])
	}
	var cs []article.Credit
	for name := range strings.SplitSeq(strings.ReplaceAll(head, " and ", ","), ",") {
		name = strings.TrimSpace(name)
		if n := len(strings.Fields(name)); n < 2 || n > 4 || isOrganization(name) {
			return nil
		}
		for w := range strings.FieldsSeq(name) {
			if r, _ := utf8.DecodeRuneInString(w); !unicode.IsUpper(r) {
				return nil
			}
		}
		c := article.Credit{Name: name}
		if house != "" {
			c.Organization = organization(house)
		}
		cs = append(cs, c)
	}
	return cs
}

// nextLabel returns where a second label begins in a byline, and what parts it from
// the names before it; -1 if there is none.
func nextLabel(t string) (end, next int) {
	colon := strings.IndexByte(t, ':')
	if colon < 0 {
		return -1, -1
	}
	for _, sep := range []string{" - ", " – ", "; ", " | ", "\n", ", ", ". "} {
		i := strings.LastIndex(t[:colon], sep)
		if i <= 0 {
			continue
		}
		label := strings.ToLower(strings.TrimSpace(t[i+len(sep) : colon]))
		for _, l := range bylineLabels {
			if l.label == label {
				return i, i + len(sep)
			}
		}
	}
	return -1, -1
}

// writtenAfter is a byline that says whom it follows: "Hà Thu (theo Reuters)".
var writtenAfter = regexp.MustCompile(`^([^()\n]{3,60}) \((?i:theo|tổng hợp từ) ([^()\n]{2,60})\)[ .]*$`)

// takenFrom reads whose words an article is, and where from: "Theo Hoài Phương -
// SGGP", or the same on two lines.
func takenFrom(t string) (author, source string, ok bool) {
	if !hasPrefixFold(t, "theo ") || len(t) > 120 {
		return "", "", false
	}
	t = strings.TrimLeft(t[len("theo"):], ": ")
	if house, ok := strings.CutSuffix(strings.TrimRight(t, " ."), ")"); ok {
		// "Mẫn Di - Forbes (Dân Việt)": the last bracket says where it was published
		i := strings.LastIndex(house, " (")
		if i < 0 {
			return "", "", false
		}
		who := house[:i]
		for _, sep := range []string{" (", " - ", " – ", "/"} {
			who, _, _ = strings.Cut(who, sep)
		}
		house = house[i+len(" ("):]
		if hasPrefixFold(house, "theo ") {
			house = house[len("theo "):]
		}
		return who, house, isPerson(who) && !isOrganization(who) && isSourceName(house)
	}
	for _, sep := range []string{"\n", " - ", " – ", "/"} {
		a, s, ok := strings.Cut(t, sep)
		if strings.IndexByte(s, ':') >= 0 {
			s = s[strings.LastIndexByte(s, '/')+1:] // "Nhật Duy - Vân Anh / Ảnh: Kim Điền / Trí Thức Trẻ"
		}
		a, s = strings.TrimSpace(a), strings.Trim(s, " .\n")
		if ok && isPerson(a) && !isOrganization(a) && !strings.Contains(s, "\n") && isSourceName(s) {
			return a, s, true
		}
	}
	return "", "", false
}

// isSourceName reports whether a line of few words may name where an article is from.
func isSourceName(t string) bool {
	return t != "" && utf8.RuneCountInString(t) <= 60 && !noName(t)
}

// sourceOf reads a line such as "Nguồn: baokontum.com.vn" or "(Theo TTXVN)".
func sourceOf(t string) (name string, ok bool) {
	if len(t) > 120 || strings.IndexByte(t, '\n') >= 0 {
		return "", false
	}
	bracket := strings.HasPrefix(t, "(")
	if i := strings.LastIndex(t, " ("); i > 0 && isNobody(t[i:]) {
		t = t[:i]
	}
	t = strings.Trim(t, " .()[]*")
	if t == "" || strings.IndexByte("nts", t[0]|0x20) < 0 { // as the labels begin
		return "", false
	}
	low := strings.ToLower(t)
	if len(low) != len(t) {
		return "", false
	}
	for _, l := range []string{"nguồn tin:", "nguồn tin :", "nguồn:", "nguồn :", "theo nguồn:", "theo:", "source:"} {
		if strings.HasPrefix(low, l) {
			name = sourceName(t[len(l):])
			return name, isSourceName(name)
		}
	}
	if strings.HasPrefix(low, "theo ") {
		name = sourceName(strings.TrimLeft(t[len("theo"):], ": "))
		// Without brackets the line must be no more than a name.
		if bracket || len(strings.Fields(name)) <= 4 && isName(name) {
			return name, name != "" && !noName(name)
		}
	}
	return "", false
}

// sourceName returns the name of a source without who took the pictures behind it:
// "Pann - Ảnh: Internet".
func sourceName(t string) string {
	t = strings.TrimSpace(t)
	if i := strings.IndexByte(t, ':'); i > 0 && !strings.HasPrefix(t[i:], "://") {
		for _, sep := range []string{" - ", " – ", ". ", ", "} {
			if k := strings.LastIndex(t[:i], sep); k > 0 {
				return strings.TrimSpace(t[:k])
			}
		}
	}
	if strings.Count(t, "(") > strings.Count(t, ")") {
		t += ")" // which stood at the end of the line
	}
	return t
}

// isName reports whether the first word of t and most of the others are capital.
func isName(t string) bool {
	r, _ := utf8.DecodeRuneInString(t)
	return unicode.IsUpper(r) && !strings.ContainsAny(t, ",;:!?")
}

// isByline reports whether a line says who wrote an article.
func isByline(t string) bool {
	if len(t) > 200 {
		return false
	}
	t = strings.TrimLeft(t, " (*[")
	for _, w := range []string{"tác giả:", "bài, ảnh", "bài và ảnh", "tin, ảnh", "tin và ảnh", "tin, bài", "theo ", "nguồn:", "bài:", "tin:", "thực hiện:"} {
		if hasPrefixFold(t, w) {
			return true
		}
	}
	return false
}

// hasPrefixFold reports whether t begins with a word in any letter case.
func hasPrefixFold(t, word string) bool {
	if len(t) < len(word) {
		return false
	}
	for i := range len(word) {
		a, b := t[i], word[i]
		if a|0x20 != b|0x20 && (a < 0x80 || b < 0x80) {
			return false // as nearly always, and soon
		}
	}
	return strings.EqualFold(t[:len(word)], word)
}

// isCreditLine reports whether a line says who made an article or a picture, or
// where it is from.
func isCreditLine(t string) bool {
	if strings.IndexByte(t, ':') < 0 && strings.IndexByte(t, '(') < 0 && !strings.Contains(t, "heo ") && !strings.Contains(t, "nh ") && !strings.Contains(t, "nh,") {
		return false
	}
	if isByline(t) || onlyCredit(t) {
		return true
	}
	_, ok := sourceOf(t)
	return ok
}

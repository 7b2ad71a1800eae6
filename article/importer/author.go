package importer

import (
	"regexp"
	"strings"

	"golang.org/x/net/html"

	"github.com/toasoan/toasoan/article"
	"github.com/toasoan/toasoan/article/viet"
)

// Credits reads a line that names authors, as the author column of a CMS holds it,
// with or without a label before it: "Quốc Vy - BTG Huyện ủy", "Bài, ảnh: Văn A, Lê
// B", "Văn Điệp/TTXVN". Markup, addresses, telephone numbers and times are left out;
// so are the names of accounts, such as "admin". An empty or unreadable line gives
// none.
func Credits(line string) []article.Credit {
	line = authorLine(line)
	var cs []article.Credit
	for part := range strings.SplitSeq(line, "\n") {
		cs = append(cs, authors(part)...)
	}
	return cs
}

// What an author column holds that is no name, and is nothing for readers.
var (
	authorAddress = regexp.MustCompile(`(?i)(?:e-?mail\s*:\s*)?[<(\[]?\b[\w.+-]+@[\w-]+(?:\.[\w-]+)+\b[>)\]]?`)
	authorPhone   = regexp.MustCompile(`(?i)(?:(?:đt|sđt|tel|điện thoại)\s*[:.]?\s*)?\+?\b\d(?:[ .-]?\d){8,12}\b`)
	authorTime    = regexp.MustCompile(`(?i)(?:\b(?:ngày|lúc|cập nhật|thứ (?:hai|ba|tư|năm|sáu|bảy)|chủ nhật)\s*[:,]?\s*)*\b\d{1,2}[/.-]\d{1,2}[/.-]\d{4}\b(?:[ ,-]*\b\d{1,2}[:h]\d{2}\b)?|\b\d{1,2}:\d{2}(?::\d{2})?\b`)
	authorTag     = regexp.MustCompile(`(?i)<br\s*/?>|</?(?:p|div|li)\b[^>]*>`)
)

// authorLine takes out of an author column what names nobody. Where lines or bars
// part names, line feeds do.
func authorLine(t string) string {
	t = html.UnescapeString(t)
	t = authorAddress.ReplaceAllString(t, " ")
	if strings.IndexByte(t, '<') >= 0 {
		t = authorTag.ReplaceAllString(t, "\n")
		lines := strings.Split(t, "\n")
		for i, l := range lines {
			lines[i] = shownText(l)
		}
		t = strings.Join(lines, "\n")
	}
	t = viet.Normalize(t)
	t = authorPhone.ReplaceAllString(t, " ")
	t = authorTime.ReplaceAllString(t, " ")
	var lines []string
	for l := range strings.FieldsFuncSeq(t, func(c rune) bool { return c == '\n' || c == '\r' || c == '|' }) {
		l = strings.Join(strings.Fields(l), " ")
		l = strings.Trim(l, " \"'“”‘’[]<>*,;-–—")
		if hasLetter(l) && !isAccount(l) {
			lines = append(lines, l)
		}
	}
	return strings.Join(lines, "\n")
}

// accounts are what systems write where no author is known.
var accounts = map[string]bool{
	"admin": true, "administrator": true, "quản trị viên": true, "quản trị": true, "root": true, "user": true, "guest": true, "webmaster": true,
	"null": true, "none": true, "nil": true, "undefined": true, "unknown": true, "n/a": true, "na": true, "không có": true, "không rõ": true,
	"internet": true, "sưu tầm": true, "hết": true, "author": true, "test": true, "editor": true, "ngày": true, "ngày đăng": true, "anonymous": true,
}

// isAccount reports whether a line is the name of an account, or stands for nobody.
func isAccount(t string) bool {
	t = strings.ToLower(strings.Trim(t, " .:"))
	return accounts[t] || accounts[strings.TrimRight(t, "0123456789_")] && len(t) < 20
}

// authors reads one line of an author column.
func authors(line string) []article.Credit {
	if m := writtenAfter.FindStringSubmatch(line); m != nil {
		return append(authors(m[1]), article.Credit{Role: article.RoleSource, Organization: organization(m[2])})
	}
	if cs := bylineOf(line); cs != nil {
		return cs
	}
	if i, j := nextLabel(line); i > 0 { // "Lan Chi - Ảnh: Minh"
		if cs := bylineOf(line[j:]); cs != nil {
			return append(authors(line[:i]), cs...)
		}
	}
	if label, rest, ok := strings.Cut(line, ":"); ok && strings.TrimSpace(rest) == "" && len(label) < 40 {
		return nil // a label without a name
	}
	if author, source, ok := takenFrom(line); ok {
		return []article.Credit{{Role: article.RoleSource, Name: author, Organization: organization(source)}}
	}
	if s, ok := sourceOf(line); ok {
		return []article.Credit{{Role: article.RoleSource, Organization: organization(s)}}
	}
	cs := parseNames(line, "")
	for i := range cs {
		if cs[i].Role == article.RoleSource {
			cs[i].Role = ""
		}
	}
	return members(cs)
}

// members joins a person and the office that follows: "Hoàng Lan, Trung tâm Văn hóa".
// An agency may as well be a second source.
func members(cs []article.Credit) []article.Credit {
	if len(cs) != 2 || cs[0].Name == "" || cs[0].Organization != nil || cs[1].Name != "" || cs[1].Organization == nil ||
		cs[1].Organization.Kind != "" || !strings.Contains(cs[1].Organization.Name, " ") || !isOrganization(cs[1].Organization.Name) {
		return cs
	}
	for _, w := range []string{"nhóm ", "bạn đọc", "nhân vật", "gia đình", "người dân"} {
		if hasPrefixFold(cs[1].Organization.Name, w) {
			return cs // others who worked on it
		}
	}
	cs[0].Organization = cs[1].Organization
	return cs[:1]
}

// titles begin what a person is, not where.
var titles = []string{
	"phó ", "bí thư", "chủ tịch", "chủ nhiệm", "giám đốc", "tổng giám đốc", "tổng biên tập", "tổng thư ký", "trưởng ", "chánh ", "hiệu trưởng", "viện trưởng",
	"ủy viên", "uỷ viên", "đại biểu", "thư ký", "cục trưởng", "vụ trưởng", "bác sĩ", "luật sư", "giảng viên", "giáo viên", "nghiên cứu viên", "chuyên viên", "chuyên gia",
}

// isTitle reports whether words say what a person is.
func isTitle(t string) bool {
	t = strings.ToLower(t)
	for _, w := range titles {
		if strings.HasPrefix(t, w) {
			return true
		}
	}
	return false
}

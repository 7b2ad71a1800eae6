package importer

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/toasoan/toasoan/article"
	"github.com/toasoan/toasoan/article/viet"
)

// photoLabels begin the credit of a picture, in lower case and without the colon.
var photoLabels = []string{
	"nguồn ảnh", "tin, ảnh", "bài, ảnh", "ảnh chụp màn hình", "ảnh tư liệu", "ảnh cắt từ clip", "ảnh cắt từ video",
	"ảnh", "hình", "photo", "photos", "clip", "video", "đồ họa", "đồ hoạ", "infographic", "nguồn", "source", "tranh", "minh họa", "minh hoạ", "họa sĩ", "thiết kế",
}

// illustrations say that a picture does not show the event.
var illustrations = []string{"ảnh minh họa", "ảnh minh hoạ", "hình minh họa", "hình minh hoạ", "ảnh mang tính minh họa", "illustration photo", "illustration"}

// hasPhotoCredit reports whether a line names who took a picture, as captions do
// at their end.
func hasPhotoCredit(t string) bool {
	if !strings.Contains(t, "nh") && !strings.Contains(t, "NH") && !strings.Contains(t, "hoto") {
		return false
	}
	low := strings.ToLower(t)
	for _, w := range []string{"ảnh:", "ảnh :", "nguồn ảnh", "(ảnh", "photo:", "ảnh minh họa", "ảnh minh hoạ", "ảnh tư liệu"} {
		i := strings.LastIndex(low, w)
		if i < 0 || len(low)-i > 100 {
			continue
		}
		if i == 0 || strings.IndexByte(" (.-–|,\n\"”’", low[i-1]) >= 0 || low[i-1] >= 0x80 || w[0] == '(' {
			return true
		}
	}
	return false
}

// onlyCredit reports whether a line is the credit of a picture and nothing else.
func onlyCredit(t string) bool {
	cut, _, _, ok := splitCredit(t, false)
	return ok && cut == 0
}

// splitCredit finds the credit at the end of a caption: "(Ảnh: Văn A/TTXVN)". The
// caption is t[:cut]. Loose says that a name after the last dash is one too.
func splitCredit(t string, loose bool) (cut int, credits []article.Credit, illustration, ok bool) {
	labeled := strings.IndexByte(t, ':') >= 0
	drawn := strings.Contains(t, "inh h") || strings.Contains(t, "INH H") || strings.Contains(t, "llustration")
	low := t
	if labeled || drawn {
		if low = strings.ToLower(t); len(low) != len(t) {
			return 0, nil, false, false
		}
	}
	for _, w := range illustrations {
		if !drawn {
			break
		}
		i := strings.LastIndex(low, w)
		if i < 0 || !startsCredit(low, i) {
			continue
		}
		rest := strings.Trim(low[i+len(w):], " .:)]-–")
		who := strings.Trim(t[i+len(w):], " .:)]-–")
		if utf8.RuneCountInString(rest) > 60 {
			continue
		}
		for _, l := range []string{"nguồn ảnh:", "nguồn:", "ảnh:"} {
			if strings.HasPrefix(rest, l) {
				who = strings.TrimSpace(who[len(l):])
			}
		}
		cut = endOfCaption(t[:i])
		if who != "" {
			credits = photoCredits(who, false)
			if credits == nil {
				continue
			}
		}
		return cut, credits, true, true
	}
	best, bestLen := -1, 0
	for k := len(low); k > 0 && best < 0; {
		if k = strings.LastIndexByte(low[:k], ':'); k < 0 {
			break
		}
		head := strings.TrimRight(low[:k], " ")
		for _, w := range photoLabels {
			if i := len(head) - len(w); len(w) > bestLen && strings.HasSuffix(head, w) && startsCredit(low, i) {
				best, bestLen = i, len(w)
			}
		}
	}
	if best >= 0 {
		who := t[best+bestLen:]
		who = strings.TrimSpace(who[strings.IndexByte(who, ':')+1:])
		if utf8.RuneCountInString(who) <= 80 {
			role := article.RolePhotographer
			switch low[best : best+bestLen] {
			case "nguồn", "source", "nguồn ảnh":
				role = article.RoleSource
			case "clip", "video":
				role = article.RoleVideographer
			case "đồ họa", "đồ hoạ", "infographic", "tranh", "minh họa", "minh hoạ", "họa sĩ", "thiết kế":
				role = article.RoleIllustrator
			}
			if credits = parseNames(who, role); credits != nil {
				return endOfCaption(t[:best]), credits, false, true
			}
		}
		return 0, nil, false, false
	}
	if loose {
		// "… tại Phòng CSGT - Nguyễn Tú"
		for _, dash := range []string{" - ", " – "} {
			if i := strings.LastIndex(t, dash); i > 20 {
				who := strings.TrimRight(t[i+len(dash):], " .")
				if isPerson(who) && hasSurname(who) {
					return endOfCaption(t[:i]), []article.Credit{{Name: who, Role: article.RolePhotographer}}, false, true
				}
			}
		}
	}
	return 0, nil, false, false
}

// startsCredit reports whether a credit may begin at low[i].
func startsCredit(low string, i int) bool {
	s := strings.TrimRight(low[:i], " ")
	if s == "" {
		return true
	}
	c, _ := utf8.DecodeLastRuneInString(s)
	return len(s) < i && !unicode.IsLetter(c) || strings.ContainsRune(".(,;|-–—\n\"”’)[/*…", c) || len(s) < i
}

// endOfCaption is the length of a caption without what leads over to its credit.
func endOfCaption(t string) int {
	return len(strings.TrimRight(t, " \n([-–—|,;/*"))
}

// photoCredits reads a credit that may begin with its label.
func photoCredits(t string, label bool) []article.Credit {
	if label {
		if cut, cs, _, ok := splitCredit(t, false); ok && cut == 0 {
			return cs
		}
	}
	return parseNames(t, article.RolePhotographer)
}

// parseNames reads the names of persons and organizations: "Văn A, Lê B/TTXVN".
func parseNames(t string, role article.Role) (cs []article.Credit) {
	t = strings.Trim(t, " .;,:*\n")
	if strings.Count(t, ")") > strings.Count(t, "(") {
		t = strings.TrimRight(t, " .)]")
	}
	if strings.Count(t, "(") > strings.Count(t, ")") {
		t = strings.TrimLeft(t, "([ ")
	}
	if strings.HasPrefix(t, "(") && strings.HasSuffix(t, ")") {
		t = strings.TrimSpace(t[1 : len(t)-1])
	}
	if t == "" || !hasLetter(t) || strings.Contains(t, ". ") && utf8.RuneCountInString(t) > 40 {
		return nil
	}
	if strings.ContainsAny(t, "\n\"“”") {
		return nil
	}
	for part := range strings.SplitSeq(t, ";") {
		for _, part := range names(persons(part)) {
			c := parseCredit(part, role)
			if c.Name == "" && c.Organization == nil {
				continue
			}
			c.Role = role
			if c.Name == "" && role == article.RolePhotographer {
				c.Role = article.RoleSource
			}
			cs = append(cs, c)
		}
	}
	// "Lê B, Văn A/TTXVN": one organization for all of them.
	if n := len(cs); n > 1 && cs[n-1].Name != "" && cs[n-1].Organization != nil && len(cs) <= 4 {
		for i := range cs[:n-1] {
			if cs[i].Name != "" && cs[i].Organization == nil {
				o := *cs[n-1].Organization
				cs[i].Organization = &o
			}
		}
	}
	return cs
}

// names parts a list of names at its commas and at "và". An organization keeps
// them: "Phòng Văn hóa và Thông tin", "Trung tâm VH,TT".
func names(t string) []string {
	for _, sep := range []string{" - ", " – ", "/"} {
		if i := strings.Index(t, sep); i > 0 {
			head, tail := strings.TrimSpace(t[:i]), strings.TrimSpace(t[i+len(sep):])
			if isOrganization(tail) && (strings.Contains(tail, " và ") || strings.Contains(tail, ",")) && !strings.Contains(head, ",") && !personAfter(tail) {
				return []string{t}
			}
		}
	}
	if isOrganization(strings.TrimSpace(t)) && !personAfter(t) {
		return []string{t}
	}
	var out []string
	for part := range strings.SplitSeq(t, ",") {
		for part := range strings.SplitSeq(part, " và ") {
			out = append(out, part)
		}
	}
	return out
}

// personAfter reports whether a person follows a comma or "và" in t.
func personAfter(t string) bool {
	for _, sep := range []string{",", " và "} {
		for i, part := range strings.Split(t, sep) {
			part, _, _ = strings.Cut(strings.TrimSpace(part), "/")
			if i > 0 && isPerson(strings.TrimSpace(part)) && len(strings.Fields(part)) > 1 {
				return true
			}
		}
	}
	return false
}

var dashesToAnd = strings.NewReplacer(" - ", " và ", " – ", " và ", " — ", " và ")

// persons writes "và" between persons that are parted by dashes.
func persons(t string) string {
	if !strings.Contains(t, " - ") && !strings.Contains(t, " – ") && !strings.Contains(t, " — ") {
		return t
	}
	u := dashesToAnd.Replace(t)
	if u == t {
		return t
	}
	for p := range strings.SplitSeq(u, " và ") {
		if p = strings.Trim(p, " ."); !isPerson(p) || !hasSurname(p) {
			return t
		}
	}
	return u
}

// parseCredit reads one name: of a person, of an organization, or of both parted
// by a slash or a dash. Who takes pictures may well be an agency; who writes is a
// person if nothing says otherwise.
func parseCredit(t string, role article.Role) (c article.Credit) {
	t = strings.Trim(t, " .;,:*")
	if t == "" {
		return c
	}
	for _, sep := range []string{"/", " - ", " – ", " — ", " | "} {
		i := strings.Index(t, sep)
		if i <= 0 {
			continue
		}
		a, b := strings.TrimSpace(t[:i]), strings.TrimSpace(t[i+len(sep):])
		if a == "" || b == "" {
			continue
		}
		switch {
		case isOrganization(b) || !isPerson(b):
			if isOrganization(a) && !isPerson(a) {
				break // two parts of one name
			}
			c.Name = a
			c.Organization = organization(b)
			return c
		case isOrganization(a):
			c.Name = b
			c.Organization = organization(a)
			return c
		}
	}
	if i := strings.IndexByte(t, '('); i > 0 && strings.HasSuffix(t, ")") {
		a, b := strings.TrimSpace(t[:i]), strings.Trim(t[i:], "() ")
		if a != "" && b != "" && isOrganization(b) {
			c.Name = a
			c.Organization = organization(b)
			return c
		}
		switch strings.ToLower(b) {
		case "thực hiện", "tổng hợp", "biên soạn", "ghi", "t/h", "th", "lược ghi":
			t = a
		}
	}
	author := role != article.RolePhotographer && role != article.RoleSource
	if isOrganization(t) || !isPerson(t) && (!author || !isName(t) || len(strings.Fields(t)) > 5) {
		c.Organization = organization(t)
		return c
	}
	c.Name = t
	return c
}

func organization(name string) *article.Organization {
	o := &article.Organization{Name: strings.TrimSpace(name)}
	for _, a := range agencies {
		if strings.EqualFold(a, o.Name) {
			o.Kind = article.OrganizationNews
		}
	}
	return o
}

// agencies are organizations that are credited by a name that could be a
// person's.
var agencies = []string{
	"TTXVN", "VNA", "TTX", "VOV", "VTV", "VTC", "VGP", "VNE", "VnExpress", "Reuters", "AFP", "AP", "EPA", "EFE", "DPA", "Getty",
	"Getty Images", "Xinhua", "Tân Hoa xã", "Tân Hoa Xã", "THX", "Tass", "Sputnik", "Kyodo", "Yonhap", "Bloomberg", "BBC", "CNN",
	"Shutterstock", "iStock", "Pixabay", "Unsplash", "Pexels", "Freepik", "Internet", "Tuổi Trẻ", "Thanh Niên", "Dân trí", "Dân Trí",
	"Nhân Dân", "Tiền Phong", "Lao Động", "Người Lao Động", "Zing", "Zing News", "Znews", "VietNamNet", "Vietnamnet", "Vietnam+",
	"Người Đưa Tin", "Pháp Luật", "Hà Nội Mới", "Quân đội nhân dân", "The Verge", "AFC", "FIFA", "UEFA", "NASA", "Facebook", "CTV",
	"BTC", "NVCC", "Fanpage", "Youtube", "YouTube", "Instagram", "TikTok", "Twitter", "X",
}

// organizationWords begin the names of organizations and of nobody else.
var organizationWords = []string{
	"báo", "ban", "sở", "bộ", "cục", "tổng", "ubnd", "ủy", "uỷ", "tỉnh", "huyện", "quận", "phường", "xã", "đài", "hội", "tập", "trường",
	"bệnh", "đảng", "liên", "mặt", "phòng", "cổng", "tạp", "btg", "hđnd", "tòa", "chi", "binh", "nhà", "cơ", "lữ", "câu", "clb", "hãng",
	"kênh", "trang", "ttxvn", "tttt", "vp", "bql", "đcsvn", "qđnd", "cand", "bch", "bqp", "bca", "viện", "khoa", "thôn", "làng", "nhóm",
}

// organizationStarts begin the names of organizations with words that persons
// have for names too.
var organizationStarts = []string{
	"thành ủy", "thành uỷ", "thành phố", "thành đoàn", "trung tâm", "trung ương", "công ty", "công an", "công đoàn", "đoàn thanh niên", "đoàn tncs",
	"đoàn kinh tế", "thông tấn", "tân hoa", "quân khu", "quân đội", "quân đoàn", "văn phòng", "học viện", "đại học", "đội ", "hạt ",
}

// isOrganization reports whether a name is that of an organization.
func isOrganization(t string) bool {
	for _, a := range agencies {
		if strings.EqualFold(a, t) {
			return true
		}
	}
	words := strings.Fields(t)
	if len(words) == 0 {
		return false
	}
	// All capitals without dots: an abbreviation. Initials have dots.
	for _, w := range words {
		if n := utf8.RuneCountInString(w); n >= 2 && w == strings.ToUpper(w) && !strings.Contains(w, ".") && hasLetter(w) && len(words) <= 4 && !allUpper(t) {
			return true
		}
	}
	if len(words) == 1 && utf8.RuneCountInString(t) >= 3 && t == strings.ToUpper(t) && !strings.Contains(t, ".") && !viet.IsSyllable(t) {
		return true
	}
	low := strings.ToLower(t)
	for _, o := range organizationStarts {
		if strings.HasPrefix(low, o) {
			return true
		}
	}
	first := strings.ToLower(words[0])
	for _, o := range organizationWords {
		if first != o {
			continue
		}
		if len(words) == 1 {
			return words[0] == strings.ToUpper(words[0]) && len(o) > 2
		}
		if !nameToo[o] || len(words) > 2 {
			return true
		}
		// "Chi Mai" and "Trang Linh" are persons, "Chi bộ 3" and "Ban Biên tập" not.
		for _, w := range words[1:] {
			r, _ := utf8.DecodeRuneInString(w)
			if !unicode.IsUpper(r) || utf8.RuneCountInString(w) > 1 && w == strings.ToUpper(w) && !allUpper(t) {
				return true
			}
		}
		return false
	}
	return false
}

// nameToo are the words of organizationWords that begin persons' names as well.
var nameToo = map[string]bool{
	"chi": true, "trang": true, "liên": true, "khoa": true, "ban": true, "hội": true, "nhà": true, "đài": true, "bộ": true, "sở": true,
	"viện": true, "báo": false, "câu": true, "cơ": true, "binh": true, "tập": true, "mặt": true, "xã": false, "làng": true, "nhóm": false,
}

func allUpper(t string) bool {
	n := 0
	for _, c := range t {
		if unicode.IsLower(c) {
			return false
		}
		if unicode.IsUpper(c) {
			n++
		}
	}
	return n >= 2
}

// isPerson reports whether a name could be a person's in Vietnamese: one to five
// capital syllables, or initials.
func isPerson(t string) bool {
	words := strings.Fields(t)
	if len(words) == 0 || len(words) > 5 {
		return false
	}
	vietnamese := false
	for _, c := range t {
		vietnamese = vietnamese || c >= 0x1EA0 && c <= 0x1EF9 || strings.ContainsRune("ăâđêôơưĂÂĐÊÔƠƯáàéèíìóòúùýãẽĩõũ", c)
	}
	for i, w := range words {
		r, _ := utf8.DecodeRuneInString(w)
		if !unicode.IsUpper(r) {
			return false
		}
		switch {
		case strings.Contains(w, "."):
			if len(w) > 8 {
				return false
			}
		case utf8.RuneCountInString(w) == 1, viet.IsSyllable(w):
		case i == 0 && len(w) > 2 && (w[1] == '\'' || strings.HasPrefix(w[1:], "’")):
			// H'Linh, K'Brơi
		case !vietnamese:
			return false
		}
	}
	return true
}

// surnames are those of more than nine in ten Vietnamese.
var surnames = map[string]bool{
	"Nguyễn": true, "Trần": true, "Lê": true, "Phạm": true, "Hoàng": true, "Huỳnh": true, "Phan": true, "Vũ": true, "Võ": true,
	"Đặng": true, "Bùi": true, "Đỗ": true, "Hồ": true, "Ngô": true, "Dương": true, "Lý": true, "Đinh": true, "Trịnh": true,
	"Đoàn": true, "Lâm": true, "Mai": true, "Trương": true, "Cao": true, "Tạ": true, "Hà": true, "Đào": true, "Lương": true,
	"Tô": true, "Thái": true, "Châu": true, "Quách": true, "Vương": true, "Tôn": true, "Lưu": true, "Chu": true, "Phùng": true,
}

func hasSurname(t string) bool {
	w, rest, _ := strings.Cut(t, " ")
	return surnames[w] && rest != ""
}

// bylineLabels begin the line that says who wrote an article, in lower case.
var bylineLabels = []struct {
	label string
	roles []article.Role
}{
	{"tác giả", []article.Role{article.RoleAuthor}},
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
		return nil
	}
	label = strings.ToLower(strings.Join(strings.Fields(label), " "))
	for _, l := range bylineLabels {
		if l.label != label {
			continue
		}
		var cs []article.Credit
		for _, r := range l.roles {
			cs = append(cs, parseNames(who, r)...)
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

// sourceOf reads a line such as "Nguồn: baokontum.com.vn" or "(Theo TTXVN)".
func sourceOf(t string) (name string, ok bool) {
	if len(t) > 120 || strings.IndexByte(t, '\n') >= 0 {
		return "", false
	}
	bracket := strings.HasPrefix(t, "(")
	t = strings.Trim(t, " .()[]*")
	low := strings.ToLower(t)
	if len(low) != len(t) {
		return "", false
	}
	for _, l := range []string{"nguồn tin:", "nguồn:", "theo nguồn:", "source:"} {
		if strings.HasPrefix(low, l) {
			name = strings.TrimSpace(t[len(l):])
			return name, name != "" && utf8.RuneCountInString(name) <= 60
		}
	}
	if strings.HasPrefix(low, "theo ") {
		name = strings.TrimPrefix(strings.TrimSpace(t[len("theo"):]), ": ")
		name = strings.TrimSpace(strings.TrimPrefix(name, ":"))
		// Without brackets the line must be no more than a name.
		if bracket || len(strings.Fields(name)) <= 4 && isName(name) {
			return name, name != ""
		}
	}
	return "", false
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
	return len(t) >= len(word) && strings.EqualFold(t[:len(word)], word)
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

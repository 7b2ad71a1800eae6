package importer

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/toasoan/toasoan/article"
	"github.com/toasoan/toasoan/article/viet"
)

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
	if who := strings.TrimSuffix(t, " cung cấp"); !containsFold(anybody, who) {
		t = who
	}
	if i := strings.IndexByte(t, ')'); i >= 0 && !strings.Contains(t[:i], "(") {
		return nil // more than a name
	}
	if t == "" || !hasLetter(t) || strings.Contains(t, ". ") && utf8.RuneCountInString(t) > 40 {
		return nil
	}
	if strings.ContainsAny(t, "\n\"“”") || strings.Contains(t, "://") {
		return nil
	}
	for part := range strings.SplitSeq(t, ";") {
		for _, part := range names(persons(part)) {
			c := parseCredit(part, role)
			if c.Name == "" && c.Organization == nil {
				continue
			}
			if noName(c.Name) || c.Organization != nil && noName(c.Organization.Name) {
				return nil
			}
			if c.Organization != nil && c.Name == "" && len(strings.Fields(c.Organization.Name)) > 6 && !isOrganization(c.Organization.Name) {
				return nil // a sentence
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

// anybody are those who give pictures and are no house of that name.
var anybody = []string{"gia đình", "nhân vật", "bạn đọc", "người dân", "người nhà", "độc giả"}

// noName reports whether words that stand where a name would are none: half of a pair
// of brackets, another label, how a picture was made.
func noName(t string) bool {
	if t != "" && !hasLetter(t) || strings.Count(t, "(") != strings.Count(t, ")") || strings.IndexByte(t, ':') >= 0 && !strings.Contains(t, "://") {
		return true
	}
	for _, w := range []string{"chụp màn hình", "cắt từ", "chụp lại", "chụp từ", "theo "} {
		if hasPrefixFold(t, w) {
			return true
		}
	}
	for _, w := range []string{" chuyển ngữ", " lược dịch", " tổng hợp", " (tổng hợp)"} {
		if strings.HasSuffix(t, w) {
			return true
		}
	}
	page, ok := strings.CutPrefix(t, "trang ")
	return ok && isDigits(page)
}

// names parts a list of names at its commas and at "và". An organization keeps
// them: "Phòng Văn hóa và Thông tin", "Trung tâm VH,TT".
func names(t string) []string {
	if head, tail, ok := strings.Cut(t, ", "); ok && !strings.ContainsAny(tail, ", ") && len(tail) > 2 && isUpperCase(tail) &&
		isName(head) && strings.Contains(head, " ") && !isOrganization(head) && !isPerson(tail) {
		return []string{head + "/" + tail} // "Richard Nyberg, USAID"
	}
	for _, sep := range []string{" - ", " – ", "/"} {
		if i := strings.Index(t, sep); i > 0 {
			head, tail := strings.TrimSpace(t[:i]), strings.TrimSpace(t[i+len(sep):])
			if isOrganization(tail) && (strings.Contains(tail, " và ") || strings.Contains(tail, ",")) && !strings.Contains(head, ",") && !personAfter(tail) {
				return []string{t}
			}
		}
	}
	if i := strings.LastIndexAny(t, "/,"); i > 0 {
		head, tail := strings.TrimSpace(t[:i]), strings.TrimSpace(t[i+1:])
		if isOrganization(head) && (containsFold(agencies, tail) || containsFold(givers, tail)) {
			return append(names(head), tail) // "Hải quân Mỹ/Reuters"
		}
	}
	if isOrganization(strings.TrimSpace(t)) && !personAfter(t) {
		return []string{t}
	}
	if a, b, ok := strings.Cut(t, " & "); ok && isPerson(a) && isPerson(b) && strings.Contains(a, " ") {
		t = a + " và " + b
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
	if a, b, ok := strings.Cut(t, "-"); ok && allUpper(t) && !strings.Contains(t, " -") && isPerson(a) && isPerson(b) && strings.Contains(a, " ") && strings.Contains(b, " ") {
		return a + " và " + b
	}
	if !strings.Contains(t, " - ") && !strings.Contains(t, " – ") && !strings.Contains(t, " — ") {
		return t
	}
	u := dashesToAnd.Replace(t)
	if u == t {
		return t
	}
	for p := range strings.SplitSeq(u, " và ") {
		p = strings.Trim(p, " .")
		if n := len(strings.Fields(p)); n < 2 || n > 4 || !isPerson(p) || isOrganization(p) || containsFold(provinces, p) {
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
	if strings.HasPrefix(t, "từ ") || strings.HasPrefix(t, "Từ ") {
		t = t[len("từ "):]
	}
	if t == "" || isNobody(t) && (t != "T.H" || role != article.RolePhotographer) {
		return c // but T.H. is who took a picture
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
		case isNobody(b):
			return parseCredit(a, role)
		case sep != "/" && isTitle(b) && isPerson(a) && len(b) > len("phó bí thư"):
			c.Name, c.JobTitle = a, b
			return c
		case isOrganization(b) || !isPerson(b):
			if isOrganization(a) && (!isPerson(a) || containsFold(givers, a)) {
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
		if a != "" && b != "" && isOrganization(b) && !isNobody(a) && !isNobody(b) {
			c.Name = a
			c.Organization = organization(b)
			return c
		}
		switch strings.ToLower(b) {
		case "thực hiện", "tổng hợp", "biên soạn", "ghi", "t/h", "th", "lược ghi", "theo":
			t = strings.TrimRight(a, " .;,:*")
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
	if containsFold(agencies, o.Name) {
		o.Kind = article.OrganizationNews
	}
	return o
}

// agencies are newsrooms that are credited by a name that could be a person's.
var agencies = []string{
	"TTXVN", "VNA", "TTX", "VOV", "VTV", "VTC", "VGP", "VNE", "VnExpress", "Reuters", "AFP", "AP", "EPA", "EFE", "DPA", "Xinhua", "Tân Hoa xã", "Tân Hoa Xã", "THX", "Tass", "Sputnik", "Kyodo", "Yonhap", "Bloomberg", "BBC", "CNN",
	"Tuổi Trẻ", "Thanh Niên", "Dân trí", "Dân Trí",
	"Nhân Dân", "Tiền Phong", "Lao Động", "Người Lao Động", "Zing", "Zing News", "Znews", "VietNamNet", "Vietnamnet", "Vietnam+",
	"Dân Việt", "Khám Phá", "VTC News", "Sài Gòn Giải Phóng", "SGGP", "Kênh 14", "Kenh14", "Genk", "CafeF", "CafeBiz", "Soha", "Infonet", "24h", "Daily Mail", "Forbes",
	"Người Đưa Tin", "Pháp Luật", "Hà Nội Mới", "Quân đội nhân dân", "The Verge",
}

// givers are others that pictures are credited to.
var givers = []string{
	"Getty", "Getty Images", "Shutterstock", "iStock", "Pixabay", "Unsplash", "Pexels", "Freepik", "Internet", "AFC", "FIFA", "UEFA", "NASA",
	"Facebook", "Google", "Google Maps", "Maps", "CTV", "BTC", "NVCC", "Fanpage", "YouTube", "Instagram", "TikTok", "Twitter", "X",
}

func containsFold(list []string, t string) bool {
	return slices.ContainsFunc(list, func(x string) bool { return len(x) == len(t) && strings.EqualFold(x, t) })
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
	"thành ủy", "thành uỷ", "thành phố", "thành đoàn", "trung tâm", "trung ương", "công ty", "công an", "công đoàn", "đoàn thanh niên", "đoàn tncs", "đoàn luật sư",
	"đoàn kinh tế", "thông tấn", "tân hoa", "quân khu", "quân đội", "quân đoàn", "văn phòng", "học viện", "đại học", "đội ", "hạt ",
	"hải quân", "không quân", "lục quân", "cảnh sát", "quân chủng", "đại sứ quán", "tổng lãnh sự", "nhân vật", "gia đình", "bạn đọc", "người dân", "google",
}

// isOrganization reports whether a name is that of an organization.
func isOrganization(t string) bool {
	if containsFold(agencies, t) || containsFold(givers, t) || isDomain(t) {
		return true
	}
	words := strings.Fields(t)
	if len(words) == 0 {
		return false
	}
	// All capitals without dots: an abbreviation. Initials have dots.
	for _, w := range words {
		if n := utf8.RuneCountInString(w); n >= 2 && isUpperCase(w) && !strings.Contains(w, ".") && hasLetter(w) && len(words) <= 4 && !allUpper(t) {
			return true
		}
	}
	if len(t) == 2 && isASCII(t) && isUpperCase(t) && hasLetter(t[:1]) && hasLetter(t[1:]) && t != "PV" {
		return true
	}
	if len(words) == 1 && utf8.RuneCountInString(t) >= 3 && isUpperCase(t) && !strings.Contains(t, ".") && !viet.IsSyllable(t) {
		return true
	}
	for _, o := range organizationStarts {
		if hasPrefixFold(t, o) {
			return true
		}
	}
	for _, o := range organizationWords {
		if len(words[0]) != len(o) || !strings.EqualFold(words[0], o) {
			continue
		}
		if len(words) == 1 {
			return isUpperCase(words[0]) && len(o) > 2
		}
		if !nameToo[o] || len(words) > 2 {
			return true
		}
		// "Chi Mai" and "Trang Linh" are persons, "Chi bộ 3" and "Ban Biên tập" not.
		for _, w := range words[1:] {
			r, _ := utf8.DecodeRuneInString(w)
			if !unicode.IsUpper(r) || utf8.RuneCountInString(w) > 1 && isUpperCase(w) && !allUpper(t) {
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

// isUpperCase reports whether a text has no letter that is written otherwise in capitals.
func isUpperCase(t string) bool {
	for _, c := range t {
		if unicode.ToUpper(c) != c {
			return false
		}
	}
	return true
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
	if len(words) == 0 || len(words) > 5 || strings.ContainsAny(t, ":;!?()\"") {
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
			// Initials, the last of which may have a name after it: N.Trường.
			initials, name := w[:strings.LastIndexByte(w, '.')+1], w[strings.LastIndexByte(w, '.')+1:]
			if r, _ := utf8.DecodeRuneInString(name); len(initials) > 8 || name != "" && (!unicode.IsUpper(r) || len(words) == 1 && !viet.IsSyllable(name) && !unicode.IsUpper(lastRune(name))) {
				return false
			}
		case utf8.RuneCountInString(w) == 1, viet.IsSyllable(w):
		case i == 1 && (words[0] == "A" || words[0] == "Y"):
			// A Jar, Y Byên: of the Central Highlands
		case i == 0 && len(w) > 2 && (w[1] == '\'' || strings.HasPrefix(w[1:], "’")):
			// H'Linh, K'Brơi
		case !vietnamese:
			return false
		}
	}
	return true
}

func lastRune(t string) rune {
	r, _ := utf8.DecodeLastRuneInString(t)
	return r
}

// isDomain reports whether a name is that of a host: news.cn.
func isDomain(t string) bool {
	i := strings.LastIndexByte(t, '.')
	if i < 2 || len(t)-i < 3 || len(t)-i > 5 || strings.Contains(t, " ") {
		return false
	}
	switch t[i+1:] {
	case "VN", "COM", "NET", "ORG", "EDU", "GOV", "INFO":
		return true
	}
	return strings.Trim(t[i+1:], "abcdefghijklmnopqrstuvwxyz") == ""
}

// isNobody reports whether words stand where a name would, and are none.
func isNobody(t string) bool {
	t = strings.Trim(t, " .()")
	if len(t) > len("lược dịch") {
		return false
	}
	switch strings.ToLower(t) {
	case "tổng hợp", "t.h", "t/h", "th", "sưu tầm", "st", "biên soạn", "lược dịch", "cộng sự", "n/a":
		return true
	}
	return false
}

// provinces stand behind the names of those who write from there.
var provinces = []string{
	"An Giang", "Bạc Liêu", "Bắc Giang", "Bắc Kạn", "Bắc Ninh", "Bến Tre", "Bình Dương", "Bình Định", "Bình Phước", "Bình Thuận", "Cà Mau", "Cao Bằng",
	"Cần Thơ", "Đà Nẵng", "Đắk Lắk", "Đắk Nông", "Điện Biên", "Đồng Nai", "Đồng Tháp", "Gia Lai", "Hà Giang", "Hà Nam", "Hà Nội", "Hà Tĩnh", "Hải Dương",
	"Hải Phòng", "Hậu Giang", "Hòa Bình", "Hưng Yên", "Khánh Hòa", "Kiên Giang", "Kon Tum", "Lai Châu", "Lạng Sơn", "Lào Cai", "Lâm Đồng", "Long An",
	"Nam Định", "Nghệ An", "Ninh Bình", "Ninh Thuận", "Phú Thọ", "Phú Yên", "Quảng Bình", "Quảng Nam", "Quảng Ngãi", "Quảng Ninh", "Quảng Trị",
	"Sóc Trăng", "Sơn La", "Tây Ninh", "Thái Bình", "Thái Nguyên", "Thanh Hóa", "Thừa Thiên Huế", "Tiền Giang", "Trà Vinh", "Tuyên Quang", "Vĩnh Long",
	"Vĩnh Phúc", "Yên Bái",
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

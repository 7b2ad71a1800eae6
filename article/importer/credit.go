package importer

import (
	"regexp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/toasoan/toasoan/article"
)

// photoLabels begin the credit of a picture, in lower case and without the colon.
var photoLabels = []string{
	"ảnh & clip", "ảnh và clip", "ảnh, clip", "clip, ảnh", "clip và ảnh", "ảnh và video", "ảnh, video", "video, ảnh", "chùm ảnh", "bộ ảnh", "loạt ảnh", "nguồn ảnh", "ảnh nguồn", "ảnh sưu tầm", "tin, ảnh", "bài, ảnh", "ảnh chụp màn hình", "ảnh tư liệu", "ảnh cắt từ clip", "ảnh cắt từ video",
	"ảnh", "hình", "photo", "photos", "clip", "video", "đồ họa", "đồ hoạ", "infographic", "nguồn", "source", "tranh", "minh họa", "minh hoạ", "họa sĩ", "thiết kế",
	"thực hiện", "âm thanh", "audio",
}

// illustrations say that a picture does not show the event.
var illustrations = []string{"ảnh minh họa", "ảnh minh hoạ", "hình minh họa", "hình minh hoạ", "ảnh mang tính minh họa", "illustration photo", "illustration"}

// hasPhotoCredit reports whether a line names who took a picture, as captions do
// at their end.
func hasPhotoCredit(t string) bool {
	const far = 128 // bytes from the end, where no credit begins
	from := max(0, len(t)-far)
	for from > 0 && t[from]&0xC0 == 0x80 {
		from--
	}
	if !maySayPhoto(t[from:]) {
		return false
	}
	low := strings.ToLower(t[from:])
	for _, w := range []string{"ảnh:", "ảnh :", "nguồn ảnh", "(ảnh", "photo:", "photo by ", "photos by ", "photo courtesy", "ảnh minh họa", "ảnh minh hoạ", "ảnh tư liệu"} {
		i := strings.LastIndex(low, w)
		if i < 0 || len(low)-i > 100 {
			continue
		}
		if i == 0 && from == 0 || i > 0 && strings.IndexByte(" (.-–|,\n\"”’", low[i-1]) >= 0 || i > 0 && low[i-1] >= 0x80 || w[0] == '(' {
			return true
		}
	}
	return false
}

// maySayPhoto reports whether t has the word "ảnh", or a colon after the word "photo",
// in any letter case. It is quick.
func maySayPhoto(t string) bool {
	for s := t; ; {
		i := strings.IndexByte(s, "ả"[1]) // ả is E1 BA A3, Ả is E1 BA A2
		if i < 0 {
			break
		}
		if s = s[i+1:]; len(s) >= 3 && s[0]|1 == "ả"[2] && s[1]|0x20 == 'n' && s[2]|0x20 == 'h' {
			return true
		}
	}
	return strings.IndexByte(t, ':') >= 0 && foldContains(t, "photo:")
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
		rest := strings.Trim(low[i+len(w):], " .:()[]*-–")
		who := strings.Trim(t[i+len(w):], " .:()[]*-–")
		if runeCount(rest) > 60 {
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
			if credits == nil || strings.Contains(who, ":") {
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
			if i := len(head) - len(w); len(w) > bestLen && strings.HasSuffix(head, w) && startsCredit(low, i) && startsLabel(t, i) {
				best, bestLen = i, len(w)
			}
		}
	}
	if best >= 0 {
		who := t[best+bestLen:]
		who = strings.TrimSpace(who[strings.IndexByte(who, ':')+1:])
		if runeCount(who) <= 80 {
			role := article.RolePhotographer
			label := low[best : best+bestLen]
			if s, ok := strings.CutSuffix(strings.TrimRight(low[:best], " "), ":"); ok {
				s = strings.TrimRight(s, " ")
				for _, w := range photoLabels { // "Ảnh: Nguồn: Internet"
					if i := len(s) - len(w); strings.HasSuffix(s, w) && startsCredit(low, i) && startsLabel(t, i) {
						best = min(best, i)
					}
				}
			}
			switch label {
			case "nguồn", "source", "nguồn ảnh", "ảnh nguồn", "ảnh sưu tầm":
				role = article.RoleSource
			case "clip", "video", "thực hiện":
				role = article.RoleVideographer
			case "âm thanh", "audio":
				role = article.RoleContributor
			case "đồ họa", "đồ hoạ", "infographic", "tranh", "minh họa", "minh hoạ", "họa sĩ", "thiết kế":
				role = article.RoleIllustrator
			}
			if credits = parseNames(who, role); credits != nil {
				return endOfCaption(t[:best]), credits, false, true
			}
		}
		return 0, nil, false, false
	}
	if from, who, ok := creditInBrackets(t); ok {
		switch first, _, _ := strings.Cut(strings.ToLower(who), " "); first {
		case "minh", "tư", "cắt", "chụp", "do", "trên", "dưới", "trái", "phải", "trong", "lớn", "nhỏ", "bên", "của":
		default:
			if credits = parseNames(who, article.RolePhotographer); credits != nil {
				return endOfCaption(t[:from]), credits, false, true
			}
		}
	}
	if strings.Contains(t, "hoto") {
		if m := creditBy.FindStringSubmatchIndex(t); m != nil {
			if credits = parseNames(t[m[2]:m[3]], article.RolePhotographer); credits != nil {
				return endOfCaption(t[:m[0]]), credits, false, true
			}
		}
	}
	if strings.Contains(t, "nh do ") {
		if m := creditAsGiven.FindStringSubmatchIndex(t); m != nil {
			if credits = parseNames(t[m[2]:m[3]], article.RoleSource); credits != nil {
				return endOfCaption(t[:m[0]]), credits, false, true
			}
		}
	}
	if loose {
		// "… tại Phòng CSGT - Nguyễn Tú"
		for _, dash := range []string{" - ", " – "} {
			if !strings.Contains(t, dash) {
				continue
			}
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

// creditInBrackets finds a credit without a colon at the end of t, "(Ảnh V.TR)":
// where it begins, and who it names.
func creditInBrackets(t string) (from int, who string, ok bool) {
	t, ok = strings.CutSuffix(strings.TrimRight(t, " ."), ")")
	if from = strings.LastIndexByte(t, '('); !ok || from < 0 {
		return 0, "", false
	}
	for _, label := range []string{"Ảnh", "ẢNH", "ảnh", "Hình"} {
		rest, ok := strings.CutPrefix(t[from+1:], label)
		who = strings.TrimLeft(rest, " \n")
		first, size := utf8.DecodeRuneInString(who)
		if n := runeCount(who[size:]); ok && len(who) < len(rest) && unicode.IsUpper(first) && 1 <= n && n <= 60 && !strings.ContainsAny(who, "():\n") {
			return from, who, true
		}
	}
	return 0, "", false
}

// creditBy is a credit in English: "Photo by Jane Doe/Reuters".
var creditBy = regexp.MustCompile(`(?:^|[-–—.(\s])[Pp]hotos? (?:by|courtesy of) (\p{Lu}[^():\n]{1,60}?)\)?[ .]*$`)

// creditAsGiven is a credit in a sentence: "Ảnh do Sở Văn hóa cung cấp."
var creditAsGiven = regexp.MustCompile(`(?:^|[-–—.(]\s*)[Ảả]nh do ([^():\n]{2,80}?) cung cấp[ .)]*$`)

// startsCredit reports whether a credit may begin at low[i].
func startsCredit(low string, i int) bool {
	s := strings.TrimRight(low[:i], " ")
	if s == "" {
		return true
	}
	c, _ := utf8.DecodeLastRuneInString(s)
	return len(s) < i && !unicode.IsLetter(c) || strings.ContainsRune(".(,;|-–—\n\"”’)[/*…:", c) || len(s) < i
}

// startsLabel reports whether the label of a credit at t[i] begins with a capital, or
// with a sign before it: "Triển lãm ảnh: Một góc nhìn" has none.
func startsLabel(t string, i int) bool {
	if c, _ := utf8.DecodeRuneInString(t[i:]); unicode.IsUpper(c) {
		return true
	}
	s := strings.TrimRight(t[:i], " ")
	c, _ := utf8.DecodeLastRuneInString(s)
	return s == "" || !unicode.IsLetter(c) && !unicode.IsDigit(c)
}

// endOfCaption is the length of a caption without what leads over to its credit.
func endOfCaption(t string) int {
	return len(strings.TrimRight(t, " \n([-–—|,;/*"))
}

// creditLine returns who made what is shown as package render prints it. The role is
// that of its makers.
func creditLine(cs []article.Credit, role article.Role, illustration bool) string {
	label := "Ảnh"
	switch {
	case illustration:
		label = "Ảnh minh họa"
	case role == article.RoleVideographer:
		label = "Video"
	case role == article.RoleContributor:
		label = "Âm thanh"
	}
	var line strings.Builder
	last := ""
	for len(cs) > 0 {
		n := 1
		for n < len(cs) && (illustration || sameLabel(&cs[n], &cs[0])) {
			n++
		}
		own := label
		switch {
		case illustration:
		case cs[0].Role == article.RoleIllustrator:
			own = "Minh họa"
		case cs[0].Role == article.RoleSource && (role != article.RolePhotographer || slices.ContainsFunc(cs[:n], func(c article.Credit) bool { return c.Name != "" })):
			own = "Nguồn"
		}
		switch {
		case line.Len() == 0:
			line.WriteString(own + ": ")
		case own == last:
			line.WriteString(", ")
		default:
			line.WriteString(". " + own + ": ")
		}
		for i := range cs[:n] {
			if i > 0 {
				line.WriteString(", ")
			}
			line.WriteString(nameLine(&cs[i]))
		}
		last, cs = own, cs[n:]
	}
	if line.Len() == 0 && illustration {
		return label
	}
	return line.String()
}

// sameLabel reports whether two credits stand behind one label.
func sameLabel(c, d *article.Credit) bool {
	kind := func(c *article.Credit) article.Role {
		if c.Role == article.RoleSource || c.Role == article.RoleIllustrator {
			return c.Role
		}
		return ""
	}
	return kind(c) == kind(d)
}

// nameLine returns the name in a credit with its organization.
func nameLine(c *article.Credit) string {
	switch {
	case c.Organization == nil:
		return c.Name
	case c.Name == "":
		return c.Organization.Name
	}
	return c.Name + "/" + c.Organization.Name
}

// sameCredits reports whether credits name the same in the same roles.
func sameCredits(x, y []article.Credit) bool {
	return slices.EqualFunc(x, y, func(c, d article.Credit) bool {
		return c.Role == d.Role && c.Name == d.Name && nameLine(&c) == nameLine(&d)
	})
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

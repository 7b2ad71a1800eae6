package importer

import (
	"fmt"
	"io"
	"regexp"
	"slices"
	"strings"
	"time"
	"unicode"
	"unicode/utf8"

	"github.com/toasoan/toasoan/article"
	"github.com/toasoan/toasoan/article/viet"
)

// Text reads a whole article from text copied off a page: a line or more of the
// page's own furniture, the headline, the lead, captions between paragraphs, who
// wrote it, and the headings of what comes below. Each line is a paragraph, but
// for text broken to a width, whose lines are joined.
//
// Text that is no part of the article is in the notes, whose paths are the
// numbers of the lines.
func Text(r io.Reader, o *Options) (*article.Article, []Note, error) {
	o = o.orDefault()
	lim := limitsOf(o)
	src, n, err := o.read(new(sink), r, false)
	if err != nil {
		return nil, nil, err
	}
	t := &textReader{o: o, a: &article.Article{Lang: o.Lang}}
	if n.Code != "" {
		t.notes = append(t.notes, n)
	}
	t.split(src)
	if len(t.lines) > lim.nodes {
		return nil, nil, fmt.Errorf("importer: too many lines: %w", article.ErrTooComplex)
	}
	t.read()
	return t.a, t.notes, nil
}

// A line is a paragraph of copied text.
type line struct {
	text string
	no   int  // its number in the source, from 1
	gap  bool // an empty line is before it
}

// A textReader is one call of Text.
type textReader struct {
	o     *Options
	a     *article.Article
	lines []line
	notes []Note
}

func (t *textReader) note(code string, l line, text string) {
	t.notes = append(t.notes, Note{code, fmt.Sprintf("line %d", l.no), text})
}

// split cuts the source into lines.
func (t *textReader) split(src string) {
	src = strings.TrimPrefix(src, "\ufeff")
	src = strings.NewReplacer("\r\n", "\n", "\r", "\n", "\u0085", "\n", "\v", "\n", "\f", "\n", "\u2028", "\n", "\u2029", "\n").Replace(src)
	gap := false
	no := 0
	for s := range strings.SplitSeq(src, "\n") {
		no++
		s = strings.ReplaceAll(viet.Normalize(s), "\n", " ")
		if s == "" {
			gap = true
			continue
		}
		t.lines = append(t.lines, line{s, no, gap})
		gap = false
	}
	t.unwrap()
}

// unwrap joins lines that were broken to a width: most paragraphs then have
// several lines of nearly the same length, few of which end a sentence.
func (t *textReader) unwrap() {
	inner, full := 0, 0
	longest := 0
	for _, l := range t.lines {
		longest = max(longest, utf8.RuneCountInString(l.text))
	}
	if longest > 120 || longest < 40 {
		return
	}
	for i := 1; i < len(t.lines); i++ {
		if t.lines[i].gap {
			continue
		}
		inner++
		p := t.lines[i-1].text
		if n := utf8.RuneCountInString(p); n*10 >= longest*7 && !endsSentence(p) {
			full++
		}
	}
	if inner < 4 || full*3 < inner*2 {
		return
	}
	out := t.lines[:1]
	for i := 1; i < len(t.lines); i++ {
		l := t.lines[i]
		last := &out[len(out)-1]
		if k, _, _ := marker(l.text); l.gap || k != 0 {
			out = append(out, l)
			continue
		}
		last.text += " " + l.text
	}
	t.note("lines-joined", t.lines[0], "")
	t.lines = out
}

func endsSentence(t string) bool {
	r, _ := utf8.DecodeLastRuneInString(strings.TrimRight(t, "\"”’)»"))
	return strings.ContainsRune(".!?…:;", r)
}

// read finds the parts of the article.
func (t *textReader) read() {
	t.furniture()
	t.foot()
	if len(t.lines) == 0 {
		return
	}
	t.headline()
	t.meta()
	t.lead()
	t.body()
	t.publishedFromLead()
}

// publishedFromLead takes the day that begins the lead for that of publication, if
// nothing else tells it and the caller says in which zone the day is.
func (t *textReader) publishedFromLead() {
	if !t.a.Published.IsZero() || t.o.Location == nil || len(t.a.Lead) == 0 {
		return
	}
	for w := range viet.Whens(t.a.Lead[0].Text) {
		if w.Start > len("Chiều ngày ") || w.Year == 0 || w.Day == 0 {
			return
		}
		t.a.Published = time.Date(w.Year, w.Month, w.Day, 0, 0, 0, 0, t.o.Location)
		t.notes = append(t.notes, Note{"published-from-lead", "lead", w.Text})
		return
	}
}

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
	for len(t.lines) > 0 {
		l := t.lines[0]
		switch {
		case isScreenLine(l.text):
			t.note("dropped-ui", l, l.text)
		case isTrail(l.text):
			t.trail(l)
		case len(t.lines) > 2 && t.date(l):
		default:
			return
		}
		t.lines = t.lines[1:]
	}
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

// headline takes the headline and its kicker.
func (t *textReader) headline() {
	l := t.lines[0]
	if utf8.RuneCountInString(l.text) > 250 || len(t.lines) == 1 && endsSentence(l.text) {
		return // no headline: the text begins at once
	}
	t.lines = t.lines[1:]
	h := newHeadline(l.text)
	t.a.Headline, t.a.Kicker = h.text, h.kicker
	for _, n := range h.notes {
		t.note(n.Code, l, n.Text)
	}
}

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

// meta takes the date and the byline between headline and lead, in any order.
func (t *textReader) meta() {
	for len(t.lines) > 1 {
		l := t.lines[0]
		switch {
		case isScreenLine(l.text):
			t.note("dropped-ui", l, l.text)
		case isTrail(l.text):
			t.trail(l)
		case t.date(l):
		case t.credit(l):
		default:
			return
		}
		t.lines = t.lines[1:]
	}
}

// credit takes a line that says who wrote the article or where it is from.
func (t *textReader) credit(l line) bool {
	if cs := bylineOf(l.text); cs != nil {
		t.a.Credits = append(t.a.Credits, cs...)
		t.note("byline", l, l.text)
		return true
	}
	if s, ok := sourceOf(l.text); ok && t.a.Source == nil {
		t.a.Source = newSource(s)
		t.note("source", l, l.text)
		return true
	}
	return false
}

// newSource names where an article was taken from, by name or by address.
func newSource(s string) *article.Source {
	if u, ok := article.SafeMediaURL(s); ok && (strings.HasPrefix(u, "http://") || strings.HasPrefix(u, "https://")) {
		return &article.Source{Name: hostOf(u), URL: u}
	}
	return &article.Source{Name: strings.Trim(s, " .")}
}

func hostOf(u string) string {
	_, rest, _ := strings.Cut(u, "//")
	host, _, _ := strings.Cut(rest, "/")
	return strings.TrimPrefix(host, "www.")
}

// lead takes the paragraph that sums up the article, if another follows.
func (t *textReader) lead() {
	if len(t.lines) < 2 {
		return
	}
	l := t.lines[0]
	n := utf8.RuneCountInString(l.text)
	if k, _, _ := marker(l.text); n < 40 || n > 1000 || k != 0 || captionLine(l.text) {
		return
	}
	t.lines = t.lines[1:]
	line, rest := dateline(l.text)
	if line != "" {
		t.note("dateline", l, l.text[:len(l.text)-len(rest)])
	}
	t.a.Dateline = line
	t.a.Lead = cited(article.Plain(rest))
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
		if tail == "" || inner == "" || strings.ContainsAny(head, ".,:;!?\"“”") && !strings.HasPrefix(head, "TP.") {
			continue
		}
		switch {
		case bracket && strings.Contains(head, "(") && len(strings.Fields(inner)) <= 6:
		case isHouse(inner):
		default:
			continue
		}
		return strings.Trim(head, " "), tail
	}
	return "", t
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

// captionLine reports whether a line of text is the caption of a picture that was
// not copied.
func captionLine(t string) bool {
	if n := utf8.RuneCountInString(t); n > 250 || n < 4 || isByline(t) {
		return false
	}
	if hasPhotoCredit(t) {
		return true
	}
	if utf8.RuneCountInString(t) > 120 || strings.HasSuffix(t, ":") || strings.HasSuffix(t, "?") {
		return false
	}
	for _, w := range captionWords {
		if strings.HasPrefix(t, w) {
			return true
		}
	}
	return false
}

// body takes the paragraphs, captions, headings and lists, and from their end who
// wrote them.
func (t *textReader) body() {
	t.ending()
	for i := 0; i < len(t.lines); {
		l := t.lines[i]
		if j := t.list(i); j > i {
			i = j
			continue
		}
		switch {
		case strings.Contains(l.text, "|") && isScreenLine(l.text): // a row of tools
			t.note("dropped-ui", l, l.text)
		case captionLine(l.text):
			t.caption(l)
		case t.heading(i):
			t.a.Body = append(t.a.Body, &article.Heading{Level: 1, Text: article.Plain(l.text)})
			t.note("heading-from-line", l, "")
		case isRule(l.text):
			t.a.Body = append(t.a.Body, &article.Divider{})
			t.note("divider", l, l.text)
		default:
			t.a.Body = append(t.a.Body, &article.Paragraph{Text: cited(article.Plain(l.text))})
			t.doubts(l)
		}
		i++
	}
}

// caption keeps the caption of a picture that was not copied: a picture that is
// not at hand.
func (t *textReader) caption(l line) {
	t.note("caption-without-picture", l, l.text)
	im := &article.Image{Caption: article.Plain(l.text)}
	if cut, credits, illustration, ok := splitCredit(l.text, false); ok {
		im.Credits, im.Illustration = credits, illustration
		im.Caption = article.Plain(l.text[:cut])
	}
	if len(im.Caption) == 0 {
		// A credit alone is no picture to be shown.
		t.a.Body = append(t.a.Body, &article.Paragraph{Text: article.Plain(l.text)})
		return
	}
	t.a.Body = append(t.a.Body, im)
}

// heading reports whether line i is a heading: short, without the end of a
// sentence, between empty lines and before a paragraph.
func (t *textReader) heading(i int) bool {
	l := t.lines[i]
	if i+1 >= len(t.lines) || !headingLike(l.text) || utf8.RuneCountInString(l.text) > 90 {
		return false
	}
	r, _ := utf8.DecodeLastRuneInString(l.text)
	if strings.ContainsRune("!”\"", r) {
		return false
	}
	return utf8.RuneCountInString(t.lines[i+1].text) >= 100
}

// list takes the list whose first item is line i and returns the line after it.
func (t *textReader) list(i int) int {
	var kind byte
	var x article.List
	number, j := 0, i
	for ; j < len(t.lines); j++ {
		k, num, m := marker(t.lines[j].text)
		s := t.lines[j].text
		if k == 0 || m >= len(s) || dialogue(s) || j > i && (k != kind || k == '1' && num != number+1) || captionLine(s) {
			break
		}
		if j == i && k == '1' && num != 1 {
			x.Start = num
		}
		kind, number = k, num
		x.Items = append(x.Items, article.Body{&article.Paragraph{Text: cited(article.Plain(s[m:]))}})
	}
	if j-i < 2 {
		return i
	}
	x.Ordered = kind == '1'
	t.a.Body = append(t.a.Body, &x)
	t.note("list-from-lines", t.lines[i], "")
	return j
}

// ending takes from the end the lines that say who wrote the article, where it is
// from and who took the pictures.
func (t *textReader) ending() {
	for len(t.lines) > 1 {
		l := t.lines[len(t.lines)-1]
		switch {
		case t.date(l), t.credit(l):
		case len(t.a.Credits) == 0 && isPerson(l.text) && hasSurname(l.text):
			t.a.Credits = append(t.a.Credits, article.Credit{Name: l.text})
			t.note("byline", l, l.text)
		default:
			return
		}
		t.lines = t.lines[:len(t.lines)-1]
	}
}

// doubts notes what an editor should look at: joined words and quotation marks
// without their partner.
func (t *textReader) doubts(l line) {
	for _, w := range joinedWords(l.text) {
		t.note("joined-words", l, w)
	}
	if q := strayQuote(l.text); q != "" {
		t.note("stray-quote", l, q)
	}
}

// joinedWords returns words of s that are two syllables with no space between:
// "viêncác".
func joinedWords(s string) (words []string) {
	for tok := range viet.Tokens(s) {
		w := tok.Text
		if utf8.RuneCountInString(w) < 4 || strings.ToLower(w) != w || viet.IsSyllable(w) || isASCII(w) {
			continue
		}
		for i := range w {
			if i > 1 && len(w)-i > 1 && viet.IsSyllable(w[:i]) && viet.IsSyllable(w[i:]) && (!isASCII(w[:i]) || !isASCII(w[i:])) {
				words = append(words, w)
				break
			}
		}
	}
	return words
}

func isASCII(s string) bool {
	for i := range len(s) {
		if s[i] >= 0x80 {
			return false
		}
	}
	return true
}

// strayQuote returns the curly quotation mark of s that has no partner, with the
// words beside it.
func strayQuote(s string) string {
	open := -1
	for i, c := range s {
		switch c {
		case '“':
			open = i
		case '”':
			if open < 0 {
				from := max(0, strings.LastIndexByte(s[:max(0, i-20)], ' ')+1)
				return s[from : i+len("”")]
			}
			open = -1
		}
	}
	if open >= 0 {
		end := min(len(s), open+30)
		for end < len(s) && !utf8.RuneStart(s[end]) {
			end++
		}
		return s[open:end]
	}
	return ""
}

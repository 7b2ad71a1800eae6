package importer

import (
	"fmt"
	"io"
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
	src, n = inUTF8(src, n)
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
	inner, full, mid := 0, 0, 0
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
			if r, _ := utf8.DecodeRuneInString(t.lines[i].text); unicode.IsLower(r) {
				mid++ // in the middle of a sentence
			}
		}
	}
	few := inner < 4 || full*3 < inner*2
	if few && (mid < 2 || mid < full) {
		return
	}
	t.note("lines-joined", t.lines[0], "")
	out := t.lines[:0]
	var parts []string // of the paragraph at hand
	for i, l := range t.lines {
		r, _ := utf8.DecodeRuneInString(l.text)
		if k, _, _ := marker(l.text); i == 0 || l.gap || k != 0 || few && !unicode.IsLower(r) {
			if i > 0 {
				out[len(out)-1].text = strings.Join(parts, " ")
			}
			out, parts = append(out, l), parts[:0]
		}
		parts = append(parts, l.text)
	}
	out[len(out)-1].text = strings.Join(parts, " ")
	t.lines = out
}

func endsSentence(t string) bool {
	r, _ := utf8.DecodeLastRuneInString(strings.TrimRight(t, "\"”’)»"))
	return strings.ContainsRune(".!?…:;", r)
}

// read finds the parts of the article.
func (t *textReader) read() {
	t.furniture()
	t.sections()
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

// meta takes the date and the byline between headline and lead, in any order.
func (t *textReader) meta() {
	for len(t.lines) > 1 {
		l := t.lines[0]
		switch {
		case t.pageLine(l), t.toolLine(l):
		case t.date(l):
		case t.credit(l):
		case t.datedLine(l):
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
	if author, source, ok := takenFrom(l.text); ok && t.a.Source == nil {
		t.a.Source = newSource(source)
		t.a.Source.Author = author
		t.note("source", l, l.text)
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
	t.keywords()
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
		case isTeaserLine(l.text):
			t.note("dropped-teaser", l, l.text)
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
		case t.date(l), t.credit(l), t.pageLine(l):
		case len(t.a.Credits) == 0 && isPerson(l.text) && (hasSurname(l.text) || isPenName(l.text) && endsSentence(t.lines[len(t.lines)-2].text)):
			t.a.Credits = append(t.a.Credits, article.Credit{Name: l.text})
			t.note("byline", l, l.text)
		default:
			return
		}
		t.lines = t.lines[:len(t.lines)-1]
	}
}

// isPenName reports whether a line by itself may be what a writer is called: two to
// four words, none of them a place.
func isPenName(t string) bool {
	n := len(strings.Fields(t))
	return n >= 2 && n <= 4 && !containsFold(provinces, t) && !containsFold(cities, t) && !isNobody(t)
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

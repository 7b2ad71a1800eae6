package a11y

import (
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/net/html"
)

// datePattern matches a text that is a date and nothing else, such as
// "Thứ hai, 23/11/2026 | 10:00".
var datePattern = regexp.MustCompile(`(?i)^(thứ (hai|ba|tư|năm|sáu|bảy|[2-7])|chủ nhật|ngày|cập nhật|đăng|mon|tue|wed|thu|fri|sat|sun)?[a-zđ,.:\s|-]{0,14}\d{1,2}[/.-]\d{1,2}[/.-]\d{4}[\s,|(–-]*(\d{1,2}[:hg]\d{0,2}(:\d{2})?)?\s*(am|pm|gmt ?\+?7|\(gmt ?\+7\))?\)?$`)

// lintText checks a piece of text: a paragraph, a list item, a cell.
func (p *page) lintText(n *html.Node, c context) {
	if !p.visible(n) {
		return
	}
	own := false
	for d := n.FirstChild; d != nil; d = d.NextSibling {
		if d.Type == html.TextNode && strings.TrimSpace(d.Data) != "" || d.Type == html.ElementNode && inlineElements[d.Data] {
			own = true
			break
		}
	}
	if !own {
		return
	}
	text := collapse(rawText(n))
	if text == "" {
		return
	}
	if n.Data == "p" || n.Data == "div" {
		if allCaps(text) {
			p.report("all-caps", n, short(text))
		}
		if len(text) <= 60 && hasYear(text) && !hasChild(n, "time") && datePattern.MatchString(text) && !inside(n, "time") {
			p.report("date-markup", n, short(text))
		}
	}
	if n.Data == "p" {
		p.lintFakeHeading(n, text)
	}
	if i := decomposed(text); i >= 0 {
		p.report("text-nfd", n, short(text))
	}
	p.lintBreaks(n, text)
	if isElement(n, "p", "li", "blockquote", "td", "div") && !hasBlocks(n) {
		p.lintPassage(n, text, c.lang)
	}
}

// hasYear reports whether s holds four digits in a row.
func hasYear(s string) bool {
	run := 0
	for i := range len(s) {
		if s[i] < '0' || s[i] > '9' {
			run = 0
		} else if run++; run == 4 {
			return true
		}
	}
	return false
}

func hasChild(n *html.Node, name string) bool {
	for d := range n.Descendants() {
		if isElement(d, name) {
			return true
		}
	}
	return false
}

func hasBlocks(n *html.Node) bool {
	for d := n.FirstChild; d != nil; d = d.NextSibling {
		if d.Type == html.ElementNode && !inlineElements[d.Data] && d.Data != "br" && d.Data != "img" {
			return true
		}
	}
	return false
}

// allCaps reports whether a text of five words or more has no lower-case
// letter.
func allCaps(s string) bool {
	upper := 0
	for _, r := range s {
		if unicode.IsLower(r) {
			return false
		}
		if unicode.IsUpper(r) {
			upper++
		}
	}
	return upper >= 20 && strings.Count(s, " ") >= 4
}

// decomposed returns the place of a combining mark of Vietnamese that stands on
// its own, or -1.
func decomposed(s string) int {
	if strings.IndexByte(s, 0xcc) < 0 { // the first byte of each in UTF-8
		return -1
	}
	for i, r := range s {
		switch r {
		case 0x300, 0x301, 0x302, 0x303, 0x306, 0x309, 0x31b, 0x323:
			return i
		}
	}
	return -1
}

// headingLike reports whether a text could be a heading: short, of two words or
// more, and no sentence.
func headingLike(s string) bool {
	return utf8.RuneCountInString(s) <= 80 && !strings.HasSuffix(s, ".") && !strings.HasSuffix(s, ":") && !strings.HasSuffix(s, ",") &&
		!strings.HasSuffix(s, "”") && strings.Contains(s, " ")
}

// lintFakeHeading looks for a short paragraph all in bold before another one.
func (p *page) lintFakeHeading(n *html.Node, text string) {
	if !headingLike(text) || attr(n, "class") != "" {
		return
	}
	var bold *html.Node
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		switch {
		case c.Type == html.TextNode && strings.TrimSpace(c.Data) == "":
		case isElement(c, "b", "strong") && bold == nil:
			bold = c
		default:
			return
		}
	}
	if bold == nil || inside(n, "td") || inside(n, "th") || inside(n, "figure") || inside(n, "blockquote") || inside(n, "li") || inside(n, "footer") || inside(n, "header") {
		return
	}
	for c := n.NextSibling; c != nil; c = c.NextSibling {
		if c.Type == html.ElementNode {
			if isElement(c, "p", "ul", "ol") && len(collapse(rawText(c))) > 80 {
				p.report("fake-heading", n, short(text))
			}
			return
		}
	}
}

// lintBreaks looks for paragraphs and lists typed with line breaks.
func (p *page) lintBreaks(n *html.Node, text string) {
	run, items := 0, 0
	var bullet string
	start := true
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		switch {
		case isElement(c, "br"):
			if run++; run == 2 {
				rest := c.NextSibling
				for rest != nil && rest.Type == html.TextNode && strings.TrimSpace(rest.Data) == "" {
					rest = rest.NextSibling
				}
				if rest != nil && !isElement(rest, "br") {
					p.report("br-paragraphs", n, "")
					return
				}
			}
			start = true
		case c.Type == html.TextNode:
			t := strings.TrimSpace(c.Data)
			if t == "" {
				continue
			}
			run = 0
			if b := bulletOf(t); start && b != "" && (bullet == "" || bullet == b) {
				bullet = b
				if items++; items == 3 {
					p.report("fake-list", n, b)
					return
				}
			}
			start = false
		case c.Type == html.ElementNode:
			run, start = 0, false
		}
	}
	// Three paragraphs in a row that begin with the same sign.
	b, k := bulletOf(text), 0
	if n.Data != "p" || b == "" || follows(n, b) {
		return
	}
	for e := n; b != "" && e != nil; e = e.NextSibling {
		if e.Type == html.TextNode && strings.TrimSpace(e.Data) == "" {
			continue
		}
		if !isElement(e, "p") || bulletOf(collapse(rawText(e))) != b {
			break
		}
		if k++; k == 3 {
			p.report("fake-list", n, b)
			return
		}
	}
}

// follows reports whether the paragraph before n begins with the sign too.
func follows(n *html.Node, b string) bool {
	for e := n.PrevSibling; e != nil; e = e.PrevSibling {
		if e.Type == html.ElementNode {
			return e.Data == "p" && bulletOf(collapse(rawText(e))) == b
		}
	}
	return false
}

// bulletOf returns the sign that begins a typed list item. A dash is not one
// before a quotation: dialogue begins with it too, but has no second line.
func bulletOf(s string) string {
	if s == "" || s[0] > '-' && s[0] < 0x80 {
		return "" // most texts
	}
	for _, b := range []string{"- ", "– ", "+ ", "* ", "• ", "· ", "●", "▪", "■", "★", "✓"} {
		if strings.HasPrefix(s, b) {
			return strings.TrimSpace(b)
		}
	}
	return ""
}

// englishWords are frequent English words that are no Vietnamese ones.
var englishWords = words(`the of and to is that for it was with his this have from they by had not but what all were when we there can been has would which their will if about who get them then she many some so these her him time into no than its over think also after use two how our work first well way even new want because any give day most us are`)

// lintPassage looks for a passage that is not in the language it says.
func (p *page) lintPassage(n *html.Node, text, lang string) {
	if foreign(text, lang) && !p.passages(n) {
		p.report("lang-mismatch", n, short(text))
	}
}

// foreign reports whether a passage of eight words or more that says it is
// Vietnamese is English, or the other way round.
func foreign(text, lang string) bool {
	base, _, _ := strings.Cut(strings.ToLower(lang), "-")
	if base != "vi" && base != "en" || len(text) < 40 {
		return false
	}
	// Nearly every text is decided by its first letters.
	if marked := strings.ContainsFunc(text, vietnameseOnly); marked == (base == "vi") {
		return false
	}
	tokens, english, lower := 0, 0, 0
	for w := range strings.FieldsSeq(text) {
		w = strings.Trim(w, ".,;:!?\"'()“”‘’…")
		if w == "" {
			continue
		}
		tokens++
		if englishWords[strings.ToLower(w)] {
			english++
		}
		// Names are Vietnamese in English text too.
		if r, _ := utf8.DecodeRuneInString(w); unicode.IsLower(r) && strings.ContainsFunc(w, vietnameseOnly) {
			lower++
		}
	}
	if tokens < 8 {
		return false
	}
	if base == "vi" {
		return english*4 >= tokens
	}
	return lower*3 >= tokens && english*10 < tokens
}

// passages reports whether something in n has a lang of its own.
func (p *page) passages(n *html.Node) bool {
	for d := range n.Descendants() {
		if d.Type == html.ElementNode {
			if _, ok := lookup(d, "lang"); ok {
				return true
			}
		}
	}
	return false
}

// vietnameseOnly reports whether a letter is hardly found outside Vietnamese.
func vietnameseOnly(r rune) bool {
	return r >= 0x1ea0 && r <= 0x1ef9 || strings.ContainsRune("ăđơưáàãâéèêíìóòõôúùýĂĐƠƯÁÀÃÂÉÈÊÍÌÓÒÕÔÚÙÝ", r)
}

package article

import (
	"html"
	"regexp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/toasoan/toasoan/article/viet"
)

// A passage is a text or a plain field of the article, for the checks of spelling.
type passage struct {
	path  string
	spans Text
}

// passages yields the texts and the fields that hold sentences, not names.
func (r *reviewer) passages(f func(passage)) {
	w := &walker{}
	w.text = func(t *Text) { f(passage{string(w.path), *t}) }
	w.str = func(u use, s *string) {
		if u != useLine {
			return
		}
		switch name := w.path[strings.LastIndexByte(string(w.path), '.')+1:]; string(name) {
		case "headline", "alternativeHeadline", "shortHeadline", "seoTitle", "kicker", "description", "alt":
			f(passage{string(w.path), Text{{Text: *s}}})
		}
	}
	w.article(r.a)
}

// words looks for words that are spelled wrong beyond doubt, and for capitals.
func (r *reviewer) words() {
	r.passages(func(p passage) {
		if r.vietnamese {
			for i := range p.spans {
				if s := &p.spans[i]; isVietnamese(s.Lang) && !s.Marks.Has(Code) {
					r.spelling(p, i)
				}
			}
		}
		for i := range p.spans {
			if !p.spans[i].Marks.Has(Code) {
				r.markup(p, i)
			}
		}
		if s := p.spans.String(); p.path == "headline" && isShouted(s, 3, 11) ||
			(p.path == "lead" || strings.HasSuffix(p.path, "].text") && !inCell.MatchString(p.path)) && isShouted(s, 6, 20) && !official.MatchString(s) {
			r.add(p.path, "all-caps", SeverityHint,
				"Viết toàn chữ hoa: khó đọc, và trình đọc màn hình có thể đọc từng chữ cái.",
				"The text is in capitals, which is hard to read and may be spelled out by screen readers.")
		}
	})
}

func (r *reviewer) spelling(p passage, span int) {
	s := p.spans[span].Text
	for t := range viet.Tokens(s) {
		if t.Kind != viet.Word || isASCII(t.Text) || t.End+1 < len(s) && s[t.End] == '.' && 'a' <= s[t.End+1] && s[t.End+1] <= 'z' {
			continue // "ngânlượng.vn" is an address
		}
		first, _ := utf8.DecodeRuneInString(t.Text)
		if placed := viet.PlaceTones(t.Text, viet.KeepTones); placed != t.Text && !isVowel(first) { // not the rest of "q uả"
			f := r.add(p.path, "misplaced-tone", SeverityWarning,
				"Dấu thanh đặt sai chỗ: “%s” phải là “%s”.", "The tone mark is on the wrong letter: “%s” is “%s”.", t.Text, placed)
			f.fix(placed, replaceIn(p.path, span, t.Start, t.Text, placed))
		} else if left, right, ok := splitWord(t.Text); ok {
			f := r.add(p.path, "joined-words", SeverityWarning,
				"Hai từ dính liền: “%s” có lẽ là “%s %s”.", "Two words are joined: “%s” seems to be “%s %s”.", t.Text, left, right)
			f.fix(left+" "+right, replaceIn(p.path, span, t.Start, t.Text, left+" "+right))
		}
	}
}

var markup = regexp.MustCompile(`&(?:[A-Za-z]{2,8}|#[0-9]{2,6}|#[xX][0-9A-Fa-f]{2,5});|</?(?i:a|b|big|br|center|div|em|font|h[1-6]|i|img|li|o:p|ol|p|small|span|strong|sub|sup|u|ul)(?:\s[^<>]*)?/?>`)

// markup looks for markup that was taken for text: readers would see "&amp;".
func (r *reviewer) markup(p passage, span int) {
	s := p.spans[span].Text
	if !strings.ContainsAny(s, "&<") {
		return
	}
	for _, m := range markup.FindAllStringIndex(s, maxFindings) {
		old := s[m[0]:m[1]]
		char := strings.ReplaceAll(html.UnescapeString(old), "\u00a0", " ")
		if old[0] == '&' && strings.HasSuffix(char, ";") {
			continue // no character reference, or the beginning of one: "&copyright;"
		}
		f := r.add(p.path, "markup-in-text", SeverityWarning,
			"Có mã HTML lẫn trong chữ: “%.60s”.", "There is markup in the text: “%.60s”.", old)
		if around := "|" + char + "|"; old[0] == '&' && char != "\n" && viet.IsNormal(around) { // not a control, which nobody can have meant
			f.fix(char, replaceIn(p.path, span, m[0], old, char))
		}
	}
}

// inCell matches the path of a text in a table, where names and abbreviations stand.
var inCell = regexp.MustCompile(`\.(?:head|rows|foot)\[\d+\]\[\d+\]\.text$`)

// official matches what stands in capitals at the head and below the text of official
// documents (decree 30/2020/NĐ-CP, appendix I): the name of the state, of the office,
// and of who signs.
var official = regexp.MustCompile(`^(?:CỘNG H(?:ÒA|OÀ) XÃ HỘI CHỦ NGHĨA VIỆT NAM|(?:TM|KT|TL|TUQ|Q)\.|(?:ỦY|UỶ) BAN NHÂN DÂN|HỘI ĐỒNG NHÂN DÂN|(?:CHỦ TỊCH|GIÁM ĐỐC|TỔNG GIÁM ĐỐC|BỘ TRƯỞNG) \pL|CÔNG TY )[\pL .\n]*$`)

// isShouted reports whether s has no small letter, and so many words and letters that
// it is a text, not an abbreviation or a name.
func isShouted(s string, minWords, minLetters int) bool {
	letters, words := 0, 0
	inWord := false
	for _, c := range s {
		switch {
		case unicode.IsLower(c):
			return false
		case unicode.IsUpper(c): // not a letter of a script that has no capitals
			if letters++; !inWord {
				words++
			}
			inWord = true
		case !unicode.Is(unicode.M, c):
			inWord = false
		}
	}
	return letters >= minLetters && words >= minWords
}

// quotes looks for quotation marks without partner. The paragraphs of a body are
// one chain, every other text stands alone.
func (r *reviewer) quotes() {
	if !r.vietnamese {
		return // other languages have other marks: „so“, »so«
	}
	chains := map[string][]passage{}
	var order []string
	w := &walker{}
	var paragraph *Paragraph
	w.block = func(b Block) { paragraph, _ = b.(*Paragraph) }
	w.text = func(t *Text) {
		key := string(w.path)
		if paragraph != nil && t == &paragraph.Text {
			if strings.HasPrefix(key, "live.") { // "live.updates[0]"
				key, _, _ = strings.Cut(key, "]")
			} else {
				key, _, _ = strings.Cut(key, "[")
			}
		}
		if chains[key] == nil {
			order = append(order, key)
		}
		chains[key] = append(chains[key], passage{string(w.path), *t})
	}
	w.article(r.a)
	for _, key := range order {
		r.quoteChain(chains[key])
	}
	for _, p := range []passage{{"headline", Plain(r.a.Headline)}, {"description", Plain(r.a.Description)}} {
		r.quoteChain([]passage{p})
	}
}

func (r *reviewer) quoteChain(texts []passage) {
	var q quoter
	for n, p := range texts {
		q.text(n, p.spans.String())
	}
	for _, m := range slices.Concat(q.bad, q.open) {
		p := texts[m.text]
		f := r.add(p.path, "unbalanced-quote", SeverityWarning,
			"Dấu ngoặc kép %s lẻ đôi: …%s…", "The quotation mark %s has no partner: …%s…", m.mark, around(p.spans.String(), m.offset))
		if m.fix != "" {
			span, offset := p.spans.at(m.offset)
			f.fix(m.fix, replaceIn(p.path, span, offset, m.mark, m.fix))
		}
	}
}

// at returns the span of t that byte offset of its text is in, and where there.
func (t Text) at(offset int) (span, at int) {
	for span = range t {
		if offset < len(t[span].Text) {
			break
		}
		offset -= len(t[span].Text)
	}
	return span, offset
}

// around returns some words of s around byte offset i.
func around(s string, i int) string {
	from, to := max(i-30, 0), min(i+30, len(s))
	for from < i && !utf8.RuneStart(s[from]) {
		from++
	}
	for to < len(s) && !utf8.RuneStart(s[to]) {
		to++
	}
	return strings.ReplaceAll(s[from:to], "\n", " ")
}

// replaceIn returns a change of old to new in a text or a plain field. Old is
// looked for at the offset, or anywhere if it is there once.
func replaceIn(path string, span, offset int, old, new string) func(*Article) bool {
	return func(a *Article) bool {
		done := false
		replace := func(s *string) {
			at := offset
			if !strings.HasPrefix((*s)[min(at, len(*s)):], old) {
				if strings.Count(*s, old) != 1 {
					return
				}
				at = strings.Index(*s, old)
			}
			*s, done = (*s)[:at]+new+(*s)[at+len(old):], true
		}
		w := &walker{}
		w.text = func(t *Text) {
			if string(w.path) == path && span < len(*t) {
				replace(&(*t)[span].Text)
				w.done = true
			}
		}
		w.str = func(_ use, s *string) {
			if string(w.path) == path {
				replace(s)
				w.done = true
			}
		}
		w.article(a)
		return done
	}
}

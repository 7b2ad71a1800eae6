package render

import (
	"strings"
	"unicode"

	"github.com/toasoan/toasoan/article"
)

// SSML returns the article for a voice, as SSML 1.1: headline, lead and body in
// paragraphs and sentences, with the language of passages and the long forms of
// abbreviations. Pictures, tables, documents and embeds are not read.
func (d *Document) SSML() string {
	if d.a == nil {
		return ""
	}
	p := ssmlPrinter{lang: d.a.Lang}
	p.str(xmlHeader + `<speak version="1.1" xmlns="http://www.w3.org/2001/10/synthesis"`)
	p.out = appendAttr(p.out, "xml:lang", d.a.Lang)
	p.str(">\n")
	p.para(article.Plain(d.a.Headline))
	p.str("<break strength=\"strong\"/>\n")
	p.para(d.a.Lead)
	p.body(d.a.Body)
	if d.a.Live != nil {
		for i := range d.a.Live.Updates {
			u := &d.a.Live.Updates[i]
			p.para(article.Plain(u.Headline))
			p.body(u.Body)
		}
	}
	p.str("</speak>\n")
	return string(p.out)
}

// An ssmlPrinter writes what is read aloud.
type ssmlPrinter struct {
	out  []byte
	lang string
}

func (p *ssmlPrinter) str(s string) { p.out = append(p.out, s...) }

func (p *ssmlPrinter) body(b article.Body) {
	for _, block := range b {
		switch b := block.(type) {
		case *article.Paragraph:
			p.para(b.Text)
		case *article.Heading:
			p.str("<break strength=\"strong\"/>\n")
			p.para(b.Text)
		case *article.List:
			for _, item := range b.Items {
				p.body(item)
			}
		case *article.Quote:
			if !b.Pull { // a pull quote repeats words of the article
				p.body(b.Body)
				p.para(b.Attribution)
			}
		case *article.Box:
			p.para(article.Plain(b.Title))
			p.body(b.Body)
		case *article.Preformatted:
			if b.Verse {
				p.para(article.Plain(b.Text))
			}
		case *article.Divider:
			p.str("<break strength=\"strong\"/>\n")
		case *article.Video:
			p.body(b.Transcript)
		case *article.Audio:
			p.body(b.Transcript)
		case *article.Embed:
			p.body(b.Fallback)
		case *article.RawHTML:
			for _, s := range rawText(b.HTML) {
				p.para(article.Plain(s))
			}
		case *article.Image, *article.Gallery, *article.Table, *article.File, *article.Links:
		default:
			panic("render: internal error: unknown block")
		}
	}
}

// para writes a paragraph, a sentence at a time.
func (p *ssmlPrinter) para(t article.Text) {
	if strings.TrimSpace(t.String()) == "" {
		return
	}
	p.str("<p><s>")
	fresh := true // nothing of the sentence is written yet
	for i := range t {
		s := &t[i]
		lang := s.Lang
		if lang == p.lang || !isTag(lang) {
			lang = ""
		}
		switch {
		case s.Expansion != "":
			p.str("<sub")
			p.out = appendAttr(p.out, "alias", s.Expansion)
			p.str(">")
			p.out = appendText(p.out, s.Text)
			p.str("</sub>")
			fresh = false
		case lang != "":
			p.str("<lang")
			p.out = appendAttr(p.out, "xml:lang", lang)
			p.str(">")
			p.out = appendText(p.out, speakable(s.Text, lang))
			p.str("</lang>")
			fresh = false
		default:
			for j, part := range sentences(speakable(s.Text, p.lang)) {
				if j > 0 && !fresh {
					p.str("</s>\n<s>")
				}
				p.out = appendText(p.out, part)
				fresh = fresh && strings.TrimSpace(part) == ""
			}
		}
	}
	p.str("</s></p>\n")
}

// speakable returns text as a voice should get it.
func speakable(s, _ string) string { return strings.ReplaceAll(s, "\n", " ") }

// sentences cuts text after the marks that end a sentence, where a capital
// letter follows.
func sentences(s string) []string {
	var list []string
	r := []rune(s)
	from := 0
	for i := 1; i+1 < len(r); i++ {
		if r[i] != ' ' || !unicode.IsUpper(r[i+1]) {
			continue
		}
		j := i - 1
		for j > from && strings.ContainsRune(`"”’)»`, r[j]) {
			j--
		}
		if !strings.ContainsRune(".!?…", r[j]) {
			continue
		}
		// "TP. Hồ Chí Minh", "J. Smith": one or two capitals before the point.
		k := j
		for k > from && unicode.IsUpper(r[k-1]) {
			k--
		}
		if r[j] == '.' && j-k >= 1 && j-k <= 2 && (k == 0 || r[k-1] == ' ') {
			continue
		}
		list = append(list, string(r[from:i]))
		from = i + 1
	}
	return append(list, string(r[from:]))
}

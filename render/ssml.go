package render

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/toasoan/toasoan/article"
	"github.com/toasoan/toasoan/article/viet"
)

// SSML returns the article for a voice, as SSML 1.1: headline, lead and body in
// paragraphs and sentences, with the language of passages and the long forms of
// abbreviations. A line that ends where readers see it end, as in a poem, is a
// sentence of its own. Vietnamese is written out as a news reader says it, by
// Renderer.Speaker. Pictures, tables, documents and embeds are not read.
func (d *Document) SSML() string {
	if d.a == nil {
		return ""
	}
	p := ssmlPrinter{lang: d.a.Lang, speaker: d.r.Speaker, markup: true}
	p.tag(xmlHeader + `<speak version="1.1" xmlns="http://www.w3.org/2001/10/synthesis"`)
	p.out = appendAttr(p.out, "xml:lang", d.a.Lang)
	p.tag(">\n")
	p.article(d.a)
	p.tag("</speak>\n")
	return string(p.out)
}

// Script returns what SSML says as plain text, a sentence a line and a blank
// line between paragraphs: what a person reads in front of a microphone.
func (d *Document) Script() string {
	if d.a == nil {
		return ""
	}
	p := ssmlPrinter{lang: d.a.Lang, speaker: d.r.Speaker}
	p.article(d.a)
	return string(p.out)
}

// An ssmlPrinter writes what is read aloud.
type ssmlPrinter struct {
	out     []byte
	lang    string
	speaker viet.Speaker
	markup  bool // write SSML, not plain text
}

// tag writes markup; esc writes text.
func (p *ssmlPrinter) tag(s string) {
	if p.markup {
		p.out = append(p.out, s...)
	}
}

func (p *ssmlPrinter) esc(s string) {
	if p.markup {
		p.out = appendText(p.out, s)
	} else {
		p.out = append(p.out, s...)
	}
}

func (p *ssmlPrinter) pause() { p.tag("<break strength=\"strong\"/>\n") }

func (p *ssmlPrinter) article(a *article.Article) {
	p.para(article.Plain(a.Headline))
	p.pause()
	p.para(a.Lead)
	p.body(a.Body)
	if a.Live != nil {
		for i := range a.Live.Updates {
			u := &a.Live.Updates[i]
			p.para(article.Plain(u.Headline))
			p.body(u.Body)
		}
	}
}

func (p *ssmlPrinter) body(b article.Body) {
	for _, block := range b {
		switch b := block.(type) {
		case *article.Paragraph:
			p.para(b.Text)
		case *article.Heading:
			p.pause()
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
				for _, stanza := range strings.Split(b.Text, "\n\n") {
					p.para(article.Plain(stanza))
				}
			}
		case *article.Divider:
			p.pause()
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

// para writes a paragraph, a sentence at a time. Neighbouring spans that are read
// alike are read as one, so that a date or number may go over a mark.
func (p *ssmlPrinter) para(t article.Text) {
	if strings.TrimSpace(t.String()) == "" {
		return
	}
	if len(p.out) > 0 && !p.markup {
		p.out = append(p.out, '\n')
	}
	p.tag("<p><s>")
	begun := false // something of the sentence is written
	for i := 0; i < len(t); {
		s := &t[i]
		lang := p.langOf(s)
		if s.Expansion != "" {
			if p.markup {
				p.out = append(p.out, "<sub"...)
				p.out = appendAttr(p.out, "alias", s.Expansion)
				p.tag(">")
				p.esc(s.Text)
				p.tag("</sub>")
			} else {
				p.esc(s.Expansion)
			}
			begun = true
			i++
			continue
		}
		var run strings.Builder
		for ; i < len(t) && t[i].Expansion == "" && p.langOf(&t[i]) == lang; i++ {
			if i > 0 && t[i-1].Marks.Has(article.Subscript) && beginsNumber(t[i].Text) {
				run.WriteByte(' ')
			}
			p.spoken(&run, &t[i], lang)
		}
		foreign := lang != p.lang && p.markup
		for j, part := range spokenParts(run.String(), foreign) {
			if j > 0 && begun {
				p.tag("</s>")
				p.out = append(p.out, '\n')
				p.tag("<s>")
				begun = false
			}
			begun = begun || strings.TrimSpace(part) != ""
			if foreign && part != "" {
				p.out = append(p.out, "<lang"...)
				p.out = appendAttr(p.out, "xml:lang", lang)
				p.tag(">")
				p.esc(p.say(part, lang))
				p.tag("</lang>")
				continue
			}
			p.esc(p.say(part, lang))
		}
	}
	p.tag("</s></p>")
	p.out = append(p.out, '\n')
}

// spokenParts cuts text into what is said in one go: its lines, and their sentences
// if they are not in a foreign language.
func spokenParts(s string, foreign bool) []string {
	lines := strings.Split(s, "\n")
	if foreign {
		return lines
	}
	var parts []string
	for _, line := range lines {
		parts = append(parts, sentences(line)...)
	}
	return parts
}

// spoken appends the text of a span as it is said: raised figures behind a figure,
// a bracket or a letter that stands for a number as a power, others in the
// characters of their own, as units have them ("m²"), lowered ones as they are. A
// raised link leads to a note and is not said.
func (p *ssmlPrinter) spoken(run *strings.Builder, s *article.Span, lang string) {
	if s.Link != nil && s.Marks.Has(article.Superscript) {
		return
	}
	if s.Marks.Has(article.Subscript) { // as in "H₂O"
		if last, _ := utf8.DecodeLastRuneInString(run.String()); unicode.IsDigit(last) {
			run.WriteByte(' ')
		}
		run.WriteString(s.Text)
		return
	}
	sign, digits := "", s.Text
	if n := strings.TrimLeft(digits, "-−+"); len(n) < len(digits) {
		sign, digits = digits[:len(digits)-len(n)], n
	}
	if !s.Marks.Has(article.Superscript) || !isVietnamese(lang) || digits == "" || strings.Trim(digits, "0123456789.,") != "" || !endsNumber(run.String()) {
		run.WriteString(raised(s))
		return
	}
	run.WriteString(" mũ ")
	if sign != "" && sign != "+" {
		run.WriteString("âm ")
	}
	run.WriteString(digits)
}

func beginsNumber(s string) bool { return s != "" && '0' <= s[0] && s[0] <= '9' }

// endsNumber reports whether s ends in a number, in something in brackets, or in a
// letter by itself that is no unit.
func endsNumber(s string) bool {
	last, n := utf8.DecodeLastRuneInString(s)
	before, _ := utf8.DecodeLastRuneInString(s[:len(s)-n])
	return unicode.IsDigit(last) || last == ')' || unicode.IsLetter(last) && last != 'm' && !unicode.IsLetter(before)
}

// langOf returns the language in which a span is read.
func (p *ssmlPrinter) langOf(s *article.Span) string {
	if isTag(s.Lang) {
		return s.Lang
	}
	return p.lang
}

// say returns text as a voice should get it, with the blanks at its ends.
func (p *ssmlPrinter) say(s, lang string) string {
	if !isVietnamese(lang) {
		return s
	}
	body := strings.TrimSpace(s)
	if body == "" {
		return s
	}
	from := strings.Index(s, body)
	return s[:from] + p.speaker.Speak(body) + s[from+len(body):]
}

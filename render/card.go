package render

import (
	"html/template"
	"time"

	"github.com/toasoan/toasoan/article"
)

// A Teaser is a link to an article, for lists. The zero Teaser prints nothing.
type Teaser struct {
	URL       string
	Title     string
	Kicker    string
	Summary   string
	Published time.Time
	Image     *article.Image
	Lang      string // of the article, if it differs from the list's
	Reason    string // why it stands in the list, such as "cùng chủ đề"
	ReasonURL string // of a page that says more about Reason; empty means none
	Live      bool   // its coverage goes on
	Eager     bool   // its picture is among the first that readers see: don't load it late
}

// Because returns the teaser with the reason why it stands in a list.
func (t Teaser) Because(reason string) Teaser {
	t.Reason = reason
	return t
}

// Teaser returns a teaser of the article. That of a nil Document, such as one
// looked up in vain, is the zero Teaser.
func (d *Document) Teaser() Teaser {
	if d == nil || d.a == nil {
		return Teaser{}
	}
	a := d.a
	t := Teaser{URL: a.URL, Title: a.ShortHeadline, Kicker: a.Kicker, Summary: d.Description(), Published: d.Published(), Lang: a.Lang}
	if t.Title == "" {
		t.Title = a.Headline
	}
	if list := d.imgs; len(list) > 0 && list[0] != d.r.Site.Image && list[0] != d.publisher().Logo && list[0] != d.r.Site.Publisher.Logo {
		img := *list[0]
		img.Link, img.Caption, img.Credits = nil, nil, nil
		t.Image = &img
	}
	t.Live = a.Live != nil && a.Live.End.IsZero()
	return t
}

// Card returns a card of the article with a heading of the given <h> number.
func (d *Document) Card(level int) template.HTML {
	if d.a == nil {
		return ""
	}
	return d.r.Card(d.Teaser(), level)
}

// Card returns a teaser as an article element of class card, with a heading of
// the given <h> number.
func (r *Renderer) Card(t Teaser, level int) template.HTML {
	p := r.cards()
	p.card("article", &t, level)
	return template.HTML(p.out)
}

// List returns teasers as a list of cards, with headings of the given <h>
// number. It is "" if there are none.
func (r *Renderer) List(teasers []Teaser, level int) template.HTML {
	p := r.cards()
	p.cardList(teasers, level)
	return template.HTML(p.out)
}

func (r *Renderer) cards() *htmlPrinter {
	lang := r.Site.Lang
	if lang == "" {
		lang = "vi"
	}
	return &htmlPrinter{r: r, labels: r.labelsFor(lang), lang: lang, base: baseOf(r.Site.URL)}
}

func (p *htmlPrinter) cardList(teasers []Teaser, level int) {
	if len(teasers) == 0 {
		return
	}
	p.str("<ul class=\"cards\">\n")
	for i := range teasers {
		p.card("li", &teasers[i], level)
	}
	p.str("</ul>\n")
}

// card prints one link an item. The picture says nothing the title does not,
// so it is decorative and outside of the link.
func (p *htmlPrinter) card(tag string, t *Teaser, level int) {
	u := p.media(t.URL)
	if u == "" || t.Title == "" {
		return
	}
	level = min(max(level, 1), 6)
	p.str("<")
	p.str(tag)
	p.str(` class="card"`)
	around, labels := p.lang, p.labels
	if t.Lang != "" && t.Lang != p.lang {
		p.langAttr(t.Lang)
		p.lang, p.labels = t.Lang, p.r.labelsFor(t.Lang)
	}
	p.str(">\n")
	if t.Image != nil && !p.remote(p.media(t.Image.URL)) {
		img := *t.Image
		img.Alt, img.Decorative, img.Link = "", true, nil
		p.eager = p.eager || t.Eager
		p.sizes = p.r.CardSizes
		p.picture(&img)
		p.sizes = ""
		p.str("\n")
	}
	p.str("<h")
	p.num(level)
	p.str("><a")
	p.attr("href", u)
	p.str(">")
	if t.Kicker != "" {
		p.str(`<span class="kicker">`)
		p.esc(t.Kicker)
		p.str(":</span> ")
	}
	p.esc(t.Title)
	p.str("</a>")
	p.endHeading(level)
	if !t.Published.IsZero() || t.Live {
		p.str(`<p class="dates"`)
		if !p.labels.speak(p.lang) {
			p.langAttr(p.labels.Lang)
		}
		p.str(">")
		if t.Live {
			p.str("<strong>")
			p.esc(p.labels.Live)
			p.str("</strong>")
			if !t.Published.IsZero() {
				p.str(" · ")
			}
		}
		if !t.Published.IsZero() {
			p.shortTime(t.Published)
		}
		p.str("</p>\n")
	}
	if t.Summary != "" {
		p.str(`<p class="summary">`)
		p.esc(t.Summary)
		p.str("</p>\n")
	}
	if t.Reason != "" {
		p.str(`<p class="reason"`)
		if p.lang != around { // it speaks of the list
			p.langAttr(around)
		}
		p.str(">")
		if u := p.media(t.ReasonURL); u != "" {
			p.str("<a")
			p.attr("href", u)
			p.str(">")
			p.esc(t.Reason)
			p.str("</a>")
		} else {
			p.esc(t.Reason)
		}
		p.str("</p>\n")
	}
	p.lang, p.labels = around, labels
	p.str("</")
	p.str(tag)
	p.str(">\n")
}

package render

import (
	"html/template"
	"io"
	"net/url"
	"strings"
	"sync"

	"github.com/toasoan/toasoan/article"
)

// A Layout is what the pages of a site have in common. Its fields of the types
// of html/template are written as they are: fill them from your own code, never
// from an article. The zero Layout is a bare page.
type Layout struct {
	Attrs   template.HTMLAttr // of the html element, such as `data-theme="sepia"`
	Styles  []template.CSS    // style elements
	Head    template.HTML     // at the end of the head
	Header  template.HTML     // before main, after the skip link
	Toolbar template.HTML     // at the beginning of main
	Footer  template.HTML     // after main
}

// A Page is an HTML page around a document. Its fields must not be changed while
// it is written; it may be written by several goroutines at once.
type Page struct {
	Layout

	// Document is the article. Nil means an empty one.
	Document *Document

	// Excerpt prints [Document.Excerpt] in place of the whole article.
	Excerpt bool

	// Related are other articles, listed below the editor's own choice, those
	// of Article.Related. An article that stands there twice is listed once.
	Related []Teaser

	// Newer and Older are the neighbours in time. Nil means none.
	Newer, Older *Teaser
}

// buffers holds buffers for pages.
var buffers = sync.Pool{New: func() any { return new([]byte) }}

// release gives a buffer back, unless it is one of the few that are large.
func release(buf *[]byte) {
	if cap(*buf) < 1<<20 {
		buffers.Put(buf)
	}
}

// WriteTo writes the page to w in one piece. It implements [io.WriterTo]. The
// error, if any, is that of w.
func (p *Page) WriteTo(w io.Writer) (int64, error) {
	buf := buffers.Get().(*[]byte)
	*buf = p.append((*buf)[:0])
	n, err := w.Write(*buf)
	release(buf)
	return int64(n), err
}

// HTML returns the page.
func (p *Page) HTML() template.HTML { return template.HTML(p.append(nil)) }

func (p *Page) append(dst []byte) []byte {
	d := p.document()
	dst = p.Layout.start(dst, d.a.Lang, d.Title(), d.part(partHead), d.labels)
	dst = append(dst, d.part(partBreadcrumb)...)
	dst = p.Layout.main(dst)
	if p.Excerpt {
		dst = append(dst, d.Excerpt()...)
	} else {
		dst = append(dst, d.part(partArticle)...)
	}
	if len(p.Related) > 0 || len(d.a.Related) > 0 || p.Newer != nil || p.Older != nil {
		hp := htmlPrinter{out: dst, r: d.r, labels: d.labels, lang: d.a.Lang, base: d.base, level: d.r.level() + 1}
		hp.related(d, p.Related)
		hp.pager(p.Newer, p.Older)
		dst = hp.out
	}
	return p.Layout.end(dst)
}

// document returns the document, or an empty one.
func (p *Page) document() *Document {
	if p.Document == nil || p.Document.a == nil {
		return &Document{a: &article.Article{Lang: "vi"}, r: new(Renderer), labels: &labelsVI}
	}
	return p.Document
}

// start begins a page, up to what stands before main.
func (l *Layout) start(dst []byte, lang, title, head string, labels *Labels) []byte {
	dst = append(dst, "<!DOCTYPE html>\n<html"...)
	dst = appendAttr(dst, "lang", lang)
	if dir := direction(lang); dir != "ltr" {
		dst = appendAttr(dst, "dir", dir)
	}
	if l.Attrs != "" {
		dst = append(dst, ' ')
		dst = append(dst, strings.TrimSpace(string(l.Attrs))...)
	}
	dst = append(dst, ">\n<head>\n<meta charset=\"utf-8\">\n<title>"...)
	dst = appendText(dst, title)
	dst = append(dst, "</title>\n<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"...)
	dst = append(dst, head...)
	for _, css := range l.Styles {
		dst = append(dst, "<style>"...)
		dst = append(dst, css...)
		dst = append(dst, "</style>\n"...)
	}
	dst = append(dst, l.Head...)
	dst = append(dst, "</head>\n<body>\n<a class=\"skip-link\" href=\"#main\">"...)
	dst = appendText(dst, labels.SkipToContent)
	dst = append(dst, "</a>\n"...)
	return append(dst, l.Header...)
}

// main begins the main part of a page.
func (l *Layout) main(dst []byte) []byte {
	dst = append(dst, "<main id=\"main\" tabindex=\"-1\">\n"...)
	return append(dst, l.Toolbar...)
}

// end ends a page after what stands in main.
func (l *Layout) end(dst []byte) []byte {
	dst = append(dst, "</main>\n"...)
	dst = append(dst, l.Footer...)
	return append(dst, "</body>\n</html>\n"...)
}

// related prints the editor's choice and then the others.
func (p *htmlPrinter) related(d *Document, teasers []Teaser) {
	seen := map[string]bool{d.url: true}
	list := make([]Teaser, 0, len(d.a.Related)+len(teasers))
	add := func(t Teaser) {
		if u := d.address(t.URL); u != "" && t.Title != "" && !seen[u] {
			seen[u] = true
			list = append(list, t)
		}
	}
	for i := range d.a.Related {
		l := &d.a.Related[i]
		text := l.Text
		if text == "" {
			text = article.FileName(l.URL)
		}
		add(Teaser{URL: l.URL, Title: text})
	}
	for _, t := range teasers {
		add(t)
	}
	if len(list) == 0 {
		return
	}
	p.section("related", p.labels.Related, "related")
	p.cardList(list, min(p.level+1, 6))
	p.str("</section>\n")
}

// pager prints the links to the neighbours in time.
func (p *htmlPrinter) pager(newer, older *Teaser) {
	start := len(p.out)
	p.str(`<nav class="pager"`)
	p.attr("aria-label", p.labels.Pager)
	p.str(">\n")
	n := len(p.out)
	for _, side := range [...]struct {
		t          *Teaser
		rel, label string
	}{{newer, "next", p.labels.Newer}, {older, "prev", p.labels.Older}} {
		if side.t == nil || side.t.Title == "" {
			continue
		}
		u := p.media(side.t.URL)
		if u == "" {
			continue
		}
		p.str("<a")
		p.attr("href", u)
		p.str(` rel="`)
		p.str(side.rel)
		p.str(`"><span>`)
		p.esc(side.label)
		p.str(":</span> ")
		p.esc(side.t.Title)
		p.str("</a>\n")
	}
	if len(p.out) == n {
		p.out = p.out[:start]
		return
	}
	p.str("</nav>\n")
}

// A Listing is an HTML page that lists articles: a home page, a section, a tag,
// a search. Its fields must not be changed while it is written.
type Listing struct {
	Layout

	// Renderer prints the cards. Nil means the zero Renderer.
	Renderer *Renderer

	Title       string // shown, and in the title element with the name of the site
	Description string // for search engines
	URL         string // canonical

	// Parents lead from the home page to the listing, the home page and the
	// listing itself left out.
	Parents []article.Link

	Intro template.HTML // after the heading
	Items []Teaser

	// Newer and Older are the addresses of the pages before and after this one.
	Newer, Older string

	// Feeds are announced beside those of the site.
	Feeds []FeedLink

	// NoIndex asks search engines to leave the page out.
	NoIndex bool
}

// WriteTo writes the page to w in one piece. It implements [io.WriterTo].
func (l *Listing) WriteTo(w io.Writer) (int64, error) {
	n, err := w.Write(l.append(nil))
	return int64(n), err
}

// HTML returns the page.
func (l *Listing) HTML() template.HTML { return template.HTML(l.append(nil)) }

func (l *Listing) append(dst []byte) []byte {
	r := l.Renderer
	if r == nil {
		r = new(Renderer)
	}
	p := r.cards()
	p.level = 2
	base := baseOf(r.Site.URL)
	self := media(base, l.URL)
	dst = l.Layout.start(dst, p.lang, l.title(r), l.head(r, base, self, p), p.labels)
	p.out = dst
	steps := l.steps(base, self, p.labels)
	p.breadcrumb(steps)
	p.out = l.Layout.main(p.out)
	p.str("<h1>")
	p.esc(l.Title)
	p.str("</h1>\n")
	p.str(string(l.Intro))
	p.eager = true
	p.cardList(l.Items, 2)
	p.pages(l.Newer, l.Older)
	return l.Layout.end(p.out)
}

func (l *Listing) title(r *Renderer) string {
	if l.Title == r.Site.Name {
		return shorten(l.Title, maxTitle)
	}
	return title(l.Title, r.Site.Name)
}

func (l *Listing) head(r *Renderer, base *url.URL, self string, p *htmlPrinter) string {
	var w headWriter
	description := shorten(oneLine(l.Description), maxDescription)
	w.name("description", description)
	if isHTTP(self) {
		w.link("canonical", self)
	}
	if l.NoIndex {
		w.name("robots", "noindex")
	} else {
		w.name("robots", "max-image-preview:large")
	}
	w.link("prev", p.media(l.Newer))
	w.link("next", p.media(l.Older))
	w.site(r, base)
	for _, f := range l.Feeds {
		w.link("alternate", media(base, f.URL), "type", f.MediaType, "title", f.Title)
	}
	w.property("og:type", "website")
	w.property("og:title", l.Title)
	w.property("og:description", description)
	if isHTTP(self) {
		w.property("og:url", self)
	}
	w.property("og:site_name", r.Site.Name)
	w.property("og:locale", locale(p.lang))
	card := "summary"
	if img := r.Site.Image; img != nil {
		if u := media(base, img.URL); isHTTP(u) {
			w.property("og:image", u)
			w.property("og:image:alt", img.Alt)
			card = "summary_large_image"
		}
	}
	w.name("twitter:card", card)
	if steps := l.steps(base, self, p.labels); len(steps) > 1 {
		w.data(func(dst []byte) []byte { return appendBreadcrumbLD(dst, steps) })
	} else if base != nil && self != "" && r.Site.Name != "" { // the home page
		w.data(func(dst []byte) []byte { return r.appendSiteLD(dst, base) })
	}
	return string(w.out)
}

func (l *Listing) steps(base *url.URL, self string, labels *Labels) []step {
	if base == nil || self == "" || strings.TrimSuffix(self, "/") == strings.TrimSuffix(base.String(), "/") {
		return nil
	}
	steps := []step{home(base, labels)}
	for _, parent := range l.Parents {
		if u := media(base, parent.URL); u != "" {
			steps = append(steps, step{parent.Text, fromRoot(base, media(nil, parent.URL)), u})
		}
	}
	return append(steps, step{l.Title, "", self})
}

// pages prints the links between the pages of a listing.
func (p *htmlPrinter) pages(newer, older string) {
	newer, older = p.media(newer), p.media(older)
	if newer == "" && older == "" {
		return
	}
	p.str(`<nav class="pager"`)
	p.attr("aria-label", p.labels.Page)
	p.str(">\n")
	for _, side := range [...]struct{ u, rel, label string }{{newer, "prev", p.labels.PreviousPage}, {older, "next", p.labels.NextPage}} {
		if side.u != "" {
			p.str("<a")
			p.attr("href", side.u)
			p.str(` rel="`)
			p.str(side.rel)
			p.str(`">`)
			p.esc(side.label)
			p.str("</a>\n")
		}
	}
	p.str("</nav>\n")
}

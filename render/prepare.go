package render

import (
	"cmp"
	"errors"
	"fmt"
	"html/template"
	"net/url"
	"reflect"
	"slices"
	"strings"
	"sync/atomic"
	"time"
	"unicode/utf8"

	"github.com/toasoan/toasoan/article"
	"github.com/toasoan/toasoan/article/viet"
)

// Prepare normalizes a copy of a, validates it and prints its HTML. The error,
// if any, is that of [article.Article.Validate], or says which RawHTML block
// passes the limits, or that the address of the site is not absolute. It does not look at the clock: ask [Document.Visible]
// whether an article may be shown.
func (r *Renderer) Prepare(a *article.Article) (*Document, error) {
	if a == nil {
		return nil, errors.New("render: article is nil")
	}
	c := a.Clone()
	c.Normalize()
	if err := c.Validate(); err != nil {
		return nil, fmt.Errorf("render: %w", err)
	}
	d := &Document{a: c, r: r, labels: r.labelsFor(c.Lang), base: baseOf(r.Site.URL)}
	if r.Site.URL != "" && d.base == nil {
		return nil, fmt.Errorf("%w: site: url %q", ErrNoURL, r.Site.URL)
	}
	d.url = d.address(c.URL)
	d.sum = d.summarize()
	d.desc = shorten(d.sum, maxDescription)
	d.imgs = d.findImages()
	d.people = d.findAuthors()
	d.title = title(cmp.Or(c.SEOTitle, c.Headline), r.Site.Name)
	p := &htmlPrinter{r: r, labels: d.labels, lang: c.Lang, base: d.base, level: r.level() + 1}
	if err := p.sanitizeAll(c); err != nil {
		return nil, err
	}
	d.print(p)
	if p.err != nil {
		return nil, p.err
	}
	p.out = nil
	p.breadcrumb(d.steps())
	d.crumbs = string(p.out)
	d.head = d.printHead()
	return d, nil
}

func (r *Renderer) level() int {
	if r.HeadingLevel <= 0 {
		return 1
	}
	return min(r.HeadingLevel, 6)
}

func (r *Renderer) labelsFor(lang string) *Labels {
	own := &labelsEN
	if isVietnamese(lang) {
		own = &labelsVI
	}
	if r.Labels == nil {
		return own
	}
	// An empty label is the language's own.
	l := *r.Labels
	dst, src := reflect.ValueOf(&l).Elem(), reflect.ValueOf(own).Elem()
	for i := range dst.NumField() {
		if dst.Field(i).IsZero() {
			dst.Field(i).Set(src.Field(i))
		}
	}
	return &l
}

// A Document is an article ready to be written in any form. It is immutable and
// safe for concurrent use. The zero Document is an empty article.
type Document struct {
	a      *article.Article
	r      *Renderer
	labels *Labels
	base   *url.URL // of the site; nil if it has none
	url    string   // canonical; absolute if the site or the article says so
	title  string   // of the page

	// What several printers ask for.
	sum    string            // one line
	desc   string            // sum, shortened
	imgs   []*article.Image  // that stand for the article
	people []*article.Credit // that wrote it

	html   string // the article element
	parts  [numParts]struct{ from, to int }
	head   string // all of the head but title, charset and viewport
	crumbs string
	frames []string // origins that the article frames
	cites  []*article.Citation
	heads  []heading
	raw    map[*article.RawHTML]rawMarkup

	// The body for feeds, made when the first feed asks for it: as HTML, and
	// escaped for XML. Two goroutines may make the same one twice.
	feedHTML, feedXML atomic.Pointer[string]
}

// The parts of the article element.
type part int

const (
	partHeader part = iota
	partHero
	partContents
	partBody
	partLive
	partAttachments
	partCorrections
	partSource
	partRights
	partTags
	partShare
	partListen
	partSeries
	numParts
)

func (d *Document) part(n part) template.HTML {
	return template.HTML(d.html[d.parts[n].from:d.parts[n].to])
}

// print writes the article element.
func (d *Document) print(p *htmlPrinter) {
	a := d.a
	// The list of contents stands before the body and is known after it: the
	// body is printed to a buffer of its own.
	buf, out := buffers.Get().(*[]byte), buffers.Get().(*[]byte)
	defer buffers.Put(buf)
	defer buffers.Put(out)
	p.out = (*buf)[:0]
	p.reserve(a)
	p.body(a.Body)
	bodyLen := len(p.out)
	p.levels = p.levels[:0]
	p.live(a.Live)
	*buf = p.out
	body, live := p.out[:bodyLen], p.out[bodyLen:]

	p.out = (*out)[:0]
	p.str(`<article class="article"`)
	p.attr("lang", a.Lang)
	p.str(">\n")
	write := func(n part, f func()) {
		p.levels = p.levels[:0]
		d.parts[n].from = len(p.out)
		f()
		d.parts[n].to = len(p.out)
	}
	write(partHeader, func() { p.header(a) })
	write(partListen, func() { p.listen(a.Accessibility.ReadAloud) })
	write(partHero, func() { p.hero(a.Hero) })
	write(partContents, func() {
		if n := d.r.contentsFrom(); n >= 0 && len(p.heads) >= n {
			p.contents(p.heads)
		}
	})
	if len(body) > 0 {
		p.str("<div class=\"body\">\n")
		write(partBody, func() { p.out = append(p.out, body...) })
		p.str("</div>\n")
	}
	write(partLive, func() { p.out = append(p.out, live...) })
	write(partSeries, func() { p.series(a.Series) })
	write(partAttachments, func() { p.attachments(a.Attachments) })
	write(partCorrections, func() { p.corrections(a.Corrections) })
	if a.Source != nil || !isZeroRights(&a.Rights) || len(a.Tags) > 0 || d.url != "" {
		p.str("<footer>\n")
		write(partSource, func() { p.source(a.Source) })
		write(partRights, func() { p.rights(&a.Rights) })
		write(partTags, func() { p.tags(a.Tags) })
		write(partShare, func() { p.share(d) })
		p.str("</footer>\n")
	}
	p.str("</article>\n")
	d.html = string(p.out)
	*out = p.out
	d.frames, d.cites, d.heads, d.raw = p.frames, p.cites, p.heads, p.raw
}

func isZeroRights(r *article.Rights) bool { return *r == article.Rights{} }

// each calls f with every block of a body, nested ones too, until f returns
// false.
func each(b article.Body, f func(article.Block) bool) bool {
	for _, block := range b {
		if !f(block) {
			return false
		}
		ok := true
		switch b := block.(type) {
		case *article.List:
			for _, item := range b.Items {
				ok = ok && each(item, f)
			}
		case *article.Quote:
			ok = each(b.Body, f)
		case *article.Box:
			ok = each(b.Body, f)
		case *article.Video:
			ok = each(b.Transcript, f)
		case *article.Audio:
			ok = each(b.Transcript, f)
		case *article.Embed:
			ok = each(b.Fallback, f)
		}
		if !ok {
			return false
		}
	}
	return true
}

func (r *Renderer) contentsFrom() int {
	if r.ContentsFrom == 0 {
		return 4
	}
	return r.ContentsFrom
}

// address returns a checked address, absolute if the site has one.
func (d *Document) address(u string) string { return media(d.base, u) }

// HTML returns the article element, without page and head.
func (d *Document) HTML() template.HTML { return template.HTML(d.html) }

// Header returns kicker, headline, lead, byline and dates.
func (d *Document) Header() template.HTML { return d.part(partHeader) }

// Hero returns the leading picture or recording, or "".
func (d *Document) Hero() template.HTML { return d.part(partHero) }

// Listen returns the recordings of the whole text, or "".
func (d *Document) Listen() template.HTML { return d.part(partListen) }

// Contents returns the list of contents, or "" if the article is too short for
// one; see Renderer.ContentsFrom.
func (d *Document) Contents() template.HTML { return d.part(partContents) }

// Body returns the body blocks alone.
func (d *Document) Body() template.HTML { return d.part(partBody) }

// Live returns the updates of a live page, or "".
func (d *Document) Live() template.HTML { return d.part(partLive) }

// Attachments returns the list of attached documents, or "".
func (d *Document) Attachments() template.HTML { return d.part(partAttachments) }

// Corrections returns what has been put right, or "".
func (d *Document) Corrections() template.HTML { return d.part(partCorrections) }

// Source returns where the article is from, or "".
func (d *Document) Source() template.HTML { return d.part(partSource) }

// Rights returns who owns the text, or "".
func (d *Document) Rights() template.HTML { return d.part(partRights) }

// Series returns the series the article is part of, or "".
func (d *Document) Series() template.HTML { return d.part(partSeries) }

// Tags returns the list of tags, or "".
func (d *Document) Tags() template.HTML { return d.part(partTags) }

// ShareLinks returns the list of share links, or "" for an article without an
// absolute address.
func (d *Document) ShareLinks() template.HTML { return d.part(partShare) }

// Head returns all of the head but charset, viewport and title: description,
// canonical and alternate addresses, previews and structured data.
func (d *Document) Head() template.HTML { return template.HTML(d.head) }

// Breadcrumb returns the way from the home page to the article, or "" if the
// site has no address.
func (d *Document) Breadcrumb() template.HTML { return template.HTML(d.crumbs) }

// FrameOrigins returns the origins whose frames the article holds, such as
// "https://www.youtube-nocookie.com", for the frame-src of a Content Security
// Policy.
func (d *Document) FrameOrigins() []string { return slices.Clone(d.frames) }

// Article returns a copy of the article as it is printed: normalized, with the
// canonical address in URL.
func (d *Document) Article() *article.Article {
	if d.a == nil {
		return &article.Article{}
	}
	a := d.a.Clone()
	if d.url != "" {
		a.URL = d.url
	}
	return a
}

// ID returns what names the article for ever: its ID, or else its address.
func (d *Document) ID() string {
	switch {
	case d.a == nil:
		return ""
	case d.a.ID != "":
		return d.a.ID
	}
	return d.url
}

// URL returns the canonical address, absolute if the site's is known.
func (d *Document) URL() string { return d.url }

// Lang returns the language of the article.
func (d *Document) Lang() string {
	if d.a == nil {
		return "vi"
	}
	return d.a.Lang
}

// Headline returns the headline as text.
func (d *Document) Headline() string {
	if d.a == nil {
		return ""
	}
	return d.a.Headline
}

// maxTitle is the number of characters of a title that search results show.
const maxTitle = 70

// Title returns the title of the page: the headline, followed by the name of
// the site if there is room for it, and cut at a word if it is longer than
// search results show.
func (d *Document) Title() string { return d.title }

func title(t, site string) string {
	if whole := t + " - " + site; site != "" && written(whole) <= maxTitle {
		return whole
	}
	s := shorten(t, maxTitle)
	for n := maxTitle; written(s) > maxTitle && n > maxTitle/2; {
		n -= written(s) - maxTitle
		s = shorten(t, n)
	}
	return s
}

// written returns the number of characters of a title as it is written, with
// character references, which is what checkers count.
func written(s string) int { return utf8.RuneCount(appendText(nil, s)) }

// maxDescription is the number of characters of a description that search
// results show.
const maxDescription = 160

// Description returns a summary for search results: Description or else the
// lead or the first paragraph, cut at the end of a sentence or at a word if it
// is longer than they show.
func (d *Document) Description() string { return d.desc }

// summary returns the description uncut, as one line.
func (d *Document) summary() string { return d.sum }

func (d *Document) summarize() string {
	s := d.a.Description
	if s == "" {
		s = d.a.Lead.String()
	}
	if s == "" {
		for _, b := range d.a.Body {
			if p, ok := b.(*article.Paragraph); ok {
				s = p.Text.String()
				break
			}
		}
	}
	return oneLine(s)
}

// Published returns when the article was first published, in the zone in which
// the site shows it. It is zero if that is unknown.
func (d *Document) Published() time.Time {
	if d.a == nil || d.a.Published.IsZero() {
		return time.Time{}
	}
	return d.r.Site.local(d.a.Published)
}

// Modified returns when the article last changed: Modified, or else Published.
func (d *Document) Modified() time.Time {
	if d.a == nil {
		return time.Time{}
	}
	if d.a.Modified.After(d.a.Published) {
		return d.r.Site.local(d.a.Modified)
	}
	return d.Published()
}

// Visible reports whether the article may be shown at an instant: its status
// allows it, no embargo is on and it has not expired.
func (d *Document) Visible(at time.Time) bool {
	a := d.a
	if a == nil || a.Status != "" && a.Status != article.StatusUsable {
		return false
	}
	return (a.EmbargoedUntil.IsZero() || !at.Before(a.EmbargoedUntil)) && (a.Expires.IsZero() || at.Before(a.Expires))
}

// ReadingTime returns how long a grown-up reader needs for the text.
func (d *Document) ReadingTime() time.Duration {
	if d.a == nil {
		return 0
	}
	return viet.ReadingTime(viet.CountWords(d.a.Lead.String()) + viet.CountWords(d.a.Body.Text()))
}

func oneLine(s string) string {
	if strings.ContainsAny(s, "\n\t") {
		s = strings.Join(strings.Fields(s), " ")
	}
	return strings.TrimSpace(s)
}

func runes(s string) int { return utf8.RuneCountInString(s) }

// shorten returns s if it has at most n characters, else its first sentences
// that have, or, if they are less than a third of that, its first words and an
// ellipsis.
func shorten(s string, n int) string {
	if len(s) <= n {
		return s
	}
	r := []rune(s)
	if len(r) <= n {
		return s
	}
	end := 0
	for _, part := range sentences(s) {
		next := end + runes(part)
		if end > 0 {
			next++ // the blank between them
		}
		if next > n {
			break
		}
		end = next
	}
	if end > n/3 {
		return string(r[:end])
	}
	for i := n - 1; i > n/3; i-- {
		if r[i] == ' ' {
			return strings.TrimRight(string(r[:i]), " ,;:–-") + "…"
		}
	}
	return string(r[:n-1]) + "…"
}

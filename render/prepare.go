package render

import (
	"cmp"
	"errors"
	"fmt"
	"reflect"
	"time"

	"github.com/toasoan/toasoan/article"
)

// Prepare checks a, as [article.Article.Checked] does, and prints its page. The
// error, if any, is that of Checked, or says which RawHTML block passes the
// limits, or that the address of the site is not absolute. It does not look at
// the clock: ask [Document.Visible] whether an article may be shown.
func (r *Renderer) Prepare(a *article.Article) (*Document, error) {
	if a == nil {
		return nil, errors.New("render: article is nil")
	}
	c, err := a.Checked()
	if err != nil {
		return nil, fmt.Errorf("render: %w", err)
	}
	d := &Document{a: c, r: r, labels: r.labelsFor(c.Lang), base: baseOf(r.Site.URL)}
	if r.Site.URL != "" && d.base == nil {
		return nil, fmt.Errorf("%w: site: url %q", ErrNoURL, r.Site.URL)
	}
	d.url = d.address(c.URL)
	if t := lastChange(c); t.After(c.Published) {
		c.Modified = t
	}
	d.sum = d.summarize()
	d.desc = shorten(d.sum, maxDescription)
	d.imgs = d.findImages()
	d.people = d.findAuthors()
	d.categories, d.keywords = categories(c)
	d.title = title(cmp.Or(c.SEOTitle, c.Headline), r.Site.Name)
	p := &htmlPrinter{r: r, labels: d.labels, lang: c.Lang, base: d.base, level: r.level() + 1, checked: true}
	if err := p.sanitizeAll(c); err != nil {
		return nil, err
	}
	if d.print(p); p.err != nil {
		return nil, p.err
	}
	return d, nil
}

// lastChange returns when what is printed of an article last changed: it itself,
// an update, a correction, or that its coverage ended.
func lastChange(a *article.Article) time.Time {
	last := a.Modified
	for i := range a.Corrections {
		last = latest(last, a.Corrections[i].Time)
	}
	if l := a.Live; l != nil {
		last = latest(last, l.End)
		for i := range l.Updates {
			last = latest(last, latest(l.Updates[i].Published, l.Updates[i].Modified))
		}
	}
	return last
}

func latest(t, u time.Time) time.Time {
	if u.After(t) {
		return u
	}
	return t
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

func (r *Renderer) contentsFrom() int {
	if r.ContentsFrom == 0 {
		return 4
	}
	return r.ContentsFrom
}

// The parts of a document. Those of the article element come first.
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
	partPicture // for the excerpt: the hero, or the picture that stands for it
	partArticle
	partBreadcrumb
	partHead // all of the head but title, charset and viewport
	partJSONLD
	partLiveJSONLD
	partBreadcrumbJSONLD
	numParts
)

// stillOf returns the picture that stands for a hero, or nil.
func stillOf(hero article.Block) article.Block {
	switch b := hero.(type) {
	case *article.Gallery:
		if len(b.Images) > 0 {
			return &b.Images[0]
		}
	case *article.Video:
		if b.Poster != nil {
			return b.Poster
		}
	}
	return nil
}

// part returns a part as it is written.
func (d *Document) part(n part) string { return d.text[d.parts[n].from:d.parts[n].to] }

const endOfBody = "</div>\n"

// print writes all parts, to one string.
func (d *Document) print(p *htmlPrinter) {
	a := d.a
	// The list of contents stands before the body and is known after it: the
	// body is printed to a buffer of its own.
	first, all := buffers.Get().(*[]byte), buffers.Get().(*[]byte)
	p.out = (*first)[:0]
	p.reserve(a)
	p.heads = make([]heading, 0, topHeadings(a.Body))
	if d.bySource {
		p.sourceID = p.id("source")
	}
	if i := datelined(a); i >= 0 {
		p.first, p.place = a.Body[i].(*article.Paragraph), a.Dateline
	}
	p.body(a.Body)
	bodyLen := len(p.out)
	p.levels = p.levels[:0]
	p.live(a.Live)
	*first = p.out
	body, live := p.out[:bodyLen], p.out[bodyLen:]

	// What stands around the body is printed to another one, and the body put in
	// between when both are whole.
	p.out = (*all)[:0]
	bodyAt, between := 0, 0
	write := func(n part, f func()) {
		p.levels = p.levels[:0]
		d.parts[n].from = len(p.out) + between
		f()
		d.parts[n].to = len(p.out) + between
	}
	write(partArticle, func() {
		p.str(`<article class="article"`)
		p.attr("lang", a.Lang)
		p.dirAttr(a.Lang, "")
		p.str(">\n")
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
			write(partBody, func() { bodyAt, between = len(p.out), len(body) })
			between += len(endOfBody)
		}
		write(partLive, func() { p.out = append(p.out, live...) })
		write(partSeries, func() { p.series(a.Series) })
		write(partAttachments, func() { p.attachments(a.Attachments) })
		write(partCorrections, func() { p.corrections(a.Corrections) })
		if a.Source != nil || a.Rights != (article.Rights{}) || len(a.Tags) > 0 || d.url != "" {
			p.str("<footer>\n")
			write(partSource, func() { p.source(a.Source) })
			write(partRights, func() { p.rights(&a.Rights) })
			write(partTags, func() { p.tags(a.Tags) })
			write(partShare, func() { p.share(d) })
			p.str("</footer>\n")
		}
		p.str("</article>\n")
	})
	d.parts[partPicture] = d.parts[partHero]
	if _, ok := a.Hero.(*article.Image); !ok {
		write(partPicture, func() { p.hero(stillOf(a.Hero)) })
	}
	d.cites, d.heads, d.raw = p.cites, p.heads, p.raw
	steps := d.steps()
	write(partBreadcrumb, func() { p.breadcrumb(steps) })
	write(partHead, func() { p.out = d.appendHead(p.out, steps) })
	for _, n := range [...]part{partJSONLD, partLiveJSONLD, partBreadcrumbJSONLD} {
		if d.parts[n] != (place{}) {
			d.parts[n].from += between
			d.parts[n].to += between
		}
	}
	if len(body) == 0 {
		d.text = string(p.out)
	} else {
		d.text = string(p.out[:bodyAt]) + string(body) + endOfBody + string(p.out[bodyAt:])
	}
	*all = p.out
	p.endIDs()
	release(first)
	release(all)
}

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

package render

import (
	"cmp"
	"errors"
	"fmt"
	"io"
	"iter"
	"net/url"
	"slices"
	"time"

	"github.com/toasoan/toasoan/article"
)

// A Feed is a feed of documents: RSS 2.0, Atom 1.0 or JSON Feed 1.1. What it
// writes depends only on its fields and the documents: no clock, no random
// identifiers. It is written as the documents come, in constant memory.
//
// Every address in a feed is absolute; a document whose own address is not is
// left out, and so is one whose Status forbids to show it. Embargoes and expiry
// need a clock: [Visible] leaves out what they forbid.
type Feed struct {
	Title       string // required
	Description string // empty means Title
	URL         string // of the page the feed belongs to; absolute, required
	SelfURL     string // of the feed itself; absolute
	Lang        string // BCP 47; empty means "vi"
	Copyright   string
	Icon        string         // address of a small square picture
	Image       *article.Image // logo of the feed

	// Author stands for the author of the feed and of documents that name
	// none. Empty means the publisher of each document, and Title for the feed.
	Author string

	// Updated is when the feed last changed; see [LastModified]. Zero means when
	// its first document was. Atom has no feed without it.
	Updated time.Time

	// FullText asks for the whole text of each article. Otherwise, and for
	// articles that cost money or are for some regions only, the feed holds
	// summaries, and of those articles no recordings.
	FullText bool

	// FirstURL, PreviousURL, NextURL and LastURL are the addresses of the other
	// pages of a paged feed (RFC 5005). HubURL is that of a WebSub hub.
	FirstURL, PreviousURL, NextURL, LastURL, HubURL string

	// LeftOut, if not nil, is told of each document that is left out, and why.
	// If it is nil, such a document is an error.
	LeftOut func(d *Document, err error)
}

// Feed returns a feed of the site with the given address, such as "/rss.xml": of its
// name, description, language and icon, with the logo of its publisher.
func (r *Renderer) Feed(self string) *Feed {
	base := baseOf(r.Site.URL)
	f := &Feed{
		Title: r.Site.Name, Description: r.Site.Description, URL: r.Site.URL, SelfURL: media(base, self),
		Lang: r.Site.Lang, Icon: media(base, r.Site.Icon),
	}
	if logo := r.Site.Publisher.Logo; logo != nil {
		f.Image = &article.Image{URL: media(base, logo.URL)}
	}
	return f
}

// Documents returns documents as a sequence for a feed, newest first; those of
// one instant are in the order of their IDs, and nil ones are left out. The slice
// is not changed.
func Documents(docs ...*Document) iter.Seq2[*Document, error] {
	sorted := slices.DeleteFunc(slices.Clone(docs), func(d *Document) bool { return d == nil })
	slices.SortStableFunc(sorted, func(a, b *Document) int {
		return cmp.Or(b.Published().Compare(a.Published()), cmp.Compare(a.ID(), b.ID()))
	})
	return func(yield func(*Document, error) bool) {
		for _, d := range sorted {
			if !yield(d, nil) {
				return
			}
		}
	}
}

// Visible returns the documents of a sequence that may be shown at an instant, as
// [Document.Visible] says. Errors of the sequence are passed on.
func Visible(docs iter.Seq2[*Document, error], at time.Time) iter.Seq2[*Document, error] {
	return func(yield func(*Document, error) bool) {
		for d, err := range seq(docs) {
			if (err != nil || d != nil && d.Visible(at)) && !yield(d, err) {
				return
			}
		}
	}
}

// SitemapURLs returns the entries of documents for a sitemap; see
// [Document.SitemapURL].
func SitemapURLs(docs iter.Seq2[*Document, error]) iter.Seq2[URL, error] {
	return func(yield func(URL, error) bool) {
		for d, err := range seq(docs) {
			var u URL
			if d != nil {
				u = d.SitemapURL()
			}
			if (d != nil || err != nil) && !yield(u, err) {
				return
			}
		}
	}
}

// seq returns a sequence that may be nil as one that is empty.
func seq[T any](s iter.Seq2[T, error]) iter.Seq2[T, error] {
	if s == nil {
		return func(func(T, error) bool) {}
	}
	return s
}

// LastModified returns when the latest of the documents changed.
func LastModified(docs ...*Document) time.Time {
	var last time.Time
	for _, d := range docs {
		if d == nil {
			continue
		}
		if t := d.Modified(); t.After(last) {
			last = t
		}
	}
	return last
}

// Reasons why a document or an address is left out.
var (
	// ErrNoURL says that a document or feed has no absolute address.
	ErrNoURL = errors.New("render: no absolute address")

	// ErrNoDate says that a document has no date of publication.
	ErrNoDate = errors.New("render: no date of publication")

	// ErrEmailFull says that a newsletter would be larger than 100 KB.
	ErrEmailFull = errors.New("render: larger than an e-mail may be")

	// ErrNotUsable says that the status of a document forbids to show it.
	ErrNotUsable = errors.New("render: not to be shown")
)

// check returns why a document can't stand in the feed. Dated says that every
// document needs a date.
func (f *Feed) check(d *Document, dated bool) error {
	switch {
	case d.a == nil || !isHTTP(d.url):
		return fmt.Errorf("%w: article %q: url", ErrNoURL, d.name())
	case d.a.Status != "" && d.a.Status != article.StatusUsable:
		return fmt.Errorf("%w: article %q: status %s", ErrNotUsable, d.name(), d.a.Status)
	case dated && d.a.Published.IsZero():
		return fmt.Errorf("%w: article %q: published", ErrNoDate, d.name())
	}
	return nil
}

// write writes the feed: what begin writes, an item a document, what end writes.
func (f *Feed) write(w io.Writer, docs iter.Seq2[*Document, error], p feedPrinter) error {
	if f.Title == "" {
		return errors.New("render: feed: no title")
	}
	if !isHTTP(media(nil, f.URL)) {
		return fmt.Errorf("%w: feed: url %q", ErrNoURL, f.URL)
	}
	own := *f
	for _, s := range []*string{&own.Title, &own.Description, &own.Lang, &own.Copyright, &own.Author} {
		*s = valid(*s)
	}
	f = &own
	_, dated := p.(atomPrinter)
	out := flusher{w: w}
	begun := false
	for d, err := range seq(docs) {
		if err != nil {
			return err
		}
		if d == nil {
			continue
		}
		if err := f.check(d, dated); err != nil {
			if f.LeftOut == nil {
				return err
			}
			f.LeftOut(d, err)
			continue
		}
		if !begun {
			begun = true
			updated := f.Updated
			if updated.IsZero() {
				updated = d.Modified()
			}
			out.buf = p.begin(out.buf, f, updated)
		}
		out.buf = p.item(out.buf, f, d)
		if err := out.flush(1 << 15); err != nil {
			return err
		}
	}
	if !begun {
		if dated && f.Updated.IsZero() {
			return fmt.Errorf("%w: feed: updated", ErrNoDate)
		}
		out.buf = p.begin(out.buf, f, f.Updated)
	}
	out.buf = p.end(out.buf)
	return out.flush(0)
}

// full reports whether the feed holds the whole text of a document.
func (f *Feed) full(d *Document) bool { return f.FullText && !d.restricted() }

// contentOf returns the whole text of a document if the feed holds it.
func (f *Feed) contentOf(d *Document) string {
	if !f.full(d) {
		return ""
	}
	return d.content()
}

// A feedPrinter writes one format.
type feedPrinter interface {
	begin(dst []byte, f *Feed, updated time.Time) []byte
	item(dst []byte, f *Feed, d *Document) []byte
	end(dst []byte) []byte
}

// A flusher writes its buffer when it is full.
type flusher struct {
	w   io.Writer
	buf []byte
	n   int64 // written
}

func (o *flusher) flush(above int) error {
	if len(o.buf) <= above {
		return nil
	}
	n, err := o.w.Write(o.buf)
	o.n += int64(n)
	o.buf = o.buf[:0]
	return err
}

// content returns the HTML of the article for feed readers: absolute addresses,
// no ids, frames or furniture.
func (d *Document) content() string {
	if s := d.feedHTML.Load(); s != nil {
		return *s
	}
	s := string(d.printContent())
	d.feedHTML.Store(&s)
	return s
}

// contentXML returns content as the text of an XML element.
func (d *Document) contentXML() string {
	if s := d.feedXML.Load(); s != nil {
		return *s
	}
	var xml []byte
	inText.write(&xml, string(d.printContent()))
	s := string(xml)
	d.feedXML.Store(&s)
	return s
}

func (d *Document) printContent() []byte {
	p := d.plainPrinter()
	p.content(d.a)
	return p.out
}

// content prints the text of an article with what belongs to it, for readers that
// have headline, authors and dates from elsewhere.
func (p *htmlPrinter) content(a *article.Article) {
	level := p.level
	p.reserve(a)
	switch {
	case len(a.Lead) > 0:
		p.str("<p>")
		if a.Dateline != "" {
			p.esc(a.Dateline)
			p.str(" – ")
		}
		p.str("<strong>")
		p.spans(a.Lead)
		p.str("</strong></p>\n")
	case a.Dateline != "" && datelined(a) < 0:
		p.str("<p>")
		p.esc(a.Dateline)
		p.str("</p>\n")
	}
	if a.Hero != nil {
		p.block(a.Hero)
	}
	p.body(withDateline(a))
	p.levels = nil
	p.live(a.Live)
	p.level, p.levels = level, nil
	p.attachments(a.Attachments)
	p.corrections(a.Corrections)
}

// plainPrinter returns a printer for readers that know nothing of the site.
func (d *Document) plainPrinter() *htmlPrinter {
	base := d.base
	if base == nil && isHTTP(d.url) { // at home where the article is
		base, _ = url.Parse(d.url)
	}
	return &htmlPrinter{r: d.r, labels: d.labels, lang: d.a.Lang, base: base, whole: true, self: d.url, plain: true, checked: true, level: 2, raw: d.raw}
}

// creators yields the names of the authors with their addresses, or else that of
// the publisher.
func (f *Feed) creators(d *Document) iter.Seq2[string, string] {
	return func(yield func(name, url string) bool) {
		none := true
		for _, c := range d.people {
			name := cmp.Or(c.Name, orgName(c.Organization))
			if name == "" {
				continue
			}
			none = false
			u := ""
			if c.URL != "" {
				u = d.address(c.URL)
			}
			if !yield(name, u) {
				return
			}
		}
		if none {
			yield(valid(cmp.Or(f.Author, d.publisher().Name, f.Title)), "")
		}
	}
}

func (f *Feed) lang() string { return cmp.Or(f.Lang, "vi") }

// An attachment is a file of a feed's item.
type attachment struct {
	url, mediaType, title string
	size                  int64
	length                article.Seconds
}

// recordings returns the recordings of an article that have a media type: the
// readings of its text, then those of hero and body.
func (d *Document) recordings() []attachment {
	var list []attachment
	add := func(sources []article.Rendition, title string, length article.Seconds) {
		typed := slices.DeleteFunc(slices.Clone(sources), func(r article.Rendition) bool { return r.MediaType == "" })
		if u, r := fileOf(typed, d.address); isHTTP(u) {
			list = append(list, attachment{u, r.MediaType, title, r.Size, length})
		}
	}
	if d.restricted() {
		return nil
	}
	for i := range d.a.Accessibility.ReadAloud {
		r := &d.a.Accessibility.ReadAloud[i]
		add(r.Sources, r.Title, r.Duration)
	}
	block := func(b article.Block) bool {
		switch b := b.(type) {
		case *article.Audio:
			add(b.Sources, b.Title, b.Duration)
		case *article.Video:
			if !isBound(b) {
				add(b.Sources, b.Title, b.Duration)
			}
		}
		return true
	}
	if d.a.Hero != nil {
		block(d.a.Hero)
	}
	each(d.a.Body, block)
	return list
}

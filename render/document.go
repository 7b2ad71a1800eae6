package render

import (
	"cmp"
	"html/template"
	"net/url"
	"slices"
	"strings"
	"sync/atomic"
	"time"

	"github.com/toasoan/toasoan/article"
	"github.com/toasoan/toasoan/article/viet"
)

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
	sum      string            // one line
	desc     string            // sum, shortened
	imgs     []*article.Image  // that stand for the article
	people   []*article.Credit // that wrote it
	bySource bool              // they are those of its source

	categories []string // the names of sections and tags, each once
	keywords   []string // those of the tags, each once

	text  string // of all parts
	parts [numParts]place
	cites []*article.Citation
	heads []heading
	raw   map[*article.RawHTML]rawMarkup

	// The body for feeds, made when the first feed asks for it: as HTML, and
	// escaped for XML. Two goroutines may make the same one twice.
	feedHTML, feedXML atomic.Pointer[string]
}

// address returns a checked address, absolute if the site has one.
func (d *Document) address(u string) string { return media(d.base, u) }

// A place is a part of a text.
type place struct{ from, to int }

// HTML returns the article element, without page and head.
func (d *Document) HTML() template.HTML { return template.HTML(d.part(partArticle)) }

// restricted reports whether the article is not for everybody. What leaves the
// server then, and what readers without access see, holds no more of it than its
// lead and its leading picture.
func (d *Document) restricted() bool { return d.a.Access.Paid || len(d.a.Access.Regions) > 0 }

// Excerpt returns the article element for readers who may not read all of it,
// since it costs money or is not for their region: header, the leading picture or
// that of the leading recording, source, rights, tags and share links.
func (d *Document) Excerpt() template.HTML {
	if d.a == nil {
		return ""
	}
	start, end := d.text[d.parts[partArticle].from:d.parts[partHeader].to], d.text[d.parts[partCorrections].to:d.parts[partArticle].to]
	return template.HTML(start + d.part(partPicture) + end)
}

// Header returns kicker, headline, lead, byline and dates.
func (d *Document) Header() template.HTML { return template.HTML(d.part(partHeader)) }

// Hero returns the leading picture or recording, or "".
func (d *Document) Hero() template.HTML { return template.HTML(d.part(partHero)) }

// Listen returns the recordings of the whole text, or "".
func (d *Document) Listen() template.HTML { return template.HTML(d.part(partListen)) }

// Contents returns the list of contents, or "" if the article is too short for
// one; see Renderer.ContentsFrom.
func (d *Document) Contents() template.HTML { return template.HTML(d.part(partContents)) }

// Body returns the body blocks alone.
func (d *Document) Body() template.HTML { return template.HTML(d.part(partBody)) }

// Live returns the updates of a live page, or "".
func (d *Document) Live() template.HTML { return template.HTML(d.part(partLive)) }

// Attachments returns the list of attached documents, or "".
func (d *Document) Attachments() template.HTML { return template.HTML(d.part(partAttachments)) }

// Corrections returns what has been put right, or "".
func (d *Document) Corrections() template.HTML { return template.HTML(d.part(partCorrections)) }

// Source returns where the article is from, or "".
func (d *Document) Source() template.HTML { return template.HTML(d.part(partSource)) }

// Rights returns who owns the text, or "".
func (d *Document) Rights() template.HTML { return template.HTML(d.part(partRights)) }

// Series returns the series the article is part of, or "".
func (d *Document) Series() template.HTML { return template.HTML(d.part(partSeries)) }

// Tags returns the list of tags, or "".
func (d *Document) Tags() template.HTML { return template.HTML(d.part(partTags)) }

// ShareLinks returns the list of share links, or "" for an article without an
// absolute address.
func (d *Document) ShareLinks() template.HTML { return template.HTML(d.part(partShare)) }

// Head returns all of the head but charset, viewport and title: description,
// canonical and alternate addresses, previews and structured data.
func (d *Document) Head() template.HTML { return template.HTML(d.part(partHead)) }

// Breadcrumb returns the way from the home page to the article, or "" if the
// site has no address.
func (d *Document) Breadcrumb() template.HTML { return template.HTML(d.part(partBreadcrumb)) }

// Article returns a copy of the article as it is printed: normalized, with the
// canonical address in URL and the last change in Modified.
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

// name returns what an error calls the article.
func (d *Document) name() string { return cmp.Or(d.ID(), d.Headline()) }

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

// Published returns when the article was first published, in the zone in which
// the site shows it. It is zero if that is unknown.
func (d *Document) Published() time.Time {
	if d.a == nil || d.a.Published.IsZero() {
		return time.Time{}
	}
	return d.r.Site.local(d.a.Published)
}

// Modified returns when the article last changed: the latest of its own Published
// and Modified, the times of its updates and corrections, and the end of its live
// coverage.
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

// VisibleIn reports whether the article may be read in a country, or a part of
// one, that is given by its ISO 3166 code, such as "VN" or "VN-SG". If the country
// is not known (""), only an article for every region may.
func (d *Document) VisibleIn(region string) bool {
	if d.a == nil {
		return false
	}
	country, _, _ := strings.Cut(region, "-")
	regions := d.a.Access.Regions
	return len(regions) == 0 || slices.Contains(regions, country) || slices.Contains(regions, region)
}

// ReadingTime returns how long a grown-up reader needs for the text.
func (d *Document) ReadingTime() time.Duration {
	if d.a == nil {
		return 0
	}
	return viet.ReadingTime(viet.CountWords(d.a.Lead.String()) + viet.CountWords(d.a.Body.Text()))
}

// Title returns the title of the page: the headline, followed by the name of
// the site if there is room for it, and cut at a word if it is longer than
// search results show.
func (d *Document) Title() string { return d.title }

// Description returns a summary for search results: Description or else the
// lead, the first paragraph, the text of the body or the headline, cut at the end
// of a sentence or at a word if it is longer than they show. Nothing of the body
// stands there if the article is not for everybody ([article.Access]).
func (d *Document) Description() string { return d.desc }

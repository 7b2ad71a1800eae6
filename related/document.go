package related

import (
	"cmp"
	"html"
	"strings"
	"time"

	"github.com/toasoan/toasoan/article"
)

// A Doc is what an [Index] reads of an article. [DocOf] makes one. The index
// keeps neither the Doc nor its texts. Bytes that are not valid UTF-8 count as U+FFFD.
type Doc struct {
	// ID names the document. An index refuses a Doc without one; a query does
	// not need it.
	ID string

	// URL is where the article is, for editors' lists that name articles by
	// their address. It may be empty.
	URL string

	// Lang is the BCP 47 tag of the language; empty means "vi".
	Lang string

	// Sections are the sections the article stands in and those above them.
	Sections []string

	// Published is the time of publication, to the second; the zero time means unknown,
	// and so does one outside the years 0 to 9999.
	Published time.Time

	// Title, Lead and Body are the text. Terms of the title count six times,
	// those of the lead three times.
	Title, Lead, Body string

	// Features are what the article is about, other than in its words.
	Features []Feature

	// Related is the editor's own list, best first: the ID or URL of each
	// article. A query puts those that the index holds before all others.
	Related []string
}

// A Feature is something that an article is about.
type Feature struct {
	Kind Kind
	Name string // as readers see it; compared without regard to case
}

// A Kind says what two articles have in common.
type Kind string

// The kinds. Text and time are found by the index itself; the others are those
// of [Feature].
const (
	KindText         Kind = "text"         // words of the text
	KindTag          Kind = "tag"          // a keyword or topic
	KindPerson       Kind = "person"       //
	KindOrganization Kind = "organization" //
	KindPlace        Kind = "place"        //
	KindEvent        Kind = "event"        //
	KindDocument     Kind = "document"     // a legal document, such as 35-NQ/TW
	KindSeries       Kind = "series"       // a running story
	KindSection      Kind = "section"      // filled from [Doc.Sections]
	KindTime         Kind = "time"         // published on the same day, in the same week (from Monday) or month
)

// kinds lists the kinds of features in the order of their codes, which stand in
// hashes: do not change it. KindText has none.
var kinds = [...]Kind{
	KindTag, KindPerson, KindOrganization, KindPlace, KindEvent, KindDocument, KindSeries, KindSection,
}

// maxSectionDepth is how many sections above each other are read: as deep as
// [article.Limits] lets anything be, and the end of one that is its own parent.
const maxSectionDepth = 64

// DocOf makes the Doc of an article, known by its ID or, if that is empty, by its
// URL, as pages know it. It does not keep a. The article need not be valid: blocks
// that are nil are passed over, and what holds itself is read once. A nil article
// gives the zero Doc.
func DocOf(a *article.Article) Doc {
	if a == nil {
		return Doc{}
	}
	d := Doc{
		ID: cmp.Or(a.ID, a.URL), URL: a.URL, Lang: a.Lang, Published: a.Published,
		Title: a.Headline, Lead: a.Lead.String(),
	}
	b := docBuilder{doc: &d, seen: map[Feature]bool{}}
	for i := range a.Sections {
		s := &a.Sections[i]
		for range maxSectionDepth {
			if b.section(s.Name); s.Parent == nil {
				break
			}
			s = s.Parent
		}
	}
	if a.Series != nil {
		b.feature(KindSeries, a.Series.Name)
	}
	for _, t := range a.Tags {
		b.feature(kindOfTag(t.Kind), t.Name)
	}
	for _, f := range a.Attachments {
		b.citation(f.Citation)
	}
	for _, l := range a.Related {
		d.Related = append(d.Related, l.URL)
	}
	b.line(a.Kicker)
	b.line(a.AlternativeHeadline)
	b.citations(a.Lead)
	if a.Live != nil {
		for _, u := range a.Live.Updates {
			b.line(u.Headline)
		}
	}
	// A pull quote says again what stands in the text.
	pull := ""
	for path, x := range a.Blocks() {
		if pull != "" && strings.HasPrefix(path, pull) {
			continue
		}
		if q, ok := x.(*article.Quote); ok && q.Pull {
			pull = path + "."
			continue
		}
		b.block(x)
	}
	d.Body = b.text.String()
	return d
}

func kindOfTag(k article.TagKind) Kind {
	switch k {
	case article.TagPerson:
		return KindPerson
	case article.TagOrganization:
		return KindOrganization
	case article.TagPlace:
		return KindPlace
	case article.TagEvent:
		return KindEvent
	case article.TagDocument:
		return KindDocument
	}
	return KindTag
}

// A docBuilder collects what a Doc has each of once, and the text of blocks, one a line.
type docBuilder struct {
	doc  *Doc
	seen map[Feature]bool
	text strings.Builder
}

func (b *docBuilder) section(name string) {
	if f := (Feature{KindSection, name}); name != "" && !b.seen[f] {
		b.seen[f] = true
		b.doc.Sections = append(b.doc.Sections, name)
	}
}

func (b *docBuilder) feature(k Kind, name string) {
	if f := (Feature{k, name}); name != "" && !b.seen[f] {
		b.seen[f] = true
		b.doc.Features = append(b.doc.Features, f)
	}
}

// citation adds a legal document by its number, which alone is the same in every
// citation of it.
func (b *docBuilder) citation(c *article.Citation) {
	if c != nil {
		b.feature(KindDocument, c.Number)
	}
}

func (b *docBuilder) line(s string) {
	if s != "" {
		b.text.WriteString(s)
		b.text.WriteByte('\n')
	}
}

func (b *docBuilder) citations(t article.Text) {
	for i := range t {
		b.citation(t[i].Citation)
	}
}

func (b *docBuilder) spans(t article.Text) {
	b.line(t.String())
	b.citations(t)
}

// block adds the text of a block, without that of the blocks inside.
func (b *docBuilder) block(x article.Block) {
	switch x := x.(type) {
	case *article.Paragraph:
		b.spans(x.Text)
	case *article.Heading:
		b.spans(x.Text)
	case *article.Quote:
		b.spans(x.Attribution)
	case *article.Image:
		b.spans(x.Caption)
	case *article.Gallery:
		b.spans(x.Caption)
		for i := range x.Images {
			b.spans(x.Images[i].Caption)
		}
	case *article.Video:
		b.line(x.Title)
		b.spans(x.Caption)
	case *article.Audio:
		b.line(x.Title)
		b.spans(x.Caption)
	case *article.Table:
		b.spans(x.Caption)
		for _, rows := range [][][]article.Cell{x.Head, x.Rows, x.Foot} {
			for _, row := range rows {
				for i := range row {
					b.spans(row[i].Text)
				}
			}
		}
	case *article.File:
		b.line(x.Title)
		b.citation(x.Citation)
	case *article.Embed:
		b.spans(x.Caption)
	case *article.Box:
		b.line(x.Title)
	case *article.Preformatted:
		b.line(x.Text)
	case *article.RawHTML:
		b.line(stripTags(x.HTML))
	case *article.List: // all inside
	case *article.Links, *article.Divider: // lead elsewhere; say nothing
	}
}

// stripTags returns the text of markup, roughly: good enough to compare, not to
// show. A tag is a break between words.
func stripTags(s string) string {
	var b strings.Builder
	for s != "" {
		text, rest, ok := strings.Cut(s, "<")
		b.WriteString(text)
		b.WriteByte(' ')
		if !ok {
			break
		}
		_, s, _ = strings.Cut(rest, ">")
	}
	return html.UnescapeString(b.String())
}

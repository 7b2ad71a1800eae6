package article

import (
	"encoding/json"
	"time"
)

// An Article is one news article. The zero Article is empty but usable;
// [Article.Validate] says what a publishable one lacks.
//
// Where a comment names a standard, the field means what that standard says:
// schema.org 30, IPTC ninjs 3.1, BCP 47 language tags.
//
// Only [Article.Normalize] modifies its receiver. The other methods may be
// called concurrently with each other. A nil Article can be asked everything: it
// holds nothing, and Validate and Encode say so.
type Article struct {
	// ID names the article for ever. It is a URI, or any text that its
	// publisher never gives to another article. Feeds, indexes and updates
	// know the article by it (ninjs uri, schema.org identifier, Atom id).
	ID string `json:"id,omitempty"`

	// Version counts the published versions, from 1. Zero means unknown.
	Version int `json:"version,omitzero"`

	// Kind is the genre. The empty Kind means [KindNews].
	Kind Kind `json:"kind,omitempty"`

	// Status says whether the article may be shown. The empty Status means
	// [StatusUsable].
	Status Status `json:"status,omitempty"`

	// Lang is the BCP 47 tag of the article's language. Empty means "vi".
	Lang string `json:"lang,omitempty"`

	// DigitalSourceType tells how the text came to be: the last part of a URI
	// of the IPTC vocabulary of that name, such as "humanEdits" or
	// "trainedAlgorithmicMedia". Empty means not stated.
	DigitalSourceType string `json:"digitalSourceType,omitempty"`

	// Kicker is the short label above the headline, such as a place.
	Kicker string `json:"kicker,omitempty"`

	// Headline is the title readers see, without a full stop.
	Headline string `json:"headline,omitempty"`

	// AlternativeHeadline is a second line below the headline.
	AlternativeHeadline string `json:"alternativeHeadline,omitempty"`

	// ShortHeadline stands on cards and in push messages. Empty means Headline.
	ShortHeadline string `json:"shortHeadline,omitempty"`

	// SEOTitle is the title element of the page. Empty means Headline.
	SEOTitle string `json:"seoTitle,omitempty"`

	// Lead is the paragraph that sums up the article (sapo, standfirst). It is
	// not repeated in Body.
	Lead Text `json:"lead,omitempty"`

	// Description is the summary for search engines and feeds, where it must
	// differ from Lead. Empty means the text of Lead.
	Description string `json:"description,omitempty"`

	// Dateline says where and for whom the report was written, such as
	// "Hà Nội (TTXVN)" (schema.org dateline). Printers set it before the text.
	Dateline string `json:"dateline,omitempty"`

	// Hero leads the article: an [*Image], [*Gallery], [*Video], [*Audio] or
	// [*Embed], or nil. It is not repeated in Body.
	Hero Block `json:"hero,omitempty"`

	// Body is the article itself.
	Body Body `json:"body,omitempty"`

	// Credits names who made the article, in the order to be shown.
	Credits []Credit `json:"credits,omitempty"`

	// Published is the instant of first publication; Modified that of the last
	// change a reader should know of, never before Published.
	Published time.Time `json:"published,omitzero"`
	Modified  time.Time `json:"modified,omitzero"`

	// EmbargoedUntil is the instant before which the article must not be
	// shown; Expires the one after which it should no longer be. The zero time
	// means none.
	EmbargoedUntil time.Time `json:"embargoedUntil,omitzero"`
	Expires        time.Time `json:"expires,omitzero"`

	// URL is the canonical address. Relative ones are resolved against the
	// address of the site that prints the article.
	URL string `json:"url,omitempty"`

	// Slug is the readable part of an address. Empty means one made from
	// Headline.
	Slug string `json:"slug,omitempty"`

	// ShortURL is a short address that leads to the article.
	ShortURL string `json:"shortURL,omitempty"`

	// Alternates are the same article in other languages.
	Alternates []Alternate `json:"alternates,omitempty"`

	// Sections are where the article stands in the publication, the primary
	// one first.
	Sections []Section `json:"sections,omitempty"`

	// Tags say what the article is about.
	Tags []Tag `json:"tags,omitempty"`

	// Publisher publishes the article. The zero Organization means the site
	// that prints it.
	Publisher Organization `json:"publisher,omitzero"`

	// Source is where the article was taken from. Nil means that it is the
	// publisher's own.
	Source *Source `json:"source,omitempty"`

	// Rights says who owns the text and what others may do with it.
	Rights Rights `json:"rights,omitzero"`

	// Access says who may read it. The zero Access means everybody.
	Access Access `json:"access,omitzero"`

	// Attachments are documents that belong to the article.
	Attachments []File `json:"attachments,omitempty"`

	// Related is the editor's own list of related articles.
	Related []Link `json:"related,omitempty"`

	// Series is the running story or series the article is part of.
	Series *Series `json:"series,omitempty"`

	// Corrections are what was wrong and has been put right, oldest first.
	Corrections []Correction `json:"corrections,omitempty"`

	// Live is the running coverage of a live page.
	Live *Live `json:"live,omitempty"`

	// Accessibility says how the article can be perceived.
	Accessibility Accessibility `json:"accessibility,omitzero"`

	// Extensions holds what an importer met and the model does not name, by
	// name. It is kept and never rendered.
	Extensions map[string]json.RawMessage `json:"extensions,omitempty"`
}

// A Kind is the genre of an article.
type Kind string

// The kinds. Their schema.org type is given where it is not NewsArticle.
const (
	KindNews         Kind = "news"         // the default
	KindReportage    Kind = "reportage"    // ReportageNewsArticle
	KindAnalysis     Kind = "analysis"     // AnalysisNewsArticle
	KindBackground   Kind = "background"   // BackgroundNewsArticle, explainers
	KindOpinion      Kind = "opinion"      // OpinionNewsArticle
	KindReview       Kind = "review"       // ReviewNewsArticle
	KindInterview    Kind = "interview"    //
	KindAnnouncement Kind = "announcement" // an authority's notice
	KindPhoto        Kind = "photo"        // a story in pictures
	KindVideo        Kind = "video"        // a story in moving pictures
	KindLive         Kind = "live"         // LiveBlogPosting, see [Live]
	KindAdvertorial  Kind = "advertorial"  // AdvertiserContentArticle
)

// A Status says whether an article may be shown, in the words of ninjs pubStatus
// where it has one.
type Status string

// The statuses.
const (
	StatusUsable   Status = "usable"   // the default
	StatusDraft    Status = "draft"    // not finished
	StatusWithheld Status = "withheld" // not to be shown for now
	StatusCanceled Status = "canceled" // withdrawn
)

// An Alternate is the same article in another language, for hreflang.
type Alternate struct {
	Lang string `json:"lang"` // BCP 47, or "x-default"
	URL  string `json:"url"`
}

// A Section is a part of the publication, such as Đời sống.
type Section struct {
	Name   string   `json:"name"`
	URL    string   `json:"url,omitempty"`
	ID     string   `json:"id,omitempty"`
	Parent *Section `json:"parent,omitempty"` // nil for a top section
}

// A Tag is something an article is about.
type Tag struct {
	Name   string   `json:"name"`
	Kind   TagKind  `json:"kind,omitempty"` // empty means TagKeyword
	URL    string   `json:"url,omitempty"`  // the publication's page on it
	ID     string   `json:"id,omitempty"`   // in the publication's own vocabulary
	SameAs []string `json:"sameAs,omitempty"`
	Geo    *Geo     `json:"geo,omitempty"` // where a place is
}

// A TagKind says what sort of thing a tag names.
type TagKind string

// The kinds of tags. Their schema.org types are Person, Organization, Place,
// Event and Legislation.
const (
	TagKeyword      TagKind = "keyword" // the default
	TagTopic        TagKind = "topic"
	TagPerson       TagKind = "person"
	TagOrganization TagKind = "organization"
	TagPlace        TagKind = "place"
	TagEvent        TagKind = "event"
	TagDocument     TagKind = "document"
)

// A Geo is a point on the earth, in degrees of WGS 84.
type Geo struct {
	Latitude  float64 `json:"latitude"`
	Longitude float64 `json:"longitude"`
}

// A Source is the publication an article was taken from.
type Source struct {
	Name   string `json:"name"`
	URL    string `json:"url,omitempty"`    // of the article there
	Author string `json:"author,omitempty"` // as named there
	Logo   *Image `json:"logo,omitempty"`

	// Canonical says that the article there is the original, and that search
	// engines should show that one.
	Canonical bool `json:"canonical,omitempty"`
}

// Rights says who owns a text or a picture and what others may do with it
// (schema.org copyrightHolder, copyrightNotice, copyrightYear, license,
// usageInfo, acquireLicensePage).
type Rights struct {
	Holder     string `json:"holder,omitempty"`
	Year       int    `json:"year,omitzero"`
	Notice     string `json:"notice,omitempty"`
	License    string `json:"license,omitempty"` // address of the licence
	UsageTerms string `json:"usageTerms,omitempty"`
	AcquireURL string `json:"acquireURL,omitempty"` // where a licence can be had
}

// Access says who may read an article. A page prints the whole of it, and whoever
// serves the page decides who gets it, or what; render.Page.Excerpt is what may
// stand before a wall. Structured data, feeds and e-mails hold no more than the
// description, or else the lead, of an article that costs money or is for some
// regions only.
type Access struct {
	Paid bool `json:"paid,omitempty"` // schema.org isAccessibleForFree is its opposite

	// Regions are the ISO 3166 codes of the countries where the article may be
	// read. None means everywhere.
	Regions []string `json:"regions,omitempty"`
}

// A Series is a running story or a numbered series.
type Series struct {
	Name     string `json:"name"`
	URL      string `json:"url,omitempty"`
	ID       string `json:"id,omitempty"`
	Position int    `json:"position,omitzero"` // from 1; zero means not numbered
}

// A Correction says what was wrong and has been put right.
type Correction struct {
	Time time.Time      `json:"time"`
	Kind CorrectionKind `json:"kind,omitempty"` // empty means CorrectionError
	Text Text           `json:"text"`
}

// A CorrectionKind says what sort of correction it is.
type CorrectionKind string

// The kinds of corrections.
const (
	CorrectionError         CorrectionKind = "correction" // the default
	CorrectionClarification CorrectionKind = "clarification"
	CorrectionUpdate        CorrectionKind = "update"
	CorrectionRetraction    CorrectionKind = "retraction"
)

// A Live is the running coverage of an event (schema.org LiveBlogPosting).
type Live struct {
	Start time.Time `json:"start,omitzero"`
	End   time.Time `json:"end,omitzero"` // zero while the coverage goes on

	// Updates are the posts, newest first.
	Updates []Update `json:"updates,omitempty"`
}

// An Update is one post of a live page.
type Update struct {
	ID        string    `json:"id"` // unique in the article; its permalink ends in it
	Headline  string    `json:"headline,omitempty"`
	Published time.Time `json:"published"`
	Modified  time.Time `json:"modified,omitzero"`
	Credits   []Credit  `json:"credits,omitempty"`
	Body      Body      `json:"body,omitempty"`
	Key       bool      `json:"key,omitempty"`    // a turning point, listed in the summary
	Pinned    bool      `json:"pinned,omitempty"` // shown first; one at most
}

// Accessibility says how an article can be perceived, in the words of the
// schema.org properties that begin with access.
type Accessibility struct {
	Summary     string   `json:"summary,omitempty"`
	Features    []string `json:"features,omitempty"`    // accessibilityFeature
	Hazards     []string `json:"hazards,omitempty"`     // accessibilityHazard
	AccessModes []string `json:"accessModes,omitempty"` // accessMode

	// ReadAloud are recordings of the whole text, one a voice.
	ReadAloud []Audio `json:"readAloud,omitempty"`
}

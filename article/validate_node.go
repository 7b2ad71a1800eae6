package article

import (
	"encoding/json"
	"maps"
	"math"
	"slices"
	"strings"
	"time"
	"unicode"
)

// The vocabularies of the model. A test holds them equal to the constants.
var (
	kinds = []Kind{
		KindNews, KindReportage, KindAnalysis, KindBackground, KindOpinion, KindReview, KindInterview,
		KindAnnouncement, KindPhoto, KindVideo, KindLive, KindAdvertorial,
	}
	statuses = []Status{StatusUsable, StatusDraft, StatusWithheld, StatusCanceled}
	tagKinds = []TagKind{
		TagKeyword, TagTopic, TagPerson, TagOrganization, TagPlace, TagEvent, TagDocument,
	}
	roles = []Role{
		RoleAuthor, RoleReporter, RolePhotographer, RoleVideographer, RoleIllustrator, RoleEditor,
		RoleTranslator, RoleContributor, RoleReviewer, RoleSource,
	}
	organizationKinds = []OrganizationKind{OrganizationOther, OrganizationNews, OrganizationGovernment}
	correctionKinds   = []CorrectionKind{
		CorrectionError, CorrectionClarification, CorrectionUpdate, CorrectionRetraction,
	}
	boxKinds = []BoxKind{
		BoxNote, BoxFacts, BoxKeyPoints, BoxProfile, BoxTimeline, BoxQA, BoxDisclaimer,
	}
	trackKinds = []TrackKind{TrackCaptions, TrackSubtitles, TrackDescriptions, TrackChapters}
	dirs       = []string{"ltr", "rtl", "auto"}
)

// word checks that x is empty or in its vocabulary.
func word[T ~string](v *validator, name string, x T, vocabulary []T) {
	if x != "" && !slices.Contains(vocabulary, x) {
		v.add(name, "unknown-value", "%.200q is none of %q", x, vocabulary)
	}
}

// node checks the fields of one struct, as far as str does not.
func (v *validator) node(x any) {
	switch x := x.(type) {
	case *Article:
		v.article(x)
	case *Update:
		if x.ID == "" {
			v.add("id", "missing-id", "the update has no ID")
		}
		v.id(x.ID)
		v.mustTime("published", x.Published)
		v.time("modified", x.Modified)
		v.order("modified", x.Published, x.Modified)
		if x.Pinned && v.pinned {
			v.add("pinned", "duplicate-pinned", "another update is pinned already")
		}
		v.pinned = v.pinned || x.Pinned
	case *Live:
		v.time("start", x.Start)
		v.time("end", x.End)
		v.order("end", x.Start, x.End)
	case *Correction:
		v.mustTime("time", x.Time)
		word(v, "kind", x.Kind, correctionKinds)
		if len(x.Text) == 0 {
			v.add("text", "empty-block", "the correction says nothing")
		}
	case *Alternate:
		if x.Lang == "" {
			v.add("lang", "missing-lang", "the alternate has no language")
		}
		v.address("url", x.URL)
	case *Section:
		v.name(x.Name)
	case *Tag:
		v.name(x.Name)
		word(v, "kind", x.Kind, tagKinds)
	case *Geo:
		v.between("latitude", x.Latitude, -90, 90)
		v.between("longitude", x.Longitude, -180, 180)
	case *Organization:
		if x.Name == "" && !isZero(x) {
			v.name(x.ShortName)
		}
		word(v, "kind", x.Kind, organizationKinds)
	case *Source:
		v.name(x.Name)
	case *Series:
		v.name(x.Name)
		v.count("position", x.Position, math.MaxInt32)
	case *Credit:
		if x.Organization == nil {
			v.name(x.Name)
		}
		word(v, "role", x.Role, roles)
	case *Rights:
		v.count("year", x.Year, 9999)
	case *Access:
		v.regions(x.Regions)
	case *Link:
		v.address("url", x.URL)
		if _, ok := parseTime(x.Published); !ok && x.Published != "" && !isDate(x.Published) {
			v.add("published", "bad-date", "%.200q is neither a date nor a time of RFC 3339", x.Published)
		}
	case *Citation:
		if x.Date != "" && !isDate(x.Date) {
			v.add("date", "bad-date", "%.200q is not a date such as 2018-10-22", x.Date)
		}
	case *Span:
		v.span(x)
	default:
		v.media(x)
	}
}

func (v *validator) article(a *Article) {
	if strings.TrimSpace(a.Headline) == "" {
		v.add("headline", "missing-headline", "the article has no headline")
	}
	v.count("version", a.Version, math.MaxInt32)
	word(v, "kind", a.Kind, kinds)
	word(v, "status", a.Status, statuses)
	if a.Kind == KindLive && a.Live == nil {
		v.add("live", "missing-live", "a live page has no coverage")
	}
	switch a.Hero.(type) {
	case nil, *Image, *Gallery, *Video, *Audio, *Embed:
	default:
		v.add("hero", "bad-hero", "the hero is a %T", a.Hero)
	}
	v.time("published", a.Published)
	v.time("modified", a.Modified)
	v.time("embargoedUntil", a.EmbargoedUntil)
	v.time("expires", a.Expires)
	v.order("modified", a.Published, a.Modified)
	v.order("expires", a.Published, a.Expires)
	v.order("expires", a.EmbargoedUntil, a.Expires)
	if a.Slug == "." || a.Slug == ".." || strings.ContainsAny(a.Slug, "/\\?#%") || strings.ContainsFunc(a.Slug, unicode.IsSpace) {
		v.add("slug", "bad-slug", "%.200q can't be a part of an address", a.Slug)
	}
	if len(a.Extensions) == 0 {
		return
	}
	for _, k := range slices.Sorted(maps.Keys(a.Extensions)) {
		if !json.Valid(a.Extensions[k]) {
			v.add("extensions", "bad-extension", "the extension %.200q is no JSON", k)
		}
	}
}

func (v *validator) span(x *Span) {
	if !v.quick { // or text has done it
		n := v.w.push("text")
		v.characters(x.Text, "\n\t")
		v.w.pop(n)
	}
	if x.Marks>>len(markNames) != 0 {
		v.add("marks", "bad-marks", "there are unknown marks")
	}
	word(v, "dir", x.Dir, dirs)
	v.id(x.ID)
}

// media checks blocks and what is in them.
func (v *validator) media(x any) {
	switch x := x.(type) {
	case *Heading:
		if x.Level < 1 || x.Level > 4 {
			v.add("level", "bad-level", "the level of the heading is %d", x.Level)
		}
		v.id(x.ID)
	case *Gallery:
		if len(x.Images) == 0 && len(x.Caption) > 0 {
			v.add("images", "empty-block", "the gallery has no picture")
		}
	case *Image:
		if len(x.Caption) == 0 {
			v.address("url", x.URL)
		}
		v.size(x.Width, x.Height)
		v.mediaType(x.MediaType)
	case *Point:
		v.between("x", x.X, 0, 1)
		v.between("y", x.Y, 0, 1)
	case *Rendition:
		v.address("url", x.URL)
		v.mediaType(x.MediaType)
		v.size(x.Width, x.Height)
		v.between("size", float64(x.Size), 0, math.MaxInt64)
	case *Video:
		if len(x.Sources) == 0 {
			v.add("sources", "missing-url", "the video has no source")
		}
		v.size(x.Width, x.Height)
		v.between("duration", float64(x.Duration), 0, math.MaxInt32)
		v.chapters(x.Chapters)
		v.time("expires", x.Expires)
		v.regions(x.Regions)
	case *Audio:
		if len(x.Sources) == 0 {
			v.add("sources", "missing-url", "the recording has no source")
		}
		v.between("duration", float64(x.Duration), 0, math.MaxInt32)
		v.chapters(x.Chapters)
	case *Chapter:
		v.between("start", float64(x.Start), 0, math.MaxInt32)
		if strings.TrimSpace(x.Title) == "" {
			v.add("title", "missing-name", "the chapter has no title")
		}
	case *Track:
		v.address("url", x.URL)
		word(v, "kind", x.Kind, trackKinds)
	case *File:
		v.address("url", x.URL)
		v.mediaType(x.MediaType)
		v.between("size", float64(x.Size), 0, math.MaxInt64)
	case *Embed:
		if x.URL == "" && (x.ID == "" || x.Provider == "") {
			v.add("url", "missing-url", "the embed has neither an address nor provider and ID")
		}
		v.size(x.Width, x.Height)
	case *Box:
		word(v, "kind", x.Kind, boxKinds)
	case *Cell:
		v.count("colSpan", x.ColSpan, 1000) // the most that HTML allows
		v.count("rowSpan", x.RowSpan, 65534)
	}
}

func (v *validator) address(name, u string) {
	if u == "" {
		v.add(name, "missing-url", "the address is missing")
	}
}

func (v *validator) name(name string) {
	if strings.TrimSpace(name) == "" {
		v.add("name", "missing-name", "the name is missing")
	}
}

func (v *validator) mustTime(name string, t time.Time) {
	if t.IsZero() {
		v.add(name, "missing-time", "the time is missing")
	}
	v.time(name, t)
}

func (v *validator) time(name string, t time.Time) {
	if y := t.Year(); !t.IsZero() && (y < 1000 || y > 9999) {
		v.add(name, "bad-time", "the year is %d", y)
	}
}

// order checks that the later time, called name, is not before the earlier one.
func (v *validator) order(name string, earlier, later time.Time) {
	if !later.IsZero() && later.Before(earlier) {
		v.add(name, "time-order", "%s is before %s", later.Format(time.RFC3339), earlier.Format(time.RFC3339))
	}
}

// id checks an ID that links can point to.
func (v *validator) id(id string) {
	if id == "" {
		return
	}
	if strings.ContainsFunc(id, unicode.IsSpace) {
		v.add("id", "bad-id", "there is white space in the ID %.200q", id)
	}
	if v.ids[id] {
		v.add("id", "duplicate-id", "the ID %.200q is there already", id)
	}
	if v.ids == nil {
		v.ids = map[string]bool{}
	}
	v.ids[id] = true
}

// chapters checks the order of chapters.
func (v *validator) chapters(chapters []Chapter) {
	for i := 1; i < len(chapters); i++ {
		if chapters[i].Start < chapters[i-1].Start {
			v.add("chapters", "time-order", "the chapter at %.10g s stands after the one at %.10g s", chapters[i].Start, chapters[i-1].Start)
		}
	}
}

// regions checks ISO 3166-1 codes of countries and ISO 3166-2 codes of their parts.
func (v *validator) regions(regions []string) {
	for _, r := range regions {
		country, part, found := strings.Cut(r, "-")
		if len(country) != 2 || !isUpper(country) || found && (part == "" || len(part) > 3 || !isUpper(part)) {
			v.add("regions", "bad-region", "%.200q is not an ISO 3166 code", r)
		}
	}
}

func (v *validator) count(name string, n, most int) {
	v.between(name, float64(n), 0, float64(most))
}

func (v *validator) size(width, height int) {
	v.count("width", width, math.MaxInt32)
	v.count("height", height, math.MaxInt32)
}

func (v *validator) between(name string, x, least, most float64) {
	if !(least <= x && x <= most) { // so that NaN is a fault
		v.add(name, "bad-number", "%.10g is not between %.10g and %.10g", x, least, most)
	}
}

// mediaType checks the form of RFC 6838, section 4.2, with parameters or without.
func (v *validator) mediaType(s string) {
	if s == "" {
		return
	}
	essence, _, _ := strings.Cut(s, ";")
	typ, subtype, _ := strings.Cut(strings.TrimRight(essence, " "), "/")
	token := func(s string) bool {
		return s != "" && !strings.ContainsFunc(s, func(r rune) bool {
			return r > unicode.MaxASCII || !unicode.IsLetter(r) && !unicode.IsDigit(r) && !strings.ContainsRune("!#$&-^_.+", r)
		})
	}
	if !token(typ) || !token(subtype) {
		v.add("mediaType", "bad-media-type", "%.200q is not a media type", s)
	}
}

func isUpper(s string) bool {
	return strings.Trim(s, "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789") == ""
}

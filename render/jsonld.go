package render

import (
	"cmp"
	"html/template"
	"strconv"
	"strings"

	"github.com/toasoan/toasoan/article"
)

// JSONLD returns the article as a schema.org NewsArticle, to stand in a script
// element of type application/ld+json. The subtype of its kind, such as
// OpinionNewsArticle, is the additionalType, since many readers know no other
// type than NewsArticle.
func (d *Document) JSONLD() template.JS {
	if d.a == nil {
		return "{}"
	}
	return template.JS(d.part(partJSONLD))
}

// BreadcrumbJSONLD returns the way to the article as a schema.org
// BreadcrumbList, or "" if the site has no address.
func (d *Document) BreadcrumbJSONLD() template.JS { return template.JS(d.part(partBreadcrumbJSONLD)) }

// LiveJSONLD returns the running coverage of a live page as a schema.org
// LiveBlogPosting, or "".
func (d *Document) LiveJSONLD() template.JS { return template.JS(d.part(partLiveJSONLD)) }

func (d *Document) appendJSONLD(dst []byte) []byte {
	w := ldWriter{d: d, jsonWriter: jsonWriter{out: dst}}
	w.article()
	return w.out
}

func (d *Document) appendLiveJSONLD(dst []byte) []byte {
	if d.a.Live == nil {
		return dst
	}
	w := ldWriter{d: d, jsonWriter: jsonWriter{out: dst}}
	w.object("", w.live)
	return w.out
}

// appendBreadcrumbLD writes a BreadcrumbList, unless it would have one step.
func appendBreadcrumbLD(dst []byte, steps []step) []byte {
	if len(steps) < 2 {
		return dst
	}
	w := jsonWriter{out: dst}
	w.object("", func() {
		w.str("@context", "https://schema.org")
		w.str("@type", "BreadcrumbList")
		w.array("itemListElement", func() {
			for i, s := range steps {
				w.object("", func() {
					w.str("@type", "ListItem")
					w.int("position", int64(i+1))
					w.str("name", s.name)
					w.str("item", s.url)
				})
			}
		})
	})
	return w.out
}

// An ldWriter writes structured data of one document.
type ldWriter struct {
	jsonWriter
	d     *Document
	depth int // of organizations in each other
}

// maxParents is how many organizations may stand in each other.
const maxParents = 8

// types are the schema.org types of the kinds that are more than a NewsArticle.
var types = map[article.Kind]string{
	article.KindReportage:  "ReportageNewsArticle",
	article.KindAnalysis:   "AnalysisNewsArticle",
	article.KindBackground: "BackgroundNewsArticle",
	article.KindOpinion:    "OpinionNewsArticle",
	article.KindReview:     "ReviewNewsArticle",
}

func (w *ldWriter) article() {
	d, a, site := w.d, w.d.a, &w.d.r.Site
	w.object("", func() {
		w.str("@context", "https://schema.org")
		if a.Kind == article.KindAdvertorial {
			w.str("@type", "AdvertiserContentArticle")
		} else {
			w.str("@type", "NewsArticle")
		}
		if t := types[a.Kind]; t != "" {
			w.str("additionalType", "https://schema.org/"+t)
		}
		if isHTTP(d.url) {
			w.str("@id", d.url+"#article")
			w.str("url", d.url)
			w.object("mainEntityOfPage", func() { w.str("@type", "WebPage"); w.str("@id", d.url) })
		}
		w.str("identifier", a.ID)
		w.str("headline", a.Headline)
		w.str("alternativeHeadline", a.AlternativeHeadline)
		w.str("description", d.sum)
		w.str("inLanguage", a.Lang)
		w.time("datePublished", site, d.Published())
		w.time("dateModified", site, d.Modified())
		w.time("expires", site, a.Expires)
		w.str("dateline", a.Dateline)
		w.images("image", d.imgs)
		w.authors()
		w.organization("publisher", d.publisher())
		w.array("articleSection", func() {
			for i := range a.Sections {
				w.str("", a.Sections[i].Name)
			}
		})
		w.array("keywords", func() {
			for i := range a.Tags {
				w.str("", a.Tags[i].Name)
			}
		})
		w.about()
		w.bool("isAccessibleForFree", !a.Access.Paid)
		if a.Access.Paid {
			w.object("hasPart", func() {
				w.str("@type", "WebPageElement")
				w.bool("isAccessibleForFree", false)
				w.str("cssSelector", ".body")
			})
		}
		w.object("speakable", func() {
			w.str("@type", "SpeakableSpecification")
			w.strs("cssSelector", []string{".article h" + strconv.Itoa(d.r.level()), ".article .lead"}[:1+min(len(a.Lead), 1)])
		})
		w.recordings()
		w.series()
		w.origin()
		w.rights(&a.Rights)
		w.citations()
		w.corrections()
		w.accessibility()
	})
}

// publisher returns who publishes the document.
func (d *Document) publisher() *article.Organization {
	if d.a != nil && d.a.Publisher.Name != "" {
		return &d.a.Publisher
	}
	return d.r.Site.publisher()
}

// publisher returns who publishes the site.
func (s *Site) publisher() *article.Organization {
	o := s.Publisher
	if o.Name == "" {
		o.Name = s.Name
	}
	if o.URL == "" {
		o.URL = s.URL
	}
	if o.Kind == "" {
		o.Kind = article.OrganizationNews
	}
	return &o
}

func (w *ldWriter) organization(k string, o *article.Organization) {
	// A site's own publisher may hold itself, over its parents or logos.
	if w.depth++; w.depth > maxParents {
		w.depth--
		return
	}
	defer func() { w.depth-- }()
	w.object(k, func() {
		switch o.Kind {
		case article.OrganizationNews:
			w.str("@type", "NewsMediaOrganization")
		case article.OrganizationGovernment:
			w.str("@type", "GovernmentOrganization")
		default:
			w.str("@type", "Organization")
		}
		w.str("name", o.Name)
		w.str("alternateName", o.ShortName)
		w.str("url", w.d.address(o.URL))
		if o.Logo != nil {
			w.image("logo", o.Logo)
		}
		w.array("sameAs", func() {
			for _, u := range o.SameAs {
				w.str("", w.d.address(u))
			}
		})
		if o.Parent != nil && o.Parent.Name != "" {
			w.organization("parentOrganization", o.Parent)
		}
		w.str("publishingPrinciples", w.d.address(o.PublishingPrinciples))
		if o.Kind == article.OrganizationNews {
			w.str("correctionsPolicy", w.d.address(o.CorrectionsPolicy))
		}
	})
}

func (w *ldWriter) images(k string, list []*article.Image) {
	w.array(k, func() {
		for _, img := range list {
			w.image("", img)
		}
	})
}

func (w *ldWriter) image(k string, img *article.Image) {
	u := w.d.address(img.URL)
	if u == "" {
		return
	}
	width, height := w.d.r.imageSize(img)
	w.object(k, func() {
		w.str("@type", "ImageObject")
		w.str("url", u)
		w.str("contentUrl", u)
		w.num("width", int64(width))
		w.num("height", int64(height))
		w.str("encodingFormat", img.MediaType)
		w.str("caption", oneLine(img.Caption.String()))
		w.str("description", img.Alt)
		var line []string
		for i := range img.Credits {
			line = append(line, creditLine(&img.Credits[i]))
		}
		w.str("creditText", strings.Join(line, ", "))
		w.array("creator", func() {
			for i := range img.Credits {
				w.credit("", &img.Credits[i], "")
			}
		})
		w.rights(&img.Rights)
	})
}

// authors writes the credits by role. An article without an author is by its
// source, or else by its publisher.
func (w *ldWriter) authors() {
	credits := w.d.a.Credits
	group := func(k string, roles ...article.Role) {
		w.array(k, func() {
			for i := range credits {
				for _, r := range roles {
					if credits[i].Role == r {
						w.credit("", &credits[i], bylineID(credits, i))
					}
				}
			}
		})
	}
	w.array("author", func() {
		for _, c := range w.d.people {
			place := ""
			for i := range credits {
				if c == &credits[i] {
					place = bylineID(credits, i)
				}
			}
			w.credit("", c, place)
		}
		if len(w.d.people) == 0 {
			w.organization("", w.d.publisher())
		}
	})
	group("editor", article.RoleEditor)
	group("translator", article.RoleTranslator)
	group("contributor", article.RoleContributor, article.RolePhotographer, article.RoleVideographer, article.RoleIllustrator, article.RoleReviewer)
}

// findAuthors returns the credits of those who wrote the article: those it names,
// or else those of its source.
func (d *Document) findAuthors() []*article.Credit {
	var list []*article.Credit
	for i := range d.a.Credits {
		switch c := &d.a.Credits[i]; c.Role {
		case "", article.RoleAuthor, article.RoleReporter:
			list = append(list, c)
		}
	}
	// What was taken from elsewhere is not the publisher's own work.
	if s := d.a.Source; len(list) == 0 && s != nil && (s.Author != "" || s.Name != "") {
		c := &article.Credit{Name: s.Author}
		if s.Name != "" {
			c.Organization = &article.Organization{Name: s.Name}
		}
		list = append(list, c)
	}
	return list
}

// credit writes a person with their organization, or the organization alone.
// Place is the id in the byline, which identifies a person without a page.
func (w *ldWriter) credit(k string, c *article.Credit, place string) {
	u := w.d.address(c.URL)
	if c.Name == "" {
		if c.Organization != nil {
			o := *c.Organization
			if o.URL == "" {
				o.URL = u
			}
			if o.URL == "" && place != "" && isHTTP(w.d.url) {
				o.URL = w.d.url + "#" + escapeFragment(w.d.r.idPrefix()+place)
			}
			w.organization(k, &o)
		}
		return
	}
	if u == "" && place != "" && isHTTP(w.d.url) {
		u = w.d.url + "#" + escapeFragment(w.d.r.idPrefix()+place)
	}
	w.object(k, func() {
		w.str("@type", "Person")
		w.str("name", c.Name)
		w.str("url", u)
		w.str("identifier", c.ID)
		w.str("jobTitle", c.JobTitle)
		if c.Organization != nil && c.Organization.Name != "" {
			w.organization("affiliation", c.Organization)
		}
		if c.Image != nil {
			w.image("image", c.Image)
		}
	})
}

// about writes the tags that are more than words: topics as about, the things
// that the article names as mentions.
func (w *ldWriter) about() {
	tag := func(t *article.Tag, typ string) {
		w.object("", func() {
			w.str("@type", typ)
			w.str("name", t.Name)
			w.str("url", w.d.address(t.URL))
			w.array("sameAs", func() {
				for _, u := range t.SameAs {
					w.str("", w.d.address(u))
				}
			})
			if t.Geo != nil && typ == "Place" {
				w.object("geo", func() {
					w.str("@type", "GeoCoordinates")
					w.float("latitude", t.Geo.Latitude)
					w.float("longitude", t.Geo.Longitude)
				})
			}
		})
	}
	kinds := map[article.TagKind]string{
		article.TagPerson: "Person", article.TagOrganization: "Organization",
		article.TagEvent: "Event", article.TagDocument: "Legislation",
	}
	tags := w.d.a.Tags
	w.array("about", func() {
		for i := range tags {
			if tags[i].Kind == article.TagTopic {
				tag(&tags[i], "Thing")
			}
		}
	})
	w.array("mentions", func() {
		for i := range tags {
			if typ := kinds[tags[i].Kind]; typ != "" {
				tag(&tags[i], typ)
			}
		}
	})
	w.array("contentLocation", func() {
		for i := range tags {
			if tags[i].Kind == article.TagPlace {
				tag(&tags[i], "Place")
			}
		}
	})
}

// recordings writes the videos and the readings of the article.
func (w *ldWriter) recordings() {
	a := w.d.a
	w.array("video", func() {
		if v, ok := a.Hero.(*article.Video); ok {
			w.video(v)
		}
		each(a.Body, func(b article.Block) bool {
			if v, ok := b.(*article.Video); ok {
				w.video(v)
			}
			return true
		})
	})
	w.array("audio", func() {
		for i := range a.Accessibility.ReadAloud {
			r := &a.Accessibility.ReadAloud[i]
			w.media("AudioObject", r.Title, "", r.Sources, nil, r.Transcript, r.Duration, &r.Rights)
		}
	})
}

func (w *ldWriter) video(v *article.Video) {
	name := v.Title
	if name == "" {
		name = oneLine(v.Caption.String())
	}
	if name == "" {
		name = w.d.a.Headline
	}
	w.media("VideoObject", name, cmp.Or(oneLine(v.Caption.String()), w.d.sum, name), v.Sources, v.Poster, v.Transcript, v.Duration, &v.Rights)
}

func (w *ldWriter) media(typ, name, description string, sources []article.Rendition, poster *article.Image, transcript article.Body, length article.Seconds, rights *article.Rights) {
	u, format := "", ""
	for i := range sources {
		if u = w.d.address(sources[i].URL); u != "" {
			format = sources[i].MediaType
			break
		}
	}
	if u == "" {
		return
	}
	w.object("", func() {
		w.str("@type", typ)
		if name == "" {
			name = w.d.a.Headline
		}
		w.str("name", name)
		w.str("description", description)
		w.str("contentUrl", u)
		w.str("encodingFormat", format)
		if poster != nil {
			w.str("thumbnailUrl", w.d.address(poster.URL))
		}
		w.time("uploadDate", &w.d.r.Site, w.d.Published())
		w.str("duration", isoDuration(length))
		w.time("expires", &w.d.r.Site, w.d.a.Expires)
		w.strs("regionsAllowed", w.d.a.Access.Regions)
		if transcript != nil {
			w.str("transcript", oneLine(transcript.Text()))
		}
		w.rights(rights)
	})
}

// isoDuration returns a length as an ISO 8601 duration in seconds, or "" if it
// is unknown.
func isoDuration(s article.Seconds) string {
	if s <= 0 {
		return ""
	}
	return "PT" + strconv.FormatFloat(float64(s), 'f', -1, 64) + "S"
}

func (w *ldWriter) series() {
	s := w.d.a.Series
	if s == nil || s.Name == "" {
		return
	}
	w.object("isPartOf", func() {
		w.str("@type", "CreativeWorkSeries")
		w.str("name", s.Name)
		w.str("url", w.d.address(s.URL))
		w.str("identifier", s.ID)
	})
	w.num("position", int64(s.Position))
}

// origin writes where the text came from.
func (w *ldWriter) origin() {
	a := w.d.a
	if s := a.Source; s != nil {
		w.str("isBasedOn", w.d.address(s.URL))
		if s.Name != "" {
			w.object("sourceOrganization", func() {
				w.str("@type", "Organization")
				w.str("name", s.Name)
				if s.Logo != nil {
					w.image("logo", s.Logo)
				}
			})
		}
	}
	if t := digitalSources[a.DigitalSourceType]; t != "" {
		w.str("digitalSourceType", "https://schema.org/"+t)
	}
}

// digitalSources are the members of schema.org's IPTCDigitalSourceEnumeration by
// the name they have in the IPTC's vocabulary.
var digitalSources = map[string]string{
	"algorithmicMedia":                     "AlgorithmicMediaDigitalSource",
	"algorithmicallyEnhanced":              "AlgorithmicallyEnhancedDigitalSource",
	"compositeCapture":                     "CompositeCaptureDigitalSource",
	"compositeSynthetic":                   "CompositeSyntheticDigitalSource",
	"compositeWithTrainedAlgorithmicMedia": "CompositeWithTrainedAlgorithmicMediaDigitalSource",
	"dataDrivenMedia":                      "DataDrivenMediaDigitalSource",
	"digitalArt":                           "DigitalArtDigitalSource",
	"digitalCapture":                       "DigitalCaptureDigitalSource",
	"minorHumanEdits":                      "MinorHumanEditsDigitalSource",
	"trainedAlgorithmicMedia":              "TrainedAlgorithmicMediaDigitalSource",
	"virtualRecording":                     "VirtualRecordingDigitalSource",
}

func (w *ldWriter) rights(r *article.Rights) {
	if r.Holder != "" {
		w.object("copyrightHolder", func() {
			w.str("@type", "Organization")
			w.str("name", r.Holder)
		})
	}
	w.num("copyrightYear", int64(r.Year))
	w.str("copyrightNotice", r.Notice)
	w.str("license", w.d.address(r.License))
	w.str("usageInfo", r.UsageTerms)
	w.str("acquireLicensePage", w.d.address(r.AcquireURL))
}

// citations writes the legal documents that the text cites, each once.
func (w *ldWriter) citations() {
	seen := make(map[article.Citation]bool)
	w.array("citation", func() {
		for _, c := range w.d.cites {
			if seen[*c] {
				continue
			}
			seen[*c] = true
			u := w.d.address(c.URL)
			if u == "" && w.d.r.CitationURL != nil {
				u = w.d.address(w.d.r.CitationURL(c))
			}
			w.object("", func() {
				w.str("@type", "Legislation")
				name := strings.TrimSpace(c.Type + " " + c.Number)
				if c.Type != "" && c.Number != "" {
					name = c.Type + " số " + c.Number
				}
				w.str("name", name)
				w.str("legislationType", c.Type)
				w.str("legislationIdentifier", c.Number)
				w.str("legislationDate", c.Date)
				if c.Issuer != "" {
					w.object("legislationPassedBy", func() {
						w.str("@type", "Organization")
						w.str("name", c.Issuer)
					})
				}
				w.str("url", u)
			})
		}
	})
}

func (w *ldWriter) corrections() {
	w.array("correction", func() {
		for i := range w.d.a.Corrections {
			c := &w.d.a.Corrections[i]
			w.object("", func() {
				w.str("@type", "CorrectionComment")
				w.str("text", oneLine(c.Text.String()))
				w.time("datePublished", &w.d.r.Site, c.Time)
			})
		}
	})
}

func (w *ldWriter) accessibility() {
	x := &w.d.a.Accessibility
	w.strs("accessMode", x.AccessModes)
	w.strs("accessibilityFeature", x.Features)
	w.strs("accessibilityHazard", x.Hazards)
	w.str("accessibilitySummary", x.Summary)
}

func (w *ldWriter) live() {
	d, l := w.d, w.d.a.Live
	site := &d.r.Site
	w.str("@context", "https://schema.org")
	w.str("@type", "LiveBlogPosting")
	if isHTTP(d.url) {
		w.str("@id", d.url+"#live")
		w.str("url", d.url)
		w.object("isPartOf", func() { w.str("@type", "NewsArticle"); w.str("@id", d.url+"#article") })
	}
	w.str("headline", d.a.Headline)
	w.str("description", d.sum)
	w.str("inLanguage", d.a.Lang)
	w.time("datePublished", site, d.Published())
	w.time("dateModified", site, d.Modified())
	w.images("image", d.imgs)
	w.authors()
	w.organization("publisher", d.publisher())
	w.time("coverageStartTime", site, l.Start)
	w.time("coverageEndTime", site, l.End)
	w.array("liveBlogUpdate", func() {
		for i := range l.Updates {
			u := &l.Updates[i]
			w.object("", func() {
				w.str("@type", "BlogPosting")
				if isHTTP(w.d.url) {
					w.str("url", w.d.url+"#"+escapeFragment(w.d.r.idPrefix()+idToken(u.ID)))
				}
				body := oneLine(u.Body.Text())
				headline := u.Headline
				if headline == "" {
					headline = shorten(body, 110)
				}
				w.str("headline", headline)
				w.time("datePublished", site, u.Published)
				w.time("dateModified", site, u.Modified)
				w.str("articleBody", body)
				w.array("author", func() {
					for i := range u.Credits {
						w.credit("", &u.Credits[i], "")
					}
				})
			})
		}
	})
}

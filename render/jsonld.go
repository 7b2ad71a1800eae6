package render

import (
	"cmp"
	"html/template"
	"net/url"
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

// appendSiteLD writes the site as a WebSite with its publisher, which is where
// search engines take its name from.
func (r *Renderer) appendSiteLD(dst []byte, base *url.URL) []byte {
	d := &Document{a: new(article.Article), r: r, base: base}
	w := ldWriter{d: d, jsonWriter: jsonWriter{out: dst}}
	w.object("", func() {
		w.str("@context", "https://schema.org")
		w.str("@type", "WebSite")
		w.str("@id", base.String()+"#site")
		w.str("url", base.String())
		w.str("name", r.Site.Name)
		w.str("description", r.Site.Description)
		w.str("inLanguage", cmp.Or(r.Site.Lang, "vi"))
		w.organization("publisher", d.publisher())
	})
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
		w.strs("keywords", d.keywords)
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
		if !d.restricted() { // both tell what is in the body
			w.citations()
			w.corrections()
		}
		w.accessibility()
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
				w.str("text", oneLine(flat(c.Text)))
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
			if u.Headline == "" && d.restricted() {
				continue
			}
			w.object("", func() {
				w.str("@type", "BlogPosting")
				if isHTTP(w.d.url) {
					w.str("url", w.d.url+"#"+escapeFragment(w.d.r.idPrefix()+idToken(u.ID)))
				}
				body := oneLine(d.words(u.Body))
				headline := u.Headline
				if headline == "" {
					headline = shorten(body, 110)
				}
				w.str("headline", headline)
				w.time("datePublished", site, u.Published)
				w.time("dateModified", site, u.Modified)
				if !d.restricted() {
					w.str("articleBody", body)
				}
				w.array("author", func() {
					for i := range u.Credits {
						w.credit("", &u.Credits[i], "")
					}
				})
			})
		}
	})
}

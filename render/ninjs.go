package render

import (
	"cmp"
	"math"
	"path"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"github.com/toasoan/toasoan/article"
	"github.com/toasoan/toasoan/article/viet"
)

// NINJS returns the article as an item of the IPTC's ninjs 3.1, in JSON. What
// ninjs has a property for goes there: headlines and descriptions by role,
// people, organizations, places and events from the tags, pictures, recordings
// and documents as associations with their renditions; that of what readers hear of
// the text has the relation "readAloud". The body is there as HTML and as text.
// Live updates stand in the body.
func (d *Document) NINJS() []byte {
	if d.a == nil {
		return []byte("{}")
	}
	w := ninjsWriter{d: d}
	w.item()
	return append(w.out, '\n')
}

// A ninjsWriter writes one item.
type ninjsWriter struct {
	jsonWriter
	d *Document
}

func (w *ninjsWriter) item() {
	d, a, site := w.d, w.d.a, &w.d.r.Site
	w.object("", func() {
		w.str("uri", d.uri())
		w.str("type", "text")
		w.str("representationType", "full")
		w.object("standard", func() {
			w.str("name", "ninjs")
			w.str("version", "3.1")
			w.str("schema", "http://www.iptc.org/std/ninjs/ninjs-schema_3.1.json")
		})
		if a.Version > 0 {
			w.str("version", strconv.Itoa(a.Version))
		}
		w.time("firstCreated", site, d.Published())
		w.time("versionCreated", site, d.Modified())
		w.time("embargoedUntil", site, a.EmbargoedUntil)
		w.time("expires", site, a.Expires)
		switch a.Status {
		case article.StatusDraft, article.StatusWithheld:
			w.str("pubStatus", "withheld")
		case article.StatusCanceled:
			w.str("pubStatus", "canceled")
		default:
			w.str("pubStatus", "usable")
		}
		w.str("language", a.Lang)
		w.str("title", a.Headline)
		w.str("by", d.byline())
		w.str("slugline", a.Slug)
		w.str("located", a.Dateline)
		if a.Kind != "" {
			w.array("genres", func() { w.object("", func() { w.str("name", string(a.Kind)); w.str("literal", string(a.Kind)) }) })
		}
		w.array("headlines", func() {
			w.roled("main", a.Headline)
			w.roled("kicker", a.Kicker)
			w.roled("alternative", a.AlternativeHeadline)
			w.roled("short", a.ShortHeadline)
			w.roled("seo", a.SEOTitle)
		})
		w.array("descriptions", func() {
			w.text("lead", a.Lead)
			w.roled("summary", a.Description)
			w.roled("accessibility", a.Accessibility.Summary)
			for i := range a.Corrections {
				w.text("correction", a.Corrections[i].Text)
			}
		})
		w.bodies()
		w.credits()
		w.tags()
		w.str("copyrightHolder", a.Rights.Holder)
		w.str("copyrightNotice", a.Rights.Notice)
		w.str("usageTerms", a.Rights.UsageTerms)
		w.linkedRights(&a.Rights)
		w.array("altIds", func() {
			w.altID("id", a.ID)
			w.altID("url", d.url)
			w.altID("shortURL", a.ShortURL)
			for _, l := range a.Alternates {
				w.altID("hreflang-"+l.Lang, d.address(l.URL))
			}
		})
		if t := a.DigitalSourceType; t != "" {
			w.object("digitalSourceType", func() {
				w.str("name", t)
				w.str("uri", string(appendPercent([]byte("http://cv.iptc.org/newscodes/digitalsourcetype/"), t)))
			})
		}
		w.array("trustIndicators", func() {
			o := d.publisher()
			w.trust("http://cv.iptc.org/newscodes/trustindicator/publishingPrinciples", "publishingPrinciples", o.PublishingPrinciples)
			w.trust("http://cv.iptc.org/newscodes/trustindicator/correctionsPolicy", "correctionsPolicy", o.CorrectionsPolicy)
		})
		w.associations()
	})
}

// uri returns the identifier of the item, which must be a URI.
func (d *Document) uri() string {
	if u := d.iri(); u != "" {
		return u
	}
	return string(appendPercent([]byte("urn:toasoan:"), cmp.Or(d.a.ID, d.a.Slug, "article")))
}

// byline returns who made the article, in one line.
func (d *Document) byline() string {
	var names []string
	for _, c := range d.people {
		names = append(names, strings.Join(nonEmpty(c.Name, c.JobTitle, orgName(c.Organization)), ", "))
	}
	return strings.Join(names, "; ")
}

func nonEmpty(list ...string) []string {
	out := list[:0]
	for _, s := range list {
		if s != "" {
			out = append(out, s)
		}
	}
	return out
}

func (w *ninjsWriter) roled(role, value string) {
	if value != "" {
		w.object("", func() {
			w.str("role", role)
			w.str("contentType", "text/plain")
			w.str("value", value)
		})
	}
}

// text writes running text by its role: as HTML if it is more than words.
func (w *ninjsWriter) text(role string, t article.Text) {
	words := article.Plain(t.String())
	if len(t) == 0 || slices.EqualFunc(t, words, func(a, b article.Span) bool { return a == b }) {
		w.roled(role, oneLine(t.String()))
		return
	}
	p := w.d.exchangePrinter()
	p.plain = true // no ids
	p.spans(t)
	w.object("", func() {
		w.str("role", role)
		w.str("contentType", "text/html")
		w.str("value", string(p.out))
	})
}

func (w *ninjsWriter) altID(role, value string) {
	if value != "" {
		w.object("", func() { w.str("role", role); w.str("value", value) })
	}
}

func (w *ninjsWriter) trust(role, title, u string) {
	if u = w.d.address(u); isHTTP(u) {
		w.object("", func() { w.str("role", role); w.str("title", title); w.str("href", u) })
	}
}

// uriOf writes an address if it is absolute, as the schema demands.
func (w *ninjsWriter) uriOf(k, u string) {
	if u = w.d.address(u); isHTTP(u) {
		w.str(k, u)
	}
}

// linkedRights writes the licence.
func (w *ninjsWriter) linkedRights(r *article.Rights) {
	if u := w.d.address(r.License); isHTTP(u) {
		w.object("rightsInfo", func() { w.str("linkedRights", u) })
	}
}

// bodies writes the body as HTML and as text.
func (w *ninjsWriter) bodies() {
	markup := string(w.d.exchange())
	text := &textPrinter{d: w.d, labels: w.d.labels}
	text.body(w.d.a.Body)
	text.live(w.d.a.Live)
	w.array("bodies", func() {
		for _, b := range [...]struct{ role, typ, value string }{
			{"html", "text/html", markup}, {"text", "text/plain", string(text.out)},
		} {
			if b.value == "" {
				continue
			}
			w.object("", func() {
				w.str("role", b.role)
				w.str("contentType", b.typ)
				w.num("charCount", int64(utf8.RuneCountInString(b.value)))
				if b.role == "text" {
					w.num("wordCount", int64(viet.CountWords(b.value)))
				}
				w.str("value", b.value)
			})
		}
	})
}

// exchange returns the body as HTML for another newsroom: absolute addresses,
// frames as frames.
func (d *Document) exchange() []byte {
	p := d.exchangePrinter()
	p.reserve(d.a)
	p.body(d.a.Body)
	p.levels = nil
	p.live(d.a.Live)
	return p.out
}

func (d *Document) exchangePrinter() *htmlPrinter {
	r := *d.r
	r.Embeds, r.Embed = EmbedsFrame, nil
	return &htmlPrinter{r: &r, labels: d.labels, lang: d.a.Lang, base: d.base, whole: true, level: 2, raw: d.raw}
}

// credits writes who made the article as sources of information with their
// roles; the organization of a person is a contact of the role "affiliation".
func (w *ninjsWriter) credits() {
	a := w.d.a
	w.array("infoSources", func() {
		for i := range a.Credits {
			c := &a.Credits[i]
			w.object("", func() {
				w.str("name", cmp.Or(c.Name, orgName(c.Organization)))
				w.str("role", string(cmp.Or(c.Role, article.RoleAuthor)))
				w.uriOf("uri", c.URL)
				w.str("literal", c.ID)
				w.array("contactInfo", func() {
					if c.JobTitle != "" {
						w.object("", func() { w.str("role", "jobTitle"); w.str("value", c.JobTitle) })
					}
					if c.Name != "" && orgName(c.Organization) != "" {
						w.object("", func() {
							w.str("role", "affiliation")
							w.str("name", c.Organization.Name)
							w.str("value", cmp.Or(w.d.address(c.Organization.URL), c.Organization.Name))
						})
					}
				})
			})
		}
		if s := a.Source; s != nil && s.Name != "" {
			w.object("", func() {
				w.str("name", s.Name)
				w.str("role", "publication")
				w.uriOf("uri", s.URL)
			})
		}
	})
}

// tags writes sections and tags where ninjs has a property for their kind.
func (w *ninjsWriter) tags() {
	a := w.d.a
	concept := func(name, rel, u, literal string, more func()) {
		w.object("", func() {
			w.str("name", name)
			w.str("rel", rel)
			w.uriOf("uri", u)
			w.str("literal", literal)
			if more != nil {
				more()
			}
		})
	}
	group := func(k string, kinds ...article.TagKind) {
		w.array(k, func() {
			if k == "subjects" {
				for i := range a.Sections {
					s := &a.Sections[i]
					concept(s.Name, "section", s.URL, s.ID, nil)
				}
			}
			for i := range a.Tags {
				t := &a.Tags[i]
				for _, kind := range kinds {
					if cmp.Or(t.Kind, article.TagKeyword) != kind {
						continue
					}
					rel, u, id := string(kind), t.URL, t.ID
					if u == "" && kind != article.TagKeyword && kind != article.TagDocument {
						// The address of the thing in a vocabulary, in place of a page of
						// one's own.
						switch {
						case len(t.SameAs) > 0:
							rel, u = "about", t.SameAs[0]
						case isHTTP(id):
							rel, u, id = "about", id, ""
						}
					}
					concept(t.Name, rel, u, id, func() {
						if t.Geo != nil && k == "places" {
							w.object("geoJSON", func() {
								w.str("type", "Point")
								w.array("coordinates", func() { w.float("", t.Geo.Longitude); w.float("", t.Geo.Latitude) })
							})
						}
					})
				}
			}
			if s := a.Series; k == "events" && s != nil && s.Name != "" {
				concept(s.Name, "series", s.URL, s.ID, nil)
			}
		})
	}
	group("people", article.TagPerson)
	group("organisations", article.TagOrganization)
	group("places", article.TagPlace)
	group("subjects", article.TagKeyword, article.TagTopic)
	group("events", article.TagEvent)
	group("objects", article.TagDocument)
}

// associations writes the pictures, recordings and documents of the article.
func (w *ninjsWriter) associations() {
	a := w.d.a
	w.array("associations", func() {
		for at, b := range a.Blocks() {
			rel := "body"
			if at == "hero" {
				rel = "hero"
			}
			switch b := b.(type) {
			case *article.Image:
				w.picture(at, rel, b)
			case *article.Gallery:
				if rel == "hero" && len(b.Caption) > 0 { // others have theirs in the body
					w.object("", func() {
						w.str("name", "hero")
						w.str("rel", "hero")
						w.str("uri", w.d.uri()+"#hero")
						w.str("type", "composite")
						w.array("descriptions", func() { w.text("caption", b.Caption) })
					})
				}
				for i := range b.Images {
					w.picture(at+".images["+strconv.Itoa(i)+"]", rel, &b.Images[i])
				}
			case *article.Video:
				w.recording(at, rel, "video", b)
			case *article.Audio:
				w.audio(at, rel, b)
			case *article.Embed:
				if rel == "hero" { // others stand in the body
					w.embed(at, rel, b)
				}
			}
		}
		for i := range a.Accessibility.ReadAloud {
			w.audio("readAloud["+strconv.Itoa(i)+"]", "readAloud", &a.Accessibility.ReadAloud[i])
		}
		for i := range a.Attachments {
			w.file("attachments["+strconv.Itoa(i)+"]", &a.Attachments[i])
		}
		for i := range a.Related {
			l := &a.Related[i]
			if u := w.d.address(l.URL); isHTTP(u) {
				w.object("", func() {
					w.str("name", "related["+strconv.Itoa(i)+"]")
					w.str("rel", "related")
					w.str("uri", u)
					w.str("type", "text")
					w.str("title", l.Text)
				})
			}
		}
	})
}

func (w *ninjsWriter) picture(name, rel string, img *article.Image) {
	u := w.d.address(img.URL)
	if !isHTTP(u) {
		return
	}
	w.object("", func() {
		w.str("name", name)
		w.str("rel", rel)
		w.str("uri", u)
		w.str("type", "picture")
		w.str("by", creditNames(img.Credits))
		w.array("descriptions", func() {
			w.roled("caption", oneLine(flat(img.Caption)))
			w.roled("alt", img.Alt)
		})
		w.str("copyrightHolder", img.Rights.Holder)
		w.str("copyrightNotice", img.Rights.Notice)
		w.str("usageTerms", img.Rights.UsageTerms)
		w.linkedRights(&img.Rights)
		w.array("renditions", func() {
			width, height := w.d.r.imageSize(img)
			w.rendition("main", &article.Rendition{URL: img.URL, MediaType: img.MediaType, Width: width, Height: height}, 0, img.Focus)
			for i := range img.Renditions {
				w.rendition("r"+strconv.Itoa(i+1), &img.Renditions[i], 0, nil)
			}
		})
	})
}

func (w *ninjsWriter) rendition(name string, r *article.Rendition, length article.Seconds, focus *article.Point) {
	u := w.d.address(r.URL)
	if !isHTTP(u) {
		return
	}
	w.object("", func() {
		w.str("name", name)
		w.str("href", u)
		w.str("contentType", r.MediaType)
		w.num("width", int64(r.Width))
		w.num("height", int64(r.Height))
		w.num("sizeInBytes", r.Size)
		if length > 0 {
			w.float("duration", float64(length))
		}
		if focus != nil && r.Width > 0 && r.Height > 0 {
			w.object("poi", func() {
				w.int("x", int64(math.Round(focus.X*float64(r.Width))))
				w.int("y", int64(math.Round(focus.Y*float64(r.Height))))
			})
		}
	})
}

// recording writes a video or, as one, another recording.
func (w *ninjsWriter) recording(name, rel, typ string, v *article.Video) {
	if len(v.Sources) == 0 {
		return
	}
	w.object("", func() {
		w.str("name", name)
		w.str("rel", rel)
		w.uriOf("uri", v.Sources[0].URL)
		w.str("type", typ)
		w.time("expires", &w.d.r.Site, v.Expires)
		w.str("title", v.Title)
		w.str("by", creditNames(v.Credits))
		w.array("descriptions", func() {
			w.roled("caption", oneLine(flat(v.Caption)))
			w.roled("transcript", w.d.words(v.Transcript))
		})
		w.str("copyrightHolder", v.Rights.Holder)
		w.str("copyrightNotice", v.Rights.Notice)
		w.str("usageTerms", v.Rights.UsageTerms)
		w.linkedRights(&v.Rights)
		w.array("renditions", func() {
			for i, r := range v.Sources {
				if r.Width == 0 && r.Height == 0 {
					r.Width, r.Height = v.Width, v.Height
				}
				w.rendition("r"+strconv.Itoa(i), &r, v.Duration, nil)
			}
			if p := v.Poster; p != nil {
				width, height := w.d.r.imageSize(p)
				w.rendition("poster", &article.Rendition{URL: p.URL, MediaType: cmp.Or(p.MediaType, imageType(p.URL)), Width: width, Height: height}, 0, nil)
			}
			names := make(map[string]int)
			for i := range v.Tracks {
				t := &v.Tracks[i]
				name := string(cmp.Or(t.Kind, article.TrackCaptions))
				if t.Lang != "" {
					name += "-" + t.Lang
				}
				if names[name]++; names[name] > 1 {
					name += "-" + strconv.Itoa(names[name])
				}
				w.rendition(name, &article.Rendition{URL: t.URL, MediaType: "text/vtt"}, 0, nil)
			}
		})
	})
}

// imageType returns the media type of a picture by the end of its path, or "".
func imageType(u string) string {
	u, _, _ = strings.Cut(u, "?")
	switch strings.ToLower(path.Ext(u)) {
	case ".jpg", ".jpeg":
		return "image/jpeg"
	case ".png":
		return "image/png"
	case ".webp":
		return "image/webp"
	case ".avif":
		return "image/avif"
	case ".gif":
		return "image/gif"
	}
	return ""
}

func (w *ninjsWriter) audio(name, rel string, b *article.Audio) {
	w.recording(name, rel, "audio", &article.Video{
		Title: b.Title, Caption: b.Caption, Credits: b.Credits, Sources: b.Sources, Duration: b.Duration,
		Rights: b.Rights, Transcript: b.Transcript, Tracks: b.Tracks,
	})
}

// embed writes content of another site, whose files the newsroom does not have.
func (w *ninjsWriter) embed(name, rel string, e *article.Embed) {
	page, _ := embedPage(w.d.exchangePrinter(), e)
	u := cmp.Or(page, embedFrame(e))
	if !isHTTP(u) {
		return
	}
	w.object("", func() {
		w.str("name", name)
		w.str("rel", rel)
		w.str("uri", u)
		w.str("type", "video")
		w.str("title", e.Title)
		w.array("descriptions", func() { w.roled("caption", oneLine(flat(e.Caption))) })
	})
}

func (w *ninjsWriter) file(name string, f *article.File) {
	u := w.d.address(f.URL)
	if !isHTTP(u) {
		return
	}
	w.object("", func() {
		w.str("name", name)
		w.str("rel", "attachment")
		w.str("uri", u)
		w.str("type", "text")
		w.str("title", f.Title)
		w.str("language", f.Lang)
		w.array("renditions", func() {
			w.rendition("main", &article.Rendition{URL: f.URL, MediaType: f.MediaType, Size: f.Size}, 0, nil)
		})
	})
}

package article

import (
	"maps"
	"slices"
)

func (w *walker) article(a *Article) {
	if w.copying {
		w.memory.expect(a.Body)
		a.Extensions = maps.Clone(a.Extensions)
		for k, v := range a.Extensions {
			a.Extensions[k] = slices.Clone(v)
		}
	}
	if !w.begin(a) {
		return
	}
	w.s("id", useName, &a.ID)
	w.s("lang", useLang, &a.Lang)
	w.s("digitalSourceType", useWord, &a.DigitalSourceType)
	w.s("kicker", useLine, &a.Kicker)
	w.s("headline", useLine, &a.Headline)
	w.s("alternativeHeadline", useLine, &a.AlternativeHeadline)
	w.s("shortHeadline", useLine, &a.ShortHeadline)
	w.s("seoTitle", useLine, &a.SEOTitle)
	w.texts("lead", &a.Lead)
	w.s("description", useLine, &a.Description)
	w.s("dateline", useLine, &a.Dateline)
	if a.Hero != nil {
		in(w, "hero", &a.Hero, w.visit)
	}
	w.body("body", &a.Body)
	each(w, "credits", &a.Credits, w.credit)
	w.s("url", useAddress, &a.URL)
	w.s("slug", useWord, &a.Slug)
	w.s("shortURL", useAddress, &a.ShortURL)
	each(w, "alternates", &a.Alternates, func(x *Alternate) {
		if w.begin(x) {
			w.s("lang", useLang, &x.Lang)
			w.s("url", useAddress, &x.URL)
			w.end(x)
		}
	})
	each(w, "sections", &a.Sections, w.section)
	each(w, "tags", &a.Tags, func(x *Tag) {
		if w.begin(x) {
			w.s("name", useLine, &x.Name)
			w.s("url", useAddress, &x.URL)
			w.s("id", useName, &x.ID)
			w.strings("sameAs", useAddress, &x.SameAs)
			one(w, "geo", &x.Geo, w.geo)
			w.end(x)
		}
	})
	in(w, "publisher", &a.Publisher, w.organization)
	one(w, "source", &a.Source, func(x *Source) {
		if w.begin(x) {
			w.s("name", useLine, &x.Name)
			w.s("url", useAddress, &x.URL)
			w.s("author", useLine, &x.Author)
			one(w, "logo", &x.Logo, w.image)
			w.end(x)
		}
	})
	in(w, "rights", &a.Rights, w.rights)
	in(w, "access", &a.Access, func(x *Access) {
		if w.begin(x) {
			w.strings("regions", useWord, &x.Regions)
			w.end(x)
		}
	})
	each(w, "attachments", &a.Attachments, w.file)
	each(w, "related", &a.Related, w.link)
	one(w, "series", &a.Series, func(x *Series) {
		if w.begin(x) {
			w.s("name", useLine, &x.Name)
			w.s("url", useAddress, &x.URL)
			w.s("id", useName, &x.ID)
			w.end(x)
		}
	})
	each(w, "corrections", &a.Corrections, func(x *Correction) {
		if w.begin(x) {
			w.texts("text", &x.Text)
			w.end(x)
		}
	})
	one(w, "live", &a.Live, w.live)
	in(w, "accessibility", &a.Accessibility, func(x *Accessibility) {
		if w.begin(x) {
			w.s("summary", useLine, &x.Summary)
			w.strings("features", useWord, &x.Features)
			w.strings("hazards", useWord, &x.Hazards)
			w.strings("accessModes", useWord, &x.AccessModes)
			each(w, "readAloud", &x.ReadAloud, w.audio)
			w.end(x)
		}
	})
	w.end(a)
}

func (w *walker) live(x *Live) {
	if !w.begin(x) {
		return
	}
	each(w, "updates", &x.Updates, func(u *Update) {
		if w.begin(u) {
			w.s("id", useName, &u.ID)
			w.s("headline", useLine, &u.Headline)
			each(w, "credits", &u.Credits, w.credit)
			w.body("body", &u.Body)
			w.end(u)
		}
	})
	w.end(x)
}

func (w *walker) section(x *Section) {
	if !w.enter(x) {
		return
	}
	w.s("name", useLine, &x.Name)
	w.s("url", useAddress, &x.URL)
	w.s("id", useName, &x.ID)
	one(w, "parent", &x.Parent, w.section)
	w.leave(x)
}

func (w *walker) organization(x *Organization) {
	if !w.enter(x) {
		return
	}
	w.s("name", useLine, &x.Name)
	w.s("shortName", useLine, &x.ShortName)
	w.s("url", useAddress, &x.URL)
	one(w, "logo", &x.Logo, w.image)
	w.strings("sameAs", useAddress, &x.SameAs)
	one(w, "parent", &x.Parent, w.organization)
	w.s("publishingPrinciples", useAddress, &x.PublishingPrinciples)
	w.s("correctionsPolicy", useAddress, &x.CorrectionsPolicy)
	w.leave(x)
}

func (w *walker) credit(x *Credit) {
	if !w.begin(x) {
		return
	}
	w.s("name", useLine, &x.Name)
	w.s("jobTitle", useLine, &x.JobTitle)
	one(w, "organization", &x.Organization, w.organization)
	w.s("url", useLink, &x.URL)
	w.s("id", useName, &x.ID)
	one(w, "image", &x.Image, w.image)
	w.end(x)
}

func (w *walker) rights(x *Rights) {
	if w.begin(x) {
		w.s("holder", useLine, &x.Holder)
		w.s("notice", useLine, &x.Notice)
		w.s("license", useAddress, &x.License)
		w.s("usageTerms", useLine, &x.UsageTerms)
		w.s("acquireURL", useLink, &x.AcquireURL)
		w.end(x)
	}
}

func (w *walker) link(x *Link) {
	if w.begin(x) {
		w.s("url", useLink, &x.URL)
		w.s("text", useLine, &x.Text)
		w.s("title", useLine, &x.Title)
		w.s("lang", useLang, &x.Lang)
		w.strings("rel", useWord, &x.Rel)
		w.s("published", useWord, &x.Published)
		w.end(x)
	}
}

func (w *walker) citation(x *Citation) {
	if w.begin(x) {
		w.s("type", useLine, &x.Type)
		w.s("number", useWord, &x.Number)
		w.s("date", useWord, &x.Date)
		w.s("issuer", useLine, &x.Issuer)
		w.s("url", useAddress, &x.URL)
		w.end(x)
	}
}

func (w *walker) span(x *Span) {
	if !w.begin(x) {
		return
	}
	if x.Link != nil || x.Lang != "" || x.Dir != "" || x.Citation != nil || x.Expansion != "" || x.ID != "" {
		if x.Link != nil {
			if w.copying {
				x.Link = w.memory.links.copied(x.Link)
			}
			in(w, "link", x.Link, w.link)
		}
		w.s("lang", useLang, &x.Lang)
		w.s("dir", useWord, &x.Dir)
		one(w, "citation", &x.Citation, w.citation)
		w.s("expansion", useLine, &x.Expansion)
		w.s("id", useName, &x.ID)
	}
	w.end(x)
}

// inside walks the inside of a block that is no paragraph.
func (w *walker) inside(b Block) {
	switch x := b.(type) {
	case *Image:
		w.image(x)
		return
	case *Audio:
		w.audio(x)
		return
	case *File:
		w.file(x)
		return
	}
	if !w.enter(b) {
		return
	}
	switch x := b.(type) {
	case *Heading:
		w.s("id", useName, &x.ID)
		w.texts("text", &x.Text)
	case *List:
		each(w, "items", &x.Items, func(b *Body) { w.body("", b) })
	case *Quote:
		w.body("body", &x.Body)
		w.texts("attribution", &x.Attribution)
		w.s("url", useAddress, &x.URL)
	case *Gallery:
		each(w, "images", &x.Images, w.image)
		w.texts("caption", &x.Caption)
	case *Video:
		each(w, "sources", &x.Sources, w.rendition)
		one(w, "poster", &x.Poster, w.image)
		each(w, "tracks", &x.Tracks, w.track)
		w.body("transcript", &x.Transcript)
		w.s("title", useLine, &x.Title)
		w.texts("caption", &x.Caption)
		each(w, "credits", &x.Credits, w.credit)
		in(w, "rights", &x.Rights, w.rights)
	case *Table:
		w.texts("caption", &x.Caption)
		w.rows("head", &x.Head)
		w.rows("rows", &x.Rows)
		w.rows("foot", &x.Foot)
	case *Embed:
		w.s("id", useName, &x.ID)
		w.s("url", useAddress, &x.URL)
		w.s("title", useLine, &x.Title)
		w.texts("caption", &x.Caption)
		w.body("fallback", &x.Fallback)
	case *Box:
		w.s("title", useLine, &x.Title)
		w.body("body", &x.Body)
	case *Links:
		w.s("title", useLine, &x.Title)
		each(w, "items", &x.Items, w.link)
	case *Preformatted:
		w.s("text", useLines, &x.Text)
		w.s("lang", useLang, &x.Lang)
	case *RawHTML:
		w.s("html", useMarkup, &x.HTML)
	case *Divider:
	}
	w.leave(b)
}

func (w *walker) image(x *Image) {
	if !w.enter(x) {
		return
	}
	w.s("url", useAddress, &x.URL)
	w.s("mediaType", useWord, &x.MediaType)
	each(w, "renditions", &x.Renditions, w.rendition)
	w.s("alt", useLine, &x.Alt)
	w.s("title", useLine, &x.Title)
	w.texts("caption", &x.Caption)
	each(w, "credits", &x.Credits, w.credit)
	in(w, "rights", &x.Rights, w.rights)
	one(w, "focus", &x.Focus, w.point)
	one(w, "link", &x.Link, w.link)
	w.leave(x)
}

func (w *walker) audio(x *Audio) {
	if !w.enter(x) {
		return
	}
	each(w, "sources", &x.Sources, w.rendition)
	each(w, "tracks", &x.Tracks, w.track)
	w.body("transcript", &x.Transcript)
	w.s("title", useLine, &x.Title)
	w.texts("caption", &x.Caption)
	each(w, "credits", &x.Credits, w.credit)
	in(w, "rights", &x.Rights, w.rights)
	w.leave(x)
}

func (w *walker) file(x *File) {
	if !w.enter(x) {
		return
	}
	w.s("url", useAddress, &x.URL)
	w.s("title", useLine, &x.Title)
	w.s("mediaType", useWord, &x.MediaType)
	w.s("lang", useLang, &x.Lang)
	one(w, "citation", &x.Citation, w.citation)
	w.leave(x)
}

func (w *walker) rendition(x *Rendition) {
	if w.begin(x) {
		w.s("url", useAddress, &x.URL)
		w.s("mediaType", useWord, &x.MediaType)
		w.end(x)
	}
}

func (w *walker) track(x *Track) {
	if w.begin(x) {
		w.s("url", useAddress, &x.URL)
		w.s("lang", useLang, &x.Lang)
		w.s("label", useLine, &x.Label)
		w.end(x)
	}
}

func (w *walker) rows(name string, rows *[][]Cell) {
	each(w, name, rows, func(row *[]Cell) {
		each(w, "", row, func(c *Cell) {
			if w.begin(c) {
				w.texts("text", &c.Text)
				w.end(c)
			}
		})
	})
}

func (w *walker) geo(x *Geo) {
	if w.begin(x) {
		w.end(x)
	}
}

func (w *walker) point(x *Point) {
	if w.begin(x) {
		w.end(x)
	}
}

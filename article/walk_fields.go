package article

// This file says where everything is: for each type, a method that goes through
// its fields.

func (w *walker) fieldsOf(a *Article) {
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
		n := w.push("hero")
		w.visit(&a.Hero)
		w.pop(n)
	}
	w.body("body", &a.Body)
	each(w, "credits", &a.Credits, w.credit)
	w.s("url", useAddress, &a.URL)
	w.s("slug", useWord, &a.Slug)
	w.s("shortURL", useAddress, &a.ShortURL)
	each(w, "alternates", &a.Alternates, func(x *Alternate) {
		w.s("lang", useLang, &x.Lang)
		w.s("url", useAddress, &x.URL)
	})
	each(w, "sections", &a.Sections, w.section)
	each(w, "tags", &a.Tags, func(x *Tag) {
		w.s("name", useLine, &x.Name)
		w.s("url", useAddress, &x.URL)
		w.s("id", useName, &x.ID)
		w.strings("sameAs", useAddress, &x.SameAs)
		one(w, "geo", &x.Geo, func(*Geo) {})
	})
	in(w, "publisher", &a.Publisher, w.organization)
	one(w, "source", &a.Source, func(x *Source) {
		w.s("name", useLine, &x.Name)
		w.s("url", useAddress, &x.URL)
		w.s("author", useLine, &x.Author)
		one(w, "logo", &x.Logo, w.image)
	})
	in(w, "rights", &a.Rights, w.rights)
	in(w, "access", &a.Access, func(x *Access) { w.strings("regions", useWord, &x.Regions) })
	each(w, "attachments", &a.Attachments, w.file)
	each(w, "related", &a.Related, w.link)
	one(w, "series", &a.Series, func(x *Series) {
		w.s("name", useLine, &x.Name)
		w.s("url", useAddress, &x.URL)
		w.s("id", useName, &x.ID)
	})
	each(w, "corrections", &a.Corrections, func(x *Correction) { w.texts("text", &x.Text) })
	one(w, "live", &a.Live, w.live)
	in(w, "accessibility", &a.Accessibility, func(x *Accessibility) {
		w.s("summary", useLine, &x.Summary)
		w.strings("features", useWord, &x.Features)
		w.strings("hazards", useWord, &x.Hazards)
		w.strings("accessModes", useWord, &x.AccessModes)
		each(w, "readAloud", &x.ReadAloud, w.audio)
	})
}

func (w *walker) live(x *Live) {
	each(w, "updates", &x.Updates, func(u *Update) {
		w.s("id", useName, &u.ID)
		w.s("headline", useLine, &u.Headline)
		each(w, "credits", &u.Credits, w.credit)
		w.body("body", &u.Body)
	})
}

func (w *walker) section(x *Section) {
	w.s("name", useLine, &x.Name)
	w.s("url", useAddress, &x.URL)
	w.s("id", useName, &x.ID)
	one(w, "parent", &x.Parent, w.section)
}

func (w *walker) organization(x *Organization) {
	w.s("name", useLine, &x.Name)
	w.s("shortName", useLine, &x.ShortName)
	w.s("url", useAddress, &x.URL)
	one(w, "logo", &x.Logo, w.image)
	w.strings("sameAs", useAddress, &x.SameAs)
	one(w, "parent", &x.Parent, w.organization)
	w.s("publishingPrinciples", useAddress, &x.PublishingPrinciples)
	w.s("correctionsPolicy", useAddress, &x.CorrectionsPolicy)
}

func (w *walker) credit(x *Credit) {
	w.s("name", useLine, &x.Name)
	w.s("jobTitle", useLine, &x.JobTitle)
	one(w, "organization", &x.Organization, w.organization)
	w.s("url", useLink, &x.URL)
	w.s("id", useName, &x.ID)
	one(w, "image", &x.Image, w.image)
}

func (w *walker) rights(x *Rights) {
	w.s("holder", useLine, &x.Holder)
	w.s("notice", useLine, &x.Notice)
	w.s("license", useAddress, &x.License)
	w.s("usageTerms", useLine, &x.UsageTerms)
	w.s("acquireURL", useLink, &x.AcquireURL)
}

func (w *walker) link(x *Link) {
	w.s("url", useLink, &x.URL)
	w.s("text", useLine, &x.Text)
	w.s("title", useLine, &x.Title)
	w.s("lang", useLang, &x.Lang)
	w.strings("rel", useWord, &x.Rel)
	w.s("published", useWord, &x.Published)
}

func (w *walker) citation(x *Citation) {
	w.s("type", useLine, &x.Type)
	w.s("number", useWord, &x.Number)
	w.s("date", useWord, &x.Date)
	w.s("issuer", useLine, &x.Issuer)
	w.s("url", useAddress, &x.URL)
}

// isPlain reports whether x is text with marks, which exist, and nothing more.
func (x *Span) isPlain() bool {
	return x.Link == nil && x.ID == "" && x.Lang == "" && x.Dir == "" && x.Citation == nil && x.Expansion == "" &&
		x.Marks>>len(markNames) == 0
}

func (w *walker) paragraph(x *Paragraph) { w.texts("text", &x.Text) }

func (w *walker) span(x *Span) {
	if x.isPlain() {
		return // as most are
	}
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

func (w *walker) fields(b Block) {
	switch x := b.(type) {
	case *Paragraph:
		w.paragraph(x)
	case *Heading:
		w.s("id", useName, &x.ID)
		w.texts("text", &x.Text)
	case *List:
		loop(w, "items", &x.Items, func(b *Body) { w.body("", b) })
	case *Quote:
		w.body("body", &x.Body)
		w.texts("attribution", &x.Attribution)
		w.s("url", useAddress, &x.URL)
	case *Image:
		w.image(x)
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
		each(w, "chapters", &x.Chapters, w.chapter)
		w.strings("regions", useWord, &x.Regions)
	case *Audio:
		w.audio(x)
	case *Table:
		w.texts("caption", &x.Caption)
		w.rows("head", &x.Head)
		w.rows("rows", &x.Rows)
		w.rows("foot", &x.Foot)
	case *File:
		w.file(x)
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
}

func (w *walker) image(x *Image) {
	w.s("url", useAddress, &x.URL)
	w.s("mediaType", useWord, &x.MediaType)
	each(w, "renditions", &x.Renditions, w.rendition)
	w.s("alt", useLine, &x.Alt)
	w.s("title", useLine, &x.Title)
	w.texts("caption", &x.Caption)
	each(w, "credits", &x.Credits, w.credit)
	in(w, "rights", &x.Rights, w.rights)
	one(w, "focus", &x.Focus, func(*Point) {})
	one(w, "link", &x.Link, w.link)
}

func (w *walker) audio(x *Audio) {
	each(w, "sources", &x.Sources, w.rendition)
	each(w, "tracks", &x.Tracks, w.track)
	w.body("transcript", &x.Transcript)
	w.s("title", useLine, &x.Title)
	w.texts("caption", &x.Caption)
	each(w, "credits", &x.Credits, w.credit)
	in(w, "rights", &x.Rights, w.rights)
	each(w, "chapters", &x.Chapters, w.chapter)
}

func (w *walker) chapter(x *Chapter) { w.s("title", useLine, &x.Title) }

func (w *walker) file(x *File) {
	w.s("url", useAddress, &x.URL)
	w.s("title", useLine, &x.Title)
	w.s("mediaType", useWord, &x.MediaType)
	w.s("lang", useLang, &x.Lang)
	one(w, "citation", &x.Citation, w.citation)
}

func (w *walker) rendition(x *Rendition) {
	w.s("url", useAddress, &x.URL)
	w.s("mediaType", useWord, &x.MediaType)
}

func (w *walker) track(x *Track) {
	w.s("url", useAddress, &x.URL)
	w.s("lang", useLang, &x.Lang)
	w.s("label", useLine, &x.Label)
}

func (w *walker) rows(name string, rows *[][]Cell) {
	loop(w, name, rows, func(row *[]Cell) {
		each(w, "", row, func(c *Cell) { w.texts("text", &c.Text) })
	})
}

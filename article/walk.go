package article

import (
	"reflect"
	"slices"
	"strconv"
)

// isNil reports whether x is nil or a nil pointer.
func isNil(x Block) bool {
	return x == nil || reflect.ValueOf(x).IsNil()
}

// A use says what a string field is for.
type use uint8

const (
	useLine    use = iota // words for readers, on one line
	useLines              // words for readers whose line breaks count
	useLink               // address that a reader may follow, mailto and tel too
	useAddress            // address of a page or a file
	useLang               // language tag
	useName               // identifier, kept as it is
	useWord               // word of a vocabulary, number of a document and the like
	useMarkup             // untrusted markup
)

// A walker goes through an article, or a part of one, in the order of the fields
// in the types and calls its functions, those that are not nil, for what it
// meets. It is the one place that knows where everything is; a test compares it
// with the types.
//
// It comes back from articles that hold themselves, goes no deeper than maxDepth,
// and enters no more than maxBlocks blocks, pictures, organizations and sections.
type walker struct {
	node  func(any)          // pointer to a struct, before its fields; blocks too
	block func(Block)        // before node; nil ones too
	text  func(*Text)        // not empty
	str   func(use, *string) // not empty
	after func(*Body)        // after its blocks
	stuck func(error, any)   // what can't be entered: errCycle, ErrTooDeep, ErrTooComplex
	path  []byte             // of what the function is called for
	outer []any              // the blocks, pictures, organizations and sections around
	count int                // of what has been entered
	done  bool               // ends the walk
}

// enter says whether the walk may go into x.
func (w *walker) enter(x any) bool {
	var err error
	switch {
	case slices.Contains(w.outer, x):
		err = errCycle
	case len(w.outer) >= maxDepth:
		err = ErrTooDeep
	case w.count >= maxBlocks: // what stands in many places is met in each of them
		err, w.done = ErrTooComplex, true
	default:
		w.count++
		w.outer = append(w.outer, x)
		return true
	}
	if w.stuck != nil {
		w.stuck(err, x)
	}
	return false
}

func (w *walker) leave() { w.outer = w.outer[:len(w.outer)-1] }

// push adds a name to the path and returns the length to cut it to afterwards.
func (w *walker) push(name string) int {
	n := len(w.path)
	if n > 0 && name != "" {
		w.path = append(w.path, '.')
	}
	w.path = append(w.path, name...)
	return n
}

func (w *walker) pushIndex(i int) int {
	n := len(w.path)
	w.path = appendIndex(w.path, i)
	return n
}

func appendIndex(b []byte, i int) []byte {
	b = append(b, '[')
	b = strconv.AppendInt(b, int64(i), 10)
	return append(b, ']')
}

func (w *walker) pop(n int) { w.path = w.path[:n] }

// visit calls node and says whether the walk goes on.
func (w *walker) visit(x any) bool {
	if w.node != nil && !w.done {
		w.node(x)
	}
	return !w.done
}

func (w *walker) s(name string, u use, p *string) {
	if w.str == nil || w.done || *p == "" {
		return
	}
	n := w.push(name)
	w.str(u, p)
	w.pop(n)
}

func (w *walker) list(name string, u use, list []string) {
	for i := range list {
		n := w.push(name)
		w.pushIndex(i)
		w.s("", u, &list[i])
		w.pop(n)
	}
}

// each calls f for every element of list, with the path set, until the walk is
// done.
func each[T any](w *walker, name string, list []T, f func(*T)) {
	if len(list) == 0 {
		return
	}
	n := w.push(name)
	for i := range list {
		if w.done {
			break
		}
		m := w.pushIndex(i)
		f(&list[i])
		w.pop(m)
	}
	w.pop(n)
}

// one calls f for p with the path set, unless p is nil.
func one[T any](w *walker, name string, p *T, f func(*T)) {
	if p == nil || w.done {
		return
	}
	n := w.push(name)
	f(p)
	w.pop(n)
}

func (w *walker) article(a *Article) {
	w.path, w.outer = make([]byte, 0, 96), make([]any, 0, 8)
	if !w.visit(a) {
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
	if a.Hero != nil && !w.done {
		n := w.push("hero")
		w.one(a.Hero)
		w.pop(n)
	}
	w.body("body", &a.Body)
	each(w, "credits", a.Credits, w.credit)
	w.s("url", useAddress, &a.URL)
	w.s("slug", useWord, &a.Slug)
	w.s("shortURL", useAddress, &a.ShortURL)
	each(w, "alternates", a.Alternates, func(x *Alternate) {
		if w.visit(x) {
			w.s("lang", useLang, &x.Lang)
			w.s("url", useAddress, &x.URL)
		}
	})
	each(w, "sections", a.Sections, w.section)
	each(w, "tags", a.Tags, func(x *Tag) {
		if w.visit(x) {
			w.s("name", useLine, &x.Name)
			w.s("url", useAddress, &x.URL)
			w.s("id", useName, &x.ID)
			w.list("sameAs", useAddress, x.SameAs)
			one(w, "geo", x.Geo, func(g *Geo) { w.visit(g) })
		}
	})
	one(w, "publisher", &a.Publisher, w.organization)
	one(w, "source", a.Source, func(x *Source) {
		if w.visit(x) {
			w.s("name", useLine, &x.Name)
			w.s("url", useAddress, &x.URL)
			w.s("author", useLine, &x.Author)
			one(w, "logo", x.Logo, w.image)
		}
	})
	one(w, "rights", &a.Rights, w.rights)
	one(w, "access", &a.Access, func(x *Access) {
		if w.visit(x) {
			w.list("regions", useWord, x.Regions)
		}
	})
	each(w, "attachments", a.Attachments, w.file)
	each(w, "related", a.Related, w.link)
	one(w, "series", a.Series, func(x *Series) {
		if w.visit(x) {
			w.s("name", useLine, &x.Name)
			w.s("url", useAddress, &x.URL)
			w.s("id", useName, &x.ID)
		}
	})
	each(w, "corrections", a.Corrections, func(x *Correction) {
		if w.visit(x) {
			w.texts("text", &x.Text)
		}
	})
	one(w, "live", a.Live, w.live)
	one(w, "accessibility", &a.Accessibility, func(x *Accessibility) {
		if w.visit(x) {
			w.s("summary", useLine, &x.Summary)
			w.list("features", useWord, x.Features)
			w.list("hazards", useWord, x.Hazards)
			w.list("accessModes", useWord, x.AccessModes)
			each(w, "readAloud", x.ReadAloud, w.audio)
		}
	})
}

func (w *walker) live(x *Live) {
	if !w.visit(x) {
		return
	}
	each(w, "updates", x.Updates, func(u *Update) {
		if w.visit(u) {
			w.s("id", useName, &u.ID)
			w.s("headline", useLine, &u.Headline)
			each(w, "credits", u.Credits, w.credit)
			w.body("body", &u.Body)
		}
	})
}

func (w *walker) section(x *Section) {
	if !w.enter(x) {
		return
	}
	defer w.leave()
	if w.visit(x) {
		w.s("name", useLine, &x.Name)
		w.s("url", useAddress, &x.URL)
		w.s("id", useName, &x.ID)
		one(w, "parent", x.Parent, w.section)
	}
}

func (w *walker) organization(x *Organization) {
	if !w.enter(x) {
		return
	}
	defer w.leave()
	if w.visit(x) {
		w.s("name", useLine, &x.Name)
		w.s("shortName", useLine, &x.ShortName)
		w.s("url", useAddress, &x.URL)
		one(w, "logo", x.Logo, w.image)
		w.list("sameAs", useAddress, x.SameAs)
		one(w, "parent", x.Parent, w.organization)
		w.s("publishingPrinciples", useAddress, &x.PublishingPrinciples)
		w.s("correctionsPolicy", useAddress, &x.CorrectionsPolicy)
	}
}

func (w *walker) credit(x *Credit) {
	if !w.visit(x) {
		return
	}
	w.s("name", useLine, &x.Name)
	w.s("jobTitle", useLine, &x.JobTitle)
	one(w, "organization", x.Organization, w.organization)
	w.s("url", useLink, &x.URL)
	w.s("id", useName, &x.ID)
	one(w, "image", x.Image, w.image)
}

func (w *walker) rights(x *Rights) {
	if w.visit(x) {
		w.s("holder", useLine, &x.Holder)
		w.s("notice", useLine, &x.Notice)
		w.s("license", useAddress, &x.License)
		w.s("usageTerms", useLine, &x.UsageTerms)
		w.s("acquireURL", useLink, &x.AcquireURL)
	}
}

func (w *walker) link(x *Link) {
	if w.visit(x) {
		w.s("url", useLink, &x.URL)
		w.s("text", useLine, &x.Text)
		w.s("title", useLine, &x.Title)
		w.s("lang", useLang, &x.Lang)
		w.list("rel", useWord, x.Rel)
		w.s("published", useWord, &x.Published)
	}
}

func (w *walker) citation(x *Citation) {
	if w.visit(x) {
		w.s("type", useLine, &x.Type)
		w.s("number", useWord, &x.Number)
		w.s("date", useWord, &x.Date)
		w.s("issuer", useLine, &x.Issuer)
		w.s("url", useAddress, &x.URL)
	}
}

func (w *walker) texts(name string, t *Text) {
	if len(*t) == 0 || w.done {
		return
	}
	n := w.push(name)
	if w.text != nil {
		w.text(t)
	}
	if w.node != nil || w.str != nil {
		for i := 0; i < len(*t) && !w.done; i++ {
			m := w.pushIndex(i)
			w.span(&(*t)[i])
			w.pop(m)
		}
	}
	w.pop(n)
}

func (w *walker) span(x *Span) {
	if w.visit(x) {
		one(w, "link", x.Link, w.link)
		w.s("lang", useLang, &x.Lang)
		w.s("dir", useWord, &x.Dir)
		one(w, "citation", x.Citation, w.citation)
		w.s("expansion", useLine, &x.Expansion)
		w.s("id", useName, &x.ID)
	}
}

func (w *walker) body(name string, b *Body) {
	n := w.push(name)
	for i := 0; i < len(*b) && !w.done; i++ {
		m := w.pushIndex(i)
		w.one((*b)[i])
		w.pop(m)
	}
	if w.after != nil && len(*b) > 0 && !w.done {
		w.after(b)
	}
	w.pop(n)
}

// one walks one block.
func (w *walker) one(x Block) {
	if w.block != nil {
		w.block(x)
	}
	if w.done || isNil(x) {
		return
	}
	switch x := x.(type) {
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
	if !w.enter(x) {
		return
	}
	defer w.leave()
	if !w.visit(x) {
		return
	}
	switch x := x.(type) {
	case *Paragraph:
		w.texts("text", &x.Text)
	case *Heading:
		w.s("id", useName, &x.ID)
		w.texts("text", &x.Text)
	case *List:
		each(w, "items", x.Items, func(b *Body) { w.body("", b) })
	case *Quote:
		w.body("body", &x.Body)
		w.texts("attribution", &x.Attribution)
		w.s("url", useAddress, &x.URL)
	case *Gallery:
		each(w, "images", x.Images, w.image)
		w.texts("caption", &x.Caption)
	case *Video:
		each(w, "sources", x.Sources, w.rendition)
		one(w, "poster", x.Poster, w.image)
		each(w, "tracks", x.Tracks, w.track)
		w.body("transcript", &x.Transcript)
		w.s("title", useLine, &x.Title)
		w.texts("caption", &x.Caption)
		each(w, "credits", x.Credits, w.credit)
		one(w, "rights", &x.Rights, w.rights)
	case *Table:
		w.texts("caption", &x.Caption)
		w.rows("head", x.Head)
		w.rows("rows", x.Rows)
		w.rows("foot", x.Foot)
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
		each(w, "items", x.Items, w.link)
	case *Preformatted:
		w.s("text", useLines, &x.Text)
		w.s("lang", useLang, &x.Lang)
	case *RawHTML:
		w.s("html", useMarkup, &x.HTML)
	case *Divider:
	}
}

func (w *walker) image(x *Image) {
	if !w.enter(x) {
		return
	}
	defer w.leave()
	if !w.visit(x) {
		return
	}
	w.s("url", useAddress, &x.URL)
	w.s("mediaType", useWord, &x.MediaType)
	each(w, "renditions", x.Renditions, w.rendition)
	w.s("alt", useLine, &x.Alt)
	w.s("title", useLine, &x.Title)
	w.texts("caption", &x.Caption)
	each(w, "credits", x.Credits, w.credit)
	one(w, "rights", &x.Rights, w.rights)
	one(w, "focus", x.Focus, func(p *Point) { w.visit(p) })
	one(w, "link", x.Link, w.link)
}

func (w *walker) audio(x *Audio) {
	if !w.enter(x) {
		return
	}
	defer w.leave()
	if !w.visit(x) {
		return
	}
	each(w, "sources", x.Sources, w.rendition)
	each(w, "tracks", x.Tracks, w.track)
	w.body("transcript", &x.Transcript)
	w.s("title", useLine, &x.Title)
	w.texts("caption", &x.Caption)
	each(w, "credits", x.Credits, w.credit)
	one(w, "rights", &x.Rights, w.rights)
}

func (w *walker) file(x *File) {
	if !w.enter(x) {
		return
	}
	defer w.leave()
	if !w.visit(x) {
		return
	}
	w.s("url", useAddress, &x.URL)
	w.s("title", useLine, &x.Title)
	w.s("mediaType", useWord, &x.MediaType)
	w.s("lang", useLang, &x.Lang)
	one(w, "citation", x.Citation, w.citation)
}

func (w *walker) rendition(x *Rendition) {
	if w.visit(x) {
		w.s("url", useAddress, &x.URL)
		w.s("mediaType", useWord, &x.MediaType)
	}
}

func (w *walker) track(x *Track) {
	if w.visit(x) {
		w.s("url", useAddress, &x.URL)
		w.s("lang", useLang, &x.Lang)
		w.s("label", useLine, &x.Label)
	}
}

func (w *walker) rows(name string, rows [][]Cell) {
	each(w, name, rows, func(row *[]Cell) {
		each(w, "", *row, func(c *Cell) {
			if w.visit(c) {
				w.texts("text", &c.Text)
			}
		})
	})
}

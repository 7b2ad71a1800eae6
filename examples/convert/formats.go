package main

import (
	"bytes"
	"cmp"
	"errors"
	"html/template"
	"io"
	"iter"
	"maps"
	"net/url"
	"slices"
	"strings"
	"time"

	"github.com/toasoan/toasoan/a11y"
	"github.com/toasoan/toasoan/article"
	"github.com/toasoan/toasoan/article/importer"
	"github.com/toasoan/toasoan/article/viet"
	"github.com/toasoan/toasoan/render"
)

// A converter holds what is the same for every document.
type converter struct {
	read     reader
	print    printer
	to       string // the name of print
	field    string // what a line of JSON Lines calls the source
	options  *importer.Options
	renderer render.Renderer

	published time.Time // of articles that name none
}

// convert converts one document. id names an article that has no ID itself.
func (c *converter) convert(data []byte, id string) ([]byte, []importer.Note, error) {
	a, notes, err := c.read(data, c.options)
	if err != nil {
		return nil, notes, err
	}
	if a.ID == "" {
		a.ID = id
	}
	if a.Published.IsZero() {
		a.Published = c.published
	}
	out, err := c.print(c, a)
	if err != nil {
		return nil, notes, err
	}
	if !bytes.HasSuffix(out, []byte("\n")) {
		out = append(out, '\n')
	}
	return out, notes, nil
}

// A reader makes an article of a source.
type reader func(data []byte, o *importer.Options) (*article.Article, []importer.Note, error)

var readers = map[string]reader{
	"html": func(data []byte, o *importer.Options) (*article.Article, []importer.Note, error) {
		body, notes, err := importer.HTML(bytes.NewReader(data), o)
		return &article.Article{Body: body}, notes, err
	},
	"text": func(data []byte, o *importer.Options) (*article.Article, []importer.Note, error) {
		return importer.Text(bytes.NewReader(data), o)
	},
	"page": func(data []byte, o *importer.Options) (*article.Article, []importer.Note, error) {
		return importer.Page(bytes.NewReader(data), o)
	},
	"ninjs": func(data []byte, o *importer.Options) (*article.Article, []importer.Note, error) {
		return importer.NINJS(bytes.NewReader(data), o)
	},
	"json": func(data []byte, o *importer.Options) (*article.Article, []importer.Note, error) {
		a, err := article.Decode(bytes.NewReader(data), &o.Limits)
		return a, nil, err
	},
}

// A printer writes an article in a format.
type printer func(c *converter, a *article.Article) ([]byte, error)

var printers = map[string]printer{
	"json":     printJSON,
	"html":     printHTML,
	"page":     printPage,
	"text":     document(func(d *render.Document) string { return d.Text() }),
	"markdown": document(func(d *render.Document) string { return d.Markdown() }),
	"jsonld":   document(func(d *render.Document) string { return string(d.JSONLD()) }),
	"ssml":     document(func(d *render.Document) string { return d.SSML() }),
	"email":    printEmail,
	"ninjs":    document(func(d *render.Document) string { return string(d.NINJS()) }),
	"rss":      feed("feed.xml", (*render.Feed).WriteRSS),
	"atom":     feed("feed.xml", (*render.Feed).WriteAtom),
	"jsonfeed": feed("feed.json", (*render.Feed).WriteJSON),
}

func printJSON(_ *converter, a *article.Article) ([]byte, error) {
	var buf bytes.Buffer
	err := article.Encode(&buf, a)
	return buf.Bytes(), err
}

// printHTML prints an article with a headline as an article element, and
// anything else, such as the body of a CMS, as its blocks alone.
func printHTML(c *converter, a *article.Article) ([]byte, error) {
	if a.Headline == "" {
		html, err := c.renderer.Body(a.Body)
		return []byte(html), err
	}
	doc, err := c.renderer.Prepare(a)
	if err != nil {
		return nil, err
	}
	return []byte(doc.HTML()), nil
}

// printPage prints a page with the default theme and the reading toolbar.
func printPage(c *converter, a *article.Article) ([]byte, error) {
	doc, err := c.prepare(a)
	if err != nil {
		return nil, err
	}
	css, err := a11y.Theme{}.Stylesheet()
	if err != nil {
		return nil, err
	}
	toolbar := a11y.Toolbar{Lang: toolbarLang(doc.Lang()), Print: true}
	assets := a11y.Assets{Styles: []template.CSS{css}, Scripts: []template.JS{toolbar.Script()}}
	head, err := assets.Head()
	if err != nil {
		return nil, err
	}
	page := render.Page{Document: doc, Layout: render.Layout{
		Attrs:  toolbar.HTMLAttrs(),
		Head:   head,
		Header: "<header>\n" + toolbar.HTML() + "\n</header>\n",
	}}
	return []byte(page.HTML()), nil
}

// printEmail prints an article as a mail of its own.
func printEmail(c *converter, a *article.Article) ([]byte, error) {
	doc, err := c.prepare(a)
	if err != nil {
		return nil, err
	}
	mail := render.Email{Documents: []*render.Document{doc}, FullText: true}
	html, err := mail.HTML()
	return []byte(html), err
}

// toolbarLang returns the language of the toolbar for a page in lang.
func toolbarLang(lang string) string {
	if lang == "vi" || strings.HasPrefix(lang, "vi-") {
		return ""
	}
	return "en"
}

// document makes a printer of a method of Document.
func document(print func(*render.Document) string) printer {
	return func(c *converter, a *article.Article) ([]byte, error) {
		doc, err := c.prepare(a)
		if err != nil {
			return nil, err
		}
		return []byte(print(doc)), nil
	}
}

// feed makes a printer of a method of Feed: a feed of one article, which is said
// to stand on the site of -base under a name.
func feed(name string, write func(*render.Feed, io.Writer, iter.Seq2[*render.Document, error]) error) printer {
	return func(c *converter, a *article.Article) ([]byte, error) {
		doc, err := c.prepare(a)
		if err != nil {
			return nil, err
		}
		f := render.Feed{
			Title:    cmp.Or(c.renderer.Site.Name, doc.Headline()),
			URL:      cmp.Or(c.renderer.Site.URL, doc.URL()),
			Lang:     doc.Lang(),
			FullText: true,
		}
		if f.URL == "" {
			return nil, errors.New("a feed needs absolute addresses, and the article has none: give -base")
		}
		if c.options.Base != nil {
			f.SelfURL = c.options.Base.JoinPath(name).String()
		}
		var buf bytes.Buffer
		err = write(&f, &buf, render.Documents(doc))
		return buf.Bytes(), err
	}
}

// prepare prepares an article for a format that asks for a headline. One without,
// such as the body of a CMS, gets the first words that it has as one, and one
// without an address gets one below -base.
func (c *converter) prepare(a *article.Article) (*render.Document, error) {
	if a.Headline == "" {
		a.Headline = cmp.Or(viet.Normalize(firstWords(a)), a.ID, "Không đề")
	}
	if a.URL == "" && c.renderer.Site.URL != "" {
		a.URL = cmp.Or(a.Slug, viet.Slugger{MaxLen: 80}.Slug(a.Headline), url.PathEscape(a.ID)) // on the site of -base
	}
	return c.renderer.Prepare(a)
}

// firstWords returns the first heading of an article, or the beginning of its
// text up to the end of a sentence or twelve words, or nothing.
func firstWords(a *article.Article) string {
	for _, b := range a.Body.All() {
		if h, ok := b.(*article.Heading); ok {
			return oneLine(h.Text.String())
		}
	}
	words := strings.Fields(a.Body.Text())
	for i, w := range words {
		if i == 12 {
			return strings.Join(words[:i], " ") + "…"
		}
		if strings.HasSuffix(w, ".") {
			return strings.TrimSuffix(strings.Join(words[:i+1], " "), ".")
		}
	}
	return strings.Join(words, " ")
}

// names lists the keys of a table for messages.
func names[V any](table map[string]V) string {
	return strings.Join(slices.Sorted(maps.Keys(table)), ", ")
}

// oneLine puts a text on one line.
func oneLine(s string) string { return strings.Join(strings.Fields(s), " ") }

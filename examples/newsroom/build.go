package main

import (
	"cmp"
	"errors"
	"fmt"
	"io/fs"
	"maps"
	"os"
	"slices"
	"time"

	"github.com/toasoan/toasoan/article"
	"github.com/toasoan/toasoan/related"
	"github.com/toasoan/toasoan/render"
)

// A builder builds sites. It reads its source twice: the first time to know
// every article (survey), the second time to write its page. In between it
// keeps a few kilobytes of each.
type builder struct {
	src        source
	base       string        // address of the site, without a slash at the end
	searchable bool          // there will be a server that answers searches
	at         time.Time     // zero means that of the newest article
	report     func(error)   // is told of every article that is left out
	progress   func(float64) // is told how much has been done
}

// A site is what is known of a site while it is built and served.
type site struct {
	*builder
	paper    publication
	renderer *render.Renderer
	layout   layouts
	entries  []*entry // newest first
	records  []*entry // by their place in the source; nil for one that is left out
	byID     map[string]*entry
	byPath   map[string]*entry
	address  map[string]string // new addresses of articles by their old ones
	document map[string]string // addresses of legal documents by their number
	groups   []*group          // sections, tags, authors and series
	index    *related.Index
	dir      *os.Root
	used     map[string]bool // files of the source that the pages name
	made     map[string]bool // folders that exist
	pages    int             // written
	bad      int             // articles left out because of an error
}

// An entry is what the site keeps of an article.
type entry struct {
	id, place string
	path      string // of its page
	teaser    render.Teaser
	lead      string     // the whole lead, where the teaser's summary may be cut
	url       render.URL // for sitemaps
	modified  time.Time
	foreign   bool      // the original is elsewhere
	copy      bool      // tells nearly the same as an older article
	hidden    bool      // draft, withheld or canceled
	embargo   time.Time // not to be shown before; zero means none
	expires   time.Time // not to be shown from then on; zero means never
	groups    []groupKey
	documents []article.File // legal documents that are attached
	newer     *entry
	older     *entry
}

// build writes the site to a folder, which is made if need be. The error is one
// that stops everything; a bad article is only reported and counted.
func (b *builder) build(dir string) (*site, error) {
	if err := os.MkdirAll(dir, 0o755); err != nil {
		return nil, err
	}
	root, err := os.OpenRoot(dir)
	if err != nil {
		return nil, err
	}
	defer root.Close()
	s := &site{
		builder: b, dir: root, index: related.New(),
		byID: make(map[string]*entry), byPath: make(map[string]*entry), address: make(map[string]string),
		document: make(map[string]string), used: make(map[string]bool), made: make(map[string]bool),
	}
	s.paper = b.src.publication()
	s.renderer = newRenderer(b.base, s.paper)
	s.renderer.CitationURL = func(c *article.Citation) string { return s.document[c.Number] }
	if err := s.survey(); err != nil {
		return nil, err
	}
	if s.gather(); len(s.entries) == 0 {
		return nil, errors.New("no article to publish")
	}
	if s.layout, err = s.newLayouts(); err != nil {
		return nil, err
	}
	feeds, err := s.writeArticles()
	if err != nil {
		return nil, err
	}
	if err := s.writeLists(); err != nil {
		return nil, err
	}
	if err := s.writeFeeds(feeds); err != nil {
		return nil, err
	}
	if err := s.writeMaps(); err != nil {
		return nil, err
	}
	return s, s.copyFiles()
}

// survey reads the source for the first time.
func (s *site) survey() error {
	names := newNames()
	seen := make(map[string]string) // where an ID was met
	var batch []related.Doc
	flush := func() error {
		err := s.index.Add(batch...)
		batch = batch[:0]
		return err
	}
	for rec := range s.src.records() {
		s.progress(rec.done * 0.3)
		e, doc, err := s.enter(rec, names)
		if err == nil {
			if at, ok := seen[e.id]; ok {
				err = fmt.Errorf("id %q is taken by the article of %s", e.id, at)
			}
		}
		if err != nil {
			s.bad++
			s.report(fmt.Errorf("%s: %w", rec.place, err))
			s.records = append(s.records, nil)
			continue
		}
		seen[e.id] = rec.place
		s.records = append(s.records, e)
		s.entries = append(s.entries, e)
		batch = append(batch, doc)
		if len(batch) == 500 {
			if err := flush(); err != nil {
				return err
			}
		}
	}
	return flush()
}

// enter gives an article its address and returns what the site keeps of it.
func (s *site) enter(rec record, names *names) (*entry, related.Doc, error) {
	if rec.err != nil {
		return nil, related.Doc{}, rec.err
	}
	a := rec.article
	old := a.URL
	page := "/bai/" + names.free(a.Slug, a.Headline) + ".html"
	if a.ID == "" {
		a.ID = page
	}
	if err := related.CheckID(a.ID); err != nil {
		return nil, related.Doc{}, err
	}
	s.settle(a, page)
	doc, err := s.renderer.Prepare(a)
	if err != nil {
		return nil, related.Doc{}, err
	}
	a = doc.Article()
	e := &entry{
		id: a.ID, place: rec.place, path: page, teaser: doc.Teaser(), modified: doc.Modified(),
		hidden:  a.Status != "" && a.Status != article.StatusUsable,
		embargo: a.EmbargoedUntil, expires: a.Expires, groups: groupsOf(a), url: doc.SitemapURL(),
	}
	e.teaser.URL, e.lead = page, a.Lead.String()
	e.foreign = a.Source != nil && a.Source.Canonical
	for _, f := range a.Attachments {
		if f.Citation != nil && f.Citation.Number != "" {
			e.documents = append(e.documents, f)
		}
	}
	if old != "" {
		s.address[old] = page
	}
	return e, related.DocOf(a), nil
}

// gather sorts the entries, leaves out those that must not be shown, and makes
// the lists.
func (s *site) gather() {
	if s.at.IsZero() { // an article must not lift its own embargo
		for _, e := range s.entries {
			if !e.hidden && e.embargo.IsZero() && e.modified.After(s.at) {
				s.at = e.modified
			}
		}
	}
	kept := s.entries[:0]
	var gone []string
	hidden := make(map[string]bool)
	for i, e := range s.records {
		switch {
		case e == nil:
		case e.hidden || e.embargo.After(s.at) || !e.expires.IsZero() && !e.expires.After(s.at):
			gone = append(gone, e.id)
			hidden[e.path] = true // what links to it keeps its old address
			s.records[i] = nil
		default:
			kept = append(kept, e)
		}
	}
	s.index.Remove(gone...)
	maps.DeleteFunc(s.address, func(_, page string) bool { return hidden[page] })
	s.entries = kept
	slices.SortStableFunc(s.entries, func(a, b *entry) int {
		return cmp.Or(b.teaser.Published.Compare(a.teaser.Published), cmp.Compare(a.id, b.id))
	})
	for i, e := range s.entries {
		for _, f := range e.documents {
			s.document[f.Citation.Number] = f.URL // of several, the oldest
		}
		s.byID[e.id], s.byPath[e.path] = e, e
		if i > 0 {
			e.newer, s.entries[i-1].older = s.entries[i-1], e
		}
	}
	s.groups = collect(s.entries)
}

// writeArticles reads the source for the second time and writes the page of each
// article. It returns the newest documents, for the feeds.
func (s *site) writeArticles() ([]*render.Document, error) {
	newest := make(map[*entry]*render.Document)
	for _, e := range s.entries[:min(len(s.entries), feedItems)] {
		newest[e] = nil
	}
	i := 0
	for rec := range s.src.records() {
		s.progress(0.3 + rec.done*0.65)
		if i >= len(s.records) {
			return nil, fmt.Errorf("%s: the input has grown while it was read", rec.place)
		}
		e := s.records[i]
		i++
		if e == nil {
			continue
		}
		if rec.err != nil || rec.place != e.place {
			return nil, fmt.Errorf("%s: the input has changed while it was read", rec.place)
		}
		doc, err := s.writeArticle(e, rec.article)
		if err != nil {
			return nil, fmt.Errorf("%s: %w", rec.place, err)
		}
		if _, ok := newest[e]; ok {
			newest[e] = doc
		}
	}
	var docs []*render.Document
	for _, e := range s.entries {
		if doc := newest[e]; doc != nil {
			docs = append(docs, doc)
		}
	}
	return docs, nil
}

func (s *site) writeArticle(e *entry, a *article.Article) (*render.Document, error) {
	a.ID = e.id
	s.settle(a, e.path)
	chosen := s.takeChosen(a)
	doc, err := s.renderer.Prepare(a)
	if err != nil {
		return nil, err
	}
	a = doc.Article()
	s.use(a)
	d := related.DocOf(a)
	d.Related = append(chosen, d.Related...)
	for _, c := range s.index.Duplicates(d) {
		e.copy = e.copy || c.Published.Before(a.Published)
	}
	list := s.matches(d)
	p := render.Page{
		Layout: s.layout.of(frame{topSection(a), true}), Document: doc,
		Related: teasersOf(e, d.Lang, list), Newer: neighbor(e.newer), Older: neighbor(e.older),
	}
	if err := s.writePage(e.path, &p); err != nil {
		return nil, err
	}
	return doc, s.writeWhy(e, d, list)
}

// neighbor returns the teaser of an entry, or nil.
func neighbor(e *entry) *render.Teaser {
	if e == nil {
		return nil
	}
	return &e.teaser
}

// copyFiles writes the publication's sign, the picture for previews and the
// files that articles name as /media/….
func (s *site) copyFiles() error {
	for _, f := range [...]struct {
		name string
		data []byte
	}{{logo, logoFile}, {icon, iconFile}, {preview, previewFile}} {
		if err := s.write(f.name, f.data); err != nil {
			return err
		}
	}
	for _, name := range slices.Sorted(maps.Keys(s.used)) {
		data, err := fs.ReadFile(s.src.media(), name)
		if err != nil {
			return err
		}
		if err := s.write(mediaPath+name, data); err != nil {
			return err
		}
	}
	return nil
}

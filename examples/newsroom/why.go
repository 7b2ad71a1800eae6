package main

import (
	"path"
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/toasoan/toasoan/article"
	"github.com/toasoan/toasoan/related"
	"github.com/toasoan/toasoan/render"
)

// relatedQuery asks for the articles that are listed below another.
var relatedQuery = related.Query{N: 4, Diversity: 0.2, MinShare: 0.25}

// A match is an article that belongs together with another.
type match struct {
	*entry
	related.Hit
}

// matches returns the articles that belong together with d, those that an editor
// has chosen first.
func (s *site) matches(d related.Doc) []match {
	var list []match
	for _, hit := range s.index.Related(d, &relatedQuery) {
		if e := s.byID[hit.ID]; e != nil {
			list = append(list, match{e, hit})
		}
	}
	return list
}

// takeChosen takes the articles of this site out of the editor's own list, as the
// index gives them back with what there is to say of them, and returns their IDs.
func (s *site) takeChosen(a *article.Article) (ids []string) {
	a.Related = slices.DeleteFunc(slices.Clone(a.Related), func(l article.Link) bool {
		e := s.byPath[l.URL]
		if e != nil {
			ids = append(ids, e.id)
		}
		return e != nil
	})
	return ids
}

// chosen says of a match, by whether the page is in English, that an editor made
// it.
var chosen = map[bool]string{false: "tòa soạn chọn", true: "editors’ choice"}

// reason returns why a match stands in a list, in one line.
func (m *match) reason(lang string) string {
	line := m.Line(lang)
	if !m.Pinned {
		return line
	}
	return strings.TrimSuffix(chosen[strings.HasPrefix(lang, "en")]+"; "+line, "; ")
}

// anchor names the section about a match on the page that explains it.
func (m *match) anchor() string { return "voi-" + strings.TrimSuffix(path.Base(m.path), ".html") }

// whyPath returns the address of the page that explains the list below an
// article.
func whyPath(e *entry) string { return "/vi-sao/" + path.Base(e.path) }

// teasersOf returns the list below the article e, each with its reason.
func teasersOf(e *entry, lang string, matches []match) []render.Teaser {
	list := make([]render.Teaser, len(matches))
	for i := range matches {
		m := &matches[i]
		list[i] = m.teaser
		list[i].Summary, list[i].Reason, list[i].ReasonURL = "", m.reason(lang), whyPath(e)+"#"+m.anchor()
	}
	return list
}

// wordsShown is the number of words and phrases that stand in a table; names of
// things stand there all.
const wordsShown = 6

// A comparison is one section of the page that explains a list.
type comparison struct {
	Anchor, Path, Title, Lang string
	Reason                    string
	Published                 string
	Score                     string // of 100
	Parts                     []sharedPart
	Rest                      int // parts that are not shown
	RestShare                 string
}

// A sharedPart is one thing that both articles have.
type sharedPart struct {
	Text, Kind string
	Lang       string // of Text, if it is not the site's
	Docs       int    // how many articles of the site have it
	Share      string // of the score, in percent
	Width      string // of the bar, in percent of the longest
}

// writeWhy writes the page that shows for every article listed below e what the
// two have in common and what it counts for.
func (s *site) writeWhy(e *entry, d related.Doc, matches []match) error {
	if len(matches) == 0 {
		return nil
	}
	lang := ""
	if language(e) != "vi" {
		lang = e.teaser.Lang
	}
	list := make([]comparison, len(matches))
	for i := range matches {
		list[i] = s.compare(d, lang, &matches[i])
	}
	page := render.Listing{
		Layout: s.layout.of(frame{}), Renderer: s.renderer, Title: "Vì sao các bài này liên quan",
		URL: whyPath(e), Parents: []article.Link{{URL: e.path, Text: e.teaser.Title}},
		Description: "Những điểm chung giữa bài “" + e.teaser.Title + "” và từng bài trong mục Tin liên quan của nó, kèm phần điểm của mỗi điểm chung.",
		Intro: execute("why", map[string]any{
			"Path": e.path, "Title": e.teaser.Title, "Lang": lang, "Published": day(e.teaser.Published),
			"List": list, "Total": len(s.entries),
		}),
	}
	return s.writePage(page.URL, &page)
}

// compare explains one match. lang is the language of what d says, empty if it
// is that of the site.
func (s *site) compare(d related.Doc, lang string, m *match) comparison {
	c := comparison{
		Anchor: m.anchor(), Path: m.path, Title: m.teaser.Title, Reason: m.reason("vi"), Published: day(m.teaser.Published),
	}
	if language(m.entry) != "vi" {
		c.Lang = m.teaser.Lang
	}
	x, _ := s.index.Explain(d, m.ID, &relatedQuery)
	c.Score = decimal(x.Score * 100)
	words, rest := 0, 0.0 // the parts are sorted, the first is the longest bar
	for _, p := range x.Parts {
		kind := p.Kind.Label("vi")
		if p.Kind == related.KindText {
			kind = "" // goes without saying
			if words++; words > wordsShown {
				c.Rest++
				rest += p.Score
				continue
			}
		}
		c.Parts = append(c.Parts, sharedPart{
			Text: p.Text, Kind: kind, Lang: lang, Docs: p.Docs, Share: decimal(100 * p.Score / x.Score),
			Width: strconv.FormatFloat(100*p.Score/x.Parts[0].Score, 'f', 1, 64),
		})
	}
	if c.Rest > 0 {
		c.RestShare = decimal(100 * rest / x.Score)
	}
	return c
}

// decimal writes a number with one place, as Vietnamese does.
func decimal(x float64) string {
	return strings.Replace(strconv.FormatFloat(x, 'f', 1, 64), ".", ",", 1)
}

// day writes a date, or nothing if it is unknown.
func day(t time.Time) string {
	if t.IsZero() {
		return ""
	}
	return t.Format("02/01/2006")
}

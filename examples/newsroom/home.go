package main

import (
	"cmp"
	"html/template"
	"slices"
	"strings"

	"github.com/toasoan/toasoan/render"
)

// inSiteLanguage returns the entries that are in Vietnamese, or all if none is.
func (s *site) inSiteLanguage() []*entry {
	list := slices.DeleteFunc(slices.Clone(s.entries), func(e *entry) bool { return language(e) != "vi" })
	if len(list) == 0 {
		return s.entries
	}
	return list
}

// language returns the language an article is in, without region or script.
func language(e *entry) string {
	lang, _, _ := strings.Cut(e.teaser.Lang, "-")
	return lang
}

// writeHome writes the home page: the newest article on top, the next beside and
// below it, then the sections with what has not been shown. Neither an article
// nor a picture nor a copy of an article stands there twice, and all are in one
// language.
func (s *site) writeHome() error {
	type block struct {
		Path, Name string
		Cards      template.HTML
	}
	news := s.inSiteLanguage()
	lang := language(news[0])
	news[0].copy = false // the newest leads, whatever it is
	shown := make(map[*entry]bool)
	pictures := make(map[string]bool)
	// take returns the next of entries that are not shown yet; withPictures of
	// them keep their picture, withSummary their summary.
	take := func(entries []*entry, n, withPictures, withSummary int) []render.Teaser {
		var list []render.Teaser
		for _, e := range entries {
			t := e.teaser
			if len(list) == n {
				break
			}
			if len(list) >= withPictures {
				t.Image = nil
			}
			if shown[e] || e.copy || language(e) != lang || t.Image != nil && pictures[t.Image.URL] {
				continue
			}
			shown[e] = true
			if t.Image != nil {
				pictures[t.Image.URL] = true
			}
			if len(list) >= withSummary {
				t.Summary = ""
			}
			list = append(list, t)
		}
		return list
	}
	lead := take(news, 1, 1, 1)
	lead[0].Summary, lead[0].Eager = cmp.Or(news[0].lead, lead[0].Summary), true
	side := take(news, 2, 1, 2)
	row := take(news, 3, 3, 0)
	var blocks []block
	for _, g := range s.sections() {
		withPictures, withSummary := 1, 0
		if len(blocks) >= 4 {
			withPictures, withSummary = 0, 1 // there is enough to load
		}
		if cards := take(g.entries, 3, withPictures, withSummary); len(cards) > 0 {
			blocks = append(blocks, block{g.path, g.name, s.renderer.List(cards, 3)})
		}
	}
	wide := *s.renderer
	wide.CardSizes = wide.ImageSizes
	home := render.Listing{
		Layout: s.layout.of(frame{}), Renderer: s.renderer, Title: s.paper.name, URL: "/",
		Description: cmp.Or(s.paper.tagline, "Tin mới nhất của "+s.paper.name) + ".",
		Intro: execute("home", map[string]any{
			"Lead": wide.Card(lead[0], 2), "Side": s.renderer.List(side, 2), "Row": s.renderer.List(row, 2),
			"Blocks": blocks, "Latest": latestPath,
		}),
	}
	return s.writePage("/index.html", &home)
}

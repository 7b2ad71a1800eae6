package main

import (
	"bytes"
	"fmt"
	"io"
	"iter"

	"github.com/toasoan/toasoan/article"
	"github.com/toasoan/toasoan/render"
)

// feedItems is the number of articles in a feed.
const feedItems = 30

// announced are the feeds, as pages announce them.
var announced = []render.FeedLink{
	{Title: "RSS", URL: "/rss.xml", MediaType: "application/rss+xml"},
	{Title: "Atom", URL: "/atom.xml", MediaType: "application/atom+xml"},
	{Title: "JSON Feed", URL: "/feed.json", MediaType: "application/feed+json"},
}

// writeFeeds writes the newest articles in every format. Articles without a date
// stand in no feed.
func (s *site) writeFeeds(docs []*render.Document) error {
	writers := [...]func(*render.Feed, io.Writer, iter.Seq2[*render.Document, error]) error{
		(*render.Feed).WriteRSS, (*render.Feed).WriteAtom, (*render.Feed).WriteJSON,
	}
	for i, write := range writers {
		f := render.Feed{
			Title: s.paper.name, Description: s.paper.tagline, URL: s.base + "/", SelfURL: s.base + announced[i].URL,
			Icon: s.base + logo, Image: &article.Image{URL: s.base + logo, Width: 512, Height: 512, Alt: s.paper.name},
			FullText: true, LeftOut: func(*render.Document, error) {},
		}
		var b bytes.Buffer
		if err := write(&f, &b, render.Documents(docs...)); err != nil {
			return err
		}
		if err := s.write(announced[i].URL, b.Bytes()); err != nil {
			return err
		}
	}
	return nil
}

// newsMap is the sitemap of the last two days.
const newsMap = "/sitemap-news.xml"

// writeMaps writes the sitemaps and robots.txt.
func (s *site) writeMaps() error {
	skip := func(render.URL, error) {}
	maps := render.Sitemap{
		BaseURL: s.base + "/", LeftOut: skip,
		Create: func(name string) (io.WriteCloser, error) { return s.dir.Create(name) },
	}
	if _, _, err := maps.Write(s.urls); err != nil {
		return err
	}
	var b bytes.Buffer
	if _, err := render.WriteNewsSitemap(&b, s.at, s.articleURLs, skip); err != nil {
		return err
	}
	if err := s.write(newsMap, b.Bytes()); err != nil {
		return err
	}
	return s.write("/robots.txt", fmt.Appendf(nil,
		"User-agent: *\nDisallow: /tim-kiem\n\nSitemap: %s/sitemap.xml\nSitemap: %[1]s%s\n", s.base, newsMap))
}

// urls yields the pages of the site: home, sections and series, then the
// articles, newest first.
func (s *site) urls(yield func(render.URL, error) bool) {
	if !yield(render.URL{Loc: s.base + "/", LastMod: s.entries[0].modified}, nil) {
		return
	}
	for _, g := range s.groups {
		if g.kind != bySection && g.kind != bySeries {
			continue
		}
		if !yield(render.URL{Loc: s.base + g.path, LastMod: g.entries[0].modified}, nil) {
			return
		}
	}
	s.articleURLs(yield)
}

// articleURLs yields the articles whose original is here.
func (s *site) articleURLs(yield func(render.URL, error) bool) {
	for _, e := range s.entries {
		if !e.foreign && !yield(e.url, nil) {
			return
		}
	}
}

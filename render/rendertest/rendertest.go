// Package rendertest checks that what a site publishes of an article agrees with
// itself: page, structured data, previews, feeds and sitemaps must tell one
// headline, one address, one instant, one list of authors and one picture.
//
// It reads the published bytes and knows nothing of how they were made, so it
// tests a newsroom's own templates as well as package render.
package rendertest

import (
	"encoding/json"
	"encoding/xml"
	"errors"
	"fmt"
	"net/url"
	"slices"
	"testing"
	"time"
)

// Published is what a site publishes of one article. Empty outputs are not
// checked; Page is required.
type Published struct {
	Page []byte // HTML

	// The feeds and sitemaps may hold other articles too; the one with the
	// canonical address of the page counts.
	RSS, Atom, JSONFeed  []byte
	Sitemap, NewsSitemap []byte
}

// Facts are what one output tells of the article. What it does not tell is zero.
type Facts struct {
	Output    string // such as "JSON-LD"
	Headline  string
	URL       string
	Published time.Time
	Modified  time.Time
	Authors   []string
	Picture   string
}

// Test fails the test for each disagreement that [Check] finds.
func Test(t testing.TB, p Published) {
	t.Helper()
	for _, err := range Check(p) {
		t.Error(err)
	}
}

// Check returns the disagreements of what is published: facts that differ from
// those of the structured data of the page, and outputs that can't be read or
// lack the article.
func Check(p Published) []error {
	page, err := readPage(p.Page)
	if err != nil {
		return []error{err}
	}
	want := page[0]
	var errs []error
	facts := page[1:]
	for _, o := range []struct {
		data []byte
		read func([]byte, string) (Facts, error)
	}{
		{p.RSS, readRSS},
		{p.Atom, readAtom},
		{p.JSONFeed, readJSONFeed},
		{p.Sitemap, readSitemap},
		{p.NewsSitemap, readNews},
	} {
		if len(o.data) == 0 {
			continue
		}
		f, err := o.read(o.data, want.URL)
		if err != nil {
			errs = append(errs, err)
			continue
		}
		facts = append(facts, f)
	}
	for _, f := range facts {
		errs = append(errs, compare(want, f)...)
	}
	return errs
}

// compare returns how f differs from want in what both tell.
func compare(want, f Facts) []error {
	var errs []error
	differ := func(what, got, want string) {
		if got != "" && got != want {
			errs = append(errs, fmt.Errorf("%s: %s is %q; %s says %q", f.Output, what, got, "JSON-LD", want))
		}
	}
	differ("headline", f.Headline, want.Headline)
	differ("address", f.URL, want.URL)
	differ("picture", f.Picture, want.Picture)
	if !f.Published.IsZero() && !f.Published.Equal(want.Published) {
		errs = append(errs, fmt.Errorf("%s: published %s; JSON-LD says %s", f.Output, f.Published.Format(time.RFC3339), want.Published.Format(time.RFC3339)))
	}
	if !f.Modified.IsZero() && !f.Modified.Equal(want.Modified) {
		errs = append(errs, fmt.Errorf("%s: modified %s; JSON-LD says %s", f.Output, f.Modified.Format(time.RFC3339), want.Modified.Format(time.RFC3339)))
	}
	if len(f.Authors) > 0 && !slices.Equal(f.Authors, want.Authors) {
		errs = append(errs, fmt.Errorf("%s: authors are %q; JSON-LD says %q", f.Output, f.Authors, want.Authors))
	}
	return errs
}

// instant parses a time that must carry a zone.
func instant(output, what, s string) (time.Time, error) {
	if s == "" {
		return time.Time{}, nil
	}
	for _, layout := range []string{time.RFC3339, "2006-01-02T15:04-07:00", time.RFC1123Z} {
		if t, err := time.Parse(layout, s); err == nil {
			return t, nil
		}
	}
	return time.Time{}, fmt.Errorf("%s: %s %q is no time with a zone", output, what, s)
}

// same reports whether two addresses are one.
func same(a, b string) bool {
	if a == b {
		return true
	}
	x, err1 := url.Parse(a)
	y, err2 := url.Parse(b)
	return err1 == nil && err2 == nil && x.String() == y.String()
}

var errMissing = errors.New("the article is not in it")

func readRSS(data []byte, u string) (Facts, error) {
	var feed struct {
		Items []struct {
			Title    string   `xml:"title"`
			Link     string   `xml:"link"`
			PubDate  string   `xml:"pubDate"`
			Updated  string   `xml:"http://www.w3.org/2005/Atom updated"`
			Creators []string `xml:"http://purl.org/dc/elements/1.1/ creator"`
			Media    []struct {
				URL string `xml:"url,attr"`
			} `xml:"http://search.yahoo.com/mrss/ content"`
		} `xml:"channel>item"`
	}
	if err := xml.Unmarshal(data, &feed); err != nil {
		return Facts{}, fmt.Errorf("RSS: %w", err)
	}
	for _, i := range feed.Items {
		if !same(i.Link, u) {
			continue
		}
		f := Facts{Output: "RSS", Headline: i.Title, URL: i.Link, Authors: i.Creators}
		if len(i.Media) > 0 {
			f.Picture = i.Media[0].URL
		}
		var err1, err2 error
		f.Published, err1 = instant("RSS", "pubDate", i.PubDate)
		f.Modified, err2 = instant("RSS", "updated", i.Updated)
		return f, errors.Join(err1, err2)
	}
	return Facts{}, fmt.Errorf("RSS: %w", errMissing)
}

func readAtom(data []byte, u string) (Facts, error) {
	type link struct {
		Rel  string `xml:"rel,attr"`
		Href string `xml:"href,attr"`
	}
	var feed struct {
		Entries []struct {
			Title     string   `xml:"title"`
			Links     []link   `xml:"link"`
			Published string   `xml:"published"`
			Updated   string   `xml:"updated"`
			Authors   []string `xml:"author>name"`
		} `xml:"entry"`
	}
	if err := xml.Unmarshal(data, &feed); err != nil {
		return Facts{}, fmt.Errorf("atom: %w", err)
	}
	for _, e := range feed.Entries {
		for _, l := range e.Links {
			if (l.Rel != "" && l.Rel != "alternate") || !same(l.Href, u) {
				continue
			}
			f := Facts{Output: "Atom", Headline: e.Title, URL: l.Href, Authors: e.Authors}
			var err1, err2 error
			f.Published, err1 = instant("Atom", "published", e.Published)
			f.Modified, err2 = instant("Atom", "updated", e.Updated)
			return f, errors.Join(err1, err2)
		}
	}
	return Facts{}, fmt.Errorf("atom: %w", errMissing)
}

func readJSONFeed(data []byte, u string) (Facts, error) {
	var feed struct {
		Items []struct {
			URL       string `json:"url"`
			Title     string `json:"title"`
			Image     string `json:"image"`
			Published string `json:"date_published"`
			Modified  string `json:"date_modified"`
			Authors   []struct {
				Name string `json:"name"`
			} `json:"authors"`
		} `json:"items"`
	}
	if err := json.Unmarshal(data, &feed); err != nil {
		return Facts{}, fmt.Errorf("JSON Feed: %w", err)
	}
	for _, i := range feed.Items {
		if !same(i.URL, u) {
			continue
		}
		f := Facts{Output: "JSON Feed", Headline: i.Title, URL: i.URL, Picture: i.Image}
		for _, a := range i.Authors {
			f.Authors = append(f.Authors, a.Name)
		}
		var err1, err2 error
		f.Published, err1 = instant("JSON Feed", "date_published", i.Published)
		f.Modified, err2 = instant("JSON Feed", "date_modified", i.Modified)
		return f, errors.Join(err1, err2)
	}
	return Facts{}, fmt.Errorf("JSON Feed: %w", errMissing)
}

// A urlset is a sitemap.
type urlset struct {
	URLs []struct {
		Loc     string `xml:"loc"`
		LastMod string `xml:"lastmod"`
		News    struct {
			Title string `xml:"title"`
			Date  string `xml:"publication_date"`
		} `xml:"http://www.google.com/schemas/sitemap-news/0.9 news"`
	} `xml:"url"`
}

func readSitemap(data []byte, u string) (Facts, error) { return readURLs("sitemap", data, u) }

func readNews(data []byte, u string) (Facts, error) { return readURLs("news sitemap", data, u) }

func readURLs(output string, data []byte, u string) (Facts, error) {
	var set urlset
	if err := xml.Unmarshal(data, &set); err != nil {
		return Facts{}, fmt.Errorf("%s: %w", output, err)
	}
	for _, e := range set.URLs {
		if !same(e.Loc, u) {
			continue
		}
		f := Facts{Output: output, URL: e.Loc, Headline: e.News.Title}
		var err1, err2 error
		f.Modified, err1 = instant(output, "lastmod", e.LastMod)
		f.Published, err2 = instant(output, "publication_date", e.News.Date)
		return f, errors.Join(err1, err2)
	}
	return Facts{}, fmt.Errorf("%s: %w", output, errMissing)
}

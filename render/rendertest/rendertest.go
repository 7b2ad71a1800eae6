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
	"strings"
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

	day string // on which it was modified, of an output that tells no time
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
	if !want.Modified.IsZero() {
		differ("day", f.day, want.Modified.Format(time.DateOnly))
	}
	if len(f.Authors) > 0 && !slices.Equal(f.Authors, want.Authors) {
		errs = append(errs, fmt.Errorf("%s: authors are %q; JSON-LD says %q", f.Output, f.Authors, want.Authors))
	}
	return errs
}

// instant parses a time that must carry a zone, as RFC 3339 and RFC 822 write it.
func instant(output, what, s string) (time.Time, error) {
	s = strings.TrimSpace(s)
	if s == "" {
		return time.Time{}, nil
	}
	number := s
	if i := strings.LastIndexByte(s, ' '); i >= 0 {
		if offset, ok := zones[s[i+1:]]; ok {
			number = s[:i+1] + offset
		}
	}
	for _, layout := range []string{
		time.RFC3339, "2006-01-02T15:04Z07:00",
		"Mon, 2 Jan 2006 15:04:05 -0700", "Mon, 2 Jan 2006 15:04 -0700", "2 Jan 2006 15:04:05 -0700", "2 Jan 2006 15:04 -0700",
		"Mon, 2 Jan 06 15:04:05 -0700", "2 Jan 06 15:04:05 -0700",
	} {
		if t, err := time.Parse(layout, number); err == nil {
			return t, nil
		}
	}
	return time.Time{}, fmt.Errorf("%s: %s %q is no time with a zone", output, what, s)
}

// zones are the zones that have a name in RFC 822, but for the letters of the
// military, which are used in either direction.
var zones = map[string]string{
	"UT": "+0000", "GMT": "+0000", "UTC": "+0000", "Z": "+0000",
	"EST": "-0500", "EDT": "-0400", "CST": "-0600", "CDT": "-0500",
	"MST": "-0700", "MDT": "-0600", "PST": "-0800", "PDT": "-0700",
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

// The namespaces of what stands in feeds.
const (
	nsAtom  = "http://www.w3.org/2005/Atom"
	nsDC    = "http://purl.org/dc/elements/1.1/"
	nsMedia = "http://search.yahoo.com/mrss/"
)

func readRSS(data []byte, u string) (Facts, error) {
	// Names without a namespace match those of any in encoding/xml, so that the
	// elements are sorted here: media:title is no title.
	var feed struct {
		Items []struct {
			Elements []struct {
				XMLName xml.Name
				Text    string `xml:",chardata"`
				URL     string `xml:"url,attr"`
			} `xml:",any"`
		} `xml:"channel>item"`
	}
	if err := xml.Unmarshal(data, &feed); err != nil {
		return Facts{}, fmt.Errorf("RSS: %w", err)
	}
	for _, i := range feed.Items {
		f := Facts{Output: "RSS"}
		var published, modified, description string
		for _, e := range i.Elements {
			switch text := strings.TrimSpace(e.Text); e.XMLName {
			case xml.Name{Local: "title"}:
				f.Headline = text
			case xml.Name{Local: "link"}:
				f.URL = text
			case xml.Name{Local: "description"}:
				description = text
			case xml.Name{Local: "pubDate"}:
				published = text
			case xml.Name{Space: nsAtom, Local: "updated"}:
				modified = text
			case xml.Name{Space: nsDC, Local: "creator"}:
				f.Authors = append(f.Authors, text)
			case xml.Name{Space: nsMedia, Local: "content"}:
				if f.Picture == "" {
					f.Picture = e.URL
				}
			}
		}
		if !same(f.URL, u) {
			continue
		}
		var err1, err2, err3 error
		f.Published, err1 = instant("RSS", "pubDate", published)
		f.Modified, err2 = instant("RSS", "updated", modified)
		if f.Headline == "" && description == "" {
			err3 = errors.New("RSS: neither title nor description")
		}
		return f, errors.Join(err1, err2, err3)
	}
	return Facts{}, fmt.Errorf("RSS: %w", errMissing)
}

func readAtom(data []byte, u string) (Facts, error) {
	type link struct {
		Rel  string `xml:"rel,attr"`
		Href string `xml:"href,attr"`
	}
	type author struct {
		Name string `xml:"http://www.w3.org/2005/Atom name"`
	}
	var feed struct {
		Authors []author `xml:"http://www.w3.org/2005/Atom author"`
		Entries []struct {
			Title     string   `xml:"http://www.w3.org/2005/Atom title"`
			Links     []link   `xml:"http://www.w3.org/2005/Atom link"`
			Published string   `xml:"http://www.w3.org/2005/Atom published"`
			Updated   string   `xml:"http://www.w3.org/2005/Atom updated"`
			Authors   []author `xml:"http://www.w3.org/2005/Atom author"`
			Source    []author `xml:"http://www.w3.org/2005/Atom source>author"`
		} `xml:"http://www.w3.org/2005/Atom entry"`
	}
	if err := xml.Unmarshal(data, &feed); err != nil {
		return Facts{}, fmt.Errorf("atom: %w", err)
	}
	for _, e := range feed.Entries {
		for _, l := range e.Links {
			if (l.Rel != "" && l.Rel != "alternate") || !same(l.Href, u) {
				continue
			}
			f := Facts{Output: "Atom", Headline: strings.TrimSpace(e.Title), URL: l.Href}
			for _, a := range e.Authors {
				f.Authors = append(f.Authors, strings.TrimSpace(a.Name))
			}
			var errs [5]error
			f.Published, errs[0] = instant("Atom", "published", e.Published)
			f.Modified, errs[1] = instant("Atom", "updated", e.Updated)
			// What RFC 4287 demands of an entry.
			if f.Headline == "" {
				errs[2] = errors.New("atom: an entry without title")
			}
			if e.Updated == "" {
				errs[3] = errors.New("atom: an entry without updated")
			}
			if len(e.Authors)+len(e.Source)+len(feed.Authors) == 0 {
				errs[4] = errors.New("atom: neither the entry nor the feed has an author")
			}
			return f, errors.Join(errs[:]...)
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
		if _, err := time.Parse(time.DateOnly, e.LastMod); err == nil {
			f.day, e.LastMod = e.LastMod, ""
		}
		f.Modified, err1 = instant(output, "lastmod", e.LastMod)
		f.Published, err2 = instant(output, "publication_date", e.News.Date)
		return f, errors.Join(err1, err2)
	}
	return Facts{}, fmt.Errorf("%s: %w", output, errMissing)
}

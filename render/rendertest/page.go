package rendertest

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"net/url"
	"strings"

	"golang.org/x/net/html"
)

// readPage returns the facts of a page, those of its structured data first, then
// those of its meta elements, its links and what readers see.
func readPage(data []byte) ([]Facts, error) {
	root, err := html.Parse(bytes.NewReader(data))
	if err != nil {
		return nil, fmt.Errorf("page: %w", err)
	}
	og, seen := Facts{Output: "Open Graph"}, Facts{Output: "page"}
	twitter := Facts{Output: "Twitter card"}
	var ld *Facts
	var errs []error
	var walk func(n *html.Node)
	walk = func(n *html.Node) {
		if n.Type == html.ElementNode {
			switch n.Data {
			case "meta":
				errs = append(errs, readMeta(n, &og, &twitter))
			case "link":
				if attr(n, "rel") == "canonical" {
					seen.URL = attr(n, "href")
				}
			case "h1":
				if seen.Headline != "" {
					errs = append(errs, errors.New("page: more than one h1"))
				}
				seen.Headline = text(n)
			case "time":
				// The first one is the date of publication, unless the page
				// lists other things before it.
				if seen.Published.IsZero() && within(n, "dates") {
					t, err := instant("page", "time", attr(n, "datetime"))
					seen.Published, errs = t, append(errs, err)
				}
			case "img":
				if seen.Picture == "" && within(n, "hero") {
					seen.Picture = attr(n, "src")
				}
			case "script":
				if attr(n, "type") == "application/ld+json" && ld == nil && n.FirstChild != nil {
					f, ok, err := readLD(n.FirstChild.Data)
					errs = append(errs, err)
					if ok {
						ld = &f
					}
				}
			}
		}
		for c := n.FirstChild; c != nil; c = c.NextSibling {
			walk(c)
		}
	}
	walk(root)
	if ld == nil {
		errs = append(errs, errors.New("page: no NewsArticle in JSON-LD"))
	}
	if err := errors.Join(errs...); err != nil {
		return nil, err
	}
	if u, err := url.Parse(ld.URL); err == nil && seen.Picture != "" {
		// As a browser would: against the address of the page.
		if r, err := u.Parse(seen.Picture); err == nil {
			seen.Picture = r.String()
		}
	}
	return []Facts{*ld, og, twitter, seen}, nil
}

func readMeta(n *html.Node, og, twitter *Facts) error {
	content := attr(n, "content")
	var err error
	switch attr(n, "property") + attr(n, "name") {
	case "og:title":
		og.Headline = content
	case "og:url":
		og.URL = content
	case "og:image":
		if og.Picture == "" {
			og.Picture = content
		}
	case "article:published_time":
		og.Published, err = instant("Open Graph", "published_time", content)
	case "article:modified_time":
		og.Modified, err = instant("Open Graph", "modified_time", content)
	case "author":
		og.Authors = append(og.Authors, content)
	case "twitter:title":
		twitter.Headline = content
	case "twitter:image":
		twitter.Picture = content
	}
	return err
}

// readLD returns the facts of a block of JSON-LD, if it holds an article.
func readLD(s string) (Facts, bool, error) {
	var doc any
	if err := json.Unmarshal([]byte(s), &doc); err != nil {
		return Facts{}, false, fmt.Errorf("JSON-LD: %w", err)
	}
	a := findArticle(doc)
	if a == nil {
		return Facts{}, false, nil
	}
	f := Facts{Output: "JSON-LD", Headline: str(a["headline"]), URL: str(a["url"]), Picture: pictureOf(a["image"])}
	for _, p := range list(a["author"]) {
		if m, ok := p.(map[string]any); ok {
			f.Authors = append(f.Authors, str(m["name"]))
		}
	}
	var err1, err2 error
	f.Published, err1 = instant("JSON-LD", "datePublished", str(a["datePublished"]))
	f.Modified, err2 = instant("JSON-LD", "dateModified", str(a["dateModified"]))
	return f, true, errors.Join(err1, err2)
}

func findArticle(v any) map[string]any {
	for _, x := range list(v) {
		m, ok := x.(map[string]any)
		if !ok {
			continue
		}
		for _, t := range list(m["@type"]) {
			if s := str(t); strings.HasSuffix(s, "NewsArticle") || s == "Article" || s == "AdvertiserContentArticle" || s == "LiveBlogPosting" {
				return m
			}
		}
		if a := findArticle(m["@graph"]); a != nil {
			return a
		}
	}
	return nil
}

func pictureOf(v any) string {
	for _, x := range list(v) {
		switch x := x.(type) {
		case string:
			return x
		case map[string]any:
			return str(x["url"])
		}
	}
	return ""
}

func list(v any) []any {
	switch v := v.(type) {
	case nil:
		return nil
	case []any:
		return v
	}
	return []any{v}
}

func str(v any) string {
	s, _ := v.(string)
	return s
}

func attr(n *html.Node, key string) string {
	for _, a := range n.Attr {
		if a.Key == key {
			return a.Val
		}
	}
	return ""
}

// within reports whether a node is in an element of a class.
func within(n *html.Node, class string) bool {
	for ; n != nil; n = n.Parent {
		for _, c := range strings.Fields(attr(n, "class")) {
			if c == class {
				return true
			}
		}
	}
	return false
}

// text returns the words of an element, with white space as browsers show it.
func text(n *html.Node) string {
	var b strings.Builder
	for c := range n.Descendants() {
		if c.Type == html.TextNode {
			b.WriteString(c.Data)
		}
	}
	return strings.Join(strings.FieldsFunc(b.String(), func(r rune) bool { return strings.ContainsRune(" \t\n\f\r", r) }), " ")
}

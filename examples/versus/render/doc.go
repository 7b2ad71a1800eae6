// Package versus measures package render against what Go programs use today:
// html/template for pages, gorilla/feeds and encoding/xml for feeds,
// snabb/sitemap and encoding/xml for sitemaps, all over the same data.
//
//	go test -bench . -benchmem -count 6
//
// Its tests read what render writes with others' parsers: Markdown with goldmark.
package versus

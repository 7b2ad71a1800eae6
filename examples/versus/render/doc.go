// Package versus measures package render against what Go programs use today:
// html/template for pages, gorilla/feeds and encoding/xml for feeds,
// snabb/sitemap and encoding/xml for sitemaps, all over the same data.
//
//	go test -bench . -benchmem -count 6
//
// The folder markdown reads what render writes with goldmark.
package versus

package rendertest_test

import (
	"fmt"

	"github.com/toasoan/toasoan/render/rendertest"
)

// In a test of one's own templates, call rendertest.Test(t, published).
func ExampleCheck() {
	published := rendertest.Published{
		Page: []byte(`<script type="application/ld+json">{"@type":"NewsArticle","url":"https://bao.example/1.html",
			"headline":"Giá gạo tăng","datePublished":"2026-11-20T08:30:00+07:00"}</script><h1>Giá gạo tăng</h1>`),
		RSS: []byte(`<rss version="2.0"><channel><item><title>Giá gạo tăng</title><link>https://bao.example/1.html</link>
			<pubDate>Fri, 20 Nov 2026 08:30:00 GMT</pubDate></item></channel></rss>`),
	}
	for _, err := range rendertest.Check(published) {
		fmt.Println(err)
	}
	// Output: RSS: published 2026-11-20T08:30:00Z; JSON-LD says 2026-11-20T08:30:00+07:00
}

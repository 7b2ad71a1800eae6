package render

import (
	"encoding/json"
	"encoding/xml"
	"errors"
	"io"
	"regexp"
	"strings"
	"testing"
	"time"
	"unicode/utf8"

	"github.com/microcosm-cc/bluemonday"
	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"github.com/toasoan/toasoan/article"
)

// exactPolicy allows what the printer writes and nothing else: every element
// with its own attributes, ids with the prefix, classes of the contract. A
// fragment that it changes holds something that nobody has allowed.
func exactPolicy() *bluemonday.Policy {
	p := bluemonday.NewPolicy()
	p.RequireParseableURLs(false) // addresses are compared below; it would write them its own way
	plain := []string{"br", "hr", "wbr", "em", "strong", "u", "ins", "del", "sub", "sup", "code", "small", "mark", "q", "b", "i", "s", "cite", "dfn", "kbd", "samp", "var", "bdi", "bdo", "ruby", "rt", "rp", "picture", "caption", "thead", "tbody", "tfoot", "tr", "summary", "dl", "dt", "dd", "address"}
	for _, e := range plain {
		p.AllowElements(e)
		p.AllowNoAttrs().OnElements(e)
	}
	attrs := map[string]string{
		"article": "class", "header": "", "footer": "", "section": "class aria-labelledby aria-label tabindex", "nav": "class aria-label aria-labelledby",
		"div": "class", "p": "class", "span": "class", "a": "href rel title hreflang type", "abbr": "title",
		"h1": "", "h2": "", "h3": "", "h4": "", "h5": "", "h6": "", "ul": "class", "ol": "start reversed type", "li": "class value",
		"figure": "class", "figcaption": "", "blockquote": "class cite", "aside": "class role", "details": "class open", "pre": "class",
		"img":    "src srcset sizes alt title width height loading decoding fetchpriority referrerpolicy",
		"source": "src srcset sizes type media width height", "track": "kind src srclang label default",
		"video": "controls preload width height poster title src loop muted playsinline", "audio": "controls preload title src loop",
		"table": "", "td": "colspan rowspan headers", "th": "scope colspan rowspan headers abbr", "colgroup": "span", "col": "span",
		"time": "datetime", "data": "value", "q": "cite", "ins": "cite datetime", "del": "cite datetime", "code": "class",
		"iframe": "src title width height loading sandbox referrerpolicy allow allowfullscreen",
	}
	for e, list := range attrs {
		p.AllowElements(e)
		p.AllowNoAttrs().OnElements(e)
		for _, a := range strings.Fields(list) {
			if a != "class" {
				p.AllowAttrs(a).OnElements(e)
			}
		}
	}
	p.AllowAttrs("class").Matching(regexp.MustCompile(`^[a-z-]+( [a-z-]+)*$|^language-[0-9a-z+#-]+$`)).Globally()
	p.AllowAttrs("id").Matching(regexp.MustCompile(`^s-`)).Globally()
	p.AllowAttrs("lang", "dir", "title", "aria-label", "aria-labelledby", "aria-describedby", "aria-hidden", "role").Globally()
	return p
}

var exact = exactPolicy()

// checkMarkup reports what is wrong with printed markup: with the second
// opinions of bluemonday and of x/net's parser, and with our own rules.
func checkMarkup(t *testing.T, s string) {
	t.Helper()
	if !utf8.ValidString(s) {
		t.Fatalf("not UTF-8: %q", s)
	}
	if got := shortBooleans(exact.Sanitize(s)); got != s {
		t.Fatalf("bluemonday changes it:\n%s", firstDifference(got, s))
	}
	if got := reserialize(t, s); got != s {
		t.Fatalf("a parser changes it:\n%s", firstDifference(got, s))
	}
	checkTokens(t, s)
}

// reserialize parses s inside an article and writes it again. X/net ends void
// elements with "/>" and writes empty values of attributes.
func reserialize(t *testing.T, s string) string {
	t.Helper()
	nodes, err := html.ParseFragment(strings.NewReader(s), &html.Node{Type: html.ElementNode, Data: "article", DataAtom: atom.Article})
	if err != nil {
		t.Fatal(err)
	}
	var b strings.Builder
	for _, n := range nodes {
		if err := html.Render(&b, n); err != nil {
			t.Fatal(err)
		}
	}
	return shortBooleans(strings.ReplaceAll(b.String(), "/>", ">"))
}

// shortBooleans takes away the empty values of boolean attributes.
func shortBooleans(s string) string {
	for _, a := range []string{"controls", "default", "allowfullscreen", "open", "loop", "muted", "playsinline", "reversed"} {
		s = strings.ReplaceAll(s, " "+a+`=""`, " "+a)
	}
	return s
}

// checkTokens checks every address, id and element.
func checkTokens(t *testing.T, s string) {
	t.Helper()
	ids := map[string]bool{}
	z := html.NewTokenizer(strings.NewReader(s))
	for {
		typ := z.Next()
		if typ == html.ErrorToken {
			if !errors.Is(z.Err(), io.EOF) {
				t.Fatal(z.Err())
			}
			return
		}
		if typ == html.CommentToken || typ == html.DoctypeToken {
			t.Fatalf("%q in the output", z.Raw())
		}
		if typ != html.StartTagToken {
			continue
		}
		tok := z.Token()
		for _, a := range tok.Attr {
			switch a.Key {
			case "href":
				if safe, ok := article.SafeURL(a.Val); !ok || safe != a.Val {
					t.Fatalf("%s: href %q; SafeURL gives %q, %t", tok.Data, a.Val, safe, ok)
				}
			case "src", "poster", "cite":
				if safe, ok := article.SafeMediaURL(a.Val); !ok || safe != a.Val {
					t.Fatalf("%s: %s %q; SafeMediaURL gives %q, %t", tok.Data, a.Key, a.Val, safe, ok)
				}
			case "srcset":
				for _, c := range strings.Split(a.Val, ", ") {
					u, _, _ := strings.Cut(c, " ")
					if _, ok := article.SafeMediaURL(u); !ok {
						t.Fatalf("%s: srcset candidate %q of %q", tok.Data, u, a.Val)
					}
				}
			case "id":
				if ids[a.Val] {
					t.Fatalf("id %q twice", a.Val)
				}
				ids[a.Val] = true
			}
			if strings.HasPrefix(a.Key, "on") || a.Key == "style" {
				t.Fatalf("%s has %s", tok.Data, a.Key)
			}
		}
	}
}

// checkAll prints an article in every form and checks each.
func checkAll(t *testing.T, a *article.Article) {
	t.Helper()
	d, err := testRenderer().Prepare(a)
	if err != nil {
		return // said, not printed
	}
	checkMarkup(t, string(d.HTML()))
	checkMarkup(t, string(d.Excerpt()))
	checkMarkup(t, string(d.Card(2)))
	for _, mode := range []RemoteMode{RemoteClick, RemoteLink} {
		r := testRenderer()
		if r.RemoteImages = mode; mode == RemoteLink {
			r.Embeds = EmbedsLink
		}
		d, err := r.Prepare(a)
		if err != nil {
			t.Fatal(err)
		}
		checkMarkup(t, string(d.HTML()))
		if hosts := contacted(string((&Page{Document: d}).HTML()), mode == RemoteClick); len(hosts) > 0 {
			t.Fatalf("a page contacts %q", hosts)
		}
	}
	checkMarkup(t, d.content())
	for what, s := range map[string]string{"JSON-LD": string(d.JSONLD()), "breadcrumb": string(d.BreadcrumbJSONLD()), "live": string(d.LiveJSONLD()), "ninjs": string(d.NINJS()), "oEmbed": string(d.OEmbed())} {
		if s != "" && !json.Valid([]byte(s)) {
			t.Fatalf("%s is not JSON: %q", what, s)
		}
		if strings.ContainsAny(s, "<>&\u2028\u2029") {
			t.Fatalf("%s could leave a script element: %q", what, s)
		}
	}
	for _, p := range printers {
		s := p.print(t, d)
		if !utf8.ValidString(s) {
			t.Fatalf("%s is not UTF-8", p.name)
		}
		if strings.HasPrefix(s, "error:") || !strings.HasSuffix(p.name, ".xml") && !strings.HasSuffix(p.name, ".ssml") {
			continue
		}
		dec := xml.NewDecoder(strings.NewReader(s))
		for {
			if _, err := dec.Token(); err == io.EOF {
				break
			} else if err != nil {
				t.Fatalf("%s: %v\n%s", p.name, err, s)
			}
		}
	}
}

// everywhere returns an article with s as every text and address.
func everywhere(s string) *article.Article {
	text := article.Text{{Text: s}, {Text: s, Marks: article.Strong | article.Code, Link: &article.Link{URL: s, Title: s, Rel: []string{s}}, Lang: s, Dir: s, ID: s, Expansion: s}, {Text: s, Citation: &article.Citation{Type: s, Number: s, Date: s, Issuer: s, URL: s}}}
	org := &article.Organization{Name: s, ShortName: s, URL: s, Logo: &article.Image{URL: s, Alt: s}, SameAs: []string{s}}
	credits := []article.Credit{{Name: s, JobTitle: s, URL: s, ID: s, Organization: org}, {Organization: org}}
	rights := article.Rights{Holder: s, Notice: s, License: s, UsageTerms: s, AcquireURL: s}
	img := article.Image{URL: s, Alt: s, Title: s, Caption: text[:1], Credits: credits, Rights: rights, MediaType: s, Link: &article.Link{URL: s, Title: s}, Renditions: []article.Rendition{{URL: s, Width: 100, MediaType: "image/webp"}, {URL: s, Width: 200}}}
	para := article.Body{&article.Paragraph{Text: text}}
	at := time.Date(2026, 1, 2, 3, 4, 5, 0, time.UTC)
	return &article.Article{
		ID: s, URL: s, Headline: s, Kicker: s, AlternativeHeadline: s, ShortHeadline: s, SEOTitle: s, Description: s, Dateline: s,
		Lead: text, Lang: s, Slug: s, ShortURL: s, Hero: &img, Published: at, Modified: at.Add(time.Hour),
		Credits: credits, Alternates: []article.Alternate{{Lang: s, URL: s}}, Sections: []article.Section{{Name: s, URL: s, Parent: &article.Section{Name: s, URL: s}}},
		Tags: []article.Tag{{Name: s, URL: s}, {Name: s, Kind: article.TagPlace, SameAs: []string{s}}}, Publisher: *org,
		Source: &article.Source{Name: s, URL: s, Author: s, Canonical: true}, Rights: rights,
		Attachments: []article.File{{URL: s, Title: s, MediaType: s}}, Related: []article.Link{{URL: s, Text: s}},
		Series: &article.Series{Name: s, URL: s}, Corrections: []article.Correction{{Time: at, Text: text[:1]}},
		Live: &article.Live{Updates: []article.Update{{ID: s, Headline: s, Published: at, Key: true, Credits: credits, Body: article.Body{&article.Heading{Level: 1, ID: s, Text: text[:1]}}}}},
		Body: article.Body{
			&article.Heading{Level: 2, Text: article.Plain(s)}, para[0],
			&article.List{Ordered: true, Start: 2, Items: []article.Body{para, {&article.List{Items: []article.Body{para}}}}},
			&article.Quote{Body: para, Attribution: text[:1], URL: s}, &article.Gallery{Images: []article.Image{{URL: s, Alt: s}}, Caption: text[:1]},
			&article.Video{Sources: []article.Rendition{{URL: s, MediaType: s}}, Poster: &article.Image{URL: s}, Tracks: []article.Track{{URL: s, Kind: article.TrackKind(s), Lang: s, Label: s}}, Title: s, Transcript: para[:0:0]},
			&article.Table{Caption: text[:1], Rows: [][]article.Cell{{{Text: text[:1]}}, {{Text: text[:1], ColSpan: 3}, {}}}},
			&article.File{URL: s, Title: s, Lang: s}, &article.Embed{Provider: article.ProviderYouTube, ID: s, URL: s, Title: s, Caption: text[:1]},
			&article.Embed{Provider: article.Provider(s), URL: s, Title: s}, &article.Box{Kind: article.BoxKind(s), Title: s, Body: article.Body{&article.Paragraph{Text: text[:1]}}, Collapsed: true},
			&article.Links{Title: s, Items: []article.Link{{URL: s, Text: s}}}, &article.Preformatted{Text: s, Lang: s}, &article.RawHTML{HTML: s},
		},
	}
}

func FuzzArticle(f *testing.F) {
	for _, s := range []string{
		"", "a", "đ&<>\"'\n\t", "javascript:alert(1)", "https://a.example/?a=1&b=<c>#d e", "//a.example", "</article></div>", "\x00\x0b\ufffe\u2028]]>", "*_`[]()~|#-+1.",
		"x", "data:image/svg+xml,<svg onload=x>", "\xff\xc0", "vi", "http://a.example\\@b.example/", "&amp;&colon;&#0;", "-->", "a\u0300\u0323", "location", "mailto:a@b.example",
	} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) { checkAll(t, everywhere(s)) })
}

func FuzzRawHTML(f *testing.F) {
	for _, s := range []string{
		"<p>a<b>b<i>c</b>d</i>", "a</article></div>b", "<table><tr><td>1<td>2<p>x</table>y", "<table>a<tr>b<td>c", "<a href=1>x<a href=2>y", "<ul><li>a<ul><li>b</ul><li>c", "<li>x", "<p><div>x</div></p>",
		"<b><p>x</b>y</p>z", "<h2>a<h3>b</h2>c", "<pre>\n\n a</pre>", "<svg><p>x</svg>y", "<math><mi>x</mi></math>", "<img src=x onerror=alert(1)>", "<img srcset='a.jpg 1x, javascript:1 2x, b,c.jpg 3w'>", "<iframe src=https://www.youtube.com/embed/abc></iframe>x",
		"<iframe src=https://evil.example/>", "</iframe>B<iframe></iframe>C", "<style>x</style>a<script>b</script>c", "<noscript><p title='</noscript><img src=x onerror=1>'>", "<select><option>a</select>b", "<object>a", "<ruby>a<rp>(<rt>b<rp>)</ruby>",
		"<details><summary>a<p>b</details>", "<dl><dt>a<dd>b<dt>c", "<figure><img src=a><figcaption>b<figcaption>c</figure>", "<video src=a autoplay><track src=b><source src=c><p>x</video>", "<picture><source srcset=a><img src=b>x</picture>", "<col><td>x</td><tr>y",
		"<a id=cookie name=x href='#cookie'>y</a>", "<p id=a id=b>", "<plaintext>x", "<!--x--><!DOCTYPE y><![CDATA[z]]>", "<table><caption>a<table><tr><td>b</table></caption></table>", "<table><colgroup><col span=2><p>x", "<td><a><td>", "<ins><p>x</ins>y", "<blockquote cite=javascript:x>a",
		"<h1><h1><h1>", "<ol start=3 reversed type=a><li value=2>x", "<a><table><a>", "<form><button>x</button><input></form>", "<font size=7><center>x", "</p></br>", "<p>a<table><td>b</table>c", "<a href=/b><picture>x<source srcset=//h.example/a><img src=//h.example/b alt=c>d</picture>", "<ul><img src=//h.example/a><table><img src=http://h.example/b alt=c><tr><img src=//h.example/d>", "<video poster=//h.example/a src=//h.example/b preload=metadata><track src=//h.example/c></video><audio preload=metadata src=//h.example/d>", "<p><svg><img src=//h.example/a></svg><picture><img src=a srcset='//h.example/b 1x'><img src=//h.example/c></picture>", "<b><b><b><b>x</b>", "<nobr>a<nobr>b", "<ruby><p><rp>", "<ruby><p>a<b>b<rt>c", "<ruby><ul><li>a<rt>b", "<ruby><dl><dd>a<i><rp>b",
	} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		h, err := testRenderer().Body(article.Body{&article.RawHTML{HTML: s}})
		if err != nil {
			return
		}
		checkMarkup(t, string(h))
		r := testRenderer()
		r.RemoteImages = RemoteClick
		if h, err := r.Body(article.Body{&article.RawHTML{HTML: s}}); err == nil {
			checkMarkup(t, string(h))
			if hosts := contacted(string(h), true); len(hosts) > 0 {
				t.Fatalf("it contacts %q: %s", hosts, h)
			}
		}
		// What has been printed is kept when it comes back.
		again, err := testRenderer().Body(article.Body{&article.RawHTML{HTML: string(h)}})
		if err != nil && !errors.Is(err, article.ErrTooComplex) && !errors.Is(err, article.ErrTooDeep) && !errors.Is(err, article.ErrTooLarge) {
			t.Fatal(err)
		}
		if words(string(again)) != words(string(h)) && !strings.Contains(string(h), "<iframe") && err == nil {
			t.Fatalf("words change:\n%q\n%q", h, again)
		}
	})
}

// words returns the text of markup.
func words(s string) string {
	var b strings.Builder
	z := html.NewTokenizer(strings.NewReader(s))
	for {
		switch z.Next() {
		case html.ErrorToken:
			return strings.Join(strings.Fields(b.String()), " ")
		case html.TextToken:
			b.Write(z.Text())
		}
	}
}

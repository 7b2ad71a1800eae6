// Payloads prints hostile input in every form of package render, for a harness
// that loads it in a browser. It reads JSON Lines {"id","html"[,"field"]} and
// writes {"id","html","kind"}: without field the string is the body of an
// article, kept as raw markup; with field it stands in that field of a harmless
// one.
package main

import (
	"bufio"
	"bytes"
	"encoding/json"
	"fmt"
	"html/template"
	"io"
	"log"
	"os"
	"time"

	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/extension"
	"github.com/yuin/goldmark/renderer/html"

	"github.com/toasoan/toasoan/article"
	"github.com/toasoan/toasoan/render"
)

type line struct {
	ID    string `json:"id"`
	HTML  string `json:"html"`
	Field string `json:"field,omitempty"`
	Kind  string `json:"kind,omitempty"`
}

var (
	r  = &render.Renderer{Site: render.Site{Name: "Báo Mẫu", URL: "https://bao.example/"}}
	md = goldmark.New(goldmark.WithExtensions(extension.GFM), goldmark.WithRendererOptions(html.WithUnsafe()))
)

func main() {
	log.SetFlags(0)
	in := json.NewDecoder(os.Stdin)
	w := bufio.NewWriter(os.Stdout)
	out := json.NewEncoder(w)
	out.SetEscapeHTML(false)
	refused := 0
	for {
		var l line
		if err := in.Decode(&l); err == io.EOF {
			break
		} else if err != nil {
			log.Fatal(err)
		}
		d, err := r.Prepare(put(l))
		if err != nil {
			refused++
			continue
		}
		for _, o := range forms(d) {
			o.ID = l.ID + "#" + o.ID
			if err := out.Encode(o); err != nil {
				log.Fatal(err)
			}
		}
	}
	if err := w.Flush(); err != nil {
		log.Fatal(err)
	}
	fmt.Fprintln(os.Stderr, refused, "refused with an error")
}

// forms returns the document in every form that a browser or feed reader loads.
func forms(d *render.Document) []line {
	page := &render.Page{Document: d, Related: []render.Teaser{d.Teaser()}}
	list := []line{
		{ID: "fragment", HTML: string(d.HTML())},
		{ID: "card", HTML: string(d.Card(2))},
		{ID: "page", HTML: string(page.HTML()), Kind: "page"},
	}
	feed := &render.Feed{Title: "Báo Mẫu", URL: "https://bao.example/", SelfURL: "https://bao.example/feed", FullText: true}
	docs := render.Documents(d)
	var b bytes.Buffer
	if feed.WriteRSS(&b, docs) == nil {
		list = append(list, line{ID: "rss", HTML: b.String(), Kind: "xml"})
	}
	b.Reset()
	if feed.WriteAtom(&b, docs) == nil {
		list = append(list, line{ID: "atom", HTML: b.String(), Kind: "xml"})
	}
	b.Reset()
	if feed.WriteJSON(&b, docs) == nil {
		var f struct {
			Items []struct {
				Title   string `json:"title"`
				Content string `json:"content_html"`
			}
		}
		if err := json.Unmarshal(b.Bytes(), &f); err != nil {
			list = append(list, line{ID: "jsonfeed", HTML: "<script>not JSON</script>"})
		}
		list = append(list, line{ID: "jsonfeed", HTML: f.Items[0].Content})
		// The feed itself where a careless page would put it.
		list = append(list, line{ID: "jsonfeed-inline", HTML: `<!DOCTYPE html><html lang="vi"><head><title>x</title><script type="application/ld+json">` + b.String() + `</script></head><body></body></html>`, Kind: "page"})
	}
	b.Reset()
	if _, err := render.WriteSitemap(&b, func(yield func(render.URL, error) bool) { yield(d.SitemapURL(), nil) }); err == nil {
		list = append(list, line{ID: "sitemap", HTML: b.String(), Kind: "xml"})
	}
	b.Reset()
	if _, err := render.WriteNewsSitemap(&b, d.Published(), func(yield func(render.URL, error) bool) { yield(d.SitemapURL(), nil) }, nil); err == nil {
		list = append(list, line{ID: "news", HTML: b.String(), Kind: "xml"})
	}
	b.Reset()
	if err := md.Convert([]byte(d.Markdown()), &b); err == nil {
		list = append(list, line{ID: "markdown", HTML: b.String()})
	}
	list = append(list, line{ID: "ssml", HTML: d.SSML(), Kind: "xml"})
	var t bytes.Buffer
	if err := house.Execute(&t, d); err == nil {
		list = append(list, line{ID: "template", HTML: t.String(), Kind: "page"})
	}
	return list
}

// house is a newsroom's own page.
var house = template.Must(template.New("").Parse(`<!DOCTYPE html><html lang="{{.Lang}}"><head><meta charset="utf-8"><title>{{.Title}}</title>{{.Head}}</head><body><main>{{.Header}}{{.Hero}}{{.Body}}<a href="{{.URL}}">{{.Headline}}</a></main></body></html>`))

// put returns an article with the string of l in its place.
func put(l line) *article.Article {
	s := l.HTML
	text := article.Plain("Chữ hiền lành.")
	img := &article.Image{URL: "https://bao.example/a.jpg", Width: 800, Height: 600, Alt: "Ảnh", Caption: text}
	video := &article.Video{Sources: []article.Rendition{{URL: "https://bao.example/v.mp4", MediaType: "video/mp4"}}, Poster: &article.Image{URL: "https://bao.example/p.jpg"}}
	embed := &article.Embed{Provider: article.ProviderYouTube, ID: "abcdefghijk", Title: "Phim"}
	link := &article.Link{URL: "https://bao.example/", Text: "Liên kết"}
	a := &article.Article{
		ID: "tag:bao.example,2026:1", URL: "https://bao.example/1.html", Headline: "Tiêu đề", Lead: text,
		Published: time.Date(2026, 11, 1, 8, 0, 0, 0, time.FixedZone("", 7*3600)),
		Credits:   []article.Credit{{Name: "An", URL: "https://bao.example/an"}},
		Sections:  []article.Section{{Name: "Mục", URL: "https://bao.example/muc"}},
		Tags:      []article.Tag{{Name: "thẻ", URL: "https://bao.example/the"}},
		Hero:      img,
	}
	body := article.Body{
		&article.Paragraph{Text: article.Text{{Text: "Đoạn "}, {Text: "liên kết", Link: link}}},
		video, embed,
	}
	switch l.Field {
	case "":
		a.Hero = nil
		body = article.Body{&article.RawHTML{HTML: s}}
	case "title":
		a.Headline, a.ShortHeadline, a.SEOTitle = s, s, s
	case "subtitle":
		a.AlternativeHeadline, a.Kicker = s, s
	case "author":
		a.Credits[0].Name, a.Credits[0].JobTitle = s, s
		a.Credits[0].Organization = &article.Organization{Name: s, ShortName: s}
	case "author_url":
		a.Credits[0].URL = s
	case "caption":
		img.Caption = article.Plain(s)
		body = append(body, &article.Table{Caption: article.Plain(s), Rows: [][]article.Cell{{{Text: article.Plain(s)}}}}, &article.Quote{Body: article.Body{&article.Paragraph{Text: article.Plain(s)}}, Attribution: article.Plain(s)})
	case "credit":
		img.Credits = []article.Credit{{Name: s}}
		img.Rights = article.Rights{Holder: s, Notice: s}
	case "alt":
		img.Alt, img.Title = s, s
		body = append(body, &article.Image{URL: "/b.jpg", Alt: s, Title: s, Link: &article.Link{URL: "/x", Title: s}})
	case "tag":
		for _, k := range []article.TagKind{"", article.TagTopic, article.TagPerson, article.TagPlace, article.TagDocument} {
			a.Tags = append(a.Tags, article.Tag{Name: s, Kind: k, ID: s})
		}
	case "section":
		a.Sections[0].Name = s
	case "url":
		link.URL = s
		a.Related = []article.Link{{URL: s, Text: "x"}}
		a.Source = &article.Source{Name: "x", URL: s}
		a.Attachments = []article.File{{URL: s, Title: "x"}}
		a.Rights = article.Rights{Holder: "x", License: s}
		a.Sections[0].URL, a.Tags[0].URL = s, s
		body = append(body, &article.Links{Items: []article.Link{{URL: s}}}, &article.File{URL: s}, &article.Quote{URL: s, Body: article.Body{&article.Paragraph{Text: text}}})
	case "image_url":
		img.URL = s
		img.Renditions = []article.Rendition{{URL: s, Width: 400}, {URL: s, Width: 500, MediaType: "image/webp"}}
	case "video_url":
		video.Sources[0].URL, video.Poster.URL = s, s
		video.Tracks = []article.Track{{URL: s, Lang: s, Label: s}}
	case "canonical":
		a.URL = s
	case "publisher":
		a.Publisher = article.Organization{Name: s, URL: s, SameAs: []string{s}, Logo: &article.Image{URL: s}}
	case "summary":
		a.Lead, a.Description, a.Dateline = article.Plain(s), s, s
	case "lang":
		a.Lang = s
		body = append(body, &article.Paragraph{Text: article.Text{{Text: "x", Lang: s, Dir: s}}})
	case "slug":
		a.Slug = s
		body = append(body, &article.Heading{Level: 1, ID: s, Text: article.Plain(s)})
	case "date":
		link.Published = s
		body = append(body, &article.Paragraph{Text: article.Text{{Text: s, Citation: &article.Citation{Type: s, Number: s, Date: s, Issuer: s, URL: s}}}})
	case "embed_url":
		embed.URL, embed.Title, embed.Provider = s, s, article.ProviderFacebook
		body = append(body, &article.Embed{Provider: article.ProviderYouTube, ID: "abcdefghijk", URL: s, Title: s, Caption: article.Plain(s)})
	case "id":
		a.ID, embed.ID = s, s
		body = append(body, &article.Paragraph{Text: article.Text{{Text: s, ID: s, Expansion: s}}}, &article.Preformatted{Text: s}, &article.Box{Kind: article.BoxKind(s), Title: s, Body: article.Body{&article.Paragraph{Text: article.Plain(s)}}, Collapsed: true})
	default:
		log.Fatalf("unknown field %q", l.Field)
	}
	a.Body = body
	return a
}

package render

import (
	"cmp"
	"slices"

	"github.com/toasoan/toasoan/article"
)

// Recordings.

func (p *htmlPrinter) video(v *article.Video, class string) {
	p.str("<figure")
	p.attr("class", class)
	p.str(">")
	preload := "metadata"
	if slices.ContainsFunc(v.Sources, func(r article.Rendition) bool { return p.remote(p.media(r.URL)) }) {
		preload = "none"
	}
	p.str("<video controls")
	p.attr("preload", preload)
	p.size("width", v.Width)
	p.size("height", v.Height)
	if v.Poster != nil {
		if u := p.media(v.Poster.URL); !p.remote(u) {
			p.attr("poster", u)
		}
	}
	p.attr("title", v.Title)
	p.str(">")
	p.sources(v.Sources, v.Tracks, cmp.Or(v.Title, oneLine(flat(v.Caption))), p.labels.Video)
	p.str("</video>")
	p.mediaCaption(v.Title, v.Caption, v.Credits, p.labels.Video)
	p.str("</figure>\n")
	p.transcript(v.Transcript)
}

func (p *htmlPrinter) audio(a *article.Audio, class string) {
	p.str("<figure")
	p.attr("class", class)
	p.str(">")
	p.str(`<audio controls preload="none"`)
	p.attr("title", a.Title)
	p.str(">")
	p.sources(a.Sources, a.Tracks, cmp.Or(a.Title, oneLine(flat(a.Caption))), p.labels.Audio)
	p.str("</audio>")
	p.mediaCaption(a.Title, a.Caption, a.Credits, p.labels.Audio)
	p.str("</figure>\n")
	p.transcript(a.Transcript)
}

// mediaCaption prints the caption of a recording, or else its title.
func (p *htmlPrinter) mediaCaption(title string, t article.Text, credits []article.Credit, label string) {
	if len(t) == 0 {
		t = article.Plain(title)
	}
	p.caption(t, credits, label, nil)
}

func (p *htmlPrinter) sources(sources []article.Rendition, tracks []article.Track, title, label string) {
	first := ""
	for i := range sources {
		u := p.media(sources[i].URL)
		if u == "" {
			continue
		}
		if first == "" {
			first = u
		}
		p.str("<source")
		p.attr("src", u)
		p.attr("type", sources[i].MediaType)
		p.str(">")
	}
	defaults := make(map[article.TrackKind]bool)
	for i := range tracks {
		t := &tracks[i]
		u := p.media(t.URL)
		if u == "" {
			continue
		}
		kind := t.Kind
		switch kind {
		case article.TrackCaptions, article.TrackSubtitles, article.TrackDescriptions, article.TrackChapters:
		default:
			kind = article.TrackCaptions
		}
		lang := t.Lang
		if !isTag(lang) {
			lang = p.lang
		}
		label := t.Label
		if label == "" {
			label = lang
		}
		p.str("<track")
		p.attr("kind", string(kind))
		p.attr("src", u)
		p.attr("srclang", lang)
		p.attr("label", label)
		if t.Default && !defaults[kind] && !p.remote(u) { // browsers load the default at once
			defaults[kind] = true
			p.str(" default")
		}
		p.str(">")
	}
	if first != "" { // for what can't play it
		p.str("<a")
		p.attr("href", first)
		p.str(">")
		if title == "" { // but no two links of a page with one name
			title = p.numbered(label)
		}
		p.esc(title)
		p.str("</a>")
	}
}

func (p *htmlPrinter) transcript(b article.Body) {
	if len(b) == 0 {
		return
	}
	if p.plain {
		p.inside(b)
		return
	}
	p.str("<details class=\"transcript\">\n<summary>")
	p.esc(p.labels.Transcript)
	p.str("</summary>\n")
	p.inside(b)
	p.str("</details>\n")
}

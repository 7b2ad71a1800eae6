package render

import (
	"cmp"
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/toasoan/toasoan/article"
)

// Recordings.

func (p *htmlPrinter) video(v *article.Video, class string) {
	p.str("<figure")
	p.attr("class", class)
	p.str(">")
	if p.plain && isBound(v) {
		p.boundVideo(v)
		return
	}
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
	p.chapters(v.Chapters, v.Sources)
	p.transcript(v.Transcript)
}

// isBound reports whether a video may not be shown everywhere, or not for ever,
// which the reader of a feed or an e-mail can't see to.
func isBound(v *article.Video) bool { return len(v.Regions) > 0 || !v.Expires.IsZero() }

// boundVideo prints, of a video that is shown on the page of the article alone, its
// picture as a link to there, and what it is.
func (p *htmlPrinter) boundVideo(v *article.Video) {
	title := cmp.Or(v.Title, oneLine(flat(v.Caption)), p.labels.Video)
	if p.self != "" {
		p.str("<a")
		p.attr("href", p.self)
		p.str(">")
	}
	if v.Poster != nil && p.media(v.Poster.URL) != "" {
		still := *v.Poster
		still.Link, still.Alt = nil, title
		p.picture(&still)
	} else {
		p.esc(title)
	}
	if p.self != "" {
		p.str("</a>")
	}
	p.mediaCaption(v.Title, v.Caption, v.Credits, p.labels.Video)
	p.str("</figure>\n")
}

// expires returns when a video, or the article with it, goes.
func (d *Document) expires(v *article.Video) time.Time {
	if e := d.a.Expires; v.Expires.IsZero() || !e.IsZero() && e.Before(v.Expires) {
		return e
	}
	return v.Expires
}

// regions returns where a video may be shown: where it and the article may.
func (d *Document) regions(v *article.Video) []string {
	if len(v.Regions) == 0 {
		return d.a.Access.Regions
	}
	both := slices.DeleteFunc(slices.Clone(v.Regions), func(r string) bool { return !d.VisibleIn(r) })
	if len(both) == 0 {
		return v.Regions
	}
	return both
}

// chapters prints the parts of a recording, each as a link to where it begins in
// the file.
func (p *htmlPrinter) chapters(list []article.Chapter, sources []article.Rendition) {
	if len(list) == 0 {
		return
	}
	u, _ := fileOf(sources, p.media)
	p.str("<ol class=\"chapters\">\n")
	for i := range list {
		p.str("<li>")
		if u != "" {
			p.str("<a")
			p.attr("href", atSecond(u, list[i].Start))
			p.str(">")
		}
		p.str(clock(list[i].Start))
		p.str(" ")
		p.esc(list[i].Title)
		if u != "" {
			p.str("</a>")
		}
		p.str("</li>\n")
	}
	p.str("</ol>\n")
}

// fileOf returns the first of sources that is a file, and not a play list, which
// little but players can read, or else the first, with its address. It returns ""
// if none has an address.
func fileOf(sources []article.Rendition, address func(string) string) (u string, file article.Rendition) {
	for _, r := range sources {
		s := address(r.URL)
		if s == "" || u != "" && isPlayList(&r) {
			continue
		}
		if u == "" || isPlayList(&file) {
			u, file = s, r
		}
	}
	return u, file
}

// isPlayList reports whether a rendition is a list of files for HLS or DASH.
func isPlayList(r *article.Rendition) bool {
	switch strings.ToLower(r.MediaType) {
	case "application/vnd.apple.mpegurl", "application/x-mpegurl", "audio/mpegurl", "audio/x-mpegurl", "application/dash+xml":
		return true
	case "":
		name := strings.ToLower(article.FileName(r.URL))
		return strings.HasSuffix(name, ".m3u8") || strings.HasSuffix(name, ".mpd")
	}
	return false
}

// atSecond returns the address of a place in a recording (W3C Media Fragments).
func atSecond(u string, s article.Seconds) string {
	u, _, _ = strings.Cut(u, "#")
	return u + "#t=" + strconv.FormatFloat(float64(max(s, 0)), 'f', -1, 64)
}

// clock returns a place in a recording as players show it: "1:02:03".
func clock(s article.Seconds) string {
	n := int(min(max(s, 0), 1e6))
	if n < 3600 {
		return strconv.Itoa(n/60) + ":" + two(n%60)
	}
	return strconv.Itoa(n/3600) + ":" + two(n/60%60) + ":" + two(n%60)
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
	p.chapters(a.Chapters, a.Sources)
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
	for i := range sources {
		u := p.media(sources[i].URL)
		if u == "" {
			continue
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
	if u, _ := fileOf(sources, p.media); u != "" { // for what can't play it
		p.str("<a")
		p.attr("href", u)
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

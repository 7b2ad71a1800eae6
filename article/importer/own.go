package importer

import (
	"net/url"
	"slices"
	"strconv"
	"strings"

	"github.com/toasoan/toasoan/article"
	"github.com/toasoan/toasoan/article/viet"
)

// What package render prints of an article is read back as what it was. This file
// holds what is known of its markup beside the names in class.go.

// ownPrefix is what package render puts before the ids of an article.
const ownPrefix = "s-"

// stripPrefix takes the prefix off the ids, and off the links to them, if all of
// them have it.
func (b *builder) stripPrefix() {
	found := false
	for i := range b.attrs {
		if id := b.attrs[i].id; id != "" {
			if found = strings.HasPrefix(id, ownPrefix); !found {
				return
			}
		}
	}
	for i := range b.links {
		if u := b.links[i].URL; len(u) > 1 && u[0] == '#' {
			if found = strings.HasPrefix(u[1:], ownPrefix); !found {
				return
			}
		}
	}
	if !found {
		return
	}
	for i := range b.attrs {
		b.attrs[i].id = strings.TrimPrefix(b.attrs[i].id, ownPrefix)
	}
	strip := func(l *article.Link) {
		if l != nil && strings.HasPrefix(l.URL, "#"+ownPrefix) {
			l.URL = "#" + l.URL[1+len(ownPrefix):]
		}
	}
	for i := range b.links {
		strip(&b.links[i])
	}
	for i := range b.images {
		strip(b.images[i].Link)
	}
}

// isOwn reports whether the figure at node p is an embed as package render prints
// it.
func (b *builder) isOwn(p int32) bool {
	if b.nodes[p].flags&fEmbed == 0 {
		return false
	}
	_, ok := b.embedFigure(p)
	return ok
}

// remoteImages makes pictures of the links that package render prints for those of
// other sites: "Xem ảnh tại b.example (2): Cầu".
func (b *builder) remoteImages() {
	for i := range b.nodes {
		f := &b.nodes[i]
		if f.kind != kFigure || f.flags&fRemote == 0 || i+1 == int(f.end) {
			continue
		}
		n := &b.nodes[i+1]
		if n.kind != kText || n.flags&fCaption != 0 {
			continue
		}
		l, label, text := b.oneLink(int32(i + 1))
		if l == nil || label != "" {
			continue
		}
		u, err := url.Parse(l.URL)
		if err != nil || u.Host == "" {
			continue
		}
		_, alt, ok := strings.Cut(text, u.Host)
		if !ok {
			continue
		}
		if i := strings.Index(alt, ")"); strings.HasPrefix(alt, " (") && i > 2 && isDigits(alt[2:i]) {
			alt = alt[i+1:] // where links have the same words
		}
		alt = strings.TrimPrefix(alt, ": ")
		b.note("image-from-link", n.path, text)
		n.kind, n.a, n.b = kImage, int32(len(b.images)), 0
		b.images = append(b.images, article.Image{URL: l.URL, Alt: alt})
	}
}

// isGenerated reports whether an id is the one that a heading without any is
// printed with: the slug of its text, and a number if others have the same.
func isGenerated(id string, t article.Text) bool {
	rest, ok := strings.CutPrefix(id, viet.Slug(t.String()))
	return ok && (rest == "" || rest[0] == '-' && isDigits(rest[1:]))
}

// isOwnLabel reports whether a title is what package render writes where there is none.
func isOwnLabel(title string) bool {
	switch title {
	case "Xem thêm", "See also", // links
		"Ghi chú", "Số liệu", "Điểm chính", "Chân dung", "Mốc thời gian", "Hỏi đáp", "Lưu ý", // boxes that open
		"Note", "Facts", "Key points", "Profile", "Timeline", "Questions and answers", "Disclaimer":
		return true
	}
	return false
}

// namesFile reports whether the words of a link are no more than its address.
func namesFile(text, u string) bool {
	return text == u || strings.HasSuffix(u, "/"+text) || text == cleanValue(article.FileName(u))
}

// providerNames end the words of links to what can't be shown in the page.
var providerNames = map[article.Provider]string{
	article.ProviderYouTube: "YouTube", article.ProviderVimeo: "Vimeo", article.ProviderTikTok: "TikTok", article.ProviderInstagram: "Instagram",
	article.ProviderX: "X", article.ProviderFacebook: "Facebook", article.ProviderZalo: "Zalo", article.ProviderGoogleMaps: "Google Maps",
	article.ProviderSpotify: "Spotify", article.ProviderSoundCloud: "SoundCloud",
}

// An embedFigure is where the parts are of an embed as package render prints it: a
// frame, or what stands for it, and then a link to the page that shows it.
type embedFigure struct {
	frame, link int32 // frame is -1 if there is none
	caps        []int32
}

// embedFigure finds the parts of the embed at node p, if it is one.
func (b *builder) embedFigure(p int32) (f embedFigure, ok bool) {
	f.frame, f.link = -1, -1
	others := 0
	for i := p + 1; i < b.nodes[p].end; i = b.nodes[i].end {
		switch n := &b.nodes[i]; {
		case n.kind == kText && n.flags&fCaption != 0:
			f.caps = append(f.caps, i)
		case n.kind == kEmbed && f.frame < 0 && others == 0:
			f.frame = i
		default:
			others++
			f.link = -1
			if n.kind == kText && n.level == 0 && len(f.caps) == 0 {
				if l, label, _ := b.oneLink(i); l != nil && label == "" && l.URL[0] != '#' && documentType(l.URL) == "" && !hasPrefixFold(l.URL, "mailto:") && !hasPrefixFold(l.URL, "tel:") {
					f.link = i
				}
			}
		}
	}
	if f.link < 0 || f.frame < 0 {
		return f, f.link >= 0
	}
	return f, others == 1 && b.showsLinked(f)
}

// showsLinked reports whether a frame shows what the link below it leads to.
func (b *builder) showsLinked(f embedFigure) bool {
	l, _, text := b.oneLink(f.link)
	shown := &b.embeds[b.nodes[f.frame].a]
	if e, ok := embedOf(l.URL); ok {
		return e.Provider == shown.Provider
	}
	name := providerNames[shown.Provider]
	return name != "" && strings.HasSuffix(text, " "+name) && foldContains(l.URL, strings.ToLower(name[:4]))
}

// ownEmbed builds the embed at node p.
func (b *builder) ownEmbed(p int32, f embedFigure) {
	l, _, text := b.oneLink(f.link)
	e, known := embedOf(l.URL)
	if !known {
		e = article.Embed{URL: l.URL}
	}
	if f.frame >= 0 {
		shown := &b.embeds[b.nodes[f.frame].a]
		if !known {
			e = article.Embed{Provider: shown.Provider, ID: shown.ID, URL: l.URL}
		}
		e.Width, e.Height = shown.Width, shown.Height
		if shown.Title != text {
			e.Title = shown.Title
		}
	} else {
		e.Title = ownTitle(text, &e)
		b.plain++
		e.Fallback = b.body(p+1, f.link)
		b.plain--
	}
	b.note("embed-from-figure", b.nodes[p].path, text)
	if len(f.caps) > 0 {
		e.Caption = b.captionText(f.caps)
	}
	b.emit(&e)
}

// ownTitle returns the title of an embed by the words of the link that stands for
// it: "Phim (YouTube)", or "Xem trên YouTube" where there is none.
func ownTitle(text string, e *article.Embed) string {
	if e.Provider == "" {
		if text == cleanValue(article.FileName(e.URL)) {
			return ""
		}
		return text
	}
	name := providerNames[e.Provider]
	if title, ok := strings.CutSuffix(text, " ("+name+")"); ok {
		return title
	}
	if strings.HasSuffix(text, " "+name) {
		return ""
	}
	return text
}

// ownFile adds the document that leaf p links to, as package render prints it: with
// its kind and size in brackets after the link.
func (b *builder) ownFile(p int32) bool {
	n := &b.nodes[p]
	for i := n.a; i < n.b; i++ {
		r := &b.runs[i]
		k := b.attrs[r.attr].link
		if r.start == r.end {
			continue
		}
		if k == 0 {
			return false
		}
		l := &b.links[k-1]
		mt := b.fileTypes[k]
		if mt == "" {
			mt = documentType(l.URL)
		}
		rest := strings.TrimSpace(b.piece(r.end, b.runs[n.b-1].end))
		if mt == "" || rest != "" && !(strings.HasPrefix(rest, "(") && strings.HasSuffix(rest, ")") && len(rest) < 40) {
			return false
		}
		title := strings.ReplaceAll(b.piece(r.start, r.end), "\n", " ")
		if namesFile(title, l.URL) {
			title = ""
		}
		b.note("file-from-link", n.path, rest)
		b.emit(&article.File{URL: l.URL, Title: title, MediaType: mt, Lang: l.Lang})
		return true
	}
	return false
}

// transcript gives the recording before the details at node p its words.
func (b *builder) transcript(p int32) bool {
	if len(b.out) == b.from {
		return false
	}
	var to *article.Body
	switch x := b.out[len(b.out)-1].(type) {
	case *article.Video:
		to = &x.Transcript
	case *article.Audio:
		to = &x.Transcript
	}
	if to == nil || *to != nil {
		return false
	}
	lo := p + 1
	if f := &b.nodes[lo]; f.kind == kText && f.flags&fSummary != 0 {
		b.note("dropped-control", f.path, b.leaf(lo))
		lo++
	}
	*to = b.body(lo, b.nodes[p].end)
	return true
}

// chapters gives the recording before it the parts that a list leads to, as package
// render prints them: "0:30 Mở đầu", a link to FILE#t=30. It reports whether they are.
func (b *builder) chapters(l *article.List) bool {
	if len(b.out) == b.from {
		return false
	}
	var sources []article.Rendition
	var to *[]article.Chapter
	switch x := b.out[len(b.out)-1].(type) {
	case *article.Video:
		sources, to = x.Sources, &x.Chapters
	case *article.Audio:
		sources, to = x.Sources, &x.Chapters
	default:
		return false
	}
	items := linksOf(l)
	var list []article.Chapter
	for i := range items {
		file, at, ok := strings.Cut(items[i].URL, "#t=")
		start, err := strconv.ParseFloat(at, 64)
		_, title, named := strings.Cut(items[i].Text, " ")
		if !ok || err != nil || !named || !(start >= 0 && start < 1e6) || len(list) > 0 && article.Seconds(start) < list[len(list)-1].Start ||
			!slices.ContainsFunc(sources, func(r article.Rendition) bool { return r.URL == file }) {
			return false
		}
		list = append(list, article.Chapter{Start: article.Seconds(start), Title: title})
	}
	if len(list) == 0 || len(*to) > 0 {
		return false
	}
	*to = list
	return true
}

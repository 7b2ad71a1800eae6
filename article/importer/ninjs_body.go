package importer

import (
	"cmp"
	"encoding/json"
	"fmt"
	"slices"
	"strings"

	"github.com/toasoan/toasoan/article"
	"github.com/toasoan/toasoan/article/viet"
)

// main reads an item that is itself a picture, a video or a recording.
func (n *ninjsReader) main() error {
	var m ninjsMedia
	if _, err := n.get("type", &m.Type); err != nil {
		return err
	}
	if !isMediaType(m.Type) {
		if m.Type != "" && m.Type != "text" {
			n.keep("type", m.Type)
		}
		if _, ok := n.props["renditions"]; ok {
			n.keep("renditions", "")
		}
		return nil
	}
	for _, x := range []struct {
		key string
		to  any
	}{{"renditions", &m.Renditions}, {"descriptions", &m.Descriptions}, {"by", &m.By}, {"title", &m.Title}} {
		if _, err := n.get(x.key, x.to); err != nil {
			return err
		}
	}
	m.Headlines = nil
	if len(m.Renditions) == 0 {
		n.keep("type", m.Type)
		return nil
	}
	b := n.media("renditions", &m)
	if b == nil {
		n.keep("renditions", "")
		return nil
	}
	switch b.(type) {
	case *article.Image:
		n.a.Kind = cmp.Or(n.a.Kind, article.KindPhoto)
	case *article.Video:
		n.a.Kind = cmp.Or(n.a.Kind, article.KindVideo)
	}
	n.a.Hero = b
	return nil
}

// hero reads the associations and takes what is called the hero for it: one of them,
// or several pictures, which are a gallery.
func (n *ninjsReader) hero() error {
	if _, err := n.get("associations", &n.assoc); err != nil {
		return err
	}
	n.taken = make([]bool, len(n.assoc))
	var caption article.Text // of a gallery
	for i := range n.assoc {
		m := &n.assoc[i]
		n.inBody = n.inBody || m.Rel == "body"
		if !strings.EqualFold(m.Rel, "hero") && !strings.EqualFold(m.Name, "hero") {
			continue
		}
		if m.Type == "composite" && len(m.Renditions) == 0 && len(m.Descriptions) == 1 && m.Descriptions[0].Role == "caption" {
			caption, n.taken[i] = m.Descriptions[0].text(), true
			continue
		}
		if !isMediaType(m.Type) || n.a.Hero != nil && m.Type != "picture" {
			continue
		}
		path := fmt.Sprintf("associations[%d]", i)
		b := n.media(path, m)
		if b == nil && len(m.Renditions) == 0 {
			b = n.embed(path, m)
		}
		n.taken[i] = n.addHero(b)
		if n.taken[i] {
			n.note("hero", path, "")
		}
	}
	if len(caption) == 0 {
		return nil
	}
	switch h := n.a.Hero.(type) {
	case *article.Gallery:
		h.Caption = caption
	case *article.Image:
		n.a.Hero = &article.Gallery{Images: []article.Image{*h}, Caption: caption}
	default:
		n.keep("associations", "hero")
	}
	return nil
}

// addHero makes a block the hero, or adds a picture to those that are, and reports
// whether it did.
func (n *ninjsReader) addHero(b article.Block) bool {
	if b == nil {
		return false
	}
	im, isImage := b.(*article.Image)
	switch h := n.a.Hero.(type) {
	case nil:
		n.a.Hero = b
	case *article.Gallery:
		if !isImage {
			return false
		}
		h.Images = append(h.Images, *im)
	case *article.Image:
		if !isImage {
			return false
		}
		n.a.Hero = &article.Gallery{Images: []article.Image{*h, *im}}
	default:
		return false
	}
	return true
}

// embed makes a block of content that another site shows at the address that names it,
// or nil.
func (n *ninjsReader) embed(path string, m *ninjsMedia) article.Block {
	u := n.url(path, m.URI)
	if !strings.HasPrefix(u, "http") {
		return nil
	}
	e, ok := embedOf(u)
	if !ok {
		e = article.Embed{URL: u}
		n.note("unknown-embed", path, u)
	}
	e.Title = m.Title
	for i := range m.Descriptions {
		if d := &m.Descriptions[i]; d.Role == "caption" {
			e.Caption = d.text()
		}
	}
	return &e
}

// media makes a block of a picture, a video or a recording, or nil.
func (n *ninjsReader) media(path string, m *ninjsMedia) article.Block {
	var caption, alt article.Text
	var transcript article.Body
	for i := range m.Descriptions {
		d := &m.Descriptions[i]
		switch d.Role {
		case "alt":
			alt = d.text()
		case "transcript":
			for l := range strings.SplitSeq(d.Value, "\n") {
				if l = viet.Normalize(l); l != "" {
					transcript = append(transcript, &article.Paragraph{Text: article.Plain(l)})
				}
			}
		case "caption", "", "text", "summary", "main":
			if caption == nil {
				caption = d.text()
			}
		}
	}
	var credits []article.Credit
	if m.By != "" {
		credits = photoCredits(m.By, true)
	}
	rights := n.rightsOf(m)
	var files []article.Rendition
	var focus *article.Point
	var tracks []article.Track
	var length float64
	main := -1
	for i := range m.Renditions {
		r := &m.Renditions[i]
		u := n.url(path, r.Href)
		if u == "" {
			continue
		}
		f := article.Rendition{URL: u, MediaType: mediaTypeOf(r.ContentType), Width: number(r.Width), Height: number(r.Height), Size: int64(number(r.Size))}
		if f.MediaType == "text/vtt" && (m.Type == "video" || m.Type == "audio") {
			if t, ok := n.track(r.Name, u); ok {
				tracks = append(tracks, t)
				continue
			}
		}
		if d, err := r.Duration.Float64(); err == nil && length == 0 && d > 0 && d < 1e6 {
			length = d
		}
		if r.POI != nil && f.Width > 0 && f.Height > 0 {
			focus = &article.Point{X: min(1, max(0, r.POI.X/float64(f.Width))), Y: min(1, max(0, r.POI.Y/float64(f.Height)))}
		}
		files = append(files, f)
		if r.Name == "main" || main < 0 {
			main = len(files) - 1
		}
	}
	if len(files) == 0 {
		return nil
	}
	var poster *article.Image
	if m.Type == "video" || m.Type == "audio" {
		files = slices.DeleteFunc(files, func(f article.Rendition) bool {
			if strings.HasPrefix(f.MediaType, "image/") && poster == nil && m.Type == "video" {
				poster = &article.Image{URL: f.URL, Width: f.Width, Height: f.Height, MediaType: f.MediaType}
				return true
			}
			other := strings.HasPrefix(f.MediaType, "image/") || strings.HasPrefix(f.MediaType, "text/")
			if other {
				n.note("rendition-not-used", path, f.URL)
			}
			return other
		})
		if len(files) == 0 {
			return nil
		}
	}
	switch m.Type {
	case "video":
		return &article.Video{Poster: poster, Sources: files, Title: m.Title, Caption: caption, Credits: credits, Rights: rights, Duration: article.Seconds(length), Tracks: tracks, Transcript: transcript}
	case "audio":
		return &article.Audio{Sources: files, Title: m.Title, Caption: caption, Credits: credits, Rights: rights, Duration: article.Seconds(length), Tracks: tracks, Transcript: transcript}
	}
	f := files[main]
	im := &article.Image{
		URL: f.URL, Width: f.Width, Height: f.Height, MediaType: f.MediaType, Alt: strings.ReplaceAll(alt.String(), "\n", " "),
		Caption: caption, Credits: credits, Rights: rights, Focus: focus,
	}
	for i, x := range files {
		if i != main {
			im.Renditions = append(im.Renditions, x)
		}
	}
	if len(m.Renditions) > 0 && f.Size > 0 && len(files) == 1 {
		im.Renditions = files
	}
	return im
}

// track reads the track that a rendition is by its name: "captions-vi".
func (n *ninjsReader) track(name, u string) (article.Track, bool) {
	kind, lang, _ := strings.Cut(name, "-")
	t := article.Track{URL: u, Kind: article.TrackKind(kind), Lang: lang}
	switch t.Kind {
	case article.TrackCaptions, article.TrackSubtitles, article.TrackDescriptions, article.TrackChapters:
	default:
		return t, false
	}
	if t.Lang == "" || !validLang(t.Lang) {
		t.Lang = n.o.lang()
	}
	return t, true
}

// number reads a JSON number that may be missing.
func number(x json.Number) int {
	f, err := x.Float64()
	if err != nil || f < 0 || f > 1<<40 {
		return 0
	}
	return int(f)
}

// bodies takes the best body.
func (n *ninjsReader) bodies() error {
	var bs []ninjsText
	if _, err := n.get("bodies", &bs); err != nil {
		return err
	}
	best, rank := -1, 0
	for i := range bs {
		r := 0
		switch t := strings.ToLower(bs[i].ContentType); {
		case strings.TrimSpace(bs[i].Value) == "":
		case strings.Contains(t, "html"):
			r = 3
			if strings.Contains(bs[i].Role, "rich") {
				r = 4 // with its pictures in their places
			}
		case strings.HasPrefix(t, "text/plain"):
			r = 2
		case t == "":
			r = 1
		}
		if r > rank {
			best, rank = i, r
		}
	}
	for i := range bs {
		if i != best && bs[i].Value != "" {
			if c := bs[i].ContentType; rank >= 3 && strings.HasPrefix(c, "text/plain") {
				n.note("body-not-used", fmt.Sprintf("bodies[%d]", i), "")
				continue // the same, without its markup
			}
			n.keep("bodies", "")
		}
	}
	if best < 0 {
		return nil
	}
	v := bs[best].Value
	if rank < 3 && !strings.Contains(v, "</") {
		v = paragraphs(v)
	}
	// Where pictures are said to belong to the body, the first of them is no hero.
	rule := heroFirst
	if n.inBody {
		rule = heroKnown
	}
	a, notes, err := row(strings.NewReader(v), n.a, &n.o, rule, n.plain)
	if err != nil {
		return fmt.Errorf("bodies[%d]: %w", best, err)
	}
	for _, x := range notes {
		x.Path = strings.TrimSuffix(fmt.Sprintf("bodies[%d]>%s", best, x.Path), ">")
		n.notes = append(n.notes, x)
	}
	n.a = a
	return nil
}

// paragraphs marks up the lines of a text.
func paragraphs(t string) string {
	var b strings.Builder
	esc := strings.NewReplacer("&", "&amp;", "<", "&lt;", ">", "&gt;")
	for l := range strings.SplitSeq(strings.ReplaceAll(t, "\r\n", "\n"), "\n") {
		if strings.TrimSpace(l) != "" {
			b.WriteString("<p>" + esc.Replace(l) + "</p>")
		}
	}
	return b.String()
}

// associations takes the items that belong to this one, but for the hero.
func (n *ninjsReader) associations() error {
	for i := range n.assoc {
		m := &n.assoc[i]
		if n.taken[i] {
			continue
		}
		path := fmt.Sprintf("associations[%d]", i)
		title := m.Title
		for k := range m.Headlines {
			if title == "" {
				title = m.Headlines[k].Value
			}
		}
		switch {
		case isMediaType(m.Type):
			b := n.media(path, m)
			if b == nil {
				n.keep("associations", m.Name)
				continue
			}
			if x, ok := b.(*article.Audio); ok && m.Rel == "readAloud" {
				n.a.Accessibility.ReadAloud = append(n.a.Accessibility.ReadAloud, *x)
				continue
			}
			n.place(path, m.Rel, b)
		case m.Rel == "attachment" && len(m.Renditions) > 0:
			r := &m.Renditions[0]
			if u := n.url(path, r.Href); u != "" {
				n.a.Attachments = append(n.a.Attachments, article.File{
					URL: u, Title: title, MediaType: mediaTypeOf(r.ContentType), Size: int64(number(r.Size)), Lang: m.Language,
				})
			}
		case m.Type == "text" || m.Type == "" || m.Type == "composite":
			if u := n.safe(m.URI); u != "" && title != "" && m.Name != "" {
				n.a.Related = append(n.a.Related, article.Link{URL: u, Text: viet.Normalize(title)})
				if len(m.Renditions)+len(m.Descriptions) > 0 {
					n.keep("associations", m.Name)
				}
				continue
			}
			n.keep("associations", m.Name)
		default:
			n.keep("associations", m.Name)
		}
	}
	return nil
}

// place puts a picture or recording where it belongs: it is the hero, or it is in
// the body already and now gets its caption, or it goes to the end of the body.
func (n *ninjsReader) place(path, rel string, b article.Block) {
	a := n.a
	if n.inText == nil {
		n.inText = make(map[string]article.Block)
		for _, x := range a.Body.All() {
			n.shown(x)
		}
	}
	switch x := b.(type) {
	case *article.Image:
		h, ok := a.Hero.(*article.Image)
		isHero := ok && sameFile(h, x)
		if y := n.pictureInText(x); y != nil && (rel == "body" || !isHero) {
			complete(y, x)
			return
		}
		if isHero {
			complete(h, x)
			return
		}
	case *article.Video:
		if y, ok := n.inText[x.Sources[0].URL].(*article.Video); ok {
			y.Duration, y.Rights = cmp.Or(y.Duration, x.Duration), x.Rights
			if y.Poster != nil && x.Poster != nil && y.Poster.URL == x.Poster.URL {
				y.Poster.Width, y.Poster.Height, y.Poster.MediaType = x.Poster.Width, x.Poster.Height, x.Poster.MediaType
			}
			for i := range min(len(y.Sources), len(x.Sources)) {
				if y.Sources[i].URL == x.Sources[i].URL {
					y.Sources[i].Size = x.Sources[i].Size
				}
			}
			return
		}
	case *article.Audio:
		if y, ok := n.inText[x.Sources[0].URL].(*article.Audio); ok {
			y.Duration, y.Rights = cmp.Or(y.Duration, x.Duration), x.Rights
			return
		}
	}
	if a.Hero == nil && (rel == "hero" || rel == "" || rel == "main" || rel == "featured") {
		a.Hero = b
		n.note("hero", path, "")
		return
	}
	a.Body = append(a.Body, b)
	n.shown(b)
	n.note("association-to-body", path, "")
}

// shown keeps the addresses of what the text shows, to be found by them. The first of
// an address counts.
func (n *ninjsReader) shown(x article.Block) {
	add := func(u string, x article.Block) {
		if _, ok := n.inText[u]; !ok && u != "" {
			n.inText[u] = x
		}
	}
	picture := func(im *article.Image) {
		add(im.URL, im)
		for i := range im.Renditions {
			add(im.Renditions[i].URL, im)
		}
	}
	switch x := x.(type) {
	case *article.Image:
		picture(x)
	case *article.Gallery:
		for i := range x.Images {
			picture(&x.Images[i])
		}
	case *article.Video:
		add(x.Sources[0].URL, x)
	case *article.Audio:
		add(x.Sources[0].URL, x)
	}
}

// pictureInText returns the picture of the text that shares a file with im, or nil.
func (n *ninjsReader) pictureInText(im *article.Image) *article.Image {
	if y, ok := n.inText[im.URL].(*article.Image); ok {
		return y
	}
	for i := range im.Renditions {
		if y, ok := n.inText[im.Renditions[i].URL].(*article.Image); ok {
			return y
		}
	}
	return nil
}

// sameFile reports whether two pictures share a file.
func sameFile(x, y *article.Image) bool {
	urls := func(im *article.Image) []string {
		us := []string{im.URL}
		for _, r := range im.Renditions {
			us = append(us, r.URL)
		}
		return us
	}
	have := urls(x)
	for _, u := range urls(y) {
		if u != "" && slices.Contains(have, u) {
			return true
		}
	}
	return false
}

// complete gives a picture of the body what its association knows beside it.
func complete(x, y *article.Image) {
	if len(x.Caption) == 0 {
		x.Caption = y.Caption
	}
	if len(x.Credits) == 0 {
		x.Credits = y.Credits
	}
	if x.Alt == "" && y.Alt != "" {
		x.Alt, x.Decorative = y.Alt, false
	}
	x.Rights = y.Rights
	if x.Focus == nil {
		x.Focus = y.Focus
	}
	if x.Width == 0 {
		if x.URL == y.URL {
			x.Width, x.Height = y.Width, y.Height
		}
	}
	x.MediaType = cmp.Or(x.MediaType, y.MediaType)
	have := map[string]bool{x.URL: true}
	for _, r := range x.Renditions {
		have[r.URL] = true
	}
	for _, r := range append([]article.Rendition{{URL: y.URL, MediaType: y.MediaType, Width: y.Width, Height: y.Height}}, y.Renditions...) {
		if !have[r.URL] {
			have[r.URL] = true
			x.Renditions = append(x.Renditions, r)
		}
	}
}

// ninjsRead are the properties that have been read.
var ninjsRead = map[string]bool{
	"uri": true, "standard": true, "type": true, "representationType": true, "version": true, "language": true, "pubStatus": true,
	"slugline": true, "located": true, "genres": true, "altIds": true, "digitalSourceType": true, "firstCreated": true,
	"versionCreated": true, "contentCreated": true, "embargoedUntil": true, "expires": true, "headlines": true, "title": true,
	"descriptions": true, "infoSources": true, "by": true, "people": true, "organisations": true, "places": true, "subjects": true,
	"events": true, "objects": true, "copyrightHolder": true, "copyrightNotice": true, "usageTerms": true, "rightsInfo": true,
	"trustIndicators": true, "renditions": true, "bodies": true, "associations": true, "$schema": true,
}

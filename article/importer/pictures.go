package importer

import (
	"strings"

	"github.com/toasoan/toasoan/article"
)

// A pictured is an image and what is written to it.
type pictured struct {
	node     int32
	captions []int32
}

// pictures adds one image, or a gallery of several, with the caption caps.
func (b *builder) pictures(items []pictured, caps []int32) {
	if len(items) == 1 {
		at := b.nodes[items[0].node].a
		im := &b.images[at]
		b.caption(&im.Caption, im, append(items[0].captions[:len(items[0].captions):len(items[0].captions)], caps...), article.RolePhotographer)
		if b.teasers(items, b.images[at:at+1]) {
			return
		}
		b.altCredit(items[0].node, im)
		b.emit(im)
		return
	}
	first, row := b.nodes[items[0].node].a, true
	for i, it := range items {
		at := b.nodes[it.node].a
		im := &b.images[at]
		b.caption(&im.Caption, im, it.captions, article.RolePhotographer)
		row = row && at == first+int32(i)
	}
	g := &article.Gallery{}
	if row {
		g.Images = b.images[first : int(first)+len(items) : int(first)+len(items)]
	} else {
		for _, it := range items {
			g.Images = append(g.Images, b.images[b.nodes[it.node].a])
		}
	}
	if len(caps) == 0 && b.teasers(items, g.Images) {
		return
	}
	b.note("gallery", b.nodes[items[0].node].path, "")
	if len(caps) > 0 {
		var common article.Image
		b.caption(&g.Caption, &common, caps, article.RolePhotographer)
		for i := range g.Images {
			credited := g.Images[i]
			if len(credited.Credits) == 0 {
				credited.Credits = common.Credits
			}
			credited.Illustration = credited.Illustration || common.Illustration
			if settleCredits(&credited.Caption, &credited, article.RolePhotographer) {
				g.Images[i] = credited
			}
		}
	}
	b.emit(g)
}

// teasers adds the links to other articles that pictures are, each with a caption that
// is one link to where the picture leads.
func (b *builder) teasers(items []pictured, images []article.Image) bool {
	var links []article.Link
	for i := range images {
		im := &images[i]
		if len(im.Caption) == 0 || im.Link == nil || isFileName(im.Link.URL) || len(im.Credits) > 0 || im.Illustration {
			return false
		}
		for k := range im.Caption {
			if l := im.Caption[k].Link; l == nil || l.URL != im.Link.URL {
				return false
			}
		}
		l := *im.Caption[0].Link
		l.Text = strings.ReplaceAll(im.Caption.String(), "\n", " ")
		links = append(links, l)
	}
	for i := range images {
		b.note("dropped-image", b.nodes[items[i].node].path, imageWords(images[i].Alt, images[i].URL))
	}
	b.addLinks(b.nodes[items[0].node].path, "", links)
	return true
}

// altCredit takes who took a picture from the end of its alternative text, where a
// picture without a caption has one: it is the caption then.
func (b *builder) altCredit(p int32, im *article.Image) {
	if len(im.Caption)+len(im.Credits) > 0 || !hasPhotoCredit(im.Alt) {
		return
	}
	cut, credits, illustration, ok := splitCredit(im.Alt, false)
	if !ok || cut == 0 || credits == nil {
		return
	}
	b.note("credit", b.nodes[p].path, im.Alt[cut:])
	im.Alt = im.Alt[:cut]
	im.Caption, im.Credits, im.Illustration = article.Plain(im.Alt), credits, illustration
	made(im.Credits, article.RolePhotographer)
}

// recording adds a video, an audio or an embed with the caption caps.
func (b *builder) recording(p int32, caps []int32) {
	n := &b.nodes[p]
	var im article.Image // for its credits
	switch n.kind {
	case kVideo:
		v := &b.videos[n.a]
		if len(v.Sources) == 0 {
			b.note("dropped-media", n.path, v.Title)
			b.orphanCaption(caps)
			return
		}
		b.caption(&v.Caption, &im, caps, article.RoleVideographer)
		if v.Caption.String() == v.Title {
			v.Caption = nil // as the title is printed where there is no caption
		}
		v.Credits = im.Credits
		b.emit(v)
	case kAudio:
		a := &b.audios[n.a]
		if len(a.Sources) == 0 {
			b.note("dropped-media", n.path, a.Title)
			b.orphanCaption(caps)
			return
		}
		b.caption(&a.Caption, &im, caps, article.RoleContributor)
		if a.Caption.String() == a.Title {
			a.Caption = nil
		}
		a.Credits = im.Credits
		b.emit(a)
	case kEmbed:
		e := &b.embeds[n.a]
		if f := fileOf(e); f != nil {
			b.note("file-from-embed", n.path, "")
			b.emit(f)
			b.orphanCaption(caps)
			return
		}
		if len(caps) > 0 {
			e.Caption = b.captionText(caps)
		}
		b.emit(e)
	}
}

// fileOf returns the document that an embed of no known site shows, or nil.
func fileOf(e *article.Embed) *article.File {
	if e.Provider != "" {
		return nil
	}
	u := e.URL
	if t, ok := viewerTarget(u); ok {
		if t, ok = article.SafeMediaURL(t); ok && documentType(t) != "" {
			u = t
		}
	}
	mt := documentType(u)
	if mt == "" {
		return nil
	}
	return &article.File{URL: u, Title: e.Title, MediaType: mt}
}

// orphanCaption keeps the caption of a picture that could not be kept.
func (b *builder) orphanCaption(caps []int32) {
	for _, c := range caps {
		b.note("caption-without-picture", b.nodes[c].path, "")
		b.paragraph(b.content(c, 0))
	}
}

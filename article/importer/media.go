package importer

import (
	"strings"

	"github.com/toasoan/toasoan/article"
)

// maxURL bounds an address.
const maxURL = 4096

// url returns a safe address, resolved against the base. Media says that mailto
// and tel are not meant.
func (s *scanner) url(b string, media bool) (string, bool) {
	b = strings.TrimSpace(b)
	if len(b) == 0 || len(b) > maxURL {
		return "", false
	}
	return s.o.safeURL(b, media)
}

// void takes an element without content.
func (s *scanner) void(t tag) error {
	switch t {
	case tagBR:
		s.lineBreak()
	case tagHR:
		s.closeLeaf()
		s.cur.group = s.newGroup()
		s.addNode(kRule, 0)
	case tagImg:
		s.image()
	case tagSource:
		if s.inPic {
			s.pictureSource()
		}
	case tagEmbed:
		s.embedded(s.attr("src"))
	case tagParam:
		if k := s.attr("name"); foldedIs(k, "movie") || foldedIs(k, "src") || foldedIs(k, "filename") {
			s.embedded(s.attr("value"))
		}
	case tagVoid:
		switch {
		case foldedIs(s.lex.name, "area"):
			s.area()
		case foldedIs(s.lex.name, "frame"), foldedIs(s.lex.name, "input") && foldedIs(s.attr("type"), "image"):
			s.unknownAddress()
		}
	}
	return nil
}

// mediaTypeOf returns the media type in t without parameters, or "" if t is none
// (RFC 6838, 4.2).
func mediaTypeOf(t string) string {
	t, _, _ = strings.Cut(t, ";")
	t = strings.ToLower(strings.TrimSpace(t))
	typ, subtype, _ := strings.Cut(t, "/")
	if !isToken(typ) || !isToken(subtype) || len(t) > 100 {
		return ""
	}
	return t
}

// isToken reports whether s may be one half of a media type.
func isToken(s string) bool {
	return s != "" && strings.Trim(s, "abcdefghijklmnopqrstuvwxyz0123456789!#$&-^_.+") == ""
}

// recording opens a video or an audio.
func (s *scanner) recording(t tag) error {
	if err := s.push(t, natures[t]); err != nil {
		return err
	}
	top := s.top()
	if t == tagVideo {
		v := article.Video{Width: s.attrInt("width"), Height: s.attrInt("height"), Title: s.attrString("title")}
		if p, ok := s.url(s.attr("poster"), true); ok {
			v.Poster = &article.Image{URL: p}
		}
		s.videos = append(room(s.videos), v)
		top.node = s.addNode(kVideo, 0)
		s.nodes[top.node].a = int32(len(s.videos) - 1)
	} else {
		s.audios = append(s.audios, article.Audio{Title: s.attrString("title")})
		top.node = s.addNode(kAudio, 0)
		s.nodes[top.node].a = int32(len(s.audios) - 1)
	}
	s.media = top.node + 1
	s.addSource(s.attr("src"), "")
	s.addSource(s.attr("data-src"), "")
	s.addSource(s.attr("data-source"), "")
	top.opaque = true
	top.lostFrom = len(s.lost)
	s.cur.drop = dropFallback
	return nil
}

// videoStream adds the film that VCCorp's system shows in a div, or its picture if
// the address of the film is none.
func (s *scanner) videoStream() {
	for _, k := range []string{"data-src", "data-vid", "data-url"} {
		v := s.attr(k)
		if !strings.Contains(v, "//") {
			continue
		}
		if u, ok := s.url(v, true); ok {
			if t, _ := recordingType(u); t == "" {
				s.embedded(v) // the page of a player
				return
			}
			v := article.Video{Sources: []article.Rendition{{URL: u}}}
			if p, ok := s.url(s.attr("data-thumb"), true); ok {
				v.Poster = &article.Image{URL: p}
			}
			s.videos = append(room(s.videos), v)
			i := s.addNode(kVideo, 0)
			s.nodes[i].a = int32(len(s.videos) - 1)
			return
		}
	}
	s.note("dropped-media", s.cur.path, cleanValue(s.attr("data-vid")))
	if p, ok := s.url(s.attr("data-thumb"), true); ok {
		i := s.addNode(kImage, 0)
		s.images = append(room(s.images), article.Image{URL: p})
		s.nodes[i].a = int32(len(s.images) - 1)
	}
}

// addSource adds a file to the open video or audio.
func (s *scanner) addSource(b, mediaType string) {
	if len(b) == 0 {
		return
	}
	u, ok := s.url(b, true)
	if !ok {
		s.note("unsafe-url", s.cur.path, clip(cleanValue(b)))
		return
	}
	n := &s.nodes[s.media-1]
	r := article.Rendition{URL: u, MediaType: mediaType}
	var list *[]article.Rendition
	if n.kind == kVideo {
		list = &s.videos[n.a].Sources
	} else {
		list = &s.audios[n.a].Sources
	}
	for i := range *list {
		if (*list)[i].URL == u {
			if (*list)[i].MediaType == "" {
				(*list)[i].MediaType = mediaType
			}
			return
		}
	}
	if len(*list) < maxCandidates {
		*list = append(*list, r)
	}
}

// mediaPart takes a source or a track of the open video or audio.
func (s *scanner) mediaPart(t tag) {
	if t == tagSource {
		src := s.attr("src")
		if src == "" {
			src = s.attr("data-src")
		}
		s.addSource(src, mediaTypeOf(s.attrString("type")))
		return
	}
	u, ok := s.url(s.attr("src"), true)
	if !ok {
		s.note("unsafe-url", s.cur.path, clip(s.attrString("src")))
		return
	}
	tr := article.Track{URL: u, Label: s.attrString("label"), Default: s.hasAttr("default")}
	switch k := s.attr("kind"); {
	case foldedIs(k, "captions"):
		tr.Kind = article.TrackCaptions
	case foldedIs(k, "descriptions"):
		tr.Kind = article.TrackDescriptions
	case foldedIs(k, "chapters"):
		tr.Kind = article.TrackChapters
	default: // HTML's default
		tr.Kind = article.TrackSubtitles
	}
	if tr.Lang = s.langTag(s.attr("srclang")); tr.Lang == "" {
		tr.Lang = s.o.lang() // which langTag leaves out
	}
	if tr.Label == tr.Lang {
		tr.Label = ""
	}
	n := &s.nodes[s.media-1]
	var tracks *[]article.Track
	if n.kind == kVideo {
		tracks = &s.videos[n.a].Tracks
	} else {
		tracks = &s.audios[n.a].Tracks
	}
	for _, t := range *tracks {
		tr.Default = tr.Default && !(t.Default && t.Kind == tr.Kind) // one of a kind
	}
	if len(*tracks) < maxCandidates {
		*tracks = append(*tracks, tr)
	}
}

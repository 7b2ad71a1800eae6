package importer

import (
	"strings"

	"github.com/toasoan/toasoan/article"
)

// iframe takes an iframe: an embed of a known site, or a link.
func (s *scanner) iframe() error {
	src := s.attr("src")
	if len(src) == 0 || placeholder(src) {
		for _, k := range lazy {
			if v := s.attr(k); len(v) > 0 {
				src = v
				break
			}
		}
	}
	s.closeLeaf()
	if !s.embedded(src) {
		if t := shownText(s.attr("srcdoc")); t != "" {
			s.note("dropped-html", s.cur.path, t)
		}
	}
	if err := s.push(tagIframe, natures[tagIframe]); err != nil {
		return err
	}
	s.cur.drop = dropSilent
	return nil
}

// postAddress returns the address of what an element of its own shows of another
// site, or "".
func (s *scanner) postAddress() string {
	for _, k := range []string{"url", "data-href", "data-src", "src", "data-url"} {
		if u := s.attr(k); u != "" {
			return u
		}
	}
	for _, p := range [...]struct{ key, before string }{
		{"data-tweetid", "https://x.com/i/status/"},
		{"data-shortcode", "https://www.instagram.com/p/"},
	} {
		if id := s.attr(p.key); id != "" {
			return p.before + id
		}
	}
	if id := s.attr("data-videoid"); id != "" {
		if foldedIs(s.lex.name, "amp-vimeo") {
			return "https://vimeo.com/" + id
		}
		return "https://www.youtube.com/watch?v=" + id
	}
	return ""
}

// unknownAddress notes the address that an element has of which nothing is known.
func (s *scanner) unknownAddress() {
	for i := range s.lex.at {
		switch s.lex.at[i].key {
		case "src", "href", "url", "data-src", "data-href", "data-url":
			if v := cleanValue(s.lex.at[i].val); strings.Contains(v, "/") {
				s.note("dropped-element", s.cur.path, clip(v))
			}
		}
	}
}

// embedded adds what an iframe, embed or object shows, and reports whether it can be
// shown or linked to.
func (s *scanner) embedded(src string) bool {
	if len(strings.TrimSpace(src)) == 0 {
		return false
	}
	u, ok := s.url(src, true)
	if !ok {
		s.note("unsafe-url", s.cur.path, clip(cleanValue(src)))
		return false
	}
	e, known := embedOf(u)
	if !known {
		if u[0] == '#' {
			s.note("unsafe-url", s.cur.path, u)
			return false // the page in itself
		}
		if s.recordingAt(u) {
			return true
		}
		e = article.Embed{URL: u}
	}
	if n := len(s.nodes); n > 0 && s.nodes[n-1].kind == kEmbed && s.embeds[s.nodes[n-1].a].URL == e.URL && (s.inside(tagObject) || s.oembed == e.URL) {
		s.oembed = ""
		return true // said twice, for browsers or editors
	}
	if !known {
		s.note("unknown-embed", s.cur.path, u)
	}
	e.Width, e.Height = s.attrInt("width"), s.attrInt("height")
	e.Title = s.attrString("title")
	if !known && documentType(u) == "" || !framed(&e) || e.Width == 0 || e.Height == 0 || e.Width == 560 && e.Height == 315 {
		e.Width, e.Height = 0, 0 // of what is only linked to, half a size, or the one that stands for none
	}
	s.embeds = append(room(s.embeds), e)
	i := s.addNode(kEmbed, 0)
	s.nodes[i].a = int32(len(s.embeds) - 1)
	return true
}

// recordingAt adds the film or the recording that an address is by its ending.
func (s *scanner) recordingAt(u string) bool {
	t, video := recordingType(u)
	switch {
	case t == "":
		return false
	case video:
		s.videos = append(room(s.videos), article.Video{Sources: []article.Rendition{{URL: u, MediaType: t}}})
		i := s.addNode(kVideo, 0)
		s.nodes[i].a = int32(len(s.videos) - 1)
	default:
		s.audios = append(s.audios, article.Audio{Sources: []article.Rendition{{URL: u, MediaType: t}}})
		i := s.addNode(kAudio, 0)
		s.nodes[i].a = int32(len(s.audios) - 1)
	}
	return true
}

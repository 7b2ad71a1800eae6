package importer

import (
	"cmp"
	"slices"
	"strconv"
	"strings"

	"github.com/toasoan/toasoan/article"
	"golang.org/x/net/html"
)

// maxCandidates bounds the entries of a srcset.
const maxCandidates = 64

// area takes a part of a picture that is a link: its words are those of the link.
func (s *scanner) area() {
	e := s.element(tagA)
	alt := s.attrString("alt")
	if alt == "" {
		s.unknownAddress()
		return
	}
	outside := s.cur
	s.spanAttrs(tagA, &e)
	s.space = true
	s.words(alt, -1)
	s.space = true
	s.cur = outside
}

// lazy are the attributes where scripts that load pictures late keep the address.
var lazy = []string{
	"data-src", "data-original", "data-lazy-src", "data-lazy", "data-original-src", "data-orig-file",
	"data-large-file", "data-full", "data-url", "data-img-src", "data-echo", "data-lazyload", "data-img", "data-hi-res-src",
}

// hasData reports whether the tag has an attribute for scripts.
func (s *scanner) hasData() bool {
	return slices.ContainsFunc(s.lex.at, func(a attr) bool { return strings.HasPrefix(a.key, "data-") })
}

// image takes an img.
func (s *scanner) image() {
	var im article.Image
	src, ok := s.url(s.attr("src"), true)
	late, srcset := "", s.attr("srcset")
	if s.hasData() {
		for _, k := range lazy {
			if v := s.attr(k); len(v) > 0 {
				if u, ok := s.url(v, true); ok {
					late = u
					break
				}
			}
		}
		srcset = cmp.Or(srcset, s.attr("data-srcset"), s.attr("data-lazy-srcset"))
	}
	var st style
	var class flags
	decorative, undescribed := false, false
	small, isLazy := false, false
	for i := range s.lex.at {
		v := s.lex.at[i].val
		switch s.lex.at[i].key {
		case "style":
			st = parseStyle(v)
		case "class":
			class = classFlags(v)
			isLazy = foldContains(v, "lazy")
			undescribed = v == "undescribed" // so package render prints a picture without words
			small = foldContains(v, "emoji") || foldContains(v, "smiley") || foldContains(v, "emoticon")
		case "role":
			decorative = foldedIs(v, "presentation") || foldedIs(v, "none")
		case "aria-hidden":
			decorative = decorative || foldedIs(v, "true")
		}
	}
	im.Alt = s.plainText("alt")
	if junkAlt(im.Alt) {
		s.note("dropped-alt", s.cur.path, im.Alt)
		im.Alt = ""
	}
	if late != "" && late != src {
		switch {
		case !ok || placeholder(src):
			src, ok = late, true
		case isLazy && !s.hasAttr("loading"):
			im.Renditions = append(im.Renditions, article.Rendition{URL: src})
			src = late
		default:
			im.Renditions = append(im.Renditions, article.Rendition{URL: late})
		}
	}
	if !ok && srcset == "" && late != "" {
		src, ok = late, true
	}
	im.Width, im.Height = s.attrInt("width"), s.attrInt("height")
	if len(srcset) > 0 {
		im.Renditions = s.srcset(im.Renditions, srcset, "", im.Width)
	}
	if !ok && len(im.Renditions) > 0 {
		src, ok = im.Renditions[len(im.Renditions)-1].URL, true
	}
	if im.Width == 0 || im.Height == 0 {
		if w, h := s.attrInt("data-width"), s.attrInt("data-height"); w > 0 && h > 0 {
			im.Width, im.Height = w, h
		} else if st.width > 0 && st.height > 0 {
			im.Width, im.Height = st.width, st.height
		}
	}
	tiny := im.Width > 0 && im.Width <= 32 && im.Height <= 32
	small = small || isEmoji(im.Alt) && (tiny || strings.Contains(src, "/emoji"))
	if st.hidden && im.Alt == "" {
		s.note("dropped-hidden", s.cur.path, src)
		return
	}
	switch {
	case im.Width == 1 && im.Height <= 1, im.Height == 1 && im.Width <= 1 && s.hasAttr("height"):
		s.note("dropped-pixel", s.cur.path, imageWords(im.Alt, src))
		return
	case !ok, small, tiny && im.Alt == "" && s.inDocumentLink():
		// A sign in the line, or a picture that can't be shown: its words stay.
		code := "image-to-text"
		if !ok {
			code = "dropped-image"
		}
		said := im.Alt
		if said == "" {
			said = clip(cleanValue(s.attr("src")))
		}
		s.note(code, s.cur.path, said)
		if im.Alt != "" && (small || ok) {
			s.words(im.Alt, -1)
		}
		return
	}
	im.URL = src
	im.Title = s.plainText("title")
	if im.Alt == "" && im.Title != "" {
		if decorative || junkAlt(im.Title) || isFileName(im.Title) {
			s.note("dropped-title", s.cur.path, im.Title) // it would be all that is said of the picture
		} else {
			im.Alt = im.Title // which is where editors write it
		}
		im.Title = ""
	}
	if s.inPic {
		im.Renditions = append(im.Renditions, s.pics...)
	}
	if all := im.Renditions; len(all) > 0 {
		im.Renditions = usableRenditions(all, im.Width)
		s.unusedRenditions(all, im.Renditions, src)
	}
	if l := s.attrs[s.cur.attr].link; l > 0 {
		link := s.links[l-1]
		im.Link = &link
	} else if im.Alt == "" && (decorative || !undescribed && s.hasAttr("alt") && strings.TrimSpace(s.attr("alt")) == "") {
		im.Decorative = true // a link must have a name, so it can't be
	}
	if s.cur.flags&fNoscript != 0 && s.sameAsLast(&im) {
		return
	}
	f := class & fCenter
	if st.center || foldedIs(s.attr("align"), "middle") || foldedIs(s.attr("align"), "center") {
		f |= fCenter
	}
	if tiny && s.leaf >= 0 {
		// A sign in the line: it stands after the paragraph, which it does not part.
		s.floats = append(s.floats, im)
		return
	}
	br := 0
	if s.leaf >= 0 {
		br = 1
	}
	i := s.addNode(kImage, f)
	s.images = append(room(s.images), im) // after those that the node before has brought
	s.nodes[i].a = int32(len(s.images) - 1)
	s.nodes[i].b = int32(br) // text stands before it in the same line
}

// plainText returns an attribute as text, if it was escaped twice too: "c&amp;#225;c".
func (s *scanner) plainText(key string) string {
	t := s.attrString(key)
	if strings.IndexByte(t, '&') < 0 {
		return t
	}
	u := t
	for range 4 {
		v := cleanValue(html.UnescapeString(u))
		if v == u {
			break
		}
		u = v
	}
	if u != t {
		s.note("escaped-twice", s.cur.path, t)
	}
	return u
}

// inDocumentLink reports whether the link that is open leads to a document.
func (s *scanner) inDocumentLink() bool {
	l := s.attrs[s.cur.attr].link
	return l > 0 && documentType(s.links[l-1].URL) != ""
}

// imageWords is the text of a note on a picture that is lost: its words and its address.
func imageWords(alt, u string) string {
	if alt == "" || u == "" {
		return alt + u
	}
	return alt + " " + u
}

// sameAsLast reports whether a picture in a noscript repeats the one before it,
// which a script would have loaded. The address in the noscript is the better.
func (s *scanner) sameAsLast(im *article.Image) bool {
	n := len(s.nodes)
	if n == 0 || s.nodes[n-1].kind != kImage {
		return false
	}
	last := &s.images[s.nodes[n-1].a]
	if placeholder(last.URL) {
		last.URL = im.URL
		return true
	}
	return last.URL == im.URL || last.Alt == im.Alt
}

// junkAlt reports whether an alternative text is what a system writes for every
// picture: better none, which is a fault to be seen, than one that is read aloud.
func junkAlt(t string) bool {
	if t == "" || len(t) > len("ảnh bài viết") {
		return false
	}
	low := strings.ToLower(t)
	switch low {
	case "anh tin bai", "ảnh tin bài", "anh bai viet", "ảnh bài viết", "anh", "ảnh", "image", "img", "photo", "picture", "hinh anh",
		"hình ảnh", "hinh", "hình", "undefined", "null", "alt", "untitled", "no name", "noname":
		return true
	}
	return false
}

// isEmoji reports whether an alternative text is a sign or two without letters.
func isEmoji(t string) bool {
	if t == "" || len(t) > 40 {
		return false
	}
	for _, c := range t {
		if c < 0x2000 {
			return false
		}
	}
	return !hasLetter(t)
}

// isFileName reports whether a text is the name of a picture's file and no more.
func isFileName(t string) bool {
	i := strings.LastIndexByte(t, '.')
	if i < 0 || strings.Contains(t[:i], ". ") {
		return false
	}
	switch strings.ToLower(t[i+1:]) {
	case "jpg", "jpeg", "png", "gif", "webp", "bmp", "tif", "tiff", "heic", "avif":
		return true
	}
	return false
}

// placeholder reports whether an address is that of the picture shown until a
// script has loaded the real one.
func placeholder(u string) bool {
	if strings.HasPrefix(u, "data:") || strings.HasPrefix(u, "about:") {
		return true
	}
	if i := strings.LastIndexByte(u, '/'); i >= 0 {
		u = u[i+1:]
	}
	if i := strings.IndexByte(u, '.'); i >= 0 {
		u = u[:i]
	}
	for _, p := range []string{"placeholder", "loading", "lazy", "blank", "spacer", "transparent", "pixel", "no-image", "noimage", "grey", "1x1"} {
		if foldContains(u, p) && len(u) < len(p)+10 {
			return true
		}
	}
	return false
}

// srcset appends the candidates of a srcset attribute. Width is that of the
// picture, which densities are multiples of, or zero.
func (s *scanner) srcset(rs []article.Rendition, b, mediaType string, width int) []article.Rendition {
	n := 0
	for {
		b = strings.TrimLeft(b, " \t\n\f\r,")
		if len(b) == 0 {
			return rs
		}
		i := strings.IndexAny(b, " \t\n\f\r")
		u, desc := b, ""
		if i < 0 {
			b = ""
		} else {
			u, b = b[:i], b[i:]
		}
		if t := strings.TrimRight(u, ","); len(t) < len(u) {
			u = t
		} else if i = strings.IndexByte(b, ','); i < 0 {
			desc, b = b, ""
		} else {
			desc, b = b[:i], b[i+1:]
		}
		if n++; n > maxCandidates {
			s.note("dropped-candidates", s.cur.path, "")
			return rs
		}
		v, ok := s.url(u, true)
		if !ok {
			s.note("unsafe-url", s.cur.path, clip(cleanValue(u)))
			continue
		}
		r := article.Rendition{URL: v, MediaType: mediaType}
		if desc = strings.TrimSpace(desc); len(desc) > 1 && desc[len(desc)-1] == 'w' {
			r.Width, _ = strconv.Atoi(desc[:len(desc)-1])
			r.Width = max(r.Width, 0)
		} else if len(desc) > 1 && desc[len(desc)-1] == 'x' && width > 0 {
			if x, err := strconv.ParseFloat(desc[:len(desc)-1], 64); err == nil && x > 0 && x < 10 {
				r.Width = int(x*float64(width) + 0.5)
			}
		}
		rs = append(rs, r)
	}
}

// pictureSource takes a source of a picture.
func (s *scanner) pictureSource() {
	set := s.attr("srcset")
	if set == "" {
		set = s.attr("data-srcset")
	}
	if set == "" {
		set = s.attr("src")
	}
	if len(set) > 0 && len(s.pics) < maxCandidates {
		s.pics = s.srcset(s.pics, set, mediaTypeOf(s.attrString("type")), 0)
	}
}

// unusedRenditions notes the addresses in all that neither used nor the picture has.
func (s *scanner) unusedRenditions(all, used []article.Rendition, src string) {
	if len(used) == len(all) {
		return
	}
	have := map[string]bool{src: true}
	for i := range used {
		have[used[i].URL] = true
	}
	var lost []string
	for i := range all {
		if u := all[i].URL; !have[u] {
			have[u] = true
			lost = append(lost, u)
		}
	}
	if len(lost) > 0 {
		s.note("rendition-not-used", s.cur.path, strings.Join(lost, ", "))
	}
}

// usableRenditions returns the files of a picture that a srcset can offer: of each
// format one of a width, none that is as wide as the picture itself, and one
// without a width if there is no other. Those that every browser shows come first,
// and need no media type.
func usableRenditions(rs []article.Rendition, width int) []article.Rendition {
	if len(rs) == 0 {
		return rs
	}
	for i := range rs {
		if t := rs[i].MediaType; t != "image/avif" && t != "image/webp" {
			rs[i].MediaType = ""
		}
	}
	var types [3]string
	formats := types[:1]
	for i := range rs {
		if t := rs[i].MediaType; !slices.Contains(formats, t) {
			formats = append(formats, t)
		}
	}
	out := make([]article.Rendition, 0, len(rs))
	for _, t := range formats {
		from, bare := len(out), -1
		for i := range rs {
			switch r := &rs[i]; {
			case r.MediaType != t:
			case r.Width > 0:
				if n := len(out); (n == from || out[n-1].Width != r.Width) && (t != "" || r.Width != width) {
					out = append(out, *r)
				}
			case bare < 0:
				bare = i
			}
		}
		if len(out) == from && bare >= 0 {
			out = append(out, rs[bare])
		}
	}
	if len(out) == 0 {
		return nil
	}
	return out
}

package render

import (
	"html"
	"net/url"
	"slices"
	"strconv"
	"strings"

	"github.com/toasoan/toasoan/article"
)

// A headWriter writes the elements of a head.
type headWriter struct{ out []byte }

// meta writes a meta element, unless its content is empty. What it is needs no
// escapes.
func (w *headWriter) meta(attr, name, content string) {
	if content == "" {
		return
	}
	put(&w.out, "<meta ")
	put(&w.out, attr)
	put(&w.out, `="`)
	put(&w.out, name)
	put(&w.out, `"`)
	writeAttr(&w.out, "content", content)
	put(&w.out, ">\n")
}

// name and property write the two kinds of meta elements.
func (w *headWriter) name(name, content string)     { w.meta("name", name, content) }
func (w *headWriter) property(name, content string) { w.meta("property", name, content) }

// link writes a link element with pairs of attributes; those without a value
// are left out, and so is a link without href.
func (w *headWriter) link(rel, href string, pairs ...string) {
	if href == "" {
		return
	}
	put(&w.out, "<link")
	writeAttr(&w.out, "rel", rel)
	writeAttr(&w.out, "href", href)
	for i := 0; i+1 < len(pairs); i += 2 {
		if pairs[i+1] != "" {
			writeAttr(&w.out, pairs[i], pairs[i+1])
		}
	}
	put(&w.out, ">\n")
}

// data writes structured data and returns where it stands.
func (w *headWriter) data(write func(dst []byte) []byte) (p place) {
	start := len(w.out)
	w.out = append(w.out, `<script type="application/ld+json">`...)
	p.from = len(w.out)
	w.out = write(w.out)
	p.to = len(w.out)
	if p.to == p.from {
		w.out = w.out[:start]
		return place{}
	}
	w.out = append(w.out, "</script>\n"...)
	return p
}

// appendHead writes the head of a page of the document.
func (d *Document) appendHead(dst []byte, steps []step) []byte {
	a, site := d.a, &d.r.Site
	w := headWriter{out: dst}
	w.name("description", d.Description())
	canonical := d.url
	if a.Source != nil && a.Source.Canonical {
		if u := d.address(a.Source.URL); isHTTP(u) {
			canonical = u
		}
	}
	if isHTTP(canonical) {
		w.link("canonical", canonical)
	}
	w.name("robots", d.robots())
	d.alternates(&w)
	w.site(d.r, d.base)
	d.preload(&w)
	for _, c := range d.people {
		name := c.Name
		if name == "" && c.Organization != nil {
			name = c.Organization.Name
		}
		w.name("author", name)
	}

	w.property("og:type", "article")
	w.property("og:title", a.Headline)
	w.property("og:description", d.Description())
	if isHTTP(d.url) {
		w.property("og:url", d.url)
	}
	w.property("og:site_name", site.Name)
	w.property("og:locale", locale(a.Lang))
	images, first := d.imgs, ""
	for i, img := range images {
		u := d.address(img.URL)
		if !isHTTP(u) {
			continue
		}
		if i == 0 {
			first = u
		}
		w.property("og:image", u)
		width, height := d.r.imageSize(img)
		if width > 0 && height > 0 {
			w.property("og:image:width", strconv.Itoa(width))
			w.property("og:image:height", strconv.Itoa(height))
		}
		w.property("og:image:type", img.MediaType)
		w.property("og:image:alt", d.altOf(img))
	}
	if !d.Published().IsZero() {
		w.property("article:published_time", site.stamp(a.Published))
	}
	if a.Modified.After(a.Published) {
		w.property("article:modified_time", site.stamp(a.Modified))
	}
	if !a.Expires.IsZero() {
		w.property("article:expiration_time", site.stamp(a.Expires))
	}
	for _, c := range d.people {
		if u := d.address(c.URL); isHTTP(u) {
			w.property("article:author", u)
		}
	}
	if len(a.Sections) > 0 {
		w.property("article:section", a.Sections[0].Name)
	}
	for _, k := range d.keywords {
		w.property("article:tag", k)
	}

	card := "summary"
	if len(images) > 0 {
		card = "summary_large_image"
	}
	w.name("twitter:card", card)
	w.name("twitter:site", site.TwitterSite)
	w.name("twitter:creator", site.TwitterSite)
	w.name("twitter:title", a.Headline)
	w.name("twitter:description", d.Description())
	if first != "" {
		w.name("twitter:image", first)
		w.name("twitter:image:alt", d.altOf(images[0]))
	}
	d.parts[partJSONLD] = w.data(d.appendJSONLD)
	d.parts[partLiveJSONLD] = w.data(d.appendLiveJSONLD)
	d.parts[partBreadcrumbJSONLD] = w.data(func(dst []byte) []byte { return appendBreadcrumbLD(dst, steps) })
	return w.out
}

// site writes what the head of every page of a site holds.
func (w *headWriter) site(r *Renderer, base *url.URL) {
	w.link("icon", fromRoot(base, media(nil, r.Site.Icon)))
	w.name("theme-color", r.Site.ThemeColor)
	for _, f := range r.Site.Feeds {
		w.link("alternate", media(base, f.URL), "type", f.MediaType, "title", f.Title)
	}
}

// robots returns what search engines may do with the page.
func (d *Document) robots() string {
	a := d.a
	s := "max-image-preview:large"
	if a.Status != "" && a.Status != article.StatusUsable {
		s = "noindex"
	}
	if !a.Expires.IsZero() {
		s += ", unavailable_after: " + d.r.Site.stamp(a.Expires)
	}
	return s
}

// alternates writes the hreflang links: every language, the article's own
// among them.
func (d *Document) alternates(w *headWriter) {
	own := false
	for _, l := range d.a.Alternates {
		own = own || strings.EqualFold(l.Lang, d.a.Lang)
	}
	if len(d.a.Alternates) > 0 && !own && isHTTP(d.url) {
		w.link("alternate", d.url, "hreflang", d.a.Lang)
	}
	for _, l := range d.a.Alternates {
		if u := d.address(l.URL); isTag(l.Lang) && isHTTP(u) {
			w.link("alternate", u, "hreflang", l.Lang)
		}
	}
}

// preload asks for the leading picture, which the browser would otherwise meet
// after the head.
func (d *Document) preload(w *headWriter) {
	if !d.r.Preload {
		return
	}
	src, srcset, sizes := d.leading()
	w.link("preload", src, "as", "image", "imagesrcset", srcset, "imagesizes", sizes, "fetchpriority", "high")
}

// leading returns the address of the leading picture with its srcset and sizes,
// or "" if there is none or the browser chooses between formats.
func (d *Document) leading() (src, srcset, sizes string) {
	if d.a == nil {
		return "", "", ""
	}
	img, ok := d.a.Hero.(*article.Image)
	if !ok || len(otherFormats(img)) > 0 {
		return "", "", ""
	}
	p := &htmlPrinter{r: d.r, labels: d.labels, lang: d.a.Lang, base: d.base}
	if src = p.media(img.URL); p.remote(src) {
		return "", "", ""
	}
	p.srcset(img, "")
	if _, s, ok := strings.Cut(string(p.out), ` srcset="`); ok {
		srcset, sizes, _ = strings.Cut(s, `" sizes="`)
		sizes = strings.TrimSuffix(sizes, `"`)
	}
	return src, html.UnescapeString(srcset), html.UnescapeString(sizes)
}

// homes are the countries whose use of a language is meant where a tag names none,
// as Facebook's list of locales has them.
var homes = map[string]string{
	"ar": "AR", "bg": "BG", "cs": "CZ", "da": "DK", "de": "DE", "el": "GR", "en": "US", "es": "ES", "et": "EE", "fa": "IR",
	"fi": "FI", "fr": "FR", "he": "IL", "hi": "IN", "hr": "HR", "hu": "HU", "id": "ID", "it": "IT", "ja": "JP", "km": "KH",
	"ko": "KR", "lo": "LA", "lt": "LT", "lv": "LV", "mn": "MN", "ms": "MY", "my": "MM", "nb": "NO", "nl": "NL", "nn": "NO",
	"no": "NO", "pl": "PL", "pt": "PT", "ro": "RO", "ru": "RU", "sk": "SK", "sl": "SI", "sr": "RS", "sv": "SE", "th": "TH",
	"tl": "PH", "tr": "TR", "uk": "UA", "vi": "VN", "zh": "CN",
}

// locale returns a language as Open Graph writes it: vi_VN.
func locale(lang string) string {
	if !isTag(lang) {
		return ""
	}
	if home := homes[lang]; home != "" {
		return lang + "_" + home
	}
	parts := strings.Split(lang, "-")
	last := parts[len(parts)-1]
	if len(parts) > 1 && len(last) == 2 {
		return parts[0] + "_" + strings.ToUpper(last)
	}
	return ""
}

// findImages returns the pictures that stand for the article: those of its hero,
// or else the first of its body, unless that is not for everybody, or else the
// site's.
func (d *Document) findImages() []*article.Image {
	if list := blockImages(d.a.Hero); len(list) > 0 {
		return list
	}
	var first []*article.Image
	if !d.restricted() {
		each(d.a.Body, func(b article.Block) bool {
			if list := blockImages(b); len(list) > 0 {
				first = list[:1]
			}
			return first == nil
		})
	}
	if first != nil {
		return first
	}
	site := &d.r.Site
	switch {
	case site.Image != nil:
		return []*article.Image{site.Image}
	case d.publisher().Logo != nil:
		return []*article.Image{d.publisher().Logo}
	case site.Publisher.Logo != nil:
		return []*article.Image{site.Publisher.Logo}
	}
	return nil
}

func blockImages(b article.Block) []*article.Image {
	var list []*article.Image
	switch b := b.(type) {
	case *article.Image:
		list = append(list, b)
	case *article.Gallery:
		for i := range b.Images {
			list = append(list, &b.Images[i])
		}
	case *article.Video:
		if b.Poster != nil {
			list = append(list, b.Poster)
		}
	}
	kept := list[:0]
	for _, img := range list {
		if _, ok := article.SafeMediaURL(img.URL); ok {
			kept = append(kept, img)
		}
	}
	return kept
}

// altOf returns what stands in for a picture in a preview, where it can't be
// decorative.
func (d *Document) altOf(img *article.Image) string {
	switch {
	case img.Alt != "":
		return img.Alt
	case len(img.Caption) > 0:
		return oneLine(flat(img.Caption))
	}
	return d.a.Headline
}

// A step is a step of a breadcrumb. The last one is the page itself.
type step struct {
	name string
	href string // as a page links to it
	url  string // absolute
}

// steps returns the way from the home page to the article, or nil if the
// address of the home page is not known.
func (d *Document) steps() []step {
	if d.base == nil {
		return nil
	}
	steps := make([]step, 0, 4)
	if len(d.a.Sections) > 0 {
		for s := &d.a.Sections[0]; s != nil && len(steps) < 16; s = s.Parent {
			if u := d.address(s.URL); s.Name != "" && u != "" { // a step that leads nowhere is none
				steps = append(steps, step{s.Name, fromRoot(d.base, media(nil, s.URL)), u})
			}
		}
	}
	steps = append(steps, home(d.base, d.labels))
	slices.Reverse(steps)
	name := d.a.ShortHeadline
	if name == "" {
		name = d.a.Headline
	}
	return append(steps, step{name, "", d.url})
}

func home(base *url.URL, labels *Labels) step {
	return step{labels.Home, base.EscapedPath(), base.String()}
}

// breadcrumb prints the way to the page.
func (p *htmlPrinter) breadcrumb(steps []step) {
	if len(steps) < 2 {
		return
	}
	p.str(`<nav class="breadcrumb"`)
	p.attr("aria-label", p.labels.Breadcrumb)
	p.str(">\n<ol>\n")
	for i, s := range steps {
		if i == len(steps)-1 {
			p.str(`<li aria-current="page">`)
			p.esc(s.name)
			p.str("</li>\n")
			continue
		}
		p.str("<li><a")
		p.attr("href", s.href)
		p.str(">")
		p.esc(s.name)
		p.str("</a></li>\n")
	}
	p.str("</ol>\n</nav>\n")
}

package render

import (
	"cmp"
	"slices"
	"strings"

	"github.com/toasoan/toasoan/article"
	"github.com/toasoan/toasoan/article/viet"
)

// widths are the widths in pixels at which ImageURL is asked.
var widths = [...]int{360, 540, 720, 1080, 1440, 2160}

// figure prints a picture with its caption and credit.
func (p *htmlPrinter) figure(img *article.Image, class string) {
	p.str("<figure")
	if src := p.media(img.URL); p.remote(src) {
		p.attr("class", strings.TrimSpace(class+" remote"))
		p.str(">\n")
		p.remotePicture(img, src)
	} else {
		p.attr("class", class)
		p.str(">")
		p.picture(img)
	}
	p.caption(img.Caption, img.Credits, p.labels.Photo, img)
	p.str("</figure>\n")
}

// gallery prints pictures as a figure of figures.
func (p *htmlPrinter) gallery(g *article.Gallery, class string) {
	p.str("<figure")
	p.attr("class", class)
	p.str(">\n")
	for i := range g.Images {
		p.figure(&g.Images[i], "")
	}
	p.caption(g.Caption, nil, "", nil)
	p.str("</figure>\n")
}

// picture prints the image alone: an img, or a picture if it has other formats,
// inside a link if it leads somewhere.
func (p *htmlPrinter) picture(img *article.Image) {
	src := p.media(img.URL)
	if src == "" {
		p.esc(img.Alt)
		return
	}
	end := ""
	if l := img.Link; l != nil {
		if u := p.href(l.URL); u != "" {
			p.startLink(u, l)
			end = "</a>"
		}
	}
	alt := img.Alt
	if alt == "" && end != "" && img.Link.Title == "" {
		alt = p.labels.Image // a link must have a name
	}
	var formats []string
	if p.widest == 0 {
		formats = otherFormats(img)
	}
	if len(formats) > 0 {
		p.str("<picture>")
		for _, f := range formats {
			start := len(p.out)
			p.str("<source")
			p.attr("type", f)
			n := len(p.out)
			p.srcset(img, f)
			if p.str(">"); len(p.out) == n+1 {
				p.out = p.out[:start]
			}
		}
	}
	p.str("<img")
	p.attr("src", src)
	if p.widest == 0 {
		p.srcset(img, "")
	}
	writeAttr(&p.out, "alt", alt)
	switch {
	case alt != "":
		p.attr("title", img.Title)
	case !img.Decorative && !p.plain: // empty, but not on purpose
		p.str(` class="undescribed"`)
	}
	w, h := p.r.imageSize(img)
	if p.widest > 0 && w > p.widest {
		w, h = p.widest, h*p.widest/w
	}
	p.size("width", w)
	p.size("height", h)
	switch {
	case p.plain:
	case p.opened:
		p.str(` loading="lazy" decoding="async" referrerpolicy="no-referrer"`)
	case p.eager:
		p.str(` fetchpriority="high"`)
	default:
		p.str(` loading="lazy" decoding="async"`)
	}
	p.eager = false
	p.str(">")
	if len(formats) > 0 {
		p.str("</picture>")
	}
	p.str(end)
}

func (r *Renderer) imageSize(img *article.Image) (w, h int) {
	w, h = img.Width, img.Height
	if (w <= 0 || h <= 0) && r.ImageSize != nil {
		if x, y := r.ImageSize(img); x > 0 && y > 0 {
			return x, y
		}
	}
	return w, h
}

// otherFormats returns the media types of renditions that not every browser
// shows, in their order.
func otherFormats(img *article.Image) []string {
	var types []string
	for i := range img.Renditions {
		t := img.Renditions[i].MediaType
		if t != "image/avif" && t != "image/webp" || t == img.MediaType {
			continue
		}
		seen := false
		for _, o := range types {
			seen = seen || o == t
		}
		if !seen {
			types = append(types, t)
		}
	}
	return types
}

// srcset appends the addresses of a picture in its sizes: those of one other
// format, or, with format "", those that every browser shows.
func (p *htmlPrinter) srcset(img *article.Image, format string) {
	start := len(p.out)
	p.str(` srcset="`)
	n := 0
	main := format == "" && img.Width > 0 // the picture's own file is one of the candidates
	add := func(u string, w int) {
		u = p.media(u)
		if u == "" || p.remote(u) && (!p.opened || p.linked(u)) {
			return
		}
		if n > 0 {
			p.str(", ")
		}
		p.esc(srcsetURL(u))
		if w > 0 {
			p.str(" ")
			p.num(w)
			p.str("w")
		}
		n++
	}
	if format == "" && p.r.ImageURL != nil {
		for _, w := range widths {
			if img.Width > 0 && w >= img.Width {
				break
			}
			if u := p.r.ImageURL(img, w); u != "" {
				add(u, w)
			}
		}
	} else {
		last, bare := 0, -1
		for i := range img.Renditions {
			r := &img.Renditions[i]
			if isOther := r.MediaType != img.MediaType && (r.MediaType == "image/avif" || r.MediaType == "image/webp"); isOther != (format != "") {
				continue
			}
			if format != "" && r.MediaType != format || r.Width == last && last > 0 {
				continue
			}
			if r.Width <= 0 {
				if bare < 0 {
					bare = i
				}
				continue
			}
			last = r.Width
			main = main && r.Width != img.Width
			add(r.URL, r.Width)
		}
		if n == 0 && bare >= 0 { // a file without a width stands alone
			if add(img.Renditions[bare].URL, 0); n > 0 {
				p.str(`"`)
				return
			}
		}
	}
	if n == 0 {
		p.out = p.out[:start]
		return
	}
	if main {
		add(img.URL, img.Width)
	}
	p.str(`"`)
	p.attr("sizes", cmp.Or(p.sizes, p.r.ImageSizes, "(min-width: 46rem) 44rem, 100vw"))
}

// srcsetURL returns a checked address as a candidate of srcset, where commas at its
// ends separate.
func srcsetURL(u string) string {
	inner := strings.Trim(u, ",")
	if inner == u {
		return u
	}
	i := strings.Index(u, inner)
	return strings.Repeat("%2C", i) + inner + strings.Repeat("%2C", len(u)-i-len(inner))
}

// caption prints a figcaption, if there is anything to say. Img, if not nil, is
// the picture.
func (p *htmlPrinter) caption(t article.Text, credits []article.Credit, label string, img *article.Image) {
	illustration := img != nil && img.Illustration && !saysIllustration(t, p.labels)
	rights := ""
	if img != nil && len(credits) == 0 {
		rights = img.Rights.Notice
		if rights == "" && img.Rights.Holder != "" {
			rights = "© " + img.Rights.Holder
		}
	}
	credited := len(credits) > 0 || illustration || rights != ""
	if len(t) == 0 && !credited {
		return
	}
	p.str("<figcaption")
	lang := p.open(t, !credited)
	p.spans(t)
	p.close(lang)
	if credited {
		if len(t) > 0 {
			p.str(" ")
		}
		p.str(`<span class="credit">`)
		if len(credits) > 0 || illustration {
			p.esc(p.labels.credit(credits, label, illustration))
			if rights != "" {
				p.str(". ")
			}
		}
		p.esc(rights)
		p.str("</span>")
	}
	p.str("</figcaption>")
}

// saysIllustration reports whether a caption says itself, and says only, that
// the picture is an illustration.
func saysIllustration(t article.Text, l *Labels) bool {
	return viet.Fold(strings.Trim(t.String(), " .()")) == viet.Fold(l.Illustration)
}

// credit returns who made a picture or a recording: "Ảnh minh họa: Văn Điệp/TTXVN".
// Those of another role have a label of their own: "Ảnh: TTXVN. Đồ họa: Hạ Huy".
func (l *Labels) credit(credits []article.Credit, label string, illustration bool) string {
	if illustration {
		label = l.Illustration
	}
	if illustration && len(credits) > 0 {
		return label + ": " + creditNames(credits)
	}
	var out strings.Builder
	last := label
	for len(credits) > 0 {
		n := 1
		for n < len(credits) && ownLabel(&credits[n]) == ownLabel(&credits[0]) {
			n++
		}
		switch run := l.creditLabel(credits[:n], label); {
		case out.Len() == 0:
			out.WriteString(run + ": ")
			last = run
		case run != last:
			out.WriteString(". " + run + ": ")
			last = run
		default:
			out.WriteString(", ")
		}
		out.WriteString(creditNames(credits[:n]))
		credits = credits[n:]
	}
	return cmp.Or(out.String(), label)
}

// ownLabel returns the role of a credit that may have a label of its own, or "".
func ownLabel(c *article.Credit) article.Role {
	if c.Role == article.RoleSource || c.Role == article.RoleIllustrator {
		return c.Role
	}
	return ""
}

// creditLabel returns the label of credits of one role.
func (l *Labels) creditLabel(credits []article.Credit, label string) string {
	switch ownLabel(&credits[0]) {
	case article.RoleIllustrator:
		return l.Drawing
	case article.RoleSource:
		// A person who sent it did not make it.
		if label != l.Photo || slices.ContainsFunc(credits, func(c article.Credit) bool { return c.Name != "" }) {
			return l.Source
		}
	}
	return label
}

// creditNames returns the lines of credits, one after the other.
func creditNames(credits []article.Credit) string {
	names := make([]string, len(credits))
	for i := range credits {
		names[i] = creditLine(&credits[i])
	}
	return strings.Join(names, ", ")
}

// creditLine returns name and organization as credits of pictures write them.
func creditLine(c *article.Credit) string {
	org := ""
	if c.Organization != nil {
		org = c.Organization.Name
		if c.Organization.ShortName != "" {
			org = c.Organization.ShortName
		}
	}
	switch {
	case org == "":
		return c.Name
	case c.Name == "":
		return org
	}
	return c.Name + "/" + org
}

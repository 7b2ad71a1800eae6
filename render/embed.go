package render

import (
	"cmp"
	"slices"
	"strings"

	"github.com/toasoan/toasoan/article"
)

// A provider is a site whose content can be embedded. Addresses are built from
// an id whose characters are all in the provider's set, never copied.
type provider struct {
	name   string
	origin string // of the frame; empty means that it has none
	frame  string // what comes before and after the id in the frame's address
	after  string
	page   string // the same for the page that shows it; empty means it needs its URL
	chars  string // what an id may hold beside letters and digits

	// sites are the hosts that its pages are at, and those below them, each perhaps
	// with the beginning of a path: a link that names the provider leads nowhere else.
	sites []string
}

var providers = map[article.Provider]provider{
	article.ProviderYouTube:    {name: "YouTube", origin: "https://www.youtube-nocookie.com", frame: "/embed/", page: "https://www.youtube.com/watch?v=", chars: "-_", sites: []string{"youtube.com", "youtu.be", "youtube-nocookie.com"}},
	article.ProviderVimeo:      {name: "Vimeo", origin: "https://player.vimeo.com", frame: "/video/", page: "https://vimeo.com/", sites: []string{"vimeo.com"}},
	article.ProviderTikTok:     {name: "TikTok", origin: "https://www.tiktok.com", frame: "/embed/v2/", sites: []string{"tiktok.com"}},
	article.ProviderInstagram:  {name: "Instagram", origin: "https://www.instagram.com", frame: "/p/", after: "/embed/", page: "https://www.instagram.com/p/", chars: "-_", sites: []string{"instagram.com"}},
	article.ProviderX:          {name: "X", page: "https://x.com/i/status/", sites: []string{"x.com", "twitter.com"}},
	article.ProviderFacebook:   {name: "Facebook", sites: []string{"facebook.com", "fb.com", "fb.watch"}},
	article.ProviderZalo:       {name: "Zalo", sites: []string{"zalo.me"}},
	article.ProviderGoogleMaps: {name: "Google Maps", origin: "https://www.google.com", frame: "/maps/embed?pb=", chars: "!-_.:%", sites: []string{"maps.google.com", "google.com/maps", "google.com.vn/maps", "maps.app.goo.gl", "goo.gl/maps"}},
	article.ProviderSpotify:    {name: "Spotify", origin: "https://open.spotify.com", frame: "/embed/", page: "https://open.spotify.com/", chars: "/", sites: []string{"spotify.com"}},
	article.ProviderSoundCloud: {name: "SoundCloud", origin: "https://w.soundcloud.com", frame: "/player/?url=https%3A//api.soundcloud.com/tracks/", sites: []string{"soundcloud.com"}},
}

// validID reports whether an embed's id is one of the provider's.
func (v *provider) validID(id string) bool {
	if id == "" || len(id) > 1024 || strings.Contains(id, "//") {
		return false
	}
	for i := range len(id) {
		c := id[i]
		if (c|0x20 < 'a' || c|0x20 > 'z') && (c < '0' || c > '9') && strings.IndexByte(v.chars, c) < 0 {
			return false
		}
	}
	return true
}

// embedPage returns the address of the page that shows an embed, or "", with the
// name of the site that it is at: that of the provider, or the host if the article
// gives an address elsewhere.
func embedPage(p *htmlPrinter, e *article.Embed) (u, site string) {
	v, known := providers[e.Provider]
	u = p.media(e.URL)
	switch {
	case u != "" && (!known || v.isAt(u)):
		return u, v.name
	case v.page != "" && v.validID(e.ID):
		return v.page + e.ID, v.name
	}
	return u, hostOf(u)
}

// isAt reports whether a checked address is one of the provider.
func (v *provider) isAt(u string) bool {
	host := hostOf(u)
	if host == "" {
		return false
	}
	_, path, _ := strings.Cut(u, "//")
	path, _, _ = strings.Cut(path[len(host):], "?")
	host = strings.ToLower(host)
	return slices.ContainsFunc(v.sites, func(site string) bool {
		domain, folder, _ := strings.Cut(site, "/")
		return (host == domain || strings.HasSuffix(host, "."+domain)) &&
			(folder == "" || strings.HasPrefix(path+"/", "/"+folder+"/"))
	})
}

// embedFrame returns the address of the frame that shows an embed, or "".
func embedFrame(e *article.Embed) string {
	if v := providers[e.Provider]; v.origin != "" && v.validID(e.ID) {
		return v.origin + v.frame + e.ID + v.after
	}
	return ""
}

// embed prints content of another site: by the caller's hook, in a frame, or as
// a link.
func (p *htmlPrinter) embed(e *article.Embed, class string) {
	p.str("<figure")
	p.attr("class", class)
	p.str(">\n")
	page, site := embedPage(p, e)
	frame := ""
	if p.r.Embeds != EmbedsLink && !p.plain && p.r.allowsFrame(e.Provider) {
		frame = embedFrame(e)
	}
	own := false
	if p.r.Embed != nil && !p.plain {
		if h, ok := p.r.Embed(e); ok {
			p.str(string(h))
			own = true
		}
	}
	name := providers[e.Provider].name
	title := e.Title
	if title == "" {
		title = strings.TrimSpace(p.labels.ViewOn + " " + cmp.Or(site, name))
		if site == "" && name == "" {
			title = article.FileName(page)
		}
	}
	switch {
	case own:
	case frame != "":
		if p.r.Embeds == EmbedsClick {
			p.str("<details>\n<summary>")
			p.esc(p.labels.OpenEmbed + " " + name)
			if e.Title != "" {
				p.esc(": " + e.Title)
			}
			p.str("</summary>\n")
		}
		p.frame(e, frame, title)
		if p.r.Embeds == EmbedsClick {
			p.str("</details>\n")
		}
		if page != "" {
			p.embedLink(page, strings.TrimSpace(p.labels.ViewOn+" "+site))
		}
	case page != "":
		p.inside(e.Fallback)
		if e.Title != "" && site != "" {
			title += " (" + site + ")"
		}
		p.embedLink(page, title)
	default:
		p.inside(e.Fallback)
		if len(e.Fallback) == 0 && len(e.Caption) == 0 {
			p.str("<p>")
			p.esc(e.Title)
			p.str("</p>\n")
		}
	}
	p.caption(e.Caption, nil, "", nil)
	p.str("</figure>\n")
}

func (p *htmlPrinter) embedLink(u, text string) {
	p.str("<p>")
	p.startLink(u, &noLink)
	p.esc(text)
	p.str("</a></p>\n")
}

// frame prints the iframe. Its sandbox lets the player run, and open its own
// site in a new window, but not reach or steer the page. YouTube plays nothing
// without the Referer that the policy sends.
func (p *htmlPrinter) frame(e *article.Embed, src, title string) {
	w, h := e.Width, e.Height
	if w <= 0 || h <= 0 {
		w, h = 560, 315
	}
	p.str("<iframe")
	p.attr("src", src)
	p.attr("title", title)
	p.size("width", w)
	p.size("height", h)
	p.str(` loading="lazy" sandbox="allow-scripts allow-same-origin allow-presentation allow-popups" referrerpolicy="strict-origin-when-cross-origin" allow="fullscreen; picture-in-picture" allowfullscreen></iframe>`)
	p.str("\n")
}

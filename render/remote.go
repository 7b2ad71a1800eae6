package render

import (
	"strconv"
	"strings"

	"github.com/toasoan/toasoan/article"
)

// A RemoteMode says how pictures of other hosts are shown.
type RemoteMode int

// The modes for pictures of other hosts.
const (
	// RemoteShown shows them like one's own.
	RemoteShown RemoteMode = iota

	// RemoteClick shows a picture when the reader opens it, and none on cards
	// and before a video plays. It needs no script, but rests on lazy loading,
	// which the HTML standard ends where scripting is switched off: there, and
	// in a browser that knows no lazy loading, the other host is contacted with
	// the page. Where a page over https can't show the picture, since its
	// address begins with http:, there is a link.
	RemoteClick

	// RemoteLink shows a link to each picture: no other host is contacted
	// before the reader follows it, in whatever browser.
	RemoteLink
)

// hostOf returns the host of a checked address, with its port, or "" if it is
// relative.
func hostOf(u string) string {
	i := strings.Index(u, "//")
	if i != 0 && !isHTTP(u) {
		return ""
	}
	host := u[i+2:]
	if end := strings.IndexAny(host, "/?#"); end >= 0 {
		host = host[:end]
	}
	return host
}

// remote reports whether a checked address is of another host, whose picture
// waits for the reader.
func (p *htmlPrinter) remote(u string) bool {
	if p.r.RemoteImages == RemoteShown || p.plain {
		return false
	}
	host := hostOf(u)
	if host == "" || p.base != nil && strings.EqualFold(host, p.base.Host) {
		return false
	}
	for _, own := range p.r.Site.MediaHosts {
		domain, below := strings.CutPrefix(own, "*.")
		if s, ok := article.SafeMediaURL("//" + domain); ok { // as addresses have it
			domain = hostOf(s)
		}
		if below && strings.HasSuffix(host, "."+domain) || !below && host == domain {
			return false
		}
	}
	return true
}

// linked reports whether there is only a link to what stands at an address of
// another host.
func (p *htmlPrinter) linked(u string) bool {
	return p.r.RemoteImages == RemoteLink || strings.HasPrefix(u, "http:") && (p.base == nil || p.base.Scheme == "https")
}

// remotePicture prints a picture of another host for readers to open.
func (p *htmlPrinter) remotePicture(img *article.Image, src string) {
	p.eager = false
	// Links and buttons with one name should do one thing.
	name := hostOf(src)
	if img.Alt == "" {
		name = p.numbered(name)
	} else if n := p.times(img.Alt); n == 1 {
		name += ": " + img.Alt
	} else {
		name += " (" + strconv.Itoa(n) + "): " + img.Alt
	}
	if p.linked(src) {
		p.str("<p>")
		p.startLink(src, &noLink)
		p.esc(p.labels.ViewImage + " " + name)
		p.str("</a></p>")
		return
	}
	p.str("<details>\n<summary>")
	p.esc(p.labels.OpenImage + " " + name)
	p.str("</summary>\n")
	p.opened = true
	p.picture(img)
	p.opened = false
	p.str("\n</details>\n")
}

// numbered returns the name of a link with a number behind it if other links of the
// article have the name.
func (p *htmlPrinter) numbered(name string) string {
	if n := p.times(name); n > 1 {
		return name + " (" + strconv.Itoa(n) + ")"
	}
	return name
}

// times counts the links of a name, this one included.
func (p *htmlPrinter) times(name string) int {
	if p.names == nil {
		p.names = make(map[string]int)
	}
	p.names[name]++
	return p.names[name]
}

// remoteImage prints a link in place of a picture of another host in markup, and
// reports whether it is one.
func (b *builder) remoteImage(src, alt string) (bool, error) {
	src = b.p.media(src)
	if !b.p.remote(src) {
		return false, nil
	}
	if b.top() == "picture" { // an element of nothing but pictures
		last := len(b.stack) - 1
		b.out, b.stack = b.out[:b.stack[last].at], b.stack[:last]
	}
	if b.anywhere("a") {
		b.text(alt)
		return true, nil
	}
	if alt == "" {
		alt = b.p.labels.ViewImage + " " + hostOf(src)
	}
	return true, b.link(src, alt)
}

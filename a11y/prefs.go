package a11y

import (
	"html/template"
	"net/http"
	"net/url"
	"strings"
)

// A Size is a text size in percent of the reader's own default. The zero Size
// is that default, 100 %.
type Size uint16

// Sizes are the steps of the toolbar, smallest first. The largest is exactly
// twice the default (WCAG 2.2, 1.4.4 and technique G178).
var Sizes = [...]Size{87, 100, 125, 150, 200}

// A Scheme is a reader's choice of colors.
type Scheme uint8

// The schemes. The zero Scheme follows the system's settings.
const (
	SchemeAuto Scheme = iota
	SchemeHigh
	SchemeLight
	SchemeDark
	SchemeSepia
)

var schemeNames = [...]string{"auto", "high", "light", "dark", "sepia"}

// String returns the name of s, such as "sepia", as it is stored and put into
// markup.
func (s Scheme) String() string {
	if int(s) < len(schemeNames) {
		return schemeNames[s]
	}
	return schemeNames[0]
}

// Prefs is what a reader has chosen with the toolbar. The zero Prefs follows
// the system's settings. Prefs are comparable; there are 25 different ones, so
// a cache may keep a page for each: see [Prefs.String].
type Prefs struct {
	Size   Size
	Scheme Scheme
}

// ParsePrefs parses what [Prefs.String] returns. Anything else, wholly or in
// part, counts as the default: the text comes from a cookie or a query, which
// anyone can set to anything.
func ParsePrefs(s string) Prefs {
	size, scheme, _ := strings.Cut(s, "-")
	return Prefs{parseSize(size), parseScheme(scheme)}
}

func parseSize(s string) Size {
	for _, v := range Sizes {
		if v != 100 && s == sizeName(v) {
			return v
		}
	}
	return 0
}

func sizeName(s Size) string {
	switch s {
	case 87:
		return "87"
	case 125:
		return "125"
	case 150:
		return "150"
	case 200:
		return "200"
	}
	return "100"
}

func parseScheme(s string) Scheme {
	for i, n := range schemeNames {
		if s == n {
			return Scheme(i)
		}
	}
	return SchemeAuto
}

// String returns p as it is kept in the cookie, such as "125-dark"; the default
// is "100-auto". It serves as a part of a cache key or an entity tag too.
func (p Prefs) String() string { return sizeName(p.Size) + "-" + p.Scheme.String() }

// HTMLAttrs returns the attributes of the html element that make the stylesheet
// follow p in the first painted frame, such as data-text-size="125"
// data-colors="dark". Default Prefs need none. The prefix is that of the [Theme].
func (p Prefs) HTMLAttrs(prefix string) template.HTMLAttr {
	var a []string
	if s := sizeName(p.Size); s != "100" {
		a = append(a, "data-"+prefix+`text-size="`+s+`"`)
	}
	if s := p.Scheme.String(); s != "auto" {
		a = append(a, "data-"+prefix+`colors="`+s+`"`)
	}
	return template.HTMLAttr(strings.Join(a, " "))
}

// CookieName is the name of the cookie that [PrefsHandler] sets.
const CookieName = "reading"

// PrefsFromRequest returns the choice that the reader's cookie holds, or the
// default. A page that depends on it must say "Vary: Cookie", or be cached by
// [Prefs.String].
func PrefsFromRequest(r *http.Request) Prefs {
	c, err := r.Cookie(CookieName)
	if err != nil {
		return Prefs{}
	}
	return ParsePrefs(c.Value)
}

// PrefsHandler is the handler that a [Toolbar] of links or submit buttons leads to. It takes the
// query parameters "size" and "colors", keeps them in a cookie for a year and
// sends the reader back with 303 See Other: to the path in "back" if that is a
// path on this site, else to the page the request came from if that is on this
// host, else to "/". A parameter that is missing leaves that choice as it was; a
// value that is not known is the default. It never sends anyone to another
// site. It is safe for concurrent use; the zero value works.
type PrefsHandler struct {
	// Path is the cookie's path. Empty means "/".
	Path string
	// Fragment is the place on the page to come back to, so that the reader
	// stays at the toolbar. Empty means the toolbar's own id.
	Fragment string
}

// ServeHTTP implements [http.Handler].
func (h PrefsHandler) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	if r.Method != http.MethodGet && r.Method != http.MethodHead {
		w.Header().Set("Allow", "GET, HEAD")
		http.Error(w, "method not allowed", http.StatusMethodNotAllowed)
		return
	}
	p, q := PrefsFromRequest(r), r.URL.Query()
	if q.Has("size") {
		p.Size = parseSize(q.Get("size"))
	}
	if q.Has("colors") {
		p.Scheme = parseScheme(q.Get("colors"))
	}
	path := h.Path
	if path == "" {
		path = "/"
	}
	http.SetCookie(w, &http.Cookie{
		Name: CookieName, Value: p.String(), Path: path, MaxAge: 365 * 24 * 60 * 60,
		HttpOnly: true, SameSite: http.SameSiteLaxMode, Secure: r.TLS != nil,
	})
	fragment := h.Fragment
	if fragment == "" {
		fragment = toolbarClass
	}
	w.Header().Set("Cache-Control", "no-store")
	w.Header().Set("Location", backTo(r)+"#"+url.PathEscape(fragment))
	w.WriteHeader(http.StatusSeeOther)
}

// backTo returns a path with query on this site.
func backTo(r *http.Request) string {
	if b := r.URL.Query().Get("back"); b != "" {
		if u, ok := localPath(b); ok {
			return u
		}
	}
	if u, err := url.Parse(r.Referer()); err == nil && u.Host != "" && u.Host == r.Host {
		if u, ok := localPath(u.RequestURI()); ok {
			return u
		}
	}
	return "/"
}

// localPath returns s without fragment if a browser reads it as a path on the
// same host. Browsers take "\" for "/" and drop tabs and line ends, so those
// are refused rather than understood.
func localPath(s string) (string, bool) {
	if !strings.HasPrefix(s, "/") || strings.HasPrefix(s, "//") || strings.ContainsRune(s, '\\') {
		return "", false
	}
	for _, r := range s {
		if r < 0x20 || r == 0x7f {
			return "", false
		}
	}
	u, err := url.Parse(s)
	if err != nil || u.Host != "" || u.Scheme != "" || strings.HasPrefix(u.EscapedPath(), "//") {
		return "", false
	}
	return u.RequestURI(), true
}

package render

import (
	"net/url"
	"slices"
	"strings"

	"github.com/toasoan/toasoan/article"
)

// link returns the address u for an href, or "" if it must not be linked.
// A relative address is resolved against base unless base is nil.
func link(base *url.URL, u string) string {
	if u == "" {
		return ""
	}
	s, ok := article.SafeURL(u)
	if !ok {
		return ""
	}
	return resolve(base, s)
}

// media returns the address u for a src, or "" if it must not be loaded.
func media(base *url.URL, u string) string {
	if u == "" {
		return ""
	}
	s, ok := article.SafeMediaURL(u)
	if !ok {
		return ""
	}
	return resolve(base, s)
}

// resolve makes a checked address absolute, if there is a base.
func resolve(base *url.URL, s string) string {
	if base == nil || hasScheme(s) {
		return s
	}
	// The usual case, without parsing: a path from the root that needs no
	// cleaning.
	if len(s) > 1 && s[0] == '/' && s[1] != '/' && base.User == nil && !strings.Contains(s, "/.") {
		return base.Scheme + "://" + base.Host + s
	}
	r, err := url.Parse(s)
	if err != nil {
		return ""
	}
	return base.ResolveReference(r).String()
}

// fromRoot returns a checked address for a page of the site: a relative path is
// resolved against the address of the site, wherever the page is, and written
// from the root, so that the page can be served from another host.
func fromRoot(base *url.URL, s string) string {
	if base == nil || s == "" || s[0] == '/' || s[0] == '#' || hasScheme(s) {
		return s
	}
	s = resolve(base, s)
	if i := strings.Index(s, "://"); i >= 0 {
		rest := s[i+3:]
		if i = strings.IndexByte(rest, '/'); i >= 0 && !strings.HasPrefix(rest[i:], "//") { // which would be a host
			return rest[i:]
		}
	}
	return s
}

// hasScheme reports whether a checked address is absolute.
func hasScheme(s string) bool {
	for i := range len(s) {
		switch c := s[i]; {
		case c == ':':
			return i > 0
		case c == '/' || c == '?' || c == '#':
			return false
		}
	}
	return false
}

// isHTTP reports whether an address is an absolute one of the web.
func isHTTP(s string) bool {
	return strings.HasPrefix(s, "https://") || strings.HasPrefix(s, "http://")
}

// baseOf parses the address of a site, or returns nil if it is not absolute.
func baseOf(site string) *url.URL {
	s, ok := article.SafeMediaURL(site)
	if !ok || !isHTTP(s) {
		return nil
	}
	u, err := url.Parse(s)
	if err != nil || u.Host == "" {
		return nil
	}
	if !strings.HasSuffix(u.Path, "/") {
		u = u.JoinPath("/") // a site is a folder
	}
	u.RawQuery, u.Fragment, u.RawFragment = "", "", ""
	return u
}

// appendPercent appends s for a place inside a query.
func appendPercent(dst []byte, s string) []byte {
	n := len(dst)
	dst = slices.Grow(dst, 3*len(s))
	dst = dst[:cap(dst)]
	for i := range len(s) {
		if c := s[i]; isUnreserved(c) {
			dst[n] = c
			n++
		} else {
			dst[n], dst[n+1], dst[n+2] = '%', upperHex[c>>4], upperHex[c&15]
			n += 3
		}
	}
	return dst[:n]
}

// isUnreserved reports whether a byte stands for itself wherever it is in an
// address (RFC 3986).
func isUnreserved(c byte) bool {
	return 'a' <= c|0x20 && c|0x20 <= 'z' || '0' <= c && c <= '9' || c == '-' || c == '_' || c == '.' || c == '~'
}

const upperHex = "0123456789ABCDEF"

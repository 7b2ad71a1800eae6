package article

import (
	"net/netip"
	"net/url"
	"strings"
	"unicode/utf8"

	"golang.org/x/net/idna"
)

// MaxURL is the length in bytes of the longest address that [SafeURL] accepts
// and gives.
const MaxURL = 4 << 10

// SafeURL returns u in the form in which the library writes a link, and whether
// it may be written at all. It is the library's only test of addresses: every
// printer calls it for every address, even in an article built by hand.
//
// A safe address is an RFC 3986 reference: an absolute one with the scheme http,
// https, mailto or tel, or a relative one such as "/tin/a.html", "//host/a" or
// "#muc-1". Not safe are the empty address, one of more than [MaxURL] bytes, any
// other scheme, a control character, a backslash, a user name or password, and a
// host that is empty or no host name.
//
// In the result there is no tab, newline or outer white space, scheme and host
// are in lower case, a host name with letters beyond ASCII is in Punycode
// (UTS #46, as in browsers), and what RFC 3986 does not allow in the rest, such
// as spaces, quotes, invisible characters and every letter beyond ASCII, is
// percent-encoded. A relative path whose beginning could be taken for a scheme
// has "./" put before it. SafeURL of the result is the result.
//
// SafeURL does not escape: a caller that writes the result into HTML or XML must.
func SafeURL(u string) (safe string, ok bool) { return safeURL(u, true) }

// SafeMediaURL is [SafeURL] for the addresses of pictures, pages and other
// things to be fetched, where mailto and tel make no sense and are not safe.
func SafeMediaURL(u string) (safe string, ok bool) { return safeURL(u, false) }

// FileName returns what a [File] without a title, or a link without words, is
// called: the last part of the path of its address, percent-decoded, or else the
// address. It is text, not markup, and may be any: the address need not be safe.
func FileName(u string) string {
	u, _, _ = strings.Cut(u, "#")
	u, _, _ = strings.Cut(u, "?")
	name := strings.TrimRight(u, "/")
	name = name[strings.LastIndexByte(name, '/')+1:]
	if s, err := url.PathUnescape(name); err == nil {
		name = s
	}
	if name == "" {
		return u
	}
	return name
}

func safeURL(u string, link bool) (string, bool) {
	if isPlain(u) {
		return u, true
	}
	return anyURL(u, link)
}

// isPlain reports whether u is one of the addresses that are safe as they are, and
// that most are: with a host in lower case and no port, or a path from the root,
// and nothing to be encoded.
func isPlain(u string) bool {
	tail, found := strings.CutPrefix(u, "https://")
	if !found {
		tail, found = strings.CutPrefix(u, "http://")
	}
	if found {
		n := 0
		for n < len(tail) && ('a' <= tail[n] && tail[n] <= 'z' || '0' <= tail[n] && tail[n] <= '9' || n > 0 && (tail[n] == '.' || tail[n] == '-')) {
			n++
		}
		if n == 0 || n > 253 || n < len(tail) && tail[n] != '/' && tail[n] != '?' {
			return false
		}
		tail = tail[n:]
	} else if u == "" || u[0] != '/' || strings.HasPrefix(u, "//") {
		return false
	}
	for i := range len(tail) {
		if !urlByte[tail[i]] {
			return false
		}
	}
	return len(u) <= MaxURL
}

// anyURL is safeURL for the addresses that are not plain.
func anyURL(u string, link bool) (string, bool) {
	u = strings.TrimFunc(u, atEdge)
	if strings.ContainsAny(u, "\t\n\r") {
		u = newlines.Replace(u)
	}
	for _, r := range u {
		if r < ' ' || 0x7f <= r && r < 0xa0 || r == '\\' {
			return "", false
		}
	}
	if u == "" || len(u) > MaxURL {
		return "", false
	}

	safe, ok := "", false
	switch scheme, rest := cutScheme(u); {
	case scheme == "http" || scheme == "https":
		if safe, ok = safeAuthority(rest); !ok {
			return "", false
		}
		safe = join(u, scheme, ":", safe)
	case (scheme == "mailto" || scheme == "tel") && link:
		if scheme == "tel" {
			rest = strings.ReplaceAll(rest, " ", "") // RFC 3966 has none
		}
		if rest == "" || rest[0] == '#' || rest[0] == '?' && scheme == "tel" {
			return "", false // RFC 6068 allows "mailto:?subject=…", to nobody yet
		}
		safe = join(u, scheme, ":", escapeURL(rest))
	case scheme != "":
		return "", false
	case strings.HasPrefix(u, "//"):
		if safe, ok = safeAuthority(u); !ok {
			return "", false
		}
	default:
		safe = escapeURL(u)
		// RFC 3986, section 4.2: no colon in the first segment. Nor an
		// ampersand, which Markdown would read as that of "&colon;".
		if first := safe[:end(safe, "/?#")]; strings.ContainsAny(first, ":&") {
			safe = "./" + safe
		}
	}
	if len(safe) > MaxURL {
		return "", false
	}
	return safe, true
}

var newlines = strings.NewReplacer("\t", "", "\n", "", "\r", "")

// atEdge reports whether r is to be cut off at both ends of an address: white
// space, and what comes along unseen when an address is copied from a page.
func atEdge(r rune) bool {
	switch r {
	case ' ', '\t', '\n', '\r', '\f', '\u00a0', '\u200b', '\u2060', '\ufeff':
		return true
	}
	return false
}

// cutScheme cuts u after its scheme, which it gives in lower case and without the
// colon. It is empty if u has none.
func cutScheme(u string) (scheme, rest string) {
	for i := range len(u) {
		switch c := u[i]; {
		case 'a' <= c|0x20 && c|0x20 <= 'z':
		case i > 0 && ('0' <= c && c <= '9' || c == '+' || c == '-' || c == '.'):
		case i > 0 && c == ':':
			return strings.ToLower(u[:i]), u[i+1:]
		default:
			return "", u
		}
	}
	return "", u
}

// safeAuthority checks and escapes s, which is "//", an authority and what
// follows it.
func safeAuthority(s string) (string, bool) {
	auth, found := strings.CutPrefix(s, "//")
	if !found {
		return "", false
	}
	n := end(auth, "/?#")
	auth, tail := auth[:n], auth[n:]
	host, port := auth, ""
	if i := strings.LastIndexByte(auth, ':'); i >= 0 && !strings.HasSuffix(auth, "]") {
		host, port = auth[:i], auth[i:]
		if len(port) > 6 || strings.Trim(port[1:], "0123456789") != "" {
			return "", false
		}
		if port == ":" {
			port = ""
		}
	}
	host, ok := safeHost(host)
	if !ok {
		return "", false
	}
	return join(s, "//", host, port, escapeURL(tail)), true
}

// hostProfile maps host names as browsers do (URL Standard, "domain to ASCII",
// not strict).
var hostProfile = idna.New(idna.MapForLookup(), idna.Transitional(false), idna.StrictDomainName(false),
	idna.CheckHyphens(false), idna.CheckJoiners(true), idna.BidiRule())

func safeHost(h string) (string, bool) {
	if ip, found := strings.CutPrefix(h, "["); found {
		ip, found = strings.CutSuffix(ip, "]")
		addr, err := netip.ParseAddr(ip)
		if !found || err != nil || !addr.Is6() || addr.Zone() != "" {
			return "", false
		}
		return strings.ToLower(h), true
	}
	if !isASCII(h) {
		a, err := hostProfile.ToASCII(h)
		if err != nil {
			return "", false
		}
		h = a
	}
	h = strings.ToLower(h)
	named := false
	for i := range len(h) {
		switch c := h[i]; {
		case 'a' <= c && c <= 'z', '0' <= c && c <= '9':
			named = true
		case c == '-', c == '.', c == '_':
		default:
			return "", false
		}
	}
	return h, named && len(h) <= 253
}

// escapeURL percent-encodes what may not stand in the path, the query or the
// fragment of an address, and leaves what is encoded already.
func escapeURL(s string) string {
	fragment := false
	var b []byte
	done := 0 // s[:done] is in b
	for i := range len(s) {
		c := s[i]
		switch {
		case urlByte[c]:
			continue
		case c == '#' && !fragment:
			fragment = true
			continue
		case c == '%' && i+2 < len(s) && isHex(s[i+1]) && isHex(s[i+2]):
			continue
		}
		b = append(b, s[done:i]...)
		b = append(b, '%', upperHex[c>>4], upperHex[c&15])
		done = i + 1
	}
	if done == 0 {
		return s
	}
	return string(append(b, s[done:]...))
}

const upperHex = "0123456789ABCDEF"

// urlByte holds the bytes that stand for themselves: unreserved, sub-delims, and
// ":@/?" (RFC 3986, sections 3.3 to 3.5).
var urlByte = func() (t [256]bool) {
	for c := range t {
		t[c] = 'a' <= c && c <= 'z' || 'A' <= c && c <= 'Z' || '0' <= c && c <= '9' ||
			c < utf8.RuneSelf && strings.ContainsRune("-._~!$&'()*+,;=:@/?", rune(c))
	}
	return t
}()

func isHex(c byte) bool {
	return '0' <= c && c <= '9' || 'a' <= c|0x20 && c|0x20 <= 'f'
}

func isASCII(s string) bool {
	for i := range len(s) {
		if s[i] >= utf8.RuneSelf {
			return false
		}
	}
	return true
}

// end returns the index of the first of chars in s, or the length of s.
func end(s, chars string) int {
	if i := strings.IndexAny(s, chars); i >= 0 {
		return i
	}
	return len(s)
}

// join returns the parts as one string, which is s itself if they are equal.
func join(s string, parts ...string) string {
	rest, same := s, true
	for _, p := range parts {
		if rest, same = strings.CutPrefix(rest, p); !same {
			return strings.Join(parts, "")
		}
	}
	if rest != "" {
		return strings.Join(parts, "")
	}
	return s
}

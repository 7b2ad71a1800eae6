package render

import (
	"bytes"
	"crypto/sha256"
	"encoding/base64"
	"encoding/hex"
	"io"
	"net/http"
	"slices"
	"strings"
	"time"

	"golang.org/x/net/html"
)

// A Response is what a server sends for one address, made once and served often.
// It answers GET and HEAD, and conditional requests with 304. It is immutable and
// safe for concurrent use; make one with [NewResponse] or [Page.Response]. The
// zero Response is an empty one without a media type.
type Response struct {
	body     []byte
	typ      string
	etag     string
	modified time.Time
	csp      string
	link     string // Link header
}

// NewResponse returns a response of body, which must not be changed afterwards,
// with its media type. Modified is when it last changed; zero means unknown. Its
// ETag is a hash of the body. An HTML body gets the Content-Security-Policy that
// [CSP] makes of it.
func NewResponse(body []byte, mediaType string, modified time.Time) *Response {
	sum := sha256.Sum256(body)
	r := &Response{body: body, typ: mediaType, etag: `"` + hex.EncodeToString(sum[:16]) + `"`}
	if !modified.IsZero() {
		r.modified = modified.UTC().Truncate(time.Second)
	}
	if strings.HasPrefix(mediaType, "text/html") {
		r.csp = CSP(body)
	}
	return r
}

// Response returns the page as a response that last changed when its document or
// one of the articles it lists did. A change of the Layout changes its ETag
// alone. Its header asks for the leading picture.
func (p *Page) Response() *Response {
	d := p.document()
	modified := d.Modified()
	if !modified.IsZero() {
		for _, t := range p.Related {
			if t.Published.After(modified) {
				modified = t.Published
			}
		}
	}
	r := NewResponse(p.append(nil), "text/html; charset=utf-8", modified)
	// Addresses hold no ">" and quotes, but what is left of an article must
	// not make a header of its own.
	if src, srcset, sizes := d.leading(); src != "" && !strings.ContainsAny(src+srcset+sizes, "<>\"\r\n") {
		r.link = "<" + src + ">; rel=preload; as=image; fetchpriority=high"
		if srcset != "" {
			r.link += `; imagesrcset="` + srcset + `"; imagesizes="` + sizes + `"`
		}
		if len(r.link) > maxSources { // the element asks for it all the same
			r.link = ""
		}
	}
	return r
}

// Body returns the bytes that are sent. They must not be changed.
func (r *Response) Body() []byte { return r.body }

// ETag returns the entity tag, with its quotes.
func (r *Response) ETag() string { return r.etag }

// ServeHTTP implements [http.Handler]. It keeps a Content-Security-Policy and a
// Referrer-Policy that the caller has set on w.
func (r *Response) ServeHTTP(w http.ResponseWriter, req *http.Request) {
	h := w.Header()
	if req.Method != http.MethodGet && req.Method != http.MethodHead {
		h.Set("Allow", "GET, HEAD")
		http.Error(w, http.StatusText(http.StatusMethodNotAllowed), http.StatusMethodNotAllowed)
		return
	}
	if r.typ != "" {
		h.Set("Content-Type", r.typ)
	}
	h.Set("X-Content-Type-Options", "nosniff")
	if r.etag != "" {
		h.Set("ETag", r.etag)
	}
	if r.link != "" {
		h.Add("Link", r.link)
	}
	if r.csp != "" && h.Get("Content-Security-Policy") == "" {
		h.Set("Content-Security-Policy", r.csp)
	}
	if r.csp != "" && h.Get("Referrer-Policy") == "" {
		h.Set("Referrer-Policy", "strict-origin-when-cross-origin")
	}
	// ServeContent knows conditional requests and ranges.
	http.ServeContent(w, req, "", r.modified, bytes.NewReader(r.body))
}

// CSP returns the Content-Security-Policy of an HTML page, made of its own
// bytes: nothing is allowed but the inline styles and scripts that the page
// holds, by their hashes, fonts of its own site, pictures of its own site and in
// data: addresses, and the origins of the frames, styles, scripts, pictures and
// recordings that the page names, those that wait for the reader to open them
// among them. Forms lead to the site itself, no other site may frame the page,
// and there is no connect-src: a script that sends something needs one appended.
func CSP(page []byte) string {
	var c cspReader
	z := html.NewTokenizer(bytes.NewReader(page))
	inside := ""
	var content []byte
	for {
		switch z.Next() {
		case html.ErrorToken:
			return c.policy()
		case html.StartTagToken, html.SelfClosingTagToken:
			name, more := z.TagName()
			n := string(name)
			attrs := map[string]string{}
			for more {
				var k, v []byte
				k, v, more = z.TagAttr()
				attrs[string(k)] = string(v)
			}
			if c.element(n, attrs) {
				inside = n
			}
		case html.TextToken:
			if inside != "" {
				content = append(content, z.Raw()...)
			}
		case html.EndTagToken:
			if inside != "" {
				c.inline(inside, content)
				inside, content = "", nil
			}
		}
	}
}

// A cspReader collects the source expressions of a page, each once.
type cspReader struct {
	styles, scripts, frames, images, recordings []string
}

// maxSources is how many bytes of hosts of pictures, or of recordings, a policy names,
// and how long a Link header is; a page with longer headers would be refused by
// servers.
const maxSources = 2 << 10

func (c *cspReader) policy() string {
	policy := []string{"default-src 'none'", "font-src 'self'", "base-uri 'none'", "form-action 'self'", "frame-ancestors 'self'"}
	images := append([]string{"'self'", "data:"}, c.images...)
	if size(c.images) > maxSources {
		images = []string{"*", "data:"}
	}
	if size(c.recordings) > maxSources {
		c.recordings = []string{"*"}
	}
	for _, d := range [...]struct {
		name string
		list []string
	}{{"img-src", images}, {"media-src", c.recordings}, {"style-src", c.styles}, {"script-src", c.scripts}, {"frame-src", c.frames}} {
		if len(d.list) > 0 {
			policy = append(policy, d.name+" "+strings.Join(d.list, " "))
		}
	}
	return strings.Join(policy, "; ")
}

// add adds a source to a list.
func (c *cspReader) add(list *[]string, s string) {
	if s != "" && !slices.Contains(*list, s) {
		*list = append(*list, s)
	}
}

// host adds an origin to a list of those that are named while they are few.
func (c *cspReader) host(list *[]string, o string) {
	if size(*list) <= maxSources {
		c.add(list, o)
	}
}

// size returns the length of a list of sources.
func size(list []string) int {
	n := 0
	for _, s := range list {
		n += len(s) + 1
	}
	return n
}

// image adds the origin of a picture.
func (c *cspReader) image(u string) {
	if o := origin(u); o != "'self'" { // which stands there already
		c.host(&c.images, o)
	}
}

// candidates adds the origins of a srcset.
func (c *cspReader) candidates(srcset string) {
	for _, f := range strings.Fields(srcset) {
		if f = strings.Trim(f, ","); strings.Contains(f, "//") {
			c.image(f)
		}
	}
}

// element notes what an element loads, and reports whether its content is a style
// or a script that runs.
func (c *cspReader) element(n string, attrs map[string]string) bool {
	c.candidates(attrs["srcset"])
	switch n {
	case "style":
		return true
	case "script":
		if t := attrs["type"]; t == "" || t == "module" || strings.Contains(t, "javascript") {
			src, ok := attrs["src"]
			c.add(&c.scripts, origin(src))
			return !ok
		}
	case "iframe":
		c.add(&c.frames, origin(attrs["src"]))
	case "img":
		c.image(attrs["src"])
	case "video", "audio", "source", "track":
		c.host(&c.recordings, origin(attrs["src"]))
		c.image(attrs["poster"])
	case "link":
		rel, href := strings.ToLower(attrs["rel"]), attrs["href"]
		if hasWord(rel, "stylesheet") {
			c.add(&c.styles, origin(href))
		}
		if hasWord(rel, "stylesheet") || hasWord(rel, "icon") || attrs["as"] == "image" {
			c.image(href)
		}
		c.candidates(attrs["imagesrcset"])
	}
	return false
}

// inline adds the hash of a style or a script, and the origins of the pictures of
// a style.
func (c *cspReader) inline(n string, content []byte) {
	// Browsers have one kind of line end before they hash.
	content = bytes.ReplaceAll(bytes.ReplaceAll(content, []byte("\r\n"), []byte("\n")), []byte("\r"), []byte("\n"))
	sum := sha256.Sum256(content)
	s := "'sha256-" + base64.StdEncoding.EncodeToString(sum[:]) + "'"
	if n == "script" {
		c.add(&c.scripts, s)
		return
	}
	c.add(&c.styles, s)
	for _, part := range strings.Split(string(content), "url(")[1:] {
		u, _, _ := strings.Cut(part, ")")
		c.image(strings.Trim(u, ` '"`))
	}
}

// origin returns the source expression of an address: 'self' for a relative one.
func origin(u string) string {
	if u == "" || hasScheme(u) && !isHTTP(u) {
		return ""
	}
	host := hostOf(u)
	switch {
	case host == "":
		return "'self'"
	case strings.ContainsAny(host, " ;,'\"\n\r\t*"):
		return ""
	}
	if strings.HasPrefix(u, "//") {
		return host
	}
	scheme, _, _ := strings.Cut(u, "//")
	return scheme + "//" + host
}

// CSP returns the Content-Security-Policy of the page; see [CSP].
func (p *Page) CSP() string { return CSP(p.append(nil)) }

// CSP returns the Content-Security-Policy of the page; see [CSP].
func (l *Listing) CSP() string { return CSP(l.append(nil)) }

var (
	_ io.WriterTo  = (*Page)(nil)
	_ io.WriterTo  = (*Listing)(nil)
	_ http.Handler = (*Response)(nil)
)

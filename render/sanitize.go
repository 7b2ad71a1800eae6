package render

import (
	"fmt"
	"net/url"
	"regexp"
	"strings"
	"sync"

	"github.com/microcosm-cc/bluemonday"

	"github.com/toasoan/toasoan/article"
)

// This is the only file that uses bluemonday. The way of a RawHTML block is
//
//	rebuild → policy → rebuild
//
// The first pass gives the policy balanced markup without the elements at
// which it is known to lose text; the policy decides what a site allows; the
// second pass makes sure of what must hold whatever the policy: balance, checked
// addresses, prefixed ids, known elements only.

// A Policy says which markup is let through. It is bluemonday's, so that a
// site's own policy can be used.
type Policy = bluemonday.Policy

// NewsPolicy returns a policy that allows what news bodies need: text, links,
// pictures with srcset, figures, tables, audio and video with tracks, ruby,
// details, frames of the providers that articles can embed. It allows no
// script, style, class, form or event handler.
//
// The result may be extended, and is then given to a [Renderer]. It must not be
// changed after that.
func NewsPolicy() *Policy {
	p := bluemonday.NewPolicy()
	p.RequireParseableURLs(true)
	p.AllowRelativeURLs(true)
	p.AllowURLSchemes("http", "https", "mailto", "tel")
	for name, e := range elements {
		if e.kind == dropped || e.as != "" {
			continue
		}
		p.AllowElements(name)
		p.AllowNoAttrs().OnElements(name)
		for _, a := range strings.Fields(e.attrs) {
			p.AllowAttrs(a).OnElements(name)
		}
	}
	p.AllowNoAttrs().OnElements("iframe")
	p.AllowAttrs("src", "title", "width", "height").OnElements("iframe")
	p.AllowAttrs(strings.Fields(globalAttrs)...).Globally()
	p.AllowAttrs("class").Matching(codeClass).OnElements("code")
	return p
}

// newsPolicy is the policy of Renderers that have none of their own. It is
// never changed, so it may be shared.
var newsPolicy = sync.OnceValue(NewsPolicy)

var codeClass = regexp.MustCompile(`^language-[0-9a-z+#-]{1,32}$`)

// maxRaw is the size of a RawHTML block that is accepted, in bytes.
const maxRaw = 2 << 20

// rawMarkup is a RawHTML block: where it is, and its markup after the policy.
type rawMarkup struct{ path, filtered string }

// sanitizeAll is the first pass and the policy for all RawHTML blocks of an
// article.
func (p *htmlPrinter) sanitizeAll(a *article.Article) error {
	raw := false
	find := func(b article.Block) bool {
		_, ok := b.(*article.RawHTML)
		raw = raw || ok
		return !raw
	}
	each(a.Body, find)
	if a.Live != nil {
		for i := range a.Live.Updates {
			each(a.Live.Updates[i].Body, find)
		}
	}
	if !raw { // the usual case, without the paths
		return nil
	}
	for path, b := range a.Blocks() {
		raw, ok := b.(*article.RawHTML)
		if !ok {
			continue
		}
		s, err := p.filter(raw.HTML)
		if err != nil {
			return fmt.Errorf("render: %s: %w", path, err)
		}
		if p.raw == nil {
			p.raw = make(map[*article.RawHTML]rawMarkup)
		}
		p.raw[raw] = rawMarkup{path, s}
	}
	return nil
}

// filter is the first pass and the policy.
func (p *htmlPrinter) filter(markup string) (string, error) {
	limit := maxRaw
	if l := p.r.Limits; l != nil && l.Bytes > 0 {
		limit = int(l.Bytes)
	}
	if len(markup) > limit {
		return "", article.ErrTooLarge
	}
	first := builder{lim: p.r.Limits.WithDefaults(), nodes: new(int)}
	if err := first.build(strings.ToValidUTF8(markup, "\ufffd")); err != nil {
		return "", err
	}
	policy := p.r.Policy
	if policy == nil {
		policy = newsPolicy()
	}
	return policy.Sanitize(string(first.out)), nil
}

// sanitized prints markup that has passed filter: the second pass. It can fail
// if the policy makes more of less.
func (p *htmlPrinter) sanitized(markup string) error {
	b := builder{p: p, lim: p.r.Limits.WithDefaults(), nodes: new(int), out: p.out}
	n := len(p.out)
	if err := b.build(markup); err != nil {
		p.out = p.out[:n]
		return err
	}
	p.out = b.out
	if len(p.out) > n && p.out[len(p.out)-1] != '\n' {
		p.str("\n")
	}
	return nil
}

// frameEmbed returns the embed that a frame's address shows, by exact host and
// an id that is one of the provider's.
func frameEmbed(src string) (*article.Embed, bool) {
	s, ok := article.SafeMediaURL(src)
	if !ok {
		return nil, false
	}
	if strings.HasPrefix(s, "//") {
		s = "https:" + s
	}
	u, err := url.Parse(s)
	if err != nil {
		return nil, false
	}
	var provider article.Provider
	id := ""
	switch u.Host {
	case "www.youtube.com", "youtube.com", "www.youtube-nocookie.com", "youtube-nocookie.com":
		provider = article.ProviderYouTube
		id, ok = strings.CutPrefix(u.Path, "/embed/")
	case "player.vimeo.com":
		provider = article.ProviderVimeo
		id, ok = strings.CutPrefix(u.Path, "/video/")
	case "www.tiktok.com":
		provider = article.ProviderTikTok
		if id, ok = strings.CutPrefix(u.Path, "/embed/v2/"); !ok {
			id, ok = strings.CutPrefix(u.Path, "/embed/")
		}
	case "open.spotify.com":
		provider = article.ProviderSpotify
		id, ok = strings.CutPrefix(u.Path, "/embed/")
	case "www.google.com":
		provider = article.ProviderGoogleMaps
		id = u.Query().Get("pb")
		ok = u.Path == "/maps/embed"
		id = strings.ReplaceAll(url.QueryEscape(id), "+", "%20")
	default:
		return nil, false
	}
	id = strings.TrimSuffix(id, "/")
	v := providers[provider]
	if !ok || !v.validID(id) {
		return nil, false
	}
	return &article.Embed{Provider: provider, ID: id}, true
}

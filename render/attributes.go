package render

import (
	"cmp"
	"slices"
	"strconv"
	"strings"

	"golang.org/x/net/html"

	"github.com/toasoan/toasoan/article"
)

// attributes writes the attributes of an element that are allowed, each
// checked. It reports false if the element makes no sense without one it lacks.
func (b *builder) attributes(n, allowed string, attrs []html.Attribute) bool {
	var src, alt, href, preload bool
	seen, name := "", ""
	if elements[n].kind == inlined {
		// Parsers may sort those of formatting elements.
		slices.SortStableFunc(attrs, func(a, b html.Attribute) int { return cmp.Compare(a.Key, b.Key) })
	}
	for _, a := range attrs {
		k := strings.ToLower(a.Key)
		if k == "xml:lang" {
			k = "lang"
		}
		if !hasWord(globalAttrs, k) && !hasWord(allowed, k) || hasWord(seen, k) {
			continue
		}
		seen += " " + k
		v, ok := b.value(n, k, a.Val)
		if !ok {
			continue
		}
		switch k {
		case "name": // of an anchor: an id by its old name
			if hasWord(seen, "id") || n != "a" {
				continue
			}
			name = v
			continue
		case "id":
			name = v
			continue
		case "src":
			src = true
		case "srcset":
			src = src || n == "source"
		case "alt":
			alt = true
		case "href":
			href = true
		case "preload":
			preload = true
		case "controls":
			continue
		case "open", "default", "loop", "muted", "playsinline", "reversed":
			b.out = append(b.out, ' ')
			b.out = append(b.out, k...)
			continue
		}
		b.out = appendAttr(b.out, k, v)
	}
	if name != "" {
		b.out = appendAttr(b.out, "id", name)
	}
	switch n {
	case "a":
		return href || hasWord(seen, "id")
	case "img":
		if !src {
			return false
		}
		if !alt {
			b.out = appendAttr(b.out, "alt", "")
		}
		if b.p != nil && !b.p.plain {
			b.out = append(b.out, ` loading="lazy" decoding="async"`...)
		}
	case "source", "track":
		return src
	case "video", "audio":
		b.out = append(b.out, ` controls`...)
		if !preload {
			b.out = appendAttr(b.out, "preload", "none")
		}
	}
	return true
}

// hasWord reports whether one of the words of list, which spaces separate, is w.
func hasWord(list, w string) bool {
	for len(list) > 0 {
		var f string
		f, list, _ = strings.Cut(list, " ")
		if f == w && w != "" {
			return true
		}
	}
	return false
}

// value returns what is written for an attribute, and whether it is.
func (b *builder) value(n, k, v string) (string, bool) {
	switch k {
	case "href":
		if b.p != nil {
			v = b.p.href(v)
			return v, v != ""
		}
		return article.SafeURL(v)
	case "src", "poster", "cite":
		if b.p != nil {
			v = b.p.media(v)
			return v, v != "" && !(k == "poster" && b.p.remote(v))
		}
		return article.SafeMediaURL(v)
	case "srcset":
		v = b.srcset(v)
		return v, v != ""
	case "id", "name":
		v = idToken(strings.TrimSpace(v))
		if v == "" || b.p == nil {
			return v, v != ""
		}
		return b.p.id(v), !b.p.plain
	case "headers", "aria-labelledby", "aria-describedby":
		ids := strings.Fields(v)
		if b.p != nil {
			for i := range ids {
				ids[i] = b.p.r.idPrefix() + ids[i]
			}
		}
		return strings.Join(ids, " "), len(ids) > 0 && (b.p == nil || !b.p.plain)
	case "lang", "hreflang", "srclang":
		return v, isTag(v)
	case "dir":
		v = strings.ToLower(v)
		return v, v == "ltr" || v == "rtl" || v == "auto"
	case "role":
		v = strings.ToLower(v)
		return v, hasWord("group img list listitem none note presentation", v)
	case "aria-hidden":
		return v, v == "true" || v == "false"
	case "width", "height":
		i := number(v)
		return strconv.Itoa(i), i > 0
	case "colspan", "rowspan", "span":
		i, err := strconv.Atoi(strings.TrimSpace(v))
		return strconv.Itoa(i), err == nil && i > 1 && i <= maxSpan
	case "start", "value":
		if n == "data" {
			return v, true
		}
		i, err := strconv.Atoi(strings.TrimSpace(v))
		return strconv.Itoa(i), err == nil
	case "type":
		if n == "ol" {
			return v, hasWord("1 a A i I", v)
		}
		return v, true
	case "scope":
		v = strings.ToLower(v)
		return v, hasWord("row col rowgroup colgroup", v)
	case "kind":
		v = strings.ToLower(v)
		return v, hasWord("captions subtitles descriptions chapters", v)
	case "preload":
		v = strings.ToLower(v)
		return v, v == "none" || v == "metadata" && (b.p == nil || b.p.r.RemoteImages == RemoteShown)
	case "rel":
		v = linkRel(strings.Fields(strings.ToLower(v)))
		return v, v != ""
	case "class":
		return v, codeClass.MatchString(v)
	case "default": // of a track, which browsers load at once
		return "", b.p == nil || b.p.r.RemoteImages == RemoteShown
	case "open", "loop", "muted", "playsinline", "controls", "reversed":
		return "", true
	}
	return v, true // alt, title, aria-label, sizes, media, datetime, label: any text
}

// maxCandidates is how many candidates a srcset may have.
const maxCandidates = 64

// srcset returns the candidates of a srcset whose addresses and descriptors are
// sound.
func (b *builder) srcset(v string) string {
	var out []string
	for v != "" && len(out) < maxCandidates {
		v = strings.TrimLeft(v, " \t\n\f\r,")
		end := strings.IndexAny(v, " \t\n\f\r")
		if end < 0 {
			end = len(v)
		}
		u := v[:end]
		v = v[end:]
		desc := ""
		if t := strings.TrimRight(u, ","); t != u {
			u = t
		} else {
			desc, v, _ = strings.Cut(v, ",")
			desc = strings.TrimSpace(desc)
		}
		if u == "" || !isDescriptor(desc) {
			continue
		}
		if b.p != nil {
			if u = b.p.media(u); b.p.remote(u) {
				u = ""
			}
		} else if s, ok := article.SafeMediaURL(u); ok {
			u = s
		} else {
			u = ""
		}
		if u == "" {
			continue
		}
		out = append(out, strings.TrimSpace(srcsetURL(u)+" "+desc))
	}
	return strings.Join(out, ", ")
}

// isDescriptor reports whether s is a width or density of a srcset candidate, or
// empty.
func isDescriptor(s string) bool {
	if s == "" {
		return true
	}
	unit := s[len(s)-1]
	f, err := strconv.ParseFloat(s[:len(s)-1], 64)
	return err == nil && f > 0 && f < 1e5 && (unit == 'x' || unit == 'w' && f == float64(int(f)))
}

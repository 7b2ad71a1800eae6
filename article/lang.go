package article

import "strings"

// canonicalLang returns the language tag in the case of RFC 5646, section 2.1.1:
// "zh-Hant-TW". An underscore becomes a hyphen.
func canonicalLang(tag string) string {
	if isTwoLetters(tag) {
		return tag
	}
	tag = strings.TrimFunc(tag, atEdge)
	if !isASCII(tag) {
		return tag
	}
	parts := strings.Split(strings.ToLower(strings.ReplaceAll(tag, "_", "-")), "-")
	for i := 1; i < len(parts) && len(parts[i-1]) > 1; i++ {
		switch p := parts[i]; len(p) {
		case 2:
			parts[i] = strings.ToUpper(p)
		case 4:
			parts[i] = strings.ToUpper(p[:1]) + p[1:]
		}
	}
	return strings.Join(parts, "-")
}

// isLang reports whether tag is well-formed by RFC 5646, section 2.1, apart from
// the few irregular tags that were registered before it.
func isLang(tag string) bool {
	if isTwoLetters(tag) {
		return true
	}
	parts := strings.Split(strings.ToLower(tag), "-")
	next := func(ok func(string) bool) bool {
		if len(parts) > 0 && ok(parts[0]) {
			parts = parts[1:]
			return true
		}
		return false
	}
	alnum := func(p string, from, to int) bool {
		return len(p) >= from && len(p) <= to && strings.Trim(p, "abcdefghijklmnopqrstuvwxyz0123456789") == ""
	}
	alpha := func(p string, from, to int) bool {
		return alnum(p, from, to) && !strings.ContainsAny(p, "0123456789")
	}
	if parts[0] != "x" {
		if !next(func(p string) bool { return alpha(p, 2, 8) }) {
			return false
		}
		for range 3 { // extended language
			next(func(p string) bool { return alpha(p, 3, 3) })
		}
		next(func(p string) bool { return alpha(p, 4, 4) }) // script
		next(func(p string) bool {                          // region
			return alpha(p, 2, 2) || len(p) == 3 && strings.Trim(p, "0123456789") == ""
		})
		for next(func(p string) bool { // variants
			return alnum(p, 5, 8) || alnum(p, 4, 4) && '0' <= p[0] && p[0] <= '9'
		}) {
		}
		for next(func(p string) bool { return alnum(p, 1, 1) && p != "x" }) { // extensions
			if !next(func(p string) bool { return alnum(p, 2, 8) }) {
				return false
			}
			for next(func(p string) bool { return alnum(p, 2, 8) }) {
			}
		}
	}
	if next(func(p string) bool { return p == "x" }) { // private use
		if !next(func(p string) bool { return alnum(p, 1, 8) }) {
			return false
		}
		for next(func(p string) bool { return alnum(p, 1, 8) }) {
		}
	}
	return len(parts) == 0
}

// isTwoLetters reports whether tag is such as "vi", which nearly all are.
func isTwoLetters(tag string) bool {
	return len(tag) == 2 && 'a' <= tag[0] && tag[0] <= 'z' && 'a' <= tag[1] && tag[1] <= 'z'
}

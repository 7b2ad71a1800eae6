package a11y

import (
	"strings"

	"golang.org/x/net/html"
)

// vague are link texts that say nothing of where the link leads, in Vietnamese
// and English.
var vague = func() map[string]bool {
	m := map[string]bool{}
	for _, s := range strings.Split("đây|tại đây|ở đây|vào đây|theo đây|bấm vào đây|nhấn vào đây|click vào đây|nhấp vào đây|ấn vào đây|xem tại đây|tải tại đây|xem|xem thêm|xem tiếp|xem chi tiết|xem ngay|chi tiết|đọc tiếp|đọc thêm|tiếp|thêm|link|liên kết|đường dẫn|bài này|tải về|tải xuống|download|here|click|click here|this|this link|this page|link here|more|more info|more information|read more|learn more|see more|details|continue|continue reading|go", "|") {
		m[s] = true
	}
	return m
}()

func isVague(low string) bool { return vague[strings.Trim(low, " .…:»›>→[]()!")] }

// newWindow are words that tell of a new window or tab.
var newWindow = []string{"cửa sổ mới", "tab mới", "thẻ mới", "trang mới", "new window", "new tab"}

func (p *page) lintLinks() {
	first := map[string]*html.Node{}
	told := map[string]bool{}
	var before *html.Node
	for _, n := range p.links {
		if !isElement(n, "a") {
			continue
		}
		name, href := p.nameOf(n), strings.TrimSpace(attr(n, "href"))
		low := strings.ToLower(name)
		switch {
		case name == "":
		case isVague(low):
			p.report("link-text", n, short(name))
		case first[low] == nil:
			first[low] = n
		default:
			other := strings.TrimSpace(attr(first[low], "href"))
			if href != other && !told[low] && !trivialTarget(href) && !trivialTarget(other) {
				told[low] = true
				p.report("link-same-text", n, short(name))
			}
		}
		switch {
		case strings.HasPrefix(strings.ToLower(href), "javascript:"):
			p.report("javascript-url", n, "")
		case href == "#" || href == "":
			p.report("link-no-target", n, short(name))
		case len(href) > 1 && href[0] == '#' && !strings.EqualFold(href, "#top") && p.ids[href[1:]] == nil && !p.namedAnchor(href[1:]) && !strings.Contains(href, "%") && !strings.HasPrefix(href, "#:~:"):
			p.report("link-no-target", n, short(name))
		}
		if t := strings.ToLower(attr(n, "target")); t == "_blank" || t == "_new" {
			warned := false
			title := strings.ToLower(attr(n, "title") + " " + attr(n, "aria-label"))
			for _, w := range newWindow {
				warned = warned || strings.Contains(low, w) || strings.Contains(title, w)
			}
			if !warned {
				p.report("link-new-window", n, short(name))
			}
		}
		if before != nil && name != "" && name == p.nameOf(before) && href == strings.TrimSpace(attr(before, "href")) && adjacent(before, n) {
			p.report("link-adjacent", n, short(name))
		}
		before = n
	}
}

func trivialTarget(href string) bool {
	return href == "" || href == "#" || strings.HasPrefix(strings.ToLower(href), "javascript:")
}

// namedAnchor reports whether an old <a name> is the target.
func (p *page) namedAnchor(id string) bool {
	if p.anchors == nil {
		p.anchors = map[string]bool{}
		for d := range p.root.Descendants() {
			if isElement(d, "a") {
				p.anchors[attr(d, "name")] = true
			}
		}
	}
	return p.anchors[id]
}

// adjacent reports whether nothing but blanks and <br> stand between two
// siblings.
func adjacent(a, b *html.Node) bool {
	for c := a.NextSibling; c != nil; c = c.NextSibling {
		switch {
		case c == b:
			return true
		case c.Type == html.TextNode && strings.TrimSpace(c.Data) == "", c.Type == html.CommentNode, isElement(c, "br"):
		default:
			return false
		}
	}
	return false
}

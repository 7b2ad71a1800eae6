package a11y

import (
	"path"
	"strings"

	"golang.org/x/net/html"
)

// lintNames checks that what has to have an accessible name has one.
func (p *page) lintNames(n *html.Node, e *element, c context) {
	explicit, role := e.explicit, e.role
	if e.hiding == 0 && (explicit == "none" || n.Data == "img" && explicit == "" && emptyAlt(n)) && (p.focusable(n) || hasGlobalARIA(n)) {
		p.report("decorative-exposed", n, n.Data)
	}
	switch n.Data {
	case "img":
		p.lintImage(n, c)
	case "iframe":
		p.lintFrame(n)
	case "object":
		if p.exposed(n) && explicit == "" && mediaObject(n) && p.nameOf(n) == "" {
			p.report("object-name", n, "")
		}
	}
	if n.Data == "input" && inputType(n) == "image" && e.hiding == 0 && role == "button" && p.nameOf(n) == "" {
		p.report("image-button-name", n, "")
	}
	if n.Namespace == "svg" && (explicit == "img" || explicit == "graphics-document" || explicit == "graphics-symbol") && p.exposed(n) && p.nameOf(n) == "" {
		p.report("svg-name", n, "")
	}
	if n.Namespace == "svg" && role != "link" || e.hiding != 0 {
		return
	}
	switch role {
	case "link", "doc-backlink", "doc-biblioref", "doc-glossref", "doc-noteref":
		if p.nameOf(n) == "" {
			p.report("link-name", n, "")
		}
	case "button":
		if n.Data == "input" && inputType(n) == "image" {
			break
		}
		if p.nameOf(n) == "" {
			p.report("button-name", n, "")
		}
	case "summary":
		if (explicit == "" || explicit == "none") && p.nameOf(n) == "" {
			p.report("summary-name", n, "")
		}
	case "menuitem":
		if p.nameOf(n) == "" {
			p.report("menuitem-name", n, "")
		}
	case "img":
		if n.Data != "img" && p.nameOf(n) == "" {
			p.report("image-alt", n, "")
		}
	case "heading":
		p.headings = append(p.headings, n)
		if p.nameOf(n) == "" {
			p.report("heading-empty", n, n.Data)
		}
	case "checkbox", "combobox", "listbox", "menuitemcheckbox", "menuitemradio", "radio", "searchbox", "slider", "spinbutton", "switch", "textbox":
		p.lintField(n)
	default:
		if n.Data == "input" && inputType(n) != "hidden" && explicit == "" && inputRoles[inputType(n)] == "" {
			p.lintField(n)
		}
	}
}

func emptyAlt(n *html.Node) bool {
	alt, ok := lookup(n, "alt")
	return ok && alt == ""
}

func (p *page) lintField(n *html.Node) {
	name := p.nameOf(n)
	if name == "" {
		p.report("field-name", n, "")
		return
	}
	if isElement(n, "input", "select", "textarea") && attr(n, "aria-label") == "" && attr(n, "aria-labelledby") == "" &&
		strings.TrimSpace((&naming{p: p}).label(n)) == "" {
		p.report("input-label-title", n, short(name))
	}
}

func mediaObject(n *html.Node) bool {
	t, d := strings.ToLower(attr(n, "type")), strings.ToLower(attr(n, "data"))
	for _, k := range []string{"image/", "audio/", "video/"} {
		if strings.HasPrefix(t, k) {
			return true
		}
	}
	if i := strings.IndexAny(d, "?#"); i >= 0 {
		d = d[:i]
	}
	return t == "" && mediaExt[path.Ext(d)]
}

var mediaExt = map[string]bool{
	".png": true, ".jpg": true, ".jpeg": true, ".gif": true, ".svg": true, ".webp": true, ".avif": true, ".bmp": true,
	".mp3": true, ".mp4": true, ".m4a": true, ".ogg": true, ".ogv": true, ".wav": true, ".webm": true, ".mov": true, ".avi": true,
}

func (p *page) lintImage(n *html.Node, c context) {
	if src := attr(n, "src"); p.rendered(n) && !strings.HasPrefix(src, "data:") {
		_, w := lookup(n, "width")
		_, h := lookup(n, "height")
		if !w || !h {
			p.report("image-size", n, short(baseName(src)))
		}
	}
	if !p.exposed(n) {
		return
	}
	alt, has := lookup(n, "alt")
	role, explicit := p.role(n), p.of(n).explicit
	decorative := has && strings.TrimSpace(alt) == "" && alt == "" || explicit == "none"
	if decorative && (explicit == "" || explicit == "none") && (p.focusable(n) || hasGlobalARIA(n)) {
		if has {
			return
		}
	}
	if role == "none" || role != "img" && role != "" {
		return
	}
	name := p.nameOf(n)
	if name == "" {
		p.report("image-alt", n, short(baseName(attr(n, "src"))))
		return
	}
	if name != collapse(alt) {
		return
	}
	switch {
	case altIsFile(name, attr(n, "src")):
		p.report("image-alt-filename", n, short(name))
	case altIsGeneric(name):
		p.report("image-alt-generic", n, short(name))
	case c.figure != nil:
		for d := range c.figure.ChildNodes() {
			if isElement(d, "figcaption") && strings.EqualFold(strings.Trim(collapse(rawText(d)), ". "), strings.Trim(name, ". ")) {
				p.report("image-alt-duplicate", n, short(name))
			}
		}
	}
}

// baseName returns the last part of an address.
func baseName(u string) string {
	if i := strings.IndexAny(u, "?#"); i >= 0 {
		u = u[:i]
	}
	return path.Base(u)
}

// altIsFile reports whether an alternative text is the name of a file.
func altIsFile(alt, src string) bool {
	low := strings.ToLower(alt)
	if mediaExt[path.Ext(low)] && !strings.Contains(low, " ") || looksGenerated(low) {
		return true
	}
	base := strings.ToLower(baseName(src))
	name := strings.TrimSuffix(base, path.Ext(base))
	return (low == base || low == name) && strings.ContainsAny(low, "-_0123456789")
}

func altIsGeneric(alt string) bool { return genericAlt[strings.Trim(strings.ToLower(alt), " .:")] }

// looksGenerated reports whether a name is one that a camera or a program gave:
// one word with digits and no vowel between, such as img_2041, dsc00012 or a
// hash.
func looksGenerated(s string) bool {
	s = strings.TrimSuffix(s, path.Ext(s))
	if strings.ContainsAny(s, " \t") || len(s) < 6 {
		return false
	}
	digits := 0
	for _, r := range s {
		switch {
		case r >= '0' && r <= '9':
			digits++
		case r >= 'a' && r <= 'z' || r == '-' || r == '_':
		default:
			return false
		}
	}
	return digits*3 >= len(s)
}

var genericAlt = func() map[string]bool {
	m := map[string]bool{}
	for _, s := range strings.Split("ảnh|hình|hình ảnh|bức ảnh|ảnh minh họa|ảnh minh hoạ|hình minh họa|hình minh hoạ|image|img|photo|picture|pic|graphic|icon|logo|banner|thumbnail|illustration|no alt|alt|untitled|image description", "|") {
		m[s] = true
	}
	return m
}()

func (p *page) lintFrame(n *html.Node) {
	t, hasTab := lookup(n, "tabindex")
	negative := hasTab && strings.HasPrefix(strings.TrimSpace(t), "-") && validNumber(strings.TrimSpace(t), false)
	if negative && p.visible(n) && p.of(n).hiding&inert == 0 && frameHasControls(n) {
		p.report("iframe-tabindex", n, "")
	}
	if r := explicitRole(n); p.exposed(n) && !negative && r == "" && p.nameOf(n) == "" {
		p.report("iframe-name", n, "")
	}
}

// frameHasControls reports whether the document in srcdoc holds something that
// takes the focus. Of a document elsewhere nothing is known.
func frameHasControls(n *html.Node) bool {
	if tiny(n) {
		return false
	}
	doc := attr(n, "srcdoc")
	if doc == "" || len(doc) > 1<<16 {
		return false
	}
	root, err := html.Parse(strings.NewReader(doc))
	if err != nil {
		return false
	}
	q := &page{root: root, ids: map[string]*html.Node{}}
	q.prepare(0)
	for i := range q.elements {
		if i > 0 && q.tabbable(q.elements[i].node) {
			return true
		}
	}
	return false
}

func tiny(n *html.Node) bool {
	w, h := strings.TrimSpace(attr(n, "width")), strings.TrimSpace(attr(n, "height"))
	return (w == "0" || w == "1") && (h == "0" || h == "1")
}

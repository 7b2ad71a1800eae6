package a11y

import (
	"strings"

	"golang.org/x/net/html"
)

func firstSummary(details *html.Node) *html.Node {
	for c := details.FirstChild; c != nil; c = c.NextSibling {
		if isElement(c, "summary") {
			return c
		}
	}
	return nil
}

// explicitRole returns the first valid token of the role attribute.
func explicitRole(n *html.Node) string {
	v, ok := lookup(n, "role")
	if !ok {
		return ""
	}
	for r := range strings.FieldsSeq(strings.ToLower(v)) {
		if roles[r] {
			if r == "presentation" {
				r = "none"
			}
			if r == "image" {
				r = "img"
			}
			return r
		}
	}
	return ""
}

// findRole returns the role of n: the explicit one, unless it marks as
// presentational what has to be perceived, else the one of the element.
func (p *page) findRole(n *html.Node, e *element) string {
	if r := e.explicit; r != "" && (r != "none" || !p.focusable(n) && !hasGlobalARIA(n)) {
		return r
	}
	return p.implicitRole(n)
}

func hasGlobalARIA(n *html.Node) bool {
	for _, a := range n.Attr {
		if ariaGlobal[a.Key] {
			return true
		}
	}
	return false
}

var inputRoles = map[string]string{
	"button": "button", "submit": "button", "reset": "button", "image": "button", "checkbox": "checkbox",
	"radio": "radio", "range": "slider", "number": "spinbutton", "search": "searchbox",
	"hidden": "", "color": "", "date": "", "datetime-local": "", "file": "", "month": "", "password": "", "time": "", "week": "",
}

func inputType(n *html.Node) string { return strings.ToLower(strings.TrimSpace(attr(n, "type"))) }

func (p *page) implicitRole(n *html.Node) string {
	if n.Namespace == "svg" {
		if n.Data == "a" && (attr(n, "href") != "" || attr(n, "xlink:href") != "") {
			return "link"
		}
		return ""
	}
	switch n.Data {
	case "a", "area":
		if _, ok := lookup(n, "href"); ok {
			return "link"
		}
	case "article", "figure", "form", "main", "math", "meter", "option", "paragraph":
		return n.Data
	case "button":
		return "button"
	case "summary":
		if isElement(n.Parent, "details") && firstSummary(n.Parent) == n {
			return "summary"
		}
	case "h1", "h2", "h3", "h4", "h5", "h6":
		return "heading"
	case "img":
		if alt, ok := lookup(n, "alt"); ok && alt == "" && !hasGlobalARIA(n) && !p.focusable(n) {
			return "none"
		}
		return "img"
	case "input":
		t := inputType(n)
		r, ok := inputRoles[t]
		if !ok {
			r = "textbox"
		}
		if _, list := lookup(n, "list"); list && (r == "textbox" || r == "searchbox") {
			r = "combobox"
		}
		return r
	case "textarea":
		return "textbox"
	case "select":
		if _, ok := lookup(n, "multiple"); ok || validNumber(attr(n, "size"), false) && attr(n, "size") > "1" {
			return "listbox"
		}
		return "combobox"
	case "nav":
		return "navigation"
	case "aside":
		return "complementary"
	case "ul", "ol", "menu":
		return "list"
	case "li":
		return "listitem"
	case "table":
		return "table"
	case "tr":
		return "row"
	case "td":
		return "cell"
	case "th":
		return "columnheader"
	case "progress":
		return "progressbar"
	case "hr":
		return "separator"
	case "dialog":
		return "dialog"
	case "fieldset", "details":
		return "group"
	case "output":
		return "status"
	}
	return ""
}

// focusable reports whether n can have the focus.
func (p *page) focusable(n *html.Node) bool {
	if t, ok := lookup(n, "tabindex"); ok && validNumber(strings.TrimSpace(t), false) {
		return true
	}
	return p.control(n)
}

// control reports whether n takes the focus by itself.
func (p *page) control(n *html.Node) bool {
	if n.Namespace == "svg" {
		return n.Data == "a" && p.implicitRole(n) == "link"
	}
	switch n.Data {
	case "a", "area":
		_, ok := lookup(n, "href")
		return ok
	case "button", "select", "textarea":
		return !disabled(n)
	case "input":
		return inputType(n) != "hidden" && !disabled(n)
	case "iframe":
		return true
	case "summary":
		return p.implicitRole(n) == "summary"
	case "audio", "video":
		_, ok := lookup(n, "controls")
		return ok
	}
	e, ok := lookup(n, "contenteditable")
	return ok && e != "false"
}

func disabled(n *html.Node) bool {
	if _, ok := lookup(n, "disabled"); ok {
		return true
	}
	for e := n.Parent; e != nil; e = e.Parent {
		if isElement(e, "fieldset") {
			if _, ok := lookup(e, "disabled"); ok {
				return true
			}
		}
	}
	return false
}

// tabbable reports whether the Tab key reaches n.
func (p *page) tabbable(n *html.Node) bool {
	if !p.visible(n) || p.of(n).hiding&inert != 0 {
		return false
	}
	if t, ok := lookup(n, "tabindex"); ok && validNumber(strings.TrimSpace(t), false) {
		return !strings.HasPrefix(strings.TrimSpace(t), "-") && !(isElement(n, "button", "input", "select", "textarea") && disabled(n))
	}
	return p.control(n)
}

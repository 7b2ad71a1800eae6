package a11y

import (
	"strings"

	"golang.org/x/net/html"
)

// lintARIA checks roles and aria attributes.
func (p *page) lintARIA(n *html.Node, e *element, c context) {
	if e.has&hasARIA != 0 {
		p.lintARIAAttributes(n)
	}
	if e.has&hasRole != 0 && e.hiding == 0 {
		p.lintRole(n, e)
	}
	if e.has&hasARIA != 0 {
		p.lintControls(n, e)
	}
	hidden := c.ariaHidden
	if e.hides&ariaHidden != 0 {
		hidden = n
	}
	if (hidden != nil || c.presentation != nil && c.ariaHidden == nil) && p.tabbable(n) {
		if hidden != nil && !p.passesFocus(n) {
			p.reportIf("aria-hidden-focus", n, "<"+n.Data+">", !p.linked)
		}
		if c.presentation != nil && c.ariaHidden == nil {
			p.report("presentational-focus", n, "<"+c.presentation.Data+">")
		}
	}
	if e.has&hasOther != 0 && isElement(n, "input", "select", "textarea") {
		if v, ok := lookup(n, "autocomplete"); ok {
			p.lintAutocomplete(n, v)
		}
	}
}

func (p *page) lintARIAAttributes(n *html.Node) {
	for _, a := range n.Attr {
		if !strings.HasPrefix(a.Key, "aria-") || a.Namespace != "" {
			continue
		}
		kind, known := ariaTypes[a.Key]
		switch {
		case !known:
			p.report("aria-attribute", n, a.Key)
		case kind != "" && (n.Namespace == "" || n.Namespace == "svg") && !validARIA(a.Key, a.Val):
			p.report("aria-value", n, a.Key+`="`+short(a.Val)+`"`)
		}
	}
}

// lintRole checks a role and what it demands.
func (p *page) lintRole(n *html.Node, e *element) {
	role := e.explicit
	if role == "" {
		if v := attr(n, "role"); strings.TrimSpace(v) != "" {
			p.report("aria-role", n, short(v))
		}
		return
	}
	if role == p.implicitRole(n) {
		return
	}
	required := ariaRequired[role]
	if role == "separator" && p.focusable(n) {
		required = []string{"aria-valuenow"}
	}
	if role == "combobox" && attr(n, "aria-expanded") != "true" && attr(n, "aria-expanded") != "" {
		required = []string{"aria-expanded"}
	}
	for _, name := range required {
		if strings.TrimSpace(attr(n, name)) == "" && !nativeState(n, name) {
			p.report("aria-required", n, name)
		}
	}
}

// lintControls checks that what a role controls is in the page.
func (p *page) lintControls(n *html.Node, e *element) {
	v, ok := lookup(n, "aria-controls")
	if !ok || n.Namespace != "" || e.role != "scrollbar" && (e.role != "combobox" || attr(n, "aria-expanded") != "true") {
		return
	}
	for id := range strings.FieldsSeq(v) {
		if p.ids[id] != nil {
			return
		}
	}
	p.report("aria-controls", n, short(v))
}

// passesFocus reports whether a script of the page takes the focus on from n, as
// the ends of a dialog do.
func (p *page) passesFocus(n *html.Node) bool {
	if p.passing == nil {
		p.passing = map[string]bool{}
		for i := range p.elements {
			if d := p.elements[i].node; isElement(d, "script") {
				p.findListeners(rawScript(d))
			}
		}
	}
	return p.passing[attr(n, "id")]
}

// findListeners enters what a script calls "id" in
// getElementById("id").addEventListener("focus", …).
func (p *page) findListeners(s string) {
	for {
		before, after, ok := strings.Cut(s, ").addEventListener(")
		if !ok {
			return
		}
		if k := len(before) - 1; k > 0 && strings.IndexByte("'\"`", before[k]) >= 0 && len(after) > 7 && after[1:6] == "focus" {
			if start := strings.LastIndexByte(before[:k], before[k]); start >= 0 {
				p.passing[before[start+1:k]] = true
			}
		}
		s = after
	}
}

func rawScript(n *html.Node) string {
	if n.FirstChild != nil {
		return n.FirstChild.Data
	}
	return ""
}

// nativeState reports whether the element itself tells what the attribute would.
func nativeState(n *html.Node, name string) bool {
	switch name {
	case "aria-checked":
		t := inputType(n)
		return n.Data == "input" && (t == "checkbox" || t == "radio")
	case "aria-valuenow":
		return n.Data == "input" && inputType(n) == "range" || isElement(n, "meter", "progress")
	case "aria-level":
		return len(n.Data) == 2 && n.Data[0] == 'h' && n.Data[1] >= '1' && n.Data[1] <= '6'
	}
	return false
}

var (
	autofillContact = words(`tel tel-country-code tel-national tel-area-code tel-local tel-local-prefix tel-local-suffix tel-extension email impp`)
	autofillFields  = words(`name honorific-prefix given-name additional-name family-name honorific-suffix nickname username
new-password current-password one-time-code organization-title organization street-address address-line1 address-line2
address-line3 address-level4 address-level3 address-level2 address-level1 country country-name postal-code cc-name
cc-given-name cc-additional-name cc-family-name cc-number cc-exp cc-exp-month cc-exp-year cc-csc cc-type
transaction-currency transaction-amount language bday bday-day bday-month bday-year sex url photo`)
)

// lintAutocomplete checks the grammar of HTML's autofill detail tokens.
func (p *page) lintAutocomplete(n *html.Node, v string) {
	t := inputType(n)
	if n.Data == "input" && (t == "hidden" || t == "button" || t == "submit" || t == "reset" || t == "checkbox" || t == "radio") {
		return
	}
	tokens := strings.Fields(strings.ToLower(v))
	if len(tokens) == 0 || !p.visible(n) && !p.exposed(n) || disabled(n) || attr(n, "aria-disabled") == "true" {
		return
	}
	if len(tokens) == 1 && (tokens[0] == "on" || tokens[0] == "off") {
		return
	}
	if i, ok := lookup(n, "tabindex"); ok && strings.HasPrefix(strings.TrimSpace(i), "-") && !roles[explicitRole(n)] && explicitRole(n) != "" {
		return
	}
	ok := true
	if strings.HasPrefix(tokens[0], "section-") {
		tokens = tokens[1:]
	}
	if len(tokens) > 0 && (tokens[0] == "shipping" || tokens[0] == "billing") {
		tokens = tokens[1:]
	}
	if len(tokens) > 0 && tokens[len(tokens)-1] == "webauthn" {
		tokens = tokens[:len(tokens)-1]
	}
	contactType := false
	if len(tokens) > 0 && hasWord("home work mobile fax pager", tokens[0]) {
		tokens, contactType = tokens[1:], true
	}
	switch {
	case len(tokens) != 1:
		ok = false
	case contactType:
		ok = autofillContact[tokens[0]]
	default:
		ok = autofillFields[tokens[0]] || autofillContact[tokens[0]]
	}
	if !ok {
		p.report("autocomplete", n, short(v))
	}
}

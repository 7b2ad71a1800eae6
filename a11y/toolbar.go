package a11y

import (
	"html"
	"html/template"
	"maps"
	"net/url"
	"slices"
	"strconv"
	"strings"
)

// A Form is one of the ways to build the toolbar. All look the same and share one
// stylesheet.
type Form uint8

const (
	// Radios are radio buttons that the stylesheet reads with :has(). They need
	// no script to work; [Toolbar.Script] makes the choice last beyond the page.
	Radios Form = iota
	// Links lead to a [PrefsHandler], which keeps the choice in a cookie; the
	// server puts it into the next page. They need no script at all.
	Links
	// Buttons need [Toolbar.Script]; without it they do not appear.
	Buttons
	// Submits are the submit buttons of a GET form that leads where Links do,
	// and need no script either. Crawlers and browsers that fetch pages ahead
	// follow links, but submit no form.
	Submits
)

// A Toolbar lets a reader choose the size of the text, up to exactly twice the
// default, and the colors. The zero Toolbar is one of radio buttons with
// Vietnamese labels.
//
// A page must be good without it, and a toolbar makes no page conform to
// anything: it is a courtesy to readers who do not know or cannot reach their
// system's settings. Those settings are what holds until the reader chooses,
// and "default" goes back to them. Paper ignores the choice; forced colors ignore
// the choice of colors.
//
// Put it inside a landmark such as the page's header, once in a page, as its ids
// are fixed.
type Toolbar struct {
	Form Form

	// Lang is the language of the labels; see [LabelsFor]. If it is set, the
	// toolbar says the language of its labels in a lang attribute.
	Lang string

	// Labels replaces words; empty fields keep the words of Lang.
	Labels Labels

	// Prefix is that of the [Theme].
	Prefix string

	// Prefs is what the reader has chosen, as far as the server knows. It
	// decides which link is current or which radio button is checked.
	Prefs Prefs

	// Action is the address of the [PrefsHandler], for Links and Submits. Empty
	// means "/reading".
	Action string

	// Back is the path of the page, for Links and Submits; the handler sends the
	// reader back to it. Empty leaves it to the Referer header, so that the same
	// toolbar serves every page.
	Back string

	// Print adds a button that opens the browser's print dialog. It needs
	// [Toolbar.Script], and appears only where that runs and can print; the
	// stylesheet takes the toolbar off paper ([PartPrint]).
	Print bool

	// ReadAloud adds a control that reads the article aloud. It needs
	// [ReadAloudScript], and appears only where the browser has a voice for the
	// article's language.
	ReadAloud bool
}

const toolbarClass = "reading-toolbar"

// HTML returns the markup of t. It has no style attribute and no script.
func (t Toolbar) HTML() template.HTML {
	l := t.Labels.or(LabelsFor(t.Lang))
	w := toolbarWriter{t: t}
	tag := "div"
	if t.Form == Submits {
		tag = "form"
	}
	w.put("<", tag, ` class="`, t.Prefix, toolbarClass, `" id="`, t.Prefix, toolbarClass, `"`)
	if t.Form != Submits { // a form with a name is a group by itself
		w.put(` role="group"`)
	}
	w.attr("aria-label", l.Toolbar)
	if t.Lang != "" {
		lang := t.Lang
		if !knowsLabels(lang) && t.Labels == (Labels{}) {
			lang = "en"
		}
		w.attr("lang", lang)
	}
	if t.Form == Buttons {
		w.put(" hidden")
	}
	var hidden url.Values
	if t.Form == Submits {
		var action string
		action, hidden = w.action()
		w.attr("action", action)
	}
	w.put(">")
	for _, k := range slices.Sorted(maps.Keys(hidden)) {
		for _, v := range hidden[k] {
			w.put(`<input type="hidden"`)
			w.attr("name", k)
			w.attr("value", v)
			w.put(">")
		}
	}
	sizes := [...]string{l.Smaller, l.Normal, l.Large, l.Larger, l.Largest}
	choices := make([]choice, len(Sizes))
	for i, s := range Sizes {
		class := t.Prefix + "s" + strconv.Itoa(i+1)
		choices[i] = choice{
			value: sizeName(s), on: sizeName(s) == sizeName(t.Prefs.Size),
			label: `<span class="` + class + `">A</span> <span class="visually-hidden">` + html.EscapeString(sizes[i]) + `</span>`,
		}
	}
	w.group("text-size", "size", l.TextSize, choices)
	choices = choices[:0]
	for i, label := range [...]string{l.Auto, l.High, l.Light, l.Dark, l.Sepia} {
		s := Scheme(i)
		choices = append(choices, choice{value: s.String(), on: s.String() == t.Prefs.Scheme.String(), label: html.EscapeString(label)})
	}
	w.group("colors", "colors", l.Colors, choices)
	if t.Print {
		w.put(`<button type="button" class="`, t.Prefix, `print" hidden>`, html.EscapeString(l.Print), "</button>")
	}
	if t.ReadAloud {
		w.readAloud(l)
	}
	w.put("</", tag, ">")
	return template.HTML(w.b.String())
}

type choice struct {
	value, label string // label is markup
	on           bool
}

type toolbarWriter struct {
	b strings.Builder
	t Toolbar
}

func (w *toolbarWriter) put(parts ...string) {
	for _, p := range parts {
		w.b.WriteString(p)
	}
}

func (w *toolbarWriter) attr(name, value string) {
	w.put(" ", name, `="`, html.EscapeString(value), `"`)
}

// group writes a named group of choices. The id of a choice is what the
// stylesheet looks for.
func (w *toolbarWriter) group(name, param, label string, choices []choice) {
	id := w.t.Prefix + name
	role := "group"
	if w.t.Form == Radios {
		role = "radiogroup"
	}
	w.put(`<div role="`, role, `" aria-labelledby="`, id, `"><span id="`, id, `">`, html.EscapeString(label), "</span>")
	for _, c := range choices {
		on := strconv.FormatBool(c.on)
		switch w.t.Form {
		case Links:
			action, q := w.action()
			q.Set(param, c.value)
			w.put("<a")
			w.attr("href", action+"?"+q.Encode())
			w.put(` rel="nofollow" aria-current="`, on, `">`, c.label, "</a>")
		case Submits:
			w.put(`<button name="`, param, `" value="`, c.value, `" aria-pressed="`, on, `">`, c.label, "</button>")
		case Buttons:
			w.put(`<button type="button" name="`, id, `" value="`, c.value, `" aria-pressed="`, on, `">`, c.label, "</button>")
		default:
			w.put(`<label><input type="radio" name="`, id, `" id="`, id, "-", c.value, `" value="`, c.value, `"`)
			if c.on {
				w.put(" checked")
			}
			w.put(">", c.label, "</label>")
		}
	}
	w.put("</div>")
}

// action returns the handler's address and the query that every choice has. Only
// a path or an http address is a handler; anything else is taken as "/reading".
func (w *toolbarWriter) action() (address string, query url.Values) {
	u, err := url.Parse(w.t.Action)
	if w.t.Action == "" || err != nil || u.Scheme != "" && u.Scheme != "http" && u.Scheme != "https" {
		u = &url.URL{Path: "/reading"}
	}
	query = u.Query()
	if w.t.Back != "" {
		query.Set("back", w.t.Back)
	}
	u.RawQuery, u.Fragment, u.RawFragment = "", "", ""
	return u.String(), query
}

// readAloud writes the place of the control and its words. The script puts the
// buttons there if there is a voice.
func (w *toolbarWriter) readAloud(l Labels) {
	w.put(`<div class="`, w.t.Prefix, `read-aloud"`)
	w.attr("data-read", l.Read)
	w.attr("data-pause", l.Pause)
	w.attr("data-resume", l.Resume)
	w.attr("data-stop", l.Stop)
	w.put("></div>")
}

// HTMLAttrs returns the attributes of the html element that the toolbar needs
// from the server: those of [Prefs.HTMLAttrs] for Links and Submits, none for the
// others, whose script or style sets them.
func (t Toolbar) HTMLAttrs() template.HTMLAttr {
	if t.Form != Links && t.Form != Submits {
		return ""
	}
	return t.Prefs.HTMLAttrs(t.Prefix)
}

// Script returns the script of the toolbar: for Radios it only remembers the
// choice and may be left out, for Buttons it is needed, for Links and Submits it
// is empty. With [Toolbar.Print], it shows the print button as well, in every
// form.
//
// It belongs into the head, inline and before anything that takes time, as it
// sets the choice before the first frame is painted. It stores two short words
// in localStorage under the name "reading", sends nothing anywhere, and works
// for the page itself where storage is blocked.
func (t Toolbar) Script() template.JS {
	s := ""
	if t.Form != Links && t.Form != Submits {
		s = toolbarScript
	}
	if t.Print {
		s += printScript
	}
	return template.JS(strings.ReplaceAll(s, "%", t.Prefix))
}

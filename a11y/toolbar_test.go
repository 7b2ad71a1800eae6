package a11y

import (
	"html/template"
	"net/http/httptest"
	"net/url"
	"strings"
	"testing"

	"golang.org/x/net/html"
)

var forms = []Form{Radios, Links, Buttons, Submits}

// TestToolbarEscapes puts markup into every field that holds text.
func TestToolbarEscapes(t *testing.T) {
	bad := `"><script>x</script>'&`
	var l Labels
	for _, p := range l.fields() {
		*p = bad
	}
	for _, f := range forms {
		for _, tb := range []Toolbar{
			{Form: f, Labels: l, Print: true, ReadAloud: true},
			{Form: f, Action: bad, Back: bad, Lang: bad},
			{Form: f, Action: "javascript:alert(1)"},
		} {
			s := string(tb.HTML())
			if strings.Contains(s, "<script") || strings.Contains(s, "javascript:") || strings.Contains(s, `""`) {
				t.Errorf("form %d: %s", f, s)
			}
			checkMarkup(t, s)
		}
	}
}

// checkMarkup checks that every start tag has its end tag and no attribute
// holds style or script.
func checkMarkup(t *testing.T, s string) {
	t.Helper()
	z := html.NewTokenizer(strings.NewReader(s))
	var open []string
	for {
		switch z.Next() {
		case html.ErrorToken:
			if len(open) != 0 {
				t.Errorf("left open: %v in %s", open, s)
			}
			return
		case html.StartTagToken:
			tok := z.Token()
			for _, a := range tok.Attr {
				if a.Key == "style" || strings.HasPrefix(a.Key, "on") {
					t.Errorf("attribute %s in %s", a.Key, s)
				}
			}
			if tok.Data != "input" {
				open = append(open, tok.Data)
			}
		case html.EndTagToken:
			tok := z.Token()
			if len(open) == 0 || open[len(open)-1] != tok.Data {
				t.Fatalf("stray end tag %s in %s", tok.Data, s)
			}
			open = open[:len(open)-1]
		}
	}
}

// TestToolbarChoices checks that each form offers all 25 choices, exactly one of
// each group being current, and the one that Prefs tells.
func TestToolbarChoices(t *testing.T) {
	current := map[Form]string{Radios: " checked", Links: `aria-current="true"`, Buttons: `aria-pressed="true"`, Submits: `aria-pressed="true"`}
	for _, f := range forms {
		for _, size := range Sizes {
			for i := range schemeNames {
				p := Prefs{size, Scheme(i)}
				s := string(Toolbar{Form: f, Prefs: p}.HTML())
				if n := strings.Count(s, current[f]); n != 2 {
					t.Errorf("form %d, %v: %d current choices, want 2", f, p, n)
				}
			}
		}
		s := string(Toolbar{Form: f, Prefs: Prefs{200, SchemeSepia}, Lang: "en-GB"}.HTML())
		for _, want := range []string{"Double", "Sepia", "High contrast", `lang="en-GB"`} {
			if !strings.Contains(s, want) {
				t.Errorf("form %d lacks %q", f, want)
			}
		}
	}
}

// TestToolbarMatchesStylesheet checks that every id that the sheet looks for is
// in the toolbar, with a prefix too.
func TestToolbarMatchesStylesheet(t *testing.T) {
	for _, prefix := range []string{"", "ts-"} {
		css, err := Theme{Prefix: prefix}.Stylesheet(PartSchemes, PartSizes)
		if err != nil {
			t.Fatal(err)
		}
		s, bar := string(css), string(Toolbar{Prefix: prefix}.HTML())
		n := 0
		for _, part := range strings.Split(s, ":has(#")[1:] {
			id, _, _ := strings.Cut(part, ":")
			if !strings.Contains(bar, `id="`+id+`"`) {
				t.Errorf("prefix %q: no control has the id %q", prefix, id)
			}
			n++
		}
		if n != 8 {
			t.Errorf("prefix %q: %d ids in the sheet, want 8", prefix, n)
		}
		for _, p := range []Prefs{{87, SchemeLight}, {125, SchemeDark}, {150, SchemeSepia}, {200, SchemeHigh}} {
			for a := range strings.FieldsSeq(string(p.HTMLAttrs(prefix))) {
				name, value, _ := strings.Cut(a, "=")
				if !strings.Contains(s, "["+name+"="+strings.Trim(value, `"`)+"]") && !strings.Contains(s, "["+a+"]") {
					t.Errorf("prefix %q: the sheet does not look for %s", prefix, a)
				}
			}
		}
	}
}

// TestToolbarSubmits follows every button of the form as a browser does: the
// query is made of the fields and the button alone, not of the form's address.
func TestToolbarSubmits(t *testing.T) {
	bar := Toolbar{Form: Submits, Action: "/reading?site=1&back=/x#y", Back: "/tin?a=1&b=2"}
	doc, err := html.Parse(strings.NewReader(string(bar.HTML())))
	if err != nil {
		t.Fatal(err)
	}
	fixed, action, n := url.Values{}, "", 0
	for e := range doc.Descendants() {
		switch {
		case isElement(e, "form"):
			action = attr(e, "action")
			if m := attr(e, "method"); m != "" && m != "get" {
				t.Errorf("method %q", m)
			}
		case isElement(e, "input"):
			fixed.Add(attr(e, "name"), attr(e, "value"))
		}
	}
	if action != "/reading" || fixed.Encode() != "back=%2Ftin%3Fa%3D1%26b%3D2&site=1" {
		t.Errorf("action %q with %q", action, fixed.Encode())
	}
	for e := range doc.Descendants() {
		if !isElement(e, "button") {
			continue
		}
		n++
		q := url.Values{attr(e, "name"): {attr(e, "value")}}
		for k, v := range fixed {
			q[k] = v
		}
		w := httptest.NewRecorder()
		PrefsHandler{}.ServeHTTP(w, httptest.NewRequest("GET", action+"?"+q.Encode(), nil))
		got := ParsePrefs(w.Result().Cookies()[0].Value)
		want := Prefs{Size: parseSize(q.Get("size")), Scheme: parseScheme(q.Get("colors"))}
		if got != want || w.Header().Get("Location") != "/tin?a=1&b=2#reading-toolbar" {
			t.Errorf("%s: %v and %s, want %v", q.Encode(), got, w.Header().Get("Location"), want)
		}
	}
	if n != len(Sizes)+len(schemeNames) {
		t.Errorf("%d buttons", n)
	}
}

func TestToolbarLang(t *testing.T) {
	for lang, want := range map[string]string{"vi": "Cỡ chữ", "vi-VN": "Cỡ chữ", "": "Cỡ chữ", "en": "Text size", "fr": "Text size"} {
		s := string(Toolbar{Lang: lang}.HTML())
		if !strings.Contains(s, want) || lang == "fr" && !strings.Contains(s, `lang="en"`) || lang == "" && strings.Contains(s, "lang=") {
			t.Errorf("lang %q: %s", lang, s)
		}
	}
	if s := string(Toolbar{Lang: "fr", Labels: Labels{TextSize: "Taille"}}.HTML()); !strings.Contains(s, `lang="fr"`) {
		t.Error(s)
	}
}

// TestToolbarPrint checks that the button is hidden before the script comes, and
// that each form has the script that shows it.
func TestToolbarPrint(t *testing.T) {
	for _, f := range forms {
		for _, prefix := range []string{"", "ts-"} {
			with, without := Toolbar{Form: f, Prefix: prefix, Print: true}, Toolbar{Form: f, Prefix: prefix}
			button := `<button type="button" class="` + prefix + `print" hidden>In trang</button>`
			if s := string(with.HTML()); strings.Count(s, button) != 1 || strings.Replace(s, button, "", 1) != string(without.HTML()) {
				t.Errorf("form %d: %s", f, s)
			}
			added, ok := strings.CutPrefix(string(with.Script()), string(without.Script()))
			if !ok || !strings.Contains(added, `".`+prefix+`reading-toolbar .`+prefix+`print"`) {
				t.Errorf("form %d: %s", f, with.Script())
			}
		}
	}
	if s := string(Toolbar{Lang: "en", Print: true}.HTML()); !strings.Contains(s, "hidden>Print page<") {
		t.Error(s)
	}
}

// TestScriptSize holds the scripts of a page to 4 KiB.
func TestScriptSize(t *testing.T) {
	for _, f := range forms {
		s := Toolbar{Form: f}.Script()
		if n := len(s); n > 936 || (f == Links || f == Submits) && n != 0 {
			t.Errorf("form %d: script of %d bytes", f, n)
		}
		if n := len(Toolbar{Form: f, Print: true}.Script()) - len(s); n > 208 {
			t.Errorf("form %d: %d bytes for the print button", f, n)
		}
		if strings.Contains(string(s), "%") || strings.Contains(string(s), "//") {
			t.Errorf("form %d: %s", f, s)
		}
	}
	if s := string(ReadAloudScript("")); len(s) > 2956 || strings.Contains(s, "%") || strings.Contains(s, "//") {
		t.Errorf("read aloud: %d bytes: %s", len(s), s)
	}
	if s := (Toolbar{Prefix: "ts-"}).Script(); !strings.Contains(string(s), `"ts-text-size"`) {
		t.Errorf("prefix not in %s", s)
	}
}

// TestAssetsHash recomputes every hash from the markup, as a browser does.
func TestAssetsHash(t *testing.T) {
	css, err := Theme{}.Stylesheet()
	if err != nil {
		t.Fatal(err)
	}
	a := Assets{Styles: []template.CSS{css, "", "p{color:red}\r\nq{}\r"}, Scripts: []template.JS{Toolbar{}.Script(), ""}}
	head, err := a.Head()
	if err != nil {
		t.Fatal(err)
	}
	// Through html/template, as a page would be built.
	var b strings.Builder
	if err := template.Must(template.New("").Parse("<!DOCTYPE html><head>{{.}}</head>")).Execute(&b, head); err != nil {
		t.Fatal(err)
	}
	doc, err := html.Parse(strings.NewReader(b.String()))
	if err != nil {
		t.Fatal(err)
	}
	csp, n := a.CSP(), 0
	for e := range doc.Descendants() {
		if e.Type == html.ElementNode && (e.Data == "style" || e.Data == "script") {
			n++
			if h := CSPHash(e.FirstChild.Data); strings.Count(csp, h) != 1 {
				t.Errorf("hash %s of %s is not in %s", h, e.Data, csp)
			}
		}
	}
	if n != 3 || strings.Count(csp, "sha256-") != 3 {
		t.Errorf("%d elements, policy %s", n, csp)
	}
	if strings.Contains(csp, "unsafe") {
		t.Error(csp)
	}
}

func TestAssetsNonce(t *testing.T) {
	a := Assets{Styles: []template.CSS{"p{}"}, Scripts: []template.JS{"f()"}, Nonce: "c2Vj", Policy: []string{"frame-src https://video.example", "img-src *"}}
	head, err := a.Head()
	if err != nil {
		t.Fatal(err)
	}
	if want := "<style nonce=\"c2Vj\">p{}</style>\n<script nonce=\"c2Vj\">f()</script>\n"; string(head) != want {
		t.Errorf("Head() = %q, want %q", head, want)
	}
	want := "default-src 'none'; style-src 'self' 'nonce-c2Vj'; script-src 'nonce-c2Vj'; img-src *; font-src 'self'; media-src 'self' https:; manifest-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'; frame-src https://video.example"
	if got := a.CSP(); got != want {
		t.Errorf("CSP() = %q, want %q", got, want)
	}
}

func TestAssetsErrors(t *testing.T) {
	for _, a := range []Assets{
		{Styles: []template.CSS{"p{}</STYLE><script>"}},
		{Scripts: []template.JS{`"</script>"`}},
		{Scripts: []template.JS{"<!--"}},
		{Nonce: `"><script>`},
	} {
		if h, err := a.Head(); err == nil {
			t.Errorf("Head() = %q, want an error", h)
		}
	}
}

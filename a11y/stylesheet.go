package a11y

import (
	"embed"
	"html/template"
	"regexp"
	"strconv"
	"strings"
)

// A Part is a part of the stylesheet.
type Part uint8

// The parts, in the order in which they are written.
const (
	PartColors        Part = iota // the light colors as custom properties
	PartDark                      // dark colors where the system asks for them
	PartMoreContrast              // more contrast where the system asks for it
	PartSchemes                   // the colors that a reader may choose
	PartSizes                     // the text sizes that a reader may choose
	PartBase                      // canvas, font, links
	PartTypography                // headings, paragraphs, leading by language
	PartArticle                   // the parts of an article
	PartFigures                   // figures and galleries
	PartTables                    // tables and the box that scrolls them
	PartHidden                    // text for screen readers only
	PartSkipLink                  // the skip link
	PartToolbar                   // the toolbar, in all its forms
	PartFocus                     // the focus outline
	PartPrint                     // paper
	PartForcedColors              // forced colors, such as Windows' contrast themes
	PartReducedMotion             // nothing moves where the system asks for that

	numParts = int(PartReducedMotion) + 1
)

var partNames = [numParts]string{
	"colors", "dark", "more-contrast", "schemes", "sizes", "base", "typography", "article", "figures",
	"tables", "hidden", "skip-link", "toolbar", "focus", "print", "forced-colors", "reduced-motion",
}

// String returns the name of p, such as "skip-link".
func (p Part) String() string {
	if int(p) < numParts {
		return partNames[p]
	}
	return "Part(" + strconv.Itoa(int(p)) + ")"
}

//go:embed css/*.css
var cssFiles embed.FS

var partFiles = [numParts]string{
	PartSizes: "sizes", PartBase: "base", PartTypography: "typography", PartArticle: "article",
	PartFigures: "figures", PartTables: "tables", PartHidden: "hidden", PartSkipLink: "skiplink",
	PartToolbar: "toolbar", PartFocus: "focus", PartForcedColors: "forced", PartReducedMotion: "motion",
}

// The cascade layers, the last the strongest: what paper or the system's
// settings ask for is not to lose against a more specific selector.
var layerNames = [...]string{"tokens", "page", "modes"}

func (p Part) layer() int {
	switch {
	case p <= PartSizes:
		return 0
	case p < PartPrint:
		return 1
	}
	return 2
}

// Stylesheet returns the given parts of the stylesheet as one minified sheet;
// without parts, all of them. Order and repetition of the parts do not matter.
// The same Theme gives the same bytes. It reports an error if a color pair is
// short of contrast (see [Palette.Verify]) or a field of t is out of range.
//
// The rules are in the cascade layers a11y.tokens, a11y.page and a11y.modes,
// with the prefix before the name. They hold no URL and need nothing else.
func (t Theme) Stylesheet(parts ...Part) (template.CSS, error) {
	if err := t.validate(); err != nil {
		return "", err
	}
	var want [numParts]bool
	for _, p := range parts {
		if int(p) < numParts {
			want[p] = true
		}
	}
	if len(parts) == 0 {
		for i := range want {
			want[i] = true
		}
	}
	var layers [len(layerNames)]strings.Builder
	t.writeColors(&layers[0], &want)
	for i, ok := range want {
		if ok && partFiles[i] != "" {
			layers[Part(i).layer()].WriteString(t.part(partFiles[i]))
		}
	}
	if want[PartPrint] {
		// After forced colors, which paper does not have.
		layers[2].WriteString(t.paper(want[PartColors]))
	}
	var b strings.Builder
	if layers[0].Len() == 0 || layers[1].Len() == 0 || layers[2].Len() == 0 {
		// Another sheet may come with the others: their order is told here. Where
		// all are in one, it is theirs.
		b.WriteString("@layer a11y.tokens,a11y.page,a11y.modes;")
	}
	for i := range layers {
		if s := layers[i].String(); s != "" {
			b.WriteString("@layer a11y." + layerNames[i] + "{" + s + "}")
		}
	}
	return template.CSS(prefixCSS(b.String(), t.Prefix)), nil
}

// paper returns the rules for paper, with its colors if they are wanted.
func (t Theme) paper(colors bool) string {
	s := t.part("print")
	if !colors {
		return s
	}
	p := t.Palette()
	const media = "@media print{"
	return media + ":root{color-scheme:light;" + single(&p, Print) + "}" + strings.TrimPrefix(s, media)
}

// part returns a file, minified and filled in.
func (t Theme) part(name string) string {
	src, err := cssFiles.ReadFile("css/" + name + ".css")
	if err != nil {
		panic("a11y: internal error: " + err.Error())
	}
	s := minify(string(src))
	if name == "typography" {
		_, heading := t.fonts()
		s = strings.NewReplacer("%leading%", num(t.lineHeight()), "%heading%", num(Leading(heading, 700)+0.05)).Replace(s)
	}
	return s
}

// num prints v with at most two digits after the point, rounded up, as too
// little leading is the worse fault.
func num(v float64) string {
	s := strconv.FormatFloat(float64(int(v*100+0.999))/100, 'f', -1, 64)
	return strings.TrimPrefix(s, "0")
}

// followers are the tokens that are written as a reference where they are the
// same as another. What passes on or as the other passes here, so this holds
// even where only the other is set anew.
var followers = map[int]int{iSurface: iBackground, iMuted: iText, iLine: iBorder, iFocus: iLink}

// decl returns the custom properties of a mode, or of a light and a dark mode in
// one, as declarations. They stand on top of the given modes: what follows another
// token in all of them and here is left out.
func (p *Palette) decl(light, dark Mode, onto ...Mode) string {
	return declare(&p[light], &p[dark], func(i, j int) bool {
		for _, m := range onto {
			if f := p[m].fields(); *f[i] != *f[j] {
				return false
			}
		}
		return len(onto) > 0
	}, func(int) bool { return false })
}

// diff is decl for what differs from the mode base.
func (p *Palette) diff(light, dark, base Mode) string {
	l, d, o := p[light].fields(), p[dark].fields(), p[base].fields()
	return declare(&p[light], &p[dark], func(i, j int) bool { return *o[i] == *o[j] },
		func(i int) bool { return *l[i] == *d[i] && *l[i] == *o[i] })
}

func declare(light, dark *Tokens, followed func(i, j int) bool, skip func(i int) bool) string {
	var b strings.Builder
	l, d := light.fields(), dark.fields()
	for i, name := range tokenNames {
		if skip(i) {
			continue
		}
		v := l[i].css()
		if *l[i] != *d[i] {
			v = "light-dark(" + v + "," + d[i].css() + ")"
		}
		if j, ok := followers[i]; ok && *l[i] == *l[j] && *d[i] == *d[j] {
			if followed(i, j) {
				continue
			}
			v = "var(--" + tokenNames[j] + ")"
		}
		b.WriteString(";--" + name + ":" + v)
	}
	return strings.TrimPrefix(b.String(), ";")
}

// single returns the declarations of a mode that stands on top of the light
// colors, or of those with more contrast: as short as they can be while the
// mode's contrasts hold on both.
func single(p *Palette, m Mode) string {
	for _, base := range [...]Mode{Light, LightMore} {
		over := p[base]
		for i, c := range over.fields() {
			if want := *p[m].fields()[i]; want != *p[Light].fields()[i] {
				*c = want
			}
		}
		mixed := *p
		mixed[m] = over
		if _, err := mixed.Verify(); err != nil {
			return p.decl(m, m)
		}
	}
	return p.diff(m, m, Light)
}

// writeColors writes the custom properties of every wanted mode but print. A
// browser without light-dark(), older than 2024, shows the light colors.
func (t Theme) writeColors(b *strings.Builder, want *[numParts]bool) {
	const twins = "@supports(color:light-dark(#000,#fff)){"
	p := t.Palette()
	if want[PartColors] {
		text, heading := t.fonts()
		b.WriteString(":root{color-scheme:light;" + p.decl(Light, Light) + ";--font:" + text)
		if heading == text {
			heading = "var(--font)"
		}
		b.WriteString(";--font-heading:" + heading + ";--measure:" + num(t.measure()) + "rem}")
	}
	switch {
	case want[PartDark]:
		b.WriteString(twins + ":root{color-scheme:light dark;" + p.diff(Light, Dark, Light) + "}")
		if want[PartMoreContrast] {
			b.WriteString("@media(prefers-contrast:more){:root{" + p.decl(LightMore, DarkMore, Light, Dark) + "}}")
		}
		b.WriteByte('}')
	case want[PartMoreContrast]:
		b.WriteString("@media(prefers-contrast:more){:root{" + p.diff(LightMore, LightMore, Light) + "}}")
	}
	if want[PartSchemes] {
		choice := func(s Scheme) string {
			n := s.String()
			return "html:is([data-colors=" + n + "],:has(#colors-" + n + ":checked))"
		}
		b.WriteString("@media screen and (forced-colors:none){")
		b.WriteString(choice(SchemeLight) + "{color-scheme:light}")
		b.WriteString(choice(SchemeDark) + "{color-scheme:dark}")
		b.WriteString(choice(SchemeSepia) + "{color-scheme:light;" + single(&p, Sepia) + "}")
		b.WriteString(choice(SchemeHigh) + "{color-scheme:dark;" + p.decl(HighContrast, HighContrast, Light, Dark, LightMore, DarkMore) + "}}")
	}
}

var (
	cssSpace = regexp.MustCompile(`\s+`)
	cssTight = regexp.MustCompile(`\s*([{};,>+])\s*`)
	cssName  = regexp.MustCompile(`(?:--|data-)[a-z]|#(?:text-size|colors)-|\.(?:reading-toolbar|s[1-5])\b|@layer [^{;]*|"[^"]*"`)
)

// minify removes what a browser does not need from our own sheets: comments,
// blanks and last semicolons. It is no minifier for sheets in general.
func minify(s string) string {
	s = strings.TrimSpace(cssSpace.ReplaceAllString(withoutComments(s), " "))
	s = cssTight.ReplaceAllString(s, "$1")
	s = strings.ReplaceAll(s, ": ", ":")
	s = strings.ReplaceAll(s, "@media (", "@media(")
	s = strings.ReplaceAll(s, " !important", "!important")
	return strings.ReplaceAll(s, ";}", "}")
}

// prefixCSS puts prefix before every name of ours.
func prefixCSS(s, prefix string) string {
	if prefix == "" {
		return s
	}
	return cssName.ReplaceAllStringFunc(s, func(m string) string {
		switch {
		case m[0] == '"':
			return m
		case strings.HasPrefix(m, "@layer"):
			return strings.ReplaceAll(m, "a11y.", prefix+"a11y.")
		}
		n := len(m) - len(strings.TrimLeft(m, "-.#"))
		if strings.HasPrefix(m, "data-") {
			n = len("data-")
		}
		return m[:n] + prefix + m[n:]
	})
}

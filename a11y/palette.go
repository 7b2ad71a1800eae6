package a11y

import (
	"errors"
	"fmt"
	"iter"
	"math"
	"strconv"
)

// Tokens are the colors of one [Mode]. In the stylesheet each is a custom
// property of the name given here. A zero Color in a [Theme] means that the
// library chooses.
type Tokens struct {
	Background Color `json:"bg,omitzero"`        // --bg: the page
	Surface    Color `json:"surface,omitzero"`   // --surface: boxes, table heads, the toolbar
	Text       Color `json:"text,omitzero"`      // --text
	Muted      Color `json:"muted,omitzero"`     // --muted: captions, dates
	Link       Color `json:"link,omitzero"`      // --link: links (always underlined) and kickers
	Visited    Color `json:"visited,omitzero"`   // --visited: visited links
	Line       Color `json:"line,omitzero"`      // --line: rules that only decorate
	Border     Color `json:"border,omitzero"`    // --border: the edges of controls
	Focus      Color `json:"focus,omitzero"`     // --focus: the focus outline
	Accent     Color `json:"accent,omitzero"`    // --accent: a filled band or button in the brand's color
	OnAccent   Color `json:"on_accent,omitzero"` // --on-accent: text on it
	Mark       Color `json:"mark,omitzero"`      // --mark: highlighted text's background
}

// tokenNames are the names of the custom properties, in the order of the fields.
var tokenNames = [...]string{"bg", "surface", "text", "muted", "link", "visited", "line", "border", "focus", "accent", "on-accent", "mark"}

// fields returns pointers to the colors in the order of tokenNames.
func (t *Tokens) fields() [len(tokenNames)]*Color {
	return [...]*Color{
		&t.Background, &t.Surface, &t.Text, &t.Muted, &t.Link, &t.Visited,
		&t.Line, &t.Border, &t.Focus, &t.Accent, &t.OnAccent, &t.Mark,
	}
}

// All yields the name of each custom property, without its dashes, and its
// color, in the order of the fields.
func (t Tokens) All() iter.Seq2[string, Color] {
	return func(yield func(string, Color) bool) {
		for i, c := range t.fields() {
			if !yield(tokenNames[i], *c) {
				return
			}
		}
	}
}

// A Mode is a presentation of the page that has colors of its own.
type Mode uint8

// The modes. Which one a reader sees is decided by the system's settings
// (prefers-color-scheme, prefers-contrast, print) until the reader chooses with
// the toolbar.
const (
	Light        Mode = iota
	LightMore         // light where the system asks for more contrast
	Dark              //
	DarkMore          // dark where the system asks for more contrast
	HighContrast      // the reader's choice: light and yellow on black
	Sepia             // the reader's choice: dark brown on cream
	Print             // paper, whatever was chosen

	modes = int(Print) + 1
)

var modeNames = [modes]string{"light", "light-more", "dark", "dark-more", "high-contrast", "sepia", "print"}

// String returns the name of m, such as "light-more".
func (m Mode) String() string {
	if int(m) < len(modeNames) {
		return modeNames[m]
	}
	return "Mode(" + strconv.Itoa(int(m)) + ")"
}

// Modes yields every mode in order.
func Modes() iter.Seq[Mode] {
	return func(yield func(Mode) bool) {
		for m := range modes {
			if !yield(Mode(m)) {
				return
			}
		}
	}
}

// A Palette holds the colors of every mode, indexed by [Mode].
type Palette [modes]Tokens

// goal is what a mode's pairs must reach.
type goal struct{ text, body, ui float64 }

// Text is held to 7:1 (WCAG 2.2, 1.4.6, AAA) everywhere, controls and focus to
// 3:1 (1.4.11); more where more is asked for.
var goals = [modes]goal{
	Light:        {7, 7, 3},
	LightMore:    {12, 15, 4.5},
	Dark:         {7, 7, 3},
	DarkMore:     {12, 15, 4.5},
	HighContrast: {15, 15, 7},
	Sepia:        {7, 7, 3},
	Print:        {7, 15, 3},
}

// neutrals are the colors that do not come from the brand.
var neutrals = Palette{
	Light:        neutral(0xffffff, 0xf4f4f4, 0x111111, 0x444444, 0xdddddd, 0x777777, 0xffeebb),
	LightMore:    neutral(0xffffff, 0xffffff, 0x000000, 0x000000, 0x555555, 0x555555, 0xffffcc),
	Dark:         neutral(0x111111, 0x222222, 0xeeeeee, 0xbbbbbb, 0x444444, 0x888888, 0x332200),
	DarkMore:     neutral(0x000000, 0x000000, 0xffffff, 0xffffff, 0xaaaaaa, 0xaaaaaa, 0x222200),
	HighContrast: neutral(0x000000, 0x000000, 0xffffff, 0xffffff, 0xffffff, 0xffffff, 0x111100),
	Sepia:        neutral(0xf8f1e1, 0xefe5cf, 0x332211, 0x554433, 0xddccaa, 0x887755, 0xffdd99),
	Print:        neutral(0xffffff, 0xffffff, 0x000000, 0x444444, 0xdddddd, 0x777777, 0xffffff),
}

func neutral(bg, surface, text, muted, line, border, mark uint32) Tokens {
	c := func(v uint32) Color { return RGB(uint8(v>>16), uint8(v>>8), uint8(v)) }
	return Tokens{Background: c(bg), Surface: c(surface), Text: c(text), Muted: c(muted), Line: c(line), Border: c(border), Mark: c(mark)}
}

// defaultBrand is the brand color of the zero Theme.
var defaultBrand = RGB(0x0b, 0x57, 0xa4)

// yellow is the link color of high contrast where the brand gives none better:
// the pair black and yellow has 19.6:1 and is what such readers know.
var yellow = RGB(255, 255, 0)

// NewPalette returns a palette for a brand color; the zero Color stands for the
// library's own blue. Links, focus and filled areas take the brand's hue, moved
// in lightness only as far as contrast asks for; visited links are purple, or
// blue where the brand itself is near purple. [Palette.Verify] passes for every
// brand color: a test tries a grid of 32,768, and the command in the package's
// documentation all 16,777,216.
func NewPalette(brand Color) Palette {
	return derive(brand, &Palette{})
}

// derive fills what over leaves unset. A color that is set is never moved, even
// if that leaves a pair short: Verify tells.
func derive(brand Color, over *Palette) Palette {
	if !brand.set {
		brand = defaultBrand
	}
	purple := nearPurple(brand)
	var p Palette
	for m := range modes {
		t, g := over[m], goals[m]
		if t == (Tokens{}) {
			t = plain[purple][m]
		} else {
			t = quiet(t, Mode(m), purple)
		}
		if !t.Link.set {
			link := brand
			switch Mode(m) {
			case HighContrast:
				link = yellow
			case Print: // the page's own, where it will do
				link = p[Light].Link
			}
			t.Link, _ = Nearest(link, g.text, t.Background, t.Surface, t.Mark)
		}
		if !t.Focus.set {
			t.Focus, _ = Nearest(t.Link, g.ui, t.Background, t.Surface)
		}
		if !t.Accent.set {
			switch {
			case Mode(m) == Print: // browsers leave backgrounds out, so text on one must be dark
				t.Accent = t.Background
			case Mode(m) == HighContrast && !t.OnAccent.set:
				t.Accent, _ = Nearest(brand, g.text, Black)
			default:
				t.Accent = fill(brand, g.text, t.OnAccent)
			}
		}
		if !t.OnAccent.set {
			t.OnAccent = Black
			if Contrast(White, t.Accent) >= Contrast(Black, t.Accent) {
				t.OnAccent = White
			}
		}
		p[m] = t
	}
	return p
}

// quiet sets the colors of t that do not depend on the brand, but for whether it
// is near purple.
func quiet(t Tokens, m Mode, purple bool) Tokens {
	n, g := &neutrals[m], goals[m]
	pick := func(c *Color, seed Color, want float64, on ...Color) {
		if !c.set {
			*c, _ = Nearest(seed, want, on...)
		}
	}
	pick(&t.Background, n.Background, 1)
	pick(&t.Surface, n.Surface, 1)
	pick(&t.Mark, n.Mark, 1)
	pick(&t.Line, n.Line, 1)
	pick(&t.Text, n.Text, g.body, t.Background, t.Surface, t.Mark)
	pick(&t.Muted, n.Muted, g.text, t.Background, t.Surface)
	pick(&t.Border, n.Border, g.ui, t.Background, t.Surface)
	if m == Print { // the page's own, where it will do
		n = &neutrals[Light]
		seed, _ := Nearest(visitedSeeds[purple], goals[Light].text, n.Background, n.Surface, n.Mark)
		pick(&t.Visited, seed, g.text, t.Background, t.Surface, t.Mark)
	}
	pick(&t.Visited, visitedSeeds[purple], g.text, t.Background, t.Surface, t.Mark)
	return t
}

// plain holds what quiet makes of nothing.
var plain = func() map[bool]*Palette {
	all := map[bool]*Palette{false: {}, true: {}}
	for purple, p := range all {
		for m := range modes {
			p[m] = quiet(Tokens{}, Mode(m), purple)
		}
	}
	return all
}()

// fill returns the color nearest to brand that text can be read on: the given
// text, or if that is not set, black or white.
func fill(brand Color, want float64, text Color) Color {
	if text.set {
		c, _ := Nearest(brand, want, text)
		return c
	}
	if worst(brand, []Color{White}) >= want || worst(brand, []Color{Black}) >= want {
		return brand
	}
	l := toOKLCH(brand).l
	dark, _ := Nearest(brand, want, White)
	light, _ := Nearest(brand, want, Black)
	if math.Abs(toOKLCH(light).l-l) < math.Abs(toOKLCH(dark).l-l) {
		return light
	}
	return dark
}

// nearPurple reports whether visited purple would look like the brand.
func nearPurple(c Color) bool {
	o := toOKLCH(c)
	h := o.hue()
	return o.c > 0.04 && h > 280 && h < 340
}

// visitedSeeds holds the color that visited links come from: purple, and blue
// for brands near purple.
var visitedSeeds = map[bool]Color{false: RGB(0x6a, 0x3f, 0xa0), true: RGB(0x1f, 0x5f, 0xa8)}

// A Pair is one entry of the contrast matrix: a color that is drawn on another
// in a mode, with the ratio it must have and the ratio it has.
type Pair struct {
	Mode                   Mode
	Foreground, Background string // names of custom properties, such as "on-accent"
	FG, BG                 Color
	Criterion              string  // of WCAG 2.2, such as "1.4.6"
	Want, Ratio            float64 // unrounded
}

// OK reports whether the pair has the contrast it must have.
func (p Pair) OK() bool { return p.Ratio >= p.Want }

// String returns a line such as "light: link on surface 7.02:1, wants 7:1".
func (p Pair) String() string {
	return fmt.Sprintf("%v: %s on %s (%v on %v) %s:1, wants %v:1", p.Mode, p.Foreground, p.Background, p.FG, p.BG, down(p.Ratio), p.Want)
}

// down prints a ratio cut after two digits, as rounding up could hide a fault.
func down(r float64) string { return strconv.FormatFloat(math.Floor(r*100)/100, 'f', 2, 64) }

// The pairs that the stylesheet draws, by index into tokenNames.
const (
	iBackground = iota
	iSurface
	iText
	iMuted
	iLink
	iVisited
	iLine
	iBorder
	iFocus
	iAccent
	iOnAccent
	iMark
)

type pairKind uint8

const (
	kindBody pairKind = iota
	kindText
	kindUI
)

var pairs = [...]struct {
	fg, bg uint8
	kind   pairKind
}{
	{iText, iBackground, kindBody},
	{iText, iSurface, kindBody},
	{iText, iMark, kindBody},
	{iMuted, iBackground, kindText},
	{iMuted, iSurface, kindText},
	{iLink, iBackground, kindText},
	{iLink, iSurface, kindText},
	{iLink, iMark, kindText},
	{iVisited, iBackground, kindText},
	{iVisited, iSurface, kindText},
	{iVisited, iMark, kindText},
	{iOnAccent, iAccent, kindText},
	{iBorder, iBackground, kindUI},
	{iBorder, iSurface, kindUI},
	{iFocus, iBackground, kindUI},
	{iFocus, iSurface, kindUI},
}

// Matrix yields every pair of every mode that the stylesheet draws, with its
// ratio, in a fixed order.
func (p *Palette) Matrix() iter.Seq[Pair] {
	return func(yield func(Pair) bool) {
		for m := range modes {
			f := p[m].fields()
			var y [len(tokenNames)]float64
			for i, c := range f {
				y[i] = c.Luminance()
			}
			for _, pr := range pairs {
				q := Pair{
					Mode: Mode(m), Foreground: tokenNames[pr.fg], Background: tokenNames[pr.bg],
					FG: *f[pr.fg], BG: *f[pr.bg], Criterion: "1.4.6", Ratio: ratio(y[pr.fg], y[pr.bg]),
				}
				switch g := goals[m]; pr.kind {
				case kindBody:
					q.Want = g.body
				case kindText:
					q.Want = g.text
				case kindUI:
					q.Want, q.Criterion = g.ui, "1.4.11"
				}
				if !yield(q) {
					return
				}
			}
		}
	}
}

// Verify returns the whole matrix, and an error that names every pair that is
// short of its contrast and every color that is not set. The goals are 7:1 for
// text (15:1 in high contrast, 12:1 where the system asks for more contrast) and
// 3:1 for the edges of controls and the focus outline.
func (p *Palette) Verify() ([]Pair, error) {
	var errs []error
	for m := range modes {
		for i, c := range p[m].fields() {
			if !c.set {
				errs = append(errs, fmt.Errorf("a11y: %v: %s is not set", Mode(m), tokenNames[i]))
			}
		}
	}
	matrix := make([]Pair, 0, modes*len(pairs))
	for q := range p.Matrix() {
		matrix = append(matrix, q)
		if !q.OK() {
			errs = append(errs, fmt.Errorf("a11y: %v", q))
		}
	}
	return matrix, errors.Join(errs...)
}

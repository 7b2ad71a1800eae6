package a11y

import (
	"errors"
	"fmt"
	"strings"
)

// A Theme sets the colors, fonts and names of the stylesheet. The zero Theme is
// the default one, which passes WCAG 2.2 AAA contrast in every mode. A Theme is
// comparable and may be kept in JSON.
//
// The stylesheet offers what it decides as custom properties, for a site's own
// rules to use; as every rule is in a cascade layer, a site's rules outside any
// layer always win. Besides the colors (see [Tokens]) there are:
//
//	--font              font families of the text
//	--font-heading      font families of headings
//	--leading           line height of the text, by language
//	--leading-heading   line height of headings, by language
//	--measure           width of a column of text
type Theme struct {
	// Brand is the color that links, focus and filled areas take their hue
	// from. The zero Color means the library's blue.
	Brand Color `json:"brand,omitzero"`

	// Override holds colors that are to be used as they are. What is not set
	// is derived from Brand so that it fits what is set. A set color that
	// leaves a pair short of contrast is an error of [Theme.Stylesheet].
	Override Palette `json:"override,omitzero"`

	// Font is a CSS list of font families for the text. Empty means the
	// system's sans serif fonts that have all Vietnamese letters, which cost
	// the reader no download.
	Font string `json:"font,omitempty"`

	// HeadingFont is the same for headings. Empty means Font.
	HeadingFont string `json:"heading_font,omitempty"`

	// LineHeight is the line height of Vietnamese text in em. Zero means 1.65,
	// or more where Font's letters need it; under 1.5 (WCAG 2.2, 1.4.8), or
	// under what [Leading] tells for the font, is an error.
	LineHeight float64 `json:"line_height,omitempty"`

	// Measure is the width of a column of text in rem. Zero means 38, about
	// 70 letters of Vietnamese.
	Measure float64 `json:"measure,omitempty"`

	// Prefix is put before the names that are this package's own, so that they
	// cannot meet a site's: custom properties, layers, and the classes, ids and
	// data attributes of the toolbar. The classes of an article, such as "lead",
	// and "skip-link" and "visually-hidden" stay as package render writes them.
	// It is empty or ASCII lower-case letters, digits and hyphens, a letter
	// first.
	Prefix string `json:"prefix,omitempty"`
}

// DefaultFont is the font list of the zero [Theme]. Every member has all
// Vietnamese letters.
const DefaultFont = `system-ui,Roboto,"Noto Sans",Arial,sans-serif`

// Palette returns the colors of t in every mode, unchecked.
func (t Theme) Palette() Palette { return derive(t.Brand, &t.Override) }

func (t Theme) fonts() (text, heading string) {
	text = t.Font
	if text == "" {
		text = DefaultFont
	}
	heading = t.HeadingFont
	if heading == "" {
		heading = text
	}
	return text, heading
}

func (t Theme) lineHeight() float64 {
	if t.LineHeight != 0 {
		return t.LineHeight
	}
	text, _ := t.fonts()
	// Bold words stand in the text too.
	return max(1.65, Leading(text, 700)+0.1)
}

func (t Theme) measure() float64 {
	if t.Measure != 0 {
		return t.Measure
	}
	return 38
}

// validate returns every fault of t at once.
func (t Theme) validate() error {
	var errs []error
	p := t.Palette()
	if _, err := p.Verify(); err != nil {
		errs = append(errs, err)
	}
	text, heading := t.fonts()
	for _, f := range []string{text, heading} {
		if strings.ContainsAny(f, "{}();<>\\@/*.#!\n\r\x00") || strings.Count(f, `"`)%2 != 0 || strings.Count(f, `'`)%2 != 0 {
			errs = append(errs, fmt.Errorf("a11y: theme: font list %q is not a plain list of names", f))
		}
	}
	if want := max(1.5, Leading(text, 700)); t.lineHeight() < want || t.lineHeight() > 3 {
		errs = append(errs, fmt.Errorf("a11y: theme: line height %v is not between %v and 3", t.LineHeight, want))
	}
	if m := t.measure(); !(m >= 20 && m <= 44) {
		errs = append(errs, fmt.Errorf("a11y: theme: measure %v rem is not between 20 and 44", m))
	}
	if !validPrefix(t.Prefix) {
		errs = append(errs, fmt.Errorf("a11y: theme: prefix %q is not lower-case letters, digits and hyphens", t.Prefix))
	}
	return errors.Join(errs...)
}

func validPrefix(s string) bool {
	for i := range len(s) {
		switch c := s[i]; {
		case c >= 'a' && c <= 'z':
		case i > 0 && (c >= '0' && c <= '9' || c == '-'):
		default:
			return false
		}
	}
	return true
}

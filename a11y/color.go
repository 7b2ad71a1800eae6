package a11y

import (
	"errors"
	"fmt"
	"math"
	"strconv"
	"strings"
)

// A Color is an opaque sRGB color with 8 bits for each part, as a screen shows
// it. The zero Color means "not set"; it is not black. Colors are comparable.
type Color struct {
	r, g, b uint8
	set     bool
}

// Black and White are the ends of every contrast scale.
var (
	Black = RGB(0, 0, 0)
	White = RGB(255, 255, 255)
)

// RGB returns the color with the given parts.
func RGB(r, g, b uint8) Color { return Color{r, g, b, true} }

// RGB returns the parts of c; those of the zero Color are 0.
func (c Color) RGB() (r, g, b uint8) { return c.r, c.g, c.b }

// IsSet reports whether c is not the zero Color.
func (c Color) IsSet() bool { return c.set }

// String returns c as #rrggbb, or "" for the zero Color.
func (c Color) String() string {
	if !c.set {
		return ""
	}
	return string(c.append(nil))
}

func (c Color) append(b []byte) []byte {
	const hex = "0123456789abcdef"
	return append(b, '#', hex[c.r>>4], hex[c.r&15], hex[c.g>>4], hex[c.g&15], hex[c.b>>4], hex[c.b&15])
}

// css returns the shortest hexadecimal form, #rgb where that is enough.
func (c Color) css() string {
	s := c.String()
	if len(s) == 7 && s[1] == s[2] && s[3] == s[4] && s[5] == s[6] {
		return string([]byte{'#', s[1], s[3], s[5]})
	}
	return s
}

// MarshalText returns what [Color.String] does.
func (c Color) MarshalText() ([]byte, error) { return []byte(c.String()), nil }

// UnmarshalText accepts what [ParseColor] does; the empty text gives the zero
// Color.
func (c *Color) UnmarshalText(text []byte) error {
	if len(text) == 0 {
		*c = Color{}
		return nil
	}
	v, err := ParseColor(string(text))
	if err != nil {
		return err
	}
	*c = v
	return nil
}

// ParseColor parses an opaque CSS color: #rgb, #rrggbb, rgb(), hsl(), oklch()
// in the forms of CSS Color Level 4 (commas or blanks, numbers or percentages,
// "none"), or a named color. A color with an alpha under 1 is an error, as its
// contrast depends on what lies below it: see [ParseAlpha].
//
// An oklch() color that no sRGB screen can show keeps its lightness and hue and
// loses chroma.
func ParseColor(s string) (Color, error) {
	c, alpha, err := ParseAlpha(s)
	if err != nil {
		return Color{}, err
	}
	if alpha != 1 {
		return Color{}, fmt.Errorf("a11y: color %q is not opaque", s)
	}
	return c, nil
}

// ParseAlpha parses a CSS color like [ParseColor] and returns its alpha too,
// from 0 to 1. What it looks like is told by [Color.Over].
func ParseAlpha(s string) (c Color, alpha float64, err error) {
	t := strings.ToLower(strings.TrimSpace(s))
	switch {
	case strings.HasPrefix(t, "#"):
		c, alpha, err = parseHex(t[1:])
	case strings.HasSuffix(t, ")"):
		c, alpha, err = parseFunc(t[:len(t)-1])
	case t == "transparent":
		return Black, 0, nil
	default:
		if rgb, ok := namedColors[t]; ok {
			return RGB(uint8(rgb>>16), uint8(rgb>>8), uint8(rgb)), 1, nil
		}
		err = errors.New("unknown name")
	}
	if err != nil {
		return Color{}, 0, fmt.Errorf("a11y: color %q: %w", s, err)
	}
	return c, alpha, nil
}

func parseHex(h string) (Color, float64, error) {
	switch len(h) {
	case 3, 4:
		d := make([]byte, 0, 8)
		for i := range len(h) {
			d = append(d, h[i], h[i])
		}
		h = string(d)
	case 6, 8:
	default:
		return Color{}, 0, errors.New("want 3, 4, 6 or 8 hexadecimal digits")
	}
	alpha := 1.0
	n, err := strconv.ParseUint(h, 16, 32)
	if err != nil {
		return Color{}, 0, errors.New("not hexadecimal")
	}
	if len(h) == 8 {
		alpha = float64(n&255) / 255
		n >>= 8
	}
	return RGB(uint8(n>>16), uint8(n>>8), uint8(n)), alpha, nil
}

// parseFunc parses a color function without its closing parenthesis.
func parseFunc(t string) (Color, float64, error) {
	name, args, ok := strings.Cut(t, "(")
	if !ok {
		return Color{}, 0, errors.New("missing parenthesis")
	}
	parts, err := splitArgs(args)
	if err != nil {
		return Color{}, 0, err
	}
	alpha := 1.0
	if len(parts) == 4 {
		if alpha, err = number(parts[3], 1); err != nil {
			return Color{}, 0, err
		}
		alpha = clamp01(alpha)
	}
	var v [3]float64
	scale := [3]float64{}
	switch name {
	case "rgb", "rgba":
		scale = [3]float64{255, 255, 255}
	case "hsl", "hsla":
		scale = [3]float64{0, 1, 1}
	case "oklch":
		scale = [3]float64{1, 0.4, 0}
	default:
		return Color{}, 0, fmt.Errorf("unknown function %q", name)
	}
	for i := range v {
		if scale[i] == 0 {
			v[i], err = angle(parts[i])
		} else {
			v[i], err = number(parts[i], scale[i])
		}
		if err != nil {
			return Color{}, 0, err
		}
	}
	switch name {
	case "rgb", "rgba":
		return RGB(round8(v[0]/255), round8(v[1]/255), round8(v[2]/255)), alpha, nil
	case "hsl", "hsla":
		// A plain number is a percentage here (CSS Color 4, section 7).
		for i := 1; i < 3; i++ {
			if !strings.HasSuffix(parts[i], "%") {
				v[i] /= 100
			}
			v[i] = clamp01(v[i])
		}
		return fromHSL(v[0], v[1], v[2]), alpha, nil
	default:
		return fromOKLCH(clamp01(v[0]), math.Max(v[1], 0), v[2]), alpha, nil
	}
}

// splitArgs splits "a, b, c, d", "a b c / d" and the forms without alpha.
func splitArgs(s string) ([]string, error) {
	var parts []string
	if strings.Contains(s, ",") {
		if strings.Contains(s, "/") {
			return nil, errors.New("commas and a slash do not mix")
		}
		for p := range strings.SplitSeq(s, ",") {
			parts = append(parts, strings.TrimSpace(p))
		}
	} else {
		main, alpha, ok := strings.Cut(s, "/")
		parts = strings.Fields(main)
		if len(parts) != 3 {
			return nil, fmt.Errorf("want 3 parts, have %d", len(parts))
		}
		if ok {
			parts = append(parts, strings.TrimSpace(alpha))
		}
	}
	if len(parts) != 3 && len(parts) != 4 {
		return nil, fmt.Errorf("want 3 or 4 parts, have %d", len(parts))
	}
	return parts, nil
}

// number parses a number, or a percentage of full.
func number(s string, full float64) (float64, error) {
	if s == "none" {
		return 0, nil
	}
	t, percent := strings.CutSuffix(s, "%")
	v, err := parseFloat(t)
	if err != nil {
		return 0, err
	}
	if percent {
		v = v / 100 * full
	}
	return v, nil
}

// angle parses an angle in degrees, or with a unit.
func angle(s string) (float64, error) {
	if s == "none" {
		return 0, nil
	}
	factor := 1.0
	// "grad" ends in "rad", so it comes first.
	for _, u := range [...]struct {
		name   string
		factor float64
	}{{"deg", 1}, {"grad", 0.9}, {"rad", 180 / math.Pi}, {"turn", 360}} {
		if t, ok := strings.CutSuffix(s, u.name); ok {
			s, factor = t, u.factor
			break
		}
	}
	v, err := parseFloat(s)
	return v * factor, err
}

// parseFloat accepts the numbers of CSS, which are fewer than Go's.
func parseFloat(s string) (float64, error) {
	if s == "" || strings.Trim(s, "0123456789.+-e") != "" {
		return 0, fmt.Errorf("%q is not a number", s)
	}
	v, err := strconv.ParseFloat(s, 64)
	if err != nil || math.IsInf(v, 0) {
		return 0, fmt.Errorf("%q is not a number", s)
	}
	return v, nil
}

func clamp01(v float64) float64 { return math.Min(math.Max(v, 0), 1) }

// round8 rounds a part from 0 to 1 to 8 bits.
func round8(v float64) uint8 { return uint8(clamp01(v)*255 + 0.5) }

func fromHSL(h, s, l float64) Color {
	h = math.Mod(h, 360)
	if h < 0 {
		h += 360
	}
	a := s * math.Min(l, 1-l)
	part := func(n float64) uint8 {
		k := math.Mod(n+h/30, 12)
		return round8(l - a*math.Max(-1, math.Min(math.Min(k-3, 9-k), 1)))
	}
	return RGB(part(0), part(8), part(4))
}

package a11y

import (
	"math"
	"strconv"
)

// linear holds the linear light of each 8-bit part, by the sRGB transfer
// function with the threshold 0.04045 of IEC 61966-2-1. (WCAG 2 prints 0.03928;
// no 8-bit value lies between the two.)
var linear = func() (t [256]float64) {
	for i := range t {
		v := float64(i) / 255
		if v <= 0.04045 {
			t[i] = v / 12.92
		} else {
			t[i] = math.Pow((v+0.055)/1.055, 2.4)
		}
	}
	return t
}()

// Luminance returns the relative luminance of c by WCAG 2.2, from 0 for black
// to 1 for white.
func (c Color) Luminance() float64 {
	return 0.2126*linear[c.r] + 0.7152*linear[c.g] + 0.0722*linear[c.b]
}

// Contrast returns the WCAG 2.2 contrast ratio of a and b, from 1 to 21. The
// order of the two does not matter. The value is not rounded, and must not be
// before it is compared: 4.499 fails where 4.5 is asked for.
func Contrast(a, b Color) float64 { return ratio(a.Luminance(), b.Luminance()) }

func ratio(y1, y2 float64) float64 {
	if y1 < y2 {
		y1, y2 = y2, y1
	}
	return (y1 + 0.05) / (y2 + 0.05)
}

// Over returns what c looks like with the given alpha (0 to 1) on top of an
// opaque background, by simple alpha compositing in sRGB as browsers do it.
func (c Color) Over(background Color, alpha float64) Color {
	alpha = clamp01(alpha)
	mix := func(f, b uint8) uint8 { return round8((float64(f)*alpha + float64(b)*(1-alpha)) / 255) }
	return RGB(mix(c.r, background.r), mix(c.g, background.g), mix(c.b, background.b))
}

// A Level is a level of conformance of WCAG 2.2. The zero Level means that not
// even the lowest is met.
type Level uint8

// The levels of WCAG 2.2, lowest first.
const (
	LevelNone Level = iota
	LevelA
	LevelAA
	LevelAAA
)

// String returns "none", "A", "AA" or "AAA".
func (l Level) String() string {
	switch l {
	case LevelNone:
		return "none"
	case LevelA:
		return "A"
	case LevelAA:
		return "AA"
	case LevelAAA:
		return "AAA"
	}
	return "Level(" + strconv.Itoa(int(l)) + ")"
}

// TextLevel returns the level that text with the given contrast ratio meets:
// AAA from 7 (4.5 for large text, criterion 1.4.6), AA from 4.5 (3, criterion
// 1.4.3), none under that.
func TextLevel(ratio float64, large bool) Level {
	aa, aaa := 4.5, 7.0
	if large {
		aa, aaa = 3, 4.5
	}
	switch {
	case ratio >= aaa:
		return LevelAAA
	case ratio >= aa:
		return LevelAA
	}
	return LevelNone
}

// LargeText reports whether text of the given size in CSS pixels is large text
// in WCAG's sense: 18 pt (24 px), or 14 pt (18.66 px) in bold.
func LargeText(px float64, bold bool) bool {
	return px >= 24 || bold && px >= 14*96/72.
}

// Nearest returns the color closest to c in lightness whose contrast is at
// least want against every one of the backgrounds. Hue is kept, and so is
// chroma as far as sRGB can show it (in OKLCH); the contrast of the 8-bit
// result itself has been checked. A color that passes is returned unchanged.
// If none can pass, such as at 15:1 against black and white at once, Nearest
// returns the better of black and white, and false.
func Nearest(c Color, want float64, backgrounds ...Color) (Color, bool) {
	if passes(c, want, backgrounds) {
		return c, true
	}
	y, lc := c.Luminance(), toOKLCH(c)
	var best Color
	bestDistance := math.Inf(1)
	for _, up := range [...]bool{false, true} {
		target, ok := targetLuminance(y, want, backgrounds, up)
		if !ok {
			continue
		}
		l := lc.lightnessFor(target)
		for range 64 {
			if d := lc.at(l); passes(d, want, backgrounds) {
				if dist := math.Abs(l - lc.l); dist < bestDistance {
					best, bestDistance = d, dist
				}
				break
			}
			// Rounding to 8 bits fell on the wrong side: go on a little.
			if up {
				l += 1. / 512
			} else {
				l -= 1. / 512
			}
		}
	}
	if best.set {
		return best, true
	}
	if worst(White, backgrounds) > worst(Black, backgrounds) {
		return White, passes(White, want, backgrounds)
	}
	return Black, passes(Black, want, backgrounds)
}

func passes(c Color, want float64, backgrounds []Color) bool {
	y := c.Luminance()
	for _, b := range backgrounds {
		if ratio(y, b.Luminance()) < want {
			return false
		}
	}
	return true
}

func worst(c Color, backgrounds []Color) float64 {
	w := 21.0
	for _, b := range backgrounds {
		w = math.Min(w, Contrast(c, b))
	}
	return w
}

// targetLuminance returns the luminance closest to y, at or above it if up, else
// at or below it, that has the wanted contrast with every background.
func targetLuminance(y, want float64, backgrounds []Color, up bool) (float64, bool) {
	// Each turn moves y past at least one background, so this ends.
	for range len(backgrounds) + 1 {
		moved := false
		for _, b := range backgrounds {
			by := b.Luminance()
			if ratio(y, by) >= want-1e-12 {
				continue
			}
			if up {
				y = want*(by+0.05) - 0.05
			} else {
				y = (by+0.05)/want - 0.05
			}
			moved = true
		}
		if y < -1e-12 || y > 1+1e-12 {
			return 0, false
		}
		if !moved {
			return clamp01(y), true
		}
	}
	return 0, false
}

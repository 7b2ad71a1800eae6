package a11y

import "math"

// oklch is a color in Björn Ottosson's OKLCH, the hue as a unit vector so that
// no trigonometry is needed on the way. See CSS Color Level 4, section 9.
type oklch struct {
	l, c   float64
	ux, uy float64 // cosine and sine of the hue
}

func toOKLCH(c Color) oklch {
	r, g, b := linear[c.r], linear[c.g], linear[c.b]
	l := math.Cbrt(0.4122214708*r + 0.5363325363*g + 0.0514459929*b)
	m := math.Cbrt(0.2119034982*r + 0.6806995451*g + 0.1073969566*b)
	s := math.Cbrt(0.0883024619*r + 0.2817188376*g + 0.6299787005*b)
	a := 1.9779984951*l - 2.4285922050*m + 0.4505937099*s
	bb := 0.0259040371*l + 0.7827717662*m - 0.8086757660*s
	o := oklch{l: 0.2104542553*l + 0.7936177850*m - 0.0040720468*s, c: math.Hypot(a, bb), ux: 1}
	if o.c < 1e-4 { // gray: the rest is rounding
		o.c = 0
	} else {
		o.ux, o.uy = a/o.c, bb/o.c
	}
	return o
}

func fromOKLCH(l, c, hue float64) Color {
	sin, cos := math.Sincos(hue * math.Pi / 180)
	return oklch{l, c, cos, sin}.at(l)
}

// hue returns the hue in degrees, from 0 up to 360.
func (o oklch) hue() float64 {
	h := math.Atan2(o.uy, o.ux) * 180 / math.Pi
	if h < 0 {
		h += 360
	}
	return h
}

// rgb returns linear light at the given lightness and chroma.
func (o oklch) rgb(lightness, chroma float64) (r, g, b float64) {
	x, y := chroma*o.ux, chroma*o.uy
	l := lightness + 0.3963377774*x + 0.2158037573*y
	m := lightness - 0.1055613458*x - 0.0638541728*y
	s := lightness - 0.0894841775*x - 1.2914855480*y
	l, m, s = l*l*l, m*m*m, s*s*s
	return 4.0767416621*l - 3.3077115913*m + 0.2309699292*s,
		-1.2684380046*l + 2.6097574011*m - 0.3413193965*s,
		-0.0041960863*l - 0.7034186147*m + 1.7076147010*s
}

// fit returns linear light at the given lightness with as much of the chroma as
// sRGB can show.
func (o oklch) fit(lightness float64) (r, g, b float64) {
	const eps = 1e-5
	inside := func(v float64) bool { return v >= -eps && v <= 1+eps }
	r, g, b = o.rgb(lightness, o.c)
	if inside(r) && inside(g) && inside(b) {
		return r, g, b
	}
	lo, hi := 0.0, o.c
	for range 12 {
		mid := (lo + hi) / 2
		if r, g, b = o.rgb(lightness, mid); inside(r) && inside(g) && inside(b) {
			lo = mid
		} else {
			hi = mid
		}
	}
	return o.rgb(lightness, lo)
}

// at returns o moved to another lightness.
func (o oklch) at(lightness float64) Color {
	switch {
	case lightness <= 0:
		return Black
	case lightness >= 1:
		return White
	}
	r, g, b := o.fit(lightness)
	return RGB(encode(r), encode(g), encode(b))
}

// lightnessFor returns the lightness at which o has the given luminance.
func (o oklch) lightnessFor(luminance float64) float64 {
	lo, hi := 0.0, 1.0
	for range 14 {
		mid := (lo + hi) / 2
		if r, g, b := o.fit(mid); 0.2126*r+0.7152*g+0.0722*b < luminance {
			lo = mid
		} else {
			hi = mid
		}
	}
	return (lo + hi) / 2
}

// encode turns linear light into an 8-bit part.
func encode(v float64) uint8 {
	if v <= 0.0031308 {
		return round8(12.92 * v)
	}
	return round8(1.055*math.Pow(v, 1/2.4) - 0.055)
}

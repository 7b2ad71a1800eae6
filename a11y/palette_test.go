package a11y

import (
	"flag"
	"math"
	"testing"
)

var step = flag.Int("step", 8, "step of TestBrands; 1 tries all 16,777,216 colors, which takes minutes")

// TestBrands tries every brand color on a grid, 32,768 by default, in every
// mode.
func TestBrands(t *testing.T) {
	t.Parallel()
	brands, short := 0, 0
	for r := 0; r < 256; r += *step {
		for g := 0; g < 256; g += *step {
			for b := 0; b < 256; b += *step {
				brand := RGB(uint8(r), uint8(g), uint8(b))
				brands++
				p := NewPalette(brand)
				for q := range p.Matrix() {
					if !q.OK() {
						if short++; short <= 10 {
							t.Errorf("brand %v: %v", brand, q)
						}
					}
				}
			}
		}
	}
	t.Logf("%d brand colors, %d modes, %d pairs short", brands, modes, short)
}

// TestHueKept checks that a link still has the brand's hue after it was moved.
// Where little chroma is left, 8 bits cannot hold a hue exactly.
func TestHueKept(t *testing.T) {
	t.Parallel()
	for i := range 16 * 16 * 16 {
		brand := RGB(uint8(i>>8*17), uint8(i>>4&15*17), uint8(i&15*17))
		from := toOKLCH(brand)
		p := NewPalette(brand)
		for _, m := range []Mode{Light, LightMore, Dark, DarkMore, Sepia, Print} {
			to := toOKLCH(p[m].Link)
			if from.c < 0.04 || to.c < 0.04 {
				continue
			}
			d := math.Abs(math.Remainder(from.hue()-to.hue(), 360))
			if d > 6 {
				t.Errorf("%v: link %v of brand %v is off by %.1f degrees", m, p[m].Link, brand, d)
			}
		}
	}
}

// TestMoreContrast checks that a mode with more contrast has more of it.
func TestMoreContrast(t *testing.T) {
	for i := range 16 * 16 * 16 {
		p := NewPalette(RGB(uint8(i>>8*17), uint8(i>>4&15*17), uint8(i&15*17)))
		for _, m := range [...][2]Mode{{Light, LightMore}, {Dark, DarkMore}} {
			if a, b := lowestText(&p, m[0]), lowestText(&p, m[1]); a >= b {
				t.Errorf("brand %v: lowest contrast %.2f in %v, %.2f in %v", p[Light].Accent, a, m[0], b, m[1])
			}
		}
	}
}

func lowestText(p *Palette, m Mode) float64 {
	low := 21.0
	for q := range p.Matrix() {
		if q.Mode == m && q.Criterion == "1.4.6" {
			low = min(low, q.Ratio)
		}
	}
	return low
}

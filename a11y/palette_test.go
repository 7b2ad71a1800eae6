package a11y

import (
	"math"
	"testing"
)

// TestGrid tries every brand color on a grid of 8 steps, 32,768 colors, in every
// mode.
func TestGrid(t *testing.T) {
	t.Parallel()
	short := 0
	for i := range 32 * 32 * 32 {
		brand := RGB(uint8(i>>10*8), uint8(i>>5&31*8), uint8(i&31*8))
		p := NewPalette(brand)
		for q := range p.Matrix() {
			if !q.OK() {
				if short++; short <= 10 {
					t.Errorf("brand %v: %v", brand, q)
				}
			}
		}
	}
	if short > 10 {
		t.Errorf("%d pairs are short in all", short)
	}
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

package main

import (
	"math"
	"math/rand/v2"
)

// The house colors of the pictures.
var (
	cream    = hex(0xFBF3E0)
	sand     = hex(0xEAD7AE)
	straw    = hex(0xD9B96C)
	yellow   = hex(0xF4BE4F)
	orange   = hex(0xEB8A4B)
	coral    = hex(0xDF6D57)
	brick    = hex(0xB9563F)
	roof     = hex(0x8F3D30)
	wood     = hex(0x7C5236)
	darkWood = hex(0x55372A)
	leaf     = hex(0x5F9E74)
	green    = hex(0x3F7F63)
	forest   = hex(0x24564B)
	mist     = hex(0xA9CDBE)
	water    = hex(0x86C0CB)
	deep     = hex(0x4F94A5)
	teal     = hex(0x2E7482)
	blue     = hex(0x3C6E9C)
	night    = hex(0x14223F)
	moon     = hex(0xFBF2D4)
	ink      = hex(0x23363B)
	white    = hex(0xFFFFFF)
)

// chance returns a source of numbers that is the same in every run.
func chance(seed uint64) *rand.Rand { return rand.New(rand.NewPCG(seed, 7)) }

// day paints a morning sky down to y.
func (c *canvas) day(y float64) { c.sky(hex(0xBFE0EA), hex(0xFBF1DC), y) }

// disc paints the sun or the moon with its glow.
func (c *canvas) disc(p paint, x, y, r float64) {
	for _, k := range []float64{3.2, 2.3, 1.6} {
		c.ellipse(p.at(0.13), x, y, r*k, r*k)
	}
	c.ellipse(p, x, y, r, r)
}

func (c *canvas) cloud(p paint, x, y, s float64) {
	c = c.in(x, y, s)
	c.ellipse(p, -52, 0, 44, 20)
	c.ellipse(p, 0, -14, 50, 32)
	c.ellipse(p, 52, -2, 48, 22)
	c.round(p, -92, -4, 188, 24, 12)
}

// hills paints a wavy land whose top is about y.
func (c *canvas) hills(p paint, y, height float64, seed uint64) {
	r := chance(seed)
	a, b := r.Float64()*360, r.Float64()*360
	q := pts(0, float64(c.h))
	for x := 0.0; x <= float64(c.w); x += 12 {
		q = append(q, point{x, y - height*(0.6*sin(x*0.33+a)+0.4*sin(x*0.81+b))})
	}
	c.fill(p, q, pts(float64(c.w), float64(c.h)))
}

// ground paints land whose top is a curve from the left edge to the right.
func (c *canvas) ground(p paint, top ...float64) {
	c.fill(p, curve(top...), pts(float64(c.w), float64(c.h), 0, float64(c.h)))
}

// grove paints a row of round treetops along y.
func (c *canvas) grove(p paint, y, size, from, to float64, seed uint64) {
	r := chance(seed)
	for x := from; x < to; x += size * (0.7 + 0.5*r.Float64()) {
		s := size * (0.7 + 0.6*r.Float64())
		c.ellipse(p, x, y-s*0.35, s*0.75, s)
	}
	c.rect(p, from-size/2, y-size*0.3, to-from+size, size*0.5)
}

// river paints water from y down, with ripples of light.
func (c *canvas) river(top, bottom paint, y float64, seed uint64) {
	c.gradient(top, bottom, y, float64(c.h)-y, 10)
	c.ripples(white.at(0.28), y+14, float64(c.h)-8, 46, seed)
}

func (c *canvas) ripples(p paint, from, to float64, n int, seed uint64) {
	r := chance(seed)
	for range n {
		t := r.Float64()
		y := from + (to-from)*t
		x, l := r.Float64()*float64(c.w), (18+60*t)*(0.5+r.Float64())
		c.line(p, 1.6+3*t, x-l/2, y, x+l/2, y)
	}
}

// coconut paints a coconut palm of height h rooted at x, y.
func (c *canvas) coconut(x, y, h float64, trunk, leaves paint) {
	c = c.in(x, y, h)
	const topX, topY, l = 0.14, -1, 0.42 // the length of a leaf
	c.taper(trunk, 0.055, 0.03, curve(0, 0, -0.056, -0.5, topX, topY))
	for _, a := range []float64{-168, -140, -108, -70, -40, -10, 12, 168} {
		midX, midY := topX+l*0.55*cos(a), topY+l*0.6*sin(a)-l*0.16
		c.fill(leaves, curve(topX, topY, midX, midY, topX+l*cos(a), topY+l*sin(a)+l*0.34, midX, midY+l*0.17, topX, topY))
	}
	for _, d := range []float64{-0.02, 0.025} {
		c.ellipse(trunk, topX+d, topY+0.035, 0.022, 0.026)
	}
}

// areca paints a slender areca palm.
func (c *canvas) areca(x, y, h float64, trunk, leaves paint) {
	c = c.in(x, y, h)
	const topY, l = -1.06, 0.22
	c.taper(trunk, 0.028, 0.02, pts(0, 0, 0, -0.5, 0, -1))
	c.taper(leaves, 0.03, 0.02, pts(0, -0.97, 0, -1, 0, -1.08))
	for _, a := range []float64{-160, -125, -90, -55, -20, 8, 172} {
		midX, midY := l*0.5*cos(a), topY+l*0.7*sin(a)-l*0.12
		c.fill(leaves, curve(0, topY, midX, midY, l*cos(a), topY+l*sin(a)*0.9+l*0.25, midX, midY+l*0.16, 0, topY))
	}
}

// tree paints a broad tree.
func (c *canvas) tree(x, y, h float64, trunk, leaves paint) {
	c = c.in(x, y, h)
	light := leaves.mix(cream, 0.14)
	c.taper(trunk, 0.1, 0.05, pts(0, 0, 0, -0.3, 0, -0.6))
	c.ellipse(leaves, -0.22, -0.58, 0.24, 0.2)
	c.ellipse(leaves, 0.22, -0.56, 0.24, 0.2)
	c.ellipse(leaves, 0, -0.74, 0.3, 0.27)
	c.ellipse(light, -0.07, -0.8, 0.17, 0.14)
	c.ellipse(light, 0.2, -0.6, 0.1, 0.08)
}

// sampan paints a small boat whose waterline is y.
func (c *canvas) sampan(x, y, s float64, hull paint) {
	c = c.in(x, y, s)
	c.ellipse(ink.at(0.16), 0, 7, 92, 7)
	c.fill(hull, curve(-105, -24, -60, 22, 0, 8, 60, 22, 105, -24, 0, 4, -105, -24))
	c.fill(hull.mix(white, 0.25), curve(-105, -24, 0, 8, 105, -24, 0, 1, -105, -24))
}

// person paints somebody standing at x, y with a conical hat.
func (c *canvas) person(x, y, s float64, shirt paint) {
	c = c.in(x, y, s)
	c.rect(ink, -7, -26, 6, 26)
	c.rect(ink, 1, -26, 6, 26)
	c.round(shirt, -11, -62, 22, 40, 8)
	c.ellipse(hex(0xC98F6B), 0, -70, 9, 10)
	c.poly(sand, -20, -72, 0, -90, 20, -72)
	c.poly(straw, 0, -90, 20, -72, 4, -72)
}

// house paints a house with a hipped roof; x, y is its bottom left.
func (c *canvas) house(x, y, w, h float64, wall, top paint) {
	c.rect(wall, x, y-h, w, h)
	c.rect(wall.mix(ink, 0.1), x, y-h, w, h*0.12)
	c.poly(top, x-w*0.09, y-h, x+w*0.14, y-h*1.55, x+w*0.86, y-h*1.55, x+w*1.09, y-h)
	c.poly(top.mix(ink, 0.18), x-w*0.09, y-h, x+w*1.09, y-h, x+w*1.07, y-h+5, x-w*0.07, y-h+5)
}

// ferry paints the ferry; x is its middle, y its waterline.
func (c *canvas) ferry(x, y, s float64, hull paint) {
	c = c.in(x, y, s)
	c.ellipse(ink.at(0.18), 0, 10, 240, 10)
	c.poly(hull, -235, -34, 235, -34, 195, 10, -195, 10)
	c.poly(hull.mix(white, 0.7), -235, -34, 235, -34, 231, -24, -231, -24)
	c.poly(hull.mix(ink, 0.4), -235, -34, -275, -66, -266, -70, -215, -34)
	c.poly(hull.mix(ink, 0.4), 235, -34, 275, -66, 266, -70, 215, -34)
	c.rect(cream, -150, -104, 300, 70)
	for i := range 7 {
		c.round(hex(0x9FC4CC), -138+float64(i)*41, -92, 28, 28, 4)
	}
	c.rect(hull, -165, -112, 330, 10)
	c.rect(cream, -52, -156, 104, 44)
	c.round(hex(0x9FC4CC), -42, -148, 84, 22, 4)
	c.rect(coral, -60, -164, 120, 9)
	c.rect(ink, -2, -214, 4, 50)
	c.poly(yellow, 2, -214, 42, -203, 2, -192)
}

// lantern paints a paper lantern that hangs from x, y.
func (c *canvas) lantern(x, y, s float64, p paint) {
	c = c.in(x, y, s)
	c.ellipse(p.at(0.14), 0, 26, 58, 52)
	c.ellipse(p.at(0.18), 0, 26, 38, 36)
	c.line(ink, 1.5, 0, 0, 0, 8)
	c.ellipse(p, 0, 26, 21, 19)
	c.ellipse(p.mix(cream, 0.45), 0, 26, 9, 18)
	c.rect(darkWood, -8, 6, 16, 4)
	c.rect(darkWood, -8, 43, 16, 4)
	c.line(p, 2, 0, 46, 0, 60)
}

// garland paints lanterns on a sagging rope.
func (c *canvas) garland(x0, y0, x1, y1, sag float64, n int, s float64) {
	rope := curve(x0, y0, (x0+x1)/2, (y0+y1)/2+sag*2, x1, y1)
	c.stroke(ink, 2, rope)
	colors := []paint{yellow, coral, orange, hex(0xF7D774)}
	for i := range n {
		p := rope[(i*2+1)*(len(rope)-1)/(2*n)]
		c.lantern(p.x, p.y, s, colors[i%len(colors)])
	}
}

// stars paints the night sky's.
func (c *canvas) stars(n int, y float64, seed uint64) {
	r := chance(seed)
	for range n {
		s := 0.8 + r.Float64()*1.4
		c.ellipse(cream.at(0.75), r.Float64()*float64(c.w), r.Float64()*y, s, s)
	}
}

// moonlit paints a night down to y: stars, the moon, and dark land at its end.
func (c *canvas) moonlit(low paint, y, moonX, moonY, moonR float64, seed uint64) {
	c.sky(night, low, y)
	c.stars(80, 0.7*y, seed)
	c.disc(moon, moonX, moonY, moonR)
	c.hills(hex(0x2A3157), 0.9*y, 0.05*y, seed+1)
	c.grove(hex(0x1E2A45), y, 0.1*y, -20, float64(c.w)+20, seed+2)
}

// glitter paints the light of a lamp at x on the water below y.
func (c *canvas) glitter(p paint, x, y, h float64, seed uint64) {
	r := chance(seed)
	for i := range 9 {
		t := float64(i) / 9
		w := (26 - 14*t) * (0.6 + 0.8*r.Float64())
		dx := (r.Float64() - 0.5) * 14
		c.line(p.at(0.55-0.4*t), 3.2, x+dx-w/2, y+h*t, x+dx+w/2, y+h*t)
	}
}

// rain paints slanted drops over the whole picture.
func (c *canvas) rain(p paint, n int, seed uint64) {
	r := chance(seed)
	for range n {
		x, y, l := r.Float64()*float64(c.w+200)-60, r.Float64()*float64(c.h), 18+r.Float64()*26
		c.line(p, 1.6, x, y, x-l*0.32, y+l)
	}
}

// bird paints a bird far away.
func (c *canvas) bird(x, y, s float64, p paint) {
	c = c.in(x, y, s)
	c.taper(p, 1, 3, curve(-16, -5, -8, -10, 0, 0))
	c.taper(p, 3, 1, curve(0, 0, 8, -10, 16, -5))
}

// tuft paints blades of grass or reed.
func (c *canvas) tuft(x, y, h float64, p paint, seed uint64) {
	r := chance(seed)
	for i := range 7 {
		a := float64(i-3)*11 + r.Float64()*8
		l := h * (0.7 + 0.4*r.Float64())
		c.taper(p, h*0.09, 1, curve(x+float64(i-3)*h*0.05, y, x+l*0.3*sin(a), y-l*0.7, x+l*sin(a), y-l*cos(a)))
	}
}

// wave returns y moved up and down along x.
func wave(x, y, height, length float64) float64 {
	return y + height*math.Sin(2*math.Pi*x/length)
}

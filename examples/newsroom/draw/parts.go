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
	c.ellipse(p, x-52*s, y, 44*s, 20*s)
	c.ellipse(p, x, y-14*s, 50*s, 32*s)
	c.ellipse(p, x+52*s, y-2*s, 48*s, 22*s)
	c.round(p, x-92*s, y-4*s, 188*s, 24*s, 12*s)
}

// hills paints a wavy land whose top is about y.
func (c *canvas) hills(p paint, y, height float64, seed uint64) {
	r := chance(seed)
	a, b := r.Float64()*360, r.Float64()*360
	q := pts(0, float64(c.h))
	for x := 0.0; x <= float64(c.w); x += 12 {
		q = append(q, point{x, y - height*(0.6*sin(x*0.33+a)+0.4*sin(x*0.81+b))})
	}
	c.fill(p, append(q, point{float64(c.w), float64(c.h)}))
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
	const bands = 10
	h := float64(c.h) - y
	for i := range bands {
		c.rect(top.mix(bottom, float64(i)/(bands-1)), 0, y+h*float64(i)/bands, float64(c.w), h/bands+1)
	}
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

// coconut paints a coconut palm rooted at x, y.
func (c *canvas) coconut(x, y, h float64, trunk, leaves paint) {
	lean := h * 0.14
	top := point{x + lean, y - h}
	c.taper(trunk, h*0.055, h*0.03, bezier(point{x, y}, point{x - lean*0.4, y - h*0.5}, top))
	for _, a := range []float64{-168, -140, -108, -70, -40, -10, 12, 168} {
		l := h * 0.42
		tip := point{top.x + l*cos(a), top.y + l*sin(a) + l*0.34}
		mid := point{top.x + l*0.55*cos(a), top.y + l*0.6*sin(a) - l*0.16}
		blade := bezier(top, mid, tip)
		under := bezier(tip, point{mid.x, mid.y + l*0.17}, top)
		c.fill(leaves, append(blade, under...))
	}
	for _, d := range []float64{-0.02, 0.025} {
		c.ellipse(trunk, top.x+h*d, top.y+h*0.035, h*0.022, h*0.026)
	}
}

// areca paints a slender areca palm.
func (c *canvas) areca(x, y, h float64, trunk, leaves paint) {
	c.taper(trunk, h*0.028, h*0.02, pts(x, y, x, y-h*0.5, x, y-h))
	c.taper(leaves, h*0.03, h*0.02, pts(x, y-h*0.97, x, y-h*1.0, x, y-h*1.08))
	for _, a := range []float64{-160, -125, -90, -55, -20, 8, 172} {
		l := h * 0.22
		tip := point{x + l*cos(a), y - h*1.06 + l*sin(a)*0.9 + l*0.25}
		mid := point{x + l*0.5*cos(a), y - h*1.06 + l*0.7*sin(a) - l*0.12}
		c.fill(leaves, append(bezier(point{x, y - h*1.06}, mid, tip), bezier(tip, point{mid.x, mid.y + l*0.16}, point{x, y - h*1.06})...))
	}
}

// tree paints a broad tree.
func (c *canvas) tree(x, y, h float64, trunk, leaves paint) {
	c.taper(trunk, h*0.1, h*0.05, pts(x, y, x, y-h*0.3, x, y-h*0.6))
	light := leaves.mix(cream, 0.14)
	c.ellipse(leaves, x-h*0.22, y-h*0.58, h*0.24, h*0.2)
	c.ellipse(leaves, x+h*0.22, y-h*0.56, h*0.24, h*0.2)
	c.ellipse(leaves, x, y-h*0.74, h*0.3, h*0.27)
	c.ellipse(light, x-h*0.07, y-h*0.8, h*0.17, h*0.14)
	c.ellipse(light, x+h*0.2, y-h*0.6, h*0.1, h*0.08)
}

// sampan paints a small boat whose waterline is y.
func (c *canvas) sampan(x, y, s float64, hull paint) {
	c.ellipse(ink.at(0.16), x, y+7*s, 92*s, 7*s)
	q := bezier(point{x - 105*s, y - 24*s}, point{x - 60*s, y + 22*s}, point{x, y + 8*s})
	q = append(q, bezier(point{x, y + 8*s}, point{x + 60*s, y + 22*s}, point{x + 105*s, y - 24*s})...)
	q = append(q, bezier(point{x + 105*s, y - 24*s}, point{x, y + 4*s}, point{x - 105*s, y - 24*s})...)
	c.fill(hull, q)
	c.fill(hull.mix(white, 0.25), append(
		bezier(point{x - 105*s, y - 24*s}, point{x, y + 8*s}, point{x + 105*s, y - 24*s}),
		bezier(point{x + 105*s, y - 24*s}, point{x, y + 1*s}, point{x - 105*s, y - 24*s})...))
}

// person paints somebody standing at x, y with a conical hat.
func (c *canvas) person(x, y, s float64, shirt paint) {
	c.rect(ink, x-7*s, y-26*s, 6*s, 26*s)
	c.rect(ink, x+1*s, y-26*s, 6*s, 26*s)
	c.round(shirt, x-11*s, y-62*s, 22*s, 40*s, 8*s)
	c.ellipse(hex(0xC98F6B), x, y-70*s, 9*s, 10*s)
	c.poly(sand, x-20*s, y-72*s, x, y-90*s, x+20*s, y-72*s)
	c.poly(straw, x, y-90*s, x+20*s, y-72*s, x+4*s, y-72*s)
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
	c.ellipse(ink.at(0.18), x, y+10*s, 240*s, 10*s)
	c.poly(hull, x-235*s, y-34*s, x+235*s, y-34*s, x+195*s, y+10*s, x-195*s, y+10*s)
	c.poly(hull.mix(white, 0.7), x-235*s, y-34*s, x+235*s, y-34*s, x+231*s, y-24*s, x-231*s, y-24*s)
	c.poly(hull.mix(ink, 0.4), x-235*s, y-34*s, x-275*s, y-66*s, x-266*s, y-70*s, x-215*s, y-34*s)
	c.poly(hull.mix(ink, 0.4), x+235*s, y-34*s, x+275*s, y-66*s, x+266*s, y-70*s, x+215*s, y-34*s)
	c.rect(cream, x-150*s, y-104*s, 300*s, 70*s)
	for i := range 7 {
		c.round(hex(0x9FC4CC), x-138*s+float64(i)*41*s, y-92*s, 28*s, 28*s, 4*s)
	}
	c.rect(hull, x-165*s, y-112*s, 330*s, 10*s)
	c.rect(cream, x-52*s, y-156*s, 104*s, 44*s)
	c.round(hex(0x9FC4CC), x-42*s, y-148*s, 84*s, 22*s, 4*s)
	c.rect(coral, x-60*s, y-164*s, 120*s, 9*s)
	c.rect(ink, x-2*s, y-214*s, 4*s, 50*s)
	c.poly(yellow, x+2*s, y-214*s, x+42*s, y-203*s, x+2*s, y-192*s)
}

// lantern paints a paper lantern that hangs from x, y.
func (c *canvas) lantern(x, y, s float64, p paint) {
	c.ellipse(p.at(0.14), x, y+26*s, 58*s, 52*s)
	c.ellipse(p.at(0.18), x, y+26*s, 38*s, 36*s)
	c.line(ink, 1.5*s, x, y, x, y+8*s)
	c.ellipse(p, x, y+26*s, 21*s, 19*s)
	c.ellipse(p.mix(cream, 0.45), x, y+26*s, 9*s, 18*s)
	c.rect(darkWood, x-8*s, y+6*s, 16*s, 4*s)
	c.rect(darkWood, x-8*s, y+43*s, 16*s, 4*s)
	c.line(p, 2*s, x, y+46*s, x, y+60*s)
}

// garland paints lanterns on a sagging rope.
func (c *canvas) garland(x0, y0, x1, y1, sag float64, n int, s float64) {
	rope := bezier(point{x0, y0}, point{(x0 + x1) / 2, (y0+y1)/2 + sag*2}, point{x1, y1})
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
	c.taper(p, 1*s, 3*s, bezier(point{x - 16*s, y - 5*s}, point{x - 8*s, y - 10*s}, point{x, y}))
	c.taper(p, 3*s, 1*s, bezier(point{x, y}, point{x + 8*s, y - 10*s}, point{x + 16*s, y - 5*s}))
}

// tuft paints blades of grass or reed.
func (c *canvas) tuft(x, y, h float64, p paint, seed uint64) {
	r := chance(seed)
	for i := range 7 {
		a := float64(i-3)*11 + r.Float64()*8
		l := h * (0.7 + 0.4*r.Float64())
		c.taper(p, h*0.09, 1, bezier(point{x + float64(i-3)*h*0.05, y}, point{x + l*0.3*sin(a), y - l*0.7}, point{x + l*sin(a), y - l*cos(a)}))
	}
}

// wave returns y moved up and down along x.
func wave(x, y, height, length float64) float64 {
	return y + height*math.Sin(2*math.Pi*x/length)
}

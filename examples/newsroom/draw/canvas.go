package main

import (
	"cmp"
	"image"
	"image/color"
	"image/png"
	"math"
	"os"
	"slices"
)

// over is the number of samples of a canvas across a pixel; edges are smooth
// because a pixel is the mean of over×over samples.
const over = 3

// A canvas is a picture in the making, addressed in pixels from its top left, or
// as [canvas.in] says.
type canvas struct {
	w, h   int       // in pixels
	rgb    [][3]byte // samples, row by row
	origin point
	scale  float64
}

func newCanvas(w, h int) *canvas {
	return &canvas{w: w, h: h, rgb: make([][3]byte, w*over*h*over), scale: 1}
}

// in returns the same picture, addressed from the place x, y in units of s, for
// figures that stand in more than one place.
func (c *canvas) in(x, y, s float64) *canvas {
	d := *c
	d.origin = c.place(point{x, y})
	d.scale *= s
	return &d
}

// place returns where a point is on the whole picture, in pixels.
func (c *canvas) place(p point) point {
	return point{c.origin.x + p.x*c.scale, c.origin.y + p.y*c.scale}
}

// A paint is a color with an opacity from 0 to 1.
type paint struct {
	r, g, b byte
	alpha   float64
}

// hex returns the opaque paint 0xRRGGBB.
func hex(v uint32) paint { return paint{byte(v >> 16), byte(v >> 8), byte(v), 1} }

// at returns p with another opacity.
func (p paint) at(alpha float64) paint { p.alpha = alpha; return p }

// mix returns the paint between p and q; t is 0 for p and 1 for q.
func (p paint) mix(q paint, t float64) paint {
	m := func(a, b byte) byte { return byte(math.Round(float64(a) + (float64(b)-float64(a))*t)) }
	return paint{m(p.r, q.r), m(p.g, q.g), m(p.b, q.b), 1}
}

// A point is a place on a canvas, in pixels.
type point struct{ x, y float64 }

// pts makes points of pairs of numbers.
func pts(v ...float64) []point {
	p := make([]point, 0, len(v)/2)
	for i := 0; i+1 < len(v); i += 2 {
		p = append(p, point{v[i], v[i+1]})
	}
	return p
}

// fill paints the inside of a polygon (nonzero winding), whose outline may be
// given in parts.
func (c *canvas) fill(p paint, outline ...[]point) {
	polygon := slices.Concat(outline...)
	if len(polygon) < 3 {
		return
	}
	for i, q := range polygon {
		polygon[i] = c.place(q)
	}
	type crossing struct {
		x   float64
		dir int
	}
	top, bottom := math.Inf(1), math.Inf(-1)
	for _, q := range polygon {
		top, bottom = min(top, q.y), max(bottom, q.y)
	}
	w := c.w * over
	y0, y1 := max(0, int(top*over)), min(c.h*over-1, int(bottom*over)+1)
	var cross []crossing
	for y := y0; y <= y1; y++ {
		sy := (float64(y) + 0.5) / over
		cross = cross[:0]
		for i, a := range polygon {
			b := polygon[(i+1)%len(polygon)]
			if (a.y <= sy) == (b.y <= sy) {
				continue
			}
			dir := 1
			if a.y > b.y {
				dir = -1
			}
			cross = append(cross, crossing{a.x + (sy-a.y)/(b.y-a.y)*(b.x-a.x), dir})
		}
		slices.SortFunc(cross, func(a, b crossing) int { return cmp.Compare(a.x, b.x) })
		winding := 0
		for i := 0; i+1 < len(cross); i++ {
			winding += cross[i].dir
			if winding == 0 {
				continue
			}
			from, to := max(0, int(math.Ceil(cross[i].x*over-0.5))), min(w, int(math.Ceil(cross[i+1].x*over-0.5)))
			for x := from; x < to; x++ {
				c.blend(y*w+x, p)
			}
		}
	}
}

func (c *canvas) blend(i int, p paint) {
	if p.alpha >= 1 {
		c.rgb[i] = [3]byte{p.r, p.g, p.b}
		return
	}
	s := &c.rgb[i]
	m := func(a, b byte) byte { return byte(float64(a) + (float64(b)-float64(a))*p.alpha + 0.5) }
	*s = [3]byte{m(s[0], p.r), m(s[1], p.g), m(s[2], p.b)}
}

func (c *canvas) poly(p paint, v ...float64) { c.fill(p, pts(v...)) }

func (c *canvas) rect(p paint, x, y, w, h float64) { c.poly(p, x, y, x+w, y, x+w, y+h, x, y+h) }

// round paints a rectangle with round corners of radius r.
func (c *canvas) round(p paint, x, y, w, h, r float64) {
	var q []point
	for i, corner := range pts(x+w-r, y+r, x+w-r, y+h-r, x+r, y+h-r, x+r, y+r) {
		from := float64(i)*90 - 90
		for a := from; a <= from+90; a += 10 {
			q = append(q, point{corner.x + r*cos(a), corner.y + r*sin(a)})
		}
	}
	c.fill(p, q)
}

// row paints n rectangles, each dx and dy from the one before.
func (c *canvas) row(p paint, n int, dx, dy, x, y, w, h float64) {
	for i := range n {
		c.rect(p, x+dx*float64(i), y+dy*float64(i), w, h)
	}
}

// arch paints a door or window that is round above y and reaches down to bottom.
func (c *canvas) arch(p paint, x, y, rx, ry, bottom float64) {
	c.fill(p, arc(x, y, rx, ry, 180, 360), pts(x+rx, bottom, x-rx, bottom))
}

func (c *canvas) ellipse(p paint, x, y, rx, ry float64) { c.fill(p, arc(x, y, rx, ry, 0, 360)) }

// arc returns the points of an ellipse between two angles in degrees, clockwise
// from the right.
func arc(x, y, rx, ry, from, to float64) []point {
	n := max(8, int(math.Abs(to-from)/4))
	q := make([]point, 0, n+1)
	for i := range n + 1 {
		a := from + (to-from)*float64(i)/float64(n)
		q = append(q, point{x + rx*cos(a), y + ry*sin(a)})
	}
	return q
}

// curve returns the points of quadratic curves that follow one another: where
// they begin, then for each the point it bends towards and its end.
func curve(v ...float64) []point {
	const n = 24
	p := pts(v...)
	q := p[:1:1]
	for i := 0; i+2 < len(p); i += 2 {
		a, b, d := p[i], p[i+1], p[i+2]
		for k := 1; k <= n; k++ {
			t := float64(k) / n
			u := 1 - t
			q = append(q, point{u*u*a.x + 2*u*t*b.x + t*t*d.x, u*u*a.y + 2*u*t*b.y + t*t*d.y})
		}
	}
	return q
}

// stroke paints a line of the given width with round ends.
func (c *canvas) stroke(p paint, width float64, line []point) {
	r := width / 2
	for i, a := range line {
		if p.alpha >= 1 {
			c.ellipse(p, a.x, a.y, r, r)
		}
		if i == 0 {
			continue
		}
		b := line[i-1]
		dx, dy := b.x-a.x, b.y-a.y
		if l := math.Hypot(dx, dy); l > 0 {
			nx, ny := -dy/l*r, dx/l*r
			c.poly(p, a.x+nx, a.y+ny, b.x+nx, b.y+ny, b.x-nx, b.y-ny, a.x-nx, a.y-ny)
		}
	}
}

func (c *canvas) line(p paint, width float64, v ...float64) { c.stroke(p, width, pts(v...)) }

// taper paints a line that is w0 wide at its start and w1 at its end.
func (c *canvas) taper(p paint, w0, w1 float64, line []point) {
	var left, right []point
	for i, a := range line {
		j := min(i+1, len(line)-1)
		k := j - 1
		dx, dy := line[j].x-line[k].x, line[j].y-line[k].y
		l := math.Hypot(dx, dy)
		r := (w0 + (w1-w0)*float64(i)/float64(len(line)-1)) / 2
		left = append(left, point{a.x - dy/l*r, a.y + dx/l*r})
		right = append(right, point{a.x + dy/l*r, a.y - dx/l*r})
	}
	slices.Reverse(right)
	c.fill(p, left, right)
}

// gradient paints bands of flat color across the picture, from y down.
func (c *canvas) gradient(top, bottom paint, y, height float64, bands int) {
	n := float64(bands)
	for i := range bands {
		t := float64(i)
		c.rect(top.mix(bottom, t/(n-1)), 0, y+height*t/n, float64(c.w), height/n+1)
	}
}

// sky paints the sky from the top down to y.
func (c *canvas) sky(top, bottom paint, y float64) { c.gradient(top, bottom, 0, y, 18) }

func sin(degrees float64) float64 { return math.Sin(degrees * math.Pi / 180) }
func cos(degrees float64) float64 { return math.Cos(degrees * math.Pi / 180) }

// image returns the picture at the given width; the samples of a pixel are
// averaged.
func (c *canvas) image(width int) *image.RGBA {
	height := int(math.Round(float64(c.h) * float64(width) / float64(c.w)))
	m := image.NewRGBA(image.Rect(0, 0, width, height))
	w, h := c.w*over, c.h*over
	for y := range height {
		y0, y1 := y*h/height, (y+1)*h/height
		for x := range width {
			x0, x1 := x*w/width, (x+1)*w/width
			var r, g, b, n int
			for sy := y0; sy < y1; sy++ {
				for _, s := range c.rgb[sy*w+x0 : sy*w+x1] {
					r, g, b, n = r+int(s[0]), g+int(s[1]), b+int(s[2]), n+1
				}
			}
			m.SetRGBA(x, y, color.RGBA{byte((r + n/2) / n), byte((g + n/2) / n), byte((b + n/2) / n), 255})
		}
	}
	return m
}

// writePNG writes the picture with a palette, which suits flat colors: a
// fifth of the bytes of full color.
func (c *canvas) writePNG(file string, width int) error {
	f, err := os.Create(file)
	if err != nil {
		return err
	}
	defer f.Close()
	e := png.Encoder{CompressionLevel: png.BestCompression}
	if err := e.Encode(f, quantize(c.image(width), 96)); err != nil {
		return err
	}
	return f.Close()
}

// A tint is a color and how often it occurs.
type tint struct {
	rgb [3]byte
	n   int
}

// quantize reduces m to at most n colors by median cut.
func quantize(m *image.RGBA, n int) *image.Paletted {
	count := make(map[[3]byte]int)
	for i := 0; i < len(m.Pix); i += 4 {
		count[[3]byte(m.Pix[i:i+3])]++
	}
	all := make([]tint, 0, len(count))
	for rgb, k := range count {
		all = append(all, tint{rgb, k})
	}
	slices.SortFunc(all, func(a, b tint) int { return slices.Compare(a.rgb[:], b.rgb[:]) })

	boxes := [][]tint{all}
	for len(boxes) < n {
		best, channel, score := -1, 0, 0.0
		for i, box := range boxes {
			if ch, s := spread(box); s > score {
				best, channel, score = i, ch, s
			}
		}
		if best < 0 {
			break
		}
		box := boxes[best]
		slices.SortStableFunc(box, func(a, b tint) int { return cmp.Compare(a.rgb[channel], b.rgb[channel]) })
		cut := middle(box, channel)
		boxes[best] = box[:cut]
		boxes = append(boxes, box[cut:])
	}

	index := make(map[[3]byte]uint8, len(count))
	palette := make(color.Palette, 0, len(boxes))
	for i, box := range boxes {
		palette = append(palette, mean(box))
		for _, t := range box {
			index[t.rgb] = uint8(i)
		}
	}
	p := image.NewPaletted(m.Rect, palette)
	for i := range p.Pix {
		p.Pix[i] = index[[3]byte(m.Pix[i*4:i*4+3])]
	}
	return p
}

// spread returns the channel in which the colors of a box differ most, and how
// much there is to gain by cutting there: the variance, by number of pixels.
func spread(box []tint) (channel int, score float64) {
	if len(box) < 2 {
		return 0, 0
	}
	for ch := range 3 {
		var n, sum, sq float64
		for _, t := range box {
			v, k := float64(t.rgb[ch]), float64(t.n)
			n, sum, sq = n+k, sum+v*k, sq+v*v*k
		}
		if s := sq - sum*sum/n; s > score {
			channel, score = ch, s
		}
	}
	return channel, score
}

// middle returns where to cut a box sorted by a channel: at its mean.
func middle(box []tint, channel int) int {
	n, sum := 0, 0
	for _, t := range box {
		n, sum = n+t.n, sum+int(t.rgb[channel])*t.n
	}
	for i, t := range box {
		if i > 0 && int(t.rgb[channel])*n > sum {
			return i
		}
	}
	return len(box) / 2
}

func mean(box []tint) color.RGBA {
	var n int
	var sum [3]int
	for _, t := range box {
		n += t.n
		for ch := range sum {
			sum[ch] += int(t.rgb[ch]) * t.n
		}
	}
	return color.RGBA{byte((sum[0] + n/2) / n), byte((sum[1] + n/2) / n), byte((sum[2] + n/2) / n), 255}
}

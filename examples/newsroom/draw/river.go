package main

// The pictures on the water.

// farShore paints the other side of the river: two lines of hills and a grove.
func (c *canvas) farShore(y float64, far, near paint, seed uint64) {
	c.hills(far, y-46, 26, seed)
	c.hills(far.mix(near, 0.5), y-22, 12, seed+1)
	c.grove(near, y, 26, -20, float64(c.w)+20, seed+2)
}

// riverside paints the river by day and its far shore at y.
func (c *canvas) riverside(y float64, seed uint64) {
	c.farShore(y, mist, leaf, seed)
	c.river(hex(0xA9D6D8), deep, y-2, seed+1)
}

func bookBoat(c *canvas) {
	c.sky(hex(0xF6D9A8), hex(0xFDF3DC), 400)
	c.disc(yellow, 300, 270, 52)
	c.cloud(white.at(0.65), 820, 130, 1.1)
	c.cloud(white.at(0.5), 1050, 210, 0.7)
	c.farShore(392, mist, leaf, 11)
	c.river(hex(0xF0D9B0), deep, 392, 12)
	c.glitter(yellow, 300, 404, 190, 13)
	// the landing
	c.poly(green, 760, 675, 900, 470, 1200, 420, 1200, 675)
	c.poly(leaf, 900, 470, 1200, 420, 1200, 452, 905, 498)
	c.row(wood, 7, 34, -6, 700, 498, 9, 80)
	c.poly(hex(0xA9764F), 690, 500, 930, 456, 960, 476, 700, 524)
	c.coconut(1080, 450, 300, wood, forest)
	c.coconut(1150, 440, 220, wood, green)
	c.person(900, 478, 1.05, coral)
	c.person(946, 468, 0.8, blue)
	// the boat full of books
	c.sampan(480, 540, 2.1, brick)
	colors := []paint{teal, coral, yellow, cream, blue, leaf, orange}
	for k := range 3 {
		x := 360 + float64(k)*86
		c.rect(straw, x, 468, 74, 58)
		c.rect(straw.mix(ink, 0.2), x, 492, 74, 4)
		for i := range 6 {
			c.rect(colors[(i+k*2)%len(colors)], x+5+float64(i)*11, 446+float64((i*7+k*3)%9), 9, 24)
		}
	}
	c.person(648, 530, 1.25, teal)
	c.taper(darkWood, 5, 5, pts(690, 430, 640, 640))
}

func ferryInRain(c *canvas) {
	c.sky(hex(0x7F97A3), hex(0xC6D2D2), 380)
	for _, k := range []struct{ x, y, s float64 }{{160, 70, 1.7}, {520, 40, 2.1}, {930, 80, 1.9}, {1150, 30, 1.4}} {
		c.cloud(hex(0x6B828F).at(0.75), k.x, k.y, k.s)
	}
	c.hills(hex(0xA9BABB), 330, 22, 21)
	c.grove(hex(0x7F999A), 384, 24, -20, 1220, 22)
	c.river(hex(0xA3B7BB), hex(0x55747F), 384, 23)
	c.ferry(620, 500, 1.35, teal)
	// the wet landing in front
	c.poly(hex(0x5E6E70), 0, 675, 0, 560, 330, 590, 470, 675)
	c.poly(hex(0x74868A), 0, 560, 330, 590, 345, 602, 0, 574)
	c.rect(darkWood, 96, 330, 9, 240)
	c.rect(darkWood, 296, 350, 9, 240)
	c.poly(roof, 40, 344, 200, 268, 360, 360, 350, 372, 200, 288, 50, 356)
	c.person(150, 575, 1.2, yellow)
	c.person(200, 580, 1.1, coral)
	c.person(246, 586, 0.85, leaf)
	c.rain(white.at(0.5), 230, 24)
	for _, x := range []float64{560, 700, 830, 950, 1080} {
		c.ellipse(white.at(0.35), x, 600+wave(x, 0, 24, 300), 26, 5)
		c.ellipse(hex(0x6A8791), x, 600+wave(x, 0, 24, 300), 20, 3.4)
	}
}

func clearing(c *canvas) {
	c.sky(hex(0x9DBBC8), hex(0xFBE9C6), 370)
	c.disc(hex(0xF9D98A), 850, 250, 46)
	c.cloud(hex(0x8CA3AF).at(0.85), 210, 90, 1.7)
	c.cloud(hex(0xA7BAC2).at(0.9), 480, 140, 1.3)
	c.cloud(white.at(0.8), 1010, 120, 0.9)
	c.farShore(364, hex(0xB5CCC2), hex(0x7FA98F), 31)
	c.river(hex(0xEBDDBA), hex(0x5F98A4), 364, 32)
	c.glitter(hex(0xF9D98A), 850, 376, 230, 33)
	c.ferry(430, 470, 0.85, teal)
	c.sampan(900, 590, 1.1, wood)
	c.person(900, 586, 1, coral)
	c.bird(620, 160, 1, ink)
	c.bird(668, 190, 0.8, ink)
	c.bird(720, 172, 0.7, ink)
}

func bridge(c *canvas) {
	c.sky(hex(0x5E6C97), hex(0xF6B98A), 410)
	c.disc(hex(0xFBD08A), 610, 348, 60)
	c.cloud(hex(0xF1C3A5).at(0.6), 250, 150, 1.3)
	c.cloud(hex(0xF1C3A5).at(0.5), 930, 110, 1.1)
	c.hills(hex(0x7D7597), 360, 30, 41)
	c.hills(hex(0x5D5F83), 396, 16, 42)
	c.river(hex(0xE9A98A), hex(0x3C4C76), 404, 43)
	c.glitter(hex(0xFBD08A), 610, 414, 220, 44)
	deck := hex(0x2A3454)
	for i := range 6 {
		x := 60 + float64(i)*216
		c.poly(deck, x-20, 330, x+20, 330, x+14, 520, x-14, 520)
		c.ellipse(deck, x, 522, 30, 9)
		if i < 5 {
			c.arch(deck, x+108, 398, 90, 62, 322)
		}
	}
	c.rect(deck, 0, 300, 1200, 34)
	c.rect(deck.mix(cream, 0.25), 0, 300, 1200, 6)
	c.row(deck, 41, 30, 0, 0, 272, 4, 30)
	c.rect(deck, 0, 268, 1200, 6)
	// scaffolding on the downstream lane
	for i := range 8 {
		x := 700 + float64(i)*44
		c.rect(orange, x, 200, 5, 100)
		if i < 7 {
			c.line(orange, 3, x, 296, x+44, 204)
		}
	}
	c.row(orange, 3, 0, 32, 696, 200, 318, 5)
	c.person(770, 232, 0.62, yellow)
	c.person(880, 264, 0.62, coral)
	c.person(952, 200, 0.62, yellow)
	// lamps, and a motorbike on its way home
	for _, x := range []float64{150, 400, 1120} {
		c.rect(deck, x, 190, 5, 110)
		c.line(deck, 5, x+2, 192, x+34, 184)
		c.disc(hex(0xFFE3A1), x+36, 190, 9)
	}
	c.ellipse(ink, 296, 292, 11, 11)
	c.ellipse(ink, 340, 292, 11, 11)
	c.poly(coral, 292, 284, 330, 270, 346, 286, 310, 292)
	c.person(318, 284, 0.62, cream)
	c.sampan(250, 590, 1.2, hex(0x332C40))
	c.person(250, 586, 1.0, hex(0x4E4A6B))
}

func swimming(c *canvas) {
	c.day(300)
	c.disc(hex(0xF9D77E), 980, 110, 44)
	c.cloud(white.at(0.8), 300, 100, 1)
	c.farShore(300, mist, leaf, 51)
	c.river(hex(0x9FD3D6), hex(0x3E8D9B), 296, 52)
	c.poly(green, 0, 675, 0, 420, 190, 450, 300, 560, 330, 675)
	c.poly(leaf, 0, 420, 190, 450, 300, 560, 288, 566, 184, 468, 0, 440)
	c.coconut(90, 450, 300, wood, forest)
	// the net: stakes and floats
	floats := []paint{coral, yellow, white, orange, teal}
	var rope []point
	for i := range 19 {
		x := 340 + float64(i)*46
		y := 386 + wave(float64(i), 0, 10, 9)
		rope = append(rope, point{x, y})
	}
	c.stroke(cream, 3, rope)
	for i, p := range rope {
		if i%6 == 0 {
			c.rect(wood, p.x-4, p.y-66, 8, 90)
		}
		c.ellipse(floats[i%len(floats)], p.x, p.y, 12, 10)
	}
	// rings and children floating on their backs
	for _, k := range []struct {
		x, y float64
		p    paint
	}{{520, 480, coral}, {820, 540, yellow}, {1040, 460, white}} {
		c.ellipse(k.p, k.x, k.y, 46, 22)
		c.ellipse(hex(0x5FA9B2), k.x, k.y, 24, 9)
		c.ellipse(k.p.mix(ink, 0.25), k.x, k.y+20, 40, 3)
	}
	for i, k := range pts(650, 520, 730, 600, 930, 600, 560, 590) {
		shirt := []paint{yellow, coral, leaf, orange}[i]
		c.ellipse(white.at(0.3), k.x, k.y+6, 70, 15)
		c.round(shirt, k.x-26, k.y-9, 54, 18, 9)
		c.ellipse(hex(0xC98F6B), k.x-42, k.y-2, 14, 13)
		c.fill(ink, arc(k.x-44, k.y-4, 14, 13, 120, 270))
		c.line(hex(0xC98F6B), 7, k.x+28, k.y-2, k.x+58, k.y-4)
		c.line(hex(0xC98F6B), 6, k.x-10, k.y-8, k.x-24, k.y-28)
	}
	c.person(200, 490, 1.35, teal)
}

func buffalo(c *canvas) {
	c.sky(hex(0xE7A98F), hex(0xFCEBC8), 390)
	c.disc(hex(0xFBD48A), 860, 330, 58)
	c.cloud(white.at(0.45), 320, 120, 1.1)
	c.farShore(384, hex(0xD9B7A4), hex(0xA99A83), 61)
	c.river(hex(0xF3CFA6), hex(0x7C8E93), 382, 62)
	c.glitter(hex(0xFBD48A), 860, 394, 200, 63)
	// the sandbank
	c.fill(hex(0xDDBE88), curve(120, 600, 520, 470, 980, 590, 560, 650, 120, 600))
	c.fill(hex(0xEBD3A2), curve(170, 590, 520, 486, 920, 584, 540, 610, 170, 590))
	for i := range 9 {
		c.tuft(180+float64(i)*34, 588-wave(float64(i), 0, 14, 11), 70, hex(0x6E8B5B), uint64(64+i))
		c.tuft(720+float64(i)*24, 586, 60+wave(float64(i), 0, 18, 5), hex(0x7F9A63), uint64(80+i))
	}
	// the buffalo
	hide := hex(0x33333F)
	for _, x := range []float64{432, 470, 620, 655} {
		c.poly(hide.mix(ink, 0.3), x-13, 480, x+15, 480, x+11, 582, x-9, 582)
	}
	c.fill(hide, curve(392, 440, 420, 380, 530, 384, 650, 376, 684, 436, 692, 500, 650, 516, 540, 548, 440, 516, 392, 500, 392, 440))
	c.taper(hide, 10, 4, curve(398, 430, 370, 470, 380, 530))
	c.ellipse(hide, 380, 534, 6, 12)
	c.fill(hide, pts(640, 400, 700, 380, 760, 396, 782, 446, 768, 466, 730, 462, 690, 470, 650, 480))
	c.ellipse(hide.mix(white, 0.12), 772, 456, 17, 14)
	c.ellipse(ink, 778, 452, 3.5, 3.5)
	c.ellipse(cream, 734, 416, 5, 5)
	c.ellipse(ink, 735, 416, 3, 3)
	horn := hex(0xC9BBA0)
	c.taper(horn, 17, 3, curve(716, 388, 660, 330, 610, 366))
	c.taper(horn, 17, 3, curve(736, 388, 800, 340, 822, 296))
	c.poly(hide.mix(white, 0.1), 700, 396, 668, 404, 690, 416)
	c.stroke(brick, 8, curve(660, 388, 700, 440, 686, 484))
	c.poly(yellow, 676, 484, 696, 484, 706, 516, 666, 516)
	c.ellipse(yellow, 686, 486, 10, 8)
	c.round(hex(0xC98F2E), 662, 512, 48, 8, 4)
	c.ellipse(hex(0x8C5F1E), 686, 524, 5, 5)
	c.bird(500, 372, 1.1, white)
	c.bird(190, 250, 1, ink)
	c.bird(236, 232, 0.8, ink)
}

func mangroves(c *canvas) {
	c.day(330)
	c.cloud(white.at(0.85), 880, 90, 1.2)
	c.cloud(white.at(0.7), 240, 140, 0.8)
	c.riverside(330, 71)
	// the mud
	c.ground(hex(0x9C7F60), 0, 520, 600, 470, 1200, 560)
	c.fill(hex(0xB09673), curve(0, 520, 600, 470, 1200, 560), curve(1200, 574, 600, 484, 0, 536))
	r := chance(73)
	for i, x := range []float64{130, 360, 590, 830, 1070} {
		base := 540 + float64(i%2)*22
		for k := range 7 {
			dx := float64(k-3) * 22
			c.taper(darkWood, 9, 5, curve(x+dx*0.25, base-90, x+dx*0.9, base-60, x+dx*1.5, base+8))
		}
		c.taper(darkWood, 34, 20, curve(x, base-60, x+6, base-160, x-4, base-260))
		h := 250.0 + 20*float64(i%3)
		for k := range 9 {
			a := float64(k) * 40
			c.ellipse(forest.mix(green, 0.25+0.5*r.Float64()), x+78*cos(a), base-h-10+46*sin(a), 62, 44)
		}
		c.ellipse(leaf, x-20, base-h-44, 66, 36)
		c.ellipse(leaf.mix(cream, 0.2), x+44, base-h-24, 38, 22)
	}
	for range 120 { // breathing roots
		x, y := r.Float64()*1200, 545+r.Float64()*110
		c.taper(darkWood, 6, 2, pts(x, y, x, y-12-r.Float64()*16))
	}
	for _, k := range []struct{ x, y, s float64 }{{250, 600, 1}, {720, 590, 1.2}, {950, 630, 0.9}} {
		egret := c.in(k.x, k.y, k.s)
		egret.line(orange, 3, 0, 0, -4, -34)
		egret.line(orange, 3, 9, 0, 5, -34)
		egret.ellipse(white, 0, -46, 26, 15)
		egret.taper(white, 9, 6, curve(18, -50, 44, -62, 26, -92))
		egret.ellipse(white, 28, -94, 9, 7)
		egret.poly(yellow, 34, -97, 60, -90, 34, -90)
	}
	// a hammock between two trunks
	c.fill(coral, curve(384, 420, 476, 540, 572, 430, 476, 500, 384, 420))
}

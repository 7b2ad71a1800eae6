package main

// The pictures of the evening: the night market and the song club.

// stall paints a stall whose counter stands at x, y.
func (c *canvas) stall(x, y, s float64, cloth paint) {
	c = c.in(x, y, s)
	c.rect(darkWood, -70, -132, 6, 132)
	c.rect(darkWood, 64, -132, 6, 132)
	c.rect(hex(0x3A2A35), -64, -118, 128, 60)
	c.ellipse(hex(0xFFD98A).at(0.25), 0, -84, 58, 34)
	c.ellipse(hex(0xFFE9B8).at(0.5), 0, -84, 30, 18)
	for i := range 6 {
		p := cloth
		if i%2 == 1 {
			p = cream
		}
		x0 := -84 + float64(i)*28
		c.poly(p, x0+6, -156, x0+24, -156, x0+28, -120, x0, -120)
		c.ellipse(p, x0+14, -120, 14, 9)
	}
	c.rect(wood, -76, -58, 152, 58)
	c.rect(hex(0xA9764F), -80, -62, 160, 9)
	goods := []paint{leaf, coral, yellow, orange, cream}
	for i := range 7 {
		c.ellipse(goods[i%len(goods)], -60+float64(i)*20, -66, 10, 9)
	}
}

func nightMarket(c *canvas) {
	c.moonlit(hex(0x4A4C78), 420, 1010, 96, 34, 201)
	c.rect(hex(0x6A5149), 0, 410, 1200, 110)
	for i, p := range []paint{coral, teal, orange, brick, blue, coral, leaf} {
		c.stall(90+float64(i)*172, 462, 1.05, p)
	}
	c.garland(-20, 214, 420, 220, 34, 4, 1)
	c.garland(400, 214, 830, 220, 34, 4, 1)
	c.garland(810, 214, 1230, 210, 34, 4, 1)
	for i, p := range []paint{yellow, coral, cream, teal, orange, leaf, coral, yellow} {
		c.person(120+float64(i)*140+float64(i%3)*16, 506+float64(i%2)*8, 0.85, p)
	}
	c.rect(hex(0x4B3A3C), 0, 512, 1200, 14)
	c.river(hex(0x39406C), hex(0x141D3A), 524, 204)
	for i := range 12 {
		p := []paint{yellow, coral, orange}[i%3]
		c.glitter(p, 50+float64(i)*100, 536, 120, uint64(210+i))
	}
	c.sampan(330, 622, 1.15, hex(0x4A2F2A))
	c.person(330, 618, 0.95, coral)
	c.sampan(900, 634, 1.3, hex(0x40302F))
	c.lantern(930, 560, 0.8, yellow)
}

func lanterns(c *canvas) {
	c.sky(night, hex(0x53456F), 675)
	c.stars(50, 400, 221)
	c.poly(hex(0x2A2344), 0, 675, 0, 150, 210, 210, 210, 675)
	c.poly(hex(0x2A2344), 1200, 675, 1200, 130, 1000, 200, 1000, 675)
	for i := range 4 {
		y := 270 + float64(i)*96
		c.rect(hex(0xE9B765).at(0.8), 60, y, 60, 52)
		c.rect(hex(0xE9B765).at(0.55), 1080, y, 60, 52)
	}
	c.poly(hex(0x6A5149), 330, 675, 560, 470, 640, 470, 870, 675)
	c.grove(hex(0x1E2A45), 480, 40, 200, 1010, 222)
	c.poly(hex(0x6A5149), 330, 675, 560, 478, 640, 478, 870, 675)
	c.garland(200, 300, 1010, 296, 30, 7, 0.7)
	c.garland(100, 210, 1100, 200, 46, 6, 1.15)
	c.garland(-30, 40, 1230, 30, 90, 5, 2.1)
	c.person(560, 590, 1.2, coral)
	c.person(612, 600, 0.9, yellow)
	c.person(690, 640, 1.5, teal)
}

func cakes(c *canvas) {
	c.rect(hex(0x6B4632), 0, 0, 1200, 675)
	c.row(hex(0x5E3C2B), 8, 0, 88, 0, 0, 1200, 4)
	// banana leaves below the tray
	for i, a := range []float64{-24, 12, 156, 190} {
		x, y := 600+560*cos(a), 350+420*sin(a)
		p := []paint{green, leaf}[i%2]
		c.fill(p, curve(600, 350, 600+300*cos(a+16), 350+330*sin(a+16), x, y, 600+300*cos(a-16), 350+330*sin(a-16), 600, 350))
		c.line(p.mix(cream, 0.35), 4, 600, 350, x, y)
	}
	c.ellipse(ink.at(0.25), 600, 368, 400, 270)
	c.ellipse(hex(0xC89A5B), 600, 346, 400, 268)
	c.ellipse(hex(0xE3C084), 600, 346, 374, 246)
	for i := range 24 {
		a := float64(i) * 15
		c.line(hex(0xC89A5B), 3, 600+384*cos(a), 346+254*sin(a), 600+374*cos(a), 346+246*sin(a))
	}
	c.ellipse(green, 600, 346, 340, 220)
	kinds := []paint{hex(0xF2E7CF), hex(0xE59AA0), hex(0x8FBF6A), hex(0xF4BE4F), hex(0xB98AB5)}
	k := 0
	for ring, n := range []int{1, 6, 12} {
		for i := range n {
			a := float64(i)*360/float64(n) + float64(ring)*15
			x, y := 600+float64(ring)*124*cos(a), 346+float64(ring)*80*sin(a)
			p := kinds[k%len(kinds)]
			k++
			c.ellipse(ink.at(0.25), x+3, y+10, 50, 32)
			c.ellipse(p.mix(ink, 0.22), x, y+6, 48, 31)
			c.ellipse(p, x, y-3, 48, 30)
			c.ellipse(p.mix(white, 0.45), x-12, y-12, 18, 8)
			if ring != 1 {
				for j := range 5 {
					c.ellipse(hex(0x6B4632), x+16*cos(float64(j)*72), y-3+10*sin(float64(j)*72), 3, 2.4)
				}
			}
		}
	}
	for i := range 3 {
		x := 480 + float64(i)*120
		c.stroke(white.at(0.35), 7, curve(x, 120, x+44, 80, x+8, 30))
	}
}

func boatsAtNight(c *canvas) {
	c.moonlit(hex(0x3E4674), 330, 240, 110, 38, 231)
	c.river(hex(0x3A4372), hex(0x101936), 330, 234)
	c.glitter(moon, 240, 344, 300, 235)
	for i, k := range []struct{ x, y, s float64 }{{330, 440, 1.2}, {820, 470, 1.35}, {540, 590, 1.75}} {
		lamp := []paint{yellow, orange, yellow}[i]
		c.glitter(lamp, k.x+40*k.s, k.y+16, 130, uint64(236+i))
		boat := c.in(k.x, k.y, k.s)
		boat.sampan(0, 0, 1.25, []paint{hex(0x5B3A30), hex(0x4A3540), hex(0x6B4632)}[i])
		boat.arch(hex(0x8C6B48), -30, -6, 56, 58, -6)
		boat.arch(hex(0x2E2230), -6, -6, 30, 42, -6)
		boat.rect(darkWood, 40, -110, 4, 106)
		boat.lantern(42, -110, 0.8, lamp)
		boat.person(82, -8, 0.9, []paint{coral, cream, teal}[i])
	}
	c.poly(hex(0x1B2338), 930, 675, 1000, 560, 1200, 520, 1200, 675)
	for i := range 6 {
		c.tuft(990+float64(i)*40, 580-float64(i)*8, 90, hex(0x24402F), uint64(240+i))
	}
}

func lateRoad(c *canvas) {
	c.moonlit(hex(0x4B568A), 430, 820, 140, 56, 251)
	c.poly(hex(0x33406F), 0, 430, 1200, 430, 1200, 560, 0, 470)
	c.glitter(moon, 820, 440, 76, 254)
	c.poly(hex(0x3B3F5E), 0, 675, 0, 500, 620, 446, 700, 446, 1200, 590, 1200, 675)
	c.poly(hex(0x55577A), 120, 675, 634, 448, 676, 448, 960, 675)
	c.poly(hex(0x6A6C8F).at(0.6), 380, 675, 646, 448, 664, 448, 700, 675)
	// the tree, and the bicycle under it
	c.tree(250, 590, 470, hex(0x1F2238), hex(0x1D3A3F))
	wheel := hex(0xC9CCE0)
	for _, x := range []float64{392, 492} {
		c.stroke(wheel, 4, arc(x, 566, 38, 38, 0, 360))
		c.ellipse(wheel, x, 566, 5, 5)
		for a := 0.0; a < 180; a += 45 {
			c.line(wheel.at(0.5), 1.5, x-36*cos(a), 566-36*sin(a), x+36*cos(a), 566+36*sin(a))
		}
	}
	c.line(coral, 5, 392, 566, 420, 508, 478, 508, 440, 566, 392, 566)
	c.line(coral, 5, 440, 566, 416, 500)
	c.line(coral, 5, 492, 566, 474, 492)
	c.line(ink, 7, 400, 498, 432, 498)
	c.line(wheel, 5, 474, 492, 456, 484)
	c.rect(darkWood, 470, 470, 44, 30)
	c.rect(hex(0x8C6B48), 470, 470, 44, 8)
	// one lamp still on
	c.rect(hex(0x23273F), 960, 300, 8, 300)
	c.line(hex(0x23273F), 7, 964, 302, 924, 288)
	c.poly(hex(0xFFE3A1).at(0.14), 920, 292, 790, 640, 1040, 640)
	c.disc(hex(0xFFE3A1), 920, 292, 11)
	for i, x := range []float64{700, 770, 860, 620} {
		c.ellipse(coral, x, 610+float64(i%3)*22, 6, 3)
	}
}

func communalHouse(c *canvas) {
	c.moonlit(hex(0x5B4B74), 480, 200, 130, 48, 261)
	// the curved roofs
	tile, under := hex(0x7E3B34), hex(0x4E2730)
	c.rect(hex(0x3C2430), 330, 330, 540, 160)
	for i := range 5 {
		x := 350 + float64(i)*118
		c.rect(hex(0xE8A957).at(0.85), x+26, 350, 66, 132)
		c.rect(hex(0xF4CE86).at(0.8), x+46, 364, 26, 118)
		c.rect(brick, x, 330, 20, 160)
	}
	c.fill(under, curve(210, 300, 420, 340, 600, 336, 780, 340, 990, 300), pts(900, 346, 300, 346))
	c.fill(tile, curve(204, 290, 340, 310, 400, 190), curve(800, 190, 860, 310, 996, 290, 800, 334, 600, 330, 400, 334, 204, 290))
	for i := range 16 {
		x := 410 + float64(i)*25.3
		c.line(tile.mix(ink, 0.35), 2.5, x, 194, 600+(x-600)*1.5, 322)
	}
	c.rect(hex(0xC9A15E), 390, 178, 420, 14)
	for _, d := range []float64{-1, 1} {
		c.taper(hex(0xC9A15E), 13, 3, curve(600+d*200, 184, 600+d*236, 184, 600+d*244, 146))
		c.taper(hex(0xC9A15E), 11, 2, curve(600+d*360, 296, 600+d*408, 296, 600+d*418, 262))
	}
	c.disc(hex(0xF4BE4F), 600, 164, 14)
	c.rect(hex(0x59404A), 0, 486, 1200, 189)
	c.rect(hex(0x6B4E55), 290, 480, 620, 14)
	c.rect(hex(0x6B4E55), 260, 494, 680, 10)
	// the fire and the people around it
	c.ellipse(orange.at(0.12), 600, 590, 360, 96)
	c.ellipse(orange.at(0.16), 600, 590, 240, 64)
	for _, k := range []struct {
		x, y float64
		p    paint
	}{{390, 560, teal}, {450, 540, brick}, {750, 540, leaf}, {812, 562, coral}, {530, 528, blue}, {668, 528, yellow}} {
		c.ellipse(hex(0x2A1D28), k.x, k.y+30, 36, 12)
		c.round(k.p.mix(hex(0x3A2436), 0.25), k.x-24, k.y-22, 48, 54, 18)
		c.ellipse(hex(0xB57F5E), k.x, k.y-36, 15, 16)
		c.fill(ink, arc(k.x, k.y-39, 16, 16, 180, 360))
	}
	for i := range 4 {
		c.line(darkWood, 11, 560+float64(i)*8, 616, 640-float64(i)*12, 600)
	}
	c.fill(orange, curve(566, 606, 560, 560, 600, 520, 640, 560, 634, 606))
	c.fill(yellow, curve(580, 606, 578, 574, 602, 550, 622, 576, 620, 606))
	for i := range 10 {
		c.ellipse(yellow.at(0.8), 570+wave(float64(i), 30, 34, 3.1), 500-float64(i)*24, 2.4, 2.4)
	}
	for i, x := range []float64{440, 860} {
		c.person(x-60+float64(i)*160, 668, 1.3, hex(0x39405F))
	}
}

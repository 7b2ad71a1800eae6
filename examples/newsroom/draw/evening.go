package main

// The pictures of the evening: the night market and the song club.

// stall paints a stall whose counter stands at x, y.
func (c *canvas) stall(x, y, s float64, cloth paint) {
	c.rect(darkWood, x-70*s, y-132*s, 6*s, 132*s)
	c.rect(darkWood, x+64*s, y-132*s, 6*s, 132*s)
	c.rect(hex(0x3A2A35), x-64*s, y-118*s, 128*s, 60*s)
	c.ellipse(hex(0xFFD98A).at(0.25), x, y-84*s, 58*s, 34*s)
	c.ellipse(hex(0xFFE9B8).at(0.5), x, y-84*s, 30*s, 18*s)
	for i := range 6 {
		p := cloth
		if i%2 == 1 {
			p = cream
		}
		x0 := x - 84*s + float64(i)*28*s
		c.poly(p, x0+6*s, y-156*s, x0+24*s, y-156*s, x0+28*s, y-120*s, x0, y-120*s)
		c.ellipse(p, x0+14*s, y-120*s, 14*s, 9*s)
	}
	c.rect(wood, x-76*s, y-58*s, 152*s, 58*s)
	c.rect(hex(0xA9764F), x-80*s, y-62*s, 160*s, 9*s)
	goods := []paint{leaf, coral, yellow, orange, cream}
	for i := range 7 {
		c.ellipse(goods[i%len(goods)], x-60*s+float64(i)*20*s, y-66*s, 10*s, 9*s)
	}
}

func nightMarket(c *canvas) {
	c.sky(night, hex(0x4A4C78), 420)
	c.stars(70, 260, 201)
	c.disc(hex(0xFBEFC9), 1010, 96, 34)
	c.hills(hex(0x2A3157), 372, 20, 202)
	c.grove(hex(0x1E2A45), 420, 42, -20, 1220, 203)
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
	for i := range 8 {
		c.rect(hex(0x5E3C2B), 0, float64(i)*88, 1200, 4)
	}
	// banana leaves below the tray
	for i, a := range []float64{-24, 12, 156, 190} {
		tip := point{600 + 560*cos(a), 350 + 420*sin(a)}
		mid := point{600 + 300*cos(a+16), 350 + 330*sin(a+16)}
		mid2 := point{600 + 300*cos(a-16), 350 + 330*sin(a-16)}
		p := []paint{green, leaf}[i%2]
		c.fill(p, append(bezier(point{600, 350}, mid, tip), bezier(tip, mid2, point{600, 350})...))
		c.line(p.mix(cream, 0.35), 4, 600, 350, tip.x, tip.y)
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
		c.stroke(white.at(0.35), 7, bezier(point{x, 120}, point{x + 44, 80}, point{x + 8, 30}))
	}
}

func boatsAtNight(c *canvas) {
	c.sky(night, hex(0x3E4674), 330)
	c.stars(80, 240, 231)
	c.disc(hex(0xFBEFC9), 240, 110, 38)
	c.hills(hex(0x2A3157), 296, 18, 232)
	c.grove(hex(0x1E2A45), 334, 34, -20, 1220, 233)
	c.river(hex(0x3A4372), hex(0x101936), 330, 234)
	c.glitter(hex(0xFBEFC9), 240, 344, 300, 235)
	for i, k := range []struct{ x, y, s float64 }{{330, 440, 1.2}, {820, 470, 1.35}, {540, 590, 1.75}} {
		lamp := []paint{yellow, orange, yellow}[i]
		c.glitter(lamp, k.x+40*k.s, k.y+16, 130, uint64(236+i))
		c.sampan(k.x, k.y, k.s*1.25, []paint{hex(0x5B3A30), hex(0x4A3540), hex(0x6B4632)}[i])
		c.fill(hex(0x8C6B48), append(arc(k.x-30*k.s, k.y-6*k.s, 56*k.s, 58*k.s, 180, 360), pts(k.x+26*k.s, k.y-6*k.s, k.x-86*k.s, k.y-6*k.s)...))
		c.fill(hex(0x2E2230), append(arc(k.x-6*k.s, k.y-6*k.s, 30*k.s, 42*k.s, 180, 360), pts(k.x+24*k.s, k.y-6*k.s, k.x-36*k.s, k.y-6*k.s)...))
		c.rect(darkWood, k.x+40*k.s, k.y-110*k.s, 4*k.s, 106*k.s)
		c.lantern(k.x+42*k.s, k.y-110*k.s, 0.8*k.s, lamp)
		c.person(k.x+82*k.s, k.y-8*k.s, 0.9*k.s, []paint{coral, cream, teal}[i])
	}
	c.poly(hex(0x1B2338), 930, 675, 1000, 560, 1200, 520, 1200, 675)
	for i := range 6 {
		c.tuft(990+float64(i)*40, 580-float64(i)*8, 90, hex(0x24402F), uint64(240+i))
	}
}

func lateRoad(c *canvas) {
	c.sky(night, hex(0x4B568A), 430)
	c.stars(90, 330, 251)
	c.disc(hex(0xFBF2D4), 820, 140, 56)
	c.hills(hex(0x2C3560), 404, 18, 252)
	c.grove(hex(0x202C4C), 436, 36, -20, 1220, 253)
	c.poly(hex(0x33406F), 0, 430, 1200, 430, 1200, 560, 0, 470)
	c.glitter(hex(0xFBF2D4), 820, 440, 76, 254)
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
	c.sky(night, hex(0x5B4B74), 480)
	c.stars(80, 300, 261)
	c.disc(hex(0xFBF2D4), 200, 130, 48)
	c.hills(hex(0x2A2F55), 430, 22, 262)
	c.grove(hex(0x1D2743), 480, 50, -20, 1220, 263)
	// the curved roofs
	tile, under := hex(0x7E3B34), hex(0x4E2730)
	c.rect(hex(0x3C2430), 330, 330, 540, 160)
	for i := range 5 {
		x := 350 + float64(i)*118
		c.rect(hex(0xE8A957).at(0.85), x+26, 350, 66, 132)
		c.rect(hex(0xF4CE86).at(0.8), x+46, 364, 26, 118)
		c.rect(brick, x, 330, 20, 160)
	}
	c.fill(under, append(bezier(point{210, 300}, point{420, 340}, point{600, 336}), append(bezier(point{600, 336}, point{780, 340}, point{990, 300}), pts(900, 346, 300, 346)...)...))
	lower := bezier(point{204, 290}, point{340, 310}, point{400, 190})
	lower = append(lower, pts(800, 190)...)
	lower = append(lower, bezier(point{800, 190}, point{860, 310}, point{996, 290})...)
	lower = append(lower, bezier(point{996, 290}, point{800, 334}, point{600, 330})...)
	lower = append(lower, bezier(point{600, 330}, point{400, 334}, point{204, 290})...)
	c.fill(tile, lower)
	for i := range 16 {
		x := 410 + float64(i)*25.3
		c.line(tile.mix(ink, 0.35), 2.5, x, 194, 600+(x-600)*1.5, 322)
	}
	c.rect(hex(0xC9A15E), 390, 178, 420, 14)
	for _, d := range []float64{-1, 1} {
		c.taper(hex(0xC9A15E), 13, 3, bezier(point{600 + d*200, 184}, point{600 + d*236, 184}, point{600 + d*244, 146}))
		c.taper(hex(0xC9A15E), 11, 2, bezier(point{600 + d*360, 296}, point{600 + d*408, 296}, point{600 + d*418, 262}))
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
	c.fill(orange, append(bezier(point{566, 606}, point{560, 560}, point{600, 520}), bezier(point{600, 520}, point{640, 560}, point{634, 606})...))
	c.fill(yellow, append(bezier(point{580, 606}, point{578, 574}, point{602, 550}), bezier(point{602, 550}, point{622, 576}, point{620, 606})...))
	for i := range 10 {
		c.ellipse(yellow.at(0.8), 570+wave(float64(i), 30, 34, 3.1), 500-float64(i)*24, 2.4, 2.4)
	}
	for i, x := range []float64{440, 860} {
		c.person(x-60+float64(i)*160, 668, 1.3, hex(0x39405F))
	}
}

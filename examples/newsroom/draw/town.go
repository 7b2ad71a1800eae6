package main

// The pictures of the town and its school.

func library(c *canvas) {
	c.day(440)
	c.disc(hex(0xF9D77E), 1030, 120, 46)
	c.cloud(white.at(0.85), 210, 110, 1.2)
	c.cloud(white.at(0.7), 760, 70, 0.8)
	c.riverside(430, 101)
	// the quay
	c.poly(hex(0xD8C49A), 0, 675, 0, 546, 1200, 546, 1200, 675)
	c.rect(hex(0xC1AB7E), 0, 546, 1200, 10)
	for i := range 13 {
		c.line(hex(0xC1AB7E), 2, float64(i)*100, 556, float64(i)*100-60, 675)
	}
	// the mill
	x, y := 300.0, 560.0
	c.rect(brick, x, y-230, 600, 230)
	c.poly(brick, x+200, y-230, x+300, y-330, x+400, y-230)
	c.poly(roof, x-26, y-226, x+180, y-226, x+300, y-346, x+420, y-226, x+626, y-226, x+600, y-252, x+440, y-252, x+300, y-390, x+160, y-252, x, y-252)
	c.rect(hex(0xA44A36), x, y-30, 600, 30)
	r := chance(103)
	for range 70 {
		bx, by := x+12+r.Float64()*560, y-220+r.Float64()*180
		c.rect(hex(0xA94B37), bx, by, 24, 7)
	}
	for _, dx := range []float64{110, 300, 490} {
		c.arch(cream, x+dx, y-128, 58, 58, y)
		c.arch(hex(0x5F9AA5), x+dx, y-126, 48, 48, y)
		c.fill(hex(0x8CBFC6), arc(x+dx, y-126, 48, 48, 180, 270), pts(x+dx, y, x+dx-48, y))
		c.rect(cream, x+dx-3, y-174, 6, 174)
		c.rect(cream, x+dx-48, y-110, 96, 6)
	}
	c.ellipse(cream, x+300, y-272, 32, 32)
	c.ellipse(hex(0x5F9AA5), x+300, y-272, 24, 24)
	c.poly(cream, x+282, y-284, x+299, y-278, x+299, y-256, x+282, y-262) // an open book
	c.poly(cream, x+318, y-284, x+301, y-278, x+301, y-256, x+318, y-262)
	c.poly(hex(0xB7A377), 560, 560, 640, 560, 700, 612, 500, 612) // the ramp
	for _, ax := range []float64{150, 216, 984, 1050, 1120} {
		c.areca(ax, 566, 300+40*sin(ax), hex(0x8A7358), green)
	}
	for _, bx := range []float64{90, 780, 960} {
		c.rect(wood, bx, 596, 130, 10)
		c.rect(darkWood, bx+12, 606, 10, 26)
		c.rect(darkWood, bx+108, 606, 10, 26)
		c.rect(wood, bx, 572, 130, 8)
	}
	c.person(460, 632, 1.1, coral)
	c.person(506, 640, 0.8, yellow)
	c.person(720, 624, 1.05, teal)
	c.person(838, 604, 0.9, leaf)
}

func shelves(c *canvas) {
	c.rect(hex(0xF3E3C3), 0, 0, 1200, 675)
	c.rect(hex(0xD9A779), 0, 520, 1200, 155)
	for i := range 13 {
		c.line(hex(0xC99262), 2, 600+(float64(i)-6)*90, 520, 600+(float64(i)-6)*220, 675)
	}
	c.row(hex(0xC99262), 2, 0, 48, 0, 552, 1200, 2)
	// the arched window with the river behind
	c.arch(cream, 600, 230, 200, 190, 400)
	c.arch(hex(0xBFE0EA), 600, 232, 182, 174, 384)
	c.rect(leaf, 418, 300, 364, 24)
	c.ellipse(leaf, 480, 300, 46, 26)
	c.ellipse(green, 690, 302, 60, 30)
	c.rect(water, 418, 320, 364, 64)
	c.line(white.at(0.6), 3, 450, 344, 520, 344)
	c.line(white.at(0.6), 3, 620, 360, 720, 360)
	c.rect(cream, 594, 58, 12, 326)
	c.rect(cream, 418, 222, 364, 10)
	c.poly(hex(0xFFF3CF).at(0.45), 418, 384, 782, 384, 900, 675, 300, 675)
	// the iron drive shaft under the roof
	c.rect(hex(0x4B5560), 0, 26, 1200, 14)
	for _, x := range []float64{180, 1010} {
		c.ellipse(hex(0x4B5560), x, 33, 52, 30)
		c.ellipse(hex(0x6C7883), x, 33, 36, 18)
	}
	colors := []paint{teal, coral, yellow, blue, leaf, orange, brick, cream, forest}
	r := chance(111)
	for _, x0 := range []float64{40, 830} {
		c.rect(wood, x0, 200, 330, 340)
		for row := range 3 {
			y := 214 + float64(row)*108
			c.rect(darkWood, x0+12, y, 306, 96)
			for x := x0 + 16; x < x0+306; {
				w := 10 + r.Float64()*14
				h := 58 + r.Float64()*32
				if x+w > x0+314 {
					break
				}
				p := colors[r.IntN(len(colors))]
				c.rect(p, x, y+96-h, w, h)
				c.rect(p.mix(ink, 0.25), x, y+96-h+8, w, 4)
				x += w + 2
				if r.Float64() < 0.08 {
					x += 26
				}
			}
		}
	}
	// a child on the floor, reading
	c.ellipse(ink.at(0.14), 600, 622, 120, 14)
	c.fill(blue, curve(520, 616, 600, 560, 690, 616), pts(690, 624, 520, 624))
	c.round(coral, 560, 496, 76, 96, 30)
	c.ellipse(hex(0xC98F6B), 598, 462, 32, 34)
	c.fill(ink, arc(598, 456, 36, 36, 170, 370))
	c.poly(cream, 540, 548, 600, 560, 600, 604, 540, 590)
	c.poly(hex(0xF1E2BE), 660, 548, 600, 560, 600, 604, 660, 590)
	c.ellipse(hex(0xC98F6B), 544, 570, 10, 10)
	c.ellipse(hex(0xC98F6B), 656, 570, 10, 10)
	for i, p := range []paint{teal, yellow, coral} {
		c.round(p, 740-float64(i)*6, 610-float64(i)*16, 96, 15, 4)
	}
}

func (c *canvas) bus(x, y, s float64, p paint) {
	c = c.in(x, y, s)
	c.ellipse(ink.at(0.2), 0, 4, 200, 9)
	c.round(p, -190, -150, 380, 136, 22)
	c.round(p.mix(white, 0.8), -190, -62, 380, 14, 4)
	for i := range 5 {
		c.round(hex(0xCFE7EA), -176+float64(i)*58, -134, 50, 52, 7)
	}
	c.round(hex(0xCFE7EA), 118, -134, 56, 108, 7)
	c.rect(p.mix(ink, 0.3), 144, -134, 4, 108)
	for i := range 4 {
		c.ellipse(hex(0xB57F5E), -150+float64(i)*58, -104, 11, 12)
		c.fill(ink, arc(-150+float64(i)*58, -107, 12, 12, 180, 360))
	}
	for _, d := range []float64{-112, 104} {
		c.ellipse(ink, 0+d*s, -12, 32, 32)
		c.ellipse(hex(0xB9C3C4), 0+d*s, -12, 14, 14)
	}
	c.ellipse(yellow, 184, -40, 7, 9)
}

func bus(c *canvas) {
	c.day(400)
	c.cloud(white.at(0.85), 320, 100, 1.1)
	c.cloud(white.at(0.7), 930, 150, 0.8)
	c.riverside(396, 121)
	c.rect(leaf, 0, 500, 1200, 40)
	c.rect(hex(0xD8C49A), 0, 530, 1200, 30)
	c.rect(hex(0x6F7E82), 0, 556, 1200, 119)
	c.row(cream, 8, 170, 0, 20, 622, 90, 8)
	for _, x := range []float64{110, 330, 1090} {
		c.tree(x, 530, 330, darkWood, green)
	}
	c.bus(600, 606, 1.35, teal)
	c.rect(darkWood, 960, 330, 10, 212)
	c.round(coral, 916, 300, 98, 54, 8)
	c.rect(cream, 930, 318, 70, 7)
	c.rect(cream, 930, 332, 46, 7)
	c.person(896, 548, 1.15, yellow)
	c.person(1004, 548, 0.85, coral)
	c.person(1040, 548, 0.9, blue)
}

func busStop(c *canvas) {
	c.sky(hex(0xF8DDB0), hex(0xFBF1DC), 460)
	c.disc(yellow, 210, 190, 46)
	c.hills(mist, 400, 24, 131)
	c.grove(leaf, 470, 40, -20, 1220, 132)
	c.rect(hex(0x8FB87F), 0, 466, 1200, 60)
	c.rect(hex(0xD8C49A), 0, 516, 1200, 50)
	c.rect(hex(0x6F7E82), 0, 560, 1200, 115)
	c.row(cream, 8, 170, 0, 40, 616, 90, 8)
	c.rect(cream, 380, 300, 440, 216)
	c.rect(hex(0xE6D3AC), 380, 300, 440, 14)
	for _, x := range []float64{340, 836} {
		c.rect(wood, x, 286, 24, 242)
	}
	c.poly(roof, 280, 296, 380, 180, 820, 180, 920, 296)
	for i := range 14 {
		x := 300 + float64(i)*44
		c.line(hex(0x7B3226), 3, x, 294, 390+float64(i)*32, 184)
	}
	c.poly(hex(0x7B3226), 280, 296, 920, 296, 912, 308, 288, 308)
	c.round(teal, 430, 336, 150, 110, 8)
	for i := range 5 {
		c.rect(cream, 448, 354+float64(i)*18, 40, 8)
		c.rect(cream.mix(teal, 0.3), 500, 354+float64(i)*18, 62, 8)
	}
	c.rect(wood, 420, 474, 360, 14)
	c.rect(darkWood, 440, 488, 12, 40)
	c.rect(darkWood, 748, 488, 12, 40)
	c.person(690, 474, 1.1, coral)
	c.person(640, 528, 0.9, yellow)
	c.person(720, 530, 0.8, leaf)
	c.tree(1040, 530, 350, darkWood, green)
	c.areca(130, 530, 330, hex(0x8A7358), green)
}

func schoolGarden(c *canvas) {
	c.day(330)
	c.disc(hex(0xF9D77E), 150, 110, 42)
	c.cloud(white.at(0.85), 880, 90, 1.1)
	c.grove(leaf, 330, 46, -20, 1220, 141)
	c.rect(hex(0x8FB87F), 0, 324, 1200, 60)
	// the classrooms
	c.rect(cream, 170, 220, 860, 150)
	c.poly(roof, 130, 224, 190, 146, 1010, 146, 1070, 224)
	c.rect(hex(0x7B3226), 130, 222, 940, 8)
	for i := range 7 {
		x := 200 + float64(i)*120
		c.rect(hex(0x6FA9B0), x, 256, 74, 66)
		c.rect(cream, x+35, 256, 5, 66)
		c.rect(teal, x-8, 250, 90, 7)
		c.rect(hex(0xE6D3AC), x+92, 230, 8, 140)
	}
	c.rect(hex(0xCDB489), 0, 366, 1200, 309)
	// beds in perspective
	r := chance(142)
	for row := range 4 {
		y0, y1 := 386+float64(row*row)*13+float64(row)*28, 0.0
		y1 = y0 + 26 + float64(row)*11
		for col := range 5 {
			f := 1 + float64(row)*0.16
			x := 600 + (float64(col)-2.5)*216*f + 10*f
			w := 190 * f
			c.poly(hex(0x7A5A41), x, y0, x+w, y0, x+w*1.04, y1, x-w*0.04, y1)
			for i := range 9 {
				px := x + w*(float64(i)+0.5)/9
				g := []paint{leaf, green, hex(0x8FBF6A), hex(0x4F8F5B)}[(row+col)%4]
				s := (13 + 4*float64(row)) * (0.85 + 0.3*r.Float64())
				c.ellipse(g, px, y0+2, s*0.72, s)
				c.ellipse(g.mix(cream, 0.25), px-s*0.15, y0-s*0.25, s*0.3, s*0.45)
				if (row*5+col)%6 == 2 && i%2 == 0 {
					c.ellipse(coral, px+4, y0-2, 6, 6)
				}
			}
			c.rect(wood, x+w*0.96, y0-34, 4, 40)
			c.round(cream, x+w*0.96-12, y0-42, 28, 18, 3)
		}
	}
	// a watering can
	c.poly(teal, 1010, 560, 1090, 560, 1098, 640, 1002, 640)
	c.taper(teal, 14, 9, pts(1006, 610, 956, 566))
	c.poly(teal, 944, 560, 964, 548, 972, 566, 956, 578)
	c.stroke(teal.mix(ink, 0.2), 8, arc(1092, 596, 30, 34, -80, 80))
	c.person(300, 520, 1.05, coral)
	c.person(350, 526, 0.9, yellow)
	c.person(820, 440, 0.8, blue)
}

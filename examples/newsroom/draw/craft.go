package main

// The pictures of harvest and of old crafts.

func orchard(c *canvas) {
	c.day(420)
	c.disc(hex(0xF9D77E), 940, 120, 48)
	c.cloud(white.at(0.8), 420, 90, 1)
	c.riverside(400, 301)
	c.ground(hex(0xA8BE77), 0, 500, 500, 450, 1200, 520)
	c.ground(hex(0x8DAA66), 0, 580, 600, 540, 1200, 600)
	r := chance(303)
	for _, k := range []struct{ x, y, h float64 }{{1080, 540, 330}, {820, 520, 280}, {150, 560, 420}, {470, 590, 500}} {
		c.tree(k.x, k.y, k.h, darkWood, green)
		for range 9 {
			a, d := r.Float64()*360, 0.3*k.h*r.Float64()
			c.bunch(k.x+d*cos(a)*1.1, k.y-k.h*0.66+d*sin(a)*0.6, k.h*0.024, 10, uint64(k.x)+uint64(d))
		}
	}
	for _, d := range []float64{0, 34} { // the ladder
		c.line(straw, 7, 600+d, 610, 520+d*0.7, 300)
	}
	for i := range 8 {
		f := float64(i) / 8
		c.line(straw, 6, 600-80*f, 610-310*f, 634-90*f, 610-310*f)
	}
	c.person(556, 430, 1.05, coral)
	c.person(716, 630, 1.2, blue)
	for i, x := range []float64{780, 880, 960} {
		y := 622 + float64(i%2)*20
		c.ellipse(ink.at(0.16), x, y+4, 60, 9)
		c.bunch(x, y-44, 11, 22, uint64(305+i))
		c.poly(hex(0xB98B52), x-52, y-34, x+52, y-34, x+38, y, x-38, y)
		c.rect(hex(0xA0743F), x-54, y-38, 108, 8)
		c.line(hex(0xA0743F), 3, x-46, y-18, x+46, y-18)
	}
}

// bunch paints a bunch of n longans of radius r hanging at x, y.
func (c *canvas) bunch(x, y, r float64, n int, seed uint64) {
	rnd := chance(seed)
	for i := range n {
		t := float64(i) / float64(n)
		px, py := x+(rnd.Float64()-0.5)*r*5*(1-0.5*t), y+r*4*t
		p := hex(0xB9853F).mix(hex(0xDDAE62), rnd.Float64())
		c.ellipse(p.mix(ink, 0.3), px, py+r*0.12, r, r)
		c.ellipse(p, px, py-r*0.06, r*0.94, r*0.94)
		c.ellipse(p.mix(cream, 0.5), px-r*0.3, py-r*0.38, r*0.28, r*0.22)
	}
}

func longans(c *canvas) {
	c.sky(hex(0xDDEBC9), hex(0xF8F0D6), 675)
	r := chance(311)
	for range 40 {
		x, y := r.Float64()*1200, r.Float64()*675
		c.ellipse(hex(0xB9D4A0).at(0.45), x, y, 60+50*r.Float64(), 36+24*r.Float64())
	}
	for i, x := range []float64{70, 480, 720, 960, 1150} { // farther away
		c.taper(hex(0xA9B58A), 7, 4, curve(x, -10, x+10, 120, x, 250+float64(i%2)*60))
		c.bunch(x, 250+float64(i%2)*60, 22, 26, uint64(330+i))
	}
	c.taper(darkWood, 34, 16, curve(-20, 60, 500, 20, 1220, 150))
	for i, x := range []float64{190, 370, 600, 840, 1050} {
		y := 70 + wave(x, 0, 16, 700)
		l := 190 + float64(i%3)*54
		c.taper(wood, 11, 6, curve(x, y, x+14, y+l*0.5, x, y+l))
		for k := range 3 {
			a := 30 + float64(k)*60
			c.fill([]paint{green, leaf, forest}[k], curve(x, y+10, x+70*cos(a)-10, y-30+40*sin(a),
				x+150*cos(a), y+20+90*sin(a)*0.7, x+80*cos(a), y+70+50*sin(a), x, y+10))
		}
		c.bunch(x, y+l, 40, 36, uint64(312+i))
	}
}

func loom(c *canvas) {
	c.rect(hex(0xEFD9B4), 0, 0, 1200, 675)
	c.row(hex(0xE3C998), 25, 50, 0, 0, 0, 3, 500)
	c.rect(hex(0xC79A6B), 0, 490, 1200, 185)
	c.rect(hex(0xB98A5C), 0, 490, 1200, 8)
	// a window on the river
	c.rect(wood, 880, 80, 250, 200)
	c.rect(hex(0xCFE7EA), 894, 94, 222, 172)
	c.rect(leaf, 894, 186, 222, 20)
	c.rect(water, 894, 204, 222, 62)
	c.rect(wood, 1001, 94, 8, 172)
	// the loom, seen from above its front edge
	c.poly(darkWood, 150, 240, 178, 240, 120, 610, 84, 610)
	c.poly(darkWood, 822, 240, 850, 240, 916, 610, 880, 610)
	c.rect(wood, 140, 226, 720, 24)
	left := func(y float64) float64 { return 190 - (y-250)*0.16 }
	right := func(y float64) float64 { return 810 + (y-250)*0.16 }
	for i := range 61 { // the warp
		t := float64(i) / 60
		c.line(cream, 2, left(250)+(right(250)-left(250))*t, 250, left(600)+(right(600)-left(600))*t, 600)
	}
	stripes := []paint{brick, hex(0xE7B84E), brick, leaf, hex(0xE7B84E), coral, leaf, hex(0xE7B84E), brick, leaf}
	y := 410.0
	for i := 0; y < 600; i++ { // the woven part
		h := []float64{26, 10, 14, 20, 8, 26, 12, 10, 20, 16}[i%10]
		h = min(h, 600-y)
		p := stripes[i%len(stripes)]
		c.poly(p, left(y), y, right(y), y, right(y+h), y+h, left(y+h), y+h)
		for x := left(y) + 6; x < right(y)-10; x += 24 {
			c.rect(p.mix(cream, 0.2), x+float64(i%2)*12, y+h*0.3, 12, 2.2)
		}
		y += h
	}
	c.round(hex(0xA9764F), 130, 372, 740, 30, 8) // the beater
	c.rect(hex(0x8C5F3C), 130, 390, 740, 4)
	for i := range 47 {
		c.ellipse(darkWood, 150+float64(i)*15, 382, 2.4, 2.4)
	}
	c.round(wood, 84, 596, 836, 26, 8)
	// bundles of dyed sedge against the wall
	for i, p := range []paint{brick, hex(0xE7B84E), leaf} {
		x := 950 + float64(i)*76
		for k := range 9 {
			c.taper(p.mix(ink, 0.05*float64(k%3)), 9, 4, pts(x+float64(k-4)*3, 610, x+float64(k-4)*7, 340+float64(k%4)*14))
		}
		c.rect(darkWood, x-20, 500, 40, 12)
	}
}

func sedge(c *canvas) {
	c.day(440)
	c.cloud(white.at(0.8), 900, 110, 1)
	c.hills(mist, 400, 26, 321)
	c.grove(leaf, 450, 40, -20, 1220, 322)
	c.rect(hex(0xC9B98A), 0, 440, 1200, 235)
	c.row(hex(0xBBAA79), 5, 0, 44, 0, 470, 1200, 3)
	r := chance(323)
	for row, k := range []struct{ y, s float64 }{{250, 0.75}, {330, 1.15}} {
		for x := -40.0; x < 1240; x += 320 * k.s {
			c.rect(straw.mix(wood, 0.4), x, k.y-20, 12*k.s, 300*k.s)
		}
		c.rect(straw, -20, k.y-10, 1240, 12*k.s)
		colors := []paint{brick, hex(0xE7B84E), leaf, brick, leaf, hex(0xE7B84E)}
		n := 0
		for x := 20.0; x < 1190; x += 92 * k.s {
			p := colors[(n+row*2)%len(colors)]
			n++
			for j := range 13 {
				dx := float64(j-6) * 5 * k.s
				l := (190 + 34*r.Float64()) * k.s
				c.taper(p.mix([]paint{ink, cream}[j%2], 0.1+0.1*r.Float64()), 7*k.s, 3*k.s, curve(x+dx, k.y-8, x+dx*1.1, k.y+l*0.5, x+dx*1.5+6*r.Float64(), k.y+l))
			}
			c.round(p.mix(ink, 0.25), x-34*k.s, k.y-14, 68*k.s, 18*k.s, 8*k.s)
		}
	}
	c.person(980, 650, 1.5, teal)
}

func boatyard(c *canvas) {
	c.day(430)
	c.riverside(380, 331)
	c.poly(hex(0xCDB07E), 0, 675, 0, 500, 820, 520, 1010, 675)
	c.poly(hex(0xBB9D6B), 0, 500, 820, 520, 836, 534, 0, 516)
	// the thatched roof
	for _, x := range []float64{110, 430, 770} {
		c.rect(darkWood, x, 180, 16, 380)
	}
	c.poly(hex(0xA98A55), 20, 214, 150, 80, 760, 80, 900, 214)
	for i := range 30 {
		x := 24 + float64(i)*30
		c.line(hex(0x8C6F40), 3, x, 214, 150+float64(i)*21, 84)
	}
	c.poly(hex(0x8C6F40), 14, 212, 906, 212, 890, 236, 30, 236)
	// the boat on its stand
	for _, x := range []float64{250, 480, 700} {
		c.poly(darkWood, x-44, 610, x-30, 610, x+4, 520, x-8, 520)
		c.poly(darkWood, x+44, 610, x+30, 610, x-4, 520, x+8, 520)
	}
	c.fill(wood, curve(110, 400, 250, 560, 480, 548, 710, 560, 860, 390, 480, 500, 110, 400))
	for i := range 3 {
		d := float64(i) * 26
		c.stroke(hex(0xA9764F), 4, curve(150, 420+d*0.5, 280, 530-d*0.4, 480, 528-d*0.7, 690, 530-d*0.4, 824, 412+d*0.5))
	}
	for i := range 6 {
		x := 230 + float64(i)*100
		c.line(hex(0xC89A5B), 8, x, 452+wave(x, 0, 8, 500), x+6, 418)
	}
	c.fill(hex(0xC89A5B), curve(110, 400, 480, 500, 860, 390), curve(860, 378, 480, 486, 110, 388))
	c.person(330, 622, 1.35, blue)
	c.person(590, 628, 1.3, coral)
	for i := range 4 {
		c.poly(hex(0xC89A5B), 60, 640-float64(i)*13, 260, 634-float64(i)*13, 260, 642-float64(i)*13, 60, 649-float64(i)*13)
	}
	c.coconut(1060, 640, 400, darkWood, forest)
	c.sampan(1010, 480, 0.9, brick)
}

// rack paints a bamboo rack of round rice sheets lying towards the reader.
func (c *canvas) rack(x, y, s float64, frame, sheet paint) {
	c = c.in(x, y, s)
	c.poly(frame.mix(ink, 0.25), -150, 0, -142, 0, -128, 92, -136, 92)
	c.poly(frame.mix(ink, 0.25), 150, 0, 142, 0, 128, 92, 136, 92)
	c.poly(frame, -130, -50, 130, -50, 165, 14, -165, 14)
	c.poly(frame.mix(cream, 0.3), -122, -45, 122, -45, 152, 8, -152, 8)
	for row := range 2 {
		for i := range 6 {
			f := 1 + 0.12*float64(row)
			px, py := (float64(i)-2.5)*44*f, -32+float64(row)*27
			c.ellipse(sheet.mix(ink, 0.18), px, py+2, 19*f, 11*f)
			c.ellipse(sheet, px, py, 19*f, 11*f)
			c.ellipse(sheet.mix(white, 0.6), px-4, py-3, 9, 3.6)
		}
	}
}

func riceSheets(c *canvas) {
	c.sky(hex(0x3F5787), hex(0xF3C6A0), 350)
	c.stars(30, 120, 341)
	c.disc(hex(0xFBD9A0), 880, 338, 54)
	c.farShore(346, hex(0x8D8AA6), hex(0x55647F), 342)
	c.river(hex(0xE7B99C), hex(0x54719A), 344, 343)
	c.glitter(hex(0xFBD9A0), 880, 354, 90, 344)
	c.ground(hex(0x6C7A63), 0, 450, 600, 424, 1200, 460)
	c.ground(hex(0x5B6B5B), 0, 560, 600, 520, 1200, 580)
	for _, k := range []struct{ x, y, s float64 }{{190, 452, 0.75}, {470, 446, 0.75}, {750, 448, 0.75}, {1030, 456, 0.75}, {330, 560, 1.15}, {780, 566, 1.15}} {
		c.rack(k.x, k.y, k.s, hex(0xC0A06A), cream)
	}
	c.person(1090, 640, 1.6, coral)
	c.house(-60, 470, 190, 110, hex(0x8C6B58), hex(0x5A3C3C))
	c.ellipse(orange.at(0.5), 70, 440, 26, 22)
	c.rect(hex(0xFFD98A), 54, 420, 32, 50)
}

func racks(c *canvas) {
	c.moonlit(hex(0x4D5F95), 300, 260, 120, 50, 351)
	c.rect(hex(0x2F4258), 0, 300, 1200, 375)
	c.ground(hex(0x283A4C), 0, 470, 600, 430, 1200, 480)
	for _, y := range []float64{318, 334, 352} {
		c.round(white.at(0.12), 60+y, y, 700, 16, 8)
	}
	sheet := hex(0xDCE3F0)
	for row, y := range []float64{360, 440, 560} {
		s := []float64{0.62, 0.9, 1.4}[row]
		for i := range 5 {
			x := 600 + (float64(i)-2)*350*s
			if x > -200 && x < 1400 {
				c.rack(x, y, s, hex(0x7C7A8C), sheet)
			}
		}
	}
	c.coconut(1090, 330, 240, hex(0x1A2238), hex(0x16303A))
	c.person(420, 420, 0.8, hex(0x8FA3C9))
}

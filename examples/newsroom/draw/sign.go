package main

// sign paints the publication's sign, a boat under sail, as in the icon
// assets/bieu-trung.svg.
func sign() *canvas {
	c := newCanvas(512, 512)
	c.rect(hex(0x00626C), 0, 0, 512, 512)
	c.fill(cream, append(bezier(point{64, 280}, point{256, 392}, point{448, 280}), bezier(point{448, 280}, point{256, 510}, point{64, 280})...))
	c.rect(yellow, 248, 96, 16, 250)
	c.poly(yellow, 280, 104, 392, 262, 280, 276)
	var wave []point
	for i := range 4 {
		x := 64 + float64(i)*96
		y := 392.0
		if i%2 == 0 {
			y = 472
		}
		wave = append(wave, bezier(point{x, 432}, point{x + 48, y}, point{x + 96, 432})...)
	}
	c.stroke(water, 22, wave)
	return c
}

package main

// sign paints the publication's sign, a boat under sail, as in the icon
// assets/bieu-trung.svg.
func sign() *canvas {
	c := newCanvas(512, 512)
	c.rect(hex(0x00626C), 0, 0, 512, 512)
	c.fill(cream, curve(64, 280, 256, 392, 448, 280, 256, 510, 64, 280))
	c.rect(yellow, 248, 96, 16, 250)
	c.poly(yellow, 280, 104, 392, 262, 280, 276)
	c.stroke(water, 22, curve(64, 432, 112, 472, 160, 432, 208, 392, 256, 432, 304, 472, 352, 432, 400, 392, 448, 432))
	return c
}

package main

import (
	"image"
	"image/color"
	"image/png"
	"math"
	"os"
	"path/filepath"
	"testing"
)

const media = "../samples/media"

// TestPicturesAreKept holds that every scene has its two files in the
// repository, of the right size, and that all of them together stay small.
func TestPicturesAreKept(t *testing.T) {
	for name := range scenes {
		for file, width := range map[string]int{name + ".png": 1200, name + "-640.png": 640} {
			f, err := os.Open(filepath.Join(media, file))
			if err != nil {
				t.Error(err)
				continue
			}
			c, err := png.DecodeConfig(f)
			f.Close()
			if err != nil || c.Width != width || c.Height != width*9/16 {
				t.Errorf("%s: %d×%d, error %v; want %d×%d", file, c.Width, c.Height, err, width, width*9/16)
			}
		}
	}
	total := int64(0)
	files, err := os.ReadDir(media)
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range files {
		info, err := f.Info()
		if err != nil {
			t.Fatal(err)
		}
		total += info.Size()
	}
	if total > 2<<20 {
		t.Errorf("%d bytes of pictures and recordings, want 2 MiB at most", total)
	}
}

// TestPicturesAreDrawn draws one picture and compares it with the one that is
// kept. Processors may differ in the last bit of a number, so a few pixels at
// edges may too.
func TestPicturesAreDrawn(t *testing.T) {
	c := newCanvas(1200, 675)
	buffalo(c)
	got := quantize(c.image(640), 96)
	f, err := os.Open(filepath.Join(media, "trau-640.png"))
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	want, err := png.Decode(f)
	if err != nil {
		t.Fatal(err)
	}
	if got.Bounds() != want.Bounds() {
		t.Fatalf("size %v, want %v", got.Bounds(), want.Bounds())
	}
	differ := 0
	for y := range got.Rect.Dy() {
		for x := range got.Rect.Dx() {
			if distance(got.At(x, y), want.At(x, y)) > 48 {
				differ++
			}
		}
	}
	if differ > 500 {
		t.Errorf("%d pixels differ from the picture that is kept; draw it anew", differ)
	}
}

func distance(a, b color.Color) int {
	ar, ag, ab, _ := a.RGBA()
	br, bg, bb, _ := b.RGBA()
	d := func(x, y uint32) int { return int(math.Abs(float64(x>>8) - float64(y>>8))) }
	return d(ar, br) + d(ag, bg) + d(ab, bb)
}

// TestFill holds that a shape covers its area, with smooth edges, and that one
// wound the other way does too.
func TestFill(t *testing.T) {
	c := newCanvas(100, 100)
	c.rect(white, 0, 0, 100, 100)
	c.ellipse(hex(0), 50, 50, 30, 20)
	dark := 0.0
	m := c.image(100)
	for i := 0; i < len(m.Pix); i += 4 {
		dark += 1 - float64(m.Pix[i])/255
	}
	if want := math.Pi * 30 * 20; math.Abs(dark-want) > want/100 {
		t.Errorf("an ellipse of area %.0f covers %.0f", want, dark)
	}
	c.poly(white, 20, 20, 20, 80, 80, 80, 80, 20)
	if p := c.image(100).RGBAAt(50, 50); p != (color.RGBA{255, 255, 255, 255}) {
		t.Errorf("the middle of a polygon wound to the left is %v", p)
	}
}

// TestQuantize holds that few colors stay as they are and many become few.
func TestQuantize(t *testing.T) {
	m := image.NewRGBA(image.Rect(0, 0, 256, 2))
	for x := range 256 {
		m.SetRGBA(x, 0, color.RGBA{byte(x), byte(255 - x), 128, 255})
		m.SetRGBA(x, 1, color.RGBA{10, 20, 30, 255})
	}
	p := quantize(m, 16)
	if n := len(p.Palette); n != 16 {
		t.Errorf("%d colors, want 16", n)
	}
	for x := range 256 {
		if d := distance(p.At(x, 0), m.At(x, 0)); d > 40 {
			t.Errorf("color %d is off by %d", x, d)
		}
	}
	if got := quantize(m, 1000); len(got.Palette) != 257 && len(got.Palette) != 256 {
		t.Errorf("%d colors, want those of the picture", len(got.Palette))
	}
}

// TestPrelude holds that the recording is as long as its notes and never too
// loud for its bytes.
func TestPrelude(t *testing.T) {
	samples := prelude()
	if s := float64(len(samples)) / sampleRate; s < 10 || s > 15 {
		t.Errorf("%.1f seconds", s)
	}
	for i, v := range samples {
		if math.Abs(v) > 1 {
			t.Fatalf("sample %d is %v", i, v)
		}
	}
}

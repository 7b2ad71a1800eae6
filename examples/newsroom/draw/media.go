package main

import (
	"bufio"
	"encoding/binary"
	"fmt"
	"math"
	"os"
	"path/filepath"
)

// writeFrames writes the frames of the sample video, ten a second for ten
// seconds, 640 pixels wide. A video encoder makes the film of them:
//
//	ffmpeg -framerate 10 -i frames/%03d.png -c:v libvpx-vp9 -b:v 0 -crf 42 lop-boi.webm
//
// The first frame is its poster, lop-boi-phim.png.
func writeFrames(dir string) error {
	for i := range 100 {
		c := newCanvas(640, 360)
		t := float64(i) / 10
		c.sky(hex(0xBFE0EA), hex(0xFBF1DC), 150)
		c.disc(hex(0xF9D77E), 520, 60, 22)
		c.cloud(white.at(0.8), 120+t*6, 50, 0.5)
		c.hills(mist, 134, 10, 51)
		c.grove(leaf, 156, 22, -20, 660, 52)
		for k := range 8 {
			c.rect(hex(0x9FD3D6).mix(hex(0x3E8D9B), float64(k)/7), 0, 152+float64(k)*26, 640, 27)
		}
		for k := range 26 {
			y := 164 + float64(k)*7.4
			x := math.Mod(float64(k)*173+t*(10+float64(k)), 700) - 30
			c.line(white.at(0.3), 1.2+float64(k)*0.06, x-10-float64(k), y, x+10+float64(k), y)
		}
		for k, p := range []paint{coral, yellow, white} {
			f := float64(k)
			x := 150 + f*170 + 14*math.Sin(t*0.7+f*2)
			y := 236 + f*24 - 30*math.Mod(f, 2) + 4*math.Sin(t*1.8+f)
			c.ellipse(p, x, y, 40, 19)
			c.ellipse(hex(0x5FA9B2), x, y, 21, 8)
		}
		if err := c.writePNG(filepath.Join(dir, fmt.Sprintf("%03d.png", i)), 640); err != nil {
			return err
		}
	}
	return nil
}

const sampleRate = 11025 // a second

// prelude returns a slow pentatonic prelude on a plucked string
// (Karplus and Strong's algorithm), as samples from -1 to 1.
func prelude() []float64 {
	const step = 0.42 // seconds
	notes := []struct{ at, hz float64 }{
		{0, 196},
		{2, 220},
		{3, 261.63},
		{4, 293.66},
		{6, 261.63},
		{7, 220},
		{8, 196},
		{10, 164.81},
		{11, 196},
		{12, 220},
		{14, 293.66},
		{15, 329.63},
		{16, 293.66},
		{17, 261.63},
		{18, 220},
		{20, 196},
		{22, 98},
	}
	out := make([]float64, int(math.Round(sampleRate*(22*step+2.5))))
	r := chance(5)
	for _, n := range notes {
		period := int(sampleRate / n.hz)
		line := make([]float64, period)
		for i := range line {
			line[i] = r.Float64()*2 - 1
		}
		start := int(n.at * step * sampleRate)
		for i := start; i < len(out); i++ {
			k := (i - start) % period
			out[i] += line[k] * 0.35
			line[k] = 0.996 * (line[k] + line[(k+1)%period]) / 2
		}
	}
	for i := range out {
		out[i] = math.Tanh(out[i]) * min(1, float64(len(out)-i)/sampleRate)
	}
	return out
}

// writeWAV writes samples as a WAV file of 8 bits, one channel.
func writeWAV(file string, samples []float64) (err error) {
	f, err := os.Create(file)
	if err != nil {
		return err
	}
	defer func() {
		if e := f.Close(); err == nil {
			err = e
		}
	}()
	w := bufio.NewWriter(f)
	n := uint32(len(samples))
	for _, v := range []any{
		[]byte("RIFF"), 36 + n, []byte("WAVEfmt "), uint32(16), uint16(1), uint16(1),
		uint32(sampleRate), uint32(sampleRate), uint16(1), uint16(8), []byte("data"), n,
	} {
		if err := binary.Write(w, binary.LittleEndian, v); err != nil {
			return err
		}
	}
	for _, s := range samples {
		if err := w.WriteByte(byte(math.Round(s*120 + 128))); err != nil {
			return err
		}
	}
	return w.Flush()
}

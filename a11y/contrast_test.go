package a11y

import (
	"math"
	"os"
	"strconv"
	"strings"
	"testing"
)

func TestContrast(t *testing.T) {
	data, err := os.ReadFile("testdata/contrast.tsv")
	if err != nil {
		t.Fatal(err)
	}
	n := 0
	for line := range strings.Lines(string(data)) {
		f := strings.Split(strings.TrimSpace(line), "\t")
		if strings.HasPrefix(line, "#") && len(f[0]) != 7 {
			continue
		}
		fg, err1 := ParseColor(f[0])
		bg, err2 := ParseColor(f[1])
		want, err3 := strconv.ParseFloat(f[2], 64)
		if err1 != nil || err2 != nil || err3 != nil {
			t.Fatalf("%q: %v %v %v", line, err1, err2, err3)
		}
		if got := Contrast(fg, bg); math.Abs(got-want) > 1e-6 {
			t.Errorf("Contrast(%v, %v) = %.6f, want %.6f", fg, bg, got, want)
		}
		n++
	}
	if n != 511 {
		t.Errorf("%d vectors, want 511", n)
	}
}

package a11y

import (
	"encoding/json"
	"math"
	"testing"
)

func TestParseColor(t *testing.T) {
	for _, c := range []struct {
		in, want string // want is empty for an error
	}{
		{"#abc", "#aabbcc"},
		{"#AABBCC", "#aabbcc"},
		{" #0b57a4 ", "#0b57a4"},
		{"#abcf", "#aabbcc"},
		{"#aabbccff", "#aabbcc"},
		{"#abc8", ""},
		{"#ab", ""},
		{"#abcdefg", ""},
		{"", ""},
		{"#", ""},
		{"#+12", ""},
		{"red", "#ff0000"},
		{"RebeccaPurple", "#663399"},
		{"transparent", ""},
		{"reddish", ""},
		{"rgb(218, 37, 29)", "#da251d"},
		{"rgb(218 37 29)", "#da251d"},
		{"rgba(218,37,29,1)", "#da251d"},
		{"rgb(218 37 29 / 100%)", "#da251d"},
		{"rgb(300 -5 none)", "#ff0000"},
		{"rgb(50% 50% 50%)", "#808080"},
		{"rgb(1 2)", ""},
		{"rgb(1, 2, 3 / 1)", ""},
		{"rgb(a b c)", ""},
		{"rgb(1e400 0 0)", ""},
		{"rgb(0x1p2 0 0)", ""},
		{"rgb(NaN 0 0)", ""},
		{"rgb(1_0 0 0)", ""},
		{"rgb(0 0 0 / 50%)", ""},
		{"hsl(120, 100%, 25%)", "#008000"},
		{"hsl(120deg 100% 25%)", "#008000"},
		{"hsl(-240 100 25)", "#008000"},
		{"hsl(.5turn 100% 50%)", "#00ffff"},
		{"hsl(200grad 100% 50%)", "#00ffff"},
		{"hsl(3.14159265rad 100% 50%)", "#00ffff"},
		{"hsl(0 0% 100%)", "#ffffff"},
		{"oklch(100% 0 0)", "#ffffff"},
		{"oklch(0 0 0)", "#000000"},
		{"oklch(0.627955 0.257683 29.2339)", "#ff0000"},
		{"oklch(51.975% 0.17686 142.495deg)", "#008000"},
		{"oklch(90% 0.4 142)", "#9fff93"}, // outside sRGB: chroma gives way
		{"lab(50% 0 0)", ""},
		{"rgb 1 2 3)", ""},
	} {
		got, err := ParseColor(c.in)
		if c.want == "" {
			if err == nil {
				t.Errorf("ParseColor(%q) = %v, want an error", c.in, got)
			}
			continue
		}
		if c.in == "oklch(90% 0.4 142)" {
			if o := toOKLCH(got); err != nil || math.Abs(o.l-0.9) > 0.01 || math.Abs(o.hue()-142) > 2 {
				t.Errorf("ParseColor(%q) = %v, %v: lightness %.3f, hue %.1f", c.in, got, err, o.l, o.hue())
			}
			continue
		}
		if err != nil || got.String() != c.want {
			t.Errorf("ParseColor(%q) = %v, %v, want %s", c.in, got, err, c.want)
		}
	}
}

func TestParseAlpha(t *testing.T) {
	for in, want := range map[string]float64{"#0008": 136. / 255, "rgb(0 0 0 / .5)": 0.5, "rgba(0,0,0,50%)": 0.5, "transparent": 0, "rgb(0 0 0 / 7)": 1, "rgb(0 0 0 / -1)": 0} {
		if _, a, err := ParseAlpha(in); err != nil || math.Abs(a-want) > 1e-12 {
			t.Errorf("ParseAlpha(%q) = alpha %v, %v, want %v", in, a, err, want)
		}
	}
}

func TestColorJSON(t *testing.T) {
	theme := Theme{Brand: RGB(218, 37, 29)}
	theme.Override[Dark].Link = White
	data, err := json.Marshal(theme)
	if err != nil {
		t.Fatal(err)
	}
	var back Theme
	if err := json.Unmarshal(data, &back); err != nil || back != theme {
		t.Errorf("%s gives %+v, %v", data, back, err)
	}
	if err := json.Unmarshal([]byte(`{"brand":"rot"}`), &back); err == nil {
		t.Error("an unknown color is no error")
	}
}

// TestOKLCH checks that every color on a grid comes back from OKLCH.
func TestOKLCH(t *testing.T) {
	for r := 0; r < 256; r += 15 {
		for g := 0; g < 256; g += 15 {
			for b := 0; b < 256; b += 15 {
				c := RGB(uint8(r), uint8(g), uint8(b))
				if o := toOKLCH(c); o.at(o.l) != c {
					t.Errorf("%v comes back as %v", c, o.at(o.l))
				}
			}
		}
	}
}

// TestNearest checks the promises for random-looking colors against one and two
// backgrounds: the contrast holds, and no color between has it.
func TestNearest(t *testing.T) {
	for i := range 4000 {
		n := uint32(i) * 2654435761
		c := RGB(uint8(n), uint8(n>>8), uint8(n>>16))
		bg := RGB(uint8(n>>3), uint8(n>>11), uint8(n>>19))
		for _, want := range []float64{3, 4.5, 7} {
			got, ok := Nearest(c, want, bg)
			best := math.Max(Contrast(White, bg), Contrast(Black, bg))
			if ok != (best >= want) {
				t.Fatalf("Nearest(%v, %v, %v) = %v, %v; the best possible is %.2f", c, want, bg, got, ok, best)
			}
			if ok && Contrast(got, bg) < want {
				t.Fatalf("Nearest(%v, %v, %v) = %v has %.3f", c, want, bg, got, Contrast(got, bg))
			}
			if Contrast(c, bg) >= want && got != c {
				t.Fatalf("Nearest(%v, %v, %v) = %v, want it unchanged", c, want, bg, got)
			}
		}
	}
	if c, ok := Nearest(RGB(10, 20, 30), 15, Black, White); ok {
		t.Errorf("%v has 15:1 against black and white", c)
	}
}

func TestOver(t *testing.T) {
	for _, c := range []struct {
		alpha float64
		want  string
	}{{0, "#ffffff"}, {1, "#000000"}, {0.5, "#808080"}, {-3, "#ffffff"}, {9, "#000000"}} {
		if got := Black.Over(White, c.alpha); got.String() != c.want {
			t.Errorf("Black.Over(White, %v) = %v, want %s", c.alpha, got, c.want)
		}
	}
}

func TestTextLevel(t *testing.T) {
	for _, c := range []struct {
		ratio float64
		large bool
		want  Level
	}{{21, false, LevelAAA}, {7, false, LevelAAA}, {6.999, false, LevelAA}, {4.5, false, LevelAA}, {4.499, false, LevelNone}, {4.5, true, LevelAAA}, {3, true, LevelAA}, {2.99, true, LevelNone}} {
		if got := TextLevel(c.ratio, c.large); got != c.want {
			t.Errorf("TextLevel(%v, %v) = %v, want %v", c.ratio, c.large, got, c.want)
		}
	}
	if !LargeText(24, false) || LargeText(23.9, false) || !LargeText(18.67, true) || LargeText(18.6, true) {
		t.Error("LargeText has other bounds than 24 px and 18.66 px in bold")
	}
}

func TestLeading(t *testing.T) {
	for family, w := range ink {
		for i, weight := range []int{400, 700} {
			if got := Leading(family, weight); got < w[i] || got < 1.4 {
				t.Errorf("Leading(%q, %d) = %v, less than the ink %v", family, weight, got, w[i])
			}
		}
		theme := Theme{Font: `"` + family + `"`}
		if theme.lineHeight() < w[1] {
			t.Errorf("%s: line height %v is less than the ink %v", family, theme.lineHeight(), w[1])
		}
	}
	if got := Leading(`serif, "Be Vietnam Pro", Arial`, 700); got != 1.5 {
		t.Errorf("Leading of a list = %v, want 1.5", got)
	}
}

func FuzzParseColor(f *testing.F) {
	for _, s := range []string{"#abc", "rgb(1 2 3 / 4)", "hsl(1turn,2%,3%)", "oklch(1 2 3)", "red", "rgb(none none none)"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		c, alpha, err := ParseAlpha(s)
		if err != nil {
			return
		}
		if !(alpha >= 0 && alpha <= 1) || !c.IsSet() {
			t.Fatalf("ParseAlpha(%q) = %v, %v", s, c, alpha)
		}
		if back, err := ParseColor(c.String()); err != nil || back != c {
			t.Fatalf("%v comes back as %v, %v", c, back, err)
		}
	})
}

package a11y

import (
	"bytes"
	"compress/gzip"
	"flag"
	"os"
	"strings"
	"testing"
)

func gzipped(s string) int {
	var b bytes.Buffer
	w, _ := gzip.NewWriterLevel(&b, 9)
	w.Write([]byte(s))
	w.Close()
	return b.Len()
}

// TestStylesheetSize holds the whole sheet and every part to a budget in bytes.
func TestStylesheetSize(t *testing.T) {
	budget := map[Part]int{
		PartColors: 360, PartDark: 380, PartMoreContrast: 380, PartSchemes: 700, PartSizes: 340,
		PartBase: 400, PartTypography: 530, PartArticle: 860, PartFigures: 460, PartTables: 380, PartHidden: 140,
		PartSkipLink: 160, PartToolbar: 820, PartFocus: 190, PartPrint: 440, PartForcedColors: 90, PartReducedMotion: 160,
	}
	frame := len("@layer a11y.tokens,a11y.page,a11y.modes;")
	for p := range Part(numParts) {
		s, err := Theme{}.Stylesheet(p)
		if err != nil {
			t.Fatal(err)
		}
		if n := len(s) - frame; n > budget[p] || n < 20 {
			t.Errorf("%v: %d bytes, want at most %d", p, n, budget[p])
		}
	}
	all, err := Theme{}.Stylesheet()
	if err != nil {
		t.Fatal(err)
	}
	if n, z := len(all), gzipped(string(all)); n > 6<<10 || z > 2252 {
		t.Errorf("all parts: %d bytes, %d with gzip, want at most 6144 and 2252", n, z)
	} else {
		t.Logf("all parts: %d bytes, %d with gzip", n, z)
	}
}

var update = flag.Bool("update", false, "write the golden files anew")

// TestStylesheetGolden compares the default sheet with testdata/default.css, a
// rule a line, so that a change of the format is seen in a review.
func TestStylesheetGolden(t *testing.T) {
	css, err := Theme{}.Stylesheet()
	if err != nil {
		t.Fatal(err)
	}
	got := strings.ReplaceAll(string(css), "}", "}\n")
	const name = "testdata/default.css"
	if *update {
		if err := os.WriteFile(name, []byte(got), 0o666); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	if got != string(want) {
		t.Errorf("the sheet has changed; look at it, then run the test with -update:\n%s", got)
	}
}

func TestStylesheetDeterministic(t *testing.T) {
	a, err := Theme{}.Stylesheet(PartToolbar, PartColors, PartFocus)
	if err != nil {
		t.Fatal(err)
	}
	for range 20 {
		b, _ := Theme{}.Stylesheet(PartFocus, PartColors, PartToolbar, PartFocus)
		if a != b {
			t.Fatal("order or repetition of parts changes the sheet")
		}
	}
}

// TestStylesheetIsPlain checks that minifying and prefixing left a sheet whose
// braces match, without comments, URLs or physical directions.
func TestStylesheetIsPlain(t *testing.T) {
	for _, theme := range []Theme{{}, {Prefix: "ts-"}, {Brand: RGB(255, 205, 0), HeadingFont: `"Be Vietnam Pro",serif`}} {
		css, err := theme.Stylesheet()
		if err != nil {
			t.Fatal(err)
		}
		s := string(css)
		if o, c := strings.Count(s, "{"), strings.Count(s, "}"); o != c {
			t.Errorf("%d opening and %d closing braces", o, c)
		}
		for _, bad := range []string{"/*", "url(", "<", "margin-left", "padding-right", "text-align:left", "filter", "  ", ";}", "%leading"} {
			if strings.Contains(s, bad) {
				t.Errorf("sheet holds %q", bad)
			}
		}
		if theme.Prefix != "" {
			for _, name := range []string{".reading-toolbar", "--bg", "#text-size", "data-colors", "@layer a11y", ".s1", ".ts-lead", ".ts-visually-hidden"} {
				if strings.Contains(s, name) {
					t.Errorf("sheet with prefix holds %q", name)
				}
			}
			for _, name := range []string{".ts-reading-toolbar", "--ts-bg", "var(--ts-bg)", "#ts-text-size-87", "data-ts-colors", "@layer ts-a11y.page", ".ts-s1", "#f4f4f4", "#ff0", ".lead{", ".skip-link"} {
				if !strings.Contains(s, name) {
					t.Errorf("sheet with prefix lacks %q", name)
				}
			}
		}
	}
}

func TestThemeErrors(t *testing.T) {
	for _, c := range []struct {
		theme Theme
		want  string
	}{
		{Theme{Override: Palette{Dark: Tokens{Text: RGB(90, 90, 90)}}}, "dark: text on bg"},
		{Theme{Override: Palette{Light: Tokens{Accent: RGB(255, 205, 0), OnAccent: White}}}, "light: on-accent on accent"},
		{Theme{Font: "x;}body{display:none"}, "font list"},
		{Theme{Font: `"Be Vietnam Pro"`, LineHeight: 1.48}, "line height"},
		{Theme{LineHeight: 1.3}, "line height"},
		{Theme{Measure: 90}, "measure"},
		{Theme{Prefix: "a b"}, "prefix"},
	} {
		_, err := c.theme.Stylesheet()
		if err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%+v: error %v, want one with %q", c.theme, err, c.want)
		}
	}
}

// TestOverrideRepairs checks that what is not set moves to fit what is.
func TestOverrideRepairs(t *testing.T) {
	for _, bg := range []Color{RGB(0xff, 0xf8, 0xe0), RGB(0xff, 0xe4, 0xd0), RGB(0xd8, 0xe8, 0xd8)} {
		theme := Theme{Brand: RGB(0xda, 0x25, 0x1d)}
		theme.Override[Light].Background = bg
		if _, err := theme.Stylesheet(); err != nil {
			t.Errorf("background %v: %v", bg, err)
		}
	}
}

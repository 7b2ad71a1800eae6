package viet

import (
	"regexp"
	"slices"
	"strings"
	"testing"
	"time"
	"unicode/utf8"

	"golang.org/x/text/collate"
	"golang.org/x/text/language"
	"golang.org/x/text/unicode/norm"
)

// seeds are what the fuzz targets start from.
var seeds = []string{
	"", " ", "\n", "Quốc hội Việt Nam", norm.NFD.String("Nguyễn Thị Thuý Quỳnh"), "thi \u0323trường", "đượ\u0323c",
	"a\u0301\u0302", "o\u0303\u0302", "HÐQT, Sigurður, 50.000ð", "TP.H\u0421\u041c", "\u0430\u0301a", "a\u200b\u0301", "\u200d👩\u200d👧",
	"q\u0323\u0307", "\u1100\u1161\u11a8", "\u0915\u094d\u200d\u0937", "か\u3099", "\xff\xc3", "e\u0301\xcc", "İstanbul ẞ ŉ ǅ", "K\u212aÅ\u212b",
	"Nghị quyết số 35-NQ/TW, ngày 22/10/2018 của Bộ Chính trị", "19h30 ngày 7.10.2022 (GMT+7)", "thứ bảy 5/3, tỷ số 2-1",
	"Mail a.b@c.vn, xem https://vnexpress.net/a-b(c).", "H’Hen Niê’s m² CO₂ 1.000,5% “a” ‘b’ … – ™", "\xf2\u03ce", "alef\u0627\u0301\u0653", "ʼn ȸ ﬁ",
	". .. ... .... x . . \" a\" ( b ) - – - \"c , \"!\"", ".........0. ..",
	"a" + strings.Repeat("\u0301\u0300", 40), "a" + strings.Repeat("\u0316", 70) + "\u0323", "x" + strings.Repeat("\u0345\u0302", 35),
	"A000\u01f00000A0&0", "AB가.C", "a\u0327\u0323\u0302", "\u0344\u0345\u0387", "x\u031b\u0323ơ\u031b", "Bộ luật Hình sự năm 2015; Luật Đất đai 2013",
}

func addSeeds(f *testing.F) {
	for _, s := range seeds {
		f.Add(s)
	}
}

var (
	lineBreaks = regexp.MustCompile(` *\n *`)
	spaces     = regexp.MustCompile(` +`)
)

// cleanReference is Normalize without its repairs of letters, the slow way.
func cleanReference(s string) string {
	s = strings.ToValidUTF8(strings.ReplaceAll(s, "\r\n", "\n"), "\uFFFD")
	s = strings.Map(func(r rune) rune {
		switch {
		case r == '\r':
			return '\n'
		case spaceOf(r) != 0:
			return rune(spaceOf(r))
		case removed(r):
			return -1
		}
		return r
	}, s)
	s = lineBreaks.ReplaceAllString(s, "\n")
	s = spaces.ReplaceAllString(s, " ")
	return norm.NFC.String(strings.Trim(s, " \n"))
}

func FuzzNormalize(f *testing.F) {
	addSeeds(f)
	f.Fuzz(func(t *testing.T, s string) {
		got := Normalize(s)
		if again := Normalize(got); again != got {
			t.Errorf("Normalize(%+q) = %+q, and again %+q", s, got, again)
		}
		if !norm.NFC.IsNormalString(got) || !utf8.ValidString(got) {
			t.Errorf("Normalize(%+q) = %+q, which isn't in form C", s, got)
		}
		if slow := normalizeAny(s); slow != got || IsNormal(s) != (slow == s) {
			t.Errorf("Normalize(%+q) = %+q, IsNormal is %v; without the look for clean text %+q", s, got, IsNormal(s), slow)
		}
		// Invalid bytes one by one or together: a matter of taste.
		if utf8.ValidString(s) {
			want := cleanReference(s)
			if got != want && strings.IndexFunc(want, func(r rune) bool {
				return isMark(r) || isEth(r) || isForeign(r) || r == 0x200C || r == 0x200D
			}) < 0 {
				t.Errorf("Normalize(%+q) = %+q, want %+q", s, got, want)
			}
		}
		for _, n := range []Normalizer{{Tones: Modern}, {Tones: Traditional, RepairTones: true}, {Typography: true}} {
			once := n.Normalize(s)
			if again := n.Normalize(once); again != once {
				t.Errorf("%+v: %+q gives %+q, and again %+q", n, s, once, again)
			}
		}
	})
}

func FuzzFold(f *testing.F) {
	addSeeds(f)
	f.Fuzz(func(t *testing.T, s string) {
		got := Fold(s)
		if want := foldSlow(s); got != want {
			t.Errorf("Fold(%+q) = %+q, want %+q", s, got, want)
		}
		if again := Fold(got); again != got {
			t.Errorf("Fold(%+q) = %+q, and again %+q", s, got, again)
		}
		if app := string(AppendFold(nil, s)); app != got {
			t.Errorf("AppendFold(nil, %+q) = %+q, want %+q", s, app, got)
		}
		if utf8.ValidString(s) {
			for _, form := range []norm.Form{norm.NFC, norm.NFD} {
				if other := Fold(form.String(s)); other != got {
					t.Errorf("Fold(%+q) = %+q, but %+q in another form", s, got, other)
				}
			}
		}
	})
}

var (
	notSlug  = regexp.MustCompile(`[^a-z0-9]+`)
	slugLook = regexp.MustCompile(`^([a-z0-9]+(-[a-z0-9]+)*)?$`)
	scripts  = strings.NewReplacer("⁰", "0", "¹", "1", "²", "2", "³", "3", "⁴", "4", "⁵", "5", "⁶", "6", "⁷", "7", "⁸", "8", "⁹", "9",
		"₀", "0", "₁", "1", "₂", "2", "₃", "3", "₄", "4", "₅", "5", "₆", "6", "₇", "7", "₈", "8", "₉", "9", "™", "", "®", "", "℠", "")
)

func FuzzSlug(f *testing.F) {
	addSeeds(f)
	f.Fuzz(func(t *testing.T, s string) {
		want := strings.Trim(notSlug.ReplaceAllString(Fold(scripts.Replace(s)), "-"), "-")
		if got := Slug(s); got != want {
			t.Errorf("Slug(%+q) = %q, want %q", s, got, want)
		}
		for _, g := range []Slugger{{}, {Style: Join}, {Newsroom: true}, {Style: Join, Newsroom: true}, {MaxLen: 7}} {
			got := g.Slug(s)
			if !slugLook.MatchString(got) || g.MaxLen > 0 && len(got) > g.MaxLen {
				t.Errorf("%+v.Slug(%+q) = %q", g, s, got)
			}
			if again := g.Slug(got); again != got {
				t.Errorf("%+v.Slug(%+q) = %q, and again %q", g, s, got, again)
			}
			unique := g.Unique(s, "key", func(slug string) bool { return slug == got })
			if unique == got || !slugLook.MatchString(unique) || unique == "" || g.MaxLen > 0 && len(unique) > g.MaxLen {
				t.Errorf("%+v.Unique(%+q) = %q beside %q", g, s, unique, got)
			}
		}
	})
}

func FuzzTokens(f *testing.F) {
	addSeeds(f)
	f.Fuzz(func(t *testing.T, s string) {
		end := 0
		for tok := range Tokens(s) {
			if tok.Start < end || tok.End <= tok.Start || s[tok.Start:tok.End] != tok.Text {
				t.Fatalf("Tokens(%+q) yields %+v after %d", s, tok, end)
			}
			end = tok.End
		}
		keys := func(s string) (list []string) {
			for tok := range Tokens(s) {
				list = append(list, tok.Key())
			}
			return list
		}
		if c, d := norm.NFC.String(s), norm.NFD.String(s); !slices.Equal(keys(c), keys(d)) {
			t.Errorf("the tokens of %+q are %q composed and %q decomposed", s, keys(c), keys(d))
		}
	})
}

func FuzzPlaceTones(f *testing.F) {
	addSeeds(f)
	f.Fuzz(func(t *testing.T, s string) {
		for _, style := range []ToneStyle{KeepTones, Traditional, Modern} {
			got := PlaceTones(s, style)
			if again := PlaceTones(got, style); again != got {
				t.Errorf("PlaceTones(%+q, %d) = %+q, and again %+q", s, style, got, again)
			}
			if utf8.ValidString(s) && Fold(got) != Fold(s) {
				t.Errorf("PlaceTones(%+q, %d) = %+q changes letters", s, style, got)
			}
		}
	})
}

func FuzzCase(f *testing.F) {
	addSeeds(f)
	f.Fuzz(func(t *testing.T, s string) {
		if got, want := ToLower(s), strings.ToLower(s); got != want {
			t.Errorf("ToLower(%+q) = %+q, want %+q", s, got, want)
		}
		for name, to := range map[string]func(string) string{"Title": Title, "Capitalize": Capitalize} {
			got := to(s)
			if again := to(got); again != got {
				t.Errorf("%s(%+q) = %+q, and again %+q", name, s, got, again)
			}
			if utf8.ValidString(s) && Fold(got) != Fold(s) {
				t.Errorf("%s(%+q) = %+q changes letters", name, s, got)
			}
		}
	})
}

func FuzzScan(f *testing.F) {
	addSeeds(f)
	ref := time.Date(2026, time.March, 4, 5, 6, 7, 0, time.UTC)
	f.Fuzz(func(t *testing.T, s string) {
		end := 0
		for w := range Whens(s) {
			if w.Start < end || w.End <= w.Start || s[w.Start:w.End] != w.Text {
				t.Fatalf("Whens(%+q) yields %+v after %d", s, w, end)
			}
			end = w.End
			if at, ok := w.Time(ref); ok && w.Day != 0 && w.Hour < 24 {
				if w.Year == 0 {
					continue // 29/2 in a year that lacks it
				}
				if y, m, d := at.Date(); y != w.Year || m != w.Month || d != w.Day {
					t.Errorf("%+v is at %v", w, at)
				}
			}
		}
		end = 0
		for d := range Documents(s) {
			if d.Start < end || d.End <= d.Start || s[d.Start:d.End] != d.Text {
				t.Fatalf("Documents(%+q) yields %+v after %d", s, d, end)
			}
			end = d.End
		}
		if got := Speak(s); !utf8.ValidString(got) {
			t.Errorf("Speak(%+q) = %+q", s, got)
		}
		_, _ = ParseDateTime(s, time.UTC)
		_, _ = ParseNumber(s)
	})
}

func FuzzCompare(f *testing.F) {
	for i, s := range seeds {
		f.Add(s, seeds[(i+1)%len(seeds)])
	}
	f.Fuzz(func(t *testing.T, a, b string) {
		got := Compare(a, b)
		if back := Compare(b, a); back != -got {
			t.Errorf("Compare(%+q, %+q) = %d, the other way %d", a, b, got, back)
		}
		if key := slices.Compare(SortKey(a), SortKey(b)); key != got {
			t.Errorf("Compare(%+q, %+q) = %d, their keys %d", a, b, got, key)
		}
	})
}

func FuzzCompareSimple(f *testing.F) {
	for i, s := range seeds {
		f.Add(s, seeds[(i+1)%len(seeds)])
	}
	f.Add("Á a", "á A")
	f.Add("ab", "a\u0323b")
	f.Add("hoa hồng", "hoà-hồng")
	reference := collate.New(language.Vietnamese)
	f.Fuzz(func(t *testing.T, a, b string) {
		if want := reference.CompareString(a, b); Compare(a, b) != want {
			t.Errorf("Compare(%+q, %+q) = %d, x/text says %d", a, b, Compare(a, b), want)
		}
	})
}

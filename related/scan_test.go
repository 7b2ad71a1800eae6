package related

import (
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/toasoan/toasoan/article/viet"
	"golang.org/x/text/unicode/norm"
)

func hashOf(t *testing.T, s string) uint64 {
	t.Helper()
	var sc scanner
	tokens := sc.scan(nil, s)
	if len(tokens) != 1 {
		t.Fatalf("scan(%q) gives %d tokens, want 1", s, len(tokens))
	}
	return tokens[0].hash
}

// However a syllable is written, its hash is the same; and syllables that package
// viet tells apart have different hashes.
func TestSpellingsOfASyllableAgree(t *testing.T) {
	seen := map[uint64]string{}
	for _, rhyme := range strings.Fields("a am oa oan oe oen uy uynh uê ươ ươi iê iêm yê y ăm âm ê ô ơ ư ưa ia ua oai oay uya") {
		for i, r := range []rune(rhyme) {
			for _, form := range vowelForms {
				if []rune(form)[0] != r {
					continue
				}
				for _, tone := range form {
					for _, onset := range strings.Fields("- b đ gi h kh ngh qu th tr") {
						rs := []rune(rhyme)
						rs[i] = tone
						s := strings.TrimPrefix(onset, "-") + string(rs)
						if !viet.IsSyllable(s) {
							continue
						}
						want := hashOf(t, s)
						for _, same := range []string{
							norm.NFD.String(s), strings.ToUpper(s), viet.Title(s), viet.Normalize(norm.NFD.String(s)),
							viet.PlaceTones(s, viet.Traditional), viet.PlaceTones(s, viet.Modern),
						} {
							if got := hashOf(t, same); got != want {
								t.Errorf("hash of %q is not that of %q", same, s)
							}
						}
						one := viet.PlaceTones(s, viet.Modern)
						if other, ok := seen[want]; ok && other != one {
							t.Errorf("%q and %q have the same hash", one, other)
						}
						seen[want] = one
						plain := []rune(s)
						if fold(plain); string(plain) != viet.Fold(s) {
							t.Errorf("fold(%q) = %q, viet.Fold gives %q", s, string(plain), viet.Fold(s))
						}
					}
				}
			}
		}
	}
	if len(seen) < 500 {
		t.Errorf("%d syllables, want more", len(seen))
	}
}

func TestScan(t *testing.T) {
	for _, c := range []struct{ text, want string }{ // | before a token that is not adjacent
		{"Bến An Hải", "|Bến An Hải"},
		{"Hải. Sáng nay, đò", "|Hải |Sáng nay |đò"},
		{"dòng\nmới\u00a0đây", "|dòng |mới đây"},
		{"35-NQ/TW", "|35 |NQ |TW"},
		{"a\u00adb\u200cc", "|a\u00adb\u200cc"},
		{"Ho\u0300a", "|Ho\u0300a"},
		{"\u0301a", "|a"},
		{"x\xff\xfey", "|x |y"},
		{"", ""},
		{"日本 ok", "|日本 ok"},
	} {
		var sc scanner
		var got []string
		for _, tok := range sc.scan(nil, c.text) {
			s := c.text[tok.start:tok.end]
			if !tok.adjacent {
				s = "|" + s
			}
			got = append(got, s)
		}
		if strings.Join(got, " ") != c.want {
			t.Errorf("scan(%q) = %q, want %q", c.text, got, c.want)
		}
	}
	if hashOf(t, "a\u00adb") != hashOf(t, "AB") {
		t.Error("a soft hyphen makes a difference")
	}
}

// The tokens of plain text are those of package viet.
func FuzzScan(f *testing.F) {
	f.Add("Sáng 7/10, đò ngang ở bến An Hải (Cà Mau) ngừng chạy: sương mù.")
	f.Add("e\u0302\u0301\u0323 a\u0301\u0301 \u0323")
	f.Fuzz(func(t *testing.T, s string) {
		var sc scanner
		last := int32(0)
		for _, tok := range sc.scan(nil, s) {
			if tok.start < last || tok.end <= tok.start || int(tok.end) > len(s) {
				t.Fatalf("scan(%q): token from %d to %d after %d", s, tok.start, tok.end, last)
			}
			last = tok.end
			part := s[tok.start:tok.end]
			if again := sc.scan(nil, part); len(again) != 1 || again[0].hash != tok.hash {
				t.Fatalf("scan(%q): token %q is not one token by itself", s, part)
			}
			if again := sc.scan(nil, norm.NFC.String(part)); len(again) != 1 || again[0].hash != tok.hash {
				t.Fatalf("scan(%q): token %q has another hash when composed", s, part)
			}
		}
	})
}

func TestDecode(t *testing.T) {
	for r := rune(0); r < 0x30000; r++ {
		for _, s := range []string{string(r), string(r) + "a", string(r) + "ạ", string(r) + "\xff"} {
			for i := range len(s) {
				got, n := decode(s[i:])
				if want, m := utf8.DecodeRuneInString(s[i:]); got != want || n != m {
					t.Fatalf("decode(%q) = %x, %d, want %x, %d", s[i:], got, n, want, m)
				}
			}
		}
	}
}

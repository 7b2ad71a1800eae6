package viet

import (
	"strings"
	"testing"

	"golang.org/x/text/unicode/norm"
)

func TestNormalize(t *testing.T) {
	tests := []struct{ in, want, why string }{
		{"", "", "nothing"},
		{"Quốc hội thông qua Luật Đất đai", "Quốc hội thông qua Luật Đất đai", "clean"},
		{"ho\u0323\u0302i", "hội", "decomposed"},
		{"hô\u0323i Đâ\u0301t tươ\u0301ng", "hội Đất tướng", "windows-1258 style"},
		{"tuâ\u0300n", "tuần", "an entity and a combining mark, tu&acirc;̀n"},
		{"Thuỵ\u0323 Lôi", "Thuỵ Lôi", "a tone typed twice"},
		{"đượ\u0323c", "được", "a tone typed twice"},
		{"nhâ\u0302n", "nhân", "a circumflex typed twice"},
		{"a\u0301\u0302", "ấ", "tone before circumflex"},
		{"O\u0303\u0302", "Ỗ", "tone before circumflex"},
		{"thi \u0323trường", "thị trường", "the tone after the space"},
		{"nghin \u0300ty", "nghìn ty", "the tone after the space, two letters late"},
		{"abc \u0323x", "abc \u0323x", "no syllable before the space"},
		{"thị \u0323x", "thị \u0323x", "the syllable has a tone"},
		{"à\u0301", "à\u0301", "two tones: no telling which"},
		{"aho\u00e0\u0323\u0323", "aho\u1ea1\u0300", "two tones, one of them typed twice"},
		{"HÐQT, UBNÐ, Ðảng, Ðăk Lăk, Ðắk Lắk, LÐLÐ", "HĐQT, UBNĐ, Đảng, Đăk Lăk, Đắk Lắk, LĐLĐ", "eth"},
		{"50.000ð/kg", "50.000đ/kg", "the currency"},
		{"\u0189ông \u0256i", "Đông đi", "African d"},
		{"Sigurður Guðmundsson, Norður, SUÐURNES", "Sigurður Guðmundsson, Norður, SUÐURNES", "Icelandic"},
		{"TP.H\u0421\u041c", "TP.HCM", "Cyrillic in a Latin word"},
		{"\u041cinh", "Minh", "Cyrillic in a Latin word"},
		{"h\u043e\u0301a", "hóa", "Cyrillic with a tone in a Latin word"},
		{"Москва, \u0421\u0421\u0421\u0420", "Москва, \u0421\u0421\u0421\u0420", "Cyrillic words"},
		{"5 µm, Δx, kΩ, α-tocopherol", "5 µm, Δx, kΩ, α-tocopherol", "Greek with a meaning"},
		{"\u200bChin-Su tr\u00adường\ufeff", "Chin-Su trường", "invisible"},
		{"Hà\u202e Nội\u200e", "Hà Nội", "direction marks"},
		{"a\x00b\x7fc\u0085d", "abc\nd", "controls"},
		{"👩\u200d👧 x\u200dy", "👩\u200d👧 xy", "a joiner between emoji"},
		{"می\u200cخواهم", "می\u200cخواهم", "a joiner in Persian"},
		{" Hà \u00a0\t Nội\u3000", "Hà Nội", "spaces"},
		{"một \r\n hai\r\rba\u2028bốn\n", "một\nhai\n\nba\nbốn", "line breaks"},
		{"m² ½ ﬁ Ĳ … “a” – — 'b'", "m² ½ ﬁ Ĳ … “a” – — 'b'", "never NFKC, never punctuation"},
		{"\u212b \u2126", "Å Ω", "singletons of form C"},
		{"quý, qui, kỹ, kĩ, hoà, hòa, qúa", "quý, qui, kỹ, kĩ, hoà, hòa, qúa", "house style"},
		{"a\xffb", "a\uFFFDb", "invalid UTF-8"},
		{"\u1100\u1161", "가", "Hangul"},
		{"か\u3099", "が", "Japanese"},
	}
	for _, tt := range tests {
		if got := Normalize(tt.in); got != tt.want {
			t.Errorf("Normalize(%+q) = %+q, want %+q (%s)", tt.in, got, tt.want, tt.why)
		}
		if got := Normalize(tt.want); got != tt.want {
			t.Errorf("Normalize(%+q) = %+q: not idempotent", tt.want, got)
		}
	}
}

// TestMarks tries every sequence of up to four marks on some letters: the
// result is in form C and stays.
func TestMarks(t *testing.T) {
	marks := []rune{0x300, 0x301, 0x323, 0x302, 0x306, 0x31B, 0x327, 0x345, 0x316}
	for _, base := range []string{"a", "à", "ê", "o", "ộ", "U", "ơ", "x", " ", "đ", "ðo", "\u0430", "\u0430ð"} {
		var try func(s string, n int)
		try = func(s string, n int) {
			once := Normalize(s)
			if again := Normalize(once); again != once {
				t.Fatalf("Normalize(%+q) = %+q, and again %+q", s, once, again)
			}
			if !norm.NFC.IsNormalString(once) {
				t.Fatalf("Normalize(%+q) = %+q isn't in form C", s, once)
			}
			if n == 0 {
				return
			}
			for _, m := range marks {
				try(s+string(m), n-1)
			}
		}
		try("b"+base, 4)
	}
}

func TestNormalizer(t *testing.T) {
	tests := []struct {
		n        Normalizer
		in, want string
	}{
		{Normalizer{Tones: Modern}, "Hòa Bình, qúa", "Hoà Bình, qúa"},
		{Normalizer{Tones: Traditional}, "khoẻ, UỶ BAN, toàn", "khỏe, ỦY BAN, toàn"},
		{Normalizer{RepairTones: true}, "qúa, cuả, hoà, hòa", "quá, của, hoà, hòa"},
		{Normalizer{Tones: Modern, RepairTones: true}, "gía hòa", "giá hoà"},
		{Normalizer{Tones: Modern, RepairTones: true}, "Chloé, Beyoncé, Saldaña, Timothée, José", "Chloé, Beyoncé, Saldaña, Timothée, José"},
		{Normalizer{Entities: true}, "tu&acirc;&#768;n &amp; n&#259;m", "tuần & năm"},
		{Normalizer{}, "tu&acirc;n", "tu&acirc;n"},
		{Normalizer{Typography: true}, `Ông nói : "Tôi đi ." Rồi ... thôi - hết`, "Ông nói: “Tôi đi.” Rồi… thôi – hết"},
		{Normalizer{Typography: true}, `( a ) 3.5 .5 .... 5"`, `(a) 3.5 .5 .... 5"`},
		{Normalizer{Typography: true}, `một "hai`, `một "hai`},
		{Normalizer{Typography: true}, "a-b 2 - 1", "a-b 2 – 1"},
	}
	for _, tt := range tests {
		if got := tt.n.Normalize(tt.in); got != tt.want {
			t.Errorf("%+v.Normalize(%q) = %q, want %q", tt.n, tt.in, got, tt.want)
		}
	}
}

// TestCleanIsFree holds that clean text comes back as it is, without an
// allocation.
func TestCleanIsFree(t *testing.T) {
	clean := strings.TrimSpace(strings.Repeat("Người dân TP.HCM, Đắk Lắk: “7,5 %” – 1.000 m² … Москва 👩‍👧 日本.\n", 50))
	if n := testing.AllocsPerRun(10, func() { Normalize(clean) }); n != 0 {
		t.Errorf("Normalize of clean text allocates %v times", n)
	}
	for name, s := range map[string]string{
		"decomposed": norm.NFD.String(clean), "trailing space": clean + " ", "zero width": clean + "\u200b",
	} {
		if got := Normalize(s); got != clean {
			t.Errorf("%s: Normalize doesn't restore the text: %q", name, got)
		}
	}
	key := "quoc hoi viet nam, 7,5 %"
	if n := testing.AllocsPerRun(10, func() { Fold(key) }); n != 0 {
		t.Errorf("Fold of a key allocates %v times", n)
	}
	title := "Quốc hội thông qua Luật Đất đai (sửa đổi)"
	if n := testing.AllocsPerRun(10, func() { Slug(title) }); n != 1 {
		t.Errorf("Slug allocates %v times, want 1", n)
	}
	if n := testing.AllocsPerRun(10, func() { Compare(title, "Quốc hội thông qua luật") }); n != 0 {
		t.Errorf("Compare allocates %v times", n)
	}
	buf := make([]byte, 0, 100)
	if n := testing.AllocsPerRun(10, func() { buf = Slugger{}.AppendSlug(buf[:0], title) }); n != 0 {
		t.Errorf("AppendSlug allocates %v times", n)
	}
}

// TestFoldLong folds texts around the size of the buffers.
func TestFoldLong(t *testing.T) {
	for _, unit := range []string{"Đắk Lắk – ", "a", "ß", "ộ", "ɐꞫⱯ", "日", "\u0301", "й", "Ỿỽ"} {
		key := Fold(unit)
		for n := 0; n*len(unit) < 1200; n += 1 + n/40 {
			s := strings.Repeat(unit, n)
			want := strings.Repeat(key, n)
			if got := Fold(s); got != want {
				t.Fatalf("Fold of %d times %q = %q", n, unit, got)
			}
			if got := string(AppendFold([]byte("x"), s)); got != "x"+want {
				t.Fatalf("AppendFold of %d times %q = %q", n, unit, got)
			}
		}
	}
}

// TestCleanPlaces puts what is not clean in every place of texts of every length
// about that of a step of the look for it.
func TestCleanPlaces(t *testing.T) {
	text := []rune(strings.Repeat("Đắk Lắk: “cà phê” – 30°C,\nmộtơ 日本 👩 Москва ", 3))
	dirty := []string{"", " ", "  ", "\n", " \n", "\n ", "\u00a0", "\u0323", "\u200b", "\x00", "\x7f", "\xc3", "\xe1\xba", "\xe2\x80", "\xff", "\ufffe", "ð", "ðô"}
	for n := range 40 {
		for at := range n + 1 {
			for _, d := range dirty {
				s := string(text[at:n]) + d + string(text[n:n+at])
				slow := normalizeAny(s)
				if got := Normalize(s); got != slow {
					t.Fatalf("Normalize(%+q) = %+q, want %+q", s, got, slow)
				}
				if got := IsNormal(s); got != (slow == s) {
					t.Fatalf("IsNormal(%+q) = %v", s, got)
				}
				if isKnown(s) != (cleanBytes.run(s, afterSpace) == afterText) {
					t.Fatalf("isKnown(%+q) = %v, which in one go it is not", s, isKnown(s))
				}
				if cleanText(s) != (slow == s) && d != "\u0323" { // marks are looked at twice
					t.Errorf("cleanText(%+q) = %v: it says no without need", s, cleanText(s))
				}
			}
		}
	}
}

// TestEveryRune holds Fold of every character to its slow form, composed and
// decomposed, Slug to Fold, and Normalize to its promises.
func TestEveryRune(t *testing.T) {
	for r := range everyRune {
		s := "a" + string(r)
		want := foldSlow(s)
		if got := Fold(s); got != want {
			t.Errorf("Fold(%+q) = %+q, want %+q", s, got, want)
		}
		once := Normalize(s + "a")
		if again := normalizeAny(once); again != once || !norm.NFC.IsNormalString(once) {
			t.Errorf("Normalize(%+q) = %+q, and again %+q", s+"a", once, again)
		}
		slug := strings.Trim(notSlug.ReplaceAllString(Fold(scripts.Replace(s)), "-"), "-")
		if got := Slug(s); got != slug {
			t.Errorf("Slug(%+q) = %q, want %q", s, got, slug)
		}
		if r < 0x3000 {
			if got := Fold(norm.NFD.String(s)); got != want {
				t.Errorf("Fold(%+q) = %+q, want %+q", norm.NFD.String(s), got, want)
			}
			if got := Fold(want); got != want {
				t.Errorf("Fold(%+q) = %+q", want, got)
			}
		}
		if r >= 0x3400 && r%8 != 0 {
			continue // some of the Chinese, Korean and unassigned characters
		}
		for _, x := range []string{s, "ð" + string(r), string(r) + "Ж"} {
			if slow := normalizeAny(x); Normalize(x) != slow {
				t.Errorf("Normalize(%+q) = %+q, but %+q without the look for clean text", x, Normalize(x), slow)
			}
		}
	}
}

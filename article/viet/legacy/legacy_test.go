package legacy

import (
	"encoding/hex"
	"io"
	"os"
	"strings"
	"testing"
	"unicode/utf8"

	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/transform"
	"golang.org/x/text/unicode/norm"
)

func read(t testing.TB, name string) string {
	t.Helper()
	b, err := os.ReadFile("testdata/" + name)
	if err != nil {
		t.Fatal(err)
	}
	return string(b)
}

// TestLetters holds every letter of every encoding to the published tables,
// both ways.
func TestLetters(t *testing.T) {
	rows := strings.Split(strings.TrimSpace(read(t, "letters.tsv")), "\n")[1:]
	if len(rows) != 134 {
		t.Fatalf("%d letters", len(rows))
	}
	columns := map[int]*Encoding{2: TCVN3, 3: VISCII, 4: VNI, 5: VPS, 6: VIQR, 7: Windows1258}
	for _, row := range rows {
		f := strings.Split(row, "\t")
		letter := f[0]
		for col, e := range columns {
			want, err := hex.DecodeString(f[col])
			if err != nil {
				t.Fatal(err)
			}
			if len(want) == 0 {
				continue // VPS: recode doesn't know Ỗ
			}
			for _, form := range []norm.Form{norm.NFC, norm.NFD} {
				if got, err := e.NewEncoder().String(form.String(letter)); err != nil || got != string(want) {
					t.Errorf("%v: %s is encoded as % x, %v; want % x", e, letter, got, err, want)
				}
			}
			if got, err := e.NewDecoder().String(string(want)); err != nil || got != letter {
				t.Errorf("%v: % x is decoded as %q, %v; want %q", e, want, got, err, letter)
			}
		}
	}
	if b, err := VPS.NewEncoder().String("Ỗ"); err != nil || b != "\x99" {
		t.Errorf("VPS: Ỗ is % x, %v", b, err)
	}
}

func TestDecode(t *testing.T) {
	tests := []struct {
		e        *Encoding
		in, want string
	}{
		{VIQR, "Vie^.t Nam DDa(.c bie^.t ho.c, tie^'ng Vie^.t", "Việt Nam Đặc biệt học, tiếng Việt"},
		{VIQR, `co\' kho^ng\? a\\b dDa.i`, `co' không? a\b đại`},
		{VIQR, `a\`, `a\`},
		{VNI, "Tie\xe1ng Vie\xe4t, VIE\xc4T \xf1\xf6\xf4\xefc", "Tiếng Việt, VIỆT được"},
		{VNI, "A\xf8 a\xd8", "À à"}, // small accents on capitals and the other way round
		{TCVN3, "Vi\xd6t Nam\xa0\xb5\xb8", "Việt Nam\u00a0àá"},
		{ABCWindows, "\x93Vi\xd6t Nam\x94 \x96 9 m\xb2", "“Việt Nam” – 9 m²"},
		{Windows1258, "Vi\xea\xf2t n\xde", "Việt ñ"},
		{VISCII, "Vi\xaet \xd0\x02", "Việt ĐẲ"},
		{VPS, "\x91a\x92", "‘a’"},
	}
	for _, tt := range tests {
		if got, err := tt.e.NewDecoder().String(tt.in); err != nil || got != tt.want {
			t.Errorf("%v: %q is %q, %v; want %q", tt.e, tt.in, got, err, tt.want)
		}
	}
}

// TestRoundTrip encodes and decodes a text in pieces of every size.
func TestRoundTrip(t *testing.T) {
	text := strings.NewReplacer("“", "\"", "”", "\"", "²", "2").Replace(norm.NFC.String(read(t, "article.txt")))
	text += `a\b d'd add (a) e^ u+ o+ ai? đi. "cả'" dd DD`
	whole := text
	for _, e := range All() {
		text := whole
		if e == ABCWindows {
			text = strings.ToLower(text) // it lacks capitals with a tone
		}
		raw, err := e.NewEncoder().String(text)
		if err != nil {
			t.Errorf("%v: %v", e, err)
			continue
		}
		if got, err := e.NewDecoder().String(raw); err != nil || got != text {
			t.Errorf("%v: the text comes back as %q, %v", e, got, err)
		}
		for _, size := range []int{1, 2, 3, 7} {
			r := transform.NewReader(&slow{raw, size}, e.NewDecoder())
			var sb strings.Builder
			buf := make([]byte, 16)
			for {
				n, err := r.Read(buf)
				sb.Write(buf[:n])
				if err != nil {
					break
				}
			}
			if sb.String() != text {
				t.Errorf("%v: read %d bytes at a time, the text differs", e, size)
			}
			w := &strings.Builder{}
			tw := transform.NewWriter(w, e.NewEncoder())
			for i := 0; i < len(text); i += size {
				if _, err := tw.Write([]byte(text[i:min(i+size, len(text))])); err != nil {
					t.Fatalf("%v: %v", e, err)
				}
			}
			if err := tw.Close(); err != nil || w.String() != raw {
				t.Errorf("%v: written %d bytes at a time, the bytes differ (%v)", e, size, err)
			}
		}
	}
}

// slow reads n bytes at a time.
type slow struct {
	s string
	n int
}

func (r *slow) Read(p []byte) (int, error) {
	if r.s == "" {
		return 0, io.EOF
	}
	n := copy(p, r.s[:min(r.n, len(r.s))])
	r.s = r.s[n:]
	return n, nil
}

func TestUnsupported(t *testing.T) {
	for _, e := range All() {
		if _, err := e.NewEncoder().String("東京"); err == nil {
			t.Errorf("%v encodes Japanese", e)
		}
		got, err := encoding.ReplaceUnsupported(e.NewEncoder()).String("à 東 á")
		want, _ := e.NewEncoder().String("à ? á")
		if e == VIQR {
			want = "a` ? a'"
		}
		if err != nil || got != want {
			t.Errorf("%v: with replacement %q, %v; want %q", e, got, err, want)
		}
	}
	if _, err := TCVN3.NewEncoder().String("\x01"); err == nil {
		t.Error("TCVN3 encodes a control character whose place Ú has")
	}
}

func TestLookup(t *testing.T) {
	for _, e := range All() {
		if got, ok := Lookup(strings.ToLower(e.String())); !ok || got != e {
			t.Errorf("Lookup(%q) = %v, %v", e, got, ok)
		}
	}
	for name, want := range map[string]*Encoding{"TCVN5712-1": TCVN3, "cp1258": Windows1258, "VN1": TCVN3, "ABC": TCVN3, "vn3": ABCWindows, "": nil, "utf-8": nil} {
		if got, ok := Lookup(name); ok != (want != nil) || got != want {
			t.Errorf("Lookup(%q) = %v, %v; want %v", name, got, ok, want)
		}
	}
}

// pieces returns the pieces of n runes of text that begin at words.
func pieces(text string, n int) []string {
	words := strings.Fields(text)
	var list []string
	for i := range words {
		piece := strings.Join(words[i:], " ")
		runes := []rune(piece)
		if len(runes) < n {
			break
		}
		list = append(list, string(runes[:n]))
	}
	return list
}

func TestDetect(t *testing.T) {
	text := norm.NFC.String(read(t, "article.txt"))
	for _, n := range []int{100, 200} {
		for _, e := range All() {
			found, total := 0, 0
			for _, piece := range pieces(text, n) {
				raw, err := e.NewEncoder().String(piece)
				if err != nil {
					continue // quotes that the encoding lacks
				}
				total++
				got, ok := Detect([]byte(raw))
				if !ok {
					continue
				}
				back, _ := got.NewDecoder().String(raw)
				if back != piece {
					t.Errorf("%v taken for %v: %q, want %q", e, got, back, piece)
					continue
				}
				found++
			}
			if total < 100 || found*100 < total*96 {
				t.Errorf("%v: found %d of %d pieces of %d characters", e, found, total, n)
			}
		}
	}
	for _, piece := range pieces(text, 100) {
		if e, ok := Detect([]byte(piece)); ok {
			t.Errorf("%q in UTF-8 is taken for %v", piece, e)
		}
		if got, ok := Repair(piece); ok {
			t.Errorf("Repair(%q) = %q", piece, got)
		}
	}
}

// TestForeign holds that other languages are left alone, whole and in pieces.
func TestForeign(t *testing.T) {
	for _, line := range strings.Split(strings.TrimSpace(read(t, "foreign.txt")), "\n") {
		for _, n := range []int{20, 50, 100} {
			for _, piece := range append(pieces(line, n), line) {
				if got, ok := Repair(piece); ok {
					t.Errorf("Repair(%q) = %q", piece, got)
				}
				for _, cm := range []*charmap.Charmap{charmap.Windows1252, charmap.ISO8859_2, charmap.Windows1254} {
					raw, err := cm.NewEncoder().String(piece)
					if err != nil {
						continue
					}
					if e, ok := Detect([]byte(raw)); ok {
						got, _ := e.NewDecoder().String(raw)
						t.Errorf("%q is taken for %v, %q", piece, e, got)
					}
				}
			}
		}
	}
}

func TestRepair(t *testing.T) {
	want := "Cộng hòa xã hội chủ nghĩa Việt Nam"
	for _, in := range []string{
		"Céng hßa x· héi chñ nghÜa ViÖt Nam",
		"Cµng hòa xã hµi chü nghîa Vi®t Nam",
		"Côòng hoÌa xaÞ hôòi chuÒ nghiÞa Viêòt Nam",
		"Coäng hoøa xaõ hoäi chuû nghóa Vieät Nam",
		"Cá»™ng hÃ²a xÃ£ há»™i chá»§ nghÄ©a Viá»‡t Nam",
	} {
		if got, ok := Repair(in); !ok || got != want {
			t.Errorf("Repair(%q) = %q, %v; want %q", in, got, ok, want)
		}
	}
	for _, in := range []string{
		"", "abc", want, "TÂN HOA XÃ", "El niño comió piñas en España", "Vô địch Lig", "là và à ô", "«à»", "Ã", "Áo dài Hà Tây", "\xff",
	} {
		if got, ok := Repair(in); ok || got != in {
			t.Errorf("Repair(%q) = %q, %v", in, got, ok)
		}
	}
}

func FuzzDecode(f *testing.F) {
	f.Add("Vie^.t\\ Nam")
	f.Add("Vi\xd6t \xff\x80a\xe1")
	f.Fuzz(func(t *testing.T, raw string) {
		for _, e := range All() {
			text, err := e.NewDecoder().String(raw)
			if err != nil || !utf8.ValidString(text) || !norm.NFC.IsNormalString(text) && e == Windows1258 {
				t.Errorf("%v: %q is decoded as %q, %v", e, raw, text, err)
			}
			// What can be encoded comes back.
			if back, err := e.NewEncoder().String(text); err == nil {
				if again, err := e.NewDecoder().String(back); err != nil || norm.NFC.String(again) != norm.NFC.String(text) {
					t.Errorf("%v: %q is encoded as %q, which is %q", e, text, back, again)
				}
			}
		}
		if e, ok := Detect([]byte(raw)); ok && e == nil {
			t.Errorf("Detect(%q) = nil, true", raw)
		}
		Repair(raw)
	})
}

package viet

import (
	"bytes"
	"os"
	"slices"
	"strings"
	"testing"

	"golang.org/x/text/collate"
	"golang.org/x/text/language"
	"golang.org/x/text/unicode/norm"
)

// table reads a file of testdata: a heading, then rows of columns.
func table(t testing.TB, name string) [][]string {
	t.Helper()
	b, err := os.ReadFile("testdata/" + name)
	if err != nil {
		t.Fatal(err)
	}
	lines := strings.Split(strings.TrimRight(string(b), "\n"), "\n")
	var rows [][]string
	for _, line := range lines[1:] {
		rows = append(rows, strings.Split(line, "\t"))
	}
	if len(rows) < 100 {
		t.Fatalf("%s: only %d rows", name, len(rows))
	}
	return rows
}

func TestLetters(t *testing.T) {
	for _, r := range table(t, "letters.tsv") {
		form, in, want, key := r[0], r[1], r[2], r[3]
		if got := Normalize(in); got != want {
			t.Errorf("%s: Normalize(%+q) = %+q, want %+q", form, in, got, want)
		}
		if got := Fold(in); got != key {
			t.Errorf("%s: Fold(%+q) = %+q, want %+q", form, in, got, key)
		}
		if got := Slug(in); got != key {
			t.Errorf("%s: Slug(%+q) = %+q, want %+q", form, in, got, key)
		}
		if got := string(AppendFold([]byte("x"), in)); got != "x"+key {
			t.Errorf("%s: AppendFold(x, %+q) = %+q, want %+q", form, in, got, "x"+key)
		}
	}
}

func TestToneTables(t *testing.T) {
	check := func(in, modern, traditional string) {
		t.Helper()
		for _, f := range []func(string) string{
			func(s string) string { return s }, strings.ToUpper, Capitalize,
			norm.NFD.String, func(s string) string { return strings.ToUpper(norm.NFD.String(s)) },
		} {
			if got, want := norm.NFC.String(PlaceTones(f(in), Modern)), norm.NFC.String(f(modern)); got != want {
				t.Errorf("PlaceTones(%+q, Modern) = %q, want %q", f(in), got, want)
			}
			if got, want := norm.NFC.String(PlaceTones(f(in), Traditional)), norm.NFC.String(f(traditional)); got != want {
				t.Errorf("PlaceTones(%+q, Traditional) = %q, want %q", f(in), got, want)
			}
		}
	}
	for _, r := range table(t, "tones_misplaced.tsv") {
		check(r[0], r[1], r[2])
	}
	for _, r := range table(t, "tones.tsv") {
		modern, traditional := r[0], r[1]
		check(modern, modern, traditional)
		check(traditional, modern, traditional)
		for _, s := range []string{modern, traditional} {
			if got := PlaceTones(s, KeepTones); got != s {
				t.Errorf("PlaceTones(%q, KeepTones) = %q", s, got)
			}
			syl, ok := ParseSyllable(s)
			if !ok {
				t.Errorf("ParseSyllable(%q) says no", s)
			}
			if got := syl.Format(Modern); got != modern {
				t.Errorf("ParseSyllable(%q).Format(Modern) = %q, want %q", s, got, modern)
			}
			if got := syl.String(); got != traditional {
				t.Errorf("ParseSyllable(%q).String() = %q, want %q", s, got, traditional)
			}
		}
	}
}

func TestSyllableTable(t *testing.T) {
	listed, found := 0, 0
	for _, r := range table(t, "syllables.tsv") {
		s, want := r[0], r[1] == "1"
		for _, form := range []string{s, strings.ToUpper(s), norm.NFD.String(s)} {
			if got := IsSyllable(form); got != want {
				t.Errorf("IsSyllable(%+q) = %v, want %v", form, got, want)
			}
		}
		if r[2] == "1" {
			listed++
			if want {
				found++
			}
		}
		syl, ok := ParseSyllable(s)
		if !ok {
			continue
		}
		// The parts spell the syllable.
		base := norm.NFC.String(strings.Map(func(r rune) rune {
			if _, tone := toneOf(r); tone {
				return -1
			}
			return r
		}, norm.NFD.String(s)))
		if got := syl.Initial + syl.Glide + syl.Nucleus + syl.Coda; got != base {
			t.Errorf("ParseSyllable(%q) = %+v, whose parts spell %q, want %q", s, syl, got, base)
		}
		if back, ok := ParseSyllable(syl.String()); !ok || back != syl {
			t.Errorf("ParseSyllable(%q) = %+v, %v; want %+v back", syl.String(), back, ok, syl)
		}
	}
	if share := float64(found) / float64(listed); share < 0.998 {
		t.Errorf("the rules accept %d of %d dictionary syllables, %.2f %%", found, listed, 100*share)
	}
}

func TestAlphabeticalOrder(t *testing.T) {
	b, err := os.ReadFile("testdata/alphabetical.txt")
	if err != nil {
		t.Fatal(err)
	}
	words := strings.Fields(string(b))
	for i, w := range words[1:] {
		if got := Compare(words[i], w); got >= 0 {
			t.Errorf("Compare(%q, %q) = %d, want -1", words[i], w, got)
		}
		if got := bytes.Compare(SortKey(words[i]), SortKey(w)); got >= 0 {
			t.Errorf("the key of %q isn't below that of %q", words[i], w)
		}
	}
	shuffled := slices.Clone(words)
	slices.Reverse(shuffled)
	slices.SortFunc(shuffled, Compare)
	if !slices.Equal(shuffled, words) {
		t.Error("sorting doesn't restore the order")
	}
}

// TestCompareAgreesWithCollate compares all pairs of many words in both
// alphabets' cases with x/text.
func TestCompareAgreesWithCollate(t *testing.T) {
	var words []string
	for i, r := range table(t, "tones.tsv") {
		if i%40 == 0 {
			words = append(words, r[0], strings.ToUpper(r[0]), Capitalize(r[1])+" "+r[0], r[0]+"-1", "“"+r[0]+"”", norm.NFD.String(r[1]))
		}
	}
	words = append(words, "", " ", "a b", "ab", "a-b", "a_b", "A'b", "10", "9", "ñ", "nz", "đ", "Đ", "D", "z", "東")
	reference := collate.New(language.Vietnamese)
	for _, a := range words {
		for _, b := range words {
			if got, want := Compare(a, b), reference.CompareString(a, b); got != want {
				t.Fatalf("Compare(%q, %q) = %d, want %d", a, b, got, want)
			}
		}
	}
}

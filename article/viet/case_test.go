package viet

import (
	"strings"
	"testing"
	"unicode"
)

func TestCase(t *testing.T) {
	tests := []struct {
		name     string
		f        func(string) string
		in, want string
	}{
		{"ToUpper", ToUpper, "ỷ lại", "Ỷ LẠI"},
		{"ToUpper", ToUpper, "nguye\u0302\u0303n", "NGUYE\u0302\u0303N"},
		{"ToUpper", ToUpper, "i", "I"},
		{"ToLower", ToLower, "ĐẮK LẮK ỴỶỸỲÝ I", "đắk lắk ỵỷỹỳý i"},
		{"Title", Title, "đắk lắk", "Đắk Lắk"},
		{"Title", Title, "bà rịa-vũng tàu", "Bà Rịa-Vũng Tàu"},
		{"Title", Title, "ấn độ, (ưng hoà) 'ông", "Ấn Độ, (Ưng Hoà) 'Ông"},
		{"Title", Title, "TP.HCM iPhone 19h30 4g h'hen niê", "TP.HCM iPhone 19h30 4g H'hen Niê"},
		{"Title", Title, "a\u0302\u0301n", "A\u0302\u0301n"},
		{"Title", Title, "Đã Xong", "Đã Xong"},
		{"Capitalize", Capitalize, "đắk Lắk", "Đắk Lắk"},
		{"Capitalize", Capitalize, "“ông nói", "“Ông nói"},
		{"Capitalize", Capitalize, "19/8 là ngày gì", "19/8 là ngày gì"},
		{"Capitalize", Capitalize, "µm là gì", "µm là gì"},
		{"Title", Title, "µm và ϑ", "µm Và ϑ"},
		{"Capitalize", Capitalize, "", ""},
		{"Capitalize", Capitalize, "…", "…"},
	}
	for _, tt := range tests {
		if got := tt.f(tt.in); got != tt.want {
			t.Errorf("%s(%q) = %q, want %q", tt.name, tt.in, got, tt.want)
		}
	}
}

// ToLower is strings.ToLower, and isUpper unicode.IsUpper, for every character, and a
// capital is that of the same letter.
func TestCaseOfEveryRune(t *testing.T) {
	for r := range everyRune {
		if s := string(r); Fold(Capitalize(s)) != Fold(s) {
			t.Errorf("Capitalize(%+q) = %+q is another letter", s, Capitalize(s))
		}
		if isUpper(r) != unicode.IsUpper(r) {
			t.Errorf("isUpper(%U) = %v", r, isUpper(r))
		}
		for _, s := range []string{string(r), "a" + string(r) + "B"} {
			if got, want := ToLower(s), strings.ToLower(s); got != want {
				t.Fatalf("ToLower(%+q) = %+q, want %+q", s, got, want)
			}
		}
	}
	for _, s := range []string{"", "\xff", "a\xc3", "Đ\xe1\xbb", "\xf0\x9f", "\ufffd", "ABC\xffđ"} {
		if got, want := ToLower(s), strings.ToLower(s); got != want {
			t.Errorf("ToLower(%+q) = %+q, want %+q", s, got, want)
		}
	}
}

package viet

import (
	"bytes"
	"slices"
	"strings"
	"sync"
	"testing"
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
		{"Capitalize", Capitalize, "", ""},
		{"Capitalize", Capitalize, "…", "…"},
	}
	for _, tt := range tests {
		if got := tt.f(tt.in); got != tt.want {
			t.Errorf("%s(%q) = %q, want %q", tt.name, tt.in, got, tt.want)
		}
	}
}

func TestCompare(t *testing.T) {
	// From CLDR's rules for Vietnamese: letters, then tones, then case.
	for _, line := range []string{
		"ma mà mả mã má mạ",
		"a à ả ã á ạ ă ằ ẳ ẵ ắ ặ â ầ ẩ ẫ ấ ậ b c d đ e ê",
		"o ò ỏ õ ó ọ ô ồ ổ ỗ ố ộ ơ ờ ở ỡ ớ ợ u ư",
		"da dung dũng đa đung đúng",
		"cam căm câm tu tư",
		"hoa hoà hoả hoá hoạ",
		"nga nghe nhà",
		"9 a A á Á b",
	} {
		want := strings.Fields(line)
		got := slices.Clone(want)
		slices.Reverse(got)
		slices.SortFunc(got, Compare)
		if !slices.Equal(got, want) {
			t.Errorf("sorted: %q, want %q", got, want)
		}
	}
	if Compare("da", "đa") >= 0 || Compare("dũng", "đung") >= 0 || Compare("câm", "căm") <= 0 {
		t.Error("đ and d, ă and â")
	}
	if Compare("ho\u0323\u0302i", "hội") != 0 {
		t.Error("the two forms of hội differ")
	}
}

func TestCompareConcurrently(t *testing.T) {
	words := strings.Fields("Thạnh Thanh Thành đúng đung dũng dung mạ ma")
	want := slices.Clone(words)
	slices.SortFunc(want, Compare)
	var wg sync.WaitGroup
	for range 8 {
		wg.Go(func() {
			for range 50 {
				got := slices.Clone(words)
				slices.SortFunc(got, Compare)
				byKey := slices.Clone(words)
				slices.SortFunc(byKey, func(a, b string) int { return bytes.Compare(SortKey(a), SortKey(b)) })
				if !slices.Equal(got, want) || !slices.Equal(byKey, want) {
					t.Errorf("sorted %q and %q, want %q", got, byKey, want)
				}
			}
		})
	}
	wg.Wait()
}

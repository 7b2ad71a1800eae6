package viet

import (
	"bytes"
	"slices"
	"strings"
	"sync"
	"testing"
)

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

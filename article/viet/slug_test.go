package viet

import (
	"strings"
	"testing"
)

func TestSlug(t *testing.T) {
	tests := []struct{ in, dash, join, why string }{
		{"", "", "", "nothing"},
		{"Người dân TP.HCM đón Tết", "nguoi-dan-tp-hcm-don-tet", "nguoi-dan-tphcm-don-tet", "a dot between letters"},
		{"Giá vàng ngày 9.8.2025: 1.000 đồng", "gia-vang-ngay-9-8-2025-1-000-dong", "gia-vang-ngay-982025-1000-dong", "dots between digits"},
		{"Tăng 7,5%", "tang-7-5", "tang-75", "no symbol is a word"},
		{"T&T, R&D & thêm", "t-t-r-d-them", "tt-rd-them", "no & is a word"},
		{"H'Hen Niê, Moody’s", "h-hen-nie-moody-s", "hhen-nie-moodys", "apostrophes"},
		{"Xổ số 6/55 | 19-8 – A — B = C", "xo-so-6-55-19-8-a-b-c", "xo-so-6-55-19-8-a-b-c", "separators of both"},
		{"'Mở đầu' [VIDEO] (1): \"hết\"?!…", "mo-dau-video-1-het", "mo-dau-video-1-het", "nothing at the ends"},
		{"trên…vé", "tren-ve", "trenve", "ellipsis"},
		{"\u200bNữ bác sĩ\u00ad", "nu-bac-si", "nu-bac-si", "invisible characters"},
		{"20\u00a0km", "20-km", "20-km", "no-break space"},
		{"9 m² CO₂ x¹⁰", "9-m2-co2-x10", "9-m2-co2-x10", "superscripts and subscripts"},
		{"World Cup™ 2026®", "world-cup-2026", "world-cup-2026", "trade marks"},
		{"El Niño Übermensch Børge Straße", "el-nino-ubermensch-borge-strasse", "el-nino-ubermensch-borge-strasse", "other Latin alphabets"},
		{"ðại học", "dai-hoc", "dai-hoc", "eth"},
		{"東京 Москва", "", "", "no Latin letter"},
		{"iPhone 17 東京 Pro", "iphone-17-pro", "iphone-17-pro", "other scripts separate by their spaces"},
		{"a_b", "a-b", "a-b", "underscore"},
		{"Nguye\u0302\u0303n", "nguyen", "nguyen", "decomposed"},
		{"\u212babc", "aabc", "aabc", "the sign of the unit"},
		{"3×4÷5", "3-4-5", "345", "signs among letters"},
	}
	for _, tt := range tests {
		if got := Slug(tt.in); got != tt.dash {
			t.Errorf("Slug(%+q) = %q, want %q (%s)", tt.in, got, tt.dash, tt.why)
		}
		if got := (Slugger{Style: Join}).Slug(tt.in); got != tt.join {
			t.Errorf("Join: Slug(%+q) = %q, want %q (%s)", tt.in, got, tt.join, tt.why)
		}
		if got := string(Slugger{}.AppendSlug([]byte("/x/"), tt.in)); got != "/x/"+tt.dash {
			t.Errorf("AppendSlug(/x/, %+q) = %q, want %q", tt.in, got, "/x/"+tt.dash)
		}
	}
}

// TestNewsroomSlug holds what the newsrooms' own URLs look like where they
// differ from Slug.
func TestNewsroomSlug(t *testing.T) {
	tests := []struct{ in, dash, join string }{
		{"Phòng trọ 9m²", "phong-tro-9m", "phong-tro-9m"},
		{"El Niño", "el-ni-o", "el-nio"},
		{"Übermensch", "bermensch", "bermensch"},
		{"đổi\u00a0mới", "doimoi", "doimoi"},
		{"Đắk Lắk, ÐăK", "dak-lak-dak", "dak-lak-dak"},
	}
	for _, tt := range tests {
		if got := (Slugger{Newsroom: true}).Slug(tt.in); got != tt.dash {
			t.Errorf("Dash: %q gives %q, want %q", tt.in, got, tt.dash)
		}
		if got := (Slugger{Newsroom: true, Style: Join}).Slug(tt.in); got != tt.join {
			t.Errorf("Join: %q gives %q, want %q", tt.in, got, tt.join)
		}
	}
}

func TestMaxLen(t *testing.T) {
	for n, want := range map[int]string{
		0: "quoc-hoi-hop", 100: "quoc-hoi-hop", 12: "quoc-hoi-hop", 11: "quoc-hoi", 9: "quoc-hoi", 8: "quoc-hoi", 7: "quoc", 3: "quo", 1: "q",
	} {
		if got := (Slugger{MaxLen: n}).Slug("Quốc hội họp"); got != want {
			t.Errorf("MaxLen %d gives %q, want %q", n, got, want)
		}
	}
}

func TestUnique(t *testing.T) {
	taken := map[string]bool{"tin-moi": true}
	has := func(s string) bool { return taken[s] }
	if got := (Slugger{}).Unique("Tin cũ", "42", has); got != "tin-cu" {
		t.Errorf("a free slug becomes %q", got)
	}
	first := Slugger{}.Unique("Tin mới", "42", has)
	if !strings.HasPrefix(first, "tin-moi-") || len(first) != len("tin-moi-")+4 {
		t.Errorf("a taken slug becomes %q", first)
	}
	if again := (Slugger{}).Unique("Tin mới", "42", has); again != first {
		t.Errorf("the same article gets %q, then %q", first, again)
	}
	if other := (Slugger{}).Unique("Tin mới", "43", has); other == first {
		t.Errorf("two articles get %q", other)
	}
	taken[first] = true
	if longer := (Slugger{}).Unique("Tin mới", "42", has); !strings.HasPrefix(longer, first) || longer == first {
		t.Errorf("with %q taken too: %q", first, longer)
	}
	if got := (Slugger{}).Unique("東京", "42", has); got != strings.TrimPrefix(first, "tin-moi-") {
		t.Errorf("an empty slug becomes %q", got)
	}
	for n := range 20 {
		for _, title := range []string{"東京", "Tin mới"} {
			got := Slugger{MaxLen: n}.Unique(title, "42", func(s string) bool { return len(s) < 9 })
			if n > 11 && len(got) > n || !slugLook.MatchString(got) {
				t.Errorf("MaxLen %d: %q", n, got)
			}
		}
	}
}

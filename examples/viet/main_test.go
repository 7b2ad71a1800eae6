package main

import (
	"errors"
	"io"
	"strings"
	"testing"
	"testing/iotest"

	"golang.org/x/text/unicode/norm"

	"github.com/toasoan/toasoan/article/viet/legacy"
)

func TestModes(t *testing.T) {
	vni, err := legacy.VNI.NewEncoder().String("Cộng hòa xã hội chủ nghĩa Việt Nam")
	if err != nil {
		t.Fatal(err)
	}
	tests := []struct{ args, in, want string }{
		{"slug", "TP.HCM tăng 7,5%\n\nm²", "tp-hcm-tang-7-5\n\nm2\n"},
		{"slug-join", "TP.HCM tăng 7,5%\n", "tphcm-tang-75\n"},
		{"slug-exact", "9 m² El Niño\n", "9-m-el-ni-o\n"},
		{"slug-join-exact", "9 m² El Niño\n", "9-m-el-nio\n"},
		{"normalize", "hô\u0323i\r\n Hà  Nội \n", "hội\nHà Nội\n"},
		{"normalize", "một\u2028hai\n", "một hai\n"}, // one line out for each line in
		{"fold", "Đắk Lắk\n", "dak lak\n"},
		{"tokens", norm.NFD.String("Nghị quyết 35-NQ/TW, ngày 7/10.") + "\n…\n", "Nghị quyết 35-NQ/TW ngày 7/10\n\n"},
		{"tone-modern", "hòa bình, qúa\n", "hoà bình, quá\n"},
		{"tone-traditional", "hoà bình, Chloé\n", "hòa bình, Chloé\n"},
		{"syllable", "nghiêng\nstrong\n\n", "true\nfalse\nfalse\n"},
		{"lower", "ĐẮK\n", "đắk\n"},
		{"upper", "đắk\n", "ĐẮK\n"},
		{"title", "đắk lắk TP.HCM\n", "Đắk Lắk TP.HCM\n"},
		{"capitalize", "đắk lắk\n", "Đắk lắk\n"},
		{"sort", "đa da dã\n", "da dã đa\n"},
		{"dates", "từ 19h30 ngày 7/10/2022 (GMT+7) đến tối 8-10, tháng 9/2021, 21:00\n", "2022-10-07T19:30+07:00 --10-08 2021-09 T21:00\n"},
		{"dates", "07/10/2022, 16:05 (GMT+7)\n", "2022-10-07T16:05+07:00\n"},
		{"documents", "Nghị định 46/2016/NĐ-CP và Luật Đất đai 2013\n", "Nghị định 46/2016/NĐ-CP | Luật Đất đai 2013\n"},
		{"speak", "5 km\n", "năm ki-lô-mét\n"},
		{"repair", "Viá»‡t Nam\nViệt\n", "Việt Nam\nViệt\n"},
		{"decode VNI", vni + "\n", "Cộng hòa xã hội chủ nghĩa Việt Nam\n"},
		{"decode auto", vni + "\nabc\n", "Cộng hòa xã hội chủ nghĩa Việt Nam\nabc\n"},
		{"decode viqr", "Vie^.t", "Việt\n"},
	}
	for _, tt := range tests {
		f, err := modeOf(strings.Fields(tt.args))
		if err != nil {
			t.Errorf("%s: %v", tt.args, err)
			continue
		}
		var out strings.Builder
		if err := run(f, iotest.OneByteReader(strings.NewReader(tt.in)), &out); err != nil || out.String() != tt.want {
			t.Errorf("%s: %q gives %q, %v; want %q", tt.args, tt.in, out.String(), err, tt.want)
		}
	}
	for _, args := range []string{"", "nothing", "slug slug", "decode", "decode klingon", "decode VNI x"} {
		if _, err := modeOf(strings.Fields(args)); err == nil {
			t.Errorf("%q is taken for a mode", args)
		}
	}
}

// TestEveryMode holds that each mode gives one line for each, and takes lines
// longer than any buffer.
func TestEveryMode(t *testing.T) {
	in := "\n" + strings.Repeat("Quốc hội họp ", 50_000) + "\n\xff\x00\u2028\n\r\nhết"
	for _, name := range names() {
		var out strings.Builder
		if err := run(modes[name], strings.NewReader(in), &out); err != nil {
			t.Errorf("%s: %v", name, err)
		}
		if got, want := strings.Count(out.String(), "\n"), 5; got != want {
			t.Errorf("%s: %d lines, want %d", name, got, want)
		}
	}
}

func TestReadError(t *testing.T) {
	broken := errors.New("broken")
	err := run(modes["slug"], io.MultiReader(strings.NewReader("a\n"), iotest.ErrReader(broken)), io.Discard)
	if !errors.Is(err, broken) {
		t.Errorf("run returns %v", err)
	}
}

package viet

import (
	"slices"
	"strings"
	"testing"

	"golang.org/x/text/unicode/norm"
)

func TestTokens(t *testing.T) {
	tests := []struct{ in, want string }{
		{"", ""},
		{" – … ", ""},
		{"Quốc hội họp, thông qua.", "Quốc|hội|họp|thông|qua"},
		{"TP.HCM, TP.Thủ Đức, Q.1, U.20, N.V.A, PGS.TS. Hà", "TP.HCM|TP|Thủ|Đức|Q.1|U.20|N.V.A|PGS.TS|Hà"},
		{"GD&ĐT, T&T và Tom & Jerry", "GD&ĐT|T&T|và|Tom|Jerry"},
		{"giá 1.000, 7,5% và 1.234.567,89 đồng.", "giá|1.000|7,5|và|1.234.567,89|đồng"},
		{"ngày 07/10/2022, 7-10, 2–9, 16:05, 19h30, 9h", "ngày|07/10/2022|7-10|2–9|16:05|19h30|9h"},
		{"35-NQ/TW, 46/2016/NĐ-CP, 26/2020/TT-BTTTT, 1989/QĐ-BGDĐT.", "35-NQ/TW|46/2016/NĐ-CP|26/2020/TT-BTTTT|1989/QĐ-BGDĐT"},
		{"12/CT-TTg; 45/2013/QH13", "12/CT-TTg|45/2013/QH13"},
		{"Bà Rịa-Vũng Tàu, km/h, check-in", "Bà|Rịa|Vũng|Tàu|km|h|check|in"},
		{"H'Hen Niê, Moody’s, 'cháy hàng', ‘ngập’", "H'Hen|Niê|Moody’s|cháy|hàng|ngập"},
		{"iPhone17, 4G, m², CO₂, Covid-19", "iPhone17|4G|m²|CO₂|Covid|19"},
		{"Xem https://vnexpress.net/a-b_c?x=1&y=2. Hết", "Xem|https://vnexpress.net/a-b_c?x=1&y=2|Hết"},
		{"(www.tuoitre.vn), vnexpress.net/a, a.b+c@bao.com.vn!", "www.tuoitre.vn|vnexpress.net/a|a.b+c@bao.com.vn"},
		{"hết.Người dân", "hết|Người|dân"},
		{"một.hai.ba", "một|hai|ba"},
		{"tr\u200bường, tr\u00adường, cuối\u200b tháng", "tr\u200bường|tr\u00adường|cuối|tháng"},
		{"東京 Москва 👍", "東京|Москва"},
		{"@abc #tag a@b", "abc|tag|a|b"},
	}
	for _, tt := range tests {
		var got []string
		for tok := range Tokens(tt.in) {
			got = append(got, tok.Text)
		}
		if s := strings.Join(got, "|"); s != tt.want {
			t.Errorf("Tokens(%q) = %s, want %s", tt.in, s, tt.want)
		}
		var decomposed []string
		for tok := range Tokens(norm.NFD.String(tt.in)) {
			decomposed = append(decomposed, norm.NFC.String(tok.Text))
		}
		if !slices.Equal(got, decomposed) {
			t.Errorf("Tokens(%q) = %q, decomposed %q", tt.in, got, decomposed)
		}
	}
}

func TestTokenKinds(t *testing.T) {
	s := "Số 35-NQ/TW ngày 7/10: bao.vn, 19h30"
	want := []string{"Số word so", "35-NQ/TW code 35-nq/tw", "ngày word ngay", "7/10 number 7/10", "bao.vn address bao.vn", "19h30 number 19h30"}
	var got []string
	for tok := range Tokens(s) {
		got = append(got, tok.Text+" "+tok.Kind.String()+" "+tok.Key())
	}
	if !slices.Equal(got, want) {
		t.Errorf("Tokens(%q) = %q, want %q", s, got, want)
	}
	for range Tokens(s) {
		break // stopping early must not panic
	}
}

func TestSyllables(t *testing.T) {
	var got []string
	for tok, syl := range Syllables("Nguyễn Văn A thắng Smith 2-1 ở Huế") {
		got = append(got, tok.Text+"="+syl.Initial+"|"+syl.Glide+"|"+syl.Nucleus+"|"+syl.Coda+"|"+syl.Tone.String())
	}
	want := []string{
		"Nguyễn=ng|u|yê|n|ngã", "Văn=v||ă|n|ngang", "A=||a||ngang", "thắng=th||ă|ng|sắc", "ở=||ơ||hỏi", "Huế=h|u|ê||sắc",
	}
	if !slices.Equal(got, want) {
		t.Errorf("Syllables = %q, want %q", got, want)
	}
}

func TestIsSyllable(t *testing.T) {
	for _, s := range []string{
		"nghiêng", "quyết", "giữa", "yêu", "ngoằn", "khuya", "rượu", "quýt", "ỉa", "ấp", "ích", "gì", "gìn", "giếng", "quốc", "xoong", "a", "Ở", "ĐẸP", "hòa", "hoà",
		norm.NFD.String("nghiễng"), "ươ\u0323ng", "quo\u0302\u0301c",
	} {
		if !IsSyllable(s) {
			t.Errorf("IsSyllable(%+q) = false", s)
		}
	}
	for _, s := range []string{
		"", "b", "ng", "strong", "zalo", "nghà", "ká", "cê", "gẻ", "ngế", "bắn1", "nghiêngh", "úc\u0303", "cat", "càt", "qúa", "cuả", "gii", "qua qua", " a", "a ",
		"a\u0302\u0302", "x\u0323", "ña", "iêng", "nghiêngnghiêng", "\xff", "q", "qu", "nghĩạ",
	} {
		if IsSyllable(s) {
			t.Errorf("IsSyllable(%+q) = true", s)
		}
	}
}

func TestPlaceTones(t *testing.T) {
	tests := []struct{ in, keep, traditional, modern string }{
		{"Hoà Bình, thuỷ lợi, khoẻ", "Hoà Bình, thuỷ lợi, khoẻ", "Hòa Bình, thủy lợi, khỏe", "Hoà Bình, thuỷ lợi, khoẻ"},
		{"HÒA, Ủy ban", "HÒA, Ủy ban", "HÒA, Ủy ban", "HOÀ, Uỷ ban"},
		{"qúa cuả gía tòan", "quá của giá toàn", "quá của giá toàn", "quá của giá toàn"},
		{"quý, quả, giữ gìn, hoàn, ngoài, mía, thuở, khuỷu, ngoéo", "quý, quả, giữ gìn, hoàn, ngoài, mía, thuở, khuỷu, ngoéo", "quý, quả, giữ gìn, hoàn, ngoài, mía, thuở, khuỷu, ngoéo", "quý, quả, giữ gìn, hoàn, ngoài, mía, thuở, khuỷu, ngoéo"},
		{
			"Chloé Beyoncé café José Pokémon Nestlé Mbappé Hermès André Saldaña Elysée Timothée Équipe Gruyère Perú Haití",
			"Chloé Beyoncé café José Pokémon Nestlé Mbappé Hermès André Saldaña Elysée Timothée Équipe Gruyère Perú Haití",
			"Chloé Beyoncé café José Pokémon Nestlé Mbappé Hermès André Saldaña Elysée Timothée Équipe Gruyère Perú Haití",
			"Chloé Beyoncé café José Pokémon Nestlé Mbappé Hermès André Saldaña Elysée Timothée Équipe Gruyère Perú Haití",
		},
		{"hoa\u0300", "hoa\u0300", "hòa", "hoa\u0300"},
	}
	for _, tt := range tests {
		for style, want := range map[ToneStyle]string{KeepTones: tt.keep, Traditional: tt.traditional, Modern: tt.modern} {
			if got := PlaceTones(tt.in, style); got != want {
				t.Errorf("PlaceTones(%q, %d) = %q, want %q", tt.in, style, got, want)
			}
		}
	}
}

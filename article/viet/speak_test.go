package viet

import (
	"strings"
	"testing"
)

func TestNumberWords(t *testing.T) {
	tests := map[int64]string{
		0: "không", 4: "bốn", 5: "năm", 10: "mười", 11: "mười một", 14: "mười bốn", 15: "mười lăm", 20: "hai mươi",
		21: "hai mươi mốt", 24: "hai mươi tư", 25: "hai mươi lăm", 55: "năm mươi lăm", 91: "chín mươi mốt",
		100: "một trăm", 101: "một trăm linh một", 104: "một trăm linh bốn", 105: "một trăm linh năm", 110: "một trăm mười",
		111: "một trăm mười một", 121: "một trăm hai mươi mốt", 1000: "một nghìn", 1001: "một nghìn không trăm linh một",
		1015: "một nghìn không trăm mười lăm", 2022: "hai nghìn không trăm hai mươi hai", 10_000: "mười nghìn",
		1_000_000: "một triệu", 1_000_005: "một triệu không trăm linh năm", 1_234_567: "một triệu hai trăm ba mươi tư nghìn năm trăm sáu mươi bảy",
		1_000_000_000: "một tỷ", 2_500_000_000: "hai tỷ năm trăm triệu", 1_000_000_000_000: "một nghìn tỷ",
		1_000_000_000_000_000_000: "một tỷ tỷ", -7: "âm bảy",
	}
	for n, want := range tests {
		if got := NumberWords(n); got != want {
			t.Errorf("NumberWords(%d) = %q, want %q", n, got, want)
		}
	}
	// Every number up to a hundred thousand says its own value back.
	for n := range int64(100_000) {
		if got := value(t, NumberWords(n)); got != n {
			t.Fatalf("NumberWords(%d) = %q, which is %d", n, NumberWords(n), got)
		}
	}
	if got := NumberWords(-1 << 63); value(t, got[len("âm "):]) != -1<<63 {
		t.Errorf("the lowest number is %q", got)
	}
}

// value reads a number in words.
func value(t *testing.T, words string) int64 {
	t.Helper()
	digit := map[string]int64{
		"không": 0, "một": 1, "mốt": 1, "hai": 2, "ba": 3, "bốn": 4, "tư": 4, "năm": 5, "lăm": 5, "sáu": 6, "bảy": 7, "tám": 8, "chín": 9,
	}
	var milliards, total, group, last int64
	for _, w := range strings.Fields(words) {
		switch w {
		case "linh":
		case "mười":
			group += 10
			last = 0
		case "mươi":
			group += last*10 - last
			last = 0
		case "trăm":
			group += last*100 - last
			last = 0
		case "nghìn", "triệu":
			unit := int64(1000)
			if w == "triệu" {
				unit = 1_000_000
			}
			total += group * unit
			group = 0
		case "tỷ":
			milliards = (milliards + total + group) * 1_000_000_000
			total, group = 0, 0
		default:
			d, ok := digit[w]
			if !ok {
				t.Fatalf("%q in %q is no word of a number", w, words)
			}
			last = d
			group += d
		}
	}
	return milliards + total + group
}

func TestSpeak(t *testing.T) {
	tests := []struct{ in, want string }{
		{"", ""},
		{"Không có gì để đọc.", "Không có gì để đọc."},
		{
			"UBND TP.HCM họp lúc 16h05 ngày 7/10, giá tăng 7,5%",
			"Ủy ban nhân dân Thành phố Hồ Chí Minh họp lúc mười sáu giờ năm phút ngày bảy tháng mười, giá tăng bảy phẩy năm phần trăm",
		},
		{"Ngày 05/04/2022, BTG Huyện ủy", "Ngày năm tháng tư năm hai nghìn không trăm hai mươi hai, Ban Tuyên giáo Huyện ủy"},
		{"Thứ Sáu, 07/10/2022, 16:05 (GMT+7)", "Thứ Sáu, bảy tháng mười năm hai nghìn không trăm hai mươi hai, mười sáu giờ năm phút (GMT cộng bảy)"},
		{"ngày 7 tháng 4 năm 2022", "ngày bảy tháng tư năm hai nghìn không trăm hai mươi hai"},
		{"tháng 4/2022", "tháng tư năm hai nghìn không trăm hai mươi hai"},
		{"quý IV, Đại hội XIII, thứ 4, thứ 1", "quý bốn, Đại hội mười ba, thứ tư, thứ nhất"},
		{"1.500.000 đồng/m², 50.000đ/kg, 15 triệu đồng/tháng", "một triệu năm trăm nghìn đồng một mét vuông, năm mươi nghìn đồng một ki-lô-gam, mười lăm triệu đồng một tháng"},
		{"$5 triệu, 100 USD, 38°C", "năm triệu đô la, một trăm đô la Mỹ, ba mươi tám độ C"},
		{"Nghị quyết số 35-NQ/TW", "Nghị quyết số ba mươi lăm của Trung ương"},
		{"theo 46/2016/NĐ-CP", "theo bốn mươi sáu năm hai nghìn không trăm mười sáu nghị định Chính phủ"},
		{"10⁶ m², 10⁻³ g, 2¹⁰, năm 2026¹", "mười mũ sáu mét vuông, mười mũ âm ba gam, hai mũ mười, năm hai nghìn không trăm hai mươi sáu ¹"},
		{"12 km, 9m², 120 km/h", "mười hai ki-lô-mét, chín mét vuông, một trăm hai mươi ki-lô-mét một giờ"},
		{"thắng 2-1, 5-10 người, 40–50 tuổi", "thắng hai một, năm đến mười người, bốn mươi đến năm mươi tuổi"},
		{"gọi 0912.345.678", "gọi không chín một hai, ba bốn năm, sáu bảy tám"},
		{"1/3 dân số", "một phần ba dân số"},
		{"U.20, U23, 4G, Covid-19", "U hai mươi, U hai mươi ba, bốn G, Covid mười chín"},
		{"QL1A, TP. HCM, TP. Hà Nội, Công ty CP Bến xe", "quốc lộ một A, Thành phố Hồ Chí Minh, thành phố Hà Nội, Công ty cổ phần Bến xe"},
		{"lạnh -5°C, (-2,5%), a-5", "lạnh âm năm độ C, (âm hai phẩy năm phần trăm), a năm"},
		{"TP HCM, TP.Đà Nẵng, PGS.TS.BS A", "Thành phố Hồ Chí Minh, thành phố Đà Nẵng, phó giáo sư, tiến sĩ, bác sĩ A"},
		{"Sở GD&ĐT, T&T", "Sở Giáo dục và Đào tạo, T&T"},
		{"từ 6h-8h, 10%-20%, Covid-19, rơ-moóc", "từ sáu giờ đến tám giờ, mười phần trăm đến hai mươi phần trăm, Covid mười chín, rơ moóc"},
		{"1/1/2025-31/12/2025", "một tháng một năm hai nghìn không trăm hai mươi lăm đến ba mươi mốt tháng mười hai năm hai nghìn không trăm hai mươi lăm"},
		{"từ ngày 7/10-9/10", "từ ngày bảy tháng mười đến chín tháng mười"},
		{"Quý I/2026, quý 1/2026", "Quý một năm hai nghìn không trăm hai mươi sáu, quý một năm hai nghìn không trăm hai mươi sáu"},
		{"mùa giải 2025/26, lễ 30/4, 2/9, 20/11, 1/3, 24/7", "mùa giải hai nghìn không trăm hai mươi lăm hai mươi sáu, lễ ba mươi tháng tư, hai tháng chín, hai mươi tháng mười một, một phần ba, hai mươi tư trên bảy"},
		{"Tp.HCM, Tp. HCM, Tp Đà Nẵng", "Thành phố Hồ Chí Minh, Thành phố Hồ Chí Minh, thành phố Đà Nẵng"},
		{"NQ/TW, NĐ-CP, KT-XH, Sở LĐ-TB&XH, Huyện ủy - BTG", "nghị quyết Trung ương, nghị định Chính phủ, kinh tế - xã hội, Sở Lao động, Thương binh và Xã hội, Huyện ủy - Ban Tuyên giáo"},
		{"thứ I, thứ IV, khóa XV", "thứ nhất, thứ tư, khóa mười lăm"},
		{"€5 và $7,5 và 5 $", "năm ơ rô và bảy phẩy năm đô la và năm đô la"},
		{"12:30:15 ngày 1/1/2022; 7h30p", "mười hai giờ ba mươi phút mười lăm giây ngày một tháng một năm hai nghìn không trăm hai mươi hai; bảy giờ ba mươi phút"},
		{"0905123456 và 1.2.3, tỷ lệ 3:2", "không chín không năm một hai ba bốn năm sáu và một chấm hai chấm ba, tỷ lệ ba trên hai"},
		{"A = B & C, A0, B01", "A bằng B và C, A không, B không một"},
		{"12/QĐ-BYT, 35-NQ/XYZ", "mười hai quyết định Bộ Y tế, ba mươi lăm nghị quyết XYZ"},
		{"xem https://a.vn/1?x=2", "xem https://a.vn/1?x=2"},
		{"3,14159 và 0,05 và 2,35", "ba phẩy một bốn một năm chín và không phẩy không năm và hai phẩy ba mươi lăm"},
		// scores and ranges
		{"thua 1-3, Việt Nam 1-2 Thái Lan, thắng Lào 2-4.", "thua một ba, Việt Nam một hai Thái Lan, thắng Lào hai bốn."},
		{"set 23-25, tỷ số 0-1, nam 18-25 tuổi, Điều 5-7 Luật, 2-3 ngày", "set hai mươi ba hai mươi lăm, tỷ số không một, nam mười tám đến hai mươi lăm tuổi, Điều năm đến bảy Luật, hai đến ba ngày"},
		{"16 - 19 độ, 7h - 11h30, 30/4 - 1/5, thắng 2 - 0, 2026 - 30 năm", "mười sáu đến mười chín độ, bảy giờ đến mười một giờ ba mươi phút, ba mươi tháng tư đến một tháng năm, thắng hai - không, hai nghìn không trăm hai mươi sáu - ba mươi năm"},
		// days, months, fractions and houses
		{"dịp 30/4-1/5, lễ 30/4 và 1/5, nghỉ 1/6; 30/4 có 5 xã và 1/5 hộ", "dịp ba mươi tháng tư đến một tháng năm, lễ ba mươi tháng tư và một tháng năm, nghỉ một tháng sáu; ba mươi tháng tư có năm xã và một phần năm hộ"},
		{"từ ngày 5-7/11, 05-07/11/2026, ngày 5, 6 và 7/11, 3-4/2", "từ ngày năm đến bảy tháng mười một, năm đến bảy tháng mười một năm hai nghìn không trăm hai mươi sáu, ngày năm, sáu và bảy tháng mười một, ba đến bốn tháng hai"},
		{"tháng 5-7/2026, số 5-2026, quý I-II/2026, quý III, IV", "tháng năm đến bảy năm hai nghìn không trăm hai mươi sáu, số năm năm hai nghìn không trăm hai mươi sáu, quý một hai năm hai nghìn không trăm hai mươi sáu, quý ba, bốn"},
		{"từ 10/2026, số 05/2026, XL-01/2026", "từ tháng mười năm hai nghìn không trăm hai mươi sáu, số không năm năm hai nghìn không trăm hai mươi sáu, XL không một năm hai nghìn không trăm hai mươi sáu"},
		{"10/12 xã, 9/10 điểm, 3/4 dân số, 2/3; đa số 2/3", "mười trên mười hai xã, chín trên mười điểm, ba phần tư dân số, hai phần ba; đa số hai phần ba"},
		{"số nhà 12/5, ngõ 3/4, số 34/2 Lê Lợi, P.5, Q.10", "số nhà mười hai trên năm, ngõ ba trên bốn, số ba mươi tư trên hai Lê Lợi, phường năm, quận mười"},
		{"8 giờ 00, lúc 8 giờ 00 phút ngày 5/1, 0 giờ 05; 9 giờ 00", "tám giờ, lúc tám giờ ngày năm tháng một, không giờ năm; chín giờ"},
		// said digit by digit
		{"0912 345 678, 0912-345-678, (+84) 912 345 678, 1900 1234", "không chín một hai, ba bốn năm, sáu bảy tám, không chín một hai, ba bốn năm, sáu bảy tám, (cộng tám bốn), chín một hai, ba bốn năm, sáu bảy tám, một chín không không, một hai ba bốn"},
		{"113 người gọi 113, 114 hoặc cấp cứu 115, tổng đài 1022", "một trăm mười ba người gọi một một ba, một một bốn hoặc cấp cứu một một năm, tổng đài một không hai hai"},
		{"3600 1010 12345, 1 250 000 đồng, 1900 1920", "ba sáu không không, một không một không, một hai ba bốn năm, một triệu hai trăm năm mươi nghìn đồng, một chín không không, một chín hai không"},
		{"xe 82A-123.45 và 82B1-234.56, 51LD-12345, A320-200", "xe tám hai A, một hai ba bốn năm và tám hai B một, hai ba bốn năm sáu, năm một LD, một hai ba bốn năm, A ba trăm hai mươi hai trăm"},
		// documents
		{"Luật số 45/2019/QH14, 01/2016/TTLT-BNV-BTC, Chỉ thị 05-CT/TW", "Luật số bốn mươi lăm năm hai nghìn không trăm mười chín Quốc hội khóa mười bốn, không một năm hai nghìn không trăm mười sáu thông tư liên tịch Bộ Nội vụ, Bộ Tài chính, Chỉ thị không năm của Trung ương"},
		// signs, letters
		{"±0,5, ~100, ≥18, <5%, >50, 5 x 3 m, 5×3, a < b", "cộng trừ không phẩy năm, khoảng một trăm, lớn hơn hoặc bằng mười tám, dưới năm phần trăm, trên năm mươi, năm nhân ba mét, năm nhân ba, a < b"},
		{"(12', 45+2'), 1h30', 'năm 2026'", "(mười hai phút, bốn mươi lăm cộng hai phút), một giờ ba mươi phút, 'năm hai nghìn không trăm hai mươi sáu'"},
		{"PM2.5, 25.450 đồng/USD, 100mm/24h, PCCC&CNCH, đ/c A, V/v họp", "PM hai chấm năm, hai mươi lăm nghìn bốn trăm năm mươi đồng một đô la Mỹ, một trăm mi-li-mét trên hai mươi tư giờ, phòng cháy chữa cháy và cứu nạn cứu hộ, đồng chí A, Về việc họp"},
		{"ThS. BS. Văn A, BS CKII. Lê B, họp tại UBND. Sau đó", "thạc sĩ bác sĩ Văn A, bác sĩ chuyên khoa hai Lê B, họp tại Ủy ban nhân dân. Sau đó"},
		{"30% - 50%", "ba mươi phần trăm đến năm mươi phần trăm"},
	}
	for _, tt := range tests {
		if got := Speak(tt.in); got != tt.want {
			t.Errorf("Speak(%q) =\n%q, want\n%q", tt.in, got, tt.want)
		}
	}
}

func TestSpeakerTables(t *testing.T) {
	own := Abbreviations()
	own["BTG"] = "Bảo tàng gốm"
	delete(own, "UBND")
	sp := Speaker{Abbreviations: own, Units: map[string]string{"lạng": "lượng"}}
	if got, want := sp.Speak("BTG, UBND, 5 lạng, 5 km"), "Bảo tàng gốm, UBND, năm lượng, năm km"; got != want {
		t.Errorf("own tables: %q, want %q", got, want)
	}
	if got := Speak("BTG"); got != "Ban Tuyên giáo" {
		t.Errorf("the default table has changed: %q", got)
	}
	for short, full := range Abbreviations() {
		if Normalize(short) != short || Normalize(full) != full {
			t.Errorf("%q: %q isn't normalized", short, full)
		}
	}
}

func TestRoman(t *testing.T) {
	for n := 1; n < 90; n++ {
		if got := romanNumber(roman(n)); got != n {
			t.Errorf("romanNumber(%q) = %d, want %d", roman(n), got, n)
		}
	}
	for _, s := range []string{"", "IIII", "IC", "VX", "ABC", "i"} {
		if got := romanNumber(s); got != 0 {
			t.Errorf("romanNumber(%q) = %d, want 0", s, got)
		}
	}
}

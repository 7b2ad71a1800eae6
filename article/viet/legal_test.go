package viet

import (
	"fmt"
	"slices"
	"strings"
	"testing"
)

func TestDocuments(t *testing.T) {
	tests := []struct {
		in   string
		want []string // type, number or name, date, issuer, text
	}{
		{"", nil},
		{
			"thực hiện Nghị quyết số 35-NQ/TW, ngày 22/10/2018 của Bộ Chính trị về tăng cường",
			[]string{"Nghị quyết|35-NQ/TW|2018-10-22|Bộ Chính trị|Nghị quyết số 35-NQ/TW, ngày 22/10/2018 của Bộ Chính trị"},
		},
		{"theo nghị định 46/2016/NĐ-CP quy định", []string{"Nghị định|46/2016/NĐ-CP|2016-0-0|Chính phủ|nghị định 46/2016/NĐ-CP"}},
		{
			"Thông tư số 26/2020/TT-BTTTT ngày 23/9/2020 của Bộ Thông tin và Truyền thông hướng dẫn",
			[]string{"Thông tư|26/2020/TT-BTTTT|2020-9-23|Bộ Thông tin và Truyền thông|Thông tư số 26/2020/TT-BTTTT ngày 23/9/2020 của Bộ Thông tin và Truyền thông"},
		},
		{"Luật Ban hành văn bản quy phạm pháp luật số 80/2015/QH13", []string{"Luật|80/2015/QH13|2015-0-0|Quốc hội|Luật Ban hành văn bản quy phạm pháp luật số 80/2015/QH13"}},
		{"Luật Đất đai số 45/2013/QH13", []string{"Luật|45/2013/QH13|2013-0-0|Quốc hội|Luật Đất đai số 45/2013/QH13"}},
		{"Bộ luật Hình sự năm 2015; Luật Đất đai 2013", []string{
			"Bộ luật|Bộ luật Hình sự|2015-0-0||Bộ luật Hình sự năm 2015", "Luật|Luật Đất đai|2013-0-0||Luật Đất đai 2013",
		}},
		{"Hiến pháp năm 2013", []string{"Hiến pháp|Hiến pháp|2013-0-0||Hiến pháp năm 2013"}},
		{"Nghị định 100/2019, Chỉ thị số 16, Nghị quyết 35 của Bộ Chính trị", []string{
			"Nghị định|100/2019|2019-0-0||Nghị định 100/2019", "Chỉ thị|16|0-0-0||Chỉ thị số 16", "Nghị quyết|35|0-0-0|Bộ Chính trị|Nghị quyết 35 của Bộ Chính trị",
		}},
		{
			"Công văn số 1234/UBND-VX ngày 2/3/2021 của UBND tỉnh Kon Tum gửi các sở",
			[]string{"Công văn|1234/UBND-VX|2021-3-2|UBND tỉnh Kon Tum|Công văn số 1234/UBND-VX ngày 2/3/2021 của UBND tỉnh Kon Tum"},
		},
		{
			"Nghị quyết số 18-NQ/TW (ngày 25-10-2017) của Ban Chấp hành Trung ương Đảng khóa XII",
			[]string{"Nghị quyết|18-NQ/TW|2017-10-25|Ban Chấp hành Trung ương Đảng khóa XII|Nghị quyết số 18-NQ/TW (ngày 25-10-2017) của Ban Chấp hành Trung ương Đảng khóa XII"},
		},
		{"Quyết định số 397 / QĐ - TTg của Thủ tướng Chính phủ", []string{"Quyết định|397/QĐ-TTg|0-0-0|Thủ tướng Chính phủ|Quyết định số 397 / QĐ - TTg của Thủ tướng Chính phủ"}},
		{"Nghị quyết 35 - NQ/TW", []string{"Nghị quyết|35-NQ/TW|0-0-0||Nghị quyết 35 - NQ/TW"}},
		{"Thông tư số 27 năm 2016 của bộ Tài chính", []string{"Thông tư|27|2016-0-0|bộ Tài chính|Thông tư số 27 năm 2016 của bộ Tài chính"}},
		{"Nghị quyết 181 của LHQ đặt", []string{"Nghị quyết|181|0-0-0|LHQ|Nghị quyết 181 của LHQ"}},
		{"Quyết định số 12/2020/QĐ-UBND của UBND TP.HCM.", []string{"Quyết định|12/2020/QĐ-UBND|2020-0-0|UBND TP.HCM|Quyết định số 12/2020/QĐ-UBND của UBND TP.HCM"}},
		{"Pháp lệnh Dân số năm 2003, Pháp lệnh số 06/2003/PL-UBTVQH11, Bộ luật Lao động số 45/2019/QH14", []string{
			"Pháp lệnh|Pháp lệnh Dân số|2003-0-0||Pháp lệnh Dân số năm 2003",
			"Pháp lệnh|06/2003/PL-UBTVQH11|2003-0-0|Ủy ban Thường vụ Quốc hội|Pháp lệnh số 06/2003/PL-UBTVQH11",
			"Bộ luật|45/2019/QH14|2019-0-0|Quốc hội|Bộ luật Lao động số 45/2019/QH14",
		}},
		{"Nghị định 15/2020/NĐ-CP ký ngày 3/2/2020", []string{"Nghị định|15/2020/NĐ-CP|2020-2-3|Chính phủ|Nghị định 15/2020/NĐ-CP ký ngày 3/2/2020"}},
		{"Thông tư 1/2020/TT-BLĐTBXH của Bộ Lao động - Thương binh và Xã hội hướng dẫn", []string{
			"Thông tư|1/2020/TT-BLĐTBXH|2020-0-0|Bộ Lao động - Thương binh và Xã hội|Thông tư 1/2020/TT-BLĐTBXH của Bộ Lao động - Thương binh và Xã hội",
		}},
		{"Thông tư 1/2020/TT-BVHTTDL của Bộ Văn hóa, Thể thao và Du lịch.", []string{
			"Thông tư|1/2020/TT-BVHTTDL|2020-0-0|Bộ Văn hóa, Thể thao và Du lịch|Thông tư 1/2020/TT-BVHTTDL của Bộ Văn hóa, Thể thao và Du lịch",
		}},
		{"NGHỊ QUYẾT SỐ 35-NQ/TW NGÀY 22/10/2018 CỦA BỘ CHÍNH TRỊ VỀ TĂNG CƯỜNG", []string{
			"Nghị quyết|35-NQ/TW|2018-10-22|BỘ CHÍNH TRỊ|NGHỊ QUYẾT SỐ 35-NQ/TW NGÀY 22/10/2018 CỦA BỘ CHÍNH TRỊ",
		}},
		{"Căn cứ Luật Tổ chức chính quyền địa phương ngày 19 tháng 6 năm 2015; Bộ luật Dân sự ngày 24/11/2015;", []string{
			"Luật|Luật Tổ chức chính quyền địa phương|2015-6-19||Luật Tổ chức chính quyền địa phương ngày 19 tháng 6 năm 2015",
			"Bộ luật|Bộ luật Dân sự|2015-11-24||Bộ luật Dân sự ngày 24/11/2015",
		}},
		{"LUẬT THÚ Y NGÀY 19/6/2015, Luật Thu\u0301 y ngày 19/6/2015", []string{
			"Luật|LUẬT THÚ Y|2015-6-19||LUẬT THÚ Y NGÀY 19/6/2015", "Luật|Luật Thu\u0301 y|2015-6-19||Luật Thu\u0301 y ngày 19/6/2015",
		}},
		{"Luật sửa đổi, bổ sung một số điều của Luật Đất đai năm 2018; của Luật Đất đai năm 2013", []string{
			"Luật|Luật sửa đổi, bổ sung một số điều của Luật Đất đai|2018-0-0||Luật sửa đổi, bổ sung một số điều của Luật Đất đai năm 2018",
			"Luật|Luật Đất đai|2013-0-0||Luật Đất đai năm 2013",
		}},
		{"Thông tư 22/2021/TT\u2011BGDĐT, số 35\u2010NQ/TW, 12/QĐ\u2011", []string{
			"Thông tư|22/2021/TT-BGDĐT|2021-0-0|Bộ Giáo dục và Đào tạo|Thông tư 22/2021/TT\u2011BGDĐT", "Nghị quyết|35-NQ/TW|0-0-0||số 35\u2010NQ/TW", "Quyết định|12/QĐ|0-0-0||12/QĐ",
		}},
		{"123/QĐ-SGD&ĐT; 5/KH-SNN&PTNT của UBND tỉnh; 6/KH-A& B", []string{
			"Quyết định|123/QĐ-SGD&ĐT|0-0-0||123/QĐ-SGD&ĐT", "Kế hoạch|5/KH-SNN&PTNT|0-0-0|UBND tỉnh|5/KH-SNN&PTNT của UBND tỉnh", "Kế hoạch|6/KH-A|0-0-0||6/KH-A",
		}},
		{"Kế hoạch số 35-KH/BCĐ của Ban Chỉ đạo 35 Tỉnh ủy; Kết luận số 1-KL/TW của Ban Chỉ đạo 35.", []string{
			"Kế hoạch|35-KH/BCĐ|0-0-0|Ban Chỉ đạo 35 Tỉnh ủy|Kế hoạch số 35-KH/BCĐ của Ban Chỉ đạo 35 Tỉnh ủy",
			"Kết luận|1-KL/TW|0-0-0|Ban Chỉ đạo 35|Kết luận số 1-KL/TW của Ban Chỉ đạo 35",
		}},
		{"Đại học Luật Hà Nội năm 2023, Khoa Luật Đại học Huế ngày 5/1/2026, Công ty Luật An Bình 2015, Luật sư Văn A ngày 5/1/2026, báo Pháp Luật Việt Nam ngày 5/1/2026", nil},
		{"Quyết định số 214/QĐ-BQL ngày 03/9/2026 của Ban Quản lý cầu đường Bến Lài thông báo; số 2/QĐ-BQL của Ban Quản lý dự án về việc; số 3/QĐ-BQL của Ban Quản lý rừng.", []string{
			"Quyết định|214/QĐ-BQL|2026-9-3|Ban Quản lý cầu đường Bến Lài|Quyết định số 214/QĐ-BQL ngày 03/9/2026 của Ban Quản lý cầu đường Bến Lài",
			"Quyết định|2/QĐ-BQL|0-0-0|Ban Quản lý dự án|số 2/QĐ-BQL của Ban Quản lý dự án", "Quyết định|3/QĐ-BQL|0-0-0|Ban Quản lý rừng|số 3/QĐ-BQL của Ban Quản lý rừng",
		}},
		{"Luật Trách nhiệm bồi thường của Nhà nước ngày 20 tháng 6 năm 2017; Luật Ban hành văn bản quy phạm pháp luật năm 2015; Luật Hòa giải, đối thoại tại Tòa án 2020", []string{
			"Luật|Luật Trách nhiệm bồi thường của Nhà nước|2017-6-20||Luật Trách nhiệm bồi thường của Nhà nước ngày 20 tháng 6 năm 2017",
			"Luật|Luật Ban hành văn bản quy phạm pháp luật|2015-0-0||Luật Ban hành văn bản quy phạm pháp luật năm 2015",
			"Luật|Luật Hòa giải, đối thoại tại Tòa án|2020-0-0||Luật Hòa giải, đối thoại tại Tòa án 2020",
		}},
		{"Luật Sử dụng năng lượng tiết kiệm và hiệu quả năm 2010, Luật Người lao động Việt Nam đi làm việc ở nước ngoài theo hợp đồng 2020", []string{
			"Luật|Luật Sử dụng năng lượng tiết kiệm và hiệu quả|2010-0-0||Luật Sử dụng năng lượng tiết kiệm và hiệu quả năm 2010",
			"Luật|Luật Người lao động Việt Nam đi làm việc ở nước ngoài theo hợp đồng|2020-0-0||Luật Người lao động Việt Nam đi làm việc ở nước ngoài theo hợp đồng 2020",
		}},
		{"Luật Chống bạo lực gia đình của Trung Quốc có hiệu lực vào năm 2016, Luật Đất đai có hiệu lực từ ngày 1/8/2024", nil},
		{"công văn đến số 12/ABC-XYZ", []string{"|12/ABC-XYZ|0-0-0||số 12/ABC-XYZ"}},
		{"bộ luật Hình sự 2015, luật chơi 2015, phương pháp A 2015", nil},
		{"thắng 2-1, tỷ lệ 3/4, giá 50.000 đồng/kg, gọi 0912-345-678, ngày 7/10/2022", nil},
		{"Boeing 737-MAX, 5/VN, 500-USD, 24/7, Kế hoạch 5 năm, Luật sư A 2013, năm 2013", nil},
		{"1.35-NQ/TW, B52-NQ/TW", nil},
	}
	for _, tt := range tests {
		var got []string
		for d := range Documents(tt.in) {
			got = append(got, fmt.Sprintf("%s|%s%s|%d-%d-%d|%s|%s", d.Type, d.Number, d.Name, d.Year, d.Month, d.Day, d.Issuer, d.Text))
			if tt.in[d.Start:d.End] != d.Text {
				t.Errorf("%q: %+v", tt.in, d)
			}
		}
		if !slices.Equal(got, tt.want) {
			t.Errorf("Documents(%q) =\n%q, want\n%q", tt.in, got, tt.want)
		}
	}
}

// TestIssuers holds that the name of every known office ends where it ends.
func TestIssuers(t *testing.T) {
	offices := []string{
		"Bộ Chính trị", "Ban Bí thư", "Quốc hội khóa XV", "UBND TP Đà Nẵng", "HĐND tỉnh Kon Tum", "Ủy ban nhân dân thành phố Hồ Chí Minh",
		"Tỉnh ủy Kon Tum", "Đảng ủy Công an Trung ương", "Sở Giáo dục và Đào tạo tỉnh Kon Tum", "Bộ trưởng Bộ Y tế", "Chủ tịch UBND huyện Kon Rẫy",
	}
	for _, name := range issuerLetters {
		if name != "" {
			offices = append(offices, name)
		}
	}
	for _, office := range offices {
		for _, after := range []string{"", ".", ", có hiệu lực", " quy định chi tiết", " về việc thi hành", " ban hành", " đã nêu"} {
			s := "Nghị quyết số 12/NQ của " + office + after
			for d := range Documents(s) {
				if d.Issuer != office {
					t.Errorf("%q: the issuer is %q, want %q", s, d.Issuer, office)
				}
			}
		}
	}
}

// TestLongTexts reads texts that nothing is found in for long: what looks back to the
// beginning from every number takes minutes here.
func TestLongTexts(t *testing.T) {
	for _, piece := range []string{"luật 2019 ", "pháp 2019 ", "số 5 ", "x 5 "} {
		s := "ngày 7/10/2022 " + strings.Repeat(piece, 1<<19/len(piece))
		documents, whens := 0, 0
		for range Documents(s) {
			documents++
		}
		for range Whens(s) {
			whens++
		}
		if documents != 0 || whens != 1 {
			t.Errorf("there are %d documents and %d dates in %q, want 0 and 1", documents, whens, piece)
		}
	}
}

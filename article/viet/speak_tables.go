package viet

import "maps"

// Abbreviations returns a copy of the abbreviations that [Speak] spells out, by
// what is written: those that mean one thing in nearly all news. Add to it, or
// take out of it, for a [Speaker] of your own.
func Abbreviations() map[string]string { return maps.Clone(abbreviations) }

// Units returns a copy of the units that [Speak] spells out after a number.
func Units() map[string]string { return maps.Clone(units) }

var abbreviations = map[string]string{
	// State and party.
	"UBND": "Ủy ban nhân dân", "HĐND": "Hội đồng nhân dân", "QH": "Quốc hội", "CP": "cổ phần", "TTg": "Thủ tướng Chính phủ",
	"TW": "Trung ương", "TƯ": "Trung ương", "T.Ư": "Trung ương", "BTG": "Ban Tuyên giáo",
	"BCH": "Ban Chấp hành", "BCĐ": "Ban Chỉ đạo", "BTC": "Ban Tổ chức", "UBTVQH": "Ủy ban Thường vụ Quốc hội",
	"MTTQ": "Mặt trận Tổ quốc", "UBMTTQ": "Ủy ban Mặt trận Tổ quốc", "ĐBQH": "đại biểu Quốc hội", "TAND": "Tòa án nhân dân",
	"VKSND": "Viện kiểm sát nhân dân", "CAND": "Công an nhân dân", "QĐND": "Quân đội nhân dân", "CSGT": "cảnh sát giao thông",
	"CSĐT": "cảnh sát điều tra", "PCCC": "phòng cháy chữa cháy", "CNCH": "cứu nạn cứu hộ", "LLVT": "lực lượng vũ trang",
	"CHXHCN": "Cộng hòa xã hội chủ nghĩa", "XHCN": "xã hội chủ nghĩa", "BĐBP": "Bộ đội Biên phòng",
	"TNCS": "Thanh niên Cộng sản", "LĐLĐ": "Liên đoàn Lao động", "LHPN": "Liên hiệp Phụ nữ", "BQL": "Ban quản lý",
	"MTTQVN": "Mặt trận Tổ quốc Việt Nam", "UBMTTQVN": "Ủy ban Mặt trận Tổ quốc Việt Nam", "TNCSHCM": "Thanh niên Cộng sản Hồ Chí Minh",
	"LHTN": "Liên hiệp Thanh niên", "CCB": "cựu chiến binh", "DTTS": "dân tộc thiểu số", "HĐXX": "Hội đồng xét xử", "TTXVN": "Thông tấn xã Việt Nam",
	"NHNN": "Ngân hàng Nhà nước", "NSNN": "ngân sách nhà nước", "CBCC": "cán bộ, công chức", "CBCCVC": "cán bộ, công chức, viên chức",
	"Đ/c": "Đồng chí", "đ/c": "đồng chí", "V/v": "Về việc", "v/v": "về việc",
	// Ministries and their fields.
	"GD&ĐT": "Giáo dục và Đào tạo", "GDĐT": "Giáo dục và Đào tạo", "LĐTBXH": "Lao động, Thương binh và Xã hội",
	"LĐ-TB&XH": "Lao động, Thương binh và Xã hội", "LĐ-TB-XH": "Lao động, Thương binh và Xã hội", "VH-TT&DL": "Văn hóa, Thể thao và Du lịch", "NN&PTNT": "Nông nghiệp và Phát triển nông thôn",
	"TN&MT": "Tài nguyên và Môi trường", "TT&TT": "Thông tin và Truyền thông", "KH&CN": "Khoa học và Công nghệ",
	"KH&ĐT": "Kế hoạch và Đầu tư", "GTVT": "Giao thông vận tải", "VHTTDL": "Văn hóa, Thể thao và Du lịch",
	"TTTT": "Thông tin và Truyền thông", "ATTP": "an toàn thực phẩm", "ATGT": "an toàn giao thông",
	"BHXH": "bảo hiểm xã hội", "BHYT": "bảo hiểm y tế", "KT-XH": "kinh tế - xã hội", "KTXH": "kinh tế - xã hội",
	"GD-ĐT": "Giáo dục và Đào tạo", "LĐTB&XH": "Lao động, Thương binh và Xã hội", "NN&MT": "Nông nghiệp và Môi trường", "KHCN": "khoa học công nghệ",
	"CNTT": "công nghệ thông tin", "QP-AN": "quốc phòng - an ninh", "QPAN": "quốc phòng - an ninh", "ANTT": "an ninh trật tự",
	"TTATGT": "trật tự an toàn giao thông", "TNGT": "tai nạn giao thông", "NTM": "nông thôn mới", "CCHC": "cải cách hành chính",
	"TTHC": "thủ tục hành chính", "GPMB": "giải phóng mặt bằng", "PCTT": "phòng chống thiên tai", "TKCN": "tìm kiếm cứu nạn",
	"PCTT-TKCN": "phòng chống thiên tai và tìm kiếm cứu nạn", "VSATTP": "vệ sinh an toàn thực phẩm", "KHKT": "khoa học kỹ thuật",
	// Places.
	"TP.HCM": "Thành phố Hồ Chí Minh", "TPHCM": "Thành phố Hồ Chí Minh", "HCM": "Hồ Chí Minh", "TP": "thành phố", "Tp": "thành phố", "TX": "thị xã",
	"HN": "Hà Nội", "VN": "Việt Nam", "ĐBSCL": "Đồng bằng sông Cửu Long", "KCN": "khu công nghiệp", "KĐT": "khu đô thị",
	"QL": "quốc lộ",
	// People.
	"GS": "giáo sư", "PGS": "phó giáo sư", "TS": "tiến sĩ", "ThS": "thạc sĩ", "Ths": "thạc sĩ", "CKI": "chuyên khoa một", "CKII": "chuyên khoa hai", "BSCKI": "bác sĩ chuyên khoa một", "BSCKII": "bác sĩ chuyên khoa hai", "BS": "bác sĩ", "KTS": "kiến trúc sư",
	"GS.TS": "giáo sư, tiến sĩ", "PGS.TS": "phó giáo sư, tiến sĩ", "NSND": "Nghệ sĩ Nhân dân", "NSƯT": "Nghệ sĩ Ưu tú",
	"HLV": "huấn luyện viên", "VĐV": "vận động viên", "HS": "học sinh", "SV": "sinh viên", "GV": "giáo viên", "PV": "phóng viên",
	"CBCS": "cán bộ, chiến sĩ", "CLB": "câu lạc bộ", "HTX": "hợp tác xã", "DN": "doanh nghiệp", "NXB": "Nhà xuất bản",
	"SN": "sinh năm", "CCCD": "căn cước công dân", "CMND": "chứng minh nhân dân", "MXH": "mạng xã hội", "CĐV": "cổ động viên", "SĐT": "số điện thoại", "HCV": "huy chương vàng", "HCB": "huy chương bạc", "HCĐ": "huy chương đồng",
	// Businesses.
	"TNHH": "trách nhiệm hữu hạn", "TMCP": "thương mại cổ phần", "MTV": "một thành viên", "HĐQT": "Hội đồng quản trị", "DNNN": "doanh nghiệp nhà nước",
	"SXKD": "sản xuất kinh doanh", "BĐS": "bất động sản", "XKLĐ": "xuất khẩu lao động",
	// Schools and hospitals.
	"ĐH": "Đại học", "CĐ": "Cao đẳng", "THPT": "Trung học phổ thông", "THCS": "Trung học cơ sở",
	"SGK": "sách giáo khoa", "GDTX": "giáo dục thường xuyên", "TTYT": "trung tâm y tế", "BVĐK": "bệnh viện đa khoa",
	// Documents.
	"NQ": "nghị quyết", "NĐ": "nghị định", "QĐ": "quyết định",
	"TTLT": "thông tư liên tịch", "NQ/TW": "nghị quyết Trung ương", "CT/TW": "chỉ thị Trung ương", "NQ-CP": "nghị quyết Chính phủ",
	"NĐ-CP": "nghị định Chính phủ", "QĐ-TTg": "quyết định Thủ tướng Chính phủ",
	// Money.
	"USD": "đô la Mỹ", "VND": "đồng", "VNĐ": "đồng", "EUR": "ơ rô", "GBP": "bảng Anh", "JPY": "yên Nhật", "CNY": "nhân dân tệ",
}

// titles are the abbreviations before a name, whose dot ends no sentence.
var titles = map[string]bool{"TP": true, "Tp": true, "TX": true, "GS": true, "PGS": true, "TS": true, "ThS": true, "Ths": true, "BS": true, "KTS": true, "CKI": true, "CKII": true, "BSCKI": true, "BSCKII": true}

// codeWords are the letters of document numbers that mean something else in
// running text, or nothing for sure.
var codeWords = map[string]string{
	"CP": "Chính phủ", "TT": "thông tư", "CT": "chỉ thị", "CĐ": "công điện", "PL": "pháp lệnh", "ĐA": "đề án", "KL": "kết luận",
	"KH": "kế hoạch", "HD": "hướng dẫn", "CV": "công văn", "TB": "thông báo", "BC": "báo cáo", "TTr": "tờ trình",
}

var units = map[string]string{
	"mm": "mi-li-mét", "cm": "xăng-ti-mét", "dm": "đề-xi-mét", "m": "mét", "km": "ki-lô-mét",
	"mm²": "mi-li-mét vuông", "cm²": "xăng-ti-mét vuông", "m²": "mét vuông", "m2": "mét vuông", "km²": "ki-lô-mét vuông", "km2": "ki-lô-mét vuông",
	"cm³": "xăng-ti-mét khối", "m³": "mét khối", "m3": "mét khối", "ha": "héc-ta",
	"mg": "mi-li-gam", "g": "gam", "kg": "ki-lô-gam", "ml": "mi-li-lít", "l": "lít",
	"s": "giây", "h": "giờ", "km/h": "ki-lô-mét một giờ", "m/s": "mét một giây", "m³/s": "mét khối một giây", "m3/s": "mét khối một giây",
	"W": "oát", "kW": "ki-lô-oát", "MW": "mê-ga-oát", "GW": "gi-ga-oát", "kWh": "ki-lô-oát giờ", "kV": "ki-lô-vôn", "V": "vôn",
	"Hz": "héc", "MHz": "mê-ga-héc", "GHz": "gi-ga-héc", "KB": "ki-lô-bai", "MB": "mê-ga-bai", "GB": "gi-ga-bai", "TB": "tê-ra-bai",
	"đ": "đồng", "₫": "đồng", "$": "đô la", "€": "ơ rô", "%": "phần trăm", "‰": "phần nghìn",
	"°C": "độ C", "°F": "độ F", "°": "độ", "cc": "xê xê", "tr": "triệu", "tr đồng": "triệu đồng",
}

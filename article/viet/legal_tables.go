package viet

// documentTypes are the types by their name; the value says whether a bare
// number with số or a year is enough.
var documentTypes = map[string]bool{
	"hiến pháp": false, "bộ luật": true, "luật": true, "pháp lệnh": true, "lệnh": false, "sắc lệnh": true,
	"nghị quyết": true, "nghị quyết liên tịch": true, "nghị định": true, "quyết định": true,
	"thông tư": true, "thông tư liên tịch": true, "chỉ thị": true, "kết luận": true, "quy định": true,
	"quy chế": false, "hướng dẫn": true, "kế hoạch": true, "công văn": true, "công điện": true,
	"thông báo": true, "thông tri": true, "báo cáo": true, "tờ trình": true, "đề án": true,
	"chương trình": false, "văn bản": true, "văn bản hợp nhất": true, "điều lệ": false, "giấy phép": true,
	"phương án": false, "hợp đồng": false, "công thư": true, "bản án": true,
}

// documentLetters are the types by the letters of a number. Party documents,
// whose letters come before a slash, differ in one: there QĐ is also Quy định.
var documentLetters = map[string]string{
	"NQ": "Nghị quyết", "NQLT": "Nghị quyết liên tịch", "NĐ": "Nghị định", "ND": "Nghị định",
	"QĐ": "Quyết định", "QD": "Quyết định", "TT": "Thông tư", "TTLT": "Thông tư liên tịch", "CT": "Chỉ thị",
	"KL": "Kết luận", "QC": "Quy chế", "QyĐ": "Quy định", "HD": "Hướng dẫn", "KH": "Kế hoạch", "CV": "Công văn",
	"CĐ": "Công điện", "TB": "Thông báo", "BC": "Báo cáo", "TTr": "Tờ trình", "ĐA": "Đề án",
	"CTr": "Chương trình", "CTHĐ": "Chương trình hành động", "VBHN": "Văn bản hợp nhất", "PL": "Pháp lệnh",
	"L": "Lệnh", "SL": "Sắc lệnh", "QĐi": "Quy định", "PA": "Phương án", "GP": "Giấy phép", "HS": "Bản án", "DS": "Bản án",
}

// issuerLetters are the issuers by the letters of a number.
var issuerLetters = map[string]string{
	"CP": "Chính phủ", "TTg": "Thủ tướng Chính phủ", "CTN": "Chủ tịch nước", "UBTVQH": "Ủy ban Thường vụ Quốc hội",
	"QH": "Quốc hội", "VPCP": "Văn phòng Chính phủ", "UBND": "Ủy ban nhân dân", "HĐND": "Hội đồng nhân dân",
	"BTC": "Bộ Tài chính", "BYT": "Bộ Y tế", "BCA": "Bộ Công an", "BQP": "Bộ Quốc phòng", "BNV": "Bộ Nội vụ",
	"BTP": "Bộ Tư pháp", "BCT": "Bộ Công Thương", "BXD": "Bộ Xây dựng", "BNG": "Bộ Ngoại giao",
	"BGDĐT": "Bộ Giáo dục và Đào tạo", "BTTTT": "Bộ Thông tin và Truyền thông", "BGTVT": "Bộ Giao thông vận tải",
	"BTNMT": "Bộ Tài nguyên và Môi trường", "BNNPTNT": "Bộ Nông nghiệp và Phát triển nông thôn",
	"BNNMT": "Bộ Nông nghiệp và Môi trường", "BLĐTBXH": "Bộ Lao động - Thương binh và Xã hội",
	"BKHCN": "Bộ Khoa học và Công nghệ", "BKHĐT": "Bộ Kế hoạch và Đầu tư",
	"BVHTTDL": "Bộ Văn hóa, Thể thao và Du lịch", "NHNN": "Ngân hàng Nhà nước Việt Nam",
	"TTCP": "Thanh tra Chính phủ", "UBDT": "Ủy ban Dân tộc", "KTNN": "Kiểm toán nhà nước",
	"TANDTC": "Tòa án nhân dân tối cao", "VKSNDTC": "Viện kiểm sát nhân dân tối cao",
	"HĐTP": "Hội đồng Thẩm phán Tòa án nhân dân tối cao", "VPTW": "Văn phòng Trung ương Đảng",
	"BTGTW": "Ban Tuyên giáo Trung ương", "BTCTW": "Ban Tổ chức Trung ương", "UBKTTW": "Ủy ban Kiểm tra Trung ương",
	"BNCTW": "Ban Nội chính Trung ương", "BDVTW": "Ban Dân vận Trung ương", "TW": "",
	"TU": "Tỉnh ủy", "HU": "Huyện ủy", "TLĐ": "Tổng Liên đoàn Lao động Việt Nam", "VX": "", "NC": "", "KT": "", "TH": "",
}

// officeStart may begin the name of an office though it is in lower case.
var officeStart = map[string]bool{
	"bộ": true, "ban": true, "sở": true, "cục": true, "ủy": true, "uỷ": true, "viện": true, "tòa": true, "toà": true, "hội": true,
}

// officeWords may stand within the name of an office. The value says whether
// the name may end there; it goes on after the others.
var officeWords = map[string]bool{
	"và": false, "nhân": false, "dân": true, "tỉnh": false, "thành": false, "phố": false, "huyện": false, "quận": false,
	"thị": false, "xã": false, "phường": false, "tối": false, "cao": true, "nước": true, "kiểm": false, "sát": false, "nhà": false,
	"thông": false, "vận": false, "tải": true, "nông": false, "thôn": true, "phủ": true, "hội": true, "ủy": true, "vụ": true, "khóa": false, "khoá": false,
}

// placeWords begin the name of a place, of which only capitals belong to the
// office.
var placeWords = map[string]bool{"tỉnh": true, "phố": true, "huyện": true, "quận": true, "xã": true, "phường": true}

// stopWords end the name of an office though they follow a capital.
var stopWords = map[string]bool{
	"về": true, "quy": true, "có": true, "đã": true, "được": true, "do": true, "là": true, "thì": true,
	"ngày": true, "năm": true, "sẽ": true, "cho": true, "để": true, "với": true, "tại": true, "trong": true, "khi": true,
	"sửa": true, "hướng": true, "phê": true, "yêu": true, "nêu": true, "ký": true, "trên": true, "này": true, "cũng": true,
	"gửi": true, "chỉ": true, "theo": true, "từ": true, "đến": true, "vừa": true, "mới": true, "không": true,
	"phải": true, "cần": true, "các": true, "những": true, "một": true, "như": true, "đối": true, "nhằm": true, "gồm": true,
	"nói": true, "ra": true, "bị": true, "bao": true, "đề": true, "thực": true, "khẳng": true, "xác": true,
}

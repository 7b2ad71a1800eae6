package viet

import "strings"

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

// A typeWord is a word of the name of a type.
type typeWord struct {
	text    string // in lower case
	lengths uint8  // the bit n is set if a type of n words ends in it
}

// typeWords are the words of the types as they are mostly written, and typeTitles
// the types with one capital by their names.
var typeWords, typeTitles = func() (words map[string]typeWord, titles map[string]string) {
	words, titles = map[string]typeWord{}, map[string]string{}
	for name := range documentTypes {
		titles[name] = Capitalize(name)
		parts := strings.Fields(name)
		for i, p := range parts {
			w := typeWord{p, words[p].lengths}
			if i == len(parts)-1 {
				w.lengths |= 1 << len(parts)
			}
			words[p], words[Capitalize(p)], words[ToUpper(p)] = w, w, w
		}
	}
	return words, titles
}()

// typeWordOf returns the entry of w in typeWords, however w is written.
func typeWordOf(w string) typeWord {
	if t, ok := typeWords[w]; ok {
		return t
	}
	return typeWords[lowered(w)]
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

// A codeLetter is what a group of letters in a number says.
type codeLetter struct{ kind, issuer string }

// codeLetters joins documentLetters and issuerLetters.
var codeLetters = func() map[string]codeLetter {
	letters := map[string]codeLetter{}
	for l, name := range issuerLetters {
		letters[l] = codeLetter{issuer: name}
	}
	for l, name := range documentLetters {
		letters[l] = codeLetter{name, issuerLetters[l]}
	}
	return letters
}()

// officeStart may begin the name of an office though it is in lower case.
var officeStart = map[string]bool{
	"bộ": true, "ban": true, "sở": true, "cục": true, "ủy": true, "uỷ": true, "viện": true, "tòa": true, "toà": true, "hội": true,
}

// An officeWord says what a word in lower case means after a word of the name of an
// office. The zero officeWord is any word.
type officeWord uint8

const (
	withinOffice  officeWord = 1 + iota // the name goes on after it
	endOfOffice                         // the name may end there
	placeOfOffice                       // begins the name of a place, of which only capitals belong to the office
	notOfOffice                         // ends the name though it follows a capital
)

var officeWords = map[string]officeWord{
	"và": withinOffice, "nhân": withinOffice, "dân": endOfOffice, "tỉnh": placeOfOffice, "thành": withinOffice,
	"phố": placeOfOffice, "huyện": placeOfOffice, "quận": placeOfOffice, "thị": withinOffice,
	"xã": placeOfOffice, "phường": placeOfOffice, "tối": withinOffice, "cao": endOfOffice, "nước": endOfOffice,
	"kiểm": withinOffice, "sát": withinOffice, "nhà": withinOffice, "thông": withinOffice, "vận": withinOffice,
	"tải": endOfOffice, "nông": withinOffice, "thôn": endOfOffice, "phủ": endOfOffice, "hội": endOfOffice,
	"ủy": endOfOffice, "vụ": endOfOffice, "khóa": withinOffice, "khoá": withinOffice,

	"về": notOfOffice, "quy": notOfOffice, "có": notOfOffice, "đã": notOfOffice, "được": notOfOffice,
	"do": notOfOffice, "là": notOfOffice, "thì": notOfOffice, "ngày": notOfOffice, "năm": notOfOffice,
	"sẽ": notOfOffice, "cho": notOfOffice, "để": notOfOffice, "với": notOfOffice, "tại": notOfOffice,
	"trong": notOfOffice, "khi": notOfOffice, "sửa": notOfOffice, "hướng": notOfOffice, "phê": notOfOffice,
	"yêu": notOfOffice, "nêu": notOfOffice, "ký": notOfOffice, "trên": notOfOffice, "này": notOfOffice,
	"cũng": notOfOffice, "gửi": notOfOffice, "chỉ": notOfOffice, "theo": notOfOffice, "từ": notOfOffice,
	"đến": notOfOffice, "vừa": notOfOffice, "mới": notOfOffice, "không": notOfOffice, "phải": notOfOffice,
	"cần": notOfOffice, "các": notOfOffice, "những": notOfOffice, "một": notOfOffice, "như": notOfOffice,
	"đối": notOfOffice, "nhằm": notOfOffice, "gồm": notOfOffice, "nói": notOfOffice, "ra": notOfOffice,
	"bị": notOfOffice, "bao": notOfOffice, "đề": notOfOffice, "thực": notOfOffice, "khẳng": notOfOffice,
	"xác": notOfOffice,
}

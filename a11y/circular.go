package a11y

import "slices"

// A Requirement is an item of the minimum that Thông tư 32/2017/TT-BTTTT, Điều
// 18, asks of state portals for readers with disabilities, as far as a program
// can tell whether it is met. Thông tư 26/2020/TT-BTTTT extends such duties to
// press agencies that have a site. This is no legal advice: the text of the law
// counts, not this list.
type Requirement struct {
	ID       string    `json:"id"` // such as "text-equivalents"
	Vi       string    `json:"vi"`
	En       string    `json:"en"`
	Findings []Finding `json:"findings,omitempty"`
	// Person says what a person has to look at, as no program can tell.
	PersonVi string `json:"person_vi"`
	PersonEn string `json:"person_en"`
}

// Met reports whether nothing was found that breaks the requirement. What only
// a person can tell is left to a person.
func (r Requirement) Met() bool {
	return !slices.ContainsFunc(r.Findings, func(f Finding) bool { return f.Severity == Error })
}

var circular = []struct {
	Requirement
	rules []string
}{
	{Requirement{
		ID: "contrast", Vi: "Màu nền và màu chữ tương phản rõ", En: "Text stands out clearly from its background",
		PersonVi: "Xem độ tương phản trong trình duyệt ở mọi chế độ màu.", PersonEn: "Look at the contrast in a browser, in every color scheme.",
	}, []string{"contrast"}},
	{Requirement{
		ID: "color-alone", Vi: "Không nhấn mạnh thông tin chỉ bằng màu sắc", En: "Nothing is stressed by color alone",
		PersonVi: "Xem biểu đồ và bản đồ có chú giải bằng chữ hoặc hoa văn không.", PersonEn: "Look whether charts and maps say by words or patterns what they say by color.",
	}, []string{"color-only", "link-underline"}},
	{Requirement{
		ID: "change-colors", Vi: "Khuyến khích: người đọc đổi được màu và độ tương phản", En: "Encouraged: readers can change colors and contrast",
		PersonVi: "Thử bộ nút đổi màu và cỡ chữ.", PersonEn: "Try the control for colors and text size.",
	}, []string{"viewport-zoom", "fixed-text-size"}},
	{Requirement{
		ID: "no-movement", Vi: "Không dùng chữ nhấp nháy hoặc tự chuyển động", En: "No text blinks or moves by itself",
		PersonVi: "Xem có hoạt ảnh do mã lệnh hoặc CSS tạo ra không.", PersonEn: "Look for movement made by scripts or styles.",
	}, []string{"blinking", "media-autoplay", "meta-refresh", "meta-refresh-any"}},
	{Requirement{
		ID: "text-equivalents", Vi: "Có chữ thay thế cho biểu tượng, hình ảnh, nút, biểu đồ và liên kết bằng hình", En: "Icons, pictures, buttons, charts and picture links have text equivalents",
		PersonVi: "Đọc chữ thay thế xem có nói đúng điều hình cho thấy không.", PersonEn: "Read the equivalents: do they tell what the pictures show?",
	}, []string{
		"button-name", "decorative-exposed", "field-name", "iframe-name", "image-alt", "image-alt-duplicate", "image-alt-filename",
		"image-alt-generic", "image-button-name", "media-captions", "object-name", "svg-name", "title-only", "audio-transcript",
	}},
	{Requirement{
		ID: "link-text", Vi: "Chữ của liên kết nói rõ nơi dẫn tới", En: "The text of a link tells where it leads",
		PersonVi: "Đọc riêng danh sách liên kết xem có hiểu được không.", PersonEn: "Read the list of links by itself: does it make sense?",
	}, []string{"link-name", "link-text", "link-same-text", "link-no-target", "link-adjacent", "link-new-window"}},
}

// Circular32 sorts findings into the list of Thông tư 32/2017/TT-BTTTT, Điều 18.
// Every item is returned, in the order of the circular, with the findings that
// belong to it; findings about other things are left out.
func Circular32(findings []Finding) []Requirement {
	out := make([]Requirement, len(circular))
	for i, c := range circular {
		out[i] = c.Requirement
		for _, f := range findings {
			if slices.Contains(c.rules, f.Rule) {
				out[i].Findings = append(out[i].Findings, f)
			}
		}
	}
	return out
}

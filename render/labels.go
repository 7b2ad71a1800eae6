package render

import (
	"strings"

	"github.com/toasoan/toasoan/article"
)

// Labels are the words that printers add of their own. Set what the house says
// otherwise; an empty label is that of [LabelsFor].
type Labels struct {
	Lang string // BCP 47 tag of the labels

	SkipToContent string // skip link
	Home          string // first step of the breadcrumb
	Breadcrumb    string // name of the breadcrumb
	Contents      string // heading of the list of contents
	Published     string // before the date of publication, for screen readers
	Updated       string // before the date of the last change
	By            string // before the names of authors
	Photo         string // before the credit of a picture
	Illustration  string // says that a picture does not show the event
	Video         string // before the credit of a video, and the name of one without title
	Audio         string // the name of a recording without title
	Drawing       string // before illustrators
	Editor        string // before editors
	Translator    string // before translators
	Contributor   string // before contributors
	Reviewer      string // before those who checked the facts
	Source        string // before where the article is from
	License       string // link to the licence
	Listen        string // heading of the recordings of the whole text
	Transcript    string // opens the words of a video or recording
	Table         string // the name of a table without caption
	Image         string // the name of a picture that is a link and has no text
	Attachments   string // heading of the attached documents
	Corrections   string // heading of the corrections
	Correction    string // kinds of corrections
	Clarification string
	Update        string
	Retraction    string
	Tags          string // name of the list of tags
	Series        string // before the name of the series
	Share         string // heading of the share links
	ShareEmail    string // the share link that is no product's name
	Related       string // heading of the related articles
	Links         string // title of a list of links without one
	Newer         string // pager
	Older         string
	Pager         string // name of the pager
	Live          string // heading of the live updates
	LiveEnded     string // after the last update
	KeyEvents     string // heading of the turning points
	Pinned        string // marks the pinned update
	Permalink     string // link of an update
	OpenEmbed     string // opens an embed, before the name of the provider
	ViewOn        string // link to an embed, before the name of the provider
	OpenImage     string // opens a picture of another host, before the host
	ViewImage     string // link to such a picture, before the host
	Advertorial   string // marks advertising
	Opinion       string // marks an opinion
	Paid          string // marks an article that costs money
	Page          string // before a page number
	NextPage      string
	PreviousPage  string
	Note          string // titles of boxes without one
	Facts         string
	KeyPoints     string
	Profile       string
	Timeline      string
	QA            string
	Disclaimer    string
	ReadMore      string // link of an excerpt to the whole article
	Abbreviation  string // before the long form, in text
}

// LabelsFor returns the labels in a language: Vietnamese for "vi" and "", else
// English.
func LabelsFor(lang string) *Labels {
	l := labelsEN
	if isVietnamese(lang) {
		l = labelsVI
	}
	return &l
}

func isVietnamese(lang string) bool {
	return lang == "" || lang == "vi" || strings.HasPrefix(lang, "vi-")
}

var labelsVI = Labels{
	Lang:          "vi",
	SkipToContent: "Bỏ qua để xem nội dung",
	Home:          "Trang chủ",
	Breadcrumb:    "Đường dẫn",
	Contents:      "Trong bài này",
	Published:     "Đăng lúc",
	Updated:       "Cập nhật",
	By:            "Tác giả",
	Photo:         "Ảnh",
	Illustration:  "Ảnh minh họa",
	Video:         "Video",
	Audio:         "Âm thanh",
	Drawing:       "Minh họa",
	Editor:        "Biên tập",
	Translator:    "Biên dịch",
	Contributor:   "Cộng tác",
	Reviewer:      "Kiểm chứng",
	Source:        "Nguồn",
	License:       "Giấy phép sử dụng",
	Listen:        "Nghe bài viết",
	Transcript:    "Lời thoại",
	Table:         "Bảng",
	Image:         "Hình ảnh",
	Attachments:   "Tệp đính kèm",
	Corrections:   "Đính chính",
	Correction:    "Đính chính",
	Clarification: "Nói rõ thêm",
	Update:        "Cập nhật",
	Retraction:    "Rút bài",
	Tags:          "Chủ đề",
	Series:        "Tuyến bài",
	Share:         "Chia sẻ",
	ShareEmail:    "Gửi thư điện tử",
	Related:       "Tin liên quan",
	Links:         "Xem thêm",
	Newer:         "Tin mới hơn",
	Older:         "Tin cũ hơn",
	Pager:         "Tin trước và sau",
	Live:          "Trực tiếp",
	LiveEnded:     "Tường thuật kết thúc lúc",
	KeyEvents:     "Diễn biến chính",
	Pinned:        "Tin ghim",
	Permalink:     "Đường dẫn tới cập nhật này",
	OpenEmbed:     "Mở nội dung từ",
	ViewOn:        "Xem trên",
	OpenImage:     "Mở ảnh từ",
	ViewImage:     "Xem ảnh tại",
	Advertorial:   "Thông tin quảng cáo",
	Opinion:       "Ý kiến",
	Paid:          "Bài trả phí",
	Page:          "Trang",
	NextPage:      "Trang sau",
	PreviousPage:  "Trang trước",
	Note:          "Ghi chú",
	Facts:         "Số liệu",
	KeyPoints:     "Điểm chính",
	Profile:       "Chân dung",
	Timeline:      "Mốc thời gian",
	QA:            "Hỏi đáp",
	Disclaimer:    "Lưu ý",
	ReadMore:      "Đọc toàn bài",
	Abbreviation:  "viết tắt của",
}

var labelsEN = Labels{
	Lang:          "en",
	SkipToContent: "Skip to content",
	Home:          "Home",
	Breadcrumb:    "Breadcrumb",
	Contents:      "In this article",
	Published:     "Published",
	Updated:       "Updated",
	By:            "By",
	Photo:         "Photo",
	Illustration:  "Illustration photo",
	Video:         "Video",
	Audio:         "Audio",
	Drawing:       "Illustration",
	Editor:        "Editing",
	Translator:    "Translation",
	Contributor:   "Additional reporting",
	Reviewer:      "Fact-checking",
	Source:        "Source",
	License:       "License",
	Listen:        "Listen to the article",
	Transcript:    "Transcript",
	Table:         "Table",
	Image:         "Image",
	Attachments:   "Attachments",
	Corrections:   "Corrections",
	Correction:    "Correction",
	Clarification: "Clarification",
	Update:        "Update",
	Retraction:    "Retraction",
	Tags:          "Topics",
	Series:        "Series",
	Share:         "Share",
	ShareEmail:    "E-mail",
	Related:       "Related articles",
	Links:         "See also",
	Newer:         "Newer",
	Older:         "Older",
	Pager:         "Newer and older articles",
	Live:          "Live",
	LiveEnded:     "Live coverage ended at",
	KeyEvents:     "Key events",
	Pinned:        "Pinned",
	Permalink:     "Link to this update",
	OpenEmbed:     "Open content from",
	ViewOn:        "View on",
	OpenImage:     "Open picture from",
	ViewImage:     "View picture at",
	Advertorial:   "Advertisement feature",
	Opinion:       "Opinion",
	Paid:          "Subscribers only",
	Page:          "Page",
	NextPage:      "Next page",
	PreviousPage:  "Previous page",
	Note:          "Note",
	Facts:         "Facts",
	KeyPoints:     "Key points",
	Profile:       "Profile",
	Timeline:      "Timeline",
	QA:            "Questions and answers",
	Disclaimer:    "Disclaimer",
	ReadMore:      "Read the whole article",
	Abbreviation:  "short for",
}

// speak reports whether the labels are in a language, of whatever country.
func (l *Labels) speak(lang string) bool {
	own, _, _ := strings.Cut(l.Lang, "-")
	other, _, _ := strings.Cut(lang, "-")
	return strings.EqualFold(own, other)
}

// box returns the title of a box that has none.
func (l *Labels) box(kind article.BoxKind) string {
	switch kind {
	case article.BoxFacts:
		return l.Facts
	case article.BoxKeyPoints:
		return l.KeyPoints
	case article.BoxProfile:
		return l.Profile
	case article.BoxTimeline:
		return l.Timeline
	case article.BoxQA:
		return l.QA
	case article.BoxDisclaimer:
		return l.Disclaimer
	}
	return l.Note
}

// role returns what stands before the names of a role.
func (l *Labels) role(r article.Role) string {
	switch r {
	case article.RolePhotographer:
		return l.Photo
	case article.RoleVideographer:
		return l.Video
	case article.RoleIllustrator:
		return l.Drawing
	case article.RoleEditor:
		return l.Editor
	case article.RoleTranslator:
		return l.Translator
	case article.RoleContributor:
		return l.Contributor
	case article.RoleReviewer:
		return l.Reviewer
	case article.RoleSource:
		return l.Source
	}
	return l.By
}

func (l *Labels) correction(k article.CorrectionKind) string {
	switch k {
	case article.CorrectionClarification:
		return l.Clarification
	case article.CorrectionUpdate:
		return l.Update
	case article.CorrectionRetraction:
		return l.Retraction
	}
	return l.Correction
}

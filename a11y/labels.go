package a11y

import "strings"

// Labels are the words of the toolbar. An empty
// field means the word of the toolbar's language.
type Labels struct {
	Toolbar  string // name of the whole toolbar
	TextSize string // name of the group of sizes
	Smaller  string // 87 %
	Normal   string // 100 %
	Large    string // 125 %
	Larger   string // 150 %
	Largest  string // 200 %
	Colors   string // name of the group of colors; it should hold the word "contrast"
	Auto     string // the system's colors
	High     string // high contrast
	Light    string
	Dark     string
	Sepia    string
	Print    string // open the print dialog
	Read     string // start reading aloud
	Pause    string
	Resume   string
	Stop     string
}

// LabelsFor returns the labels in a language given as a BCP 47 tag: Vietnamese
// for "vi" and "", English for any other.
func LabelsFor(lang string) Labels {
	if base, _, _ := strings.Cut(strings.ToLower(lang), "-"); base != "vi" && base != "" {
		return Labels{
			Toolbar: "Reading settings", TextSize: "Text size",
			Smaller: "Small", Normal: "Default", Large: "Large", Larger: "Larger", Largest: "Double",
			Colors: "Colors and contrast", Auto: "Default", High: "High contrast", Light: "Light", Dark: "Dark", Sepia: "Sepia",
			Print: "Print page", Read: "Read aloud", Pause: "Pause", Resume: "Resume", Stop: "Stop",
		}
	}
	return Labels{
		Toolbar: "Tùy chỉnh cách đọc", TextSize: "Cỡ chữ",
		Smaller: "Nhỏ", Normal: "Mặc định", Large: "Lớn", Larger: "Rất lớn", Largest: "Gấp đôi",
		Colors: "Màu và độ tương phản", Auto: "Mặc định", High: "Tương phản cao", Light: "Sáng", Dark: "Tối", Sepia: "Ngà",
		Print: "In trang", Read: "Nghe bài", Pause: "Tạm dừng", Resume: "Đọc tiếp", Stop: "Dừng",
	}
}

// knowsLabels reports whether there are labels in the language itself.
func knowsLabels(lang string) bool {
	base, _, _ := strings.Cut(strings.ToLower(lang), "-")
	return base == "vi" || base == "en"
}

// or returns l with its empty fields taken from d.
func (l Labels) or(d Labels) Labels {
	to, from := l.fields(), d.fields()
	for i, p := range to {
		if *p == "" {
			*p = *from[i]
		}
	}
	return l
}

func (l *Labels) fields() []*string {
	return []*string{
		&l.Toolbar, &l.TextSize, &l.Smaller, &l.Normal, &l.Large, &l.Larger, &l.Largest,
		&l.Colors, &l.Auto, &l.High, &l.Light, &l.Dark, &l.Sepia, &l.Print, &l.Read, &l.Pause, &l.Resume, &l.Stop,
	}
}

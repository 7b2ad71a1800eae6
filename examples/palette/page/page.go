// Package page makes the page of the palette command, so that a site can have it
// among its own pages.
package page

import (
	"bytes"
	_ "embed"
	"fmt"
	"html/template"
	"io"
	"strings"

	"github.com/toasoan/toasoan/a11y"
)

// A Page shows a theme. The zero Page shows the default one.
type Page struct {
	Theme a11y.Theme

	// Home and Site are the address and the name of the site the page belongs
	// to, for a link back. Both empty means none.
	Home, Site string

	// Canonical is the page's own address. Empty means not stated.
	Canonical string

	// Icon is the address of the site's icon, and Image the absolute one of a
	// picture for previews. Empty means none.
	Icon, Image string
}

//go:embed page.html
var source string

//go:embed page.css
var style string

var tmpl = template.Must(template.New("page").Funcs(template.FuncMap{"ratio": ratio}).Parse(source))

// ratio writes a contrast as Vietnamese does, such as "7,03:1".
func ratio(r float64) string { return strings.Replace(fmt.Sprintf("%.2f:1", r), ".", ",", 1) }

type mode struct {
	ID, Name, When string
	Colors         []color
	Pairs          []a11y.Pair
	Lowest         float64
}

type color struct{ Name, Use, Hex string }

var uses = map[string]string{
	"bg": "nền trang", "surface": "nền khung, đầu bảng", "text": "chữ", "muted": "chú thích, ngày giờ", "link": "liên kết",
	"visited": "liên kết đã xem", "line": "đường kẻ trang trí", "border": "viền nút bấm", "focus": "khung tiêu điểm",
	"accent": "mảng màu thương hiệu", "on-accent": "chữ trên mảng màu", "mark": "nền chữ được tô",
}

var about = map[a11y.Mode][2]string{
	a11y.Light:        {"Sáng", "mặc định"},
	a11y.LightMore:    {"Sáng, thêm tương phản", "hệ thống xin thêm tương phản"},
	a11y.Dark:         {"Tối", "hệ thống dùng nền tối"},
	a11y.DarkMore:     {"Tối, thêm tương phản", "hệ thống dùng nền tối và xin thêm tương phản"},
	a11y.HighContrast: {"Tương phản cao", "người đọc chọn"},
	a11y.Sepia:        {"Ngà", "người đọc chọn"},
	a11y.Print:        {"Giấy", "khi in, dù đã chọn gì"},
}

// Assets returns the page's style and script, for its policy.
func (p Page) Assets() (a11y.Assets, error) {
	css, err := p.Theme.Stylesheet()
	if err != nil {
		return a11y.Assets{}, err
	}
	var b strings.Builder
	b.WriteString(strings.ReplaceAll(style, "--", "--"+p.Theme.Prefix))
	palette := p.Theme.Palette()
	for m := range a11y.Modes() {
		fmt.Fprintf(&b, ".m-%v{", m)
		for name, c := range palette[m].All() {
			fmt.Fprintf(&b, "--%s%s:%v;", p.Theme.Prefix, name, c)
		}
		b.WriteString("}")
	}
	for name := range palette[a11y.Light].All() {
		fmt.Fprintf(&b, ".c-%[1]s{background:var(--%[2]s%[1]s)}.f-%[1]s{color:var(--%[2]s%[1]s)}.v-%[1]s{fill:var(--%[2]s%[1]s)}", name, p.Theme.Prefix)
	}
	return a11y.Assets{
		Styles:  []template.CSS{css, template.CSS(b.String())},
		Scripts: []template.JS{p.toolbar().Script()},
	}, nil
}

func (p Page) toolbar() a11y.Toolbar {
	return a11y.Toolbar{Prefix: p.Theme.Prefix, Print: true}
}

// WriteTo writes the page. It reports an error of the theme before it writes
// anything.
func (p Page) WriteTo(w io.Writer) (int64, error) {
	assets, err := p.Assets()
	if err != nil {
		return 0, err
	}
	head, err := assets.Head()
	if err != nil {
		return 0, err
	}
	palette := p.Theme.Palette()
	matrix, err := palette.Verify()
	if err != nil {
		return 0, err
	}
	var list []mode
	for m := range a11y.Modes() {
		one := mode{ID: m.String(), Name: about[m][0], When: about[m][1], Lowest: 21}
		for name, c := range palette[m].All() {
			one.Colors = append(one.Colors, color{name, uses[name], c.String()})
		}
		for _, q := range matrix {
			if q.Mode == m {
				one.Pairs = append(one.Pairs, q)
				if q.Criterion == "1.4.6" {
					one.Lowest = min(one.Lowest, q.Ratio)
				}
			}
		}
		list = append(list, one)
	}
	var b bytes.Buffer
	err = tmpl.Execute(&b, struct {
		Page
		Head, Toolbar template.HTML
		Prefix        string
		Modes         []mode
	}{p, head, p.toolbar().HTML(), p.Theme.Prefix, list})
	if err != nil {
		return 0, err
	}
	return b.WriteTo(w)
}

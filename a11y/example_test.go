package a11y_test

import (
	"fmt"
	"html/template"
	"net/http/httptest"
	"os"
	"strings"

	"github.com/toasoan/toasoan/a11y"
	"github.com/toasoan/toasoan/article"
)

func Example() {
	theme := a11y.Theme{Brand: a11y.RGB(218, 37, 29)}
	css, err := theme.Stylesheet()
	if err != nil {
		fmt.Println(err)
		return
	}
	toolbar := a11y.Toolbar{}
	assets := a11y.Assets{Styles: []template.CSS{css}, Scripts: []template.JS{toolbar.Script()}}
	head, err := assets.Head()
	if err != nil {
		fmt.Println(err)
		return
	}
	page := `<!DOCTYPE html><html lang="vi"><head><title>Kon Rẫy</title>` + string(head) +
		`</head><body><header>` + string(toolbar.HTML()) + `</header><main><h1>Kon Rẫy</h1></main></body></html>`
	findings, err := a11y.LintHTML(strings.NewReader(page))
	fmt.Println(len(findings), err, strings.HasPrefix(assets.CSP(), "default-src 'none'; style-src 'self' 'sha256-"))
	// Output: 0 <nil> true
}

func ExampleContrast() {
	gray, _ := a11y.ParseColor("#777")
	r := a11y.Contrast(gray, a11y.White)
	fmt.Printf("%.2f %v\n", r, a11y.TextLevel(r, false))
	better, _ := a11y.Nearest(gray, 4.5, a11y.White)
	fmt.Println(better)
	// Output:
	// 4.48 none
	// #767676
}

func ExampleParseAlpha() {
	c, alpha, err := a11y.ParseAlpha("rgb(0 0 0 / 60%)")
	fmt.Println(c.Over(a11y.White, alpha), err)
	// Output: #666666 <nil>
}

func ExamplePalette_Verify() {
	palette := a11y.NewPalette(a11y.RGB(255, 205, 0))
	matrix, err := palette.Verify()
	fmt.Println(len(matrix), err)
	fmt.Println(matrix[5])

	palette[a11y.Light].Link = a11y.RGB(255, 205, 0)
	_, err = palette.Verify()
	fmt.Println(strings.Split(err.Error(), "\n")[0])
	// Output:
	// 112 <nil>
	// light: link on bg (#624d00 on #ffffff) 8.13:1, wants 7:1
	// a11y: light: link on bg (#ffcd00 on #ffffff) 1.50:1, wants 7:1
}

func ExampleTheme_Stylesheet() {
	css, _ := a11y.Theme{Prefix: "bs-"}.Stylesheet(a11y.PartHidden)
	fmt.Println(css)
	// Output: @layer bs-a11y.tokens,bs-a11y.page,bs-a11y.modes;@layer bs-a11y.page{.visually-hidden{position:absolute;height:1px;white-space:nowrap;overflow:hidden;width:1px;clip-path:inset(50%)}}
}

func ExampleLeading() {
	fmt.Println(a11y.Leading("Roboto, Arial", 400), a11y.Leading("'Be Vietnam Pro'", 700))
	// Output: 1.4 1.5
}

func ExamplePrefsFromRequest() {
	r := httptest.NewRequest("GET", "/tin", nil)
	r.Header.Set("Cookie", "reading=125-dark")
	prefs := a11y.PrefsFromRequest(r)
	fmt.Println(prefs, prefs.HTMLAttrs(""))
	// Output: 125-dark data-text-size="125" data-colors="dark"
}

func ExamplePrefsHandler() {
	w := httptest.NewRecorder()
	a11y.PrefsHandler{}.ServeHTTP(w, httptest.NewRequest("GET", "/reading?size=150&back=/tin", nil))
	fmt.Println(w.Code, w.Header().Get("Location"))
	// Output: 303 /tin#reading-toolbar
}

func ExampleToolbar_HTML() {
	t := a11y.Toolbar{Form: a11y.Links, Lang: "en", Action: "/prefs", Back: "/news"}
	fmt.Println(string(t.HTML())[:212])
	// Output: <div class="reading-toolbar" id="reading-toolbar" role="group" aria-label="Reading settings" lang="en"><div role="group" aria-labelledby="text-size"><span id="text-size">Text size</span><a href="/prefs?back=%2Fne
}

func ExampleToolbar_print() {
	t := a11y.Toolbar{Form: a11y.Submits, Print: true}
	assets := a11y.Assets{Scripts: []template.JS{t.Script()}}
	head, err := assets.Head()
	fmt.Println(strings.Count(string(head), "<script>"), strings.Count(assets.CSP(), "'sha256-"), err)
	_, button, _ := strings.Cut(string(t.HTML()), `<button type="button"`)
	fmt.Println(button)
	// Output:
	// 1 1 <nil>
	//  class="print" hidden>In trang</button></form>
}

func ExampleLint() {
	a := &article.Article{
		Headline: "Đường mới về Kon Rẫy",
		Body:     article.Body{&article.Image{URL: "/anh/cau.jpg", Width: 960, Height: 540, Alt: "IMG_20412.jpg"}},
	}
	for _, f := range a11y.Lint(a) {
		fmt.Println(f)
		fmt.Println(f.FixVi)
	}
	// Output:
	// body[0].alt warning image-alt-filename (WCAG 1.1.1): the alternative text IMG_20412.jpg is a file name
	// Viết alt mô tả ảnh.
}

func ExampleLintHTML() {
	findings, err := a11y.LintHTML(strings.NewReader("<p>Xem <a href=/nq>tại đây</a>.</p>\n<marquee>Tin nóng</marquee>"))
	fmt.Println(err)
	for _, f := range findings {
		fmt.Println(f)
	}
	// Output:
	// <nil>
	// 1:8 warning link-text (WCAG 2.4.9): the link text tại đây does not say where it leads
	// 2:1 error blinking (WCAG 2.2.2): the element <marquee> makes text blink or move
}

func ExampleCircular32() {
	findings, _ := a11y.LintHTML(strings.NewReader("<marquee>Tin nóng</marquee>"))
	for _, r := range a11y.Circular32(findings) {
		fmt.Println(r.ID, r.Met())
	}
	// Output:
	// contrast true
	// color-alone true
	// change-colors true
	// no-movement false
	// text-equivalents true
	// link-text true
}

func ExampleWriteJSON() {
	a11y.WriteJSON(os.Stdout, a11y.Lint(&article.Article{Headline: "BAN HÀNH KẾ HOẠCH CẤP NƯỚC SINH HOẠT"}))
	// Output:
	// [
	// {"rule":"all-caps","severity":"warning","criterion":"3.1.5","level":"AAA","path":"headline","text":"BAN HÀNH KẾ HOẠCH CẤP NƯỚC SINH HOẠT","vi":"cả đoạn viết hoa: «BAN HÀNH KẾ HOẠCH CẤP NƯỚC SINH HOẠT»","en":"a whole paragraph is in capitals: BAN HÀNH KẾ HOẠCH CẤP NƯỚC SINH HOẠT","fix_vi":"Viết chữ thường; chữ hoa toàn đoạn khó đọc và trình đọc màn hình có thể đọc từng chữ cái.","fix_en":"Write it in lower case; capitals are hard to read, and screen readers may spell them."}
	// ]
}

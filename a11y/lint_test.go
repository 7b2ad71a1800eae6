package a11y

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/toasoan/toasoan/article"
	"golang.org/x/net/html"
)

// page1 is a page with nothing wrong.
const page1 = `<!DOCTYPE html><html lang="vi"><head><title>Bài</title></head><body><main><h1>Bài</h1>%s</main></body></html>`

// lintCases holds, for every rule, markup that breaks it and markup close to that
// which does not. Markup that begins with "<!" or "<html" is a page, the rest is
// put into one.
var lintCases = []struct{ rule, bad, good string }{
	{"accesskey", `<a href="/a" accesskey="s">Tin</a>`, `<a href="/a" accesskey="">Tin</a>`},
	{"all-caps", `<p>THÔNG BÁO VỀ VIỆC CẤP NƯỚC SINH HOẠT</p>`, `<p>UBND TP.HCM</p>`},
	{"aria-attribute", `<p aria-labeled="x">a</p>`, `<p aria-label="x">a</p>`},
	{"aria-controls", `<div role="scrollbar" aria-valuenow="1" aria-controls="không"></div>`, `<div id="a">a</div><div role="scrollbar" aria-valuenow="1" aria-controls="a"></div>`},
	{"aria-hidden-focus", `<p aria-hidden="true"><a href="/a">Tin</a></p>`, `<p aria-hidden="true"><a href="/a" tabindex="-1">Tin</a></p>`},
	{"aria-required", `<div role="switch">Bật</div>`, `<div role="switch" aria-checked="true">Bật</div>`},
	{"aria-role", `<p role="nhãn">a</p>`, `<p role="nhãn note">a</p>`},
	{"aria-value", `<p aria-live="luôn">a</p>`, `<p aria-live="polite">a</p>`},
	{"autocomplete", `<label>Thư <input autocomplete="thư"></label>`, `<label>Thư <input autocomplete="section-a billing work email"></label>`},
	{"blinking", `<marquee>Tin nóng</marquee>`, `<strong>Tin nóng</strong>`},
	{"br-paragraphs", `<p>Đoạn một.<br><br>Đoạn hai.</p>`, `<p>Câu thơ một,<br>câu thơ hai.<br><br></p>`},
	{"button-name", `<button><img src="a.svg" alt="" width="1" height="1"></button>`, `<button><img src="a.svg" alt="Tìm" width="1" height="1"></button>`},
	{"click-only", `<span onclick="f()">A+</span>`, `<span onclick="f()" role="button" tabindex="0">A+</span>`},
	{"color-only", `<p>Hạn chót là <font color="red">ngày mai</font>, xin bà con nhớ nộp hồ sơ.</p>`, `<p>Hạn chót là <strong><font color="red">ngày mai</font></strong>, xin bà con nhớ.</p>`},
	{"contrast", `<style>.a{color:#999}</style><p class="a">mờ</p>`, `<style>.a{color:#999}.b{background:#000}</style><div class="b"><p class="a">rõ</p></div>`},
	{"date-markup", `<div class="x">Thứ hai, 23/11/2026 | 10:00</div>`, `<div class="x"><time datetime="2026-11-23T10:00+07:00">Thứ hai, 23/11/2026 | 10:00</time></div>`},
	{"decorative-exposed", `<img src="a.png" alt="" aria-label="x" width="1" height="1">`, `<img src="a.png" alt="" width="1" height="1">`},
	{"doctype", `<html lang="vi"><title>a</title><body><main><h1>a</h1></main></body></html>`, ``},
	{"duplicate-id", `<p id="a">a</p><p id="a">b</p>`, `<p id="a">a</p><p id="b">b</p>`},
	{"event-attribute", `<p onmouseover="f()">a</p>`, `<p data-on="f()">a</p>`},
	{"fake-heading", `<p><strong>Việc còn lại</strong></p><p>Đoạn cuối dài chừng hai ki-lô-mét vẫn là đường đất và sẽ làm xong trước mùa mưa năm sau.</p>`, `<p><strong>Việc còn lại</strong> là đoạn cuối.</p><p>Đoạn cuối dài chừng hai ki-lô-mét vẫn là đường đất và sẽ làm xong trước mùa mưa năm sau.</p>`},
	{"fake-list", `<p>- một<br>- hai<br>- ba</p>`, `<p>- Anh đi đâu?<br>- Tôi ra chợ.</p>`},
	{"field-name", `<input type="text">`, `<label>Tên <input type="text"></label>`},
	{"fixed-text-size", `<p style="font-size:13px">a</p>`, `<p style="font-size:.9rem">a</p>`},
	{"focus-hidden", `<style>*{outline:none}</style>`, `<style>*{outline:none}:focus-visible{outline:2px solid}</style>`},
	{"heading-empty", `<h2> </h2>`, `<h2><img src="a.png" alt="Tin" width="1" height="1"></h2>`},
	{"heading-h1", `<!DOCTYPE html><html lang="vi"><title>a</title><body><main><h2>Tin</h2></main></body></html>`, ``},
	{"heading-h1-several", `<h1>Tin nữa</h1>`, `<h2>Tin nữa</h2>`},
	{"heading-order", `<h3>Tin</h3>`, `<h2>Tin</h2><h3>Tin</h3><h2>Tin</h2>`},
	{"iframe-name", `<iframe src="/a"></iframe>`, `<iframe src="/a" title="Bản đồ"></iframe>`},
	{"iframe-tabindex", `<iframe title="a" tabindex="-1" srcdoc="<a href='/'>a</a>"></iframe>`, `<iframe title="a" tabindex="-1" srcdoc="a"></iframe>`},
	{"image-alt", `<img src="a.png" width="1" height="1">`, `<img src="a.png" alt="Cầu treo" width="1" height="1">`},
	{"image-alt-duplicate", `<figure><img src="a.png" alt="Cầu treo Đăk Pne" width="1" height="1"><figcaption>Cầu treo Đăk Pne.</figcaption></figure>`, `<figure><img src="a.png" alt="Trẻ em qua cầu" width="1" height="1"><figcaption>Cầu treo Đăk Pne.</figcaption></figure>`},
	{"image-alt-filename", `<img src="a.png" alt="IMG_20412.jpg" width="1" height="1">`, `<img src="cau.png" alt="Cau" width="1" height="1">`},
	{"image-alt-generic", `<img src="a.png" alt="Ảnh minh họa" width="1" height="1">`, `<img src="a.png" alt="Ảnh chụp làng từ trên cao" width="1" height="1">`},
	{"image-button-name", `<input type="image" src="a.png">`, `<input type="image" src="a.png" alt="Tìm">`},
	{"image-size", `<img src="a.png" alt="Cầu" width="9">`, `<img src="a.png" alt="Cầu" width="9" height="9">`},
	{"input-label-title", `<input type="search" placeholder="Tìm">`, `<input type="search" placeholder="Tìm" aria-label="Tìm">`},
	{"javascript-url", `<a href="javascript:void(0)">In trang</a>`, `<a href="/in">In trang</a>`},
	{"justified", `<p style="text-align: justify">a</p>`, `<p style="text-align: start">a</p>`},
	{"landmark-name", `<nav aria-label="Chính">a</nav><nav>b</nav>`, `<nav>a</nav>`},
	{"lang-invalid", `<p lang="tiếng Anh">Hello</p>`, `<p lang="lzh">子曰</p><p lang="en-GB">Hello</p>`},
	{"lang-mismatch", `<p>The road that was opened last year is now used by all of the families in the village.</p>`, `<p lang="en">The road that was opened last year is now used by all of the families in the village.</p>`},
	{"layout-table", `<table><tr><td>a</td></tr></table>`, `<table role="presentation"><tr><td>a</td></tr></table>`},
	{"line-height", `<style>p{line-height:1.2}</style>`, `<style>p{line-height:1.6}</style>`},
	{"link-adjacent", `<p><a href="/a">Tin một</a> <a href="/a">Tin một</a></p>`, `<p><a href="/a">Tin một</a> <a href="/b">Tin hai</a></p>`},
	{"link-name", `<a href="/a"><img src="a.png" alt="" width="1" height="1"></a>`, `<a href="/a"><img src="a.png" alt="Tin" width="1" height="1"></a>`},
	{"link-new-window", `<a href="/a" target="_blank">Tin</a>`, `<a href="/a" target="_blank">Tin (mở cửa sổ mới)</a>`},
	{"link-no-target", `<a href="#">Tin</a>`, `<a href="#a">Tin</a><p id="a">a</p>`},
	{"link-same-text", `<a href="/a">Nghị quyết</a>, <a href="/b">Nghị quyết</a>`, `<a href="/a">Nghị quyết</a>, <a href="/a">Nghị quyết</a>`},
	{"link-text", `<p>Xem <a href="/a">tại đây.</a></p>`, `<p>Xem <a href="/a">Nghị quyết 35</a></p>`},
	{"link-underline", `<style>a{text-decoration:none}</style>`, `<style>.menu a{text-decoration:none}</style>`},
	{"main-missing", `<!DOCTYPE html><html lang="vi"><title>a</title><body><h1>Tin</h1></body></html>`, `<!DOCTYPE html><html lang="vi"><title>a</title><body><div role="main"><h1>Tin</h1></div></body></html>`},
	{"media-autoplay", `<audio src="a.mp3" autoplay controls></audio>`, `<audio src="a.mp3" controls></audio>`},
	{"media-captions", `<video src="a.mp4" controls></video>`, `<video src="a.mp4" controls><track kind="captions" src="a.vtt" srclang="vi"></video>`},
	{"media-controls", `<audio src="a.mp3"></audio>`, `<audio src="a.mp3" controls></audio>`},
	{"menuitem-name", `<div role="menu"><span role="menuitem" tabindex="0"></span></div>`, `<div role="menu"><span role="menuitem" tabindex="0">Lưu</span></div>`},
	{"meta-refresh", `<!DOCTYPE html><html lang="vi"><title>a</title><meta http-equiv="refresh" content="300"><body><main><h1>a</h1></main></body></html>`, `<!DOCTYPE html><html lang="vi"><title>a</title><meta http-equiv="refresh" content="0; url=/b"><body><main><h1>a</h1></main></body></html>`},
	{"meta-refresh-any", `<!DOCTYPE html><html lang="vi"><title>a</title><meta http-equiv="refresh" content="90000"><body><main><h1>a</h1></main></body></html>`, ``},
	{"object-name", `<object data="a.mp4"></object>`, `<object data="a.mp4" aria-label="Phóng sự"></object>`},
	{"obsolete-element", `<center>a</center>`, `<div>a</div>`},
	{"page-lang", `<!DOCTYPE html><html><title>a</title><body><main><h1>a</h1></main></body></html>`, ``},
	{"page-lang-invalid", `<!DOCTYPE html><html lang="vie"><title>a</title><body><main><h1>a</h1></main></body></html>`, `<!DOCTYPE html><html lang="VI-vn"><title>a</title><body><main><h1>a</h1></main></body></html>`},
	{"page-title", `<!DOCTYPE html><html lang="vi"><title> </title><body><main><h1>a</h1></main></body></html>`, ``},
	{"presentational-attribute", `<p align="center">a</p>`, `<p class="center">a</p>`},
	{"presentational-focus", `<div role="img" aria-label="a"><a href="/a">Tin</a></div>`, `<div role="figure" aria-label="a"><a href="/a">Tin</a></div>`},
	{"skip-link", `<a href="/1">Một</a> <a href="/2">Hai</a> <a href="/3">Ba</a> <a href="/4">Bốn</a> <a href="/5">Năm</a>`, `<a href="#a">Tới nội dung</a> <a href="/2">Hai</a> <a href="/3">Ba</a> <a href="/4">Bốn</a> <a href="/5">Năm</a><p id="a">a</p>`},
	{"style-attribute", `<p style="margin:0">a</p>`, `<p>a</p>`},
	{"summary-name", `<details><summary></summary>a</details>`, `<details><summary>Thêm</summary>a</details>`},
	{"svg-name", `<svg role="img"><path d=""/></svg>`, `<svg role="img"><title>Bản đồ</title></svg>`},
	{"tabindex-positive", `<p tabindex="3">a</p>`, `<p tabindex="0">a</p>`},
	{"table-caption", `<table><tr><th>a</th><th>b</th></tr><tr><td>1</td><td>2</td></tr></table>`, `<table><caption>Bảng</caption><tr><th>a</th><th>b</th></tr><tr><td>1</td><td>2</td></tr></table>`},
	{"table-header-cells", `<table><caption>a</caption><tr><td>1</td><td>2</td></tr><tr><th scope="col">a</th><th scope="col">b</th></tr></table>`, `<table><caption>a</caption><tr><th scope="col">a</th><th scope="col">b</th></tr><tr><td>1</td><td>2</td></tr></table>`},
	{"table-headers", `<table border="1"><tr><td><b>Năm</b></td><td><b>Số</b></td></tr><tr><td>2025</td><td>7</td></tr></table>`, `<table><caption>a</caption><tr><th scope="col">Năm</th><th scope="col">Số</th></tr><tr><td>2025</td><td>7</td></tr></table>`},
	{"table-headers-attr", `<table><caption>a</caption><tr><th id="a">a</th></tr><tr><td headers="z">1</td></tr></table>`, `<table><caption>a</caption><tr><th id="a">a</th></tr><tr><td headers="a">1</td></tr></table>`},
	{"table-scope", `<table><caption>a</caption><tr><td></td><th>a</th><th>b</th></tr><tr><th>c</th><th>d</th><td>1</td></tr></table>`, `<table><caption>a</caption><tr><td></td><th>a</th><th>b</th></tr><tr><th>c</th><th scope="row">d</th><td>1</td></tr></table>`},
	{"text-clipped", `<style>.t{height:40px;overflow:hidden}</style><div class="t">Thủ tướng chủ trì hội nghị trực tuyến</div>`, `<style>.t{min-height:40px;overflow:hidden}</style><div class="t">Thủ tướng chủ trì hội nghị trực tuyến</div>`},
	{"text-nfd", "<p>Vie\u0323\u0302t Nam</p>", `<p>Việt Nam</p>`},
	{"text-spacing", `<p style="letter-spacing:0 !important">a</p>`, `<p style="letter-spacing:.2em !important">a</p>`},
	{"title-only", `<span title="Ủy ban nhân dân">UBND</span>`, `<abbr title="Ủy ban nhân dân">UBND</abbr>`},
	{"underline", `<p><u>quan trọng</u></p>`, `<p><a href="/a"><u>Tin quan trọng</u></a></p>`},
	{"viewport-width", `<!DOCTYPE html><html lang="vi"><title>a</title><meta name="viewport" content="width=1000"><body><main><h1>a</h1></main></body></html>`, ``},
	{"viewport-zoom", `<!DOCTYPE html><html lang="vi"><title>a</title><meta name="viewport" content="width=device-width, maximum-scale=1"><body><main><h1>a</h1></main></body></html>`, `<!DOCTYPE html><html lang="vi"><title>a</title><meta name="viewport" content="width=device-width, maximum-scale=5"><body><main><h1>a</h1></main></body></html>`},
}

func lintString(t testing.TB, s string) []Finding {
	t.Helper()
	if !strings.HasPrefix(s, "<!") && !strings.HasPrefix(s, "<html") {
		s = strings.Replace(page1, "%s", s, 1)
	}
	fs, err := LintHTML(strings.NewReader(s))
	if err != nil {
		t.Fatalf("LintHTML(%q): %v", s, err)
	}
	return fs
}

func has(fs []Finding, rule string) bool {
	return slices.ContainsFunc(fs, func(f Finding) bool { return f.Rule == rule })
}

func TestLintHTML(t *testing.T) {
	covered := map[string]bool{"audio-transcript": true} // of articles only
	for _, c := range lintCases {
		covered[c.rule] = true
		if fs := lintString(t, c.bad); !has(fs, c.rule) {
			t.Errorf("%s: not found in %s; have %v", c.rule, c.bad, fs)
		}
		if fs := lintString(t, c.good); has(fs, c.rule) {
			t.Errorf("%s: found in %s: %v", c.rule, c.good, fs)
		}
	}
	for _, r := range Rules() {
		if !covered[r.ID] {
			t.Errorf("no case for %s", r.ID)
		}
	}
}

// TestLintClean checks that a good page has no finding of any rule.
func TestLintClean(t *testing.T) {
	for _, s := range []string{
		"<p>Nội dung.</p>",
		`<nav aria-label="Chính"><a href="/">Trang chủ</a></nav><p>Theo <a href="/nq">Nghị quyết 35</a> thì <em>chợ</em> họp.</p>`,
		`<figure><img src="a.jpg" alt="Người đi chợ" width="3" height="2"><figcaption>Chợ phiên. Ảnh: Văn Điệp</figcaption></figure>`,
		`<table><caption>Số hộ</caption><thead><tr><th scope="col">Năm</th><th scope="col">Hộ</th></tr></thead><tbody><tr><th scope="row">2024</th><td>4</td></tr></tbody></table>`,
		`<video controls src="a.mp4"><track kind="captions" src="a.vtt" srclang="vi" label="Tiếng Việt"></video>`,
		`<form action="/tim"><label for="q">Tìm</label> <input id="q" name="q" type="search" autocomplete="off"> <button>Tìm</button></form>`,
		`<h2>Mục</h2><details><summary>Thêm</summary><p>Nội dung.</p></details>`,
	} {
		if fs := lintString(t, s); len(fs) > 0 {
			t.Errorf("%s: %v", s, fs)
		}
	}
	for _, f := range forms {
		if fs := lintString(t, string(Toolbar{Form: f, ReadAloud: true}.HTML())+`<p>a</p>`); len(fs) > 0 && f != Links {
			t.Errorf("toolbar %d: %v", f, fs)
		}
	}
}

// TestLintQuiet holds what looked like faults on pages of others and was none.
func TestLintQuiet(t *testing.T) {
	for _, c := range []struct{ rule, page string }{
		{"color-only", `<p>Kết quả trả về là một danh sách<span style="color:#393">;</span> xem thêm</p>`},
		{"color-only", `<pre>if ready := wait(connection, timeout) { <span style="color:#393">return</span> }</pre>`},
		{"title-only", `<p>Theo sách đã dẫn<span title="ctx_ver=Z39.88-2004&amp;rft.au=Nam"></span></p>`},
		{"title-only", `<p><span title="2015-03-21T00:00:00+11:00">21 tháng 3</span></p>`},
		{"text-clipped", `<style>.h{height:1px;overflow:hidden}</style><p class="h">Chỉ để trình đọc màn hình đọc lên</p>`},
	} {
		if fs := lintString(t, c.page); has(fs, c.rule) {
			t.Errorf("%s: %v", c.page, fs)
		}
	}
	// A sheet in another file may hide or color what stands here.
	const page = `<!DOCTYPE html><html lang="vi"><head><title>a</title>%s</head><body><main><h1>a</h1><p style="color:#ccc">a</p><div aria-hidden="true"><a href="/a">b</a></div></main></body></html>`
	for link, want := range map[string]Severity{"": Error, `<link rel="stylesheet" href="/a.css">`: Warning, `<style>@import "/a.css";</style>`: Warning} {
		n := 0
		for _, f := range lintString(t, strings.Replace(page, "%s", link, 1)) {
			if f.Rule == "contrast" || f.Rule == "aria-hidden-focus" {
				if n++; f.Severity != want {
					t.Errorf("with %q: %v", link, f)
				}
			}
		}
		if n != 2 {
			t.Errorf("with %q: %d findings, want 2", link, n)
		}
	}
}

func TestLintPlace(t *testing.T) {
	fs, err := LintHTML(strings.NewReader("<p>Một</p>\n<table>\n <b><img src=a.png\nwidth=1 height=1></b>\n</table>\n<p>đ<img src=b.png width=1 height=1></p>"))
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, f := range fs {
		if f.Rule == "image-alt" {
			got = append(got, f.String()[:strings.IndexByte(f.String(), ' ')]+" "+f.Path)
		}
	}
	// The parser moves what is misplaced in a table before it.
	want := []string{"3:5 html > body > b > img", "6:5 html > body > p:nth-of-type(2) > img"}
	if !slices.Equal(got, want) {
		t.Errorf("places %q, want %q", got, want)
	}
}

func TestLintLimits(t *testing.T) {
	if _, err := LintHTML(io.LimitReader(zeros{}, MaxHTML+1)); !errors.Is(err, ErrTooLarge) {
		t.Errorf("error %v, want ErrTooLarge", err)
	}
	if _, err := LintHTML(failing{}); !errors.Is(err, io.ErrUnexpectedEOF) {
		t.Errorf("error %v, want that of the reader", err)
	}
	fs, err := LintHTML(strings.NewReader(strings.Repeat("<img src=a>", 5000)))
	if err != nil || len(fs) != 2*maxFindings {
		t.Errorf("%d findings and %v, want %d", len(fs), err, 2*maxFindings)
	}
}

type zeros struct{}

func (zeros) Read(p []byte) (int, error) { clear(p); return len(p), nil }

type failing struct{}

func (failing) Read([]byte) (int, error) { return 0, io.ErrUnexpectedEOF }

// TestLintHostile feeds markup that is made to take long. There is no limit of
// time here: work that grew with the square of these would run into that of the
// whole test.
func TestLintHostile(t *testing.T) {
	const n = 20000
	for name, s := range map[string]string{
		"siblings":   strings.Repeat("<a href=#>x</a>", n),
		"deep":       strings.Repeat("<div>", 500) + strings.Repeat("<b>x</b>", n),
		"labels":     strings.Repeat("<label for=a>x</label>", n) + strings.Repeat("<input id=a>", 200),
		"labelledby": strings.Repeat("<p id=a aria-labelledby='a a a a a'>x</p>", n),
		"chain":      "<p id=a0>x</p>" + strings.Repeat("<button aria-labelledby='"+strings.Repeat("a0 ", 200)+"'></button>", 200),
		"table":      "<table>" + strings.Repeat("<tr>"+strings.Repeat("<th>a", 100), 100),
		"spans":      "<table><tr>" + strings.Repeat("<td colspan=1000 rowspan=1000>", 100),
		"styles":     "<style>" + strings.Repeat("a b c d e{color:red}", n) + "</style>" + strings.Repeat("<e>x</e>", 100),
		"sheet":      "<style>" + strings.Repeat("e{color:red}", n) + "</style>" + strings.Repeat("<e>x</e>", n),
		"clipped":    "<style>" + strings.Repeat("e{height:9px;overflow:hidden}", n) + "</style>" + strings.Repeat("<i>x</i>", n),
		"hidden":     "<script>" + strings.Repeat(`('a').addEventListener("focus"`, n) + "</script><div aria-hidden=true>" + strings.Repeat("<a href=# id=b>x</a>", n),
		"bullets":    strings.Repeat("<p>- a</p>", n),
		"nested p":   strings.Repeat("<blockquote><p>- a b c d e f g h", 200),
	} {
		if _, err := LintHTML(strings.NewReader(s)); err != nil && !strings.Contains(err.Error(), "512") {
			t.Errorf("%s: %v", name, err)
		}
	}
}

func TestRules(t *testing.T) {
	rs := Rules()
	if !slices.IsSortedFunc(rs, func(a, b Rule) int { return strings.Compare(a.ID, b.ID) }) {
		t.Error("rules are not in order")
	}
	for _, r := range rs {
		if r.Title("vi") == "" || r.Title("en") == "" || r.Fix("vi") == "" || r.Fix("en") == "" || strings.Contains(r.Title("en"), "%s") {
			t.Errorf("%s lacks words", r.ID)
		}
		if (r.Criterion == "") != (r.Level == LevelNone) {
			t.Errorf("%s: criterion %q and level %v", r.ID, r.Criterion, r.Level)
		}
		if strings.Count(r.vi, "%s") != strings.Count(r.en, "%s") || strings.Count(r.vi, "%s") > 1 {
			t.Errorf("%s: the messages do not match", r.ID)
		}
	}
}

// TestLintArticleHostile is TestLintHostile for articles.
func TestLintArticleHostile(t *testing.T) {
	link := &article.Link{URL: "/a"}
	long := make(article.Text, 200_000)
	for i := range long {
		long[i] = article.Span{Text: "a", Link: link}
	}
	Lint(&article.Article{Lang: "vi", Headline: "a", Body: article.Body{&article.Paragraph{Text: long}}})
	if fs := Lint(nil); !has(fs, "heading-h1") {
		t.Errorf("Lint(nil) = %v", fs)
	}
}

func TestLintArticle(t *testing.T) {
	a := &article.Article{
		Lang: "vi", Headline: "Một ngày ở Kon Rẫy",
		Lead: article.Text{{Text: "Xem "}, {Text: "tại ", Link: &article.Link{URL: "/a"}}, {Text: "đây", Link: &article.Link{URL: "/a"}, Marks: article.Strong}},
		Hero: &article.Image{URL: "/IMG_20412.jpg", Width: 3, Height: 2},
		Body: article.Body{
			&article.Heading{Level: 2, Text: article.Plain("Nhảy cấp")},
			&article.Image{URL: "/b.jpg", Alt: "hình ảnh"},
			&article.Image{Caption: article.Plain("Không có tệp")},
			&article.Paragraph{Text: article.Text{{Text: "Việc còn lại", Marks: article.Strong}}},
			&article.Paragraph{Text: article.Plain("Đoạn cuối dài chừng hai ki-lô-mét vẫn là đường đất và sẽ làm xong trước mùa mưa năm sau.")},
			&article.Paragraph{Text: article.Plain("- một\n- hai\n- ba")},
			&article.Paragraph{Text: article.Text{{Text: "gạch chân", Marks: article.Underline}, {Text: " và "}, {Text: "Hello", Lang: "tiếng Anh"}}},
			&article.Table{Rows: [][]article.Cell{{{Text: article.Plain("1")}}}},
			&article.Video{Sources: []article.Rendition{{URL: "/a.mp4"}}},
			&article.Audio{Sources: []article.Rendition{{URL: "/a.mp3"}}},
			&article.Embed{Provider: article.ProviderYouTube, ID: "x"},
			&article.Links{Items: []article.Link{{URL: "/1", Text: "Nghị quyết"}, {URL: "/2", Text: "Nghị quyết"}}},
			&article.RawHTML{HTML: "<p><marquee>Tin</marquee></p>"},
		},
	}
	want := []string{
		"link-text lead[1]", "image-alt hero.alt", "heading-order body[0].level", "image-size body[1]", "image-alt-generic body[1].alt",
		"fake-heading body[3]", "fake-list body[5]", "lang-invalid body[6].text[2].lang", "underline body[6].text[0]",
		"table-headers body[7]", "table-caption body[7].caption", "media-captions body[8].tracks", "audio-transcript body[9].transcript",
		"iframe-name body[10].title", "link-same-text body[11].items[1].text", "blinking body[12].html: html > body > p > marquee",
	}
	var got []string
	for _, f := range Lint(a) {
		got = append(got, f.Rule+" "+f.Path)
	}
	slices.Sort(got)
	slices.Sort(want)
	if !slices.Equal(got, want) {
		t.Errorf("Lint:\n got %s\nwant %s", strings.Join(got, "\n     "), strings.Join(want, "\n     "))
	}
	if fs := Lint(&article.Article{Headline: "Một ngày", Body: article.Body{&article.Paragraph{Text: article.Plain("Nội dung.")}}}); len(fs) != 0 {
		t.Errorf("a good article has %v", fs)
	}
}

func TestWriters(t *testing.T) {
	fs := lintString(t, `<p>a</p><img src="<b>&.png"><blink>x</blink>`)
	var j, s bytes.Buffer
	if err := WriteJSON(&j, fs); err != nil {
		t.Fatal(err)
	}
	var back []map[string]any
	if err := json.Unmarshal(j.Bytes(), &back); err != nil || len(back) != len(fs) {
		t.Errorf("JSON: %v, %d findings, want %d", err, len(back), len(fs))
	}
	if back[0]["severity"] != "warning" && back[0]["severity"] != "error" {
		t.Errorf("severity %v", back[0]["severity"])
	}
	if err := WriteSARIF(&s, "a b.html", fs); err != nil {
		t.Fatal(err)
	}
	var log struct {
		Version string
		Runs    []struct {
			Tool struct {
				Driver struct{ Rules []struct{ ID string } }
			}
			Results []struct {
				RuleID    string
				RuleIndex int
				Level     string
				Locations []struct {
					PhysicalLocation struct {
						Region struct{ StartLine, StartColumn int }
					}
				}
			}
		}
	}
	if err := json.Unmarshal(s.Bytes(), &log); err != nil {
		t.Fatal(err)
	}
	r := log.Runs[0]
	if log.Version != "2.1.0" || len(r.Results) != len(fs) {
		t.Fatalf("SARIF %s with %d results, want %d", log.Version, len(r.Results), len(fs))
	}
	for i, x := range r.Results {
		if r.Tool.Driver.Rules[x.RuleIndex].ID != x.RuleID || x.RuleID != fs[i].Rule || x.Locations[0].PhysicalLocation.Region.StartLine != fs[i].Line {
			t.Errorf("result %d: %+v, want %v", i, x, fs[i])
		}
	}
	var empty bytes.Buffer
	if WriteSARIF(&empty, "a", nil) != nil || !strings.Contains(empty.String(), `"results": []`) {
		t.Error("no results must be an empty list")
	}
}

func TestCircular32(t *testing.T) {
	rs := Circular32(lintString(t, `<blink>x</blink><p><a href="/a">tại đây</a></p>`))
	if len(rs) != 6 {
		t.Fatalf("%d items, want 6", len(rs))
	}
	for _, r := range rs {
		if want := r.ID != "no-movement"; r.Met() != want {
			t.Errorf("%s met: %v, want %v", r.ID, r.Met(), want)
		}
		if n := map[string]int{"no-movement": 1, "link-text": 1}[r.ID]; len(r.Findings) != n {
			t.Errorf("%s: %v", r.ID, r.Findings)
		}
	}
	for _, c := range circular {
		for _, id := range c.rules {
			if ruleByID[id] == nil {
				t.Errorf("%s: no rule %s", c.ID, id)
			}
		}
	}
}

// FuzzLintHTML checks that no markup makes the linter panic, report a place
// outside the markup, or find something else the second time.
func FuzzLintHTML(f *testing.F) {
	for _, c := range lintCases {
		f.Add(c.bad)
		f.Add(c.good)
	}
	f.Fuzz(func(t *testing.T, s string) {
		fs, err := LintHTML(strings.NewReader(s))
		if err != nil {
			return
		}
		lines := strings.Split(s, "\n")
		for _, x := range fs {
			if x.Line < 1 || x.Line > len(lines) {
				t.Fatalf("line %d is not in the markup", x.Line)
			}
			line := []rune(lines[x.Line-1])
			if x.Column < 1 || x.Column > len(line)+1 {
				t.Fatalf("place %d:%d is not in the markup", x.Line, x.Column)
			}
			if at := string(line[x.Column-1:]); x.Path != "" && x.Line+x.Column > 2 && !strings.HasPrefix(at, "<") {
				t.Fatalf("%v: at %d:%d stands %q", x.Rule, x.Line, x.Column, at)
			}
			if x.Vi == "" || x.En == "" {
				t.Fatalf("%s has no message", x.Rule)
			}
		}
		again, _ := LintHTML(strings.NewReader(s))
		if !slices.Equal(fs, again) {
			t.Fatalf("first %v, then %v", fs, again)
		}
	})
}

// benchPage is a page of some 50 KB.
func benchPage() string {
	var b strings.Builder
	b.WriteString(`<!DOCTYPE html><html lang="vi"><head><title>Bài dài</title></head><body><a href="#main">Bỏ qua</a><main id="main"><h1>Bài dài</h1>`)
	for b.Len() < 50<<10 {
		b.WriteString(`<h2>Đường tới đâu, chợ tới đó</h2><p>Những ngày mưa, con đường vào làng thường dừng lại ở <a href="/cau">cây cầu thứ hai</a>. Gần hết mùa, các gia đình phía bên kia <em>suối</em> sống bằng những gì đã tích trữ; nhiều nhà phải gửi con ở trọ.</p><figure><img src="/a.jpg" alt="Người đi chợ" width="3" height="2"><figcaption>Chợ phiên.</figcaption></figure><ul><li>Giá cà phê tăng.</li><li>Mười hai hộ mở cửa hàng.</li></ul>`)
	}
	b.WriteString("</main></body></html>")
	return b.String()
}

// BenchmarkLintHTML measures the linter beside the parser alone, in one process,
// and reports how many times as long it takes: for all pages together, and for
// the page where it is worst, each by its quickest turn. The pages are those in
// the folders or files named in TOASOAN_PAGES, else one of 50 KB:
//
//	TOASOAN_PAGES=SITE go test ./a11y -run '^$' -bench LintHTML -benchtime 100x
func BenchmarkLintHTML(b *testing.B) {
	pages := []string{benchPage()}
	if dirs := strings.Fields(os.Getenv("TOASOAN_PAGES")); len(dirs) > 0 {
		pages = pages[:0]
		for _, d := range dirs {
			err := filepath.WalkDir(d, func(path string, e fs.DirEntry, err error) error {
				if err != nil || e.IsDir() || filepath.Ext(path) != ".html" {
					return err
				}
				src, err := os.ReadFile(path)
				pages = append(pages, string(src))
				return err
			})
			if err != nil {
				b.Fatal(err)
			}
		}
	}
	lint, parse := make([]time.Duration, len(pages)), make([]time.Duration, len(pages))
	least := func(d *time.Duration, start time.Time) {
		if t := time.Since(start); *d == 0 || t < *d {
			*d = t
		}
	}
	b.ReportAllocs()
	for b.Loop() {
		for i, s := range pages {
			start := time.Now()
			LintHTML(strings.NewReader(s))
			least(&lint[i], start)
			start = time.Now()
			html.Parse(strings.NewReader(s))
			least(&parse[i], start)
		}
	}
	var lints, parses time.Duration
	worst := 0.0
	for i := range pages {
		lints, parses = lints+lint[i], parses+parse[i]
		worst = max(worst, float64(lint[i])/float64(parse[i]))
	}
	b.ReportMetric(float64(lints)/float64(parses), "lint/parse")
	b.ReportMetric(worst, "worst")
	b.ReportMetric(float64(len(pages)), "pages")
}

// TestLineHeightOfOthers holds that a page without letters that carry two marks
// may be set as tight as its language allows.
func TestLineHeightOfOthers(t *testing.T) {
	const page = `<!DOCTYPE html><html lang="%s"><title>a</title><style>p{line-height:1.2}</style><body><main><h1>a</h1><p>%s</p></main></body></html>`
	for _, c := range []struct {
		lang, text string
		want       bool
	}{
		{"en", "The bridge is open.", false},
		{"en-GB", "The bridge at Cầu Giấy is open.", true},
		{"vi", "Cau da thong.", true},
		{"vi-VN", "Cầu đã thông.", true},
		{"", "The bridge is open.", true},
	} {
		findings, err := LintHTML(strings.NewReader(fmt.Sprintf(page, c.lang, c.text)))
		if err != nil {
			t.Fatal(err)
		}
		if got := slices.ContainsFunc(findings, func(f Finding) bool { return f.Rule == "line-height" }); got != c.want {
			t.Errorf("lang %q, %q: reported is %v, want %v", c.lang, c.text, got, c.want)
		}
	}
}

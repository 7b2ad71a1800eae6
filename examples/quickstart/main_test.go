package main

import (
	"fmt"
	"io"
	"os"
	"strings"
	"testing"
)

// Example runs the program of the README.
func Example() {
	stdout := os.Stdout
	defer func() { os.Stdout = stdout }()
	r, w, err := os.Pipe()
	if err != nil {
		panic(err)
	}
	os.Stdout = w
	go func() {
		main()
		w.Close()
	}()
	var page strings.Builder
	if _, err := io.Copy(&page, r); err != nil {
		panic(err)
	}
	os.Stdout = stdout
	_, text, _ := strings.Cut(page.String(), "<article")
	text, _, _ = strings.Cut(text, "</article>")
	fmt.Println("<article" + text)
	// Output:
	// <article class="article" lang="vi">
	// <header>
	// <p class="kicker">Kon Tum</p>
	// <h1>Thư viện thôn mở cửa</h1>
	// <p class="byline">Tác giả: <span id="s-by-1">Quốc Vy</span>, Báo Mẫu</p>
	// <p class="dates"><span class="visually-hidden">Đăng lúc </span><time datetime="2026-11-20T09:00:00+07:00">Thứ Sáu, 20/11/2026, 09:00 (GMT+7)</time></p>
	// </header>
	// <figure class="hero"><img src="/thu-vien.jpg" alt="Em nhỏ đọc sách" fetchpriority="high"><figcaption>Giờ đọc sách. <span class="credit">Ảnh: Lan Chi</span></figcaption></figure>
	// <div class="body">
	// <p>Sáng nay, thư viện thôn đón bạn đọc.</p>
	// </div>
}

// TestREADME holds the quick start of the README equal to the program.
func TestREADME(t *testing.T) {
	readme, err := os.ReadFile("../../README.md")
	if err != nil {
		t.Fatal(err)
	}
	source, err := os.ReadFile("main.go")
	if err != nil {
		t.Fatal(err)
	}
	_, shown, _ := strings.Cut(string(readme), "```go\n")
	shown, _, _ = strings.Cut(shown, "```")
	_, program, _ := strings.Cut(string(source), "package main\n")
	if program = "package main\n" + program; shown != program {
		t.Errorf("the README shows another program than examples/quickstart/main.go, which is:\n%s", program)
	}
	if n := strings.Count(program, "\n"); n >= 40 {
		t.Errorf("the quick start has %d lines; want fewer than 40", n)
	}
}

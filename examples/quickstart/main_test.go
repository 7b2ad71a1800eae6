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
	_, figure, _ := strings.Cut(page.String(), `<div class="body">`)
	figure, _, _ = strings.Cut(figure, "</div>")
	fmt.Print(figure)
	// Output:
	// <figure><img src="thu-vien.jpg" alt="Trẻ em đọc sách bên cửa sổ" loading="lazy" decoding="async"><figcaption>Giờ đọc sách. <span class="credit">Ảnh: Lan Chi</span></figcaption></figure>
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

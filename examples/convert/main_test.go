package main

import (
	"bytes"
	"encoding/json"
	"encoding/xml"
	"fmt"
	"io"
	"os"
	"strings"
	"testing"

	"github.com/toasoan/toasoan/article/viet/legacy"
)

func Example() {
	page := `<p>Sáng 12/9, đò Bến Mơ chạy lại.</p><p><img src="do.jpg" alt="Chiếc đò giữa sông"></p><p><i>Chuyến đầu. Ảnh: Lan Chi</i></p>`
	if err := run([]string{"-from", "html", "-to", "html"}, strings.NewReader(page), os.Stdout, io.Discard); err != nil {
		fmt.Println(err)
	}
	// Output:
	// <p>Sáng 12/9, đò Bến Mơ chạy lại.</p>
	// <figure><img src="do.jpg" alt="Chiếc đò giữa sông" loading="lazy" decoding="async"><figcaption>Chuyến đầu. <span class="credit">Ảnh: Lan Chi</span></figcaption></figure>
}

const copied = `A- A A+ | Tăng tương phản Giảm tương phản

Bến Mơ: Thư viện thôn mở cửa.

Ngày 12/9/2026, thư viện thôn Bến Mơ mở cửa đón bạn đọc sau ba tháng sửa chữa.

Cả buổi sáng có bốn mươi em nhỏ đến mượn sách, nhiều nhất là truyện cổ tích.

Tác giả: Lan Chi - Báo Mẫu.

Tin liên quan
`

// dated is the copied article as JSON, with the date that feeds ask for.
func dated(t *testing.T) string {
	t.Helper()
	var out, notes bytes.Buffer
	if err := run([]string{"-from", "text", "-to", "json"}, strings.NewReader(copied), &out, &notes); err != nil {
		t.Fatal(err)
	}
	if want := "byline\tline 9\tTác giả: Lan Chi - Báo Mẫu.\n"; !strings.Contains(notes.String(), want) {
		t.Errorf("notes without %q:\n%s", want, notes.String())
	}
	return `{"published":"2026-09-12T16:05:00+07:00",` + strings.TrimPrefix(out.String(), "{")
}

// TestFormats converts every form to every other. What is read was written by the
// program itself, of one article.
func TestFormats(t *testing.T) {
	in := dated(t)
	for from := range readers {
		source := converted(t, in, "-from", "json", "-to", from, "-base", "https://bao.example/")
		if from == "text" {
			source = copied // with the names that readers see around the article
		}
		for to := range printers {
			args := []string{"-from", from, "-to", to, "-base", "https://bao.example", "-tz", "Asia/Ho_Chi_Minh"}
			if from == "html" && to == "atom" {
				err := run(args, strings.NewReader(source), io.Discard, io.Discard)
				if err == nil || !strings.Contains(err.Error(), "date") {
					t.Errorf("a body that has no date becomes an Atom feed: err = %v", err)
				}
				args = append(args, "-published", "2026-09-12T16:05:00+07:00")
			}
			out := converted(t, source, args...)
			if want := "hư viện thôn"; !strings.Contains(out, want) {
				t.Errorf("-from %s -to %s: no %q in\n%s", from, to, want, out)
			}
			if err := wellFormed(to, out); err != nil {
				t.Errorf("-from %s -to %s: %v in\n%s", from, to, err, out)
			}
		}
	}
}

// converted runs the program and fails the test if that fails.
func converted(t *testing.T, in string, args ...string) string {
	t.Helper()
	var out bytes.Buffer
	if err := run(args, strings.NewReader(in), &out, io.Discard); err != nil {
		t.Errorf("convert %s: %v", strings.Join(args, " "), err)
	}
	return out.String()
}

// wellFormed reads what is JSON or XML to its end, and looks for the address
// that a feed must give for itself.
func wellFormed(to, out string) error {
	var self string
	switch to {
	case "json", "ninjs", "jsonld":
		return json.Unmarshal([]byte(out), new(any))
	case "jsonfeed":
		self = `"feed_url":"https://bao.example/feed.json"`
		if err := json.Unmarshal([]byte(out), new(any)); err != nil {
			return err
		}
	case "rss", "atom":
		self = `href="https://bao.example/feed.xml"`
		fallthrough
	case "ssml":
		dec := xml.NewDecoder(strings.NewReader(out))
		for {
			if _, err := dec.Token(); err == io.EOF {
				break
			} else if err != nil {
				return err
			}
		}
	}
	if !strings.Contains(out, self) {
		return fmt.Errorf("no %s", self)
	}
	return nil
}

// TestJSON reads back what it wrote.
func TestJSON(t *testing.T) {
	var first, second bytes.Buffer
	if err := run([]string{"-from", "text", "-to", "json"}, strings.NewReader(copied), &first, &bytes.Buffer{}); err != nil {
		t.Fatal(err)
	}
	if err := run([]string{"-from", "json", "-to", "json"}, bytes.NewReader(first.Bytes()), &second, &bytes.Buffer{}); err != nil {
		t.Fatal(err)
	}
	if first.String() != second.String() {
		t.Errorf("json → json changed\n%s\nto\n%s", first.String(), second.String())
	}
}

func TestErrors(t *testing.T) {
	for _, tt := range []struct{ args, in, want string }{
		{"-from docx", "", `-from "docx": want one of html, json`},
		{"-to pdf", "", `-to "pdf": want one of atom, email, html`},
		{"-published 20/11/2026", "", "-published: parsing time"},
		{"-tz Asia/Huế", "", "-tz: unknown time zone"},
		{"-base bao.example", "", `-base "bao.example": want an absolute`},
		{"-encoding latin1", "", `-encoding "latin1": not known`},
		{"-from json", `{"headline":"a","body":[{"type":"paragraf"}]}`, "body[0]: unknown type"},
		{"-base https://u:p@bao.example/", "", "without a password"},
		{"-from json", `{"headline":1}`, "standard input: article: headline"},
		{"-to rss", "<p>a", "give -base"},
		{"-to atom -base https://bao.example/", "<p>a", "date"},
		{"none.html", "", "open none.html"},
		{"main.go main_test.go", "", `unexpected argument "main_test.go" after the file`},
		{"-from json main.go", "", "main.go: article: "},
	} {
		err := run(strings.Fields(tt.args), strings.NewReader(tt.in), &bytes.Buffer{}, &bytes.Buffer{})
		if err == nil || !strings.Contains(err.Error(), tt.want) {
			t.Errorf("convert %s < %q: err = %v, want one with %q", tt.args, tt.in, err, tt.want)
		}
	}
}

// TestEncoding reads files from before Unicode.
func TestEncoding(t *testing.T) {
	const text = "Sáng nay, đò Bến Mơ chạy lại sau ba tuần nghỉ vì nước lớn; bà con hai bờ sông đều mừng."
	for _, e := range []*legacy.Encoding{legacy.TCVN3, legacy.VNI, legacy.Windows1258} {
		old, err := e.NewEncoder().String("<p>" + text + "</p>")
		if err != nil {
			t.Fatal(err)
		}
		for _, name := range []string{e.String(), "auto"} {
			if got := converted(t, old, "-encoding", name, "-to", "text"); !strings.Contains(got, text) {
				t.Errorf("%v as %s: %q", e, name, got)
			}
		}
	}
}

// TestLines goes on after bad lines, in order, and fails at the end.
func TestLines(t *testing.T) {
	in := strings.Join([]string{
		`{"id":"a","html":"<p>Một"}`,
		`not json`,
		``,
		`{"id":7,"text":"Hai"}`,
		`{"id":8,"html":null}`,
		`{"id":"` + strings.Repeat("x", maxLine) + `"}`,
		`{"id":{"k":1},"html":"<p>Ba & <b>bốn"}`, // without a newline at the end
	}, "\n")
	var out bytes.Buffer
	err := run([]string{"-jsonl"}, strings.NewReader(in), &out, &bytes.Buffer{})
	if err == nil || !strings.Contains(err.Error(), "4 lines could not be converted, the first of them line 2") {
		t.Errorf("err = %v, want 3 lines", err)
	}
	want := []struct{ id, out, err string }{
		{`"a"`, "<p>Một</p>\n", ""},
		{`null`, "", "line 2: not a JSON object"},
		{`7`, "", `line 4: the line has no "html"`},
		{`8`, "", `line 5: "html" is not a string`},
		{`null`, "", "line 6: the line is longer than"},
		{`{"k":1}`, "<p>Ba &amp; <strong>bốn</strong></p>\n", ""},
	}
	lines := strings.Split(strings.TrimSuffix(out.String(), "\n"), "\n")
	if len(lines) != len(want) {
		t.Fatalf("%d lines out, want %d:\n%s", len(lines), len(want), out.String())
	}
	for i, w := range want {
		var got struct {
			ID    json.RawMessage
			Out   *string
			Notes []outNote
			Err   string
		}
		if err := json.Unmarshal([]byte(lines[i]), &got); err != nil {
			t.Fatal(err)
		}
		text := ""
		if got.Out != nil {
			text = *got.Out
		}
		if string(got.ID) != w.id || text != w.out || !strings.Contains(got.Err, w.err) || (got.Err == "") != (w.err == "") || got.Notes == nil {
			t.Errorf("line %d: %s, want %v", i+1, lines[i], w)
		}
	}
}

// TestLinesObject gives articles as objects, not as strings.
func TestLinesObject(t *testing.T) {
	var out bytes.Buffer
	if err := run([]string{"-jsonl", "-to", "json"}, strings.NewReader(`{"id":"a","html":"<p>Một"}`), &out, &bytes.Buffer{}); err != nil {
		t.Fatal(err)
	}
	want := `{"id":"a","out":{"id":"a","body":[{"type":"paragraph","text":[{"text":"Một"}]}]},"notes":[],"err":""}` + "\n"
	if out.String() != want {
		t.Errorf("got %s want %s", out.String(), want)
	}
}

// TestPage reads back the page that it wrote.
func TestPage(t *testing.T) {
	var page, out, notes bytes.Buffer
	if err := run([]string{"-from", "json", "-to", "page", "-base", "https://bao.example/"}, strings.NewReader(dated(t)), &page, &notes); err != nil {
		t.Fatal(err)
	}
	if err := run([]string{"-from", "page", "-to", "json"}, &page, &out, &notes); err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{`"headline":"Thư viện thôn mở cửa"`, `"published":"2026-09-12T16:05:00+07:00"`, `"name":"Lan Chi"`, "bốn mươi em nhỏ"} {
		if !strings.Contains(out.String(), want) {
			t.Errorf("no %s in %s", want, out.String())
		}
	}
}

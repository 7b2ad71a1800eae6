package main

import (
	"bytes"
	"context"
	"io"
	"net"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

// TestRun runs the program as a user does, building only.
func TestRun(t *testing.T) {
	dir := t.TempDir()
	var stdout, stderr bytes.Buffer
	if code := run(t.Context(), []string{"-serve", "", "-out", dir}, &stdout, &stderr); code != 0 {
		t.Fatalf("exit status %d: %s", code, &stderr)
	}
	if stderr.Len() > 0 {
		t.Errorf("stderr: %s", &stderr)
	}
	home, err := os.ReadFile(filepath.Join(dir, "index.html"))
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Contains(home, []byte(defaultBase)) || bytes.Contains(home, []byte("<form")) {
		t.Error("the home page of a site that is only built is wrong")
	}
}

// TestRunErrors holds the exit status and the message of what goes wrong.
func TestRunErrors(t *testing.T) {
	bad := writeLines(t, append(manyArticles(t, 2), `{"headline":1}`)...)
	for _, c := range []struct {
		args []string
		code int
		want string
	}{
		{[]string{"-nothing"}, 2, "flag provided but not defined"},
		{[]string{"surplus"}, 2, `unexpected argument "surplus"`},
		{[]string{"-serve", "", "-base", "ftp://a.example"}, 2, "not an http or https address"},
		{[]string{"-serve", "", "-base", "https://a.example/b"}, 2, "more than a scheme and a host"},
		{[]string{"-serve", "", "-at", "yesterday"}, 2, "-at:"},
		{[]string{"-serve", "", "-in", filepath.Join(t.TempDir(), "none.jsonl")}, 1, "none.jsonl"},
		{[]string{"-serve", "", "-in", bad}, 1, "in.jsonl:3: article: headline"},
		{[]string{"-serve", "no-such-host.invalid:-1"}, 1, "newsroom:"},
		{[]string{"-h"}, 0, "-in file"},
	} {
		var stderr bytes.Buffer
		args := append([]string{"-out", t.TempDir()}, c.args...)
		if code := run(t.Context(), args, io.Discard, &stderr); code != c.code || !strings.Contains(stderr.String(), c.want) {
			t.Errorf("run(%q) = %d, %q; want %d and %q", c.args, code, &stderr, c.code, c.want)
		}
	}
}

// TestAddressOf holds that an address is printed that a browser can open.
func TestAddressOf(t *testing.T) {
	for _, c := range []struct{ listen, want string }{{"127.0.0.1:0", "http://127.0.0.1:"}, {":0", "http://localhost:"}} {
		l, err := net.Listen("tcp", c.listen)
		if err != nil {
			t.Fatal(err)
		}
		if got := addressOf(l); !strings.HasPrefix(got, c.want) {
			t.Errorf("addressOf(%s) = %s, want %s…", c.listen, got, c.want)
		}
		l.Close()
	}
}

// TestListenElsewhere holds that a busy port is no reason to stop.
func TestListenElsewhere(t *testing.T) {
	busy, err := listen("127.0.0.1:0", false)
	if err != nil {
		t.Fatal(err)
	}
	defer busy.Close()
	other, err := listen(busy.Addr().String(), true)
	if err != nil {
		t.Fatal(err)
	}
	other.Close()
	if l, err := listen(busy.Addr().String(), false); err == nil {
		l.Close()
		t.Error("a port that the user names was replaced")
	}
}

// TestServes starts the program with a server, and stops it.
func TestServes(t *testing.T) {
	ctx, stop := context.WithCancel(t.Context())
	defer stop()
	r, w := io.Pipe()
	code := make(chan int, 1)
	go func() {
		code <- run(ctx, []string{"-serve", "127.0.0.1:0"}, w, io.Discard)
		w.Close()
	}()
	var out []byte
	buf := make([]byte, 512)
	for !bytes.Contains(out, []byte("Open http://")) {
		n, err := r.Read(buf)
		out = append(out, buf[:n]...)
		if err != nil {
			t.Fatalf("the program ended: %s", out)
		}
	}
	go func() { _, _ = io.Copy(io.Discard, r) }()
	_, address, _ := strings.Cut(string(out), "Open ")
	address, _, _ = strings.Cut(address, " ")
	client := http.Client{Timeout: 10 * time.Second}
	resp, err := client.Get(address)
	if err != nil {
		t.Fatal(err)
	}
	page, _ := io.ReadAll(resp.Body)
	resp.Body.Close()
	if resp.StatusCode != 200 || !bytes.Contains(page, []byte(`<form class="search"`)) || !bytes.Contains(page, []byte(`<link rel="canonical" href="`+address)) {
		t.Errorf("GET %s: status %d, page of %d bytes without search or canonical address", address, resp.StatusCode, len(page))
	}
	client.CloseIdleConnections()
	stop()
	if got := <-code; got != 0 {
		t.Errorf("exit status %d", got)
	}
}

// TestHandler holds what the server answers.
func TestHandler(t *testing.T) {
	dir := t.TempDir()
	b := builder{src: samples{}, base: testBase, searchable: true, report: func(err error) { t.Error(err) }, progress: func(float64) {}}
	s, err := b.build(dir)
	if err != nil {
		t.Fatal(err)
	}
	h := s.handler(os.DirFS(dir))
	get := func(method, target string) *http.Response {
		w := httptest.NewRecorder()
		h.ServeHTTP(w, httptest.NewRequest(method, target, nil))
		return w.Result()
	}
	for _, c := range []struct {
		method, target string
		status         int
		contentType    string
	}{
		{"GET", "/", 200, "text/html"},
		{"HEAD", "/", 200, "text/html"},
		{"GET", "/muc/van-hoa/", 200, "text/html"},
		{"GET", "/muc/van-hoa", 301, ""},
		{"GET", "/bai/nhan-con-may-duoc-mua.html", 200, "text/html"},
		{"GET", "/media/thu-vien.png", 200, "image/png"},
		{"GET", "/bieu-trung.svg", 200, "image/svg+xml"},
		{"GET", "/feed.json", 200, "application/json"},
		{"GET", "/robots.txt", 200, "text/plain"},
		{"GET", "/khong-co", 404, "text/html"},
		{"GET", "/index.html.csp", 404, "text/html"},
		{"GET", "/media/", 404, "text/html"},
		{"GET", "/../main.go", 307, ""},
		{"GET", "/..%2fmain.go", 404, "text/html"},
		{"POST", "/", 405, "text/plain"},
		{"GET", "/tim-kiem?q=nhan", 200, "text/html"},
		{"GET", "/tim-kiem", 200, "text/html"},
	} {
		resp := get(c.method, c.target)
		if resp.StatusCode != c.status || !strings.HasPrefix(resp.Header.Get("Content-Type"), c.contentType) {
			t.Errorf("%s %s: %d %q, want %d %q", c.method, c.target, resp.StatusCode, resp.Header.Get("Content-Type"), c.status, c.contentType)
		}
		if resp.StatusCode < 300 && resp.Header.Get("Referrer-Policy") == "" {
			t.Errorf("%s %s: no Referrer-Policy", c.method, c.target)
		}
		if c.contentType == "text/html" && !strings.HasPrefix(resp.Header.Get("Content-Security-Policy"), "default-src 'none'") {
			t.Errorf("%s %s: no policy", c.method, c.target)
		}
	}
	found := func(q string) string {
		page, _ := io.ReadAll(get("GET", "/tim-kiem?q="+q).Body)
		return string(page)
	}
	if page := found("hang+ban"); !strings.Contains(page, "/bai/dung-voi-don-hang-cay-ven-song.html") {
		t.Error("a search without diacritics finds nothing")
	}
	form := httptest.NewRequest("GET", "/tim-kiem", strings.NewReader("q=nhan"))
	form.Header.Set("Content-Type", "multipart/form-data; boundary=q")
	h.ServeHTTP(httptest.NewRecorder(), form)
	if rest, _ := io.ReadAll(form.Body); len(rest) == 0 {
		t.Error("a search reads the body of a request")
	}
	if page := found("nghe+thu+cong"); !strings.Contains(page, `<a href="/chu-de/nghe-thu-cong/">`) {
		t.Error("a search does not lead to the tag of that name")
	}
	if page := found("%3Cscript%3Ealert(1)%3C/script%3E"); strings.Contains(page, "<script>alert") || !strings.Contains(page, "&lt;script&gt;") {
		t.Error("the words of a search are not escaped")
	}
	if page := found(strings.Repeat("%E1%BA%A7", 5000)); strings.Count(page, "ầ") > 2*maxQuery {
		t.Error("a long search is not cut")
	}
}

// TestProgressIsForTerminals holds that nothing but a terminal gets a bar.
func TestProgressIsForTerminals(t *testing.T) {
	var b bytes.Buffer
	p := newProgress(&b)
	p.start = p.start.Add(-time.Hour)
	p.set(0.5)
	p.done()
	if b.Len() > 0 {
		t.Errorf("wrote %q", &b)
	}
	p.w = &b
	p.set(0.5)
	if got := b.String(); !strings.Contains(got, "50 %") || !strings.Contains(got, strings.Repeat("=", 20)+strings.Repeat(" ", 20)) {
		t.Errorf("the bar is %q", got)
	}
}

// TestSearch holds that readers find an article as they type.
func TestSearch(t *testing.T) {
	lines := append(manyArticles(t, 30),
		`{"id":"do","headline":"Đò ngang An Hải ngừng chạy","published":"2025-01-01T00:00:00+07:00","body":[{"type":"paragraph","text":[{"text":"Chuyến đò cuối rời bến lúc chiều."}]}]}`,
		`{"id":"hai","headline":"An toàn trên hai tuyến đường","published":"2026-02-01T00:00:00+07:00","body":[{"type":"paragraph","text":[{"text":"Người dân đi ngang qua phải chú ý, do đường hẹp."}]}]}`)
	s, _ := buildTest(t, jsonLines{name: "Báo Thử", file: writeLines(t, lines...)})
	for _, q := range []string{"do ngang an hai", "Đò ngang An Hải", "ĐÒ NGANG", "đò  ngang, An Hải?", "An Hai do ngang"} {
		if items := s.search(q); len(items) == 0 || items[0].URL != s.byID["do"].path {
			t.Errorf("a search for %q finds %d articles, the right one not first", q, len(items))
		}
	}
	for _, q := range []string{"zzzz", "<b>", "?", "%00"} {
		if items := s.search(q); len(items) != 0 {
			t.Errorf("a search for %q finds %q", q, items[0].Title)
		}
	}
}

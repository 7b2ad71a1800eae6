package main

import (
	"bytes"
	"image"
	"image/png"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// mediaFolder writes files that are pictures of 12 by 34 pixels, whatever their
// names say.
func mediaFolder(t *testing.T, names ...string) string {
	t.Helper()
	var b bytes.Buffer
	if err := png.Encode(&b, image.NewGray(image.Rect(0, 0, 12, 34))); err != nil {
		t.Fatal(err)
	}
	dir := t.TempDir()
	for _, name := range names {
		name = filepath.Join(dir, filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(name), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(name, b.Bytes(), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	return dir
}

// TestMedia holds where the pictures of articles from elsewhere are found, and
// that nothing is loaded that the site does not hold.
func TestMedia(t *testing.T) {
	dir := mediaFolder(t, "img.cu.example/2026/a.png", "2026/b ä.png", "2026/mat.png", "2026/run.svg", "2026/other.png")
	root, err := os.OpenRoot(dir)
	if err != nil {
		t.Fatal(err)
	}
	defer root.Close()
	if err := os.Symlink(filepath.Join(mediaFolder(t, "secret.png"), "secret.png"), filepath.Join(dir, "link.png")); err != nil {
		t.Fatal(err)
	}
	article := func(id, url, extra string, images ...string) string {
		blocks := make([]string, len(images))
		for i, u := range images {
			blocks[i] = `{"type":"image","alt":"Ảnh ` + id + `","url":"` + u + `"}`
		}
		return `{"id":"` + id + `","headline":"Bài ` + id + `","url":"` + url + `","published":"2026-01-01T00:00:00+07:00"` + extra + `,"body":[` + strings.Join(blocks, ",") + `]}`
	}
	src := jsonLines{name: "Báo Thử", copies: root.FS(), file: writeLines(t,
		article("1", "https://cu.example/muc/1.html", "", "https://img.cu.example/2026/a.png", "../2026/b%20%C3%A4.png", "c.png", "/2026/run.svg", "https://ảnh.example/ô.png"),
		article("2", "", "", "/2026/b ä.png", "/link.png", "upload/mất.png", "http://cu.example/x.png"),
		article("3", "", `,"status":"draft"`, "/2026/mat.png"),
	)}
	_, site := buildTest(t, src)
	one, two := read(t, site, "bai/bai-1.html"), read(t, site, "bai/bai-2.html")
	for _, c := range []struct{ page, want string }{
		{one, `<figure><img src="/media/img.cu.example/2026/a.png" alt="Ảnh 1" width="12" height="34"`},
		{one, `<figure><img src="/media/2026/b%20%C3%A4.png" alt="Ảnh 1" width="12" height="34"`},
		{one, `<summary>Mở ảnh từ cu.example: Ảnh 1</summary>` + "\n" + `<img src="https://cu.example/muc/c.png"`},
		{one, `<img src="https://cu.example/2026/run.svg"`},
		{two, `<figure><img src="/media/2026/b%20%C3%A4.png"`},
		{two, `<figure><figcaption>Ảnh 2</figcaption></figure>`},
		{one, `<img src="https://xn--nh-k5s.example/%C3%B4.png"`},
		{two, `<a href="http://cu.example/x.png">Xem ảnh tại cu.example: Ảnh 2</a>`},
	} {
		if !strings.Contains(c.page, c.want) {
			t.Errorf("no %s in\n%s", c.want, c.page[strings.Index(c.page, "<article"):])
		}
	}
	if policy := read(t, site, "bai/bai-1.html.csp"); !strings.Contains(policy, "img-src 'self' data: https://cu.example https://xn--nh-k5s.example;") {
		t.Errorf("the policy is %s", policy)
	}
	var copied []string
	for _, name := range files(t, site) {
		if rest, ok := strings.CutPrefix(name, "media/"); ok {
			copied = append(copied, rest)
		}
	}
	if got := strings.Join(copied, ", "); got != "2026/b ä.png, img.cu.example/2026/a.png" {
		t.Errorf("copied %s", got)
	}
	if _, err := fs.Stat(site, "media/2026/mat.png"); err == nil {
		t.Error("the picture of a draft is published")
	}
}

// TestMediaFlag holds that the program finds the folder, or says why it can't.
func TestMediaFlag(t *testing.T) {
	in := writeLines(t, manyArticles(t, 1)...)
	for _, c := range []struct {
		args []string
		code int
		want string
	}{
		{[]string{"-media", t.TempDir()}, 2, "-media: the samples"},
		{[]string{"-in", in, "-media", in}, 2, "-media: "},
		{[]string{"-in", in, "-media", t.TempDir()}, 0, ""},
	} {
		var stderr bytes.Buffer
		args := append([]string{"-serve", "", "-out", t.TempDir()}, c.args...)
		if code := run(t.Context(), args, io.Discard, &stderr); code != c.code || !strings.Contains(stderr.String(), c.want) {
			t.Errorf("run(%q) = %d, %q; want %d and %q", c.args, code, &stderr, c.code, c.want)
		}
	}
}

package browser

import (
	"bufio"
	"bytes"
	"encoding/json"
	"io/fs"
	"net/http"
	"net/http/httptest"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/toasoan/toasoan/a11y"
	"github.com/toasoan/toasoan/examples/browser/site"
	palette "github.com/toasoan/toasoan/examples/palette/page"
)

// skip skips the test, or fails it where everything has to run.
func skip(t *testing.T, format string, args ...any) {
	t.Helper()
	if os.Getenv("TOASOAN_CI") == "1" {
		t.Fatalf(format, args...)
	}
	t.Skipf("BROWSER CHECKS NOT RUN: "+format, args...)
}

// tools returns the path of Chromium, after seeing to the packages.
func tools(t *testing.T) string {
	t.Helper()
	chromium := os.Getenv("CHROME")
	for _, name := range []string{"chromium", "chromium-browser", "google-chrome"} {
		if chromium == "" {
			chromium, _ = exec.LookPath(name)
		}
	}
	if chromium == "" {
		skip(t, "no Chromium; set CHROME to its path")
	}
	if _, err := exec.LookPath("node"); err != nil {
		skip(t, "no node")
	}
	if _, err := os.Stat("node_modules/axe-core/axe.min.js"); err != nil {
		npm := exec.Command("npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund")
		if out, err := npm.CombinedOutput(); err != nil {
			skip(t, "npm ci: %v\n%s", err, out)
		}
	}
	return chromium
}

type page struct {
	Name  string `json:"name"`
	URL   string `json:"url"`
	Slow  string `json:"slow,omitempty"` // the same page on a slow line
	Form  string `json:"form"`
	Aloud bool   `json:"aloud,omitempty"`
	Fonts []font `json:"fonts,omitempty"`
}

type font struct {
	Family  string  `json:"family"`
	Weight  int     `json:"weight"`
	Leading float64 `json:"leading"`
}

// fonts are families that Vietnamese pages are set in, with the leading that the
// library gives them.
func fonts() []font {
	var all []font
	for _, f := range []string{
		"Noto Sans", "Noto Serif", "DejaVu Sans", "DejaVu Serif", "Liberation Sans", "Liberation Serif",
		"Arial", "Times New Roman", "Be Vietnam Pro", "Inter", "Lora", "Roboto",
	} {
		for _, w := range []int{400, 700} {
			all = append(all, font{f, w, a11y.Leading(f, w)})
		}
	}
	return all
}

// check runs every check on the pages and reports each as a subtest.
func check(t *testing.T, pages []page) {
	t.Helper()
	config, err := json.Marshal(map[string]any{"chromium": tools(t), "pages": pages, "only": os.Getenv("TOASOAN_CHECK")})
	if err != nil {
		t.Fatal(err)
	}
	cmd := exec.Command("node", "checks.mjs", string(config))
	var stderr bytes.Buffer
	cmd.Stderr = &stderr
	out, err := cmd.Output()
	n := 0
	for s := bufio.NewScanner(bytes.NewReader(out)); s.Scan(); {
		var r struct {
			Page, Check, Why string
			OK               bool
		}
		if err := json.Unmarshal(s.Bytes(), &r); err != nil {
			t.Fatalf("%s: %v", s.Bytes(), err)
		}
		n++
		t.Run(r.Page+"/"+r.Check, func(t *testing.T) {
			if !r.OK {
				t.Error(r.Why)
			}
		})
	}
	if err != nil || n == 0 {
		t.Fatalf("%d checks ran: %v\n%s", n, err, stderr.Bytes())
	}
	t.Logf("%d checks on %d pages", n, len(pages))
}

// slow serves what h does, the second half of every page half a second later.
func slow(h http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		rec := httptest.NewRecorder()
		h.ServeHTTP(rec, r)
		for k, v := range rec.Header() {
			w.Header()[k] = v
		}
		body := rec.Body.Bytes()
		w.WriteHeader(rec.Code)
		cut := 0
		if main := bytes.Index(body, []byte("<main")); main >= 0 {
			cut = main + max(0, bytes.Index(body[main:], []byte("</p>")))
		}
		w.Write(body[:cut])
		if f, ok := w.(http.Flusher); ok && cut > 0 {
			f.Flush()
			time.Sleep(500 * time.Millisecond)
		}
		w.Write(body[cut:])
	})
}

func serve(t *testing.T, h http.Handler) string {
	t.Helper()
	s := httptest.NewServer(h)
	t.Cleanup(s.Close)
	return s.URL
}

// TestSample checks pages with each form of the toolbar, and with another brand.
func TestSample(t *testing.T) {
	var pages []page
	for _, f := range []struct {
		name  string
		form  a11y.Form
		theme a11y.Theme
	}{
		{"radios", a11y.Radios, a11y.Theme{}},
		{"links", a11y.Links, a11y.Theme{}},
		{"buttons", a11y.Buttons, a11y.Theme{Brand: a11y.RGB(255, 205, 0)}},
		{"submits", a11y.Submits, a11y.Theme{Brand: a11y.RGB(0, 120, 60)}},
	} {
		s, err := site.New(f.theme, f.form)
		if err != nil {
			t.Fatal(err)
		}
		fast, held := serve(t, s), serve(t, slow(s))
		for _, file := range []string{"index.html", "english.html"} {
			if file == "english.html" && f.form != a11y.Links {
				continue // the page differs in nothing that the form could change
			}
			pages = append(pages, page{f.name + " " + file, fast + "/" + file, held + "/" + file, f.name, file == "index.html", nil})
		}
	}
	pages[0].Fonts = fonts()
	show := serve(t, http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		p := palette.Page{Theme: a11y.Theme{Brand: a11y.RGB(218, 37, 29)}}
		assets, err := p.Assets()
		if err != nil {
			t.Error(err)
		}
		w.Header().Set("Content-Type", "text/html; charset=utf-8")
		w.Header().Set("Content-Security-Policy", assets.CSP())
		if r.URL.Path != "/" {
			w.WriteHeader(http.StatusNoContent)
			return
		}
		if _, err := p.WriteTo(w); err != nil {
			t.Error(err)
		}
	}))
	pages = append(pages, page{"palette", show + "/", "", "radios", false, nil})
	check(t, pages)
}

// TestNewsroom builds the newsroom's site and checks its home page, a section and
// three articles.
func TestNewsroom(t *testing.T) {
	tools(t)
	dir := t.TempDir()
	build := exec.Command("go", "run", "./examples/newsroom", "-out", dir, "-serve", "")
	build.Dir = filepath.Join("..", "..")
	if out, err := build.CombinedOutput(); err != nil {
		t.Fatalf("newsroom: %v\n%s", err, out)
	}
	base := serve(t, static(dir))
	held := serve(t, slow(static(dir)))
	var files []string
	err := filepath.WalkDir(dir, func(path string, d fs.DirEntry, err error) error {
		if err == nil && strings.HasSuffix(path, ".html") && d.Name() != "404.html" {
			rel, _ := filepath.Rel(dir, path)
			files = append(files, filepath.ToSlash(rel))
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	slices.Sort(files)
	in := func(folder string) (found []string) {
		for _, f := range files {
			if strings.HasPrefix(f, folder) {
				found = append(found, f)
			}
		}
		if len(found) == 0 {
			t.Fatalf("the site has no %s", folder)
		}
		return found
	}
	articles := in("bai/")
	var pages []page
	for _, f := range []string{in("index.html")[0], in("muc/")[0], articles[0], articles[len(articles)/2], articles[len(articles)-1]} {
		pages = append(pages, page{f, base + "/" + f, held + "/" + f, "radios", false, nil})
	}
	check(t, pages)
}

// static serves a directory, each page with the policy beside it.
func static(dir string) http.Handler {
	files := http.FileServer(http.Dir(dir))
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		name := r.URL.Path
		if strings.HasSuffix(name, "/") {
			name += "index.html"
		}
		if csp, err := os.ReadFile(filepath.Join(dir, filepath.FromSlash(name)+".csp")); err == nil {
			w.Header().Set("Content-Security-Policy", strings.TrimSpace(string(csp)))
		}
		if r.URL.Path == "/favicon.ico" {
			w.WriteHeader(http.StatusNoContent)
			return
		}
		// The file server would send index.html elsewhere.
		if strings.HasSuffix(name, ".html") {
			if body, err := os.ReadFile(filepath.Join(dir, filepath.FromSlash(name))); err == nil {
				w.Header().Set("Content-Type", "text/html; charset=utf-8")
				w.Write(body)
				return
			}
		}
		files.ServeHTTP(w, r)
	})
}

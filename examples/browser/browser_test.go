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
	"github.com/toasoan/toasoan/article"
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
	if _, err := os.Stat("node_modules/html-validate/package.json"); err != nil {
		npm := exec.Command("npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund")
		if out, err := npm.CombinedOutput(); err != nil {
			skip(t, "npm ci: %v\n%s", err, out)
		}
	}
	return chromium
}

type page struct {
	Name    string `json:"name"`
	URL     string `json:"url"`
	Slow    string `json:"slow,omitempty"` // the same page on a slow line
	Form    string `json:"form"`
	Again   bool   `json:"again,omitempty"`   // the toolbar has been checked on another page
	Article bool   `json:"article,omitempty"` // can be printed and read aloud
	Remote  bool   `json:"remote,omitempty"`  // has pictures of another site
	Plain   bool   `json:"plain,omitempty"`   // need only load in silence
	Fonts   []font `json:"fonts,omitempty"`
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

// slow serves what h does, every page in three parts: to the middle of the
// toolbar, to the end of the first paragraph, and the rest, a third of a second
// between them.
func slow(h http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		rec := httptest.NewRecorder()
		h.ServeHTTP(rec, r)
		for k, v := range rec.Header() {
			w.Header()[k] = v
		}
		body := rec.Body.Bytes()
		w.WriteHeader(rec.Code)
		for _, end := range []string{`class="s5"`, "<main", "</p>"} {
			n := max(0, bytes.Index(body, []byte(end)))
			w.Write(body[:n])
			body = body[n:]
			if f, ok := w.(http.Flusher); ok && n > 0 && end != "<main" {
				f.Flush()
				time.Sleep(time.Second / 3)
			}
		}
		w.Write(body)
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
			pages = append(pages, page{
				Name: f.name + " " + file, URL: fast + "/" + file, Slow: held + "/" + file, Form: f.name,
				Again: file == "english.html", Article: true,
			})
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
	pages = append(pages, page{Name: "palette", URL: show + "/", Form: "radios", Again: true})
	check(t, pages)
}

// newsroom builds the newsroom's site in a folder.
func newsroom(t *testing.T, args ...string) string {
	t.Helper()
	dir := t.TempDir()
	build := exec.Command("go", append([]string{"run", "./examples/newsroom", "-out", dir, "-serve", ""}, args...)...)
	build.Dir = filepath.Join("..", "..")
	if out, err := build.CombinedOutput(); err != nil {
		t.Fatalf("newsroom: %v\n%s", err, out)
	}
	return dir
}

// TestNewsroom builds the newsroom's site and checks its home page, a section and
// three articles, an article with pictures of another site, and of every page
// that its markup is valid and that it loads in silence.
func TestNewsroom(t *testing.T) {
	tools(t)
	dir := newsroom(t)
	base, held := serve(t, static(dir)), serve(t, slow(static(dir)))
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
	for i, f := range []string{in("index.html")[0], in("muc/")[0], articles[0], articles[len(articles)/2], articles[len(articles)-1]} {
		pages = append(pages, page{
			Name: f, URL: base + "/" + f, Slow: held + "/" + f, Form: "radios", Again: i > 0, Article: strings.HasPrefix(f, "bai/"),
		})
	}
	foreign := newsroom(t, "-in", foreignPictures(t))
	found, _ := filepath.Glob(filepath.Join(foreign, "bai", "*.html"))
	if len(found) != 1 {
		t.Fatalf("%d pages of one article", len(found))
	}
	pages = append(pages, page{
		Name: "article", URL: serve(t, static(foreign)) + "/bai/" + filepath.Base(found[0]), Form: "radios", Again: true, Remote: true,
	})
	for _, f := range files {
		pages = append(pages, page{Name: f, URL: base + "/" + f, Plain: true})
	}
	check(t, pages)
	markup(t, dir, files)
}

// markup checks the markup of files with html-validate.
func markup(t *testing.T, dir string, files []string) {
	t.Helper()
	cmd := exec.Command("node", append([]string{"markup.mjs", dir}, files...)...)
	var stderr bytes.Buffer
	cmd.Stderr = &stderr
	out, err := cmd.Output()
	if err != nil {
		t.Fatalf("html-validate: %v\n%s", err, stderr.Bytes())
	}
	if len(out) > 0 {
		t.Errorf("html-validate:\n%s", out)
	}
}

// foreignPictures writes a file of one article whose pictures are on another
// site, one of them of unknown size.
func foreignPictures(t *testing.T) string {
	t.Helper()
	a := &article.Article{
		ID: "anh", URL: "/bai/anh.html", Lang: "vi", Headline: "Chợ phiên nhìn từ xa", Lead: article.Plain("Ảnh ở nơi khác chỉ tải khi người đọc mở."),
		Published: time.Date(2026, 9, 1, 8, 0, 0, 0, time.UTC),
		Body: article.Body{
			&article.Paragraph{Text: article.Plain("Phiên chợ họp từ tờ mờ sáng, bên bến sông, và tan trước khi nắng lên tới ngọn tre đầu làng.")},
			&article.Image{URL: "https://anh.example/mot.jpg", Alt: "Người bán chiếu", Caption: article.Plain("Gian chiếu đầu chợ."), Width: 900, Height: 600},
			&article.Image{URL: "https://anh.example/hai.jpg", Alt: "Bến sông", Caption: article.Plain("Bến sông lúc sáng.")},
		},
	}
	name := filepath.Join(t.TempDir(), "anh.jsonl")
	var line bytes.Buffer
	if err := article.Encode(&line, a); err != nil {
		t.Fatal(err)
	}
	var one bytes.Buffer
	if err := json.Compact(&one, line.Bytes()); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(name, one.Bytes(), 0o666); err != nil {
		t.Fatal(err)
	}
	return name
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

// Package site makes a few pages that hold every component that package a11y
// styles, with the toolbar in one of its forms. The pages are made for the
// browser checks of this module: they are small and depend on nothing but the
// package under test.
package site

import (
	_ "embed"
	"fmt"
	"html/template"
	"io"
	"log"
	"net/http"
	"os"
	"path/filepath"

	"github.com/toasoan/toasoan/a11y"
)

//go:embed page.html
var pageSource string

var page = template.Must(template.New("page").Parse(pageSource))

type data struct {
	Title, Lang, Canonical string
	English                bool
	Head, Toolbar          template.HTML
	Attrs                  template.HTMLAttr
}

var names = []struct{ file, title, lang string }{
	{"index.html", "Kon Rẫy đổi thay nhờ những con đường mới mở về tận làng", "vi"},
	{"second.html", "Phố cổ tĩnh lặng trong những ngày mưa dài đầu đông", "vi"},
	{"english.html", "New roads reach the last villages of the district", "en"},
}

// A Site is the pages. It serves them, with their policy and the choice that a
// reader's cookie holds.
type Site struct {
	theme  a11y.Theme
	form   a11y.Form
	assets a11y.Assets
	head   template.HTML
}

// New returns the pages for a theme and a form of the toolbar.
func New(t a11y.Theme, f a11y.Form) (*Site, error) {
	css, err := t.Stylesheet()
	if err != nil {
		return nil, err
	}
	own := template.CSS("header,main,footer{max-width:60rem;margin:0 auto;padding:1rem}header,footer{border-bottom:1px solid var(--" + t.Prefix + "line)}")
	a := a11y.Assets{
		Styles:  []template.CSS{css, own},
		Scripts: []template.JS{a11y.Toolbar{Form: f, Prefix: t.Prefix, Print: true}.Script(), a11y.ReadAloudScript(t.Prefix)},
	}
	head, err := a.Head()
	return &Site{t, f, a, head}, err
}

func (b *Site) render(w io.Writer, i int, p a11y.Prefs) error {
	n := names[i]
	t := a11y.Toolbar{Form: b.form, Lang: n.lang, Prefix: b.theme.Prefix, Prefs: p, Print: true, ReadAloud: true}
	return page.Execute(w, data{
		Title: n.title, Lang: n.lang, English: n.lang == "en", Canonical: "https://example.vn/" + n.file,
		Head: b.head, Toolbar: t.HTML(), Attrs: t.HTMLAttrs(),
	})
}

// Write writes the pages to a directory, each with its policy in a file of the
// same name and ".csp".
func (b *Site) Write(dir string) error {
	if err := os.MkdirAll(dir, 0o777); err != nil {
		return err
	}
	for i, n := range names {
		f, err := os.Create(filepath.Join(dir, n.file))
		if err != nil {
			return err
		}
		if err := b.render(f, i, a11y.Prefs{}); err != nil {
			return err
		}
		if err := f.Close(); err != nil {
			return err
		}
		if err := os.WriteFile(filepath.Join(dir, n.file+".csp"), []byte(b.assets.CSP()+"\n"), 0o666); err != nil {
			return err
		}
	}
	return os.WriteFile(filepath.Join(dir, "photo.svg"), []byte(photo), 0o666)
}

// ServeHTTP implements [http.Handler].
func (b *Site) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	switch r.URL.Path {
	case "/reading":
		a11y.PrefsHandler{}.ServeHTTP(w, r)
		return
	case "/photo.svg":
		w.Header().Set("Content-Type", "image/svg+xml")
		fmt.Fprint(w, photo)
		return
	case "/favicon.ico":
		w.WriteHeader(http.StatusNoContent)
		return
	}
	for i, n := range names {
		if r.URL.Path == "/"+n.file || i == 0 && r.URL.Path == "/" {
			w.Header().Set("Content-Type", "text/html; charset=utf-8")
			w.Header().Set("Content-Security-Policy", b.assets.CSP())
			w.Header().Set("Vary", "Cookie")
			if err := b.render(w, i, a11y.PrefsFromRequest(r)); err != nil {
				log.Print(err)
			}
			return
		}
	}
	http.NotFound(w, r)
}

// photo is a picture of hills at dusk.
const photo = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 960 540"><rect width="960" height="540" fill="#f4b183"/><circle cx="690" cy="190" r="70" fill="#ffe9a8"/><path d="M0 380 190 210l170 150 180-210 230 250 190-120v260H0z" fill="#5d6d7e"/><path d="M0 460q240-110 480-40t480-30v150H0z" fill="#2e4a3f"/></svg>
`

package main

import (
	"bytes"
	_ "embed"
	"html/template"
	"io"
	"path"
	"strings"
	"time"

	"github.com/toasoan/toasoan/a11y"
	"github.com/toasoan/toasoan/article"
	"github.com/toasoan/toasoan/examples/palette/page"
	"github.com/toasoan/toasoan/render"
)

// A publication is what the site is called.
type publication struct {
	name    string
	tagline string // may be empty
	note    string // at the foot of every page; may be empty
	account string // "@name" on X, for previews; may be empty
}

// The addresses of the publication's sign, and of the picture that stands for
// pages without one in previews.
const (
	logo    = "/bieu-trung.png"
	icon    = "/bieu-trung.svg"
	preview = "/anh-chung.png"
)

var (
	//go:embed assets/bieu-trung.png
	logoFile []byte
	//go:embed assets/bieu-trung.svg
	iconFile []byte
	//go:embed assets/anh-chung.png
	previewFile []byte
)

//go:embed site.css
var siteCSS string

//go:embed pages.html
var pagesHTML string

// templates are the header and footer of every page, the home page, and what
// the search and the missing page say.
var templates = template.Must(template.New("").Parse(pagesHTML))

// newRenderer returns the renderer of a publication's site at base.
func newRenderer(base string, paper publication) *render.Renderer {
	return &render.Renderer{
		Site: render.Site{
			Name: paper.name, URL: base + "/", Description: paper.tagline,
			Publisher: article.Organization{
				Name: paper.name, Kind: article.OrganizationNews, URL: base + "/",
				Logo: &article.Image{URL: logo, Width: 512, Height: 512, MediaType: "image/png", Alt: paper.name},
			},
			Image: &article.Image{
				URL: preview, Width: 1200, Height: 630, MediaType: "image/png",
				Alt: "Chiếc phà nhỏ giữa dòng sông, mây đang tan ở chân trời",
			},
			Icon:        icon,
			ThemeColor:  theme.Palette()[a11y.Light].Accent.String(),
			TwitterSite: paper.account,
			Feeds:       announced,
			Location:    time.FixedZone("", 7*60*60),
		},
		ImageSizes:   "(min-width: 54rem) 50rem, 92vw",
		CardSizes:    "(min-width: 60rem) 22rem, (min-width: 38rem) 45vw, 92vw",
		Embeds:       render.EmbedsLink,
		RemoteImages: render.RemoteClick,
	}
}

// layouts are the frames of pages.
type layouts struct {
	css     template.CSS
	head    template.HTML
	reading template.HTML // head of articles' pages
	made    map[frame]render.Layout
}

// A frame says what stands around a page.
type frame struct {
	section string // address of the one that is marked in the navigation; "" for none
	article bool   // the page is an article's
}

// theme is the look of the site.
var theme = a11y.Theme{
	Brand:       a11y.RGB(0x0F, 0x6B, 0x75),
	HeadingFont: `ui-serif,"Noto Serif",Cambria,"Times New Roman",serif`,
}

// newLayouts makes the stylesheet and what stands around every page.
func (s *site) newLayouts() (layouts, error) {
	sheet, err := theme.Stylesheet()
	if err != nil {
		return layouts{}, err
	}
	css := sheet + template.CSS(minify(siteCSS))
	l := layouts{css: css, made: make(map[frame]render.Layout)}
	if l.head, err = head(toolbar(false).Script()); err != nil {
		return layouts{}, err
	}
	if l.reading, err = head(toolbar(true).Script(), a11y.ReadAloudScript("")); err != nil {
		return layouts{}, err
	}
	for _, article := range []bool{false, true} {
		l.made[frame{"", article}] = l.around(s, frame{"", article}, "")
		for _, g := range s.sections() {
			l.made[frame{g.path, article}] = l.around(s, frame{g.path, article}, "")
		}
	}
	return l, nil
}

// toolbar returns the toolbar of a page. An article can be printed and read aloud.
func toolbar(article bool) a11y.Toolbar {
	return a11y.Toolbar{Print: article, ReadAloud: article}
}

// head returns what the head of a page with scripts holds beside its style.
func head(scripts ...template.JS) (template.HTML, error) {
	return a11y.Assets{Scripts: scripts}.Head()
}

// of returns the layout of a frame. A section that is not in the navigation is
// none.
func (l *layouts) of(f frame) render.Layout {
	if lay, ok := l.made[f]; ok {
		return lay
	}
	return l.made[frame{"", f.article}]
}

// navItems is the number of sections that the navigation and the home page
// show.
const navItems = 8

// around makes the layout of a frame. query is what stands in the search box.
func (l *layouts) around(s *site, f frame, query string) render.Layout {
	type item struct {
		Path, Name string
		Current    bool
	}
	var nav []item
	for _, g := range s.sections() {
		nav = append(nav, item{g.path, g.name, g.path == f.section})
	}
	data := map[string]any{
		"Name": s.paper.name, "Tagline": s.paper.tagline, "Note": s.paper.note, "Sections": nav,
		"Search": s.searchable, "Query": query, "Toolbar": toolbar(f.article).HTML(),
		"Latest": latestPath, "Palette": palettePath, "Feeds": announced,
	}
	lay := render.Layout{
		Styles: []template.CSS{l.css}, Head: l.head, Header: execute("header", data), Footer: execute("footer", data),
	}
	if f.article {
		lay.Head = l.reading
	}
	return lay
}

// execute runs a template of ours, which can fail only by a slip in it.
func execute(name string, data any) template.HTML {
	var b strings.Builder
	if err := templates.ExecuteTemplate(&b, name, data); err != nil {
		panic("newsroom: internal error: " + err.Error())
	}
	return template.HTML(b.String())
}

// intro returns the line below the title of a list.
func intro(s string) template.HTML { return execute("intro", s) }

// writeNotFound writes the page for addresses that do not exist.
func (s *site) writeNotFound() error {
	page := render.Listing{
		Layout: s.layout.of(frame{}), Renderer: s.renderer, Title: "Không tìm thấy trang", NoIndex: true,
		Description: "Địa chỉ này không có bài nào trên " + s.paper.name + ".",
		Intro:       execute("missing", nil), Items: teasers(s.entries[:min(6, len(s.entries))]),
	}
	return s.writePage("/404.html", &page)
}

// palettePath is the page that shows the theme.
const palettePath = "/bang-mau/"

// writePalette writes the page that shows the colors of the site in every mode,
// with the proof of their contrast, and every component.
func (s *site) writePalette() error {
	show := page.Page{
		Theme: theme, Home: "/", Site: s.paper.name, Canonical: s.base + palettePath,
		Icon: icon, Image: s.base + preview,
	}
	return s.writePage(palettePath+"index.html", show)
}

// writePage writes a page and its policy.
func (s *site) writePage(name string, page io.WriterTo) error {
	var b bytes.Buffer
	if _, err := page.WriteTo(&b); err != nil {
		return err
	}
	s.pages++
	if err := s.write(name, b.Bytes()); err != nil {
		return err
	}
	return s.write(name+".csp", []byte(render.CSP(b.Bytes())+"\n"))
}

// write writes a file of the site, given by its address.
func (s *site) write(name string, data []byte) error {
	name = strings.TrimPrefix(name, "/")
	if dir := path.Dir(name); dir != "." && !s.made[dir] {
		if err := s.dir.MkdirAll(dir, 0o755); err != nil {
			return err
		}
		s.made[dir] = true
	}
	return s.dir.WriteFile(name, data, 0o644)
}

// minify takes comments and needless space out of our stylesheet. It is for a
// sheet that has none of what it looks for in a string.
func minify(css string) string {
	var b strings.Builder
	for css != "" {
		before, after, found := strings.Cut(css, "/*")
		for line := range strings.Lines(before) {
			line = strings.TrimSpace(line)
			b.WriteString(line)
			if line != "" && !strings.ContainsAny(line[len(line)-1:], "{};,") {
				b.WriteByte(' ') // the next line belongs to it
			}
		}
		if !found {
			break
		}
		_, css, _ = strings.Cut(after, "*/")
	}
	return strings.NewReplacer(": ", ":", ", ", ",", " {", "{", ";}", "}").Replace(b.String())
}

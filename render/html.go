package render

import (
	"fmt"
	"net/url"
	"slices"
	"strconv"
	"strings"
	"time"
	"unicode/utf8"

	"github.com/toasoan/toasoan/article"
)

// An htmlPrinter writes blocks as HTML. It holds the state of one article.
type htmlPrinter struct {
	out     []byte
	r       *Renderer
	labels  *Labels
	lang    string   // of what surrounds the text being written
	base    *url.URL // of the site, against which addresses are resolved; nil keeps them
	whole   bool     // write addresses with their host, not from the root
	self    string   // address of the article, for links inside it that stand elsewhere
	checked bool     // the article is; see [article.Article.Checked]
	plain   bool     // for feed readers: no ids, frames, details or regions
	eager   bool     // the next image is the first one seen: don't load it late
	opened  bool     // inside a picture of another host that the reader opens
	sizes   string   // of pictures, if not Renderer.ImageSizes
	widest  int      // of pictures in a mail, which have one size; 0 on pages

	level  int   // of a heading with nothing above it
	levels []int // model levels of the headings that the place is under

	ids      map[string]int // that are taken, with the last number behind each
	updates  []string       // ids of the live updates
	heads    []heading      // for the list of contents
	nested   int            // depth of quotes, boxes and items, whose headings stay out of heads
	tables   int
	first    *article.Paragraph // before which the dateline stands, for want of a lead
	place    string             // the dateline
	day      time.Time          // on which times are shown without it; zero means none
	names    map[string]int     // of links that the page itself names, with how many there are
	sourceID string             // of the line that names the source, if it is the author
	cites    []*article.Citation
	raw      map[*article.RawHTML]rawMarkup
	err      error  // the first RawHTML block that could not be printed
	inline   inline // what is open in running text
}

func (p *htmlPrinter) body(b article.Body) {
	for _, block := range b {
		p.block(block)
	}
}

func (p *htmlPrinter) block(b article.Block) {
	switch b := b.(type) {
	case *article.Paragraph:
		p.str("<p")
		lang := p.open(b.Text, b != p.first)
		if b == p.first {
			p.dateline(p.place)
		}
		p.spans(b.Text)
		p.close(lang)
		p.str("</p>\n")
	case *article.Heading:
		p.heading(b)
	case *article.List:
		p.list(b)
	case *article.Quote:
		p.quote(b)
	case *article.Image:
		p.figure(b, "")
	case *article.Gallery:
		p.gallery(b, "gallery")
	case *article.Video:
		p.video(b, "video")
	case *article.Audio:
		p.audio(b, "audio")
	case *article.Table:
		p.table(b)
	case *article.File:
		p.str(`<p class="file">`)
		p.file(b)
		p.str("</p>\n")
	case *article.Embed:
		p.embed(b, "embed")
	case *article.Box:
		p.box(b)
	case *article.Links:
		p.links(b)
	case *article.Divider:
		p.str("<hr>\n")
	case *article.Preformatted:
		p.preformatted(b)
	case *article.RawHTML:
		p.rawHTML(b)
	default:
		panic("render: internal error: unknown block")
	}
}

// link and media return an address as it is written, or "" if it must not be.
func (p *htmlPrinter) link(u string) string {
	if p.whole {
		return link(p.base, u)
	}
	return fromRoot(p.base, link(nil, u))
}

func (p *htmlPrinter) media(u string) string {
	if p.whole {
		return media(p.base, u)
	}
	return fromRoot(p.base, media(nil, u))
}

func (p *htmlPrinter) str(s string) { put(&p.out, s) }
func (p *htmlPrinter) esc(s string) { inText.write(&p.out, valid(s)) }
func (p *htmlPrinter) num(n int)    { p.out = strconv.AppendInt(p.out, int64(n), 10) }

// lines appends running text, with br elements for its newlines.
func (p *htmlPrinter) lines(s string) {
	// A checked text holds no control and noncharacters, and a long one is searched for what
	// else is escaped in less time than it is looked up.
	if p.checked && len(s) > 48 && strings.IndexByte(s, '"') < 0 && strings.IndexByte(s, '&') < 0 && strings.IndexByte(s, '\'') < 0 &&
		strings.IndexByte(s, '<') < 0 && strings.IndexByte(s, '>') < 0 && strings.IndexByte(s, '\n') < 0 {
		put(&p.out, s)
		return
	}
	inLines.write(&p.out, s)
}

// attr appends an attribute unless its value is empty.
func (p *htmlPrinter) attr(name, value string) {
	if value != "" {
		writeAttr(&p.out, name, value)
	}
}

// size appends an attribute with a number unless it is zero or less.
func (p *htmlPrinter) size(name string, n int) {
	if n > 0 {
		p.str(" ")
		p.str(name)
		p.str(`="`)
		p.num(n)
		p.str(`"`)
	}
}

// open appends the language of t to a start tag, if all of t is in one that is not
// that of what surrounds it and nothing but t stands in the element, and closes the
// tag. It returns what close needs.
func (p *htmlPrinter) open(t article.Text, alone bool) string {
	old := p.lang
	if l := textLang(t); alone && l != "" && l != p.lang {
		p.langAttr(l)
		p.lang = l
	}
	p.str(">")
	return old
}

func (p *htmlPrinter) close(lang string) { p.lang = lang }

// langAttr appends a lang attribute if l looks like a language tag.
func (p *htmlPrinter) langAttr(l string) {
	if isTag(l) {
		p.attr("lang", l)
		p.dirAttr(l, p.lang)
	}
}

// dirAttr appends a dir attribute if a language is written in the other direction
// than the one around it.
func (p *htmlPrinter) dirAttr(lang, around string) {
	if dir := direction(lang); dir != direction(around) {
		p.attr("dir", dir)
	}
}

func isTag(l string) bool {
	if l == "" || len(l) > 64 {
		return false
	}
	for i := range len(l) {
		c := l[i] | 0x20
		if (c < 'a' || c > 'z') && (l[i] < '0' || l[i] > '9') && l[i] != '-' {
			return false
		}
	}
	return true
}

// textLang returns the language that all words of t are in, if it is one.
func textLang(t article.Text) string {
	lang := ""
	for i := range t {
		l, s := t[i].Lang, t[i].Text
		if l == "" && s != "" && ' ' < s[0] && s[0] < utf8.RuneSelf { // the usual case
			return ""
		}
		if l != "" && l == lang || strings.TrimSpace(s) == "" {
			continue
		}
		if l == "" || lang != "" {
			return ""
		}
		lang = l
	}
	return lang
}

func (p *htmlPrinter) list(b *article.List) {
	end := "</ul>\n"
	if b.Ordered {
		end = "</ol>\n"
		p.str("<ol")
		if b.Start > 1 || b.Start < 0 {
			p.str(` start="`)
			p.num(b.Start)
			p.str(`"`)
		}
		p.str(">\n")
	} else {
		p.str("<ul>\n")
	}
	for _, item := range b.Items {
		p.item(item)
	}
	p.str(end)
}

// item prints a list item, without a p element if its first block is its only
// paragraph.
func (p *htmlPrinter) item(item article.Body) {
	p.str("<li")
	if first, ok := firstParagraph(item); ok {
		lang := p.open(first.Text, len(item) == 1)
		p.spans(first.Text)
		p.close(lang)
		if len(item) > 1 {
			p.str("\n")
			p.inside(item[1:])
		}
	} else {
		p.str(">")
		p.inside(item)
	}
	p.str("</li>\n")
}

// firstParagraph returns the first block of an item if it is a paragraph and no
// other block is.
func firstParagraph(item article.Body) (*article.Paragraph, bool) {
	var first *article.Paragraph
	for i, b := range item {
		if q, ok := b.(*article.Paragraph); ok {
			if i > 0 {
				return nil, false
			}
			first = q
		}
	}
	return first, first != nil
}

func (p *htmlPrinter) quote(b *article.Quote) {
	class := ""
	if b.Pull {
		class = "pull"
	}
	if len(b.Attribution) > 0 {
		p.str("<figure")
		p.attr("class", strings.TrimSpace("quote "+class))
		p.str(">\n")
		class = ""
	}
	p.str("<blockquote")
	p.attr("class", class)
	p.attr("cite", p.media(b.URL))
	p.str(">\n")
	p.inside(b.Body)
	p.str("</blockquote>\n")
	if len(b.Attribution) > 0 {
		p.str("<figcaption")
		lang := p.open(b.Attribution, true)
		p.spans(b.Attribution)
		p.close(lang)
		p.str("</figcaption>\n</figure>\n")
	}
}

func (p *htmlPrinter) box(b *article.Box) {
	kind := b.Kind
	if kind == "" {
		kind = article.BoxNote
	}
	class := "box box-" + classToken(string(kind))
	title := b.Title
	if b.Collapsed && !p.plain {
		if title == "" {
			title = p.labels.box(kind)
		}
		p.str("<details")
		p.attr("class", class)
		p.str(">\n<summary>")
		p.esc(title)
		p.str("</summary>\n")
		p.inside(b.Body)
		p.str("</details>\n")
		return
	}
	p.str("<aside")
	p.attr("class", class)
	p.str(" role=\"note\">\n") // not a landmark
	saved, level := p.levels, p.level
	if title != "" {
		h := p.under()
		p.str("<h")
		p.num(h)
		p.str(">")
		p.esc(title)
		p.endHeading(h)
		p.level, p.levels = h+1, nil
	}
	p.inside(b.Body)
	p.level, p.levels = level, saved
	p.str("</aside>\n")
}

// classToken returns s if it is fit to be part of a class name.
func classToken(s string) string {
	for i := range len(s) {
		if c := s[i]; (c < 'a' || c > 'z') && (c < '0' || c > '9') {
			return "other"
		}
	}
	return s
}

func (p *htmlPrinter) links(b *article.Links) {
	title := b.Title
	if title == "" {
		title = p.labels.Links
	}
	p.str("<div class=\"links\">\n<p>")
	p.esc(title)
	p.str("</p>\n<ul>\n")
	for i := range b.Items {
		p.str("<li>")
		p.linkTo(&b.Items[i])
		p.str("</li>\n")
	}
	p.str("</ul>\n</div>\n")
}

// linkTo appends a link with its own words.
func (p *htmlPrinter) linkTo(l *article.Link) {
	text := l.Text
	if text == "" {
		text = article.FileName(l.URL)
	}
	u := p.href(l.URL)
	if u == "" {
		p.esc(text)
		return
	}
	p.startLink(u, l)
	p.esc(text)
	p.str("</a>")
}

func (p *htmlPrinter) preformatted(b *article.Preformatted) {
	p.str("<pre")
	if b.Verse {
		p.str(` class="verse"`)
	}
	if b.Lang != p.lang {
		p.langAttr(b.Lang)
	}
	p.str(">")
	p.esc(strings.TrimLeft(b.Text, "\n")) // parsers would drop the first one
	p.str("</pre>\n")
}

// rawHTML prints markup that Prepare has filtered.
func (p *htmlPrinter) rawHTML(b *article.RawHTML) {
	m := p.raw[b]
	if err := p.sanitized(m.filtered); err != nil && p.err == nil {
		p.err = fmt.Errorf("render: %s: after the policy: %w", m.path, err)
	}
}

// allowsFrame reports whether the content of a provider may be framed.
func (r *Renderer) allowsFrame(provider article.Provider) bool {
	if r.FrameProviders == nil {
		return provider == article.ProviderYouTube || provider == article.ProviderVimeo
	}
	return slices.Contains(r.FrameProviders, provider)
}

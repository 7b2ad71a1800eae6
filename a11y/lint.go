package a11y

import (
	"strconv"
	"strings"

	"github.com/toasoan/toasoan/article"
)

// Lint returns what would keep readers out of an article, in the order of the
// article: what an editor can still put right before there is a page. The rules
// are those of [LintHTML] that a field can break; what a printer decides, such as
// the page's language or landmarks, is not looked at.
//
// Lint does not change the article, and may be called concurrently. A nil article
// is an empty one.
func Lint(a *article.Article) []Finding {
	if a == nil {
		a = &article.Article{}
	}
	l := &modelLinter{lang: a.Lang, links: map[string]string{}, told: map[string]bool{}}
	if l.lang == "" {
		l.lang = "vi"
	}
	if !knownLanguage(l.lang) {
		l.add("page-lang-invalid", "lang", a.Lang, a.Lang)
	}
	if strings.TrimSpace(a.Headline) == "" {
		l.add("heading-h1", "headline", "", "")
	}
	l.plain("headline", a.Headline)
	for path, t := range a.Texts() {
		l.text(path, *t)
	}
	for path, img := range a.Images() {
		if strings.HasSuffix(path, "poster") || strings.HasSuffix(path, "logo") {
			continue // no printer shows it as a picture of its own
		}
		l.image(path, img)
	}
	for path, b := range a.Blocks() {
		l.block(path, b)
	}
	for i, link := range a.Related {
		l.linkText("related["+strconv.Itoa(i)+"].text", link.Text, link.URL)
	}
	for i, f := range a.Attachments {
		l.file("attachments["+strconv.Itoa(i)+"]", &f)
	}
	return l.findings
}

type modelLinter struct {
	lang     string
	findings []Finding
	links    map[string]string // the first address of each text
	told     map[string]bool
	level    int // of the heading before

	boldPath, boldText string // of the block before, if it is a short bold paragraph
}

func (l *modelLinter) add(rule, path, arg, text string) {
	f := ruleByID[rule].finding(short(arg))
	f.Path, f.Text = path, cut(collapse(text), 160)
	l.findings = append(l.findings, f)
}

// plain checks a text of one string.
func (l *modelLinter) plain(path, s string) {
	if decomposed(s) >= 0 {
		l.add("text-nfd", path, s, s)
	}
	if allCaps(s) {
		l.add("all-caps", path, s, s)
	}
}

// text checks running text.
func (l *modelLinter) text(path string, t article.Text) {
	whole := t.String()
	l.plain(path, whole)
	marked := false
	for i, s := range t {
		at := path + "[" + strconv.Itoa(i) + "]"
		if s.Lang != "" {
			marked = true
			if !knownLanguage(s.Lang) {
				l.add("lang-invalid", at+".lang", s.Lang, s.Text)
			}
		}
		if s.Marks.Has(article.Underline) && s.Link == nil && strings.TrimSpace(s.Text) != "" {
			l.add("underline", at, s.Text, whole)
		}
		if s.Link != nil {
			// A link may go over several spans: its text is that of all.
			if i > 0 && t[i-1].Link != nil && t[i-1].Link.URL == s.Link.URL {
				continue
			}
			end := i + 1
			for end < len(t) && t[end].Link != nil && t[end].Link.URL == s.Link.URL {
				end++
			}
			l.linkText(at, t[i:end].String(), s.Link.URL)
		}
	}
	if !marked && foreign(whole, l.lang) {
		l.add("lang-mismatch", path, whole, whole)
	}
}

func (l *modelLinter) linkText(path, text, url string) {
	name := collapse(text)
	low := strings.ToLower(name)
	switch {
	case name == "":
		l.add("link-name", path, "", url)
	case isVague(low):
		l.add("link-text", path, name, text)
	case l.links[low] == "":
		l.links[low] = url
	case l.links[low] != url && !l.told[low]:
		l.told[low] = true
		l.add("link-same-text", path, name, text)
	}
}

func (l *modelLinter) image(path string, img *article.Image) {
	if img.URL == "" {
		return // only its caption is shown
	}
	if img.Width <= 0 || img.Height <= 0 {
		l.add("image-size", path, baseName(img.URL), img.URL)
	}
	if img.Decorative && strings.TrimSpace(img.Alt) == "" {
		if img.Link != nil {
			l.add("link-name", path+".link", "", img.URL)
		}
		return
	}
	alt := collapse(img.Alt)
	switch {
	case alt == "":
		l.add("image-alt", path+".alt", baseName(img.URL), img.URL)
	case altIsFile(alt, img.URL):
		l.add("image-alt-filename", path+".alt", alt, img.URL)
	case altIsGeneric(alt):
		l.add("image-alt-generic", path+".alt", alt, img.URL)
	case strings.EqualFold(strings.Trim(alt, ". "), strings.Trim(collapse(img.Caption.String()), ". ")):
		l.add("image-alt-duplicate", path+".alt", alt, img.URL)
	}
	l.plain(path+".alt", img.Alt)
}

func (l *modelLinter) file(path string, f *article.File) {
	if f.Title == "" {
		return // printers show the name of the file
	}
	l.linkText(path+".title", f.Title, f.URL)
}

func (l *modelLinter) block(path string, b article.Block) {
	if l.boldPath != "" {
		if next, ok := b.(*article.Paragraph); ok && parent(path) == parent(l.boldPath) && len(collapse(next.Text.String())) > 80 {
			l.add("fake-heading", l.boldPath, l.boldText, l.boldText)
		}
		l.boldPath = ""
	}
	switch b := b.(type) {
	case *article.Heading:
		text := strings.TrimSpace(b.Text.String())
		if text == "" {
			l.add("heading-empty", path, "h"+strconv.Itoa(b.Level+1), "")
		}
		if b.Level > l.level+1 { // level 1 stands below the headline
			l.add("heading-order", path+".level", strconv.Itoa(l.level)+" → "+strconv.Itoa(b.Level), text)
		}
		l.level = b.Level
	case *article.Paragraph:
		l.paragraph(path, b)
	case *article.Table:
		l.table(path, b)
	case *article.Video:
		l.video(path, b)
	case *article.Audio:
		if len(b.Transcript) == 0 {
			l.add("audio-transcript", path+".transcript", b.Title, b.Title)
		}
	case *article.Embed:
		if strings.TrimSpace(b.Title) == "" {
			l.add("iframe-name", path+".title", "", b.URL)
		}
	case *article.File:
		l.file(path, b)
	case *article.Links:
		for i, link := range b.Items {
			l.linkText(path+".items["+strconv.Itoa(i)+"].text", link.Text, link.URL)
		}
	case *article.RawHTML:
		l.raw(path, b.HTML)
	}
}

// parent returns the path without its last index.
func parent(path string) string {
	if i := strings.LastIndexByte(path, '['); i >= 0 {
		return path[:i]
	}
	return path
}

// paragraph looks for headings and breaks that are typed.
func (l *modelLinter) paragraph(path string, b *article.Paragraph) {
	text := b.Text.String()
	if strings.Contains(strings.ReplaceAll(text, " ", ""), "\n\n") {
		l.add("br-paragraphs", path, "", text)
	}
	items, bullet := 0, ""
	for line := range strings.SplitSeq(text, "\n") {
		if s := bulletOf(strings.TrimSpace(line)); s != "" && (bullet == "" || s == bullet) {
			bullet = s
			items++
		}
	}
	if items >= 3 {
		l.add("fake-list", path, bullet, text)
	}
	bold := len(b.Text) > 0
	for _, s := range b.Text {
		bold = bold && (s.Marks.Has(article.Strong) || strings.TrimSpace(s.Text) == "") && s.Link == nil
	}
	if t := collapse(text); bold && headingLike(t) {
		l.boldPath, l.boldText = path, t
	}
}

func (l *modelLinter) table(path string, t *article.Table) {
	headers := len(t.Head) > 0
	for _, rows := range [][][]article.Cell{t.Head, t.Rows, t.Foot} {
		for _, r := range rows {
			for _, c := range r {
				headers = headers || c.Header
			}
		}
	}
	if !headers {
		l.add("table-headers", path, "", t.Caption.String())
	}
	if strings.TrimSpace(t.Caption.String()) == "" {
		l.add("table-caption", path+".caption", "", "")
	}
}

func (l *modelLinter) video(path string, v *article.Video) {
	captions := false
	for _, t := range v.Tracks {
		captions = captions || t.Kind == "" || t.Kind == article.TrackCaptions || t.Kind == article.TrackSubtitles
	}
	if !captions {
		l.add("media-captions", path+".tracks", "", v.Title)
	}
}

// raw checks markup that is kept as it is. A sanitizer takes out what a page
// must not hold; what it leaves can still shut readers out.
func (l *modelLinter) raw(path, markup string) {
	fs, err := LintHTML(strings.NewReader(markup))
	if err != nil {
		return // Validate says so
	}
	for _, f := range fs {
		f.Path = path + ".html: " + f.Path
		l.findings = append(l.findings, f)
	}
}

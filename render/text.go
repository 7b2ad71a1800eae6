package render

import (
	"slices"
	"strconv"
	"strings"

	"golang.org/x/net/html"

	"github.com/toasoan/toasoan/article"
)

// Text returns the article as plain text: headline, lead and body, a blank line
// between blocks, then who made it, when, and where it is.
func (d *Document) Text() string {
	if d.a == nil {
		return ""
	}
	a := d.a
	p := textPrinter{d: d, labels: d.labels}
	p.para(a.Kicker)
	p.para(a.Headline)
	p.para(a.AlternativeHeadline)
	lead := strings.TrimSpace(flat(a.Lead))
	if a.Dateline != "" && datelined(a) < 0 {
		lead = strings.TrimSuffix(a.Dateline+" – "+lead, " – ")
	}
	p.para(lead)
	if a.Hero != nil {
		p.block(a.Hero)
	}
	p.body(withDateline(a))
	p.live(a.Live)
	if len(a.Attachments) > 0 {
		lines := []string{d.labels.Attachments + ":"}
		for i := range a.Attachments {
			lines = append(lines, "- "+p.file(&a.Attachments[i]))
		}
		p.para(strings.Join(lines, "\n"))
	}
	for i := range a.Corrections {
		c := &a.Corrections[i]
		p.para(d.labels.correction(c.Kind) + " (" + d.labels.time(d.r.Site.local(c.Time)) + "): " + flat(c.Text))
	}
	p.para(strings.Join(d.credits(), "\n"))
	return string(p.out)
}

// credits returns the lines that say who made the article, when, from what and
// where it is.
func (d *Document) credits() []string {
	a := d.a
	var lines []string
	for _, role := range roles {
		var names []string
		for i := range a.Credits {
			c := &a.Credits[i]
			if shownRole(c) != role {
				continue
			}
			name := []string{}
			for _, s := range [...]string{c.Name, c.JobTitle, orgName(c.Organization)} {
				if s != "" {
					name = append(name, s)
				}
			}
			names = append(names, strings.Join(name, ", "))
		}
		if len(names) > 0 {
			lines = append(lines, d.labels.role(role)+": "+strings.Join(names, "; "))
		}
	}
	if !d.Published().IsZero() {
		s := d.labels.time(d.Published())
		if a.Modified.After(a.Published) && !sameMinute(a.Published, a.Modified) {
			s += "; " + d.labels.Updated + ": " + d.labels.time(d.Modified())
		}
		lines = append(lines, s)
	}
	if s := a.Source; s != nil && s.Name != "" {
		lines = append(lines, d.labels.Source+": "+s.Name)
	}
	switch r := &a.Rights; {
	case r.Notice != "":
		lines = append(lines, r.Notice)
	case r.Holder != "":
		lines = append(lines, "© "+r.Holder)
	}
	if isHTTP(d.url) {
		lines = append(lines, d.url)
	}
	return lines
}

func orgName(o *article.Organization) string {
	if o == nil {
		return ""
	}
	return o.Name
}

// A textPrinter writes blocks as plain text.
type textPrinter struct {
	out    []byte
	d      *Document
	labels *Labels
}

// para appends a paragraph after a blank line.
func (p *textPrinter) para(s string) {
	s = strings.TrimSpace(s)
	if s == "" {
		return
	}
	if len(p.out) > 0 {
		p.out = append(p.out, '\n')
	}
	p.out = append(p.out, s...)
	p.out = append(p.out, '\n')
}

func (p *textPrinter) body(b article.Body) {
	for _, block := range b {
		p.block(block)
	}
}

func (p *textPrinter) live(l *article.Live) {
	if l == nil {
		return
	}
	for i := range l.Updates {
		u := &l.Updates[i]
		p.para(strings.TrimSpace(p.labels.time(p.d.r.Site.local(u.Published)) + "\n" + u.Headline))
		p.body(u.Body)
	}
}

// nested returns a body as text, its lines after the first indented.
func (p *textPrinter) nested(b article.Body, indent string) string {
	q := textPrinter{d: p.d, labels: p.labels}
	q.body(b)
	s := strings.TrimSpace(string(q.out))
	return strings.ReplaceAll(strings.ReplaceAll(s, "\n", "\n"+indent), "\n"+indent+"\n", "\n\n")
}

func (p *textPrinter) block(b article.Block) {
	switch b := b.(type) {
	case *article.Paragraph:
		p.para(flat(b.Text))
	case *article.Heading:
		p.para(flat(b.Text))
	case *article.List:
		p.list(b)
	case *article.Quote:
		s := "“" + p.nested(b.Body, "") + "”"
		if len(b.Attribution) > 0 {
			s += "\n– " + flat(b.Attribution)
		}
		p.para(s)
	case *article.Image:
		p.para(p.picture(b))
	case *article.Gallery:
		for i := range b.Images {
			p.para(p.picture(&b.Images[i]))
		}
		p.para(flat(b.Caption))
	case *article.Video:
		p.media(p.labels.Video, b.Title, b.Caption, b.Credits, b.Chapters, b.Transcript)
	case *article.Audio:
		p.media(p.labels.Audio, b.Title, b.Caption, b.Credits, b.Chapters, b.Transcript)
	case *article.Table:
		p.table(b)
	case *article.File:
		p.para(p.file(b))
	case *article.Embed:
		p.embed(b)
	case *article.Box:
		p.para(b.Title)
		p.body(b.Body)
	case *article.Links:
		p.links(b)
	case *article.Divider:
		p.para("* * *")
	case *article.Preformatted:
		p.para(strings.Trim(b.Text, "\n"))
	case *article.RawHTML:
		for _, s := range rawText(b.HTML) {
			p.para(s)
		}
	default:
		panic("render: internal error: unknown block")
	}
}

func (p *textPrinter) list(b *article.List) {
	n := b.Start
	if n == 0 {
		n = 1
	}
	var items []string
	for _, item := range b.Items {
		mark := "- "
		if b.Ordered {
			mark = strconv.Itoa(n) + ". "
			n++
		}
		items = append(items, mark+p.nested(item, strings.Repeat(" ", len(mark))))
	}
	p.para(strings.Join(items, "\n"))
}

// picture returns what a picture says in words: "[Ảnh: caption (credit)]".
func (p *textPrinter) picture(img *article.Image) string {
	s := oneLine(flat(img.Caption))
	if s == "" {
		s = img.Alt
	}
	label := p.labels.Photo
	switch {
	case len(img.Credits) > 0:
		s = strings.TrimSpace(s + " (" + p.labels.credit(img.Credits, label, img.Illustration) + ")")
	case img.Illustration && s != "":
		if label = p.labels.Illustration; saysIllustration(img.Caption, p.labels) {
			return "[" + label + "]"
		}
	}
	if s == "" {
		return ""
	}
	return "[" + label + "] " + s
}

func (p *textPrinter) media(label, title string, caption article.Text, credits []article.Credit, chapters []article.Chapter, transcript article.Body) {
	s := oneLine(flat(caption))
	if s == "" {
		s = title
	}
	var names []string
	for i := range credits {
		names = append(names, creditLine(&credits[i]))
	}
	if len(names) > 0 {
		s = strings.TrimSpace(s + " (" + strings.Join(names, ", ") + ")")
	}
	p.para(strings.TrimSpace("[" + label + "] " + s))
	lines := make([]string, len(chapters))
	for i := range chapters {
		lines[i] = clock(chapters[i].Start) + " " + chapters[i].Title
	}
	p.para(strings.Join(lines, "\n"))
	p.body(transcript)
}

func (p *textPrinter) table(t *article.Table) {
	p.para(flat(t.Caption))
	var lines []string
	for _, section := range [...][][]article.Cell{t.Head, t.Rows, t.Foot} {
		for _, row := range section {
			cells := make([]string, len(row))
			for i := range row {
				cells[i] = oneLine(flat(row[i].Text))
			}
			lines = append(lines, strings.TrimRight(strings.Join(cells, "\t"), "\t"))
		}
	}
	p.para(strings.Join(lines, "\n"))
}

func (p *textPrinter) file(f *article.File) string {
	s := f.Title
	if s == "" {
		s = article.FileName(f.URL)
	}
	if u := media(p.d.base, f.URL); u != "" {
		s += " <" + u + ">"
	}
	return s
}

func (p *textPrinter) embed(e *article.Embed) {
	s := strings.TrimSpace(e.Title + " " + oneLine(flat(e.Caption)))
	hp := htmlPrinter{base: p.d.base, whole: true}
	u, site := embedPage(&hp, e)
	if u != "" {
		s = strings.TrimSpace(s + " <" + u + ">")
	}
	if site != "" {
		s = "[" + site + "] " + s
	}
	p.para(s)
	p.body(e.Fallback)
}

func (p *textPrinter) links(b *article.Links) {
	title := b.Title
	if title == "" {
		title = p.labels.Links
	}
	lines := []string{title + ":"}
	for i := range b.Items {
		l := &b.Items[i]
		s := l.Text
		if u := link(p.d.base, l.URL); u != "" {
			s = strings.TrimSpace(s + " <" + u + ">")
		}
		lines = append(lines, "- "+s)
	}
	p.para(strings.Join(lines, "\n"))
}

// rawText returns the words of markup, a string a block.
func rawText(markup string) []string {
	first := builder{lim: (*article.Limits)(nil).WithDefaults(), nodes: new(int)}
	if first.build(strings.ToValidUTF8(markup, "\ufffd")) != nil {
		return nil
	}
	var list []string
	var cur strings.Builder
	end := func() {
		if s := strings.Join(strings.Fields(cur.String()), " "); s != "" {
			list = append(list, s)
		}
		cur.Reset()
	}
	z := html.NewTokenizer(strings.NewReader(string(first.out)))
	for {
		switch z.Next() {
		case html.ErrorToken:
			end()
			return list
		case html.TextToken:
			cur.Write(z.Text())
		case html.StartTagToken, html.EndTagToken, html.SelfClosingTagToken:
			name, more := z.TagName()
			n := string(name)
			switch e := elements[n]; {
			case n == "img":
				for more {
					var k, v []byte
					k, v, more = z.TagAttr()
					if string(k) == "alt" && len(v) > 0 {
						cur.WriteString(" [" + string(v) + "] ")
					}
				}
			case n == "br":
				cur.WriteByte('\n')
			case n == "td" || n == "th":
				cur.WriteByte(' ')
			case e.kind == block || e.kind == tabular || e.kind == cell || n == "hr":
				end()
			}
		}
	}
}

// flat returns running text without its marks. Raised and lowered figures stay
// what they are.
func flat(t article.Text) string {
	if !isRaised(t) {
		return t.String()
	}
	var b strings.Builder
	for i := range t {
		b.WriteString(raised(&t[i]))
	}
	return b.String()
}

// isRaised reports whether something in t is raised or lowered.
func isRaised(t article.Text) bool {
	return slices.ContainsFunc(t, func(s article.Span) bool { return s.Marks&(article.Superscript|article.Subscript) != 0 })
}

// words returns the text of a body in a few lines.
func (d *Document) words(b article.Body) string {
	for _, t := range (&article.Article{Body: b}).Texts() {
		if isRaised(*t) {
			p := textPrinter{d: d, labels: d.labels}
			p.body(b)
			return string(p.out)
		}
	}
	return b.Text()
}

// raised returns the text of a span, and that of a superscript or a subscript in
// the characters that Unicode has for them, if it has all: "10⁶", "m²", "H₂O".
// Other figures are kept apart from what stands before them: "10^(6,5)".
func raised(s *article.Span) string {
	with, mark := superscripts, "^("
	switch {
	case s.Marks.Has(article.Subscript):
		with, mark = subscripts, "_("
	case !s.Marks.Has(article.Superscript):
		return s.Text
	}
	var b strings.Builder
	for _, r := range s.Text {
		x, ok := with[r]
		if !ok {
			if c := strings.TrimLeft(s.Text, "-−+"); c != "" && '0' <= c[0] && c[0] <= '9' {
				return mark + s.Text + ")"
			}
			return s.Text
		}
		b.WriteRune(x)
	}
	return b.String()
}

var (
	superscripts = map[rune]rune{'0': '⁰', '1': '¹', '2': '²', '3': '³', '4': '⁴', '5': '⁵', '6': '⁶', '7': '⁷', '8': '⁸', '9': '⁹', '+': '⁺', '-': '⁻', '−': '⁻', '(': '⁽', ')': '⁾', 'n': 'ⁿ'}
	subscripts   = map[rune]rune{'0': '₀', '1': '₁', '2': '₂', '3': '₃', '4': '₄', '5': '₅', '6': '₆', '7': '₇', '8': '₈', '9': '₉', '+': '₊', '-': '₋', '−': '₋', '(': '₍', ')': '₎', 'x': 'ₓ'}
)

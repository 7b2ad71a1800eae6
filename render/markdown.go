package render

import (
	"cmp"
	"strconv"
	"strings"

	"github.com/toasoan/toasoan/article"
)

// Markdown returns the article as CommonMark, with the tables and strikethrough
// of GitHub's dialect. Text is escaped so that it stays text, even for a reader
// that lets HTML through. Marks that Markdown does not know are left out, their
// words kept.
func (d *Document) Markdown() string {
	if d.a == nil {
		return ""
	}
	a := d.a
	p := mdPrinter{d: d, level: 2}
	if a.Kicker != "" {
		p.para(mdEscape(a.Kicker))
	}
	if a.Headline != "" {
		p.para("# " + mdLine(a.Headline))
	}
	if a.AlternativeHeadline != "" {
		p.para("**" + mdLine(a.AlternativeHeadline) + "**")
	}
	lead := p.spans(a.Lead)
	if a.Dateline != "" && datelined(a) < 0 {
		lead = strings.TrimSuffix(mdEscape(a.Dateline)+" – "+lead, " – ")
	}
	p.para(mdStart(lead))
	if a.Hero != nil {
		p.block(a.Hero)
	}
	p.body(withDateline(a))
	if a.Live != nil {
		for i := range a.Live.Updates {
			u := &a.Live.Updates[i]
			when := d.labels.time(d.r.Site.local(u.Published))
			p.levels = nil
			if u.Headline != "" {
				p.para("## " + mdLine(u.Headline))
				p.para(mdEscape(when))
			} else {
				p.para("## " + mdLine(when))
			}
			p.level, p.levels = 3, nil
			p.body(u.Body)
			p.level = 2
		}
		p.levels = nil
	}
	if len(a.Attachments) > 0 {
		p.para("## " + mdLine(d.labels.Attachments))
		var items []string
		for i := range a.Attachments {
			items = append(items, "- "+p.file(&a.Attachments[i]))
		}
		p.para(strings.Join(items, "\n"))
	}
	if len(a.Corrections) > 0 {
		p.para("## " + mdLine(d.labels.Corrections))
		for i := range a.Corrections {
			c := &a.Corrections[i]
			p.para("**" + mdLine(d.labels.correction(c.Kind)) + "** (" + mdEscape(d.labels.time(d.r.Site.local(c.Time))) + "): " + p.spans(c.Text))
		}
	}
	if lines := d.credits(); len(lines) > 0 {
		p.para("---")
		for i := range lines {
			lines[i] = mdStart(mdEscape(lines[i]))
		}
		p.para(strings.Join(lines, "\\\n"))
	}
	return string(p.out)
}

// An mdPrinter writes blocks as Markdown.
type mdPrinter struct {
	out    []byte
	d      *Document
	level  int   // of a heading with nothing above it
	levels []int // model levels of the headings that the place is under
	last   byte  // marker of a list that was the last block
}

func (p *mdPrinter) para(s string) {
	if strings.TrimSpace(s) == "" {
		return
	}
	if len(p.out) > 0 {
		p.out = append(p.out, '\n')
	}
	p.out = append(p.out, strings.TrimRight(s, " \n")...)
	p.out = append(p.out, '\n')
	p.last = 0
}

func (p *mdPrinter) body(b article.Body) {
	for _, block := range b {
		p.block(block)
	}
}

// nested returns a body, every line after the first with a prefix.
func (p *mdPrinter) nested(b article.Body, prefix string) string {
	q := mdPrinter{d: p.d, level: p.level + len(p.levels)}
	q.body(b)
	s := strings.TrimRight(string(q.out), "\n")
	s = strings.ReplaceAll(s, "\n", "\n"+prefix)
	if t := strings.TrimRight(prefix, " "); t != prefix { // no blanks at line ends
		s = strings.ReplaceAll(s, "\n"+prefix+"\n", "\n"+t+"\n")
	}
	return s
}

func (p *mdPrinter) block(b article.Block) {
	switch b := b.(type) {
	case *article.Paragraph:
		p.para(mdStart(p.spans(b.Text)))
	case *article.Heading:
		for len(p.levels) > 0 && p.levels[len(p.levels)-1] >= b.Level {
			p.levels = p.levels[:len(p.levels)-1]
		}
		p.levels = append(p.levels, b.Level)
		text := strings.ReplaceAll(p.spans(b.Text), "\\\n", " ")
		p.para(strings.Repeat("#", min(p.level+len(p.levels)-1, 6)) + " " + mdHash(text))
	case *article.List:
		p.list(b)
	case *article.Quote:
		s := "> " + p.nested(b.Body, "> ")
		if len(b.Attribution) > 0 {
			s += "\n>\n> – " + strings.ReplaceAll(p.spans(b.Attribution), "\n", "\n> ")
		}
		p.para(s)
	case *article.Image:
		p.image(b)
	case *article.Gallery:
		for i := range b.Images {
			p.image(&b.Images[i])
		}
		p.para(mdStart(p.spans(b.Caption)))
	case *article.Video:
		p.media(p.d.labels.Video, b.Title, b.Sources, b.Caption, b.Credits, b.Chapters, b.Transcript)
	case *article.Audio:
		p.media(p.d.labels.Audio, b.Title, b.Sources, b.Caption, b.Credits, b.Chapters, b.Transcript)
	case *article.Table:
		p.table(b)
	case *article.File:
		p.para(p.file(b))
	case *article.Embed:
		p.embed(b)
	case *article.Box:
		s := ""
		if b.Title != "" {
			s = "> **" + mdLine(b.Title) + "**\n>\n"
		}
		p.para(s + "> " + p.nested(b.Body, "> "))
	case *article.Links:
		p.links(b)
	case *article.Divider:
		p.para("---")
	case *article.Preformatted:
		p.preformatted(b)
	case *article.RawHTML:
		for _, s := range rawText(b.HTML) {
			p.para(mdStart(mdEscape(s)))
		}
	default:
		panic("render: internal error: unknown block")
	}
}

func (p *mdPrinter) list(b *article.List) {
	// Two lists in a row are told apart by their markers.
	mark := byte('-')
	if b.Ordered {
		mark = '.'
	}
	if p.last == mark {
		mark = map[byte]byte{'-': '*', '.': ')'}[mark]
	}
	n := max(b.Start, 0)
	if b.Start == 0 {
		n = 1
	}
	tight := true
	for _, item := range b.Items {
		for i, block := range item {
			if _, ok := block.(*article.Paragraph); ok && i == 0 {
				continue
			}
			// An ordered list follows a paragraph without a blank line only if
			// it begins with 1.
			if l, ok := block.(*article.List); ok && (!l.Ordered || l.Start <= 1) {
				continue
			}
			tight = false
		}
	}
	var items []string
	for _, item := range b.Items {
		m := string(mark) + " "
		if b.Ordered {
			m = strconv.Itoa(n) + m
			n++
		}
		s := p.nested(item, strings.Repeat(" ", len(m)))
		if tight {
			s = strings.ReplaceAll(s, "\n\n", "\n")
		}
		items = append(items, m+s)
	}
	sep := "\n\n"
	if tight {
		sep = "\n"
	}
	p.para(strings.Join(items, sep))
	p.last = mark
}

func (p *mdPrinter) image(img *article.Image) {
	if u := media(p.d.base, img.URL); u != "" {
		p.para("![" + mdLine(img.Alt) + "](" + mdURL(u) + ")")
	}
	p.caption(img.Caption, img.Credits, p.d.labels.Photo, img.Illustration && !saysIllustration(img.Caption, p.d.labels))
}

// caption writes a caption with its credit.
func (p *mdPrinter) caption(t article.Text, credits []article.Credit, label string, illustration bool) {
	s := p.spans(t)
	if len(credits) > 0 || illustration {
		s = strings.TrimSpace(s + " " + mdEscape(p.d.labels.credit(credits, label, illustration)))
	}
	p.para(mdStart(s))
}

func (p *mdPrinter) media(label, title string, sources []article.Rendition, caption article.Text, credits []article.Credit, chapters []article.Chapter, transcript article.Body) {
	if title == "" {
		title = label
	}
	for i := range sources {
		if u := media(p.d.base, sources[i].URL); u != "" {
			p.para(mdLink(title, u))
			break
		}
	}
	p.caption(caption, credits, label, false)
	lines := make([]string, len(chapters))
	for i := range chapters {
		lines[i] = "- " + mdLine(clock(chapters[i].Start)+" "+chapters[i].Title)
	}
	p.para(strings.Join(lines, "\n"))
	p.body(transcript)
}

func (p *mdPrinter) file(f *article.File) string {
	title := f.Title
	if title == "" {
		title = article.FileName(f.URL)
	}
	if u := media(p.d.base, f.URL); u != "" {
		return mdLink(title, u)
	}
	return mdStart(mdLine(title))
}

func (p *mdPrinter) embed(e *article.Embed) {
	hp := htmlPrinter{base: p.d.base, whole: true}
	if u, site := embedPage(&hp, e); u != "" {
		p.para(mdLink(cmp.Or(e.Title, strings.TrimSpace(p.d.labels.ViewOn+" "+site)), u))
	}
	p.para(mdStart(p.spans(e.Caption)))
	p.body(e.Fallback)
}

func (p *mdPrinter) links(b *article.Links) {
	title := b.Title
	if title == "" {
		title = p.d.labels.Links
	}
	p.para(mdStart(mdEscape(title)))
	var items []string
	for i := range b.Items {
		l := &b.Items[i]
		text := l.Text
		if text == "" {
			text = article.FileName(l.URL)
		}
		if u := link(p.d.base, l.URL); u != "" {
			items = append(items, "- "+mdLink(text, u))
		} else {
			items = append(items, "- "+mdStart(mdLine(text)))
		}
	}
	p.para(strings.Join(items, "\n"))
}

// table writes a table of GitHub's dialect, in which every table has one row of
// headers and no spans: a cell that covers others is followed by empty ones.
func (p *mdPrinter) table(t *article.Table) {
	p.para(mdStart(p.spans(t.Caption)))
	columns, cells, lines := width(t), 0, 1
	sections := [...][][]article.Cell{t.Head, t.Rows, t.Foot}
	longest := 0
	for _, section := range sections {
		lines += len(section)
		for _, row := range section {
			cells += len(row)
			longest = max(longest, len(row))
		}
	}
	// Every cell is in its column, but in a table that would be mostly holes.
	placed := lines*columns <= 2*cells+1000
	if !placed {
		columns = longest
	}
	var rows [][]string
	for _, section := range sections {
		from := len(rows)
		rows = append(rows, make([][]string, len(section))...)
		grid(section, columns, func(r int, c *article.Cell, at, _, _ int) {
			row := &rows[from+r]
			for placed && len(*row) < at {
				*row = append(*row, "")
			}
			s := strings.ReplaceAll(p.spans(c.Text), "\\\n", " ")
			*row = append(*row, mdCell(s))
		}, nil)
	}
	if columns == 0 {
		return
	}
	if len(t.Head) == 0 {
		rows = append([][]string{nil}, rows...)
	}
	var b strings.Builder
	for i, row := range rows {
		b.WriteString("|")
		n := columns
		if !placed && i > 0 {
			n = max(len(row), 1) // readers fill up the others
		}
		for c := range n {
			s := ""
			if c < len(row) {
				s = strings.TrimSpace(row[c])
			}
			if s != "" {
				s = " " + s
			}
			b.WriteString(s + " |")
		}
		b.WriteString("\n")
		if i == 0 {
			b.WriteString("|" + strings.Repeat(" --- |", columns) + "\n")
		}
	}
	p.para(b.String())
}

func (p *mdPrinter) preformatted(b *article.Preformatted) {
	text := strings.Trim(b.Text, "\n")
	if b.Verse {
		lines := strings.Split(text, "\n")
		var out strings.Builder
		for i, l := range lines {
			l = strings.TrimSpace(l)
			out.WriteString(mdStart(mdEscape(l)))
			if i+1 < len(lines) {
				if l != "" && strings.TrimSpace(lines[i+1]) != "" {
					out.WriteString("\\")
				}
				out.WriteString("\n")
			}
		}
		p.para(out.String())
		return
	}
	fence := mdFence(text, 3)
	p.para(fence + "\n" + text + "\n" + fence)
}

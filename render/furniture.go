package render

import (
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/toasoan/toasoan/article"
	"github.com/toasoan/toasoan/article/viet"
)

// The parts of an article around its body.

// roles are the roles in the order in which the byline names them. Reporters
// are authors to readers.
var roles = [...]article.Role{
	article.RoleAuthor, article.RoleContributor, article.RolePhotographer,
	article.RoleVideographer, article.RoleIllustrator, article.RoleTranslator, article.RoleEditor,
	article.RoleReviewer, article.RoleSource,
}

// shownRole returns the role under which the byline names a credit.
func shownRole(c *article.Credit) article.Role {
	if c.Role == "" || c.Role == article.RoleReporter {
		return article.RoleAuthor
	}
	return c.Role
}

// header prints kicker, headline, lead, byline and dates.
func (p *htmlPrinter) header(a *article.Article) {
	p.str("<header>\n")
	switch {
	case a.Kind == article.KindAdvertorial:
		p.kicker(p.labels.Advertorial)
	case a.Kicker != "":
		p.kicker(a.Kicker)
	case a.Kind == article.KindOpinion:
		p.kicker(p.labels.Opinion)
	}
	if a.Headline != "" {
		h := p.level - 1
		p.str("<h")
		p.num(h)
		p.str(">")
		p.esc(a.Headline)
		p.endHeading(h)
	}
	if a.AlternativeHeadline != "" {
		p.str(`<p class="subtitle">`)
		p.esc(a.AlternativeHeadline)
		p.str("</p>\n")
	}
	if len(a.Lead) > 0 {
		p.str(`<p class="lead"`)
		lang := p.open(a.Lead, a.Dateline == "")
		if a.Dateline != "" {
			p.dateline(a.Dateline)
		}
		p.spans(a.Lead)
		p.close(lang)
		p.str("</p>\n")
	} else if a.Dateline != "" && datelined(a) < 0 {
		p.str(`<p class="dateline">`)
		p.esc(a.Dateline)
		p.str("</p>\n")
	}
	p.byline(a.Credits)
	p.dates(a.Published, a.Modified)
	if a.Access.Paid {
		p.str(`<p class="paid">`)
		p.esc(p.labels.Paid)
		p.str("</p>\n")
	}
	p.str("</header>\n")
}

func (p *htmlPrinter) kicker(s string) {
	p.str(`<p class="kicker">`)
	p.esc(s)
	p.str("</p>\n")
}

// datelined returns the index of the paragraph of the body before which the
// dateline stands, for want of a lead, or -1.
func datelined(a *article.Article) int {
	if a.Dateline == "" || len(a.Lead) > 0 {
		return -1
	}
	return slices.IndexFunc(a.Body, func(b article.Block) bool { _, ok := b.(*article.Paragraph); return ok })
}

// withDateline returns the body with the dateline in the words of the paragraph
// that it stands before.
func withDateline(a *article.Article) article.Body {
	i := datelined(a)
	if i < 0 {
		return a.Body
	}
	body := slices.Clone(a.Body)
	body[i] = &article.Paragraph{Text: append(article.Plain(a.Dateline+" – "), body[i].(*article.Paragraph).Text...)}
	return body
}

func (p *htmlPrinter) dateline(s string) {
	p.str(`<span class="dateline">`)
	p.esc(s)
	p.str("</span> – ")
}

// byline names who made the article, a role after the other.
func (p *htmlPrinter) byline(credits []article.Credit) {
	if len(credits) == 0 {
		return
	}
	p.str(`<p class="byline">`)
	n := 0
	for _, role := range roles {
		first := true
		for i := range credits {
			c := &credits[i]
			if shownRole(c) != role {
				continue
			}
			switch {
			case first && n > 0:
				p.str(". ")
				fallthrough
			case first:
				p.esc(p.labels.role(role))
				p.str(": ")
			default:
				p.str("; ")
			}
			first = false
			n++
			p.author(c, bylineID(i))
		}
	}
	p.str("</p>\n")
}

// bylineID returns the name of the place where the byline names credit i, to
// which structured data points for a person without a page.
func bylineID(i int) string {
	return "by-" + strconv.Itoa(i+1)
}

// author prints "Quốc Vy, Phóng viên, BTG Huyện ủy", with an id unless that is "".
func (p *htmlPrinter) author(c *article.Credit, id string) {
	name, org := c.Name, ""
	if c.Organization != nil {
		org = c.Organization.Name
	}
	u := p.href(c.URL)
	if name == "" {
		name, org = org, ""
		if u == "" && c.Organization != nil {
			u = p.href(c.Organization.URL)
		}
	}
	if p.plain {
		id = ""
	} else if id != "" {
		id = p.r.idPrefix() + id
	}
	switch {
	case u != "":
		p.str("<a")
		p.attr("href", u)
		p.attr("id", id)
		p.str(` rel="author">`)
		p.esc(name)
		p.str("</a>")
	case id != "":
		p.str("<span")
		p.attr("id", id)
		p.str(">")
		p.esc(name)
		p.str("</span>")
	default:
		p.esc(name)
	}
	for _, s := range [...]string{c.JobTitle, org} {
		if s != "" {
			p.str(", ")
			p.esc(s)
		}
	}
}

// dates prints when the article was published and last changed.
func (p *htmlPrinter) dates(published, modified time.Time) {
	if published.IsZero() {
		return
	}
	p.str(`<p class="dates">`)
	p.str(`<span class="visually-hidden">`)
	p.esc(p.labels.Published)
	p.str(" </span>")
	p.time(published)
	if modified.After(published) && !sameMinute(published, modified) { // readers see minutes
		p.str(" · ")
		p.esc(p.labels.Updated)
		p.str(" ")
		p.time(modified)
	}
	p.str("</p>\n")
}

// time prints an instant with its zone, for people and for machines; for people
// without day and zone if the day is p.day.
func (p *htmlPrinter) time(t time.Time) {
	p.startTime(t)
	if t = p.r.Site.local(t); !p.day.IsZero() && t.Format(time.DateOnly) == p.day.Format(time.DateOnly) {
		p.out = t.AppendFormat(p.out, "15:04")
	} else {
		p.esc(p.labels.time(t))
	}
	p.str("</time>")
}

// sameMinute reports whether two instants are shown alike.
func sameMinute(a, b time.Time) bool { return a.Truncate(time.Minute).Equal(b.Truncate(time.Minute)) }

func (p *htmlPrinter) startTime(t time.Time) {
	p.str(`<time datetime="`)
	p.out = appendStamp(p.out, p.r.Site.local(t))
	p.str(`">`)
}

// shortTime prints an instant for a list, where the full one would be heavy.
func (p *htmlPrinter) shortTime(t time.Time) {
	p.startTime(t)
	layout := "2 Jan 2006, 15:04"
	if isVietnamese(p.labels.Lang) {
		layout = "02/01/2006, 15:04"
	}
	p.out = p.r.Site.local(t).AppendFormat(p.out, layout)
	p.str("</time>")
}

// time returns an instant as readers of the language write it, with its zone.
func (l *Labels) time(t time.Time) string {
	if isVietnamese(l.Lang) {
		return viet.FormatDateTime(t)
	}
	return t.Format("2 January 2006, 15:04") + " (" + zoneName(t) + ")"
}

// hero prints the leading picture or recording.
func (p *htmlPrinter) hero(b article.Block) {
	p.eager = true
	switch b := b.(type) {
	case nil:
	case *article.Image:
		p.figure(b, "hero")
	case *article.Gallery:
		p.gallery(b, "hero gallery")
	case *article.Video:
		p.video(b, "hero video")
	case *article.Audio:
		p.audio(b, "hero audio")
	case *article.Embed:
		p.embed(b, "hero embed")
	default:
		p.block(b)
	}
	p.eager = false
}

// listen prints the recordings of the whole text.
func (p *htmlPrinter) listen(voices []article.Audio) {
	if len(voices) == 0 {
		return
	}
	p.section("listen", p.labels.Listen, "listen")
	for i := range voices {
		p.audio(&voices[i], "audio")
	}
	p.str("</section>\n")
}

// section opens a section with a heading that names it.
func (p *htmlPrinter) section(class, title, id string) {
	p.str("<section")
	p.attr("class", class)
	if !p.plain {
		id = p.id(id)
		p.attr("aria-labelledby", id)
	}
	p.str(">\n<h")
	p.num(p.level)
	p.idAttr(id)
	p.str(">")
	p.esc(title)
	p.endHeading(p.level)
}

// contents prints the list of contents.
func (p *htmlPrinter) contents(heads []heading) {
	id := p.id("toc")
	p.str(`<nav class="toc"`)
	p.attr("aria-labelledby", id)
	p.str(">\n<h")
	p.num(p.level)
	p.attr("id", id)
	p.str(">")
	p.esc(p.labels.Contents)
	p.endHeading(p.level)
	depth := 0
	for _, h := range heads {
		d := min(h.depth, 2)
		switch {
		case d > depth:
			if depth > 0 {
				p.str("\n")
			}
			p.str("<ol>\n")
		case d < depth:
			p.str("</li>\n</ol>\n</li>\n")
		default:
			p.str("</li>\n")
		}
		depth = d
		p.str(`<li><a href="#`)
		p.esc(escapeFragment(h.id))
		p.str(`">`)
		p.lines(strings.TrimSpace(flat(h.text)))
		p.str("</a>")
	}
	p.str("</li>\n")
	for ; depth > 1; depth-- {
		p.str("</ol>\n</li>\n")
	}
	p.str("</ol>\n</nav>\n")
}

func (p *htmlPrinter) attachments(files []article.File) {
	if len(files) == 0 {
		return
	}
	p.section("attachments", p.labels.Attachments, "attachments")
	p.str("<ul>\n")
	for i := range files {
		p.str(`<li class="file">`)
		p.file(&files[i])
		p.str("</li>\n")
	}
	p.str("</ul>\n</section>\n")
}

func (p *htmlPrinter) corrections(list []article.Correction) {
	if len(list) == 0 {
		return
	}
	p.section("corrections", p.labels.Corrections, "corrections")
	for i := range list {
		c := &list[i]
		p.str("<p><strong>")
		p.esc(p.labels.correction(c.Kind))
		p.str("</strong>")
		if !c.Time.IsZero() {
			p.str(" (")
			p.time(c.Time)
			p.str(")")
		}
		p.str(": ")
		p.spans(c.Text)
		p.str("</p>\n")
	}
	p.str("</section>\n")
}

func (p *htmlPrinter) source(s *article.Source) {
	if s == nil || s.Name == "" && s.URL == "" {
		return
	}
	p.str(`<p class="source"`)
	if p.sourceID != "" {
		p.idAttr(p.sourceID)
	}
	p.str(">")
	p.esc(p.labels.Source)
	p.str(": ")
	p.linkTo(&article.Link{URL: s.URL, Text: s.Name})
	if s.Author != "" {
		p.str(" (")
		p.esc(s.Author)
		p.str(")")
	}
	p.str("</p>\n")
}

func (p *htmlPrinter) rights(r *article.Rights) {
	license := p.media(r.License)
	if r.Holder == "" && r.Notice == "" && license == "" && r.UsageTerms == "" {
		return
	}
	p.str(`<p class="rights">`)
	sep := ""
	switch {
	case r.Notice != "":
		p.esc(r.Notice)
		sep = " "
	case r.Holder != "":
		p.str("© ")
		if r.Year > 0 {
			p.num(r.Year)
			p.str(" ")
		}
		p.esc(r.Holder)
		p.str(".")
		sep = " "
	}
	if r.UsageTerms != "" {
		p.str(sep)
		p.esc(r.UsageTerms)
		sep = " "
	}
	if license != "" {
		p.str(sep)
		p.str("<a")
		p.attr("href", license)
		p.str(` rel="license">`)
		p.esc(p.labels.License)
		p.str("</a>")
	}
	p.str("</p>\n")
}

func (p *htmlPrinter) series(s *article.Series) {
	if s == nil || s.Name == "" {
		return
	}
	p.str(`<p class="series">`)
	p.esc(p.labels.Series)
	p.str(": ")
	if u := p.href(s.URL); u != "" {
		p.str("<a")
		p.attr("href", u)
		p.str(">")
		p.esc(s.Name)
		p.str("</a>")
	} else {
		p.esc(s.Name)
	}
	if s.Position > 0 {
		p.str(" (")
		p.num(s.Position)
		p.str(")")
	}
	p.str("</p>\n")
}

func (p *htmlPrinter) tags(tags []article.Tag) {
	if len(tags) == 0 {
		return
	}
	p.str(`<nav class="tags"`)
	p.attr("aria-label", p.labels.Tags)
	p.str(">\n<ul>\n")
	for i := range tags {
		p.str("<li>")
		if u := p.href(tags[i].URL); u != "" {
			p.str("<a")
			p.attr("href", u)
			p.str(` rel="tag">`)
			p.esc(tags[i].Name)
			p.str("</a>")
		} else {
			p.esc(tags[i].Name)
		}
		p.str("</li>\n")
	}
	p.str("</ul>\n</nav>\n")
}

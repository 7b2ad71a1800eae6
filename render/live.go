package render

import (
	"time"

	"github.com/toasoan/toasoan/article"
)

// live prints the running coverage: the turning points, the pinned update, and
// the others in their order. What was posted on the day of the first one has its
// time alone.
func (p *htmlPrinter) live(l *article.Live) {
	if l == nil || len(l.Updates) == 0 {
		return
	}
	p.section("live", p.labels.Live, "live")
	if !p.plain {
		p.day = p.r.Site.local(l.Updates[0].Published)
		for i := range l.Updates {
			if t := p.r.Site.local(l.Updates[i].Published); t.Before(p.day) {
				p.day = t
			}
		}
	}
	ids := p.updates
	p.keyEvents(l, ids)
	pinned := -1
	for i := range l.Updates {
		if l.Updates[i].Pinned {
			pinned = i
			p.update(&l.Updates[i], ids[i], true)
			break
		}
	}
	for i := range l.Updates {
		if i != pinned {
			p.update(&l.Updates[i], ids[i], false)
		}
	}
	if !l.End.IsZero() {
		p.str("<p>")
		p.esc(p.labels.LiveEnded)
		p.str(" ")
		p.time(l.End)
		p.str("</p>\n")
	}
	p.day = time.Time{}
	p.str("</section>\n")
}

func (p *htmlPrinter) keyEvents(l *article.Live, ids []string) {
	n := 0
	for i := range l.Updates {
		u := &l.Updates[i]
		if !u.Key || u.Headline == "" {
			continue
		}
		if n++; n == 1 {
			id := p.id("key-events")
			if p.plain {
				p.str("<div>\n<h")
			} else {
				p.str(`<nav class="toc"`)
				p.attr("aria-labelledby", id)
				p.str(">\n<h")
			}
			p.num(min(p.level+1, 6))
			p.idAttr(id)
			p.str(">")
			p.esc(p.labels.KeyEvents)
			p.endHeading(min(p.level+1, 6))
			p.str("<ul>\n")
		}
		p.str("<li>")
		p.time(u.Published)
		p.str(" <a")
		p.attr("href", p.toID(ids[i]))
		p.str(">")
		p.esc(u.Headline)
		p.str("</a></li>\n")
	}
	if n > 0 {
		p.str("</ul>\n")
		p.str(map[bool]string{true: "</div>\n", false: "</nav>\n"}[p.plain])
	}
}

// update prints one post. Its headline, or else its time, is the permalink.
func (p *htmlPrinter) update(u *article.Update, id string, pinned bool) {
	class := "update"
	if pinned {
		class += " pinned"
	}
	h := min(p.level+1, 6)
	p.str("<article")
	p.attr("class", class)
	p.idAttr(id)
	p.str(">\n<h")
	p.num(h)
	p.str(">")
	if pinned {
		p.str(`<span class="kicker">`)
		p.esc(p.labels.Pinned)
		p.str("</span> ")
	}
	if !p.plain {
		p.str(`<a href="#`)
		p.esc(escapeFragment(id))
		p.str(`">`)
	}
	if u.Headline != "" {
		p.esc(u.Headline)
	} else {
		p.time(u.Published)
	}
	if !p.plain {
		p.str("</a>")
	}
	p.endHeading(h)
	if u.Headline != "" || u.Modified.After(u.Published) {
		p.dates(u.Published, u.Modified)
	}
	p.updateByline(u.Credits)
	level := p.level
	p.level = h + 1
	p.inside(u.Body)
	p.level = level
	p.str("</article>\n")
}

// updateByline names the authors of an update in one line.
func (p *htmlPrinter) updateByline(credits []article.Credit) {
	if len(credits) == 0 {
		return
	}
	p.str(`<p class="byline">`)
	for i := range credits {
		if i > 0 {
			p.str("; ")
		}
		c := &credits[i]
		p.esc(p.labels.role(c.Role))
		p.str(": ")
		p.author(c, "")
	}
	p.str("</p>\n")
}

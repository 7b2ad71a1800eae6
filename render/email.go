package render

import (
	"cmp"
	"fmt"
	"html/template"
	"strconv"
	"strings"

	"github.com/toasoan/toasoan/article"
)

// maxEmail is the size at which common mail services cut a message.
const maxEmail = 100 << 10

// An Email is a newsletter of articles: a whole HTML document as mail programs
// want it, with tables for layout, inline styles and absolute addresses. The
// zero Email with Documents set is ready to use.
type Email struct {
	Title     string // empty means the headline of the first document
	Preheader string // shown by mail programs beside the subject; empty means the first description
	Documents []*Document

	// FullText asks for the text of the articles. Otherwise each is a summary
	// with a link. An article that would make the mail larger than 100 KB, or
	// that is not for everybody ([article.Access]), is a summary in any case.
	FullText bool

	// Color is the CSS color of links, "#rrggbb". Empty means "#0b57d0".
	Color string

	// Footer is written as it is, such as the address of the newsroom and a
	// link to unsubscribe.
	Footer template.HTML
}

// HTML returns the newsletter. The error says which document has no absolute
// address, or a status that forbids to show it, or is the first for which there is
// no room left ([ErrEmailFull]). Embargoes and expiry need a clock: ask
// [Document.Visible].
func (e *Email) HTML() (template.HTML, error) {
	if len(e.Documents) == 0 {
		return "", fmt.Errorf("render: email: no documents")
	}
	for i, d := range e.Documents {
		if d == nil || d.a == nil {
			return "", fmt.Errorf("%w: email: documents[%d]: no article", ErrNoURL, i)
		}
		if !isHTTP(d.url) {
			return "", fmt.Errorf("%w: email: documents[%d]: article %q", ErrNoURL, i, d.name())
		}
		if d.a.Status != "" && d.a.Status != article.StatusUsable {
			return "", fmt.Errorf("%w: email: documents[%d]: article %q: status %s", ErrNotUsable, i, d.name(), d.a.Status)
		}
	}
	first := e.Documents[0]
	title, pre := e.Title, e.Preheader
	if title == "" {
		title = first.Headline()
	}
	if pre == "" {
		pre = first.Description()
	}
	const font = "font-family:Arial,Helvetica,sans-serif;"
	p := &htmlPrinter{}
	p.str("<!DOCTYPE html>\n<html")
	p.attr("lang", first.Lang())
	p.dirAttr(first.Lang(), "")
	p.str(">\n<head>\n<meta charset=\"utf-8\">\n<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<title>")
	p.esc(title)
	p.str("</title>\n</head>\n<body style=\"margin:0;padding:0;background:#ffffff;color:#1a1a1a;\">\n")
	p.str(`<div style="display:none;max-height:0;overflow:hidden;">`)
	p.esc(pre)
	p.str("</div>\n")
	p.str(`<table role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0"><tr><td align="center" style="padding:16px;">` + "\n")
	p.str(`<table role="presentation" width="600" cellpadding="0" cellspacing="0" border="0" style="width:100%;max-width:600px;">` + "\n")
	footer := ""
	if e.Footer != "" {
		footer = `<tr><td style="` + font + `font-size:14px;line-height:1.5;color:#555555;border-top:1px solid #cccccc;padding:16px 0;">` + string(e.Footer) + "</td></tr>\n"
	}
	footer += "</table>\n</td></tr></table>\n</body>\n</html>\n"
	for i, d := range e.Documents {
		p.str(`<tr><td style="` + font + `font-size:17px;line-height:1.6;padding:0 0 28px 0;"`)
		if d.a.Lang != first.Lang() {
			p.attr("lang", d.a.Lang)
			p.dirAttr(d.a.Lang, first.Lang())
		}
		p.str(">\n")
		room := maxEmail - len(p.out) - len("</td></tr>\n") - len(footer)
		text := e.mail(d, i, false)
		if len(text) > room {
			return "", fmt.Errorf("%w: email: documents[%d]: article %q", ErrEmailFull, i, d.name())
		}
		if e.FullText && !d.restricted() {
			rest := 0 // what summaries of the others need
			for _, o := range e.Documents[i+1:] {
				rest += 2048 + len(o.Description()) + len(o.url)
			}
			if full := e.mail(d, i, true); len(full) <= room-rest {
				text = full
			}
		}
		p.out = append(p.out, text...)
		p.str("</td></tr>\n")
	}
	p.str(footer)
	return template.HTML(p.out), nil
}

// mail returns one article of a mail.
func (e *Email) mail(d *Document, n int, full bool) []byte {
	color := e.Color
	if !isHexColor(color) {
		color = "#0b57d0"
	}
	const small = `<p style="margin:0 0 12px 0;font-size:14px;color:#555555;">`
	p := d.plainPrinter()
	p.widest = 600
	a := d.a
	h := 2
	if n == 0 {
		h = 1
	}
	if a.Kicker != "" {
		p.str(`<p style="margin:0;font-size:14px;color:#555555;">`)
		p.esc(a.Kicker)
		p.str("</p>\n")
	}
	p.str("<h" + strconv.Itoa(h) + ` style="margin:0 0 8px 0;font-size:24px;line-height:1.4;"><a style="color:` + color + `;text-decoration:none;"`)
	p.attr("href", d.url)
	p.str(">")
	p.esc(a.Headline)
	p.str("</a></h" + strconv.Itoa(h) + ">\n")
	if full && a.AlternativeHeadline != "" {
		p.str(small)
		p.esc(a.AlternativeHeadline)
		p.str("</p>\n")
	}
	when := ""
	if !d.Published().IsZero() {
		when = d.labels.time(d.Published())
	}
	if line := strings.Join(nonEmpty(d.byline(), when), " · "); line != "" {
		p.str(small)
		p.esc(line)
		p.str("</p>\n")
	}
	from := len(p.out)
	if full {
		p.level = h + 1
		p.content(a)
		p.source(a.Source)
		p.rights(&a.Rights)
	} else {
		if still, ok := cmp.Or(stillOf(a.Hero), a.Hero).(*article.Image); ok {
			p.figure(still, "")
		}
		p.str("<p>")
		p.esc(d.Description())
		p.str("</p>\n")
	}
	styled := mailStyles(color).Replace(string(p.out[from:]))
	p.out = append(p.out[:from], styled...)
	p.str(`<p style="margin:12px 0;"><a style="color:` + color + `;"`)
	p.attr("href", d.url)
	p.str(">")
	p.esc(d.labels.ReadMore)
	p.str("</a></p>\n")
	return p.out
}

// mailStyles puts styles on the elements of a body, whose start tags are known,
// since many mail programs ignore style sheets. Text can't match: it holds no
// "<".
func mailStyles(color string) *strings.Replacer {
	return strings.NewReplacer(
		"<p>", `<p style="margin:12px 0;">`,
		"<p lang=", `<p style="margin:12px 0;" lang=`,
		"<p class=", `<p style="margin:12px 0;" class=`,
		"<h2", `<h2 style="margin:24px 0 8px 0;font-size:20px;line-height:1.4;"`,
		"<h3", `<h3 style="margin:20px 0 8px 0;font-size:18px;line-height:1.4;"`,
		"<h4", `<h4 style="margin:16px 0 8px 0;font-size:17px;line-height:1.4;"`,
		"<h5", `<h5 style="margin:16px 0 8px 0;font-size:17px;line-height:1.4;"`,
		"<h6", `<h6 style="margin:16px 0 8px 0;font-size:17px;line-height:1.4;"`,
		"<a href=", `<a style="color:`+color+`;" href=`,
		"<img src=", `<img style="display:block;width:100%;max-width:600px;height:auto;border:0;" src=`,
		"<figure", `<figure style="margin:16px 0;"`,
		"<figcaption", `<figcaption style="margin:6px 0 0 0;font-size:14px;color:#555555;"`,
		"<blockquote", `<blockquote style="margin:16px 0;padding:0 0 0 16px;border-left:4px solid #cccccc;"`,
		"<aside", `<aside style="margin:16px 0;padding:8px 16px;background:#f3f3f3;"`,
		"<table>", `<table cellpadding="6" cellspacing="0" border="1" style="border-collapse:collapse;width:100%;">`,
		"<pre", `<pre style="white-space:pre-wrap;"`,
	)
}

func isHexColor(s string) bool {
	if len(s) != 7 || s[0] != '#' {
		return false
	}
	for i := 1; i < 7; i++ {
		c := s[i] | 0x20
		if (c < '0' || c > '9') && (c < 'a' || c > 'f') {
			return false
		}
	}
	return true
}

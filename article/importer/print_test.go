package importer

import (
	"fmt"
	"html"
	"strings"

	"github.com/toasoan/toasoan/article"
)

// printHTML prints a body as simply as can be: the test's second half of a round
// trip. Package render may not be used here.
func printHTML(b article.Body) string {
	var w strings.Builder
	printBody(&w, b)
	return w.String()
}

var printMarks = []struct {
	m article.Marks
	e string
}{
	{article.Strong, "strong"},
	{article.Emphasis, "em"},
	{article.Underline, "u"},
	{article.Inserted, "ins"},
	{article.Deleted, "del"},
	{article.Subscript, "sub"},
	{article.Superscript, "sup"},
	{article.Code, "code"},
	{article.Small, "small"},
	{article.Highlight, "mark"},
	{article.Quotation, "q"},
}

func attrs(pairs ...string) string {
	var w strings.Builder
	for i := 0; i < len(pairs); i += 2 {
		if pairs[i+1] != "" {
			fmt.Fprintf(&w, ` %s="%s"`, pairs[i], html.EscapeString(pairs[i+1]))
		}
	}
	return w.String()
}

func printText(w *strings.Builder, t article.Text) {
	for _, s := range t {
		end := ""
		if s.ID != "" {
			w.WriteString("<span" + attrs("id", s.ID) + ">")
			end = "</span>"
		}
		if l := s.Link; l != nil {
			w.WriteString("<a" + attrs("href", l.URL, "title", l.Title, "hreflang", l.Lang, "rel", strings.Join(l.Rel, " ")) + ">")
			end = "</a>" + end
		}
		if s.Lang != "" || s.Dir != "" {
			w.WriteString("<span" + attrs("lang", s.Lang, "dir", s.Dir) + ">")
			end = "</span>" + end
		}
		if s.Expansion != "" {
			w.WriteString("<abbr" + attrs("title", s.Expansion) + ">")
			end = "</abbr>" + end
		}
		for _, m := range printMarks {
			if s.Marks.Has(m.m) {
				w.WriteString("<" + m.e + ">")
				end = "</" + m.e + ">" + end
			}
		}
		w.WriteString(strings.ReplaceAll(html.EscapeString(s.Text), "\n", "<br>"))
		w.WriteString(end)
	}
}

func printImage(w *strings.Builder, im *article.Image) {
	end := ""
	if im.Link != nil {
		w.WriteString("<a" + attrs("href", im.Link.URL, "title", im.Link.Title, "hreflang", im.Link.Lang, "rel", strings.Join(im.Link.Rel, " ")) + ">")
		end = "</a>"
	}
	w.WriteString("<picture>")
	for _, r := range im.Renditions {
		set := r.URL
		if r.Width > 0 {
			set += fmt.Sprintf(" %dw", r.Width)
		}
		w.WriteString("<source" + attrs("srcset", set, "type", r.MediaType) + ">")
	}
	w.WriteString("<img" + attrs("src", im.URL, "alt", im.Alt, "title", im.Title))
	if im.Width > 0 {
		fmt.Fprintf(w, " width=%d", im.Width)
	}
	if im.Height > 0 {
		fmt.Fprintf(w, " height=%d", im.Height)
	}
	if im.Decorative {
		w.WriteString(` alt=""`)
	}
	w.WriteString("></picture>" + end)
}

func printCredits(w *strings.Builder, cs []article.Credit, illustration bool) {
	var names []string
	label := "Ảnh"
	for _, c := range cs {
		switch {
		case c.Organization == nil:
			names = append(names, c.Name)
		case c.Name == "":
			names = append(names, c.Organization.Name)
		default:
			names = append(names, c.Name+"/"+c.Organization.Name)
		}
		switch c.Role {
		case article.RoleSource:
			label = "Nguồn"
		case article.RoleVideographer:
			label = "Video"
		case article.RoleIllustrator:
			label = "Đồ họa"
		}
	}
	if illustration {
		label = "Ảnh minh họa"
	}
	if len(names) > 0 {
		w.WriteString(` <span class="credit">` + html.EscapeString(label+": "+strings.Join(names, ", ")) + "</span>")
	} else if illustration {
		w.WriteString(` <span class="credit">` + label + "</span>")
	}
}

func printFigure(w *strings.Builder, im *article.Image) {
	w.WriteString("<figure>")
	printImage(w, im)
	if len(im.Caption) > 0 || len(im.Credits) > 0 || im.Illustration {
		w.WriteString("<figcaption>")
		printText(w, im.Caption)
		printCredits(w, im.Credits, im.Illustration)
		w.WriteString("</figcaption>")
	}
	w.WriteString("</figure>")
}

func printCaption(w *strings.Builder, t article.Text, cs []article.Credit) {
	if len(t) > 0 || len(cs) > 0 {
		w.WriteString("<figcaption>")
		printText(w, t)
		printCredits(w, cs, false)
		w.WriteString("</figcaption>")
	}
}

func printMedia(w *strings.Builder, e string, sources []article.Rendition, tracks []article.Track) {
	for _, s := range sources {
		w.WriteString("<source" + attrs("src", s.URL, "type", s.MediaType) + ">")
	}
	for _, t := range tracks {
		w.WriteString("<track" + attrs("src", t.URL, "kind", string(t.Kind), "srclang", t.Lang, "label", t.Label))
		if t.Default {
			w.WriteString(" default")
		}
		w.WriteString(">")
	}
	w.WriteString("</" + e + ">")
}

func printRows(w *strings.Builder, e string, rows [][]article.Cell) {
	if len(rows) == 0 {
		return
	}
	w.WriteString("<" + e + ">")
	for _, r := range rows {
		w.WriteString("<tr>")
		for _, c := range r {
			n := "td"
			if c.Header {
				n = "th"
			}
			w.WriteString("<" + n)
			if c.ColSpan > 1 {
				fmt.Fprintf(w, " colspan=%d", c.ColSpan)
			}
			if c.RowSpan > 1 {
				fmt.Fprintf(w, " rowspan=%d", c.RowSpan)
			}
			w.WriteString(">")
			printText(w, c.Text)
			w.WriteString("</" + n + ">")
		}
		w.WriteString("</tr>")
	}
	w.WriteString("</" + e + ">")
}

func printBody(w *strings.Builder, b article.Body) {
	for _, x := range b {
		switch x := x.(type) {
		case *article.Paragraph:
			w.WriteString("<p>")
			printText(w, x.Text)
			w.WriteString("</p>\n")
		case *article.Heading:
			fmt.Fprintf(w, "<h%d%s>", x.Level+1, attrs("id", x.ID))
			printText(w, x.Text)
			fmt.Fprintf(w, "</h%d>\n", x.Level+1)
		case *article.List:
			e := "ul"
			if x.Ordered {
				e = "ol"
			}
			w.WriteString("<" + e)
			if x.Start != 0 {
				fmt.Fprintf(w, " start=%d", x.Start)
			}
			w.WriteString(">")
			for _, it := range x.Items {
				w.WriteString("<li>")
				printBody(w, it)
				w.WriteString("</li>")
			}
			w.WriteString("</" + e + ">\n")
		case *article.Quote:
			w.WriteString("<blockquote" + attrs("cite", x.URL))
			if x.Pull {
				w.WriteString(` class="pull"`)
			}
			w.WriteString(">")
			printBody(w, x.Body)
			if len(x.Attribution) > 0 {
				w.WriteString("<p><cite>")
				printText(w, x.Attribution)
				w.WriteString("</cite></p>")
			}
			w.WriteString("</blockquote>\n")
		case *article.Image:
			printFigure(w, x)
		case *article.Gallery:
			w.WriteString(`<figure class="gallery">`)
			for i := range x.Images {
				printFigure(w, &x.Images[i])
			}
			printCaption(w, x.Caption, nil)
			w.WriteString("</figure>")
		case *article.Video:
			w.WriteString("<figure><video" + attrs("title", x.Title))
			if x.Poster != nil {
				w.WriteString(attrs("poster", x.Poster.URL))
			}
			if x.Width > 0 {
				fmt.Fprintf(w, " width=%d", x.Width)
			}
			if x.Height > 0 {
				fmt.Fprintf(w, " height=%d", x.Height)
			}
			w.WriteString(">")
			printMedia(w, "video", x.Sources, x.Tracks)
			printCaption(w, x.Caption, x.Credits)
			w.WriteString("</figure>")
		case *article.Audio:
			w.WriteString("<figure><audio" + attrs("title", x.Title) + ">")
			printMedia(w, "audio", x.Sources, x.Tracks)
			printCaption(w, x.Caption, x.Credits)
			w.WriteString("</figure>")
		case *article.Table:
			w.WriteString(`<section class="table-scroll"><table>`)
			if len(x.Caption) > 0 {
				w.WriteString("<caption>")
				printText(w, x.Caption)
				w.WriteString("</caption>")
			}
			printRows(w, "thead", x.Head)
			printRows(w, "tbody", x.Rows)
			printRows(w, "tfoot", x.Foot)
			w.WriteString("</table></section>")
		case *article.File:
			title := x.Title
			if title == "" {
				title = x.URL
			}
			w.WriteString(`<p class="file"><a` + attrs("href", x.URL, "hreflang", x.Lang) + ">" + html.EscapeString(title) + "</a></p>")
		case *article.Embed:
			if x.Fallback != nil || x.Provider == "" {
				w.WriteString(`<figure class="embed">`)
				printBody(w, x.Fallback)
				title, name := x.Title, providerNames[x.Provider]
				switch {
				case title != "" && name != "":
					title += " (" + name + ")"
				case title == "" && name != "":
					title = "Xem trên " + name
				case title == "":
					title = article.FileName(x.URL)
				}
				w.WriteString("<p><a" + attrs("href", x.URL) + ">" + html.EscapeString(title) + "</a></p>")
			} else {
				w.WriteString("<figure><iframe" + attrs("src", x.URL, "title", x.Title))
				if x.Width > 0 {
					fmt.Fprintf(w, " width=%d", x.Width)
				}
				if x.Height > 0 {
					fmt.Fprintf(w, " height=%d", x.Height)
				}
				w.WriteString("></iframe>")
			}
			printCaption(w, x.Caption, nil)
			w.WriteString("</figure>")
		case *article.Box:
			title := ""
			e := "aside"
			if x.Collapsed {
				e = "details"
			}
			w.WriteString("<" + e)
			if x.Kind != "" {
				w.WriteString(` class="box box-` + string(x.Kind) + `"`)
			}
			w.WriteString(">")
			if x.Title != "" {
				title = html.EscapeString(x.Title)
				if x.Collapsed {
					w.WriteString("<summary>" + title + "</summary>")
				} else {
					w.WriteString(`<p class="box-title">` + title + "</p>")
				}
			}
			printBody(w, x.Body)
			w.WriteString("</" + e + ">")
		case *article.Links:
			w.WriteString(`<aside class="links">`)
			if x.Title != "" {
				w.WriteString(`<p class="links-title">` + html.EscapeString(x.Title) + "</p>")
			}
			w.WriteString("<ul>")
			for _, l := range x.Items {
				w.WriteString("<li><a" + attrs("href", l.URL, "title", l.Title, "hreflang", l.Lang, "rel", strings.Join(l.Rel, " ")) + ">" + html.EscapeString(l.Text) + "</a></li>")
			}
			w.WriteString("</ul></aside>")
		case *article.Divider:
			w.WriteString("<hr>")
		case *article.Preformatted:
			w.WriteString("<pre" + attrs("lang", x.Lang))
			if x.Verse {
				w.WriteString(` class="verse"`)
			}
			w.WriteString(">\n" + html.EscapeString(x.Text) + "</pre>")
		case *article.RawHTML:
			w.WriteString(x.HTML)
		}
	}
}

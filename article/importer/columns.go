package importer

import (
	"regexp"
	"strings"
	"time"

	"golang.org/x/net/html"

	"github.com/toasoan/toasoan/article"
	"github.com/toasoan/toasoan/article/viet"
)

func (r *rowReader) column(name, code, text string) {
	r.notes2 = append(r.notes2, Note{code, name, text})
}

// unmarkAll takes entities and tags out of the columns.
func (r *rowReader) unmarkAll() {
	a := r.a
	for _, c := range []struct {
		name string
		to   *string
	}{{"headline", &a.Headline}, {"kicker", &a.Kicker}, {"alternativeHeadline", &a.AlternativeHeadline}, {"description", &a.Description}} {
		r.unmark(c.name, c.to)
		*c.to = strings.ReplaceAll(*c.to, "\n", " ")
	}
	if len(a.Lead) == 1 {
		if r.unmark("lead", &a.Lead[0].Text); a.Lead[0].Text == "" {
			a.Lead = nil
		}
	}
}

// columns tidies what the columns say.
func (r *rowReader) columns() {
	a := r.a
	if a.Headline != "" {
		text := a.Headline
		if rest, ok := afterDate(text); ok {
			r.column("headline", "headline-date", text)
			text = rest
		}
		h := newHeadline(text)
		if a.Kicker != "" && h.kicker != "" && !sameWords(a.Kicker, h.kicker) {
			h.text = strings.TrimSuffix(text, ".")
			h.kicker = ""
		}
		for _, n := range h.notes {
			if n.Code != "kicker" || h.kicker != "" {
				r.column("headline", n.Code, n.Text)
			}
		}
		a.Headline = h.text
		if a.Kicker == "" {
			a.Kicker = h.kicker
		}
	}
	var credits []article.Credit
	for _, c := range a.Credits {
		if c.Organization == nil && c.Name != "" {
			if authorLine(c.Name) == "" {
				r.column("credits", "no-author", c.Name)
				continue
			}
			if cs := Credits(c.Name); len(cs) > 0 && (len(cs) > 1 || cs[0].Organization != nil || cs[0].Name != c.Name || cs[0].Role != "") {
				r.column("credits", "credit-split", c.Name)
				for i, x := range cs {
					y := c
					if i > 0 { // the page and the picture are the first one's
						y.URL, y.ID, y.Image, y.JobTitle = "", "", nil, ""
					}
					y.Name, y.Organization = x.Name, x.Organization
					if y.Role == "" {
						y.Role = x.Role
					}
					if y.JobTitle == "" {
						y.JobTitle = x.JobTitle
					}
					credits = append(credits, y)
				}
				continue
			}
		}
		credits = append(credits, c)
	}
	a.Credits = credits
	if a.Dateline == "" && len(a.Lead) == 1 {
		if line, rest := dateline(a.Lead[0].Text); line != "" {
			r.column("lead", "dateline", line)
			a.Dateline = line
			a.Lead[0].Text = rest
		}
	}
	a.Lead = cited(a.Lead)
}

// unmark takes entities and tags out of a column that was stored as HTML.
func (r *rowReader) unmark(name string, to *string) {
	if !strings.ContainsAny(*to, "&<") {
		return
	}
	lines := lineTag.Split(*to, -1)
	for i, l := range lines {
		lines[i] = shownText(l)
	}
	t := strings.Trim(strings.Join(lines, "\n"), "\n")
	if t != *to && (len(lines) > 1 || html.UnescapeString(*to) != *to || strings.Contains(*to, "</")) {
		r.column(name, "column-markup", *to)
		*to = t
	}
}

// lineTag breaks a line.
var lineTag = regexp.MustCompile(`(?i) *<br\s*/?> *`)

// afterDate returns what follows the date at the front of a headline.
func afterDate(t string) (rest string, ok bool) {
	i := 0
	for i < len(t) && (t[i] >= '0' && t[i] <= '9' || t[i] == '/' || t[i] == '-' || t[i] == '.') {
		i++
	}
	if i < 8 || i > 10 || i == len(t) || t[i] != ' ' && t[i] != ':' {
		return t, false
	}
	if _, err := viet.ParseDateTime(t[:i], time.UTC); err != nil {
		return t, false
	}
	rest = strings.TrimLeft(t[i:], " :-–")
	return rest, rest != ""
}

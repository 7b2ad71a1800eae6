package importer

import (
	"cmp"
	"encoding/json"
	"fmt"
	"slices"
	"strings"

	"github.com/toasoan/toasoan/article"
	"github.com/toasoan/toasoan/article/viet"
)

// headlines reads the headlines by their roles.
func (n *ninjsReader) headlines() error {
	var hs []ninjsText
	if _, err := n.get("headlines", &hs); err != nil {
		return err
	}
	a := n.a
	for _, main := range []bool{true, false} {
		for i := range hs {
			h := &hs[i]
			n.plain = n.plain || strings.HasPrefix(h.ContentType, "text/plain")
			v := strings.ReplaceAll(h.text().String(), "\n", " ")
			to := (*string)(nil)
			switch h.Role {
			case "main", "":
				to = &a.Headline
			case "kicker":
				to = &a.Kicker
			case "alternative", "subheadline", "subheading":
				to = &a.AlternativeHeadline
			case "short":
				to = &a.ShortHeadline
			case "seo":
				to = &a.SEOTitle
			}
			switch isMain := h.Role == "main"; {
			case isMain != main || v == "":
			case to != nil && (*to == "" || *to == v):
				*to = v
			default:
				n.keep("headlines", v)
			}
		}
	}
	var title string
	if ok, err := n.get("title", &title); err != nil {
		return err
	} else if ok {
		title = viet.Normalize(title)
		if a.Headline == "" {
			a.Headline = title
		} else if title != a.Headline {
			n.keep("title", title)
		}
	}
	return nil
}

// descriptions reads the summaries by their roles.
func (n *ninjsReader) descriptions() error {
	var ds []ninjsText
	if _, err := n.get("descriptions", &ds); err != nil {
		return err
	}
	var typ string
	if _, err := n.get("type", &typ); err != nil {
		return err
	}
	a := n.a
	for i := range ds {
		d := &ds[i]
		t := d.text()
		switch {
		case len(t) == 0:
		case d.Role == "lead" && len(a.Lead) == 0:
			a.Lead = t
		case d.Role == "accessibility" && a.Accessibility.Summary == "":
			a.Accessibility.Summary = t.String()
		case d.Role == "correction" && !a.Published.IsZero():
			c := article.Correction{Time: a.Modified, Text: t} // when is not said
			if c.Time.IsZero() {
				c.Time = a.Published
			}
			a.Corrections = append(a.Corrections, c)
			n.note("correction", fmt.Sprintf("descriptions[%d]", i), "")
		case d.Role == "caption" && isMediaType(typ):
			// read with the media
		case (d.Role == "summary" || d.Role == "text" || d.Role == "abstract" || d.Role == "") && a.Description == "":
			a.Description = strings.ReplaceAll(t.String(), "\n", " ")
		default:
			n.keep("descriptions", t.String())
		}
	}
	return nil
}

func isMediaType(t string) bool {
	return t == "picture" || t == "graphic" || t == "video" || t == "audio"
}

// people reads who made the item.
func (n *ninjsReader) people() error {
	var sources []ninjsConcept
	if _, err := n.get("infoSources", &sources); err != nil {
		return err
	}
	a := n.a
	for _, s := range sources {
		role := article.Role(s.Role)
		switch {
		case s.Name == "":
			n.keep("infoSources", s.Literal)
		case slices.Contains(roles, role):
			c := article.Credit{Name: s.Name, Role: role, URL: n.url("infoSources", s.URI), ID: s.Literal}
			if role == article.RoleAuthor {
				c.Role = ""
			}
			for _, k := range s.Contact {
				switch k.Role {
				case "jobTitle":
					c.JobTitle = k.Value
				case "affiliation":
					if cmp.Or(k.Name, k.Value) == "" {
						continue
					}
					c.Organization = &article.Organization{Name: cmp.Or(k.Name, k.Value)}
					if k.Name != "" && k.Value != k.Name {
						c.Organization.URL = n.url("infoSources", k.Value)
					}
				default:
					n.keep("infoSources", s.Name)
				}
			}
			if c.Organization == nil && isOrganization(s.Name) {
				c.Name, c.Organization = "", &article.Organization{Name: s.Name}
			}
			a.Credits = append(a.Credits, c)
		case a.Source == nil:
			a.Source = &article.Source{Name: s.Name, URL: n.url("infoSources", s.URI)}
			if s.Role != "" && s.Role != "publication" || len(s.Contact) > 0 || s.Literal != "" {
				n.keep("infoSources", s.Name)
			}
		default:
			n.keep("infoSources", s.Name)
		}
	}
	var by string
	if ok, err := n.get("by", &by); err != nil {
		return err
	} else if ok && by != "" && len(a.Credits) == 0 {
		a.Credits = Credits(by)
		n.note("byline", "by", by)
	}
	return nil
}

var roles = []article.Role{
	article.RoleAuthor, article.RoleReporter, article.RolePhotographer, article.RoleVideographer, article.RoleIllustrator,
	article.RoleEditor, article.RoleTranslator, article.RoleContributor, article.RoleReviewer, article.RoleSource,
}

// concepts reads what the item is about.
func (n *ninjsReader) concepts() error {
	a := n.a
	for _, g := range []struct {
		key  string
		kind article.TagKind
	}{
		{"people", article.TagPerson},
		{"organisations", article.TagOrganization},
		{"places", article.TagPlace},
		{"subjects", article.TagTopic},
		{"events", article.TagEvent},
		{"objects", article.TagKeyword},
	} {
		var cs []ninjsConcept
		if _, err := n.get(g.key, &cs); err != nil {
			return err
		}
		for _, c := range cs {
			name := viet.Normalize(cmp.Or(c.Name, c.Literal))
			if name == "" {
				n.keep(g.key, c.URI)
				continue
			}
			if g.key == "subjects" && c.Rel == "section" {
				a.Sections = append(a.Sections, article.Section{Name: name, URL: n.safe(c.URI), ID: c.Literal})
				continue
			}
			if g.key == "events" && c.Rel == "series" && a.Series == nil {
				a.Series = &article.Series{Name: name, URL: n.safe(c.URI), ID: c.Literal}
				continue
			}
			t := article.Tag{Name: name, Kind: g.kind, ID: c.Literal}
			switch k := article.TagKind(c.Rel); {
			case g.key == "subjects" && k == article.TagKeyword:
				t.Kind = ""
			case g.key == "objects" && k == article.TagDocument:
				t.Kind = k
			case c.Rel != "" && c.Rel != "about" && c.Rel != string(g.kind):
				n.keep(g.key, name) // how it is related
			}
			if u := n.safe(c.URI); u != "" {
				if t.ID == "" && c.Rel != "about" {
					t.ID = u
				} else {
					t.SameAs = []string{u}
				}
				if c.Rel == string(g.kind) || c.Rel == string(article.TagKeyword) {
					t.URL, t.SameAs = u, nil
					if t.ID == u {
						t.ID = ""
					}
				}
			} else if t.ID == "" {
				t.ID = c.URI
			}
			if c.Geo != nil {
				var xy []float64
				if c.Geo.Type == "Point" && json.Unmarshal(c.Geo.Coordinates, &xy) == nil && len(xy) >= 2 && xy[0] >= -180 && xy[0] <= 180 && xy[1] >= -90 && xy[1] <= 90 {
					t.Geo = &article.Geo{Latitude: xy[1], Longitude: xy[0]}
				} else {
					n.keep(g.key, name)
				}
			}
			if len(c.Contact) > 0 {
				n.keep(g.key, name)
			}
			a.Tags = append(a.Tags, t)
		}
	}
	return nil
}

// safe returns u if it is a safe absolute address.
func (n *ninjsReader) safe(u string) string {
	if s, ok := article.SafeMediaURL(u); ok && (strings.HasPrefix(s, "http://") || strings.HasPrefix(s, "https://")) {
		return s
	}
	return ""
}

// rights reads who owns the item, and what can be relied on.
func (n *ninjsReader) rights() error {
	var m ninjsMedia
	for _, x := range []struct {
		key string
		to  any
	}{
		{"copyrightHolder", &m.Holder},
		{"copyrightNotice", &m.Notice},
		{"usageTerms", &m.UsageTerms},
		{"rightsInfo", &m.RightsInfo},
	} {
		if _, err := n.get(x.key, x.to); err != nil {
			return err
		}
	}
	n.a.Rights = n.rightsOf(&m)
	if raw := string(n.props["rightsInfo"]); strings.Contains(raw, `"encodedRights"`) || strings.Contains(raw, `"langid"`) {
		n.keep("rightsInfo", "")
	}
	var ts []ninjsConcept
	if _, err := n.get("trustIndicators", &ts); err != nil {
		return err
	}
	for _, t := range ts {
		switch role := t.Role[strings.LastIndexAny(t.Role, "/:")+1:]; role {
		case "publishingPrinciples":
			n.a.Publisher.PublishingPrinciples = n.url("trustIndicators", t.Href)
		case "correctionsPolicy":
			n.a.Publisher.CorrectionsPolicy = n.url("trustIndicators", t.Href)
		default:
			n.keep("trustIndicators", t.Title)
		}
	}
	return nil
}

func (n *ninjsReader) rightsOf(m *ninjsMedia) (r article.Rights) {
	r = article.Rights{Holder: m.Holder, Notice: m.Notice, UsageTerms: m.UsageTerms}
	if m.RightsInfo != nil {
		r.License = n.safe(m.RightsInfo.Linked)
	}
	return r
}

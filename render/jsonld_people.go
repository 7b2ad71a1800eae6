package render

import (
	"github.com/toasoan/toasoan/article"
)

// Who stands in structured data.

// maxParents is how many organizations may stand in each other.
const maxParents = 8

// publisher returns who publishes the document.
func (d *Document) publisher() *article.Organization {
	if d.a != nil && d.a.Publisher.Name != "" {
		return &d.a.Publisher
	}
	return d.r.Site.publisher()
}

// publisher returns who publishes the site.
func (s *Site) publisher() *article.Organization {
	o := s.Publisher
	if o.Name == "" {
		o.Name = s.Name
	}
	if o.URL == "" {
		o.URL = s.URL
	}
	if o.Kind == "" {
		o.Kind = article.OrganizationNews
	}
	return &o
}

func (w *ldWriter) organization(k string, o *article.Organization) {
	// A site's own publisher may hold itself, over its parents or logos.
	if w.depth++; w.depth > maxParents {
		w.depth--
		return
	}
	defer func() { w.depth-- }()
	w.object(k, func() {
		switch o.Kind {
		case article.OrganizationNews:
			w.str("@type", "NewsMediaOrganization")
		case article.OrganizationGovernment:
			w.str("@type", "GovernmentOrganization")
		default:
			w.str("@type", "Organization")
		}
		w.str("name", o.Name)
		w.str("alternateName", o.ShortName)
		w.str("url", w.d.address(o.URL))
		if o.Logo != nil {
			w.image("logo", o.Logo)
		}
		w.array("sameAs", func() {
			for _, u := range o.SameAs {
				w.str("", w.d.address(u))
			}
		})
		if o.Parent != nil && o.Parent.Name != "" {
			w.organization("parentOrganization", o.Parent)
		}
		w.str("publishingPrinciples", w.d.address(o.PublishingPrinciples))
		if o.Kind == article.OrganizationNews {
			w.str("correctionsPolicy", w.d.address(o.CorrectionsPolicy))
		}
	})
}

// authors writes the credits by role. An article without an author is by its
// source, or else by its publisher.
func (w *ldWriter) authors() {
	credits := w.d.a.Credits
	group := func(k string, roles ...article.Role) {
		w.array(k, func() {
			for i := range credits {
				for _, r := range roles {
					if credits[i].Role == r {
						w.credit("", &credits[i], bylineID(i))
					}
				}
			}
		})
	}
	w.array("author", func() {
		i := 0 // authors stand in the order of the credits, if they stand there
		for _, c := range w.d.people {
			place := ""
			if w.d.bySource {
				place = "source"
			}
			for j := i; j < len(credits) && place == ""; j++ {
				if c == &credits[j] {
					place, i = bylineID(j), j+1
				}
			}
			w.credit("", c, place)
		}
		if len(w.d.people) == 0 {
			w.organization("", w.d.publisher())
		}
	})
	group("editor", article.RoleEditor)
	group("translator", article.RoleTranslator)
	group("contributor", article.RoleContributor, article.RolePhotographer, article.RoleVideographer, article.RoleIllustrator, article.RoleReviewer)
}

// findAuthors returns the credits of those who wrote the article: those it names,
// or else those of its source.
func (d *Document) findAuthors() []*article.Credit {
	var list []*article.Credit
	for i := range d.a.Credits {
		switch c := &d.a.Credits[i]; c.Role {
		case "", article.RoleAuthor, article.RoleReporter:
			list = append(list, c)
		}
	}
	// What was taken from elsewhere is not the publisher's own work.
	if s := d.a.Source; len(list) == 0 && s != nil && (s.Author != "" || s.Name != "") {
		d.bySource = true
		c := &article.Credit{Name: s.Author}
		if s.Name != "" {
			c.Organization = &article.Organization{Name: s.Name}
		}
		list = append(list, c)
	}
	return list
}

// credit writes a person with their organization, or the organization alone.
// Place is the id in the byline, which identifies a person without a page.
func (w *ldWriter) credit(k string, c *article.Credit, place string) {
	u := w.d.address(c.URL)
	if c.Name == "" {
		if c.Organization != nil {
			o := *c.Organization
			if o.URL == "" {
				o.URL = u
			}
			if o.URL == "" && place != "" && isHTTP(w.d.url) {
				o.URL = w.d.url + "#" + escapeFragment(w.d.r.idPrefix()+place)
			}
			w.organization(k, &o)
		}
		return
	}
	if u == "" && place != "" && isHTTP(w.d.url) {
		u = w.d.url + "#" + escapeFragment(w.d.r.idPrefix()+place)
	}
	w.object(k, func() {
		w.str("@type", "Person")
		w.str("name", c.Name)
		w.str("url", u)
		w.str("identifier", c.ID)
		w.str("jobTitle", c.JobTitle)
		if c.Organization != nil && c.Organization.Name != "" {
			w.organization("affiliation", c.Organization)
		}
		if c.Image != nil {
			w.image("image", c.Image)
		}
	})
}

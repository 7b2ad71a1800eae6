package importer

import (
	"cmp"
	"encoding/json"
	"fmt"
	"slices"
	"strings"

	"golang.org/x/net/html"

	"github.com/toasoan/toasoan/article"
	"github.com/toasoan/toasoan/article/viet"
)

// linkedData reads the first article that the page's JSON-LD describes.
func (p *pageReader) linkedData() {
	for i, src := range p.ld {
		var v any
		if err := unmarshalLoose(src, &v); err != nil {
			p.note("bad-json-ld", fmt.Sprintf("script[%d]", i+1), err.Error())
			continue
		}
		if m := findThing(v, 0, func(t string) bool { _, ok := articleTypes[t]; return ok }); m != nil {
			p.thing(m)
			return
		}
		if m := findThing(v, 0, func(t string) bool { return t == "WebPage" }); m != nil {
			p.meta["time"] = append(p.meta["time"], stringsOf(m["datePublished"])...)
		}
	}
}

// unmarshalLoose decodes JSON as pages hold it: in a comment or a CDATA section, with
// line breaks in its strings and commas behind the last item.
func unmarshalLoose(src string, v any) error {
	src = strings.Trim(src, "; \t\r\n")
	for _, w := range []string{"//", "<!--", "<![CDATA["} {
		src = strings.TrimSpace(strings.TrimPrefix(src, w))
	}
	for _, w := range []string{"-->", "]]>", "//"} {
		src = strings.TrimSpace(strings.TrimSuffix(src, w))
	}
	err := json.Unmarshal([]byte(src), v)
	if err == nil {
		return nil
	}
	b := []byte(src)
	comma, quoted := -1, false // the last comma with nothing behind it
	for i := 0; i < len(b); i++ {
		switch c := b[i]; {
		case c < ' ':
			b[i] = ' ' // is white space outside of strings as well
		case quoted && c == '\\':
			i++
		case c == '"':
			quoted, comma = !quoted, -1
		case quoted || c == ' ':
		case c == ',':
			comma = i
		default:
			if comma >= 0 && (c == '}' || c == ']') {
				b[comma] = ' '
			}
			comma = -1
		}
	}
	if json.Unmarshal(b, v) == nil {
		return nil
	}
	return err // which names the place
}

// articleTypes are schema.org's types of articles, with the kinds they stand for.
var articleTypes = map[string]article.Kind{
	"Article": "", "NewsArticle": "", "BlogPosting": "", "SocialMediaPosting": "", "Report": "", "TechArticle": "", "ScholarlyArticle": "",
	"ReportageNewsArticle": article.KindReportage, "AnalysisNewsArticle": article.KindAnalysis, "BackgroundNewsArticle": article.KindBackground,
	"OpinionNewsArticle": article.KindOpinion, "ReviewNewsArticle": article.KindReview, "AdvertiserContentArticle": article.KindAdvertorial,
	"LiveBlogPosting": article.KindLive,
}

// findThing returns the first object in v that is of a type.
func findThing(v any, depth int, is func(string) bool) map[string]any {
	if depth > 8 {
		return nil
	}
	switch v := v.(type) {
	case []any:
		for _, x := range v {
			if m := findThing(x, depth+1, is); m != nil {
				return m
			}
		}
	case map[string]any:
		for _, t := range stringsOf(v["@type"]) {
			if is(t) {
				return v
			}
		}
		for _, k := range []string{"@graph", "mainEntity", "mainEntityOfPage"} {
			if m := findThing(v[k], depth+1, is); m != nil {
				return m
			}
		}
	}
	return nil
}

// stringsOf returns the strings of a value that is one or a list of them.
func stringsOf(v any) (out []string) {
	switch v := v.(type) {
	case string:
		if s := cleanValue(html.UnescapeString(v)); s != "" {
			out = append(out, s)
		}
	case []any:
		for _, x := range v {
			if s, ok := x.(string); ok {
				out = append(out, stringsOf(s)...)
			}
		}
	}
	return out
}

// stringOf returns the first string of a value, if it is no longer than a field of
// the model may be.
func stringOf(v any) string {
	if s := stringsOf(v); len(s) > 0 && len(s[0]) <= article.MaxField/2 {
		return viet.Normalize(s[0])
	}
	return ""
}

// objectsOf returns the objects of a value that is one or a list of them. A string
// stands for an object of that name.
func objectsOf(v any) (out []map[string]any) {
	switch v := v.(type) {
	case map[string]any:
		out = append(out, v)
	case string:
		if s := stringOf(v); s != "" {
			out = append(out, map[string]any{"name": s, "url": s}) // of a person one, of a picture the other
		}
	case []any:
		for _, x := range v {
			if _, nested := x.([]any); !nested && len(out) < 256 {
				out = append(out, objectsOf(x)...)
			}
		}
	}
	return out
}

// thing reads the properties of an article of schema.org.
func (p *pageReader) thing(m map[string]any) {
	a := p.a
	for _, t := range stringsOf(m["@type"]) {
		a.Kind = cmp.Or(a.Kind, articleTypes[t])
	}
	if a.Kind == article.KindLive {
		var lost []string
		for _, u := range objectsOf(m["liveBlogUpdate"]) {
			lost = append(lost, stringOf(u["headline"]), stringOf(u["articleBody"]))
		}
		p.note("live-without-updates", "liveBlogUpdate", cleanValue(strings.Join(lost, " ")))
		a.Kind = "" // its coverage is not read
	}
	a.ID = stringOf(m["identifier"])
	a.Headline = stringOf(m["headline"])
	if a.Headline == "" {
		a.Headline = stringOf(m["name"])
	}
	a.AlternativeHeadline = stringOf(m["alternativeHeadline"])
	a.Description = stringOf(m["description"])
	a.Dateline = stringOf(m["dateline"])
	for _, t := range stringsOf(m["articleBody"]) {
		p.promised = letterCount(t)
	}
	a.Lang = stringOf(m["inLanguage"])
	a.URL = p.url(stringOf(m["url"]))
	if a.URL == "" {
		for _, x := range objectsOf(m["mainEntityOfPage"]) {
			a.URL = cmp.Or(a.URL, p.url(cmp.Or(stringOf(x["@id"]), stringOf(x["url"]))))
		}
	}
	a.Published = p.when("datePublished", stringOf(m["datePublished"]))
	a.Modified = p.when("dateModified", stringOf(m["dateModified"]))
	a.Expires = p.when("expires", stringOf(m["expires"]))
	if xs := objectsOf(m["publisher"]); len(xs) > 0 {
		a.Publisher.Name = stringOf(xs[0]["name"]) // which some name as the author too
	}
	for _, x := range []struct {
		key  string
		role article.Role
	}{{"author", ""}, {"editor", article.RoleEditor}, {"translator", article.RoleTranslator}, {"contributor", article.RoleContributor}} {
		for _, c := range objectsOf(m[x.key]) {
			p.person(c, x.role)
		}
	}
	if xs := objectsOf(m["publisher"]); len(xs) > 0 {
		x := xs[0]
		a.Publisher.Name = stringOf(x["name"])
		a.Publisher.URL = p.url(stringOf(x["url"]))
		a.Publisher.PublishingPrinciples = p.url(stringOf(x["publishingPrinciples"]))
		a.Publisher.CorrectionsPolicy = p.url(stringOf(x["correctionsPolicy"]))
		for _, u := range stringsOf(x["sameAs"]) {
			if u = p.url(u); u != "" {
				a.Publisher.SameAs = append(a.Publisher.SameAs, u)
			}
		}
		for _, l := range objectsOf(x["logo"]) {
			a.Publisher.Logo = p.picture(l)
		}
		for _, t := range stringsOf(x["@type"]) {
			switch t {
			case "NewsMediaOrganization":
				a.Publisher.Kind = article.OrganizationNews
			case "GovernmentOrganization":
				a.Publisher.Kind = article.OrganizationGovernment
			}
		}
	}
	for _, s := range stringsOf(m["articleSection"]) {
		if s = viet.Normalize(s); s != "" {
			a.Sections = append(a.Sections, article.Section{Name: s})
		}
	}
	p.tags(stringsOf(m["keywords"]))
	for _, k := range []string{"about", "mentions"} {
		for _, x := range objectsOf(m[k]) {
			name := stringOf(x["name"])
			if name == "" || len(a.Tags) >= 64 {
				continue
			}
			t := article.Tag{Name: name, Kind: article.TagTopic}
			for _, typ := range stringsOf(x["@type"]) {
				switch typ {
				case "Person":
					t.Kind = article.TagPerson
				case "Organization", "NewsMediaOrganization", "GovernmentOrganization":
					t.Kind = article.TagOrganization
				case "Place", "City", "AdministrativeArea":
					t.Kind = article.TagPlace
				case "Event":
					t.Kind = article.TagEvent
				case "Legislation":
					t.Kind = article.TagDocument
				}
			}
			for _, u := range stringsOf(x["sameAs"]) {
				if u = p.url(u); u != "" {
					t.SameAs = append(t.SameAs, u)
				}
			}
			a.Tags = append(a.Tags, t)
		}
	}
	for _, x := range objectsOf(m["image"]) {
		if im := p.picture(x); im != nil {
			if h, ok := a.Hero.(*article.Image); ok {
				if samePicture(h.URL, im.URL) && h.URL != im.URL {
					h.Renditions = append(h.Renditions, article.Rendition{URL: im.URL, Width: im.Width, Height: im.Height})
				}
				continue
			}
			a.Hero = im
		}
	}
	a.Rights.Holder = ""
	for _, x := range objectsOf(m["copyrightHolder"]) {
		a.Rights.Holder = cmp.Or(a.Rights.Holder, stringOf(x["name"]))
	}
	a.Rights.Notice = stringOf(m["copyrightNotice"])
	a.Rights.License = p.url(stringOf(m["license"]))
	if y, ok := m["copyrightYear"].(float64); ok && y > 1000 && y < 3000 {
		a.Rights.Year = int(y)
	}
	switch free := m["isAccessibleForFree"].(type) {
	case bool:
		a.Access.Paid = !free
	case string:
		a.Access.Paid = !isTrue(free)
	case float64:
		a.Access.Paid = free == 0
	}
}

// isTrue reports whether a text is schema.org's True. What is not clearly true is false.
func isTrue(t string) bool {
	t = strings.TrimSpace(t)
	t = t[strings.LastIndexByte(t, '/')+1:]
	return strings.EqualFold(t, "true") || strings.EqualFold(t, "yes") || t == "1"
}

// person adds a credit.
func (p *pageReader) person(x map[string]any, role article.Role) {
	name := stringOf(x["name"])
	if name == "" || strings.HasPrefix(name, "http") || len(p.a.Credits) >= 64 {
		return
	}
	isOrg := slices.Contains(stringsOf(x["@type"]), "Organization") || slices.Contains(stringsOf(x["@type"]), "NewsMediaOrganization")
	u := stringOf(x["url"])
	if u = p.url(u); stringOf(x["url"]) == name || p.a.URL != "" && strings.HasPrefix(u, p.a.URL+"#") {
		u = "" // a name, or a place on the page itself
	}
	if isOrg {
		p.a.Credits = append(p.a.Credits, article.Credit{Role: role, Organization: &article.Organization{Name: name, URL: u}})
		return
	}
	if sameWords(name, p.a.Publisher.Name) {
		p.a.Credits = append(p.a.Credits, article.Credit{Role: role, Organization: &article.Organization{Name: name}})
		return
	}
	if rest, ok := strings.CutPrefix(name, "Theo "); ok && isPerson(rest) && slices.Contains(stringsOf(x["@type"]), "Person") {
		name = rest // after whom it is written
	}
	cs := p.persons(name)
	if len(cs) == 0 {
		cs = []article.Credit{{Name: name}}
	}
	if len(cs) > 1 || cs[0].Organization != nil {
		p.note("credit-split", "author", name)
	}
	for i := range cs {
		if role != "" {
			cs[i].Role = role
		}
	}
	c := &cs[0]
	c.JobTitle = stringOf(x["jobTitle"])
	if len(cs) == 1 {
		c.URL = u
		for _, o := range append(objectsOf(x["affiliation"]), objectsOf(x["worksFor"])...) {
			if n := stringOf(o["name"]); n != "" && c.Organization == nil {
				c.Organization = &article.Organization{Name: n}
			}
		}
	}
	p.a.Credits = append(p.a.Credits, cs...)
}

// picture reads an ImageObject.
func (p *pageReader) picture(x map[string]any) *article.Image {
	u := p.url(cmp.Or(stringOf(x["contentUrl"]), stringOf(x["url"])))
	if u == "" {
		return nil
	}
	im := &article.Image{URL: u, Caption: article.Plain(stringOf(x["caption"]))}
	size := func(v any) int {
		switch v := v.(type) {
		case float64:
			if v > 0 && v < 1<<20 {
				return int(v)
			}
		case string:
			return pixels(v)
		case map[string]any:
			if f, ok := v["value"].(float64); ok && f > 0 && f < 1<<20 {
				return int(f)
			}
		}
		return 0
	}
	im.Width, im.Height = size(x["width"]), size(x["height"])
	if c := stringOf(x["creditText"]); c != "" {
		im.Credits = photoCredits(c, true)
	}
	return im
}

package importer

import (
	"cmp"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/toasoan/toasoan/article"
	"github.com/toasoan/toasoan/article/viet"
)

// NINJS reads one item of the IPTC's ninjs 3, in JSON.
//
// The best of its bodies becomes the body: HTML before text. What is said there
// again, such as the headline, is taken out as [Article] does. A picture, a video
// or a recording that is an item by itself becomes the hero of an article without
// text.
//
// A property that the model can't hold as a whole is kept in the article's
// Extensions, in an object of the name "ninjs", with a note. The paths of the
// notes are those of the properties, such as "bodies[1]".
//
// The error is that of r, of the limits, of JSON, or names the property whose
// value is of another type than the schema has.
func NINJS(r io.Reader, o *Options) (*article.Article, []Note, error) {
	o = o.orDefault()
	src, err := readAll(r, limitsOf(o).bytes)
	if err != nil {
		return nil, nil, err
	}
	n := &ninjsReader{o: *o, a: &article.Article{}}
	if err := n.read(src); err != nil {
		return nil, nil, fmt.Errorf("importer: ninjs: %w", err)
	}
	return n.a, n.notes, nil
}

// A ninjsReader is one call of NINJS.
type ninjsReader struct {
	o     Options
	a     *article.Article
	props map[string]json.RawMessage
	kept  map[string]json.RawMessage // properties not held as a whole
	notes []Note
}

// The objects of ninjs, as far as the model holds them.
type (
	ninjsText struct {
		Role        string `json:"role"`
		Value       string `json:"value"`
		ContentType string `json:"contentType"`
	}
	ninjsContact struct {
		Role  string `json:"role"`
		Type  string `json:"type"`
		Name  string `json:"name"`
		Value string `json:"value"`
		Lang  string `json:"lang"`
	}
	ninjsConcept struct {
		Name    string         `json:"name"`
		Rel     string         `json:"rel"`
		Role    string         `json:"role"`
		URI     string         `json:"uri"`
		Literal string         `json:"literal"`
		Title   string         `json:"title"`
		Href    string         `json:"href"`
		Value   string         `json:"value"`
		Contact []ninjsContact `json:"contactInfo"`
		Geo     *struct {
			Type        string          `json:"type"`
			Coordinates json.RawMessage `json:"coordinates"`
		} `json:"geoJSON"`
	}
	ninjsRendition struct {
		Name        string      `json:"name"`
		Href        string      `json:"href"`
		ContentType string      `json:"contentType"`
		Width       json.Number `json:"width"`
		Height      json.Number `json:"height"`
		Size        json.Number `json:"sizeInBytes"`
		Duration    json.Number `json:"duration"`
		POI         *struct {
			X float64 `json:"x"`
			Y float64 `json:"y"`
		} `json:"poi"`
	}
	ninjsMedia struct {
		Name         string           `json:"name"`
		Rel          string           `json:"rel"`
		URI          string           `json:"uri"`
		Type         string           `json:"type"`
		Title        string           `json:"title"`
		By           string           `json:"by"`
		Language     string           `json:"language"`
		Headlines    []ninjsText      `json:"headlines"`
		Descriptions []ninjsText      `json:"descriptions"`
		Renditions   []ninjsRendition `json:"renditions"`
		Holder       string           `json:"copyrightHolder"`
		Notice       string           `json:"copyrightNotice"`
		UsageTerms   string           `json:"usageTerms"`
		RightsInfo   *struct {
			Linked string `json:"linkedRights"`
		} `json:"rightsInfo"`
	}
)

func (n *ninjsReader) note(code, path, text string) {
	n.notes = append(n.notes, Note{code, path, text})
}

// get decodes a property. It reports whether the item has it.
func (n *ninjsReader) get(key string, to any) (bool, error) {
	raw, ok := n.props[key]
	if !ok || string(raw) == "null" {
		return false, nil
	}
	if err := json.Unmarshal(raw, to); err != nil {
		return false, fmt.Errorf("%s: %w", key, err)
	}
	return true, nil
}

// keep puts a property into the extensions.
func (n *ninjsReader) keep(key, why string) {
	if _, ok := n.kept[key]; ok {
		return
	}
	if n.kept == nil {
		n.kept = make(map[string]json.RawMessage)
	}
	n.kept[key] = n.props[key]
	n.note("extension", key, why)
}

func (n *ninjsReader) read(src string) error {
	if t := strings.TrimLeft(strings.TrimPrefix(src, "\ufeff"), " \t\r\n"); strings.HasPrefix(t, "[") {
		return errors.New("a list of items, not one item")
	}
	if err := json.Unmarshal([]byte(strings.TrimPrefix(src, "\ufeff")), &n.props); err != nil {
		return err
	}
	var uri string
	if ok, err := n.get("uri", &uri); err != nil {
		return err
	} else if !ok || uri == "" {
		return errors.New("uri: missing, so this is no item")
	}
	n.a.ID = uri
	for _, f := range []func() error{
		n.identity, n.times, n.headlines, n.descriptions, n.people, n.concepts, n.rights, n.main, n.bodies, n.associations, n.rest,
	} {
		if err := f(); err != nil {
			return err
		}
	}
	return nil
}

// text returns the text of a value that may be HTML.
func (t *ninjsText) text() article.Text {
	if strings.Contains(t.ContentType, "html") {
		body, _, err := HTML(strings.NewReader(t.Value), nil)
		if err == nil {
			return flat(body)
		}
	}
	return article.Plain(viet.Normalize(t.Value))
}

// flat joins the paragraphs of a body.
func flat(b article.Body) (t article.Text) {
	for _, x := range b {
		switch x := x.(type) {
		case *article.Paragraph:
			t = joinText(t, x.Text)
		case *article.Heading:
			t = joinText(t, x.Text)
		}
	}
	return t
}

// identity reads what names the item and its kind.
func (n *ninjsReader) identity() error {
	a := n.a
	var s string
	var version json.RawMessage
	if ok, err := n.get("version", &version); err != nil {
		return err
	} else if ok {
		v := strings.Trim(string(version), `"`)
		if i, err := strconv.Atoi(v); err == nil && i > 0 {
			a.Version = i
		} else {
			n.keep("version", v)
		}
	}
	if ok, err := n.get("language", &s); err != nil {
		return err
	} else if ok {
		a.Lang = s
	}
	if a.Lang != "" && !validLang(a.Lang) {
		n.note("bad-lang", "language", a.Lang)
		n.keep("language", a.Lang)
		a.Lang = ""
	}
	a.Lang = cmp.Or(a.Lang, n.o.Lang)
	n.o.Lang = a.Lang
	// ninjs 2 wrote two properties in another way; what protects counts in both.
	for _, k := range [][2]string{{"pubstatus", "pubStatus"}, {"embargoed", "embargoedUntil"}} {
		if v, ok := n.props[k[0]]; ok && n.props[k[1]] == nil {
			n.props[k[1]] = v
			delete(n.props, k[0])
		}
	}
	if ok, err := n.get("pubStatus", &s); err != nil {
		return err
	} else if ok {
		switch st := article.Status(s); st {
		case article.StatusUsable:
		case article.StatusWithheld, article.StatusCanceled:
			a.Status = st
		default:
			// What protects fails closed.
			a.Status = article.StatusWithheld
			n.keep("pubStatus", s)
			n.note("withheld", "pubStatus", s)
		}
	}
	if ok, err := n.get("slugline", &s); err != nil {
		return err
	} else if ok {
		if viet.Slug(s) == s {
			a.Slug = s
		} else {
			n.keep("slugline", s)
		}
	}
	if ok, err := n.get("located", &s); err != nil {
		return err
	} else if ok {
		a.Dateline = viet.Normalize(s)
	}
	var genres []ninjsConcept
	if ok, err := n.get("genres", &genres); err != nil {
		return err
	} else if ok {
		for _, g := range genres {
			k := article.Kind(strings.ToLower(cmp.Or(g.Literal, g.Name)))
			if a.Kind == "" && slices.Contains(kinds, k) {
				a.Kind = k
			} else if a.Kind != k {
				n.keep("genres", cmp.Or(g.Name, g.Literal))
			}
		}
	}
	var alts []ninjsConcept
	if ok, err := n.get("altIds", &alts); err != nil {
		return err
	} else if ok {
		for _, x := range alts {
			switch lang, isAlt := strings.CutPrefix(x.Role, "hreflang-"); {
			case x.Role == "id":
				a.ID = x.Value
			case x.Role == "url":
				a.URL = n.url("altIds", x.Value)
			case x.Role == "shortURL":
				a.ShortURL = n.url("altIds", x.Value)
			case isAlt:
				if lang == "" || lang != "x-default" && !validLang(lang) {
					n.keep("altIds", x.Value)
				} else if u := n.url("altIds", x.Value); u != "" {
					a.Alternates = append(a.Alternates, article.Alternate{Lang: lang, URL: u})
				}
			default:
				n.keep("altIds", x.Value)
			}
		}
	}
	var dst ninjsConcept
	if ok, err := n.get("digitalSourceType", &dst); err != nil {
		return err
	} else if ok {
		u := dst.URI
		a.DigitalSourceType = cmp.Or(u[strings.LastIndexAny(u, "/:")+1:], dst.Literal, dst.Name)
	}
	return nil
}

var kinds = []article.Kind{
	article.KindNews, article.KindReportage, article.KindAnalysis, article.KindBackground, article.KindOpinion, article.KindReview,
	article.KindInterview, article.KindAnnouncement, article.KindPhoto, article.KindVideo, article.KindLive, article.KindAdvertorial,
}

// url returns a safe address, or "" and a note.
func (n *ninjsReader) url(path, u string) string {
	if strings.TrimSpace(u) == "" {
		return ""
	}
	safe, ok := n.o.safeURL(u, true)
	if !ok {
		n.note("unsafe-url", path, clip(cleanValue(u)))
		return ""
	}
	return safe
}

// times reads the moments. A time without a zone needs Options.Location.
func (n *ninjsReader) times() error {
	var first, version, content time.Time
	for _, x := range []struct {
		key string
		to  *time.Time
	}{
		{"firstCreated", &first},
		{"versionCreated", &version},
		{"contentCreated", &content},
		{"embargoedUntil", &n.a.EmbargoedUntil},
		{"expires", &n.a.Expires},
	} {
		var s string
		if ok, err := n.get(x.key, &s); err != nil {
			return err
		} else if !ok {
			continue
		}
		t, naive := readTime(s, n.o.Location)
		if t.IsZero() {
			code := "bad-time"
			if naive {
				code = "naive-time"
			}
			n.note(code, x.key, s)
			n.keep(x.key, s)
			if x.key == "embargoedUntil" {
				n.a.Status = article.StatusWithheld // what protects fails closed
				n.note("withheld", x.key, s)
			}
			continue
		}
		*x.to = t
	}
	n.a.Published = first
	if first.IsZero() {
		n.a.Published = version
		if version.IsZero() {
			n.a.Published = content
		}
	} else if version.After(first) {
		n.a.Modified = version
	}
	if !content.IsZero() && !content.Equal(n.a.Published) {
		n.keep("contentCreated", "")
	}
	return nil
}

// readTime reads an ISO 8601 time. Naive says that it was refused for want of a
// zone.
func readTime(s string, loc *time.Location) (t time.Time, naive bool) {
	s = strings.TrimSpace(s)
	for _, f := range []string{time.RFC3339Nano, "2006-01-02T15:04:05-0700", "2006-01-02T15:04Z07:00", "2006-01-02T15:04-0700", "2006-01-02 15:04:05Z07:00", time.RFC1123Z, time.RFC1123} {
		if t, err := time.Parse(f, s); err == nil && (f != time.RFC1123 || strings.HasSuffix(s, "GMT") || strings.HasSuffix(s, "UTC")) {
			return t, false
		}
	}
	for _, f := range []string{"2006-01-02T15:04:05.999999999", "2006-01-02T15:04", "2006-01-02 15:04:05", "2006-01-02 15:04", "2006-01-02", time.RFC1123} {
		if _, err := time.Parse(f, s); err != nil {
			continue
		}
		if loc == nil {
			return time.Time{}, true
		}
		t, _ := time.ParseInLocation(f, s, loc)
		return t, false
	}
	if t, err := viet.ParseDateTime(s, loc); err == nil {
		return t, false
	}
	_, err := viet.ParseDateTime(s, time.UTC)
	return time.Time{}, err == nil
}

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
				if t.ID == "" {
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

// main reads an item that is itself a picture, a video or a recording.
func (n *ninjsReader) main() error {
	var m ninjsMedia
	if _, err := n.get("type", &m.Type); err != nil {
		return err
	}
	if !isMediaType(m.Type) {
		if m.Type != "" && m.Type != "text" {
			n.keep("type", m.Type)
		}
		if _, ok := n.props["renditions"]; ok {
			n.keep("renditions", "")
		}
		return nil
	}
	for _, x := range []struct {
		key string
		to  any
	}{{"renditions", &m.Renditions}, {"descriptions", &m.Descriptions}, {"by", &m.By}, {"title", &m.Title}} {
		if _, err := n.get(x.key, x.to); err != nil {
			return err
		}
	}
	m.Headlines = nil
	if len(m.Renditions) == 0 {
		n.keep("type", m.Type)
		return nil
	}
	b := n.media("renditions", &m)
	if b == nil {
		n.keep("renditions", "")
		return nil
	}
	switch b.(type) {
	case *article.Image:
		n.a.Kind = cmp.Or(n.a.Kind, article.KindPhoto)
	case *article.Video:
		n.a.Kind = cmp.Or(n.a.Kind, article.KindVideo)
	}
	n.a.Hero = b
	return nil
}

// media makes a block of a picture, a video or a recording, or nil.
func (n *ninjsReader) media(path string, m *ninjsMedia) article.Block {
	var caption, alt article.Text
	for i := range m.Descriptions {
		d := &m.Descriptions[i]
		switch d.Role {
		case "alt":
			alt = d.text()
		case "caption", "", "text", "summary", "main":
			if caption == nil {
				caption = d.text()
			}
		}
	}
	var credits []article.Credit
	if m.By != "" {
		credits = photoCredits(m.By, true)
	}
	rights := n.rightsOf(m)
	var files []article.Rendition
	var focus *article.Point
	var length float64
	main := -1
	for i := range m.Renditions {
		r := &m.Renditions[i]
		u := n.url(path, r.Href)
		if u == "" {
			continue
		}
		f := article.Rendition{URL: u, MediaType: mediaTypeOf(r.ContentType), Width: number(r.Width), Height: number(r.Height), Size: int64(number(r.Size))}
		if d, err := r.Duration.Float64(); err == nil && length == 0 && d > 0 && d < 1e6 {
			length = d
		}
		if r.POI != nil && f.Width > 0 && f.Height > 0 {
			focus = &article.Point{X: min(1, max(0, r.POI.X/float64(f.Width))), Y: min(1, max(0, r.POI.Y/float64(f.Height)))}
		}
		files = append(files, f)
		if r.Name == "main" || main < 0 {
			main = len(files) - 1
		}
	}
	if len(files) == 0 {
		return nil
	}
	var poster *article.Image
	if m.Type == "video" || m.Type == "audio" {
		files = slices.DeleteFunc(files, func(f article.Rendition) bool {
			if strings.HasPrefix(f.MediaType, "image/") && poster == nil {
				poster = &article.Image{URL: f.URL, Width: f.Width, Height: f.Height, MediaType: f.MediaType}
			}
			other := strings.HasPrefix(f.MediaType, "image/") || strings.HasPrefix(f.MediaType, "text/")
			if other {
				n.note("rendition-not-used", path, f.URL)
			}
			return other
		})
		if len(files) == 0 {
			return nil
		}
	}
	switch m.Type {
	case "video":
		return &article.Video{Poster: poster, Sources: files, Title: m.Title, Caption: caption, Credits: credits, Rights: rights, Duration: article.Seconds(length)}
	case "audio":
		return &article.Audio{Sources: files, Title: m.Title, Caption: caption, Credits: credits, Rights: rights, Duration: article.Seconds(length)}
	}
	f := files[main]
	im := &article.Image{
		URL: f.URL, Width: f.Width, Height: f.Height, MediaType: f.MediaType, Alt: strings.ReplaceAll(alt.String(), "\n", " "),
		Caption: caption, Credits: credits, Rights: rights, Focus: focus,
	}
	for i, x := range files {
		if i != main {
			im.Renditions = append(im.Renditions, x)
		}
	}
	if len(m.Renditions) > 0 && f.Size > 0 && len(files) == 1 {
		im.Renditions = files
	}
	return im
}

// number reads a JSON number that may be missing.
func number(x json.Number) int {
	f, err := x.Float64()
	if err != nil || f < 0 || f > 1<<40 {
		return 0
	}
	return int(f)
}

// bodies takes the best body.
func (n *ninjsReader) bodies() error {
	var bs []ninjsText
	if _, err := n.get("bodies", &bs); err != nil {
		return err
	}
	best, rank := -1, 0
	for i := range bs {
		r := 0
		switch t := strings.ToLower(bs[i].ContentType); {
		case strings.TrimSpace(bs[i].Value) == "":
		case strings.Contains(t, "html"):
			r = 3
			if strings.Contains(bs[i].Role, "rich") {
				r = 4 // with its pictures in their places
			}
		case strings.HasPrefix(t, "text/plain"):
			r = 2
		case t == "":
			r = 1
		}
		if r > rank {
			best, rank = i, r
		}
	}
	for i := range bs {
		if i != best && bs[i].Value != "" {
			if c := bs[i].ContentType; rank >= 3 && strings.HasPrefix(c, "text/plain") {
				n.note("body-not-used", fmt.Sprintf("bodies[%d]", i), "")
				continue // the same, without its markup
			}
			n.keep("bodies", "")
		}
	}
	if best < 0 {
		return nil
	}
	v := bs[best].Value
	if rank < 3 && !strings.Contains(v, "</") {
		v = paragraphs(v)
	}
	known := n.a
	a, notes, err := Article(strings.NewReader(v), known, &n.o)
	if err != nil {
		return fmt.Errorf("bodies[%d]: %w", best, err)
	}
	for _, x := range notes {
		x.Path = strings.TrimSuffix(fmt.Sprintf("bodies[%d]>%s", best, x.Path), ">")
		n.notes = append(n.notes, x)
	}
	n.a = a
	return nil
}

// paragraphs marks up the lines of a text.
func paragraphs(t string) string {
	var b strings.Builder
	esc := strings.NewReplacer("&", "&amp;", "<", "&lt;", ">", "&gt;")
	for l := range strings.SplitSeq(strings.ReplaceAll(t, "\r\n", "\n"), "\n") {
		if strings.TrimSpace(l) != "" {
			b.WriteString("<p>" + esc.Replace(l) + "</p>")
		}
	}
	return b.String()
}

// associations reads the items that belong to this one.
func (n *ninjsReader) associations() error {
	var ms []ninjsMedia
	if _, err := n.get("associations", &ms); err != nil {
		return err
	}
	for i := range ms {
		m := &ms[i]
		path := fmt.Sprintf("associations[%d]", i)
		title := m.Title
		for k := range m.Headlines {
			if title == "" {
				title = m.Headlines[k].Value
			}
		}
		switch {
		case isMediaType(m.Type):
			b := n.media(path, m)
			if b == nil {
				n.keep("associations", m.Name)
				continue
			}
			n.place(path, m.Rel, b)
		case m.Rel == "attachment" && len(m.Renditions) > 0:
			r := &m.Renditions[0]
			if u := n.url(path, r.Href); u != "" {
				n.a.Attachments = append(n.a.Attachments, article.File{
					URL: u, Title: title, MediaType: mediaTypeOf(r.ContentType), Size: int64(number(r.Size)), Lang: m.Language,
				})
			}
		case m.Type == "text" || m.Type == "" || m.Type == "composite":
			if u := n.safe(m.URI); u != "" && title != "" && m.Name != "" {
				n.a.Related = append(n.a.Related, article.Link{URL: u, Text: viet.Normalize(title)})
				if len(m.Renditions)+len(m.Descriptions) > 0 {
					n.keep("associations", m.Name)
				}
				continue
			}
			n.keep("associations", m.Name)
		default:
			n.keep("associations", m.Name)
		}
	}
	return nil
}

// place puts a picture or recording where it belongs: it is the hero, or it is in
// the body already and now gets its caption, or it goes to the end of the body.
func (n *ninjsReader) place(path, rel string, b article.Block) {
	a := n.a
	if im, ok := b.(*article.Image); ok {
		if h, ok := a.Hero.(*article.Image); ok && sameFile(h, im) {
			complete(h, im)
			return
		}
		for _, x := range a.Body.All() {
			switch y := x.(type) {
			case *article.Image:
				if sameFile(y, im) {
					complete(y, im)
					return
				}
			case *article.Gallery:
				for k := range y.Images {
					if sameFile(&y.Images[k], im) {
						complete(&y.Images[k], im)
						return
					}
				}
			}
		}
	}
	for _, x := range a.Body.All() {
		switch y := x.(type) {
		case *article.Video:
			if v, ok := b.(*article.Video); ok && y.Sources[0].URL == v.Sources[0].URL {
				y.Duration, y.Rights = cmp.Or(y.Duration, v.Duration), v.Rights
				return
			}
		case *article.Audio:
			if v, ok := b.(*article.Audio); ok && y.Sources[0].URL == v.Sources[0].URL {
				y.Duration, y.Rights = cmp.Or(y.Duration, v.Duration), v.Rights
				return
			}
		}
	}
	if a.Hero == nil && (rel == "hero" || rel == "" || rel == "main" || rel == "featured") {
		a.Hero = b
		n.note("hero", path, "")
		return
	}
	a.Body = append(a.Body, b)
	n.note("association-to-body", path, "")
}

// sameFile reports whether two pictures share a file.
func sameFile(x, y *article.Image) bool {
	urls := func(im *article.Image) []string {
		us := []string{im.URL}
		for _, r := range im.Renditions {
			us = append(us, r.URL)
		}
		return us
	}
	have := urls(x)
	for _, u := range urls(y) {
		if u != "" && slices.Contains(have, u) {
			return true
		}
	}
	return false
}

// complete gives a picture of the body what its association knows beside it.
func complete(x, y *article.Image) {
	if len(x.Caption) == 0 {
		x.Caption = y.Caption
	}
	if len(x.Credits) == 0 {
		x.Credits = y.Credits
	}
	if x.Alt == "" && y.Alt != "" {
		x.Alt, x.Decorative = y.Alt, false
	}
	x.Rights = y.Rights
	if x.Focus == nil {
		x.Focus = y.Focus
	}
	if x.Width == 0 {
		if x.URL == y.URL {
			x.Width, x.Height = y.Width, y.Height
		}
	}
	x.MediaType = cmp.Or(x.MediaType, y.MediaType)
	have := map[string]bool{x.URL: true}
	for _, r := range x.Renditions {
		have[r.URL] = true
	}
	for _, r := range append([]article.Rendition{{URL: y.URL, MediaType: y.MediaType, Width: y.Width, Height: y.Height}}, y.Renditions...) {
		if !have[r.URL] {
			have[r.URL] = true
			x.Renditions = append(x.Renditions, r)
		}
	}
}

// ninjsRead are the properties that have been read.
var ninjsRead = map[string]bool{
	"uri": true, "standard": true, "type": true, "representationType": true, "version": true, "language": true, "pubStatus": true,
	"slugline": true, "located": true, "genres": true, "altIds": true, "digitalSourceType": true, "firstCreated": true,
	"versionCreated": true, "contentCreated": true, "embargoedUntil": true, "expires": true, "headlines": true, "title": true,
	"descriptions": true, "infoSources": true, "by": true, "people": true, "organisations": true, "places": true, "subjects": true,
	"events": true, "objects": true, "copyrightHolder": true, "copyrightNotice": true, "usageTerms": true, "rightsInfo": true,
	"trustIndicators": true, "renditions": true, "bodies": true, "associations": true, "$schema": true,
}

// rest keeps the properties that nothing has read.
func (n *ninjsReader) rest() error {
	if p := &n.a.Publisher; p.Name == "" && (p.PublishingPrinciples != "" || p.CorrectionsPolicy != "") {
		// Whose they are is said by who holds the rights, if by anybody.
		if p.Name = n.a.Rights.Holder; p.Name == "" {
			n.a.Publisher = article.Organization{}
			n.keep("trustIndicators", "")
		}
	}
	keys := make([]string, 0, len(n.props))
	for k := range n.props {
		keys = append(keys, k)
	}
	slices.Sort(keys)
	for _, k := range keys {
		if !ninjsRead[k] && string(n.props[k]) != "null" {
			n.keep(k, "")
		}
	}
	if len(n.kept) == 0 {
		return nil
	}
	raw, err := json.Marshal(n.kept)
	if err != nil {
		return err
	}
	if n.a.Extensions == nil {
		n.a.Extensions = make(map[string]json.RawMessage)
	}
	n.a.Extensions["ninjs"] = raw
	return nil
}

package importer

import (
	"bytes"
	"cmp"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"reflect"
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
	src, err := new(sink).readAll(r, limitsOf(o).bytes)
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

	assoc  []ninjsMedia
	taken  []bool                   // the associations that are the hero
	plain  bool                     // headlines are no markup
	inBody bool                     // an association is said to belong to the body
	inText map[string]article.Block // what the text shows, by the addresses of its files
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
		return false, ninjsError(key, raw, err)
	}
	return true, nil
}

// ninjsError says where in a property what stands that should not, in the words of
// JSON and not of Go. The property of the name "" is the item.
func ninjsError(key string, raw []byte, err error) error {
	var syntax *json.SyntaxError
	var typ *json.UnmarshalTypeError
	switch {
	case errors.As(err, &syntax):
		return fmt.Errorf("at byte %d: %w", syntax.Offset, err)
	case !errors.As(err, &typ):
		return fmt.Errorf("%s: %w", key, err)
	}
	if d := json.NewDecoder(bytes.NewReader(raw)); len(raw) > 0 && raw[0] == '[' {
		var x json.RawMessage
		_, _ = d.Token()
		for i := 0; d.More() && d.Decode(&x) == nil; i++ {
			if d.InputOffset() >= typ.Offset {
				key = fmt.Sprintf("%s[%d]", key, i)
				break
			}
		}
	}
	key = strings.Trim(key+"."+typ.Field, ".")
	got, _, _ := strings.Cut(typ.Value, " ")
	want := "a string"
	switch k := typ.Type.Kind(); {
	case k == reflect.Slice:
		want = "a list"
	case k == reflect.Struct || k == reflect.Map:
		want = "an object"
	case k == reflect.Float64 || typ.Type == reflect.TypeFor[json.Number]():
		want = "a number"
	}
	said := map[string]string{"object": "an object", "array": "a list", "number": "a number", "string": "a string", "bool": "true or false"}[got]
	msg := cmp.Or(said, got) + " where " + want + " is expected"
	if key != "" {
		msg = key + ": " + msg
	}
	if got == "object" && want == "a list" {
		msg += "; ninjs 1 has objects there, and is not read"
	}
	return errors.New(msg)
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
		return ninjsError("", nil, err)
	}
	var uri string
	if ok, err := n.get("uri", &uri); err != nil {
		return err
	} else if !ok || uri == "" {
		return errors.New("uri: missing, so this is no item")
	}
	n.a.ID = uri
	for _, f := range []func() error{
		n.identity, n.times, n.headlines, n.descriptions, n.people, n.concepts, n.rights, n.main, n.hero, n.bodies, n.associations, n.rest,
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
func flat(b article.Body) article.Text {
	var lines []article.Text
	for _, x := range b {
		if t := wordsOf(x); len(t) > 0 {
			lines = append(lines, t)
		}
	}
	return joinText(lines...)
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

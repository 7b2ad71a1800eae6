package article

import (
	"encoding/json"
	"errors"
	"go/ast"
	"go/parser"
	"go/token"
	"math"
	"reflect"
	"regexp"
	"slices"
	"strings"
	"testing"
	"time"
)

// documentedCodes returns the codes in the table of a method's comment.
func documentedCodes(t *testing.T, file, method string) []string {
	t.Helper()
	f, err := parser.ParseFile(token.NewFileSet(), file, nil, parser.ParseComments)
	if err != nil {
		t.Fatal(err)
	}
	var codes []string
	for _, d := range f.Decls {
		if fn, ok := d.(*ast.FuncDecl); ok && fn.Name.Name == method {
			for _, m := range regexp.MustCompile(`(?m)^\t([a-z-]+)\*?  `).FindAllStringSubmatch(fn.Doc.Text(), -1) {
				codes = append(codes, m[1])
			}
		}
	}
	if len(codes) == 0 || !slices.IsSorted(codes) {
		t.Fatalf("the table of %s is %q", method, codes)
	}
	return codes
}

var (
	noon = time.Date(2022, 10, 7, 12, 0, 0, 0, time.FixedZone("", 7*3600))
	text = Plain("Chữ")
)

func TestValidate(t *testing.T) {
	cell := func(c Cell) Body { return Body{&Table{Rows: [][]Cell{{c, {Text: text}}}}} }
	met := map[string]bool{}
	for _, c := range []struct {
		name string
		a    Article // with a headline, unless it is "-"
		want string  // "path code", one a fault
	}{
		{"enough", Article{}, ""},
		{"nothing", Article{Headline: "-"}, "headline missing-headline"},
		{"only space", Article{Headline: "  "}, "headline missing-headline"},
		{"a picture without words", Article{Body: Body{&Image{URL: "/a.jpg"}}}, ""},
		{"an unknown provider", Article{Body: Body{&Embed{Provider: "xyz", ID: "1"}}}, ""},
		{"rows of different length", Article{Body: Body{&Table{Rows: [][]Cell{{{Text: text}}, {}}}}}, ""},

		{"language", Article{Lang: "tiếng Việt"}, "lang bad-lang"},
		{"language of a span", Article{Lead: Text{{Text: "a", Lang: "en_US"}}}, "lead[0].lang bad-lang"},
		{"kind", Article{Kind: "News"}, "kind unknown-value"},
		{"status", Article{Status: "draft "}, "status unknown-value"},
		{"version", Article{Version: -1}, "version bad-number"},
		{"not UTF-8", Article{Kicker: "a\xff"}, "kicker bad-text"},
		{"control character", Article{Lead: Plain("a\x00")}, "lead[0].text bad-text"},
		{"line breaks where they belong", Article{Lead: Plain("a\nb"), Body: Body{&Preformatted{Text: "a\n\tb"}}}, ""},
		{"line break in a line", Article{Kicker: "a\nb"}, "kicker bad-text"},
		{"a noncharacter", Article{Kicker: "a\uffff"}, "kicker bad-text"},
		{"the replacement character", Article{Kicker: "a\ufffd"}, ""},
		{"markup that is not UTF-8", Article{Body: Body{&RawHTML{HTML: "<p>\xe1"}}}, "body[0].html bad-text"},
		{"long", Article{SEOTitle: strings.Repeat("a", MaxField+1)}, "seoTitle too-long"},
		{"long text is no field", Article{Lead: Plain(strings.Repeat("a", MaxField+1))}, ""},

		{"address", Article{URL: "javascript:alert(1)"}, "url unsafe-url"},
		{"address of a page by mail", Article{URL: "mailto:a@a.vn"}, "url unsafe-url"},
		{"author by mail", Article{Credits: []Credit{{Name: "a", URL: "mailto:a@a.vn"}}}, ""},
		{"address in text", Article{Lead: Text{{Text: "a", Link: &Link{URL: "data:,"}}}}, "lead[0].link.url unsafe-url"},
		{"no address in text", Article{Lead: Text{{Text: "a", Link: &Link{}}}}, "lead[0].link.url missing-url"},
		{"empty address in a list", Article{Publisher: Organization{Name: "a", SameAs: []string{"ftp://a"}}}, "publisher.sameAs[0] unsafe-url"},
		{"slug", Article{Slug: "tin/a"}, "slug bad-slug"},
		{"slug upwards", Article{Slug: ".."}, "slug bad-slug"},
		{"slug with letters", Article{Slug: "ảnh-đẹp_1.2"}, ""},

		{"before the year 1000", Article{Published: time.Date(10, 1, 1, 0, 0, 0, 0, time.UTC)}, "published bad-time"},
		{"after the year 9999", Article{Expires: time.Date(10000, 1, 1, 0, 0, 0, 0, time.UTC)}, "expires bad-time"},
		{"changed before it was there", Article{Published: noon, Modified: noon.Add(-time.Second)}, "modified time-order"},
		{"changed at once, told in another zone", Article{Published: noon, Modified: noon.UTC()}, ""},
		{"over before it began", Article{EmbargoedUntil: noon, Expires: noon.Add(-time.Hour)}, "expires time-order"},
		{"correction without time", Article{Corrections: []Correction{{Text: text}}}, "corrections[0].time missing-time"},
		{"correction of no kind", Article{Corrections: []Correction{{Time: noon, Kind: "x", Text: text}}}, "corrections[0].kind unknown-value"},
		{"correction of nothing", Article{Corrections: []Correction{{Time: noon}}}, "corrections[0].text empty-block"},

		{"hero of text", Article{Hero: &Paragraph{Text: text}}, "hero bad-hero"},
		{"hero that is no one", Article{Hero: (*Image)(nil)}, "hero nil-block"},
		{"nil", Article{Body: Body{nil, &Divider{}, (*List)(nil)}}, "body[0] nil-block, body[2] nil-block"},
		{"empty paragraph", Article{Body: Body{&Paragraph{}}}, "body[0] empty-block"},
		{"empty list", Article{Body: Body{&List{Items: []Body{{}, nil}}}}, "body[0] empty-block"},
		{"gallery of words", Article{Body: Body{&Gallery{Caption: text}}}, "body[0].images empty-block"},
		{"heading", Article{Body: Body{&Heading{Level: 5, Text: text}}}, "body[0].level bad-level"},
		{"heading without level", Article{Body: Body{&Heading{Text: text}}}, "body[0].level bad-level"},
		{"marks", Article{Lead: Text{{Text: "a", Marks: 1 << 11}}}, "lead[0].marks bad-marks"},
		{"direction", Article{Lead: Text{{Text: "a", Dir: "up"}}}, "lead[0].dir unknown-value"},
		{"an ID twice", Article{Body: Body{
			&Heading{Level: 1, ID: "a", Text: text}, &Paragraph{Text: Text{{ID: "a", Text: "b"}}},
		}}, "body[1].text[0].id duplicate-id"},
		{"an ID with space", Article{Body: Body{&Heading{Level: 1, ID: "a b", Text: text}}}, "body[0].id bad-id"},

		{"picture", Article{Body: Body{&Image{Alt: "a", Width: -1}}}, "body[0].url missing-url, body[0].width bad-number"},
		{"picture that is not at hand", Article{Hero: &Image{Caption: text}}, ""},
		{"focus", Article{Hero: &Image{URL: "a", Focus: &Point{X: 0.5, Y: 50}}}, "hero.focus.y bad-number"},
		{"focus nowhere", Article{Hero: &Image{URL: "a", Focus: &Point{X: math.NaN(), Y: 1}}}, "hero.focus.x bad-number"},
		{"media type", Article{Hero: &Image{URL: "a", MediaType: "jpeg"}}, "hero.mediaType bad-media-type"},
		{"media type with parameter", Article{Hero: &Video{Sources: []Rendition{{URL: "a", MediaType: `video/mp4; codecs="avc1.42E01E"`}}}}, ""},
		{"rendition", Article{Hero: &Image{URL: "a", Renditions: []Rendition{{Size: -1}}}}, "hero.renditions[0].url missing-url, hero.renditions[0].size bad-number"},
		{"video", Article{Hero: &Video{Title: "a", Duration: -1}}, "hero.sources missing-url, hero.duration bad-number"},
		{"audio", Article{Body: Body{&Audio{Title: "a"}}}, "body[0].sources missing-url"},
		{"track", Article{Hero: &Audio{Sources: []Rendition{{URL: "a"}}, Tracks: []Track{{Kind: "x"}}}}, "hero.tracks[0].url missing-url, hero.tracks[0].kind unknown-value"},
		{"file", Article{Attachments: []File{{Title: "a", Size: -2}}}, "attachments[0].url missing-url, attachments[0].size bad-number"},
		{"embed", Article{Body: Body{&Embed{ID: "1"}}}, "body[0].url missing-url"},
		{"box", Article{Body: Body{&Box{Kind: "x", Title: "a"}}}, "body[0].kind unknown-value"},
		{"wide cell", Article{Body: cell(Cell{ColSpan: 1001})}, "body[0].rows[0][0].colSpan bad-number"},
		{"cell of less than nothing", Article{Body: cell(Cell{RowSpan: -1})}, "body[0].rows[0][0].rowSpan bad-number"},
		{"date of a link", Article{Related: []Link{{URL: "a", Published: "7/10/2022"}, {URL: "b", Published: "2022-10-07"}}}, "related[0].published bad-date"},
		{"date of a document", Article{Attachments: []File{{URL: "a", Citation: &Citation{Date: "22/10/2018"}}}}, "attachments[0].citation.date bad-date"},
		{"year of a document", Article{Attachments: []File{{URL: "a", Citation: &Citation{Date: "2018"}}}}, ""},

		{"alternate", Article{Alternates: []Alternate{{URL: "/en"}}}, "alternates[0].lang missing-lang"},
		{"alternate for others", Article{Alternates: []Alternate{{Lang: "x-default", URL: "/en"}}}, ""},
		{"section", Article{Sections: []Section{{Name: "a", Parent: &Section{}}}}, "sections[0].parent.name missing-name"},
		{"tag", Article{Tags: []Tag{{Kind: "x", Geo: &Geo{Latitude: 91}}}}, "tags[0].name missing-name, tags[0].kind unknown-value, tags[0].geo.latitude bad-number"},
		{"credit", Article{Credits: []Credit{{Role: "writer"}}}, "credits[0].name missing-name, credits[0].role unknown-value"},
		{"credit of an organization", Article{Credits: []Credit{{Organization: &Organization{ShortName: "TTXVN"}}}}, ""},
		{"publisher", Article{Publisher: Organization{Kind: "x"}}, "publisher.name missing-name, publisher.kind unknown-value"},
		{"source", Article{Source: &Source{}}, "source.name missing-name"},
		{"series", Article{Series: &Series{Position: -1}}, "series.name missing-name, series.position bad-number"},
		{"year", Article{Rights: Rights{Year: 20222}}, "rights.year bad-number"},
		{"chapters", Article{Body: Body{
			&Video{Sources: []Rendition{{URL: "/a.mp4"}}, Chapters: []Chapter{{Start: 9, Title: "a"}, {Start: 5}}, Regions: []string{"vn"}, Expires: time.Date(1, 2, 3, 4, 5, 6, 0, time.UTC)},
			&Audio{Sources: []Rendition{{URL: "/a.mp3"}}, Chapters: []Chapter{{Start: -1, Title: "a"}}},
		}}, "body[0].chapters time-order, body[0].expires bad-time, body[0].regions bad-region, body[0].chapters[1].title missing-name, body[1].chapters[0].start bad-number"},
		{"region", Article{Access: Access{Regions: []string{"VN", "VN-SG", "vn", "Việt Nam"}}}, "access.regions bad-region, access.regions bad-region"},
		{"extension", Article{Extensions: map[string]json.RawMessage{"b": []byte("{"), "a": []byte("")}}, "extensions bad-extension, extensions bad-extension"},

		{"live without coverage", Article{Kind: KindLive}, "live missing-live"},
		{"live", Article{Live: &Live{Start: noon, End: noon.Add(-1), Updates: []Update{
			{ID: "1", Published: noon, Pinned: true},
			{ID: "1", Published: noon, Modified: noon.Add(-1)},
			{Pinned: true},
		}}}, "live.end time-order, live.updates[1].id duplicate-id, live.updates[1].modified time-order, " +
			"live.updates[2].id missing-id, live.updates[2].published missing-time, live.updates[2].pinned duplicate-pinned"},
	} {
		switch c.a.Headline {
		case "":
			c.a.Headline = "Tít"
		case "-":
			c.a.Headline = ""
		}
		before := c.a.Clone()
		err := c.a.Validate()
		var got []string
		var faults Faults
		if errors.As(err, &faults) {
			for _, f := range faults {
				got = append(got, f.Path+" "+f.Code)
				met[f.Code] = true
				if f.Message == "" || !strings.Contains(err.Error(), "article: "+f.Path+": "+f.Message) {
					t.Errorf("%s: the error is %q", c.name, err)
				}
			}
			var first *Fault
			if !errors.As(err, &first) || first != faults[0] {
				t.Errorf("%s: errors.As finds %v", c.name, first)
			}
		} else if err != nil {
			t.Errorf("%s: the error is a %T", c.name, err)
		}
		if got := strings.Join(got, ", "); got != c.want {
			t.Errorf("%s: got  %s\nwant %s", c.name, got, c.want)
		}
		if c.name != "focus nowhere" && !reflect.DeepEqual(before, &c.a) {
			t.Errorf("%s: Validate changes the article", c.name)
		}
	}
	met["cycle"], met["too-deep"], met["too-complex"] = true, true, true // TestCycles, TestSharedBlocks
	met["nil-article"] = true                                            // TestCheckedOfNil
	for _, code := range documentedCodes(t, "validate.go", "Validate") {
		if !met[code] {
			t.Errorf("no test for the code %s", code)
		}
		delete(met, code)
	}
	for code := range met {
		t.Errorf("the code %s is not documented", code)
	}
}

func TestIsLang(t *testing.T) {
	for _, tag := range []string{
		"vi", "en-US", "zh-Hant-TW", "zh-cmn-Hans-CN", "sl-rozaj-biske", "de-1996", "de-CH-1901", "es-419",
		"en-a-myext-b-another", "x-whatever", "x-default", "vi-x-hue", "hy-Latn-IT-arevela", "VI",
	} {
		if !isLang(tag) {
			t.Errorf("isLang(%q) is false", tag)
		}
	}
	for _, tag := range []string{"", "v", "vi_VN", "vi-", "-vi", "vi--VN", "tiếng", "a-DE", "de-419-DE", "en-x", "en-a", "123", "vi VN", "abcdefghi"} {
		if isLang(tag) {
			t.Errorf("isLang(%q) is true", tag)
		}
	}
	for in, want := range map[string]string{"VI": "vi", "vi_vn": "vi-VN", "ZH-HANT-tw": "zh-Hant-TW", " en ": "en", "x-VN": "x-vn", "en-a-DE": "en-a-de"} {
		if got := canonicalLang(in); got != want || canonicalLang(got) != got {
			t.Errorf("canonicalLang(%q) = %q, want %q", in, got, want)
		}
	}
}

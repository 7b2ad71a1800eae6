package importer

import (
	"encoding/json"
	"fmt"
	"strings"
	"testing"
	"time"

	"github.com/toasoan/toasoan/article"
)

const ninjsItem = `{
 "uri": "https://bao.example/tin/cau-vam-sen",
 "standard": {"name": "ninjs", "version": "3.1"},
 "type": "text", "version": "2", "language": "vi", "pubStatus": "withheld", "urgency": 4,
 "firstCreated": "2025-03-01T08:00:00+07:00", "versionCreated": "2025-03-01T09:30:00+07:00", "expires": "2026-03-01T00:00:00",
 "headlines": [{"role": "main", "value": "Thông xe cầu Vàm Sen"}, {"role": "kicker", "value": "Bến Sông"}],
 "descriptions": [{"role": "lead", "value": "Cầu nối hai bờ sau ba năm xây dựng."}],
 "located": "Bến Sông (TTXVN)",
 "infoSources": [
  {"name": "Lê Mai", "role": "reporter", "contactInfo": [{"role": "affiliation", "name": "Báo Bến Sông", "value": "Báo Bến Sông"}]},
  {"name": "Đài Bến Sông", "role": "publication", "uri": "https://dai.example/"}],
 "subjects": [{"name": "Giao thông", "rel": "section", "literal": "gt"}, {"name": "cầu đường", "rel": "keyword"}],
 "places": [{"name": "Bến Sông", "geoJSON": {"type": "Point", "coordinates": [106.5, 10.2]}}],
 "copyrightHolder": "Báo Bến Sông", "rightsInfo": {"linkedRights": "https://bao.example/ban-quyen"},
 "bodies": [
  {"role": "text", "contentType": "text/plain", "value": "Sáng nay cầu thông xe."},
  {"role": "html", "contentType": "text/html", "value": "<h1>Thông xe cầu Vàm Sen</h1><p>Sáng nay cầu thông xe.</p><figure><img src='https://bao.example/a.jpg' alt=''></figure>"}],
 "associations": [
  {"name": "p1", "rel": "body", "type": "picture", "uri": "https://bao.example/a.jpg", "by": "Minh Trí/TTXVN",
   "descriptions": [{"role": "caption", "value": "Dòng xe đầu tiên."}, {"role": "alt", "value": "Xe tải trên cầu"}],
   "renditions": [{"name": "main", "href": "https://bao.example/a.jpg", "contentType": "image/jpeg", "width": 1200, "height": 800, "poi": {"x": 600, "y": 200}},
                  {"name": "s", "href": "https://bao.example/a-600.jpg", "contentType": "image/jpeg", "width": 600, "height": 400}]},
  {"name": "f1", "rel": "attachment", "type": "text", "title": "Phương án phân luồng", "renditions": [{"name": "main", "href": "https://bao.example/pa.pdf", "contentType": "application/pdf"}]}]
}`

func TestNINJS(t *testing.T) {
	a, notes, err := NINJS(strings.NewReader(ninjsItem), nil)
	if err != nil {
		t.Fatal(err)
	}
	if err := a.Validate(); err != nil {
		t.Error(err)
	}
	check := func(what string, got, want any) {
		t.Helper()
		if got != want {
			t.Errorf("%s = %v, want %v", what, got, want)
		}
	}
	check("ID", a.ID, "https://bao.example/tin/cau-vam-sen")
	check("Version", a.Version, 2)
	check("Status", a.Status, article.StatusWithheld)
	check("Published", a.Published.UTC(), time.Date(2025, 3, 1, 1, 0, 0, 0, time.UTC))
	check("Modified", a.Modified.UTC(), time.Date(2025, 3, 1, 2, 30, 0, 0, time.UTC))
	check("Expires", a.Expires.IsZero(), true)
	check("Headline", a.Headline, "Thông xe cầu Vàm Sen")
	check("Kicker", a.Kicker, "Bến Sông")
	check("Lead", a.Lead.String(), "Cầu nối hai bờ sau ba năm xây dựng.")
	check("Body", a.Body.Text(), "Sáng nay cầu thông xe.\nDòng xe đầu tiên.")
	check("Section", a.Sections[0], article.Section{Name: "Giao thông", ID: "gt"})
	check("Geo", *a.Tags[0].Geo, article.Geo{Latitude: 10.2, Longitude: 106.5})
	check("Source", a.Source.Name, "Đài Bến Sông")
	check("License", a.Rights.License, "https://bao.example/ban-quyen")
	check("Attachment", a.Attachments[0].Title, "Phương án phân luồng")
	if c := a.Credits[0]; c.Name != "Lê Mai" || c.Role != article.RoleReporter || orgName(c) != "Báo Bến Sông" {
		t.Errorf("credit %+v", c)
	}
	im, ok := a.Body[1].(*article.Image)
	if !ok {
		t.Fatalf("block 1 is a %T, want the image", a.Body[1])
	}
	check("Alt", im.Alt, "Xe tải trên cầu")
	check("Credit", im.Credits[0].Name+"/"+orgName(im.Credits[0]), "Minh Trí/TTXVN")
	check("Focus", *im.Focus, article.Point{X: 0.5, Y: 0.25})
	check("Renditions", len(im.Renditions), 1)

	// What the model can't hold is kept.
	var kept map[string]json.RawMessage
	if err := json.Unmarshal(a.Extensions["ninjs"], &kept); err != nil {
		t.Fatal(err)
	}
	check("urgency", string(kept["urgency"]), "4")
	check("expires", string(kept["expires"]), `"2026-03-01T00:00:00"`)
	for _, code := range []string{"naive-time", "extension", "headline-repeated", "body-not-used"} {
		if !hasCode(notes, code) {
			t.Errorf("no note %s in %v", code, notes)
		}
	}
}

func TestNINJSLocation(t *testing.T) {
	a, _, err := NINJS(strings.NewReader(ninjsItem), &Options{Location: time.FixedZone("", 7*3600)})
	if err != nil {
		t.Fatal(err)
	}
	if want := time.Date(2026, 2, 28, 17, 0, 0, 0, time.UTC); !a.Expires.Equal(want) {
		t.Errorf("Expires = %v, want %v", a.Expires, want)
	}
}

func TestNINJSErrors(t *testing.T) {
	for _, tt := range []struct{ src, want string }{
		{"", "unexpected end"},
		{"[]", "a list of items"},
		{"{}", "uri: missing"},
		{"<p>", "at byte 1: invalid character '<'"},
		{"3", "a number where an object is expected"},
		{`{"uri": 1}`, "uri: a number where a string is expected"},
		{`{"uri": "a", "headlines": "x"}`, "headlines: a string where a list is expected"},
		{`{"uri": "a", "bodies": [{"value": "b"}, {"value": 3}]}`, "bodies[1].value: a number where a string is expected"},
		{`{"uri": "a", "bodies": [3]}`, "bodies[0]: a number where an object is expected"},
		{`{"uri": "a", "associations": [{"renditions": {"main": {}}}]}`, "associations[0].renditions: an object where a list is expected; ninjs 1"},
		{`{"uri": "a", "associations": {"main": {}}}`, "associations: an object where a list is expected; ninjs 1"},
		{`{"uri": "a", "associations": [{"renditions": [{"width": true}]}]}`, "associations[0].renditions.width: true or false where a number is expected"},
		{`{"uri": "a"} x`, "after top-level value"},
	} {
		_, _, err := NINJS(strings.NewReader(tt.src), nil)
		if err == nil || !strings.Contains(err.Error(), tt.want) {
			t.Errorf("NINJS(%s): error %v, want one with %q", tt.src, err, tt.want)
		}
	}
}

// TestNINJSHero has an item that says which picture is the hero and which stand in
// the text: that holds, wherever the text begins.
func TestNINJSHero(t *testing.T) {
	const picture = `"type": "picture", "renditions": [{"name": "main", "href": "https://bao.example/`
	const hero = `{"name": "%s", "rel": "%s", ` + picture + `hero.jpg"}]}`
	const body = `{"name": "body[0]", "rel": "body", ` + picture + `a.jpg"}]}`
	const item = `{"uri": "a", "title": "x", "bodies": [{"contentType": "text/html", "value": "<figure><img src='https://bao.example/a.jpg' alt='Bến đò'></figure><p>Chữ.</p>"}], "associations": [%s]}`
	for _, tt := range []struct{ associations, hero, body string }{
		{fmt.Sprintf(hero, "hero", "hero") + "," + body, "hero.jpg", "a.jpg"},
		{body + "," + fmt.Sprintf(hero, "x", "hero"), "hero.jpg", "a.jpg"},
		{body + "," + fmt.Sprintf(hero, "hero", ""), "hero.jpg", "a.jpg"},
		{body, "", "a.jpg"},
		{"", "a.jpg", ""}, // nobody says it, so the first picture is the hero as in any row
	} {
		a, _, err := NINJS(strings.NewReader(fmt.Sprintf(item, tt.associations)), nil)
		if err != nil {
			t.Fatal(err)
		}
		url := func(b article.Block) string {
			if im, ok := b.(*article.Image); ok {
				return strings.TrimPrefix(im.URL, "https://bao.example/")
			}
			return ""
		}
		if h, b := url(a.Hero), url(a.Body[0]); h != tt.hero || b != tt.body {
			t.Errorf("%s: hero %q and first block %q, want %q and %q", tt.associations, h, b, tt.hero, tt.body)
		}
	}
}

// TestNINJSFailsClosed has what protects an item in a form that can't be read.
func TestNINJSFailsClosed(t *testing.T) {
	for _, src := range []string{
		`{"uri": "a", "title": "x", "embargoedUntil": "2026-11-21T09:00:00"}`,
		`{"uri": "a", "title": "x", "embargoedUntil": "soon"}`,
		`{"uri": "a", "title": "x", "pubStatus": "evil"}`,
		`{"uri": "a", "title": "x", "embargoed": "2026-11-21T09:00:00"}`,
		`{"uri": "a", "title": "x", "pubstatus": "withheld"}`,
	} {
		a, notes, err := NINJS(strings.NewReader(src), nil)
		if err != nil {
			t.Fatal(err)
		}
		if a.Status != article.StatusWithheld {
			t.Errorf("%s: status %q, want withheld; notes %v", src, a.Status, notes)
		}
	}
	a, _, err := NINJS(strings.NewReader(`{"uri": "a", "title": "x", "language": "!!", "places": [{"name": "y", "geoJSON": {"type": "Point", "coordinates": [999, 1]}}]}`), nil)
	if err != nil {
		t.Fatal(err)
	}
	if err := a.Validate(); err != nil {
		t.Error(err)
	}
}

// TestNINJSRecordings has what belongs to recordings, and a hero that another site shows.
func TestNINJSRecordings(t *testing.T) {
	a, notes, err := NINJS(strings.NewReader(`{"uri": "a", "title": "Đò ngang", "versionCreated": "2026-11-20T09:00:00+07:00",
		"descriptions": [{"role": "lead", "contentType": "text/html", "value": "Đò <em>ngang</em> ngừng chạy."}, {"role": "correction", "value": "Sửa tên bến."}],
		"bodies": [{"contentType": "text/html", "value": "<p>Chữ.</p>"}],
		"associations": [
			{"name": "hero", "rel": "hero", "type": "video", "uri": "https://www.youtube.com/watch?v=MQnZe_Iggx0", "title": "Phim", "descriptions": [{"role": "caption", "value": "Đò qua sông."}]},
			{"name": "readAloud[0]", "rel": "readAloud", "type": "audio", "title": "Giọng nữ", "renditions": [{"href": "https://bao.example/a.mp3", "contentType": "audio/mpeg"}]},
			{"name": "body[1]", "rel": "body", "type": "video", "descriptions": [{"role": "transcript", "value": "Lời một.\nLời hai."}],
			 "renditions": [{"name": "r0", "href": "https://bao.example/v.mp4", "contentType": "video/mp4"}, {"name": "poster", "href": "https://bao.example/p.jpg", "contentType": "image/jpeg", "width": 640},
			 {"name": "captions-vi", "href": "https://bao.example/v.vtt", "contentType": "text/vtt"}]}]}`), nil)
	if err != nil {
		t.Fatal(err)
	}
	checkArticle(t, a, notes)
	if e, ok := a.Hero.(*article.Embed); !ok || e.ID != "MQnZe_Iggx0" || e.Title != "Phim" || e.Caption.String() != "Đò qua sông." {
		t.Errorf("hero %+v", a.Hero)
	}
	if r := a.Accessibility.ReadAloud; len(r) != 1 || r[0].Sources[0].URL != "https://bao.example/a.mp3" {
		t.Errorf("read aloud %+v", r)
	}
	if len(a.Corrections) != 1 || !a.Corrections[0].Time.Equal(a.Published) || len(a.Lead) != 3 {
		t.Errorf("corrections %+v, lead %+v", a.Corrections, a.Lead)
	}
	v, ok := a.Body[len(a.Body)-1].(*article.Video)
	if !ok || v.Poster == nil || v.Poster.URL != "https://bao.example/p.jpg" || len(v.Transcript) != 2 || len(v.Tracks) != 1 || v.Tracks[0].Kind != article.TrackCaptions || v.Tracks[0].Lang != "vi" {
		t.Errorf("the last block is %+v", a.Body[len(a.Body)-1])
	}
	if hasCode(notes, "rendition-not-used") || len(a.Extensions) > 0 {
		t.Errorf("notes %v, extensions %s", notes, a.Extensions)
	}
}

// TestNINJSPlainHeadline holds that a headline said to be plain is no markup.
func TestNINJSPlainHeadline(t *testing.T) {
	for contentType, want := range map[string]string{"text/plain": "Thẻ <b>b</b> là gì", "text/html": "Thẻ b là gì"} {
		a, _, err := NINJS(strings.NewReader(`{"uri": "a", "headlines": [{"value": "Thẻ <b>b</b> là gì", "contentType": "`+contentType+`"}], "bodies": [{"value": "<p>Chữ.</p>", "contentType": "text/html"}]}`), nil)
		if err != nil {
			t.Fatal(err)
		}
		if a.Headline != want {
			t.Errorf("%s: headline %q, want %q", contentType, a.Headline, want)
		}
	}
}

// TestNINJSPictureTwice holds that a picture that is the hero and stands in the body
// gets its rights in both places, and that what a concept is about is no key of ours.
func TestNINJSPictureTwice(t *testing.T) {
	const m = `"uri": "https://bao.example/a.jpg", "type": "picture", "copyrightNotice": "© TTXVN", "renditions": [{"href": "https://bao.example/a.jpg", "width": 800, "height": 600}]`
	a, _, err := NINJS(strings.NewReader(`{"uri": "a", "headlines": [{"value": "x"}],
		"people": [{"name": "An", "rel": "about", "uri": "https://wiki.example/Q1"}],
		"bodies": [{"contentType": "text/html", "value": "<p>Chữ.</p><div class='gallery'><figure><img src='https://bao.example/a.jpg' alt='Bến đò'></figure><figure><img src='https://bao.example/b.jpg' alt='Đò'></figure></div>"}],
		"associations": [{"name": "hero", "rel": "hero", `+m+`}, {"name": "body[1]", "rel": "body", `+m+`}]}`), nil)
	if err != nil {
		t.Fatal(err)
	}
	if h, ok := a.Hero.(*article.Image); !ok || h.Rights.Notice != "© TTXVN" {
		t.Errorf("hero %+v", a.Hero)
	}
	if g, ok := a.Body[1].(*article.Gallery); !ok || g.Images[0].Rights.Notice != "© TTXVN" {
		t.Errorf("body[1] %+v", a.Body[1])
	}
	if len(a.Tags) != 1 || a.Tags[0].ID != "" || len(a.Tags[0].SameAs) != 1 {
		t.Errorf("tags %+v", a.Tags)
	}
}

// TestNINJSGalleryAsHero holds that several pictures that are the hero are a gallery, and
// that the item they make up has its caption.
func TestNINJSGalleryAsHero(t *testing.T) {
	picture := func(i string) string {
		return `{"name":"hero.images[` + i + `]","rel":"hero","uri":"https://bao.example/` + i + `.jpg","type":"picture","renditions":[{"name":"main","href":"https://bao.example/` + i + `.jpg"}]}`
	}
	const caption = `{"name":"hero","rel":"hero","uri":"https://bao.example/a.html#hero","type":"composite","descriptions":[{"role":"caption","value":"Ba ngày mưa."}]}`
	for _, tt := range []struct {
		name, associations string
		pictures           int
		caption            string
	}{
		{"with a caption", caption + "," + picture("0") + "," + picture("1"), 2, "Ba ngày mưa."},
		{"without one", picture("0") + "," + picture("1") + "," + picture("2"), 3, ""},
		{"of one picture", caption + "," + picture("0"), 1, "Ba ngày mưa."},
	} {
		a, notes, err := NINJS(strings.NewReader(`{"uri":"tag:bao.example,2026:1","title":"Mưa","bodies":[{"contentType":"text/html","value":"<p>Đoạn.</p>"}],"associations":[`+tt.associations+`]}`), nil)
		if err != nil {
			t.Fatal(err)
		}
		g, ok := a.Hero.(*article.Gallery)
		if !ok || len(g.Images) != tt.pictures || g.Caption.String() != tt.caption || len(a.Body) != 1 || len(a.Extensions) > 0 {
			t.Errorf("%s: hero %+v, body %v, extensions %s, notes %v", tt.name, a.Hero, a.Body, a.Extensions, notes)
		}
	}
}

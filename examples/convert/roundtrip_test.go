package main

import (
	"encoding/json"
	"fmt"
	"maps"
	"net/url"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/toasoan/toasoan/article"
	"github.com/toasoan/toasoan/article/importer"
	"github.com/toasoan/toasoan/render"
)

// roundTrip fails if what a renderer prints of a body is read as another one.
func roundTrip(t *testing.T, r *render.Renderer, b article.Body) {
	t.Helper()
	h, err := r.Body(b)
	if err != nil {
		t.Fatalf("Body: %v", err)
	}
	again, _, err := importer.HTML(strings.NewReader(string(h)), nil)
	if err != nil {
		t.Fatalf("HTML: %v", err)
	}
	want, got := asJSON(b), asJSON(again)
	if want == got {
		return
	}
	w, g := strings.Split(want, "\n"), strings.Split(got, "\n")
	i := 0
	for i < len(w) && i < len(g) && w[i] == g[i] {
		i++
	}
	from := max(0, i-8)
	t.Errorf("import(print(b)) is not b: line %d\n%s\nnot\n%s\nprinted\n%s", i,
		strings.Join(g[from:min(i+8, len(g))], "\n"), strings.Join(w[from:min(i+8, len(w))], "\n"), h)
}

func asJSON(b article.Body) string {
	j, err := json.MarshalIndent(b, "", " ")
	if err != nil {
		return err.Error()
	}
	return string(j)
}

// renderers are ways to print a body. Not all of a body is printed in each of them:
// English is not marked as such in English, a frame shows nothing of what stands for
// it elsewhere, a link to an embed has no size, a film waits without its poster.
var renderers = map[string]*render.Renderer{
	"zero":           {},
	"pictures asked": {RemoteImages: render.RemoteClick},
	"English":        {Site: render.Site{Lang: "en"}},
}

// goldenSources returns the sources of the importer's golden files by their names.
func goldenSources(t *testing.T) map[string]string {
	t.Helper()
	names, err := filepath.Glob("../../article/importer/testdata/*.txtar")
	if err != nil || len(names) == 0 {
		t.Fatalf("no bodies: %v", err)
	}
	sources := make(map[string]string)
	for _, name := range names {
		b, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		_, rest, _ := strings.Cut(string(b), "-- in.html --\n")
		src, _, _ := strings.Cut(rest, "-- blocks --\n")
		sources[strings.TrimSuffix(filepath.Base(name), ".txtar")] = src
	}
	return sources
}

// TestRoundTripOfBodies holds that importing what is printed of an imported body
// gives the body again, for the importer's golden files.
func TestRoundTripOfBodies(t *testing.T) {
	for name, src := range goldenSources(t) {
		body, _, err := importer.HTML(strings.NewReader(src), nil)
		if err != nil {
			t.Fatal(err)
		}
		t.Run(name, func(t *testing.T) { roundTrip(t, &render.Renderer{}, body) })
	}
}

// TestRoundTripOfPages holds that a page that is printed is read as the article it was
// printed from: its headline, time, author and body.
func TestRoundTripOfPages(t *testing.T) {
	site, err := url.Parse("https://bao.example/")
	if err != nil {
		t.Fatal(err)
	}
	r := &render.Renderer{Site: render.Site{Name: "Báo Mẫu", URL: site.String()}}
	for name, src := range goldenSources(t) {
		t.Run(name, func(t *testing.T) {
			a, _, err := importer.Article(strings.NewReader(src), &article.Article{
				Headline: "Thư viện thôn mở cửa", URL: "https://bao.example/thu-vien.html", Credits: []article.Credit{{Name: "Văn An"}},
				Published: time.Date(2026, 9, 14, 9, 40, 0, 0, time.FixedZone("", 7*3600)),
			}, &importer.Options{Base: site})
			if err != nil {
				t.Fatal(err)
			}
			if a, err = a.Checked(); err != nil {
				t.Fatal(err)
			}
			d, err := r.Prepare(a)
			if err != nil {
				t.Fatal(err)
			}
			again, notes, err := importer.Page(strings.NewReader(string((&render.Page{Document: d}).HTML())), nil)
			if err != nil {
				t.Fatal(err)
			}
			if again.Headline != a.Headline || !again.Published.Equal(a.Published) || len(again.Credits) == 0 || again.Credits[0].Name != "Văn An" || again.Credits[0].URL != "" {
				t.Errorf("read as %q, %v, by %+v", again.Headline, again.Published, again.Credits)
			}
			if got, want := asJSON(again.Body), asJSON(a.Body); got != want {
				t.Errorf("body\n%s\nwant\n%s\nnotes %v", got, want, notes)
			}
		})
	}
}

// TestRoundTripOfBlocks has a row for each thing that is printed in a way of its own.
func TestRoundTripOfBlocks(t *testing.T) {
	text := func(s string) article.Body { return article.Body{&article.Paragraph{Text: article.Plain(s)}} }
	image := func(i int) article.Image { return article.Image{URL: fmt.Sprintf("/anh-%d.jpg", i), Alt: "Voi"} }
	for name, b := range map[string]article.Body{
		"headings of one text": {
			&article.Heading{Level: 1, Text: article.Plain("Kết quả")}, text("Một đoạn.")[0],
			&article.Heading{Level: 1, Text: article.Plain("Kết quả")}, text("Đoạn nữa.")[0],
		},
		"a heading that is linked to": {
			&article.Paragraph{Text: article.Text{{Text: "Xem "}, {Text: "phần sau", Link: &article.Link{URL: "#_phan-sau"}}}},
			&article.Heading{Level: 1, ID: "_phan-sau", Text: article.Plain("Phần sau")}, text("Một đoạn.")[0],
		},
		"embeds": {
			&article.Embed{Provider: article.ProviderYouTube, ID: "MQnZe_Iggx0", URL: "https://www.youtube.com/watch?v=MQnZe_Iggx0"},
			&article.Embed{Provider: article.ProviderVimeo, ID: "76979871", URL: "https://vimeo.com/76979871", Title: "Rừng", Caption: article.Plain("Một cánh rừng.")},
			&article.Embed{Provider: article.ProviderTikTok, ID: "7106594312292453675", URL: "https://www.tiktok.com/embed/v2/7106594312292453675"},
			&article.Embed{Provider: article.ProviderFacebook, ID: "123", URL: "https://www.facebook.com/bao/videos/123", Title: "Lễ hội"},
			&article.Embed{Provider: article.ProviderX, ID: "20", URL: "https://x.com/jack/status/20", Fallback: text("just setting up my twttr")},
			&article.Embed{URL: "https://ban-do.example/khung?id=7"},
		},
		"a link below an embed that is not its own": {
			&article.Embed{Provider: article.ProviderYouTube, ID: "MQnZe_Iggx0", URL: "https://www.youtube.com/watch?v=MQnZe_Iggx0"},
			&article.Paragraph{Text: article.Text{{Text: "Xem trên YouTube", Link: &article.Link{URL: "https://www.youtube.com/watch?v=MQnZe_Iggx0"}}}},
		},
		"boxes": {
			&article.Box{Body: text("Không có tên.")},
			&article.Box{Title: "Hồ sơ", Kind: article.BoxProfile, Body: text("Có tên.")},
			&article.Box{Collapsed: true, Body: text("Mở ra mới thấy.")},
			&article.Box{Collapsed: true, Title: "Cách tính", Kind: article.BoxFacts, Body: text("Mở ra mới thấy.")},
		},
		"links": {
			&article.Links{Items: []article.Link{{URL: "/a.html", Text: "Bài một"}, {URL: "/b.html", Text: "Bài hai"}}},
			&article.Links{Title: "Cùng tác giả", Items: []article.Link{{URL: "/c.html", Text: "Bài ba"}}},
		},
		"files": {
			&article.File{URL: "/tep/nghi-quyet.pdf", MediaType: "application/pdf"},
			&article.File{URL: "/tep/phu-luc.docx", Title: "Phụ lục 1", MediaType: "application/vnd.openxmlformats-officedocument.wordprocessingml.document"},
			&article.File{URL: "/tai-ve?id=5", Title: "Danh sách", MediaType: "application/pdf"},
		},
		"pictures": {
			&article.Image{
				URL: "/a.jpg", Width: 680, Height: 400, Alt: "Voi", Caption: article.Plain("Đàn voi."), Credits: []article.Credit{{Name: "Văn Điệp", Role: article.RolePhotographer, Organization: &article.Organization{Name: "TTXVN", Kind: article.OrganizationNews}}},
				Renditions: []article.Rendition{{URL: "/a-360.jpg", Width: 360}, {URL: "/a-360.webp", Width: 360, MediaType: "image/webp"}, {URL: "/a-680.webp", Width: 680, MediaType: "image/webp"}},
			},
			text("Một đoạn văn giữa hai ảnh.")[0],
			&article.Image{URL: "/b.jpg", Alt: "Rừng", Illustration: true, Link: &article.Link{URL: "/b-lon.html"}},
			text("Một đoạn văn nữa giữa hai ảnh.")[0],
			&article.Gallery{Images: []article.Image{image(1), image(2)}, Caption: article.Plain("Hai ảnh.")},
		},
		"a picture of another host": {&article.Image{URL: "https://anh.example/a.jpg", Alt: "Voi", Caption: article.Plain("Đàn voi.")}},
		"recordings": {
			&article.Video{Sources: []article.Rendition{{URL: "/a.mp4", MediaType: "video/mp4"}}, Transcript: text("Chào quý vị.")},
			&article.Audio{Sources: []article.Rendition{{URL: "/a.mp3"}}, Caption: article.Plain("Nghe lại.")},
		},
		"tables": {
			&article.Table{
				Caption: article.Plain("Sản lượng"),
				Head:    [][]article.Cell{{{Header: true, Text: article.Plain("Năm")}, {Header: true, Text: article.Plain("Tấn")}}},
				Rows:    [][]article.Cell{{{Header: true, Text: article.Plain("2024")}, {Text: article.Plain("7")}}, {{Text: article.Plain("Không rõ"), ColSpan: 2}}},
			},
		},
		"quotations": {
			&article.Quote{Body: text("Rừng là vàng."), Attribution: article.Plain("Bà Lê Thị Hoa")},
			&article.Quote{Body: text("Rừng là vàng."), Pull: true},
		},
		"lists": {
			&article.List{Items: []article.Body{text("Một"), append(text("Hai"), &article.List{Ordered: true, Start: 3, Items: []article.Body{text("Ba"), text("Bốn")}})}},
		},
		"lines and verse": {
			&article.Preformatted{Text: "Một dòng\n  và dòng nữa", Verse: true}, &article.Divider{},
			&article.Paragraph{Text: article.Text{{Text: "Một dòng\nvà "}, {Text: "dòng", Marks: article.Strong | article.Emphasis, Lang: "fr"}, {Text: " nữa."}}},
		},
	} {
		renderers := renderers
		if name == "embeds" {
			renderers = maps.Clone(renderers)
			renderers["links"] = &render.Renderer{Embeds: render.EmbedsLink}
			renderers["frames at once"] = &render.Renderer{Embeds: render.EmbedsFrame}
		}
		for how, r := range renderers {
			t.Run(name+"/"+how, func(t *testing.T) { roundTrip(t, r, b) })
		}
	}
}

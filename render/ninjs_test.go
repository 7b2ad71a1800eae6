package render

import (
	"strings"
	"testing"

	"github.com/toasoan/toasoan/article"
)

// A concept keeps its address in a vocabulary, told from a page on one's own site.
func TestNINJSConcepts(t *testing.T) {
	for _, test := range []struct {
		tag  article.Tag
		want string
	}{
		{article.Tag{Name: "Kon Tum", Kind: article.TagPlace, ID: "kt", URL: "/kon-tum"}, `"places":[{"name":"Kon Tum","rel":"place","uri":"https://bao.example/kon-tum","literal":"kt"}]`},
		{article.Tag{Name: "Kon Tum", Kind: article.TagPlace, ID: "kt", SameAs: []string{"http://cv.example/1"}}, `"places":[{"name":"Kon Tum","rel":"about","uri":"http://cv.example/1","literal":"kt"}]`},
		{article.Tag{Name: "Kon Tum", Kind: article.TagPlace, ID: "http://cv.example/1"}, `"places":[{"name":"Kon Tum","rel":"about","uri":"http://cv.example/1"}]`},
		{article.Tag{Name: "lúa", ID: "l", SameAs: []string{"http://cv.example/2"}}, `"subjects":[{"name":"lúa","rel":"keyword","literal":"l"}]`},
	} {
		d, err := testRenderer().Prepare(&article.Article{Headline: "A", Tags: []article.Tag{test.tag}})
		if err != nil {
			t.Fatal(err)
		}
		if got := string(d.NINJS()); !strings.Contains(got, test.want) {
			t.Errorf("%+v: no %s in %s", test.tag, test.want, got)
		}
	}
}

// What belongs to the hero, to the lead and to the readers' ears is in the item.
func TestNINJSHoldsWhatItCan(t *testing.T) {
	link := &article.Link{URL: "/lua.html"}
	a := &article.Article{
		Headline: "A", URL: "/a.html",
		Lead: article.Text{{Text: "Giá lúa "}, {Text: "tăng", Marks: article.Strong}, {Text: " & lên", Link: link}},
		Hero: &article.Video{
			Title: "Phim", Width: 640, Height: 360, Sources: []article.Rendition{{URL: "/v.mp4", MediaType: "video/mp4"}},
			Poster: &article.Image{URL: "/p.jpg"}, Tracks: []article.Track{{URL: "/v.vtt", Kind: article.TrackCaptions, Lang: "vi"}},
			Transcript: article.Body{plainPara("Lời một."), plainPara("Lời hai.")},
			Rights:     article.Rights{UsageTerms: "Hỏi trước."},
		},
		Body: article.Body{plainPara("Chữ.")},
	}
	a.Accessibility.ReadAloud = []article.Audio{{Title: "Giọng nữ", Sources: []article.Rendition{{URL: "/a.mp3", MediaType: "audio/mpeg"}}, Duration: 60}}
	item := string(documentOf(t, a).NINJS())
	for _, want := range []string{
		`{"role":"lead","contentType":"text/html","value":"Giá lúa \u003cstrong\u003etăng\u003c/strong\u003e\u003ca href=\"https://bao.example/lua.html\"\u003e \u0026amp; lên\u003c/a\u003e"}`,
		`{"role":"transcript","contentType":"text/plain","value":"Lời một.\nLời hai."}`,
		`{"name":"r0","href":"https://bao.example/v.mp4","contentType":"video/mp4","width":640,"height":360}`,
		`{"name":"poster","href":"https://bao.example/p.jpg","contentType":"image/jpeg"}`,
		`{"name":"captions-vi","href":"https://bao.example/v.vtt","contentType":"text/vtt"}`,
		`"usageTerms":"Hỏi trước."`,
		`{"name":"readAloud[0]","rel":"readAloud","uri":"https://bao.example/a.mp3","type":"audio","title":"Giọng nữ","renditions":[`,
	} {
		if !strings.Contains(item, want) {
			t.Errorf("no %s in %s", want, item)
		}
	}
	a.Hero = &article.Embed{Provider: article.ProviderYouTube, ID: "MQnZe_Iggx0", Title: "Phim", Caption: article.Plain("Chú thích")}
	a.Lead = article.Plain("Một câu.")
	item = string(documentOf(t, a).NINJS())
	for _, want := range []string{
		`{"name":"hero","rel":"hero","uri":"https://www.youtube.com/watch?v=MQnZe_Iggx0","type":"video","title":"Phim","descriptions":[{"role":"caption","contentType":"text/plain","value":"Chú thích"}]}`,
		`{"role":"lead","contentType":"text/plain","value":"Một câu."}`,
	} {
		if !strings.Contains(item, want) {
			t.Errorf("no %s in %s", want, item)
		}
	}
}

// Renditions have names, each its own, and say no media type that is not known.
func TestNINJSRenditions(t *testing.T) {
	a := &article.Article{Headline: "A", URL: "/a.html", Hero: &article.Video{
		Sources: []article.Rendition{{URL: "/v.mp4"}}, Poster: &article.Image{URL: "/p.png?v=1"},
		Tracks: []article.Track{{URL: "/1.vtt"}, {URL: "/2.vtt"}, {URL: "/3.vtt", Kind: article.TrackSubtitles, Lang: "en"}},
	}}
	item := string(documentOf(t, a).NINJS())
	for _, want := range []string{
		`{"name":"poster","href":"https://bao.example/p.png?v=1","contentType":"image/png"}`,
		`{"name":"captions","href":"https://bao.example/1.vtt"`, `{"name":"captions-2","href":"https://bao.example/2.vtt"`, `{"name":"subtitles-en","href"`,
	} {
		if !strings.Contains(item, want) {
			t.Errorf("no %s in %s", want, item)
		}
	}
	a.Hero = &article.Gallery{Caption: article.Plain("Chùm ảnh."), Images: []article.Image{{URL: "/1.jpg"}, {URL: "/2.jpg"}}}
	item = string(documentOf(t, a).NINJS())
	for _, want := range []string{
		`{"name":"hero","rel":"hero","uri":"https://bao.example/a.html#hero","type":"composite","descriptions":[{"role":"caption","contentType":"text/plain","value":"Chùm ảnh."}]}`,
		`{"name":"hero.images[1]","rel":"hero",`,
	} {
		if !strings.Contains(item, want) {
			t.Errorf("no %s in %s", want, item)
		}
	}
}

package render

import (
	"strings"
	"testing"

	"golang.org/x/net/html"

	"github.com/toasoan/toasoan/article"
)

func TestRemoteImages(t *testing.T) {
	picture := func(u string) *article.Image { return &article.Image{URL: u, Alt: "Lúa", Width: 4, Height: 3} }
	video := &article.Video{
		Sources: []article.Rendition{{URL: "https://khac.example/v.mp4", MediaType: "video/mp4"}},
		Poster:  picture("https://khac.example/v.jpg"), Title: "Gặt",
	}
	mixed := picture("/lua.jpg")
	mixed.Renditions = []article.Rendition{{URL: "https://khac.example/lua-2.jpg", Width: 2}, {URL: "/lua-3.jpg", Width: 3}, {URL: "https://khac.example/lua.avif", MediaType: "image/avif", Width: 4}}
	open := `<figure class="remote">
<details>
<summary>Mở ảnh từ khac.example: Lúa</summary>
<img src="https://khac.example/a.jpg" alt="Lúa" width="4" height="3" loading="lazy" decoding="async" referrerpolicy="no-referrer">
</details>
</figure>
`
	for _, test := range []struct {
		name  string
		mode  RemoteMode
		block article.Block
		want  string
	}{
		{"own", RemoteClick, picture("/a.jpg"), `<figure><img src="/a.jpg" alt="Lúa" width="4" height="3" loading="lazy" decoding="async"></figure>` + "\n"},
		{"own by its host", RemoteClick, picture("https://bao.example/a.jpg"), `<figure><img src="https://bao.example/a.jpg" alt="Lúa" width="4" height="3" loading="lazy" decoding="async"></figure>` + "\n"},
		{"a media host", RemoteClick, picture("https://anh.example/a.jpg"), `<figure><img src="https://anh.example/a.jpg" alt="Lúa" width="4" height="3" loading="lazy" decoding="async"></figure>` + "\n"},
		{"below a domain", RemoteClick, picture("//1.cdn.example/a.jpg"), `<figure><img src="//1.cdn.example/a.jpg" alt="Lúa" width="4" height="3" loading="lazy" decoding="async"></figure>` + "\n"},
		{"not below it", RemoteClick, picture("https://xcdn.example/a.jpg"), strings.ReplaceAll(open, "khac.example", "xcdn.example")},
		{"other", RemoteClick, picture("https://khac.example/a.jpg"), open},
		{"shown", RemoteShown, picture("https://khac.example/a.jpg"), `<figure><img src="https://khac.example/a.jpg" alt="Lúa" width="4" height="3" loading="lazy" decoding="async"></figure>` + "\n"},
		{"linked", RemoteLink, picture("https://khac.example/a.jpg"), `<figure class="remote">` + "\n" + `<p><a href="https://khac.example/a.jpg">Xem ảnh tại khac.example: Lúa</a></p></figure>` + "\n"},
		{"without a text", RemoteLink, &article.Gallery{Images: []article.Image{{URL: "https://khac.example/a.jpg"}, {URL: "https://khac.example/b.jpg"}}}, `<figure class="gallery">
<figure class="remote">
<p><a href="https://khac.example/a.jpg">Xem ảnh tại khac.example</a></p></figure>
<figure class="remote">
<p><a href="https://khac.example/b.jpg">Xem ảnh tại khac.example (2)</a></p></figure>
</figure>
`},
		{"own, beyond ASCII", RemoteLink, picture("https://a.ảnh.vn/a.jpg"), `<figure><img src="https://a.xn--nh-k5s.vn/a.jpg" alt="Lúa" width="4" height="3" loading="lazy" decoding="async"></figure>` + "\n"},
		{"not to be had over https", RemoteClick, picture("http://khac.example/a.jpg"), `<figure class="remote">` + "\n" + `<p><a href="http://khac.example/a.jpg">Xem ảnh tại khac.example: Lúa</a></p></figure>` + "\n"},
		{"renditions", RemoteClick, mixed, `<figure><picture><img src="/lua.jpg" srcset="/lua-3.jpg 3w, /lua.jpg 4w" sizes="(min-width: 46rem) 44rem, 100vw" alt="Lúa" width="4" height="3" loading="lazy" decoding="async"></picture></figure>` + "\n"},
		{"video", RemoteClick, video, `<figure class="video"><video controls preload="none" title="Gặt"><source src="https://khac.example/v.mp4" type="video/mp4"><a href="https://khac.example/v.mp4">Gặt</a></video><figcaption>Gặt</figcaption></figure>` + "\n"},
		{"markup", RemoteClick, &article.RawHTML{HTML: `<p>a <img src="//khac.example/a.jpg" alt="Lúa"> b</p>`}, `<p>a <a href="//khac.example/a.jpg">Lúa</a> b</p>` + "\n"},
		{"picture in markup", RemoteClick, &article.RawHTML{HTML: `<a href="/x">a <picture><source srcset="https://khac.example/a.avif"><img src="https://khac.example/a.jpg" alt="Lúa"></picture></a>`}, `<a href="/x">a Lúa</a>` + "\n"},
		{"candidates in markup", RemoteClick, &article.RawHTML{HTML: `<img src="/a.jpg" srcset="/a.jpg 1x, https://khac.example/b.jpg 2x" alt="">`}, `<img src="/a.jpg" srcset="/a.jpg 1x" alt="" loading="lazy" decoding="async">` + "\n"},
		{"video in markup", RemoteClick, &article.RawHTML{HTML: `<video src="https://khac.example/v.mp4" poster="https://khac.example/v.jpg" preload="metadata"></video>`}, `<video src="https://khac.example/v.mp4" controls preload="none"></video>` + "\n"},
	} {
		r := testRenderer()
		r.RemoteImages = test.mode
		r.Site.MediaHosts = []string{"anh.example", "*.cdn.example", "*.Ảnh.vn"}
		got, err := r.Body(article.Body{test.block})
		if err != nil || string(got) != test.want {
			t.Errorf("%s: %v\ngot  %s\nwant %s", test.name, err, got, test.want)
		}
		d, err := r.Prepare(&article.Article{Headline: "A", Body: article.Body{test.block}})
		if err != nil {
			t.Errorf("%s: %v", test.name, err)
			continue
		}
		page := string((&Page{Document: d, Related: []Teaser{{URL: "/b", Title: "B", Image: picture("https://khac.example/b.jpg")}}}).HTML())
		if hosts := contacted(page, true); test.mode != RemoteShown && len(hosts) > 0 {
			t.Errorf("%s: the page contacts %q", test.name, hosts)
		}
	}
}

// With scripting switched off nothing is loaded late: the links alone hold then.
func TestLinksContactNobody(t *testing.T) {
	picture := article.Image{URL: "https://khac.example/a.jpg", Alt: "Lúa", Width: 4, Height: 3, Renditions: []article.Rendition{{URL: "https://khac.example/b.jpg", Width: 2}}}
	a := &article.Article{
		Headline: "A", URL: "/a.html", Published: day, Hero: &picture,
		Body: article.Body{
			&picture, &article.Gallery{Images: []article.Image{picture, picture}},
			&article.Embed{Provider: article.ProviderYouTube, ID: "abc", Fallback: article.Body{&picture}},
			&article.Video{Sources: []article.Rendition{{URL: "https://khac.example/v.mp4", MediaType: "video/mp4"}}, Poster: &picture},
			&article.RawHTML{HTML: `<p><img src="https://khac.example/c.jpg" srcset="https://khac.example/d.jpg 2x" alt="Lúa" loading="lazy"></p>`},
		},
	}
	for _, test := range []struct {
		remote  RemoteMode
		embeds  EmbedMode
		scripts bool
		want    bool // whether the page contacts others
	}{
		{RemoteLink, EmbedsLink, true, false},
		{RemoteLink, EmbedsLink, false, false},
		{RemoteClick, EmbedsClick, true, false},
		{RemoteClick, EmbedsLink, false, true},
		{RemoteLink, EmbedsClick, false, true},
	} {
		r := testRenderer()
		r.RemoteImages, r.Embeds = test.remote, test.embeds
		d, err := r.Prepare(a)
		if err != nil {
			t.Fatal(err)
		}
		page := string((&Page{Document: d, Related: []Teaser{{URL: "/b", Title: "B", Image: &picture}}}).HTML())
		if hosts := contacted(page, test.scripts); len(hosts) > 0 != test.want {
			t.Errorf("%+v: the page contacts %q", test, hosts)
		}
	}
}

// contacted returns the addresses of other hosts that a browser asks for before
// the reader opens anything, with scripting switched on or off: the standard has
// lazy loading only where it is on.
func contacted(page string, scripts bool) (addresses []string) {
	z := html.NewTokenizer(strings.NewReader(page))
	closed := 0
	for z.Next() != html.ErrorToken {
		tok := z.Token()
		if tok.Data == "details" {
			switch tok.Type {
			case html.StartTagToken:
				closed++
			case html.EndTagToken:
				closed--
			}
		}
		lazy := scripts && closed > 0 && strings.Contains(tok.String(), `loading="lazy"`)
		idle := strings.Contains(tok.String(), `preload="none"`) || tok.Data == "track" && !strings.Contains(tok.String(), "default")
		for _, a := range tok.Attr {
			switch a.Key {
			case "src", "srcset", "poster", "imagesrcset":
			case "href":
				if tok.Data != "link" || !strings.Contains(tok.String(), `"preload"`) {
					continue
				}
			default:
				continue
			}
			for u := range strings.FieldsSeq(a.Val) { // of srcset more than one
				switch hostOf(u) {
				case "", "bao.example", "anh.example", "1.cdn.example", "a.xn--nh-k5s.vn":
				default:
					if !lazy && !idle && (tok.Data != "source" || a.Key == "srcset") {
						addresses = append(addresses, u)
					}
				}
			}
		}
	}
	return addresses
}

// The leading picture is asked for early, but not before the reader asks.
func TestRemoteHeroIsNotPreloaded(t *testing.T) {
	r := testRenderer()
	r.RemoteImages, r.Preload = RemoteClick, true
	d, err := r.Prepare(&article.Article{Headline: "A", Hero: &article.Image{URL: "https://khac.example/a.jpg", Caption: article.Plain("Lúa.")}})
	if err != nil {
		t.Fatal(err)
	}
	page := &Page{Document: d}
	if hosts := contacted(string(page.HTML()), true); len(hosts) > 0 {
		t.Errorf("the page contacts %q", hosts)
	}
	if res := page.Response(); res.link != "" {
		t.Errorf("Link: %s", res.link)
	}
	if want := `<figure class="hero remote">`; !strings.Contains(string(page.HTML()), want) {
		t.Errorf("no %s", want)
	}
	if csp, want := page.CSP(), "img-src 'self' data: https://khac.example"; !strings.Contains(csp, want) {
		t.Errorf("CSP %q has no %q", csp, want)
	}
}

func TestCSPNamesWhatIsShown(t *testing.T) {
	const page = `<!DOCTYPE html><link rel="icon" href="https://a.example/i.svg"><link rel="stylesheet" href="https://b.example/s.css">
<style>p{background:url("https://c.example/x.png")}</style>
<img src="/x.jpg" srcset="https://d.example/x.jpg 1x, //e.example/y.jpg 2x"><picture><source srcset="https://f.example/x.avif"></picture>
<video poster="http://g.example/p.jpg"><source src="https://h.example/v.mp4"></video><audio src="/a.mp3"></audio>
<iframe src="https://i.example/f"></iframe><a href="https://z.example/">z</a>`
	const want = "default-src 'none'; font-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'self'; " +
		"img-src 'self' data: https://a.example https://b.example https://c.example https://d.example e.example https://f.example http://g.example; " +
		"media-src https://h.example 'self'; " +
		"style-src https://b.example 'sha256-nt1t5Hq0gyDiKiyEeVNVLryav7D0UxW5anrjycudtl4='; " +
		"frame-src https://i.example"
	if got := CSP([]byte(page)); got != want {
		t.Errorf("got  %s\nwant %s", got, want)
	}
}

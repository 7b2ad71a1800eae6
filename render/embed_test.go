package render

import (
	"strings"
	"testing"

	"github.com/toasoan/toasoan/article"
)

// A link that names a provider leads to it.
func TestEmbedLinkIsTrue(t *testing.T) {
	for _, test := range []struct {
		embed      article.Embed
		link, name string
	}{
		{article.Embed{Provider: article.ProviderYouTube, ID: "MQnZe_Iggx0", URL: "https://evil.example/x"}, "https://www.youtube.com/watch?v=MQnZe_Iggx0", "YouTube"},
		{article.Embed{Provider: article.ProviderYouTube, ID: "MQnZe_Iggx0", URL: "https://youtu.be/MQnZe_Iggx0?t=3"}, "https://youtu.be/MQnZe_Iggx0?t=3", "YouTube"},
		{article.Embed{Provider: article.ProviderYouTube, URL: "https://notyoutube.com/x"}, "https://notyoutube.com/x", "notyoutube.com"},
		{article.Embed{Provider: article.ProviderYouTube, URL: "https://youtube.com.evil.example/"}, "https://youtube.com.evil.example/", "youtube.com.evil.example"},
		{article.Embed{Provider: article.ProviderFacebook, ID: "1", URL: "https://evil.example/x"}, "https://evil.example/x", "evil.example"},
		{article.Embed{Provider: article.ProviderFacebook, ID: "1", URL: "https://M.Facebook.com/x/posts/1"}, "https://m.facebook.com/x/posts/1", "Facebook"},
		{article.Embed{Provider: article.ProviderGoogleMaps, ID: "p", URL: "https://www.google.com/maps?q=a"}, "https://www.google.com/maps?q=a", "Google Maps"},
		{article.Embed{Provider: article.ProviderGoogleMaps, ID: "p", URL: "https://www.google.com/url?q=https://evil.example"}, "https://www.google.com/url?q=https://evil.example", "www.google.com"},
		{article.Embed{Provider: article.ProviderX, ID: "1", URL: "https://netflix.com/x"}, "https://x.com/i/status/1", "X"},
	} {
		d := documentOf(t, &article.Article{Headline: "Tin", Body: article.Body{&test.embed}})
		want := `<a href="` + test.link + `">Xem trên ` + test.name + `</a>`
		if s := string(d.Body()); !strings.Contains(s, want) {
			t.Errorf("%+v: no %s in %s", test.embed, want, s)
		}
		if s := d.Text(); !strings.Contains(s, "["+test.name+"] <"+test.link+">") {
			t.Errorf("%+v: text %s", test.embed, s)
		}
		if s := d.Markdown(); !strings.Contains(s, "[Xem trên "+test.name+"](") {
			t.Errorf("%+v: Markdown %s", test.embed, s)
		}
	}
}

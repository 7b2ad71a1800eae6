package render

import (
	"strings"
	"testing"

	"github.com/toasoan/toasoan/article"
)

// What is printed of a picture says what an importer needs to read it back.
func TestPicturesSayWhatTheyAre(t *testing.T) {
	person := func(role article.Role) []article.Credit { return []article.Credit{{Name: "Văn A", Role: role}} }
	agency := []article.Credit{{Organization: &article.Organization{Name: "TTXVN"}, Role: article.RoleSource}}
	file := []article.Rendition{{URL: "/v.mp4", MediaType: "video/mp4"}}
	for _, test := range []struct {
		name  string
		block article.Block
		want  string
	}{
		{"no text known", &article.Image{URL: "/a.jpg", Title: "image"}, `<img src="/a.jpg" alt="" class="undescribed" `},
		{"decorative", &article.Image{URL: "/a.jpg", Decorative: true}, `<img src="/a.jpg" alt="" loading`},
		{"a link", &article.Image{URL: "/a.jpg", Link: &article.Link{URL: "/b"}}, `<a href="/b"><img src="/a.jpg" alt="Hình ảnh" loading`},
		{"title", &article.Image{URL: "/a.jpg", Alt: "Lúa", Title: "Lúa chín"}, ` alt="Lúa" title="Lúa chín" `},
		{"its own file among the renditions", &article.Image{URL: "/a.jpg", Alt: "a", Width: 960, Height: 1, Renditions: []article.Rendition{{URL: "/1.jpg", Width: 480}, {URL: "/2.jpg", Width: 960}}}, ` srcset="/1.jpg 480w, /2.jpg 960w" `},
		{"one without a width", &article.Image{URL: "/a.jpg", Alt: "a", Renditions: []article.Rendition{{URL: "/b,c.jpg"}}}, ` srcset="/b,c.jpg" alt`},
		{"a comma at the end", &article.Image{URL: "/a.jpg", Alt: "a", Renditions: []article.Rendition{{URL: "/b,"}}}, ` srcset="/b%2C" alt`},
		{"photographer", &article.Image{URL: "/a.jpg", Credits: person(article.RolePhotographer)}, `>Ảnh: Văn A<`},
		{"illustrator", &article.Image{URL: "/a.jpg", Credits: person(article.RoleIllustrator)}, `>Minh họa: Văn A<`},
		{"sent by a person", &article.Image{URL: "/a.jpg", Credits: person(article.RoleSource)}, `>Nguồn: Văn A<`},
		{"from an agency", &article.Image{URL: "/a.jpg", Credits: agency}, `>Ảnh: TTXVN<`},
		{"video from an agency", &article.Video{Sources: file, Credits: agency}, `>Nguồn: TTXVN<`},
		{"video of a person", &article.Video{Sources: file, Credits: person(article.RoleVideographer)}, `>Video: Văn A<`},
	} {
		got, err := testRenderer().Body(article.Body{test.block})
		if err != nil || !strings.Contains(string(got), test.want) {
			t.Errorf("%s: %s, %v, want %s", test.name, got, err, test.want)
		}
	}
}

// Titles of signs that are written as character references are cut, too, and
// never to nothing.
func TestTitle(t *testing.T) {
	for _, sign := range []string{"<", `"`, "&", "'", "ộ", "<a ", `"Anh" `, ". ", "\u2028"} {
		for n := range 100 {
			headline := "A" + strings.Repeat(sign, n)
			for _, site := range []string{"", "Báo <Mẫu>"} {
				if got := title(headline, site); got == "" || written(got) > maxTitle && runes(got) > maxTitle/2 {
					t.Fatalf("title(%q, %q) = %q, written in %d characters", headline, site, got, written(got))
				}
			}
		}
	}
	for n := -3; n < 9; n++ {
		if got := shorten("một hai ba", n); runes(got) > max(n, 1) {
			t.Errorf("shorten to %d gives %q", n, got)
		}
	}
}

// Whoever has another role than those before has a label of their own.
func TestCreditRoles(t *testing.T) {
	org := func(name string, role article.Role) article.Credit {
		return article.Credit{Organization: &article.Organization{Name: name}, Role: role}
	}
	who := func(name string, role article.Role) article.Credit { return article.Credit{Name: name, Role: role} }
	l := LabelsFor("vi")
	for _, test := range []struct {
		credits      []article.Credit
		illustration bool
		want         string
	}{
		{nil, false, "Ảnh"},
		{nil, true, "Ảnh minh họa"},
		{[]article.Credit{who("An", article.RolePhotographer), who("Bình", "")}, false, "Ảnh: An, Bình"},
		{[]article.Credit{org("New York Times", article.RoleSource), who("Hạ Huy", article.RoleIllustrator)}, false, "Ảnh: New York Times. " + l.Drawing + ": Hạ Huy"},
		{[]article.Credit{who("An", article.RolePhotographer), org("TTXVN", article.RoleSource)}, false, "Ảnh: An, TTXVN"},
		{[]article.Credit{who("An", article.RolePhotographer), who("Bình", article.RoleSource), who("Chi", article.RolePhotographer)}, false, "Ảnh: An. " + l.Source + ": Bình. Ảnh: Chi"},
		{[]article.Credit{who("Hạ Huy", article.RoleIllustrator)}, false, l.Drawing + ": Hạ Huy"},
		{[]article.Credit{who("Hạ Huy", article.RoleIllustrator), who("An", "")}, true, "Ảnh minh họa: Hạ Huy, An"},
	} {
		if got := l.credit(test.credits, l.Photo, test.illustration); got != test.want {
			t.Errorf("credit of %+v = %q, want %q", test.credits, got, test.want)
		}
	}
}

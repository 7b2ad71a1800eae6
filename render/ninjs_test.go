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

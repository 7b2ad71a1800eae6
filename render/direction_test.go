package render

import (
	"strings"
	"testing"

	"github.com/toasoan/toasoan/article"
)

// Browsers take no direction from a language, so it stands wherever it changes.
func TestDirection(t *testing.T) {
	for lang, want := range map[string]string{"": "ltr", "vi": "ltr", "ar": "rtl", "AR-EG": "rtl", "fa": "rtl", "ur-PK": "rtl", "ur-Latn": "ltr", "az-Arab-IR": "rtl", "en": "ltr", "he": "rtl"} {
		if got := direction(lang); got != want {
			t.Errorf("direction(%q) = %s, want %s", lang, got, want)
		}
	}
	a := &article.Article{Headline: "Tin", URL: "/tin.html", Body: article.Body{
		para(article.Span{Text: "سلام", Lang: "ar"}),
		para(article.Span{Text: "Chào "}, article.Span{Text: "שלום", Lang: "he"}, article.Span{Text: " ", Lang: "he", Dir: "auto"}, article.Span{Text: "hi", Lang: "en"}),
		&article.Preformatted{Text: "سلام", Lang: "ar"},
	}}
	body := string(documentOf(t, a).Body())
	for _, want := range []string{`<p lang="ar" dir="rtl">سلام</p>`, `<span lang="he" dir="rtl">שלום</span>`, `<span lang="he" dir="auto"> </span>`, `<span lang="en">hi</span>`, `<pre lang="ar" dir="rtl">`} {
		if !strings.Contains(body, want) {
			t.Errorf("no %s in %s", want, body)
		}
	}
	a.Lang = "ar"
	a.Body = article.Body{plainPara("سلام"), para(article.Span{Text: "Hello", Lang: "en"})}
	d := documentOf(t, a)
	page := string((&Page{Document: d}).HTML())
	for _, want := range []string{`<html lang="ar" dir="rtl">`, `<article class="article" lang="ar" dir="rtl">`, `<p>سلام</p>`, `<p lang="en" dir="ltr">Hello</p>`} {
		if !strings.Contains(page, want) {
			t.Errorf("no %s in %s", want, page)
		}
	}
	other := documentOf(t, &article.Article{Headline: "Tin", URL: "/vi.html"})
	mail := mailOf(t, &Email{Documents: []*Document{d, other}})
	for _, want := range []string{`<html lang="ar" dir="rtl">`, ` lang="vi" dir="ltr">`} {
		if !strings.Contains(mail, want) {
			t.Errorf("no %s in the mail", want)
		}
	}
	if card := string(testRenderer().Card(d.Teaser(), 2)); !strings.Contains(card, `lang="ar" dir="rtl"`) {
		t.Errorf("card: %s", card)
	}
}

// A language stands where its words do, not on what else is in the element.
func TestLanguageOfItsOwnWordsOnly(t *testing.T) {
	english := &article.Paragraph{Text: article.Text{{Text: "Open", Lang: "en"}}}
	for _, test := range []struct {
		name  string
		block article.Block
		want  string
	}{
		{"paragraph", english, "<p lang=\"en\">Open</p>\n"},
		{"caption", &article.Image{URL: "/a.jpg", Alt: "A", Caption: english.Text}, `<figcaption lang="en">Open</figcaption>`},
		{
			"caption with a credit", &article.Image{URL: "/a.jpg", Alt: "A", Caption: english.Text, Credits: []article.Credit{{Name: "Văn A"}}},
			`<figcaption><span lang="en">Open</span> <span class="credit">Ảnh: Văn A</span></figcaption>`,
		},
		{"item", &article.List{Items: []article.Body{{english}}}, "<li lang=\"en\">Open</li>\n"},
		{
			"item with a list", &article.List{Items: []article.Body{{english, &article.List{Items: []article.Body{{&article.Paragraph{Text: article.Plain("Mở")}}}}}}},
			"<li><span lang=\"en\">Open</span>\n<ul>\n<li>Mở</li>\n</ul>\n</li>\n",
		},
	} {
		got, err := new(Renderer).Body(article.Body{test.block})
		if err != nil || !strings.Contains(string(got), test.want) {
			t.Errorf("%s: %s, %v; want %s", test.name, got, err, test.want)
		}
	}
	d, err := new(Renderer).Prepare(&article.Article{Headline: "A", Dateline: "Hà Nội", Lead: english.Text})
	if want := `<p class="lead"><span class="dateline">Hà Nội</span> – <span lang="en">Open</span></p>`; err != nil || !strings.Contains(string(d.Header()), want) {
		t.Errorf("lead: %s, %v", d.Header(), err)
	}
}

// A card of an article in another language has its date in that language, and the
// reason for it in that of the list.
func TestLanguagesOfCards(t *testing.T) {
	r := &Renderer{Site: Site{Name: "Portal", URL: "https://bao.example/", Lang: "en"}}
	for lang, want := range map[string]string{
		"vi":    `<p class="dates"><time datetime="2026-11-20T08:00:00+07:00">20/11/2026, 08:00</time></p>`,
		"en-GB": `<p class="dates"><time datetime="2026-11-20T08:00:00+07:00">20 Nov 2026, 08:00</time></p>`,
		"fr":    `<p class="dates" lang="en"><time datetime="2026-11-20T08:00:00+07:00">20 Nov 2026, 08:00</time></p>`,
	} {
		card := string(r.Card(Teaser{URL: "/1", Title: "A", Lang: lang, Published: day, Reason: "same topic"}, 2))
		if reason := `<p class="reason" lang="en">same topic</p>`; !strings.Contains(card, want) || !strings.Contains(card, reason) {
			t.Errorf("%s: %s", lang, card)
		}
	}
}

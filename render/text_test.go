package render

import (
	"strings"
	"testing"

	"github.com/toasoan/toasoan/article"
)

func markdownOf(t *testing.T, b ...article.Block) string {
	t.Helper()
	d, err := (&Renderer{}).Prepare(&article.Article{Headline: "x", Body: b})
	if err != nil {
		t.Fatal(err)
	}
	s, ok := strings.CutPrefix(d.Markdown(), "# x\n\n")
	if !ok {
		t.Fatalf("no headline in %q", d.Markdown())
	}
	return strings.TrimSuffix(s, "\n")
}

func para(spans ...article.Span) *article.Paragraph { return &article.Paragraph{Text: spans} }

func plainPara(s string) *article.Paragraph { return para(article.Span{Text: s}) }

func TestMarkdownInline(t *testing.T) {
	strong := func(s string) article.Span { return article.Span{Text: s, Marks: article.Strong} }
	em := func(s string) article.Span { return article.Span{Text: s, Marks: article.Emphasis} }
	text := func(s string) article.Span { return article.Span{Text: s} }
	link := &article.Link{URL: "https://a.example/(x)_y"}
	for _, test := range []struct {
		p    *article.Paragraph
		want string
	}{
		{para(text("a "), strong("b"), text(" c")), "a **b** c"},
		{para(text("a"), strong(" b "), text("c")), "a **b** c"}, // blanks move out
		{para(text("a"), strong("b"), text("c")), "a**b**c"},
		{para(text("a"), em("b"), text("c")), "a*b*c"},
		{para(strong("“b”"), text("c")), "**“b”**&#99;"}, // after a quote
		{para(strong("a"), em("b")), "**a***b*"},         // neighbors
		{para(strong("a "), article.Span{Text: "b", Marks: article.Strong | article.Emphasis}), "**a *b***"},
		{para(article.Span{Text: "a", Link: link}, article.Span{Text: "b", Link: link, Marks: article.Strong}), "[a**b**](https://a.example/%28x%29\\_y)"},
		{para(article.Span{Text: "a`b", Marks: article.Code}), "``a`b``"},
		{para(text("*a* _b_ [c](d) <e> `f` \\ ~g~")), "\\*a\\* \\_b\\_ \\[c\\](d) \\<e\\> \\`f\\` \\\\ \\~g\\~"},
		{para(text("&amp; A&B &")), "\\&amp; A\\&B &"},
		{para(text("a\n- b\n# c\n1. d")), "a\\\n\\- b\\\n\\# c\\\n1\\. d"},
		{para(text("1. a")), "1\\. a"},
		{para(text("150.000 ha")), "150.000 ha"},
		{para(text("+ a")), "\\+ a"},
		{para(text("H"), article.Span{Text: "2", Marks: article.Subscript}, text("O")), "H₂O"},
	} {
		if got := markdownOf(t, test.p); got != test.want {
			t.Errorf("%v\n got %s\nwant %s", test.p.Text, got, test.want)
		}
	}
}

func TestMarkdownBlocks(t *testing.T) {
	list := func(ordered bool, start int, items ...string) *article.List {
		l := &article.List{Ordered: ordered, Start: start}
		for _, s := range items {
			l.Items = append(l.Items, article.Body{plainPara(s)})
		}
		return l
	}
	nested := list(false, 0, "a")
	nested.Items[0] = append(nested.Items[0], list(true, 3, "b"))
	for _, test := range []struct {
		name string
		body article.Body
		want string
	}{
		{"two lists stay two", article.Body{list(false, 0, "a"), list(false, 0, "b")}, "- a\n\n* b"},
		{"start", article.Body{list(true, 9, "a", "b")}, "9. a\n10. b"},
		{"nested list that does not begin with 1", article.Body{nested}, "- a\n\n  3. b"},
		{"list in quote", article.Body{&article.Quote{Body: article.Body{list(false, 0, "a", "b")}}}, "> - a\n> - b"},
		{"fence", article.Body{&article.Preformatted{Text: "a\n```\nb"}}, "````\na\n```\nb\n````"},
		{"link that looks like a box to tick", article.Body{&article.Links{Title: "y", Items: []article.Link{{URL: "https://a.example/", Text: "x"}}}}, "y\n\n- [&#120;](https://a.example/)"},
		{"table cell with a bar", article.Body{&article.Table{Rows: [][]article.Cell{{{Text: article.Plain("a|b")}}}}}, "| |\n| --- |\n| a\\|b |"},
	} {
		if got := markdownOf(t, test.body...); got != test.want {
			t.Errorf("%s:\n got %q\nwant %q", test.name, got, test.want)
		}
	}
}

func TestWebVTT(t *testing.T) {
	body := article.Body{plainPara("Câu một. Câu hai & <ba>."), plainPara("Hết.")}
	const want = `WEBVTT

1
00:00:00.000 --> 00:00:08.000
Câu một.

2
00:00:08.000 --> 00:00:23.000
Câu hai &amp; &lt;ba&gt;.

3
00:00:23.000 --> 00:00:27.000
Hết.
`
	if got := WebVTT(body, 27); got != want {
		t.Errorf("WebVTT = %s, want %s", got, want)
	}
	if WebVTT(body, 0) != "" || WebVTT(nil, 3) != "" {
		t.Error("WebVTT of nothing")
	}
}

func TestSentences(t *testing.T) {
	for s, want := range map[string]int{
		"Một câu.":                                1,
		"Một câu. Hai câu! Ba câu? Bốn.":          4,
		"Ông họp ở TP. Hồ Chí Minh với J. Smith.": 1,
		"PGS. Lê A và ThS. Trần B về Q. 1.":       1,
		"Vào vòng U.S. Open. Rồi nghỉ.":           2,
		"Giá 5 USD. Đến từ EU. Mr. Smith nói.":    3,
		"Giá 3.500 đồng. Rẻ.":                     2,
		"Anh nói: “Được.” Rồi đi.":                2,
		"viết thường. sau dấu chấm":               1,
		"":                                        1,
	} {
		if got := sentences(s); len(got) != want {
			t.Errorf("sentences(%q) = %q, want %d", s, got, want)
		}
	}
}

// A raised figure is no other number in text and Markdown, and pictures and
// recordings have the credits they have on the page.
func TestTextSaysWhatThePageSays(t *testing.T) {
	sup, sub := article.Superscript, article.Subscript
	made := []article.Credit{{Name: "Phương Nhi", Role: article.RoleVideographer}}
	d, err := testRenderer().Prepare(&article.Article{Headline: "Tin", Body: article.Body{
		&article.Paragraph{Text: article.Text{{Text: "10"}, {Text: "6", Marks: sup}, {Text: " m"}, {Text: "2", Marks: sup}, {Text: ", H"}, {Text: "2", Marks: sub}, {Text: "O, 1"}, {Text: "er", Marks: sup}}},
		&article.Video{Title: "Gặt", Sources: []article.Rendition{{URL: "/v.mp4"}}, Credits: made},
		&article.Image{URL: "/a.jpg", Alt: "Cầu", Illustration: true, Credits: []article.Credit{{Name: "An"}}},
	}})
	if err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{"10⁶ m², H₂O, 1er", "[Ảnh] Cầu (Ảnh minh họa: An)"} {
		if !strings.Contains(d.Text(), want) {
			t.Errorf("no %q in text:\n%s", want, d.Text())
		}
	}
	for _, want := range []string{"10⁶ m², H₂O, 1er", "Video: Phương Nhi", "Ảnh minh họa: An"} {
		if !strings.Contains(d.Markdown(), want) {
			t.Errorf("no %q in Markdown:\n%s", want, d.Markdown())
		}
	}
}

func TestLabelsFor(t *testing.T) {
	for lang, want := range map[string]string{"": "Tin liên quan", "vi": "Tin liên quan", "vi-VN": "Tin liên quan", "en": "Related articles", "fr": "Related articles"} {
		l := LabelsFor(lang)
		if l.Related != want {
			t.Errorf("LabelsFor(%q).Related = %q, want %q", lang, l.Related, want)
		}
		if l.Related = "x"; LabelsFor(lang).Related != want {
			t.Errorf("LabelsFor(%q) hands out what printers use", lang)
		}
	}
}

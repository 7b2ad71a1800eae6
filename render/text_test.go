package render

import (
	"math"
	"strings"
	"testing"
	"time"

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
		{para(article.Span{Text: "a```b`c", Marks: article.Code}), "````a```b`c````"},
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
	if WebVTT(nil, 3) != "" {
		t.Error("WebVTT of nothing")
	}
	for _, length := range []article.Seconds{0, -1, 0.0001, 0.002, 1e300, article.Seconds(math.Inf(1)), article.Seconds(math.NaN())} {
		if got := WebVTT(body, length); got != "" {
			t.Errorf("WebVTT of %v seconds = %s, want nothing", length, got)
		}
	}
	if got := WebVTT(body, 7*24*60*60); !strings.Contains(got, "--> 168:00:00.000\n") {
		t.Errorf("WebVTT of a week = %s", got)
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

// A raised figure is said as a power or as part of a unit, never as more digits of
// a number.
func TestSpokenFigures(t *testing.T) {
	sup, sub := article.Superscript, article.Subscript
	for _, test := range []struct {
		base, figure string
		mark         article.Marks
		rest, want   string
	}{
		{"10", "6", sup, " người", "mười mũ sáu người"},
		{"10", "-3", sup, "", "mười mũ âm ba"},
		{"10", "−3", sup, "", "mười mũ âm ba"},
		{"10", "6,5", sup, "", "mười mũ sáu phẩy năm"},
		{"(a+b)", "2", sup, "", "(a cộng b) mũ hai"},
		{"x", "2", sup, "", "x mũ hai"},
		{"50 m", "2", sup, "", "năm mươi mét vuông"},
		{"3 km", "2", sup, "", "ba ki-lô-mét vuông"},
		{"chú thích", "1", sup, " này", "chú thích¹ này"},
		{"H", "2", sub, "O", "H hai O"},
		{"101", "2", sub, "", "một trăm linh một hai"},
		{"log", "10", sub, "5", "log mười năm"},
	} {
		text := article.Text{{Text: test.base}, {Text: test.figure, Marks: test.mark}, {Text: test.rest}}
		d := documentOf(t, &article.Article{Headline: "Tin", Body: article.Body{&article.Paragraph{Text: text}}})
		if got := strings.TrimSpace(strings.TrimPrefix(d.Script(), "Tin\n")); got != test.want {
			t.Errorf("Script of %v = %q, want %q", text, got, test.want)
		}
		if !strings.Contains(d.SSML(), "<s>"+test.want+"</s>") {
			t.Errorf("SSML of %v lacks %q: %s", text, test.want, d.SSML())
		}
	}
	d := documentOf(t, &article.Article{Headline: "Tin", Body: article.Body{&article.Paragraph{Text: article.Text{{Text: "10"}, {Text: "6,5", Marks: sup}}}}})
	if s := d.Text(); !strings.Contains(s, "10^(6,5)") {
		t.Errorf("Text joins a power to its number: %s", s)
	}
	d = documentOf(t, &article.Article{Headline: "Tin", Body: article.Body{&article.Paragraph{Text: article.Text{{Text: "Năm 2026"}, {Text: "1", Marks: sup, Link: &article.Link{URL: "#fn1"}}, {Text: " mở."}}}}})
	if s := d.Script(); !strings.Contains(s, "hai mươi sáu mở.") {
		t.Errorf("Script reads the number of a note: %s", s)
	}
	power := article.Text{{Text: "10"}, {Text: "6", Marks: sup}, {Text: " cây"}}
	a := &article.Article{
		Headline: "Tin", URL: "/tin.html", Published: time.Date(2026, 11, 20, 9, 0, 0, 0, time.UTC),
		Hero: &article.Video{Sources: []article.Rendition{{URL: "/v.mp4"}}, Poster: &article.Image{URL: "/p.jpg", Caption: power}, Caption: power, Transcript: article.Body{&article.Paragraph{Text: power}}},
		Body: article.Body{&article.Table{Caption: power, Rows: [][]article.Cell{{{Text: power}}}}},
		Live: &article.Live{Start: time.Date(2026, 11, 20, 9, 0, 0, 0, time.UTC), Updates: []article.Update{{ID: "1", Published: time.Date(2026, 11, 20, 9, 0, 0, 0, time.UTC), Body: article.Body{&article.Paragraph{Text: power}}}}},
	}
	d = documentOf(t, a)
	var feed, sitemap strings.Builder
	if err := testRenderer().Feed("/rss.xml").WriteRSS(&feed, Documents(d)); err != nil {
		t.Fatal(err)
	}
	if _, err := WriteSitemap(&sitemap, SitemapURLs(Documents(d)), SitemapVideos); err != nil {
		t.Fatal(err)
	}
	page := (&Page{Document: d}).HTML()
	for what, s := range map[string]string{"page": string(page), "text": d.Text(), "Markdown": d.Markdown(), "ninjs": string(d.NINJS()), "WebVTT": WebVTT(a.Hero.(*article.Video).Transcript, 3), "RSS": feed.String(), "sitemap": sitemap.String()} {
		if strings.Contains(s, "106") || !strings.Contains(s, "10") {
			t.Errorf("%s joins a power to its number: %s", what, s)
		}
	}
}

// The dateline stands before the text: before the lead, or else before the first
// paragraph, and alone only if there is none.
func TestDateline(t *testing.T) {
	a := &article.Article{Headline: "Tin", URL: "/tin.html", Dateline: "Hà Nội", Body: article.Body{&article.Heading{Level: 1, Text: article.Plain("Mục")}, plainPara("Chữ.")}}
	d := documentOf(t, a)
	for what, s := range map[string]string{"text": d.Text(), "Markdown": d.Markdown(), "feeds": d.content(), "ninjs": string(d.NINJS())} {
		if !strings.Contains(s, "Hà Nội – Chữ.") && what != "ninjs" || strings.Count(s, "Hà Nội") != 1 {
			t.Errorf("%s: %s", what, s)
		}
	}
	if s := string(d.HTML()); !strings.Contains(s, `<p><span class="dateline">Hà Nội</span> – Chữ.</p>`) || strings.Count(s, "Hà Nội") != 1 {
		t.Errorf("page: %s", s)
	}
	a.Body = a.Body[:1]
	d = documentOf(t, a)
	for what, s := range map[string]string{"text": d.Text(), "Markdown": d.Markdown(), "feeds": d.content(), "page": string(d.HTML())} {
		if strings.Count(s, "Hà Nội") != 1 || strings.Contains(s, "–") {
			t.Errorf("%s without a paragraph: %s", what, s)
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

// A line that readers see end is a sentence to voices, whatever marks go over it, and
// a stanza is a paragraph.
func TestSpokenLines(t *testing.T) {
	d, err := testRenderer().Prepare(&article.Article{Headline: "Thơ", Body: article.Body{
		&article.Paragraph{Text: article.Text{{Text: "Mùa hoa\n", Marks: article.Emphasis}, {Text: "vàng như nắng\n\n"}, {Text: "Line one\nline two", Lang: "en"}}},
		&article.Preformatted{Verse: true, Text: "một\nhai\n\nba"},
	}})
	if err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{
		"<p><s>Mùa hoa</s>\n<s>vàng như nắng</s>\n<s><lang xml:lang=\"en\">Line one</lang></s>\n<s><lang xml:lang=\"en\">line two</lang></s></p>\n",
		"<p><s>một</s>\n<s>hai</s></p>\n<p><s>ba</s></p>\n",
	} {
		if !strings.Contains(d.SSML(), want) {
			t.Errorf("no %q in %s", want, d.SSML())
		}
	}
	if want := "Mùa hoa\nvàng như nắng\nLine one\nline two\n\nmột\nhai\n\nba\n"; !strings.HasSuffix(d.Script(), want) {
		t.Errorf("script: %q", d.Script())
	}
}

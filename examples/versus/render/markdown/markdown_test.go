package markdown

import (
	"bytes"
	"fmt"
	"regexp"
	"strings"
	"testing"

	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/extension"
	"github.com/yuin/goldmark/renderer/html"

	"github.com/toasoan/toasoan/article"
	"github.com/toasoan/toasoan/render"
)

var reader = goldmark.New(goldmark.WithExtensions(extension.Table, extension.Strikethrough), goldmark.WithRendererOptions(html.WithUnsafe()))

func prepare(t *testing.T, a *article.Article) *render.Document {
	t.Helper()
	d, err := (&render.Renderer{Site: render.Site{Name: "Báo Mẫu", URL: "https://bao.example/"}}).Prepare(a)
	if err != nil {
		t.Fatal(err)
	}
	return d
}

// structure returns what goldmark makes of an article's Markdown, without the
// headline.
func structure(t *testing.T, b article.Body) string {
	t.Helper()
	var out bytes.Buffer
	if err := reader.Convert([]byte(prepare(t, &article.Article{Headline: "x", Body: b}).Markdown()), &out); err != nil {
		t.Fatal(err)
	}
	s := strings.TrimPrefix(out.String(), "<h1>x</h1>\n")
	return strings.ReplaceAll(strings.ReplaceAll(s, "\n", ""), "&quot;", `"`)
}

// Goldmark reads the Markdown of every block back to the structure it has here.
func TestGoldmarkReadsBlocks(t *testing.T) {
	p := func(s string) article.Block { return &article.Paragraph{Text: article.Plain(s)} }
	list := func(ordered bool, start int, items ...article.Body) article.Block {
		return &article.List{Ordered: ordered, Start: start, Items: items}
	}
	for _, test := range []struct {
		name string
		body article.Body
		want string
	}{
		{"paragraphs", article.Body{p("a"), p("b\nc")}, "<p>a</p><p>b<br>c</p>"},
		{"headings", article.Body{&article.Heading{Level: 1, Text: article.Plain("a #")}, &article.Heading{Level: 3, Text: article.Plain("b")}}, "<h2>a #</h2><h3>b</h3>"},
		{"tight list", article.Body{list(false, 0, article.Body{p("a")}, article.Body{p("b")})}, "<ul><li>a</li><li>b</li></ul>"},
		{"ordered list", article.Body{list(true, 9, article.Body{p("a")}, article.Body{p("b")})}, `<ol start="9"><li>a</li><li>b</li></ol>`},
		{"two lists", article.Body{list(true, 1, article.Body{p("a")}), list(true, 1, article.Body{p("b")})}, "<ol><li>a</li></ol><ol><li>b</li></ol>"},
		{"nested list", article.Body{list(false, 0, article.Body{p("a"), list(true, 1, article.Body{p("b")})})}, "<ul><li>a<ol><li>b</li></ol></li></ul>"},
		{"nested list from 3", article.Body{list(false, 0, article.Body{p("a"), list(true, 3, article.Body{p("b")})})}, `<ul><li><p>a</p><ol start="3"><li>b</li></ol></li></ul>`},
		{"list with paragraphs", article.Body{list(false, 0, article.Body{p("a"), p("b")}, article.Body{p("c")})}, "<ul><li><p>a</p><p>b</p></li><li><p>c</p></li></ul>"},
		{"quote", article.Body{&article.Quote{Body: article.Body{p("a"), list(false, 0, article.Body{p("b")})}, Attribution: article.Plain("c")}}, "<blockquote><p>a</p><ul><li>b</li></ul><p>– c</p></blockquote>"},
		{"divider", article.Body{p("a"), &article.Divider{}, p("b")}, "<p>a</p><hr><p>b</p>"},
		{"listing", article.Body{&article.Preformatted{Text: "a  <b>\n``` c"}}, "<pre><code>a  &lt;b&gt;``` c</code></pre>"},
		{"poem", article.Body{&article.Preformatted{Text: "a\n- b\n\nc", Verse: true}}, "<p>a<br>- b</p><p>c</p>"},
		{"picture", article.Body{&article.Image{URL: "https://a.example/(b).jpg", Alt: "c [d]"}}, `<p><img src="https://a.example/%28b%29.jpg" alt="c [d]"></p>`},
		{"table", article.Body{&article.Table{Head: [][]article.Cell{{{Text: article.Plain("a")}, {Text: article.Plain("b|c")}}}, Rows: [][]article.Cell{{{Text: article.Plain("d")}}}}}, "<table><thead><tr><th>a</th><th>b|c</th></tr></thead><tbody><tr><td>d</td><td></td></tr></tbody></table>"},
	} {
		if got := structure(t, test.body); got != test.want {
			t.Errorf("%s:\n got %s\nwant %s\n%s", test.name, got, test.want, prepare(t, &article.Article{Headline: "x", Body: test.body}).Markdown())
		}
	}
}

var tags = regexp.MustCompile(`</?(strong|em|del)>`)

// Marks begin and end where they do here, whatever the characters around them.
func TestGoldmarkReadsMarks(t *testing.T) {
	marks := []article.Marks{0, article.Strong, article.Emphasis, article.Strong | article.Emphasis, article.Deleted}
	texts := []string{"a", "ữ", "“b”", "c.", "(d", "1", "*", " e ", "f "}
	n := 0
	for _, m1 := range marks {
		for _, m2 := range marks {
			for _, t1 := range texts {
				for _, t2 := range texts {
					text := article.Text{{Text: "x"}, {Text: t1, Marks: m1}, {Text: t2, Marks: m2}, {Text: "y"}}
					a := prepare(t, &article.Article{Headline: "x", Body: article.Body{&article.Paragraph{Text: text}}})
					norm := a.Article().Body[0].(*article.Paragraph).Text
					got := structure(t, article.Body{&article.Paragraph{Text: text}})
					got = strings.TrimSuffix(strings.TrimPrefix(got, "<p>"), "</p>")
					if marksOf(t, got) != wantMarks(norm) {
						t.Errorf("%v:\n got %s from %q\nwant %s", text, marksOf(t, got), a.Markdown(), wantMarks(norm))
						if n++; n > 10 {
							t.FailNow()
						}
					}
				}
			}
		}
	}
}

// wantMarks returns each character that is no blank with its marks.
func wantMarks(t article.Text) string {
	var b strings.Builder
	for _, s := range t {
		for _, r := range s.Text {
			if r != ' ' {
				fmt.Fprintf(&b, "%c%t%t%t ", r, s.Marks.Has(article.Strong), s.Marks.Has(article.Emphasis), s.Marks.Has(article.Deleted))
			}
		}
	}
	return b.String()
}

func marksOf(t *testing.T, s string) string {
	t.Helper()
	var b strings.Builder
	on := map[string]int{}
	for s != "" {
		if loc := tags.FindStringSubmatchIndex(s); loc != nil && loc[0] == 0 {
			if s[1] == '/' {
				on[s[loc[2]:loc[3]]]--
			} else {
				on[s[loc[2]:loc[3]]]++
			}
			s = s[loc[1]:]
			continue
		}
		r := []rune(s)[0]
		s = s[len(string(r)):]
		if r != ' ' && r != '\u2060' { // a word joiner may keep delimiters apart
			fmt.Fprintf(&b, "%c%t%t%t ", r, on["strong"] > 0, on["em"] > 0, on["del"] > 0)
		}
	}
	return b.String()
}

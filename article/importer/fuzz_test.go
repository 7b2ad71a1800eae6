package importer

import (
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"unicode/utf8"

	"golang.org/x/net/html"

	"github.com/toasoan/toasoan/article"
)

// seeds adds the sources of the golden files and some knots, and returns them.
func seeds(f *testing.F) map[string]bool {
	known := make(map[string]bool)
	add := func(s string) {
		known[s] = true
		f.Add(s)
	}
	files, err := filepath.Glob("testdata/*.txtar")
	if err != nil {
		f.Fatal(err)
	}
	for _, name := range files {
		b, err := os.ReadFile(name)
		if err != nil {
			f.Fatal(err)
		}
		add(parseTxtar(string(b))["in.html"])
	}
	for _, s := range []string{
		"<p>a<b>b<p>c</b>d", "<a href=#x>l</a><h2 id=x>h</h2>", "<table><td>a<td><table><tr>b</table>", "<b><i></b>x</i>",
		"<ul><li>a<ul><li>b</ul><li>c", "<dl><dt>a<dd>b<dt>c", "<ruby>漢<rp>(<rt>kan</ruby>", "<pre>\n a\n\tb<br>c</pre>",
		"<video src=a.mp4><track src=a.vtt>x</video>", "<noscript><img src=a.jpg></noscript>", "a&ngt;b&#x41c&notit;", "<script><!--<script></script>--></script>a",
		"<math><mi>x</math>", "<p style='mso-list:l0 level1 lfo1'><span style='mso-list:Ignore'>·</span>a", "- a<br>- b<br>- c", "<img src=a srcset='b 2x, c 3x,'>",
		"<blockquote><p>q</p><cite>Ai</cite></blockquote>", "<details><summary>s</summary>t</details>", "\xff<p>\xc3", "<!--", "<a", "</", "<p/ =a=b 'c>d",
		"<dl><blockquote><dt>a", "<ul><blockquote><li>a", "<p>- a<p>+ b<p>- c", "<script/><!--<S", "<pre>\f\u0085\u0091a\ufdd0\ufeff", "[caption]<img src=a> b[/caption]", "<figure class=embed><p><a href=a>b</a></figure>", "<ul><table><tr><td><li>a<td>b", "<AĐ>a",
		"0<img src=a width=2><img src=b><em>A0",
	} {
		add(s)
	}
	return known
}

// FuzzHTML holds what every import must hold: it ends, it fails only for the
// limits, the body is one that validates, and no letter is lost or made up. What
// is printed of a seed is read as what it was; random bytes find markup that
// reads otherwise once it has been printed cleanly, such as a list without
// markup behind a bold line.
func FuzzHTML(f *testing.F) {
	known := seeds(f)
	f.Fuzz(func(t *testing.T, src string) {
		for _, keep := range []bool{false, true} {
			o := &Options{KeepHTML: keep, Limits: article.Limits{Bytes: 1 << 16, Depth: 16}}
			body, notes, err := HTML(strings.NewReader(src), o)
			if err != nil {
				if !errors.Is(err, article.ErrTooDeep) && !errors.Is(err, article.ErrTooLarge) && !errors.Is(err, article.ErrTooComplex) {
					t.Fatalf("error %v", err)
				}
				continue
			}
			checkCodes(t, notes)
			for _, n := range notes {
				if !utf8.ValidString(n.Text) {
					t.Errorf("note %+v", n)
				}
			}
			checkLetters(t, src, body, notes)
			a := &article.Article{Headline: "x", Body: body}
			if err := a.Validate(); err != nil {
				t.Errorf("the body is not valid: %v", err)
			}
			if known[src] { // of random bytes some captions are no fixed point
				checkRoundTrip(t, body, &Options{KeepHTML: keep})
			}
		}
	})
}

// FuzzLexer compares the lexer to the tokenizer of x/net/html.
func FuzzLexer(f *testing.F) {
	seeds(f)
	f.Fuzz(func(t *testing.T, src string) {
		if strings.Contains(src, "\x00") || !utf8.ValidString(src) {
			return // the tokenizer replaces them, and importers make the source valid first
		}
		l := lexer{src: src}
		s := scanner{lex: l, scratch: new(scratch)}
		z := html.NewTokenizer(strings.NewReader(src))
		newlines := strings.NewReplacer("\r\n", "\n", "\r", "\n")
		for {
			tt := z.Next()
			k := s.lex.next()
			got, want := "", ""
			switch tt {
			case html.ErrorToken:
				if k != endOfInput {
					t.Fatalf("token %d %q after the end", k, src[s.lex.start:s.lex.pos])
				}
				return
			case html.TextToken:
				want = "text " + string(z.Text())
			case html.StartTagToken, html.SelfClosingTagToken:
				tok := z.Token()
				want = "start " + tok.Data
				for i, a := range tok.Attr {
					if i < maxAttrs {
						want += " " + a.Key + "=" + a.Val
					}
				}
				if tok.Data == "noscript" {
					z.NextIsNotRawText()
				}
				if tt == html.SelfClosingTagToken {
					want += " /"
				}
			case html.EndTagToken:
				want = "end " + z.Token().Data
			default:
				want = "other"
			}
			switch k {
			case endOfInput:
				got = "end of input"
			case textToken:
				text := newlines.Replace(s.lex.text)
				if !s.lex.literal {
					text = html.UnescapeString(text)
				}
				got = "text " + text
			case startTag:
				got = "start " + lower(s.lex.name)
				for _, a := range s.lex.at {
					got += " " + a.key + "=" + newlines.Replace(a.val)
				}
				if s.lex.self {
					got += " /"
				}
			case endTag:
				got = "end " + lower(s.lex.name)
			default:
				got = "other"
			}
			if got != want {
				t.Fatalf("in %q: token %q, want %q", src, got, want)
			}
		}
	})
}

// FuzzText holds that copied text never fails and loses no letter.
func FuzzText(f *testing.F) {
	f.Add(copied)
	f.Add("a\u0085 b\x7f\xecc")
	f.Add("a\r\nb\u2028c\n\n- d\n- e\n1. f\n2. g")
	f.Fuzz(func(t *testing.T, src string) {
		a, notes, err := Text(strings.NewReader(src), nil)
		if err != nil {
			t.Fatal(err)
		}
		checkCodes(t, notes)
		a.Headline += "x"
		if err := a.Validate(); err != nil {
			t.Errorf("the article is not valid: %v", err)
		}
	})
}

// checkArticle fails if an imported article could not be printed once it has a
// headline.
func checkArticle(t *testing.T, a *article.Article, notes []Note) {
	t.Helper()
	checkCodes(t, notes)
	a.Normalize()
	if a.Headline == "" {
		a.Headline = "x"
	}
	if err := a.Validate(); err != nil {
		t.Errorf("the article is not valid: %v", err)
	}
}

// FuzzColumns holds that columns may hold any bytes, whatever the body repeats of them.
func FuzzColumns(f *testing.F) {
	f.Add("Tít", "Tít\xff", "a\xff", "<<br>&nbsp", "\xff|admin", "VOV.VN - \xff")
	f.Add("Theo A (B)", "x", "y", "z", "Lan Chi <a@b.vn> - 20/11/2026; ảnh: \xc3", "<p>")
	f.Fuzz(func(t *testing.T, src, headline, kicker, description, author, lead string) {
		known := &article.Article{
			Headline: headline, Kicker: kicker, Description: description, Lead: article.Plain(lead),
			Credits: []article.Credit{{Name: author}}, Source: &article.Source{Name: author, Author: headline},
		}
		_, notes, err := Article(strings.NewReader("<h1>"+src+"</h1><p>"+src+"</p><p>x</p><p align=right><b>"+src+"</b></p>"), known, nil)
		if err == nil {
			checkCodes(t, notes)
		}
		for _, c := range Credits(author) {
			if c.Name == "" && c.Organization == nil {
				t.Errorf("Credits(%q) names nobody", author)
			}
		}
	})
}

// FuzzPage holds that a page gives an article that validates, or an error.
func FuzzPage(f *testing.F) {
	seeds(f)
	f.Add(wholePage)
	f.Add(`<html lang="!!!"><h1>a</h1><script type=application/ld+json>{"@type":"Article","inLanguage":"xx_YY!!","headline":"b","image":"c"}</script><p>d`)
	f.Fuzz(func(t *testing.T, src string) {
		a, notes, err := Page(strings.NewReader(src), nil)
		if err == nil {
			checkArticle(t, a, notes)
		}
	})
}

// FuzzNINJS holds that an item gives an article that validates, or an error.
func FuzzNINJS(f *testing.F) {
	f.Add(ninjsItem)
	f.Add(`{"uri":"a","title":"b","associations":[{"name":"c","uri":"d","type":"text","renditions":[{"href":"/e","contentType":"%/0"}]}]}`)
	f.Add(`{"uri":"a","language":"!!","title":"b","versionCreated":"2025","altIds":[{"role":"hreflang-!!","value":"/x"},{"role":"hreflang-","value":"/y"}]}`)
	f.Fuzz(func(t *testing.T, src string) {
		a, notes, err := NINJS(strings.NewReader(src), nil)
		if err == nil {
			checkArticle(t, a, notes)
		}
	})
}

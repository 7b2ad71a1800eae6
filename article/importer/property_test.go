package importer

import (
	"encoding/json"
	"fmt"
	"slices"
	"strings"
	"testing"
	"unicode"

	"golang.org/x/net/html"

	"github.com/toasoan/toasoan/article"
)

// countLetters adds the letters of s to n.
func countLetters(n map[rune]int, s string) {
	for _, c := range s {
		if unicode.IsLetter(c) {
			n[c]++
		}
	}
}

// lettersOf counts the letters that markup shows, by the tokenizer alone. Those
// of attributes that importers keep as text are counted apart.
func lettersOf(src string) (shown, attributes map[rune]int) {
	shown, attributes = map[rune]int{}, map[rune]int{}
	z := html.NewTokenizer(strings.NewReader(strings.ToValidUTF8(src, "\uFFFD")))
	silent := false
	for {
		switch z.Next() {
		case html.ErrorToken:
			return shown, attributes
		case html.TextToken:
			if !silent {
				countLetters(shown, string(z.Text()))
			}
			silent = false
		case html.EndTagToken:
			silent = false
		case html.StartTagToken, html.SelfClosingTagToken:
			t := z.Token()
			switch t.Data {
			case "script", "style", "title", "noembed", "noframes", "iframe":
				silent = true
			case "noscript":
				z.NextIsNotRawText()
			}
			for _, a := range t.Attr {
				countLetters(attributes, a.Val)
			}
		}
	}
}

// lettersOut counts the letters of a body.
func lettersOut(b article.Body) map[rune]int {
	n := map[rune]int{}
	a := &article.Article{Body: b}
	for _, t := range a.Texts() {
		countLetters(n, t.String())
	}
	seen := map[string]bool{} // one line may credit all pictures of a gallery
	name := func(s string) {
		if !seen[s] {
			seen[s] = true
			countLetters(n, s)
		}
	}
	credits := func(cs []article.Credit) {
		for _, c := range cs {
			name(c.Name)
			if c.Organization != nil {
				name(c.Organization.Name)
			}
		}
	}
	for _, im := range a.Images() {
		credits(im.Credits)
	}
	for _, x := range b.All() {
		switch x := x.(type) {
		case *article.Links:
			countLetters(n, x.Title)
			for _, l := range x.Items {
				countLetters(n, l.Text)
			}
		case *article.Box:
			countLetters(n, x.Title)
		case *article.File:
			countLetters(n, x.Title)
		case *article.Preformatted:
			countLetters(n, x.Text)
		case *article.RawHTML:
			in, _ := lettersOf(x.HTML)
			for c, k := range in {
				n[c] += k
			}
		case *article.Video:
			credits(x.Credits)
		case *article.Audio:
			credits(x.Credits)
		}
	}
	return n
}

// checkLetters fails if a letter of src is neither in the body nor in a note, or
// if the body has one that src has not.
func checkLetters(t testing.TB, src string, b article.Body, notes []Note) {
	t.Helper()
	in, at := lettersOf(src)
	out := lettersOut(b)
	noted := map[rune]int{}
	for _, n := range notes {
		countLetters(noted, n.Text)
	}
	var lost, made []rune
	for c, n := range in {
		if n > out[c]+noted[c] {
			lost = append(lost, c)
		}
	}
	for c, n := range out {
		if n > in[c]+at[c] {
			made = append(made, c)
		}
	}
	slices.Sort(lost)
	slices.Sort(made)
	if len(lost) > 0 {
		t.Errorf("letters lost without a note: %q", string(lost))
	}
	if len(made) > 0 {
		t.Errorf("letters made up: %q", string(made))
	}
}

// checkRoundTrip fails if the printed body is read as another one.
func checkRoundTrip(t testing.TB, b article.Body, o *Options) {
	t.Helper()
	src := printHTML(b)
	again, _, err := HTML(strings.NewReader(src), o)
	if err != nil {
		t.Errorf("the printed body can't be read: %v", err)
		return
	}
	if want, got := indent(b), indent(again); want != got {
		t.Errorf("import(print(import(x))) is not import(x):\n%s", firstDifference(want, got))
	}
}

func indent(b article.Body) string {
	s, err := json.MarshalIndent(b, "", " ")
	if err != nil {
		return err.Error()
	}
	return string(s)
}

// firstDifference shows where two texts part.
func firstDifference(want, got string) string {
	w, g := strings.Split(want, "\n"), strings.Split(got, "\n")
	for i := range min(len(w), len(g)) {
		if w[i] != g[i] {
			from := max(0, i-6)
			return fmt.Sprintf("line %d\nwant %s\ngot  %s", i, strings.Join(w[from:min(i+6, len(w))], "\n     "), strings.Join(g[from:min(i+6, len(g))], "\n     "))
		}
	}
	return fmt.Sprintf("%d lines, want %d", len(g), len(w))
}

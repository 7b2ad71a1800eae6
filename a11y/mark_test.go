package a11y

import (
	"bytes"
	"strconv"
	"strings"
	"testing"

	"golang.org/x/net/html"
)

// markByTokenizer does what mark does with the tokenizer of x/net/html.
func markByTokenizer(src []byte) (marked []byte, whole bool) {
	z := html.NewTokenizer(bytes.NewReader(src))
	offset := 0
	for {
		tt := z.Next()
		raw := z.Raw()
		if tt == html.ErrorToken {
			return append(marked, src[min(offset, len(src)):]...), whole
		}
		end := 0
		if tt == html.StartTagToken || tt == html.SelfClosingTagToken {
			for end = 1; !isSpace(raw[end]) && raw[end] != '/' && raw[end] != '>'; {
				end++
			}
			marked = append(marked, raw[:end]...)
			marked = append(marked, " "+posAttr+"="+strconv.Itoa(offset)...)
			if raw[end] == '/' {
				marked = append(marked, ' ')
			}
		}
		name, _ := z.TagName()
		switch string(name) {
		case "html", "head", "body", "title":
			whole = whole || tt != html.EndTagToken
		}
		whole = whole || tt == html.DoctypeToken
		marked = append(marked, raw[end:]...)
		offset += len(raw)
	}
}

func FuzzMark(f *testing.F) {
	for _, s := range []string{
		"", "<", "a<b", "<b", "<b>", "<!", "<!-", "<!--", "<!-->x<b>", "<!--->x<b>", "<!---->x<b>", "<!--a--!><b>", "<!--a--!b--><b>", "<!--a-- ><b>--><b>", "<!--!><b>",
		"<?xml?><b>", "<?><b>", "</><b>", "</ b><b>", "</b x='>'><b>", "<!x><b>", "<!><b>", "<!DocType html><b>", "<!doctype", "<!doctyp><b>", "<![CDATA[<b>]]><i>",
		"<br/>", "<br/ >", "<b/x=y>", "<a href=/x/>", "<a =b=c>", "<a b='>' c=\">\" d=>x<i>", "<a b = c>", "<a b=c/><i>", "<a/b/c/><i>", "<a b", "<a b=", "<a b='", "<a b=c", "<a ='<b>'>",
		"<title><b></title><b>", "<TITLE><b></Title ><b>", "<title><b></titlex></title/><b>", "<title></title", "<textarea><b></textarea><b>", "<plaintext><b></plaintext><b>",
		"<script>a<b</script><b>", "<script><!--<b>--></script><b>", "<script><!--<script></script>--></script><b>", "<script><!--</script><b>", "<script></script><b>", "<script><</script><b>",
		"<style><</style><b>", "<xmp><b></xmp><b>", "<noscript><b></noscript><b>", "<iframe><b></iframe><b>", "<svg><title><b></title></svg>", "<ſcript><b></script>",
	} {
		f.Add(s)
	}
	for _, c := range lintCases {
		f.Add(c.bad)
	}
	f.Fuzz(func(t *testing.T, s string) {
		got, _, whole := mark([]byte(s))
		want, wantWhole := markByTokenizer([]byte(s))
		if !bytes.Equal(got, want) || whole != wantWhole {
			t.Errorf("mark(%q) = %q, %v, want %q, %v", s, got, whole, want, wantWhole)
		}
	})
}

func TestMarkLong(t *testing.T) {
	s := strings.Repeat("<p class=a title='>'>Một <b>hai</b></p>\n<!-- <i> -->", 1000)
	got, tags, _ := mark([]byte(s))
	if want, _ := markByTokenizer([]byte(s)); !bytes.Equal(got, want) {
		t.Error("mark differs from the tokenizer on a long text")
	}
	if tags != 2000 {
		t.Errorf("%d tags, want 2000", tags)
	}
}

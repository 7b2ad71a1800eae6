package importer

import (
	"encoding/binary"
	"math/rand/v2"
	"reflect"
	"slices"
	"strings"
	"testing"
	"unicode/utf16"
	"unicode/utf8"

	"github.com/toasoan/toasoan/article/viet/legacy"
)

// TestEncoding imports a body in each encoding, by its name and by detection.
func TestEncoding(t *testing.T) {
	const text = "Sáng nay, bà con các thôn trong xã đã xuống đồng gặt lúa mùa, sớm hơn năm ngoái một tuần vì trời nắng đều. " +
		"Hợp tác xã cho mượn máy gặt, mỗi hộ chỉ trả tiền dầu và công người lái."
	for _, e := range legacy.All() {
		raw, err := e.NewEncoder().String(text)
		if err != nil {
			t.Fatal(err)
		}
		for _, name := range []string{e.String(), "auto"} {
			o := &Options{Encoding: name}
			if e != legacy.VIQR {
				body, notes := importHTML(t, "<p>"+raw+"</p>", o)
				if got := body.Text(); got != text {
					t.Errorf("HTML in %s with %q: %q", e, name, got)
				}
				if !hasCode(notes, "decoded") {
					t.Errorf("%s: no note in %v", e, notes)
				}
			}
			a, _, err := Text(strings.NewReader(raw), o)
			if err != nil {
				t.Fatal(err)
			}
			if got := a.Body.Text() + a.Headline + a.Lead.String(); got != text {
				t.Errorf("text in %s with %q: %q", e, name, got)
			}
		}
	}
	if body, notes := importHTML(t, "<p>"+text+"</p>", &Options{Encoding: "auto"}); body.Text() != text || len(notes) > 0 {
		t.Errorf("UTF-8 with auto: %q, notes %v", body.Text(), notes)
	}
	if _, _, err := HTML(strings.NewReader("a"), &Options{Encoding: "EBCDIC"}); err == nil {
		t.Error("an unknown encoding is no error")
	}
}

// TestInvalidUTF8 holds that a source is read as UTF-8 wherever in the markup it is
// none, and that the note says so.
func TestInvalidUTF8(t *testing.T) {
	r := rand.New(rand.NewPCG(5, 6))
	frames := [][2]string{
		{"", ""},
		{"<p>a ", "</p><p>b"},
		{"<pre>", "</pre>"},
		{"<script>", "</script>a"},
		{"<textarea>", "</textarea>"},
		{"<!--", "-->a"},
		{"<p class='", "'>a"},
		{"<p ", "=x>a"},
		{"a</p ", ">"},
		{"a<p title='", ""},
		{"a&amp;", "&nbsp;"},
		{"<iframe>", "</iframe>"},
		{"[embed]", "[/embed]"},
	}
	for range 20_000 {
		f := frames[r.IntN(len(frames))]
		src := f[0] + strings.Repeat("xế ", r.IntN(4)) + anyText(r, 1+r.IntN(3)) + f[1]
		body, notes, err := HTML(strings.NewReader(src), nil)
		if err != nil {
			t.Fatal(err)
		}
		noted := slices.ContainsFunc(notes, func(n Note) bool { return n.Code == "invalid-utf8" })
		if noted == utf8.ValidString(src) {
			t.Fatalf("%q: invalid-utf8 noted: %v", src, noted)
		}
		if !noted {
			continue
		}
		want, _, err := HTML(strings.NewReader(strings.ToValidUTF8(src, "\uFFFD")), nil)
		if err != nil || !reflect.DeepEqual(body, want) {
			t.Fatalf("%q: read as %v, and repaired as %v (%v)", src, body, want, err)
		}
	}
}

// TestPageEncoding reads pages from before Unicode, which say in what they are or
// don't, and files of Windows' "Unicode".
func TestPageEncoding(t *testing.T) {
	const text = "Sáng nay, bà con các thôn trong xã đã xuống đồng gặt lúa mùa, sớm hơn năm ngoái một tuần vì trời nắng đều."
	for _, head := range []string{`<meta http-equiv="Content-Type" content="text/html; charset=windows-1258">`, `<meta name="generator" content="FrontPage 4.0">`} {
		page := "<html><head><title>Tin</title>" + head + "<script>var a = 1;</script></head><body><div id=menu class=m></div><h1>Gặt lúa</h1><p>" + text + "</p></body></html>"
		raw, err := legacy.Windows1258.NewEncoder().String(page)
		if err != nil {
			t.Fatal(err)
		}
		a, notes, err := Page(strings.NewReader(raw), &Options{Encoding: "auto"})
		if err != nil {
			t.Fatal(err)
		}
		if a.Headline != "Gặt lúa" || a.Body.Text() != text || !hasCode(notes, "decoded") {
			t.Errorf("with %s: %q, %q, notes %v", head, a.Headline, a.Body.Text(), notes)
		}
	}
	for mark, order := range map[string]binary.AppendByteOrder{"\xff\xfe": binary.LittleEndian, "\xfe\xff": binary.BigEndian} {
		raw := []byte(mark)
		for _, u := range utf16.Encode([]rune("<p>" + text + "</p>")) {
			raw = order.AppendUint16(raw, u)
		}
		for _, name := range []string{"", "auto", "utf-16"} {
			body, notes := importHTML(t, string(raw), &Options{Encoding: name})
			if body.Text() != text || !hasCode(notes, "decoded") {
				t.Errorf("UTF-16 with %q: %q, notes %v", name, body.Text(), notes)
			}
		}
	}
}

package importer

import (
	"strings"
	"testing"

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

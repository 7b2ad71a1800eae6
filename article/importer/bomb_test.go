package importer

import (
	"errors"
	"fmt"
	"runtime"
	"strconv"
	"strings"
	"testing"

	"golang.org/x/net/html"

	"github.com/toasoan/toasoan/article"
)

// bombs are small pieces of markup of which much is made, by what is repeated, with
// a number in the place of "%d". Each is as cheap as it can be for who sends it and as
// dear as it can be for who reads.
var bombs = []struct{ name, front, piece string }{
	{"text", "", "chữ "},
	{"paragraphs", "", "<p>a"},
	{"empty paragraphs", "", "<p>"},
	{"line breaks", "", "a<br>"},
	{"double line breaks", "", "a<br><br>"},
	{"blank lines", "", "a\n\n"},
	{"divisions", "", "<div>"},
	{"closed divisions", "", "<div>a</div>"},
	{"bold, never closed, and paragraphs", strings.Repeat("<b id=i>", 250), "<p>a"},
	{"bold on and off", "", "<b>a</b>b"},
	{"crossed marks", "", "<b><i>a</b></i>"},
	{"end tags", "", "</p></div></b>"},
	{"links", "", "<a href=#x>a</a>"},
	{"links with addresses", "", "<a href=https://a.example/b>a</a>"},
	{"ids", "<a href=#x>a</a>", "<p id=x>a"},
	{"headings", "", "<h2>a</h2>"},
	{"headings with ids", "", "<h2 id=a>a</h2>"},
	{"lists", "", "<ul><li>a</ul>"},
	{"items", "<ul>", "<li>a"},
	{"items without a list", "", "<li>a"},
	{"lines with dashes", "", "- a<br>"},
	{"numbered lines", "", "1. a<br>"},
	{"paragraphs with dashes", "", "<p>- a"},
	{"tables", "", "<table><tr><td>a</table>"},
	{"rows", "<table>", "<tr><td>a<td>b"},
	{"cells", "<table><tr>", "<td>a"},
	{"wide cells", "<table>", "<tr><td colspan=1000>a<td>b"},
	{"high cells", "<table>", "<tr><td rowspan=1000>a<td>b"},
	{"tables in tables", "", "<table><tr><td>"},
	{"pictures", "", "<img src=a>"},
	{"pictures with captions", "", "<p><img src=a><p><i>Ảnh: A</i>"},
	{"candidates", "<img src=a srcset='", "b 1w,"},
	{"figures", "", "<figure><img src=a><figcaption>b</figcaption></figure>"},
	{"figures in figures", "", "<figure>"},
	{"paragraphs in a caption", "<figure><img src=/a><figcaption>", "<p><b>Hỏi:</b> x?</p>"},
	{"credits in a caption", "<figure><img src=/a><figcaption>", "<p>Ảnh: An</p>"},
	{"lines of links", "", "<p>&gt;&gt; <a href=/%d>x</a></p>"},
	{"quotations", "", "<blockquote>a</blockquote>"},
	{"embeds", "", "<iframe src=https://youtu.be/MQnZe_Iggx0></iframe>"},
	{"embeds as printed", "", "<figure class=embed><p><a href=/a>a</a></figure>"},
	{"boxes", "", "<aside>a</aside>"},
	{"details", "", "<details><summary>a</summary>b</details>"},
	{"films", "", "<video src=a></video>"},
	{"sources", "<video>", "<source src=a>"},
	{"attributes", "<p ", "a=b "},
	{"attributes of all names", "<p", " class=lead style=color:red id=a title=b lang=en dir=rtl>a<p"},
	{"references", "", "&amp;"},
	{"references that are none", "", "&"},
	{"long references", "", "&aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"},
	{"pictures without an address", "", "<img>"},
	{"unsafe addresses", "", "<a href=x:y>a"},
	{"comments", "", "<!---->"},
	{"scripts", "", "<script></script>"},
	{"a script that never ends", "<script>", "<!--<script>"},
	{"preformatted", "<pre>", "a\n"},
	{"preformatted with links", "<pre>", "<a href=a>b</a>"},
	{"ruby", "", "<ruby>a<rt>b</ruby>"},
	{"shortcodes", "", "[caption]"},
	{"shortcodes with values", "", "[video mp4=a]"},
	{"citations", "", "số 1/2020/NĐ-CP "},
	{"credits", "", "<p>Ảnh: A, B; C/D - E"},
	{"languages", "", "<p lang=en>a"},
	{"languages that differ", "", "<span lang=en-x%d>a</span>"},
	{"languages that are none", "", "<span lang=l%d>a</span>"},
	{"bytes that are no UTF-8", "", "a\xff"},
	{"zero-width spaces", "", "a\u200b"},
}

// repeated returns a piece so often that it takes about size bytes.
func repeated(piece string, size int) string {
	if !strings.Contains(piece, "%d") {
		return strings.Repeat(piece, size/len(piece))
	}
	var s strings.Builder
	for i := 0; s.Len() < size; i++ {
		fmt.Fprintf(&s, piece, i)
	}
	return s.String()
}

// allocated returns how many bytes f allocates.
func allocated(f func()) uint64 {
	var before, after runtime.MemStats
	runtime.ReadMemStats(&before)
	f()
	runtime.ReadMemStats(&after)
	return after.TotalAlloc - before.TotalAlloc
}

// tokenized returns how many bytes the tokenizer of package html allocates.
func tokenized(src string) uint64 {
	return allocated(func() {
		z := html.NewTokenizer(strings.NewReader(src))
		for z.Next() != html.ErrorToken {
			_ = z.Token()
		}
	})
}

// TestBombs holds that no markup makes an import allocate more than sixteen times
// what the tokenizer allocates or the markup is long, or 32 MiB if that is more,
// whether it ends in an error or not. Between the pieces there is more and more that
// costs nothing, so that some of each kind are just below the limits.
func TestBombs(t *testing.T) {
	if underRace {
		t.Skip("the race detector allocates too")
	}
	for _, size := range []int{1 << 16, 1 << 18, 1 << 20} {
		for _, b := range bombs {
			for _, gap := range []int{0, 8, 16, 24, 32, 48, 64, 96} {
				piece := b.piece
				if gap > 0 {
					piece += "<!--" + strings.Repeat("-", gap-7) + "-->"
				}
				src := b.front + repeated(piece, size)
				var err error
				got := allocated(func() { _, _, err = HTML(strings.NewReader(src), nil) })
				if err != nil {
					if !errors.Is(err, article.ErrTooDeep) && !errors.Is(err, article.ErrTooComplex) {
						t.Errorf("%s: error %v", b.name, err)
					}
				}
				if most := max(16*max(uint64(len(src)), tokenized(src)), 32<<20); got > most {
					t.Errorf("%s, %d bytes apart: %d bytes of markup take %d of memory (%.1f times as many), error %v", b.name, gap, len(src), got, float64(got)/float64(len(src)), err)
				}
			}
		}
	}
}

// TestLongTables holds that what newsrooms publish is read: the results of five
// thousand candidates.
func TestLongTables(t *testing.T) {
	const rows = 5000
	for name, cell := range map[string]string{
		"plain":     "<td>%s</td>",
		"as pasted": `<td style="width:20%%"><p class="MsoNormal"><span lang="EN-US">%s</span></p></td>`,
	} {
		var src strings.Builder
		src.WriteString("<table border=1><tr><th>TT</th><th>Họ tên</th><th>Ngày sinh</th><th>Toán</th><th>Văn</th><th>Tổng</th></tr>")
		for i := range rows {
			src.WriteString("<tr>")
			for _, v := range []string{strconv.Itoa(i + 1), "Nguyễn Văn A", "12/3/2008", "8,25", "7,5", "15,75"} {
				fmt.Fprintf(&src, cell, v)
			}
			src.WriteString("</tr>")
		}
		src.WriteString("</table>")
		body, _, err := HTML(strings.NewReader(src.String()), nil)
		if err != nil {
			t.Errorf("%s: %v", name, err)
			continue
		}
		if tb, ok := body[0].(*article.Table); !ok || len(tb.Head)+len(tb.Rows) != rows+1 {
			t.Errorf("%s: %d blocks, the first is %T", name, len(body), body[0])
		}
	}
}

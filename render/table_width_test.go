package render

import (
	"strconv"
	"strings"
	"testing"

	"github.com/toasoan/toasoan/article"
)

// However the cells of a table span, no output is larger than twice the markup they
// came from.
func TestTableIsNoBomb(t *testing.T) {
	cells := func(n, colSpan, rowSpan int) []article.Cell {
		row := make([]article.Cell, n)
		for i := range row {
			row[i] = article.Cell{Text: article.Plain("a"), ColSpan: colSpan, RowSpan: rowSpan}
		}
		return row
	}
	repeat := func(n int, rows ...[]article.Cell) [][]article.Cell {
		var list [][]article.Cell
		for range n {
			list = append(list, rows...)
		}
		return list
	}
	for name, rows := range map[string][][]article.Cell{
		"one wide cell, short rows":    append(repeat(1, cells(1, 1000, 0)), repeat(5000, cells(2, 0, 0))...),
		"wide cells, short rows":       append(repeat(1, cells(200, 1000, 0)), repeat(5000, cells(2, 0, 0))...),
		"many real cells, short rows":  append(repeat(1, cells(900, 0, 0)), repeat(5000, cells(1, 0, 0))...),
		"more real cells than columns": append(repeat(1, cells(3000, 0, 0)), repeat(5000, cells(1, 0, 0))...),
		"every row wide":               repeat(5000, append(cells(1, 1000, 0), cells(1, 0, 0)...)),
		"one long row of wide cells":   repeat(1, cells(20000, 1000, 0)),
		"high and wide":                repeat(2000, cells(2, 1000, 1000)),
		"combs": append(repeat(1, func() []article.Cell {
			row := cells(900, 0, 0)
			for i := 1; i < len(row); i += 2 {
				row[i].RowSpan = 1000
			}
			return row
		}()), repeat(900, cells(1, 0, 0))...),
		"a wide foot": append(repeat(5000, cells(1, 0, 0)), cells(1, 1000, 0)),
	} {
		a := &article.Article{Headline: "x", URL: "/x.html", Body: article.Body{&article.Table{Rows: rows}}}
		in := 0
		for _, row := range rows {
			in += len("<tr></tr>\n")
			for _, c := range row {
				in += len("<td>a</td>")
				for _, n := range []int{c.ColSpan, c.RowSpan} {
					if n > 0 {
						in += len(` colspan=""`) + len(strconv.Itoa(n))
					}
				}
			}
		}
		d := documentOf(t, a)
		for what, n := range map[string]int{"HTML": len(d.Body()), "text": len(d.Text()), "Markdown": len(d.Markdown())} {
			if most := 2*in + 64<<10; n > most {
				t.Errorf("%s: %d bytes of %s, from %d", name, n, what, in)
			}
		}
	}
}

// A span that no other row reaches ends where the widest row does.
func TestTableWidth(t *testing.T) {
	table := &article.Table{Rows: [][]article.Cell{
		{{Text: article.Plain("Tên"), ColSpan: 99, Header: true}},
		{{Text: article.Plain("a")}, {Text: article.Plain("b")}, {Text: article.Plain("c")}},
		{{Text: article.Plain("d"), ColSpan: 2}},
	}}
	html, err := new(Renderer).Body(article.Body{table})
	if err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{
		`<tr><th scope="row" colspan="3">Tên</th></tr>`,
		"<tr><td>a</td><td>b</td><td>c</td></tr>",
		`<tr><td colspan="2">d</td><td></td></tr>`,
	} {
		if !strings.Contains(string(html), want) {
			t.Errorf("no %s in %s", want, html)
		}
	}
	even := &article.Table{Rows: [][]article.Cell{{{ColSpan: 2}, {ColSpan: 2}}, {{ColSpan: 2}, {ColSpan: 2}}}}
	if html, _ = new(Renderer).Body(article.Body{even}); strings.Count(string(html), `colspan="2"`) != 4 {
		t.Errorf("spans of a table that is one are kept: %s", html)
	}
}

package render

import (
	"strconv"

	"github.com/toasoan/toasoan/article"
)

// maxSpan is the largest colspan that browsers honor.
const maxSpan = 1000

// table prints a table inside a section that can be focused and scrolled. Rows
// that are too short are filled up, and spans that would leave their section or
// cover another cell are cut, so that the table is one.
func (p *htmlPrinter) table(t *article.Table) {
	p.tables++
	if !p.plain {
		name := oneLine(flat(t.Caption))
		if name == "" {
			name = p.labels.Table + " " + strconv.Itoa(p.tables)
		}
		p.str(`<section class="table-scroll" tabindex="0"`)
		p.attr("aria-label", name)
		p.str(">\n")
	}
	p.str("<table>\n")
	if len(t.Caption) > 0 {
		p.str("<caption")
		lang := p.open(t.Caption)
		p.spans(t.Caption)
		p.close(lang)
		p.str("</caption>\n")
	}
	columns := max(width(t.Head), width(t.Rows), width(t.Foot))
	p.rows("thead", t.Head, columns)
	p.rows("tbody", t.Rows, columns)
	p.rows("tfoot", t.Foot, columns)
	p.str("</table>\n")
	if !p.plain {
		p.str("</section>\n")
	}
}

// span returns a column or row span as a number from 1.
func span(n int) int { return min(max(n, 1), maxSpan) }

// width returns the number of columns of a section.
func width(rows [][]article.Cell) int {
	columns := 0
	grid(rows, func(_ int, _ *article.Cell, at, cols, _ int) { columns = max(columns, at+cols) })
	return columns
}

// grid places the cells of a section and calls f with the row, the cell, its
// column, and the columns and rows it really covers.
func grid(rows [][]article.Cell, f func(row int, c *article.Cell, at, cols, rows int)) {
	var taken []int // rows that a cell from above still covers, by column
	for r := range rows {
		at := 0
		for c := range rows[r] {
			cell := &rows[r][c]
			for at < len(taken) && taken[at] > r {
				at++
			}
			cols := 1
			for cols < span(cell.ColSpan) && (at+cols >= len(taken) || taken[at+cols] <= r) {
				cols++
			}
			down := min(span(cell.RowSpan), len(rows)-r)
			for len(taken) < at+cols {
				taken = append(taken, 0)
			}
			for i := range cols {
				taken[at+i] = r + down
			}
			f(r, cell, at, cols, down)
			at += cols
		}
	}
}

// rows prints a section of a table.
func (p *htmlPrinter) rows(tag string, rows [][]article.Cell, columns int) {
	if len(rows) == 0 {
		return
	}
	p.str("<")
	p.str(tag)
	p.str(">\n")
	filled := make([]int, len(rows)) // columns covered, by row
	grid(rows, func(r int, _ *article.Cell, _, cols, down int) {
		for i := range down {
			filled[r+i] += cols
		}
	})
	last := 0
	open := false
	endRows := func(r int) { // ends rows up to r
		for ; last < r; last++ {
			if !open {
				p.str("<tr>")
			}
			for range columns - filled[last] {
				p.str("<td></td>")
			}
			p.str("</tr>\n")
			open = false
		}
	}
	grid(rows, func(r int, c *article.Cell, _, cols, down int) {
		endRows(r)
		if !open {
			p.str("<tr>")
			open = true
		}
		p.cell(tag, c, cols, down)
	})
	endRows(len(rows))
	p.str("</")
	p.str(tag)
	p.str(">\n")
}

func (p *htmlPrinter) cell(section string, c *article.Cell, cols, rows int) {
	tag, scope := "td", ""
	switch {
	case section == "thead":
		tag, scope = "th", "col"
	case c.Header:
		tag, scope = "th", "row"
	}
	if tag == "th" && len(c.Text) == 0 {
		tag, scope = "td", "" // an empty header names nothing
	}
	p.str("<")
	p.str(tag)
	p.attr("scope", scope)
	if cols > 1 {
		p.size("colspan", cols)
	}
	if rows > 1 {
		p.size("rowspan", rows)
	}
	lang := p.open(c.Text)
	p.spans(c.Text)
	p.close(lang)
	p.str("</")
	p.str(tag)
	p.str(">")
}

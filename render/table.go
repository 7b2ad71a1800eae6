package render

import (
	"strconv"

	"github.com/toasoan/toasoan/article"
)

// maxSpan is the largest colspan that browsers honor, and the largest width of a
// table that is filled up.
const maxSpan = 1000

// table prints a table inside a section that can be focused and scrolled. Rows
// that are too short are filled up, and spans that would leave their section, cover
// another cell or lie beyond all other rows are cut, so that the table is one. What
// is filled up is never much more than what the table holds.
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
		lang := p.open(t.Caption, true)
		p.spans(t.Caption)
		p.close(lang)
		p.str("</caption>\n")
	}
	columns := width(t)
	cells, gaps, holes := 0, 0, 0
	for _, rows := range [...][][]article.Cell{t.Head, t.Rows, t.Foot} {
		grid(rows, columns, func(int, *article.Cell, int, int, int) { cells++ }, func(_, cols int) { gaps, holes = gaps+1, holes+cols })
	}
	fill := fillCells
	if holes > cells+64 {
		fill = fillSpans
	}
	if gaps > cells+64 {
		fill = fillNothing
	}
	p.rows("thead", t.Head, columns, fill)
	p.rows("tbody", t.Rows, columns, fill)
	p.rows("tfoot", t.Foot, columns, fill)
	p.str("</table>\n")
	if !p.plain {
		p.str("</section>\n")
	}
}

// A filling says how rows that are too short are filled up.
type filling int

const (
	fillCells   filling = iota // a cell a column
	fillSpans                  // a cell a gap
	fillNothing                // there is too much to fill
)

// span returns a column or row span as a number from 1.
func span(n int) int { return min(max(n, 1), maxSpan) }

// width returns the number of columns of a table: the width of the narrowest row
// beyond which no cell begins.
func width(t *article.Table) int {
	begun, widest := 0, 0
	var ends []int // of rows
	for _, rows := range [...][][]article.Cell{t.Head, t.Rows, t.Foot} {
		end := make([]int, len(rows))
		grid(rows, maxSpan, func(r int, _ *article.Cell, at, cols, _ int) {
			begun, end[r] = max(begun, at+1), at+cols
		}, nil)
		ends = append(ends, end...)
	}
	for _, end := range ends {
		widest = max(widest, end)
	}
	for _, end := range ends {
		if end >= begun {
			widest = min(widest, end)
		}
	}
	return widest
}

// grid places the cells of a section and calls cell with the row, the cell, its
// column, and the columns and rows it really covers, and, at the end of each row,
// gap with each number of columns in a line that no cell covers. A colspan reaches
// no further than the given number of columns. Gap may be nil; it is not called for
// a table that is wider than any should be.
func grid(rows [][]article.Cell, columns int, cell func(row int, c *article.Cell, at, cols, rows int), gap func(row, cols int)) {
	var taken []int // rows that a cell from above still covers, by column
	for r := range rows {
		at := 0
		for c := range rows[r] {
			x := &rows[r][c]
			for at < len(taken) && taken[at] > r {
				at++
			}
			cols := 1
			for cols < span(x.ColSpan) && at+cols < columns && (at+cols >= len(taken) || taken[at+cols] <= r) {
				cols++
			}
			down := min(span(x.RowSpan), len(rows)-r)
			for len(taken) < at+cols {
				taken = append(taken, 0)
			}
			for i := range cols {
				taken[at+i] = r + down
			}
			cell(r, x, at, cols, down)
			at += cols
		}
		if gap == nil || columns > maxSpan {
			continue
		}
		for at < columns {
			from := at
			for at < columns && (at >= len(taken) || taken[at] <= r) {
				at++
			}
			if at > from {
				gap(r, at-from)
			}
			for at < columns && at < len(taken) && taken[at] > r {
				at++
			}
		}
	}
}

// rows prints a section of a table.
func (p *htmlPrinter) rows(tag string, rows [][]article.Cell, columns int, fill filling) {
	if len(rows) == 0 {
		return
	}
	p.str("<")
	p.str(tag)
	p.str(">\n<tr>")
	last := 0
	next := func(row int) { // begins rows up to row
		for ; last < row; last++ {
			p.str("</tr>\n<tr>")
		}
	}
	grid(rows, columns, func(r int, c *article.Cell, _, cols, down int) {
		next(r)
		p.cell(tag, c, cols, down)
	}, func(r, cols int) {
		next(r)
		switch fill {
		case fillCells:
			for range cols {
				p.str("<td></td>")
			}
		case fillSpans:
			p.cell(tag, &article.Cell{}, cols, 1)
		}
	})
	next(len(rows) - 1)
	p.str("</tr>\n</")
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
	lang := p.open(c.Text, true)
	p.spans(c.Text)
	p.close(lang)
	p.str("</")
	p.str(tag)
	p.str(">")
}

package importer

import "github.com/toasoan/toasoan/article"

// square makes a table one that covers each of its fields once: spans that leave
// their part of the table or cover another cell are cut, and rows that are too
// short are filled up.
func square(t *article.Table) {
	parts := [...][][]article.Cell{t.Head, t.Rows, t.Foot}
	columns, cells := 0, 0
	for _, rows := range parts {
		for _, row := range rows {
			cells += len(row)
			if len(row) > 1 {
				columns = max(columns, wide(row))
			}
		}
	}
	columns = max(columns, 1)
	for _, rows := range parts {
		for _, row := range rows {
			if len(row) == 1 && row[0].ColSpan > columns {
				row[0].ColSpan = columns // as wide as the table, which editors write as 100
			}
		}
	}
	// Cut, and count what is missing.
	missing := 0
	var covered [len(parts)][]int
	for i, rows := range parts {
		covered[i] = cover(rows)
		for _, n := range covered[i] {
			columns = max(columns, n)
		}
	}
	for i := range parts {
		for _, n := range covered[i] {
			missing += columns - n
		}
	}
	if missing > 4*cells+64 {
		return // not a table that anybody has drawn
	}
	for i, rows := range parts {
		for r, n := range covered[i] {
			for ; n < columns; n++ {
				rows[r] = append(rows[r], article.Cell{Header: i == 0}) // as all of a head are
			}
		}
	}
}

// wide returns the number of columns of the cells of a row.
func wide(row []article.Cell) (n int) {
	for i := range row {
		n += max(row[i].ColSpan, 1)
	}
	return n
}

// cover cuts the spans of a part of a table to what they cover, and returns how
// many columns each row has.
func cover(rows [][]article.Cell) []int {
	covered := make([]int, len(rows))
	var taken []int // the row after the cell from above that covers a column
	for r, row := range rows {
		at := 0
		for c := range row {
			cell := &row[c]
			for at < len(taken) && taken[at] > r {
				at++
			}
			cols := 1
			for cols < cell.ColSpan && (at+cols >= len(taken) || taken[at+cols] <= r) {
				cols++
			}
			down := min(max(cell.RowSpan, 1), len(rows)-r)
			for len(taken) < at+cols {
				taken = append(taken, 0)
			}
			for i := range cols {
				taken[at+i] = r + down
			}
			for i := range down {
				covered[r+i] += cols
			}
			cell.ColSpan, cell.RowSpan = 0, 0
			if cols > 1 {
				cell.ColSpan = cols
			}
			if down > 1 {
				cell.RowSpan = down
			}
			at += cols
		}
	}
	return covered
}

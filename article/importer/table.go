package importer

import (
	"slices"

	"github.com/toasoan/toasoan/article"
)

// The kinds of tables.
const (
	layoutTable  = iota // places things: dissolved
	pictureTable        // holds pictures and their captions
	dataTable
	boxTable // a frame around text
)

// tableKind says what a table is for.
func (b *builder) tableKind(p int32) int {
	n := &b.nodes[p]
	var rows, cols, rowCols int
	var images, others, heads, text, cells, textCells, mixedRows, blocks int
	rowImages, rowText := 0, 0
	endRow := func() {
		if rowImages > 0 && rowText > 0 {
			mixedRows++
		}
		cols = max(cols, rowCols)
		rowCols, rowImages, rowText = 0, 0, 0
	}
	cellEnd := p
	cellText, cellMedia := false, false
	letterhead := false // words with a line drawn below them
	for i := p + 1; i < n.end; i++ {
		m := &b.nodes[i]
		switch m.kind {
		case kRow:
			endRow()
			rows++
			if m.flags&fHead != 0 {
				heads++
			}
		case kCell:
			if i >= cellEnd {
				cells++
				rowCols += max(1, int(m.a))
				cellEnd = m.end
				cellText, cellMedia = false, false
				if m.flags&fHeaderCell != 0 {
					heads++
				}
			}
		case kTableCaption:
			heads++
		case kTable:
			return layoutTable
		case kImage:
			images++
			if !cellMedia {
				rowImages++
				cellMedia = true
			}
		case kText:
			if m.level > 0 && m.level < wordLevel {
				others++
			}
			leaf := b.leaf(i)
			letterhead = letterhead || cellText && i < cellEnd && isRule(leaf)
			text += len(leaf)
			blocks++
			if !cellText {
				textCells++
				cellText = true
				if i < cellEnd && !cellMedia {
					rowText++
				}
			}
		case kVideo, kAudio, kEmbed, kFigure, kQuote, kBox, kRelated, kGallery, kPre:
			others++
		}
	}
	endRow()
	switch {
	case n.flags&fLayout != 0:
		return layoutTable
	case rows == 0 || cells == 0:
		return layoutTable
	case n.flags&fData != 0:
		return dataTable
	case heads > 0 && !(cols == 1 && images > 0):
		return dataTable
	case n.flags&fRelated != 0:
		return layoutTable
	case images > 0:
		switch {
		case cols >= 2 && rows >= 3 && mixedRows*2 > rows && textCells > images,
			cols >= 3 && rows >= 3 && textCells >= cols+rows-2:
			return dataTable
		case text > 700*images || others > 0 || rows == 1 && cols >= 2 && mixedRows > 0:
			return layoutTable
		case textCells > images+1 && cols > 1:
			return layoutTable
		}
		return pictureTable
	case cols >= 2 && rows >= 2:
		if others > cells/4+1 || blocks > 6*cells || letterhead && n.flags&fBorder == 0 {
			return layoutTable
		}
		return dataTable
	case cells == 1 && n.flags&fBorder != 0 && text > 0 && text*2 < b.size:
		return boxTable
	}
	return layoutTable
}

// collectTable gathers the pictures of a table and the captions below them.
func (b *builder) collectTable(p int32, f *figure) {
	type placed struct{ item, col int }
	var above []placed // the pictures of the last row that had some
	for i := p + 1; i < b.nodes[p].end; i = b.nodes[i].end {
		row := &b.nodes[i]
		if row.kind != kRow {
			b.collect(i, row.end, f)
			continue
		}
		col := 0
		var here []placed
		for c := i + 1; c < row.end; c = b.nodes[c].end {
			cell := &b.nodes[c]
			if cell.kind != kCell {
				b.collect(c, cell.end, f)
				continue
			}
			var in figure
			b.collect(c+1, cell.end, &in)
			if len(in.items) > 0 {
				if caps := append(in.captions, in.texts...); len(in.items) == 1 && (len(in.captions) > 0 || b.shortTexts(in.texts)) {
					in.items[0].captions = append(in.items[0].captions, caps...)
					in.captions, in.texts = nil, nil
				}
				here = append(here, placed{len(f.items), col})
			} else if caps := append(in.captions, in.texts...); len(caps) > 0 && len(above) > 1 {
				// Below a row of pictures: of the one in the same column.
				for _, a := range above {
					if a.col == col && cell.a <= 1 {
						f.items[a.item].captions = append(f.items[a.item].captions, caps...)
						in.captions, in.texts = nil, nil
					}
				}
			} else if len(caps) > 0 && len(above) == 1 && b.shortTexts(caps) {
				f.items[above[0].item].captions = append(f.items[above[0].item].captions, caps...)
				in.captions, in.texts = nil, nil
			}
			f.add(&in)
			col += max(1, int(cell.a))
		}
		if len(here) > 0 {
			above = here
		}
	}
}

// table adds a table of data, its caption being the leaves caps or its own.
func (b *builder) table(p int32, caps []int32) {
	n := b.nodes[p]
	t := &article.Table{}
	var media, strays []int32
	for i := p + 1; i < n.end; i = b.nodes[i].end {
		m := &b.nodes[i]
		switch m.kind {
		case kTableCaption:
			for c := i + 1; c < m.end; c++ {
				if b.nodes[c].kind == kText {
					caps = append(caps, c)
				} else if isMedia(b.nodes[c].kind) {
					media = append(media, c)
				}
			}
		case kRow:
			for c := i + 1; c < m.end; c = b.nodes[c].end {
				if b.nodes[c].kind != kCell {
					strays = append(strays, c)
				}
			}
			row, head := b.row(i, m.flags&fHead != 0, &media)
			if len(row) == 0 {
				continue
			}
			switch {
			case m.flags&fFoot != 0:
				t.Foot = append(t.Foot, row)
			case m.flags&fHead != 0 || head && len(t.Rows) == 0:
				t.Head = append(t.Head, row)
			default:
				t.Rows = append(t.Rows, row)
			}
		default:
			strays = append(strays, i)
		}
	}
	// What stands in no cell comes before the table, as in browsers.
	b.emitNodes(strays)
	if len(t.Rows) == 0 && len(t.Head) > 0 && len(t.Foot) == 0 {
		t.Rows, t.Head = t.Head, nil
		n := 0
		for n < len(t.Rows) && !slices.ContainsFunc(t.Rows[n], func(c article.Cell) bool { return len(c.Text) == 0 }) {
			n++
		}
		if n < len(t.Rows) {
			t.Head, t.Rows = t.Rows[:n:n], t.Rows[n:] // what is empty heads nothing
		}
	}
	square(t)
	if t.Caption = b.captionText(caps); len(t.Caption) == 0 {
		b.captionFromRow(t, n.path)
	}
	if len(t.Head) == 0 {
		b.headFromBold(t, n.path)
	}
	if b.filled(t) {
		for _, rows := range [...][][]article.Cell{t.Rows, t.Foot} {
			for _, row := range rows {
				for c := range row {
					row[c].Header = row[c].Header && len(row[c].Text) > 0 // what is empty names nothing
				}
			}
		}
		b.emit(t)
	} else if len(t.Caption) > 0 {
		b.paragraph(t.Caption)
	}
	if len(media) > 0 {
		b.note("media-from-cell", n.path, "")
		b.emitNodes(media)
	}
}

// emitNodes builds nodes into the body at hand.
func (b *builder) emitNodes(nodes []int32) {
	if len(nodes) == 0 {
		return
	}
	start := len(b.pieces)
	b.pieces = append(b.pieces, nodes...)
	b.sequence(start, len(b.pieces))
	b.pieces = b.pieces[:start]
}

// filled reports whether any cell has text.
func (b *builder) filled(t *article.Table) bool {
	for _, part := range [][][]article.Cell{t.Head, t.Rows, t.Foot} {
		for _, row := range part {
			for _, c := range row {
				if len(c.Text) > 0 {
					return true
				}
			}
		}
	}
	return false
}

func isMedia(k nodeKind) bool {
	return k == kImage || k == kVideo || k == kAudio || k == kEmbed || k == kRaw
}

// row returns the cells of a row, which may be one of a head, and whether all of them
// are headers.
func (b *builder) row(p int32, inHead bool, media *[]int32) (row []article.Cell, head bool) {
	head = true
	cells := 0
	for i := p + 1; i < b.nodes[p].end; i = b.nodes[i].end {
		if b.nodes[i].kind == kCell {
			cells++
		}
	}
	row = make([]article.Cell, 0, cells)
	for i := p + 1; i < b.nodes[p].end; i = b.nodes[i].end {
		c := b.nodes[i]
		if c.kind != kCell {
			continue
		}
		x := article.Cell{Header: inHead || c.flags&fHeaderCell != 0}
		if c.a > 1 {
			x.ColSpan = int(c.a)
		}
		if c.b > 1 {
			x.RowSpan = int(c.b)
		}
		head = head && x.Header
		var strip article.Marks
		if x.Header {
			strip = article.Strong
		}
		inItem := false
		var lines []article.Text
		for j := i + 1; j < c.end; j++ {
			m := &b.nodes[j]
			switch {
			case m.kind == kItem:
				inItem = true
			case m.kind == kText || m.kind == kPre:
				if inItem {
					b.note("list-in-cell", m.path, "")
				}
				inItem = false
				if t := b.content(j, strip); len(t) > 0 {
					lines = append(lines, t)
				}
			case isMedia(m.kind):
				*media = append(*media, j)
				if m.kind == kImage && c.end == j+1 && len(lines) == 0 && b.images[m.a].Alt != "" {
					lines = append(lines, article.Plain(b.images[m.a].Alt)) // stands for the picture
				}
			}
		}
		x.Text = b.join(lines...)
		row = append(row, x)
	}
	return row, head && len(row) > 0
}

// headFromBold makes headers of the cells of the first row, or of the first
// column, if all of them and no others are bold.
func (b *builder) headFromBold(t *article.Table, path int32) {
	if len(t.Rows) < 2 {
		return
	}
	if n := boldRows(t.Rows); n > 0 {
		for _, row := range t.Rows[:n] {
			for i := range row {
				weaken(&row[i])
			}
		}
		t.Head, t.Rows = t.Rows[:n:n], t.Rows[n:]
		b.note("header-from-bold", path, "")
	}
	column := 0
	for _, r := range t.Rows {
		if len(r) < 2 {
			continue
		}
		if r[0].Header {
			return
		}
		if !isBold(r[0].Text) || isBold(r[1].Text) && len(r[1].Text) == 1 && len(r) == 2 && len(t.Rows) < 3 {
			return
		}
		column++
	}
	if column < 2 {
		return
	}
	for _, r := range t.Rows {
		if len(r) >= 2 {
			weaken(&r[0])
		}
	}
	b.note("header-from-bold", path, "")
}

// captionFromRow makes the caption of the first row, if it is one cell as wide as the
// table and no other row is, which would head a part of it.
func (b *builder) captionFromRow(t *article.Table, path int32) {
	const longest = 250 // bytes
	rows := &t.Head
	if len(t.Head) == 0 {
		rows = &t.Rows
	}
	if len(t.Head)+len(t.Rows) < 3 {
		return
	}
	first := (*rows)[0]
	if s := first[0].Text.String(); len(first) > 1 || first[0].ColSpan < 2 || first[0].RowSpan > 1 || s == "" || len(s) > longest {
		return
	}
	wide := 0
	for _, part := range [...][][]article.Cell{t.Head, t.Rows, t.Foot} {
		for _, row := range part {
			if len(row) == 1 {
				wide++
			}
		}
	}
	if wide > 1 {
		return
	}
	t.Caption = unmarked(first[0].Text)
	if *rows = (*rows)[1:]; len(*rows) == 0 {
		*rows = nil
	}
	b.note("caption-from-row", path, "")
}

// boldRows returns how many rows at the beginning are bold, as headers are: one, or
// as many as the cells of the first one reach down to.
func boldRows(rows [][]article.Cell) int {
	first := rows[0]
	if len(first) < 2 || !allBold(first) {
		return 0
	}
	reach := 1
	for _, c := range first {
		if reach = max(reach, c.RowSpan); c.ColSpan > 1 {
			reach = max(reach, 2)
		}
	}
	n := 1
	for n < len(rows) && allBold(rows[n]) {
		n++
	}
	switch {
	case n == len(rows), n > 1 && n != reach:
		return 0
	case n > 1:
		for r, row := range rows[:n] {
			if slices.ContainsFunc(row, func(c article.Cell) bool { return r+c.RowSpan > n }) {
				return 0
			}
		}
	}
	return n
}

func allBold(row []article.Cell) bool {
	for _, c := range row {
		if !isBold(c.Text) {
			return false
		}
	}
	return true
}

func isBold(t article.Text) bool {
	for _, s := range t {
		if s.Text != "" && !s.Marks.Has(article.Strong) {
			return false
		}
	}
	return len(t) > 0
}

// weaken makes a bold cell a header.
func weaken(c *article.Cell) {
	c.Header = true
	for i := range c.Text {
		c.Text[i].Marks &^= article.Strong
	}
}

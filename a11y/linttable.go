package a11y

import (
	"strconv"
	"strings"

	"golang.org/x/net/html"
)

// maxCells bounds the grid of a table that is looked at.
const maxCells = 20000

// grid is a table with its cells where the HTML standard puts them.
type grid struct {
	cells []*gridCell
	at    map[[2]int]*gridCell
	rows  int
	cols  int
}

type gridCell struct {
	n              *html.Node
	row, col, h, w int
}

func span(n *html.Node, key string) int {
	v, err := strconv.Atoi(strings.TrimSpace(attr(n, key)))
	if err != nil || v < 1 {
		return 1
	}
	return min(v, 1000)
}

var cellRoles = words("cell gridcell columnheader rowheader")

// layout returns the grid of a table, or nil if it is too large to look at.
func layout(table *html.Node) *grid {
	g := &grid{at: map[[2]int]*gridCell{}}
	row := 0
	var rows func(n *html.Node) bool
	rows = func(n *html.Node) bool {
		for c := range n.ChildNodes() {
			switch {
			case isElement(c, "thead", "tbody", "tfoot") || explicitRole(c) == "rowgroup":
				if !rows(c) {
					return false
				}
			case isElement(c, "tr") || explicitRole(c) == "row":
				col := 0
				for d := range c.ChildNodes() {
					if !isElement(d, "td", "th") && !cellRoles[explicitRole(d)] {
						continue
					}
					for g.at[[2]int{row, col}] != nil {
						col++
					}
					cell := &gridCell{d, row, col, span(d, "rowspan"), span(d, "colspan")}
					g.cells = append(g.cells, cell)
					if len(g.at)+cell.h*cell.w > maxCells {
						return false
					}
					for y := range cell.h {
						for x := range cell.w {
							if k := [2]int{row + y, col + x}; g.at[k] == nil {
								g.at[k] = cell
							}
						}
					}
					col += cell.w
					g.cols = max(g.cols, col)
				}
				row++
			}
		}
		return true
	}
	if !rows(table) {
		return nil
	}
	g.rows = row
	return g
}

func (p *page) lintTable(n *html.Node) {
	if !p.exposed(n) {
		return
	}
	role := explicitRole(n)
	if role == "none" {
		return
	}
	g := layout(n)
	if g == nil || len(g.cells) == 0 {
		return
	}
	if role != "" && role != "table" && role != "grid" && role != "treegrid" {
		return
	}
	p.lintHeaderCells(n, g)
	if n.Data != "table" {
		return
	}
	headers := 0
	for _, c := range g.cells {
		if c.n.Data == "th" {
			headers++
		}
	}
	if _, caption := (&naming{p: p}).child(n, "caption"); headers == 0 && !caption &&
		(g.rows < 2 || g.cols < 2 || attr(n, "border") == "0" && attr(n, "cellpadding") == "0" || attr(n, "border") == "" && g.nested()) {
		p.report("layout-table", n, "")
		return
	}
	if headers == 0 {
		p.report("table-headers", n, "")
	}
	if p.nameOf(n) == "" && !inFigure(n) {
		p.report("table-caption", n, "")
	}
}

// nested reports whether a cell holds more than a cell of data does.
func (g *grid) nested() bool {
	for _, c := range g.cells {
		for d := range c.n.Descendants() {
			if isElement(d, "table", "p", "div", "ul", "ol", "h1", "h2", "h3", "h4", "article", "section", "form") && blocky(d) {
				return true
			}
		}
	}
	return false
}

func inFigure(n *html.Node) bool {
	for e := n.Parent; e != nil; e = e.Parent {
		if isElement(e, "figure") {
			for c := range e.ChildNodes() {
				if isElement(c, "figcaption") {
					return true
				}
			}
		}
	}
	return false
}

// blocky reports whether a block element holds more than a line of a cell: it
// has blocks or headings in it or beside it.
func blocky(n *html.Node) bool {
	if isElement(n, "p", "div") {
		return len(collapse(rawText(n))) > 200
	}
	return true
}

// lintHeaderCells checks that headers and data find each other.
func (p *page) lintHeaderCells(table *html.Node, g *grid) {
	byID := map[string]*gridCell{}
	for _, c := range g.cells {
		if id := attr(c.n, "id"); id != "" {
			byID[id] = c
		}
	}
	referenced := map[*gridCell]bool{}
	for _, c := range g.cells {
		if !p.exposed(c.n) {
			continue
		}
		h, ok := lookup(c.n, "headers")
		if !ok || strings.TrimSpace(h) == "" {
			continue
		}
		for id := range strings.FieldsSeq(h) {
			t := byID[id]
			if t == nil || t == c || !p.headerRole(t.n) {
				p.report("table-headers-attr", c.n, short(id))
				continue
			}
			referenced[t] = true
		}
	}
	for _, c := range g.cells {
		if c.n.Data != "th" && !p.headerRole(c.n) || !p.exposed(c.n) {
			continue
		}
		if r := explicitRole(c.n); r != "" && r != "columnheader" && r != "rowheader" {
			continue
		}
		if strings.TrimSpace(attr(c.n, "scope")) == "" && c.row > 0 && c.col > 0 && !referenced[c] {
			p.report("table-scope", c.n, short(p.nameOf(c.n)))
		}
		if !referenced[c] && !p.hasData(g, c) {
			p.report("table-header-cells", c.n, short(p.nameOf(c.n)))
		}
	}
}

func (p *page) headerRole(n *html.Node) bool {
	switch explicitRole(n) {
	case "columnheader", "rowheader":
		return true
	case "":
		return n.Data == "th"
	}
	return false
}

// isData reports whether no header of its own is in the cell.
func (p *page) isData(c *gridCell) bool { return c != nil && !p.headerRole(c.n) }

// hasData reports whether c is the header of another cell, by the algorithm of
// the HTML standard: one of a column, if its scope says so or, without a scope,
// no data stand in its row; else one of a row.
func (p *page) hasData(g *grid, c *gridCell) bool {
	scope := strings.ToLower(strings.TrimSpace(attr(c.n, "scope")))
	switch explicitRole(c.n) {
	case "rowheader":
		scope = "row"
	case "columnheader":
		scope = "col"
	}
	column := scope == "col" || scope == "colgroup"
	row := scope == "row" || scope == "rowgroup"
	if !column && !row {
		column = true
		for y := c.row; y < c.row+c.h; y++ {
			for x := range g.cols {
				column = column && !p.isData(g.at[[2]int{y, x}])
			}
		}
		row = !column
	}
	belongs := func(d *gridCell) bool {
		if d == nil || d == c {
			return false
		}
		if h, ok := lookup(d.n, "headers"); ok && strings.TrimSpace(h) != "" {
			return hasWord(h, attr(c.n, "id"))
		}
		return true
	}
	if column {
		for y := c.row + c.h; y < g.rows; y++ {
			for x := c.col; x < c.col+c.w; x++ {
				if belongs(g.at[[2]int{y, x}]) {
					return true
				}
			}
		}
	}
	if row {
		last := min(c.row+c.h, g.rows)
		if scope == "rowgroup" {
			last = g.rows
		}
		for y := c.row; y < last; y++ {
			for x := c.col + c.w; x < g.cols; x++ {
				if belongs(g.at[[2]int{y, x}]) {
					return true
				}
			}
		}
	}
	return false
}

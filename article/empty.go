package article

import (
	"reflect"
	"slices"
	"strings"
)

// emptyBlock reports whether b shows a reader nothing.
func emptyBlock(b Block) bool {
	switch b := b.(type) {
	case *Paragraph:
		return len(b.Text) == 0
	case *Heading:
		return len(b.Text) == 0
	case *List:
		return !slices.ContainsFunc(b.Items, func(item Body) bool { return len(item) > 0 })
	case *Quote:
		return len(b.Body) == 0 && len(b.Attribution) == 0
	case *Image:
		return emptyImage(b)
	case *Gallery:
		return len(b.Images) == 0 && len(b.Caption) == 0
	case *Video:
		if len(b.Sources) > 0 {
			return false
		}
		x := *b
		x.Width, x.Height, x.Duration = 0, 0, 0
		return blank(&x)
	case *Audio:
		if len(b.Sources) > 0 {
			return false
		}
		x := *b
		x.Duration = 0
		return blank(&x)
	case *Table:
		return len(b.Caption) == 0 && emptyRows(b.Head) && emptyRows(b.Rows) && emptyRows(b.Foot)
	case *File:
		return b.URL == "" && b.Title == "" && b.Citation == nil
	case *Embed:
		return b.ID == "" && b.URL == "" && b.Title == "" && len(b.Caption) == 0 && len(b.Fallback) == 0
	case *Box:
		return b.Title == "" && len(b.Body) == 0
	case *Links:
		return b.Title == "" && len(b.Items) == 0
	case *Preformatted:
		return strings.TrimSpace(b.Text) == ""
	case *RawHTML:
		return strings.TrimSpace(b.HTML) == ""
	case *Divider:
	}
	return false
}

func emptyImage(p *Image) bool {
	if p.URL != "" {
		return false
	}
	x := *p
	x.Width, x.Height, x.MediaType, x.Focus, x.Decorative, x.Illustration = 0, 0, "", nil, false, false
	return blank(&x)
}

func emptyRows(rows [][]Cell) bool {
	for _, row := range rows {
		for _, c := range row {
			if len(c.Text) > 0 {
				return false
			}
		}
	}
	return true
}

// blank reports whether nothing of *x would be written in JSON.
func blank[T any](x *T) bool {
	v := reflect.ValueOf(x).Elem()
	return isEmpty(plans[v.Type()], v)
}

func isZero[T any](x *T) bool { return reflect.ValueOf(x).Elem().IsZero() }

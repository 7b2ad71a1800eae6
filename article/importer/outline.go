package importer

import "github.com/toasoan/toasoan/article"

// rankHeadings gives the headings the levels, from 1 on, that they have in the
// outline of the body: as package render prints them, so that none is missing in
// between.
func (b *builder) rankHeadings(body article.Body) {
	if len(b.heads) == 0 {
		return
	}
	var o outline
	for _, h := range b.heads {
		o.used[h.Level] = true
	}
	o.number(body, 0)
	o.top = 2
	o.rank(body)
}

// An outline is a walk through the headings of a body.
type outline struct {
	used        [7]bool // levels of the source
	last, below int     // the level of the last marked heading; 1 below "I."
	top         int     // the <h> number of a heading that is below no other
	levels      []int   // of the headings that the place is below
}

// number counts the levels that the source uses from 1 on. A heading that is only set
// in bold belongs below the one before it.
func (o *outline) number(body article.Body, _ int) {
	headings(body, o.number, func(h *article.Heading) {
		if h.Level > 0 {
			level := 0
			for l := range h.Level + 1 {
				if l > 0 && o.used[l] {
					level++
				}
			}
			h.Level = level
			o.last, o.below = level, 0
			return
		}
		// "1." below "I."
		at := 1
		if roman, n := numbering(h.Text[0].Text); roman {
			o.below = 1
		} else if n > 0 {
			at += o.below
		}
		h.Level = o.last + at
	})
}

// rank gives the headings of a body their levels.
func (o *outline) rank(body article.Body) {
	headings(body, o.inside, func(h *article.Heading) {
		n := len(o.levels)
		for n > 0 && o.levels[n-1] >= h.Level {
			n--
		}
		if n > 0 && (n == 4 || o.top+n > 6) {
			n-- // there is no <h7>
		}
		o.levels = append(o.levels[:n], h.Level)
		h.Level = n + 1
	})
}

// inside ranks the headings of a body that stands in a block, so many levels below
// the place at hand.
func (o *outline) inside(body article.Body, below int) {
	in := outline{top: min(o.top+len(o.levels)+below, 6)}
	in.rank(body)
}

// headings calls head for the headings of a body, and inside for the bodies of its blocks,
// in order.
func headings(body article.Body, inside func(body article.Body, below int), head func(*article.Heading)) {
	for _, x := range body {
		switch x := x.(type) {
		case *article.Heading:
			head(x)
		case *article.List:
			for _, item := range x.Items {
				inside(item, 0)
			}
		case *article.Quote:
			inside(x.Body, 0)
		case *article.Box:
			below := 0
			if x.Title != "" && !x.Collapsed {
				below = 1 // its title is a heading
			}
			inside(x.Body, below)
		case *article.Embed:
			inside(x.Fallback, 0)
		case *article.Video:
			inside(x.Transcript, 0)
		case *article.Audio:
			inside(x.Transcript, 0)
		}
	}
}

package article

import (
	"maps"
	"slices"
)

// Clone returns a deep copy of a, which shares nothing with it that can be
// changed. Of an article that Validate calls too deep or too complex, the part
// beyond those limits is shared. A nil a gives nil.
func (a *Article) Clone() *Article {
	if a == nil {
		return nil
	}
	c := cloner{}
	b := *a
	c.text(&b.Lead)
	b.Hero = c.block(b.Hero)
	c.body(&b.Body)
	copies(&b.Credits, c.credit)
	b.Alternates = slices.Clone(b.Alternates)
	copies(&b.Sections, c.section)
	copies(&b.Tags, func(x *Tag) {
		x.SameAs = slices.Clone(x.SameAs)
		x.Geo = pointed(x.Geo)
	})
	c.organization(&b.Publisher)
	if b.Source = pointed(b.Source); b.Source != nil {
		b.Source.Logo = fresh(&c, b.Source.Logo, c.image)
	}
	b.Access.Regions = slices.Clone(b.Access.Regions)
	copies(&b.Attachments, c.file)
	copies(&b.Related, c.link)
	b.Series = pointed(b.Series)
	copies(&b.Corrections, func(x *Correction) { c.text(&x.Text) })
	if b.Live = pointed(b.Live); b.Live != nil {
		copies(&b.Live.Updates, func(x *Update) {
			copies(&x.Credits, c.credit)
			c.body(&x.Body)
		})
	}
	b.Accessibility.Features = slices.Clone(b.Accessibility.Features)
	b.Accessibility.Hazards = slices.Clone(b.Accessibility.Hazards)
	b.Accessibility.AccessModes = slices.Clone(b.Accessibility.AccessModes)
	copies(&b.Accessibility.ReadAloud, c.audio)
	b.Extensions = maps.Clone(b.Extensions)
	for k, v := range b.Extensions {
		b.Extensions[k] = slices.Clone(v)
	}
	return &b
}

// A cloner turns shallow copies into deep ones. Its methods take a pointer to a
// shallow copy; a test compares what they do with the types.
type cloner struct {
	// What stands around the thing that is copied, and its copies: an article
	// that holds itself is copied as such.
	from, to []any
	count    int // of what has been copied

	// Memory for what there is most of.
	spans      store[Span]
	paragraphs store[Paragraph]
	links      store[Link]
}

// A store gives out memory from pieces that grow up to 128 elements.
type store[T any] struct {
	free []T
	size int
}

func (s *store[T]) take(n int) []T {
	if n > len(s.free) {
		if s.size = min(max(2*s.size, 8), 128); n > s.size/2 {
			return make([]T, n)
		}
		s.free = make([]T, s.size)
	}
	taken := s.free[:n:n]
	s.free = s.free[n:]
	return taken
}

// copies gives *list elements of its own and calls deepen for each of them.
func copies[T any](list *[]T, deepen func(*T)) {
	*list = slices.Clone(*list)
	for i := range *list {
		deepen(&(*list)[i])
	}
}

// pointed returns a pointer to a shallow copy of what p points to.
func pointed[T any](p *T) *T {
	if p == nil {
		return nil
	}
	x := *p
	return &x
}

// fresh returns a pointer to a deep copy of what p points to, which deepen makes of
// a shallow one. If p is one of the pointers around, it returns that one's copy,
// and beyond the limits p itself.
func fresh[T any](c *cloner, p *T, deepen func(*T)) *T {
	if p == nil {
		return nil
	}
	if i := slices.Index(c.from, any(p)); i >= 0 {
		return c.to[i].(*T)
	}
	if c.count++; c.count > maxBlocks || len(c.from) > maxDepth {
		return p
	}
	x := pointed(p)
	c.from, c.to = append(c.from, p), append(c.to, x)
	deepen(x)
	c.from, c.to = c.from[:len(c.from)-1], c.to[:len(c.to)-1]
	return x
}

func (c *cloner) body(x *Body) {
	*x = slices.Clone(*x)
	for i, b := range *x {
		(*x)[i] = c.block(b)
	}
}

func (c *cloner) block(b Block) Block {
	if isNil(b) {
		return b
	}
	switch b := b.(type) {
	case *Paragraph:
		p := &c.paragraphs.take(1)[0]
		*p = *b
		c.text(&p.Text)
		return p
	case *Heading:
		return fresh(c, b, func(x *Heading) { c.text(&x.Text) })
	case *List:
		return fresh(c, b, func(x *List) { copies(&x.Items, c.body) })
	case *Quote:
		return fresh(c, b, func(x *Quote) {
			c.body(&x.Body)
			c.text(&x.Attribution)
		})
	case *Image:
		return fresh(c, b, c.image)
	case *Gallery:
		return fresh(c, b, func(x *Gallery) {
			copies(&x.Images, c.image)
			c.text(&x.Caption)
		})
	case *Video:
		return fresh(c, b, func(x *Video) {
			x.Sources = slices.Clone(x.Sources)
			x.Poster = fresh(c, x.Poster, c.image)
			x.Tracks = slices.Clone(x.Tracks)
			c.body(&x.Transcript)
			c.text(&x.Caption)
			copies(&x.Credits, c.credit)
		})
	case *Audio:
		return fresh(c, b, c.audio)
	case *Table:
		return fresh(c, b, func(x *Table) {
			c.text(&x.Caption)
			row := func(x *[]Cell) { copies(x, func(x *Cell) { c.text(&x.Text) }) }
			copies(&x.Head, row)
			copies(&x.Rows, row)
			copies(&x.Foot, row)
		})
	case *File:
		return fresh(c, b, c.file)
	case *Embed:
		return fresh(c, b, func(x *Embed) {
			c.text(&x.Caption)
			c.body(&x.Fallback)
		})
	case *Box:
		return fresh(c, b, func(x *Box) { c.body(&x.Body) })
	case *Links:
		return fresh(c, b, func(x *Links) { copies(&x.Items, c.link) })
	case *Divider:
		return new(Divider)
	case *Preformatted:
		return pointed(b)
	case *RawHTML:
		return pointed(b)
	}
	return nil
}

func (c *cloner) text(x *Text) {
	if len(*x) == 0 {
		*x = slices.Clone(*x)
		return
	}
	t := c.spans.take(len(*x))
	copy(t, *x)
	for i := range t {
		t[i].Citation = pointed(t[i].Citation)
		if t[i].Link != nil {
			l := &c.links.take(1)[0]
			*l = *t[i].Link
			c.link(l)
			t[i].Link = l
		}
	}
	*x = t
}

func (c *cloner) link(x *Link) { x.Rel = slices.Clone(x.Rel) }

func (c *cloner) file(x *File) { x.Citation = pointed(x.Citation) }

func (c *cloner) image(x *Image) {
	x.Renditions = slices.Clone(x.Renditions)
	c.text(&x.Caption)
	copies(&x.Credits, c.credit)
	x.Focus = pointed(x.Focus)
	if x.Link = pointed(x.Link); x.Link != nil {
		c.link(x.Link)
	}
}

func (c *cloner) audio(x *Audio) {
	x.Sources = slices.Clone(x.Sources)
	x.Tracks = slices.Clone(x.Tracks)
	c.body(&x.Transcript)
	c.text(&x.Caption)
	copies(&x.Credits, c.credit)
}

func (c *cloner) credit(x *Credit) {
	x.Organization = fresh(c, x.Organization, c.organization)
	x.Image = fresh(c, x.Image, c.image)
}

func (c *cloner) organization(x *Organization) {
	x.Logo = fresh(c, x.Logo, c.image)
	x.SameAs = slices.Clone(x.SameAs)
	x.Parent = fresh(c, x.Parent, c.organization)
}

func (c *cloner) section(x *Section) { x.Parent = fresh(c, x.Parent, c.section) }

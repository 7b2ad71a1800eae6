package article

import "fmt"

// Clone returns a deep copy of a, which shares nothing with it that can be
// changed. Of an article that Validate calls too deep or too complex, the part
// beyond those limits is shared. A nil a gives nil.
func (a *Article) Clone() *Article {
	if a == nil {
		return nil
	}
	b := *a
	w := walker{copying: true, brief: true, pathless: true}
	w.article(&b)
	return &b
}

// A memory is where a walker puts its copies of what there is most of.
type memory struct {
	blocks     store[Block]
	paragraphs store[Paragraph]
	headings   store[Heading]
	images     store[Image]
	spans      store[Span]
	links      store[Link]
}

// expect makes room for what there is of a at its top: the lead, the hero and the
// body, and the items of its lists.
func (m *memory) expect(a *Article) {
	var n amounts
	n.text(a.Lead)
	n.block(a.Hero)
	n.body(a.Body)
	for _, x := range a.Body {
		if l, ok := x.(*List); ok && l != nil && n.blocks < maxPiece {
			for _, item := range l.Items {
				n.body(item)
			}
		}
	}
	m.blocks.expect(n.blocks)
	m.paragraphs.expect(n.paragraphs)
	m.headings.expect(n.headings)
	m.images.expect(n.images)
	m.spans.expect(n.spans)
	m.links.expect(n.links)
}

// amounts counts what a memory is for.
type amounts struct{ blocks, paragraphs, headings, images, spans, links int }

func (n *amounts) body(b Body) {
	n.blocks += len(b)
	for _, x := range b {
		n.block(x)
	}
}

func (n *amounts) block(b Block) {
	switch x := b.(type) {
	case *Paragraph:
		if x != nil {
			n.paragraphs++
			n.text(x.Text)
		}
	case *Heading:
		if x != nil {
			n.headings++
			n.text(x.Text)
		}
	case *Image:
		if x != nil {
			n.images++
			n.text(x.Caption)
		}
	}
}

func (n *amounts) text(t Text) {
	n.spans += len(t)
	for i := range t {
		if t[i].Link != nil {
			n.links++
		}
	}
}

// body returns a copy of b, all but the blocks themselves.
func (m *memory) body(b Body) Body {
	if len(b) == 0 {
		return b[:0:0]
	}
	c := m.blocks.take(len(b))
	copy(c, b)
	return c
}

// text returns a copy of t, all but what its spans point to.
func (m *memory) text(t Text) Text {
	if len(t) == 0 {
		return t[:0:0]
	}
	c := m.spans.take(len(t))
	for i := range t {
		if s := &t[i]; s.isPlain() { // the rest of its copy is zero already
			c[i].Text, c[i].Marks = s.Text, s.Marks
		} else {
			c[i] = *s
		}
	}
	return c
}

// A store gives out memory from pieces that grow.
type store[T any] struct {
	free []T
	size int // of the last piece
}

// maxPiece is the size of the largest piece that is made for what is to come.
const maxPiece = 1024

func (s *store[T]) expect(n int) { s.free = make([]T, min(n, maxPiece)) }

func (s *store[T]) take(n int) []T {
	if n > len(s.free) {
		if s.size = min(max(2*s.size, 8), maxPiece/8); n > s.size/2 {
			return make([]T, n)
		}
		s.free = make([]T, s.size)
	}
	taken := s.free[:n:n]
	s.free = s.free[n:]
	return taken
}

func (s *store[T]) copied(p *T) *T {
	x := &s.take(1)[0]
	*x = *p
	return x
}

// copied returns a pointer to a copy of what p points to.
func copied[T any](p *T) *T {
	x := *p
	return &x
}

// block returns a copy of b, all but what it leads to.
func (m *memory) block(b Block) Block {
	switch b := b.(type) {
	case *Paragraph:
		return m.paragraphs.copied(b)
	case *Heading:
		return m.headings.copied(b)
	case *Image:
		return m.images.copied(b)
	case *List:
		return copied(b)
	case *Quote:
		return copied(b)
	case *Gallery:
		return copied(b)
	case *Video:
		return copied(b)
	case *Audio:
		return copied(b)
	case *Table:
		return copied(b)
	case *File:
		return copied(b)
	case *Embed:
		return copied(b)
	case *Box:
		return copied(b)
	case *Links:
		return copied(b)
	case *Divider:
		return copied(b)
	case *Preformatted:
		return copied(b)
	case *RawHTML:
		return copied(b)
	}
	panic(fmt.Sprintf("article: internal error: unknown block %T", b))
}

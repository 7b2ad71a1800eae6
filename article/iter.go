package article

import (
	"iter"
	"strings"
)

// All yields every block of b with its path, in document order: "[3]", and the
// blocks inside it after it, as "[3].items[0][1]". Nil blocks are passed over.
// The blocks themselves may be changed while All runs, not the bodies that hold
// them.
func (b Body) All() iter.Seq2[string, Block] {
	return func(yield func(string, Block) bool) {
		w := walker{}
		w.block = func(x Block) {
			if !isNil(x) {
				w.done = !yield(string(w.path), x)
			}
		}
		w.body("", &b)
	}
}

// Blocks yields every block of the article with its path, in document order: the
// hero as "hero", the body from "body[0]" on, the updates as
// "live.updates[0].body[0]", and the blocks inside blocks as [Body.All] does.
func (a *Article) Blocks() iter.Seq2[string, Block] {
	return func(yield func(string, Block) bool) {
		w := walker{}
		w.block = func(x Block) {
			if !isNil(x) {
				w.done = !yield(string(w.path), x)
			}
		}
		w.article(a)
	}
}

// Texts yields every [Text] of the article that has a span, with its path: the
// lead, and in blocks the paragraphs, captions, cells and so on. What a pointer
// points to may be changed.
func (a *Article) Texts() iter.Seq2[string, *Text] {
	return func(yield func(string, *Text) bool) {
		w := walker{}
		w.text = func(t *Text) { w.done = !yield(string(w.path), t) }
		w.article(a)
	}
}

// Images yields every picture of the article with its path: blocks and pictures of
// galleries, posters, portraits and logos. What a pointer points to may be changed.
func (a *Article) Images() iter.Seq2[string, *Image] {
	return func(yield func(string, *Image) bool) {
		w := walker{}
		w.node = func(x any) {
			if img, ok := x.(*Image); ok {
				w.done = !yield(string(w.path), img)
			}
		}
		w.article(a)
	}
}

// URLs yields every address of the article that is not empty, with its path. What
// a pointer points to may be changed.
func (a *Article) URLs() iter.Seq2[string, *string] {
	return func(yield func(string, *string) bool) {
		w := walker{}
		w.str = func(u use, s *string) {
			if u == useLink || u == useAddress {
				w.done = !yield(string(w.path), s)
			}
		}
		w.article(a)
	}
}

// Text returns the plain text of b: every text that readers see, a line each, in
// document order. Line breaks inside a text are spaces. It is meant for search,
// comparison and counting words; package render prints text for readers.
func (b Body) Text() string {
	var out strings.Builder
	line := func(s string) {
		if s = strings.TrimSpace(strings.ReplaceAll(s, "\n", " ")); s != "" {
			if out.Len() > 0 {
				out.WriteByte('\n')
			}
			out.WriteString(s)
		}
	}
	w := walker{}
	w.text = func(t *Text) { line(t.String()) }
	w.node = func(x any) {
		switch x := x.(type) {
		case *Preformatted:
			for s := range strings.Lines(x.Text) {
				line(s)
			}
		case *Box:
			line(x.Title)
		case *Links:
			line(x.Title)
			for _, l := range x.Items {
				line(l.Text)
			}
		case *File:
			line(x.Title)
		}
	}
	w.body("", &b)
	return out.String()
}

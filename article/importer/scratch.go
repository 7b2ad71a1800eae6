package importer

import (
	"fmt"
	"io"
	"slices"
	"strings"
	"sync"

	"github.com/toasoan/toasoan/article"
)

// A scratch is memory that an import needs only while it runs.
type scratch struct {
	scanner scanner
	builder builder
	sink    sink

	text    []byte // of leaves that are no piece of the source
	lost    []byte // text that is dropped
	nodes   []node
	runs    []run
	attrs   []spanAttr
	paths   []pathNode
	notes   []rawNote
	at      []attr
	stack   []open
	links   []article.Link
	images  []article.Image
	pending []anchor // ids that wait for text
	pieces  []int32  // the nodes of the sequences that are being built
	out     []article.Block
	heads   []*article.Heading // all, to give them their levels in the end
	leaves  []int32
	first   []int32
	seen    []int32
	items   []listLine
}

var scratches = sync.Pool{New: func() any { return new(scratch) }}

// release gives the scratch back. Nothing of it may be in the result.
func (s *scanner) release() {
	c := s.scratch
	c.at = emptied(s.lex.at[:cap(s.lex.at)])
	c.scanner, c.builder, c.sink = scanner{}, builder{}, sink{}
	if cap(c.nodes) > 1<<16 || cap(c.runs) > 1<<16 || cap(c.attrs) > 1<<14 || cap(c.paths) > 1<<16 ||
		cap(c.text) > 1<<20 || cap(c.lost) > 1<<20 || cap(c.links) > 1<<12 || cap(c.images) > 1<<12 {
		return // too large to keep
	}
	c.empty()
	scratches.Put(c)
}

// empty forgets all that has been read.
func (c *scratch) empty() {
	c.text, c.lost, c.nodes, c.runs, c.paths, c.stack = c.text[:0], c.lost[:0], c.nodes[:0], c.runs[:0], c.paths[:0], c.stack[:0]
	c.pieces, c.leaves, c.first, c.seen = c.pieces[:0], c.leaves[:0], c.first[:0], c.seen[:0]
	c.attrs, c.notes, c.links, c.images = emptied(c.attrs), emptied(c.notes), emptied(c.links), emptied(c.images)
	c.heads = emptied(c.heads)
	c.pending, c.out = emptied(c.pending[:cap(c.pending)]), emptied(c.out[:cap(c.out)])
}

// room returns s with room for one more. What grows is doubled, so that all that it
// has ever taken is no more than twice what it takes; append would make that five
// times.
func room[T any](s []T) []T {
	if len(s) == cap(s) {
		s = slices.Grow(s, max(8, len(s)))
	}
	return s
}

// emptied returns s without elements, and with none that keep anything alive.
func emptied[T any](s []T) []T {
	clear(s)
	return s[:0]
}

// A sink takes what an io.Reader gives. A reader of a string gives it as it is,
// so it is not copied.
type sink struct {
	whole string
	buf   strings.Builder
	left  int
}

// readAll reads at most n bytes.
func (w *sink) readAll(r io.Reader, n int) (string, error) {
	w.left = n
	var err error
	if t, ok := r.(io.WriterTo); ok {
		_, err = t.WriteTo(w)
	} else {
		_, err = io.Copy(w, r)
	}
	if err != nil {
		return "", err
	}
	if w.buf.Len() > 0 {
		return w.buf.String(), nil
	}
	return w.whole, nil
}

func (w *sink) WriteString(s string) (int, error) {
	if len(s) > w.left {
		return 0, fmt.Errorf("importer: %w", article.ErrTooLarge)
	}
	w.left -= len(s)
	if w.whole == "" && w.buf.Len() == 0 {
		w.whole = s
		return len(s), nil
	}
	w.flush()
	return w.buf.WriteString(s)
}

func (w *sink) Write(b []byte) (int, error) {
	if len(b) > w.left {
		return 0, fmt.Errorf("importer: %w", article.ErrTooLarge)
	}
	w.left -= len(b)
	w.flush()
	return w.buf.Write(b)
}

func (w *sink) flush() {
	w.buf.WriteString(w.whole)
	w.whole = ""
}

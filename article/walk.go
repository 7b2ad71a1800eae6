package article

import (
	"maps"
	"slices"
	"strconv"
)

// isNil reports whether x is nil or a nil pointer.
func isNil(x Block) bool { return x == nil || x.isNil() }

// A use says what a string field is for.
type use uint8

const (
	useLine    use = iota // words for readers, on one line
	useLines              // words for readers whose line breaks count
	useLink               // address that a reader may follow, mailto and tel too
	useAddress            // address of a page or a file
	useLang               // language tag
	useName               // identifier, kept as it is
	useWord               // word of a vocabulary, number of a document and the like
	useMarkup             // untrusted markup
)

// A walker goes through an article, or a part of one, in the order of the fields
// in the types and calls its functions, those that are not nil, for what it
// meets. It is the one thing that knows where everything is; a test compares it
// with the types. This file holds how it goes, walk_fields.go where.
//
// It comes back from articles that hold themselves, goes no deeper than maxDepth,
// and enters no more than maxBlocks blocks, pictures, organizations and sections.
type walker struct {
	node  func(any)          // pointer to a struct, before its fields; blocks too
	left  func(any)          // the same after its fields
	block func(Block)        // before node; nil ones too
	text  func(*Text)        // not empty
	str   func(use, *string) // not empty
	after func(*Body)        // after its blocks, if it has some
	stuck func(error)        // at what can't be entered: errCycle, ErrTooDeep, ErrTooComplex

	// copying makes a copy of everything that a pointer, an interface or a slice
	// leads to, before anything is called for it. What can't be entered is copied
	// without what it leads to.
	copying bool
	memory  memory // for the copies

	// brief leaves out what there is most of and what holds nothing but text: node
	// and left are not called for paragraphs, nor for spans that are plain.
	brief bool

	pathless bool   // path is not wanted
	path     []byte // of what the function is called for
	done     bool   // ends the walk

	outer []step // the pointers that led here
	depth int    // of blocks, pictures, organizations and sections
	count int    // of those that have been entered
	first [4]step
}

// A step is a pointer that the walk has followed, and the copy it went on with.
type step struct{ from, to any }

// stop tells what can't be entered.
func (w *walker) stop(err error) {
	if w.stuck != nil {
		w.stuck(err)
	}
}

// article walks an article. A nil one holds nothing.
func (w *walker) article(a *Article) {
	if a == nil {
		return
	}
	if w.copying {
		w.memory.expect(a)
		a.Extensions = maps.Clone(a.Extensions)
		for k, v := range a.Extensions {
			a.Extensions[k] = slices.Clone(v)
		}
	}
	meet(w, a, w.fieldsOf)
}

// meet walks the struct that x points to; f goes through its fields.
func meet[T any](w *walker, x *T, f func(*T)) {
	if w.begin(x) {
		f(x)
		w.end(x)
	}
}

// begin says whether the walk goes through the fields of x. If so, end follows.
func (w *walker) begin(x any) bool {
	if nests(x) && !w.enter() {
		return false
	}
	if w.node != nil && !w.done {
		w.node(x)
	}
	return !w.done
}

func (w *walker) end(x any) {
	if nests(x) {
		w.depth--
	}
	if w.left != nil && !w.done {
		w.left(x)
	}
}

// nests reports whether x counts as something that can lead to others of its kind:
// a block, a section or an organization. A test holds the list to blockTypes.
func nests(x any) bool {
	switch x.(type) {
	case *Paragraph, *Heading, *List, *Quote, *Image, *Gallery, *Video, *Audio, *Table, *File,
		*Embed, *Box, *Links, *Divider, *Preformatted, *RawHTML, *Section, *Organization:
		return true
	}
	return false
}

// enter says whether there is room for one more of what nests.
func (w *walker) enter() bool {
	if w.depth >= maxDepth {
		w.stop(ErrTooDeep)
		return false
	}
	if w.count >= maxBlocks { // what stands in many places is met in each of them
		w.done = true
		w.stop(ErrTooComplex)
		return false
	}
	w.depth++
	w.count++
	return true
}

// push adds a name to the path and returns the length to cut it to afterwards.
func (w *walker) push(name string) int {
	if w.pathless {
		return 0
	}
	return w.pushName(name)
}

func (w *walker) pushName(name string) int {
	n := len(w.path)
	if n > 0 && name != "" {
		w.path = append(w.path, '.')
	}
	w.path = append(w.path, name...)
	return n
}

func (w *walker) pushIndex(i int) int {
	n := len(w.path)
	if !w.pathless {
		w.path = appendIndex(w.path, i)
	}
	return n
}

func appendIndex(b []byte, i int) []byte {
	b = append(b, '[')
	b = strconv.AppendInt(b, int64(i), 10)
	return append(b, ']')
}

func (w *walker) pop(n int) { w.path = w.path[:n] }

// s meets a string.
func (w *walker) s(name string, u use, p *string) {
	if *p == "" || w.str == nil || w.done {
		return
	}
	n := w.push(name)
	w.str(u, p)
	w.pop(n)
}

// strings meets every string of a list.
func (w *walker) strings(name string, u use, list *[]string) {
	loop(w, name, list, func(s *string) { w.s("", u, s) })
}

// in walks a struct in another one, with the path set.
func in[T any](w *walker, name string, x *T, f func(*T)) {
	if w.done {
		return
	}
	n := w.push(name)
	meet(w, x, f)
	w.pop(n)
}

// each walks every struct of a list, with the path set.
func each[T any](w *walker, name string, list *[]T, f func(*T)) {
	loop(w, name, list, func(x *T) { meet(w, x, f) })
}

// loop calls f for every element of a list, with the path set, until the walk is
// done.
func loop[T any](w *walker, name string, list *[]T, f func(*T)) {
	if w.copying {
		*list = slices.Clone(*list)
	}
	n := w.push(name)
	for i := range *list {
		if w.done {
			break
		}
		m := w.pushIndex(i)
		f(&(*list)[i])
		w.pop(m)
	}
	w.pop(n)
}

// one walks the struct that *p points to, with the path set, unless that is nil or
// stands around here.
func one[T any](w *walker, name string, p **T, f func(*T)) {
	if *p == nil || w.done {
		return
	}
	n := w.push(name)
	from := *p
	if to := w.around(from); to != nil {
		if w.copying {
			*p = to.(*T)
		}
		w.stop(errCycle)
	} else {
		if w.copying {
			*p = copied(from)
		}
		w.follow(from, *p)
		meet(w, *p, f)
		w.back()
	}
	w.pop(n)
}

// follow says that the walk goes on with to after the pointer from.
func (w *walker) follow(from, to any) {
	if w.outer == nil {
		w.outer = w.first[:0]
	}
	w.outer = append(w.outer, step{from, to})
}

func (w *walker) back() { w.outer = w.outer[:len(w.outer)-1] }

// around returns what the walk went on with if it has followed the pointer x and
// not come back yet, or else nil.
func (w *walker) around(x any) any {
	for i := range w.outer {
		if w.outer[i].from == x {
			return w.outer[i].to
		}
	}
	return nil
}

func (w *walker) body(name string, b *Body) {
	if w.copying {
		*b = w.memory.body(*b)
	}
	n := w.push(name)
	for i := 0; i < len(*b) && !w.done; i++ {
		m := w.pushIndex(i)
		w.visit(&(*b)[i])
		w.pop(m)
	}
	if w.after != nil && len(*b) > 0 && !w.done {
		w.after(b)
	}
	w.pop(n)
}

// visit walks the block that *p is.
func (w *walker) visit(p *Block) {
	if w.block != nil {
		w.block(*p)
	}
	if w.done {
		return
	}
	if x, ok := (*p).(*Paragraph); ok { // which most are, and which leads nowhere
		if x == nil {
			return
		}
		if w.copying {
			x = w.memory.paragraphs.copied(x)
			*p = x
		}
		switch {
		case !w.brief:
			meet(w, x, w.paragraph)
		case w.enter():
			w.paragraph(x)
			w.depth--
		}
		return
	}
	if isNil(*p) {
		return
	}
	from := *p
	if to := w.around(from); to != nil {
		if w.copying {
			*p = to.(Block)
		}
		w.stop(errCycle)
		return
	}
	if w.copying {
		*p = w.memory.block(from)
	}
	w.follow(from, *p)
	if w.begin(*p) {
		w.fields(*p)
		w.end(*p)
	}
	w.back()
}

func (w *walker) texts(name string, t *Text) {
	if w.copying {
		*t = w.memory.text(*t)
	}
	if len(*t) == 0 || w.done {
		return
	}
	n := w.push(name)
	if w.text != nil {
		w.text(t)
	}
	if w.node != nil || w.left != nil || w.str != nil || w.copying {
		for i := 0; i < len(*t) && !w.done; i++ {
			if w.brief && (*t)[i].isPlain() {
				continue
			}
			m := w.pushIndex(i)
			meet(w, &(*t)[i], w.span)
			w.pop(m)
		}
	}
	w.pop(n)
}

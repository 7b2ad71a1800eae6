package importer

import (
	"fmt"
	"io"
	"strings"

	"github.com/toasoan/toasoan/article"
	"github.com/toasoan/toasoan/article/viet"
)

// A nodeKind is what a node stands for.
type nodeKind uint8

const (
	kNone nodeKind = iota
	kText
	kPre
	kImage
	kVideo
	kAudio
	kEmbed
	kRule
	kRaw
	kDone    // a block that has been built
	kHeading // these are kinds of such blocks alone
	kFile

	// Nodes with children.
	kFigure
	kList
	kItem
	kQuote
	kTable
	kRow
	kCell
	kTableCaption
	kBox
	kRelated
	kGallery
)

// A node is one entry of the flat tree that the scanner makes of the markup. The
// children of node i follow it, up to node end. Elements that only part the text,
// such as p and div, are no nodes: they change the group.
type node struct {
	kind  nodeKind
	level uint8 // of a heading or of a list that Word faked
	flags flags
	end   int32
	a, b  int32 // kText, kPre: the runs; kCell: spans; others: index in the slice of the kind
	group int32 // the innermost block element
	path  int32
}

// A run is a piece of text in one style, as scanner.piece gives it.
type run struct {
	start, end int32
	marks      article.Marks
	attr       int32 // in scanner.attrs; zero is none
}

// A spanAttr is what a run has beside its marks.
type spanAttr struct {
	link                     int32 // in scanner.links, plus one; zero is none
	lang, dir, expansion, id string
	onlyID                   bool // nothing but an id that may be of no use
	weak                     bool // the id of a box that no link may know
}

// A pathNode is a block element of the source, for the paths of notes.
type pathNode struct {
	parent int32
	tag    tag
	nth    int32 // of its name in the document
}

// An anchor is an id that waits for text.
type anchor struct {
	id   string
	weak bool
}

// A ctx is what an element hands on to what is inside.
type ctx struct {
	marks article.Marks
	attr  int32
	flags flags
	level uint8
	word  uint8
	drop  uint8 // index in dropCodes of why text in here is no text; zero is none
	group int32
	path  int32
}

// An open is an element that has not been closed.
type open struct {
	tag                   tag
	nature                nature
	opaque                bool // starts a dropped passage
	capture               bool // starts a captured one
	opener                bool // what it shows may be in details
	node                  int32
	prevSame, prevBarrier int16
	lostFrom              int // where in lost its dropped text begins
	ctx                   ctx // outside of the element
}

// A rawNote is a note whose path has not been spelled out.
type rawNote struct {
	code, text string
	path       int32
	pathEnd    int // of all paths spelled out one after the other
}

// A scanner reads markup into a flat tree. It never looks back: its time grows
// with the input alone.
type scanner struct {
	o   *Options
	lim limits
	lex lexer

	*scratch

	videos []article.Video
	audios []article.Audio
	embeds []article.Embed
	raws   []string
	infos  []info

	last    [numTags]int16 // the innermost open element of the tag, plus one
	count   [numTags]int32
	barrier int16
	cur     ctx
	groups  int32
	cells   int // that hold something

	str        string // what text was when all was read
	size       int    // of the text in all leaves
	leaf       int32  // the open text leaf, or -1
	shared     bool   // its text is a piece of the source
	space      bool   // white space waits to be written
	breaks     int    // line breaks wait to be written
	lined      bool   // there are leaves of several lines
	blank      bool   // an empty line waits
	nbsps      int    // no-break spaces before the leaf
	media      int32  // the node of the open video or audio, plus one
	pics       []article.Rendition
	floats     []article.Image  // small ones in the open leaf
	noPre      bool             // no more pre ends
	fileTypes  map[int32]string // of documents, by the number of their link
	stamp      string           // the place that begins an article
	goodLang   string           // the last language tag that was valid
	langs      map[string]bool  // tags that have been looked at, and whether they are valid
	judged     int              // times that has been found out
	probe      *article.Article // by which
	shortcodes int              // that have been expanded
	malformed  bool             // the source is no UTF-8
	inPic      bool
	capture    int    // depth of the stack that is captured raw, or 0
	capFrom    int    // where in aux the capture began
	anchors    bool   // there are ids, or links inside the document
	linked     bool   // there are such links
	oembed     string // what an element around the place shows
	remote     bool   // there are figures for pictures of other sites
}

func newScanner(r io.Reader, o *Options) (*scanner, error) {
	c := scratches.Get().(*scratch)
	s := &c.scanner
	s.o, s.scratch = o, c
	src, n, err := o.read(&c.sink, r, true)
	if err != nil {
		s.release()
		return nil, err
	}
	s.begin(src, n)
	return s, nil
}

// begin makes a new scanner ready to read markup. The note, if its code is not empty,
// says what that was.
func (s *scanner) begin(src string, n Note) {
	s.lim, s.leaf = limitsOf(s.o), -1
	s.attrs = append(room(s.attrs), spanAttr{})
	s.paths = append(room(s.paths), pathNode{})
	mayExpand := strings.IndexByte(src, '[') >= 0
	if mayExpand {
		src, n = inUTF8(src, n)
	}
	if n.Code != "" {
		s.note(n.Code, 0, n.Text)
	}
	if mayExpand {
		src = s.expandShortcodes(src)
	}
	s.lex.src, s.lex.at = src, s.at[:0]
}

// piece returns the text of a run, or of runs that follow each other. Places from
// 0 on are those of the source, and from its end on those of s.str.
func (s *scanner) piece(lo, hi int32) string {
	if n := int32(len(s.lex.src)); lo >= n {
		return s.str[lo-n : hi-n]
	}
	return s.lex.src[lo:hi]
}

// textEnd is the place after all text so far that is no piece of the source.
func (s *scanner) textEnd() int32 { return int32(len(s.lex.src) + len(s.text)) }

// scan reads all of the input. Whether it is UTF-8 is seen on the way; if it is not,
// all begins again with what UTF-8 can be made of it.
func (s *scanner) scan() error {
	err := s.tokens()
	if s.malformed {
		src, n := inUTF8(s.lex.src, Note{})
		s.scratch.empty()
		*s = scanner{o: s.o, scratch: s.scratch}
		s.begin(src, n)
		err = s.tokens()
	}
	return err
}

// tokens reads what the lexer gives, up to what is no UTF-8.
func (s *scanner) tokens() error {
	const often = 4096 // bytes after which the limit is looked at
	next := often
	for !s.malformed {
		k := s.lex.next()
		if k != textToken && !s.lex.bare {
			if t := s.lex.src[s.lex.start:s.lex.pos]; !isASCII(t) && !viet.ValidString(t) {
				s.malformed = true
				break
			}
		}
		switch k {
		case endOfInput:
			if s.lex.cut {
				s.note("cut-off", s.cur.path, cleanValue(clip(s.lex.src[s.lex.start:])))
			}
			s.lex.start = len(s.lex.src)
			for len(s.stack) > 0 {
				s.pop(false)
			}
			s.closeLeaf()
			return s.checkNodes()
		case textToken:
			s.characters(s.lex.text, s.lex.start)
		case startTag:
			if s.lex.more {
				s.note("dropped-attributes", s.cur.path, "")
			}
			if err := s.start(s.lex.element(), s.lex.self); err != nil {
				return err
			}
		case endTag:
			s.endTag(s.lex.element())
		}
		if s.lex.pos >= next {
			if err := s.checkNodes(); err != nil {
				return err
			}
			next = s.lex.pos + often
		}
	}
	return nil
}

// checkNodes sees whether what has been read takes more memory than it may. A node
// is some 180 bytes, with what is made of it; what takes more counts for several. A
// cell counts no more than what stands in it, as tables of results are long.
func (s *scanner) checkNodes() error {
	n := len(s.nodes) - s.cells + len(s.runs) + len(s.attrs) + 2*(len(s.notes)+len(s.infos)) + 4*len(s.links) + 12*s.judged +
		8*(len(s.images)+len(s.videos)+len(s.audios)+len(s.embeds))
	if n > s.lim.nodes {
		return s.tooComplex("nodes")
	}
	return nil
}

func (s *scanner) tooComplex(what string) error {
	return fmt.Errorf("importer: too many %s: %w", what, article.ErrTooComplex)
}

// note records a decision or a loss at the path p.
func (s *scanner) note(code string, p int32, text string) {
	s.notes = append(room(s.notes), rawNote{code: code, text: text, path: p})
}

// newGroup starts a block.
func (s *scanner) newGroup() int32 {
	s.groups++
	return s.groups
}

// push opens an element.
func (s *scanner) push(t tag, n nature) error {
	if len(s.stack) >= s.lim.depth {
		return fmt.Errorf("importer: elements nested more than %d deep: %w", s.lim.depth, article.ErrTooDeep)
	}
	s.stack = append(s.stack, open{
		tag: t, nature: n, node: -1, prevSame: s.last[t], prevBarrier: s.barrier, ctx: s.cur,
	})
	s.last[t] = int16(len(s.stack))
	if n&isBarrier != 0 {
		s.barrier = int16(len(s.stack))
	}
	if n&isBlock != 0 {
		s.closeLeaf()
		s.cur.group = s.newGroup()
		s.count[t]++
		s.paths = append(room(s.paths), pathNode{s.cur.path, t, s.count[t]})
		s.cur.path = int32(len(s.paths) - 1)
	}
	return nil
}

// top is the innermost open element.
func (s *scanner) top() *open { return &s.stack[len(s.stack)-1] }

// pop closes the innermost open element. Own says that its end tag is at hand.
func (s *scanner) pop(own bool) {
	e := s.top()
	if e.nature&isBlock != 0 {
		s.closeLeaf()
	}
	s.last[e.tag] = e.prevSame
	s.barrier = e.prevBarrier
	if e.node >= 0 {
		s.endNode(e)
	}
	if e.opaque {
		s.endDrop(e)
	}
	if e.capture {
		s.endCapture(own)
	}
	switch e.tag {
	case tagVideo, tagAudio:
		s.media = 0
	case tagPicture:
		s.inPic = false
		s.pics = s.pics[:0]
	case tagRT:
		if s.cur.drop == 0 {
			s.space = false
			s.words(")", -1)
		}
	}
	s.cur = e.ctx
	s.stack = s.stack[:len(s.stack)-1]
}

// popTo closes elements up to and with the one at index i of the stack.
func (s *scanner) popTo(i int) {
	for len(s.stack) > i {
		s.pop(len(s.stack) == i+1)
	}
}

// closeOpen closes the innermost open t if no barrier is between.
func (s *scanner) closeOpen(t tag) bool {
	if i := s.last[t]; i > 0 && i >= s.barrier {
		s.popTo(int(i) - 1)
		return true
	}
	return false
}

// addNode appends a node that s.top opens.
func (s *scanner) addNode(k nodeKind, f flags) int32 {
	s.closeLeaf()
	s.nodes = append(room(s.nodes), node{
		kind: k, flags: f | s.cur.flags, level: s.cur.level, group: s.cur.group, path: s.cur.path,
		end: int32(len(s.nodes) + 1),
	})
	return int32(len(s.nodes) - 1)
}

// endNode closes the node of an element. Nodes without content vanish, but for
// cells, which hold the table's shape.
func (s *scanner) endNode(e *open) {
	n := &s.nodes[e.node]
	n.end = int32(len(s.nodes))
	if n.kind == kCell && n.end > e.node+1 {
		s.cells++
	}
	if n.end == e.node+1 && n.kind >= kFigure && n.kind != kCell && !(n.kind == kQuote && s.infos[n.a].embed != nil) {
		s.nodes = s.nodes[:e.node]
	}
}

// inside reports whether an element of tag t is open, whatever is between.
func (s *scanner) inside(t tag) bool { return s.last[t] > 0 }

// endTag closes the element that an end tag names.
func (s *scanner) endTag(t tag) {
	if t == tagOther || natures[t]&isVoid != 0 {
		if t == tagBR { // as browsers do
			s.lineBreak()
		}
		return
	}
	i := s.last[t]
	if i == 0 {
		return
	}
	if i < s.barrier && t != tagTable {
		return // in another cell
	}
	if natures[t]&isBlock == 0 {
		// An inline element does not close the blocks inside of it: it only stops
		// to mark what follows.
		for j := len(s.stack) - 1; j >= int(i); j-- {
			if s.stack[j].nature&isBlock != 0 {
				s.kill(int(i) - 1)
				return
			}
		}
	}
	s.popTo(int(i) - 1)
}

// kill ends the marking of an inline element below open blocks.
func (s *scanner) kill(i int) {
	e := &s.stack[i]
	if e.opaque || e.capture {
		return // its content runs to the end of the block around it
	}
	outside := e.ctx
	s.last[e.tag] = e.prevSame
	for j := i + 1; j < len(s.stack); j++ {
		if s.stack[j].tag == e.tag && int(s.stack[j].prevSame) == i+1 {
			s.stack[j].prevSame = e.prevSame
		}
		s.stack[j].ctx.marks = outside.marks | s.stack[j].ctx.marks&^e.markSet()
		if s.stack[j].ctx.attr != 0 && e.tag == tagA {
			s.stack[j].ctx.attr = outside.attr
		}
	}
	s.cur.marks = outside.marks | s.cur.marks&^e.markSet()
	if e.tag == tagA {
		s.cur.attr = outside.attr
	}
	e.tag = tagOther
	e.prevSame = s.last[tagOther]
	s.last[tagOther] = int16(i + 1)
}

// markSet is what an inline element marks.
func (e *open) markSet() article.Marks { return tagMarks[e.tag] }

var tagMarks = [numTags]article.Marks{
	tagB: article.Strong, tagEm: article.Emphasis, tagCite: article.Emphasis, tagU: article.Underline,
	tagIns: article.Inserted, tagDel: article.Deleted, tagSub: article.Subscript, tagSup: article.Superscript,
	tagCode: article.Code, tagSmall: article.Small, tagMark: article.Highlight, tagQ: article.Quotation,
}

package article

import (
	"errors"
	"fmt"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/toasoan/toasoan/article/viet"
)

// MaxField is the length in bytes of the longest plain text field, such as a
// headline or an alternative text. Running text and preformatted text are only
// bounded by the limits of what reads them.
const MaxField = 16 << 10

// Validate returns nil if printers can print the article and what they print is
// well-formed, or else a [Faults] that holds every fault, in the order of the
// article; of more than 10,000, those that it meets first. It asks for little: what
// is only bad style, such as a picture without alternative text, is reported by
// [Article.Review].
//
// The codes of the faults are:
//
//	bad-date          a date that is not written as its field asks
//	bad-extension     an extension that is no JSON
//	bad-hero          a hero that is not a picture, gallery, video, audio or embed
//	bad-id            an ID that holds white space
//	bad-lang          not a well-formed BCP 47 language tag
//	bad-level         a heading level that is not 1 to 4
//	bad-marks         marks that do not exist
//	bad-media-type    not a media type
//	bad-number        a number that its field can't have
//	bad-region        not an ISO 3166 code
//	bad-slug          a slug that holds what separates the parts of an address
//	bad-text          bytes that are not UTF-8, or control characters
//	bad-time          a time whose year has not four digits
//	cycle             something that holds itself
//	duplicate-id      an ID that something before has already
//	duplicate-pinned  a second pinned update
//	empty-block       a block that shows nothing
//	missing-headline  no headline
//	missing-id        an update without ID
//	missing-lang      an alternate without language
//	missing-live      KindLive without Live
//	missing-name      a credit, section, tag, source, series or publisher without
//	                  name, a chapter without title
//	missing-time      an update or a correction without its time
//	missing-url       a link, picture, file, recording or embed without address
//	nil-article       no article: the receiver is nil
//	nil-block         a block that is nil
//	time-order        a time before the one that it must follow
//	too-complex       more blocks than Limits.Blocks may be, one that stands in
//	                  several places counted for each of them
//	too-deep          blocks, organizations or sections nested too deeply
//	too-long          a plain text field of more than MaxField bytes
//	unknown-value     a word that its vocabulary does not have
//	unsafe-url        an address that SafeURL or SafeMediaURL refuses
func (a *Article) Validate() error {
	if a == nil {
		return Faults{{Code: "nil-article", Message: "there is no article"}}
	}
	if quick := (validator{quick: true}); quick.validate(a) {
		return nil
	}
	v := validator{}
	v.validate(a)
	slices.SortStableFunc(v.faults, func(f, g *Fault) int { return topField(f.Path) - topField(g.Path) })
	return v.faults
}

const maxFaults = 10_000

var errCycle = errors.New("article: holds itself")

// A validator looks for faults during one walk.
type validator struct {
	w          walker
	quick      bool // it matters only whether there is a fault
	normalized bool // the article is normalized, or comes out of the same walk so
	faulty     bool
	faults     Faults // unless quick
	ids        map[string]bool
	pinned     bool
}

// validate walks a and reports whether it is without a fault.
func (v *validator) validate(a *Article) bool {
	v.w = walker{node: v.node, str: v.str, block: v.block, stuck: v.stuck}
	if v.quick {
		v.w.text, v.w.brief, v.w.pathless = v.text, true, true
	}
	v.w.article(a)
	return !v.faulty
}

// add adds a fault at the field called name of what is being walked.
func (v *validator) add(name, code, format string, args ...any) {
	v.faulty = true
	if v.quick || len(v.faults) >= maxFaults {
		v.w.done = true
		return
	}
	n := v.w.push(name)
	v.faults = append(v.faults, &Fault{Path: string(v.w.path), Code: code, Message: fmt.Sprintf(format, args...)})
	v.w.pop(n)
}

func (v *validator) block(b Block) {
	if isNil(b) {
		v.add("", "nil-block", "a block is nil")
	} else if emptyBlock(b) {
		v.add("", "empty-block", "the block shows nothing")
	}
}

func (v *validator) stuck(err error) {
	switch err {
	case ErrTooDeep:
		v.add("", "too-deep", "blocks, organizations or sections are nested too deeply")
	case ErrTooComplex:
		v.add("", "too-complex", "the article has more than %d blocks", maxBlocks)
	default:
		v.add("", "cycle", "something holds itself")
	}
}

// str checks a string by its use alone.
func (v *validator) str(u use, s *string) {
	switch u {
	case useLink:
		if _, ok := SafeURL(*s); !ok {
			v.add("", "unsafe-url", "%.200q is not a safe address of a link", *s)
		}
	case useAddress:
		if _, ok := SafeMediaURL(*s); !ok {
			v.add("", "unsafe-url", "%.200q is not a safe address", *s)
		}
	case useLang:
		if !isLang(*s) {
			v.add("", "bad-lang", "%.200q is not a BCP 47 language tag", *s)
		}
	case useLine, useName, useWord:
		if len(*s) > MaxField {
			v.add("", "too-long", "the field has %d bytes, more than %d", len(*s), MaxField)
		}
		v.characters(*s, "")
	case useLines:
		v.characters(*s, "\n\t")
	case useMarkup:
		if !utf8.ValidString(*s) {
			v.add("", "bad-text", "the markup is not UTF-8")
		}
	}
}

// text checks the spans of t for what is to be found in plain ones too.
func (v *validator) text(t *Text) {
	for i := range *t {
		v.characters((*t)[i].Text, "\n\t")
	}
}

// characters checks that s is text, in which only the given controls may be.
func (v *validator) characters(s, controls string) {
	if v.normalized || viet.IsNormal(trimLeft(trimRight(s))) && (controls != "" || strings.IndexByte(s, '\n') < 0) {
		return
	}
	if !utf8.ValidString(s) {
		v.add("", "bad-text", "the text is not UTF-8")
		return
	}
	for i := range len(s) {
		switch c := s[i]; {
		case !suspect[c] || strings.IndexByte(controls, c) >= 0:
		case c != 0xef:
			v.add("", "bad-text", "the text holds the control character %U", c)
			return
		case strings.HasPrefix(s[i:], "\ufffe") || strings.HasPrefix(s[i:], "\uffff"):
			v.add("", "bad-text", "the text holds a noncharacter")
			return
		}
	}
}

// suspect holds the control characters and the first byte of U+FFFE and U+FFFF.
var suspect = func() (t [256]bool) {
	for c := range ' ' {
		t[c] = true
	}
	t[0x7f], t[0xef] = true, true
	return t
}()

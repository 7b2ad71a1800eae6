package importer

import (
	"fmt"
	"io"
	"net/url"
	"strings"
	"time"

	"github.com/toasoan/toasoan/article"
	"github.com/toasoan/toasoan/article/viet"
	"github.com/toasoan/toasoan/article/viet/legacy"
)

// Options say how to read. The zero Options, or nil, is ready to use. An Options
// is only read, so any number of imports may share one.
type Options struct {
	// Base is the address that relative ones are resolved against. If Base is
	// nil, relative addresses stay as they are.
	Base *url.URL

	// Location is where times are that name no zone. If Location is nil, such
	// times are refused, with a note.
	Location *time.Location

	// Lang is the BCP 47 tag of the article's language. Empty means "vi", or
	// what the source says where it does. A passage that the source marks as
	// being in this language is marked no more.
	Lang string

	// KeepHTML keeps what no block can hold, such as a formula, as
	// [article.RawHTML] blocks. Otherwise its text is kept and a note written.
	KeepHTML bool

	// Encoding names how the source is encoded. Empty means UTF-8. "auto" reads
	// bytes that are no UTF-8 as the legacy Vietnamese encoding that package
	// legacy finds them to be in; any other name is one that [legacy.Lookup]
	// knows, such as "windows-1258", "TCVN3" or "VNI". VIQR, whose accents are
	// ASCII, is read in copied text only: in markup it can't be told from markup.
	Encoding string

	// Limits bound what is read. The zero Limits means the defaults of
	// [article.Limits]. Of markup, Limits.Blocks bounds the nodes, as the package
	// documentation explains.
	Limits article.Limits
}

// A Note is one decision of an import, such as a caption found in the next
// paragraph, or a piece of the source that the article does not hold. The package
// documentation lists the codes.
type Note struct {
	Code string // stable, such as "caption-from-italic"
	Path string // in the source, such as "table[2]>tr[3]>td[5]", or "line 7"
	Text string // what it was about; of a loss, all the text that was lost
}

// HTML reads the body of an article as a CMS stores it.
//
// The markup may be anything: HTML does not fail for what it says, only for what
// it costs. The error is that of r, or wraps [article.ErrTooLarge],
// [article.ErrTooDeep] or [article.ErrTooComplex]; body and notes are then nil.
// The time and the memory that HTML takes are proportional to the input.
//
// The result holds no markup, except in [article.RawHTML] blocks if o asks for
// them, and no address that [article.SafeURL] refuses.
func HTML(r io.Reader, o *Options) (article.Body, []Note, error) {
	s, err := newScanner(r, o.orDefault())
	if err != nil {
		return nil, nil, err
	}
	defer s.release()
	if err := s.scan(); err != nil {
		return nil, nil, err
	}
	b := &s.scratch.builder
	b.scanner = s
	body, err := b.build()
	if err != nil {
		return nil, nil, err
	}
	return body, s.finishNotes(), nil
}

// read reads all of a source, which is UTF-8 then as far as its encoding says so.
// Markup says that it is HTML. The note, if its code is not empty, says what the
// source was.
func (o *Options) read(w *sink, r io.Reader, markup bool) (src string, n Note, err error) {
	lim := limitsOf(o)
	if src, err = w.readAll(r, lim.bytes); err != nil {
		return "", n, err
	}
	if u, ok := fromUTF16(src); ok && (o.Encoding == "" || o.Encoding == "auto" || hasPrefixFold(o.Encoding, "utf")) {
		return u, Note{Code: "decoded", Text: "utf-16"}, nil
	}
	var e *legacy.Encoding
	switch o.Encoding {
	case "":
	case "auto":
		switch {
		case !markup:
			e, _ = legacy.Detect([]byte(src))
		case !viet.ValidString(src):
			e = detect(src)
		}
	default:
		if !strings.EqualFold(o.Encoding, "utf-8") && !strings.EqualFold(o.Encoding, "utf8") {
			var ok bool
			if e, ok = legacy.Lookup(o.Encoding); !ok {
				return "", n, fmt.Errorf("importer: unknown encoding %q", o.Encoding)
			}
		}
	}
	if e != nil && !(markup && e == legacy.VIQR) {
		if src, err = e.NewDecoder().String(src); err != nil {
			return "", n, fmt.Errorf("importer: %w", err)
		}
		n = Note{Code: "decoded", Text: e.String()}
	}
	return src, n, nil
}

// inUTF8 returns what [Options.read] has read as UTF-8.
func inUTF8(src string, n Note) (string, Note) {
	if viet.ValidString(src) {
		return src, n
	}
	return strings.ToValidUTF8(src, "\uFFFD"), Note{Code: "invalid-utf8"}
}

var defaults Options

func (o *Options) orDefault() *Options {
	if o == nil {
		return &defaults
	}
	return o
}

// lang returns the language subtag of the article.
func (o *Options) lang() string {
	l, _, _ := strings.Cut(o.Lang, "-")
	if l == "" {
		return "vi"
	}
	return strings.ToLower(l)
}

// safeURL checks an address and resolves it.
func (o *Options) safeURL(u string, media bool) (string, bool) {
	safe, ok := "", false
	if media {
		safe, ok = article.SafeMediaURL(u)
	} else {
		safe, ok = article.SafeURL(u)
	}
	if !ok || o.Base == nil || strings.HasPrefix(safe, "#") {
		return safe, ok
	}
	ref, err := url.Parse(safe)
	if err != nil || ref.Scheme != "" && ref.Host != "" {
		return safe, ok
	}
	if ref.Scheme != "" {
		return safe, ok // mailto, tel
	}
	return article.SafeURL(asciiHost(o.Base).ResolveReference(ref).String())
}

// asciiHost returns u with its host as SafeURL writes it: String would escape the
// letters of a host beyond ASCII.
func asciiHost(u *url.URL) *url.URL {
	if isASCII(u.Host) {
		return u
	}
	safe, ok := article.SafeURL("https://" + u.Host)
	if !ok {
		return u
	}
	with := *u
	if h, err := url.Parse(safe); err == nil {
		with.Host = h.Host
	}
	return &with
}

// The limits of one import, with the defaults filled in.
type limits struct{ bytes, nodes, depth, blockDepth int }

func limitsOf(o *Options) limits {
	l := o.Limits.WithDefaults()
	return limits{int(l.Bytes), l.Blocks, 512, l.Depth}
}

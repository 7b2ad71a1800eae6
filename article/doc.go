// Package article defines what a news article is. An [Article] is plain data:
// build it by hand, decode it from JSON with [Decode], or import it from
// untrusted markup with package importer.
//
// The data goes one way:
//
//	CMS HTML, pasted text, JSON, ninjs → *Article → Normalize → Validate
//	    → render.Renderer.Prepare → *render.Document → page, JSON-LD, feeds, text
//	    → related.DocOf → related.Index
//	    → a11y.Lint, Review
//
// An Article can't hold markup. Its text fields are text, its addresses are
// checked again by [SafeURL] wherever they are written, and no field is copied
// to a page unescaped. The one exception is named for what it is, [RawHTML],
// and only package render prints it, through a sanitizer. So an Article from
// any source is safe to render.
//
// # Text
//
// A [Text] is a flat list of spans. Each [Span] has its own marks, link and
// language; spans are never nested. A newline in a span is a line break that
// readers see.
//
// # Blocks
//
// A [Body] is a list of blocks. The set of block kinds is closed; a type switch
// over [Block] names them all, and [Body.All] and the other iterators walk
// nested blocks so that callers need no recursion.
package article

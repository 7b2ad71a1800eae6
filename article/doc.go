// Package article defines what a news article is. An [Article] is plain data:
// build it by hand, decode it from JSON with [Decode], or import it from
// untrusted markup with package importer.
//
// The data goes one way:
//
//	CMS HTML, pasted text, JSON, ninjs → *Article → Normalize → Validate
//	    → render.Renderer.Prepare → *render.Document → page, JSON-LD, feeds, text
//	    → related.DocOf → related.Index
//	    → a11y.Lint, Article.Review
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
//
// # JSON
//
// [Encode], [Decode] and encoding/json read and write one form, described by
// schema.json beside this package (JSON Schema 2020-12): the names of the struct
// tags; a block's kind as "type", one of paragraph, heading, list, quote, image,
// gallery, video, audio, table, file, embed, box, links, divider, preformatted and
// rawHtml; marks as a list of names; times in RFC 3339 with their zone. There is
// no null in it. Decode refuses what it does not know.
//
// # Three ways to look at an article
//
// [Article.Normalize] changes what no author can have meant, such as a letter in
// two code points. [Article.Validate] says what would make a page or a feed wrong.
// [Article.Checked] does both to a copy, in one pass.
// [Article.Review] says what an editor would change, and can do some of it.
package article

// Package render writes articles: pages, fragments, cards, structured data,
// feeds, sitemaps, text and Markdown.
//
// [Renderer.Prepare] checks an article once and returns an immutable
// [Document]. Everything else is printing: a method of the Document that can't
// fail, or a Write function that fails only if the writer does or if the format
// asks for something the article lacks.
//
//	r := &render.Renderer{Site: render.Site{Name: "Báo Mẫu", URL: "https://bao.example/"}}
//	doc, err := r.Prepare(a)                 // the one place that can fail
//	page := &render.Page{Document: doc}      // a whole page
//	_, err = page.WriteTo(w)
//
// # Templates
//
// Every part of an article is a method of [Document] that returns
// [html/template.HTML] or a relative of it. In a house template
//
//	<title>{{.Doc.Title}}</title>{{.Doc.Head}} …
//	<article class="article" lang="{{.Doc.Lang}}">{{.Doc.Header}}<div class="body">{{.Doc.Body}}</div></article>
//
// is all it takes. The classes article and body are what the structured data of
// the head points at, and style sheets; templ and gomponents take the same strings with their own
// functions for raw markup.
//
// # Safety
//
// An article may come from anywhere. All its text is escaped where it is
// written and every address passes [article.SafeURL] there, even in an article
// built by hand. Its ids are prefixed. Markup exists only in
// [article.RawHTML] blocks; it is filtered by [NewsPolicy] or the caller's own
// policy and then written anew, balanced, so that it can't close, open or hide
// anything of the page around it.
//
// # Access
//
// A page prints all of its article, whatever Access, EmbargoedUntil and Expires
// say, and so do ninjs, Markdown, plain text and SSML: who may read it, and when,
// is for the server to decide. Ask [Document.Visible] and [Document.VisibleIn], and
// show [Page.Excerpt] before a wall. Of an article that costs money or is for some
// regions only, structured data, feeds and e-mails hold no more than the
// description, or else the lead, the hero without the address of a recording, and
// the headlines of its updates. Of a video that has Regions, or that expires, feeds and
// e-mails show the picture, and of one that has Regions structured data names no
// file; who may see it on the page, and how long, is for the server to decide too.
//
// # Determinism
//
// The same article gives the same bytes: no clock, no random identifiers, no
// map order.
package render

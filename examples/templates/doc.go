// Package templates shows a newsroom's own article page around the parts of a
// render.Document, written with templ and with gomponents. Both take the parts as
// raw markup, since package render has escaped them already. The same with
// html/template is an example of package render itself.
package templates

package a11y

import (
	_ "embed"
	"html/template"
	"strings"
)

// toolbarScript is js/toolbar.js without comments and blanks; % stands for the
// prefix.
var toolbarScript = minifyJS(toolbarSource)

//go:embed js/toolbar.js
var toolbarSource string

// printScript is js/print.js likewise.
var printScript = minifyJS(printSource)

//go:embed js/print.js
var printSource string

var readAloudScript = minifyJS(readAloudSource)

//go:embed js/readaloud.js
var readAloudSource string

// ReadAloudScript returns the script of the read-aloud control that
// [Toolbar.ReadAloud] adds, for the theme's prefix. It uses the browser's own
// speech synthesis: nothing is sent anywhere by the page, though a browser may
// have voices that work on a server of its maker; those on the device are
// preferred. The control appears only if there is a voice for the article's
// language, reads the article's headings, paragraphs, lists and captions in
// order, marks the sentence that is being read, and can be paused and stopped.
// While voices load, the control keeps its place free, so that nothing moves
// when it appears; for that the script belongs into the head, inline. It works
// anywhere else in the page too, also in a file of its own.
func ReadAloudScript(prefix string) template.JS {
	return template.JS(strings.ReplaceAll(readAloudScript, "%", prefix))
}

package a11y

import _ "embed"

// toolbarScript is js/toolbar.js without comments and blanks; % stands for the
// prefix.
var toolbarScript = minifyJS(toolbarSource)

//go:embed js/toolbar.js
var toolbarSource string

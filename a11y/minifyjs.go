package a11y

import (
	"regexp"
	"strings"
)

var (
	jsComment = regexp.MustCompile(`(?m)^\s*//.*$`)
	jsTight   = regexp.MustCompile(` ?([{}();,:?=<>&|+\[\]]+) ?`)
)

// minifyJS removes comments that have a line of their own, line ends and the
// blanks around punctuation from our own scripts, which are written so that
// this is enough: every statement ends in a semicolon or a brace, and no string
// holds a blank beside punctuation.
func minifyJS(s string) string {
	s = jsComment.ReplaceAllString(s, "")
	var b strings.Builder
	for line := range strings.Lines(s) {
		if line = strings.TrimSpace(line); line != "" {
			b.WriteString(line)
			b.WriteByte(' ')
		}
	}
	s = jsTight.ReplaceAllString(b.String(), "$1")
	return strings.TrimSpace(strings.ReplaceAll(s, ";}", "}"))
}

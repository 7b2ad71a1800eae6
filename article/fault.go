package article

import (
	"fmt"
	"strings"
)

// A Fault is one thing that is wrong with an article, and where.
type Fault struct {
	// Path names the field, such as "body[3].images[0].url". It is empty for
	// the article as a whole.
	Path string `json:"path"`

	// Code is one of the codes in the table of [Article.Validate]. It never
	// changes its meaning.
	Code string `json:"code"`

	// Message is for people, in English.
	Message string `json:"message"`
}

// Error returns the path and the message.
func (f *Fault) Error() string {
	if f.Path == "" {
		return "article: " + f.Message
	}
	return fmt.Sprintf("article: %s: %s", f.Path, f.Message)
}

// Faults are the faults of an article in the order in which they stand there.
// errors.As finds the list, and its first Fault.
type Faults []*Fault

// Error returns the errors of the faults, a line each.
func (f Faults) Error() string {
	var b strings.Builder
	for i, x := range f {
		if i > 0 {
			b.WriteByte('\n')
		}
		b.WriteString(x.Error())
	}
	return b.String()
}

// Unwrap returns the faults as errors.
func (f Faults) Unwrap() []error {
	errs := make([]error, len(f))
	for i, x := range f {
		errs[i] = x
	}
	return errs
}

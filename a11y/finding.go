package a11y

import (
	"encoding/json"
	"fmt"
	"io"
	"strings"
)

// A Severity says how sure and how grave a finding is.
type Severity uint8

const (
	// Warning is for what a person should look at: it may be right as it is.
	Warning Severity = iota
	// Error is for what shuts readers out, or breaks a rule without doubt.
	Error
)

// String returns "warning" or "error".
func (s Severity) String() string {
	if s == Error {
		return "error"
	}
	return "warning"
}

// MarshalText returns what [Severity.String] does.
func (s Severity) MarshalText() ([]byte, error) { return []byte(s.String()), nil }

// MarshalText returns what [Level.String] does.
func (l Level) MarshalText() ([]byte, error) { return []byte(l.String()), nil }

// A Finding is one thing that keeps readers out of an article or a page.
type Finding struct {
	// Rule is the id of the rule, such as "image-alt". It never changes its
	// meaning. [Rules] lists them.
	Rule     string   `json:"rule"`
	Severity Severity `json:"severity"`

	// Criterion is the success criterion of WCAG 2.2 that the rule serves, such
	// as "1.1.1", and Level its level. They are empty and zero for good practice
	// that no criterion asks for.
	Criterion string `json:"criterion,omitempty"`
	Level     Level  `json:"level"`

	// Path is the place: a field of the article, such as "body[3].alt", or a
	// path of elements, such as "html > body > p:nth-of-type(2)".
	Path string `json:"path"`

	// Line and Column, from 1, are where the element begins in the markup, the
	// column in characters. They are zero for an article.
	Line   int `json:"line,omitempty"`
	Column int `json:"column,omitempty"`

	// Text is the beginning of the text or markup that is meant, as it was sent.
	Text string `json:"text,omitempty"`

	// Vi and En say what is wrong, FixVi and FixEn how to put it right, in
	// Vietnamese and in English.
	Vi    string `json:"vi"`
	En    string `json:"en"`
	FixVi string `json:"fix_vi"`
	FixEn string `json:"fix_en"`
}

// String returns a line in English such as "12:4 error image-alt (WCAG 1.1.1):
// the picture photo.jpg has no alternative text".
func (f Finding) String() string {
	place := f.Path
	if f.Line > 0 {
		place = fmt.Sprintf("%d:%d", f.Line, f.Column)
	}
	sc := ""
	if f.Criterion != "" {
		sc = " (WCAG " + f.Criterion + ")"
	}
	return fmt.Sprintf("%s %v %s%s: %s", place, f.Severity, f.Rule, sc, f.En)
}

// WriteJSON writes findings as a JSON array, one to a line.
func WriteJSON(w io.Writer, findings []Finding) error {
	b := []byte("[")
	for i, f := range findings {
		if i > 0 {
			b = append(b, ',')
		}
		j, err := json.Marshal(f)
		if err != nil {
			return err
		}
		b = append(append(b, '\n'), j...)
	}
	_, err := w.Write(append(b, "\n]\n"...))
	return err
}

// A Rule is a rule of the linter.
type Rule struct {
	ID        string
	Severity  Severity
	Criterion string // of WCAG 2.2; empty for good practice
	Level     Level
	ACT       string // the W3C ACT rule whose examples it agrees with, or empty

	vi, en, fixVi, fixEn string // vi and en may hold one %s
	index                int    // in rules
}

// Rules returns all rules, in the order of their ids.
func Rules() []Rule { return append([]Rule(nil), rules...) }

// Title returns what the rule finds, in English or, if lang begins with "vi",
// in Vietnamese.
func (r Rule) Title(lang string) string {
	s := r.en
	if len(lang) >= 2 && lang[:2] == "vi" {
		s = r.vi
	}
	return fillIn(s, "…")
}

// Fix returns how to put it right, in the languages of [Rule.Title].
func (r Rule) Fix(lang string) string {
	if len(lang) >= 2 && lang[:2] == "vi" {
		return r.fixVi
	}
	return r.fixEn
}

var ruleByID = func() map[string]*Rule {
	m := make(map[string]*Rule, len(rules))
	for i := range rules {
		r := &rules[i]
		r.index = i
		m[r.ID] = r
	}
	return m
}()

// finding returns a finding of r, its place left out. The argument stands for
// the %s in the messages.
func (r *Rule) finding(arg string) Finding {
	return Finding{
		Rule: r.ID, Severity: r.Severity, Criterion: r.Criterion, Level: r.Level,
		Vi: fillIn(r.vi, arg), En: fillIn(r.en, arg), FixVi: r.fixVi, FixEn: r.fixEn,
	}
}

// fillIn puts arg in the place of %s.
func fillIn(s, arg string) string {
	if before, after, ok := strings.Cut(s, "%s"); ok {
		return before + arg + after
	}
	return s
}

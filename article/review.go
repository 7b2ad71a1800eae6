package article

// A Finding is something an editor would want to know before an article goes out.
// Unlike a [Fault], it hinders no printer.
type Finding struct {
	// Path names the field, such as "body[3].text".
	Path string

	// Code is one of the codes in the table of [Article.Review]. It never
	// changes its meaning.
	Code string

	Severity Severity

	// Vi and En are the message for people, in Vietnamese and in English.
	Vi, En string

	// Fix says what [Finding.Apply] would put there instead. It is empty if a
	// person must decide.
	Fix string

	apply func(*Article) bool
}

// A Severity says how much a finding matters.
type Severity string

// The severities.
const (
	SeverityError   Severity = "error"   // readers would be misled or shut out
	SeverityWarning Severity = "warning" // most likely a mistake
	SeverityHint    Severity = "hint"    // worth a look
)

// Apply makes the change that Fix describes in a, and reports whether it did. It
// does nothing if there is no safe change, or if a has been changed in the place
// since Review.
func (f Finding) Apply(a *Article) bool { return f.apply != nil && f.apply(a) }

// Review returns what an editor would want to know, in the order of the article.
func (a *Article) Review() []Finding { return nil }

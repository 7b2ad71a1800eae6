package article

import "strings"

// A Text is running text: spans in order, never nested.
type Text []Span

// Plain returns a Text of one unmarked span, or nil if s is empty.
func Plain(s string) Text {
	if s == "" {
		return nil
	}
	return Text{{Text: s}}
}

// String returns t without marks and links.
func (t Text) String() string {
	switch len(t) {
	case 0:
		return ""
	case 1:
		return t[0].Text
	}
	var b strings.Builder
	for i := range t {
		b.WriteString(t[i].Text)
	}
	return b.String()
}

// A Span is a run of characters that share marks, link and language.
type Span struct {
	// Text is shown as it is. A newline is a line break.
	Text string `json:"text,omitempty"`

	Marks Marks `json:"marks,omitempty"`

	// Link is where the span leads; its own Text is not used.
	Link *Link `json:"link,omitempty"`

	// Lang is the BCP 47 tag of the span if it differs from the article's
	// (WCAG 3.1.2). Dir is "ltr", "rtl" or "auto"; empty means that of Lang.
	Lang string `json:"lang,omitempty"`
	Dir  string `json:"dir,omitempty"`

	// Citation names the legal document that the span cites.
	Citation *Citation `json:"citation,omitempty"`

	// Expansion is the long form of a span that is an abbreviation
	// (WCAG 3.1.4).
	Expansion string `json:"expansion,omitempty"`

	// ID is a name that links inside the article can point to. The span may
	// then be without text.
	ID string `json:"id,omitempty"`
}

// Marks is a set of marks. In JSON it is the list of their names.
type Marks uint16

// The marks, each with the HTML element it stands for.
const (
	Strong      Marks = 1 << iota // strong
	Emphasis                      // em
	Underline                     // u
	Inserted                      // ins
	Deleted                       // del, s
	Subscript                     // sub
	Superscript                   // sup
	Code                          // code, kbd, samp, var
	Small                         // small
	Highlight                     // mark
	Quotation                     // q: printers write no marks of their own around it
)

// Has reports whether all of n are in m.
func (m Marks) Has(n Marks) bool { return m&n == n }

// String returns the names of the marks, joined by commas.
func (m Marks) String() string {
	var names []string
	for i, name := range markNames {
		if m&(1<<i) != 0 {
			names = append(names, name)
		}
	}
	return strings.Join(names, ",")
}

// A Link leads somewhere else.
type Link struct {
	URL   string `json:"url"`
	Text  string `json:"text,omitempty"`  // what a reader sees in a list of links
	Title string `json:"title,omitempty"` // advice, the title attribute
	Lang  string `json:"lang,omitempty"`  // BCP 47 tag of what is there

	// Rel holds link types that search engines know: "nofollow", "sponsored",
	// "ugc". Printers add what safety asks for.
	Rel []string `json:"rel,omitempty"`

	// Published is when the article there was published, as the local date
	// "2006-01-02" or an instant in RFC 3339. Empty means unknown.
	Published string `json:"published,omitempty"`
}

// A Citation is a legal document (schema.org Legislation), such as
// "Nghị quyết số 35-NQ/TW, ngày 22/10/2018 của Bộ Chính trị".
type Citation struct {
	Type   string `json:"type,omitempty"`   // "Nghị quyết"
	Number string `json:"number,omitempty"` // "35-NQ/TW", legislationIdentifier
	Date   string `json:"date,omitempty"`   // "2018-10-22", legislationDate
	Issuer string `json:"issuer,omitempty"` // "Bộ Chính trị", legislationPassedBy
	URL    string `json:"url,omitempty"`
}

package viet

import (
	"iter"
	"time"
)

// A Document is a mention of a legal or party document in a text, such as
// "Nghị quyết số 35-NQ/TW, ngày 22/10/2018 của Bộ Chính trị".
type Document struct {
	Text       string // as written, from Start to End
	Start, End int    // byte offsets
	Type       string // "Nghị quyết", "Thông tư", …; from the number's letters if the text doesn't name it, or ""
	Number     string // "35-NQ/TW"; "" for a law known by name
	Name       string // "Luật Đất đai" for a law known by name; "" otherwise
	Year       int    // of the date if there is one, else of the number or name; 0 if unknown
	Month      time.Month
	Day        int    // Month and Day are 0 if no date is given
	Issuer     string // "Bộ Chính trị" as written, or from the number's letters; "" if unknown
}

// Documents yields the legal and party documents that s mentions, from left
// to right. It goes by the number (46/2016/NĐ-CP, 35-NQ/TW, 26/2020/TT-BTTTT)
// and takes in the type before it and the date and issuer after it. Scores,
// prices, dates and telephone numbers are none.
func Documents(s string) iter.Seq[Document] { return scanDocuments(s) }

package importer

import "strings"

// isRightToLeft reports whether a language is written from right to left, which its
// tag says by the language or by a script.
func isRightToLeft(lang string) bool {
	first, rest, _ := strings.Cut(strings.ToLower(lang), "-")
	rtl := false
	switch first {
	case "ar", "arc", "ckb", "dv", "fa", "he", "iw", "ji", "khw", "ks", "lrc", "mzn", "nqo", "pnb", "prs", "ps", "sd", "syr", "ug", "ur", "yi":
		rtl = true
	}
	for part := range strings.SplitSeq(rest, "-") {
		switch {
		case part == "adlm", part == "arab", part == "hebr", part == "nkoo", part == "rohg", part == "syrc", part == "thaa":
			rtl = true
		case len(part) == 4: // another script
			rtl = false
		}
	}
	return rtl
}

package render

import "strings"

// rightToLeft are the languages that are written from right to left, and scripts
// those that make any language be.
var (
	rightToLeft = map[string]bool{
		"ar": true, "arc": true, "ckb": true, "dv": true, "fa": true, "he": true, "iw": true, "ji": true, "khw": true, "ks": true,
		"lrc": true, "mzn": true, "nqo": true, "pnb": true, "prs": true, "ps": true, "sd": true, "syr": true, "ug": true, "ur": true, "yi": true,
	}
	scripts = map[string]bool{"adlm": true, "arab": true, "hebr": true, "nkoo": true, "rohg": true, "syrc": true, "thaa": true}
)

// direction returns how a language is written: HTML takes it from no lang
// attribute.
func direction(lang string) string {
	lang = strings.ToLower(lang)
	first, rest, _ := strings.Cut(lang, "-")
	rtl := rightToLeft[first]
	for rest != "" {
		var part string
		if part, rest, _ = strings.Cut(rest, "-"); len(part) == 4 { // a script
			rtl = scripts[part]
		}
	}
	if rtl {
		return "rtl"
	}
	return "ltr"
}

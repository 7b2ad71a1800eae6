// Package viet gets Vietnamese text right: one spelling, one search key, one
// slug, one alphabetical order, and the numbers, dates and document names that
// Vietnamese prose is full of. It works on plain strings, so it serves a search
// box, a form or a database as well as a newspaper.
//
//	viet.Normalize("hô\u0323i  trươ\u0300ng")       // "hội trường"
//	viet.Fold("Đắk Lắk")                            // "dak lak"
//	viet.Slug("TP.HCM: Giá vàng tăng 7,5%")         // "tp-hcm-gia-vang-tang-7-5"
//	viet.PlaceTones("hoà, qúa, Chloé", viet.Traditional) // "hòa, quá, Chloé"
//	slices.SortFunc(names, viet.Compare)            // a ă â b c d đ e ê …
//	viet.ParseDateTime("16h05, ngày 7-10-2022", loc)
//	viet.Speak("UBND chi 2,4 tỷ đồng")              // "Ủy ban nhân dân chi hai phẩy bốn tỷ đồng"
//
// # Spelling
//
// The same Vietnamese word has many byte sequences: composed, decomposed, half
// and half as windows-1258 has it, with the tone typed twice or before its
// circumflex, with an Icelandic ð, a Cyrillic С or an invisible space inside.
// [Normalize] gives one, and changes nothing that an author can have meant; a
// [Normalizer] does more on request. [PlaceTones] moves tone marks to where one
// of the two styles wants them, in Vietnamese syllables only. Subpackage legacy
// reads what was written before Unicode.
//
// # Searching and naming
//
// [Fold] is the key by which readers who type without accents find a word.
// [Slug] and [Slugger] make URLs the way Vietnamese newsrooms do. [Compare] and
// [SortKey] sort as dictionaries and the Unicode CLDR do. [Title] and
// [Capitalize] leave TP.HCM and iPhone alone.
//
// # Words
//
// [Tokens] splits a text, [ParseSyllable] takes a syllable apart, and
// [IsSyllable] tells Vietnamese from foreign words by the rules of the script;
// there is no word list in the binary.
//
// # Dates, numbers, documents
//
// [FormatDateTime], [FormatRelative], [FormatInt] and their like write what
// newspapers write, and [ParseDateTime], [ParseNumber], [Whens] and [Documents]
// read it. No function looks at the clock, and none guesses a time zone.
// [Speak] puts all of it into words.
//
// # Promises
//
// Every function takes any string, invalid UTF-8 and hostile input included,
// never panics, takes time in proportion to its input, and is safe for
// concurrent use. Results depend on the arguments alone. Normalize, Fold, Slug
// and PlaceTones are idempotent.
package viet

// Package related finds the articles that belong together, and says why.
//
// An [Index] holds what it needs to know of every article of a newsroom, some
// hundred bytes each. [Index.Related] answers which of them are closest to an
// article, with the words, people, places and documents that they share;
// [Index.Explain] takes a score apart; [Index.Duplicates] finds copies;
// [Index.Thread] tells a story in order; [Index.Search] answers readers, who
// often type without diacritics.
//
// A query reads an immutable state: it never waits for a writer, and equal
// contents give equal answers, whatever the order of arrival. There is no
// randomness and no clock, and ties are broken to the end.
//
// # How articles are compared
//
// A text is its syllables and its pairs of adjacent syllables, diacritics kept.
// They are weighed by how rare they are (idf) and how often they stand in both
// texts, those of the title and the lead more, and by the length of the text, as
// BM25 does. Tags, people, places, organizations, cited documents, the series
// and the section are further terms. No word segmenter is needed: pairs of
// syllables do its work.
//
// A query adds up the rare terms of the article first, over all documents, and
// scores the best of those in full.
//
// # What it costs
//
// Measured on two busy cores by examples/versus/related/plan, over Vietnamese news
// articles of some 290 syllables; the README there has the command and more:
//
//	articles    memory    built a second   a query   p99
//	   10,000     9 MB        42,426        65 µs    0.1 ms
//	   50,000    42 MB        34,506       116 µs    0.4 ms
//	  143,820   123 MB        25,985       233 µs    0.6 ms
//	1,000,000   872 MB        14,774       782 µs    1.8 ms
//	5,000,000  4400 MB        13,184     3,063 µs    5.8 ms
//
// Memory grows with the articles; a query with about the square root of their
// number, and beyond a million more nearly with the number. All times are of the
// processor.
package related

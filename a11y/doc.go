// Package a11y helps pages be readable by everyone. It has four parts that work
// alone or together, and needs no other part of the library but package article:
//
//   - color: [ParseColor], [Contrast], [Nearest], and a [Palette] for seven modes
//     made from one brand color and proved pair by pair ([Palette.Verify]);
//   - a stylesheet: [Theme.Stylesheet] writes it in parts, with leading that
//     Vietnamese letters need ([Leading]);
//   - a toolbar for text size and colors: [Toolbar], which needs no script, and
//     [PrefsHandler] for sites that keep the choice on the server; where there is
//     script, it can print the page and read it aloud; [Assets] puts style and
//     script into the head and computes the Content Security Policy;
//   - a linter: [Lint] for an article, [LintHTML] for any page; package a11ytest
//     makes tests of it.
//
// # What it is not
//
// No package makes a site conform to a standard. The toolbar in particular is a
// courtesy on top of a page that must be good without it: it is served with the
// page, touches nothing but text size and colors, and gives way to the system's
// settings until a reader chooses. The linter finds what can be found without a
// browser; what only a person can tell, such as whether an alternative text is
// true, it leaves to a person.
//
// # Proofs
//
// The contrast of the palette is not assumed but computed for every brand color:
//
//	go test ./a11y -run TestBrands -v                            32,768 colors
//	go test ./a11y -run TestBrands -v -timeout 0 -args -step 1   all 16,777,216
//
// The second takes minutes. It found no pair short of its contrast.
//
// # Concurrency
//
// All functions and methods are safe for concurrent use, and the same input
// gives the same bytes.
package a11y

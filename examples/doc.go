// Package examples holds nothing itself. Each folder below it is a program
// somebody wants:
//
//   - quickstart prints one article as a page: the program of the README.
//   - publish makes page, feeds, sitemap and related articles of the rows of a CMS,
//     in 25 lines.
//   - newsroom builds and serves a whole news site, with search.
//   - convert turns one form of an article into another.
//   - viet filters lines of Vietnamese text.
//   - relate answers which articles belong together, for benchmarks.
//   - palette shows the colors of a brand in every mode, with the proof.
//   - templates replaces the page with a newsroom's own.
//   - versus compares the library with others, a folder a room.
//   - browser looks at the newsroom's pages in a real browser.
//
// The folders with a go.mod of their own are modules apart: they compare the
// library with others or need a browser or a database, and the library does not
// depend on what they need.
package examples

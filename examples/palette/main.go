// Command palette writes a page that shows the palette of a brand color: the
// colors of every mode, the contrast of every pair, and every component in every
// mode, as people would rather look than read.
//
//	go run ./examples/palette -brand '#da251d' -o palette.html
//
// The exit code is 1, and the pairs are named, if a pair is short of contrast.
package main

import (
	"flag"
	"fmt"
	"os"

	"github.com/toasoan/toasoan/a11y"
	"github.com/toasoan/toasoan/examples/palette/page"
)

func main() {
	brand := flag.String("brand", "", "brand color in any form of CSS; empty means the library's blue")
	out := flag.String("o", "", "file to write; empty means standard output")
	flag.Parse()
	if err := run(*brand, *out); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}

func run(brand, out string) error {
	var theme a11y.Theme
	if err := theme.Brand.UnmarshalText([]byte(brand)); err != nil {
		return err
	}
	p := page.Page{Theme: theme}
	if out == "" {
		_, err := p.WriteTo(os.Stdout)
		return err
	}
	f, err := os.Create(out)
	if err != nil {
		return err
	}
	if _, err := p.WriteTo(f); err != nil {
		f.Close()
		return err
	}
	return f.Close()
}

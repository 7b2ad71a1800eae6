// Convert turns one form of a news article into another: it reads one document
// on standard input and writes one on standard output.
//
//	convert -from html|text|json|ninjs|page -to FORMAT [-tz Asia/Ho_Chi_Minh] [-base URL] [-image URL] [-jsonl]
//
// The formats to write are json, html (the body, or the article element if
// there is a headline), page, text, markdown, jsonld, rss, atom, jsonfeed, ninjs
// and ssml. What the importer decided and what it lost goes to standard error, a
// line each: code, path and text, separated by tabs. Bad input ends the program
// with exit code 1 and a message that names the place.
//
// With -jsonl both sides are JSON Lines. A line in is
//
//	{"id": …, "html": "…"}
//
// or with "text", "page", "ninjs" or, for -from json, "article" in place of
// "html"; a line out is
//
//	{"id": …, "out": "…", "notes": [{"code": "…", "path": "…", "text": "…"}], "err": "…"}
//
// in the same order, where out is an object for -to json and -to ninjs. Memory
// stays constant, and a bad line never stops the rest; if there was one, the exit
// code is 1.
package main

import (
	"errors"
	"flag"
	"fmt"
	"io"
	"net/url"
	"os"
	"time"
	_ "time/tzdata" // so that -tz works on machines without zone files

	"github.com/toasoan/toasoan/article"
	"github.com/toasoan/toasoan/article/importer"
)

func main() {
	err := run(os.Args[1:], os.Stdin, os.Stdout, os.Stderr)
	switch {
	case errors.Is(err, flag.ErrHelp):
	case err != nil:
		fmt.Fprintln(os.Stderr, "convert:", err)
		os.Exit(1)
	}
}

// run is main with its surroundings as arguments.
func run(args []string, stdin io.Reader, stdout, stderr io.Writer) error {
	fs := flag.NewFlagSet("convert", flag.ContinueOnError)
	fs.SetOutput(stderr)
	from := fs.String("from", "html", "what to read: "+names(readers))
	to := fs.String("to", "html", "what to write: "+names(printers))
	tz := fs.String("tz", "", "zone of times that name none, such as Asia/Ho_Chi_Minh; without it they are refused")
	base := fs.String("base", "", "address that relative ones are resolved against")
	image := fs.String("image", "", "address of a picture for previews of articles that have none")
	lines := fs.Bool("jsonl", false, "read and write JSON Lines")
	if err := fs.Parse(args); err != nil {
		return err
	}
	if fs.NArg() > 0 {
		return fmt.Errorf("unexpected argument %q: the document is read from standard input", fs.Arg(0))
	}
	c, err := newConverter(*from, *to, *tz, *base)
	if err != nil {
		return err
	}
	if *image != "" {
		c.renderer.Site.Image = &article.Image{URL: *image, Alt: c.renderer.Site.Name, Decorative: c.renderer.Site.Name == ""}
	}
	if *lines {
		return c.lines(stdin, stdout)
	}
	data, err := io.ReadAll(stdin)
	if err != nil {
		return err
	}
	out, notes, err := c.convert(data, "")
	for _, n := range notes {
		fmt.Fprintf(stderr, "%s\t%s\t%s\n", n.Code, n.Path, oneLine(n.Text))
	}
	if err != nil {
		return err
	}
	_, err = stdout.Write(out)
	return err
}

func newConverter(from, to, tz, base string) (*converter, error) {
	c := &converter{to: to}
	var ok bool
	if c.read, ok = readers[from]; !ok {
		return nil, fmt.Errorf("-from %q: want one of %s", from, names(readers))
	}
	if c.print, ok = printers[to]; !ok {
		return nil, fmt.Errorf("-to %q: want one of %s", to, names(printers))
	}
	c.options = &importer.Options{KeepHTML: true}
	c.field = from
	if from == "json" {
		c.field = "article"
	}
	if tz != "" {
		zone, err := time.LoadLocation(tz)
		if err != nil {
			return nil, fmt.Errorf("-tz: %w", err)
		}
		c.options.Location = zone
	}
	if base != "" {
		u, err := url.Parse(base)
		if err != nil {
			return nil, fmt.Errorf("-base: %w", err)
		}
		if u.Scheme != "http" && u.Scheme != "https" || u.Host == "" {
			return nil, fmt.Errorf("-base %q: want an absolute http or https address", base)
		}
		c.options.Base = u
		c.renderer.Site.URL = base
		c.renderer.Site.Name = u.Host
	}
	return c, nil
}

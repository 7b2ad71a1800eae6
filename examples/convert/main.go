// Convert turns one form of a news article into another: it reads one document,
// from a file or on standard input, and writes one on standard output.
//
//	convert -from html|text|json|ninjs|page -to FORMAT [-encoding NAME] [-tz Asia/Ho_Chi_Minh] [-published TIME] [-base URL] [-image URL] [-jsonl] [FILE]
//
// The formats to write are json, html (the body, or the article element if
// there is a headline), page, text, markdown, jsonld, rss, atom, jsonfeed, ninjs,
// email and ssml. What the importer decided and what it lost goes to standard error, a
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
// in the same order, where out is an object for -to json and -to ninjs, and err
// begins with the number of the line. Memory stays constant, and a bad line never
// stops the rest; if there was one, the exit code is 1.
//
// Feeds need -base, unless the article has an absolute address. They are said to
// stand there as feed.xml, or feed.json. Atom needs the time of publication as
// well, which -published gives to an article that names none.
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
	"github.com/toasoan/toasoan/article/viet/legacy"
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

const usage = `Convert reads one form of a news article, from a file or on standard input, and
writes another on standard output:

	convert -from html -to markdown body.html
	convert -from page -to json -tz Asia/Ho_Chi_Minh page.html
	convert -from json -to rss -base https://bao.example/ article.json
	convert -from text -to markdown -encoding auto copied.txt
	convert -from html -to json -jsonl rows.jsonl

What was decided and lost on the way goes to standard error: code, path, text.

`

// run is main with its surroundings as arguments.
func run(args []string, stdin io.Reader, stdout, stderr io.Writer) error {
	fs := flag.NewFlagSet("convert", flag.ContinueOnError)
	fs.SetOutput(stderr)
	fs.Usage = func() {
		fmt.Fprint(stderr, usage)
		fs.PrintDefaults()
	}
	from := fs.String("from", "html", "what to read: "+names(readers))
	to := fs.String("to", "html", "what to write: "+names(printers))
	encoding := fs.String("encoding", "", "how html, text or a page is encoded: auto, windows-1258, TCVN3, VNI and so on; without it UTF-8")
	tz := fs.String("tz", "", "zone of times that name none, such as Asia/Ho_Chi_Minh; without it they are refused")
	published := fs.String("published", "", "`time` of publication of articles that name none (RFC 3339)")
	base := fs.String("base", "", "address that relative ones are resolved against")
	image := fs.String("image", "", "address of a picture for previews of articles that have none")
	lines := fs.Bool("jsonl", false, "read and write JSON Lines")
	if err := fs.Parse(args); err != nil {
		return err
	}
	if fs.NArg() > 1 {
		return fmt.Errorf("unexpected argument %q after the file", fs.Arg(1))
	}
	c, err := newConverter(*from, *to, *tz, *base)
	if err != nil {
		return err
	}
	if c.options.Encoding = *encoding; *encoding != "" && *encoding != "auto" {
		if _, ok := legacy.Lookup(*encoding); !ok {
			return fmt.Errorf("-encoding %q: not known", *encoding)
		}
	}
	if *published != "" {
		if c.published, err = time.Parse(time.RFC3339, *published); err != nil {
			return fmt.Errorf("-published: %w", err)
		}
	}
	if *image != "" {
		c.renderer.Site.Image = &article.Image{URL: *image, Alt: c.renderer.Site.Name, Decorative: c.renderer.Site.Name == ""}
	}
	name := "standard input"
	if fs.NArg() == 1 {
		f, err := os.Open(fs.Arg(0))
		if err != nil {
			return err
		}
		defer f.Close()
		name, stdin = fs.Arg(0), f
	}
	if *lines {
		err = c.lines(stdin, stdout)
	} else {
		err = c.one(stdin, stdout, stderr)
	}
	if err != nil {
		return fmt.Errorf("%s: %w", name, err)
	}
	return nil
}

// one converts one document and writes the notes on it to stderr.
func (c *converter) one(in io.Reader, out, stderr io.Writer) error {
	data, err := io.ReadAll(in)
	if err != nil {
		return err
	}
	text, notes, err := c.convert(data, "")
	for _, n := range notes {
		fmt.Fprintf(stderr, "%s\t%s\t%s\n", n.Code, n.Path, oneLine(n.Text))
	}
	if err != nil {
		return err
	}
	_, err = out.Write(text)
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
		if u.Scheme != "http" && u.Scheme != "https" || u.Host == "" || u.User != nil {
			return nil, fmt.Errorf("-base %q: want an absolute http or https address without a password", base)
		}
		c.options.Base = u
		c.renderer.Site.URL = base
		c.renderer.Site.Name = u.Host
	}
	return c, nil
}

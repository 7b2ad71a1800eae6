// Newsroom builds a news site, whole and static, and serves it.
//
//	newsroom [-in FILE.jsonl [-media DIR]] [-out DIR] [-base URL] [-serve ADDR] [-at TIME]
//
// Without flags it builds the site of the sample articles that come with it and
// serves it on this machine; the address is printed. The samples are kept as a
// content management system would: rows of metadata with raw HTML bodies, so
// that everything passes through package importer on its way.
//
//	go run ./examples/newsroom
//	go run ./examples/newsroom -serve "" -out site -base https://bao.example
//
// With -in, the articles come from a file of JSON Lines, one article in the JSON
// of package article on each line. A bad line is reported with its number and
// left out; the site is built of the others, and the exit status is 1. Articles
// of any number are read twice and held one at a time.
//
// The site has a home page, sections, tags, authors and series in pages, an
// article page each with related articles and the reasons for them, attachments
// (to which every mention of a legal document leads, in whatever article) and the
// neighbors in time, for each of these a page that shows what every reason counts
// for, feeds (RSS, Atom, JSON Feed), sitemaps, robots.txt and a page for
// addresses that do not exist. Beside every page FILE.html stands
// its Content Security Policy, FILE.html.csp, for the server to send. The pages
// work without scripts. Of other hosts they load nothing but the pictures that a
// reader opens; where scripting is off, browsers load those with the page (see
// render.RemoteClick). When the newsroom serves the site itself there is a search
// box as well.
//
// Nothing depends on the clock: the same input gives the same bytes. Articles
// under embargo or expired at the instant of -at are left out; without -at that
// is the time of the newest article that has no embargo. Files that were in the
// folder before and belong to no page are not removed.
package main

import (
	"cmp"
	"context"
	"errors"
	"flag"
	"fmt"
	"io"
	"io/fs"
	"net"
	"net/url"
	"os"
	"os/signal"
	"strings"
	"syscall"
	"time"
)

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	os.Exit(run(ctx, os.Args[1:], os.Stdout, os.Stderr))
}

// The address where a site is served or said to be, if the user names none.
const (
	defaultServe = "127.0.0.1:8080"
	defaultBase  = "https://bensong.example"
)

// run is main with its surroundings as arguments. It returns the exit status:
// 0 if all went well, 1 if an article had to be left out or the site could not
// be built, 2 if the arguments are wrong.
func run(ctx context.Context, args []string, stdout, stderr io.Writer) int {
	flags := flag.NewFlagSet("newsroom", flag.ContinueOnError)
	flags.SetOutput(stderr)
	in := flags.String("in", "", "`file` of articles as JSON Lines (default: the samples)")
	media := flags.String("media", "", "`folder` of copies of the files that the articles of -in name")
	out := flags.String("out", "", "`folder` for the site (default: a temporary one)")
	base := flags.String("base", "", "`URL` of the site (default: where it is served, or "+defaultBase+")")
	serve := flags.String("serve", defaultServe, "`address` to serve the site at; empty builds it only")
	at := flags.String("at", "", "leave out what is embargoed or expired at this `time` (RFC 3339)")
	switch err := flags.Parse(args); {
	case errors.Is(err, flag.ErrHelp):
		return 0
	case err != nil:
		return 2
	}
	fail := func(code int, err error) int {
		fmt.Fprintln(stderr, "newsroom:", err)
		return code
	}
	if flags.NArg() > 0 {
		return fail(2, fmt.Errorf("unexpected argument %q", flags.Arg(0)))
	}
	b := builder{base: *base, searchable: *serve != "", report: func(err error) { fail(1, err) }}
	if *at != "" {
		t, err := time.Parse(time.RFC3339, *at)
		if err != nil {
			return fail(2, fmt.Errorf("-at: %w", err))
		}
		b.at = t
	}
	var copies fs.FS
	if *media != "" {
		if *in == "" {
			return fail(2, errors.New("-media: the samples have their own; name a file of articles with -in"))
		}
		root, err := os.OpenRoot(*media) // no link leads out of it
		if err != nil {
			return fail(2, fmt.Errorf("-media: %w", err))
		}
		defer root.Close()
		copies = root.FS()
	}
	b.src = samples{}
	if *in != "" {
		b.src = jsonLines{file: *in, name: nameOf(*base), copies: copies}
	}

	var listener net.Listener
	if *serve != "" {
		l, err := listen(*serve, *serve == defaultServe)
		if err != nil {
			return fail(1, err)
		}
		defer l.Close()
		listener = l
		b.base = cmp.Or(b.base, addressOf(l))
	}
	b.base = strings.TrimSuffix(cmp.Or(b.base, defaultBase), "/")
	if err := checkBase(b.base); err != nil {
		return fail(2, err)
	}

	if *out == "" {
		dir, err := os.MkdirTemp("", "newsroom-")
		if err != nil {
			return fail(1, err)
		}
		if listener != nil {
			defer os.RemoveAll(dir)
		}
		*out = dir
	}
	bar := newProgress(stderr)
	b.progress = bar.set
	site, err := b.build(*out)
	bar.done()
	if err != nil {
		return fail(1, err)
	}
	fmt.Fprintf(stdout, "%d articles, %d pages in %s\n", len(site.entries), site.pages, *out)
	if listener != nil {
		fmt.Fprintf(stdout, "Open %s/ (Ctrl+C ends)\n", addressOf(listener))
		if err := site.serve(ctx, listener, *out); err != nil {
			return fail(1, err)
		}
	}
	if site.bad > 0 {
		return 1
	}
	return 0
}

// listen listens at addr. If the port is taken and may be another one, any free
// port will do.
func listen(addr string, other bool) (net.Listener, error) {
	l, err := net.Listen("tcp", addr)
	if err != nil && other {
		host, _, _ := net.SplitHostPort(addr)
		return net.Listen("tcp", net.JoinHostPort(host, "0"))
	}
	return l, err
}

// nameOf returns what a site is called of which only the address is known.
func nameOf(base string) string {
	if u, err := url.Parse(base); err == nil && u.Host != "" {
		return strings.TrimPrefix(u.Host, "www.")
	}
	return "Tòa soạn"
}

// addressOf returns the address at which a browser on this machine finds what
// listens.
func addressOf(l net.Listener) string {
	host, port, err := net.SplitHostPort(l.Addr().String())
	if ip := net.ParseIP(host); err == nil && ip != nil && ip.IsUnspecified() {
		host = "localhost"
	}
	return "http://" + net.JoinHostPort(host, port)
}

// checkBase reports an address that a site can't stand at. The pages name their
// pictures and each other by paths from the root, so the site can't stand in a
// folder.
func checkBase(base string) error {
	u, err := url.Parse(base)
	switch {
	case err != nil:
		return fmt.Errorf("-base: %w", err)
	case u.Scheme != "http" && u.Scheme != "https" || u.Host == "":
		return fmt.Errorf("-base: %q is not an http or https address", base)
	case strings.Trim(u.Path, "/") != "" || u.RawQuery != "" || u.Fragment != "" || u.User != nil:
		return fmt.Errorf("-base: %q is more than a scheme and a host", base)
	}
	return nil
}

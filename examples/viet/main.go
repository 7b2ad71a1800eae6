// Viet is a filter for Vietnamese text: it reads lines from standard input and
// writes one line for each.
//
//	go run ./examples/viet MODE < in > out
//
// The modes are
//
//	slug              the part of a URL: quoc-hoi-hop-ngay-7-10
//	slug-join         the same, punctuation within words left out
//	normalize         one canonical spelling
//	fold              the search key: lower case, no accents
//	tokens            the words, joined by single spaces
//	tone-modern       tone marks as in hoà, khoẻ, thuỷ; misplaced ones repaired
//	tone-traditional  tone marks as in hòa, khỏe, thủy; misplaced ones repaired
//	syllable          true or false: is the line one Vietnamese syllable?
//	lower, upper      the case changed
//	title             a capital for each word
//	capitalize        a capital for the first letter
//	sort              the words of the line in alphabetical order
//	dates             the dates of the line, in ISO 8601, joined by spaces
//	documents         the legal documents of the line, joined by " | "
//	speak             the words a news reader says
//	repair            mojibake undone
//	decode ENC        UTF-8 from TCVN3 (ABC), VNI, VISCII, VPS, VIQR or
//	                  windows-1258, or from what is found out (auto)
//
// With the flag -newsroom, or in the modes slug-exact and slug-join-exact,
// slugs are to the letter those of the large newsrooms (m² as m, Niño as ni-o).
//
// A line may be of any length; a carriage return at its end is dropped.
package main

import (
	"bufio"
	"bytes"
	"flag"
	"fmt"
	"io"
	"os"
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/toasoan/toasoan/article/viet"
	"github.com/toasoan/toasoan/article/viet/legacy"
)

func main() {
	flag.Usage = func() {
		fmt.Fprintf(flag.CommandLine.Output(), "usage: viet [-newsroom] %s | decode ENC\n", strings.Join(names(), "|"))
	}
	newsroom := flag.Bool("newsroom", false, "make slugs to the letter as newsrooms do")
	flag.Parse()
	args := flag.Args()
	if *newsroom && len(args) > 0 && (args[0] == "slug" || args[0] == "slug-join") {
		args[0] += "-exact"
	}
	filter, err := modeOf(args)
	if err != nil {
		fmt.Fprintln(os.Stderr, "viet:", err)
		flag.Usage()
		os.Exit(2)
	}
	if err := run(filter, os.Stdin, os.Stdout); err != nil {
		fmt.Fprintln(os.Stderr, "viet:", err)
		os.Exit(1)
	}
}

// modes are the filters without an argument.
var modes = map[string]func(string) string{
	"slug":             viet.Slug,
	"slug-join":        viet.Slugger{Style: viet.Join}.Slug,
	"slug-exact":       viet.Slugger{Newsroom: true}.Slug,
	"slug-join-exact":  viet.Slugger{Style: viet.Join, Newsroom: true}.Slug,
	"normalize":        viet.Normalize,
	"fold":             viet.Fold,
	"tokens":           tokens,
	"tone-modern":      viet.Normalizer{Tones: viet.Modern, RepairTones: true}.Normalize,
	"tone-traditional": viet.Normalizer{Tones: viet.Traditional, RepairTones: true}.Normalize,
	"syllable":         func(s string) string { return strconv.FormatBool(viet.IsSyllable(strings.TrimSpace(s))) },
	"lower":            viet.ToLower,
	"upper":            viet.ToUpper,
	"title":            viet.Title,
	"capitalize":       viet.Capitalize,
	"sort":             sorted,
	"dates":            dates,
	"documents":        documents,
	"speak":            viet.Speak,
	"repair":           func(s string) string { t, _ := legacy.Repair(s); return t },
}

// names returns the names of modes in order.
func names() []string {
	var list []string
	for name := range modes {
		list = append(list, name)
	}
	slices.Sort(list)
	return list
}

// modeOf returns the filter that the arguments name.
func modeOf(args []string) (func(string) string, error) {
	if len(args) == 2 && args[0] == "decode" {
		if args[1] == "auto" {
			return decodeAny, nil
		}
		e, ok := legacy.Lookup(args[1])
		if !ok {
			return nil, fmt.Errorf("unknown encoding %q", args[1])
		}
		return func(s string) string {
			t, err := e.NewDecoder().String(s)
			if err != nil {
				return s
			}
			return t
		}, nil
	}
	if len(args) != 1 {
		return nil, fmt.Errorf("want one mode")
	}
	f, ok := modes[args[0]]
	if !ok {
		return nil, fmt.Errorf("unknown mode %q", args[0])
	}
	return f, nil
}

// run writes f of each line of r to w.
func run(f func(string) string, r io.Reader, w io.Writer) error {
	in, out := bufio.NewReaderSize(r, 64<<10), bufio.NewWriterSize(w, 64<<10)
	oneLine := strings.NewReplacer("\n", " ", "\r", " ")
	for {
		line, err := in.ReadBytes('\n')
		if len(line) > 0 {
			line = bytes.TrimSuffix(bytes.TrimSuffix(line, []byte("\n")), []byte("\r"))
			out.WriteString(oneLine.Replace(f(string(line))))
			out.WriteByte('\n')
		}
		switch err {
		case nil:
		case io.EOF:
			return out.Flush()
		default:
			out.Flush()
			return err
		}
	}
}

func tokens(s string) string {
	var list []string
	for t := range viet.Tokens(viet.Normalize(s)) {
		list = append(list, t.Text)
	}
	return strings.Join(list, " ")
}

func sorted(s string) string {
	words := strings.Fields(s)
	slices.SortStableFunc(words, viet.Compare)
	return strings.Join(words, " ")
}

func dates(s string) string {
	var list []string
	for w := range viet.Whens(s) {
		switch {
		case w.Day != 0 && w.Year == 0:
			list = append(list, fmt.Sprintf("--%02d-%02d", w.Month, w.Day))
		case w.Day != 0:
			list = append(list, fmt.Sprintf("%04d-%02d-%02d", w.Year, w.Month, w.Day))
		case w.Month != 0:
			list = append(list, fmt.Sprintf("%04d-%02d", w.Year, w.Month))
		}
		if w.HasTime {
			t := fmt.Sprintf("T%02d:%02d", w.Hour, w.Minute)
			if w.Zone != nil {
				t += time.Date(2000, 1, 1, 0, 0, 0, 0, w.Zone).Format("Z07:00")
			}
			if w.Month != 0 {
				list[len(list)-1] += t
			} else {
				list = append(list, t)
			}
		}
	}
	return strings.Join(list, " ")
}

func documents(s string) string {
	var list []string
	for d := range viet.Documents(s) {
		list = append(list, d.Text)
	}
	return strings.Join(list, " | ")
}

func decodeAny(s string) string {
	e, ok := legacy.Detect([]byte(s))
	if !ok {
		return s
	}
	t, err := e.NewDecoder().String(s)
	if err != nil {
		return s
	}
	return t
}

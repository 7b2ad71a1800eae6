// Versus measures package viet against the packages that do similar things,
// on the same text in the same run, and prints the ratios:
//
//	go run .
//
// Times are CPU time of the whole process, garbage collection included, the
// median of interleaved rounds; what to look at are the ratios. Allocations
// are those of one call.
package main

import (
	_ "embed"
	"flag"
	"fmt"
	"os"
	"regexp"
	"runtime"
	"slices"
	"strings"
	"testing"
	"text/tabwriter"
	"time"
	"unicode"

	"github.com/gosimple/slug"
	"github.com/mozillazg/go-unidecode"
	"golang.org/x/text/collate"
	"golang.org/x/text/language"
	"golang.org/x/text/runes"
	"golang.org/x/text/transform"
	"golang.org/x/text/unicode/norm"

	"github.com/toasoan/toasoan/article/viet"
)

//go:embed titles.txt
var titlesFile string

//go:embed article.txt
var article string

// A contender does one thing to one text.
type contender struct {
	name string
	f    func(string) string
}

// A contest is one task and those who can do it, ours first.
type contest struct {
	task  string
	input []string
	field []contender
}

func main() {
	rounds := flag.Int("rounds", 9, "rounds `n` of which the median counts")
	per := flag.Duration("time", 60*time.Millisecond, "CPU `time` of a round")
	flag.Parse()
	w := tabwriter.NewWriter(os.Stdout, 0, 0, 2, ' ', tabwriter.AlignRight)
	for _, c := range contests() {
		fmt.Fprintf(w, "\n%s\t ns/byte\t allocs\t viet is\t\n", c.task)
		ns := measure(c, *rounds, *per)
		for i, f := range c.field {
			ratio := ""
			if i > 0 {
				ratio = fmt.Sprintf("%.1f× faster", ns[i]/ns[0])
			}
			s := c.input[0]
			allocs := testing.AllocsPerRun(100, func() { sink = f.f(s) })
			fmt.Fprintf(w, "%s\t %.2f\t %.0f\t %s\t\n", f.name, ns[i], allocs, ratio)
		}
	}
	w.Flush()
}

// contests returns the tasks.
func contests() []contest {
	titles := strings.Split(strings.TrimSpace(titlesFile), "\n")
	text := pieces(strings.TrimSpace(article), 4096)
	decomposed, mixed := each(text, norm.NFD.String), each(text, windows1258)
	shared := collate.New(language.Vietnamese)
	return []contest{
		{"Slug, titles", titles, []contender{
			{"viet.Slug", viet.Slug},
			{"gosimple/slug MakeLang(vi)", func(s string) string { return slug.MakeLang(s, "vi") }},
			{"go-unidecode + regexp", unidecodeSlug},
			{"x/text chain + regexp", func(s string) string { return dashes(fold(s)) }},
		}},
		{"Fold, titles", titles, folders},
		{"Fold, article", text, folders},
		{"Normalize, clean", text, normalizers},
		{"Normalize, decomposed (NFD)", decomposed, normalizers},
		{"Normalize, windows-1258 style", mixed, normalizers},
		{"Sorting the words of the article", text, []contender{
			{"viet.Compare", func(s string) string { return sorted(s, viet.Compare) }},
			{"x/text collate, one goroutine", func(s string) string { return sorted(s, shared.CompareString) }},
		}},
	}
}

var folders = []contender{
	{"viet.Fold", viet.Fold},
	{"x/text chain(NFD, Mn, NFC)", fold},
	{"go-unidecode", unidecode.Unidecode},
	{"strings.ToLower (case only)", strings.ToLower},
}

var normalizers = []contender{
	{"viet.Normalize", viet.Normalize},
	{"x/text norm.NFC", norm.NFC.String},
}

var sink string

// measure returns the nanoseconds per byte of each contender.
func measure(c contest, rounds int, per time.Duration) []float64 {
	size := 0
	for _, s := range c.input {
		size += len(s)
	}
	times := make([][]float64, len(c.field))
	for range rounds {
		for i, f := range c.field {
			runtime.GC()
			n := 0
			start := cpuTime()
			var took time.Duration
			for took < per {
				for range 10 {
					for _, s := range c.input {
						sink = f.f(s)
					}
					n++
				}
				took = cpuTime() - start
			}
			times[i] = append(times[i], float64(took.Nanoseconds())/float64(n*size))
		}
	}
	median := make([]float64, len(c.field))
	for i, t := range times {
		slices.Sort(t)
		median[i] = t[len(t)/2]
	}
	return median
}

// fold is the usual recipe for a key without accents. It keeps đ.
func fold(s string) string {
	t := transform.Chain(norm.NFD, runes.Remove(runes.In(unicode.Mn)), norm.NFC)
	out, _, err := transform.String(t, s)
	if err != nil {
		return s
	}
	return strings.ToLower(out)
}

var notWord = regexp.MustCompile(`[^a-z0-9]+`)

func dashes(s string) string { return strings.Trim(notWord.ReplaceAllString(s, "-"), "-") }

func unidecodeSlug(s string) string { return dashes(strings.ToLower(unidecode.Unidecode(s))) }

// windows1258 writes s with precomposed vowels and combining tone marks.
func windows1258(s string) string {
	var b strings.Builder
	for _, r := range s {
		d := []rune(norm.NFD.String(string(r)))
		if len(d) < 2 {
			b.WriteRune(r)
			continue
		}
		tone := rune(0)
		rest := d[:0:0]
		for _, m := range d {
			switch m {
			case 0x300, 0x301, 0x303, 0x309, 0x323:
				tone = m
			default:
				rest = append(rest, m)
			}
		}
		b.WriteString(norm.NFC.String(string(rest)))
		if tone != 0 {
			b.WriteRune(tone)
		}
	}
	return b.String()
}

// pieces cuts s at spaces into pieces of about n bytes.
func pieces(s string, n int) []string {
	var list []string
	for len(s) > n {
		cut := strings.LastIndexByte(s[:n], ' ')
		list = append(list, strings.TrimSpace(s[:cut]))
		s = s[cut+1:]
	}
	return append(list, strings.TrimSpace(s))
}

func each(list []string, f func(string) string) []string {
	out := make([]string, len(list))
	for i, s := range list {
		out[i] = f(s)
	}
	return out
}

// sorted sorts the words of s and returns the first.
func sorted(s string, compare func(a, b string) int) string {
	words := strings.Fields(s)
	slices.SortFunc(words, compare)
	return words[0]
}

// Versus measures package importer against the packages that do similar things, on
// the same bodies in the same run, and prints the ratios:
//
//	go run . [-bodies FILE.jsonl]
//
// Without -bodies the sources of the importer's golden files are read; a line of the
// file is an object whose "html" is a body. Times are CPU time of the whole process,
// garbage collection included, the least of interleaved rounds; on a machine with
// other work look at the ratios, and at the allocations first.
//
// The peers do less: a sanitizer keeps the markup as it came, readability looks for
// the part of a page that is text. None of them finds a caption.
package main

import (
	"bufio"
	"encoding/json"
	"flag"
	"fmt"
	"log"
	"net/url"
	"os"
	"path/filepath"
	"regexp"
	"runtime"
	"strings"
	"text/tabwriter"
	"time"

	readability "github.com/go-shiori/go-readability"
	"github.com/microcosm-cc/bluemonday"
	"golang.org/x/net/html"

	"github.com/toasoan/toasoan/article/importer"
	"github.com/toasoan/toasoan/render"
)

// A contender does one thing to one body.
type contender struct {
	name string
	do   func(body string) error

	cpu           time.Duration
	allocs, bytes uint64
}

func main() {
	log.SetFlags(0)
	file := flag.String("bodies", "", "JSON Lines `file` of bodies")
	rounds := flag.Int("rounds", 9, "rounds `n` of which the best counts")
	flag.Parse()
	bodies, err := load(*file)
	if err != nil {
		log.Fatal(err)
	}
	if len(bodies) == 0 {
		log.Fatal("no bodies")
	}
	size := 0
	for _, b := range bodies {
		size += len(b)
	}
	fmt.Printf("%d bodies, %d bytes\n", len(bodies), size)
	field := contenders()
	for _, c := range field {
		for i, b := range bodies {
			if err := c.do(b); err != nil {
				log.Fatalf("%s: body %d: %v", c.name, i, err)
			}
		}
	}
	// Sets are measured several times over, so that what is kept from one body to
	// the next is at hand, as in a program that runs on.
	times := max(1, 2_000_000/size)
	for range *rounds {
		for _, c := range field {
			c.measure(bodies, times)
		}
	}
	w := tabwriter.NewWriter(os.Stdout, 0, 0, 2, ' ', tabwriter.AlignRight)
	fmt.Fprintln(w, "\tCPU ms\tMB/s\tallocs\tKB\tbluemonday UGC is\tits allocs are\t")
	ugc := field[2]
	for _, c := range field {
		fmt.Fprintf(w, "%s\t%.2f\t%.0f\t%d\t%d\t%.2fx\t%.1fx\t\n", c.name, c.cpu.Seconds()*1e3, float64(size)/c.cpu.Seconds()/1e6,
			c.allocs, c.bytes/1024, ugc.cpu.Seconds()/c.cpu.Seconds(), float64(ugc.allocs)/float64(max(c.allocs, 1)))
	}
	w.Flush()
}

// measure runs c over all bodies and keeps the best time.
func (c *contender) measure(bodies []string, times int) {
	runtime.GC()
	var before, after runtime.MemStats
	runtime.ReadMemStats(&before)
	start := cpuTime()
	for range times {
		for _, b := range bodies {
			c.do(b)
		}
	}
	d := (cpuTime() - start) / time.Duration(times)
	runtime.ReadMemStats(&after)
	if c.cpu == 0 || d < c.cpu {
		c.cpu = d
	}
	c.allocs = (after.Mallocs - before.Mallocs) / uint64(times)
	c.bytes = (after.TotalAlloc - before.TotalAlloc) / uint64(times)
}

func contenders() []*contender {
	var r render.Renderer
	ugc := bluemonday.UGCPolicy()
	news := newsPolicy()
	base, _ := url.Parse("https://bao.example/")
	return []*contender{
		{name: "importer.HTML and render's Body", do: func(b string) error {
			body, _, err := importer.HTML(strings.NewReader(b), nil)
			if err != nil {
				return err
			}
			_, err = r.Body(body)
			return err
		}},
		{name: "importer.HTML", do: func(b string) error {
			_, _, err := importer.HTML(strings.NewReader(b), nil)
			return err
		}},
		{name: "bluemonday UGC", do: func(b string) error { ugc.Sanitize(b); return nil }},
		{name: "bluemonday with the news extensions", do: func(b string) error { news.Sanitize(b); return nil }},
		{name: "go-readability", do: func(b string) error {
			_, err := readability.FromReader(strings.NewReader("<html><body><article>"+b+"</article></body></html>"), base)
			return err
		}},
		{name: "x/net/html: tokenizer alone", do: func(b string) error {
			for z := html.NewTokenizer(strings.NewReader(b)); z.Next() != html.ErrorToken; {
				z.Token()
			}
			return nil
		}},
	}
}

// newsPolicy is what a newsroom makes of bluemonday by following its README:
// figures, sources of pictures, media and YouTube's frames.
func newsPolicy() *bluemonday.Policy {
	p := bluemonday.UGCPolicy()
	p.AllowElements("figure", "figcaption", "picture", "source", "video", "audio", "track", "iframe")
	p.AllowAttrs("srcset", "sizes", "loading", "decoding").OnElements("img", "source")
	p.AllowAttrs("src", "type", "media", "width", "height", "controls", "poster", "kind", "srclang", "label").OnElements("source", "video", "audio", "track")
	p.AllowAttrs("src").Matching(regexp.MustCompile(`^https://www\.youtube(-nocookie)?\.com/embed/[\w-]{11}$`)).OnElements("iframe")
	p.AllowAttrs("class").Globally()
	return p
}

// load reads the bodies.
func load(file string) (bodies []string, err error) {
	if file == "" {
		names, err := filepath.Glob("../../../article/importer/testdata/*.txtar")
		if err != nil {
			return nil, err
		}
		for _, n := range names {
			b, err := os.ReadFile(n)
			if err != nil {
				return nil, err
			}
			_, rest, _ := strings.Cut(string(b), "-- in.html --\n")
			body, _, _ := strings.Cut(rest, "-- blocks --\n")
			bodies = append(bodies, body)
		}
		return bodies, nil
	}
	f, err := os.Open(file)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	s := bufio.NewScanner(f)
	s.Buffer(nil, 16<<20)
	for s.Scan() {
		var row struct {
			HTML string `json:"html"`
		}
		if err := json.Unmarshal(s.Bytes(), &row); err != nil {
			return nil, err
		}
		bodies = append(bodies, row.HTML)
	}
	return bodies, s.Err()
}

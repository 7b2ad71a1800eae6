// Plan measures what an index of package related costs as it grows: memory,
// building, querying, the snapshot, and queries while articles are added.
//
//	plan -docs FILE -queries FILE [-sizes 10000,50000,143820,1000000] [-batch 250000]
//
// The first articles are those of the file. When there are no more, others are made
// up of their titles, leads and sentences, mixed, each with two words that no other
// has, so that the vocabulary grows as it does in a language. Beside the index and the
// file, no more than a batch of articles is in memory.
package main

import (
	"bufio"
	"encoding/json"
	"flag"
	"fmt"
	"io"
	"log"
	"math/rand/v2"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"strconv"
	"strings"
	"sync/atomic"
	"syscall"
	"time"
	"unsafe"

	"github.com/toasoan/toasoan/related"
)

func main() {
	log.SetFlags(0)
	docsFile := flag.String("docs", "", "articles, JSON Lines")
	queriesFile := flag.String("queries", "", "queries, JSON Lines")
	sizes := flag.String("sizes", "10000,50000,143820,1000000", "numbers of articles, ascending")
	most := flag.Int("batch", 250000, "articles added at once, at most")
	flag.Parse()
	real, err := load(*docsFile)
	if err != nil {
		log.Fatal(err)
	}
	queries, err := load(*queriesFile)
	if err != nil {
		log.Fatal(err)
	}
	for i := range queries {
		queries[i].ID = ""
	}
	dir, err := os.MkdirTemp("", "plan")
	if err != nil {
		log.Fatal(err)
	}
	defer os.RemoveAll(dir)

	source := newSource(real)
	index := related.New()
	var build time.Duration
	var batch []related.Doc
	fmt.Println("| articles | B/article | built/CPU s | query p50 µs | p99 µs | q/CPU s | p99 while adding µs | snapshot MB | write s | copy s | open ms |")
	fmt.Println("|---|---|---|---|---|---|---|---|---|---|---|")
	for _, s := range strings.Split(*sizes, ",") {
		n, err := strconv.Atoi(s)
		if err != nil {
			log.Fatal(err)
		}
		for index.Len() < n {
			batch = batch[:0]
			for range min(*most, n-index.Len()) {
				batch = append(batch, source.next())
			}
			cpu := clock(2)
			if err := index.Add(batch...); err != nil {
				log.Fatal(err)
			}
			build += clock(2) - cpu
			clear(batch)
		}
		runtime.GC()
		perDoc := index.Bytes() / n
		p50, p99, rate := ask(index, queries)

		name := filepath.Join(dir, "snapshot")
		var write, copied []time.Duration
		size := int64(0)
		for range max(1, min(5, 500000/n)) {
			start := time.Now()
			if err := index.WriteFile(name); err != nil {
				log.Fatal(err)
			}
			write = append(write, time.Since(start))
			start = time.Now()
			if size, err = copyFile(filepath.Join(dir, "copy"), name); err != nil {
				log.Fatal(err)
			}
			copied = append(copied, time.Since(start))
		}
		if err := os.Remove(filepath.Join(dir, "copy")); err != nil {
			log.Fatal(err)
		}
		var open []time.Duration
		var opened *related.Index
		for range 5 {
			start := time.Now()
			if opened, err = related.Open(name); err != nil {
				log.Fatal(err)
			}
			open = append(open, time.Since(start))
		}

		// To a copy, so that the index stays as large as it is to be.
		var done atomic.Bool
		added := make(chan int)
		go func() {
			total := 0
			for tick := time.Tick(10 * time.Millisecond); !done.Load(); <-tick {
				d := source.next()
				d.ID = "new " + d.ID
				if err := opened.Add(d); err != nil {
					log.Fatal(err)
				}
				total++
			}
			added <- total
		}()
		var busy time.Duration
		for range 3 {
			_, p, _ := ask(opened, queries)
			busy = max(busy, p)
		}
		done.Store(true)
		<-added
		fmt.Printf("| %d | %d | %.0f | %.0f | %.0f | %.0f | %.0f | %.0f | %.3f | %.3f | %.1f |\n", n, perDoc, float64(n)/build.Seconds(),
			us(p50), us(p99), rate, us(busy), float64(size)/1e6, median(write).Seconds(), median(copied).Seconds(), us(median(open))/1e3)
	}
}

func median(d []time.Duration) time.Duration {
	slices.Sort(d)
	return d[len(d)/2]
}

// copyFile makes a copy of a file as safely as [related.Index.WriteFile] makes its
// own: by another name, on disk, and then by its name. It returns the size.
func copyFile(to, from string) (n int64, err error) {
	in, err := os.Open(from)
	if err != nil {
		return 0, err
	}
	defer in.Close()
	out, err := os.Create(to + ".new")
	if err != nil {
		return 0, err
	}
	defer out.Close()
	if n, err = io.Copy(out, in); err != nil {
		return n, err
	}
	if err := out.Sync(); err != nil {
		return n, err
	}
	return n, os.Rename(to+".new", to)
}

func us(d time.Duration) float64 { return float64(d.Nanoseconds()) / 1e3 }

// ask asks all queries and returns the median and 99th percentile of the processor
// time of one, and how many a second of it there are.
func ask(x *related.Index, queries []related.Doc) (p50, p99 time.Duration, rate float64) {
	runtime.LockOSThread()
	defer runtime.UnlockOSThread()
	var took []time.Duration
	total := time.Duration(0)
	for i := range queries {
		start := clock(3)
		x.Related(queries[i], &related.Query{Copies: true, Reasons: -1})
		took = append(took, clock(3)-start)
		total += clock(3) - start
	}
	slices.Sort(took)
	return took[len(took)/2], took[len(took)*99/100], float64(len(queries)) / total.Seconds()
}

// clock reads a clock of clock_gettime(2): 2 is the processor time of the
// process, 3 that of the thread.
func clock(id uintptr) time.Duration {
	var t syscall.Timespec
	syscall.RawSyscall(syscall.SYS_CLOCK_GETTIME, id, uintptr(unsafe.Pointer(&t)), 0)
	return time.Duration(t.Nano())
}

// source gives articles, real ones first.
type source struct {
	real  []related.Doc
	lines [][]string // of the body of each
	n     int
	rng   *rand.Rand
}

func newSource(real []related.Doc) *source {
	s := &source{real: real, rng: rand.New(rand.NewPCG(1, 1))}
	for i := range real {
		s.lines = append(s.lines, strings.Split(real[i].Body, "\n"))
	}
	return s
}

func (s *source) next() related.Doc {
	i := s.n
	s.n++
	if i < len(s.real) {
		return s.real[i]
	}
	some := func() int { return s.rng.IntN(len(s.real)) }
	var body strings.Builder
	for left := len(s.lines[some()]); left > 0; {
		lines := s.lines[some()]
		k := s.rng.IntN(len(lines))
		for _, l := range lines[k:min(k+3, k+left, len(lines))] {
			body.WriteString(l)
			body.WriteByte('\n')
			left--
		}
	}
	fmt.Fprintf(&body, "xa%d xb%d", i, i)
	return related.Doc{ID: fmt.Sprint("x", i), Title: s.real[some()].Title, Lead: s.real[some()].Lead, Body: body.String()}
}

func load(name string) ([]related.Doc, error) {
	f, err := os.Open(name)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	dec := json.NewDecoder(bufio.NewReader(f))
	var docs []related.Doc
	for {
		var l struct{ ID, Title, Lead, Body string }
		if err := dec.Decode(&l); err == io.EOF {
			return docs, nil
		} else if err != nil {
			return nil, fmt.Errorf("%s: article %d: %w", name, len(docs), err)
		}
		docs = append(docs, related.Doc{ID: l.ID, Title: l.Title, Lead: l.Lead, Body: l.Body})
	}
}

// Relate answers which articles of a file are related to each article of
// another, and how long that took.
//
//	relate -docs FILE -queries FILE [-n N] [-fields title,lead,body] [-k 10] [-task LABEL] [-out FILE]
//
// Both files are JSON Lines of
//
//	{"id":"…","title":"…","lead":"…","body":"…"}
//
// and may be compressed with gzip. Relate builds an index of the first N
// documents (of all, without -n), of the fields that -fields names, asks about a
// hundred queries to warm up, and then each query once. For each it writes a line
//
//	{"q":"query id","ids":["best","…"],"ns":WALL,"cns":CPU}
//
// with the nanoseconds that the answer took, by the clock and of processor time
// of the thread (zero where the system does not tell), the analysis of the query's
// text included. A last line, {"stats":{…}}, tells the cost of building, the
// memory that the index takes, measured on the heap, and the cost of all queries.
//
// A query may have the ID of a document: it is a text of its own here, so that the
// document of that ID can be found like any other.
package main

import (
	"bufio"
	"compress/gzip"
	"encoding/json"
	"flag"
	"fmt"
	"io"
	"os"
	"runtime"
	"strings"
	"time"

	"github.com/toasoan/toasoan/related"
)

type options struct {
	docs, queries, out string
	fields, task       string
	n, k, warm         int
}

func main() {
	var o options
	flag.StringVar(&o.docs, "docs", "", "documents to index, JSON Lines")
	flag.StringVar(&o.queries, "queries", "", "documents to ask for, JSON Lines")
	flag.IntVar(&o.n, "n", 0, "index only the first `N` documents; 0 means all")
	flag.StringVar(&o.fields, "fields", "title,lead,body", "fields of the documents to index")
	flag.IntVar(&o.k, "k", 10, "answers a query")
	flag.IntVar(&o.warm, "warm", 100, "queries to ask beforehand, unmeasured")
	flag.StringVar(&o.task, "task", "", "label to copy to the last line")
	flag.StringVar(&o.out, "out", "", "file to write; standard output if empty")
	flag.Parse()
	if o.docs == "" || o.queries == "" || flag.NArg() > 0 {
		flag.Usage()
		os.Exit(2)
	}
	if err := relate(&o); err != nil {
		fmt.Fprintln(os.Stderr, "relate:", err)
		os.Exit(1)
	}
}

// line is a line of input.
type line struct {
	ID    string `json:"id"`
	Title string `json:"title"`
	Lead  string `json:"lead"`
	Body  string `json:"body"`
}

// result is a line of output.
type result struct {
	Query string   `json:"q"`
	IDs   []string `json:"ids"`
	Wall  int64    `json:"ns"`
	CPU   int64    `json:"cns"`
}

// stats is the last line of output.
type stats struct {
	System     string  `json:"system"`
	Config     string  `json:"config"`
	Task       string  `json:"task"`
	Docs       int     `json:"docs"`
	Queries    int     `json:"queries"`
	BuildWall  float64 `json:"build_wall_s"`
	BuildCPU   float64 `json:"build_cpu_s"`
	IndexBytes int64   `json:"index_bytes"`
	IndexWhere string  `json:"index_where"`
	QueryWall  float64 `json:"query_wall_s"`
	QueryCPU   float64 `json:"query_cpu_s"`
}

func relate(o *options) error {
	docs, err := load(o.docs, o.n, o.fields)
	if err != nil {
		return err
	}
	queries, err := load(o.queries, 0, "title,lead,body")
	if err != nil {
		return err
	}
	for i := range queries {
		queries[i].Related, queries[i].URL = nil, ""
	}

	st := stats{
		System: "toasoan", Config: "related", Task: o.task,
		Docs: len(docs), Queries: len(queries), IndexWhere: "ram",
	}
	before := heap()
	wall, cpu := time.Now(), processCPU()
	index := related.New()
	if err := index.Add(docs...); err != nil {
		return err
	}
	st.BuildWall, st.BuildCPU = time.Since(wall).Seconds(), (processCPU() - cpu).Seconds()
	st.IndexBytes = heap() - before
	runtime.KeepAlive(docs)
	docs = nil
	runtime.GC()

	search := func(q *related.Doc) []related.Hit {
		d := *q
		d.ID = ""
		return index.Related(d, &related.Query{N: o.k, Copies: true, Reasons: -1})
	}
	for i := range min(o.warm, len(queries)/4) {
		search(&queries[i])
	}
	results := make([]result, len(queries))
	runtime.LockOSThread()
	allWall, allCPU := time.Now(), processCPU()
	for i := range queries {
		wall, cpu := time.Now(), threadCPU()
		hits := search(&queries[i])
		r := result{Query: queries[i].ID, CPU: int64(threadCPU() - cpu), Wall: int64(time.Since(wall)), IDs: []string{}}
		for _, h := range hits {
			r.IDs = append(r.IDs, h.ID)
		}
		results[i] = r
	}
	st.QueryWall, st.QueryCPU = time.Since(allWall).Seconds(), (processCPU() - allCPU).Seconds()
	runtime.UnlockOSThread()
	return write(o.out, results, &st)
}

// load reads documents, at most n if n is not 0.
func load(name string, n int, fields string) ([]related.Doc, error) {
	f, err := os.Open(name)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	br := bufio.NewReaderSize(f, 1<<16)
	var r io.Reader = br
	if magic, err := br.Peek(2); err == nil && magic[0] == 0x1f && magic[1] == 0x8b {
		if r, err = gzip.NewReader(br); err != nil {
			return nil, fmt.Errorf("%s: %w", name, err)
		}
	}
	want := map[string]bool{}
	for _, s := range strings.Split(fields, ",") {
		switch s {
		case "title", "lead", "body":
			want[s] = true
		default:
			return nil, fmt.Errorf("-fields: no field %q", s)
		}
	}
	var docs []related.Doc
	dec := json.NewDecoder(r)
	for n == 0 || len(docs) < n {
		var l line
		if err := dec.Decode(&l); err == io.EOF {
			break
		} else if err != nil {
			return nil, fmt.Errorf("%s: line %d: %w", name, len(docs)+1, err)
		}
		d := related.Doc{ID: l.ID}
		if want["title"] {
			d.Title = l.Title
		}
		if want["lead"] {
			d.Lead = l.Lead
		}
		if want["body"] {
			d.Body = l.Body
		}
		docs = append(docs, d)
	}
	return docs, nil
}

func write(name string, results []result, st *stats) (err error) {
	f := os.Stdout
	if name != "" {
		if f, err = os.Create(name); err != nil {
			return err
		}
		defer func() {
			if e := f.Close(); err == nil {
				err = e
			}
		}()
	}
	w := bufio.NewWriter(f)
	enc := json.NewEncoder(w)
	enc.SetEscapeHTML(false)
	for i := range results {
		if err := enc.Encode(&results[i]); err != nil {
			return err
		}
	}
	if err := enc.Encode(map[string]*stats{"stats": st}); err != nil {
		return err
	}
	return w.Flush()
}

// heap returns the bytes in use on the heap.
func heap() int64 {
	runtime.GC()
	runtime.GC()
	var m runtime.MemStats
	runtime.ReadMemStats(&m)
	return int64(m.HeapAlloc)
}

// Package adapter is what the programs that measure a search engine share: the
// same flags, the same input, the same way of measuring and the same output as
// examples/relate, see there.
package adapter

import (
	"bufio"
	"encoding/json"
	"flag"
	"fmt"
	"io"
	"log"
	"os"
	"runtime"
	"strings"
	"syscall"
	"time"
	"unicode"
	"unsafe"
)

// A Doc is an article or a query.
type Doc struct{ ID, Title, Lead, Body string }

// Text returns the fields of d, a line each.
func (d *Doc) Text() string { return d.Title + "\n" + d.Lead + "\n" + d.Body }

// An Engine is what is measured.
type Engine interface {
	// Build indexes docs. It returns the size of the index on disk, or 0 if it is
	// in memory.
	Build(docs []Doc) (bytes int64, err error)

	// Query returns the IDs of the k best documents for q.
	Query(q *Doc, k int) ([]string, error)
}

// Main measures e as the flags say. Flags of its own must be defined before.
func Main(system string, config func() string, e Engine) {
	log.SetFlags(0)
	docsFile := flag.String("docs", "", "documents, JSON Lines")
	queriesFile := flag.String("queries", "", "queries, JSON Lines")
	n := flag.Int("n", 0, "index only the first `N` documents; 0 means all")
	fields := flag.String("fields", "title,lead,body", "fields of the documents to index")
	k := flag.Int("k", 10, "answers a query")
	task := flag.String("task", "", "label to copy")
	out := flag.String("out", "", "file to write; standard output if empty")
	limit := flag.Int("limit", 0, "ask only the first `N` queries; 0 means all")
	flag.Parse()
	docs, err := load(*docsFile, *n, *fields)
	if err != nil {
		log.Fatal(err)
	}
	queries, err := load(*queriesFile, *limit, "title,lead,body")
	if err != nil {
		log.Fatal(err)
	}
	before := heap()
	wall, cpu := time.Now(), clock(2)
	bytes, err := e.Build(docs)
	if err != nil {
		log.Fatal(err)
	}
	stats := map[string]any{
		"system": system, "config": config(), "task": *task, "docs": len(docs), "queries": len(queries),
		"build_wall_s": time.Since(wall).Seconds(), "build_cpu_s": (clock(2) - cpu).Seconds(),
		"index_bytes": bytes, "index_where": "disk",
	}
	if bytes == 0 {
		stats["index_bytes"], stats["index_where"] = heap()-before, "ram"
	}
	runtime.KeepAlive(docs)
	docs = nil
	for i := range min(100, len(queries)/4) {
		if _, err := e.Query(&queries[i], *k); err != nil {
			log.Fatal(err)
		}
	}
	runtime.GC()
	type result struct {
		Q   string   `json:"q"`
		IDs []string `json:"ids"`
		NS  int64    `json:"ns"`
		CNS int64    `json:"cns"`
	}
	results := make([]result, len(queries))
	runtime.LockOSThread()
	wall, cpu = time.Now(), clock(2)
	for i := range queries {
		w, c := time.Now(), clock(3)
		ids, err := e.Query(&queries[i], *k)
		if err != nil {
			log.Fatal(err)
		}
		results[i] = result{queries[i].ID, ids, int64(time.Since(w)), int64(clock(3) - c)}
	}
	stats["query_wall_s"], stats["query_cpu_s"] = time.Since(wall).Seconds(), (clock(2) - cpu).Seconds()
	w := os.Stdout
	if *out != "" {
		if w, err = os.Create(*out); err != nil {
			log.Fatal(err)
		}
	}
	enc := json.NewEncoder(w)
	for i := range results {
		if err := enc.Encode(&results[i]); err != nil {
			log.Fatal(err)
		}
	}
	if err := enc.Encode(map[string]any{"stats": stats}); err != nil {
		log.Fatal(err)
	}
}

func load(name string, n int, fields string) ([]Doc, error) {
	f, err := os.Open(name)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	dec := json.NewDecoder(bufio.NewReader(f))
	var docs []Doc
	for n == 0 || len(docs) < n {
		var d Doc
		if err := dec.Decode(&d); err == io.EOF {
			break
		} else if err != nil {
			return nil, fmt.Errorf("%s: document %d: %w", name, len(docs), err)
		}
		for field, text := range map[string]*string{"title": &d.Title, "lead": &d.Lead, "body": &d.Body} {
			if !strings.Contains(fields, field) {
				*text = ""
			}
		}
		docs = append(docs, d)
	}
	return docs, nil
}

// heap returns the bytes in use on the heap.
func heap() int64 {
	runtime.GC()
	runtime.GC()
	var m runtime.MemStats
	runtime.ReadMemStats(&m)
	return int64(m.HeapAlloc)
}

// clock reads a clock of clock_gettime(2): 2 is the processor time of the
// process, 3 that of the thread.
func clock(id uintptr) time.Duration {
	var t syscall.Timespec
	syscall.RawSyscall(syscall.SYS_CLOCK_GETTIME, id, uintptr(unsafe.Pointer(&t)), 0)
	return time.Duration(t.Nano())
}

// Syllables calls f for each run of letters and digits of s, in lower case.
func Syllables(s string, f func(string)) {
	for _, w := range strings.FieldsFunc(strings.ToLower(s), func(r rune) bool {
		return !unicode.IsLetter(r) && !unicode.IsDigit(r) && !unicode.Is(unicode.M, r)
	}) {
		f(w)
	}
}

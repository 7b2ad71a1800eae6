// Score reads what adapters and examples/relate write, and prints a row for each
// file: how often the right answer, the document with the query's own ID, came first
// (R@1), among the first ten (R@10), and the mean of 1/rank (MRR@10); articles
// indexed a second of processor time; bytes an article; the median and the 99th
// percentile of a query's processor time in microseconds, and queries a second of
// the processor time of the whole process.
package main

import (
	"encoding/json"
	"fmt"
	"io"
	"log"
	"os"
	"slices"
)

type line struct {
	Q     string
	IDs   []string
	NS    int64
	CNS   int64
	Stats *struct {
		System, Config, Task string
		Docs, Queries        int
		BuildCPU             float64 `json:"build_cpu_s"`
		IndexBytes           float64 `json:"index_bytes"`
		QueryCPU             float64 `json:"query_cpu_s"`
	}
}

func main() {
	log.SetFlags(0)
	const row = "%-24s %-6s %8s %5s %7s %6s %6s %9s %7s %9s %9s %9s\n"
	fmt.Printf(row, "system", "task", "docs", "asked", "MRR@10", "R@1", "R@10", "built/s", "B/doc", "p50 us", "p99 us", "q/s")
	for _, name := range os.Args[1:] {
		f, err := os.Open(name)
		if err != nil {
			log.Fatal(err)
		}
		var ns []int64
		var mrr, first, ten float64
		for dec := json.NewDecoder(f); ; {
			var l line
			if err := dec.Decode(&l); err == io.EOF {
				break
			} else if err != nil {
				log.Fatalf("%s: %v", name, err)
			}
			if st := l.Stats; st != nil && len(ns) > 0 {
				slices.Sort(ns)
				n := float64(len(ns))
				at := func(q float64) string { return fmt.Sprintf("%.0f", float64(ns[int(q*n)])/1e3) }
				fmt.Printf(row, st.System+" "+st.Config, st.Task, fmt.Sprint(st.Docs), fmt.Sprint(len(ns)),
					fmt.Sprintf("%.4f", mrr/n), fmt.Sprintf("%.3f", first/n), fmt.Sprintf("%.3f", ten/n),
					fmt.Sprintf("%.0f", float64(st.Docs)/st.BuildCPU), fmt.Sprintf("%.0f", st.IndexBytes/float64(st.Docs)),
					at(.5), at(.99), fmt.Sprintf("%.0f", n/st.QueryCPU))
				continue
			}
			if l.CNS == 0 {
				l.CNS = l.NS
			}
			ns = append(ns, l.CNS)
			if i := slices.Index(l.IDs[:min(10, len(l.IDs))], l.Q); i >= 0 {
				mrr += 1 / float64(i+1)
				ten++
				if i == 0 {
					first++
				}
			}
		}
		f.Close()
	}
}

//go:build sqlite_fts5

// Fts5 measures the full-text search of SQLite: syllables with their diacritics,
// scored by its bm25(). A query is the terms of its text that weigh most by
// frequency and rarity. It needs cgo:
//
//	go build -tags sqlite_fts5 ./fts5
package main

import (
	"cmp"
	"database/sql"
	"flag"
	"fmt"
	"math"
	"os"
	"path/filepath"
	"slices"
	"strings"

	_ "github.com/mattn/go-sqlite3"

	"github.com/toasoan/toasoan/examples/versus/related/adapter"
)

type engine struct {
	terms int
	file  string
	db    *sql.DB
	ids   []string
	df    map[string]int
}

func main() {
	var e engine
	flag.IntVar(&e.terms, "terms", 32, "terms of a query")
	flag.StringVar(&e.file, "index", filepath.Join(os.TempDir(), "versus.sqlite"), "`file` of the index, which is deleted first")
	adapter.Main("sqlite fts5", func() string { return fmt.Sprint("terms=", e.terms) }, &e)
}

func (e *engine) Build(docs []adapter.Doc) (int64, error) {
	os.Remove(e.file)
	db, err := sql.Open("sqlite3", "file:"+e.file+"?_journal_mode=OFF&_synchronous=OFF&_cache_size=-262144")
	if err != nil {
		return 0, err
	}
	db.SetMaxOpenConns(1)
	e.db, e.df = db, map[string]int{}
	if _, err := db.Exec(`create virtual table article using fts5(text, content='', tokenize="unicode61 remove_diacritics 0");
		create virtual table term using fts5vocab(article, row)`); err != nil {
		return 0, err
	}
	tx, err := db.Begin()
	if err != nil {
		return 0, err
	}
	for i := range docs {
		if _, err := tx.Exec("insert into article(rowid, text) values (?, ?)", i, docs[i].Text()); err != nil {
			return 0, err
		}
		e.ids = append(e.ids, docs[i].ID)
	}
	if err := tx.Commit(); err != nil {
		return 0, err
	}
	if _, err := db.Exec("insert into article(article) values ('optimize')"); err != nil {
		return 0, err
	}
	rows, err := db.Query("select term, doc from term")
	if err != nil {
		return 0, err
	}
	defer rows.Close()
	for rows.Next() {
		var s string
		var n int
		if err := rows.Scan(&s, &n); err != nil {
			return 0, err
		}
		e.df[s] = n
	}
	if err := rows.Err(); err != nil {
		return 0, err
	}
	info, err := os.Stat(e.file)
	if err != nil {
		return 0, err
	}
	return info.Size(), nil
}

func (e *engine) Query(q *adapter.Doc, k int) ([]string, error) {
	counts := map[string]float64{}
	adapter.Syllables(q.Text(), func(s string) {
		if e.df[s] > 0 {
			counts[s]++
		}
	})
	var terms []string
	for s := range counts {
		terms = append(terms, s)
	}
	weight := func(s string) float64 { return counts[s] * math.Log(float64(len(e.ids))/float64(e.df[s])) }
	slices.SortFunc(terms, func(a, b string) int { return cmp.Or(cmp.Compare(weight(b), weight(a)), cmp.Compare(a, b)) })
	terms = terms[:min(len(terms), e.terms)]
	rows, err := e.db.Query("select rowid from article where article match ? order by rank limit ?", `"`+strings.Join(terms, `" OR "`)+`"`, k)
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	ids := []string{}
	for rows.Next() {
		var i int
		if err := rows.Scan(&i); err != nil {
			return nil, err
		}
		ids = append(ids, e.ids[i])
	}
	return ids, rows.Err()
}

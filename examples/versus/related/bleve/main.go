// Bleve measures github.com/blevesearch/bleve: one text field of syllables, in
// lower case, scored by BM25. A query is the terms of its text that weigh most by
// frequency and rarity, each boosted by its frequency, as a more-like-this query is
// made; -terms 0 asks with the whole text.
package main

import (
	"cmp"
	"context"
	"flag"
	"fmt"
	"io/fs"
	"math"
	"os"
	"path/filepath"
	"slices"

	"github.com/blevesearch/bleve/v2"
	"github.com/blevesearch/bleve/v2/analysis/analyzer/custom"
	"github.com/blevesearch/bleve/v2/analysis/token/lowercase"
	"github.com/blevesearch/bleve/v2/analysis/tokenizer/unicode"
	"github.com/blevesearch/bleve/v2/search/query"
	index "github.com/blevesearch/bleve_index_api"

	"github.com/toasoan/toasoan/examples/versus/related/adapter"
)

type engine struct {
	terms int
	dir   string
	index bleve.Index
	docs  int
}

func main() {
	var e engine
	flag.IntVar(&e.terms, "terms", 32, "terms of a query; 0 means the whole text")
	flag.StringVar(&e.dir, "index", filepath.Join(os.TempDir(), "versus.bleve"), "`folder` of the index, which is deleted first")
	adapter.Main("bleve", func() string { return fmt.Sprint("terms=", e.terms) }, &e)
}

func (e *engine) Build(docs []adapter.Doc) (int64, error) {
	if err := os.RemoveAll(e.dir); err != nil {
		return 0, err
	}
	m := bleve.NewIndexMapping()
	m.ScoringModel = index.BM25Scoring
	if err := m.AddCustomAnalyzer("syllables", map[string]any{
		"type": custom.Name, "tokenizer": unicode.Name, "token_filters": []any{lowercase.Name},
	}); err != nil {
		return 0, err
	}
	text := bleve.NewTextFieldMapping()
	text.Analyzer, text.Store, text.IncludeTermVectors, text.IncludeInAll, text.DocValues = "syllables", false, false, false, false
	dm := bleve.NewDocumentStaticMapping()
	dm.AddFieldMappingsAt("text", text)
	m.DefaultMapping, m.DefaultAnalyzer = dm, "syllables"
	x, err := bleve.New(e.dir, m)
	if err != nil {
		return 0, err
	}
	e.docs = len(docs)
	for part := range slices.Chunk(docs, 1000) {
		b := x.NewBatch()
		for i := range part {
			if err := b.Index(part[i].ID, map[string]any{"text": part[i].Text()}); err != nil {
				return 0, err
			}
		}
		if err := x.Batch(b); err != nil {
			return 0, err
		}
	}
	// Closing waits until all is on disk.
	if err := x.Close(); err != nil {
		return 0, err
	}
	if e.index, err = bleve.Open(e.dir); err != nil {
		return 0, err
	}
	size := int64(0)
	err = filepath.WalkDir(e.dir, func(_ string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		info, err := d.Info()
		if err == nil {
			size += info.Size()
		}
		return err
	})
	return size, err
}

func (e *engine) Query(q *adapter.Doc, k int) ([]string, error) {
	var asked query.Query
	if e.terms == 0 {
		m := bleve.NewMatchQuery(q.Text())
		m.SetField("text")
		asked = m
	} else {
		best, err := e.heaviest(q.Text())
		if err != nil {
			return nil, err
		}
		or := bleve.NewDisjunctionQuery()
		for _, t := range best {
			tq := bleve.NewTermQuery(t.text)
			tq.SetField("text")
			tq.SetBoost(float64(t.count))
			or.AddQuery(tq)
		}
		asked = or
	}
	res, err := e.index.Search(bleve.NewSearchRequestOptions(asked, k, 0, false))
	if err != nil {
		return nil, err
	}
	ids := []string{}
	for _, h := range res.Hits {
		ids = append(ids, h.ID)
	}
	return ids, nil
}

type term struct {
	text   string
	count  int
	weight float64
}

func (e *engine) heaviest(text string) ([]term, error) {
	counts := map[string]int{}
	for _, t := range e.index.Mapping().AnalyzerNamed("syllables").Analyze([]byte(text)) {
		counts[string(t.Term)]++
	}
	inside, err := e.index.Advanced()
	if err != nil {
		return nil, err
	}
	r, err := inside.Reader()
	if err != nil {
		return nil, err
	}
	defer r.Close()
	var terms []term
	for s, n := range counts {
		tr, err := r.TermFieldReader(context.Background(), []byte(s), "text", false, false, false)
		if err != nil {
			return nil, err
		}
		if df := tr.Count(); df > 0 {
			terms = append(terms, term{s, n, float64(n) * math.Log(float64(e.docs)/float64(df))})
		}
		if err := tr.Close(); err != nil {
			return nil, err
		}
	}
	slices.SortFunc(terms, func(a, b term) int { return cmp.Or(cmp.Compare(b.weight, a.weight), cmp.Compare(a.text, b.text)) })
	return terms[:min(len(terms), e.terms)], nil
}

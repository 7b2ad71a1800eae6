// Hugo measures the related content of github.com/gohugoio/hugo: keywords are the
// distinct syllables of title and lead, as a site has them without tags; a query's
// are those of its text.
package main

import (
	"context"
	"time"

	"github.com/gohugoio/hugo/related"

	"github.com/toasoan/toasoan/examples/versus/related/adapter"
)

type engine struct {
	index *related.InvertedIndex
	words map[string]related.Keyword
}

type page struct {
	id       string
	keywords []related.Keyword
}

func (p *page) RelatedKeywords(related.IndexConfig) ([]related.Keyword, error) {
	return p.keywords, nil
}

func (p *page) PublishDate() time.Time { return time.Time{} }
func (p *page) Name() string           { return p.id }

func main() {
	adapter.Main("hugo/related", func() string { return "syllables" }, &engine{words: map[string]related.Keyword{}})
}

func (e *engine) page(id, text string) *page {
	p := &page{id: id}
	seen := map[string]bool{}
	adapter.Syllables(text, func(s string) {
		if seen[s] {
			return
		}
		seen[s] = true
		k, ok := e.words[s]
		if !ok {
			k = related.StringKeyword(s)
			e.words[s] = k
		}
		p.keywords = append(p.keywords, k)
	})
	return p
}

func (e *engine) Build(docs []adapter.Doc) (int64, error) {
	ctx := context.Background()
	e.index = related.NewInvertedIndex(related.Config{
		Threshold: 1, IncludeNewer: true,
		Indices: related.IndicesConfig{{Name: "words", Type: related.TypeBasic, Weight: 100}},
	})
	for i := range docs {
		if err := e.index.Add(ctx, e.page(docs[i].ID, docs[i].Title+"\n"+docs[i].Lead)); err != nil {
			return 0, err
		}
	}
	return 0, e.index.Finalize(ctx)
}

func (e *engine) Query(q *adapter.Doc, k int) ([]string, error) {
	found, err := e.index.Search(context.Background(), related.SearchOpts{Document: e.page("", q.Text())})
	if err != nil {
		return nil, err
	}
	ids := []string{}
	for _, d := range found[:min(k, len(found))] {
		ids = append(ids, d.Name())
	}
	return ids, nil
}

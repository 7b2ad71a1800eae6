// Copies measures how package related finds near-duplicates: copies of real articles,
// made as sites make them.
//
//	copies -docs FILE [-n 10000] [-of 500]
//
// It indexes the first n articles of the file, takes some of them, spread evenly, makes
// copies of each, and asks for the duplicates of every copy. Found is the original
// among them. What is right is told by the texts themselves: by the Jaccard index of
// the sets of their runs of five syllables.
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
	"strings"

	"golang.org/x/text/unicode/norm"

	"github.com/toasoan/toasoan/examples/versus/related/adapter"
	"github.com/toasoan/toasoan/related"
)

// ways are how copies are made, of sentences and those of another article.
var ways = []struct {
	name string
	copy func(rng *rand.Rand, own, other []string) []string
}{
	{"cut at the end", func(rng *rand.Rand, own, _ []string) []string {
		return own[:len(own)-rng.IntN(len(own)/2+1)]
	}},
	{"cut anywhere", func(rng *rand.Rand, own, _ []string) []string {
		left := own[:0:0]
		share := rng.Float64() / 2
		for _, s := range own {
			if rng.Float64() >= share {
				left = append(left, s)
			}
		}
		return left
	}},
	{"re-ordered", func(rng *rand.Rand, own, _ []string) []string {
		rng.Shuffle(len(own), func(i, j int) { own[i], own[j] = own[j], own[i] })
		return own
	}},
	{"mixed with another", func(rng *rand.Rand, own, other []string) []string {
		return append(own, other[:rng.IntN(len(other)/2+1)]...)
	}},
	{"words replaced", func(rng *rand.Rand, own, other []string) []string {
		share := rng.Float64() / 12
		words := strings.Fields(strings.Join(other, " "))
		for i, s := range own {
			of := strings.Fields(s)
			for j := range of {
				if rng.Float64() < share {
					of[j] = words[rng.IntN(len(words))]
				}
			}
			own[i] = strings.Join(of, " ")
		}
		return own
	}},
	{"tones placed anew", each(strings.NewReplacer("òa", "oà", "óa", "oá", "ỏa", "oả", "ọa", "oạ", "oà", "òa", "oá", "óa", "oả", "ỏa", "oạ", "ọa", "ủy", "uỷ", "uỷ", "ủy").Replace)},
	{"decomposed", each(norm.NFD.String)},
	{"capitals", each(strings.ToUpper)},
}

func each(f func(string) string) func(*rand.Rand, []string, []string) []string {
	return func(_ *rand.Rand, own, _ []string) []string {
		for i, s := range own {
			own[i] = f(s)
		}
		return own
	}
}

func main() {
	log.SetFlags(0)
	name := flag.String("docs", "", "articles, JSON Lines")
	n := flag.Int("n", 10000, "articles to index")
	of := flag.Int("of", 500, "articles to make copies of")
	flag.Parse()
	docs, err := load(*name, *n)
	if err != nil {
		log.Fatal(err)
	}
	index := related.New()
	if err := index.Add(docs...); err != nil {
		log.Fatal(err)
	}
	at := map[string]int{}
	for i := range docs {
		at[docs[i].ID] = i
	}
	rng := rand.New(rand.NewPCG(1, 1))
	classes := []float64{.8, .6, .5, .4, 0}
	asked, found := make([]int, len(classes)), make([]int, len(classes))
	reported, below := 0, [3]int{} // 0.5, 0.4, 0.3
	for k := range *of {
		d := &docs[k*len(docs)/(*of)]
		for _, way := range ways {
			c := *d
			c.ID, c.Title, c.Lead = "copy", docs[rng.IntN(len(docs))].Title, ""
			c.Body = strings.Join(way.copy(rng, sentences(d), sentences(&docs[rng.IntN(len(docs))])), " ")
			own := shingles(&c)
			class := 0
			for j := jaccard(own, shingles(d)); j < classes[class]; {
				class++
			}
			asked[class]++
			for _, dup := range index.Duplicates(c) {
				if dup.ID == d.ID {
					found[class]++
				}
				reported++
				j := jaccard(own, shingles(&docs[at[dup.ID]]))
				for i, least := range [...]float64{.5, .4, .3} {
					if j < least {
						below[i]++
					}
				}
			}
		}
	}
	fmt.Println("| Jaccard | copies | found |")
	fmt.Println("|---|---|---|")
	for i, least := range classes {
		fmt.Printf("| ≥ %.1f | %d | %.2f %% |\n", least, asked[i], 100*float64(found[i])/float64(max(asked[i], 1)))
	}
	fmt.Printf("%d reported; %.2f %% of them are 0.5 or more alike, %.2f %% 0.4, %.2f %% 0.3\n", reported,
		share(below[0], reported), share(below[1], reported), share(below[2], reported))
}

func share(below, of int) float64 { return 100 - 100*float64(below)/float64(max(of, 1)) }

// sentences returns those of lead and body.
func sentences(d *related.Doc) []string {
	return strings.SplitAfter(d.Lead+"\n"+d.Body, ". ")
}

// shingles returns the runs of five syllables of lead and body, as they are compared:
// composed, in small letters, with the tone of hòa in one place.
func shingles(d *related.Doc) map[[5]string]bool {
	text := strings.NewReplacer("òa", "oà", "óa", "oá", "ỏa", "oả", "õa", "oã", "ọa", "oạ", "ùy", "uỳ", "úy", "uý", "ủy", "uỷ", "ũy", "uỹ", "ụy", "uỵ",
		"òe", "oè", "óe", "oé", "ỏe", "oẻ", "õe", "oẽ", "ọe", "oẹ").Replace(norm.NFC.String(strings.ToLower(d.Lead + "\n" + d.Body)))
	var words []string
	adapter.Syllables(text, func(s string) { words = append(words, s) })
	set := map[[5]string]bool{}
	for i := 0; i+5 <= len(words); i++ {
		set[[5]string(words[i:])] = true
	}
	return set
}

func jaccard(a, b map[[5]string]bool) float64 {
	both := 0
	for s := range a {
		if b[s] {
			both++
		}
	}
	return float64(both) / float64(max(1, len(a)+len(b)-both))
}

func load(name string, n int) ([]related.Doc, error) {
	f, err := os.Open(name)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	dec := json.NewDecoder(bufio.NewReader(f))
	var docs []related.Doc
	for len(docs) < n {
		var l struct{ ID, Title, Lead, Body string }
		if err := dec.Decode(&l); err == io.EOF {
			break
		} else if err != nil {
			return nil, fmt.Errorf("%s: article %d: %w", name, len(docs), err)
		}
		docs = append(docs, related.Doc{ID: l.ID, Title: l.Title, Lead: l.Lead, Body: l.Body})
	}
	return docs, nil
}

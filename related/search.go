package related

import (
	"math"
	"slices"
)

// Search returns the documents that answer what a reader has typed, best first.
// Words may be typed with or without diacritics: a word without any stands for
// every word that the index has and that reads so without them, as "do" does for
// đò, đo, dọ and others; pairs of words tell which is meant. A word with
// diacritics stands for itself, and only if the index does not have it for what it
// is without them.
//
// Documents with more of the words come first. Hits carry no reasons;
// [SnippetOf] shows where the words are. A nil q means the zero Query; its HalfLife
// counts from its Now.
//
// A search for words that are nearly all common has to look at documents one by one. It
// looks at the newest 16,384 of those that q keeps; of the others it finds those that
// have its rare words. Where no more have a time, it looks at all.
func (x *Index) Search(words string, q *Query) []Hit {
	if q == nil {
		q = new(Query)
	}
	s := *q
	s.Reasons = -1
	r := runs.Get().(*run)
	defer r.release()
	r.st = x.load()
	p, n := r.searchPlan(words)
	if n == 0 {
		return nil
	}
	r.start(r.st, &p)
	cands := r.searched(&p, &s)
	// The share of the words that a document has counts twice.
	for i, cs := range r.contributions(&p, p.all(), cands) {
		has, count := [maxSearchWords]bool{}, 0
		for _, c := range cs {
			t := &p.terms[c.term]
			for w := t.place.start; w <= t.place.end; w++ {
				if !has[w] {
					has[w] = true
					count++
				}
			}
		}
		share := float64(count) / float64(n)
		cands[i].total = uint32(math.Round(float64(cands[i].total) * share * share))
	}
	return s.finish(r, &p, &Doc{Title: words}, new(Sketch), nil, cands)
}

// searched returns the candidates of a search.
func (r *run) searched(p *plan, q *Query) []candidate {
	n := q.candidates(r.st.docs, p)
	if p.chosen || r.st.docs <= maxRead {
		return r.candidates(p, q, "", n)
	}
	newest := *q
	if newest.After = r.recent(q); newest.After.IsZero() {
		return r.candidates(p, q, "", n)
	}
	found := slices.Clone(r.candidates(p, &newest, "", n))
	p.chosen = true
	r.choose(p)
	if len(r.chosen) == 0 {
		return found
	}
	for _, c := range r.candidates(p, q, "", n) {
		if c.published == noTime || c.published < newest.After.Unix() {
			found = append(found, c)
		}
	}
	return found
}

// maxSearchWords is how many words of a search count.
const maxSearchWords = 32

// searchPlan makes a plan of what a reader has typed, and returns the number of
// words. The place of a term is the first and the last of its words.
func (r *run) searchPlan(typed string) (plan, int) {
	r.begin()
	words := searchWords(typed)
	df := func(k Key) (n uint32) {
		for _, v := range r.st.views {
			n += v.df(k, v.seg.lookup(k))
		}
		return n
	}
	// The variants of each word that the index has.
	forms := make([][]searchForm, len(words))
	for i, w := range words {
		add := func(runes []rune) {
			h := hashRunes(append([]rune(nil), runes...))
			if n := df(keyOf(classSyllable, h)); n > 0 {
				forms[i] = append(forms[i], searchForm{hash: h, df: n})
			}
		}
		if w.plain {
			variants(w.runes, add)
		} else if add(w.runes); len(forms[i]) == 0 {
			fold(w.runes)
			variants(w.runes, add)
		}
	}
	// Pairs tell which variants are meant.
	for i := range words {
		if i == 0 || !words[i].adjacent {
			continue
		}
		var pairs []searchForm
		for a := range forms[i-1] {
			for b := range forms[i] {
				h := hashPair(forms[i-1][a].hash, forms[i][b].hash)
				if n := df(keyOf(classPair, h)); n > 0 {
					pairs = append(pairs, searchForm{hash: h, df: n})
					forms[i-1][a].pairs += n
					forms[i][b].pairs += n
				}
			}
		}
		r.addForms(classPair, pairTerm, pairs, place{start: int32(i - 1), end: int32(i)})
	}
	for i := range words {
		r.addForms(classSyllable, syllableTerm, forms[i], place{start: int32(i), end: int32(i)})
	}
	p := r.planOf()
	p.search = true
	return p, len(words)
}

// A searchForm is something that a word or a pair of words may stand for.
type searchForm struct {
	hash  uint64
	df    uint32
	pairs uint32 // documents that have it in a pair with its neighbors, all told
}

// addForms adds the terms that a word or pair may stand for. Together they weigh
// as one term would; each of them the more, the more often it is meant.
func (r *run) addForms(class uint64, c termClass, forms []searchForm, at place) {
	total, most, pairs := uint32(0), uint32(0), uint32(0)
	for _, f := range forms {
		total += f.df
		most = max(most, f.df)
		pairs = max(pairs, f.pairs)
	}
	for _, f := range forms {
		often := float64(f.df) / float64(most)
		if pairs > 0 {
			often = float64(f.pairs) / float64(pairs)
		}
		if often > 0 {
			t := r.add(keyOf(class, f.hash), c, at)
			t.count, t.groupDF = often, min(total, uint32(r.st.docs))
		}
	}
}

// A searchWord is a word that a reader has typed.
type searchWord struct {
	runes    []rune // in lower case, composed
	plain    bool   // without diacritics
	adjacent bool
}

func searchWords(typed string) (words []searchWord) {
	var sc scanner
	for _, t := range sc.scan(nil, typed) {
		if len(words) == maxSearchWords {
			break
		}
		w := searchWord{runes: appendLower(nil, typed[t.start:t.end]), plain: true, adjacent: t.adjacent}
		for _, c := range w.runes {
			if _, ok := folded[c]; ok && c >= 0x80 {
				w.plain = false
			}
		}
		words = append(words, w)
	}
	return words
}

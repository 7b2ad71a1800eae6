package related

import (
	"math"
	"slices"
	"sync"
)

// A Key stands for a term: a syllable, a pair of adjacent syllables, or a
// feature of some [Kind]. It is a hash of 28 bits, of which there are 268 million.
//
// Two terms may share a key, and are then counted as one. It matters little: a
// document scores by some hundred terms, and the other term of a key is nearly
// always in a few documents only. 50,000 news articles have 1.3 million terms, so
// that one in two hundred shares its key; five million would have about 20 million
// (growing as they did from 10,000 articles to 50,000), one in thirteen. With keys
// of 22 bits, of which the 50,000 take one in four, answers are as good as with 28:
// MRR@10 .8525 and .8524, .7853 and .7866 by title and lead. What is said to readers,
// as reasons and in snippets, is taken from the text that was asked for.
type Key uint32

const keyBits = 28

// A Term is a term of a document and how often it stands there.
type Term struct {
	Key   Key
	Level uint8 // of its frequency, 0 to 7; see Frequency
}

// Frequency returns the term frequency that t.Level stands for: 1, 2, 3, 4 or
// about 5, 8, 12 and more.
func (t Term) Frequency() float64 { return levelFrequency[t.Level&7] }

var levelFrequency = [8]float64{1, 2, 3, 4, 5.4, 7.8, 11.5, 19}

func levelOf(tf uint32) uint8 {
	switch {
	case tf <= 4:
		return uint8(tf - 1)
	case tf <= 6:
		return 4
	case tf <= 9:
		return 5
	case tf <= 14:
		return 6
	}
	return 7
}

// classes of terms, mixed into their keys
const (
	classSyllable = iota
	classPair
	classFeature // and above: one for each of kinds
	classURL     = classFeature + uint64(len(kinds))
	classShingle = classURL + 2
)

func keyOf(class, hash uint64) Key {
	return Key(finish(hash+class*mulA) >> (64 - keyBits))
}

// A lengthClass is the length of a text in syllables on a scale of eight steps
// an octave.
type lengthClass = uint8

func lengthClassOf(syllables int) lengthClass {
	if syllables < 1 {
		syllables = 1
	}
	return lengthClass(min(math.Round(8*math.Log2(float64(syllables))), 255))
}

// lengthOf returns the length that c stands for.
func lengthOf(c lengthClass) float64 { return lengths[c] }

var lengths = func() (t [256]float64) {
	for c := range t {
		t[c] = math.Exp2(float64(c) / 8)
	}
	return t
}()

// An analyzer turns texts into terms. It keeps buffers; the zero analyzer is ready.
type analyzer struct {
	sc     scanner
	tokens []token
	counts table
	sk     sketcher
}

var analyzers = sync.Pool{New: func() any { return new(analyzer) }}

// Weights of the fields of a document: what one occurrence there counts.
const (
	titleCount = 6
	leadCount  = 3
	bodyCount  = 1
)

// terms appends the terms of d, sorted by key, and returns its length class and
// its sketch.
func (a *analyzer) terms(dst []Term, d *Doc) ([]Term, lengthClass, Sketch) {
	length, sketch := a.analyze(d)
	start := len(dst)
	for _, s := range a.counts.used {
		e := a.counts.slots[s]
		dst = append(dst, Term{Key(e.key &^ (1 << 31)), levelOf(e.n)})
	}
	slices.SortFunc(dst[start:], func(a, b Term) int { return int(a.Key) - int(b.Key) })
	return dst, length, sketch
}

// analyze counts the terms of d in a.counts, and returns its length class and its
// sketch, which is of lead and body, or of the title if there is neither.
func (a *analyzer) analyze(d *Doc) (lengthClass, Sketch) {
	a.counts.reset()
	a.tokens = a.sc.scan(a.tokens[:0], d.Title)
	lead := len(a.tokens)
	a.tokens = a.sc.scan(a.tokens, d.Lead)
	body := len(a.tokens)
	a.tokens = a.sc.scan(a.tokens, d.Body)
	n := len(a.tokens)
	a.count(a.tokens[:lead], titleCount)
	a.count(a.tokens[lead:body], leadCount)
	a.count(a.tokens[body:], bodyCount)
	text := a.tokens[lead:]
	if len(text) == 0 {
		text = a.tokens
	}
	sketch := a.sk.sketch(text)
	for _, h := range a.sk.keys {
		if h != ^uint64(0) {
			a.counts.add(keyOf(classShingle, h), 1)
		}
	}
	for i := range d.Features {
		if k, ok := a.featureKey(d.Features[i].Kind, d.Features[i].Name); ok {
			a.counts.add(k, 1)
		}
	}
	for _, s := range d.Sections {
		if k, ok := a.featureKey(KindSection, s); ok {
			a.counts.add(k, 1)
		}
	}
	if d.URL != "" {
		for _, k := range URLKeys(d.URL) {
			a.counts.add(k, 1)
		}
	}
	return lengthClassOf(n), sketch
}

// count counts the terms of one field.
func (a *analyzer) count(tokens []token, n uint32) {
	for i := range tokens {
		t := &tokens[i]
		a.counts.add(keyOf(classSyllable, t.hash), n)
		if t.adjacent {
			a.counts.add(keyOf(classPair, hashPair(tokens[i-1].hash, t.hash)), n)
		}
	}
}

// featureKey returns the key of a feature, without regard to case and spaces.
// ok is false if the kind or the name is none.
func (a *analyzer) featureKey(k Kind, name string) (key Key, ok bool) {
	code := slices.Index(kinds[:], k)
	if code < 0 {
		return 0, false
	}
	a.tokens = a.sc.scan(a.tokens[:0], name)
	if len(a.tokens) == 0 {
		return 0, false
	}
	var h uint64
	for i := range a.tokens {
		h = hashPair(h, a.tokens[i].hash)
	}
	return keyOf(classFeature+uint64(code), h), true
}

// URLKeys returns the two keys that a document has for its URL. Together they tell
// it from others.
func URLKeys(url string) [2]Key {
	url = valid(url)
	h := uint64(len(url))
	for i := range len(url) {
		h = (h ^ uint64(url[i])) * mulA
		h ^= h >> 29
	}
	return [2]Key{keyOf(classURL, h), keyOf(classURL+1, h)}
}

// A table counts keys.
type table struct {
	slots []tableSlot // a power of two, at most half full
	used  []uint32    // the slots in use, in the order of their first use
}

type tableSlot struct {
	key uint32 // 1<<31 set if in use
	n   uint32
}

func (t *table) reset() {
	for _, s := range t.used {
		t.slots[s] = tableSlot{}
	}
	t.used = t.used[:0]
}

func (t *table) add(k Key, n uint32) {
	if 2*len(t.used) >= len(t.slots) {
		t.grow()
	}
	mask := uint32(len(t.slots) - 1)
	for i := uint32(k) & mask; ; i = (i + 1) & mask {
		switch e := &t.slots[i]; e.key {
		case 0:
			*e = tableSlot{uint32(k) | 1<<31, n}
			t.used = append(t.used, i)
			return
		case uint32(k) | 1<<31:
			e.n += n
			return
		}
	}
}

// index returns the number stored with k, and stores n if there is none.
func (t *table) index(k Key, n int) int {
	if 2*len(t.used) >= len(t.slots) {
		t.grow()
	}
	mask := uint32(len(t.slots) - 1)
	for i := uint32(k) & mask; ; i = (i + 1) & mask {
		switch e := &t.slots[i]; e.key {
		case 0:
			*e = tableSlot{uint32(k) | 1<<31, uint32(n)}
			t.used = append(t.used, i)
			return n
		case uint32(k) | 1<<31:
			return int(e.n)
		}
	}
}

func (t *table) grow() {
	old := *t
	*t = table{slots: make([]tableSlot, max(1024, 2*len(old.slots))), used: make([]uint32, 0, max(512, len(old.slots)))}
	for _, s := range old.used {
		t.add(Key(old.slots[s].key&^(1<<31)), old.slots[s].n)
	}
}

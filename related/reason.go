package related

import (
	"cmp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// telling returns the numbers of the terms that reasons can name: features, the
// heaviest pairs, and single syllables that are rare. To find them in a document
// takes reading their postings, so there is a limit to these.
func (p *plan) telling() (terms []int32) {
	p.terms, p.kept = p.sort(p.terms), p.terms
	pairs, syllables := uint32(maxTelling), uint32(maxTelling/2)
	for i := range p.terms {
		switch t := &p.terms[i]; {
		case t.class == featureTerm:
		case t.class == pairTerm && !t.rare: // makes a phrase whole
		case t.class == pairTerm && t.df <= pairs:
			pairs -= t.df
		case t.class == syllableTerm && t.df <= max(p.docs/1000, 3) && t.df <= syllables:
			syllables -= t.df
		default:
			continue
		}
		terms = append(terms, int32(i))
	}
	return terms
}

// maxTelling is how many postings of pairs are read for reasons.
const maxTelling = 1 << 13

// longestPhrase is the length in bytes beyond which pairs are not joined, and
// longestWhole that to which a phrase grows to be whole.
const longestPhrase, longestWhole = 48, 64

// A teller names what documents have in common with d.
type teller struct {
	p        *plan
	an       *analyzer
	d        *Doc
	function functionWords
	df       map[Key]uint32 // in how many documents each term of p is
}

func newTeller(p *plan, d *Doc) *teller {
	t := &teller{p, analyzers.Get().(*analyzer), d, functionWordsOf(d.Lang), make(map[Key]uint32, len(p.terms))}
	for i := range p.terms {
		t.df[p.terms[i].key] = p.terms[i].df
	}
	return t
}

func (t *teller) release() { analyzers.Put(t.an) }

// A phrase is something that may be named: a feature, or words of a field.
type phrase struct {
	place place
	v     uint32 // what it adds
	kind  Kind
}

// reasons names the n strongest things that a document shares with d.
//
// Features are named as they are. Of the text it is pairs of syllables that say
// something; overlapping ones make one phrase. A single syllable is named only if
// it is rare and in none of the phrases, as a foreign name may be; one of Vietnamese
// only if it is capitalized as a name is.
func (t *teller) reasons(cs []contribution, n int) []Reason {
	phrases := t.single(cs, joined(t.pairs(cs, 16*n)))
	slices.SortStableFunc(phrases, func(a, b phrase) int { return cmp.Compare(b.v, a.v) })
	shared := map[Key]bool{}
	for _, c := range cs {
		if term := &t.p.terms[c.term]; term.class == pairTerm {
			shared[term.key] = true
		}
	}
	var out []Reason
	var said []place
	for _, x := range phrases {
		if x.kind == KindText {
			if t.complete(&x.place, shared); !t.d.trim(&x.place) || !t.loosen(&x.place) || slices.ContainsFunc(said, x.place.overlaps) {
				continue
			}
			said = append(said, x.place)
		}
		_, text := t.d.spell(x.place)
		text = norm.NFC.String(text)
		if !slices.ContainsFunc(out, func(r Reason) bool { return containsFold(r.Text, text) || containsFold(text, r.Text) }) {
			out = append(out, Reason{x.kind, text})
		}
		if len(out) == n {
			break
		}
	}
	return out
}

// pairs returns the features of contributions, and as many pairs, at most, that say
// something.
func (t *teller) pairs(cs []contribution, most int) (out []phrase) {
	pairs := 0
	for _, c := range cs {
		term := &t.p.terms[c.term]
		switch term.class {
		case featureTerm:
			kind, _ := t.d.spell(term.place)
			out = append(out, phrase{term.place, c.v, kind})
		case pairTerm:
			_, text := t.d.spell(term.place)
			if a, b := t.an.pair(text); pairs == most || t.function.has(text, a, term.place.inside) || t.function.has(text, b, true) {
				continue
			}
			pairs++
			out = append(out, phrase{term.place, uint32(float64(c.v) / pairShare), KindText})
		}
	}
	return out
}

// joined joins what overlaps or touches in one field, by where it stands.
func joined(phrases []phrase) []phrase {
	slices.SortFunc(phrases, func(a, b phrase) int {
		return cmp.Or(cmp.Compare(a.place.field, b.place.field), cmp.Compare(a.place.start, b.place.start))
	})
	out := phrases[:0]
	for _, x := range phrases {
		if k := len(out) - 1; x.kind == KindText && k >= 0 && out[k].kind == KindText &&
			out[k].place.field == x.place.field && x.place.start < out[k].place.end &&
			x.place.end-out[k].place.start <= longestPhrase {
			out[k].place.end = max(out[k].place.end, x.place.end)
			out[k].v += x.v
			continue
		}
		out = append(out, x)
	}
	return out
}

// single adds the syllables that are in none of some phrases.
func (t *teller) single(cs []contribution, phrases []phrase) []phrase {
	for _, c := range cs {
		term := &t.p.terms[c.term]
		if term.class != syllableTerm {
			continue
		}
		at := term.place
		_, text := t.d.spell(at)
		if len(text) < 4 || t.function.vietnamese && !(at.inside && isUpper(text)) || !t.d.trim(&at) || strings.Trim(text, "0123456789") == "" || t.function.has(text, t.an.one(text), at.inside) ||
			slices.ContainsFunc(phrases, func(x phrase) bool {
				_, longer := t.d.spell(x.place)
				return containsFold(longer, text)
			}) {
			continue
		}
		phrases = append(phrases, phrase{term.place, c.v, KindText})
	}
	return phrases
}

// overlaps reports whether two places in a text have a part in common.
func (p place) overlaps(q place) bool {
	return p.field == q.field && p.start < q.end && q.start < p.end
}

// strongest names the one term that counts most where reasons finds none: of a hit
// that shares common syllables only. It may be of function words where there is
// nothing else to say.
func (t *teller) strongest(cs []contribution, function bool) []Reason {
	var best, said Reason // said is nothing but function words
	var bestV, saidV uint32
	for _, c := range cs {
		term := &t.p.terms[c.term]
		kind, text := t.d.spell(term.place)
		of, v := &best, &bestV
		if kind == KindText {
			if a, b := t.an.pair(text); t.function.has(text, a, term.place.inside) && t.function.has(text, b, true) {
				of, v = &said, &saidV
			}
		}
		if c.v > *v {
			*of, *v = Reason{kind, norm.NFC.String(text)}, c.v
		}
	}
	switch {
	case bestV > 0:
		return []Reason{best}
	case saidV > 0 && function:
		return []Reason{said}
	}
	return nil
}

// complete takes into a place the syllables before and after it that both documents
// have beside those of the place, as the first of "Chủ tịch" if only the second is
// in it. Their pair stands elsewhere in the text as well.
func (t *teller) complete(at *place, shared map[Key]bool) {
	a := t.an
	text, from, first, last := a.around(t.d, at)
	joins := func(i, with int) bool {
		return a.tokens[i].adjacent && shared[a.pairAt(i)] && !t.function.has(text, a.tokens[with], a.tokens[with].adjacent)
	}
	// The outermost tokens are parts of words, but at the ends of the text.
	least, most := 1, len(a.tokens)-2
	if from == 0 {
		least = 0
	}
	if from+len(text) == len(t.d.fieldText(at.field)) {
		most++
	}
	for first > least && joins(first, first-1) && a.tokens[last].end-a.tokens[first-1].start <= longestWhole {
		first--
	}
	for last < most && joins(last+1, last+1) && a.tokens[last+1].end-a.tokens[first].start <= longestWhole {
		last++
	}
	if start, end := int32(from)+a.tokens[first].start, int32(from)+a.tokens[last].end; start < at.start || end > at.end {
		at.start, at.end = min(at.start, start), max(at.end, end)
	}
}

// around scans a place and what stands near it in its field: text, which begins at
// from. The tokens of the place are those from first to last.
func (a *analyzer) around(d *Doc, at *place) (text string, from, first, last int) {
	text = d.fieldText(at.field)
	from, to := max(0, int(at.start)-longestWhole), min(len(text), int(at.end)+longestWhole)
	text = text[from:to]
	a.tokens = a.sc.scan(a.tokens[:0], text)
	last = len(a.tokens) - 1
	for first < last && int(a.tokens[first].start) < int(at.start)-from {
		first++
	}
	for last > first && int(a.tokens[last].end) > int(at.end)-from {
		last--
	}
	return text, from, first, last
}

// pairAt returns the key of the i-th token with the one before it.
func (a *analyzer) pairAt(i int) Key {
	return keyOf(classPair, hashPair(a.tokens[i-1].hash, a.tokens[i].hash))
}

// loosen takes off a place of several syllables the first and the last one if it is a
// part of a word with what stands outside, as "thể" of "có thể gặp" is: if more than
// half of the documents that have it have it there, and twice as many as have it in the
// pair inside. It takes off short numbers as well, but not the 1 of "Quận 1". It reports
// whether two syllables are left.
func (t *teller) loosen(at *place) bool {
	a := t.an
	text, from, first, last := a.around(t.d, at)
	if first >= last {
		return true
	}
	belongs := func(i, outside, inside int) bool {
		out := t.df[a.pairAt(outside)]
		return a.tokens[outside].adjacent && 2*out > t.df[keyOf(classSyllable, a.tokens[i].hash)] && out > 2*t.df[a.pairAt(inside)]
	}
	if first > 0 && belongs(first, first, first+1) {
		first++
	}
	if last > first && last+1 < len(a.tokens) && belongs(last, last+1, last) {
		last--
	}
	of := func(i int) string { return text[a.tokens[i].start:a.tokens[i].end] }
	for first < last && isShortNumber(of(first)) {
		first++
	}
	for first < last && isShortNumber(of(last)) && !isCapitalized(of(last-1)) {
		last--
	}
	at.start, at.end = int32(from)+a.tokens[first].start, int32(from)+a.tokens[last].end
	return first < last
}

// trim takes off a place the first and the last syllable if they are only a part of
// what stands there without a space, as the 35 of 35-NQ/TW is. It reports whether
// anything is left.
func (d *Doc) trim(at *place) bool {
	text := d.fieldText(at.field)
	if r, n := utf8.DecodeLastRuneInString(text[:at.start]); n > 0 && joins(r) && isWord(utf8.DecodeLastRuneInString(text[:int(at.start)-n])) {
		i := strings.IndexByte(text[at.start:at.end], ' ')
		if i < 0 {
			return false
		}
		at.start += int32(i + 1)
	}
	if r, n := utf8.DecodeRuneInString(text[at.end:]); n > 0 && joins(r) && isWord(utf8.DecodeRuneInString(text[int(at.end)+n:])) {
		i := strings.LastIndexByte(text[at.start:at.end], ' ')
		if i < 0 {
			return false
		}
		at.end = at.start + int32(i)
	}
	return strings.TrimSpace(text[at.start:at.end]) != ""
}

// joins reports whether r makes one word of what stands before and after it.
func joins(r rune) bool { return strings.ContainsRune("-‐‑–/.,:_&@'’", r) }

// isShortNumber reports whether a syllable is a number of one or two digits.
func isShortNumber(s string) bool { return len(s) <= 2 && strings.Trim(s, "0123456789") == "" }

// isUpper reports whether s begins with a capital letter, and isCapitalized whether it
// does not go on with one either.
func isUpper(s string) bool {
	r, _ := utf8.DecodeRuneInString(s)
	return unicode.IsUpper(r)
}

func isCapitalized(s string) bool {
	_, n := utf8.DecodeRuneInString(s)
	return isUpper(s) && !isUpper(s[n:])
}

func isWord(r rune, _ int) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }

func containsFold(s, sub string) bool {
	return strings.Contains(strings.ToLower(s), strings.ToLower(sub))
}

// one returns the token of a syllable.
func (a *analyzer) one(s string) token {
	t, _ := a.pair(s)
	return t
}

// pair returns the tokens of a text of two syllables.
func (a *analyzer) pair(s string) (token, token) {
	a.tokens = a.sc.scan(a.tokens[:0], s)
	return a.tokens[0], a.tokens[len(a.tokens)-1]
}

// functionWords are syllables that say nothing on a page: they begin and end no
// phrase that is given as a reason. Scores do not know them.
type functionWords struct {
	hashes map[uint64]bool

	// In Vietnamese some are names as well, and then capitalized: Anh, Hai, Sáng.
	vietnamese bool
}

func functionWordsOf(lang string) functionWords {
	if lang == "en" || strings.HasPrefix(lang, "en-") {
		return functionWords{hashes: functionWordsEn}
	}
	return functionWords{functionWordsVi, isLang(lang, "vi")}
}

// has reports whether a token of text is a function word. inside says that it does not
// begin a sentence.
func (f functionWords) has(text string, t token, inside bool) bool {
	return f.hashes[t.hash] && !(f.vietnamese && inside && isCapitalized(text[t.start:t.end]))
}

var functionWordsVi = wordSet(`
	ai anh bà bác bạn bằng bên bị bởi các cái cần càng chị chỉ chiều cho chúng chưa có còn con cô của cùng cũng
	đã đang đây để đến đều đi đó do đối được gì giữa hai hay hcm hết hoặc hôm hơn họ khi khoảng không
	là lại làm lên lúc mà mình mỗi một mới nào nay này năm nên nếu người ngày như nhưng những nhiều nói
	ông ở phải qua ra rằng rất sang sau sáng sẽ số tại theo thì tháng thêm tối tới tp trên trong trước trưa từ
	từng tuy và vào vẫn vậy về việc viết với vì vừa xuống`)

var functionWordsEn = wordSet(`
	a about after also an and are as at be been but by can could did do does for from had has have he her him his
	how i if in into is it its may more most no not of on one only or other our out over said say says she
	so some such than that the their them then there these they this those to two up us was we were what when
	which who will with would year years you your`)

func wordSet(words string) map[uint64]bool {
	m := map[uint64]bool{}
	var sc scanner
	for _, t := range sc.scan(nil, words) {
		m[t.hash] = true
	}
	return m
}

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

// longestPhrase is the length in bytes beyond which pairs are not joined.
const longestPhrase = 48

// reasons names the n strongest things that a document shares with d.
//
// Features are named as they are. Of the text it is pairs of syllables that say
// something; overlapping ones make one phrase. A single syllable is named only if
// it is rare and in none of the phrases, as a foreign name may be.
func (p *plan) reasons(an *analyzer, d *Doc, cs []contribution, n int) []Reason {
	type span struct {
		place place
		v     uint32
		kind  Kind
		text  string
	}
	var spans []span
	function := functionWords(d.Lang)
	pairs := 0
	for _, c := range cs {
		t := &p.terms[c.term]
		switch t.class {
		case featureTerm:
			kind, text := d.spell(t.place)
			spans = append(spans, span{t.place, c.v, kind, text})
		case pairTerm:
			if pairs == 16*n {
				continue
			}
			_, text := d.spell(t.place)
			if a, b := an.pair(text); function[a.hash] || function[b.hash] {
				continue
			}
			pairs++
			spans = append(spans, span{t.place, uint32(float64(c.v) / pairShare), KindText, ""})
		}
	}
	// Join what overlaps or touches in one field, by where it stands.
	slices.SortFunc(spans, func(a, b span) int {
		return cmp.Or(cmp.Compare(a.place.field, b.place.field), cmp.Compare(a.place.start, b.place.start))
	})
	joined := spans[:0]
	for _, s := range spans {
		if k := len(joined) - 1; s.kind == KindText && k >= 0 && joined[k].kind == KindText &&
			joined[k].place.field == s.place.field && s.place.start < joined[k].place.end &&
			s.place.end-joined[k].place.start <= longestPhrase {
			joined[k].place.end = max(joined[k].place.end, s.place.end)
			joined[k].v += s.v
			continue
		}
		joined = append(joined, s)
	}
	spans = joined
	for _, c := range cs {
		t := &p.terms[c.term]
		if t.class != syllableTerm {
			continue
		}
		at := t.place
		_, text := d.spell(at)
		if len(text) < 4 || !d.trim(&at) || strings.Trim(text, "0123456789") == "" || function[an.one(text).hash] ||
			slices.ContainsFunc(spans, func(s span) bool {
				_, phrase := d.spell(s.place)
				return containsFold(phrase, text)
			}) {
			continue
		}
		spans = append(spans, span{t.place, c.v, KindText, ""})
	}
	slices.SortStableFunc(spans, func(a, b span) int { return cmp.Compare(b.v, a.v) })

	shared := map[Key]bool{}
	for _, c := range cs {
		if t := &p.terms[c.term]; t.class == pairTerm {
			shared[t.key] = true
		}
	}
	var out []Reason
	for _, s := range spans {
		if s.kind == KindText {
			if an.complete(d, &s.place, shared, function); !d.trim(&s.place) {
				continue
			}
			_, s.text = d.spell(s.place)
		}
		s.text = norm.NFC.String(s.text)
		if !slices.ContainsFunc(out, func(r Reason) bool { return containsFold(r.Text, s.text) || containsFold(s.text, r.Text) }) {
			out = append(out, Reason{s.kind, s.text})
		}
		if len(out) == n {
			break
		}
	}
	return out
}

// strongest names the one term that counts most where reasons finds none: of a hit
// that shares common syllables only. It may be of function words where there is
// nothing else to say.
func (p *plan) strongest(an *analyzer, d *Doc, cs []contribution, function bool) []Reason {
	words := functionWords(d.Lang)
	var best, said Reason // said is nothing but function words
	var bestV, saidV uint32
	for _, c := range cs {
		t := &p.terms[c.term]
		kind, text := d.spell(t.place)
		of, v := &best, &bestV
		if kind == KindText {
			if a, b := an.pair(text); words[a.hash] && words[b.hash] {
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
func (a *analyzer) complete(d *Doc, at *place, shared map[Key]bool, function map[uint64]bool) {
	text := d.fieldText(at.field)
	from, to := max(0, int(at.start)-longestPhrase), min(len(text), int(at.end)+longestPhrase)
	a.tokens = a.sc.scan(a.tokens[:0], text[from:to])
	first, last := 0, len(a.tokens)-1
	for first < last && int(a.tokens[first].start) < int(at.start)-from {
		first++
	}
	for last > first && int(a.tokens[last].end) > int(at.end)-from {
		last--
	}
	joins := func(i int, with uint64) bool {
		return a.tokens[i].adjacent && !function[with] && shared[keyOf(classPair, hashPair(a.tokens[i-1].hash, a.tokens[i].hash))]
	}
	// The outermost tokens are parts of words, but at the ends of the text.
	least, most := 1, len(a.tokens)-2
	if from == 0 {
		least = 0
	}
	if to == len(text) {
		most++
	}
	for first > least && joins(first, a.tokens[first-1].hash) && a.tokens[last].end-a.tokens[first-1].start <= longestPhrase {
		first--
	}
	for last < most && joins(last+1, a.tokens[last+1].hash) && a.tokens[last+1].end-a.tokens[first].start <= longestPhrase {
		last++
	}
	if start, end := int32(from)+a.tokens[first].start, int32(from)+a.tokens[last].end; start < at.start || end > at.end {
		at.start, at.end = min(at.start, start), max(at.end, end)
	}
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

// functionWords returns the hashes of syllables that say nothing on a page: they
// begin and end no phrase that is given as a reason. Scores do not know them.
func functionWords(lang string) map[uint64]bool {
	if lang == "en" || strings.HasPrefix(lang, "en-") {
		return functionWordsEn
	}
	return functionWordsVi
}

var functionWordsVi = wordSet(`
	ai anh bà bác bạn bằng bên bị bởi các cái cần càng chị chỉ chiều cho chúng chưa có còn con cô của cùng cũng
	đã đang đây đầu để đến đều đi điều đó do đối được em gì giữa hai hay hết hoặc hôm hơn họ khi khoảng không
	là lại làm lên lúc mà mình mỗi một mới nào nay này năm nên nếu người ngày như nhưng những nhiều nói
	ông ở phải qua ra rằng rất sang sau sáng sẽ số tại theo thì tháng thêm tối tới trên trong trước trưa từ
	từng tuy và vào vẫn vậy về việc viết với vì vừa xuống`)

var functionWordsEn = wordSet(`
	a about after also an and are as at be been but by can could did do does for from had has have he her him his
	how i if in into is it its may more most new no not of on one only or other our out over said say says she
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

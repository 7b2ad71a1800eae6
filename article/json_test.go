package article

import (
	"bytes"
	"encoding/json"
	"errors"
	"math"
	"reflect"
	"strings"
	"sync"
	"testing"
	"time"
	"unicode/utf8"
)

// inUTC makes equal times deeply equal.
func inUTC(a *Article) *Article {
	a = a.Clone()
	eachValue(reflect.ValueOf(a).Elem(), func(v reflect.Value) {
		if t, ok := v.Interface().(time.Time); ok {
			v.Set(reflect.ValueOf(t.UTC()))
		}
	})
	return a
}

func encoded(t *testing.T, a *Article) string {
	t.Helper()
	var b strings.Builder
	if err := Encode(&b, a); err != nil {
		t.Fatalf("Encode: %v", err)
	}
	return b.String()
}

func TestDecodeOfEncodeIsIdentity(t *testing.T) {
	for seed := range uint64(500) {
		m := newMaker(seed)
		m.full = seed%5 == 0
		a := m.article()
		text := encoded(t, a)
		b, err := Decode(strings.NewReader(text), nil)
		if err != nil {
			t.Fatalf("seed %d: Decode(%s): %v", seed, text, err)
		}
		if got, want := inUTC(b), inUTC(a); !reflect.DeepEqual(got, want) {
			t.Fatalf("seed %d: Decode(Encode(a)) =\n%s, want\n%s", seed, encoded(t, b), text)
		}
		if again := encoded(t, b); again != text {
			t.Fatalf("seed %d: encoded again =\n%s, want\n%s", seed, again, text)
		}
		if strings.Count(text, "\n") != 1 || !utf8.ValidString(text) {
			t.Fatalf("seed %d: Encode gives more than a line of UTF-8:\n%s", seed, text)
		}
	}
}

// The other doors of encoding/json lead to the same form.
func TestMarshal(t *testing.T) {
	for seed := range uint64(100) {
		a := newMaker(seed).article()
		var want, got any
		if err := json.Unmarshal([]byte(encoded(t, a)), &want); err != nil {
			t.Fatalf("seed %d: Encode gives no JSON: %v", seed, err)
		}
		b, err := json.Marshal(struct{ A *Article }{a})
		if err != nil {
			t.Fatal(err)
		}
		if err := json.Unmarshal(b, &got); err != nil {
			t.Fatal(err)
		}
		if !reflect.DeepEqual(got.(map[string]any)["A"], want) {
			t.Errorf("seed %d: json.Marshal gives\n%s, Encode\n%s", seed, b, encoded(t, a))
		}
		var back struct{ A *Article }
		if err := json.Unmarshal(b, &back); err != nil {
			t.Fatalf("seed %d: json.Unmarshal: %v", seed, err)
		}
		back.A.Extensions = a.Extensions // json.Marshal may escape differently in them
		if encoded(t, back.A) != encoded(t, a) {
			t.Errorf("seed %d: json.Unmarshal gives another article", seed)
		}
		b2, err := json.Marshal(*a) // not a pointer
		if err != nil {
			t.Fatal(err)
		}
		if got = nil; json.Unmarshal(b2, &got) != nil || !reflect.DeepEqual(got, want) {
			t.Errorf("seed %d: json.Marshal of a value gives\n%s", seed, b2)
		}
		b, err = json.Marshal(a.Body)
		if err != nil {
			t.Fatal(err)
		}
		var body Body
		if err := json.Unmarshal(b, &body); err != nil || !reflect.DeepEqual(body, a.Body) {
			t.Errorf("seed %d: the body %s comes back as another one (%v)", seed, b, err)
		}
	}
}

// A part of an article has the same form by itself.
func TestMarshalParts(t *testing.T) {
	for _, c := range []struct {
		x    any
		back any
		want string
	}{
		{Strong | Quotation, new(Marks), `["strong","quotation"]`},
		{Marks(0), new(Marks), `[]`},
		{Span{Text: "a", Marks: Strong}, new(Span), `{"text":"a","marks":["strong"]}`},
		{Body{&Divider{}}, new(Body), `[{"type":"divider"}]`},
		{Box{Title: "a", Body: Body{&Divider{}}}, new(Box), `{"title":"a","body":[{"type":"divider"}]}`},
	} {
		b, err := json.Marshal(c.x)
		if err != nil || string(b) != c.want {
			t.Errorf("json.Marshal(%#v) = %s, %v, want %s", c.x, b, err, c.want)
		}
		if err := json.Unmarshal(b, c.back); err != nil || !reflect.DeepEqual(reflect.ValueOf(c.back).Elem().Interface(), c.x) {
			t.Errorf("%s comes back as %#v, %v", b, c.back, err)
		}
	}
	if b, err := json.Marshal((*Article)(nil)); string(b) != "null" || err != nil {
		t.Errorf("no article is %s, %v", b, err)
	}
	if _, err := json.Marshal(Marks(1 << 15)); err == nil {
		t.Error("json.Marshal of unknown marks gives no error")
	}
	m := Strong
	if err := json.Unmarshal([]byte(`["bold"]`), &m); err == nil || m != Strong {
		t.Errorf("an unknown mark gives %v and the error %v", m, err)
	}
	if got := (Strong | Code).String(); got != "strong,code" {
		t.Errorf("String() = %q", got)
	}
}

// The order of the fields is free; blockType must find its way through nested ones.
func TestDecodeTypeLast(t *testing.T) {
	const n = 60
	in := `{"body":` + strings.Repeat(`[{"body":`, n) + `[{"text":[` + strings.Repeat(`{"id":"a"},`, 10_000) +
		`{}],"type":"paragraph"}]` + strings.Repeat(`,"type":"quote"}]`, n) + `}`
	a, err := Decode(strings.NewReader(in), nil)
	if err != nil {
		t.Fatal(err)
	}
	blocks := 0
	for range a.Blocks() {
		blocks++
	}
	if blocks != n+1 {
		t.Errorf("%d blocks, want %d", blocks, n+1)
	}
}

// Decode, Encode and Validate agree on what is too deep.
func TestDepth(t *testing.T) {
	for _, depth := range []int{maxDepth, maxDepth + 1} {
		wrap := map[string]func() *Article{
			"quotes": func() *Article {
				a := &Article{Headline: "A", Body: Body{para("a")}}
				for range depth - 1 {
					a.Body = Body{&Quote{Body: a.Body}}
				}
				return a
			},
			"sections": func() *Article {
				var s *Section
				for range depth {
					s = &Section{Name: "a", Parent: s}
				}
				return &Article{Headline: "A", Sections: []Section{*s}}
			},
			"logos of authors of pictures": func() *Article {
				img := &Image{URL: "a"}
				for range (depth - 2) / 2 {
					img = &Image{URL: "a", Credits: []Credit{{Organization: &Organization{Name: "a", Logo: img}}}}
				}
				if depth%2 == 0 {
					return &Article{Headline: "A", Body: Body{&Gallery{Images: []Image{*img}}}}
				}
				return &Article{Headline: "A", Body: Body{&Box{Title: "a", Body: Body{&Gallery{Images: []Image{*img}}}}}}
			},
		}
		for name, f := range wrap {
			a := f()
			ok := depth <= maxDepth
			if err := a.Validate(); (err == nil) != ok {
				t.Errorf("%d %s: Validate says %v", depth, name, err != nil)
			}
			data, err := a.MarshalJSON()
			if (err == nil) != ok {
				t.Errorf("%d %s: MarshalJSON says %v", depth, name, err != nil)
			}
			if ok {
				if _, err := Decode(bytes.NewReader(data), nil); err != nil {
					t.Errorf("%d %s: Decode says %v", depth, name, err)
				}
			}
		}
	}
}

// All that does not change an article may run at the same time.
func TestConcurrentReaders(t *testing.T) {
	a := newMaker(7).article()
	var wg sync.WaitGroup
	for range 4 {
		wg.Go(func() {
			a.Validate()
			a.Review()
			a.Clone()
			a.MarshalJSON()
			for range a.Blocks() {
			}
			a.Body.Text()
		})
	}
	wg.Wait()
}

func TestDecodeErrors(t *testing.T) {
	for _, c := range []struct{ in, path, text string }{
		{``, "", "ends where an object"},
		{`[]`, "", "a list where an object"},
		{`null`, "", "null where an object"},
		{`{} {}`, "", "more data"},
		{"\ufeff\ufeff{}", "", "where an object"},
		{" \ufeff{}", "", "where an object"},
		{`{"headline":"a"},`, "", "more data"},
		{`{"headline":"a"`, "", "ends where ',' or '}'"},
		{`{"headline":"a",}`, "", "'}' where a field name"},
		{`{headline:"a"}`, "", "'h' where a field name"},
		{`{"headline" "a"}`, "headline", "a string where ':'"},
		{`{"headlines":"a"}`, "headlines", "unknown field"},
		{`{"Headline":"a"}`, "Headline", "unknown field"},
		{`{"headline":"a","headline":"b"}`, "headline", "twice"},
		{`{"headline":null}`, "headline", "null where a string"},
		{`{"headline":1}`, "headline", "a number where a string"},
		{`{"headline":"a` + "\n" + `"}`, "headline", "control character"},
		{`{"headline":"\q"}`, "headline", "wrong escape"},
		{`{"headline":"\u12g4"}`, "headline", `wrong \u escape`},
		{`{"headline":"\ud800"}`, "headline", `wrong \u escape`},
		{`{"headline":"\ud800\u0041"}`, "headline", `wrong \u escape`},
		{`{"headline":"\udc00\ud800"}`, "headline", `wrong \u escape`},
		{`{"headline":"\u12`, "headline", `wrong \u escape`},
		{`{"headline":"abc`, "headline", "ends where the end of a string"},
		{`{"headline":"abc\`, "headline", "ends where the end of a string"},
		{"{\"headline\":\"\xff\"}", "", "not UTF-8"},
		{`{"version":1.5}`, "version", "1.5 is no whole number"},
		{`{"version":01}`, "", "a number where ',' or '}'"},
		{`{"version":9223372036854775808}`, "version", "no whole number"},
		{`{"version":1e19}`, "version", "no whole number"},
		{`{"version":1e400}`, "version", "no whole number"},
		{`{"version":1e-3}`, "version", "no whole number"},
		{`{"version":-}`, "version", "'}' where a digit"},
		{`{"version":"1"}`, "version", "a string where a number"},
		{`{"version":1.}`, "version", "'}' where a digit"},
		{`{"version":1e}`, "version", "'}' where a digit"},
		{`{"access":{"paid":1}}`, "access.paid", "a number where true or false"},
		{`{"access":{"paid":tru}}`, "access.paid", "'t' where true or false"},
		{`{"published":"2022-10-07"}`, "published", "no RFC 3339 time"},
		{`{"published":"2022-10-07T10:00:00"}`, "published", "no RFC 3339 time"},
		{`{"published":"2022-10-07T10:00:00+0700"}`, "published", "no RFC 3339 time"},
		{`{"published":"2022-10-07T25:00:00Z"}`, "published", "no RFC 3339 time"},
		{`{"published":"2022-10-07T1:00:00Z"}`, "published", "no RFC 3339 time"},
		{`{"published":1665136800}`, "published", "a number where a time"},
		{`{"body":{}}`, "body", "an object where a list"},
		{`{"body":[null]}`, "body[0]", "null where an object"},
		{`{"body":[{}]}`, "body[0]", `no "type"`},
		{`{"body":[{"text":[]}]}`, "body[0]", `no "type"`},
		{`{"body":[{"type":"Paragraph","text":[]}]}`, "body[0]", `unknown type "Paragraph"`},
		{`{"body":[{"type":1}]}`, "body[0].type", "a number where a type of block"},
		{`{"body":[{"type":"divider","type":"divider"}]}`, "body[0].type", "twice"},
		{`{"body":[{"type":"divider"},{"type":"paragraph"}]}`, "body[1]", `"text" is missing`},
		{`{"body":[{"type":"paragraph","text":"a"}]}`, "body[0].text", "a string where a list"},
		{`{"body":[{"type":"paragraph","text":[{"text":"a","bold":true}]}]}`, "body[0].text[0].bold", "unknown field"},
		{`{"body":[{"type":"paragraph","text":[{"marks":["bold"]}]}]}`, "body[0].text[0].marks[0]", `unknown mark "bold"`},
		{`{"body":[{"type":"paragraph","text":[{"marks":["strong","strong"]}]}]}`, "body[0].text[0].marks[1]", "twice"},
		{
			`{"body":[{"type":"divider"},{"type":"video","sources":[],"poster":{"url":"a","width":"9"}}]}`,
			"body[1].poster.width", "a string where a number",
		},
		{`{"body":[{"poster":{"url":"a","width":9.5},"sources":[],"type":"video"}]}`, "body[0].poster.width", "no whole number"},
		{`{"hero":{"type":"image","url":"a","type":"image"}}`, "hero.type", "twice"},
		{`{"hero":{"url":"a"}}`, "hero", `no "type"`},
		{`{"source":{"name":"a","logo":{"type":"image","url":"a"}}}`, "source.logo.type", "unknown field"},
		{`{"live":{"updates":[{"id":"1","published":"2022-10-07T10:00:00Z","body":[{"type":"x"}]}]}}`, "live.updates[0].body[0]", "unknown type"},
		{`{"extensions":{"a":}}`, "extensions.a", "'}' where a value"},
		{`{"extensions":{"a":1,"a":2}}`, "extensions.a", "twice"},
		{`{"extensions":{"a":[1,]}}`, "extensions.a[1]", "']' where a value"},
		{`{"extensions":{"a":nul}}`, "extensions.a", "'n' where a value"},
		{`{"extensions":[]}`, "extensions", "a list where an object"},
	} {
		_, err := Decode(strings.NewReader(c.in), nil)
		var de *DecodeError
		if !errors.As(err, &de) {
			t.Errorf("Decode(%s) = %v, want a DecodeError", c.in, err)
			continue
		}
		if de.Path != c.path || !strings.Contains(de.Err.Error(), c.text) {
			t.Errorf("Decode(%s) = %q at %q, want %q at %q", c.in, de.Err, de.Path, c.text, c.path)
		}
		if de.Offset < 0 || de.Offset > int64(len(c.in)) {
			t.Errorf("Decode(%s): offset %d", c.in, de.Offset)
		}
	}
}

func TestDecodeAccepts(t *testing.T) {
	for _, c := range []struct{ in, want string }{
		{" {\t} \r\n", `{}`},
		{"\ufeff{}", `{}`},
		{`{"headline":"\u0111\/\"\\\b\f\n\r\t\ud83d\ude00\ufffd` + "\x7f" + `"}`, `{"headline":"đ/\"\\\u0008\u000C\n\r\t😀�\u007F"}`},
		{`{"body":[{"text":[{"text":"a"}],"type":"paragraph"}]}`, `{"body":[{"type":"paragraph","text":[{"text":"a"}]}]}`},
		{`{"body":[{"items":[[{"text":[],"type":"paragraph"}],[]],"type":"list"}]}`, `{"body":[{"type":"list","items":[[{"type":"paragraph","text":[]}],[]]}]}`},
		{`{"extensions":{"b":{ "x" : [ 1.50, null ] },"a":"\u0111"}}`, `{"extensions":{"a":"\u0111","b":{"x":[1.50,null]}}}`},
		{`{"published":"2022-10-07T10:00:00.250+07:00"}`, `{"published":"2022-10-07T10:00:00.25+07:00"}`},
		{`{"published":"2022-10-07t10:00:00z"}`, `{"published":"2022-10-07T10:00:00Z"}`},
		{`{"version":1e3,"rights":{"year":2022.0}}`, `{"version":1000,"rights":{"year":2022}}`},
		{`{"publisher":{}}`, `{}`},
		{`{"headline":"","lead":[],"version":0}`, `{}`},
		{`{"hero":{"type":"audio","sources":[],"duration":62.5}}`, `{"hero":{"type":"audio","sources":[],"duration":62.5}}`},
	} {
		a, err := Decode(strings.NewReader(c.in), nil)
		if err != nil {
			t.Errorf("Decode(%s): %v", c.in, err)
			continue
		}
		if got := strings.TrimSpace(encoded(t, a)); got != c.want {
			t.Errorf("Decode(%s) is\n%s, want\n%s", c.in, got, c.want)
		}
	}
}

func TestDecodeLimits(t *testing.T) {
	nested := func(n int) string {
		return `{"body":` + strings.Repeat(`[{"type":"quote","body":`, n) + `[]` + strings.Repeat(`}]`, n) + `}`
	}
	for _, c := range []struct {
		name string
		in   string
		lim  *Limits
		want error
	}{
		{"size at the limit", `{"headline":"a"}`, &Limits{Bytes: 16}, nil},
		{"size", `{"headline":"a"}`, &Limits{Bytes: 15}, ErrTooLarge},
		{"size by default", `{"headline":"` + strings.Repeat("a", 4<<20) + `"}`, nil, ErrTooLarge},
		{"no limit of size", `{"headline":"a"}`, &Limits{Bytes: math.MaxInt64}, nil},
		{"depth at the limit", nested(maxDepth), nil, nil},
		{"depth", nested(maxDepth + 1), nil, ErrTooDeep},
		{"depth asked for", nested(3), &Limits{Depth: 2}, ErrTooDeep},
		{"depth can't be raised", nested(maxDepth + 1), &Limits{Depth: 1000}, ErrTooDeep},
		{"depth of very many", nested(150_000), nil, ErrTooDeep},
		{"depth of sections", `{"sections":[` + strings.Repeat(`{"name":"a","parent":`, 65) + `{"name":"a"}` + strings.Repeat("}", 65) + `]}`, nil, ErrTooDeep},
		{"depth of extensions", `{"extensions":{"a":` + strings.Repeat("[", 100_000) + strings.Repeat("]", 100_000) + `}}`, nil, ErrTooDeep},
		{"blocks", `{"body":[` + strings.Repeat(`{"type":"divider"},`, 100_000) + `{"type":"divider"}]}`, nil, ErrTooComplex},
		{"blocks asked for", `{"body":[{"type":"divider"},{"type":"divider"}]}`, &Limits{Blocks: 3}, nil},
		{"too many blocks", `{"body":[{"type":"divider"},{"type":"divider"}]}`, &Limits{Blocks: 2}, ErrTooComplex},
	} {
		_, err := Decode(strings.NewReader(c.in), c.lim)
		if !errors.Is(err, c.want) {
			t.Errorf("%s: error %.200v, want %v", c.name, err, c.want)
		}
	}
	if _, err := Decode(brokenReader{}, nil); err != errPaper {
		t.Errorf("the error of the reader comes back as %v", err)
	}
}

type brokenReader struct{}

var errPaper = errors.New("no paper")

func (brokenReader) Read([]byte) (int, error) { return 0, errPaper }

// What has no JSON form is a Fault, and nothing is written.
func TestEncodeFaults(t *testing.T) {
	for _, c := range []struct {
		a          Article
		path, code string
	}{
		{Article{Body: Body{&Divider{}, nil}}, "body[1]", "nil-block"},
		{Article{Body: Body{(*Divider)(nil)}}, "body[0]", "nil-block"},
		{Article{Hero: (*Image)(nil)}, "hero", "nil-block"},
		{Article{Published: time.Date(12345, 1, 1, 0, 0, 0, 0, time.UTC)}, "published", "bad-time"},
		{Article{Hero: &Audio{Duration: Seconds(math.Inf(1))}}, "hero.duration", "bad-number"},
		{Article{Lead: Text{{Marks: 1 << 15}}}, "lead[0].marks", "bad-marks"},
		{Article{Extensions: map[string]json.RawMessage{"a": []byte("{")}}, "extensions", "bad-extension"},
		{*cyclic(), "", "too-deep"},
	} {
		var b bytes.Buffer
		err := Encode(&b, &c.a)
		var f *Fault
		if !errors.As(err, &f) || f.Code != c.code || c.path != "" && f.Path != c.path {
			t.Errorf("Encode gives %v, want %s at %s", err, c.code, c.path)
		}
		if b.Len() > 0 {
			t.Errorf("Encode writes %q before the error", &b)
		}
	}
}

func TestEncodeNothing(t *testing.T) {
	var b strings.Builder
	var f *Fault
	if err := Encode(&b, nil); !errors.As(err, &f) || f.Code != "nil-article" || b.Len() > 0 {
		t.Errorf("Encode of nil writes %q and gives %v", b.String(), err)
	}
}

// The local mean time of Hà Nội was 7:03:30 ahead of Greenwich's.
func TestEncodeZoneWithSeconds(t *testing.T) {
	at := time.Date(1900, 1, 1, 12, 0, 0, 0, time.FixedZone("", 7*3600+3*60+30))
	a, err := Decode(strings.NewReader(encoded(t, &Article{Published: at})), nil)
	if err != nil || !a.Published.Equal(at) {
		t.Errorf("%v comes back as %v (%v)", at, a.Published, err)
	}
}

// firstDifference shows where got and want part.
func firstDifference(got, want string) string {
	i := 0
	for i < min(len(got), len(want)) && got[i] == want[i] {
		i++
	}
	part := func(s string) string { return strings.ToValidUTF8(s[max(i-80, 0):min(i+80, len(s))], "?") }
	return "got  …" + part(got) + "…\nwant …" + part(want) + "…"
}

func FuzzDecode(f *testing.F) {
	for seed := range uint64(100) { // small ones: large ones take long to minimize
		m := newMaker(seed)
		b := blockTypes[seed%uint64(len(blockTypes))]
		x := reflect.New(reflect.TypeOf(b.zero).Elem())
		m.deep = 5
		m.fill(x.Elem())
		data, err := (&Article{Body: Body{x.Interface().(Block)}}).MarshalJSON()
		if err != nil {
			f.Fatal(err)
		}
		if len(data) < 400 {
			f.Add(data)
		}
	}
	f.Add([]byte(`{"published":"2022-10-07T10:00:00+07:00","slug":"a","sections":[{"name":"a","parent":{"name":"b"}}]}`))
	f.Add([]byte(`{"body":[{"text":[],"type":"paragraph"}],"extensions":{"a":{"b":1,"b":2}}}`))
	f.Fuzz(func(t *testing.T, data []byte) {
		a, err := Decode(bytes.NewReader(data), nil)
		if err != nil {
			return
		}
		if !json.Valid(bytes.TrimPrefix(data, []byte("\ufeff"))) { // the second opinion
			t.Fatalf("Decode accepts %q, which is no JSON", data)
		}
		text := encoded(t, a)
		b, err := Decode(strings.NewReader(text), nil)
		if err != nil {
			t.Fatalf("Decode(%s): %v", text, err)
		}
		if again := encoded(t, b); again != text {
			t.Fatalf("encoded again:\n%s, want\n%s", again, text)
		}
		c := b.Clone()
		c.Normalize()
		once := encoded(t, c)
		if d, err := b.Checked(); (err == nil) != (c.Validate() == nil) || err == nil && encoded(t, d) != once {
			t.Fatalf("Checked gives %v: %s", err, firstDifference(encoded(t, d), once))
		}
		c.Normalize()
		if twice := encoded(t, c); once != twice {
			t.Fatalf("normalized twice:\n%s", firstDifference(twice, once))
		}
		b.Validate()
		b.Review()
	})
}

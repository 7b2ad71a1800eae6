package render

import (
	"bytes"
	"encoding/json"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"iter"
	"runtime"
	"strings"
	"testing"
	"time"
	"unicode/utf8"

	"github.com/toasoan/toasoan/article"
)

// files is a folder in memory.
type files map[string]*bytes.Buffer

type memFile struct{ *bytes.Buffer }

func (memFile) Close() error { return nil }

func (f files) create(name string) (io.WriteCloser, error) {
	f[name] = new(bytes.Buffer)
	return memFile{f[name]}, nil
}

var day = time.Date(2026, 11, 20, 8, 0, 0, 0, vietnam)

func manyURLs(n int) iter.Seq2[URL, error] {
	return func(yield func(URL, error) bool) {
		for i := range n {
			if !yield(URL{Loc: fmt.Sprintf("https://bao.example/%d.html", i), LastMod: day.Add(time.Duration(i) * time.Second)}, nil) {
				return
			}
		}
	}
}

func TestSitemapSplits(t *testing.T) {
	f := files{}
	s := &Sitemap{BaseURL: "https://bao.example/maps", Create: f.create}
	entries, parts, err := s.Write(manyURLs(100_001))
	if err != nil || entries != 100_001 || parts != 3 {
		t.Fatalf("Write = %d, %d, %v, want 100001 entries in 3 parts", entries, parts, err)
	}
	for name, want := range map[string]int{"sitemap-1.xml": 50_000, "sitemap-2.xml": 50_000, "sitemap-3.xml": 1} {
		if got := strings.Count(f[name].String(), "<loc>"); got != want {
			t.Errorf("%s has %d entries, want %d", name, got, want)
		}
	}
	var index struct {
		Parts []struct {
			Loc     string `xml:"loc"`
			LastMod string `xml:"lastmod"`
		} `xml:"sitemap"`
	}
	if err := xml.Unmarshal(f["sitemap.xml"].Bytes(), &index); err != nil {
		t.Fatal(err)
	}
	if len(index.Parts) != 3 || index.Parts[2].Loc != "https://bao.example/maps/sitemap-3.xml" ||
		index.Parts[0].LastMod != day.Add(49_999*time.Second).Format(machineTime) {
		t.Errorf("index = %+v", index)
	}
}

// A sitemap may have 50 MiB; long addresses with pictures reach that before
// 50,000 entries.
func TestSitemapSplitsBySize(t *testing.T) {
	long := "https://bao.example/" + strings.Repeat("a", 2000)
	images := make([]string, 20)
	for i := range images {
		images[i] = fmt.Sprintf("%s/%d.jpg", long, i)
	}
	urls := func(yield func(URL, error) bool) {
		for range 1500 {
			if !yield(URL{Loc: long, Images: images}, nil) {
				return
			}
		}
	}
	f := files{}
	s := &Sitemap{BaseURL: "https://bao.example/", Create: f.create, Extensions: []SitemapExtension{SitemapImages}}
	entries, parts, err := s.Write(urls)
	if err != nil || entries != 1500 || parts != 2 {
		t.Fatalf("Write = %d, %d, %v, want 1500 entries in 2 parts", entries, parts, err)
	}
	n := 0
	for name, b := range f {
		if b.Len() > maxSitemapBytes {
			t.Errorf("%s has %d bytes", name, b.Len())
		}
		n += strings.Count(b.String(), "<url>")
	}
	if n != 1500 {
		t.Errorf("%d entries in the files, want 1500", n)
	}
}

func TestSitemapFull(t *testing.T) {
	n, err := WriteSitemap(io.Discard, manyURLs(50_001))
	if n != 50_000 || !errors.Is(err, ErrSitemapFull) {
		t.Errorf("WriteSitemap = %d, %v, want 50000 and ErrSitemapFull", n, err)
	}
}

func TestSitemapLeavesOut(t *testing.T) {
	urls := func(yield func(URL, error) bool) {
		_ = yield(URL{Loc: "/relative"}, nil) && yield(URL{Loc: "javascript:alert(1)"}, nil) && yield(URL{Loc: "https://bao.example/"}, nil)
	}
	f := files{}
	var left []string
	s := &Sitemap{BaseURL: "https://bao.example/", Create: f.create, LeftOut: func(u URL, err error) {
		if !errors.Is(err, ErrNoURL) {
			t.Errorf("LeftOut(%q) with %v", u.Loc, err)
		}
		left = append(left, u.Loc)
	}}
	if n, _, err := s.Write(urls); n != 1 || err != nil || len(left) != 2 {
		t.Errorf("Write = %d, %v, left out %q", n, err, left)
	}
	s.LeftOut = nil
	if _, _, err := s.Write(urls); !errors.Is(err, ErrNoURL) {
		t.Errorf("Write without LeftOut = %v, want ErrNoURL", err)
	}
}

func TestSequenceErrors(t *testing.T) {
	broken := errors.New("database away")
	urls := func(yield func(URL, error) bool) {
		_ = yield(URL{Loc: "https://bao.example/"}, nil) && yield(URL{}, broken)
	}
	f := files{}
	if _, _, err := (&Sitemap{BaseURL: "https://bao.example/", Create: f.create}).Write(urls); !errors.Is(err, broken) {
		t.Errorf("Sitemap.Write = %v", err)
	}
	if _, err := WriteSitemap(io.Discard, urls); !errors.Is(err, broken) {
		t.Errorf("WriteSitemap = %v", err)
	}
	docs := func(yield func(*Document, error) bool) { yield(nil, broken) }
	if err := testFeed().WriteRSS(io.Discard, docs); !errors.Is(err, broken) {
		t.Errorf("WriteRSS = %v", err)
	}
}

func TestNewsSitemap(t *testing.T) {
	news := func(age time.Duration) URL {
		return URL{Loc: "https://bao.example/", News: &News{Publication: "Báo", Lang: "vi", Title: "x", Published: day.Add(-age)}}
	}
	urls := func(yield func(URL, error) bool) {
		for range 1001 {
			if !yield(news(time.Hour), nil) {
				return
			}
		}
		_ = yield(news(49*time.Hour), nil) && yield(URL{Loc: "https://bao.example/"}, nil)
	}
	why := map[error]int{}
	n, err := WriteNewsSitemap(io.Discard, day, urls, func(_ URL, err error) {
		for _, e := range []error{ErrTooOld, ErrSitemapFull, ErrNoDate} {
			if errors.Is(err, e) {
				why[e]++
			}
		}
	})
	if n != 1000 || err != nil || why[ErrSitemapFull] != 1 || why[ErrTooOld] != 1 || why[ErrNoDate] != 1 {
		t.Errorf("WriteNewsSitemap = %d, %v, left out %v", n, err, why)
	}
}

// Nothing is published that may not be shown.
func TestNotToBeShown(t *testing.T) {
	r := testRenderer()
	doc := func(change func(a *article.Article)) *Document {
		a := &article.Article{ID: "x", URL: "/x.html", Headline: "x", Published: day.Add(-time.Hour)}
		change(a)
		d, err := r.Prepare(a)
		if err != nil {
			t.Fatal(err)
		}
		return d
	}
	for _, test := range []struct {
		name                string
		doc                 *Document
		sitemap, feed, news bool // without a clock, but for news
		visible             bool // by Visible
	}{
		{"usable", doc(func(*article.Article) {}), true, true, true, true},
		{"draft", doc(func(a *article.Article) { a.Status = article.StatusDraft }), false, false, false, false},
		{"withheld", doc(func(a *article.Article) { a.Status = article.StatusWithheld }), false, false, false, false},
		{"canceled", doc(func(a *article.Article) { a.Status = article.StatusCanceled }), false, false, false, false},
		{"under embargo", doc(func(a *article.Article) { a.EmbargoedUntil = day.Add(time.Hour) }), true, true, false, false},
		{"expired", doc(func(a *article.Article) { a.Expires = day }), true, true, false, false},
		{"of tomorrow", doc(func(a *article.Article) { a.Published = day.Add(time.Hour) }), true, true, false, true},
		{"original elsewhere", doc(func(a *article.Article) {
			a.Source = &article.Source{Name: "y", URL: "https://b.example/", Canonical: true}
		}), false, true, false, true},
	} {
		docs := Documents(test.doc)
		n, _ := WriteSitemap(io.Discard, SitemapURLs(docs))
		if n == 1 != test.sitemap {
			t.Errorf("%s: %d entries in the sitemap", test.name, n)
		}
		n, err := WriteNewsSitemap(io.Discard, day, SitemapURLs(docs), nil)
		if n == 1 != test.news || err != nil {
			t.Errorf("%s: %d entries in the news sitemap, %v", test.name, n, err)
		}
		var b bytes.Buffer
		if err := testFeed().WriteRSS(&b, docs); err != nil || strings.Contains(b.String(), "<item>") != test.feed {
			t.Errorf("%s: feed %v\n%s", test.name, err, b.String())
		}
		shown := 0
		for range Visible(docs, day) {
			shown++
		}
		if shown == 1 != test.visible {
			t.Errorf("%s: Visible gives %d documents", test.name, shown)
		}
	}
}

// A sitemap without an address has no form that the schema allows, and neither
// has an index. A news sitemap may run empty.
func TestEmptySitemaps(t *testing.T) {
	refused := SitemapURLs(Documents(new(Document)))
	for name, urls := range map[string]iter.Seq2[URL, error]{"nil": nil, "of no documents": SitemapURLs(nil), "of what is refused": refused} {
		var b bytes.Buffer
		if name != "of what is refused" { // which is an error of its own
			if n, err := WriteSitemap(&b, urls, SitemapImages); n != 0 || !errors.Is(err, ErrSitemapEmpty) || b.Len() > 0 {
				t.Errorf("%s: WriteSitemap = %d, %v, %q", name, n, err, b.String())
			}
			if err := WriteSitemapIndex(&b, urls); !errors.Is(err, ErrSitemapEmpty) || b.Len() > 0 {
				t.Errorf("%s: WriteSitemapIndex = %v, %q", name, err, b.String())
			}
		}
		f := files{}
		s := &Sitemap{BaseURL: "https://bao.example/", Create: f.create, LeftOut: func(URL, error) {}}
		if n, parts, err := s.Write(urls); n != 0 || parts != 0 || !errors.Is(err, ErrSitemapEmpty) || len(f) > 0 {
			t.Errorf("%s: Write = %d, %d, %v, %d files", name, n, parts, err, len(f))
		}
		n, err := WriteNewsSitemap(&b, day, urls, func(URL, error) {})
		const want = xmlHeader + `<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:news="http://www.google.com/schemas/sitemap-news/0.9">` + "\n</urlset>\n"
		if n != 0 || err != nil || b.String() != want {
			t.Errorf("%s: WriteNewsSitemap = %d, %v, %q", name, n, err, b.String())
		}
	}
}

// What is not there is an error or nothing, never a panic.
func TestNil(t *testing.T) {
	if _, err := (&Renderer{}).Prepare(nil); err == nil {
		t.Error("Prepare(nil) gives no error")
	}
	for range Documents(nil, nil) {
		t.Error("Documents yields nil")
	}
	if !LastModified(nil).IsZero() {
		t.Error("LastModified(nil) is a time")
	}
	if _, err := (&Email{Documents: []*Document{nil}}).HTML(); !errors.Is(err, ErrNoURL) {
		t.Errorf("Email of nil: %v", err)
	}
	if err := testFeed().WriteRSS(io.Discard, nil); err != nil {
		t.Errorf("WriteRSS of no sequence: %v", err)
	}
	if err := testFeed().WriteRSS(io.Discard, Visible(nil, day)); err != nil {
		t.Errorf("WriteRSS of what is visible of no sequence: %v", err)
	}
	if (&Page{}).HTML() != (&Page{Document: new(Document)}).HTML() || (&Page{}).Response() == nil {
		t.Error("a page without a document is not an empty one")
	}
	if _, _, err := (&Sitemap{BaseURL: "https://bao.example/"}).Write(nil); err == nil {
		t.Error("a Sitemap without Create gives no error")
	}
	if _, err := WriteNewsSitemap(io.Discard, day, one(URL{Loc: "/relative"}), nil); !errors.Is(err, ErrNoURL) {
		t.Errorf("WriteNewsSitemap of a relative address: %v", err)
	}
}

// Strings that no article holds come from the caller's database: whatever is in
// them, the outputs are well-formed.
func TestCallersStrings(t *testing.T) {
	const bad = "B\xff\x00<&\"'\u2028]]>\ufffe"
	r := &Renderer{Site: Site{
		Name: bad, URL: "https://bao.example/", Publisher: article.Organization{Name: bad}, TwitterSite: bad, Feeds: []FeedLink{{bad, "/x", bad}},
		Image: &article.Image{URL: "/i.png", Alt: bad, Caption: article.Plain(bad), Credits: []article.Credit{{Name: bad}}, MediaType: bad},
	}, Labels: &Labels{By: bad, Home: bad}}
	d, err := r.Prepare(&article.Article{ID: "1", URL: "/x.html", Headline: "x", Published: day})
	if err != nil {
		t.Fatal(err)
	}
	f := &Feed{Title: bad, Description: bad, URL: "https://bao.example/", Copyright: bad}
	var rss, atom, feed, news, video bytes.Buffer
	err = errors.Join(f.WriteRSS(&rss, Documents(d)), f.WriteAtom(&atom, Documents(d)), f.WriteJSON(&feed, Documents(d)))
	_, err2 := WriteNewsSitemap(&news, day, SitemapURLs(Documents(d)), nil)
	_, err3 := WriteSitemap(&video, one(URL{Loc: "https://bao.example/", Videos: []SitemapVideo{{Thumbnail: "https://bao.example/i.png", Title: bad, Description: bad, Content: "https://bao.example/v.mp4"}}}), SitemapVideos)
	if err = errors.Join(err, err2, err3); err != nil {
		t.Fatal(err)
	}
	for what, b := range map[string][]byte{"RSS": rss.Bytes(), "Atom": atom.Bytes(), "news": news.Bytes(), "video": video.Bytes()} {
		if err := xml.Unmarshal(b, new(struct{})); err != nil {
			t.Errorf("%s: %v\n%s", what, err, b)
		}
	}
	page := string((&Page{Document: d, Related: []Teaser{{URL: "/y", Title: bad, Reason: bad}}}).HTML())
	list := string((&Listing{Renderer: r, Title: bad, URL: "/muc/"}).HTML())
	if !json.Valid(feed.Bytes()) || !utf8.ValidString(page) || !utf8.ValidString(list) || strings.Contains(page+list, bad) {
		t.Error("an output is not well-formed")
	}
	if !strings.Contains(page, "Bỏ qua để xem nội dung") {
		t.Error("an empty label is not the language's own")
	}
}

// Feeds and sitemaps are written in constant memory: ten times the entries take
// no more of it.
func TestConstantMemory(t *testing.T) {
	if raceEnabled {
		t.Skip("the race detector has a memory of its own")
	}
	d, err := testRenderer().Prepare(goldenArticles(t)["full"])
	if err != nil {
		t.Fatal(err)
	}
	docs := func(n int) iter.Seq2[*Document, error] {
		return func(yield func(*Document, error) bool) {
			for range n {
				if !yield(d, nil) {
					return
				}
			}
		}
	}
	for name, write := range map[string]func(n int, w io.Writer) error{
		"sitemap": func(n int, w io.Writer) error {
			s := &Sitemap{BaseURL: "https://bao.example/", Create: func(string) (io.WriteCloser, error) { return nopCloser{w}, nil }}
			_, _, err := s.Write(manyURLs(100 * n))
			return err
		},
		"RSS":       func(n int, w io.Writer) error { return testFeed().WriteRSS(w, docs(n)) },
		"Atom":      func(n int, w io.Writer) error { return testFeed().WriteAtom(w, docs(n)) },
		"JSON Feed": func(n int, w io.Writer) error { return testFeed().WriteJSON(w, docs(n)) },
	} {
		largest := func(n int) uint64 {
			peak := &peakWriter{}
			if err := write(n, peak); err != nil {
				t.Fatal(err)
			}
			return peak.heap
		}
		few, many := largest(100), largest(1000)
		if many > few+(1<<20) {
			t.Errorf("%s: %d bytes of heap in use with 100 entries, %d with 1000", name, few, many)
		}
	}
}

type nopCloser struct{ io.Writer }

func (nopCloser) Close() error { return nil }

// A peakWriter notes the largest heap at a write, after a collection.
type peakWriter struct {
	heap uint64
	n    int
}

func (w *peakWriter) Write(p []byte) (int, error) {
	if w.n++; w.n%50 == 1 {
		runtime.GC()
		var m runtime.MemStats
		runtime.ReadMemStats(&m)
		w.heap = max(w.heap, m.HeapAlloc)
	}
	return len(p), nil
}

// An error of a file names it.
func TestSitemapFileErrors(t *testing.T) {
	full := errors.New("disk full")
	for _, name := range []string{"tin-1.xml", "tin.xml"} {
		for _, failing := range []string{"create", "write", "close"} {
			s := &Sitemap{BaseURL: "https://bao.example/", Name: "tin", Create: func(n string) (io.WriteCloser, error) {
				if n != name {
					return brokenFile{}, nil
				}
				return brokenFile{failing, full}, map[bool]error{failing == "create": full}[true]
			}}
			if _, _, err := s.Write(manyURLs(3)); !errors.Is(err, full) || !strings.Contains(err.Error(), "sitemap: "+name) {
				t.Errorf("%s, %s: %v", failing, name, err)
			}
		}
	}
}

// A brokenFile fails at one of the things that are done to it.
type brokenFile struct {
	at  string
	err error
}

func (f brokenFile) Write(p []byte) (int, error) {
	if f.at == "write" {
		return 0, f.err
	}
	return len(p), nil
}

func (f brokenFile) Close() error {
	if f.at == "close" {
		return f.err
	}
	return nil
}

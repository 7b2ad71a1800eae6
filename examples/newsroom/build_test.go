package main

import (
	"bytes"
	"compress/gzip"
	"fmt"
	"html"
	"io"
	"io/fs"
	"maps"
	"net/url"
	"os"
	"path"
	"path/filepath"
	"reflect"
	"regexp"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/toasoan/toasoan/a11y"
	"github.com/toasoan/toasoan/article"
)

const testBase = "https://bao.example"

// buildTest builds a site and fails the test for every article that is left
// out.
func buildTest(t *testing.T, src source) (*site, fs.FS) {
	t.Helper()
	dir := t.TempDir()
	b := builder{src: src, base: testBase, report: func(err error) { t.Error(err) }, progress: func(float64) {}}
	s, err := b.build(dir)
	if err != nil {
		t.Fatal(err)
	}
	return s, os.DirFS(dir)
}

// sampleSite is the site of the samples, built once for the tests that only
// read it.
var sampleSite = sync.OnceValues(func() (fs.FS, error) {
	dir, err := os.MkdirTemp("", "newsroom-test-")
	if err != nil {
		return nil, err
	}
	sampleDir = dir
	var bad []error
	b := builder{src: samples{}, base: testBase, report: func(err error) { bad = append(bad, err) }, progress: func(float64) {}}
	if _, err := b.build(dir); err != nil {
		return nil, err
	}
	if len(bad) > 0 {
		return nil, bad[0]
	}
	return os.DirFS(dir), nil
})

var sampleDir string

func TestMain(m *testing.M) {
	code := m.Run()
	if sampleDir != "" {
		os.RemoveAll(sampleDir)
	}
	os.Exit(code)
}

func sampleFS(t *testing.T) fs.FS {
	t.Helper()
	site, err := sampleSite()
	if err != nil {
		t.Fatal(err)
	}
	return site
}

func read(t *testing.T, site fs.FS, name string) string {
	t.Helper()
	data, err := fs.ReadFile(site, name)
	if err != nil {
		t.Fatal(err)
	}
	return string(data)
}

// sampleArticles returns the samples as they are imported.
func sampleArticles(t *testing.T) []*article.Article {
	t.Helper()
	var all []*article.Article
	for rec := range (samples{}).records() {
		if rec.err != nil {
			t.Fatalf("%s: %v", rec.place, rec.err)
		}
		all = append(all, rec.article)
	}
	return all
}

// TestSamplesCoverEveryBlock holds that the samples show every kind of block
// and what else the program promises of them.
func TestSamplesCoverEveryBlock(t *testing.T) {
	all := sampleArticles(t)
	if len(all) < 14 {
		t.Errorf("%d samples, want 14 at least", len(all))
	}
	kinds := make(map[string]int)
	var has struct{ attachments, citation, live, pinned, key, english, corrections, opinion, transcript, source bool }
	series := make(map[string]int)
	for _, a := range all {
		for _, b := range a.Blocks() {
			kinds[reflect.TypeOf(b).Elem().Name()]++
			if v, ok := b.(*article.Video); ok {
				has.transcript = has.transcript || len(v.Transcript) > 0 && len(v.Tracks) > 0
			}
		}
		for _, f := range a.Attachments {
			has.attachments = true
			has.citation = has.citation || f.Citation != nil
		}
		if a.Live != nil {
			has.live = true
			for _, u := range a.Live.Updates {
				has.pinned, has.key = has.pinned || u.Pinned, has.key || u.Key
			}
		}
		if a.Series != nil {
			series[a.Series.Name]++
		}
		has.english = has.english || a.Lang == "en"
		has.corrections = has.corrections || len(a.Corrections) > 0
		has.opinion = has.opinion || a.Kind == article.KindOpinion
		has.source = has.source || a.Source != nil && a.Source.Canonical
	}
	for _, k := range []string{
		"Paragraph", "Heading", "List", "Quote", "Image", "Gallery", "Video", "Audio", "Table", "File", "Embed", "Box",
		"Links", "Divider", "Preformatted", "RawHTML",
	} {
		if kinds[k] == 0 {
			t.Errorf("no sample has a block of kind %s", k)
		}
		delete(kinds, k)
	}
	if len(kinds) > 0 {
		t.Errorf("kinds of block this test does not know: %v", slices.Sorted(maps.Keys(kinds)))
	}
	for i := range reflect.ValueOf(has).NumField() {
		if !reflect.ValueOf(has).Field(i).Bool() {
			t.Errorf("no sample has: %s", reflect.TypeOf(has).Field(i).Name)
		}
	}
	if n := series["Nghề bên sông"]; n != 3 {
		t.Errorf("the series has %d parts, want 3", n)
	}
}

// TestSamplesAreFitToPublish holds the samples to what a careful desk asks for:
// pictures of known size with words for those who do not see them, dates, and
// no file that is not there.
func TestSamplesAreFitToPublish(t *testing.T) {
	media := samples{}.media()
	for _, a := range sampleArticles(t) {
		if a.Published.IsZero() || a.Headline == "" || len(a.Lead) == 0 || len(a.Credits) == 0 || len(a.Sections) == 0 {
			t.Errorf("%s: a field is missing", a.ID)
		}
		if strings.HasSuffix(a.Headline, ".") {
			t.Errorf("%s: the headline ends in a full stop", a.ID)
		}
		for _, f := range a.Review() {
			if f.Severity == article.SeverityError {
				t.Errorf("%s: %+v", a.ID, f)
			}
		}
		for at, img := range a.Images() {
			if img.Width == 0 || img.Height == 0 {
				t.Errorf("%s: %s: no size: %s", a.ID, at, img.URL)
			}
		}
		for at, u := range a.URLs() {
			name, ok := strings.CutPrefix(*u, "/media/")
			if !ok {
				continue
			}
			if _, err := fs.Stat(media, name); err != nil {
				t.Errorf("%s: %s: %v", a.ID, at, err)
			}
		}
	}
}

// TestBuildsAreEqual holds that the same input gives the same bytes.
func TestBuildsAreEqual(t *testing.T) {
	first := sampleFS(t)
	_, second := buildTest(t, samples{})
	a, b := files(t, first), files(t, second)
	if !slices.Equal(a, b) {
		t.Fatalf("the builds have different files: %d and %d", len(a), len(b))
	}
	for _, name := range a {
		if read(t, first, name) != read(t, second, name) {
			t.Errorf("%s differs between two builds", name)
		}
	}
}

func files(t *testing.T, site fs.FS) []string {
	t.Helper()
	var names []string
	err := fs.WalkDir(site, ".", func(name string, e fs.DirEntry, err error) error {
		if err == nil && !e.IsDir() {
			names = append(names, name)
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return names
}

var (
	links   = regexp.MustCompile(`\s(?:href|src|poster|action)="([^"]*)"`)
	srcsets = regexp.MustCompile(`\ssrcset="([^"]*)"`)
	ids     = regexp.MustCompile(`\sid="([^"]*)"`)
	chapter = regexp.MustCompile(`^t=[0-9]+(\.[0-9]+)?$`)
)

// TestLinksResolve follows every link of every page that stays on the site,
// fragments included, and every address of the feeds and sitemaps.
func TestLinksResolve(t *testing.T) {
	site := sampleFS(t)
	pageIDs := make(map[string][]string)
	var pages []string
	for _, name := range files(t, site) {
		if path.Ext(name) == ".html" {
			pages = append(pages, name)
			for _, m := range ids.FindAllStringSubmatch(read(t, site, name), -1) {
				pageIDs[name] = append(pageIDs[name], html.UnescapeString(m[1]))
			}
		}
	}
	base, _ := url.Parse(testBase + "/")
	n := 0
	follow := func(from, link string) {
		at, _ := base.Parse(strings.TrimSuffix(from, "index.html"))
		u, err := at.Parse(link)
		if err != nil {
			t.Errorf("%s: %q: %v", from, link, err)
			return
		}
		if u.Host != base.Host || u.Scheme != base.Scheme {
			return
		}
		n++
		name := strings.TrimPrefix(u.Path, "/")
		if name == "" || strings.HasSuffix(name, "/") {
			name += "index.html"
		}
		if _, err := fs.Stat(site, name); err != nil {
			t.Errorf("%s: link to %s: no such page", from, link)
			return
		}
		if path.Ext(name) == ".webm" && chapter.MatchString(u.Fragment) {
			return // a moment of the film
		}
		if u.Fragment != "" && !slices.Contains(pageIDs[name], u.Fragment) {
			t.Errorf("%s: link to %s: no such place", from, link)
		}
	}
	for _, name := range pages {
		page := read(t, site, name)
		for _, m := range links.FindAllStringSubmatch(page, -1) {
			follow(name, html.UnescapeString(m[1]))
		}
		for _, m := range srcsets.FindAllStringSubmatch(page, -1) {
			for part := range strings.SplitSeq(html.UnescapeString(m[1]), ", ") {
				follow(name, strings.Fields(part)[0])
			}
		}
	}
	absolute := regexp.MustCompile(regexp.QuoteMeta(testBase) + `[^\s"'<>&\\)]*`)
	for _, name := range []string{"rss.xml", "atom.xml", "feed.json", "sitemap.xml", "sitemap-1.xml", "sitemap-news.xml", "robots.txt"} {
		found := absolute.FindAllString(read(t, site, name), -1)
		if len(found) == 0 {
			t.Errorf("%s holds no address", name)
		}
		for _, u := range found {
			follow(name, u)
		}
	}
	if n < 1000 {
		t.Errorf("followed only %d links", n)
	}
}

// TestPagesNeedNothing holds that a page has no style attribute, no handler, no
// script but our own, and a policy beside it.
func TestPagesNeedNothing(t *testing.T) {
	site := sampleFS(t)
	bad := regexp.MustCompile(`(?i)<[^>]+\s(style|on[a-z]+)=|<script[^>]*\ssrc=|javascript:|<iframe`)
	for _, name := range files(t, site) {
		if path.Ext(name) != ".html" {
			continue
		}
		page := read(t, site, name)
		body := page[strings.Index(page, "<body"):]
		if m := bad.FindString(body); m != "" {
			t.Errorf("%s: %s", name, m)
		}
		policy := read(t, site, name+".csp")
		if strings.Contains(policy, "unsafe") || !strings.HasPrefix(policy, "default-src 'none'") {
			t.Errorf("%s: policy %s", name, policy)
		}
	}
}

// TestPagesAreSmall holds every page, its style in it, to the first bytes that
// a server may send: 14 KiB, compressed.
func TestPagesAreSmall(t *testing.T) {
	site := sampleFS(t)
	for _, name := range files(t, site) {
		if path.Ext(name) != ".html" {
			continue
		}
		var b bytes.Buffer
		w, _ := gzip.NewWriterLevel(&b, gzip.BestCompression)
		text := read(t, site, name)
		if n := 1 + strings.Count(text, "<img "); n > 12 {
			t.Errorf("%s: %d requests, want 12 at most", name, n)
		}
		if _, err := io.WriteString(w, text); err != nil {
			t.Fatal(err)
		}
		w.Close()
		if b.Len() > 14<<10 {
			t.Errorf("%s: %d bytes compressed, want %d at most", name, b.Len(), 14<<10)
		}
	}
}

// TestMinify holds that only what needs no space loses it.
func TestMinify(t *testing.T) {
	const css = "/* a */\n.a > :is(h2, h3),\n.b .c {\n  margin: 0 auto;\n}\n@media (min-width: 2em) {\n  .d { top: calc(1px + 2px); }\n}\n"
	const want = ".a > :is(h2,h3),.b .c{margin:0 auto}@media (min-width:2em){.d{ top:calc(1px + 2px); }}"
	if got := minify(css); got != want {
		t.Errorf("minify(%q) =\n%s, want\n%s", css, got, want)
	}
}

// TestPagesAreAccessible lints every page and every sample.
func TestPagesAreAccessible(t *testing.T) {
	tell := func(name string, findings []a11y.Finding, err error) {
		if err != nil {
			t.Errorf("%s: %v", name, err)
		}
		for _, f := range findings {
			if f.Severity == a11y.Error {
				t.Errorf("%s: %v: %s", name, f, f.Text)
			} else {
				t.Logf("%s: %v: %s", name, f, f.Text)
			}
		}
	}
	site := sampleFS(t)
	for _, name := range files(t, site) {
		if path.Ext(name) == ".html" {
			findings, err := a11y.LintHTML(strings.NewReader(read(t, site, name)))
			tell(name, findings, err)
		}
	}
	for _, a := range sampleArticles(t) {
		a.Normalize()
		tell(a.ID, a11y.Lint(a), nil)
	}
}

// writeLines writes a file of JSON Lines.
func writeLines(t *testing.T, lines ...string) string {
	t.Helper()
	name := filepath.Join(t.TempDir(), "in.jsonl")
	if err := os.WriteFile(name, []byte(strings.Join(lines, "\n")), 0o644); err != nil {
		t.Fatal(err)
	}
	return name
}

// manyArticles returns the lines of n articles, a minute apart.
func manyArticles(t *testing.T, n int) []string {
	t.Helper()
	lines := make([]string, n)
	start := time.Date(2026, 1, 1, 0, 0, 0, 0, time.FixedZone("", 7*3600))
	for i := range lines {
		a := &article.Article{
			ID: fmt.Sprintf("a%05d", i), Headline: fmt.Sprintf("Tin số %d của ngày", i),
			Lead: article.Plain("Một đoạn mở đầu."), Published: start.Add(time.Duration(i) * time.Minute),
			Sections: []article.Section{{Name: []string{"Đời sống", "Kinh tế"}[i%2]}},
			Tags:     []article.Tag{{Name: fmt.Sprintf("Thẻ %d", i%7)}},
			Body:     article.Body{&article.Paragraph{Text: article.Plain(fmt.Sprintf("Nội dung của bài %d, ở bến số %d.", i, i%13))}},
		}
		var b bytes.Buffer
		if err := article.Encode(&b, a); err != nil {
			t.Fatal(err)
		}
		lines[i] = strings.TrimSpace(b.String())
		if strings.Contains(lines[i], "\n") {
			t.Fatal("article.Encode writes more than one line")
		}
	}
	return lines
}

// TestListsHavePages holds that long lists are cut into pages that lead to each
// other and name every article once.
func TestListsHavePages(t *testing.T) {
	const n = 2*perPage + 5
	s, site := buildTest(t, jsonLines{name: "Báo Thử", file: writeLines(t, manyArticles(t, n)...)})
	if len(s.entries) != n {
		t.Fatalf("%d articles, want %d", len(s.entries), n)
	}
	seen := make(map[string]bool)
	card := regexp.MustCompile(`<a href="(/bai/[^"]+)"`)
	for i, name := range []string{"moi-nhat/index.html", "moi-nhat/trang-2/index.html", "moi-nhat/trang-3/index.html"} {
		page := read(t, site, name)
		for _, m := range card.FindAllStringSubmatch(page, -1) {
			if seen[m[1]] {
				t.Errorf("%s stands in the list twice", m[1])
			}
			seen[m[1]] = true
		}
		if i > 0 && !strings.Contains(page, `rel="prev"`) || i < 2 && !strings.Contains(page, `rel="next"`) {
			t.Errorf("%s does not lead to its neighbors", name)
		}
	}
	if len(seen) != n {
		t.Errorf("the list has %d articles, want %d", len(seen), n)
	}
	if _, err := fs.Stat(site, "moi-nhat/trang-4/index.html"); err == nil {
		t.Error("there is an empty page")
	}
	newest, oldest := read(t, site, strings.TrimPrefix(s.entries[0].path, "/")), read(t, site, strings.TrimPrefix(s.entries[n-1].path, "/"))
	if strings.Contains(newest, `rel="next"`) || !strings.Contains(newest, `rel="prev"`) {
		t.Error("the newest article's neighbors are wrong")
	}
	if strings.Contains(oldest, `rel="prev"`) || !strings.Contains(oldest, `rel="next"`) {
		t.Error("the oldest article's neighbors are wrong")
	}
}

// TestBadLines holds that every bad line is reported with its number, and the
// site is built of the others.
func TestBadLines(t *testing.T) {
	good := manyArticles(t, 3)
	lines := []string{
		good[0],
		`{"headline": "Thiếu ngoặc"`,
		"",
		good[1],
		`{"id": "x", "headline": "Lạ", "unknown": 1}`,
		`{"id": "` + strings.Repeat("x", 5000) + `", "headline": "Số hiệu dài"}`,
		good[0],
		`{"id": "y", "headline": "` + strings.Repeat("dài ", 2000) + `"}`,
		good[2],
	}
	src := jsonLines{name: "Báo Thử", file: writeLines(t, lines...), limits: article.Limits{Bytes: 6000}}
	var reported []string
	b := builder{src: src, base: testBase, report: func(err error) { reported = append(reported, err.Error()) }, progress: func(float64) {}}
	s, err := b.build(t.TempDir())
	if err != nil {
		t.Fatal(err)
	}
	if len(s.entries) != 3 || s.bad != 5 {
		t.Errorf("%d articles and %d bad ones, want 3 and 5", len(s.entries), s.bad)
	}
	for i, want := range []string{"in.jsonl:2: ", "in.jsonl:5: ", "in.jsonl:6: ", "in.jsonl:7: ", "in.jsonl:8: "} {
		if i >= len(reported) || !strings.Contains(reported[i], want) {
			t.Errorf("report %d of %q does not name %q", i, reported, want)
		}
	}
}

// TestHiddenArticles holds that drafts, embargoed and expired articles appear
// nowhere.
func TestHiddenArticles(t *testing.T) {
	lines := append(manyArticles(t, 3),
		`{"id":"d","headline":"Bản nháp mật","status":"draft","published":"2026-01-01T00:00:00+07:00"}`,
		`{"id":"e","headline":"Cấm đăng mật","embargoedUntil":"2026-06-01T00:00:00+07:00","published":"2026-06-01T00:00:00+07:00"}`,
		`{"id":"f","headline":"Hết hạn mật","expires":"2026-01-01T00:01:00+07:00","published":"2025-12-31T00:00:00+07:00"}`,
	)
	src := jsonLines{name: "Báo Thử", file: writeLines(t, lines...)}
	s, site := buildTest(t, src)
	if len(s.entries) != 3 {
		t.Errorf("%d articles, want 3", len(s.entries))
	}
	for _, name := range files(t, site) {
		if strings.HasSuffix(name, ".png") {
			continue
		}
		if page := read(t, site, name); strings.Contains(page, " mật") {
			t.Errorf("%s names a hidden article", name)
		}
	}
	b := builder{src: src, base: testBase, at: time.Date(2026, 7, 1, 0, 0, 0, 0, time.UTC), report: func(err error) { t.Error(err) }, progress: func(float64) {}}
	if s, err := b.build(t.TempDir()); err != nil || len(s.entries) != 4 {
		t.Errorf("after the embargo: %d articles, error %v; want 4", len(s.entries), err)
	}
}

// TestNothingToPublish holds that a site of hidden articles is an error.
func TestNothingToPublish(t *testing.T) {
	b := builder{
		src: jsonLines{name: "Báo Thử", file: writeLines(t,
			`{"id":"d","headline":"Nháp","status":"draft"}`,
			`{"id":"e","headline":"Mai mới đăng","embargoedUntil":"2026-06-01T00:00:00+07:00","published":"2026-06-01T00:00:00+07:00"}`,
		)},
		base: testBase, report: func(err error) { t.Error(err) }, progress: func(float64) {},
	}
	if _, err := b.build(t.TempDir()); err == nil || !strings.Contains(err.Error(), "no article to publish") {
		t.Errorf("error %v", err)
	}
}

// TestSameSlug holds that articles with the same headline have addresses of
// their own, and that links to an old address are led to the new one.
func TestSameSlug(t *testing.T) {
	s, site := buildTest(t, jsonLines{name: "Báo Thử", file: writeLines(t,
		`{"id":"a","headline":"Tin vắn","url":"https://cu.example/a","published":"2026-01-01T00:00:00+07:00"}`,
		`{"id":"b","headline":"Tin vắn","published":"2026-01-02T00:00:00+07:00","body":[{"type":"paragraph","text":[{"text":"xem","link":{"url":"https://cu.example/a"}}]}]}`,
		`{"id":"c","headline":"日本","published":"2026-01-03T00:00:00+07:00"}`,
		`{"id":"d","headline":"Tin dài","url":"/bai/tin-van.html","published":"2026-01-04T00:00:00+07:00"}`,
	)})
	if page := read(t, site, "bai/tin-van.html"); !strings.Contains(page, `<link rel="canonical" href="`+testBase+`/bai/tin-van.html">`) {
		t.Error("the address of an article was taken for the old one of another")
	}
	if a, b := s.byID["a"].path, s.byID["b"].path; a != "/bai/tin-van.html" || b != "/bai/tin-van-2.html" {
		t.Errorf("addresses %s and %s", a, b)
	}
	if page := read(t, site, "bai/tin-van-2.html"); !strings.Contains(page, `href="/bai/tin-van.html"`) || strings.Contains(page, "cu.example") {
		t.Error("the link to the old address was not changed")
	}
}

// TestLegalDocuments holds that the mention of a legal document leads to the file,
// if any article of the site has it attached, and to nothing otherwise.
func TestLegalDocuments(t *testing.T) {
	const mention = `{"headline":"Tin %s","published":"2026-01-0%dT00:00:00+07:00","body":[{"type":"paragraph","text":[{"text":"Quyết định số %s","citation":{"type":"Quyết định","number":"%[3]s"}}]}]%s}`
	attach := func(number string) string {
		return `,"attachments":[{"url":"https://tep.example/qd.pdf","title":"Tệp","citation":{"number":"` + number + `"}}]`
	}
	_, site := buildTest(t, jsonLines{name: "Báo Thử", file: writeLines(t,
		fmt.Sprintf(mention, "một", 1, "1/QĐ-A", attach("1/QĐ-A")),
		fmt.Sprintf(mention, "hai", 2, "1/QĐ-A", ""),
		fmt.Sprintf(mention, "ba", 3, "2/QĐ-A", ""),
		fmt.Sprintf(mention, "nháp", 4, "2/QĐ-A", `,"status":"draft"`+attach("2/QĐ-A")),
	)})
	if page := read(t, site, "bai/tin-hai.html"); !strings.Contains(page, `<a href="https://tep.example/qd.pdf">Quyết định số 1/QĐ-A</a>`) {
		t.Error("a mention does not lead to the document")
	}
	if page := read(t, site, "bai/tin-ba.html"); strings.Contains(page, "tep.example") {
		t.Error("a mention leads to a file that only a draft has")
	}
}

package main

import (
	"html"
	"math"
	"path"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/toasoan/toasoan/related"
)

var (
	whySections = regexp.MustCompile(`(?s)<section class="why".*?</table>`)
	whyLinks    = regexp.MustCompile(`<h2 id="[^"]*"><a href="([^"]+)"`)
	whyScores   = regexp.MustCompile(`<p>([0-9,]+) điểm trên 100`)
	whyShares   = regexp.MustCompile(`<td>([0-9,]+) %`)
	cardLinks   = regexp.MustCompile(`<h3><a href="([^"]+)"`)
	reasons     = regexp.MustCompile(`<p class="reason">(?:<a[^>]*>)?([^<]*)`)
)

// number reads a number that decimal wrote.
func number(t *testing.T, s string) float64 {
	t.Helper()
	x, err := strconv.ParseFloat(strings.Replace(s, ",", ".", 1), 64)
	if err != nil {
		t.Fatal(err)
	}
	return x
}

// TestWhy holds that the page that explains a list has the articles of the list,
// in its order and with its reasons, that it states the score by which the index
// ranks them, and that the shares it lists come to the whole.
func TestWhy(t *testing.T) {
	s, site := buildTest(t, samples{})
	pages := 0
	for rec := range (samples{}).records() {
		e := s.byID[rec.article.ID]
		if e == nil {
			continue
		}
		s.settle(rec.article, e.path)
		ids := s.takeChosen(rec.article)
		doc, err := s.renderer.Prepare(rec.article)
		if err != nil {
			t.Fatal(err)
		}
		d := related.DocOf(doc.Article())
		d.Related = append(ids, d.Related...)
		hits := s.index.Related(d, &relatedQuery)

		_, list, _ := strings.Cut(read(t, site, strings.TrimPrefix(e.path, "/")), `<section class="related"`)
		var listed []string
		for _, m := range cardLinks.FindAllStringSubmatch(list, -1) {
			listed = append(listed, m[1])
		}
		page := read(t, site, strings.TrimPrefix(whyPath(e), "/"))
		sections := whySections.FindAllString(page, -1)
		if len(sections) != len(hits) {
			t.Errorf("%s: %d sections for %d articles", whyPath(e), len(sections), len(hits))
			continue
		}
		pages++
		for i, sec := range sections {
			to := whyLinks.FindStringSubmatch(sec)[1]
			if !slices.Contains(listed, to) || s.byID[hits[i].ID].path != to {
				t.Errorf("%s: section %d is about %s, which the list does not have there", whyPath(e), i, to)
			}
			if e.teaser.Lang == "vi" && !strings.Contains(list, reasons.FindStringSubmatch(sec)[1]) {
				t.Errorf("%s: the list gives another reason for %s", whyPath(e), to)
			}
			if got, want := number(t, whyScores.FindStringSubmatch(sec)[1]), hits[i].Score*100; math.Abs(got-want) > 0.051 {
				t.Errorf("%s: %s has %.1f points, the index gives %.3f", whyPath(e), to, got, want)
			}
			sum := 0.0
			shares := whyShares.FindAllStringSubmatch(sec, -1)
			for _, m := range shares {
				sum += number(t, m[1])
			}
			if math.Abs(sum-100) > 0.051*float64(len(shares)) {
				t.Errorf("%s: the shares of %s come to %.1f %%", whyPath(e), to, sum)
			}
		}
	}
	if pages < 14 {
		t.Errorf("only %d pages explain a list", pages)
	}
}

// TestChosen holds that what an editor has chosen from this site comes first,
// as a card like the others, and that a choice from elsewhere stays a link.
func TestChosen(t *testing.T) {
	lines := append(manyArticles(t, 6), `{"id":"own","headline":"Bài có lựa chọn","published":"2026-02-01T00:00:00+07:00",`+
		`"body":[{"type":"paragraph","text":[{"text":"Nội dung khác hẳn."}]}],`+
		`"related":[{"url":"https://xa.example/x","text":"Bài ở nơi khác"},{"url":"/bai/tin-so-3-cua-ngay.html","text":"Chọn"}]}`)
	_, site := buildTest(t, jsonLines{name: "Báo Thử", file: writeLines(t, lines...)})
	_, list, _ := strings.Cut(read(t, site, "bai/bai-co-lua-chon.html"), `<section class="related"`)
	links := cardLinks.FindAllStringSubmatch(list, -1)
	if len(links) < 2 || links[0][1] != "https://xa.example/x" || links[1][1] != "/bai/tin-so-3-cua-ngay.html" {
		t.Fatalf("the list begins with %q", links)
	}
	if got := reasons.FindStringSubmatch(list); got == nil || !strings.HasPrefix(got[1], "tòa soạn chọn") {
		t.Errorf("the reason is %q", got)
	}
	why := read(t, site, "vi-sao/bai-co-lua-chon.html")
	if !strings.Contains(why, `<h2 id="voi-tin-so-3-cua-ngay"><a href="/bai/tin-so-3-cua-ngay.html">`) {
		t.Error("the choice is not explained")
	}
}

// TestWhyEscapes holds that nothing of an article gets out of its place on the
// page that explains a list.
func TestWhyEscapes(t *testing.T) {
	const nasty = `</title><script>alert(1)</script>"'><b>`
	line := func(id, extra string) string {
		return `{"id":"` + id + `","headline":"` + strings.ReplaceAll(nasty, `"`, `\"`) + id + `","published":"2026-02-01T00:00:00+07:00","tags":[{"name":"<i>thẻ"}],` +
			`"body":[{"type":"paragraph","text":[{"text":"Đò ngang An Hải ` + extra + `."}]}]}`
	}
	s, site := buildTest(t, jsonLines{name: "Báo Thử", file: writeLines(t, line("a", "sang sông"), line("b", "về bến chiều nay muộn"))})
	for _, e := range s.entries {
		page := read(t, site, path.Join("vi-sao", path.Base(e.path)))
		if strings.Contains(page, "<script>alert") || strings.Contains(page, "<i>thẻ") || !strings.Contains(page, html.EscapeString("<i>thẻ")) {
			t.Errorf("%s: markup of an article got through", e.path)
		}
	}
}

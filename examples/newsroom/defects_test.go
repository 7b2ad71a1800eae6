package main

import (
	"bytes"
	"fmt"
	"io/fs"
	"iter"
	"net/url"
	"regexp"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/toasoan/toasoan/article"
	"github.com/toasoan/toasoan/article/importer"
	"github.com/toasoan/toasoan/article/viet"
)

// A cmsRow is an article as the database of a portal holds it, with the faults
// that such rows have.
type cmsRow struct {
	id, title, lead, author, time, section, body string
}

// cmsRows is a source of such rows, each read by package importer.
type cmsRows []cmsRow

func (cmsRows) media() fs.FS { return nil }

func (cmsRows) publication() publication { return publication{name: "Cổng tin Bến Lài"} }

func (rows cmsRows) records() iter.Seq[record] {
	return func(yield func(record) bool) {
		for i, row := range rows {
			rec := record{place: fmt.Sprintf("row %d", i+1), done: 1}
			rec.article, rec.err = row.read()
			if !yield(rec) {
				return
			}
		}
	}
}

var hanoi = time.FixedZone("", 7*60*60)

func (row cmsRow) read() (*article.Article, error) {
	at, err := viet.ParseDateTime(row.time, hanoi)
	if err != nil {
		return nil, err
	}
	known := &article.Article{
		ID: row.id, Headline: row.title, Lead: article.Plain(row.lead), Published: at,
		Sections: []article.Section{{Name: row.section}},
	}
	if row.author != "" {
		known.Credits = []article.Credit{{Name: row.author}}
	}
	base := &url.URL{Scheme: "https", Host: "cu.example", Path: "/"}
	a, _, err := importer.Article(strings.NewReader(row.body), known, &importer.Options{Base: base, Location: hanoi})
	return a, err
}

const meeting = `<p>&nbsp;</p>
<p style="text-align:justify"><span lang="VI">Trong chín tháng đầu năm, đội trật tự sông nước phường Bến Lài đã tuần tra 214 lượt, nhắc nhở 96 ghe chở quá tải và vớt 1,7 tấn rác ở vàm Sen. Đội phối hợp với hội viêncác đoàn thể mở bốn lớp dạy cứu đuối cho người chèo đò.</span></p>
<table align="center"><tbody><tr><td><img src="upload/2022/hoi-nghi.jpg" alt="" style="width:800px;height:533px" /></td></tr><tr><td style="text-align:center"><em>&nbsp;&nbsp;&nbsp;&nbsp;Quang cảnh hội nghị.</em></td></tr></tbody></table>
<p></p>
<p style="text-align:justify">Hội nghị đề ra năm việc cho quý IV, trong đó có đo lại luồng lạch theo Quyết định số 214/QĐ-BQL ngày 03/9/2022 của Ban Quản lý cầu đường Bến Lài, với khẩu hiệu sông sạch từ bến nhà mình”.</p>`

// rowsOfAPortal are the rows of TestDefects: the one that is looked at, a copy
// of it, one on the same matter, one that only shares the place, and a newer one
// without an author.
var rowsOfAPortal = cmsRows{
	{
		"1037", "Bến Lài: Tổ chức hội nghị đánh giá công tác giữ gìn trật tự sông nước 9 tháng đầu năm.",
		"Ngày 07/10/2022, phường Bến Lài tổ chức hội nghị đánh giá công tác giữ gìn trật tự sông nước chín tháng đầu năm. Dự hội nghị có đại diện các tổ tự quản, hợp tác xã vận tải và trường học trên địa bàn phường. Ông Trọng Nghĩa, trưởng ban tổ chức, chủ trì hội nghị và đọc báo cáo.",
		"Quốc Thái - Ban Biên tập Bến Lài", "07/10/2022 16:05", "Tin phường",
		meeting + `<p style="text-align:right"><strong>Tác giả: Quốc Thái - Ban Biên tập Bến Lài.</strong></p>`,
	},
	{
		"1036", "Hội nghị đánh giá công tác trật tự sông nước", "Phường Bến Lài tổ chức hội nghị đánh giá công tác trật tự sông nước.",
		"Quốc Thái", "07/10/2022 15:00", "Tin phường", meeting,
	},
	{
		"1035", "Đội trật tự sông nước vớt rác ở vàm Sen", "Đội trật tự sông nước ra quân vớt rác ở vàm Sen sáng Chủ nhật.",
		"Thu Lam", "02/10/2022 09:00", "Tin phường",
		"<p>Ba mươi hội viên cùng đội trật tự sông nước vớt rác ở vàm Sen, nhắc nhở ghe chở quá tải và dạy cứu đuối cho trẻ em xóm chài.</p>",
	},
	{
		"1034", "Giải bóng chuyền bãi bồi khai mạc", "Mười hai đội bóng chuyền dự giải.",
		"Minh Tước", "01/10/2022 09:00", "Thể thao",
		"<p>Trận đầu tiên kết thúc sau ba hiệp với tỉ số sát nút, khán giả ngồi kín hai bên sân cát.</p>",
	},
	{
		"1038", "Lớp cứu đuối thứ năm nhận học viên", "Lớp dạy cứu đuối cho người chèo đò nhận thêm hai mươi học viên.",
		"", "08/10/2022 07:30", "Tin phường",
		"<p>Lớp cứu đuối của đội trật tự sông nước học ở vàm Sen vào sáng thứ Bảy, ưu tiên người chèo đò và chủ ghe.</p>",
	},
}

// TestDefects takes rows as they are through every room to the finished site and
// looks for what goes wrong in portals that print such rows.
func TestDefects(t *testing.T) {
	s, site := buildTest(t, rowsOfAPortal)
	path := strings.TrimPrefix(s.byID["1037"].path, "/")
	page := read(t, site, path)
	body := page[strings.Index(page, "<article "):strings.Index(page, "</article>")]
	rss, atom, feed := read(t, site, "rss.xml"), read(t, site, "atom.xml"), read(t, site, "feed.json")

	has := func(t *testing.T, what, s string, parts ...string) {
		t.Helper()
		for _, p := range parts {
			if !strings.Contains(s, p) {
				t.Errorf("%s lacks %q", what, p)
			}
		}
	}
	hasNot := func(t *testing.T, what, s string, parts ...string) {
		t.Helper()
		for _, p := range parts {
			if strings.Contains(s, p) {
				t.Errorf("%s has %q", what, p)
			}
		}
	}
	t.Run("01 times keep their zone", func(t *testing.T) {
		const at = "2022-10-07T16:05:00+07:00"
		has(t, "the page", page, `datetime="`+at+`"`, `"datePublished":"`+at+`"`)
		has(t, "Atom", atom, at)
		has(t, "RSS", rss, "Fri, 07 Oct 2022 16:05:00 +0700")
		has(t, "JSON Feed", feed, at)
		has(t, "the sitemap", read(t, site, "sitemap-1.xml"), at)
	})
	t.Run("02 author and organization are two things", func(t *testing.T) {
		has(t, "the structured data", page, `"name":"Quốc Thái"`, `"affiliation":{"@type":"Organization","name":"Ban Biên tập Bến Lài"`)
		hasNot(t, "the structured data", page, `"name":"Quốc Thái - Ban`)
	})
	t.Run("03 the author line stands once", func(t *testing.T) {
		if n := strings.Count(body, "Ban Biên tập Bến Lài"); n != 1 {
			t.Errorf("the organization is named %d times", n)
		}
	})
	t.Run("04 a layout table is a figure with a caption", func(t *testing.T) {
		hasNot(t, "the article", body, "<table")
		has(t, "the article", body, "<figure", "<figcaption>Quang cảnh hội nghị.")
	})
	t.Run("05 pictures keep their size", func(t *testing.T) { has(t, "the article", body, `width="800" height="533"`) })
	t.Run("06 no empty paragraphs", func(t *testing.T) {
		if m := regexp.MustCompile(`<p[^>]*>(\s|&nbsp;|\x{a0})*</p>`).FindString(body); m != "" {
			t.Errorf("%q", m)
		}
	})
	t.Run("07 no language that is the article's own", func(t *testing.T) { hasNot(t, "the article", body[len("<article "):], `<span lang="vi"`, `lang="VI"`) })
	t.Run("08 the title fits and has no full stop", func(t *testing.T) {
		title := regexp.MustCompile(`<title>(.*)</title>`).FindStringSubmatch(page)[1]
		if n := len([]rune(title)); n > 70 || strings.Contains(title, ".") {
			t.Errorf("title of %d letters: %s", n, title)
		}
		hasNot(t, "the headline", page, "9 tháng đầu năm.</h1>")
	})
	t.Run("09 the description fits", func(t *testing.T) {
		d := regexp.MustCompile(`<meta name="description" content="([^"]*)"`).FindStringSubmatch(page)[1]
		if n := len([]rune(d)); n == 0 || n > 160 {
			t.Errorf("description of %d letters", n)
		}
	})
	t.Run("10 the kicker is apart from the headline", func(t *testing.T) {
		has(t, "the article", body, `<p class="kicker">Bến Lài</p>`)
		hasNot(t, "the article", body, "<h1>Bến Lài")
	})
	t.Run("11 to 13 RSS is valid", func(t *testing.T) {
		hasNot(t, "RSS", rss, "<author>", `length="0"`)
		has(t, "RSS", rss, `rel="self"`, "<language>vi")
	})
	t.Run("14 the date of a feed is that of its newest article", func(t *testing.T) {
		entries := regexp.MustCompile(`(?s)<entry>.*?</entry>`)
		has(t, "Atom outside of its entries", entries.ReplaceAllString(atom, ""), "<updated>2022-10-08T07:30:00+07:00</updated>")
	})
	t.Run("15 items are newest first", func(t *testing.T) {
		var at []string
		for _, m := range regexp.MustCompile(`<published>([^<]*)`).FindAllStringSubmatch(atom, -1) {
			at = append(at, m[1])
		}
		if len(at) != len(rowsOfAPortal) || !slices.IsSortedFunc(at, func(a, b string) int { return strings.Compare(b, a) }) {
			t.Errorf("dates %q", at)
		}
	})
	t.Run("16 addresses in feeds are absolute", func(t *testing.T) {
		for what, s := range map[string]string{"RSS": rss, "Atom": atom, "JSON Feed": feed} {
			has(t, what, s, "https://cu.example/upload/2022/hoi-nghi.jpg")
			hasNot(t, what, s, `"upload/`, `&quot;upload/`, `"/upload/`, `&#34;upload/`)
		}
	})
	t.Run("17 and 18 every entry has an author or says nothing", func(t *testing.T) {
		if entries, authors := strings.Count(atom, "<entry>"), strings.Count(atom, "<author>"); authors < entries && !strings.Contains(atom[:strings.Index(atom, "<entry>")], "<author>") {
			t.Errorf("%d entries and %d authors", entries, authors)
		}
		hasNot(t, "JSON Feed", feed, `"authors":[]`, `"authors":[{}]`, `"authors":null`)
	})
	t.Run("19 previews are complete", func(t *testing.T) {
		has(t, "the head", page, `property="og:site_name"`, `name="twitter:title"`, `name="twitter:description"`, `name="twitter:image"`, `property="og:image:alt"`, `"logo":{`)
	})
	t.Run("20 related articles: no copy, never itself, newer ones too, with reasons", func(t *testing.T) {
		related := page[strings.Index(page, `<section class="related"`):strings.Index(page, `<nav class="pager"`)]
		hasNot(t, "the list", related, "/"+path, s.byID["1036"].path)
		has(t, "the list", related, s.byID["1035"].path, s.byID["1038"].path)
		if cards, reasons := strings.Count(related, `class="card"`), strings.Count(related, `class="reason"`); cards == 0 || cards != reasons {
			t.Errorf("%d cards and %d reasons", cards, reasons)
		}
		if near, far := strings.Index(related, s.byID["1035"].path), strings.Index(related, s.byID["1034"].path); far >= 0 && far < near {
			t.Error("the volleyball comes before the matter itself")
		}
	})
	t.Run("21 two imports of a row are equal", func(t *testing.T) {
		var a, b bytes.Buffer
		for _, w := range []*bytes.Buffer{&a, &b} {
			x, err := rowsOfAPortal[0].read()
			if err != nil {
				t.Fatal(err)
			}
			if err := article.Encode(w, x); err != nil {
				t.Fatal(err)
			}
		}
		if !bytes.Equal(a.Bytes(), b.Bytes()) {
			t.Error("two imports of a row differ")
		}
	})
	t.Run("22 documents are named, slips are told", func(t *testing.T) {
		has(t, "the structured data", page, "214/QĐ-BQL", `"legislationIdentifier"`)
		a, err := rowsOfAPortal[0].read()
		if err != nil {
			t.Fatal(err)
		}
		told := fmt.Sprint(a.Review())
		has(t, "the review", told, "viêncác", "”")
	})
	t.Run("23 news sitemap, breadcrumb, reading tools", func(t *testing.T) {
		has(t, "the news sitemap", read(t, site, "sitemap-news.xml"), path)
		has(t, "the page", page, `<nav class="breadcrumb" aria-label=`, `id="reading-toolbar"`, "@media print")
	})
}

package render

import (
	"errors"
	"html/template"
	"strings"
	"testing"
	"time"

	"github.com/toasoan/toasoan/article"
)

func mailOf(t *testing.T, e *Email) string {
	t.Helper()
	s, err := e.HTML()
	if err != nil {
		t.Fatal(err)
	}
	if len(s) > maxEmail {
		t.Errorf("an e-mail of %d bytes", len(s))
	}
	return string(s)
}

func documentOf(t *testing.T, a *article.Article) *Document {
	t.Helper()
	d, err := testRenderer().Prepare(a)
	if err != nil {
		t.Fatal(err)
	}
	return d
}

// Nothing that must not be shown is mailed.
func TestEmailStatus(t *testing.T) {
	for _, status := range []article.Status{article.StatusDraft, article.StatusWithheld, article.StatusCanceled} {
		d := documentOf(t, &article.Article{Headline: "Tin", URL: "/tin.html", Status: status})
		if _, err := (&Email{Documents: []*Document{d}, FullText: true}).HTML(); !errors.Is(err, ErrNotUsable) || !strings.Contains(err.Error(), "documents[0]") {
			t.Errorf("status %s: %v, want ErrNotUsable", status, err)
		}
	}
}

// A whole text says in a mail what it says in a feed, and who made it.
func TestEmailFullText(t *testing.T) {
	a := &article.Article{
		Headline: "Tin", AlternativeHeadline: "Dòng phụ", URL: "/tin.html", Dateline: "Kon Tum",
		Credits: []article.Credit{{Name: "Lan"}},
		Hero: &article.Video{
			Title: "Phim", Sources: []article.Rendition{{URL: "/v.mp4", MediaType: "video/mp4"}}, Credits: []article.Credit{{Name: "Nhi"}},
			Poster: &article.Image{URL: "/p.jpg", Alt: "Bến", Width: 1200, Height: 800},
		},
		Body:        article.Body{plainPara("Chữ.")},
		Attachments: []article.File{{URL: "/a.pdf", Title: "Tệp"}},
		Corrections: []article.Correction{{Text: article.Plain("Bản trước sai."), Time: time.Date(2026, 11, 20, 9, 0, 0, 0, time.UTC)}},
		Source:      &article.Source{Name: "TTXVN"},
		Rights:      article.Rights{Holder: "Báo Bạn"},
	}
	s := mailOf(t, &Email{Documents: []*Document{documentOf(t, a)}, FullText: true})
	for _, want := range []string{"Dòng phụ", "Kon Tum – Chữ.", ">Lan<", "https://bao.example/v.mp4", "Nhi", "Tệp", "Bản trước sai.", "TTXVN", "© Báo Bạn"} {
		if !strings.Contains(s, want) {
			t.Errorf("the mail lacks %q:\n%s", want, s)
		}
	}

	a.Hero.(*article.Video).Poster.Credits = []article.Credit{{Name: "An"}}
	s = mailOf(t, &Email{Documents: []*Document{documentOf(t, a)}})
	for _, want := range []string{"https://bao.example/p.jpg", `width="600" height="400"`, "Ảnh: An"} {
		if !strings.Contains(s, want) {
			t.Errorf("the summary lacks %q:\n%s", want, s)
		}
	}
}

// A mail is never larger than mail services take.
func TestEmailSize(t *testing.T) {
	var docs []*Document
	for range 300 {
		docs = append(docs, documentOf(t, &article.Article{Headline: "Tin", URL: "/tin.html", Lead: article.Plain(strings.Repeat("Chữ. ", 40)), Body: article.Body{plainPara(strings.Repeat("Chữ nữa. ", 1000))}}))
	}
	for _, full := range []bool{false, true} {
		if _, err := (&Email{Documents: docs, FullText: full}).HTML(); !errors.Is(err, ErrEmailFull) || !strings.Contains(err.Error(), "documents[1") {
			t.Errorf("300 articles, FullText %t: %v, want ErrEmailFull", full, err)
		}
		s := mailOf(t, &Email{Documents: docs[:30], FullText: full})
		if got := strings.Count(s, "Chữ nữa. Chữ nữa."); full != (got > 0) {
			t.Errorf("30 articles, FullText %t: the text of an article %d times", full, got)
		}
	}
	if _, err := (&Email{Documents: docs[:1], Footer: template.HTML(strings.Repeat("x", maxEmail))}).HTML(); !errors.Is(err, ErrEmailFull) {
		t.Errorf("a large footer: %v, want ErrEmailFull", err)
	}
}

package main

import (
	"strings"
	"testing"
	"time"

	"github.com/toasoan/toasoan/article/viet"
)

// TestFair holds that everybody measured does the task: the slugs agree but
// for what the packages see differently, and every form of the article is the
// same to Normalize.
func TestFair(t *testing.T) {
	titles := strings.Split(strings.TrimSpace(titlesFile), "\n")
	for _, title := range titles {
		if got, want := viet.Slug(title), unidecodeSlug(strings.ReplaceAll(title, "³", "3")); got != want {
			t.Errorf("viet.Slug(%q) = %q, go-unidecode gives %q", title, got, want)
		}
	}
	for _, c := range contests() {
		if !strings.HasPrefix(c.task, "Normalize") {
			continue
		}
		for i, s := range c.input {
			if got, want := c.field[0].f(s), pieces(strings.TrimSpace(article), 4096)[i]; got != want {
				t.Errorf("%s: piece %d isn't restored", c.task, i)
			}
		}
	}
}

func TestMeasure(t *testing.T) {
	for _, c := range contests() {
		for i, ns := range measure(c, 1, time.Millisecond) {
			if ns <= 0 {
				t.Errorf("%s, %s: %v ns/byte", c.task, c.field[i].name, ns)
			}
		}
	}
}

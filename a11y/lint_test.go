package a11y

import (
	"os"
	"strings"
	"testing"
)

func TestTmp(t *testing.T) {
	for _, f := range strings.Fields(os.Getenv("PAGES")) {
		b, _ := os.ReadFile(f)
		fs, err := LintHTML(strings.NewReader(string(b)))
		kinds := map[string]bool{}
		for _, x := range fs {
			kinds[x.Rule] = true
			t.Log(x)
		}
		t.Log(f, len(fs), len(kinds), err)
	}
}

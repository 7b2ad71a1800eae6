package a11y

import (
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
)

// TestACT compares the linter with the examples of the W3C's ACT rules, for
// every rule that names one. It needs a copy of the rules:
//
//	git clone https://github.com/act-rules/act-rules.github.io
//	TOASOAN_ACT=act-rules.github.io/_rules go test ./a11y -run TestACT -v
func TestACT(t *testing.T) {
	dir := os.Getenv("TOASOAN_ACT")
	if dir == "" {
		t.Skip("TOASOAN_ACT does not name a copy of the ACT rules: their examples are not tried")
	}
	example := regexp.MustCompile("(?s)#### (Passed|Failed|Inapplicable) (Example \\d+).*?```(\\w+)\\n(.*?)```")
	total, agreed, implemented := 0, 0, 0
	byACT := map[string][]string{}
	for _, r := range rules {
		for id := range strings.FieldsSeq(r.ACT) {
			byACT[id] = append(byACT[id], r.ID)
		}
	}
	for act, ids := range byACT {
		files, _ := filepath.Glob(filepath.Join(dir, "*-"+act+".md"))
		if len(files) != 1 {
			t.Errorf("%s: %d files", act, len(files))
			continue
		}
		implemented++
		data, err := os.ReadFile(files[0])
		if err != nil {
			t.Fatal(err)
		}
		for _, m := range example.FindAllStringSubmatch(string(data), -1) {
			kind, name, lang, src := m[1], m[2], m[3], m[4]
			if lang != "html" { // SVG and XML documents are no HTML
				continue
			}
			total++
			findings, err := LintHTML(strings.NewReader(src))
			if err != nil {
				t.Errorf("%s %s %s: %v", act, kind, name, err)
				continue
			}
			found := false
			for _, f := range findings {
				for _, id := range ids {
					found = found || f.Rule == id || id == "meta-refresh-any" && f.Rule == "meta-refresh"
				}
			}
			if found != (kind == "Failed") {
				t.Errorf("%s (%s) %s %s: found %v\n%s\n%v", ids, act, kind, name, found, src, findings)
				continue
			}
			agreed++
		}
	}
	t.Logf("%d ACT rules, %d of %d examples agree", implemented, agreed, total)
}

package importer

import (
	"encoding/json"
	"flag"
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"github.com/toasoan/toasoan/article"
)

var update = flag.Bool("update", false, "rewrite the golden files")

// parseTxtar cuts a txtar archive into its files. What is before the first one has
// the name "".
func parseTxtar(s string) map[string]string {
	files := map[string]string{}
	name := ""
	for line := range strings.SplitAfterSeq(s, "\n") {
		if t := strings.TrimSpace(line); strings.HasPrefix(t, "-- ") && strings.HasSuffix(t, " --") && len(t) > 6 {
			name = t[3 : len(t)-3]
			files[name] = ""
			continue
		}
		files[name] += line
	}
	return files
}

// TestGolden imports each testdata/*.txtar. Its comment says what it is about;
// in.html is the source, row.json the columns beside it if there are any,
// options.json the options, blocks the result and notes the notes.
func TestGolden(t *testing.T) {
	names, err := filepath.Glob("testdata/*.txtar")
	if err != nil || len(names) == 0 {
		t.Fatalf("no golden files: %v", err)
	}
	for _, name := range names {
		t.Run(strings.TrimSuffix(filepath.Base(name), ".txtar"), func(t *testing.T) {
			b, err := os.ReadFile(name)
			if err != nil {
				t.Fatal(err)
			}
			files := parseTxtar(string(b))
			src := files["in.html"]
			var o Options
			if s := files["options.json"]; s != "" {
				if err := json.Unmarshal([]byte(s), &o); err != nil {
					t.Fatal(err)
				}
			}
			var body article.Body
			var notes []Note
			got := ""
			if row := files["row.json"]; row != "" {
				known, err := article.Decode(strings.NewReader(row), nil)
				if err != nil {
					t.Fatal(err)
				}
				a, n, err := Article(strings.NewReader(src), known, &o)
				if err != nil {
					t.Fatal(err)
				}
				if err := a.Validate(); err != nil {
					t.Error(err)
				}
				body, notes = a.Body, n
				c := a.Clone()
				c.Body = nil
				j, _ := json.MarshalIndent(c, "", "  ")
				got = string(j) + "\n"
			} else {
				body, notes = importHTML(t, src, &o)
				checkLetters(t, src, body, notes)
			}
			checkCodes(t, notes)
			checkRoundTrip(t, body, &o)
			j, err := json.MarshalIndent(body, "", "  ")
			if err != nil {
				t.Fatal(err)
			}
			got += string(j) + "\n"
			var w strings.Builder
			for _, n := range notes {
				w.WriteString(strings.TrimRight(fmt.Sprintf("%s\t%s\t%s", n.Code, n.Path, n.Text), "\t") + "\n")
			}
			if *update {
				out := files[""]
				for _, f := range []string{"options.json", "row.json", "in.html"} {
					if files[f] != "" {
						out += "-- " + f + " --\n" + files[f]
					}
				}
				out += "-- blocks --\n" + got + "-- notes --\n" + w.String()
				if err := os.WriteFile(name, []byte(out), 0o666); err != nil {
					t.Fatal(err)
				}
				return
			}
			if got != files["blocks"] {
				t.Errorf("blocks: %s", firstDifference(files["blocks"], got))
			}
			if w.String() != files["notes"] {
				t.Errorf("notes: %s", firstDifference(files["notes"], w.String()))
			}
		})
	}
}

// documentedCodes are those in the table of the package documentation.
var documentedCodes = func() map[string]bool {
	src, err := os.ReadFile("doc.go")
	if err != nil {
		panic(err)
	}
	codes := map[string]bool{}
	for line := range strings.SplitSeq(string(src), "\n") {
		if rest, ok := strings.CutPrefix(line, "//\t"); ok {
			codes[strings.Fields(rest)[0]] = true
		}
	}
	return codes
}()

// checkCodes fails if a note's code is not documented.
func checkCodes(t testing.TB, notes []Note) {
	t.Helper()
	for _, n := range notes {
		if !documentedCodes[n.Code] {
			t.Errorf("code %q is not in the table of the package documentation", n.Code)
		}
	}
}

// TestCodes holds that no code is documented that the package does not write, and
// that none is written that is not documented.
func TestCodes(t *testing.T) {
	files, err := filepath.Glob("*.go")
	if err != nil {
		t.Fatal(err)
	}
	literals := map[string]bool{"math-to-text": true, "ruby-to-text": true} // made of the element's name
	for _, name := range files {
		if strings.HasSuffix(name, "_test.go") || name == "doc.go" {
			continue
		}
		f, err := parser.ParseFile(token.NewFileSet(), name, nil, 0)
		if err != nil {
			t.Fatal(err)
		}
		ast.Inspect(f, func(n ast.Node) bool {
			switch n := n.(type) {
			case *ast.BasicLit:
				if n.Kind == token.STRING {
					if s, err := strconv.Unquote(n.Value); err == nil {
						literals[s] = true
					}
				}
			case *ast.CallExpr:
				// The first argument of note is a code, the second of column.
				sel, ok := n.Fun.(*ast.SelectorExpr)
				if !ok || sel.Sel.Name != "note" && sel.Sel.Name != "column" {
					break
				}
				arg := n.Args[0]
				if sel.Sel.Name == "column" {
					arg = n.Args[1]
				}
				if lit, ok := arg.(*ast.BasicLit); ok {
					if s, _ := strconv.Unquote(lit.Value); !documentedCodes[s] {
						t.Errorf("%s: code %q is not documented", name, s)
					}
				}
			}
			return true
		})
	}
	for c := range documentedCodes {
		if !literals[c] {
			t.Errorf("code %q is documented but never written", c)
		}
	}
}

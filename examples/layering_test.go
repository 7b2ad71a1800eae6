package examples_test

import (
	"go/parser"
	"go/token"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
)

const module = "github.com/toasoan/toasoan"

// layers says what each room may import besides the standard library: packages
// of this module by their folder, others by their path or a prefix of it. It is
// a statement of policy, not a record of what happens to be: a package that
// needs more asks for a discussion, not for a longer line.
//
// The three leaves render, related and a11y never meet here.
var layers = map[string][]string{
	"article/viet":        {"golang.org/x/text"},
	"article/viet/legacy": {"article/viet", "golang.org/x/text"},
	"article":             {"article/viet", "golang.org/x/net/idna", "golang.org/x/text/unicode/norm"},
	"article/importer":    {"article", "article/viet", "article/viet/legacy", "golang.org/x/net/html", "golang.org/x/text"},
	"render":              {"article", "article/viet", "golang.org/x/net/html", "github.com/microcosm-cc/bluemonday"},
	"render/rendertest":   {"article", "article/viet", "render", "golang.org/x/net/html"},
	"related":             {"article", "article/viet", "golang.org/x/text/unicode/norm"},
	"related/relatedtest": {"article", "related"},
	"a11y":                {"article", "article/viet", "golang.org/x/net/html"},
	"a11y/a11ytest":       {"article", "a11y"},
	"examples":            {},
	"examples/*":          {"article", "article/viet", "article/viet/legacy", "article/importer", "render", "related", "a11y", "examples/*", "render/rendertest", "related/relatedtest", "a11y/a11ytest"},
}

// only names the files that may import what they guard.
var only = map[string][]string{
	"github.com/microcosm-cc/bluemonday": {"render/sanitize.go"},
}

// TestLayering reads the source in this process. A test that runs the go
// command instead is cached when the source it never opened changes.
func TestLayering(t *testing.T) {
	files := 0
	err := filepath.WalkDir("..", func(name string, e fs.DirEntry, err error) error {
		switch {
		case err != nil:
			return err
		case e.IsDir():
			return skipDir(name, e)
		case path.Ext(name) != ".go":
			return nil
		}
		files++
		file := filepath.ToSlash(name)[len("../"):]
		imports, err := importsOf(name)
		if err != nil {
			return err
		}
		isTest := strings.HasSuffix(file, "_test.go")
		for _, imp := range imports {
			if isTest && (imp == module+"/"+path.Dir(file) || strings.HasPrefix(imp, "golang.org/x/")) {
				continue // the package it tests, or a second opinion
			}
			if !allowed(file, imp) {
				t.Errorf("%s imports %s", file, imp)
			}
			if guards, ok := only[imp]; ok && !slices.Contains(guards, file) && !isTest {
				t.Errorf("%s imports %s, which only %v may", file, imp, guards)
			}
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	if files < len(layers) {
		t.Fatalf("read only %d files: is this the module's folder?", files)
	}
}

// skipDir leaves out what is not part of this module.
func skipDir(name string, e fs.DirEntry) error {
	if name == ".." {
		return nil
	}
	if b := e.Name(); b == "testdata" || b == "node_modules" || b[0] == '.' || b[0] == '_' {
		return fs.SkipDir
	}
	if _, err := os.Stat(filepath.Join(name, "go.mod")); err == nil {
		return fs.SkipDir
	}
	return nil
}

func importsOf(name string) ([]string, error) {
	f, err := parser.ParseFile(token.NewFileSet(), name, nil, parser.ImportsOnly)
	if err != nil {
		return nil, err
	}
	var imports []string
	for _, s := range f.Imports {
		imp, err := strconv.Unquote(s.Path.Value)
		if err != nil {
			return nil, err
		}
		imports = append(imports, imp)
	}
	return imports, nil
}

// allowed reports whether the policy lets file import imp.
func allowed(file, imp string) bool {
	first, _, _ := strings.Cut(imp, "/")
	if !strings.Contains(first, ".") {
		return true // the standard library
	}
	own, isOwn := strings.CutPrefix(imp, module+"/")
	return slices.ContainsFunc(layers[room(path.Dir(file))], func(may string) bool {
		if isOwn {
			return may == room(own)
		}
		return imp == may || strings.HasPrefix(imp, may+"/")
	})
}

// room returns the name under which layers knows a folder.
func room(dir string) string {
	if strings.HasPrefix(dir, "examples/") {
		return "examples/*"
	}
	return dir
}

// TestPolicyCatches proves that TestLayering can fail.
func TestPolicyCatches(t *testing.T) {
	for _, tt := range []struct {
		file, imp string
		want      bool
	}{
		{"render/page.go", "html/template", true},
		{"render/page.go", module + "/article", true},
		{"render/page.go", module + "/related", false}, // leaves never meet
		{"a11y/theme.go", module + "/render", false},
		{"related/index.go", module + "/article/importer", false},
		{"article/article.go", module + "/render", false}, // no way back
		{"article/viet/fold.go", module + "/article", false},
		{"article/viet/fold.go", "golang.org/x/text/unicode/norm", true},
		{"article/importer/html.go", "github.com/microcosm-cc/bluemonday", false},
		{"examples/newsroom/main.go", module + "/render", true},
		{"examples/newsroom/main.go", "github.com/spf13/cobra", false},
		{"util/util.go", "golang.org/x/text/unicode/norm", false}, // a room the house does not have
	} {
		if got := allowed(tt.file, tt.imp); got != tt.want {
			t.Errorf("allowed(%q, %q) = %v, want %v", tt.file, tt.imp, got, tt.want)
		}
	}
}

// TestTopLevel keeps the top of the repository as small as it is.
func TestTopLevel(t *testing.T) {
	rooms := []string{"article", "render", "related", "a11y", "examples", "go.mod", "go.sum", "README.md", "LICENSE", "CHANGELOG.md"}
	entries, err := os.ReadDir("..")
	if err != nil {
		t.Fatal(err)
	}
	for _, e := range entries {
		if e.Name()[0] != '.' && !slices.Contains(rooms, e.Name()) {
			t.Errorf("%s has no place at the top level", e.Name())
		}
	}
}

package main

import (
	"bytes"
	"flag"
	"maps"
	"os"
	"os/exec"
	"slices"
	"strings"
	"testing"

	"github.com/toasoan/toasoan/related"
	"github.com/toasoan/toasoan/render"
)

var update = flag.Bool("update", false, "rewrite the golden file")

// TestPublish publishes the rows and compares all that is written.
func TestPublish(t *testing.T) {
	defer func() { index, docs = related.New(), map[string]*render.Document{} }()
	var all bytes.Buffer
	for _, r := range rows {
		var page, rss, atom, sitemap bytes.Buffer
		if err := publish(r, output{&page, &rss, &atom, &sitemap}); err != nil {
			t.Fatal(err)
		}
		for _, file := range []struct {
			name string
			text *bytes.Buffer
		}{{r.url, &page}, {"/rss.xml", &rss}, {"/atom.xml", &atom}, {"/sitemap.xml", &sitemap}} {
			all.WriteString("-- " + r.id + " " + file.name + " --\n")
			all.Write(file.text.Bytes())
		}
	}
	const golden = "testdata/output.txt"
	if *update {
		if err := os.WriteFile(golden, all.Bytes(), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(golden)
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(all.Bytes(), want) {
		t.Errorf("the output is not that of %s; look at the difference after -update", golden)
	}
}

// TestErrors gives publish rows with faults, all of which it must name.
func TestErrors(t *testing.T) {
	for _, test := range []struct {
		row  row
		want []string
	}{
		{row{id: "1", url: "/1", title: "Tít", html: "<p>Tin.</p>", date: "hôm qua"}, []string{"hôm qua"}},
		{row{id: "1", url: "/1", title: "Tít", html: strings.Repeat("<b>", 1<<20), date: "???"}, []string{"???", "deep"}},
		{row{id: "1", url: "/1", html: "<p>Tin.</p>", date: "20/11/2026 09:00"}, []string{"headline"}},
		{row{id: "1", title: "Tít", html: "<p>Tin.</p>", date: "20/11/2026 09:00"}, []string{"url"}},
	} {
		err := publish(test.row, output{new(bytes.Buffer), new(bytes.Buffer), new(bytes.Buffer), new(bytes.Buffer)})
		for _, want := range test.want {
			if err == nil || !strings.Contains(err.Error(), want) {
				t.Errorf("publish(%.80v) = %v, want an error with %q", test.row, err, want)
			}
		}
		index, docs = related.New(), map[string]*render.Document{}
	}
}

// TestSize counts the lines between the marks, and the modules of others that the
// program is linked with.
func TestSize(t *testing.T) {
	source, err := os.ReadFile("main.go")
	if err != nil {
		t.Fatal(err)
	}
	_, code, _ := strings.Cut(string(source), "\n// begin\n")
	code, _, ok := strings.Cut(code, "\n// end\n")
	if !ok {
		t.Fatal("main.go lacks the marks")
	}
	lines := 0
	for line := range strings.Lines(code) {
		if strings.TrimSpace(line) != "" {
			lines++
		}
	}
	if lines > 25 {
		t.Errorf("from a row to all outputs: %d lines, want 25 at most", lines)
	}

	if _, err := os.ReadFile("../../go.mod"); err != nil { // so that the result is not kept when it changes
		t.Fatal(err)
	}
	list, err := exec.Command("go", "list", "-deps", "-f", "{{with .Module}}{{.Path}}{{end}}", ".").Output()
	if err != nil {
		t.Skip("no go command: ", err)
	}
	modules := map[string]bool{}
	for path := range strings.FieldsSeq(string(list)) {
		modules[path] = path != "github.com/toasoan/toasoan"
	}
	maps.DeleteFunc(modules, func(_ string, other bool) bool { return !other })
	if len(modules) > 5 {
		t.Errorf("modules of others: %q, want 5 at most", slices.Sorted(maps.Keys(modules)))
	}
}

package article

import (
	"bytes"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// parts writes a golden file.
func parts(t *testing.T, input string) string {
	t.Helper()
	a, err := Decode(strings.NewReader(input), nil)
	if err != nil {
		t.Fatal(err)
	}
	var out strings.Builder
	out.WriteString(input)
	out.WriteString("-- faults --\n")
	if err := a.Validate(); err != nil {
		for _, f := range err.(Faults) {
			fmt.Fprintf(&out, "%s\t%s\t%s\n", f.Path, f.Code, f.Message)
		}
	}
	a.Normalize()
	out.WriteString("-- review --\n")
	for _, f := range a.Review() {
		fmt.Fprintf(&out, "%s\t%s\t%s\t%s", f.Path, f.Code, f.Severity, f.Vi)
		if f.Fixable {
			fmt.Fprintf(&out, "\t→ %s", f.Fix)
		}
		out.WriteString("\n")
	}
	out.WriteString("-- normalized --\n")
	data, err := a.MarshalJSON()
	if err != nil {
		t.Fatal(err)
	}
	var indented bytes.Buffer
	if err := json.Indent(&indented, data, "", "  "); err != nil {
		t.Fatal(err)
	}
	out.WriteString(indented.String() + "\n")
	out.WriteString("-- text --\n" + a.Body.Text() + "\n")
	return out.String()
}

func TestGolden(t *testing.T) {
	files, err := filepath.Glob("testdata/*.txt")
	if err != nil || len(files) == 0 {
		t.Fatalf("no golden files: %v", err)
	}
	for _, file := range files {
		t.Run(strings.TrimSuffix(filepath.Base(file), ".txt"), func(t *testing.T) {
			data, err := os.ReadFile(file)
			if err != nil {
				t.Fatal(err)
			}
			input, _, _ := strings.Cut(string(data), "-- faults --\n")
			want := parts(t, input)
			if *update {
				if err := os.WriteFile(file, []byte(want), 0o666); err != nil {
					t.Fatal(err)
				}
				return
			}
			if got := string(data); got != want {
				t.Errorf("%s differs from what the package gives; -update rewrites it:\n%s", file, firstDifference(got, want))
			}
		})
	}
}

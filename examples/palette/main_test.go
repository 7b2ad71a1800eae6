package main

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/toasoan/toasoan/a11y/a11ytest"
)

func TestRun(t *testing.T) {
	out := filepath.Join(t.TempDir(), "palette.html")
	if err := run("rgb(218 37 29)", out); err != nil {
		t.Fatal(err)
	}
	page, err := os.ReadFile(out)
	if err != nil {
		t.Fatal(err)
	}
	a11ytest.Check(t, string(page))
	if !strings.Contains(string(page), "#da251d") {
		t.Error("the brand color is not told")
	}
	if err := run("no color", out); err == nil || !strings.Contains(err.Error(), "no color") {
		t.Errorf("run with a wrong color: %v", err)
	}
}

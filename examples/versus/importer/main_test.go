package main

import "testing"

// TestContenders holds that every contender reads every body, that the importer
// finds what the others don't look for, and that its allocations with printing are
// less than a fifth of those of bluemonday's.
func TestContenders(t *testing.T) {
	bodies, err := load("")
	if err != nil {
		t.Fatal(err)
	}
	if len(bodies) < 10 {
		t.Fatalf("%d bodies, want those of the golden files", len(bodies))
	}
	allocs := make(map[string]float64)
	for _, c := range contenders() {
		allocs[c.name] = testing.AllocsPerRun(5, func() {
			for i, b := range bodies {
				if err := c.do(b); err != nil {
					t.Errorf("%s: body %d: %v", c.name, i, err)
				}
			}
		})
	}
	ours, theirs := allocs["importer.HTML and render's Body"], allocs["bluemonday UGC"]
	if ours == 0 || theirs == 0 || ours*5 > theirs {
		t.Errorf("%.0f allocations to import and print, %.0f of bluemonday's", ours, theirs)
	}
}

func TestLoad(t *testing.T) {
	if _, err := load("no-such-file.jsonl"); err == nil {
		t.Error("a file that is not there was read")
	}
}

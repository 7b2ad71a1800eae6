//go:build linux

package related

import (
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"testing"
	"time"
)

// The mapping of a snapshot lasts as long as the index needs it, and no longer.
func TestOpenLetsGo(t *testing.T) {
	name := filepath.Join(t.TempDir(), "snapshot")
	x := New()
	docs := madeUp(41, 200)
	if err := x.Add(docs...); err != nil {
		t.Fatal(err)
	}
	if err := x.WriteFile(name); err != nil {
		t.Fatal(err)
	}
	mapped := func() bool {
		maps, err := os.ReadFile("/proc/self/maps")
		if err != nil {
			t.Skip(err)
		}
		return strings.Contains(string(maps), name)
	}
	opened, err := Open(name)
	if err != nil {
		t.Fatal(err)
	}
	runtime.GC()
	runtime.GC()
	if !mapped() {
		t.Skip("not mapped on this system")
	}
	sameAnswers(t, opened, x, docs)
	// What replaces all documents leaves nothing of the file.
	if err := opened.Add(docs...); err != nil {
		t.Fatal(err)
	}
	for i := 0; mapped(); i++ {
		if i == 100 {
			t.Fatal("the file is still mapped")
		}
		runtime.GC()
		time.Sleep(10 * time.Millisecond)
	}
	sameAnswers(t, opened, x, docs)
}

package related

import (
	"bufio"
	"bytes"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"reflect"
	"strings"
	"testing"
	"time"
)

func TestStoreKeepsChanges(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "store")
	docs := madeUp(31, 60)
	s, err := OpenStore(dir)
	if err != nil {
		t.Fatal(err)
	}
	want := New()
	reopen := func() {
		t.Helper()
		if err := s.Close(); err != nil {
			t.Fatal(err)
		}
		if err := s.Add(docs[0]); err == nil {
			t.Fatal("Add to a closed store: no error")
		}
		if s, err = OpenStore(dir); err != nil {
			t.Fatal(err)
		}
		if s.Index().Len() != want.Len() {
			t.Fatalf("%d documents, want %d", s.Index().Len(), want.Len())
		}
		sameAnswers(t, s.Index(), want, docs)
	}
	for i := range docs {
		if err := s.Add(docs[i]); err != nil {
			t.Fatal(err)
		}
		if err := want.Add(docs[i]); err != nil {
			t.Fatal(err)
		}
		if i%20 == 7 {
			if n, err := s.Remove(docs[i-3].ID, "none"); n != want.Remove(docs[i-3].ID) || err != nil {
				t.Fatalf("Remove = %d, %v", n, err)
			}
		}
		if i == 30 {
			reopen()
			if err := s.Compact(); err != nil || s.JournalSize() != int64(len(journalMagic)) {
				t.Fatalf("Compact: %v, journal of %d bytes", err, s.JournalSize())
			}
		}
	}
	reopen()
	if err := s.Add(Doc{}); err == nil {
		t.Error("Add of a document without ID: no error")
	}
	reopen()
}

// What JSON cannot hold makes no difference between an index and what comes back of it
// from a journal or a snapshot.
func TestStoreKeepsOddDocs(t *testing.T) {
	docs := []Doc{
		{ID: "a", Title: "đò ngang", Published: time.Date(12000, 1, 1, 0, 0, 0, 0, time.UTC)},
		{ID: "b", Title: "đò ngang", Published: time.Date(9999, 12, 31, 23, 59, 59, 0, time.UTC)},
		{ID: "c", Title: "đò\xff ngang", Sections: []string{"x\xff\xfe"}, Lang: "vi\xff", URL: "https://bao.example/\xff"},
	}
	want, dir := New(), t.TempDir()
	if err := want.Add(docs...); err != nil {
		t.Fatal(err)
	}
	s, err := OpenStore(dir)
	if err != nil {
		t.Fatal(err)
	}
	if err := s.Add(docs...); err != nil {
		t.Fatal(err)
	}
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	if s, err = OpenStore(dir); err != nil {
		t.Fatal(err)
	}
	defer s.Close()
	if !bytes.Equal(snapshot(t, s.Index()), snapshot(t, want)) {
		t.Error("the index differs from that of the same documents")
	}
	read, err := Read(bytes.NewReader(snapshot(t, want)))
	if err != nil {
		t.Fatal(err)
	}
	d := Doc{Title: "một chuyến đò ngang", Related: []string{docs[2].URL}}
	for _, q := range []*Query{nil, {Section: "x\xff\xfe"}} {
		hits := want.Related(d, q)
		if len(hits) == 0 || hits[0].ID != "c" || !hits[0].Pinned {
			t.Errorf("Related = %+v, want c by its URL", hits)
		}
		if got := read.Related(d, q); !reflect.DeepEqual(got, hits) {
			t.Errorf("after Read: %+v, want %+v", got, hits)
		}
	}
}

// Wherever a journal is cut off, what comes back is what was whole.
func TestJournalCutAnywhere(t *testing.T) {
	dir := t.TempDir()
	s, err := OpenStore(dir)
	if err != nil {
		t.Fatal(err)
	}
	var ends []int64
	for i := range 4 {
		if err := s.Add(Doc{ID: fmt.Sprint(i), Title: "bến đò"}); err != nil {
			t.Fatal(err)
		}
		ends = append(ends, s.JournalSize())
	}
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	name := filepath.Join(dir, journalName)
	whole, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	for n := range len(whole) + 1 {
		if err := os.WriteFile(name, whole[:n], 0o600); err != nil {
			t.Fatal(err)
		}
		s, err := OpenStore(dir)
		if err != nil {
			t.Fatalf("cut at %d: %v", n, err)
		}
		want := 0
		for _, e := range ends {
			if int64(n) >= e {
				want++
			}
		}
		if s.Index().Len() != want {
			t.Fatalf("cut at %d: %d documents, want %d", n, s.Index().Len(), want)
		}
		// It goes on from there.
		if err := s.Add(Doc{ID: "new"}); err != nil {
			t.Fatal(err)
		}
		if err := s.Close(); err != nil {
			t.Fatal(err)
		}
		if s, err = OpenStore(dir); err != nil || s.Index().Len() != want+1 {
			t.Fatalf("cut at %d and gone on: %v", n, err)
		}
		s.Close()
	}
	if err := os.WriteFile(name, []byte("something else entirely"), 0o600); err != nil {
		t.Fatal(err)
	}
	if _, err := OpenStore(dir); err == nil {
		t.Error("a file that is no journal: no error")
	}
}

// TestMain lets a test run this binary as a process to be killed.
func TestMain(m *testing.M) {
	if dir := os.Getenv("RELATED_TEST_STORE"); dir != "" {
		addUntilKilled(dir)
	}
	os.Exit(m.Run())
}

// addUntilKilled adds documents, and says of each when it is there.
func addUntilKilled(dir string) {
	s, err := OpenStore(dir)
	if err != nil {
		fmt.Println(err)
		os.Exit(1)
	}
	for i := s.Index().Len(); ; i++ {
		if err := s.Add(Doc{ID: fmt.Sprint(i), Title: "bến đò", Body: strings.Repeat("một câu ", 50)}); err != nil {
			fmt.Println(err)
			os.Exit(1)
		}
		if i%25 == 24 {
			if err := s.Compact(); err != nil {
				fmt.Println(err)
				os.Exit(1)
			}
		}
		fmt.Println("added", i)
	}
}

func TestStoreSurvivesKill(t *testing.T) {
	if testing.Short() {
		t.Skip("runs processes")
	}
	dir := t.TempDir()
	added := -1
	for _, lines := range []int{3, 40, 1, 60} {
		cmd := exec.Command(os.Args[0])
		cmd.Env = append(os.Environ(), "RELATED_TEST_STORE="+dir)
		out, err := cmd.StdoutPipe()
		if err != nil {
			t.Fatal(err)
		}
		if err := cmd.Start(); err != nil {
			t.Fatal(err)
		}
		sc := bufio.NewScanner(out)
		for range lines {
			if !sc.Scan() {
				t.Fatal("the process ended by itself")
			}
			if n, err := fmt.Sscanf(sc.Text(), "added %d", &added); n != 1 {
				t.Fatalf("%q: %v", sc.Text(), err)
			}
		}
		if err := cmd.Process.Kill(); err != nil { // SIGKILL
			t.Fatal(err)
		}
		for sc.Scan() { // what it said before it died
			fmt.Sscanf(sc.Text(), "added %d", &added)
		}
		cmd.Wait()
	}
	s, err := OpenStore(dir)
	if err != nil {
		t.Fatal(err)
	}
	defer s.Close()
	for i := range added + 1 {
		if !s.Index().Has(fmt.Sprint(i)) {
			t.Errorf("document %d of %d is lost", i, added+1)
		}
	}
	if n := s.Index().Len(); n != added+1 && n != added+2 {
		t.Errorf("%d documents, want %d or one more", n, added+1)
	}
}

// A flipped bit is found, or has cut off the last entry; it never takes others away.
func TestJournalDamagedAnywhere(t *testing.T) {
	dir := t.TempDir()
	s, err := OpenStore(dir)
	if err != nil {
		t.Fatal(err)
	}
	last := int64(0)
	for i := range 3 {
		last = s.JournalSize()
		if err := s.Add(Doc{ID: fmt.Sprint(i), Title: "bến đò"}); err != nil {
			t.Fatal(err)
		}
	}
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	name := filepath.Join(dir, journalName)
	whole, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	for i := range whole {
		bad := bytes.Clone(whole)
		bad[i] ^= 1 << (i % 8)
		if err := os.WriteFile(name, bad, 0o600); err != nil {
			t.Fatal(err)
		}
		s, err := OpenStore(dir)
		if int64(i) < last {
			if !errors.Is(err, ErrFormat) {
				t.Fatalf("byte %d changed: %v, want ErrFormat", i, err)
			}
			if after, _ := os.ReadFile(name); !bytes.Equal(after, bad) {
				t.Fatalf("byte %d changed: the journal was written to", i)
			}
			continue
		}
		if err != nil || s.Index().Len() != 2 {
			t.Fatalf("byte %d of the last entry changed: %v", i, err)
		}
		s.Close()
	}
}

func TestStoreIsOpenOnce(t *testing.T) {
	dir := t.TempDir()
	s, err := OpenStore(dir)
	if err != nil {
		t.Fatal(err)
	}
	second, err := OpenStore(dir)
	if err == nil {
		second.Close()
		t.Skip("no locks on this system")
	}
	if !errors.Is(err, ErrInUse) || !strings.Contains(err.Error(), dir) {
		t.Errorf("second OpenStore: %v, want ErrInUse with the folder", err)
	}
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	if s, err = OpenStore(dir); err != nil {
		t.Fatalf("after Close: %v", err)
	}
	s.Close()
}

package related

import (
	"bytes"
	"encoding/binary"
	"errors"
	"fmt"
	"hash/crc32"
	"os"
	"path/filepath"
	"reflect"
	"testing"
	"testing/iotest"
)

// severalSegments returns an index of several segments with dead documents, and
// what it holds.
func severalSegments(t testing.TB) (*Index, []Doc) {
	docs := madeUp(21, 400)
	x := New()
	for _, batch := range [][]Doc{docs[:385], docs[385:398], docs[398:]} {
		if err := x.Add(batch...); err != nil {
			t.Fatal(err)
		}
	}
	x.Remove(docs[3].ID, docs[5].ID)
	kept := append(append([]Doc(nil), docs[:3]...), docs[4])
	return x, append(kept, docs[6:]...)
}

func snapshot(t testing.TB, x *Index) []byte {
	var b bytes.Buffer
	n, err := x.WriteTo(&b)
	if err != nil || n != int64(b.Len()) {
		t.Fatalf("WriteTo = %d, %v, wrote %d bytes", n, err, b.Len())
	}
	return b.Bytes()
}

func sameAnswers(t *testing.T, x, y *Index, docs []Doc) {
	t.Helper()
	for i := 0; i < len(docs); i += len(docs)/10 + 1 {
		for _, q := range someQueries() {
			got, want := x.Related(docs[i], q), y.Related(docs[i], q)
			if !reflect.DeepEqual(got, want) {
				t.Fatalf("Related(%s) differs:\ngot  %+v\nwant %+v", docs[i].ID, got, want)
			}
		}
	}
}

func TestSnapshotRoundTrip(t *testing.T) {
	x, docs := severalSegments(t)
	if n := len(x.load().views); n < 2 {
		t.Fatalf("%d segments, want several", n)
	}
	data := snapshot(t, x)
	y, err := Read(iotest.OneByteReader(bytes.NewReader(data)))
	if err != nil {
		t.Fatal(err)
	}
	sameAnswers(t, y, x, docs)
	if again := snapshot(t, y); !bytes.Equal(again, data) {
		t.Error("the snapshot of what was read differs from what was read")
	}
	name := filepath.Join(t.TempDir(), "snapshot")
	for range 2 {
		if err := x.WriteFile(name); err != nil {
			t.Fatal(err)
		}
	}
	z, err := Open(name)
	if err != nil {
		t.Fatal(err)
	}
	sameAnswers(t, z, x, docs)
	// An index that was opened can be changed.
	for _, i := range []*Index{y, z} {
		if i.Remove(docs[0].ID) != 1 {
			t.Error("Remove does not find a document that was read")
		}
		if err := i.Add(docs[0]); err != nil {
			t.Fatal(err)
		}
		sameAnswers(t, i, x, docs)
	}
	if files, _ := os.ReadDir(filepath.Dir(name)); len(files) != 1 {
		t.Errorf("files left over: %v", files)
	}
}

func TestEmptySnapshot(t *testing.T) {
	x, err := Read(bytes.NewReader(snapshot(t, New())))
	if err != nil || x.Len() != 0 {
		t.Fatalf("Read = %v, %v", x, err)
	}
}

func TestReadRefusesDamage(t *testing.T) {
	x := New()
	if err := x.Add(madeUp(2, 12)...); err != nil {
		t.Fatal(err)
	}
	data := snapshot(t, x)
	step := len(data)/3000 + 1
	for i := 0; i < len(data); i += step {
		bad := bytes.Clone(data)
		bad[i] ^= 1 << (i % 8)
		if _, err := Read(bytes.NewReader(bad)); !errors.Is(err, ErrFormat) {
			t.Fatalf("byte %d changed: error %v, want ErrFormat", i, err)
		}
		if _, err := Read(bytes.NewReader(data[:i])); !errors.Is(err, ErrFormat) {
			t.Fatalf("cut at %d: error %v, want ErrFormat", i, err)
		}
	}
	if _, err := Read(bytes.NewReader(append(bytes.Clone(data), 0))); !errors.Is(err, ErrFormat) {
		t.Errorf("a byte too many: error %v, want ErrFormat", err)
	}
	if _, err := Read(iotest.ErrReader(os.ErrClosed)); !errors.Is(err, os.ErrClosed) {
		t.Errorf("a reader's error is lost: %v", err)
	}
}

// resum puts right checksums into a snapshot, as an attacker would.
func resum(data []byte) []byte {
	data = bytes.Clone(data)
	put := func(start, end int) bool {
		if end+4 > len(data) || end < start {
			return false
		}
		binary.LittleEndian.PutUint32(data[end:], crc32.Checksum(data[start:end], castagnoli))
		return true
	}
	at := len(snapshotMagic) + 8
	for ok := put(0, at); ok; {
		at += 4
		if ok = put(at, at+segmentHead); !ok {
			break
		}
		size := 0
		for p := range numParts {
			size += int(binary.LittleEndian.Uint64(data[at+16+8*p:]) & (1<<40 - 1))
		}
		at += segmentHead + 4
		ok = put(at, at+size)
		at += size
	}
	return data
}

// FuzzRead changes snapshots, puts the checksums right and, if Read takes them,
// does with the index all that there is to do.
func FuzzRead(f *testing.F) {
	x, _ := severalSegments(f)
	small := New()
	if err := small.Add(madeUp(4, 5)...); err != nil {
		f.Fatal(err)
	}
	for _, data := range [][]byte{snapshot(f, small), snapshot(f, New()), snapshot(f, x)} {
		f.Add(data, 0, byte(0), 0, byte(0))
		for i := 30; i < len(data); i += len(data)/40 + 1 {
			f.Add(data, i, byte(i), i/2, byte(1))
		}
	}
	docs := madeUp(4, 5)
	f.Fuzz(func(t *testing.T, data []byte, at int, with byte, at2 int, with2 byte) {
		data = bytes.Clone(data)
		if len(data) > 0 {
			data[uint(at)%uint(len(data))] ^= with
			data[uint(at2)%uint(len(data))] ^= with2
		}
		x, err := Read(bytes.NewReader(resum(data)))
		if err != nil {
			return
		}
		for _, q := range someQueries() {
			x.Related(docs[0], q)
		}
		x.Search("do ngang", nil)
		x.Duplicates(docs[1])
		x.Thread(docs[2], nil)
		n := x.Len()
		if hits := x.Related(docs[3], &Query{N: 1}); len(hits) > 0 {
			if _, ok := x.Explain(docs[3], hits[0].ID, nil); !ok && !hits[0].Pinned {
				t.Errorf("no explanation for the hit %q", hits[0].ID)
			}
			if x.Remove(hits[0].ID) != 1 || x.Len() != n-1 {
				t.Errorf("the hit %q cannot be removed", hits[0].ID)
			}
		}
		if err := x.Add(docs...); err != nil {
			t.Error(err)
		}
		again, err := Read(bytes.NewReader(snapshot(t, x)))
		if err != nil {
			t.Fatalf("the snapshot of what was read: %v", err)
		}
		sameAnswers(t, again, x, docs)
	})
}

func ExampleIndex_WriteFile() {
	dir, err := os.MkdirTemp("", "related")
	if err != nil {
		fmt.Println(err)
	}
	defer os.RemoveAll(dir)
	x := New()
	if err := x.Add(Doc{ID: "1", Title: "Đò ngang bến An Hải"}); err != nil {
		fmt.Println(err)
	}
	name := filepath.Join(dir, "related.snapshot")
	if err := x.WriteFile(name); err != nil {
		fmt.Println(err)
	}
	y, err := Open(name)
	fmt.Println(y.Len(), err)
	// Output: 1 <nil>
}

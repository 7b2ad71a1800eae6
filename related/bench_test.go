package related

import (
	"bytes"
	"io"
	"testing"
)

// The benchmarks here are of made-up documents, to see a change; examples/versus
// measures real ones.

func benchIndex(b *testing.B, n int) (*Index, []Doc) {
	docs := madeUp(1, n)
	x := New()
	if err := x.Add(docs...); err != nil {
		b.Fatal(err)
	}
	b.ReportAllocs()
	b.ResetTimer()
	return x, docs
}

func BenchmarkRelated(b *testing.B) {
	x, docs := benchIndex(b, 5000)
	for i := 0; b.Loop(); i++ {
		x.Related(docs[i%len(docs)], nil)
	}
}

func BenchmarkSearch(b *testing.B) {
	x, _ := benchIndex(b, 5000)
	for b.Loop() {
		x.Search("do ngang an hai", nil)
	}
}

func BenchmarkAdd(b *testing.B) {
	docs := madeUp(2, 2000)
	b.ReportAllocs()
	for b.Loop() {
		if err := New().Add(docs...); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkAddOne(b *testing.B) {
	x, _ := benchIndex(b, 5000)
	docs := madeUp(3, 2000)
	for i := 0; b.Loop(); i++ {
		if err := x.Add(docs[i%len(docs)]); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkWriteTo(b *testing.B) {
	x, _ := benchIndex(b, 5000)
	for b.Loop() {
		n, err := x.WriteTo(io.Discard)
		if err != nil {
			b.Fatal(err)
		}
		b.SetBytes(n)
	}
}

func BenchmarkRead(b *testing.B) {
	x, _ := benchIndex(b, 5000)
	data := snapshot(b, x)
	b.SetBytes(int64(len(data)))
	for b.Loop() {
		if _, err := Read(bytes.NewReader(data)); err != nil {
			b.Fatal(err)
		}
	}
}

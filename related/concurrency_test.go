package related

import (
	"fmt"
	"os"
	"reflect"
	"sync"
	"sync/atomic"
	"testing"
	"time"
)

// Eight writers add, replace and remove while eight readers query; in the end the
// index answers as a new one of what is left. It runs for two seconds, or as long
// as RELATED_TEST_RACE says.
func TestWritersAndReaders(t *testing.T) {
	if testing.Short() {
		t.Skip("takes seconds")
	}
	long := 2 * time.Second
	if s := os.Getenv("RELATED_TEST_RACE"); s != "" {
		var err error
		if long, err = time.ParseDuration(s); err != nil {
			t.Fatal(err)
		}
	}
	docs := madeUp(17, 600)
	x := New()
	if err := x.Add(docs...); err != nil {
		t.Fatal(err)
	}
	var done atomic.Bool
	time.AfterFunc(long, func() { done.Store(true) })
	var wg sync.WaitGroup
	var queries atomic.Int64
	for w := range 8 {
		wg.Add(2)
		go func() { // each writer has documents of its own
			defer wg.Done()
			for i := w; !done.Load(); i += 8 {
				d := docs[i%(len(docs)/8*8)]
				if i/8%3 == 0 {
					x.Remove(d.ID)
				}
				changed := d
				changed.Title = fmt.Sprint("bản sửa ", i)
				for _, d := range []Doc{changed, d} {
					if err := x.Add(d); err != nil {
						t.Error(err)
					}
				}
			}
			for i := w; i < len(docs); i += 8 {
				if err := x.Add(docs[i]); err != nil {
					t.Error(err)
				}
			}
		}()
		go func() {
			defer wg.Done()
			qs := someQueries()
			for i := w; !done.Load(); i++ {
				d := docs[i%len(docs)]
				hits := x.Related(d, qs[i%len(qs)])
				for _, h := range hits {
					if h.ID == d.ID || h.Score <= 0 && !h.Pinned {
						t.Errorf("Related(%s) = %+v", d.ID, h)
					}
				}
				x.Search("do ngang", nil)
				queries.Add(2)
			}
		}()
	}
	wg.Wait()
	t.Logf("%d queries", queries.Load())
	fresh := New()
	if err := fresh.Add(docs...); err != nil {
		t.Fatal(err)
	}
	if x.Len() != fresh.Len() {
		t.Fatalf("Len = %d, want %d", x.Len(), fresh.Len())
	}
	for i := 0; i < len(docs); i += 29 {
		for _, q := range someQueries() {
			if got, want := x.Related(docs[i], q), fresh.Related(docs[i], q); !reflect.DeepEqual(got, want) {
				t.Fatalf("Related(%s) differs from that of a new index:\ngot  %+v\nwant %+v", docs[i].ID, got, want)
			}
		}
	}
}

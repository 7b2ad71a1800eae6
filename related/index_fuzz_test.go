package related

import (
	"fmt"
	"testing"
)

// FuzzIndex adds, replaces and removes as the input says, and compares the index
// with brute force over what must be in it.
func FuzzIndex(f *testing.F) {
	f.Add([]byte{0, 1, 2, 3, 200, 1, 4, 4, 201, 9})
	f.Add([]byte{10, 10, 10, 138, 138, 10, 255, 0})
	docs := madeUp(41, 100)
	f.Fuzz(func(t *testing.T, steps []byte) {
		x := New()
		want := map[string]Doc{}
		for i, s := range steps[:min(len(steps), 60)] {
			d := docs[int(s&0x7f)%len(docs)]
			switch {
			case s < 100: // some documents at once
				batch := docs[int(s)%len(docs):][:1+int(s)%3%(len(docs)-int(s)%len(docs))]
				if err := x.Add(batch...); err != nil {
					t.Fatal(err)
				}
				for _, d := range batch {
					want[d.ID] = d
				}
			case s < 180: // another version
				d.Body += fmt.Sprint(" bản ", i)
				if err := x.Add(d); err != nil {
					t.Fatal(err)
				}
				want[d.ID] = d
			default:
				_, there := want[d.ID]
				if n := x.Remove(d.ID); n == 1 != there {
					t.Fatalf("Remove(%s) = %d", d.ID, n)
				}
				delete(want, d.ID)
			}
			if x.Len() != len(want) {
				t.Fatalf("Len = %d, want %d", x.Len(), len(want))
			}
		}
		var left []Doc
		for _, d := range docs {
			if w, ok := want[d.ID]; ok {
				left = append(left, w)
			}
		}
		checkAgainstOracle(t, x, left, len(left)/3+1)
	})
}

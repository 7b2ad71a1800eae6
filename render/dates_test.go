package render

import (
	"testing"
	"time"
)

// Hand-made stamps are those of package time, on every day of the years that RFC
// 3339 knows and on some beyond, in any zone.
func TestAppendStamp(t *testing.T) {
	zones := []*time.Location{time.UTC, vietnam, time.FixedZone("", -9*3600-30*60), time.FixedZone("", 14*3600), time.FixedZone("", 5*3600+1800)}
	end := time.Date(10_001, 1, 1, 0, 0, 0, 0, time.UTC)
	for i, day := 0, time.Date(-1, 1, 1, 23, 59, 58, 7, time.UTC); day.Before(end); i, day = i+1, day.Add(24*time.Hour) {
		in := day.In(zones[i%len(zones)])
		if got, want := string(appendStamp(nil, in)), in.Format(machineTime); got != want {
			t.Fatalf("appendStamp(%v) = %s, want %s", in, got, want)
		}
		if i%50 == 0 {
			if got, want := string(appendRFC822(nil, in)), in.Format(time.RFC1123Z); got != want {
				t.Fatalf("appendRFC822(%v) = %s, want %s", in, got, want)
			}
		}
	}
}

package related

import "time"

// maxRead is how many documents a search reads one by one for its common words.
const maxRead = 1 << 14

// recent returns the time that maxRead of the documents have or are newer than, of
// those that q keeps; of these, no document may be older. It is zero if no more than
// maxRead have a time, and documents without one then count as well.
func (r *run) recent(q *Query) time.Time {
	filters := make([]filter, len(r.st.views))
	for i, v := range r.st.views {
		filters[i] = newFilter(q, v, "")
	}
	// The bits of the time are found from the highest, some of them at a time.
	const (
		bits  = 13
		top   = 1<<bits - 1
		times = 3 * bits // of the seconds from firstSecond to lastSecond
	)
	found, left := uint64(0), maxRead
	for shift := times - bits; shift >= 0; shift -= bits {
		var counts [top + 1]int
		for i, v := range r.st.views {
			if filters[i].none {
				continue
			}
			for doc := range v.seg.docs {
				t := v.seg.publishedAt(doc)
				if s := uint64(t - firstSecond); t != noTime && s>>shift>>bits == found && filters[i].mayKeep(doc) {
					counts[s>>shift&top]++
				}
			}
		}
		b := top
		for ; b >= 0 && counts[b] < left; b-- {
			left -= counts[b]
		}
		if b < 0 {
			return time.Time{}
		}
		found = found<<bits | uint64(b)
	}
	return time.Unix(int64(found)+firstSecond, 0)
}

package render

import (
	"fmt"
	"math"
	"strings"

	"github.com/toasoan/toasoan/article"
)

// WebVTT returns the words of a recording as timed text, a cue a sentence, or ""
// if there are none, or the length is unknown, longer than a week, or shorter than
// a millisecond a sentence. The model holds no times of single
// sentences, so each gets its share of the length by its number of letters: good
// enough to follow a voice that reads evenly, no replacement for captions.
func WebVTT(transcript article.Body, length article.Seconds) string {
	const week = 7 * 24 * 60 * 60
	if !(0 < length && length <= week) {
		return ""
	}
	var cues []string
	total := 0
	each(transcript, func(b article.Block) bool {
		var t article.Text
		switch b := b.(type) {
		case *article.Paragraph:
			t = b.Text
		case *article.Heading:
			t = b.Text
		}
		for _, s := range sentences(oneLine(flat(t))) {
			if s = strings.TrimSpace(s); s != "" {
				cues = append(cues, s)
				total += runes(s)
			}
		}
		return true
	})
	if total == 0 {
		return ""
	}
	var b strings.Builder
	b.WriteString("WEBVTT\n")
	done := 0
	for i, s := range cues {
		from := milliseconds(float64(length) * float64(done) / float64(total))
		done += runes(s)
		to := milliseconds(float64(length) * float64(done) / float64(total))
		if to <= from {
			return "" // no cue may be without length
		}
		fmt.Fprintf(&b, "\n%d\n%s --> %s\n%s\n", i+1, vttTime(from), vttTime(to), appendText(nil, s))
	}
	return b.String()
}

func milliseconds(seconds float64) int64 { return int64(math.Round(seconds * 1000)) }

// vttTime returns a time in milliseconds as WebVTT writes it.
func vttTime(ms int64) string {
	return fmt.Sprintf("%02d:%02d:%02d.%03d", ms/3_600_000, ms/60_000%60, ms/1000%60, ms%1000)
}

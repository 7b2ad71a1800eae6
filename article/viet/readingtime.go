package viet

import (
	"strconv"
	"time"
)

// SyllablesPerMinute is the reading speed that [ReadingTime] assumes: a round
// figure, since Vietnamese is not among the languages with standardized
// measurements. Divide [CountWords] by your own if you know your readers.
const SyllablesPerMinute = 250

// CountWords returns the number of tokens of s (see [Tokens]): written words,
// which in Vietnamese are syllables, and numbers.
func CountWords(s string) int {
	n := 0
	for range Tokens(s) {
		n++
	}
	return n
}

// ReadingTime returns how long a text of the given number of words (see
// [CountWords]) takes to read at [SyllablesPerMinute].
func ReadingTime(words int) time.Duration {
	return time.Duration(max(words, 0)) * time.Minute / SyllablesPerMinute
}

// FormatReadingTime returns d as articles show it, rounded up to whole
// minutes: "3 phút đọc", at least one.
func FormatReadingTime(d time.Duration) string {
	return strconv.Itoa(int(max((d+time.Minute-1)/time.Minute, 1))) + " phút đọc"
}

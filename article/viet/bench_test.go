package viet

import (
	"math/rand/v2"
	"strings"
	"testing"

	"golang.org/x/text/unicode/norm"
)

// benchText is prose with the usual share of accents, its words in another order
// in every sentence: what repeats itself is learned by a processor, and then
// measured as faster than it is.
var benchText = func() string {
	words := strings.Fields("Sáng nay, tại nhà rông làng Kon Jơ Ri, hơn một trăm hai mươi học sinh của bốn xã vùng cao đã nhận học bổng: “mỗi suất 1.500.000 đồng”, theo Nghị quyết số 35-NQ/TW, ngày 22/10/2018.")
	r := rand.New(rand.NewPCG(1, 2))
	var b strings.Builder
	for range 100 {
		for _, i := range r.Perm(len(words)) {
			b.WriteString(words[i] + " ")
		}
	}
	return b.String()
}()

const benchTitle = "TP.HCM thí điểm xe buýt điện trên ba tuyến đường trung tâm từ ngày 7/10"

func benchmark(b *testing.B, s string, f func(string)) {
	b.ReportAllocs()
	b.SetBytes(int64(len(s)))
	for b.Loop() {
		f(s)
	}
}

func BenchmarkSlug(b *testing.B) { benchmark(b, benchTitle, func(s string) { Slug(s) }) }

func BenchmarkFold(b *testing.B) { benchmark(b, benchText, func(s string) { Fold(s) }) }

func BenchmarkNormalizeClean(b *testing.B) {
	benchmark(b, strings.TrimSpace(benchText), func(s string) { Normalize(s) })
}

func BenchmarkNormalizeDecomposed(b *testing.B) {
	benchmark(b, norm.NFD.String(benchText), func(s string) { Normalize(s) })
}

func BenchmarkTokens(b *testing.B) {
	benchmark(b, benchText, func(s string) {
		for range Tokens(s) {
		}
	})
}

func BenchmarkSyllables(b *testing.B) {
	benchmark(b, benchText, func(s string) {
		for range Syllables(s) {
		}
	})
}

func BenchmarkPlaceTones(b *testing.B) {
	benchmark(b, benchText, func(s string) { PlaceTones(s, Traditional) })
}

func BenchmarkDocuments(b *testing.B) {
	benchmark(b, benchText, func(s string) {
		for range Documents(s) {
		}
	})
}

// Nothing but documents.
func BenchmarkDocumentsAlone(b *testing.B) {
	s := strings.Repeat("Nghị quyết số 35-NQ/TW, ngày 22/10/2018 của Bộ Chính trị; Luật Đất đai năm 2013; Nghị định 100/2019/NĐ-CP ngày 30/12/2019 của Chính phủ; "+
		"Quyết định số 1234/QĐ-UBND ngày 5/6/2021 của Chủ tịch UBND tỉnh An Giang; Thông tư 26/2020/TT-BTTTT. ", 20)
	benchmark(b, s, func(s string) {
		for range Documents(s) {
		}
	})
}

func BenchmarkToLower(b *testing.B) { benchmark(b, benchText, func(s string) { ToLower(s) }) }

func BenchmarkWhens(b *testing.B) {
	benchmark(b, benchText, func(s string) {
		for range Whens(s) {
		}
	})
}

func BenchmarkSpeak(b *testing.B) { benchmark(b, benchText, func(s string) { Speak(s) }) }

func BenchmarkCompare(b *testing.B) {
	names := strings.Fields(benchText)[:30]
	benchmark(b, benchText, func(string) {
		for i := range names[1:] {
			Compare(names[i], names[i+1])
		}
	})
}

package versus

import (
	"encoding/xml"
	"io"
	"strconv"
	"testing"
	"time"

	"github.com/snabb/sitemap"

	"github.com/toasoan/toasoan/render"
)

// urls is the number of addresses. The peers don't split, so they write one file.
const urls = 1_000_000

type nopCloser struct{ io.Writer }

func (nopCloser) Close() error { return nil }

func BenchmarkSitemap(b *testing.B) {
	// Made beforehand, and used again and again: making them is not what is compared.
	// They live no longer than this benchmark, so that the collector does not go
	// through them in others.
	addresses := make([]string, 1<<14)
	for i := range addresses {
		addresses[i] = "https://bao.example/kinh-te/tin-" + strconv.Itoa(i) + ".html"
	}
	address := func(i int) string { return addresses[i%len(addresses)] }
	b.Run("render", func(b *testing.B) {
		s := &render.Sitemap{BaseURL: "https://bao.example/", Create: func(string) (io.WriteCloser, error) { return nopCloser{io.Discard}, nil }}
		b.ReportAllocs()
		for b.Loop() {
			n, parts, err := s.Write(func(yield func(render.URL, error) bool) {
				for i := range urls {
					if !yield(render.URL{Loc: address(i), LastMod: published}, nil) {
						return
					}
				}
			})
			if n != urls || parts != 20 || err != nil {
				b.Fatal(n, parts, err)
			}
		}
	})
	b.Run("snabb-sitemap", func(b *testing.B) {
		b.ReportAllocs()
		for b.Loop() {
			s := sitemap.New()
			for i := range urls {
				t := published
				s.Add(&sitemap.URL{Loc: address(i), LastMod: &t})
			}
			if _, err := s.WriteTo(io.Discard); err != nil {
				b.Fatal(err)
			}
		}
	})
	b.Run("encoding-xml", func(b *testing.B) {
		type entry struct {
			XMLName xml.Name  `xml:"url"`
			Loc     string    `xml:"loc"`
			LastMod time.Time `xml:"lastmod"`
		}
		b.ReportAllocs()
		for b.Loop() {
			e := xml.NewEncoder(io.Discard)
			for i := range urls {
				if err := e.Encode(entry{Loc: address(i), LastMod: published}); err != nil {
					b.Fatal(err)
				}
			}
		}
	})
}

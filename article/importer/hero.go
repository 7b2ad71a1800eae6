package importer

import (
	"regexp"
	"strings"

	"github.com/toasoan/toasoan/article"
)

// A heroRule says which picture is the hero.
type heroRule uint8

const (
	heroFirst heroRule = iota // the one that is known, or the one before the text
	heroKnown                 // the one that is known
	heroShown                 // as heroFirst, but one that is known stays in the text if it stands there
)

// hero makes the picture before the first paragraph the hero, and takes the
// repeated hero out of the body.
func (r *rowReader) hero() {
	a := r.a
	if len(a.Body) == 0 {
		return
	}
	if a.Hero == nil {
		switch x := a.Body[0].(type) {
		case *article.Image:
			if len(a.Body) == 1 {
				return
			}
			a.Hero, a.Body = x, a.Body[1:]
			r.column("hero", "hero", x.URL)
		case *article.Video:
			if len(a.Body) == 1 {
				return
			}
			a.Hero, a.Body = x, a.Body[1:]
			r.column("hero", "hero", "")
		}
		return
	}
	known, ok := a.Hero.(*article.Image)
	if !ok {
		return
	}
	for i, x := range a.Body {
		im, ok := x.(*article.Image)
		if !ok {
			if i > 2 {
				return
			}
			continue
		}
		if !samePicture(known.URL, im.URL) {
			return
		}
		r.column("hero", "hero-repeated", im.URL)
		if len(known.Caption) == 0 {
			known.Caption = im.Caption
		}
		if len(known.Credits) == 0 {
			known.Credits = im.Credits
		}
		if known.Alt == "" {
			known.Alt = im.Alt
		}
		if known.Width == 0 {
			known.Width, known.Height = im.Width, im.Height
		}
		known.Illustration = known.Illustration || im.Illustration
		a.Body = append(a.Body[:i:i], a.Body[i+1:]...)
		return
	}
}

// heroInText reports whether the hero stands in the text behind its first paragraph,
// as where a page names its first picture for want of a hero. It is none then.
func (r *rowReader) heroInText() bool {
	const most = 64 // pictures looked at
	known, ok := r.a.Hero.(*article.Image)
	if !ok {
		return false
	}
	n, text := 0, false
	for _, x := range r.a.Body {
		im, ok := x.(*article.Image)
		if !ok {
			text = true
			continue
		}
		if n++; n > most {
			return false
		}
		if !samePicture(known.URL, im.URL) {
			continue
		}
		if !text {
			return false
		}
		if im.Alt == "" && known.Alt != "" {
			im.Alt, im.Decorative = known.Alt, false
		}
		if im.Width == 0 && im.URL == known.URL {
			im.Width, im.Height = known.Width, known.Height
		}
		r.column("hero", "hero-in-text", known.URL)
		r.a.Hero = nil
		return true
	}
	return false
}

// samePicture reports whether two addresses are of one picture, perhaps in two
// sizes: they differ in parts that name a size alone.
func samePicture(a, b string) bool {
	return a == b || unsized(a) == unsized(b)
}

var sizes = regexp.MustCompile(`(?i)(^|[/_.-])(thumbs?|thumbnails?|small|medium|large|original|zoom|resize|crop|w?\d{2,4}(x\d{0,4})?|\d{2,4}x|[wh]_?\d{2,4})([/_.-]|$)`)

// unsized returns an address without its query and what names a size in it.
func unsized(u string) string {
	u, _, _ = strings.Cut(u, "?")
	dir, name := "", u
	if i := strings.LastIndexByte(u, '/'); i >= 0 {
		dir, name = u[:i+1], u[i+1:]
	}
	// Dates and the numbers of pictures are no sizes: only parts that a width
	// or a word of the sort stands for go, and of the name only "-600x400".
	for {
		t := sizes.ReplaceAllStringFunc(dir, func(m string) string {
			p := strings.Trim(m, "/_.-")
			if len(p) == 4 && (strings.HasPrefix(p, "19") || strings.HasPrefix(p, "20")) || len(p) == 2 && p[0] <= '9' {
				return m // a year, a month
			}
			return "/"
		})
		if t == dir {
			break
		}
		dir = t
	}
	name = nameSize.ReplaceAllString(name, "")
	return dir + name
}

var nameSize = regexp.MustCompile(`(?i)^thumb[_-]|[_-](\d{2,4}x\d{2,4}|w\d{3,4}|thumb)`)

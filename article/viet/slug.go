package viet

import (
	"hash/fnv"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// A SlugStyle says what punctuation within a word becomes. The zero SlugStyle
// is Dash.
type SlugStyle uint8

const (
	// Dash makes every run of other characters one dash: "TP.HCM tăng 7,5%"
	// gives tp-hcm-tang-7-5. Numbers and dates stay readable.
	Dash SlugStyle = iota
	// Join lets punctuation vanish, so that only spaces, hyphens, dashes, / |
	// and = separate words: tphcm-tang-75.
	Join
)

// A Slugger makes the part of a URL that says what an article is about. The
// zero Slugger is what [Slug] uses; a Slugger is safe for concurrent use.
type Slugger struct {
	// Style is Dash or Join.
	Style SlugStyle

	// MaxLen is the greatest length in bytes. A longer slug is cut at a dash,
	// or within its first word if that alone is too long. Zero means no limit.
	MaxLen int

	// Newsroom gives the very slugs of the large Vietnamese newsrooms, even
	// where those lose something: superscript and subscript digits are dropped
	// (m² gives m instead of m2), a letter that no Vietnamese word has is
	// punctuation (Niño gives ni-o, or nio in the style Join), and a no-break
	// space vanishes.
	Newsroom bool
}

// Slug returns the slug of s in the style Dash: the letters and digits of
// Fold(s), each run of anything else as one dash, none at the ends. Symbols
// are never spelled as words. Slug returns "" if s has no Latin letter and no
// digit, so callers need another name, such as an ID, for such articles.
//
// A slug is a promise to everybody who links to it. When a headline changes,
// keep the slug, or keep the old one as a redirect (301) to the new; let the
// ID in the URL, not the slug, find the article.
//
// Slug is idempotent and allocates once at most.
func Slug(s string) string { return Slugger{}.Slug(s) }

// Slug returns the slug of s.
func (g Slugger) Slug(s string) string {
	var buf [256]byte
	return string(g.AppendSlug(buf[:0], s))
}

// AppendSlug appends the slug of s to dst and returns the extended slice. It
// doesn't allocate if dst has room for it.
func (g Slugger) AppendSlug(dst []byte, s string) []byte {
	mark := len(dst)
	dst, ok := g.append(dst, s)
	if !ok {
		dst, _ = g.append(dst[:mark], norm.NFC.String(s))
	}
	if g.MaxLen > 0 && len(dst)-mark > g.MaxLen {
		dst = dst[:mark+len(cutSlug(dst[mark:], g.MaxLen))]
	}
	return dst
}

// cutSlug returns at most n bytes of slug, whole words if there is room for
// one.
func cutSlug(slug []byte, n int) []byte {
	if slug[n] == '-' {
		return slug[:n]
	}
	for i := n - 1; i > 0; i-- {
		if slug[i] == '-' {
			return slug[:i]
		}
	}
	return slug[:n]
}

// Unique returns the slug of s if taken reports false for it, and otherwise
// the slug with a suffix made from key, the article's ID or another name that
// never changes. Since the suffix doesn't depend on which other articles
// exist, an article gets the same slug again when a site is rebuilt. A slug
// that is empty becomes the suffix alone. MaxLen counts the suffix too, which
// has at least four characters.
func (g Slugger) Unique(s, key string, taken func(slug string) bool) string {
	base := g.Slug(s)
	if base != "" && !taken(base) {
		return base
	}
	h := fnv.New64a()
	h.Write([]byte(key))
	const digits = "0123456789abcdefghijklmnopqrstuvwxyz"
	var suffix []byte
	for sum := h.Sum64(); len(suffix) < 12; sum /= 36 {
		suffix = append(suffix, digits[sum%36])
	}
	for n := 4; ; n++ {
		end := suffix[:min(n, len(suffix))]
		slug := base
		if g.MaxLen > 0 && slug != "" && len(slug)+1+len(end) > g.MaxLen {
			slug = string(cutSlug([]byte(slug), max(g.MaxLen-len(end)-1, 0)))
		}
		slug = strings.Trim(slug+"-"+string(end), "-")
		if n >= len(suffix) || !taken(slug) {
			return slug
		}
	}
}

// append appends the slug of s, unless s holds a rune that only its composed
// form explains; then it returns false.
func (g Slugger) append(dst []byte, s string) ([]byte, bool) {
	mark := len(dst)
	gap := false // a separator is due before the next letter
	for i := 0; i < len(s); {
		c := s[i]
		if c < utf8.RuneSelf {
			i++
			switch class := slugClass[c]; {
			case class > 2:
				if gap {
					gap = false
					if len(dst) > mark {
						dst = append(dst, '-')
					}
				}
				dst = append(dst, class)
			case class == slugSpace || g.Style == Dash:
				gap = true
			}
			continue
		}
		var f uint16
		start := i
		switch {
		case c == 0xE1 && i+2 < len(s) && s[i+1]-0xB8 < 4 && s[i+2]-0x80 < 0x40:
			f = foldAdditional[int(s[i+1]-0xB8)<<6|int(s[i+2]-0x80)]
			i += 3
		case c-0xC3 < 8 && i+1 < len(s) && s[i+1]-0x80 < 0x40:
			if x := int(c&0x1F)<<6 | int(s[i+1]&0x3F); x < 0x2B0 {
				f = foldLatin[x-0xC0]
			}
			i += 2
		case c == 0xCC && i+1 < len(s) && s[i+1]-0x80 < 0x40: // U+0300 to U+033F
			i += 2
			continue
		default:
			x, size := utf8.DecodeRuneInString(s[i:])
			i += size
			digit, class := slugRune(x)
			switch {
			case class == slugHard:
				return dst, false
			case class == slugNone || g.Newsroom && (digit != 0 || x == 0xA0):
				continue
			case digit != 0:
				f = uint16(digit)
			case x >= 0x2C00 && foldRune(unicode.ToLower(x)) != 0:
				f = foldRune(unicode.ToLower(x)) // Ɫ, whose small letter is in the tables
			case class == slugSpace || g.Style == Dash:
				gap = true
				continue
			default:
				continue
			}
		}
		if f == 0 || g.Newsroom && foreignLetter(s[start:i]) { // a letter of another script, × or ÷
			if g.Style == Dash {
				gap = true
			}
			continue
		}
		if gap {
			gap = false
			if len(dst) > mark {
				dst = append(dst, '-')
			}
		}
		dst = append(dst, byte(f))
		if f > 0xFF {
			dst = append(dst, byte(f>>8))
		}
	}
	return dst, true
}

// foreignLetter reports whether the letter beyond ASCII is in no Vietnamese
// word.
func foreignLetter(s string) bool {
	r, _ := utf8.DecodeRuneInString(s)
	_, _, vowel := vowelOf(r)
	return !vowel && r != 'đ' && r != 'Đ' && !isEth(r)
}

// The classes of what isn't a letter or digit in a slug.
const (
	slugMark  = iota // punctuation: a separator in the style Dash only
	slugSpace        // a separator in both styles
	slugNone         // nothing: ™, invisible characters
	slugHard         // compose first
)

// slugClass holds the letter or digit that an ASCII character becomes, or its
// class.
var slugClass = func() (t [utf8.RuneSelf]byte) {
	for c := range t {
		switch {
		case c >= 'A' && c <= 'Z':
			t[c] = byte(c | 0x20)
		case c >= 'a' && c <= 'z', c >= '0' && c <= '9':
			t[c] = byte(c)
		case c <= ' ', c == '-', c == '/', c == '|', c == '=', c == '_':
			t[c] = slugSpace
		}
	}
	return t
}()

// slugRune returns the digit that a superscript or subscript stands for, or 0,
// and the class of any other rune outside the tables.
func slugRune(r rune) (digit byte, class int) {
	switch {
	case r == 0xB2 || r == 0xB3:
		return byte(r-0xB2) + '2', 0
	case r == 0xB9:
		return '1', 0
	case r == 0xAE, r == 0x2122, r == 0x2120, ignorable(r):
		return 0, slugNone // ® ™ ℠
	case r == 0x2070 || r >= 0x2074 && r <= 0x2079:
		return byte(r-0x2070) + '0', 0
	case r >= 0x2080 && r <= 0x2089:
		return byte(r-0x2080) + '0', 0
	case r == 0x2212, r >= 0x2010 && r <= 0x2015, r >= 0x80 && spaceOf(r) != 0:
		return 0, slugSpace
	case r == 0x212A || r == 0x212B:
		return 0, slugHard
	}
	return 0, slugMark
}

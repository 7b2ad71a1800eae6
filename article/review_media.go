package article

import (
	"path"
	"regexp"
	"strings"

	"github.com/toasoan/toasoan/article/viet"
)

// pictures looks at the words that belong to pictures.
func (r *reviewer) pictures() {
	firstWithAlt := map[string]string{} // address of a picture by its text
	r.shown(func(at string, x *Image) {
		alt := strings.TrimSpace(x.Alt)
		switch {
		case x.URL == "", x.Decorative && alt == "":
		case x.Decorative:
			f := r.add(at+".alt", "decorative-alt", SeverityWarning,
				"Ảnh được đánh dấu là trang trí nhưng lại có chữ thay thế (alt) “%s”.",
				"The picture is marked as decorative, yet has the alternative text “%s”.", alt)
			f.fix("", func(a *Article) (done bool) {
				for p, now := range a.Images() {
					if p == at && now.Decorative && now.Alt == x.Alt {
						now.Decorative, done = false, true
					}
				}
				return done
			})
		case alt == "":
			r.add(at+".alt", "missing-alt", SeverityError,
				"Ảnh chưa có chữ thay thế (alt); nếu ảnh chỉ để trang trí, hãy đánh dấu như vậy.",
				"The picture has no alternative text, nor is it marked as decorative.")
		case isGenericAlt(alt):
			r.add(at+".alt", "generic-alt", SeverityWarning,
				"Chữ thay thế (alt) “%s” không nói lên nội dung ảnh.", "The alternative text “%s” does not say what the picture shows.", alt)
		case firstWithAlt[alt] != "" && firstWithAlt[alt] != x.URL:
			r.add(at+".alt", "repeated-alt", SeverityHint,
				"Một ảnh khác đã có cùng chữ thay thế (alt) “%s”.", "Another picture has the same alternative text “%s”.", alt)
		default:
			firstWithAlt[alt] = x.URL
		}
	})
	r.captions("body", r.a.Body)
	if r.a.Live != nil {
		for i := range r.a.Live.Updates {
			r.captions(string(appendIndex([]byte("live.updates"), i))+".body", r.a.Live.Updates[i].Body)
		}
	}
}

// shown yields the pictures that readers see in the text, not posters, portraits
// and logos.
func (r *reviewer) shown(f func(string, *Image)) {
	for at, b := range r.a.Blocks() {
		switch b := b.(type) {
		case *Image:
			f(at, b)
		case *Gallery:
			for i := range b.Images {
				f(string(appendIndex([]byte(at+".images"), i)), &b.Images[i])
			}
		}
	}
}

var (
	fileName = regexp.MustCompile(`(?i)^[\w .()+-]+\.(?:jpe?g|png|gif|webp|avif|bmp|svg|tiff?)$`)
	fileStem = regexp.MustCompile(`(?i)^(?:img|dsc|dscn|dscf|pict?|image|photo|untitled|screenshot|screen shot|anh|hinh|scan)[ _.-]*[\d ._-]*$`)
)

// genericAlts are folded alternative texts that could stand at any picture.
var genericAlts = map[string]bool{
	"anh tin bai": true, "tin bai": true, "anh bai viet": true, "anh": true, "hinh": true, "hinh anh": true,
	"anh minh hoa": true, "hinh minh hoa": true, "hinh anh minh hoa": true, "anh dai dien": true, "no alt": true, "no image": true,
	"picture": true, "alt": true, "alt text": true, "thumbnail": true, "chu thich anh": true, "mo ta anh": true,
}

func isGenericAlt(alt string) bool {
	key := strings.Trim(viet.Fold(alt), " .:,;!-_()0123456789")
	return key == "" || genericAlts[key] || fileStem.MatchString(key) || fileName.MatchString(alt) || path.Ext(alt) != "" && strings.Contains(alt, "://")
}

// captions looks for a caption that stands as a paragraph after its picture.
func (r *reviewer) captions(name string, body Body) {
	for i := 1; i < len(body); i++ {
		img, isImage := body[i-1].(*Image)
		p, isText := body[i].(*Paragraph)
		if !isImage || !isText || img == nil || p == nil || len(img.Caption) > 0 || !isCaption(p.Text) {
			continue
		}
		if i == len(body)-1 && strings.HasPrefix(p.Text.String(), "Ảnh:") {
			continue // of all the pictures
		}
		at := string(appendIndex([]byte(name), i))
		f := r.add(at, "caption-in-text", SeverityWarning,
			"Đoạn này có vẻ là chú thích của ảnh phía trên.", "The paragraph seems to be the caption of the picture before it.")
		text := p.Text.String()
		f.fix("", func(a *Article) bool {
			b := a.bodyAt(name)
			if b == nil || i >= len(*b) {
				return false
			}
			img, isImage := (*b)[i-1].(*Image)
			p, isText := (*b)[i].(*Paragraph)
			if !isImage || !isText || len(img.Caption) > 0 || p.Text.String() != text {
				return false
			}
			img.Caption = p.Text
			for i := range img.Caption {
				img.Caption[i].Marks &^= Emphasis
			}
			*b = append((*b)[:i], (*b)[i+1:]...)
			return true
		})
	}
}

// isCaption reports whether t looks like a caption: a short text all in italics,
// or with the photographer's credit at its end or beginning. Verse, quotations, a
// byline, and what leads on to the text after it can be in italics too.
func isCaption(t Text) bool {
	s := t.String()
	if len([]rune(s)) > 250 {
		return false
	}
	if photoCredit.MatchString(s) {
		return true
	}
	if strings.Count(s, "\n") > 1 || strings.HasSuffix(s, ":") || strings.ContainsRune("“\"", []rune(s + " ")[0]) || leadsOn.MatchString(viet.Fold(s)) {
		return false
	}
	italic := true
	for _, span := range t {
		italic = italic && (span.Marks.Has(Emphasis) || strings.TrimSpace(span.Text) == "")
	}
	return italic && s != ""
}

var leadsOn = regexp.MustCompile(`(?:nhu sau|sau day|duoi day)\.?$|^tong hop$|^theo `)

var photoCredit = regexp.MustCompile(`^\(?(?:Ảnh|Hình|Ảnh minh họa|Ảnh minh hoạ)(?::| -|\.?\)?$)|[.!?)”"]\s*\(?(?:Ảnh|Nguồn ảnh):\s*\pL[^.]{0,60}\)?\.?$`)

// bodyAt returns the body of the path: the article's, or that of an update.
func (a *Article) bodyAt(name string) *Body {
	if name == "body" {
		return &a.Body
	}
	if a.Live != nil {
		for i := range a.Live.Updates {
			if name == string(appendIndex([]byte("live.updates"), i))+".body" {
				return &a.Live.Updates[i].Body
			}
		}
	}
	return nil
}

// links looks for link texts that say nothing where they are read out alone
// (WCAG 2.4.4).
func (r *reviewer) links() {
	w := &walker{}
	w.text = func(t *Text) {
		for i := 0; i < len(*t); {
			link := (*t)[i].Link
			from := i
			for i < len(*t) && sameLink((*t)[i].Link, link) {
				i++
			}
			if link == nil {
				continue
			}
			text := (*t)[from:i].String()
			if key := strings.Trim(viet.Fold(text), " .:,;!?>»…()[]\"“”"); vagueLinks[key] {
				r.add(string(appendIndex(w.path, from)), "link-text", SeverityWarning,
					"Chữ của liên kết “%s” không cho biết nó dẫn đến đâu.", "The link text “%s” does not tell where the link leads.", strings.TrimSpace(text))
			}
		}
	}
	inList := func(at string, links []Link) {
		for i := range links {
			if strings.TrimSpace(links[i].Text) == "" {
				r.add(string(appendIndex([]byte(at), i)), "missing-link-text", SeverityError,
					"Liên kết trong danh sách chưa có chữ.", "The link in the list has no text.")
			}
		}
	}
	w.node = func(x any) {
		if x, ok := x.(*Links); ok {
			inList(string(w.path)+".items", x.Items)
		}
	}
	w.article(r.a)
	inList("related", r.a.Related)
}

func sameLink(a, b *Link) bool { return a == b || a != nil && b != nil && a.URL == b.URL }

// vagueLinks are folded link texts that could stand at any link.
var vagueLinks = map[string]bool{
	"tai day": true, "o day": true, "day": true, "vao day": true, "xem tai day": true, "xem o day": true,
	"bam vao day": true, "nhan vao day": true, "nhap vao day": true, "click vao day": true, "kich vao day": true,
	"bam day": true, "click here": true, "here": true, "link": true, "link nay": true, "duong link": true,
	"xem them": true, "doc them": true, "xem tiep": true, "xem chi tiet": true, "chi tiet": true, "chi tiet tai day": true,
	"read more": true, "more": true, "xem them tai day": true, "tai ve tai day": true, "lien ket nay": true, "this link": true,
}

package render

import (
	"strconv"
	"strings"

	"github.com/toasoan/toasoan/article"
)

// Documents to be had.

// file prints a link to a document with its kind and size.
func (p *htmlPrinter) file(f *article.File) {
	title := f.Title
	if title == "" {
		title = article.FileName(f.URL)
	}
	u := p.media(f.URL)
	if u == "" {
		p.esc(title)
	} else {
		p.str("<a")
		p.attr("href", u)
		if isTag(f.Lang) {
			p.attr("hreflang", f.Lang)
		}
		p.attr("type", f.MediaType)
		p.str(">")
		p.esc(title)
		p.str("</a>")
	}
	kind := fileKind(f)
	if strings.HasSuffix(strings.ToUpper(title), "("+strings.ToUpper(kind)+")") { // which says it already
		kind = ""
	}
	if kind == "" && f.Size <= 0 {
		return
	}
	p.str(" (")
	p.esc(kind)
	if f.Size > 0 {
		if kind != "" {
			p.str(", ")
		}
		p.esc(fileSize(f.Size, p.labels.Lang))
	}
	p.str(")")
}

// fileKind returns what readers call the format of a document: "PDF".
func fileKind(f *article.File) string {
	switch f.MediaType {
	case "application/pdf":
		return "PDF"
	case "application/msword", "application/vnd.openxmlformats-officedocument.wordprocessingml.document":
		return "Word"
	case "application/vnd.ms-excel", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet":
		return "Excel"
	case "application/vnd.ms-powerpoint", "application/vnd.openxmlformats-officedocument.presentationml.presentation":
		return "PowerPoint"
	case "application/zip":
		return "ZIP"
	case "text/plain":
		return "TXT"
	}
	name := article.FileName(f.URL)
	if i := strings.LastIndexByte(name, '.'); i >= 0 && len(name)-i <= 5 && len(name)-i > 1 {
		ext := strings.ToUpper(name[i+1:])
		if strings.IndexFunc(ext, func(r rune) bool { return (r < 'A' || r > 'Z') && (r < '0' || r > '9') }) < 0 {
			return ext
		}
	}
	return ""
}

// fileSize returns a size in bytes for readers, with the decimal comma of
// Vietnamese.
func fileSize(n int64, lang string) string {
	unit, f := "B", float64(n)
	for _, u := range [...]string{"kB", "MB", "GB", "TB"} {
		if f < 999.5 {
			break
		}
		f /= 1000
		unit = u
	}
	prec := 0
	if unit != "B" && f < 9.95 {
		prec = 1
	}
	s := strconv.FormatFloat(f, 'f', prec, 64)
	s = strings.TrimSuffix(s, ".0")
	if isVietnamese(lang) {
		s = strings.Replace(s, ".", ",", 1)
	}
	return s + " " + unit
}

package importer

import (
	"strings"

	"github.com/toasoan/toasoan/article"
)

// oneLink returns the link that all of a leaf is, if it is one. The words before
// it are its label.
func (b *builder) oneLink(p int32) (l *article.Link, label string, text string) {
	n := &b.nodes[p]
	var first, last int32 = -1, -1
	for i := n.a; i < n.b; i++ {
		r := &b.runs[i]
		if r.start >= r.end {
			continue
		}
		k := b.attrs[r.attr].link
		switch {
		case k > 0 && (l == nil || b.links[k-1].URL == l.URL):
			if l == nil {
				l = &b.links[k-1]
				first = r.start
			}
			last = r.end
		case l != nil && strings.Trim(b.piece(r.start, r.end), " .,;)]»") != "" || k > 0:
			return nil, "", ""
		}
	}
	if l == nil {
		return nil, "", ""
	}
	return l, strings.TrimSpace(b.piece(b.runs[n.a].start, first)), strings.TrimSpace(b.piece(first, last))
}

// linkedThing adds the document or the video that a line of its own links to.
func (b *builder) linkedThing(p int32, t string) bool {
	n := &b.nodes[p]
	if strings.HasPrefix(t, "http") && !strings.ContainsAny(t, " \n") {
		// Editors embed what stands alone as an address.
		if e, ok := embedOf(t); ok && e.Provider != article.ProviderZalo {
			b.note("embed-from-link", n.path, t)
			b.emit(&e)
			return true
		}
	}
	files, label := b.linkedFiles(p)
	for i := range files {
		f := &files[i]
		if namesFile(f.Title, f.URL) {
			label += " " + f.Title
			f.Title = "" // the name in the address
		}
		b.emit(f)
	}
	if len(files) > 0 {
		b.note("file-from-link", n.path, strings.TrimSpace(label))
	}
	return len(files) > 0
}

// linkedFiles returns the documents that a line links to, if it does no more, and its
// label: "Tệp đính kèm: a.doc, b.xls".
func (b *builder) linkedFiles(p int32) (files []article.File, label string) {
	if l, label, text := b.oneLink(p); l != nil {
		mt := documentType(l.URL)
		if len(label) > 60 || mt == "" || label != "" && !fileLabel(label) {
			return nil, ""
		}
		return []article.File{{URL: l.URL, Title: strings.ReplaceAll(text, "\n", " "), MediaType: mt, Lang: l.Lang}}, label
	}
	n := &b.nodes[p]
	if n.b-n.a < 3 {
		return nil, ""
	}
	for i := n.a; i < n.b; i++ {
		r := &b.runs[i]
		t := b.piece(r.start, r.end)
		k := b.attrs[r.attr].link
		switch {
		case t == "":
		case k == 0 && len(files) == 0:
			if label = b.piece(b.runs[n.a].start, r.end); len(label) > 60 {
				return nil, ""
			}
		case k == 0:
			if strings.Trim(t, " \n,;.-–|") != "" {
				return nil, ""
			}
		case len(files) > 0 && files[len(files)-1].URL == b.links[k-1].URL:
			files[len(files)-1].Title += t
		default:
			l := &b.links[k-1]
			mt := documentType(l.URL)
			if mt == "" {
				return nil, ""
			}
			files = append(files, article.File{URL: l.URL, Title: t, MediaType: mt, Lang: l.Lang})
		}
	}
	if len(files) < 2 || label != "" && !fileLabel(label) {
		return nil, ""
	}
	for i := range files {
		files[i].Title = strings.TrimSpace(strings.ReplaceAll(files[i].Title, "\n", " "))
	}
	return files, label
}

// isDocument reports whether a leaf is a document to be downloaded.
func (b *builder) isDocument(p int32) bool {
	if b.nodes[p].flags&fFile != 0 {
		return true
	}
	files, _ := b.linkedFiles(p)
	return len(files) > 0
}

// fileLabel reports whether a line says that a file follows.
func fileLabel(t string) bool {
	t = strings.ToLower(t)
	for _, w := range []string{"tải", "tệp", "file", "đính kèm", "download", "tài liệu", "văn bản", "phụ lục", "xem tại", "toàn văn", "pdf"} {
		if strings.Contains(t, w) {
			return true
		}
	}
	return isMarker(t)
}

package render

import (
	"bytes"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/toasoan/toasoan/article"
)

// Running text in Markdown.

// mdMarks are the marks that Markdown knows, from the outermost to the
// innermost.
var mdMarks = [...]struct {
	mark  article.Marks
	delim string
}{
	{article.Deleted, "~~"}, {article.Strong, "**"}, {article.Emphasis, "*"},
}

// spans returns running text.
func (p *mdPrinter) spans(t article.Text) string {
	w := mdInline{}
	for i := range t {
		s := &t[i]
		u := ""
		l := s.Link
		if l == nil && s.Citation != nil && s.Citation.URL != "" {
			l = &article.Link{URL: s.Citation.URL}
		}
		if l != nil {
			if !strings.HasPrefix(l.URL, "#") { // Markdown has no ids to lead to
				u = link(p.d.base, l.URL)
			}
		}
		var delims []string
		for _, m := range mdMarks {
			if s.Marks.Has(m.mark) {
				delims = append(delims, m.delim)
			}
		}
		text := raised(s)
		if s.Marks.Has(article.Code) {
			w.write(u, delims, "", mdCode(text), true)
			continue
		}
		w.write(u, delims, text, "", false)
	}
	w.set("", nil, "")
	return string(w.out)
}

// An mdInline writes inline text with links and delimiters that open and close
// where Markdown lets them: next to letters and not to blanks.
type mdInline struct {
	out    []byte
	url    string
	delims []string
	run    string // the delimiters that were opened last, together
	opened int    // length of out after them
	closed int    // length of out after the last delimiter that was closed
	after  bool   // the last thing written is a delimiter that closes only beside no letter
}

// set closes and opens what is needed to be in a link and inside delims.
// Next is what is written then.
func (w *mdInline) set(u string, delims []string, next string) {
	same := 0
	if u == w.url {
		for same < len(delims) && same < len(w.delims) && delims[same] == w.delims[same] {
			same++
		}
	}
	if len(w.delims) > same || u != w.url && w.url != "" {
		blanks := string(w.out[len(bytes.TrimRight(w.out, " ")):])
		w.out = bytes.TrimRight(w.out, " ")
		for len(w.delims) > same {
			last := len(w.delims) - 1
			before, _ := utf8.DecodeLastRune(w.out)
			w.after = blanks == "" && !isWord(before)
			w.out = append(w.out, w.delims[last]...)
			w.delims = w.delims[:last]
			w.closed = len(w.out)
		}
		if u != w.url && w.url != "" {
			w.out = append(w.out, "]("+mdURL(w.url)+")"...)
			w.after = false
		}
		w.out = append(w.out, blanks...)
	}
	if u != w.url {
		if u != "" {
			w.out = append(w.out, "["...)
		}
		w.url = u
	}
	if open := delims[same:]; len(open) > 0 {
		first, _ := utf8.DecodeRuneInString(next)
		switch before, _ := utf8.DecodeLastRune(w.out); {
		case w.closed > 0 && w.closed == len(w.out) && (w.after || len(open) > 1 || !isWord(first)):
			w.out = append(w.out, "&#8288;"...) // a word joiner, which nobody sees, keeps the two runs apart
		case before != ' ' && (len(open) > 1 || !isWord(first)):
			w.hide()
		}
		w.run = strings.Join(open, "")
		w.out = append(w.out, w.run...)
		w.opened = len(w.out)
		w.delims = append(w.delims, open...)
		w.after = false
	}
}

// hide writes the last letter as a character reference, beside which every
// delimiter can open. If that letter is the first after a delimiter, the one
// before the delimiter is hidden too.
func (w *mdInline) hide() {
	r, n := utf8.DecodeLastRune(w.out)
	if n == 0 || !isWord(r) {
		return
	}
	ref := "&#" + strconv.Itoa(int(r)) + ";"
	w.out = w.out[:len(w.out)-n]
	if w.run != "" && len(w.out) == w.opened {
		run := w.run
		w.out, w.run = w.out[:len(w.out)-len(run)], ""
		w.hide()
		w.out = append(w.out, run...)
		w.opened = len(w.out)
		w.run = run
	}
	w.out = append(w.out, ref...)
}

// isWord reports whether Markdown takes r for a part of a word: what is neither
// blank nor punctuation.
func isWord(r rune) bool {
	return !unicode.IsSpace(r) && !unicode.IsPunct(r) && !unicode.IsSymbol(r)
}

func (w *mdInline) write(u string, delims []string, text, code string, isCode bool) {
	if isCode {
		w.set(u, delims, code)
		w.out = append(w.out, code...)
		w.after = false
		return
	}
	// Blanks at the beginning stand before what opens.
	blank := text[:len(text)-len(strings.TrimLeft(text, " "))]
	text = text[len(blank):]
	if text == "" {
		w.out = append(w.out, blank...)
		return
	}
	same := u == w.url && len(delims) >= len(w.delims)
	if blank != "" && !same {
		w.set("", nil, "")
	}
	w.out = append(w.out, blank...)
	if blank != "" {
		w.after = false
	}
	w.set(u, delims, text)
	if w.after {
		r, n := utf8.DecodeRuneInString(text)
		if isWord(r) {
			w.out = append(w.out, "&#"+strconv.Itoa(int(r))+";"...)
			text = text[n:]
		}
		w.after = false
	}
	lines := strings.Split(text, "\n")
	for i, l := range lines {
		if i > 0 {
			w.out = append(bytes.TrimRight(w.out, " "), "\\\n"...)
			l = strings.TrimLeft(l, " ")
			w.out = append(w.out, mdStart(mdEscape(l))...)
			continue
		}
		w.out = append(w.out, mdEscape(l)...)
	}
}

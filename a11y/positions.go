package a11y

import (
	"bytes"
	"slices"
	"sort"
	"strconv"
	"strings"

	"golang.org/x/net/html"
)

// posAttr is an attribute that carries the offset of a start tag through the
// parser. No page can have it: the tokenizer ends a name at the sign.
const posAttr = "\x7f"

// positions turns offsets into lines and columns.
type positions struct{ lines []int }

// mark returns src with the offset of each start tag put into it, and whether
// the markup has an html, head, body or title element or a doctype of its own.
func mark(src []byte) (marked []byte, pos *positions, whole bool) {
	pos = &positions{lines: []int{0}}
	for i, c := range src {
		if c == '\n' {
			pos.lines = append(pos.lines, i+1)
		}
	}
	out := make([]byte, 0, len(src)+len(src)/3)
	z := html.NewTokenizer(bytes.NewReader(src))
	offset := 0
	for {
		tt := z.Next()
		raw := z.Raw()
		switch tt {
		case html.ErrorToken:
			return append(out, src[min(offset, len(src)):]...), pos, whole
		case html.DoctypeToken:
			whole = true
			out = append(out, raw...)
		case html.StartTagToken, html.SelfClosingTagToken:
			end := 1
			for end < len(raw) && !isSpace(raw[end]) && raw[end] != '/' && raw[end] != '>' {
				end++
			}
			if !whole {
				switch strings.ToLower(string(raw[1:end])) {
				case "html", "head", "body", "title":
					whole = true
				}
			}
			out = append(out, raw[:end]...)
			out = append(out, ' ')
			out = append(out, posAttr...)
			out = append(out, '=')
			out = strconv.AppendInt(out, int64(offset), 10)
			if end < len(raw) && raw[end] == '/' {
				out = append(out, ' ')
			}
			out = append(out, raw[end:]...)
		default:
			out = append(out, raw...)
		}
		offset += len(raw)
	}
}

// of returns the line and column of the start tag of n, or of the nearest
// element around it that has one.
func (p *positions) of(n *html.Node) (line, column int) {
	for ; n != nil; n = n.Parent {
		if v, ok := lookup(n, posAttr); ok {
			offset, err := strconv.Atoi(v)
			if err != nil {
				return 0, 0
			}
			i := sort.SearchInts(p.lines, offset+1)
			return i, offset - p.lines[i-1] + 1
		}
	}
	return 1, 1
}

// path returns the way to n, such as "html > body > p:nth-of-type(2)".
func (p *page) path(n *html.Node) string {
	var parts []string
	for ; n != nil && n.Type == html.ElementNode; n = n.Parent {
		s := n.Data
		if id := attr(n, "id"); id != "" && !strings.ContainsAny(id, " \t\n\"'>#.:[]()") && p.ids[id] == n {
			parts = append(parts, s+"#"+id)
			break
		}
		if k := p.nth(n); k > 0 {
			s += ":nth-of-type(" + strconv.Itoa(k) + ")"
		}
		parts = append(parts, s)
	}
	slices.Reverse(parts)
	return strings.Join(parts, " > ")
}

// nth returns the position of n among its siblings of the same name, or 0 if it
// is the only one. It looks at each parent once.
func (p *page) nth(n *html.Node) int {
	if k, ok := p.order[n]; ok || n.Parent == nil {
		return k
	}
	count := map[string]int{}
	first := map[string]*html.Node{}
	for c := range n.Parent.ChildNodes() {
		if c.Type != html.ElementNode {
			continue
		}
		count[c.Data]++
		switch k := count[c.Data]; k {
		case 1:
			first[c.Data] = c
			p.order[c] = 0
		case 2:
			p.order[first[c.Data]] = 1
			fallthrough
		default:
			p.order[c] = k
		}
	}
	return p.order[n]
}

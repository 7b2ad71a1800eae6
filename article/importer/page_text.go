package importer

import (
	"cmp"
	"io"
	"strings"
	"unicode/utf8"

	"github.com/toasoan/toasoan/article"
	"github.com/toasoan/toasoan/article/viet"
)

// text imports the part of the page that is the article.
func (p *pageReader) text() error {
	t := &p.tree
	t.sum()
	root := t.article(p.promised)
	if root < 0 {
		p.note("no-article-element", "", "")
		return nil
	}
	core := t.core(root)
	if t.nodes[root].rank <= plainElement {
		root = core
		p.note("article-guessed", t.nodes[core].name, "")
	}
	p.shownLead()
	o := p.o
	o.Base = p.baseURL()
	o.Lang = cmp.Or(p.a.Lang, o.Lang)
	a, notes, err := row(p.cut(root, core), p.a, &o, heroShown, false)
	if err != nil {
		return err
	}
	p.a = a
	p.notes = append(p.notes, notes...)
	p.withoutPublisher()
	if a.Headline == "" {
		h := clip(cleanValue(cmp.Or(p.h1, p.title)))
		a.Headline = strings.TrimSuffix(p.withoutSite(viet.Normalize(h), a.Publisher.Name), ".")
	}
	return nil
}

// shownLead takes the lead that the page marks by a class, wherever it stands.
func (p *pageReader) shownLead() {
	v := p.meta["lead"]
	if len(p.a.Lead) > 0 || len(v) == 0 {
		return
	}
	t := viet.Normalize(v[0])
	if utf8.RuneCountInString(t) < 25 {
		return
	}
	p.note("lead-from-class", "", "")
	p.a.Lead = article.Plain(t)
	if v := p.meta["stamp"]; len(v) > 0 && p.a.Dateline == "" {
		p.note("dateline", "", v[0])
		p.a.Dateline = viet.Normalize(v[0])
	}
}

// article returns the element that holds the article: the one that says so most
// clearly, if it has a fair part of the page's paragraphs. Promised is about the
// number of letters that the text is known to have, or 0. The result is -1 if the
// page has no elements.
func (t *pageTree) article(promised int) int {
	page := -1 // the element that holds most
	for i := range t.nodes {
		if n := &t.nodes[i]; n.parent < 0 && (page < 0 || n.prose > t.nodes[page].prose) {
			page = i
		}
	}
	if page < 0 {
		return -1
	}
	total := t.nodes[page].prose
	best := page
	for i := range t.nodes {
		n := &t.nodes[i]
		if n.rank <= plainElement || n.role&aroundArticle != 0 || n.prose*3 < total && n.rank != ownBody {
			continue
		}
		if b := &t.nodes[best]; n.rank > b.rank || n.rank == b.rank && n.prose > b.prose {
			best = i
		}
	}
	b := &t.nodes[best]
	switch {
	case b.rank == ownBody:
	case b.rank <= plainElement, b.prose*2 < promised:
		return page
	case b.rank >= namedBody:
		// The text may be parted among several elements of that name.
		for i := b.parent; i >= 0; i = t.nodes[i].parent {
			if n := &t.nodes[i]; (n.rank == articleElement || n.rank == mainElement) && b.prose*5 < n.prose*3 {
				return int(i)
			}
		}
	}
	return best
}

// core returns the innermost element in a node that holds nearly all of its
// paragraphs.
func (t *pageTree) core(i int) int {
	if t.nodes[i].rank == ownBody {
		return i
	}
	for j := i + 1; j < len(t.nodes) && t.nodes[j].from < t.nodes[i].outer; j++ {
		n := &t.nodes[j]
		if int(n.parent) == i && n.kids > 0 && n.role&aroundArticle == 0 && n.prose > 0 && n.prose*20 >= t.nodes[i].prose*17 {
			i = j
		}
	}
	return i
}

// cut returns the markup in the element root without what is around the article in
// it: what is so called, headlines again, and, before the first paragraph of the
// core and after its last, what is neither picture nor text.
func (p *pageReader) cut(root, core int) io.Reader {
	t := &p.tree
	r := &t.nodes[root]
	if r.rank == ownBody {
		return strings.NewReader(p.src[r.inner:r.outer])
	}
	end := root + 1
	for end < len(t.nodes) && t.nodes[end].from < r.outer {
		end++
	}
	first, last := t.paragraphs(core)
	keep := make([]bool, end-root)
	for i := end - 1; i > root; i-- {
		n := &t.nodes[i]
		edge := n.to <= first || n.from >= last
		keep[i-root] = keep[i-root] || !edge || p.keeps(n, n.from >= last)
		if n.role&aroundArticle == 0 && keep[i-root] && n.parent >= int32(root) {
			keep[n.parent-int32(root)] = true
		}
	}
	var parts []io.Reader
	at := r.inner
	for i := root + 1; i < end; i++ {
		n := &t.nodes[i]
		switch {
		case n.from < at: // in what has gone
			continue
		case n.name == "h1" && p.a.Headline != "" && p.headings == 1:
			p.secondHeadline()
		case p.isShownLead(n):
			p.note("lead-repeated", n.name, "")
		case keep[i-root] && n.role&aroundArticle == 0:
			continue
		case n.text+n.links > 0, strings.Contains(p.src[n.from:n.to], "<img"):
			p.note("around-article", n.name, shownText(p.src[n.from:n.to]))
		}
		parts = append(parts, strings.NewReader(p.src[at:n.from]))
		at = n.to
	}
	return io.MultiReader(append(parts, strings.NewReader(p.src[at:r.outer]))...)
}

// isShownLead reports whether a node is the lead that has been taken already, set as
// a heading.
func (p *pageReader) isShownLead(n *pageNode) bool {
	v := p.meta["lead"]
	return n.role&namesArticle != 0 && len(n.name) == 2 && n.name[0] == 'h' && len(v) > 0 && len(p.a.Lead) > 0 &&
		sameWords(shownText(p.src[n.from:n.to]), v[0])
}

// secondHeadline keeps the heading of the page, if its metadata gives the article
// another headline.
func (p *pageReader) secondHeadline() {
	h := p.withoutSite(viet.Normalize(clip(cleanValue(p.h1))), p.a.Publisher.Name)
	if h != "" && p.a.AlternativeHeadline == "" && !sameWords(h, p.a.Headline) {
		p.note("second-headline", "alternativeHeadline", "")
		p.a.AlternativeHeadline = h
		return
	}
	p.note("headline-repeated", "h1", h)
}

// paragraphs returns where the first paragraph of a node begins and the last one
// ends. In one that parts its text by line breaks that is all of it.
func (t *pageTree) paragraphs(core int) (first, last int) {
	c := &t.nodes[core]
	first, last = c.inner, c.outer
	found := false
	for i := core + 1; i < len(t.nodes) && t.nodes[i].from < c.outer; i++ {
		if n := &t.nodes[i]; n.isParagraph() {
			if up := &t.nodes[n.parent]; n.name == "li" || n.name == "dd" {
				n = up // all of the list
			}
			if !found {
				first, found = n.from, true
			}
			last = n.to
		}
	}
	return first, last
}

// isParagraph reports whether a node is a passage of text.
func (n *pageNode) isParagraph() bool {
	if n.role&aroundArticle != 0 || n.links > n.text || n.kids > 0 && n.name != "p" {
		return false
	}
	switch n.name {
	case "p", "pre":
		return n.text >= 40
	case "li", "dd", "blockquote":
		return n.text >= 60
	case "div", "td", "section":
		return n.text >= 80
	}
	return false
}

// keeps reports whether a node that is before the paragraphs or after them is of
// the article nevertheless, by itself.
func (p *pageReader) keeps(n *pageNode, after bool) bool {
	switch {
	case n.role&namesArticle != 0, n.isParagraph():
		return true
	case n.role&namesAuthor != 0:
		return len(p.a.Credits) == 0
	case n.name == "h1":
		return p.a.Headline == ""
	case n.name == "h2", n.name == "h3", n.name == "h4":
		return !after && n.links == 0
	case n.role&holdsMedia != 0 && n.links == 0:
		return true
	case n.name == "p":
		return n.links == 0 && n.text > 0 && (after && n.text <= 60 || endsSentence(shownText(p.src[n.from:n.to])))
	case n.role&holdsMedia != 0:
		return n.name == "table" && n.links*2 <= n.text
	}
	return false
}

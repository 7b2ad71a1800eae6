package importer

import (
	"fmt"
	"slices"
	"strings"

	"github.com/toasoan/toasoan/article"
)

// A pageTree is the block elements of a page: where they stand in its source and
// how much of what they hold. It is filled while the page is scanned.
type pageTree struct {
	nodes    []pageNode // in the order of their start tags
	open     []int32    // the elements that are open, the outermost first
	most     int        // nodes that are kept
	link     int        // elements that were open when the link began that is open, or -1
	enlarges bool       // that link leads to a picture
	printed  int32      // the article element that package render may have printed, or -1
}

// A pageNode is a block element of a page.
type pageNode struct {
	name     string
	parent   int32 // or -1
	from, to int   // in the source, with its tags
	inner    int   // where its content begins
	outer    int   // and where it ends
	rank     uint8 // how much it says that it is the article
	role     pageRole

	// Letters, of the text in the element itself at first and of everything in it
	// after sum.
	text  int // outside of links
	links int
	prose int // in paragraphs
	loose int // in elements that may hold others, where paragraphs should be
	kids  int // elements in it
}

// A pageRole is what an element is by its name, its class or what is in it.
type pageRole uint8

const (
	aroundArticle pageRole = 1 << iota // belongs to the page: navigation, comments, letters to subscribe to
	maybeAround                        // is so called, but may be of the article
	holdsMedia                         // a picture, film, table or frame is in it
	namesArticle                       // its lead or source
	namesAuthor
)

const maxPageDepth = 512

// start takes the start tag that s has read, of a block element.
func (t *pageTree) start(name string, k tag, s *scanner) error {
	t.closeImplied(name, k, s.lex.start)
	if len(t.open) >= maxPageDepth {
		return fmt.Errorf("importer: elements nested more than %d deep: %w", maxPageDepth, article.ErrTooDeep)
	}
	if len(t.nodes) >= t.most {
		return fmt.Errorf("importer: more than %d elements: %w", t.most, article.ErrTooComplex)
	}
	n := pageNode{name: name, parent: t.top(), from: s.lex.start, inner: s.lex.pos, to: len(s.lex.src), outer: len(s.lex.src)}
	n.rank, n.role = pageRank(name, s), namedRole(name, s)
	if n.rank == plainElement && s.attr("class") == "body" && slices.Contains(t.open, t.printed) {
		n.rank = ownBody
	}
	if name == "article" && s.attr("class") == "article" {
		t.printed = int32(len(t.nodes))
	}
	t.open = append(t.open, int32(len(t.nodes)))
	t.nodes = append(t.nodes, n)
	return nil
}

// void takes an element without content. A picture in a link may be anything (a
// button, the face of an author) unless the link leads to a picture, in large.
func (t *pageTree) void(k tag) {
	if i := t.top(); i >= 0 && k == tagImg && (t.link < 0 || t.enlarges) {
		t.nodes[i].role |= holdsMedia
	}
}

// closeImplied closes the elements that a start tag ends, as paragraphs and items
// of lists whose end tags are left out.
func (t *pageTree) closeImplied(name string, k tag, at int) {
	for i := len(t.open) - 1; i >= 0 && i >= len(t.open)-4; i-- {
		ends := false
		switch t.nodes[t.open[i]].name {
		case "p":
			ends = natures[k]&closesP != 0
		case "li":
			ends = name == "li"
		case "dt", "dd":
			ends = name == "dt" || name == "dd"
		case "td", "th":
			ends = name == "td" || name == "th" || name == "tr"
		case "tr":
			ends = name == "tr"
		case "ul", "ol", "dl", "table":
			return
		}
		if ends {
			t.closeTo(i, at)
		}
	}
}

// end takes the end tag at a place of the source.
func (t *pageTree) end(name string, at, behind int) {
	for i := len(t.open) - 1; i >= 0; i-- {
		if t.nodes[t.open[i]].name == name {
			n := t.open[i]
			t.closeTo(i, at)
			t.nodes[n].to = behind
			return
		}
	}
}

// closeTo closes all but the n outermost of the open elements.
func (t *pageTree) closeTo(n, at int) {
	for _, i := range t.open[n:] {
		t.nodes[i].outer, t.nodes[i].to = at, at
	}
	t.open = t.open[:n]
	if n < t.link {
		t.link = -1 // its end tag is left out
	}
}

// startLink takes the start of a link to an address.
func (t *pageTree) startLink(u string) {
	u, _, _ = strings.Cut(u, "?")
	u = strings.ToLower(u)
	t.link, t.enlarges = len(t.open), false
	for _, suffix := range []string{".jpg", ".jpeg", ".png", ".webp", ".gif", ".avif"} {
		t.enlarges = t.enlarges || strings.HasSuffix(u, suffix)
	}
}

func (t *pageTree) endLink() { t.link = -1 }

// characters counts text.
func (t *pageTree) characters(text string) {
	i := t.top()
	if i < 0 {
		return
	}
	n, count := &t.nodes[i], letterCount(text)
	if t.link >= 0 {
		n.links += count
		return
	}
	n.text += count
}

func (t *pageTree) top() int32 {
	if len(t.open) == 0 {
		return -1
	}
	return t.open[len(t.open)-1]
}

// isAround reports whether what comes is of the page, not of the article.
func (t *pageTree) isAround() bool {
	return t.link >= 0 || slices.ContainsFunc(t.open, func(i int32) bool {
		switch n := &t.nodes[i]; n.name {
		case "aside", "li", "h2", "h3", "h4", "h5", "h6":
			return true
		case "form":
			return false // which may be around all of the page
		default:
			return n.role&aroundArticle != 0
		}
	})
}

// minProse is the number of letters in paragraphs below which a page is one that
// parts its text by line breaks.
const minProse = 300

// sum adds up what the elements hold. What is around the article by name is taken
// for it if it has a good part of all paragraphs.
func (t *pageTree) sum() {
	total, loose := 0, 0
	for i := range t.nodes {
		n := &t.nodes[i]
		if n.parent >= 0 {
			t.nodes[n.parent].kids++
		}
	}
	for i := range t.nodes {
		n := &t.nodes[i]
		switch n.name {
		case "p", "pre":
			if n.links <= 2*n.text {
				n.prose = n.text
			}
		case "div", "td", "article", "section", "main":
			if n.loose = n.text; n.isParagraph() {
				n.prose, n.loose = n.text, 0
			}
		case "figure", "table", "video", "audio", "iframe", "object", "oembed":
			n.role |= holdsMedia
		}
		total += n.prose
		loose += n.loose
	}
	if total < minProse {
		for i := range t.nodes {
			n := &t.nodes[i]
			n.prose += n.loose
		}
		total += loose
	}
	t.markTeasers(total)
	for i := len(t.nodes) - 1; i >= 0; i-- {
		n := &t.nodes[i]
		if n.role&aroundArticle != 0 && n.prose*5 > total*2 {
			n.role &^= aroundArticle | maybeAround
		}
		if n.role&maybeAround != 0 && (n.links*2 > n.text || n.prose < 120) {
			n.role |= aroundArticle
		}
		if n.parent < 0 {
			continue
		}
		up := &t.nodes[n.parent]
		up.text += n.text
		up.links += n.links
		if n.role&aroundArticle == 0 {
			up.prose += n.prose
			up.role |= n.role & (holdsMedia | namesArticle)
		}
	}
}

// Ranks of the elements that may hold the article.
const (
	plainElement = 1 + iota
	mainElement
	articleElement
	namedBody // by a class or id that is usual
	articleBody
	ownBody // as package render prints it: nothing in it is of the page
)

// pageRank says how much an element says that it is the article; zero is nothing.
func pageRank(name string, s *scanner) uint8 {
	if strings.Contains(strings.ToLower(s.attr("itemprop")), "articlebody") {
		return articleBody
	}
	switch name {
	case "article":
		return articleElement
	case "main":
		return mainElement
	case "div", "section", "td", "body":
		for _, k := range []string{s.attr("class"), s.attr("id")} {
			for c := range strings.FieldsSeq(k) {
				if slices.Contains(bodyNames, strings.ToLower(c)) {
					return namedBody
				}
			}
		}
		return plainElement
	}
	return 0
}

// bodyNames are what pages call the element that holds the text.
var bodyNames = []string{
	"articlebody", "article-body", "article_body", "article-content", "article__body", "article__content", "the-article-body", "detail-content",
	"detail__content", "detail-cmain", "content-detail", "content_detail", "contentdetail", "entry-content", "post-content", "post-body", "singular-content",
	"maincontent-body", "fck_detail", "cms-body", "noidung", "noi-dung", "news-content", "newscontent", "bodytext", "news-bodyhtml", "story-body",
	"knc-content", "e-content", "maincontent", "td-post-content", "content-news", "body-content", "divnewscontent",
}

// namedRole says what an element is by its name, class and id.
func namedRole(name string, s *scanner) (r pageRole) {
	switch name {
	case "nav", "footer", "form", "dialog":
		return aroundArticle
	case "aside":
		r = maybeAround
	}
	class := partNames(s)
	if isAuthorClass(class) {
		return r | namesAuthor
	}
	if classFlags(class)&(fLead|fSource) != 0 {
		return namesArticle
	}
	switch name {
	case "div", "section", "aside", "ul", "ol", "header", "article", "table", "details", "dl":
	default:
		return r // text by itself
	}
	for _, names := range []string{class, s.attr("id")} {
		for c := range strings.FieldsSeq(names) {
			r |= aroundNames[c]
			for w := range wordsOfName(c) {
				switch w {
				case "embed", "figure", "image", "gallery", "quote", "video":
					return 0
				}
				r |= aroundNames[w]
			}
		}
	}
	return r
}

// aroundNames are words in the classes and ids of what stands around articles.
var aroundNames = map[string]pageRole{
	"share": aroundArticle, "sharing": aroundArticle, "social": aroundArticle, "socials": aroundArticle, "sharebar": aroundArticle,
	"newsletter": aroundArticle, "subscribe": aroundArticle, "paywall": maybeAround, "comment": aroundArticle, "comments": aroundArticle,
	"binhluan": aroundArticle, "recirc": aroundArticle, "recommended": aroundArticle, "recommendations": aroundArticle, "outbrain": aroundArticle,
	"taboola": aroundArticle, "advert": aroundArticle, "advertisement": aroundArticle, "breadcrumb": aroundArticle, "breadcrumbs": aroundArticle,
	"trending": aroundArticle, "mostread": aroundArticle, "cookie": aroundArticle, "consent": aroundArticle,

	"related": maybeAround, "promo": maybeAround, "teaser": maybeAround, "teasers": maybeAround, "tags": maybeAround, "topics": maybeAround, "toolbar": maybeAround,
	"ad": maybeAround, "ads": maybeAround, "sponsor": maybeAround, "sidebar": maybeAround, "popular": maybeAround, "menu": maybeAround, "readmore": maybeAround,
	"recommend": maybeAround, "meta": maybeAround, "byline": maybeAround, "bio": maybeAround, "tools": maybeAround, "actions": maybeAround, "login": maybeAround,
	"signup": maybeAround, "subscription": maybeAround, "comentarios": aroundArticle, "kommentare": aroundArticle, "keywords": maybeAround,
}

// wordsOfName parts a name at its dashes, underscores and small letters before
// capitals: "article-shareBar" is article, share and bar.
func wordsOfName(c string) func(yield func(string) bool) {
	return func(yield func(string) bool) {
		from := 0
		for i := 0; i <= len(c); i++ {
			if i < len(c) && c[i] != '-' && c[i] != '_' && !(i > from && 'A' <= c[i] && c[i] <= 'Z' && 'a' <= c[i-1] && c[i-1] <= 'z') {
				continue
			}
			if i > from && !yield(strings.ToLower(c[from:i])) {
				return
			}
			from = i
			if i < len(c) && (c[i] == '-' || c[i] == '_') {
				from++
			}
		}
	}
}

// markTeasers finds the headings that are links as a whole, which are those of
// other articles, and marks what holds them and is small.
func (t *pageTree) markTeasers(total int) {
	const letters = 600
	size := make([]int, len(t.nodes))
	prose := make([]int, len(t.nodes))
	for i := len(t.nodes) - 1; i >= 0; i-- {
		n := &t.nodes[i]
		size[i] += n.text + n.links
		prose[i] += n.prose
		if n.parent >= 0 {
			size[n.parent] += size[i]
			prose[n.parent] += prose[i]
		}
	}
	for i := range t.nodes {
		n := &t.nodes[i]
		if len(n.name) != 2 || n.name[0] != 'h' || n.name[1] < '2' || n.name[1] > '6' || n.links < 15 || n.text > 0 {
			continue
		}
		top := int32(-1)
		for j := n.parent; j >= 0 && size[j] <= letters && prose[j]*3 < total && t.nodes[j].rank <= articleElement; j = t.nodes[j].parent {
			top = j
		}
		if top >= 0 {
			t.nodes[top].role |= aroundArticle
		}
	}
}

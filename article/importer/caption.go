package importer

import (
	"math"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/toasoan/toasoan/article"
)

// imagePiece builds the picture at piece i, or the gallery that it and those next
// to it make, with the caption that follows. It returns the piece after.
func (b *builder) imagePiece(i, end int) int {
	p := b.pieces[i]
	j := i + 1
	for j < end && b.nodes[b.pieces[j]].kind == kImage && b.nodes[b.pieces[j]].group == b.nodes[p].group {
		j++
	}
	next, caps := b.captionAfter(b.pieces[j-1], j, end)
	items := make([]pictured, 0, 4)
	for k := i; k < j; k++ {
		items = append(items, pictured{node: b.pieces[k]})
	}
	b.pictures(items, caps)
	return next
}

// mediaPiece builds the video, recording or embed at piece i with its caption.
func (b *builder) mediaPiece(i, end int) int {
	next, caps := b.captionAfter(b.pieces[i], i+1, end)
	b.recording(b.pieces[i], caps)
	return next
}

// captionAfter returns the leaves from piece j on that are the caption of the
// picture at node p, and the piece after them.
func (b *builder) captionAfter(p int32, j, end int) (next int, caps []int32) {
	if j >= end {
		return j, nil
	}
	q := b.pieces[j]
	if b.nodes[q].kind != kText || b.nodes[q].level != 0 && !b.creditedHeading(q) {
		return j, nil
	}
	code := b.captionRule(p, q, j, end)
	if code == "" {
		return j, nil
	}
	b.note(code, b.nodes[q].path, b.leaf(q))
	caps = []int32{q}
	j++
	// The credit may be a line of its own.
	if j < end && b.nodes[b.pieces[j]].kind == kText {
		t := b.leaf(b.pieces[j])
		if b.nodes[b.pieces[j]].flags&fCredit != 0 || len(t) < 120 && onlyCredit(t) {
			caps = append(caps, b.pieces[j])
			j++
		}
	}
	return j, caps
}

// captionRule returns the code of the rule by which leaf q, at piece j, is the
// caption of the picture at node p before it, or "" if it is none. The rules go
// from what the source says to what newsrooms are used to.
func (b *builder) captionRule(p, q int32, j, end int) string {
	pic, n := &b.nodes[p], &b.nodes[q]
	t := b.leaf(q)
	runes := runeCount(t)
	if n.flags&(fCaption|fCredit) != 0 && runes <= 800 {
		return "caption-from-class"
	}
	if n.flags&(fLead|fAuthor|fSource|fKicker|fCite|fFile) != 0 || runes > 350 || isByline(t) {
		return ""
	}
	if hasPhotoCredit(t) {
		return "caption-from-credit"
	}
	if pic.kind == kImage {
		im := &b.images[pic.a]
		if runes >= 8 && (sameWords(im.Alt, t) || sameWords(im.Title, t)) || im.Link != nil && sameWords(im.Link.Title, t) {
			return "caption-from-alt"
		}
	}
	if runes > 80 && b.lone {
		return "" // all the text that there is
	}
	if strings.HasSuffix(t, "?") || strings.HasSuffix(t, ":") || strings.HasSuffix(t, "như sau.") || strings.HasPrefix(t, "- ") || runes > 300 ||
		strings.Count(t, "\n") >= 2 || isNobody(t) {
		return ""
	}
	if l, label, text := b.oneLink(q); l != nil && label == "" && len(text) == len(t) && pic.kind == kImage && b.images[pic.a].Link != nil && b.images[pic.a].Link.URL == l.URL {
		return "" // a teaser of what the picture leads to
	}
	if r, _ := utf8.DecodeRuneInString(t); (r == '“' || r == '"') && n.flags&fItalic != 0 && n.flags&fCenter == 0 {
		return "" // what somebody says
	}
	if b.marksIn(q, math.MinInt32, math.MaxInt32).Has(article.Small) {
		return "caption-from-small"
	}
	if n.level != 0 {
		return ""
	}
	if n.flags&fItalic != 0 && !b.slanted && !strings.Contains(t, "\n\n") {
		return "caption-from-italic"
	}
	bold := n.flags&fBold != 0
	switch {
	case n.flags&fPadded != 0 && !bold:
		return "caption-from-padding"
	case n.flags&fCenter != 0 && pic.flags&fCenter != 0 && !(bold && headingLike(t)):
		// Where everything is centered, nothing is said by it.
		if j+1 < end {
			if m := &b.nodes[b.pieces[j+1]]; m.kind == kText && m.flags&fCenter != 0 && runes > 150 {
				return ""
			}
		}
		return "caption-from-center"
	case n.flags&fCenter != 0 && !bold && runes <= 200 && b.plainAfter(j, end):
		return "caption-from-center"
	case n.flags&fAfterBR != 0 && n.group == pic.group && runes <= 250 && !bold && pic.b == 0:
		return "caption-from-break"
	case !bold && runes <= 150 && b.looksLikeCaption(t):
		return "caption-from-words"
	case !bold && b.labelLike(p, q, t, j, end):
		return "caption-from-words"
	case bold && strings.HasSuffix(t, ".") && strings.Count(t, " ") < 8:
		return "caption-from-words" // no heading, and too short for a paragraph
	case !(bold && headingLike(t)) && b.sharesDiv(q, j, end):
		return "caption-from-figure"
	}
	return ""
}

// plainAfter reports whether the piece after j is text that is not centered.
func (b *builder) plainAfter(j, end int) bool {
	if j+1 >= end {
		return false
	}
	m := &b.nodes[b.pieces[j+1]]
	return m.kind == kText && m.level == 0 && m.flags&fCenter == 0
}

// sharesDiv reports whether leaf q, at piece j, is all that stands in a div beside
// the pictures before it, in a text that goes on outside of that div.
func (b *builder) sharesDiv(q int32, j, end int) bool {
	div := b.paths[b.nodes[q].path].parent
	if b.settling || b.paths[div].tag != tagDiv || j+1 < end && b.within(b.pieces[j+1], div) {
		return false
	}
	k := j - 1
	for k >= 0 && b.within(b.pieces[k], div) {
		switch n := &b.nodes[b.pieces[k]]; {
		case n.kind == kFigure || n.kind == kImage && (n.path == div || b.paths[n.path].parent == div):
			k--
		default:
			return false
		}
	}
	return k < j-1 && (k >= 0 && b.nodes[b.pieces[k]].kind == kText || j+1 < end && b.nodes[b.pieces[j+1]].kind == kText)
}

// within reports whether node p stands in the block element at path e.
func (b *builder) within(p, e int32) bool {
	at := b.nodes[p].path
	for at > e {
		at = b.paths[at].parent
	}
	return at == e
}

// creditedHeading reports whether a heading ends in who took a picture, or is in small
// print, as none is.
func (b *builder) creditedHeading(q int32) bool {
	t := b.leaf(q)
	return b.nodes[q].level < wordLevel && len(t) < 400 && (hasPhotoCredit(t) || b.marksIn(q, math.MinInt32, math.MaxInt32).Has(article.Small))
}

// labelLike reports whether a line below a picture that stands alone is no sentence,
// in a text whose other paragraphs are.
func (b *builder) labelLike(p, q int32, t string, j, end int) bool {
	if n := strings.Count(t, " ") + 1; n < 3 || n > 30 || !b.settling || !b.sentences || b.plain > 0 {
		return false
	}
	first, _ := utf8.DecodeRuneInString(t)
	if k, _, _ := marker(t); k != 0 || endsSentence(t) || strings.HasSuffix(t, ",") || !unicode.IsUpper(first) || strings.ContainsAny(t, "@:/0123456789\n") || isCreditLine(t) {
		return false
	}
	for _, w := range []string{"Những hình ảnh", "Một số hình ảnh", "Một vài hình ảnh", "Xem", "Hình ảnh trong"} {
		if strings.HasPrefix(t, w) {
			return false
		}
	}
	if b.nodes[q].flags&(fRight|fBold|fItalic|fCenter) != 0 {
		return false
	}
	if l, _, _ := b.oneLink(q); l != nil || j+1 >= end {
		return false
	}
	switch m := &b.nodes[b.pieces[j+1]]; b.kindAt(j + 1) {
	case kImage, kFigure, kHeading:
		return true
	case kText:
		u := b.leaf(b.pieces[j+1])
		return m.level > 0 && m.level < wordLevel || len(u) > 100 && endsSentence(u) && m.flags&fAfterBR == 0
	}
	return false
}

// findSlant sees whether most of the text is in italics, and whether there is but one
// piece of text beside pictures. What stands below pictures may be captions and
// doesn't count for the first.
func (b *builder) findSlant() {
	upright, slanted, texts, others := 0, 0, 0, 0
	below := false
	for i := range b.nodes {
		n := &b.nodes[i]
		switch {
		case n.kind == kImage || n.kind == kFigure:
			below = below || n.kind == kImage
			continue
		case n.kind != kText:
			others++
		case n.flags&fCaption == 0 && n.a < n.b:
			texts++
			size := int(b.runs[n.b-1].end - b.runs[n.a].start)
			switch {
			case below || n.level > 0 || n.flags&fBold != 0:
			case n.flags&fItalic != 0:
				slanted += size
			default:
				upright += size
			}
		}
		below = false
	}
	b.slanted = slanted > 600 && slanted > upright
	b.lone = texts == 1 && others == 0
}

// endsInSentences reports whether the paragraphs of a body, and of what is in it, end as
// sentences do. Those below pictures may be captions and don't count.
func endsInSentences(body article.Body) bool {
	with, without := 0, 0
	countSentences(body, &with, &without)
	return with >= 3 && with > 4*without
}

func countSentences(body article.Body, with, without *int) {
	for i, x := range body {
		switch x := x.(type) {
		case *article.Paragraph:
			switch {
			case size(x.Text) < 100:
			case endsSentence(x.Text[len(x.Text)-1].Text):
				*with++
			case i == 0 || kindOf(body[i-1]) != kImage:
				*without++
			}
		case *article.List:
			for _, item := range x.Items {
				countSentences(item, with, without)
			}
		case *article.Quote:
			countSentences(x.Body, with, without)
		case *article.Box:
			countSentences(x.Body, with, without)
		}
	}
}

// captionWords begin lines that say what a picture shows.
var captionWords = []string{
	"Từ trái sang", "Từ trái qua", "Từ phải sang", "Từ phải qua", "(Từ trái ", "(Từ phải ", "Trong ảnh: ",
	"Quang cảnh", "Toàn cảnh", "Khung cảnh", "Hình ảnh ", "Một góc ", "Ảnh ", "Ảnh: ",
}

// looksLikeCaption reports whether a short line begins as captions do.
func (b *builder) looksLikeCaption(t string) bool {
	for _, w := range captionWords {
		if strings.HasPrefix(t, w) {
			return true
		}
	}
	return false
}

// A pictured is an image and what is written to it.
type pictured struct {
	node     int32
	captions []int32
}

// pictures adds one image, or a gallery of several, with the caption caps.
func (b *builder) pictures(items []pictured, caps []int32) {
	if len(items) == 1 {
		at := b.nodes[items[0].node].a
		im := &b.images[at]
		b.caption(&im.Caption, im, append(items[0].captions[:len(items[0].captions):len(items[0].captions)], caps...), article.RolePhotographer)
		if b.teasers(items, b.images[at:at+1]) {
			return
		}
		b.altCredit(items[0].node, im)
		b.emit(im)
		return
	}
	first, row := b.nodes[items[0].node].a, true
	for i, it := range items {
		at := b.nodes[it.node].a
		im := &b.images[at]
		b.caption(&im.Caption, im, it.captions, article.RolePhotographer)
		row = row && at == first+int32(i)
	}
	g := &article.Gallery{}
	if row {
		g.Images = b.images[first : int(first)+len(items) : int(first)+len(items)]
	} else {
		for _, it := range items {
			g.Images = append(g.Images, b.images[b.nodes[it.node].a])
		}
	}
	if len(caps) == 0 && b.teasers(items, g.Images) {
		return
	}
	b.note("gallery", b.nodes[items[0].node].path, "")
	if len(caps) > 0 {
		var common article.Image
		b.caption(&g.Caption, &common, caps, article.RolePhotographer)
		for i := range g.Images {
			credited := g.Images[i]
			if len(credited.Credits) == 0 {
				credited.Credits = common.Credits
			}
			credited.Illustration = credited.Illustration || common.Illustration
			if settleCredits(&credited.Caption, &credited, article.RolePhotographer) {
				g.Images[i] = credited
			}
		}
	}
	b.emit(g)
}

// teasers adds the links to other articles that pictures are, each with a caption that
// is one link to where the picture leads.
func (b *builder) teasers(items []pictured, images []article.Image) bool {
	var links []article.Link
	for i := range images {
		im := &images[i]
		if len(im.Caption) == 0 || im.Link == nil || isFileName(im.Link.URL) || len(im.Credits) > 0 || im.Illustration {
			return false
		}
		for k := range im.Caption {
			if l := im.Caption[k].Link; l == nil || l.URL != im.Link.URL {
				return false
			}
		}
		l := *im.Caption[0].Link
		l.Text = strings.ReplaceAll(im.Caption.String(), "\n", " ")
		links = append(links, l)
	}
	for i := range images {
		b.note("dropped-image", b.nodes[items[i].node].path, imageWords(images[i].Alt, images[i].URL))
	}
	b.addLinks(b.nodes[items[0].node].path, "", links)
	return true
}

// altCredit takes who took a picture from the end of its alternative text, where a
// picture without a caption has one: it is the caption then.
func (b *builder) altCredit(p int32, im *article.Image) {
	if len(im.Caption)+len(im.Credits) > 0 || !hasPhotoCredit(im.Alt) {
		return
	}
	cut, credits, illustration, ok := splitCredit(im.Alt, false)
	if !ok || cut == 0 || credits == nil {
		return
	}
	b.note("credit", b.nodes[p].path, im.Alt[cut:])
	im.Alt = im.Alt[:cut]
	im.Caption, im.Credits, im.Illustration = article.Plain(im.Alt), credits, illustration
	made(im.Credits, article.RolePhotographer)
}

// unmarked returns t without the marks that all of it has. It may use the spans of t.
func unmarked(t article.Text) article.Text {
	all := marksOfAll(t)
	if len(t) == 0 || all == 0 {
		return t
	}
	for i := range t {
		t[i].Marks &^= all
	}
	t = joinSpans(t)
	respace(t)
	return t
}

// settleCredits reads the credits again as package render prints them behind the
// caption, in one line: who is named in several places may be read otherwise there.
// It reports whether they can be read at all.
func settleCredits(to *article.Text, im *article.Image, role article.Role) bool {
	const most = 3
	for range most {
		caption, line := to.String(), creditLine(im.Credits, role, im.Illustration)
		all, illustration, rest := creditsAt(strings.Trim(caption+" "+line, " "), role)
		if rest > len(caption) {
			return false
		}
		if rest == len(caption) && illustration == im.Illustration && sameCredits(all, im.Credits) {
			break
		}
		*to, im.Credits, im.Illustration = trimText(*to, rest), all, illustration
	}
	return true
}

// maxCaptionCredits bounds the credits that are read at the end of one caption: who
// is named before them stays in its words.
const maxCaptionCredits = 16

// creditsAt reads the credits at the end of a caption, which is t[:rest].
func creditsAt(t string, role article.Role) (all []article.Credit, illustration bool, rest int) {
	rest = len(t)
	for rest > 0 && len(all) < maxCaptionCredits {
		cut, cs, drawn, ok := splitCredit(t[:rest], false)
		if !ok {
			break
		}
		all, illustration, rest = append(cs, all...), illustration || drawn, cut
	}
	made(all, role)
	return all, illustration, rest
}

// made gives those who made a picture or a recording the role that its makers have,
// and reports whether it was another.
func made(cs []article.Credit, role article.Role) (changed bool) {
	for i := range cs {
		c := &cs[i]
		switch c.Role {
		case article.RolePhotographer, article.RoleVideographer, article.RoleContributor:
			changed = changed || c.Role != role
			c.JobTitle = "" // which no line below a picture holds
			if c.Role = role; role == article.RolePhotographer && c.Name == "" {
				c.Role = article.RoleSource
			}
		}
	}
	return changed
}

// recording adds a video, an audio or an embed with the caption caps.
func (b *builder) recording(p int32, caps []int32) {
	n := &b.nodes[p]
	var im article.Image // for its credits
	switch n.kind {
	case kVideo:
		v := &b.videos[n.a]
		if len(v.Sources) == 0 {
			b.note("dropped-media", n.path, v.Title)
			b.orphanCaption(caps)
			return
		}
		b.caption(&v.Caption, &im, caps, article.RoleVideographer)
		if v.Caption.String() == v.Title {
			v.Caption = nil // as the title is printed where there is no caption
		}
		v.Credits = im.Credits
		b.emit(v)
	case kAudio:
		a := &b.audios[n.a]
		if len(a.Sources) == 0 {
			b.note("dropped-media", n.path, a.Title)
			b.orphanCaption(caps)
			return
		}
		b.caption(&a.Caption, &im, caps, article.RoleContributor)
		if a.Caption.String() == a.Title {
			a.Caption = nil
		}
		a.Credits = im.Credits
		b.emit(a)
	case kEmbed:
		e := &b.embeds[n.a]
		if f := fileOf(e); f != nil {
			b.note("file-from-embed", n.path, "")
			b.emit(f)
			b.orphanCaption(caps)
			return
		}
		if len(caps) > 0 {
			e.Caption = b.captionText(caps)
		}
		b.emit(e)
	}
}

// fileOf returns the document that an embed of no known site shows, or nil.
func fileOf(e *article.Embed) *article.File {
	if e.Provider != "" {
		return nil
	}
	u := e.URL
	if t, ok := viewerTarget(u); ok {
		if t, ok = article.SafeMediaURL(t); ok && documentType(t) != "" {
			u = t
		}
	}
	mt := documentType(u)
	if mt == "" {
		return nil
	}
	return &article.File{URL: u, Title: e.Title, MediaType: mt}
}

// orphanCaption keeps the caption of a picture that could not be kept.
func (b *builder) orphanCaption(caps []int32) {
	for _, c := range caps {
		b.note("caption-without-picture", b.nodes[c].path, "")
		b.paragraph(b.content(c, 0))
	}
}

// caption sets the caption to the text of the leaves caps, and im's credits to
// what they say of them. Who made what is shown has the role.
func (b *builder) caption(to *article.Text, im *article.Image, caps []int32, role article.Role) {
	credits := 0 // places that name somebody
	var lines []article.Text
	for _, c := range caps {
		if b.err != nil {
			return
		}
		t := b.leafCaption(c)
		if len(t) == 0 {
			continue
		}
		if f := b.nodes[c].flags; f&fCredit != 0 || f&(fSource|fAuthor) != 0 && size(t) <= 80 {
			cs, illustration, rest := creditsAt(t.String(), role)
			if rest > 0 {
				cs, illustration = parseNames(t.String(), article.RolePhotographer), false
			}
			if len(cs) > 0 || illustration {
				b.note("credit", b.nodes[c].path, t.String())
				credits++
				b.count(8)
				im.Credits = append(im.Credits, cs...)
				im.Illustration = im.Illustration || illustration
				continue
			}
		}
		if s := t.String(); len(lines) > 0 && len(im.Credits) == 0 && allUpper(s) && isPerson(s) && strings.Contains(s, " ") {
			b.note("credit", b.nodes[c].path, s) // a name in capitals on a line of its own
			credits++
			b.count(8)
			im.Credits = parseNames(s, article.RolePhotographer)
			continue
		}
		s := t.String()
		for loose, at := b.nodes[c].flags&fCaption == 0, len(im.Credits); ; loose = false {
			cut, cs, illustration, ok := splitCredit(s, loose)
			if !ok {
				break
			}
			b.note("credit", b.nodes[c].path, s[cut:])
			for i, at := 0, 0; i < len(t); i++ {
				if at += len(t[i].Text); at > cut && t[i].Link != nil {
					b.note("dropped-link", b.nodes[c].path, t[i].Link.URL)
				}
			}
			credits++
			b.count(8)
			if len(im.Credits) == 0 {
				im.Credits = cs
			} else {
				im.Credits = slices.Insert(im.Credits, at, cs...)
			}
			im.Illustration = im.Illustration || illustration
			t, s = trimText(t, cut), s[:cut]
		}
		if len(t) > 0 {
			lines = append(lines, t)
		}
	}
	*to = b.join(lines...)
	changed := credits > 1
	if credits > 0 {
		*to = trimText(*to, endOfCaption(to.String()))
		changed = made(im.Credits, role) || changed
	}
	if s := to.String(); changed || (credits > 0 || len(caps) > 1) && (strings.IndexByte(s, ':') >= 0 || maySayPhoto(s)) {
		if !settleCredits(to, im, role) {
			whole := b.captionText(caps)
			*to, im.Credits, im.Illustration = whole, nil, false
			if !settleCredits(to, im, role) {
				*to, im.Credits, im.Illustration = whole, nil, false
			}
		}
	}
	if credits > 0 {
		*to = unmarked(*to)
		if s := to.String(); strings.Count(s, "(") == strings.Count(s, ")")+1 {
			(*to)[len(*to)-1].Text += ")" // which the credit had
		}
	}
	if len(*to) > 0 && im.Alt == "" {
		im.Decorative = false
	}
}

// captionText is the text of the leaves caps, credits and all.
func (b *builder) captionText(caps []int32) article.Text {
	lines := make([]article.Text, 0, len(caps))
	for _, c := range caps {
		if t := b.leafCaption(c); len(t) > 0 {
			lines = append(lines, t)
		}
	}
	return b.join(lines...)
}

// leafCaption is the text of a leaf without marks that all of it has, which only
// set it apart from the body.
func (b *builder) leafCaption(c int32) article.Text {
	n := &b.nodes[c]
	if n.a == n.b {
		return nil
	}
	return b.plainer(c, b.runs[n.a].start, b.runs[n.b-1].end)
}

// plainer is part without the marks that all of it has.
func (b *builder) plainer(p, lo, hi int32) article.Text {
	return b.part(p, lo, hi, b.marksIn(p, lo, hi))
}

// marksIn returns which of the marks that set lines apart all of a leaf has from lo to
// hi.
func (b *builder) marksIn(p, lo, hi int32) article.Marks {
	all := apart
	for i := b.nodes[p].a; i < b.nodes[p].b; i++ {
		r := b.runs[i]
		if r.start, r.end = max(r.start, lo), min(r.end, hi); r.start < r.end && !b.blank(&r) {
			all &= r.marks
		}
	}
	return all
}

// joinText joins texts, each on a line of its own. The line breaks go where the scanner
// would put them.
func joinText(texts ...article.Text) article.Text {
	n := 0
	for _, t := range texts {
		n += len(t)
	}
	out := make(article.Text, 0, n)
	for _, t := range texts {
		from := len(out)
		if out = append(out, t...); from == 0 || len(t) == 0 {
			continue
		}
		k := from // what the line break comes before: an id is nowhere
		for k+1 < len(out) && out[k].Text == "" {
			k++
		}
		last, first := &out[from-1], &out[k]
		if last.Text != "" && spaceFirst(last, first) && !(k == from && sameSpan(last, first)) {
			last.Text += "\n"
		} else {
			first.Text = "\n" + first.Text
		}
	}
	return joinSpans(out)
}

// join is joinText for texts whose languages are looked at once more.
func (b *builder) join(texts ...article.Text) article.Text {
	if len(texts) == 1 {
		return texts[0]
	}
	joined := joinText(texts...)
	unmarked := false
	for i := range joined {
		if s := &joined[i]; s.Lang != "" && b.falseLang(s.Lang, s.Text) {
			s.Lang, s.Dir, unmarked = "", "", true
		}
	}
	if unmarked {
		joined = joinSpans(joined)
		respace(joined)
	}
	return joined
}

// sameLink reports whether two links look the same to a reader.
func sameLink(l, m *article.Link) bool {
	if l == nil || m == nil {
		return l == m
	}
	return l.URL == m.URL && l.Title == m.Title && l.Lang == m.Lang && slices.Equal(l.Rel, m.Rel)
}

// isPlain reports whether a span has nothing but marks.
func isPlain(s *article.Span) bool {
	return s.Link == nil && s.Lang == "" && s.Dir == "" && s.Expansion == "" && s.ID == ""
}

// trimText returns the first n bytes of t without white space at its end.
func trimText(t article.Text, n int) article.Text {
	var out article.Text
	for _, s := range t {
		if n <= 0 {
			break
		}
		if len(s.Text) > n {
			s.Text = s.Text[:n]
		}
		n -= len(s.Text)
		out = append(out, s)
	}
	for len(out) > 0 {
		last := &out[len(out)-1]
		if last.Text = strings.TrimRight(last.Text, " \n"); last.Text != "" || last.ID != "" {
			break
		}
		out = out[:len(out)-1]
	}
	return out
}

// sameWords reports whether two texts have the same letters and digits in the
// same order.
func sameWords(a, b string) bool {
	if a == "" || b == "" || len(a) > 2*len(b)+16 || len(b) > 2*len(a)+16 {
		return false
	}
	for a != "" || b != "" {
		var x, y rune
		x, a = cutLetter(a)
		y, b = cutLetter(b)
		if x != y {
			return false
		}
	}
	return true
}

// cutLetter returns the first letter or digit of t in lower case, and what is
// after it. If there is none, the letter is zero.
func cutLetter(t string) (letter rune, rest string) {
	for t != "" {
		r, n := utf8.DecodeRuneInString(t)
		t = t[n:]
		c := unicode.ToLower(r)
		if c > 0x7f && !(c >= 0x2000 && c <= 0x206f) && c != '\u00a0' || 'a' <= c && c <= 'z' || '0' <= c && c <= '9' {
			return c, t
		}
	}
	return 0, ""
}

package importer

import (
	"slices"
	"strings"

	"golang.org/x/net/html"

	"github.com/toasoan/toasoan/article"
)

// The reasons why the text of an element is no text of the article.
const (
	dropSilent = iota + 1 // never shown to anybody
	dropControl
	dropHidden
	dropFallback
	dropSVG
	dropCaptured // kept as RawHTML
)

var dropCodes = [...]string{
	dropSilent: "", dropControl: "dropped-control", dropHidden: "dropped-hidden",
	dropFallback: "dropped-fallback", dropSVG: "dropped-svg", dropCaptured: "",
}

// start takes a start tag, its attributes in s.at.
func (s *scanner) start(t tag, self bool) error {
	s.impliedEnds(t)
	n := natures[t]
	if s.cur.drop != 0 {
		if s.media > 0 && (t == tagSource || t == tagTrack) {
			s.mediaPart(t)
			return nil
		}
		if t == tagImg && s.cur.drop != dropSilent && s.cur.drop != dropCaptured {
			s.note("dropped-image", s.cur.path, s.attrString("alt"))
		}
		if n&isVoid != 0 || self {
			return nil
		}
		return s.push(t, n&^isBlock)
	}
	t = s.orphan(t)
	n = natures[t]
	if n&isVoid != 0 {
		return s.void(t)
	}
	if self && n&isBlock == 0 && t != tagIframe && s.lex.raw == "" { // a script that says so does not end
		if len(s.at) > 0 {
			e := s.element(t)
			s.anchor(t, &e)
		}
		return nil
	}

	var e element
	if len(s.at) > 0 {
		e = s.element(t)
	}
	if e.hidden && t != tagVideo && t != tagAudio {
		return s.dropping(t, dropHidden)
	}
	switch t {
	case tagSilent:
		return s.dropping(t, dropSilent)
	case tagRP:
		return s.dropping(t, dropHidden)
	case tagSummary:
		if s.cur.flags&fOpener != 0 {
			return s.dropping(t, dropControl)
		}
	case tagControl:
		return s.dropping(t, dropControl)
	case tagHidden:
		return s.dropping(t, dropHidden)
	case tagSVG, tagMath, tagRuby:
		return s.foreign(t)
	case tagPre:
		if s.o.KeepHTML && s.linksInPre() {
			return s.foreign(t)
		}
	case tagIframe:
		return s.iframe()
	case tagVideo, tagAudio:
		return s.recording(t)
	}

	if err := s.push(t, n); err != nil {
		return err
	}
	top := s.top()
	f := e.flags
	marks := tagMarks[t]
	if t == tagCite && s.inside(tagBlockquote) {
		marks = 0 // who is quoted, not a title
	}
	s.cur.marks = (s.cur.marks | marks | e.style.marks) &^ e.style.unmark
	if n&isBlock != 0 {
		if f&(fCenter|fRight) != 0 {
			s.cur.flags &^= fCenter | fRight
		}
		if f&(fCaption|fCredit|fLead|fKicker|fAuthor|fSource) != 0 {
			s.cur.flags &^= fCaption | fCredit | fLead | fKicker | fAuthor | fSource
		}
	}
	s.cur.flags |= f & inherited
	if len(s.at) > 0 {
		s.anchor(t, &e)
		s.spanAttrs(t, &e)
	}
	switch t {
	case tagSpan:
		if e.style.wordIgnore {
			s.cur.flags |= fMarker
		}
	case tagP, tagDiv, tagBlock, tagCenter, tagAside:
		if t == tagCenter {
			s.cur.flags |= fCenter
		}
		s.cur.word = uint8(e.style.wordList)
		switch {
		case t == tagCenter:
		case f&fEmbed != 0:
			s.quoted(top, f)
		case f&fRelated != 0, t == tagBlock && len(s.nodes) > 0 && foldedIs(s.lex.name, "article") && slices.Contains(strings.Fields(s.attr("class")), "story"):
			top.node = s.addNode(kRelated, f)
		case f&fGallery != 0 && t != tagP:
			top.node = s.addNode(kGallery, f)
		case f&fPull != 0 && (t == tagAside || t == tagDiv):
			s.quoted(top, f)
		case f&fBox != 0 && t != tagP || t == tagAside:
			top.node = s.addNode(kBox, f)
			s.nodes[top.node].a = s.info(info{class: s.attr("class")})
		case f&fFigure != 0:
			top.node = s.addNode(kFigure, f)
			if foldedIs(s.attr("type"), "videostream") {
				s.videoStream()
			}
		}
	case tagH1, tagH2, tagH3, tagH4, tagH5, tagH6:
		if f&fLead == 0 && !s.inside(tagFigcaption) {
			s.cur.level = uint8(t-tagH1) + 1
		}
	case tagUL, tagOL:
		k := kList
		if f&fGallery != 0 {
			k = kGallery
		}
		if t == tagOL {
			f |= fOrdered
		}
		top.node = s.addNode(k, f)
		s.nodes[top.node].a = int32(s.attrInt("start"))
		s.cur.level, s.cur.word = 0, 0
	case tagDL:
		top.node = s.addNode(kList, f|fTerm)
	case tagLI, tagDD:
		top.node = s.addNode(kItem, f)
	case tagDT:
		top.node = s.addNode(kItem, f|fTerm)
	case tagBlockquote:
		s.quoted(top, f)
	case tagFigure:
		k := kFigure
		if f&fGallery != 0 {
			k = kGallery
		}
		top.node = s.addNode(k, f)
		top.opener = f&(fEmbed|fRemote) != 0
	case tagFigcaption:
		s.cur.flags |= fCaption
	case tagDetails:
		s.cur.flags &^= fOpener
		if i := len(s.stack) - 2; i >= 0 && s.stack[i].opener && f&fBox == 0 {
			s.cur.flags |= fOpener
			break
		}
		top.node = s.addNode(kBox, f|fDetails)
		s.nodes[top.node].a = s.info(info{class: s.attr("class")})
	case tagSummary:
		s.cur.flags |= fSummary
	case tagTable:
		if foldedIs(s.attr("role"), "presentation") || foldedIs(s.attr("role"), "none") {
			f |= fLayout
		}
		if s.attrInt("border") > 0 || s.hasAttr("bgcolor") {
			f |= fBorder
		}
		top.node = s.addNode(kTable, f)
		s.cur.flags &^= fCaption
		s.cur.level, s.cur.word = 0, 0
	case tagCaption:
		top.node = s.addNode(kTableCaption, f)
	case tagTR:
		if s.last[tagTHead] > s.last[tagTable] {
			f |= fHead
		} else if s.last[tagTFoot] > s.last[tagTable] {
			f |= fFoot
		}
		top.node = s.addNode(kRow, f)
	case tagTD, tagTH:
		if t == tagTH {
			f |= fHeaderCell
		}
		top.node = s.addNode(kCell, f)
		c := &s.nodes[top.node]
		c.a, c.b = int32(min(s.attrInt("colspan"), 1000)), int32(min(s.attrInt("rowspan"), 1000))
	case tagObject:
		s.embedded(s.attr("data"))
	case tagCite, tagFooter:
		if s.inside(tagBlockquote) {
			s.cur.flags |= fCite
		}
	case tagPicture:
		s.inPic = true
		s.pics = s.pics[:0]
	case tagNoscript:
		s.cur.flags |= fNoscript
	case tagRT:
		s.space = true
		s.words("(", -1)
	}
	if self {
		s.popTo(len(s.stack) - 1)
	}
	return nil
}

// impliedEnds closes what a start tag closes where an end tag may be left out.
func (s *scanner) impliedEnds(t tag) {
	if natures[t]&closesP != 0 {
		s.closeOpen(tagP)
	}
	switch t {
	case tagH1, tagH2, tagH3, tagH4, tagH5, tagH6:
		if n := len(s.stack); n > 0 && s.stack[n-1].tag >= tagH1 && s.stack[n-1].tag <= tagH6 {
			s.pop(false)
		}
	case tagLI:
		if i := s.last[tagLI]; i > max(s.last[tagUL], s.last[tagOL]) && i >= s.barrier {
			s.popTo(int(i) - 1)
		}
	case tagDT, tagDD:
		if i := max(s.last[tagDT], s.last[tagDD]); i > s.last[tagDL] && i >= s.barrier {
			s.popTo(int(i) - 1)
		}
	case tagTable:
		if s.inTable() {
			s.closeOpen(tagTable)
		}
	case tagTHead, tagTBody, tagTFoot:
		s.closeInTable(tagTHead, tagTBody, tagTFoot, tagCaption, tagTR, tagTD, tagTH)
	case tagTR:
		s.closeInTable(tagCaption, tagTR, tagTD, tagTH)
	case tagTD, tagTH:
		s.closeInTable(tagCaption, tagTD, tagTH)
	case tagCaption:
		s.closeInTable(tagCaption, tagTR, tagTD, tagTH)
	case tagRT, tagRP:
		if i := max(s.last[tagRT], s.last[tagRP]); i > s.last[tagRuby] {
			s.popTo(int(i) - 1)
		}
	case tagA:
		if s.inside(tagA) {
			s.endTag(tagA)
		}
	}
}

// closeInTable closes the outermost of ts inside the innermost table.
func (s *scanner) closeInTable(ts ...tag) {
	i := int16(0)
	for _, t := range ts {
		if l := s.last[t]; l > s.last[tagTable] && (i == 0 || l < i) {
			i = l
		}
	}
	if i > 0 {
		s.popTo(int(i) - 1)
	}
}

// orphan returns what t is where the element it belongs in is missing.
func (s *scanner) orphan(t tag) tag {
	switch t {
	case tagTR, tagTHead, tagTBody, tagTFoot, tagTD, tagTH, tagCaption:
		if !s.inside(tagTable) {
			return tagDiv
		}
		if (t == tagTD || t == tagTH) && s.last[tagTR] < s.last[tagTable] {
			// The row is implied.
			if s.push(tagTR, natures[tagTR]) == nil {
				s.top().node = s.addNode(kRow, 0)
			}
		}
	case tagLI:
		if max(s.last[tagUL], s.last[tagOL]) == 0 {
			s.closeOpen(tagP)
			return tagP
		}
	case tagDT, tagDD:
		if s.last[tagDL] == 0 {
			s.closeOpen(tagP)
			return tagP
		}
	case tagSummary:
		if !s.inside(tagDetails) {
			return tagDiv
		}
	case tagRT, tagRP:
		if !s.inside(tagRuby) {
			return tagOther
		}
	}
	return t
}

// An element is what the attributes of an element say that is not about media.
type element struct {
	flags  flags
	style  style
	hidden bool

	id, name, lang, dir, title, href, hreflang, rel string
}

func (s *scanner) element(t tag) (e element) {
	for i := range s.at {
		v := s.at[i].val
		switch s.at[i].key {
		case "class":
			e.flags |= classFlags(v)
			if t == tagP && v == "description" {
				e.flags |= fLead
			}
		case "id":
			e.id = v
			if foldContains(v, "sapo") {
				e.flags |= fLead
			}
		case "type":
			if t == tagDiv {
				e.flags |= typeFlags(v)
			}
		case "style":
			e.style = parseStyle(v)
		case "align":
			switch {
			case foldedIs(v, "center"), foldedIs(v, "middle"):
				e.flags |= fCenter
			case foldedIs(v, "right"):
				e.flags |= fRight
			}
		case "hidden":
			e.hidden = !foldedIs(v, "until-found")
		case "aria-hidden":
			e.hidden = e.hidden || foldedIs(v, "true")
		case "lang":
			e.lang = v
		case "xml:lang":
			if e.lang == "" {
				e.lang = v
			}
		case "dir":
			e.dir = v
		case "title":
			e.title = v
		case "href":
			e.href = v
		case "name":
			e.name = v
		case "hreflang":
			e.hreflang = v
		case "rel":
			e.rel = v
		}
	}
	e.hidden = e.hidden || e.style.hidden
	if e.style.center {
		e.flags |= fCenter
	}
	if e.style.right {
		e.flags |= fRight
	}
	if t == tagTable && e.flags&fCenter != 0 {
		e.flags &^= fCenter // moves the table, not the text in it
	}
	return e
}

// anchor remembers an id that links may lead to.
func (s *scanner) anchor(t tag, e *element) {
	id := e.id
	if id == "" && t == tagA {
		id = e.name
	}
	if id == "" || len(id) > 128 || strings.ContainsAny(id, " \t\n\f\r\"'<>&") {
		return
	}
	if len(s.pending) > 64 {
		s.pending = s.pending[:0]
	}
	weak := t != tagA && t != tagSpan && (t < tagH1 || t > tagH6)
	s.pending = append(s.pending, anchor{cleanValue(id), weak})
	s.anchors = true
}

// spanAttrs takes what an element says of the text inside beside its marks: where
// it links to, its language and direction, its long form.
func (s *scanner) spanAttrs(t tag, e *element) {
	var lang, dir, expansion string
	link := int32(-1)
	old := &s.attrs[s.cur.attr]
	lang, dir, expansion = old.lang, old.dir, old.expansion
	if e.lang != "" && len(e.lang) <= 35 {
		lang = s.langTag(e.lang)
	}
	if e.dir != "" {
		switch {
		case foldedIs(e.dir, "rtl"):
			dir = "rtl"
		case foldedIs(e.dir, "auto"):
			dir = "auto"
		case foldedIs(e.dir, "ltr") && dir != "":
			dir = "ltr"
		default:
			dir = ""
		}
	}
	switch t {
	case tagAbbr, tagSpan, tagSup, tagSub, tagEm, tagB, tagCite, tagQ:
		// Titles of other elements than abbr explain too.
		if e.title != "" && len(e.title) <= 300 {
			expansion = cleanValue(e.title)
		}
	case tagA:
		link = s.link(e)
	}
	if link < 0 && lang == old.lang && dir == old.dir && expansion == old.expansion {
		return
	}
	a := *old
	a.lang, a.dir, a.expansion = lang, dir, expansion
	if link >= 0 {
		a.link = link
	}
	s.attrs = append(room(s.attrs), a)
	s.cur.attr = int32(len(s.attrs) - 1)
}

// link keeps where an element leads and returns its number, from 1, or -1.
func (s *scanner) link(e *element) int32 {
	if strings.TrimSpace(e.href) == "" {
		return -1
	}
	u, ok := s.url(e.href, false)
	if !ok {
		s.note("unsafe-url", s.cur.path, clip(cleanValue(e.href)))
		return -1
	}
	if u[0] == '#' {
		s.anchors, s.linked = true, true
	}
	if s.inside(tagPre) && s.last[tagPre] >= s.barrier {
		s.note("dropped-link", s.cur.path, u)
		return -1
	}
	s.links = append(room(s.links), article.Link{
		URL: u, Title: s.attrString("title"), Lang: s.langTag(e.hreflang), Rel: relOf(e.rel),
	})
	if t := mediaTypeOf(s.attr("type")); t != "" && s.cur.flags&fFile != 0 {
		if s.fileTypes == nil {
			s.fileTypes = make(map[int32]string)
		}
		s.fileTypes[int32(len(s.links))] = t
	}
	return int32(len(s.links))
}

var relTypes = []string{"nofollow", "sponsored", "ugc"}

// relOf returns the link types that search engines know.
func relOf(b string) (rel []string) {
	if len(b) == 0 {
		return nil
	}
	for i, r := range relTypes {
		if foldContains(b, r) {
			if rel == nil {
				rel = relTypes[i : i+1 : i+1]
			} else {
				rel = append(rel, r)
			}
		}
	}
	return rel
}

// langTag returns a language tag, or "" for that of the article and for what is
// no tag.
func (s *scanner) langTag(b string) string {
	b = strings.TrimSpace(b)
	if len(b) < 2 || len(b) > 35 {
		return ""
	}
	for i := range len(b) {
		switch c := b[i]; {
		case c|0x20 >= 'a' && c|0x20 <= 'z', '0' <= c && c <= '9' && i > 0, c == '-' && i > 1 && i < len(b)-1:
		default:
			return ""
		}
	}
	own := s.o.lang()
	p := 0
	for p < len(b) && b[p] != '-' {
		p++
	}
	if p < 2 || p > 8 || foldedIs(b[:p], own) || foldedIs(b, "x-none") {
		return ""
	}
	l := canonicalLang(b)
	if l != s.goodLang {
		if !validLang(l) {
			s.note("bad-lang", s.cur.path, l)
			return ""
		}
		s.goodLang = l
	}
	return l
}

// validLang reports whether the model takes a language tag.
func validLang(l string) bool {
	a := article.Article{Headline: "x", Lang: l}
	return a.Validate() == nil
}

// canonicalLang writes a tag as BCP 47 does: languages small, regions in capitals,
// scripts with one capital.
func canonicalLang(t string) string {
	sub := strings.Split(strings.ToLower(t), "-")
	for i, s := range sub[1:] {
		switch len(s) {
		case 2:
			sub[i+1] = strings.ToUpper(s)
		case 4:
			sub[i+1] = strings.ToUpper(s[:1]) + s[1:]
		}
	}
	if u := strings.Join(sub, "-"); u != t {
		return u
	}
	return t
}

// dropping opens an element whose text is none of the article's.
func (s *scanner) dropping(t tag, reason uint8) error {
	if err := s.push(t, natures[t]); err != nil {
		return err
	}
	if t == tagSilent && foldedIs(s.lex.name, "script") {
		s.note("dropped-script", s.cur.path, "")
	}
	top := s.top()
	top.opaque = true
	top.lostFrom = len(s.lost)
	s.cur.drop = reason
	return nil
}

// dropText keeps what is dropped for the note.
func (s *scanner) dropText(t string) {
	if s.cur.drop != dropSilent && s.cur.drop != dropCaptured {
		if !s.lex.literal {
			t = html.UnescapeString(t)
		}
		s.lost = append(s.lost, t...)
	}
}

// endDrop ends a dropped passage with a note of its text.
func (s *scanner) endDrop(e *open) {
	if dropCodes[s.cur.drop] == "" {
		return
	}
	if t := cleanValue(string(s.lost[e.lostFrom:])); t != "" && (e.tag != tagRP || hasLetter(t)) {
		s.note(dropCodes[s.cur.drop], s.cur.path, t)
	}
}

// foreign opens a ruby, math or svg element.
func (s *scanner) foreign(t tag) error {
	if s.o.KeepHTML {
		if err := s.push(t, isBlock); err != nil {
			return err
		}
		s.closeLeaf()
		s.top().capture = true
		s.capture = len(s.stack)
		s.capFrom = s.lex.start
		s.cur.drop = dropCaptured
		return nil
	}
	if t == tagSVG {
		return s.dropping(t, dropSVG)
	}
	s.note(tagNames[t]+"-to-text", s.cur.path, "")
	return s.push(t, 0)
}

// linksInPre reports whether the pre that begins has links, which no block of
// preformatted text can hold.
func (s *scanner) linksInPre() bool {
	if s.noPre {
		return false
	}
	for i := s.lex.pos; ; {
		k := strings.IndexByte(s.lex.src[i:], '<')
		if k < 0 {
			s.noPre = true
			return false
		}
		i += k
		if s.lex.endTagAt(i, "pre") {
			return false
		}
		if s.lex.wordAt(i+1, "a") {
			return true
		}
		i++
	}
}

// endCapture keeps the markup of a captured element, if its own end tag has ended
// it. What another tag has cut short is no markup that can be kept.
func (s *scanner) endCapture(own bool) {
	s.capture = 0
	s.cur.drop = 0
	if !own {
		s.note("dropped-html", s.cur.path, shownText(s.lex.src[s.capFrom:s.lex.start]))
		return
	}
	s.raws = append(s.raws, s.lex.src[s.capFrom:s.lex.pos])
	i := s.addNode(kRaw, 0)
	s.nodes[i].a = int32(len(s.raws) - 1)
	s.note("kept-html", s.cur.path, "")
}

// shownText returns the text of markup.
func shownText(src string) string {
	var b strings.Builder
	l := lexer{src: src}
	for {
		switch l.next() {
		case endOfInput:
			return cleanValue(b.String())
		case textToken:
			b.WriteString(html.UnescapeString(l.text))
			b.WriteByte(' ')
		}
	}
}

// quoted opens a quotation, or a post of another site that is marked up as one.
func (s *scanner) quoted(top *open, f flags) {
	var in info
	in.url, _ = s.url(s.attr("cite"), true)
	for _, k := range []string{"cite", "data-href", "data-instgrm-permalink", "data-url"} {
		if f&fEmbed == 0 {
			break
		}
		if e, ok := embedOf(s.attr(k)); ok {
			in.embed = &e
			break
		}
	}
	top.node = s.addNode(kQuote, f)
	s.nodes[top.node].a = s.info(in)
}

// An info is what a box or a quotation has beside its content.
type info struct {
	class, url string
	embed      *article.Embed // of a known site, or nil
}

func (s *scanner) info(in info) int32 {
	s.infos = append(room(s.infos), in)
	return int32(len(s.infos) - 1)
}

// clip shortens a text for a note.
func clip(t string) string {
	const most = 200
	if len(t) <= most {
		return t
	}
	i := most
	for i > 0 && t[i]&0xC0 == 0x80 {
		i--
	}
	return t[:i] + "…"
}

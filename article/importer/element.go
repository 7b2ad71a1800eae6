package importer

import (
	"strings"

	"github.com/toasoan/toasoan/article"
)

// start takes a start tag, its attributes in s.lex.at.
func (s *scanner) start(t tag, self bool) error {
	s.impliedEnds(t)
	n := natures[t]
	if s.cur.drop != 0 {
		if s.media > 0 && (t == tagSource || t == tagTrack) {
			s.mediaPart(t)
			return nil
		}
		if t == tagImg && s.cur.drop != dropSilent && s.cur.drop != dropCaptured {
			s.note("dropped-image", s.cur.path, imageWords(s.attrString("alt"), clip(cleanValue(s.attr("src")))))
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
		if len(s.lex.at) > 0 {
			e := s.element(t)
			s.anchor(t, &e)
		}
		return nil
	}

	var e element
	if len(s.lex.at) > 0 {
		e = s.element(t)
	}
	if t == tagA && strings.Contains(s.attr("class"), "wp-block-file__button") {
		return s.dropping(t, dropControl)
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
	if len(s.lex.at) > 0 {
		s.anchor(t, &e)
		s.spanAttrs(t, &e)
	}
	switch t {
	case tagSpan:
		if e.style.wordIgnore {
			s.cur.flags |= fMarker
		}
	case tagOther:
		s.unknownAddress()
	case tagP, tagDiv, tagBlock, tagCenter, tagAside:
		if u := s.attr("data-oembed-url"); u != "" && s.embedded(u) && len(s.embeds) > 0 {
			s.oembed = s.embeds[len(s.embeds)-1].URL
		}
		if t == tagCenter {
			s.cur.flags |= fCenter
		}
		s.cur.word = uint8(e.style.wordList)
		switch {
		case t == tagCenter:
		case f&fEmbed != 0:
			s.quoted(top, f)
		case f&fRelated != 0, t == tagBlock && len(s.nodes) > 0 && foldedIs(s.lex.name, "article") && isTeaser(s.attr("class")):
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
		if (f&fLead == 0 || s.size > 1500) && !s.inside(tagFigcaption) { // far down is no lead
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
		if i := s.last[tagOL]; t == tagLI && i > s.last[tagUL] && foldedIs(s.attr("data-list"), "bullet") {
			s.nodes[s.stack[i-1].node].flags &^= fOrdered // Quill's
		}
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
		s.remote = s.remote || f&fRemote != 0
	case tagFigcaption:
		s.cur.flags |= fCaption
	case tagDetails:
		s.cur.flags &^= fOpener
		if i := len(s.stack) - 2; i >= 0 && s.stack[i].opener && s.attr("class") == "" {
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
	case tagPost:
		s.embedded(s.postAddress())
	case tagObject:
		if s.embedded(s.attr("data")) { // what is in it stands for it where it can't be shown
			top.opaque, top.lostFrom = true, len(s.lost)
			s.cur.drop = dropFallback
		}
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

// isTeaser reports whether a class is that of an article that stands for another one,
// to which it leads.
func isTeaser(class string) bool {
	for c := range strings.FieldsSeq(class) {
		if c == "story" || c == "item-news" {
			return true
		}
	}
	return false
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
	for i := range s.lex.at {
		v := s.lex.at[i].val
		switch s.lex.at[i].key {
		case "class":
			e.flags |= classFlags(v)
			if t == tagP && v == "description" {
				e.flags |= fLead
			}
		case "id":
			e.id = v
			if foldContains(v, "sapo") && !strings.HasPrefix(v, ownPrefix) {
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
	e.hidden = e.hidden || e.style.hidden || e.flags&fUnseen != 0 || e.style.tiny && s.onlyText()
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

// onlyText reports whether the element that begins here holds text alone, of one size.
func (s *scanner) onlyText() bool {
	rest := s.lex.src[s.lex.pos:]
	if i := strings.Index(rest[:min(len(rest), 2000)], "</"+s.lex.name); i >= 0 {
		rest = rest[:i]
		return !foldContains(rest, "<img") && !foldContains(rest, "<div") && !foldContains(rest, "<p") && !foldContains(rest, "font-size")
	}
	return false
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

package importer

// A tag is an element that the scanner treats in a way of its own. All others
// are tagOther, which is unwrapped.
type tag uint8

const (
	tagOther tag = iota

	// Inline.
	tagA
	tagAbbr
	tagB
	tagBdo
	tagCite
	tagCode
	tagDel
	tagEm
	tagFont
	tagIns
	tagMark
	tagQ
	tagSmall
	tagSpan
	tagSub
	tagSup
	tagU

	// Blocks that only part the text.
	tagP
	tagDiv
	tagCenter
	tagBlock // section, article, header, nav, address, form, …
	tagFooter

	// Blocks that mean something.
	tagH1
	tagH2
	tagH3
	tagH4
	tagH5
	tagH6
	tagUL
	tagOL
	tagLI
	tagDL
	tagDT
	tagDD
	tagBlockquote
	tagPre
	tagFigure
	tagFigcaption
	tagAside
	tagDetails
	tagSummary
	tagTable
	tagCaption
	tagTHead
	tagTBody
	tagTFoot
	tagTR
	tagTD
	tagTH

	// Without content.
	tagBR
	tagHR
	tagImg
	tagSource
	tagTrack
	tagEmbed
	tagParam
	tagWBR
	tagVoid // input, meta, link, col, base, …

	// Media.
	tagPicture
	tagVideo
	tagAudio
	tagIframe
	tagObject
	tagNoscript

	// Kept whole if asked.
	tagRuby
	tagRT
	tagRP
	tagMath
	tagSVG

	// Not part of the text.
	tagSilent  // script, style, title: never shown
	tagControl // button, select, textarea, …: shown, but no text of the article
	tagHidden  // template, canvas: shown only by scripts

	numTags
)

// lookupTag returns the tag of a name in any letter case.
func lookupTag(name string) tag {
	var buf [16]byte
	if len(name) > len(buf) {
		return tagOther
	}
	for i := range len(name) {
		c := name[i]
		if 'A' <= c && c <= 'Z' {
			c += 'a' - 'A'
		}
		buf[i] = c
	}
	switch string(buf[:len(name)]) {
	case "a":
		return tagA
	case "abbr", "acronym":
		return tagAbbr
	case "b", "strong":
		return tagB
	case "bdo", "bdi":
		return tagBdo
	case "cite":
		return tagCite
	case "code", "kbd", "samp", "var", "tt":
		return tagCode
	case "del", "s", "strike":
		return tagDel
	case "em", "i", "dfn":
		return tagEm
	case "font":
		return tagFont
	case "ins":
		return tagIns
	case "mark":
		return tagMark
	case "q":
		return tagQ
	case "small":
		return tagSmall
	case "span":
		return tagSpan
	case "sub":
		return tagSub
	case "sup":
		return tagSup
	case "u":
		return tagU
	case "p":
		return tagP
	case "div":
		return tagDiv
	case "center":
		return tagCenter
	case "address", "article", "body", "dialog", "dir", "fieldset", "form", "header", "hgroup",
		"html", "legend", "main", "menu", "nav", "optgroup", "search", "section":
		return tagBlock
	case "footer":
		return tagFooter
	case "h1":
		return tagH1
	case "h2":
		return tagH2
	case "h3":
		return tagH3
	case "h4":
		return tagH4
	case "h5":
		return tagH5
	case "h6":
		return tagH6
	case "ul":
		return tagUL
	case "ol":
		return tagOL
	case "li":
		return tagLI
	case "dl":
		return tagDL
	case "dt":
		return tagDT
	case "dd":
		return tagDD
	case "blockquote":
		return tagBlockquote
	case "pre", "listing", "xmp", "plaintext":
		return tagPre
	case "figure":
		return tagFigure
	case "figcaption":
		return tagFigcaption
	case "aside":
		return tagAside
	case "details":
		return tagDetails
	case "summary":
		return tagSummary
	case "table":
		return tagTable
	case "caption":
		return tagCaption
	case "thead":
		return tagTHead
	case "tbody":
		return tagTBody
	case "tfoot":
		return tagTFoot
	case "tr":
		return tagTR
	case "td":
		return tagTD
	case "th":
		return tagTH
	case "br":
		return tagBR
	case "hr":
		return tagHR
	case "img", "image", "amp-img":
		return tagImg
	case "source":
		return tagSource
	case "track":
		return tagTrack
	case "embed":
		return tagEmbed
	case "param":
		return tagParam
	case "wbr":
		return tagWBR
	case "area", "base", "basefont", "bgsound", "col", "frame", "input", "keygen", "link", "meta":
		return tagVoid
	case "picture":
		return tagPicture
	case "video":
		return tagVideo
	case "audio":
		return tagAudio
	case "iframe":
		return tagIframe
	case "object", "applet":
		return tagObject
	case "noscript":
		return tagNoscript
	case "ruby":
		return tagRuby
	case "rt":
		return tagRT
	case "rp":
		return tagRP
	case "math":
		return tagMath
	case "svg":
		return tagSVG
	case "script", "style", "title", "noembed", "noframes":
		return tagSilent
	case "button", "select", "textarea", "option", "datalist", "output", "meter", "progress":
		return tagControl
	case "template", "canvas":
		return tagHidden
	}
	return tagOther
}

// tagNames are the names in the paths of notes.
var tagNames = [numTags]string{
	tagOther: "other", tagP: "p", tagDiv: "div", tagCenter: "center", tagBlock: "section", tagFooter: "footer",
	tagH1: "h1", tagH2: "h2", tagH3: "h3", tagH4: "h4", tagH5: "h5", tagH6: "h6",
	tagUL: "ul", tagOL: "ol", tagLI: "li", tagDL: "dl", tagDT: "dt", tagDD: "dd",
	tagBlockquote: "blockquote", tagPre: "pre", tagFigure: "figure", tagFigcaption: "figcaption",
	tagAside: "aside", tagDetails: "details", tagSummary: "summary", tagTable: "table",
	tagCaption: "caption", tagTHead: "thead", tagTBody: "tbody", tagTFoot: "tfoot",
	tagTR: "tr", tagTD: "td", tagTH: "th", tagBR: "br", tagHR: "hr", tagImg: "img",
	tagSource: "source", tagTrack: "track", tagEmbed: "embed", tagPicture: "picture",
	tagVideo: "video", tagAudio: "audio", tagIframe: "iframe", tagObject: "object",
	tagNoscript: "noscript", tagRuby: "ruby", tagMath: "math", tagSVG: "svg",
	tagControl: "button", tagHidden: "template", tagSilent: "script",
	tagA: "a", tagAbbr: "abbr", tagB: "b", tagBdo: "bdo", tagCite: "cite", tagCode: "code",
	tagDel: "del", tagEm: "em", tagFont: "font", tagIns: "ins", tagMark: "mark", tagQ: "q",
	tagSmall: "small", tagSpan: "span", tagSub: "sub", tagSup: "sup", tagU: "u",
	tagRT: "rt", tagRP: "rp", tagParam: "param", tagWBR: "wbr", tagVoid: "void",
}

// A nature is what an element does to the text around it.
type nature uint8

const (
	isBlock   nature = 1 << iota // parts the text
	isBarrier                    // end tags inside do not close what is outside
	isVoid                       // has no content
	closesP                      // ends an open paragraph
)

var natures = func() (n [numTags]nature) {
	for t := tagP; t <= tagTH; t++ {
		n[t] = isBlock | closesP
	}
	for t := tagBR; t <= tagVoid; t++ {
		n[t] = isVoid
	}
	for _, t := range []tag{tagTable, tagTD, tagTH, tagCaption, tagObject, tagVideo, tagAudio} {
		n[t] |= isBarrier
	}
	n[tagHR] |= isBlock | closesP
	for _, t := range []tag{tagVideo, tagAudio, tagIframe, tagObject} {
		n[t] |= isBlock
	}
	for _, t := range []tag{tagTHead, tagTBody, tagTFoot, tagTR, tagTD, tagTH, tagCaption, tagSummary} {
		n[t] &^= closesP
	}
	return n
}()

package importer

import "strings"

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
	tagPost // names what another site shows in its attributes: oembed, amp-youtube
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

// elementNames are the names of the elements of each tag.
var elementNames = [numTags]string{
	tagA:          "a",
	tagAbbr:       "abbr acronym",
	tagB:          "b strong",
	tagBdo:        "bdo bdi",
	tagCite:       "cite",
	tagCode:       "code kbd samp var tt",
	tagDel:        "del s strike",
	tagEm:         "em i dfn",
	tagFont:       "font",
	tagIns:        "ins",
	tagMark:       "mark",
	tagQ:          "q",
	tagSmall:      "small",
	tagSpan:       "span",
	tagSub:        "sub",
	tagSup:        "sup",
	tagU:          "u",
	tagP:          "p",
	tagDiv:        "div",
	tagCenter:     "center",
	tagBlock:      "address article body dialog dir fieldset form header hgroup html legend main menu nav optgroup search section",
	tagFooter:     "footer",
	tagH1:         "h1",
	tagH2:         "h2",
	tagH3:         "h3",
	tagH4:         "h4",
	tagH5:         "h5",
	tagH6:         "h6",
	tagUL:         "ul",
	tagOL:         "ol",
	tagLI:         "li",
	tagDL:         "dl",
	tagDT:         "dt",
	tagDD:         "dd",
	tagBlockquote: "blockquote",
	tagPre:        "pre listing xmp plaintext",
	tagFigure:     "figure",
	tagFigcaption: "figcaption",
	tagAside:      "aside",
	tagDetails:    "details",
	tagSummary:    "summary",
	tagTable:      "table",
	tagCaption:    "caption",
	tagTHead:      "thead",
	tagTBody:      "tbody",
	tagTFoot:      "tfoot",
	tagTR:         "tr",
	tagTD:         "td",
	tagTH:         "th",
	tagBR:         "br",
	tagHR:         "hr",
	tagImg:        "img image amp-img amp-anim",
	tagSource:     "source",
	tagTrack:      "track",
	tagEmbed:      "embed",
	tagParam:      "param",
	tagWBR:        "wbr",
	tagVoid:       "area base basefont bgsound col frame input keygen link meta",
	tagPicture:    "picture",
	tagVideo:      "video amp-video",
	tagAudio:      "audio amp-audio",
	tagIframe:     "iframe amp-iframe",
	tagPost:       "oembed amp-youtube amp-vimeo amp-facebook amp-twitter amp-instagram amp-tiktok",
	tagObject:     "object applet",
	tagNoscript:   "noscript",
	tagRuby:       "ruby",
	tagRT:         "rt",
	tagRP:         "rp",
	tagMath:       "math",
	tagSVG:        "svg",
	tagSilent:     "script style title noembed noframes",
	tagControl:    "button select textarea option datalist output meter progress",
	tagHidden:     "template canvas",
}

// tags are the tags by the names of their elements; longTags those with longer names.
var tags, longTags = func() (short lexicon[tag], long map[string]tag) {
	long = make(map[string]tag)
	for t, names := range elementNames {
		for n := range strings.FieldsSeq(names) {
			if len(n) > maxPacked {
				long[n] = tag(t)
			} else {
				short.add(n, tag(t))
			}
		}
	}
	return short, long
}()

// element returns the tag of the element whose start or end the lexer is at.
func (l *lexer) element() tag {
	if len(l.name) > maxPacked {
		return longTags[lower(l.name)]
	}
	return tags.get(l.packed)
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
	tagVideo: "video", tagAudio: "audio", tagIframe: "iframe", tagPost: "oembed", tagObject: "object",
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
	for _, t := range []tag{tagVideo, tagAudio, tagIframe, tagPost, tagObject} {
		n[t] |= isBlock
	}
	for _, t := range []tag{tagTHead, tagTBody, tagTFoot, tagTR, tagTD, tagTH, tagCaption, tagSummary} {
		n[t] &^= closesP
	}
	return n
}()

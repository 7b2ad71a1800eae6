package importer

import "strings"

// flags say what the source calls a passage or how it sets it.
type flags uint64

const (
	fCenter flags = 1 << iota
	fRight
	fCaption // a caption's class or element
	fCredit
	fLead
	fKicker
	fHeadline
	fAuthor
	fSource
	fSummary  // of details
	fNoscript // repeats what a script shows
	fMarker   // the bullet of a list that Word faked
	fTitle    // of a box or a list of links
	fCite     // who a quotation is by
	fOpener   // in details that package render puts around what is shown on demand
	fFile     // a document to be downloaded
	fStamp    // the place that begins an article
	fData     // what package render puts around tables

	// Of an element, not inherited.
	fFigure  // holds a picture and its caption
	fBox     // is set apart
	fRelated // holds links to other articles
	fGallery
	fPull   // pull quote
	fVerse  // poetry
	fEmbed  // a post of another site
	fRemote // a picture of another site
	fUnseen // for those who listen alone
	fChapters

	// Of a leaf.
	fBold   // every character is strong
	fItalic // every character is emphasized
	fPadded // pushed to the middle by no-break spaces
	fAfterBR
	fOrdered
	fTerm // a dt
	fHead // a row of thead
	fFoot // a row of tfoot
	fHeaderCell
	fLayout // a table that says it is layout
	fBorder // a table with a frame of its own
	fDetails
)

// inherited are the flags that hold for everything inside an element.
const inherited = fCenter | fRight | fCaption | fCredit | fLead | fKicker | fHeadline | fAuthor | fSource | fSummary |
	fNoscript | fMarker | fTitle | fCite | fVerse | fOpener | fFile | fStamp | fData

// classFlags says what the names in a class attribute mean. They are those of
// the systems Vietnamese newsrooms use (VCCorp, VnExpress, Zing, Báo Mới, NukeViet,
// WordPress, CKEditor) and those that package render writes.
func classFlags(class string) (f flags) {
	var low [48]byte
	for from, i := 0, 0; i <= len(class); i++ {
		if i < len(class) && !isBlank(class[i]) {
			if n := i - from; n < len(low) {
				low[n] = class[i]
				if isUpper(class[i]) {
					low[n] += 'a' - 'A'
				}
			}
			continue
		}
		if n := i - from; 3 <= n && n <= len(low) {
			f |= nameFlags(string(low[:n]))
		}
		from = i + 1
	}
	return f
}

// typeFlags says what the type attribute of a div means, in which VCCorp's system
// names its boxes.
func typeFlags(v string) flags {
	switch {
	case foldedIs(v, "photo"), foldedIs(v, "videostream"):
		return fFigure
	case foldedIs(v, "layoutalbum"):
		return fGallery
	case foldedIs(v, "quote"):
		return fPull
	case foldedIs(v, "content"):
		return fBox
	case foldedIs(v, "relatedonenews"), foldedIs(v, "relatednews"), foldedIs(v, "relatednewsbox"), foldedIs(v, "link-content-footer"):
		return fRelated
	}
	return 0
}

// nameFlags is classFlags for one name in lower case.
func nameFlags(c string) flags {
	switch c {
	case "wp-caption", "tplcaption", "expnoedit", "wp-block-image", "image-wrapper", "picture", "body-image", "item_slide_show":
		return fFigure
	case "chuthich", "chu-thich", "chuthichanh", "chu-thich-anh", "ghichuanh", "fck_image_desc", "desc_photo", "desc_cation":
		return fCaption
	case "credit", "photo-credit", "image-credit", "photocms_author", "img-credit", "nguonanh":
		return fCredit
	case "lead", "standfirst", "sapo", "chapeau", "chappeau", "article-summary", "hometext", "the-article-summary", "short_intro", "trich-dan-dau":
		return fLead
	case "kicker":
		return fKicker
	case "author", "tacgia", "tac-gia", "byline", "author-name", "author_mail", "butdanh", "but-danh", "pauthor":
		return fAuthor
	case "source", "nguon", "psource", "article-source", "nguontin":
		return fSource
	case "links", "inner-article", "tinlienquan", "tin-lien-quan", "xemthem", "xem-them", "see-also", "relate", "relates", "explus_related", "article-relate",
		"insert-wiki-content", "bv-lq":
		return fRelated
	case "box", "infobox", "info-box", "box-note", "boxnote", "note-box", "boxthongtin", "box-thong-tin", "expbox", "notebox":
		return fBox
	case "gallery", "blocks-gallery-grid", "wp-block-gallery", "album", "slide-photo", "photo-slide":
		return fGallery
	case "pull", "pullquote", "pull-quote", "wp-block-pullquote", "expullquote":
		return fPull
	case "verse", "poem", "poetry", "wp-block-verse", "tho":
		return fVerse
	case "box-title", "links-title":
		return fTitle
	case "twitter-tweet", "instagram-media", "tiktok-embed", "fb-post", "fb-video", "embed":
		return fEmbed
	case "remote":
		return fRemote
	case "chapters":
		return fChapters
	case "visually-hidden", "sr-only", "screen-reader-text":
		return fUnseen
	case "file":
		return fFile
	case "table-scroll":
		return fData
	case "location-stamp":
		return fStamp
	case "align_center", "text-center", "aligncenter", "has-text-align-center", "txtcent", "tac":
		return fCenter
	case "text-right", "has-text-align-right":
		return fRight
	case "starnamecaption":
		return fCite
	case "sapo-image", "related-image":
		return 0
	}
	switch {
	case strings.Contains(c, "caption"):
		if strings.HasPrefix(c, "no") || strings.HasPrefix(c, "has") || strings.HasPrefix(c, "with") {
			return 0
		}
		return fCaption
	case strings.HasSuffix(c, "-author") || strings.HasSuffix(c, "_author"):
		return fAuthor
	case strings.Contains(c, "sapo"):
		return fLead
	case strings.HasPrefix(c, "related") || strings.HasSuffix(c, "related") && c != "unrelated" || strings.Contains(c, "tinlienquan") || strings.Contains(c, "tin-lien-quan"):
		return fRelated
	}
	return 0
}

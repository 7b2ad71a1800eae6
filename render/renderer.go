package render

import (
	"html/template"
	"time"

	"github.com/toasoan/toasoan/article"
	"github.com/toasoan/toasoan/article/viet"
)

// A Renderer says how a site's articles look. The zero Renderer is ready to use.
// Its fields must not be changed after first use; it is then safe for concurrent
// use, if its functions are.
type Renderer struct {
	// Site is named in pages, structured data and feeds.
	Site Site

	// HeadingLevel is the <h> number of the headline. The headings of the body
	// begin one below it. Zero means 1.
	HeadingLevel int

	// ImageURL returns the address of a picture at a width in pixels, for
	// srcset. Empty means that the picture has no such size. Nil means that
	// pictures have the sizes in their Renditions.
	ImageURL func(img *article.Image, width int) string

	// ImageSize returns the size in pixels of a picture whose Width or Height is
	// zero, so that the page keeps its place free. Nil means unknown.
	ImageSize func(img *article.Image) (width, height int)

	// ImageSizes is the sizes attribute of pictures that have a srcset. Empty
	// means "(min-width: 46rem) 44rem, 100vw".
	ImageSizes string

	// CardSizes is the sizes attribute of pictures on cards. Empty means that of
	// ImageSizes.
	CardSizes string

	// Preload puts a link in the head that asks for the leading picture early.
	// The picture itself has a high priority in any case, and a [Response]
	// asks for it in its header.
	Preload bool

	// Policy filters the markup of article.RawHTML blocks. Nil means
	// [NewsPolicy]. What it lets through is checked and written anew, whatever
	// the policy: it can't close the page's own elements, and no script, style,
	// form or frame is ever let through.
	Policy *Policy

	// Embeds says how content of other sites is shown. The zero value is
	// [EmbedsClick]; [EmbedsLink] alone contacts no other site in any case.
	Embeds EmbedMode

	// RemoteImages says how pictures of other hosts than those of Site.URL and
	// Site.MediaHosts are shown. The zero value is [RemoteShown]; [RemoteLink]
	// alone contacts no other host in any case. It holds for pages, not for feeds
	// and e-mail.
	RemoteImages RemoteMode

	// Embed returns the markup for an embed that the site trusts, and whether
	// it has any. It is asked before Embeds. Nil means that it never has.
	Embed func(e *article.Embed) (html template.HTML, ok bool)

	// FrameProviders are the providers whose content may be shown in a frame;
	// other embeds are links. Nil means YouTube and Vimeo.
	FrameProviders []article.Provider

	// CitationURL returns the address of a legal document that has none of its
	// own, or "". Nil means that such documents are not linked.
	CitationURL func(c *article.Citation) string

	// Speaker writes out Vietnamese for reading aloud. The zero Speaker knows
	// the usual abbreviations.
	Speaker viet.Speaker

	// Labels are the words that printers add. Nil means those of the article's
	// language, as [LabelsFor] returns them.
	Labels *Labels

	// Share is the list of services that the share links lead to. Nil means
	// Facebook, Zalo, X and e-mail; empty means none.
	Share []Share

	// ContentsFrom is the number of headings from which an article gets a list
	// of contents. Zero means 4; a negative number means never.
	ContentsFrom int

	// IDPrefix begins every id that comes from an article, so that none can
	// stand for an id of the page. Empty means "s-". Two Documents on one page
	// need Renderers with different prefixes.
	IDPrefix string

	// Limits bound what a RawHTML block may hold. Nil means the defaults.
	Limits *article.Limits
}

// A Site is a publication.
type Site struct {
	Name        string
	URL         string // absolute; relative addresses are resolved against it, wherever they stand
	Lang        string // BCP 47; empty means "vi"
	Description string

	// MediaHosts are hosts beside that of URL from which the site's own pictures
	// and recordings come, such as "img.bao.example", or "*.bao.example" for all
	// below a domain. They count for Renderer.RemoteImages.
	MediaHosts []string

	// Publisher publishes the articles that name no other. The zero
	// Organization means one with the Name and URL of the site.
	Publisher article.Organization

	// Image stands for articles without a picture in previews. Nil means the
	// publisher's logo.
	Image *article.Image

	// Icon is the address of the site's icon, ThemeColor a CSS color for the
	// browser's own frame, TwitterSite the account "@name". Empty means none.
	Icon        string
	ThemeColor  string
	TwitterSite string

	// Feeds are announced in the head of every page.
	Feeds []FeedLink

	// Location is the zone in which times are shown. Nil means the zone that
	// each time carries, and that of Việt Nam for one in UTC.
	Location *time.Location
}

// A FeedLink announces a feed.
type FeedLink struct {
	Title     string
	URL       string
	MediaType string // such as "application/atom+xml"
}

// An EmbedMode says how content of other sites is shown.
type EmbedMode int

// The embed modes.
const (
	// EmbedsClick shows a frame when the reader opens it. It needs no script, but
	// rests on lazy loading, as [RemoteClick] does: where scripting is switched
	// off, the other site is contacted with the page.
	EmbedsClick EmbedMode = iota

	// EmbedsLink shows a link: no other site is contacted before the reader
	// follows it, in whatever browser.
	EmbedsLink

	// EmbedsFrame shows a frame, which browsers load when it comes near, or with
	// the page where scripting is switched off.
	EmbedsFrame
)

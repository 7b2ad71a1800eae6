package article

// A Body is the content of an article, of a quotation, of a box, of a list item.
// In JSON each block carries its kind as "type".
type Body []Block

// A Block is a piece of a body, one of [*Paragraph], [*Heading], [*List],
// [*Quote], [*Image], [*Gallery], [*Video], [*Audio], [*Table], [*File],
// [*Embed], [*Box], [*Links], [*Divider], [*Preformatted] or [*RawHTML].
// No other package can add one. A Body never holds a nil Block.
type Block interface{ isNil() bool }

// A Paragraph is a paragraph of text.
type Paragraph struct {
	Text Text `json:"text"`
}

// A Heading is a heading inside the article. Level 1 is the highest one there;
// the page decides which <h> that is. Levels go to 4.
type Heading struct {
	Level int    `json:"level"`
	ID    string `json:"id,omitempty"` // what links point to; empty means one made from Text
	Text  Text   `json:"text"`
}

// A List is a list of items, each of them a body.
type List struct {
	Ordered bool   `json:"ordered,omitempty"`
	Start   int    `json:"start,omitzero"` // of an ordered list; zero means 1
	Items   []Body `json:"items"`
}

// A Quote is a quotation of one or more blocks.
type Quote struct {
	Body        Body   `json:"body"`
	Attribution Text   `json:"attribution,omitempty"` // who said it
	URL         string `json:"url,omitempty"`         // where it is from
	Pull        bool   `json:"pull,omitempty"`        // repeats words of the article
}

// A Table is a table of data. Rows may differ in length.
type Table struct {
	Caption Text     `json:"caption,omitempty"`
	Head    [][]Cell `json:"head,omitempty"`
	Rows    [][]Cell `json:"rows"`
	Foot    [][]Cell `json:"foot,omitempty"`
}

// A Cell is a cell of a [Table].
type Cell struct {
	Text   Text `json:"text,omitempty"`
	Header bool `json:"header,omitempty"` // names its row or column; every cell of Head does

	// ColSpan and RowSpan are the columns and rows that the cell covers. Zero
	// means 1.
	ColSpan int `json:"colSpan,omitzero"`
	RowSpan int `json:"rowSpan,omitzero"`
}

// A File is a document to be read or kept elsewhere, such as a PDF.
type File struct {
	URL       string    `json:"url"`
	Title     string    `json:"title,omitempty"`     // empty means FileName of URL
	MediaType string    `json:"mediaType,omitempty"` // such as "application/pdf"
	Size      int64     `json:"size,omitzero"`       // in bytes; zero means unknown
	Lang      string    `json:"lang,omitempty"`
	Citation  *Citation `json:"citation,omitempty"` // if it is a legal document
}

// An Embed is content of another site, known by its provider's name for it. Its
// markup is made anew from Provider and ID, never copied.
type Embed struct {
	Provider Provider `json:"provider,omitempty"`
	ID       string   `json:"id,omitempty"`  // such as the YouTube video id
	URL      string   `json:"url,omitempty"` // of the page that shows it
	Title    string   `json:"title,omitempty"`
	Caption  Text     `json:"caption,omitempty"`
	Width    int      `json:"width,omitzero"` // in CSS pixels
	Height   int      `json:"height,omitzero"`

	// Fallback is what the embed says in words, such as the text of a post.
	Fallback Body `json:"fallback,omitempty"`
}

// A Provider is a site whose content can be embedded.
type Provider string

// The providers that importers recognize. An Embed of another one is printed as
// a link.
const (
	ProviderYouTube    Provider = "youtube"
	ProviderVimeo      Provider = "vimeo"
	ProviderFacebook   Provider = "facebook"
	ProviderTikTok     Provider = "tiktok"
	ProviderX          Provider = "x"
	ProviderInstagram  Provider = "instagram"
	ProviderZalo       Provider = "zalo"
	ProviderGoogleMaps Provider = "googlemaps"
	ProviderSpotify    Provider = "spotify"
	ProviderSoundCloud Provider = "soundcloud"
)

// A Box is set apart from the running text.
type Box struct {
	Kind      BoxKind `json:"kind,omitempty"` // empty means BoxNote
	Title     string  `json:"title,omitempty"`
	Body      Body    `json:"body"`
	Collapsed bool    `json:"collapsed,omitempty"` // the reader opens it (details)
}

// A BoxKind says what a box is for.
type BoxKind string

// The kinds of boxes.
const (
	BoxNote       BoxKind = "note" // the default
	BoxFacts      BoxKind = "facts"
	BoxKeyPoints  BoxKind = "keypoints"
	BoxProfile    BoxKind = "profile"
	BoxTimeline   BoxKind = "timeline"
	BoxQA         BoxKind = "qa"
	BoxDisclaimer BoxKind = "disclaimer"
)

// A Links is a list of links inside the text, such as "Xem thêm".
type Links struct {
	Title string `json:"title,omitempty"`
	Items []Link `json:"items"`
}

// A Divider is a thematic break.
type Divider struct{}

// A Preformatted is text whose spaces and line breaks count: a poem, a listing.
type Preformatted struct {
	Text  string `json:"text"`
	Verse bool   `json:"verse,omitempty"` // poetry, set in the text's own face
	Lang  string `json:"lang,omitempty"`  // BCP 47, if it differs from the article's
}

// RawHTML is markup that no other block can hold. It is untrusted: package
// render prints it only through its sanitizing policy, other printers take its
// text or skip it.
type RawHTML struct {
	HTML string `json:"html"`
}

func (b *Paragraph) isNil() bool    { return b == nil }
func (b *Heading) isNil() bool      { return b == nil }
func (b *List) isNil() bool         { return b == nil }
func (b *Quote) isNil() bool        { return b == nil }
func (b *Image) isNil() bool        { return b == nil }
func (b *Gallery) isNil() bool      { return b == nil }
func (b *Video) isNil() bool        { return b == nil }
func (b *Audio) isNil() bool        { return b == nil }
func (b *Table) isNil() bool        { return b == nil }
func (b *File) isNil() bool         { return b == nil }
func (b *Embed) isNil() bool        { return b == nil }
func (b *Box) isNil() bool          { return b == nil }
func (b *Links) isNil() bool        { return b == nil }
func (b *Divider) isNil() bool      { return b == nil }
func (b *Preformatted) isNil() bool { return b == nil }
func (b *RawHTML) isNil() bool      { return b == nil }

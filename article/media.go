package article

import "time"

// An Image is a picture with the words that belong to it (schema.org
// ImageObject).
type Image struct {
	// URL is the address of the picture. Empty means that the picture is not at
	// hand: it must then have a Caption, and that alone is shown.
	URL string `json:"url"`

	Width  int `json:"width,omitzero"` // in pixels; zero means unknown
	Height int `json:"height,omitzero"`

	// MediaType is such as "image/webp". Empty means unknown.
	MediaType string `json:"mediaType,omitempty"`

	// Renditions are the same picture in other sizes or formats.
	Renditions []Rendition `json:"renditions,omitempty"`

	// Alt stands in for the picture where it can't be seen (WCAG 1.1.1). A
	// picture that says nothing has Decorative set instead; an Alt that is set
	// nevertheless is printed, and Review asks which is meant.
	Alt        string `json:"alt,omitempty"`
	Decorative bool   `json:"decorative,omitempty"`

	// Title is the title attribute, which few readers ever see.
	Title string `json:"title,omitempty"`

	// Caption is the text below the picture, without the credit.
	Caption Text `json:"caption,omitempty"`

	// Credits name who took or gave it: "Ảnh: Văn Điệp/TTXVN".
	Credits []Credit `json:"credits,omitempty"`

	// Illustration says that the picture does not show the event: "Ảnh minh họa".
	Illustration bool `json:"illustration,omitempty"`

	Rights Rights `json:"rights,omitzero"`

	// Focus is the point to keep when the picture is cropped. Nil means the
	// middle.
	Focus *Point `json:"focus,omitempty"`

	// Link is where the picture leads. Its own Text is not used.
	Link *Link `json:"link,omitempty"`
}

// A Point is a place in a picture, from 0,0 at its top left to 1,1 at its bottom
// right.
type Point struct {
	X float64 `json:"x"`
	Y float64 `json:"y"`
}

// A Rendition is one file of a picture, a video or a recording.
type Rendition struct {
	URL       string `json:"url"`
	MediaType string `json:"mediaType,omitempty"`
	Width     int    `json:"width,omitzero"` // in pixels
	Height    int    `json:"height,omitzero"`
	Size      int64  `json:"size,omitzero"` // in bytes
}

// A Gallery is a group of pictures. It has one picture at least.
type Gallery struct {
	Images  []Image `json:"images"`
	Caption Text    `json:"caption,omitempty"`
}

// A Video is a moving picture (schema.org VideoObject).
type Video struct {
	Sources    []Rendition `json:"sources"` // best first
	Width      int         `json:"width,omitzero"`
	Height     int         `json:"height,omitzero"`
	Poster     *Image      `json:"poster,omitempty"`
	Tracks     []Track     `json:"tracks,omitempty"`
	Transcript Body        `json:"transcript,omitempty"`
	Title      string      `json:"title,omitempty"`
	Caption    Text        `json:"caption,omitempty"`
	Credits    []Credit    `json:"credits,omitempty"`
	Rights     Rights      `json:"rights,omitzero"`
	Duration   Seconds     `json:"duration,omitzero"`

	// Chapters are the parts of the video that have a name, in order (schema.org
	// hasPart with a Clip each).
	Chapters []Chapter `json:"chapters,omitempty"`

	// Expires is when the video may no longer be shown, and Regions are the ISO
	// 3166 codes of the countries where it may (schema.org expires,
	// regionsAllowed): a match may be bound where the report of it is not. Zero and
	// none mean what holds for the article.
	Expires time.Time `json:"expires,omitzero"`
	Regions []string  `json:"regions,omitempty"`
}

// An Audio is a recording (schema.org AudioObject).
type Audio struct {
	Sources    []Rendition `json:"sources"` // best first
	Tracks     []Track     `json:"tracks,omitempty"`
	Transcript Body        `json:"transcript,omitempty"`
	Title      string      `json:"title,omitempty"` // of a voice that reads: its name
	Caption    Text        `json:"caption,omitempty"`
	Credits    []Credit    `json:"credits,omitempty"`
	Rights     Rights      `json:"rights,omitzero"`
	Duration   Seconds     `json:"duration,omitzero"`
	Chapters   []Chapter   `json:"chapters,omitempty"` // in order
}

// A Chapter is a part of a recording, which goes on to the next one (schema.org
// Clip).
type Chapter struct {
	Start Seconds `json:"start"` // from the beginning of the recording
	Title string  `json:"title"`
}

// Seconds is the length of a recording in seconds. Zero means unknown.
type Seconds float64

// A Track is a timed text of a recording, in WebVTT.
type Track struct {
	URL     string    `json:"url"`
	Kind    TrackKind `json:"kind,omitempty"` // empty means TrackCaptions
	Lang    string    `json:"lang,omitempty"` // BCP 47
	Label   string    `json:"label,omitempty"`
	Default bool      `json:"default,omitempty"`
}

// A TrackKind says what a track is for, in the words of HTML's track element.
type TrackKind string

// The kinds of tracks.
const (
	TrackCaptions     TrackKind = "captions" // the default
	TrackSubtitles    TrackKind = "subtitles"
	TrackDescriptions TrackKind = "descriptions"
	TrackChapters     TrackKind = "chapters"
)

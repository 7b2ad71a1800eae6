package render

import (
	"cmp"
	"strconv"
	"strings"

	"github.com/toasoan/toasoan/article"
)

// Pictures and recordings in structured data.

func (w *ldWriter) images(k string, list []*article.Image) {
	w.array(k, func() {
		for _, img := range list {
			w.image("", img)
		}
	})
}

func (w *ldWriter) image(k string, img *article.Image) {
	u := w.d.address(img.URL)
	if u == "" {
		return
	}
	width, height := w.d.r.imageSize(img)
	w.object(k, func() {
		w.str("@type", "ImageObject")
		w.str("url", u)
		w.str("contentUrl", u)
		w.num("width", int64(width))
		w.num("height", int64(height))
		w.str("encodingFormat", img.MediaType)
		w.str("caption", oneLine(flat(img.Caption)))
		w.str("description", img.Alt)
		var line []string
		for i := range img.Credits {
			line = append(line, creditLine(&img.Credits[i]))
		}
		w.str("creditText", strings.Join(line, ", "))
		w.array("creator", func() {
			for i := range img.Credits {
				w.credit("", &img.Credits[i], "")
			}
		})
		w.rights(&img.Rights)
	})
}

// recordings writes the videos and the readings of the article.
func (w *ldWriter) recordings() {
	a := w.d.a
	w.array("video", func() {
		if v, ok := a.Hero.(*article.Video); ok {
			w.video(v)
		}
		if w.d.restricted() { // what is inside is not told
			return
		}
		each(a.Body, func(b article.Block) bool {
			if v, ok := b.(*article.Video); ok {
				w.video(v)
			}
			return true
		})
	})
	w.array("audio", func() {
		if w.d.restricted() { // it is the whole text
			return
		}
		for i := range a.Accessibility.ReadAloud {
			r := &a.Accessibility.ReadAloud[i]
			w.media("AudioObject", r.Title, "", &article.Video{
				Sources: r.Sources, Transcript: r.Transcript, Duration: r.Duration, Rights: r.Rights, Chapters: r.Chapters,
			})
		}
	})
}

func (w *ldWriter) video(v *article.Video) {
	name := v.Title
	if name == "" {
		name = oneLine(flat(v.Caption))
	}
	if name == "" {
		name = w.d.a.Headline
	}
	w.media("VideoObject", name, cmp.Or(oneLine(flat(v.Caption)), w.d.sum, name), v)
}

// media writes a video or, as one, another recording.
func (w *ldWriter) media(typ, name, description string, v *article.Video) {
	u, file := fileOf(v.Sources, w.d.address)
	thumbnail := ""
	if v.Poster != nil {
		thumbnail = w.d.address(v.Poster.URL)
	}
	if u == "" || thumbnail == "" && typ == "VideoObject" { // which readers refuse without
		return
	}
	w.object("", func() {
		w.str("@type", typ)
		if name == "" {
			name = w.d.a.Headline
		}
		w.str("name", name)
		w.str("description", description)
		if !w.d.restricted() && len(v.Regions) == 0 {
			w.str("contentUrl", u)
			w.str("encodingFormat", file.MediaType)
			w.str("transcript", oneLine(w.d.words(v.Transcript)))
			w.clips(v, u)
		}
		w.str("thumbnailUrl", thumbnail)
		w.time("uploadDate", &w.d.r.Site, w.d.Published())
		w.str("duration", isoDuration(v.Duration))
		w.time("expires", &w.d.r.Site, w.d.expires(v))
		w.strs("regionsAllowed", w.d.regions(v))
		w.rights(&v.Rights)
	})
}

// clips writes the chapters of a recording. The end of the last one is that of the
// recording.
func (w *ldWriter) clips(v *article.Video, u string) {
	w.array("hasPart", func() {
		for i, c := range v.Chapters {
			end := v.Duration
			if i+1 < len(v.Chapters) {
				end = v.Chapters[i+1].Start
			}
			w.object("", func() {
				w.str("@type", "Clip")
				w.str("name", c.Title)
				w.float("startOffset", float64(c.Start))
				if end > c.Start {
					w.float("endOffset", float64(end))
				}
				w.str("url", atSecond(u, c.Start))
			})
		}
	})
}

// isoDuration returns a length as an ISO 8601 duration in seconds, or "" if it
// is unknown.
func isoDuration(s article.Seconds) string {
	if s <= 0 {
		return ""
	}
	return "PT" + strconv.FormatFloat(float64(s), 'f', -1, 64) + "S"
}

func (w *ldWriter) rights(r *article.Rights) {
	if r.Holder != "" {
		w.object("copyrightHolder", func() {
			w.str("@type", "Organization")
			w.str("name", r.Holder)
		})
	}
	w.num("copyrightYear", int64(r.Year))
	w.str("copyrightNotice", r.Notice)
	w.str("license", w.d.address(r.License))
	w.str("usageInfo", r.UsageTerms)
	w.str("acquireLicensePage", w.d.address(r.AcquireURL))
}

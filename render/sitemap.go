package render

import (
	"cmp"
	"errors"
	"fmt"
	"io"
	"iter"
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/toasoan/toasoan/article"
)

// A URL is one entry of a sitemap.
type URL struct {
	Loc        string    // absolute
	LastMod    time.Time // zero means unknown
	Alternates []article.Alternate
	Images     []string // absolute addresses, 1,000 at most
	Videos     []SitemapVideo
	News       *News // nil for an ordinary sitemap

	// What SitemapURL knows of the document: why it stands in no sitemap, and
	// when it may be shown.
	refused     error
	from, until time.Time
}

// News is what a news sitemap says of an article.
type News struct {
	Publication string // the name of the publication, exactly
	Lang        string // of the publication, ISO 639
	Title       string
	Published   time.Time
}

// A SitemapVideo is a video on a page. Thumbnail, Title, Description and one of
// Content and Player are required.
type SitemapVideo struct {
	Thumbnail   string
	Title       string
	Description string
	Content     string // address of the file
	Player      string // address of a player
	Duration    article.Seconds
	Published   time.Time
	Expires     time.Time // when the video is taken away; zero means never
	Regions     []string  // ISO 3166 codes of the countries where it may be seen; none means everywhere
}

// SitemapURL returns the document as an entry of a sitemap, with all that the
// extensions and a news sitemap can say of it. Sitemaps leave out the entry of a
// document whose Status forbids to show it and of one whose original is
// elsewhere. A news sitemap also minds embargo and expiry; for other sitemaps,
// which know no clock, [Visible] does.
func (d *Document) SitemapURL() URL {
	if d.a == nil {
		return URL{}
	}
	a := d.a
	u := URL{Loc: d.url, LastMod: d.Modified(), from: a.EmbargoedUntil, until: a.Expires}
	switch {
	case !isHTTP(d.url):
		u.refused = fmt.Errorf("%w: sitemap: article %q: url", ErrNoURL, d.name())
	case a.Status != "" && a.Status != article.StatusUsable:
		u.refused = fmt.Errorf("%w: article %q: status %s", ErrNotUsable, d.name(), a.Status)
	case a.Source != nil && a.Source.Canonical && isHTTP(d.address(a.Source.URL)):
		u.refused = fmt.Errorf("%w: article %q: its canonical address is %s", ErrNotUsable, d.name(), d.address(a.Source.URL))
	}
	own := false
	for _, l := range a.Alternates {
		if s := d.address(l.URL); isHTTP(s) {
			u.Alternates = append(u.Alternates, article.Alternate{Lang: l.Lang, URL: s})
			own = own || strings.EqualFold(l.Lang, a.Lang)
		}
	}
	if len(u.Alternates) > 0 && !own {
		u.Alternates = append(u.Alternates, article.Alternate{Lang: a.Lang, URL: d.url})
	}
	if a.Access.Paid { // the files are part of what is sold
		for _, img := range d.imgs {
			d.addImage(&u, img)
		}
	} else {
		d.addFiles(&u)
	}
	if !d.Published().IsZero() {
		u.News = &News{
			Publication: cmp.Or(d.publisher().Name, d.r.Site.Name), Lang: languageOnly(cmp.Or(d.r.Site.Lang, "vi")),
			Title: a.Headline, Published: d.Published(),
		}
	}
	return u
}

// addFiles adds the pictures and videos of the article, each once.
func (d *Document) addFiles(u *URL) {
	for _, img := range d.a.Images() {
		d.addImage(u, img)
	}
	for _, b := range d.a.Blocks() {
		v, ok := b.(*article.Video)
		if !ok || v.Poster == nil {
			continue
		}
		thumb := d.address(v.Poster.URL)
		file, _ := fileOf(v.Sources, d.address)
		if isHTTP(thumb) && isHTTP(file) {
			u.Videos = append(u.Videos, SitemapVideo{
				Thumbnail: thumb, Content: file, Duration: v.Duration, Published: d.Published(),
				Expires: d.expires(v), Regions: d.regions(v),
				Title:       cmp.Or(v.Title, d.a.Headline),
				Description: cmp.Or(oneLine(flat(v.Caption)), d.Description(), d.a.Headline),
			})
		}
	}
}

func (d *Document) addImage(u *URL, img *article.Image) {
	if s := d.address(img.URL); isHTTP(s) && len(u.Images) < maxImages && !slices.Contains(u.Images, s) {
		u.Images = append(u.Images, s)
	}
}

// languageOnly returns the language of a tag as news sitemaps want it: ISO 639,
// or zh-cn and zh-tw.
func languageOnly(tag string) string {
	tag = strings.ToLower(tag)
	if tag == "zh-cn" || tag == "zh-tw" {
		return tag
	}
	lang, _, _ := strings.Cut(tag, "-")
	return lang
}

// The limits of the sitemap protocol and of its extensions.
const (
	maxSitemapURLs  = 50_000
	maxSitemapBytes = 50 << 20
	maxNewsURLs     = 1_000
	maxImages       = 1_000
	newsAge         = 48 * time.Hour
)

// ErrSitemapFull says that a sitemap or an index has reached its limit.
var ErrSitemapFull = errors.New("render: sitemap full")

// ErrSitemapEmpty says that there is nothing to write: the schemas of the sitemap
// protocol allow no sitemap without an address and no index without a sitemap.
var ErrSitemapEmpty = errors.New("render: sitemap without entries")

// A SitemapExtension is something that entries say beside address and date.
type SitemapExtension int

// The extensions.
const (
	SitemapImages     SitemapExtension = iota + 1 // URL.Images
	SitemapVideos                                 // URL.Videos
	SitemapAlternates                             // URL.Alternates, as hreflang
)

// A Sitemap writes the sitemap of a site as numbered parts and an index of them,
// in constant memory: NAME-1.xml, NAME-2.xml and so on, of 50,000 addresses or
// 50 MiB each, and NAME.xml, which lists them.
type Sitemap struct {
	// BaseURL is the absolute address of the folder that the files will be in.
	BaseURL string

	// Name begins the names of the files. Empty means "sitemap".
	Name string

	// Extensions are what entries say beside address and date. None means
	// nothing more.
	Extensions []SitemapExtension

	// Create opens a file. The parts are written one after the other, then the
	// index.
	Create func(name string) (io.WriteCloser, error)

	// LeftOut, if not nil, is told of each entry that is left out, and why. If
	// it is nil, such an entry is an error.
	LeftOut func(u URL, err error)
}

// Write writes the entries and returns how many there are in how many parts. An
// error of the sequence ends it. If there are none, it creates no file and returns
// [ErrSitemapEmpty].
func (s *Sitemap) Write(urls iter.Seq2[URL, error]) (entries, parts int, err error) {
	if s.Create == nil {
		return 0, 0, errors.New("render: sitemap: Create is not set")
	}
	base := baseOf(s.BaseURL)
	if base == nil {
		return 0, 0, fmt.Errorf("%w: sitemap: base address %q", ErrNoURL, s.BaseURL)
	}
	name := cmp.Or(s.Name, "sitemap")
	partName := func(n int) string { return name + "-" + strconv.Itoa(n) + ".xml" }
	in := func(file string, err error) error {
		if err != nil {
			err = fmt.Errorf("render: sitemap: %s: %w", file, err)
		}
		return err
	}
	type part struct {
		loc     string
		lastMod time.Time
	}
	var list []part
	var file io.WriteCloser
	var out urlset
	closePart := func() error {
		if file == nil {
			return nil
		}
		list[len(list)-1].lastMod = out.lastMod
		err := errors.Join(out.end(), file.Close())
		file = nil
		return in(partName(len(list)), err)
	}
	defer func() {
		if file != nil {
			file.Close()
		}
	}()
	for u, e := range seq(urls) {
		if e != nil {
			return entries, len(list), e
		}
		if e := u.check(false); e != nil {
			if s.LeftOut == nil {
				return entries, len(list), e
			}
			s.LeftOut(u, e)
			continue
		}
		for {
			if file == nil {
				if len(list) == maxSitemapURLs {
					return entries, len(list), ErrSitemapFull
				}
				n := partName(len(list) + 1)
				if file, err = s.Create(n); err != nil {
					return entries, len(list), in(n, err)
				}
				list = append(list, part{loc: base.String() + n})
				out = urlset{flusher: flusher{w: file, buf: out.buf[:0]}, ext: s.Extensions}
				out.begin(false)
			}
			err := out.add(&u, false)
			if err == nil {
				entries++
				break
			}
			if !errors.Is(err, ErrSitemapFull) || out.n == 0 && out.entries == 0 {
				return entries, len(list), in(partName(len(list)), err)
			}
			if err := closePart(); err != nil {
				return entries, len(list), err
			}
		}
	}
	if err := closePart(); err != nil {
		return entries, len(list), err
	}
	if entries == 0 {
		return 0, len(list), ErrSitemapEmpty
	}
	name += ".xml"
	index, err := s.Create(name)
	if err != nil {
		return entries, len(list), in(name, err)
	}
	err = WriteSitemapIndex(index, func(yield func(URL, error) bool) {
		for _, p := range list {
			if !yield(URL{Loc: p.loc, LastMod: p.lastMod}, nil) {
				return
			}
		}
	})
	return entries, len(list), in(name, errors.Join(err, index.Close()))
}

// check returns why an entry can't stand in a sitemap, and makes its address
// safe.
func (u *URL) check(news bool) error {
	if u.refused != nil {
		return u.refused
	}
	s := media(nil, u.Loc)
	if !isHTTP(s) {
		return fmt.Errorf("%w: sitemap: %q", ErrNoURL, u.Loc)
	}
	u.Loc = s
	if news && (u.News == nil || u.News.Published.IsZero()) {
		return fmt.Errorf("%w: sitemap: %s", ErrNoDate, u.Loc)
	}
	return nil
}

// WriteSitemap writes one sitemap with the given extensions and returns how many
// entries it holds. It returns [ErrSitemapFull] for more than 50,000 entries or
// 50 MiB, and stops at an entry that can't stand in it; [Sitemap] splits, and
// leaves such entries out if it is asked to. If there are none, it writes nothing
// and returns [ErrSitemapEmpty].
func WriteSitemap(w io.Writer, urls iter.Seq2[URL, error], ext ...SitemapExtension) (int, error) {
	out := urlset{flusher: flusher{w: w}, ext: ext}
	out.begin(false)
	for u, err := range seq(urls) {
		if err == nil {
			err = u.check(false)
		}
		if err == nil {
			err = out.add(&u, false)
		}
		if err != nil {
			return out.entries, errors.Join(err, out.end())
		}
	}
	if out.entries == 0 {
		return 0, ErrSitemapEmpty
	}
	return out.entries, out.end()
}

// ErrTooOld says that an article is too old for a news sitemap.
var ErrTooOld = errors.New("render: more than two days old")

// WriteNewsSitemap writes a sitemap of the articles of the two days before now,
// 1,000 at most. LeftOut, if not nil, is told of each entry that is left out,
// and why. If it is nil, such an entry is an error, but for those that are too
// old or too many ([ErrTooOld], [ErrSitemapFull]), to be shown later, or to be
// shown no more ([ErrNotUsable]): leaving them out is what this sitemap is for.
// After two days without news it is empty, which is no error: the schema wants an
// entry, but Google takes an empty one, and a file that stays away would leave the
// old news in place. The number returned is then 0.
func WriteNewsSitemap(w io.Writer, now time.Time, urls iter.Seq2[URL, error], leftOut func(u URL, err error)) (int, error) {
	out := urlset{flusher: flusher{w: w}}
	out.begin(true)
	for u, err := range seq(urls) {
		if err != nil {
			return out.entries, errors.Join(err, out.end())
		}
		err := u.check(true)
		faulty := err != nil && !errors.Is(err, ErrNotUsable)
		switch {
		case err != nil:
		case u.News.Published.After(now) || u.from.After(now) || !u.until.IsZero() && !now.Before(u.until):
			err = fmt.Errorf("%w at %s: %s", ErrNotUsable, now.Format(time.RFC3339), u.Loc)
		case now.Sub(u.News.Published) > newsAge:
			err = ErrTooOld
		case out.entries == maxNewsURLs:
			err = ErrSitemapFull
		}
		if err != nil && leftOut != nil {
			leftOut(u, err)
			continue
		}
		if faulty {
			return out.entries, errors.Join(err, out.end())
		}
		if err != nil {
			continue
		}
		if err := out.add(&u, true); err != nil {
			return out.entries, errors.Join(err, out.end())
		}
	}
	return out.entries, out.end()
}

// WriteSitemapIndex writes an index of sitemaps. Only Loc and LastMod of the
// entries count. If there are none, it writes nothing and returns
// [ErrSitemapEmpty].
func WriteSitemapIndex(w io.Writer, sitemaps iter.Seq2[URL, error]) error {
	out := flusher{w: w}
	out.buf = append(out.buf, xmlHeader+`<sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">`+"\n"...)
	n := 0
	for u, err := range seq(sitemaps) {
		if err != nil {
			return err
		}
		if err := u.check(false); err != nil {
			return err
		}
		if n++; n > maxSitemapURLs {
			return ErrSitemapFull
		}
		out.buf = append(out.buf, "<sitemap>\n"...)
		out.buf = appendElement(out.buf, "loc", u.Loc)
		out.buf = appendDate(out.buf, "lastmod", u.LastMod)
		out.buf = append(out.buf, "</sitemap>\n"...)
		if err := out.flush(1 << 15); err != nil {
			return err
		}
	}
	if n == 0 {
		return ErrSitemapEmpty
	}
	out.buf = append(out.buf, "</sitemapindex>\n"...)
	return out.flush(0)
}

// A urlset writes one sitemap.
type urlset struct {
	flusher
	ext     []SitemapExtension
	entries int
	lastMod time.Time
}

func (o *urlset) begin(news bool) {
	o.buf = append(o.buf, xmlHeader+`<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"`...)
	if news {
		o.buf = append(o.buf, ` xmlns:news="http://www.google.com/schemas/sitemap-news/0.9"`...)
	}
	for _, e := range [...]struct {
		ext SitemapExtension
		ns  string
	}{
		{SitemapImages, ` xmlns:image="http://www.google.com/schemas/sitemap-image/1.1"`},
		{SitemapVideos, ` xmlns:video="http://www.google.com/schemas/sitemap-video/1.1"`},
		{SitemapAlternates, ` xmlns:xhtml="http://www.w3.org/1999/xhtml"`},
	} {
		if o.has(e.ext) {
			o.buf = append(o.buf, e.ns...)
		}
	}
	o.buf = append(o.buf, ">\n"...)
}

func (o *urlset) has(e SitemapExtension) bool { return slices.Contains(o.ext, e) }

const urlsetEnd = "</urlset>\n"

func (o *urlset) end() error {
	o.buf = append(o.buf, urlsetEnd...)
	return o.flush(0)
}

// add writes an entry that has been checked, or returns ErrSitemapFull and writes nothing.
func (o *urlset) add(u *URL, news bool) error {
	if o.entries == maxSitemapURLs {
		return ErrSitemapFull
	}
	start := len(o.buf)
	b := append(o.buf, "<url>\n<loc>"...)
	inText.write(&b, u.Loc)
	b = append(b, "</loc>\n"...)
	b = appendDate(b, "lastmod", u.LastMod)
	if news && u.News != nil {
		b = append(b, "<news:news>\n<news:publication>\n"...)
		b = appendElement(b, "news:name", valid(u.News.Publication))
		b = appendElement(b, "news:language", valid(u.News.Lang))
		b = append(b, "</news:publication>\n"...)
		b = appendDate(b, "news:publication_date", u.News.Published)
		b = appendElement(b, "news:title", valid(u.News.Title))
		b = append(b, "</news:news>\n"...)
	}
	for i, s := range u.Images {
		if i == maxImages || !o.has(SitemapImages) {
			break
		}
		if s = media(nil, s); isHTTP(s) {
			b = append(b, "<image:image>\n"...)
			b = appendElement(b, "image:loc", s)
			b = append(b, "</image:image>\n"...)
		}
	}
	for i := range u.Videos {
		if !o.has(SitemapVideos) {
			break
		}
		b = appendVideo(b, &u.Videos[i])
	}
	for _, l := range u.Alternates {
		if !o.has(SitemapAlternates) {
			break
		}
		if s := media(nil, l.URL); isHTTP(s) && isTag(l.Lang) {
			b = appendEmpty(b, "xhtml:link", "rel", "alternate", "hreflang", l.Lang, "href", s)
		}
	}
	b = append(b, "</url>\n"...)
	if o.n+int64(len(b)+len(urlsetEnd)) > maxSitemapBytes {
		o.buf = b[:start]
		return ErrSitemapFull
	}
	o.buf = b
	o.entries++
	if u.LastMod.After(o.lastMod) {
		o.lastMod = u.LastMod
	}
	return o.flush(1 << 15)
}

func appendVideo(b []byte, v *SitemapVideo) []byte {
	thumb, file, player := media(nil, v.Thumbnail), media(nil, v.Content), media(nil, v.Player)
	if !isHTTP(thumb) || !isHTTP(file) && !isHTTP(player) || v.Title == "" || v.Description == "" {
		return b
	}
	b = append(b, "<video:video>\n"...)
	b = appendElement(b, "video:thumbnail_loc", thumb)
	b = appendElement(b, "video:title", valid(shorten(v.Title, 100)))
	b = appendElement(b, "video:description", valid(shorten(v.Description, 2048)))
	if isHTTP(file) {
		b = appendElement(b, "video:content_loc", file)
	}
	if isHTTP(player) {
		b = appendElement(b, "video:player_loc", player)
	}
	if n := int(v.Duration + 0.5); n >= 1 && n <= 28800 {
		b = appendElement(b, "video:duration", strconv.Itoa(n))
	}
	b = appendDate(b, "video:expiration_date", v.Expires)
	b = appendDate(b, "video:publication_date", v.Published)
	if len(v.Regions) > 0 {
		b = append(b, `<video:restriction relationship="allow">`...)
		for i, r := range v.Regions {
			if i > 0 {
				b = append(b, ' ')
			}
			country, _, _ := strings.Cut(r, "-") // parts of countries have no place here
			b = appendText(b, country)
		}
		b = append(b, "</video:restriction>\n"...)
	}
	return append(b, "</video:video>\n"...)
}

// appendDate appends an element with an instant and its zone, unless it is zero.
func appendDate(dst []byte, name string, t time.Time) []byte {
	if t.IsZero() {
		return dst
	}
	dst = append(dst, '<')
	dst = append(dst, name...)
	dst = append(dst, '>')
	dst = appendStamp(dst, t)
	dst = append(dst, "</"...)
	dst = append(dst, name...)
	return append(dst, ">\n"...)
}

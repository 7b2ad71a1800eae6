package main

import (
	"bytes"
	"embed"
	"encoding/json"
	"fmt"
	"image"
	"io/fs"
	"iter"
	"path"
	"strings"
	"sync"

	"github.com/toasoan/toasoan/article"
	"github.com/toasoan/toasoan/article/importer"
)

// sampleFiles are the articles that come with the program. Each file is a row
// of a content management system as newsrooms have it: the fields in one
// section, the body's markup in another, in the txtar format:
//
//	what the sample shows
//	-- row.json --
//	{"headline": …}
//	-- body.html --
//	<p>…
//	-- live/u1.html --
//	<p>…
//
//go:embed samples
var sampleFiles embed.FS

// samples is the source of the articles that come with the program.
type samples struct{}

func (samples) publication() publication {
	return publication{
		name:    "Bến Sông",
		tagline: "Báo mẫu của một miền sông nước tưởng tượng",
		note:    "Đây là trang mẫu. Nhân vật, địa danh và sự việc trong mọi bài đều hư cấu; tranh do chương trình vẽ.",
		account: "@bensong_mau",
	}
}

func (samples) media() fs.FS {
	sub, err := fs.Sub(sampleFiles, "samples/media")
	if err != nil {
		panic("newsroom: internal error: " + err.Error())
	}
	return sub
}

func (s samples) records() iter.Seq[record] {
	return func(yield func(record) bool) {
		names, _ := fs.Glob(sampleFiles, "samples/*.txtar") // the pattern is good
		for i, name := range names {
			rec := record{place: path.Base(name), done: float64(i+1) / float64(len(names))}
			data, err := sampleFiles.ReadFile(name)
			if err == nil {
				rec.article, err = readSample(data)
			}
			if err == nil {
				addFileData(rec.article, s.media())
			}
			rec.err = err
			if !yield(rec) {
				return
			}
		}
	}
}

// keepHTML asks importers to keep what no block can hold as article.RawHTML,
// which is sanitized when it is printed.
var keepHTML = &importer.Options{KeepHTML: true}

// readSample makes an article of a sample: the row is decoded, the markup
// imported. The notes of the importers are for editors, and not shown here.
func readSample(data []byte) (*article.Article, error) {
	files := splitTxtar(data)
	row, err := article.Decode(bytes.NewReader(files["row.json"]), nil)
	if err != nil {
		return nil, err
	}
	a, _, err := importer.Article(bytes.NewReader(files["body.html"]), row, keepHTML)
	if err != nil {
		return nil, err
	}
	if a.Live != nil {
		for i := range a.Live.Updates {
			u := &a.Live.Updates[i]
			if u.Body, _, err = importer.HTML(bytes.NewReader(files["live/"+u.ID+".html"]), keepHTML); err != nil {
				return nil, fmt.Errorf("update %s: %w", u.ID, err)
			}
		}
	}
	if a.Rights.Notice == "" {
		a.Rights.Notice = sampleNotice[a.Lang == "en"]
	}
	return a, nil
}

// sampleNotice stands below every sample, by whether it is in English.
var sampleNotice = map[bool]string{
	false: "Bài mẫu: nhân vật, địa danh và sự việc đều hư cấu.",
	true:  "Sample article: people, places and events are invented.",
}

// splitTxtar returns the files of a txtar archive by name.
func splitTxtar(data []byte) map[string][]byte {
	files := make(map[string][]byte)
	name, start := "", 0
	for at := 0; at < len(data); {
		end := len(data)
		if i := bytes.IndexByte(data[at:], '\n'); i >= 0 {
			end = at + i + 1
		}
		if line := strings.TrimSpace(string(data[at:end])); strings.HasPrefix(line, "-- ") && strings.HasSuffix(line, " --") {
			files[name] = data[start:at]
			name, start = strings.TrimSpace(line[3:len(line)-3]), end
		}
		at = end
	}
	files[name] = data[start:]
	delete(files, "") // the comment
	return files
}

// pictureWords are the words that stand in for pictures, by the name of the
// file, for articles that forget them.
var pictureWords = sync.OnceValue(func() (words map[string]string) {
	data, err := sampleFiles.ReadFile("samples/pictures.json")
	if err == nil {
		err = json.Unmarshal(data, &words)
	}
	if err != nil {
		panic("newsroom: internal error: " + err.Error())
	}
	return words
})

// addFileData fills in what a media library knows of the files: the size of
// pictures, so that the page keeps their place, the words for those who do not
// see them, smaller copies, and the length of attachments.
func addFileData(a *article.Article, media fs.FS) {
	for _, img := range a.Images() {
		name, ok := strings.CutPrefix(img.URL, mediaPath)
		if !ok {
			continue
		}
		if words := pictureWords()[name]; img.Alt == "" && words != "" {
			img.Alt, img.Decorative = words, false
		}
		img.Width, img.Height = pictureSize(media, name)
		img.MediaType = "image/png"
		small := strings.TrimSuffix(name, ".png") + "-640.png"
		if w, h := pictureSize(media, small); w > 0 {
			img.Renditions = []article.Rendition{{URL: mediaPath + small, MediaType: "image/png", Width: w, Height: h}}
		}
	}
	for i := range a.Attachments {
		f := &a.Attachments[i]
		if info, err := fs.Stat(media, strings.TrimPrefix(f.URL, mediaPath)); err == nil {
			f.Size = info.Size()
		}
	}
}

// pictureSize returns the size of a picture in pixels, or zeros.
func pictureSize(media fs.FS, name string) (width, height int) {
	f, err := media.Open(name)
	if err != nil {
		return 0, 0
	}
	defer f.Close()
	c, _, err := image.DecodeConfig(f)
	if err != nil {
		return 0, 0
	}
	return c.Width, c.Height
}

package main

import (
	"cmp"
	_ "image/gif"  // the formats of pictures that are looked into
	_ "image/jpeg" //
	_ "image/png"  //
	"io/fs"
	"net/url"
	"path"
	"slices"
	"strings"

	"github.com/toasoan/toasoan/article"
)

// mediaPath is the folder of the site for pictures, recordings and documents.
const mediaPath = "/media/"

// mediaTypes are the files that the site serves from that folder: none that a
// browser runs.
var mediaTypes = []string{
	".avif", ".gif", ".jpeg", ".jpg", ".png", ".webp", ".m4a", ".mp3", ".mp4", ".ogg", ".wav", ".webm", ".vtt",
	".csv", ".doc", ".docx", ".pdf", ".xls", ".xlsx",
}

// has reports whether the source holds a file that the site may serve.
func (s *site) has(name string) bool {
	media := s.src.media()
	if media == nil || !slices.Contains(mediaTypes, strings.ToLower(path.Ext(name))) {
		return false
	}
	info, err := fs.Stat(media, name)
	return err == nil && info.Mode().IsRegular()
}

// held returns the address on this site of what the source holds a copy of. That
// of https://bao.example/2026/a.jpg is bao.example/2026/a.jpg or 2026/a.jpg in the
// folder of media, and the site has it below /media/.
func (s *site) held(u *url.URL) (string, bool) {
	name := strings.TrimPrefix(u.Path, "/")
	for _, name := range []string{strings.TrimPrefix(u.Path, mediaPath), path.Join(u.Hostname(), name), name} {
		if s.has(name) {
			return (&url.URL{Path: mediaPath + name}).EscapedPath(), true
		}
	}
	return "", false
}

// move gives an address that an article holds the form that it has on this site:
// an article that has moved here is found here, so is what the source holds a
// copy of, and what is relative stays where the article was, if that is known.
func (s *site) move(from *url.URL, address string) string {
	if page, ok := s.address[address]; ok {
		return page
	}
	safe, ok := article.SafeURL(address)
	if !ok || address[0] == '#' {
		return address // Prepare tells of one that is not safe
	}
	u, err := url.Parse(safe)
	if err != nil {
		return address
	}
	if from.IsAbs() {
		u = from.ResolveReference(u)
		if page, ok := s.address[u.String()]; ok {
			return page
		}
	}
	if file, ok := s.held(u); ok {
		return file
	}
	if from.IsAbs() {
		return u.String()
	}
	return address
}

// moveAll moves everything an article names. The size of a picture that the
// source holds is looked up; a picture that nobody knows where to find is not at
// hand, and leaves its words.
func (s *site) moveAll(a *article.Article) {
	from, err := url.Parse(a.URL)
	if err != nil {
		from = new(url.URL)
	}
	for _, u := range a.URLs() {
		*u = s.move(from, *u)
	}
	for _, img := range a.Images() {
		u, err := url.Parse(img.URL)
		if err != nil || u.IsAbs() || u.Host != "" {
			continue
		}
		name := strings.TrimPrefix(u.Path, mediaPath)
		switch {
		case !s.has(name):
			img.URL, img.Renditions, img.Width, img.Height = "", nil, 0, 0
			if len(img.Caption) == 0 {
				img.Caption, img.Alt = article.Plain(cmp.Or(img.Alt, "Ảnh không còn ở địa chỉ cũ")), ""
			}
		case img.Width == 0 || img.Height == 0:
			img.Width, img.Height = pictureSize(s.src.media(), name)
		}
	}
}

// use keeps in mind which files of the source an article names, to be copied.
func (s *site) use(a *article.Article) {
	for _, address := range a.URLs() {
		u, err := url.Parse(*address)
		if err != nil {
			continue
		}
		if name, ok := strings.CutPrefix(u.Path, mediaPath); ok && u.Host == "" && s.has(name) {
			s.used[name] = true
		}
	}
}

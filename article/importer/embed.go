package importer

import (
	"net/url"
	"strconv"
	"strings"

	"github.com/toasoan/toasoan/article"
)

// embedOf recognizes the address of content that other sites may show: of the
// page or the player of a video, a post, a map. The host must be exactly one of
// the provider's.
func embedOf(address string) (e article.Embed, ok bool) {
	if len(address) < 12 || len(address) > maxURL || !strings.Contains(address, "//") {
		return e, false
	}
	u, err := url.Parse(strings.TrimSpace(address))
	if err != nil || u.User != nil || u.Port() != "" {
		return e, false
	}
	if u.Scheme != "https" && u.Scheme != "http" && u.Scheme != "" {
		return e, false
	}
	u.Host = strings.ToLower(u.Host)
	host := strings.TrimPrefix(u.Host, "www.")
	part := strings.Split(strings.Trim(u.Path, "/"), "/")
	at := func(i int) string {
		if i < len(part) {
			return part[i]
		}
		return ""
	}
	switch host {
	case "youtube.com", "m.youtube.com", "youtube-nocookie.com", "youtu.be", "music.youtube.com":
		id, start := "", u.Query().Get("start")
		switch {
		case at(0) == "playlist", at(0) == "embed" && at(1) == "videoseries":
			list := u.Query().Get("list")
			if !isID(list, 10, 64) {
				return e, false
			}
			return article.Embed{Provider: article.ProviderYouTube, URL: "https://www.youtube.com/playlist?list=" + list}, true
		case host == "youtu.be":
			id = at(0)
		case at(0) == "watch":
			id = u.Query().Get("v")
		case at(0) == "embed", at(0) == "v", at(0) == "shorts", at(0) == "live", at(0) == "e":
			id = at(1)
		}
		id, _, _ = strings.Cut(id, "&") // as in the addresses of Flash players
		if !isID(id, 11, 11) {
			return e, false
		}
		page := "https://www.youtube.com/watch?v=" + id
		if start == "" {
			start = strings.TrimSuffix(u.Query().Get("t"), "s")
		}
		if n := pixels(start); n > 0 {
			page += "&t=" + strconv.Itoa(n) + "s"
		}
		return article.Embed{Provider: article.ProviderYouTube, ID: id, URL: page}, true

	case "vimeo.com", "player.vimeo.com":
		for i, p := range part {
			if isDigits(p) && (i == 0 || host == "player.vimeo.com" || i == len(part)-1) {
				return article.Embed{Provider: article.ProviderVimeo, ID: p, URL: "https://vimeo.com/" + p}, true
			}
		}

	case "facebook.com", "m.facebook.com", "web.facebook.com", "fb.watch":
		if at(0) == "plugins" {
			href := u.Query().Get("href")
			if e, ok = embedOf(href); ok && e.Provider == article.ProviderFacebook {
				return e, true
			}
			return article.Embed{}, false
		}
		id := ""
		switch {
		case host == "fb.watch":
			id = at(0)
		case at(0) == "watch":
			id = u.Query().Get("v")
		case at(0) == "reel":
			id = at(1)
		case at(0) == "story.php" || at(0) == "permalink.php":
			id = u.Query().Get("story_fbid")
		case at(0) == "photo.php" || at(0) == "photo":
			id = u.Query().Get("fbid")
		case at(1) == "videos" || at(1) == "posts" || at(1) == "photos" || at(2) == "permalink":
			id = part[len(part)-1]
		}
		if !isID(id, 1, 128) {
			return e, false
		}
		page := "https://www." + host + "/" + strings.Join(part, "/")
		if host == "fb.watch" {
			page = "https://fb.watch/" + id
		}
		if at(0) == "watch" || strings.Contains(at(0), "p") && strings.HasSuffix(at(0), ".php") || at(0) == "photo" {
			page += "?" + u.Query().Encode()
		}
		return article.Embed{Provider: article.ProviderFacebook, ID: id, URL: strings.Replace(page, "//www.m.", "//www.", 1)}, true

	case "tiktok.com", "m.tiktok.com":
		id := ""
		switch {
		case at(0) == "embed" && at(1) == "v2", at(0) == "player" && at(1) == "v1":
			id = at(2)
		case at(0) == "embed":
			id = at(1)
		case at(1) == "video":
			id = at(2)
		}
		if !isDigits(id) {
			return e, false
		}
		page := "https://www.tiktok.com/embed/v2/" + id
		if at(1) == "video" && strings.HasPrefix(at(0), "@") {
			page = "https://www.tiktok.com/" + at(0) + "/video/" + id
		}
		return article.Embed{Provider: article.ProviderTikTok, ID: id, URL: page}, true

	case "twitter.com", "mobile.twitter.com", "x.com", "platform.twitter.com":
		id, user := "", "i"
		if host == "platform.twitter.com" {
			id = u.Query().Get("id")
		} else if at(1) == "status" || at(1) == "statuses" {
			id, user = at(2), at(0)
		} else if at(0) == "i" && at(1) == "web" && at(2) == "status" {
			id = at(3)
		}
		if !isDigits(id) || !isID(user, 1, 32) {
			return e, false
		}
		return article.Embed{Provider: article.ProviderX, ID: id, URL: "https://x.com/" + user + "/status/" + id}, true

	case "instagram.com":
		kind, id := at(0), at(1)
		if kind != "p" && kind != "reel" && kind != "tv" {
			kind, id = at(1), at(2)
		}
		if kind != "p" && kind != "reel" && kind != "tv" || !isID(id, 5, 40) {
			return e, false
		}
		return article.Embed{Provider: article.ProviderInstagram, ID: id, URL: "https://www.instagram.com/" + kind + "/" + id + "/"}, true

	case "zalo.me", "video.zalo.me", "oa.zalo.me", "embed.zalo.me":
		id := part[len(part)-1]
		if v := u.Query().Get("id"); v != "" {
			id = v
		}
		if !isID(id, 1, 64) {
			return e, false
		}
		return article.Embed{Provider: article.ProviderZalo, ID: id, URL: "https://" + host + "/" + strings.Join(part, "/")}, true

	case "google.com", "maps.google.com", "google.com.vn":
		if host != "maps.google.com" && at(0) != "maps" {
			return e, false
		}
		q := u.Query()
		id := ""
		switch {
		case at(1) == "embed" && q.Get("pb") != "":
			id = q.Get("pb")
		case at(1) == "d" && q.Get("mid") != "":
			id = q.Get("mid")
		case q.Get("output") == "embed" && q.Get("q") != "":
			id = q.Get("q")
		}
		if id == "" || len(id) > 2048 {
			return e, false
		}
		u.Scheme = "https"
		return article.Embed{Provider: article.ProviderGoogleMaps, ID: id, URL: u.String()}, true

	case "open.spotify.com":
		p := part
		if at(0) == "embed" || strings.HasPrefix(at(0), "intl-") {
			p = p[1:]
		}
		if len(p) != 2 || !isID(p[0], 4, 10) || !isID(p[1], 10, 40) {
			return e, false
		}
		id := p[0] + "/" + p[1]
		return article.Embed{Provider: article.ProviderSpotify, ID: id, URL: "https://open.spotify.com/" + id}, true

	case "w.soundcloud.com":
		v, err := url.Parse(u.Query().Get("url"))
		if err != nil || v.Host != "api.soundcloud.com" && v.Host != "soundcloud.com" {
			return e, false
		}
		id := strings.Trim(v.Path, "/")
		if id == "" || len(id) > 256 {
			return e, false
		}
		page := "https://w.soundcloud.com/player/?url=" + url.QueryEscape("https://"+v.Host+"/"+id)
		return article.Embed{Provider: article.ProviderSoundCloud, ID: strings.TrimPrefix(id, "tracks/"), URL: page}, true
	}
	return e, false
}

// isID reports whether id is a name as sites give them.
func isID(id string, least, most int) bool {
	if len(id) < least || len(id) > most {
		return false
	}
	for i := range len(id) {
		c := id[i]
		if !(c == '-' || c == '_' || c == '.' && most > 20 || '0' <= c && c <= '9' || 'a' <= c|0x20 && c|0x20 <= 'z') {
			return false
		}
	}
	return true
}

func isDigits(s string) bool {
	if s == "" || len(s) > 25 {
		return false
	}
	for i := range len(s) {
		if s[i] < '0' || s[i] > '9' {
			return false
		}
	}
	return true
}

// framed reports whether package render can show content in a frame, which has a size.
func framed(e *article.Embed) bool {
	switch e.Provider {
	case article.ProviderX, article.ProviderFacebook, article.ProviderZalo:
		return false
	}
	return true
}

// recordingType returns the media type of the film or recording that an address names,
// or "" if it names none.
func recordingType(u string) (mediaType string, video bool) {
	if i := strings.IndexAny(u, "?#"); i >= 0 {
		u = u[:i]
	}
	switch {
	case hasSuffixFold(u, ".mp4"), hasSuffixFold(u, ".m4v"):
		return "video/mp4", true
	case hasSuffixFold(u, ".webm"):
		return "video/webm", true
	case hasSuffixFold(u, ".ogv"):
		return "video/ogg", true
	case hasSuffixFold(u, ".mov"):
		return "video/quicktime", true
	case hasSuffixFold(u, ".m3u8"):
		return "application/vnd.apple.mpegurl", true
	case hasSuffixFold(u, ".mp3"):
		return "audio/mpeg", false
	case hasSuffixFold(u, ".m4a"):
		return "audio/mp4", false
	case hasSuffixFold(u, ".ogg"), hasSuffixFold(u, ".oga"):
		return "audio/ogg", false
	case hasSuffixFold(u, ".wav"):
		return "audio/wav", false
	}
	return "", false
}

// hasSuffixFold reports whether u ends in a lower-case ASCII suffix in any case.
func hasSuffixFold(u, suffix string) bool {
	return len(u) > len(suffix) && foldedIs(u[len(u)-len(suffix):], suffix)
}

// documents are the endings of files that are read elsewhere.
var documents = map[string]string{
	"pdf":  "application/pdf",
	"doc":  "application/msword",
	"docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
	"xls":  "application/vnd.ms-excel",
	"xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
	"ppt":  "application/vnd.ms-powerpoint",
	"pptx": "application/vnd.openxmlformats-officedocument.presentationml.presentation",
	"odt":  "application/vnd.oasis.opendocument.text",
	"ods":  "application/vnd.oasis.opendocument.spreadsheet",
	"rtf":  "application/rtf",
	"zip":  "application/zip",
	"rar":  "application/vnd.rar",
	"7z":   "application/x-7z-compressed",
}

// documentType returns the media type of the document that an address names, or
// "" if it names none.
func documentType(u string) string {
	if i := strings.IndexAny(u, "?#"); i >= 0 {
		u = u[:i]
	}
	i := strings.LastIndexByte(u, '.')
	if i < 0 || len(u)-i > 5 || strings.Contains(u[i:], "/") {
		return ""
	}
	if strings.Count(u, "/") < 3 && strings.Contains(u, "//") {
		return "" // the dot is in the host's name
	}
	return documents[strings.ToLower(u[i+1:])]
}

// viewers are pages that show a document given by its address.
func viewerTarget(address string) (string, bool) {
	u, err := url.Parse(address)
	if err != nil {
		return "", false
	}
	switch strings.ToLower(u.Host) {
	case "docs.google.com", "drive.google.com":
		if strings.HasSuffix(strings.TrimSuffix(u.Path, "/"), "/viewer") || strings.HasSuffix(u.Path, "/gview") || u.Path == "/viewerng/viewer" {
			t := u.Query().Get("url")
			return t, t != ""
		}
	case "view.officeapps.live.com":
		t := u.Query().Get("src")
		return t, t != ""
	}
	return "", false
}

package importer

import (
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/toasoan/toasoan/article"
	"github.com/toasoan/toasoan/article/viet"
)

// bylineWords are what stands before an author's name in the languages of pages.
var bylineWords = map[string][]string{
	"en": {"by", "written by"}, "de": {"von"}, "fr": {"par"}, "es": {"por"}, "pt": {"por"}, "it": {"di", "a cura di"}, "nl": {"door"},
	"no": {"av"}, "nb": {"av"}, "nn": {"av"}, "sv": {"av"}, "da": {"af"}, "id": {"oleh"}, "pl": {"autor:"},
}

// conjunctions join two names.
var conjunctions = map[string]string{
	"en": "and", "de": "und", "fr": "et", "es": "y", "pt": "e", "it": "e", "nl": "en", "no": "og", "nb": "og", "nn": "og", "da": "og", "sv": "och", "id": "dan", "pl": "i",
}

// persons reads the name that a page gives as an author, which may be of several
// people: "Anna Lange und Jörg Stein, Nairobi".
func (p *pageReader) persons(name string) []article.Credit {
	lang := p.language()
	for _, w := range bylineWords[lang] {
		if len(name) > len(w)+1 && strings.EqualFold(name[:len(w)], w) && name[len(w)] == ' ' {
			name = strings.TrimSpace(name[len(w):])
			break
		}
	}
	if word, ok := conjunctions[lang]; ok {
		name = withoutPlace(parted(name, " "+word+" "))
	}
	return Credits(parted(name, " & "))
}

// parted puts a comma in the place of a word between two names, each of which has two
// words or more.
func parted(t, word string) string {
	a, b, _ := strings.Cut(t, word)
	next, _, _ := strings.Cut(b, ",")
	if isFullName(a[strings.LastIndexByte(a, ',')+1:]) && isFullName(next) {
		return a + ", " + b
	}
	return t
}

// withoutPlace cuts the place off that stands behind full names.
func withoutPlace(t string) string {
	i := strings.LastIndexByte(t, ',')
	if i < 0 || !isFullName(t[strings.LastIndexByte(t[:i], ',')+1:i]) {
		return t
	}
	place := strings.TrimSpace(t[i+1:])
	if isName(place) && !strings.ContainsAny(place, " .") && place != strings.ToUpper(place) {
		return t[:i]
	}
	return t
}

// isFullName reports whether words may be the first and the last name of somebody.
func isFullName(t string) bool {
	words := strings.Fields(t)
	return len(words) >= 2 && len(words) <= 4 && isName(words[0]) && isName(words[len(words)-1])
}

// language is that of the page, without its region.
func (p *pageReader) language() string {
	lang, _, _ := strings.Cut(strings.ReplaceAll(strings.ToLower(p.lang), "_", "-"), "-")
	return lang
}

// shownAuthors reads the lines of the element that names the authors.
func (p *pageReader) shownAuthors(lines []string) (cs []article.Credit) {
	for _, l := range lines {
		if t := viet.Normalize(l); isAuthorLine(t) {
			cs = append(cs, p.persons(t)...)
			p.note("byline", "", t)
		}
	}
	return cs
}

// isAuthorLine reports whether a line may name somebody: it is no date and no
// link to a network.
func isAuthorLine(t string) bool {
	return hasLetter(t) && utf8.RuneCountInString(t) <= 60 && !strings.ContainsAny(t, "0123456789@#") &&
		(!strings.Contains(t, ":") || bylineOf(t) != nil) && !isScreenLine(t) &&
		!slices.ContainsFunc(networks, func(w string) bool { return hasPrefixFold(t, w) }) &&
		(strings.Contains(t, " ") || t != strings.ToLower(t) || containsFold(agencies, t)) // a login
}

// networks begin the links that stand beside an author's name.
var networks = []string{"facebook", "twitter", "instagram", "linkedin", "threads", "tiktok", "youtube", "bluesky", "mastodon", "email", "e-mail", "follow", "contact", "theo dõi"}

// withoutPublisher takes the publisher out of the authors if a person is among
// them: many pages name it where they know nobody.
func (p *pageReader) withoutPublisher() {
	a := p.a
	if !slices.ContainsFunc(a.Credits, func(c article.Credit) bool { return c.Name != "" && c.Role == "" }) {
		return
	}
	a.Credits = slices.DeleteFunc(a.Credits, func(c article.Credit) bool {
		if !p.isPublisher(c) {
			return false
		}
		p.note("publisher-as-author", "credits", c.Organization.Name)
		return true
	})
}

// isPublisher reports whether a credit names as the author who publishes the page, by
// its name or that of its host.
func (p *pageReader) isPublisher(c article.Credit) bool {
	if c.Name != "" || c.Role != "" || c.Organization == nil {
		return false
	}
	host := ""
	if u := p.baseURL(); u != nil {
		host = strings.TrimPrefix(u.Hostname(), "www.")
	}
	return isCalled(p.a.Publisher.Name, c.Organization.Name) || strings.EqualFold(host, c.Organization.Name)
}

// isCalled reports whether an organization is called by a name, perhaps without the
// word before it that says what it is: "VnExpress" and "Báo VnExpress".
func isCalled(organization, name string) bool {
	_, rest, _ := strings.Cut(organization, " ")
	return sameWords(organization, name) || rest != "" && sameWords(rest, name)
}

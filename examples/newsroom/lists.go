package main

import (
	"cmp"
	"fmt"
	"hash/fnv"
	"slices"
	"strconv"

	"github.com/toasoan/toasoan/article"
	"github.com/toasoan/toasoan/article/viet"
	"github.com/toasoan/toasoan/render"
)

// perPage is the number of articles on a page of a list: three rows of three, with
// no more pictures than load at once.
const perPage = 9

// A groupKind is what brings the articles of a list together.
type groupKind int

const (
	bySection groupKind = iota
	byTag
	byAuthor
	bySeries
)

// folders are where the lists of each kind stand.
var folders = [...]string{bySection: "/muc/", byTag: "/chu-de/", byAuthor: "/tac-gia/", bySeries: "/tuyen-bai/"}

// A groupKey names a list.
type groupKey struct {
	kind   groupKind
	path   string
	name   string
	parent string // path of the section above
}

// A group is a list of articles with an address of its own.
type group struct {
	groupKey
	entries []*entry // newest first
}

// slug returns the part of an address that stands for a name, never empty.
func slug(name string) string {
	if s := (viet.Slugger{MaxLen: 80}).Slug(name); s != "" {
		return s
	}
	h := fnv.New32a()
	h.Write([]byte(name))
	return fmt.Sprintf("x%08x", h.Sum32())
}

// groupPath returns the address of a list.
func groupPath(kind groupKind, name string) string {
	if name == "" {
		return ""
	}
	return folders[kind] + slug(name) + "/"
}

// settle gives an article its address, those of its sections, tags, authors and
// series, and those of all that it names, on this site.
func (s *site) settle(a *article.Article, page string) {
	s.moveAll(a)
	a.URL = page // after that, as an old address may be a new one's twin
	for i := range a.Sections {
		for sec := &a.Sections[i]; sec != nil; sec = sec.Parent {
			sec.URL = groupPath(bySection, sec.Name)
		}
	}
	for i := range a.Tags {
		a.Tags[i].URL = groupPath(byTag, a.Tags[i].Name)
	}
	for i := range a.Credits {
		if c := &a.Credits[i]; hasPage(c) {
			c.URL = groupPath(byAuthor, creditName(c))
		}
	}
	if a.Series != nil {
		a.Series.URL = groupPath(bySeries, a.Series.Name)
	}
}

// hasPage reports whether a credited person or desk has a page on this site:
// those who made the article do, those who helped it along don't.
func hasPage(c *article.Credit) bool {
	switch c.Role {
	case article.RoleEditor, article.RoleReviewer, article.RoleSource:
		return false
	}
	return creditName(c) != ""
}

// creditName returns who is credited: the person, or else the organization.
func creditName(c *article.Credit) string {
	if c.Name == "" && c.Organization != nil {
		return c.Organization.Name
	}
	return c.Name
}

// groupsOf returns the lists an article stands in.
func groupsOf(a *article.Article) []groupKey {
	var keys []groupKey
	add := func(k groupKey) {
		if k.path != "" && !slices.ContainsFunc(keys, func(o groupKey) bool { return o.path == k.path }) {
			keys = append(keys, k)
		}
	}
	for i := range a.Sections {
		for sec := &a.Sections[i]; sec != nil; sec = sec.Parent {
			k := groupKey{kind: bySection, path: sec.URL, name: sec.Name}
			if sec.Parent != nil {
				k.parent = sec.Parent.URL
			}
			add(k)
		}
	}
	for _, t := range a.Tags {
		add(groupKey{kind: byTag, path: t.URL, name: t.Name})
	}
	for i := range a.Credits {
		if !hasPage(&a.Credits[i]) {
			continue
		}
		add(groupKey{kind: byAuthor, path: a.Credits[i].URL, name: creditName(&a.Credits[i])})
	}
	if a.Series != nil {
		add(groupKey{kind: bySeries, path: a.Series.URL, name: a.Series.Name})
	}
	return keys
}

// collect makes the lists of entries that are sorted. Sections come first, the
// fullest before the others.
func collect(entries []*entry) []*group {
	byPath := make(map[string]*group)
	var groups []*group
	for _, e := range entries {
		for _, k := range e.groups {
			g := byPath[k.path]
			if g == nil {
				g = &group{groupKey: k}
				byPath[k.path] = g
				groups = append(groups, g)
			}
			g.entries = append(g.entries, e)
		}
	}
	slices.SortFunc(groups, func(a, b *group) int {
		return cmp.Or(cmp.Compare(a.kind, b.kind), cmp.Compare(len(b.entries), len(a.entries)), cmp.Compare(a.path, b.path))
	})
	return groups
}

// sections returns the fullest sections that have none above them.
func (s *site) sections() []*group {
	var top []*group
	for _, g := range s.groups {
		if g.kind == bySection && g.parent == "" && len(top) < navItems {
			top = append(top, g)
		}
	}
	return top
}

// topSection returns the address of the top section an article stands in.
func topSection(a *article.Article) string {
	if len(a.Sections) == 0 {
		return ""
	}
	sec := &a.Sections[0]
	for sec.Parent != nil {
		sec = sec.Parent
	}
	return sec.URL
}

// parents returns the way from the home page to a list.
func (s *site) parents(g *group) []article.Link {
	var links []article.Link
	for up := g.parent; up != ""; {
		i := slices.IndexFunc(s.groups, func(o *group) bool { return o.path == up })
		if i < 0 {
			break
		}
		links = append(links, article.Link{URL: up, Text: s.groups[i].name})
		up = s.groups[i].parent
		if len(links) > 8 {
			break // sections that contain each other
		}
	}
	slices.Reverse(links)
	return links
}

// introductions are what a list says below its title, with the number of
// articles and the name.
var introductions = [...]string{
	bySection: "%d bài trong chuyên mục %s",
	byTag:     "%d bài về %s",
	byAuthor:  "%d bài của %s",
	bySeries:  "%d bài trong tuyến bài %s",
}

// writeLists writes the home page, the list of all articles and every group.
func (s *site) writeLists() error {
	if err := s.writeHome(); err != nil {
		return err
	}
	latest := render.Listing{
		Layout: s.layout.of(frame{}), Renderer: s.renderer, Title: "Mới nhất", URL: latestPath,
		Description: "Tất cả bài trên " + s.paper.name + ", bài mới trước.",
	}
	if err := s.writeList(&latest, s.entries); err != nil {
		return err
	}
	for i, g := range s.groups {
		s.progress(0.95 + 0.05*float64(i)/float64(len(s.groups)))
		what := fmt.Sprintf(introductions[g.kind], len(g.entries), g.name)
		l := render.Listing{
			Layout: s.layout.of(frame{section: g.path}), Renderer: s.renderer, Title: g.name, URL: g.path,
			Description: what + ", trên " + s.paper.name + ".", Parents: s.parents(g),
			Intro: intro(what + "."),
		}
		if err := s.writeList(&l, g.entries); err != nil {
			return err
		}
	}
	if err := s.writePalette(); err != nil {
		return err
	}
	return s.writeNotFound()
}

const latestPath = "/moi-nhat/"

// writeList writes a list in pages: /muc/van-hoa/, /muc/van-hoa/trang-2/ and so
// on.
func (s *site) writeList(l *render.Listing, entries []*entry) error {
	first, title := l.URL, l.Title
	address := func(n int) string {
		if n == 1 {
			return first
		}
		return first + "trang-" + strconv.Itoa(n) + "/"
	}
	count := (len(entries) + perPage - 1) / perPage
	for n := 1; n <= count; n++ {
		page := *l
		page.URL, page.Newer, page.Older = address(n), "", ""
		if n > 1 {
			page.Newer = address(n - 1)
			page.Title = fmt.Sprintf("%s (trang %d)", title, n)
		}
		if n < count {
			page.Older = address(n + 1)
		}
		page.Items = teasers(entries[(n-1)*perPage : min(n*perPage, len(entries))])
		if err := s.writePage(page.URL+"index.html", &page); err != nil {
			return err
		}
	}
	return nil
}

func teasers(entries []*entry) []render.Teaser {
	list := make([]render.Teaser, len(entries))
	for i, e := range entries {
		list[i] = e.teaser
	}
	return list
}

// names gives every article an address of its own.
type names struct{ taken map[string]bool }

func newNames() *names { return &names{taken: make(map[string]bool)} }

// free returns the slug that is asked for, or one made of the headline, with a
// number after it if an article before has it.
func (n *names) free(want, headline string) string {
	base := slug(cmp.Or(want, headline))
	s := base
	for i := 2; n.taken[s]; i++ {
		s = base + "-" + strconv.Itoa(i)
	}
	n.taken[s] = true
	return s
}

package main

import (
	"context"
	"errors"
	"io/fs"
	"net"
	"net/http"
	"os"
	"path"
	"strings"
	"time"

	"github.com/toasoan/toasoan/article"
	"github.com/toasoan/toasoan/article/viet"
	"github.com/toasoan/toasoan/related"
	"github.com/toasoan/toasoan/render"
)

// serve serves the site in dir until ctx is done.
func (s *site) serve(ctx context.Context, l net.Listener, dir string) error {
	root, err := os.OpenRoot(dir)
	if err != nil {
		return err
	}
	defer root.Close()
	srv := &http.Server{
		Handler: s.handler(root.FS()), MaxHeaderBytes: 64 << 10,
		ReadTimeout: 10 * time.Second, WriteTimeout: time.Minute, IdleTimeout: time.Minute,
	}
	go func() {
		<-ctx.Done()
		stop, cancel := context.WithTimeout(context.Background(), time.Second)
		defer cancel()
		_ = srv.Shutdown(stop)
	}()
	if err := srv.Serve(l); !errors.Is(err, http.ErrServerClosed) {
		return err
	}
	return nil
}

// handler answers with the files of the site and with the results of searches.
func (s *site) handler(files fs.FS) http.Handler {
	mux := http.NewServeMux()
	mux.HandleFunc("GET /tim-kiem", s.answer)
	static := http.FileServerFS(files)
	mux.HandleFunc("GET /", func(w http.ResponseWriter, r *http.Request) {
		name := strings.TrimPrefix(path.Clean(r.URL.Path), "/")
		if name == "" || strings.HasSuffix(r.URL.Path, "/") {
			name = path.Join(name, "index.html")
		}
		info, err := fs.Stat(files, name)
		if err != nil || strings.HasSuffix(name, ".csp") {
			notFound(w, files)
			return
		}
		if !info.IsDir() {
			headers(w, policyOf(files, name))
		}
		static.ServeHTTP(w, r)
	})
	return mux
}

// policyOf returns the policy that stands beside a page, or nothing.
func policyOf(files fs.FS, name string) string {
	policy, _ := fs.ReadFile(files, name+".csp")
	return strings.TrimSpace(string(policy))
}

// headers sets what every answer has, and the policy of a page.
func headers(w http.ResponseWriter, policy string) {
	h := w.Header()
	h.Set("X-Content-Type-Options", "nosniff")
	h.Set("Referrer-Policy", "strict-origin-when-cross-origin")
	h.Set("Cache-Control", "no-cache")
	if policy != "" {
		h.Set("Content-Security-Policy", policy)
	}
}

func notFound(w http.ResponseWriter, files fs.FS) {
	headers(w, policyOf(files, "404.html"))
	w.Header().Set("Content-Type", "text/html; charset=utf-8")
	w.WriteHeader(http.StatusNotFound)
	page, _ := fs.ReadFile(files, "404.html")
	_, _ = w.Write(page)
}

// maxQuery is the number of bytes of a search that are read.
const maxQuery = 200

// answer answers a search.
func (s *site) answer(w http.ResponseWriter, r *http.Request) {
	q := strings.TrimSpace(strings.ToValidUTF8(r.URL.Query().Get("q"), ""))
	if len(q) > maxQuery {
		q = strings.ToValidUTF8(q[:maxQuery], "")
	}
	var items []render.Teaser
	if q != "" {
		items = s.search(q)
	}
	n := len(items)
	if n == 0 {
		items = teasers(s.entries[:min(6, len(s.entries))])
	}
	page := render.Listing{
		Layout: s.layout.around(s, frame{}, q), Renderer: s.renderer, Title: "Tìm kiếm", NoIndex: true,
		Intro: execute("results", map[string]any{"Query": q, "Count": n, "Lists": s.lists(q)}), Items: items,
	}
	headers(w, page.CSP())
	w.Header().Set("Content-Type", "text/html; charset=utf-8")
	w.Header().Set("Cache-Control", "no-store")
	_, _ = page.WriteTo(w)
}

// search returns the articles that answer what a reader has typed, with or
// without diacritics: the best, and what comes near to it.
func (s *site) search(words string) []render.Teaser {
	hits := s.index.Search(words, &related.Query{N: 20})
	var items []render.Teaser
	for _, hit := range hits {
		if e := s.byID[hit.ID]; e != nil && hit.Score >= hits[0].Score/4 {
			items = append(items, e.teaser)
		}
	}
	return items
}

// lists returns links to the sections, tags, authors and series whose name
// holds what a reader has typed.
func (s *site) lists(words string) []article.Link {
	key := viet.Fold(words)
	var links []article.Link
	for _, g := range s.groups {
		if key != "" && len(links) < 6 && strings.Contains(viet.Fold(g.name), key) {
			links = append(links, article.Link{URL: g.path, Text: g.name})
		}
	}
	return links
}

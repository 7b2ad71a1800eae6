package a11y

import (
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"
)

func TestParsePrefs(t *testing.T) {
	for _, size := range Sizes {
		for i := range schemeNames {
			p := Prefs{size, Scheme(i)}
			if size == 100 {
				p.Size = 0
			}
			if got := ParsePrefs(p.String()); got != p {
				t.Errorf("ParsePrefs(%q) = %v, want %v", p.String(), got, p)
			}
		}
	}
	for _, junk := range []string{"", `"`, "null", "999999", "[]", "NaN", "-5", "-", "0-x", "87.5-Dark", strings.Repeat("1", 9999)} {
		if got := ParsePrefs(junk); got != (Prefs{}) {
			t.Errorf("ParsePrefs(%q) = %v, want the default", junk, got)
		}
	}
}

func TestPrefsHandler(t *testing.T) {
	for _, c := range []struct {
		target, cookie, referer string
		wantCookie, wantTo      string
	}{
		{"/reading?size=125&back=/a", "", "", "125-auto", "/a"},
		{"/reading?colors=dark&back=/a%3Fp%3D2", "reading=125-auto", "", "125-dark", "/a?p=2"},
		{"/reading?size=100&colors=auto", "reading=200-high", "http://bao.vn/tin?x=1#y", "100-auto", "/tin?x=1"},
		{"/reading?size=9999&colors=%3Cb%3E", "reading=200-high", "", "100-auto", "/"},
		{"/reading?size=150", `reading="junk`, "http://evil.example/x", "150-auto", "/"},
		// A place on another site, in every way that browsers read one.
		{"/reading?back=https://evil.example/", "", "", "100-auto", "/"},
		{"/reading?back=//evil.example/", "", "", "100-auto", "/"},
		{"/reading?back=/%5Cevil.example/", "", "", "100-auto", "/"},
		{"/reading?back=/%09/evil.example/", "", "", "100-auto", "/"},
		{"/reading?back=/%0d%0aSet-Cookie:x", "", "", "100-auto", "/"},
		{"/reading?back=javascript:alert(1)", "", "", "100-auto", "/"},
		{"/reading?back=/%2F%2Fevil.example", "", "", "100-auto", "/"},
		{"/reading?back=///evil.example", "", "", "100-auto", "/"},
		{"/reading?back=/./%2Fevil.example", "", "", "100-auto", "/.//evil.example"},
	} {
		r := httptest.NewRequest("GET", "http://bao.vn"+c.target, nil)
		if c.cookie != "" {
			r.Header.Set("Cookie", c.cookie)
		}
		if c.referer != "" {
			r.Header.Set("Referer", c.referer)
		}
		w := httptest.NewRecorder()
		PrefsHandler{}.ServeHTTP(w, r)
		res := w.Result()
		if res.StatusCode != http.StatusSeeOther {
			t.Errorf("%s: status %d", c.target, res.StatusCode)
		}
		if got, want := res.Header.Get("Location"), c.wantTo+"#reading-toolbar"; got != want {
			t.Errorf("%s: Location %q, want %q", c.target, got, want)
		}
		if got := res.Cookies(); len(got) != 1 || got[0].Value != c.wantCookie || !got[0].HttpOnly {
			t.Errorf("%s: cookies %v, want %q", c.target, got, c.wantCookie)
		}
		if res.Header.Get("Cache-Control") != "no-store" {
			t.Errorf("%s: may be cached", c.target)
		}
	}
	w := httptest.NewRecorder()
	PrefsHandler{}.ServeHTTP(w, httptest.NewRequest("POST", "/reading?size=125", nil))
	if w.Code != http.StatusMethodNotAllowed {
		t.Errorf("POST: status %d", w.Code)
	}
}

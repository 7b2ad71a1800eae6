package article

import (
	"net/url"
	"regexp"
	"strings"
	"testing"
)

func TestSafeURL(t *testing.T) {
	for _, c := range []struct{ in, want, why string }{
		// as they are
		{"https://konray.gov.vn/tin/a-1.html?x=1&y=2#muc-1", "https://konray.gov.vn/tin/a-1.html?x=1&y=2#muc-1", ""},
		{"http://a.vn", "http://a.vn", ""},
		{"https://a.vn:8443/", "https://a.vn:8443/", ""},
		{"//a.vn/x", "//a.vn/x", "relative to the scheme"},
		{"/a/b.jpg", "/a/b.jpg", ""},
		{"a.html", "a.html", ""},
		{"../a.html", "../a.html", ""},
		{"?trang=2", "?trang=2", ""},
		{"#muc-1", "#muc-1", ""},
		{"#", "#", "the top of the page"},
		{"https://[2001:db8::1]:80/", "https://[2001:db8::1]:80/", ""},
		{"mailto:toasoan@a.vn?subject=Tin", "mailto:toasoan@a.vn?subject=Tin", ""},
		{"mailto:?subject=Tin", "mailto:?subject=Tin", "to nobody yet: a link to share"},
		{"tel:+84260-3862-345", "tel:+84260-3862-345", ""},
		{"https://a.vn/%E1%BA%A3nh", "https://a.vn/%E1%BA%A3nh", "encoded already"},

		// put right
		{"HTTPS://A.VN/Tin", "https://a.vn/Tin", "scheme and host have no case"},
		{"  https://a.vn/ \n", "https://a.vn/", ""},
		{"\ufeffhttps://a.vn/\u200b\u00a0", "https://a.vn/", "copied along from a page"},
		{"ht\ntps://a\t.vn/x\ry", "https://a.vn/xy", "browsers do so"},
		{"https://a.vn/ảnh 1.jpg", "https://a.vn/%E1%BA%A3nh%201.jpg", ""},
		{"https://a.vn/?q=chủ đề", "https://a.vn/?q=ch%E1%BB%A7%20%C4%91%E1%BB%81", ""},
		{"/a\u202eb\u200bc\u00ad\ufeffd", "/a%E2%80%AEb%E2%80%8Bc%C2%AD%EF%BB%BFd", "invisible"},
		{`/a"b<c>d` + "`e{f}g|h^i", "/a%22b%3Cc%3Ed%60e%7Bf%7Dg%7Ch%5Ei", ""},
		{"/?a[0]=1", "/?a%5B0%5D=1", "RFC 3986 has brackets in hosts only"},
		{"/100%/a%2", "/100%25/a%252", "no percent-encoding"},
		{"#a#b", "#a%23b", ""},
		{"/\xff", "/%FF", "not UTF-8"},
		{"https://tiếngviệt.vn/", "https://xn--tingvit-5t4cyc.vn/", ""},
		{"https://ĐÀ-NẴNG.vn/", "https://xn---nng-zna70au54p.vn/", ""},
		{"https://xn--tingvit-5t4cyc.vn/", "https://xn--tingvit-5t4cyc.vn/", ""},
		{"https://ａ.vn/", "https://a.vn/", "full width"},
		{"https://a。vn/", "https://a.vn/", "an ideographic full stop"},
		{"https://a.vn:/x", "https://a.vn/x", "an empty port"},
		{"tel:0260 3862 345", "tel:02603862345", "RFC 3966 has no spaces"},
		{"đ:a", "./%C4%91:a", "a colon in the first segment"},
		{"1:a", "./1:a", ""},
		{"javascript&colon;alert(1)", "./javascript&colon;alert(1)", "Markdown decodes references"},
		{"&#106;avascript:alert(1)", "./&#106;avascript:alert(1)", ""},
		{"mailto:đ@a.vn", "mailto:%C4%91@a.vn", ""},

		// refused
		{"", "", "empty"},
		{" \t\n", "", "empty"},
		{"javascript:alert(1)", "", ""},
		{"JaVaScRiPt:alert(1)", "", ""},
		{" java\nscript:alert(1)", "", ""},
		{"java\x00script:alert(1)", "", ""},
		{"\x01javascript:alert(1)", "", "browsers cut leading controls off"},
		{"\u200bjavascript:alert(1)", "", ""},
		{"vbscript:x", "", ""},
		{"data:text/html,x", "", ""},
		{"data:image/png;base64,AAAA", "", ""},
		{"file:///etc/passwd", "", ""},
		{"blob:https://a.vn/1", "", ""},
		{"view-source:https://a.vn", "", ""},
		{"ftp://a.vn/", "", ""},
		{"tin:a", "", "tin is a scheme"},
		{"http:a.vn", "", "no authority"},
		{"http:/a.vn", "", ""},
		{"http://", "", "no host"},
		{"http:///a.vn", "", "browsers read a.vn as the host, RFC 3986 does not"},
		{"///a.vn", "", "as before"},
		{`http:\\a.vn`, "", ""},
		{`/\a.vn`, "", "browsers read it as //a.vn"},
		{`/a\b`, "", ""},
		{"https://user@a.vn/", "", "a user name"},
		{"https://user:pass@a.vn/", "", ""},
		{"https://vnexpress.net@evil.example/", "", "not the host it seems"},
		{"//user@a.vn/", "", ""},
		{"https://a.vn:80:80/", "", ""},
		{"https://a.vn:x/", "", ""},
		{"https://a.vn:123456/", "", ""},
		{"https://a b.vn/", "", ""},
		{"https://a%62.vn/", "", "browsers decode hosts"},
		{"https://a<b.vn/", "", ""},
		{"https://[::1/", "", ""},
		{"https://[v1.a]/", "", ""},
		{"https://[fe80::1%25eth0]/", "", ""},
		{"https://[1.2.3.4]/", "", ""},
		{"https://.../", "", ""},
		{"https://a\u00a0b.vn/", "", ""},
		{"https://a\u200d.vn/", "", "a joiner where none may be"},
		{"https://⑴.vn/", "", "becomes (1)"},
		{"mailto:", "", ""},
		{"mailto:#a", "", ""},
		{"tel:?a", "", ""},
		{"tel: ", "", ""},
		{"/a\x7f", "", "a control character"},
		{"/a\u0085b", "", "a control character"},
		{"/" + strings.Repeat("a", MaxURL), "", "too long"},
		{"/" + strings.Repeat("đ", MaxURL/2-1), "", "too long when encoded"},
	} {
		if isPlain(c.in) && c.want != c.in {
			t.Errorf("isPlain(%.80q), want %.80q", c.in, c.want)
		}
		got, ok := SafeURL(c.in)
		if got != c.want || ok != (c.want != "") {
			t.Errorf("SafeURL(%.80q) = %.80q, %v, want %.80q %s", c.in, got, ok, c.want, c.why)
		}
	}
}

func TestSafeMediaURL(t *testing.T) {
	for _, c := range []struct {
		in string
		ok bool
	}{
		{"https://a.vn/a.jpg", true},
		{"/a.jpg", true},
		{"mailto:a@a.vn", false},
		{"tel:1", false},
		{"data:image/gif;base64,R0lGODlhAQABAAAAACw=", false},
	} {
		if _, ok := SafeMediaURL(c.in); ok != c.ok {
			t.Errorf("SafeMediaURL(%q) says %v, want %v", c.in, ok, c.ok)
		}
	}
}

func TestSafeURLKeepsSafeOnes(t *testing.T) {
	for _, u := range []string{"https://konray.gov.vn/tin-tuc/a-1.html?x=1", "https://a.vn:80/#b", "/a/b", "mailto:a@a.vn"} {
		if n := testing.AllocsPerRun(100, func() { SafeURL(u) }); n > 0 {
			t.Errorf("SafeURL(%q) allocates %v times", u, n)
		}
	}
}

// rfc3986 is the shape of what SafeURL may give: RFC 3986, appendix A, with the
// four schemes, no user name, and lower case where case says nothing.
var rfc3986 = func() *regexp.Regexp {
	const (
		pchar     = `(?:[A-Za-z0-9\-._~!$&'()*+,;=:@]|%[0-9A-Fa-f]{2})`
		host      = `(?:[a-z0-9\-._]+|\[[0-9a-f:.]+\])`
		authority = `//` + host + `(?::[0-9]{1,5})?`
		path      = `(?:/` + pchar + `*)*`
		after     = `(?:\?(?:` + pchar + `|[/?])*)?(?:#(?:` + pchar + `|[/?])*)?`
		noscheme  = `(?:[A-Za-z0-9\-._~!$'()*+,;=@]|%[0-9A-Fa-f]{2})*`
	)
	return regexp.MustCompile(`^(?:https?:` + authority + path + `|` + authority + path + `|` +
		`mailto:(?:` + pchar + `|/)*|tel:(?:` + pchar + `|/)+|` + noscheme + path + `)` + after + `$`)
}()

// browserScheme returns the scheme that the URL Standard's parser finds in s:
// outer controls and spaces off, tabs and newlines out.
func browserScheme(s string) string {
	s = strings.TrimFunc(s, func(r rune) bool { return r <= ' ' })
	s = newlines.Replace(s)
	if m := schemeForm.FindStringSubmatch(s); m != nil {
		return strings.ToLower(m[1])
	}
	return ""
}

var schemeForm = regexp.MustCompile(`^([A-Za-z][A-Za-z0-9+.\-]*):`)

// No character, wherever it stands, hides a scheme from SafeURL that a browser
// would find.
func TestSafeURLEveryCharacter(t *testing.T) {
	for r := rune(0); r <= 0xffff; r++ {
		for _, u := range []string{string(r) + "javascript:1", "java" + string(r) + "script:1", "javascript" + string(r) + ":1", "javascript:" + string(r)} {
			safe, ok := SafeURL(u)
			if !ok {
				continue
			}
			if scheme := browserScheme(safe); scheme != "" {
				t.Errorf("SafeURL(%q) = %q", u, safe)
			}
			if again, ok := SafeURL(safe); !ok || again != safe {
				t.Errorf("SafeURL(%q) = %q, but of that %q, %v", u, safe, again, ok)
			}
		}
	}
}

func FuzzSafeURL(f *testing.F) {
	for _, s := range []string{
		"https://a.vn/ảnh?q=1#b", "//a/b", "javascript:1", "java\tscript:1", "mailto:a@b", "tel:1 2", "mailto:#", "mailto:?", "a:b", "đ:b",
		"https://Đ.vn", "http://[::1]:80/", "http://a@b/", "/\\a", "&colon;", "#a#b", "%zz%41", "\x01x:", "http://ß.vn/",
	} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		safe, ok := SafeURL(s)
		if slow, slowOK := anyURL(s, true); slow != safe || slowOK != ok {
			t.Fatalf("SafeURL(%q) = %q, %v, but without the short way %q, %v", s, safe, ok, slow, slowOK)
		}
		if !ok {
			if safe != "" {
				t.Fatalf("SafeURL(%q) = %q, false", s, safe)
			}
			return
		}
		if again, ok := SafeURL(safe); again != safe || !ok {
			t.Fatalf("SafeURL(%q) = %q, but of that %q, %v", s, safe, again, ok)
		}
		if len(safe) > MaxURL || !rfc3986.MatchString(safe) {
			t.Fatalf("SafeURL(%q) = %q, which is no safe RFC 3986 reference", s, safe)
		}
		switch browserScheme(safe) {
		case "", "http", "https", "mailto", "tel":
		default:
			t.Fatalf("SafeURL(%q) = %q: a browser finds another scheme", s, safe)
		}
		// Nor may a browser find another scheme in what was given than in what
		// comes out, but for what is cut off at the edges.
		if in := browserScheme(strings.TrimFunc(s, atEdge)); in != browserScheme(safe) {
			t.Fatalf("SafeURL(%q) = %q, but the scheme was %q", s, safe, in)
		}
		u, err := url.Parse(safe)
		if err != nil {
			t.Fatalf("SafeURL(%q) = %q: net/url says %v", s, safe, err)
		}
		if u.User != nil || (u.Scheme == "http" || u.Scheme == "https") && u.Hostname() == "" {
			t.Fatalf("SafeURL(%q) = %q: net/url finds user %v, host %q", s, safe, u.User, u.Host)
		}
		media, mediaOK := SafeMediaURL(s)
		if link := u.Scheme == "mailto" || u.Scheme == "tel"; mediaOK == link || mediaOK && media != safe {
			t.Fatalf("SafeMediaURL(%q) = %q, %v, but SafeURL gives %q", s, media, mediaOK, safe)
		}
	})
}

func TestFileName(t *testing.T) {
	for u, want := range map[string]string{
		"/van-ban/214-Q%C4%90.pdf?tai=1#trang=2": "214-QĐ.pdf",
		"https://bao.example/tin/":               "tin",
		"https://bao.example":                    "bao.example",
		"/100%.pdf":                              "100%.pdf",
		"/":                                      "/",
		"":                                       "",
	} {
		if got := FileName(u); got != want {
			t.Errorf("FileName(%q) = %q, want %q", u, got, want)
		}
	}
}

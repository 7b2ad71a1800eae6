package a11y

import (
	"crypto/sha256"
	"encoding/base64"
	"errors"
	"fmt"
	"html/template"
	"strings"
)

// Assets are the inline style and scripts of a page, with the Content Security
// Policy that allows exactly them. The zero value has none, and a policy that
// allows none.
type Assets struct {
	// Styles and Scripts are emitted in their order, each in an element of its
	// own; empty ones are left out.
	Styles  []template.CSS
	Scripts []template.JS

	// Nonce, if set, is put on every element and into the policy instead of
	// hashes. It must be new for every response, so a page that is cached needs
	// the hashes. It is base64 text.
	Nonce string

	// Policy holds further directives for [Assets.CSP], such as
	// "frame-src https://www.youtube-nocookie.com". A directive of the same name
	// as one of the default policy replaces it; style-src and script-src are
	// added to.
	Policy []string
}

// validate reports text that would end its element early or a nonce that is not
// base64.
func (a Assets) validate() error {
	var errs []error
	for i, s := range a.Styles {
		if strings.Contains(strings.ToLower(string(s)), "</style") {
			errs = append(errs, fmt.Errorf("a11y: assets: style %d holds </style", i))
		}
	}
	for i, s := range a.Scripts {
		// "<!--" followed by "<script" makes a parser miss the end tag.
		if l := strings.ToLower(string(s)); strings.Contains(l, "</script") || strings.Contains(l, "<!--") {
			errs = append(errs, fmt.Errorf("a11y: assets: script %d holds </script or <!--", i))
		}
	}
	if strings.Trim(a.Nonce, "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/-_=") != "" {
		errs = append(errs, errors.New("a11y: assets: the nonce is not base64"))
	}
	return errors.Join(errs...)
}

// Head returns the style and script elements for the page's head. It reports an
// error if a text would end its element early.
func (a Assets) Head() (template.HTML, error) {
	if err := a.validate(); err != nil {
		return "", err
	}
	nonce := ""
	if a.Nonce != "" {
		nonce = ` nonce="` + a.Nonce + `"`
	}
	var b strings.Builder
	for _, s := range a.Styles {
		if s != "" {
			b.WriteString("<style" + nonce + ">" + string(s) + "</style>\n")
		}
	}
	for _, s := range a.Scripts {
		if s != "" {
			b.WriteString("<script" + nonce + ">" + string(s) + "</script>\n")
		}
	}
	return template.HTML(b.String()), nil
}

// CSP returns the value of a Content-Security-Policy header that allows exactly
// the elements of [Assets.Head], by the SHA-256 of their text or by the nonce,
// style sheets, pictures, fonts, audio and video from the same site, pictures by
// https, and nothing else: no other script, no style attribute, no frame.
//
// It is for pages whose head you write yourself. The policy of a page that
// package render writes comes from render.CSP, which finds on the page what is in
// it, frames and structured data included; the elements of Head among them.
func (a Assets) CSP() string {
	style, script := []string{"'self'"}, []string{}
	if a.Nonce != "" {
		n := "'nonce-" + a.Nonce + "'"
		style, script = append(style, n), append(script, n)
	} else {
		for _, s := range a.Styles {
			if s != "" {
				style = append(style, CSPHash(string(s)))
			}
		}
		for _, s := range a.Scripts {
			if s != "" {
				script = append(script, CSPHash(string(s)))
			}
		}
	}
	names := []string{"default-src", "style-src", "script-src", "img-src", "font-src", "media-src", "manifest-src", "base-uri", "form-action", "frame-ancestors"}
	values := map[string]string{
		"default-src": "'none'", "style-src": strings.Join(style, " "), "script-src": strings.Join(script, " "),
		"img-src": "'self' https:", "font-src": "'self'", "media-src": "'self' https:", "manifest-src": "'self'",
		"base-uri": "'none'", "form-action": "'self'", "frame-ancestors": "'none'",
	}
	for _, p := range a.Policy {
		name, value, _ := strings.Cut(strings.TrimSpace(p), " ")
		name, value = strings.ToLower(name), strings.TrimSpace(value)
		if name == "" {
			continue
		}
		old, known := values[name]
		if !known {
			names = append(names, name)
		}
		if name == "style-src" || name == "script-src" {
			value = strings.TrimSpace(old + " " + value)
		}
		values[name] = value
	}
	if values["script-src"] == "" {
		values["script-src"] = "'none'"
	}
	var b strings.Builder
	for i, n := range names {
		if i > 0 {
			b.WriteString("; ")
		}
		b.WriteString(strings.TrimSpace(n + " " + values[n]))
	}
	return b.String()
}

var lineEnds = strings.NewReplacer("\r\n", "\n", "\r", "\n")

// CSPHash returns the source expression of a Content Security Policy that allows
// an inline element with exactly this text, such as 'sha256-…'. Line ends count as
// a browser reads them: CR and CR LF are LF.
func CSPHash(text string) string {
	h := sha256.Sum256([]byte(lineEnds.Replace(text)))
	return "'sha256-" + base64.StdEncoding.EncodeToString(h[:]) + "'"
}

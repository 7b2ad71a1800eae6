// Command sample writes, or serves, the pages of package site:
//
//	go run ./sample -form radios -out DIR
//	go run ./sample -form links -serve 127.0.0.1:8080
package main

import (
	"flag"
	"log"
	"net/http"

	"github.com/toasoan/toasoan/a11y"
	"github.com/toasoan/toasoan/examples/browser/site"
)

func main() {
	log.SetFlags(0)
	form := flag.String("form", "radios", "radios, links, buttons or submits")
	brand := flag.String("brand", "", "brand color")
	prefix := flag.String("prefix", "", "prefix of the names")
	out := flag.String("out", "", "directory to write")
	serve := flag.String("serve", "", "address to serve on")
	flag.Parse()
	var c a11y.Color
	if err := c.UnmarshalText([]byte(*brand)); err != nil {
		log.Fatal(err)
	}
	f, ok := map[string]a11y.Form{"radios": a11y.Radios, "links": a11y.Links, "buttons": a11y.Buttons, "submits": a11y.Submits}[*form]
	if !ok {
		log.Fatalf("unknown form %q", *form)
	}
	b, err := site.New(a11y.Theme{Brand: c, Prefix: *prefix}, f)
	if err != nil {
		log.Fatal(err)
	}
	if *out != "" {
		if err := b.Write(*out); err != nil {
			log.Fatal(err)
		}
	}
	if *serve != "" {
		log.Fatal(http.ListenAndServe(*serve, b))
	}
}

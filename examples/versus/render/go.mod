module github.com/toasoan/toasoan/examples/versus/render

go 1.26.0

require (
	github.com/gorilla/feeds v1.2.0
	github.com/snabb/sitemap v1.0.4
	github.com/toasoan/toasoan v0.0.0
)

require github.com/snabb/diagio v1.0.4 // indirect

require (
	github.com/aymerick/douceur v0.2.0 // indirect
	github.com/gorilla/css v1.0.1 // indirect
	github.com/microcosm-cc/bluemonday v1.0.27 // indirect
	github.com/yuin/goldmark v1.8.7
	golang.org/x/net v0.62.0 // indirect
	golang.org/x/text v0.43.0 // indirect
)

replace github.com/toasoan/toasoan => ../../..

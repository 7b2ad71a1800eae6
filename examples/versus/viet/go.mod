module github.com/toasoan/toasoan/examples/versus/viet

go 1.26.0

require (
	github.com/gosimple/slug v1.15.0
	github.com/mozillazg/go-unidecode v0.2.0
	github.com/toasoan/toasoan v0.0.0
	golang.org/x/text v0.43.0
)

require github.com/gosimple/unidecode v1.0.1 // indirect

replace github.com/toasoan/toasoan => ../../..

module github.com/toasoan/toasoan/examples/browser

go 1.26.0

require github.com/toasoan/toasoan v0.0.0

replace github.com/toasoan/toasoan => ../..

package article

import "errors"

// Limits bounds what [Decode] and the importers accept. The zero Limits, and a
// nil *Limits, mean the defaults. What passes a limit is an error, never cut.
type Limits struct {
	// Bytes is the size of the input. Zero means 4 MiB.
	Bytes int64

	// Blocks is the number of blocks, and of the spans, cells, pictures and
	// other objects in them. Zero means 100,000. The most is 250,000:
	// [Article.Validate] refuses more.
	Blocks int

	// Depth is how deep blocks, and the organizations and sections with their
	// parents, may be nested in each other. Zero means 64, which is also the
	// most: [Article.Validate] refuses deeper ones.
	Depth int
}

// The greatest depth of an article and number of blocks in it; see [Limits].
const (
	maxDepth  = 64
	maxBlocks = 250_000
)

// The errors of an input that passes a limit. They are returned wrapped; test
// for them with errors.Is.
var (
	ErrTooLarge   = errors.New("article: too large")
	ErrTooDeep    = errors.New("article: nested too deeply")
	ErrTooComplex = errors.New("article: too many elements")
)

// WithDefaults returns l with the defaults in place of what is zero or negative.
// The receiver may be nil.
func (l *Limits) WithDefaults() Limits {
	var r Limits
	if l != nil {
		r = *l
	}
	if r.Bytes <= 0 {
		r.Bytes = 4 << 20
	}
	if r.Blocks <= 0 {
		r.Blocks = 100_000
	}
	r.Blocks = min(r.Blocks, maxBlocks)
	if r.Depth <= 0 || r.Depth > maxDepth {
		r.Depth = maxDepth
	}
	return r
}

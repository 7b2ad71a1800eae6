package render

import (
	"cmp"
	"errors"
	"fmt"
	"html/template"
	"reflect"

	"github.com/toasoan/toasoan/article"
)

// Body returns the HTML of a body that has no article around it, such as one
// that has just been imported, in the language of the site. Unlike
// [Renderer.Prepare] it neither normalizes nor validates: it prints what there
// is, and leaves out what must not be printed, such as an address that is not
// safe. The error says that b holds itself, is nested too deeply or has too many
// blocks ([article.ErrTooDeep], [article.ErrTooComplex]), that a block is nil,
// or which RawHTML block passes the limits.
func (r *Renderer) Body(b article.Body) (template.HTML, error) {
	s := survey{limits: r.Limits.WithDefaults()}
	if err := s.body(b); err != nil {
		return "", fmt.Errorf("render: body: %w", err)
	}
	lang := cmp.Or(r.Site.Lang, "vi")
	p := &htmlPrinter{r: r, labels: r.labelsFor(lang), lang: lang, base: baseOf(r.Site.URL), level: r.level() + 1}
	if s.raw {
		if err := p.sanitizeAll(&article.Article{Body: b}); err != nil {
			return "", err
		}
	}
	buf := buffers.Get().(*[]byte)
	defer release(buf)
	p.out = (*buf)[:0]
	p.body(b)
	p.endIDs()
	*buf = p.out
	if p.err != nil {
		return "", p.err
	}
	return template.HTML(valid(string(p.out))), nil // running text has not been looked at
}

// A survey goes through blocks to see whether they can be printed.
type survey struct {
	limits article.Limits
	blocks int
	depth  int
	raw    bool // there is a RawHTML block
}

var errNilBlock = errors.New("a block is nil")

func (s *survey) body(body article.Body) error {
	if s.depth++; s.depth > s.limits.Depth {
		return article.ErrTooDeep
	}
	for _, b := range body {
		if s.blocks++; s.blocks > s.limits.Blocks {
			return article.ErrTooComplex
		}
		if b == nil || reflect.ValueOf(b).IsNil() {
			return errNilBlock
		}
		var err error
		switch b := b.(type) {
		case *article.List:
			for _, item := range b.Items {
				s.blocks++
				err = cmp.Or(err, s.body(item))
			}
		case *article.Quote:
			err = s.body(b.Body)
		case *article.Box:
			err = s.body(b.Body)
		case *article.Video:
			err = s.body(b.Transcript)
		case *article.Audio:
			err = s.body(b.Transcript)
		case *article.Embed:
			err = s.body(b.Fallback)
		case *article.RawHTML:
			s.raw = true
		}
		if err != nil {
			return err
		}
	}
	s.depth--
	return nil
}

package article

import (
	"errors"
)

var errCycle = errors.New("article: holds itself")

// Validate returns what makes the article unfit to be published, or nil. The
// error is a [Faults].
func (a *Article) Validate() error {
	v := validator{}
	v.w.str = v.str
	v.w.block = func(b Block) {
		if isNil(b) {
			v.add("", "nil-block", "a block is nil")
		}
	}
	if a.Headline == "" {
		v.add("headline", "missing-headline", "the article has no headline")
	}
	v.w.article(a)
	if len(v.faults) == 0 {
		return nil
	}
	return v.faults
}

type validator struct {
	w      walker
	faults Faults
}

func (v *validator) add(name, code, message string) {
	n := v.w.push(name)
	v.faults = append(v.faults, &Fault{Path: string(v.w.path), Code: code, Message: message})
	v.w.pop(n)
}

func (v *validator) str(u use, s *string) {
	ok := true
	switch u {
	case useLink:
		_, ok = SafeURL(*s)
	case useAddress:
		_, ok = SafeMediaURL(*s)
	}
	if !ok {
		v.add("", "unsafe-url", "the address is not safe")
	}
}

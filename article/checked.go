package article

// Checked returns a normalized deep copy of a, or the [Faults] that
// [Article.Validate] finds in that copy: the result of [Article.Clone],
// [Article.Normalize] and Validate one after the other, in less time. It is the
// door to call before anything is made of an article from elsewhere.
//
// What it returns shares nothing with a that can be changed, so later changes of a
// are not seen in it. All of its text is valid UTF-8 without control characters
// but newlines and tabs where they belong, and without noncharacters, and every
// address in it is one that [SafeURL] takes.
//
// If there are faults the article is nil. That a is nil is a fault too. Of an
// article that holds itself, is too deep or too complex, no more is visited than
// Validate would. Checked does not modify a and may be called concurrently with
// everything else that does not.
func (a *Article) Checked() (*Article, error) {
	if a == nil {
		return nil, a.Validate()
	}
	c := *a
	v := validator{quick: true, normalized: true}
	v.w = walker{
		copying: true,
		str: func(u use, s *string) {
			if (u == useLink || u == useAddress) && isPlain(*s) {
				return
			}
			if normalizeString(u, s); *s != "" {
				v.str(u, s)
			}
		},
		text:  normalizeText,
		after: dropEmptyBlocks,
		left: func(x any) {
			normalizeNode(x)
			v.node(x)
		},
		stuck:    v.stuck,
		brief:    true,
		pathless: true,
	}
	v.w.article(&c)
	v.str(useWord, &c.Slug) // may be new
	if !v.faulty {
		return &c, nil
	}
	// Something may be wrong: with the article, or with what was dropped after it
	// had been looked at.
	b := a.Clone()
	b.Normalize()
	if err := b.Validate(); err != nil {
		return nil, err
	}
	return b, nil
}

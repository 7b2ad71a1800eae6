package importer

import "strconv"

// finishNotes spells out the paths of the notes, all in one string.
func (s *scanner) finishNotes() []Note {
	if len(s.notes) == 0 {
		return nil
	}
	buf := s.text[:0] // which has served
	for i := range s.notes {
		buf = s.appendPath(buf, s.notes[i].path, 8)
		s.notes[i].pathEnd = len(buf)
	}
	s.text = buf
	all := string(buf)
	out := make([]Note, len(s.notes))
	from := 0
	for i, n := range s.notes {
		out[i] = Note{n.code, all[from:n.pathEnd], n.text}
		from = n.pathEnd
	}
	return out
}

// appendPath appends the names of at most n elements down to the one at p.
func (s *scanner) appendPath(b []byte, p int32, n int) []byte {
	e := s.paths[p]
	if p == 0 || n == 0 {
		return b
	}
	before := len(b)
	b = s.appendPath(b, e.parent, n-1)
	if len(b) > before {
		b = append(b, '>')
	}
	b = append(b, tagNames[e.tag]...)
	b = append(b, '[')
	b = strconv.AppendInt(b, int64(e.nth), 10)
	return append(b, ']')
}

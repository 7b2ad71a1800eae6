package related

import (
	"bufio"
	"bytes"
	"encoding/binary"
	"errors"
	"fmt"
	"hash/crc32"
	"io"
	"os"
	"path/filepath"
	"runtime"
	"slices"
)

// The snapshot format is described in FORMAT.md.
const (
	snapshotMagic   = "toasoan related\n"
	snapshotVersion = 1

	maxSegments = 1 << 16
	maxGroups   = 1 << 24 // bytes of the list of groups
)

// ErrFormat is wrapped by the errors of [Read] and [Open] for bytes that are not a
// snapshot, or a damaged one.
var ErrFormat = errors.New("related: not a sound snapshot")

var castagnoli = crc32.MakeTable(crc32.Castagnoli)

// WriteTo writes a snapshot of x as it is at the moment of the call, in the format
// of FORMAT.md. Changes that come meanwhile wait for nothing and are not in it.
func (x *Index) WriteTo(w io.Writer) (int64, error) {
	s := x.load()
	defer runtime.KeepAlive(s)
	out := &countingWriter{w: w}
	head := []byte(snapshotMagic)
	head = binary.LittleEndian.AppendUint32(head, snapshotVersion)
	head = binary.LittleEndian.AppendUint32(head, uint32(len(s.views)))
	out.write(binary.LittleEndian.AppendUint32(head, crc32.Checksum(head, castagnoli)))
	for _, v := range s.views {
		parts := v.snapshotParts()
		head := binary.LittleEndian.AppendUint32(nil, uint32(v.seg.docs))
		head = binary.LittleEndian.AppendUint32(head, uint32(v.seg.terms))
		head = binary.LittleEndian.AppendUint32(head, uint32(v.seg.slots))
		head = binary.LittleEndian.AppendUint32(head, uint32(v.seg.shift))
		for _, p := range parts {
			head = binary.LittleEndian.AppendUint64(head, uint64(len(p)))
		}
		out.write(binary.LittleEndian.AppendUint32(head, crc32.Checksum(head, castagnoli)))
		sum := uint32(0)
		for _, p := range parts {
			sum = crc32.Update(sum, castagnoli, p)
			out.write(p)
		}
		out.write(binary.LittleEndian.AppendUint32(nil, sum))
	}
	if out.err != nil {
		return out.n, fmt.Errorf("related: writing a snapshot: %w", out.err)
	}
	return out.n, nil
}

type countingWriter struct {
	w   io.Writer
	n   int64
	err error
}

func (c *countingWriter) write(p []byte) {
	if c.err == nil {
		n, err := c.w.Write(p)
		c.n, c.err = c.n+int64(n), err
	}
}

// numParts are the arrays of a segment, its groups, and its dead.
const (
	segmentParts = 12
	groupsPart   = segmentParts
	deadPart     = segmentParts + 1
	deadDFPart   = segmentParts + 2
	numParts     = segmentParts + 3

	segmentHead = 4*4 + 8*numParts
)

func (v *view) snapshotParts() (parts [numParts][]byte) {
	for i, p := range v.seg.parts() {
		parts[i] = *p
	}
	parts[groupsPart] = encodeGroups(v.seg.groups)
	for _, word := range v.dead {
		parts[deadPart] = binary.LittleEndian.AppendUint64(parts[deadPart], word)
	}
	terms := v.termsOfDead()
	parts[deadDFPart] = terms.encode()
	return parts
}

// encodeGroups writes strings, each with its length before it: of each group the
// language, the number of sections and the sections.
func encodeGroups(groups []group) (b []byte) {
	str := func(s string) { b = append(appendUvarint(b, uint32(len(s))), s...) }
	for _, g := range groups {
		str(g.Lang)
		b = appendUvarint(b, uint32(len(g.Sections)))
		for _, s := range g.Sections {
			str(s)
		}
	}
	return b
}

func decodeGroups(b []byte) (groups []group, ok bool) {
	num := func() int {
		x, n := binary.Uvarint(b)
		if n <= 0 || x > uint64(len(b)) {
			ok = false
			return 0
		}
		b = b[n:]
		return int(x)
	}
	str := func() string {
		n := num()
		if n > len(b) {
			ok = false
			return ""
		}
		s := string(b[:n])
		b = b[n:]
		return s
	}
	for ok = true; ok && len(b) > 0; {
		g := group{Lang: str()}
		for n := num(); ok && n > 0; n-- {
			g.Sections = append(g.Sections, str())
		}
		groups = append(groups, g)
	}
	return groups, ok
}

// encode writes the keys in order, each with its count.
func (t *keyCounts) encode() (b []byte) {
	var used []tableSlot
	for _, e := range t.slots {
		if e.key != 0 {
			used = append(used, e)
		}
	}
	slices.SortFunc(used, func(a, b tableSlot) int { return int(int64(a.key) - int64(b.key)) })
	for _, e := range used {
		b = binary.LittleEndian.AppendUint32(b, e.key&^(1<<31))
		b = binary.LittleEndian.AppendUint32(b, e.n)
	}
	return b
}

// Read reads a snapshot to its end. The bytes may come from anywhere: Read checks
// the checksums and then everything that queries rely on, so that an index it
// returns behaves like one that was built by Add. It takes no more memory than
// twice the bytes that there are.
func Read(r io.Reader) (*Index, error) {
	br := bufio.NewReaderSize(r, 1<<16)
	next := func(n uint64) ([]byte, error) {
		var b bytes.Buffer
		b.Grow(int(min(n, 1<<20)))
		if _, err := io.CopyN(&b, br, int64(n)); err == io.EOF {
			return nil, fmt.Errorf("%w: it ends too early", ErrFormat)
		} else if err != nil {
			return nil, err
		}
		return slices.Clip(b.Bytes()), nil
	}
	views, err := parse(next)
	if err == nil {
		if _, e := br.ReadByte(); e == nil {
			err = fmt.Errorf("%w: there is more after its end", ErrFormat)
		} else if e != io.EOF {
			err = e
		}
	}
	for i := 0; i < len(views) && err == nil; i++ {
		if e := views[i].check(); e != nil {
			err = fmt.Errorf("%w: segment %d: %w", ErrFormat, i, e)
		}
	}
	if err == nil {
		err = checkIDs(views)
	}
	if err != nil {
		if !errors.Is(err, ErrFormat) {
			err = fmt.Errorf("related: reading a snapshot: %w", err)
		}
		return nil, err
	}
	return newIndex(views), nil
}

func newIndex(views []*view) *Index {
	for _, v := range views {
		v.seg.makeCommons()
		v.setTermsOfDead(v.deadDF)
	}
	x := New()
	x.state.Store(newState(views))
	return x
}

// parse reads the parts of a snapshot, and checks what is needed to do so and the
// checksums. next returns the next n bytes.
func parse(next func(n uint64) ([]byte, error)) ([]*view, error) {
	checked := func(n uint64, what string) ([]byte, error) {
		b, err := next(n + 4)
		if err != nil {
			return nil, err
		}
		if b, sum := b[:n], b[n:]; crc32.Checksum(b, castagnoli) != binary.LittleEndian.Uint32(sum) {
			return nil, fmt.Errorf("%w: wrong checksum of %s", ErrFormat, what)
		}
		return b[:n], nil
	}
	head, err := checked(uint64(len(snapshotMagic))+8, "the head")
	if err != nil {
		return nil, err
	}
	if !bytes.HasPrefix(head, []byte(snapshotMagic)) {
		return nil, fmt.Errorf("%w: wrong first bytes", ErrFormat)
	}
	head = head[len(snapshotMagic):]
	if v := u32(head, 0); v != snapshotVersion {
		return nil, fmt.Errorf("%w: version %d, this package reads %d", ErrFormat, v, snapshotVersion)
	}
	n := u32(head, 1)
	if n > maxSegments {
		return nil, fmt.Errorf("%w: %d segments", ErrFormat, n)
	}
	var views []*view
	for i := range n {
		head, err := checked(segmentHead, fmt.Sprint("the head of segment ", i))
		if err != nil {
			return nil, err
		}
		s := &segment{docs: int(u32(head, 0)), terms: int(u32(head, 1)), slots: int(u32(head, 2)), shift: uint8(min(u32(head, 3), 255))}
		var sizes [numParts]uint64
		total := uint64(0)
		for p := range sizes {
			sizes[p] = binary.LittleEndian.Uint64(head[16+8*p:])
			if sizes[p] > 1<<33 {
				return nil, fmt.Errorf("%w: segment %d: part %d of %d bytes", ErrFormat, i, p, sizes[p])
			}
			total += sizes[p]
		}
		v := &view{seg: s}
		if err := s.checkSizes(&sizes); err != nil {
			return nil, fmt.Errorf("%w: segment %d: %w", ErrFormat, i, err)
		}
		body, err := checked(total, fmt.Sprint("segment ", i))
		if err != nil {
			return nil, err
		}
		var parts [numParts][]byte
		for p := range parts {
			parts[p], body = body[:sizes[p]:sizes[p]], body[sizes[p]:]
		}
		for p, b := range s.parts() {
			*b = parts[p]
		}
		var ok bool
		if s.groups, ok = decodeGroups(parts[groupsPart]); !ok {
			return nil, fmt.Errorf("%w: segment %d: groups", ErrFormat, i)
		}
		v.setDead(parts[deadPart], parts[deadDFPart])
		for doc, l := range s.lengths {
			s.length += LengthOf(l)
			if !v.isDead(doc) {
				v.length += LengthOf(l)
			}
		}
		views = append(views, v)
	}
	return views, nil
}

// setDead sets the dead of v, with the counts of all of their terms in deadDF: what is
// forward is not known to be sound yet, see newIndex.
func (v *view) setDead(dead, df []byte) {
	for len(dead) >= 8 {
		word := binary.LittleEndian.Uint64(dead)
		v.dead = append(v.dead, word)
		for ; word != 0; word &= word - 1 {
			v.deaths++
		}
		dead = dead[8:]
	}
	for ; len(df) >= 8; df = df[8:] {
		v.deadDF.add(Key(u32(df, 0))&(1<<keyBits-1), u32(df, 1))
	}
}

// Open returns the index of a snapshot file, which it maps into memory where the
// system can, so that opening takes little more than reading it once for the
// checksums. The mapping ends when the index has let go of what is in it and the
// garbage collector has seen that.
//
// Open finds damage: of files with one changed bit, or with any change within 32 bits
// of each other, it takes none, and of those changed at random one in four thousand
// million. It does not find malice: a file whose checksums are right is trusted to be
// one that [Index.WriteFile] wrote, and queries of another may panic or answer
// nonsense. A file from elsewhere is for [Read], which checks everything. The file must
// not be changed while the index is in use; to replace it, as WriteFile does, is no
// change.
func Open(name string) (*Index, error) {
	data, file, err := mapFile(name)
	if err != nil {
		if !errors.Is(err, ErrFormat) {
			err = fmt.Errorf("related: %w", err)
		}
		return nil, err
	}
	rest := data
	views, err := parse(func(n uint64) ([]byte, error) {
		if n > uint64(len(rest)) {
			return nil, fmt.Errorf("%w: it ends too early", ErrFormat)
		}
		b := rest[:n:n]
		rest = rest[n:]
		return b, nil
	})
	if err == nil && len(rest) > 0 {
		err = fmt.Errorf("%w: there is more after its end", ErrFormat)
	}
	if err != nil {
		return nil, fmt.Errorf("%w: %s", err, name)
	}
	for _, v := range views {
		v.seg.file = file
	}
	return newIndex(views), nil
}

// WriteFile writes a snapshot to a file such that at any moment, whatever
// happens, the file is either the old one or the whole new one.
func (x *Index) WriteFile(name string) (err error) {
	f, err := os.CreateTemp(filepath.Dir(name), "."+filepath.Base(name)+".*")
	if err != nil {
		return fmt.Errorf("related: %w", err)
	}
	defer func() {
		if err != nil {
			f.Close()
			os.Remove(f.Name())
		}
	}()
	if err := f.Chmod(0o644); err != nil {
		return fmt.Errorf("related: %w", err)
	}
	if _, err := x.WriteTo(f); err != nil {
		return err
	}
	if err := f.Sync(); err != nil {
		return fmt.Errorf("related: %w", err)
	}
	if err := f.Close(); err != nil {
		return fmt.Errorf("related: %w", err)
	}
	if err := os.Rename(f.Name(), name); err != nil {
		return fmt.Errorf("related: %w", err)
	}
	return syncDir(filepath.Dir(name))
}

// syncDir makes a rename in a directory last.
func syncDir(name string) error {
	d, err := os.Open(name)
	if err != nil {
		return fmt.Errorf("related: %w", err)
	}
	defer d.Close()
	// Some systems cannot sync a directory; the rename has been done all the same.
	if err := d.Sync(); err != nil && !errors.Is(err, errors.ErrUnsupported) && !errors.Is(err, os.ErrPermission) {
		return fmt.Errorf("related: %w", err)
	}
	return nil
}

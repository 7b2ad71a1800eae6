package related

import (
	"bufio"
	"encoding/binary"
	"encoding/json"
	"errors"
	"fmt"
	"hash/crc32"
	"io"
	"os"
	"path/filepath"
	"slices"
	"sync"
)

// A Store is an [Index] that outlives the process: a snapshot in a folder, and a
// journal of the changes since. A change is in the journal, on disk, before it is
// in the index; one that was cut off by a crash never was.
//
// All methods are safe for concurrent use. A folder can be open once at a time:
// the file related.lock in it is locked, on Unix, until [Store.Close] or the end of
// the process.
type Store struct {
	index *Index
	dir   string
	lock  *os.File

	mu      sync.Mutex
	journal *os.File
	size    int64
	err     error // of the journal: once set, there are no more changes
}

const (
	snapshotName = "related.snapshot"
	journalName  = "related.journal"
	lockName     = "related.lock"
	journalMagic = "toasoan journal\n"

	// entryHead is the size of what stands before an entry of a journal: its length,
	// the checksum of its bytes, and the checksum of these two.
	entryHead = 12

	// journalLimit is the size of the largest entry, in bytes.
	journalLimit = 1 << 30
)

// ErrInUse is wrapped by the error of [OpenStore] for a folder that another Store
// has open, in this process or another.
var ErrInUse = errors.New("related: the folder of the store is in use")

// A change is an entry of a journal.
type change struct {
	Add    []Doc    `json:"add,omitempty"`
	Remove []string `json:"remove,omitempty"`
}

// OpenStore opens the store in a folder, which it makes if need be.
//
// An entry at the end of the journal that is not whole is dropped: it was being
// written when the process ended, and the call that wrote it never returned. If a
// whole entry follows it, the journal is damaged instead: the error wraps
// [ErrFormat], and nothing is changed. Damage to the last entry alone looks like the
// end of a process.
func OpenStore(dir string) (*Store, error) {
	s := &Store{dir: dir}
	if err := s.open(); err != nil {
		if s.lock != nil {
			s.lock.Close()
		}
		return nil, err
	}
	return s, nil
}

func (s *Store) open() (err error) {
	if err := os.MkdirAll(s.dir, 0o755); err != nil {
		return fmt.Errorf("related: %w", err)
	}
	if s.lock, err = os.OpenFile(filepath.Join(s.dir, lockName), os.O_RDWR|os.O_CREATE, 0o644); err != nil {
		return fmt.Errorf("related: %w", err)
	}
	if err := lockFile(s.lock); errors.Is(err, ErrInUse) {
		return fmt.Errorf("%w: %s", err, s.dir)
	} else if err != nil {
		return fmt.Errorf("related: %w", err)
	}
	s.index, err = Open(filepath.Join(s.dir, snapshotName))
	if errors.Is(err, os.ErrNotExist) {
		s.index, err = New(), nil
	}
	if err != nil {
		return err
	}
	f, err := os.OpenFile(filepath.Join(s.dir, journalName), os.O_RDWR|os.O_CREATE, 0o644)
	if err != nil {
		return fmt.Errorf("related: %w", err)
	}
	if err := s.openJournal(f); err != nil {
		f.Close()
		if !errors.Is(err, ErrFormat) {
			err = fmt.Errorf("related: journal: %w", err)
		}
		return err
	}
	s.journal = f
	return nil
}

// openJournal applies the changes of a journal and makes it ready for more.
func (s *Store) openJournal(f *os.File) (err error) {
	if s.size, err = s.replay(f); err != nil {
		return err
	}
	if err := f.Truncate(s.size); err != nil {
		return err
	}
	if _, err := f.Seek(s.size, io.SeekStart); err != nil {
		return err
	}
	if s.size > 0 {
		return nil
	}
	if err := s.startJournal(f); err != nil {
		return err
	}
	return syncDir(s.dir)
}

func (s *Store) startJournal(f *os.File) error {
	if _, err := f.WriteString(journalMagic); err != nil {
		return err
	}
	s.size = int64(len(journalMagic))
	return f.Sync()
}

// replay applies the whole entries of a journal and returns where they end.
func (s *Store) replay(f *os.File) (int64, error) {
	r := bufio.NewReaderSize(f, 1<<16)
	magic := make([]byte, len(journalMagic))
	if n, err := io.ReadFull(r, magic); err != nil && journalMagic[:n] == string(magic[:n]) {
		return 0, nil // empty, or cut off in its first bytes
	} else if string(magic) != journalMagic {
		return 0, fmt.Errorf("%w: %s: no journal", ErrFormat, f.Name())
	}
	at := int64(len(journalMagic))
	// Adding in large steps is cheaper; the order of changes is kept.
	var docs []Doc
	flush := func() error {
		if len(docs) == 0 {
			return nil
		}
		err := s.index.Add(docs...)
		docs = nil
		return err
	}
	for {
		body, ok, err := readEntry(r)
		if err != nil {
			return 0, err
		}
		if !ok {
			break
		}
		var c change
		if err := json.Unmarshal(body, &c); err != nil {
			return 0, fmt.Errorf("%w: %s: entry at %d: %w", ErrFormat, f.Name(), at, err)
		}
		if docs = append(docs, c.Add...); len(c.Remove) > 0 || len(docs) > buildDocs {
			if err := flush(); err != nil {
				return 0, fmt.Errorf("%w: %s: before %d: %w", ErrFormat, f.Name(), at, err)
			}
			s.index.Remove(c.Remove...)
		}
		at += entryHead + int64(len(body))
	}
	if err := flush(); err != nil {
		return 0, fmt.Errorf("%w: %s: before %d: %w", ErrFormat, f.Name(), at, err)
	}
	if whole, err := entryAfter(f, at); err != nil {
		return 0, err
	} else if whole >= 0 {
		return 0, fmt.Errorf("%w: %s: the entry at %d is damaged, and whole ones follow at %d", ErrFormat, f.Name(), at, whole)
	}
	return at, nil
}

// readEntry reads an entry; ok is false if there is no whole one.
func readEntry(r io.Reader) (body []byte, ok bool, err error) {
	var head [entryHead]byte
	if _, err := io.ReadFull(r, head[:]); err != nil {
		return nil, false, notEnd(err)
	}
	n, sound := entrySize(head[:])
	if !sound {
		return nil, false, nil
	}
	if body, err = io.ReadAll(io.LimitReader(r, n)); err != nil {
		return nil, false, err
	}
	return body, int64(len(body)) == n && crc32.Checksum(body, castagnoli) == u32(head[:], 1), nil
}

// entrySize returns the length in the head of an entry, and whether the head is
// sound.
func entrySize(head []byte) (n int64, sound bool) {
	n = int64(u32(head, 0))
	return n, crc32.Checksum(head[:8], castagnoli) == u32(head, 2) && n > 0 && n <= journalLimit
}

// entryAfter returns where the first whole entry after at begins, or -1.
func entryAfter(f *os.File, at int64) (int64, error) {
	const part = 1 << 16
	buf := make([]byte, part+entryHead)
	for from := at + 1; ; from += part {
		n, err := f.ReadAt(buf, from)
		for i := 0; i < part && i+entryHead <= n; i++ {
			if _, sound := entrySize(buf[i:]); !sound {
				continue
			}
			if _, ok, err := readEntry(io.NewSectionReader(f, from+int64(i), 1<<62)); ok || err != nil {
				return from + int64(i), err
			}
		}
		if err != nil {
			return -1, notEnd(err)
		}
	}
}

// notEnd returns err unless it says that the input has ended.
func notEnd(err error) error {
	if err == io.EOF || err == io.ErrUnexpectedEOF {
		return nil
	}
	return err
}

// Index returns the index of s, to be queried. It must be changed only through s.
func (s *Store) Index() *Index { return s.index }

// Add adds documents as [Index.Add] does. When it returns without an error, they
// are on disk. After an error of the disk a store takes no more changes until it is
// opened again; queries go on.
func (s *Store) Add(docs ...Doc) error {
	if _, err := lastByID(docs); err != nil || len(docs) == 0 {
		return err
	}
	// Not every time has a place in JSON; this is all that the index keeps of it.
	docs = slices.Clone(docs)
	for i := range docs {
		docs[i].Published = timeOf(secondsOf(docs[i].Published))
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	if err := s.log(&change{Add: docs}); err != nil {
		return err
	}
	return s.index.Add(docs...)
}

// Remove removes documents and returns how many of them there were. When it returns
// without an error, that is on disk.
func (s *Store) Remove(ids ...string) (int, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	var there []string
	for _, id := range ids {
		if s.index.Has(id) {
			there = append(there, id)
		}
	}
	if len(there) == 0 {
		return 0, nil
	}
	if err := s.log(&change{Remove: there}); err != nil {
		return 0, err
	}
	return s.index.Remove(there...), nil
}

// log writes a change to the journal and the journal to disk.
func (s *Store) log(c *change) error {
	if s.err != nil {
		return s.err
	}
	body, err := json.Marshal(c)
	if err != nil {
		return fmt.Errorf("related: journal: %w", err)
	}
	if len(body) > journalLimit {
		return fmt.Errorf("related: journal: an entry of %d bytes: add fewer documents at once", len(body))
	}
	entry := binary.LittleEndian.AppendUint32(make([]byte, 0, entryHead+len(body)), uint32(len(body)))
	entry = binary.LittleEndian.AppendUint32(entry, crc32.Checksum(body, castagnoli))
	entry = binary.LittleEndian.AppendUint32(entry, crc32.Checksum(entry, castagnoli))
	_, err = s.journal.Write(append(entry, body...))
	if err == nil {
		err = s.journal.Sync()
	}
	if err != nil {
		// What is on disk now is not known. Readers go on; a change has to wait for
		// the store to be opened again.
		s.err = fmt.Errorf("related: journal: %w", err)
		return s.err
	}
	s.size += int64(len(entry) + len(body))
	return nil
}

// JournalSize returns the size of the journal in bytes: what the next OpenStore has
// to read again. Call [Store.Compact] when it has become large.
func (s *Store) JournalSize() int64 {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.size
}

// Compact writes a snapshot and empties the journal. Changes wait, queries do not. A
// crash at any moment leaves either the old snapshot with the journal or the new
// one, with the journal or without: to apply its changes twice comes to the same.
func (s *Store) Compact() error {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.err != nil {
		return s.err
	}
	if err := s.index.WriteFile(filepath.Join(s.dir, snapshotName)); err != nil {
		return err
	}
	err := s.journal.Truncate(0)
	if err == nil {
		_, err = s.journal.Seek(0, io.SeekStart)
	}
	if err == nil {
		err = s.startJournal(s.journal)
	}
	if err != nil {
		s.err = fmt.Errorf("related: journal: %w", err)
	}
	return s.err
}

// Close closes the journal and unlocks the folder. The index can still be queried.
func (s *Store) Close() error {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.journal == nil {
		return nil
	}
	err := errors.Join(s.journal.Close(), s.lock.Close())
	s.journal, s.err = nil, errors.New("related: the store is closed")
	return err
}

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
	"sync"
)

// A Store is an [Index] that outlives the process: a snapshot in a folder, and a
// journal of the changes since. A change is in the journal, on disk, before it is
// in the index; one that was cut off by a crash never was.
//
// All methods are safe for concurrent use. Only one process may have a folder open
// at a time; the Store does not see to that.
type Store struct {
	index *Index
	dir   string

	mu      sync.Mutex
	journal *os.File
	size    int64
	err     error // of the journal: once set, there are no more changes
}

const (
	snapshotName = "related.snapshot"
	journalName  = "related.journal"
	journalMagic = "toasoan journal\n"

	// journalLimit is the size of the largest entry that is read, in bytes.
	journalLimit = 1 << 30
)

// A change is an entry of a journal.
type change struct {
	Add    []Doc    `json:"add,omitempty"`
	Remove []string `json:"remove,omitempty"`
}

// OpenStore opens the store in a folder, which it makes if need be. What follows
// the last whole entry of the journal is dropped: it was being written when the
// process ended.
func OpenStore(dir string) (*Store, error) {
	s := &Store{dir: dir}
	if err := s.open(); err != nil {
		return nil, fmt.Errorf("related: opening a store: %w", err)
	}
	return s, nil
}

func (s *Store) open() (err error) {
	if err := os.MkdirAll(s.dir, 0o755); err != nil {
		return err
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
		return err
	}
	defer func() {
		if err != nil {
			f.Close()
		}
	}()
	if s.size, err = s.replay(f); err != nil {
		return err
	}
	if err := f.Truncate(s.size); err != nil {
		return err
	}
	if _, err := f.Seek(s.size, io.SeekStart); err != nil {
		return err
	}
	s.journal = f
	if s.size == 0 {
		if err := s.startJournal(); err != nil {
			return err
		}
		return syncDir(s.dir)
	}
	return nil
}

func (s *Store) startJournal() error {
	if _, err := s.journal.WriteString(journalMagic); err != nil {
		return err
	}
	s.size = int64(len(journalMagic))
	return s.journal.Sync()
}

// replay applies the whole entries of a journal and returns where they end.
func (s *Store) replay(f *os.File) (int64, error) {
	r := bufio.NewReaderSize(f, 1<<16)
	magic := make([]byte, len(journalMagic))
	if n, err := io.ReadFull(r, magic); err != nil && journalMagic[:n] == string(magic[:n]) {
		return 0, nil // empty, or cut off in its first bytes
	} else if string(magic) != journalMagic {
		return 0, fmt.Errorf("%s: not a journal", f.Name())
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
		var head [8]byte
		if _, err := io.ReadFull(r, head[:]); err != nil {
			break
		}
		n := binary.LittleEndian.Uint32(head[:])
		if n > journalLimit {
			break
		}
		var body []byte
		if b, err := io.ReadAll(io.LimitReader(r, int64(n))); err != nil || len(b) < int(n) {
			break
		} else {
			body = b
		}
		if crc32.Checksum(body, castagnoli) != binary.LittleEndian.Uint32(head[4:]) {
			break
		}
		var c change
		if err := json.Unmarshal(body, &c); err != nil {
			return 0, fmt.Errorf("%s: entry at %d: %w", f.Name(), at, err)
		}
		if docs = append(docs, c.Add...); len(c.Remove) > 0 || len(docs) > buildDocs {
			if err := flush(); err != nil {
				return 0, fmt.Errorf("%s: entry at %d: %w", f.Name(), at, err)
			}
			s.index.Remove(c.Remove...)
		}
		at += int64(len(head)) + int64(n)
	}
	return at, flush()
}

// Index returns the index of s, to be queried. It must be changed only through s.
func (s *Store) Index() *Index { return s.index }

// Add adds documents as [Index.Add] does. When it returns without an error, they
// are on disk.
func (s *Store) Add(docs ...Doc) error {
	if _, err := lastByID(docs); err != nil || len(docs) == 0 {
		return err
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
	entry := binary.LittleEndian.AppendUint32(make([]byte, 0, 8+len(body)), uint32(len(body)))
	entry = binary.LittleEndian.AppendUint32(entry, crc32.Checksum(body, castagnoli))
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
	s.size += int64(8 + len(body))
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
		err = s.startJournal()
	}
	if err != nil {
		s.err = fmt.Errorf("related: journal: %w", err)
	}
	return s.err
}

// Close closes the journal. The index can still be queried.
func (s *Store) Close() error {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.journal == nil {
		return nil
	}
	err := s.journal.Close()
	s.journal, s.err = nil, errors.New("related: the store is closed")
	return err
}

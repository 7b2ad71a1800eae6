package main

import (
	"bufio"
	"bytes"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"iter"
	"os"

	"github.com/toasoan/toasoan/article"
)

// A source is where the articles of the site come from. It can be read as often
// as needed and gives the same articles in the same order, so that nothing but
// the article at hand has to be kept.
type source interface {
	records() iter.Seq[record]

	// publication tells whose articles these are.
	publication() publication

	// media is the folder of pictures and other files that articles name, or nil.
	media() fs.FS
}

// A record is one article of a source, or why there is none.
type record struct {
	article *article.Article
	err     error
	place   string  // such as "news.jsonl:12"
	done    float64 // how much of the source has been read, from 0 to 1
}

// jsonLines is a file that holds one article in JSON on each line.
type jsonLines struct {
	file   string
	name   string // of the publication
	copies fs.FS  // files that articles name; nil means none
	limits article.Limits
}

func (s jsonLines) media() fs.FS { return s.copies }

func (s jsonLines) publication() publication { return publication{name: s.name} }

// records yields an article, or an error, for each line that is not blank. A
// line that is too long is passed over without being held.
func (s jsonLines) records() iter.Seq[record] {
	return func(yield func(record) bool) {
		f, err := os.Open(s.file)
		if err != nil {
			yield(record{err: err, place: s.file})
			return
		}
		defer f.Close()
		size := int64(1)
		if info, err := f.Stat(); err == nil {
			size = max(size, info.Size())
		}
		r := bufio.NewReaderSize(f, 1<<16)
		limits := s.limits.WithDefaults()
		var read int64
		for n := 1; ; n++ {
			line, length, err := readLine(r, limits.Bytes)
			read += length
			rec := record{place: fmt.Sprintf("%s:%d", s.file, n), done: float64(read) / float64(size)}
			switch {
			case errors.Is(err, io.EOF):
				return
			case err != nil:
				rec.err = err
			case len(bytes.TrimSpace(line)) == 0:
				continue
			default:
				rec.article, rec.err = article.Decode(bytes.NewReader(line), &limits)
			}
			if !yield(rec) || err != nil && !errors.Is(err, article.ErrTooLarge) {
				return
			}
		}
	}
}

// readLine returns the next line and the bytes that were read for it. A line of
// more than limit bytes gives article.ErrTooLarge.
func readLine(r *bufio.Reader, limit int64) (line []byte, length int64, err error) {
	for {
		part, err := r.ReadSlice('\n')
		length += int64(len(part))
		if length <= limit {
			line = append(line, part...)
		}
		switch {
		case errors.Is(err, bufio.ErrBufferFull):
			continue
		case errors.Is(err, io.EOF) && length > 0, err == nil:
			if length > limit {
				return nil, length, fmt.Errorf("line of %d bytes: %w", length, article.ErrTooLarge)
			}
			return line, length, nil
		}
		return nil, length, err
	}
}

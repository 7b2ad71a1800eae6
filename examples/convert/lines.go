package main

import (
	"bufio"
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
)

// maxLine bounds one line of input. A longer one is skipped and reported, so
// that memory stays constant.
const maxLine = 16 << 20

// An outLine is one line of the answer.
type outLine struct {
	ID    json.RawMessage `json:"id"`
	Out   any             `json:"out"`
	Notes []outNote       `json:"notes"`
	Err   string          `json:"err"`
}

type outNote struct {
	Code string `json:"code"`
	Path string `json:"path"`
	Text string `json:"text"`
}

// lines converts JSON Lines, one by one.
func (c *converter) lines(r io.Reader, w io.Writer) error {
	in := bufio.NewReaderSize(r, 64<<10)
	out := bufio.NewWriter(w)
	enc := json.NewEncoder(out)
	enc.SetEscapeHTML(false)
	bad, first := 0, 0
	for n := 1; ; n++ {
		line, err := readLine(in)
		if err == io.EOF {
			break
		}
		if err != nil && !errors.Is(err, bufio.ErrTooLong) {
			return fmt.Errorf("line %d: %w", n, err)
		}
		if err == nil && len(bytes.TrimSpace(line)) == 0 {
			continue
		}
		answer := c.line(line, err)
		if answer.Err != "" {
			if bad++; bad == 1 {
				first = n
			}
			answer.Err = fmt.Sprintf("line %d: %s", n, answer.Err)
		}
		if err := enc.Encode(answer); err != nil {
			return err
		}
	}
	if err := out.Flush(); err != nil {
		return err
	}
	if bad > 0 {
		return fmt.Errorf("%d lines could not be converted, the first of them line %d; their err says why", bad, first)
	}
	return nil
}

// line converts one line. err is what reading it gave.
func (c *converter) line(line []byte, err error) outLine {
	answer := outLine{ID: json.RawMessage("null"), Notes: []outNote{}}
	if err != nil {
		answer.Err = fmt.Sprintf("the line is longer than %d bytes", maxLine)
		return answer
	}
	var in map[string]json.RawMessage
	if err := json.Unmarshal(line, &in); err != nil {
		answer.Err = "not a JSON object: " + err.Error()
		return answer
	}
	if id, ok := in["id"]; ok {
		answer.ID = id
	}
	data, err := c.document(in)
	if err != nil {
		answer.Err = err.Error()
		return answer
	}
	out, notes, err := c.convert(data, idText(answer.ID))
	for _, n := range notes {
		answer.Notes = append(answer.Notes, outNote(n))
	}
	switch {
	case err != nil:
		answer.Err = err.Error()
	case c.to == "json" || c.to == "ninjs":
		answer.Out = json.RawMessage(out)
	default:
		answer.Out = string(out)
	}
	return answer
}

// document returns the source text that a line holds.
func (c *converter) document(in map[string]json.RawMessage) ([]byte, error) {
	raw, ok := in[c.field]
	if !ok && c.field == "page" {
		raw, ok = in["html"] // a page is HTML, too
	}
	if !ok {
		return nil, fmt.Errorf("the line has no %q", c.field)
	}
	if c.field == "article" || c.field == "ninjs" {
		return raw, nil
	}
	var s string
	if err := json.Unmarshal(raw, &s); err != nil || raw[0] != '"' { // null would be ""
		return nil, fmt.Errorf("%q is not a string", c.field)
	}
	return []byte(s), nil
}

// idText returns an id as text, a JSON string without its quotes.
func idText(raw json.RawMessage) string {
	var s string
	if json.Unmarshal(raw, &s) == nil {
		return s
	}
	return string(raw)
}

// readLine returns the next line without its end; it is good until the next call.
// Of a line over maxLine nothing is kept, and the error is bufio.ErrTooLong.
func readLine(r *bufio.Reader) ([]byte, error) {
	line, err := r.ReadSlice('\n')
	if err == nil {
		return line[:len(line)-1], nil
	}
	if err == io.EOF && len(line) > 0 {
		return line, nil
	}
	if err != bufio.ErrBufferFull {
		return nil, err
	}
	long := bytes.Clone(line)
	tooLong := false
	for err == bufio.ErrBufferFull {
		line, err = r.ReadSlice('\n')
		if tooLong = tooLong || len(long)+len(line) > maxLine; !tooLong {
			long = append(long, line...)
		}
	}
	switch {
	case err != nil && err != io.EOF:
		return nil, err
	case tooLong:
		return nil, bufio.ErrTooLong
	}
	return bytes.TrimSuffix(long, []byte("\n")), nil
}

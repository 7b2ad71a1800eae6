package main

import (
	"fmt"
	"io"
	"os"
	"strings"
	"time"
)

// A progress is a bar on a terminal that appears when the work takes more than a
// second. On anything but a terminal it writes nothing.
type progress struct {
	w     io.Writer // nil if there is no terminal
	start time.Time
	shown int // in percent, or -1
}

func newProgress(w io.Writer) *progress {
	p := &progress{start: time.Now(), shown: -1}
	if f, ok := w.(*os.File); ok {
		if info, err := f.Stat(); err == nil && info.Mode()&os.ModeCharDevice != 0 {
			p.w = w
		}
	}
	return p
}

// set shows how much of the work has been done, from 0 to 1.
func (p *progress) set(part float64) {
	percent := int(min(max(part, 0), 1) * 100)
	if p.w == nil || percent == p.shown || time.Since(p.start) < time.Second {
		return
	}
	p.shown = percent
	const width = 40
	full := percent * width / 100
	fmt.Fprintf(p.w, "\r[%s%s] %3d %%", strings.Repeat("=", full), strings.Repeat(" ", width-full), percent)
}

// done takes the bar away.
func (p *progress) done() {
	if p.shown >= 0 {
		fmt.Fprintf(p.w, "\r%s\r", strings.Repeat(" ", 50))
	}
}

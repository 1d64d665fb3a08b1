package main

import (
	"bufio"
	"bytes"
	"io"
)

const maxLine = 64 << 20

// lineReader gives the lines of a file one by one and knows whether the last one ended.
type lineReader struct {
	r     *bufio.Reader
	no    int
	ended bool // false once a last line without its line feed was given
}

func (c *container) lines(name string) *lineReader {
	return &lineReader{r: bufio.NewReaderSize(c.open(name), 64<<10), ended: true}
}

// next gives a line without its line feed; the bytes stand until the next call only when copied by the caller.
func (l *lineReader) next() ([]byte, bool) {
	var line []byte
	for {
		part, err := l.r.ReadSlice('\n')
		line = append(line, part...)
		if len(line) > maxLine {
			panic(tooMuch("a line is too long to be checked"))
		}
		if err == bufio.ErrBufferFull {
			continue
		}
		if err == io.EOF && len(line) == 0 {
			return nil, false
		}
		l.no++
		if cut, ok := bytes.CutSuffix(line, []byte{'\n'}); ok {
			return cut, true
		}
		l.ended = false
		return line, true
	}
}

// each reads the lines of an .ndjson file; what cannot be read is a fault and never passed over in silence.
func (a *audit) each(name string, names []string, do func(no int, v *value)) {
	// All but the texts leave something in memory for every line, so that their size has to be bounded.
	if m := a.c.files[name]; m != nil && m.size > maxWhole && name != "texts.ndjson" {
		panic(tooMuch(name + " is too large to be checked"))
	}
	lr := a.c.lines(name)
	for line, ok := lr.next(); ok; line, ok = lr.next() {
		v, err := isStringified(line)
		switch {
		case !lr.ended:
			a.v.fault("lines", "the last line of %s does not end", name)
		case err != nil:
			a.v.fault("lines", "line %d of %s: %v", lr.no, name, err)
		case !v.hasOnly(names...):
			a.v.fault("lines", "line %d of %s has not the names it should have", lr.no, name)
		default:
			do(lr.no, v)
		}
	}
}

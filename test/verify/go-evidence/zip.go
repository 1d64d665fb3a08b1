package main

import (
	"bytes"
	"compress/flate"
	"crypto/sha256"
	"encoding/binary"
	"fmt"
	"hash/crc32"
	"io"
	"os"
	"strings"
)

const (
	headMark  = 0x04034b50
	entryMark = 0x02014b50
	endMark   = 0x06054b50
	maxFile   = 1 << 30
	maxAll    = 4 << 30
	maxWhole  = 256 << 20 // a file that has to be held in memory as one piece
)

// member is one file of the container, as its head and its directory entry say.
type member struct {
	name         string
	method       uint16
	crc          uint32
	packed, size int64
	start        int64
	sha          [32]byte
}

// container reads from the disk each time, so that memory does not grow with the file.
type container struct {
	r     io.ReaderAt
	files map[string]*member
	order []*member
}

// openContainer checks everything the page asks of the zip before a byte of content is believed.
func openContainer(f *os.File) (*container, error) {
	st, err := f.Stat()
	if err != nil {
		return nil, err
	}
	if !st.Mode().IsRegular() {
		return nil, fmt.Errorf("this is not a file")
	}
	c := &container{r: f, files: map[string]*member{}}
	dir, count, dirStart, err := readEnd(f, st.Size())
	if err != nil {
		return nil, err
	}
	if err := c.readDirectory(dir, count, dirStart); err != nil {
		return nil, err
	}
	if err := c.limits(); err != nil {
		return nil, err
	}
	for _, m := range c.order {
		if err := c.measure(m); err != nil {
			return nil, err
		}
	}
	return c, nil
}

// readEnd reads the last 22 bytes and the directory they tell of.
func readEnd(r io.ReaderAt, size int64) ([]byte, int, int64, error) {
	if size < 22 {
		return nil, 0, 0, fmt.Errorf("the file is too short for a zip")
	}
	end := make([]byte, 22)
	if _, err := r.ReadAt(end, size-22); err != nil {
		return nil, 0, 0, err
	}
	le := binary.LittleEndian
	n, dirSize, dirStart := le.Uint16(end[10:]), int64(le.Uint32(end[12:])), int64(le.Uint32(end[16:]))
	if le.Uint32(end) != endMark || le.Uint32(end[4:]) != 0 || le.Uint16(end[8:]) != n || le.Uint16(end[20:]) != 0 {
		return nil, 0, 0, fmt.Errorf("the end of the zip is not of the narrow kind")
	}
	if dirStart+dirSize != size-22 {
		return nil, 0, 0, fmt.Errorf("the directory does not stand just before the end")
	}
	// A directory can hold 65,535 entries with names of 65,535 bytes each; more than this is never honest.
	if dirSize > maxWhole {
		return nil, 0, 0, fmt.Errorf("the directory is too large to be read")
	}
	dir := make([]byte, dirSize)
	if _, err := r.ReadAt(dir, dirStart); err != nil {
		return nil, 0, 0, err
	}
	return dir, int(n), dirStart, nil
}

// readDirectory walks directory and heads together, since they have to be in the same order without a gap.
func (c *container) readDirectory(dir []byte, count int, dirStart int64) error {
	le, at := binary.LittleEndian, int64(0)
	for i := 0; i < count; i++ {
		if len(dir) < 46 || le.Uint32(dir) != entryMark {
			return fmt.Errorf("entry %d of the directory cannot be read", i+1)
		}
		nameLen := int(le.Uint16(dir[28:]))
		if len(dir) < 46+nameLen {
			return fmt.Errorf("entry %d of the directory is cut off", i+1)
		}
		e, name := dir[:46], string(dir[46:46+nameLen])
		dir = dir[46+nameLen:]
		if le.Uint32(e[30:]) != 0 || le.Uint16(e[34:]) != 0 || le.Uint16(e[36:]) != 0 || le.Uint32(e[38:]) != 0 {
			return fmt.Errorf("%q has an extra field, a comment, another disk or attributes", name)
		}
		if int64(le.Uint32(e[42:])) != at {
			return fmt.Errorf("the head of %q does not follow at once", name)
		}
		m, err := c.readHead(e, name, at, dirStart)
		if err != nil {
			return err
		}
		c.files[name], c.order, at = m, append(c.order, m), m.start+m.packed
	}
	if len(dir) != 0 || at != dirStart {
		return fmt.Errorf("there are bytes that belong to no file")
	}
	return nil
}

func (c *container) readHead(e []byte, name string, at, dirStart int64) (*member, error) {
	le, head := binary.LittleEndian, make([]byte, 30+len(name))
	if at+int64(len(head)) > dirStart {
		return nil, fmt.Errorf("the head of %q is cut off", name)
	}
	if _, err := c.r.ReadAt(head, at); err != nil {
		return nil, err
	}
	// Bytes 4 to 28 of the head are bytes 6 to 30 of the entry: version, flags, method, time, sum, sizes, length.
	same := le.Uint32(head) == headMark && bytes.Equal(head[4:28], e[6:30]) && le.Uint16(head[28:]) == 0
	if !same || string(head[30:]) != name {
		return nil, fmt.Errorf("head and directory differ about %q", name)
	}
	m := &member{name: name, method: le.Uint16(e[10:]), crc: le.Uint32(e[16:]), packed: int64(le.Uint32(e[20:])),
		size: int64(le.Uint32(e[24:])), start: at + int64(len(head))}
	if le.Uint16(e[8:]) != 0x0800 || m.method != 0 && m.method != 8 || m.method == 0 && m.packed != m.size {
		return nil, fmt.Errorf("flags, method or sizes of %q are not of the narrow kind", name)
	}
	if !goodName(name) || c.files[name] != nil {
		return nil, fmt.Errorf("the name %q is not allowed or comes twice", name)
	}
	if m.start+m.packed > dirStart {
		return nil, fmt.Errorf("%q is cut off", name)
	}
	return m, nil
}

func goodName(name string) bool {
	for _, part := range strings.Split(name, "/") {
		if part == "" || part[0] == '.' {
			return false
		}
		for i := 0; i < len(part); i++ {
			b := part[i]
			if !isAlnum(b) && b != '.' && b != '_' && b != '@' && b != '-' {
				return false
			}
		}
	}
	return true
}

func isAlnum(b byte) bool {
	return b >= 'A' && b <= 'Z' || b >= 'a' && b <= 'z' || b >= '0' && b <= '9'
}

// limits looks at what is said only, so that a bomb is never opened.
func (c *container) limits() error {
	all := int64(0)
	for _, m := range c.order {
		all += m.size
		if m.size > maxFile || all > maxAll {
			return fmt.Errorf("%q makes the file too large", m.name)
		}
		if m.size > 1<<20 && m.size > 200*m.packed {
			return fmt.Errorf("%q is packed more than 200 times", m.name)
		}
	}
	return nil
}

// measure unpacks a file once, keeps nothing, and notes its hash.
func (c *container) measure(m *member) error {
	packed := &countingReader{r: io.NewSectionReader(c.r, m.start, m.packed)}
	var in io.Reader = packed
	if m.method == 8 {
		in = flate.NewReader(packed)
	}
	sum, sha := crc32.NewIEEE(), sha256.New()
	n, err := io.Copy(io.MultiWriter(sum, sha), io.LimitReader(in, m.size+1))
	if err != nil {
		return fmt.Errorf("%q cannot be unpacked: %v", m.name, err)
	}
	if n != m.size || sum.Sum32() != m.crc || packed.n != m.packed {
		return fmt.Errorf("%q does not unpack to the size and check sum that were said", m.name)
	}
	copy(m.sha[:], sha.Sum(nil))
	return nil
}

// countingReader gives bytes one at a time where asked, so that flate takes none behind the end of its stream.
type countingReader struct {
	r   io.Reader
	n   int64
	buf []byte
	at  []byte
}

func (c *countingReader) fill() error {
	if len(c.at) > 0 {
		return nil
	}
	if c.buf == nil {
		c.buf = make([]byte, 32<<10)
	}
	n, err := c.r.Read(c.buf)
	c.at = c.buf[:n]
	if n > 0 {
		return nil
	}
	if err == nil {
		err = io.ErrNoProgress
	}
	return err
}

func (c *countingReader) Read(p []byte) (int, error) {
	if err := c.fill(); err != nil {
		return 0, err
	}
	n := copy(p, c.at)
	c.at, c.n = c.at[n:], c.n+int64(n)
	return n, nil
}

func (c *countingReader) ReadByte() (byte, error) {
	if err := c.fill(); err != nil {
		return 0, err
	}
	b := c.at[0]
	c.at, c.n = c.at[1:], c.n+1
	return b, nil
}

// open gives the unpacked bytes of a file that measure has seen to be sound.
func (c *container) open(name string) io.Reader {
	m := c.files[name]
	if m == nil {
		return bytes.NewReader(nil)
	}
	in := &countingReader{r: io.NewSectionReader(c.r, m.start, m.packed)}
	if m.method == 8 {
		return flate.NewReader(in)
	}
	return in
}

// whole gives a file in one piece. A file too large for that cannot be checked to its end: code 2.
func (c *container) whole(name string) []byte {
	m := c.files[name]
	if m == nil {
		return nil
	}
	if m.size > maxWhole {
		panic(tooMuch(name + " is too large to be checked"))
	}
	b := make([]byte, m.size)
	if _, err := io.ReadFull(c.open(name), b); err != nil {
		panic(tooMuch(name + " cannot be read again"))
	}
	return b
}

package main

import (
	"bytes"
	"fmt"
	"math"
	"strconv"
	"unicode/utf16"
	"unicode/utf8"
)

const (
	maxDepth = 1000
	maxNodes = 4 << 20
)

type kind byte

const (
	kNull kind = iota
	kBool
	kNumber
	kText
	kArray
	kObject
)

// value is a JSON value; an object keeps the order of its names, since the form of a line depends on it.
type value struct {
	kind kind
	yes  bool
	num  float64
	text string
	keys []string
	list []*value // members of an array, or values of an object beside keys
}

// get gives the member of an object, or nil.
func (v *value) get(name string) *value {
	if v == nil || v.kind != kObject {
		return nil
	}
	for i, k := range v.keys {
		if k == name {
			return v.list[i]
		}
	}
	return nil
}

func (v *value) isText() bool { return v != nil && v.kind == kText }
func (v *value) isNull() bool { return v != nil && v.kind == kNull }

// str is the text of a text, and empty for everything else.
func (v *value) str() string {
	if v.isText() {
		return v.text
	}
	return ""
}

// whole says whether the value is a whole number that ECMAScript holds exactly.
func (v *value) whole() (int64, bool) {
	if v == nil || v.kind != kNumber || v.num != math.Trunc(v.num) || math.Abs(v.num) > 1<<53-1 {
		return 0, false
	}
	return int64(v.num), true
}

// hasOnly says whether an object has just these names, in any order.
func (v *value) hasOnly(names ...string) bool {
	if v == nil || v.kind != kObject || len(v.keys) != len(names) {
		return false
	}
	for _, n := range names {
		if v.get(n) == nil {
			return false
		}
	}
	return true
}

type parser struct {
	in    []byte
	at    int
	nodes int
}

// parseJSON reads one value and nothing behind it. A name that comes twice and half a surrogate pair are errors.
func parseJSON(in []byte) (*value, error) {
	if !utf8.Valid(in) {
		return nil, fmt.Errorf("not UTF-8")
	}
	p := &parser{in: in}
	p.space()
	v, err := p.value(0)
	if err != nil {
		return nil, err
	}
	p.space()
	if p.at != len(in) {
		return nil, fmt.Errorf("something stands behind the JSON value")
	}
	return v, nil
}

func (p *parser) space() {
	for p.at < len(p.in) && bytes.IndexByte([]byte(" \t\r\n"), p.in[p.at]) >= 0 {
		p.at++
	}
}

func (p *parser) peek() byte {
	if p.at < len(p.in) {
		return p.in[p.at]
	}
	return 0
}

func (p *parser) value(depth int) (*value, error) {
	// The page names no limit but asks for one verdict, code 2, on deep or endless values.
	if p.nodes++; depth > maxDepth || p.nodes > maxNodes {
		panic(tooMuch("a JSON value is too deep or has too many parts"))
	}
	switch b := p.peek(); {
	case b == '{':
		return p.object(depth)
	case b == '[':
		return p.array(depth)
	case b == '"':
		s, err := p.string()
		return &value{kind: kText, text: s}, err
	case b == '-' || b >= '0' && b <= '9':
		return p.number()
	}
	for word, v := range map[string]value{"null": {}, "true": {kind: kBool, yes: true}, "false": {kind: kBool}} {
		if bytes.HasPrefix(p.in[p.at:], []byte(word)) {
			p.at += len(word)
			return &v, nil
		}
	}
	return nil, fmt.Errorf("not JSON at byte %d", p.at)
}

func (p *parser) array(depth int) (*value, error) {
	v := &value{kind: kArray}
	p.at++
	for p.space(); p.peek() != ']'; p.space() {
		if len(v.list) > 0 {
			if p.peek() != ',' {
				return nil, fmt.Errorf("no comma at byte %d", p.at)
			}
			p.at++
			p.space()
		}
		m, err := p.value(depth + 1)
		if err != nil {
			return nil, err
		}
		v.list = append(v.list, m)
	}
	p.at++
	return v, nil
}

func (p *parser) object(depth int) (*value, error) {
	v, seen := &value{kind: kObject}, map[string]bool{}
	p.at++
	for p.space(); p.peek() != '}'; p.space() {
		if len(v.list) > 0 {
			if p.peek() != ',' {
				return nil, fmt.Errorf("no comma at byte %d", p.at)
			}
			p.at++
			p.space()
		}
		name, err := p.string()
		if err != nil {
			return nil, err
		}
		if seen[name] {
			return nil, fmt.Errorf("the name %q comes twice", name)
		}
		seen[name] = true
		if p.space(); p.peek() != ':' {
			return nil, fmt.Errorf("no colon at byte %d", p.at)
		}
		p.at++
		p.space()
		m, err := p.value(depth + 1)
		if err != nil {
			return nil, err
		}
		v.keys, v.list = append(v.keys, name), append(v.list, m)
	}
	p.at++
	return v, nil
}

func (p *parser) number() (*value, error) {
	start := p.at
	digits := func() int {
		n := 0
		for p.peek() >= '0' && p.peek() <= '9' {
			p.at++
			n++
		}
		return n
	}
	if p.peek() == '-' {
		p.at++
	}
	zero := p.peek() == '0'
	if n := digits(); n == 0 || zero && n > 1 {
		return nil, fmt.Errorf("not a number at byte %d", start)
	}
	if p.peek() == '.' {
		if p.at++; digits() == 0 {
			return nil, fmt.Errorf("not a number at byte %d", start)
		}
	}
	if b := p.peek(); b == 'e' || b == 'E' {
		if p.at++; p.peek() == '+' || p.peek() == '-' {
			p.at++
		}
		if digits() == 0 {
			return nil, fmt.Errorf("not a number at byte %d", start)
		}
	}
	f, err := strconv.ParseFloat(string(p.in[start:p.at]), 64)
	if err != nil {
		return nil, fmt.Errorf("a number is too large")
	}
	return &value{kind: kNumber, num: f}, nil
}

func (p *parser) string() (string, error) {
	if p.peek() != '"' {
		return "", fmt.Errorf("no text at byte %d", p.at)
	}
	var out []byte
	for p.at++; p.at < len(p.in); p.at++ {
		switch b := p.in[p.at]; {
		case b == '"':
			p.at++
			return string(out), nil
		case b < 0x20:
			return "", fmt.Errorf("a control character in a text")
		case b != '\\':
			out = append(out, b)
		default:
			r, err := p.escape()
			if err != nil {
				return "", err
			}
			out = utf8.AppendRune(out, r)
		}
	}
	return "", fmt.Errorf("a text does not end")
}

// escape reads from the backslash on and leaves the place at the last byte it used.
func (p *parser) escape() (rune, error) {
	p.at++
	if i := bytes.IndexByte([]byte(`"\/bfnrt`), p.peek()); i >= 0 {
		return rune("\"\\/\b\f\n\r\t"[i]), nil
	}
	r, err := p.unit()
	if err != nil || !utf16.IsSurrogate(r) {
		return r, err
	}
	if !bytes.HasPrefix(p.in[p.at+1:], []byte(`\u`)) {
		return 0, fmt.Errorf("half a surrogate pair")
	}
	p.at += 2
	low, err := p.unit()
	if err != nil {
		return 0, err
	}
	if r = utf16.DecodeRune(r, low); r == utf8.RuneError {
		return 0, fmt.Errorf("half a surrogate pair")
	}
	return r, nil
}

func (p *parser) unit() (rune, error) {
	if p.peek() != 'u' || p.at+5 > len(p.in) {
		return 0, fmt.Errorf("an unknown escape")
	}
	n, err := strconv.ParseUint(string(p.in[p.at+1:p.at+5]), 16, 16)
	p.at += 4
	return rune(n), err
}

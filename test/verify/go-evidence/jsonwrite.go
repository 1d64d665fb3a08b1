package main

import (
	"bytes"
	"fmt"
	"sort"
	"strconv"
	"strings"
	"unicode/utf16"
)

// canonical writes RFC 8785.
func canonical(v *value) []byte { return write(nil, v, true) }

// isCanonical reads a text and says whether it is RFC 8785 to the last byte.
func isCanonical(in []byte) (*value, error) {
	v, err := parseJSON(in)
	if err == nil && !bytes.Equal(canonical(v), in) {
		err = fmt.Errorf("not canonical JSON")
	}
	return v, err
}

// isStringified reads a text and says whether JSON.stringify writes it again.
func isStringified(in []byte) (*value, error) {
	v, err := parseJSON(in)
	if err == nil && !bytes.Equal(write(nil, v, false), in) {
		err = fmt.Errorf("not as JSON.stringify writes it")
	}
	return v, err
}

func write(out []byte, v *value, sorted bool) []byte {
	switch v.kind {
	case kNull:
		return append(out, "null"...)
	case kBool:
		return strconv.AppendBool(out, v.yes)
	case kNumber:
		return append(out, number(v.num)...)
	case kText:
		return quote(out, v.text)
	case kArray:
		out = append(out, '[')
		for i, m := range v.list {
			if i > 0 {
				out = append(out, ',')
			}
			out = write(out, m, sorted)
		}
		return append(out, ']')
	}
	order := stringifyOrder(v.keys)
	if sorted {
		sort.Slice(order, func(a, b int) bool { return less16(v.keys[order[a]], v.keys[order[b]]) })
	}
	out = append(out, '{')
	for n, i := range order {
		if n > 0 {
			out = append(out, ',')
		}
		out = append(quote(out, v.keys[i]), ':')
		out = write(out, v.list[i], sorted)
	}
	return append(out, '}')
}

func quote(out []byte, s string) []byte {
	out = append(out, '"')
	for i := 0; i < len(s); i++ {
		switch b := s[i]; {
		case b == '"' || b == '\\':
			out = append(out, '\\', b)
		case b >= 0x20:
			out = append(out, b)
		case strings.IndexByte("\b\t\n\f\r", b) >= 0:
			out = append(out, '\\', "btnfr"[strings.IndexByte("\b\t\n\f\r", b)])
		default:
			out = fmt.Appendf(out, "\\u%04x", b)
		}
	}
	return append(out, '"')
}

// number writes a number as ECMAScript does (Number::toString).
func number(f float64) string {
	if f == 0 {
		return "0"
	}
	s, sign := strconv.FormatFloat(f, 'e', -1, 64), ""
	if s[0] == '-' {
		s, sign = s[1:], "-"
	}
	mant, exp, _ := strings.Cut(s, "e")
	digits := strings.Replace(mant, ".", "", 1)
	e, _ := strconv.Atoi(exp)
	k, n := len(digits), e+1
	switch {
	case n >= k && n <= 21:
		return sign + digits + strings.Repeat("0", n-k)
	case n > 0 && n <= 21:
		return sign + digits[:n] + "." + digits[n:]
	case n > -6 && n <= 0:
		return sign + "0." + strings.Repeat("0", -n) + digits
	}
	if k > 1 {
		digits = digits[:1] + "." + digits[1:]
	}
	return sign + digits + "e" + fmt.Sprintf("%+d", e)
}

// less16 orders texts by their UTF-16 units, as RFC 8785 and the state do.
func less16(a, b string) bool {
	x, y := utf16.Encode([]rune(a)), utf16.Encode([]rune(b))
	for i := 0; i < len(x) && i < len(y); i++ {
		if x[i] != y[i] {
			return x[i] < y[i]
		}
	}
	return len(x) < len(y)
}

// isIndex says whether ECMAScript puts a name before the others, as an index of an array.
func isIndex(name string) (uint64, bool) {
	n, err := strconv.ParseUint(name, 10, 32)
	return n, err == nil && n < 1<<32-1 && strconv.FormatUint(n, 10) == name
}

// stringifyOrder gives the order in which JSON.stringify writes the names of an object it has parsed.
func stringifyOrder(keys []string) []int {
	order := make([]int, len(keys))
	for i := range order {
		order[i] = i
	}
	sort.SliceStable(order, func(a, b int) bool {
		x, xi := isIndex(keys[order[a]])
		y, yi := isIndex(keys[order[b]])
		return xi && (!yi || x < y)
	})
	return order
}

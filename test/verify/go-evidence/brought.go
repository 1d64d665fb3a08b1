package main

import (
	"encoding/hex"
	"fmt"
	"os"
	"regexp"
	"strings"
)

// brought is what the auditor brings along and does not take from the file.
type brought struct {
	keys, witnesses []*key
	kept            []*checkpoint // without a note where only the short form was kept
}

func readBrought(req request) (*brought, error) {
	b := &brought{}
	for _, s := range req.Keys {
		k, err := parseKey(strings.TrimSpace(s))
		if err != nil || k.witness {
			return nil, fmt.Errorf("%q is no key that signs", s)
		}
		b.keys = append(b.keys, k)
	}
	for _, s := range req.Witnesses {
		k, err := parseKey(strings.TrimSpace(s))
		if err != nil || !k.witness {
			return nil, fmt.Errorf("%q is no key of a witness", s)
		}
		b.witnesses = append(b.witnesses, k)
	}
	for _, s := range req.Checkpoints {
		cp, err := readKept(s)
		if err != nil {
			return nil, err
		}
		b.kept = append(b.kept, cp)
	}
	return b, nil
}

// The page never says what the short form looks like. What it needs is a size and a root, in base64 or hexadecimal.
var shortForm = regexp.MustCompile(`^(?:[^\s]+[\s])?([1-9][0-9]*)[\s:,/@]([0-9a-f]{64}|[A-Za-z0-9+/]{43}=)$`)

func readKept(s string) (*checkpoint, error) {
	if m := shortForm.FindStringSubmatch(strings.TrimSpace(s)); m != nil {
		cp := &checkpoint{}
		var ok bool
		if cp.size, ok = sizeAfter(m[1], ""); !ok {
			return nil, fmt.Errorf("%q: the size is too large", s)
		}
		root, err := hex.DecodeString(m[2])
		if len(m[2]) == 44 {
			root, err = unbase64(m[2])
		}
		copy(cp.root[:], root)
		return cp, err
	}
	if !strings.Contains(s, "\n") {
		info, err := os.Stat(s)
		if err != nil || info.Size() > 1<<20 {
			return nil, fmt.Errorf("the kept checkpoint %q cannot be read", s)
		}
		raw, err := os.ReadFile(s)
		if err != nil {
			return nil, err
		}
		if s = string(raw); shortForm.MatchString(strings.TrimSpace(s)) {
			return readKept(s)
		}
	}
	return parseCheckpoint(s)
}

package main

import (
	"encoding/hex"
	"strings"

	"golang.org/x/mod/sumdb/tlog"
)

func hexHash(s string) (h tlog.Hash) {
	b, err := hex.DecodeString(s)
	if err == nil && len(b) == len(h) {
		copy(h[:], b)
	}
	return h
}

// told is what state.txt tells in clear.
type told struct {
	streamLines []string          // of streams and histories, in their order, for the statement
	streams     map[string]string // name to `<seq> <hash>`
	rules       map[string]string // `<id>@<version>` to hash
	histories   map[runOf]string
}

// readState reads the second tree and holds its root against the last checkpoint.
func (a *audit) readState() {
	a.told = &told{streams: map[string]string{}, rules: map[string]string{}, histories: map[runOf]string{}}
	if m := a.c.files["state.txt"]; m != nil && m.size > maxWhole {
		panic(tooMuch("state.txt is too large to be checked"))
	}
	lr, p, before, sound := a.c.lines("state.txt"), peaks{}, "", true
	for raw, ok := lr.next(); ok; raw, ok = lr.next() {
		line := string(raw)
		level, h, isTree := subtree(line)
		if leaf, isLine := strings.CutPrefix(line, "r "); isLine {
			if level, h, isTree = 0, tlog.RecordHash([]byte(leaf)), true; before != "" && !less16(before, leaf) {
				a.v.fault("state", "line %d of state.txt does not ascend", lr.no)
			}
			before = leaf
			a.tellLine(leaf, lr.no)
		}
		if !isTree || !lr.ended {
			a.v.fault("state", "line %d of state.txt cannot be read", lr.no)
			sound = false
		} else if !p.add(level, h) {
			a.v.fault("state", "line %d of state.txt is a subtree where none can stand", lr.no)
			sound = false
		}
	}
	if a.last != nil && (!sound || p.root() != a.last.state) {
		a.v.fault("state", "the root of the state is not the one of the last checkpoint")
	}
}

func (a *audit) tellLine(line string, no int) {
	f := strings.Split(line, " ")
	good := false
	switch {
	case f[0] == "stream" && len(f) == 4:
		_, ok := sizeAfter(f[2], "")
		good = ok && hex64.MatchString(f[3]) && a.belongs(f[1]) && a.told.streams[f[1]] == ""
		a.told.streams[f[1]] = f[2] + " " + f[3]
		a.told.streamLines = append(a.told.streamLines, line)
	case f[0] == "procedure" && len(f) == 3:
		good = hex64.MatchString(f[2]) && strings.Count(f[1], "@") == 1 && a.told.rules[f[1]] == ""
		a.told.rules[f[1]] = f[2]
	case f[0] == "history" && len(f) == 4:
		r := runOf{f[1], f[2]}
		good = hex64.MatchString(f[3]) && a.belongs(f[1]) && a.told.histories[r] == ""
		a.told.histories[r] = f[3]
		a.told.streamLines = append(a.told.streamLines, line)
	}
	if !good {
		a.v.fault("state", "line %d of state.txt tells what is not of the subject, comes twice or cannot be read", no)
	}
}

// checkEnds holds the streams of the entries against what the signed state says of their ends.
func (a *audit) checkEnds() {
	for _, s := range a.order {
		end, ok := a.told.streams[s.name]
		n := len(s.entries)
		if !ok {
			a.v.fault("state", "the state does not tell the stream %s", s.name)
		} else if end != number(float64(n))+" "+s.hash {
			a.v.fault("state", "the stream %s does not end as the state says", s.name)
		}
	}
	for name := range a.told.streams {
		if a.streams[name] == nil {
			a.v.fault("state", "no entry stands in the file of the stream %s, which the state tells", name)
		}
	}
}

package main

import (
	"fmt"
	"strings"
	"time"

	"golang.org/x/mod/sumdb/tlog"
)

type checkpoint struct {
	note         *signedNote
	origin       string
	size         int64
	root, state  tlog.Hash
	rootB64      string
	stateB64     string
	time         time.Time
	attestations *value
}

func parseCheckpoint(raw string) (*checkpoint, error) {
	n, err := parseNote(raw)
	if err != nil {
		return nil, err
	}
	l := strings.Split(n.text, "\n")
	if len(l) != 6 || l[0] == "" {
		return nil, fmt.Errorf("a checkpoint has not its five lines")
	}
	cp := &checkpoint{note: n, origin: l[0], rootB64: l[2], stateB64: strings.TrimPrefix(l[3], "state ")}
	var sizeOK, timeOK bool
	cp.size, sizeOK = sizeAfter(l[1], "")
	cp.time, timeOK = moment(strings.TrimPrefix(l[4], "time "))
	root, err1 := unbase64(l[2])
	state, err2 := unbase64(cp.stateB64)
	if !sizeOK || !timeOK || err1 != nil || err2 != nil || len(root) != 32 || len(state) != 32 ||
		!strings.HasPrefix(l[3], "state ") || !strings.HasPrefix(l[4], "time ") {
		return nil, fmt.Errorf("the lines of a checkpoint are not as they should be")
	}
	copy(cp.root[:], root)
	copy(cp.state[:], state)
	return cp, nil
}

func (a *audit) readCheckpoints() {
	complete := true
	a.each("checkpoints.ndjson", []string{"note", "attestations"}, func(no int, v *value) {
		cp, err := parseCheckpoint(v.get("note").str())
		if err != nil {
			a.v.fault("checkpoints", "line %d of checkpoints.ndjson: %v", no, err)
			complete = false
			return
		}
		if cp.attestations = v.get("attestations"); cp.attestations.kind != kArray {
			a.v.fault("checkpoints", "line %d of checkpoints.ndjson has no list of attestations", no)
		}
		if n := len(a.cps); n > 0 {
			before := a.cps[n-1]
			if cp.size <= before.size {
				a.v.fault("checkpoints", "the size of checkpoint %d does not grow", no)
				complete = false
				return // only growing sizes can be laid along the tree
			}
			if cp.time.Before(before.time) {
				a.v.fault("checkpoints", "the time of checkpoint %d falls", no)
			}
			if cp.origin != before.origin {
				a.v.fault("checkpoints", "checkpoint %d is of another origin", no)
			}
		}
		a.cps = append(a.cps, cp)
	})
	if len(a.cps) == 0 {
		a.v.fault("checkpoints", "there is no checkpoint")
		return
	}
	a.last = a.cps[len(a.cps)-1]
	if !complete {
		a.v.note("not all checkpoints could be read")
	}
	if string(a.c.whole("checkpoint.txt")) != a.last.note.raw {
		a.v.fault("checkpoints", "checkpoint.txt is not the last note")
	}
	if a.man.origin != a.last.origin {
		a.v.fault("manifest", "the origin of the manifest is not that of the last checkpoint")
	}
}

// checkSignatures asks of every checkpoint that a believed key signed it, and that its origin is a signer's name.
func (a *audit) checkSignatures() {
	for _, cp := range a.cps {
		counts := a.signedAt(cp.note, cp.size)
		if !counts && cp.size <= a.keptSize {
			for k := range a.chain {
				truly, _ := cp.note.signedBy(k)
				counts = counts || truly
			}
		}
		if !counts {
			a.v.fault("checkpoints", "no believed key has signed the checkpoint of size %d", cp.size)
		}
		named, all := false, append(append([]*key{}, a.keys...), a.brought.keys...)
		for _, k := range all {
			truly, _ := cp.note.signedBy(k)
			named = named || truly && k.v.Name() == cp.origin
		}
		if !named {
			a.v.fault("checkpoints", "the origin at size %d is not the name of a key that signed", cp.size)
		}
		if name, bad := cp.note.falseLine(all); bad {
			a.v.fault("checkpoints", "a signature of %s at size %d is false", name, cp.size)
		}
	}
}

// compareKept holds the file against what the auditor kept.
func (a *audit) compareKept() {
	for _, k := range a.brought.kept {
		found := false
		for _, cp := range a.cps {
			if cp.size != k.size {
				continue
			}
			found = true
			if k.note != nil && cp.note.text != k.note.text || cp.root != k.root {
				a.v.fault("kept", "the checkpoint of size %d is another one than was kept", k.size)
			}
		}
		switch {
		case found:
		case a.last == nil || k.size > a.last.size:
			a.v.fault("kept", "the file ends before the kept checkpoint of size %d, so nothing can be compared", k.size)
		default:
			a.v.fault("kept", "the kept checkpoint of size %d is not in the file", k.size)
		}
	}
}

func (a *audit) largestKept() *checkpoint {
	var best *checkpoint
	for _, k := range a.brought.kept {
		if k.note != nil && (best == nil || k.size > best.size) {
			best = k
		}
	}
	return best
}

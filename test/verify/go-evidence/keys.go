package main

import (
	"strconv"
	"strings"
)

const maxKeys = 100

// vouch is a note in which a key stands for the next one.
type vouch struct {
	by, key *key
	size    int64
}

// readKeys reads keys.txt and the notes between the keys, which have to be one chain whoever is believed.
func (a *audit) readKeys() {
	lr := a.c.lines("keys.txt")
	byText := map[string]*key{}
	for line, ok := lr.next(); ok; line, ok = lr.next() {
		k, err := parseKey(string(line))
		if err != nil || !lr.ended || lr.no > maxKeys || byText[string(line)] != nil {
			a.v.fault("keys", "line %d of keys.txt is no key, comes twice, does not end, or is one too many", lr.no)
			if lr.no > maxKeys {
				break
			}
			continue
		}
		byText[k.text] = k
		if k.witness {
			a.witnesses = append(a.witnesses, k)
			if lr.no == 1 {
				a.v.fault("keys", "the first key of keys.txt does not sign")
			}
		} else {
			a.keys = append(a.keys, k)
		}
	}
	if len(a.keys) == 0 {
		a.v.fault("keys", "keys.txt holds no key that signs")
	}
	count := 0
	a.each("key-notes.ndjson", []string{"note"}, func(no int, v *value) {
		if count++; count > maxKeys {
			if count == maxKeys+1 {
				a.v.fault("keys", "there are more than %d notes between keys", maxKeys)
			}
			return
		}
		if says := a.readVouch(v.get("note"), byText); says != "" {
			a.v.fault("keys", "line %d of key-notes.ndjson: %s", no, says)
		}
	})
	a.checkChain()
}

func (a *audit) readVouch(v *value, byText map[string]*key) string {
	n, err := parseNote(v.str())
	if err != nil {
		return err.Error()
	}
	lines := strings.Split(n.text, "\n")
	if len(lines) != 6 || lines[0] != "cornerstone key v1" {
		return "it is no note of a key"
	}
	by, key := byText[strings.TrimPrefix(lines[2], "by ")], byText[strings.TrimPrefix(lines[1], "key ")]
	size, sizeOK := sizeAfter(lines[3], "size ")
	fits := strings.HasPrefix(lines[1], "key ") && strings.HasPrefix(lines[2], "by ") && sizeOK &&
		strings.HasPrefix(lines[4], "time ") && isMoment(strings.TrimPrefix(lines[4], "time "))
	switch {
	case !fits:
		return "its lines are not as they should be"
	case by == nil || key == nil || by.witness || key.witness || by == key:
		return "it is not about two signing keys of keys.txt"
	}
	if truly, _ := n.signedBy(by); !truly {
		return "the key that vouches has not signed it"
	}
	a.vouches = append(a.vouches, vouch{by, key, size})
	return ""
}

// sizeAfter reads a decimal number from 1 in its one spelling.
func sizeAfter(line, prefix string) (int64, bool) {
	s, ok := strings.CutPrefix(line, prefix)
	if !ok || !sized.MatchString(s) {
		return 0, false
	}
	n, err := strconv.ParseInt(s, 10, 64)
	return n, err == nil && n <= 1<<53-1
}

// spread follows the notes from some keys on. A key counts from the size in its note, and never from before
// the key that vouches for it counts itself.
func (a *audit) spread(start []*key) map[*key]int64 {
	from := map[*key]int64{}
	for _, k := range start {
		from[k] = 0
	}
	for changed := true; changed; {
		changed = false
		for _, v := range a.vouches {
			base, ok := from[v.by]
			if !ok {
				continue
			}
			size := max(base, v.size)
			if old, had := from[v.key]; !had || size < old {
				from[v.key], changed = size, true
			}
		}
	}
	return from
}

func (a *audit) checkChain() {
	if len(a.keys) == 0 {
		return
	}
	a.chain = a.spread(a.keys[:1])
	for _, k := range a.keys {
		if _, ok := a.chain[k]; !ok {
			a.v.fault("keys", "no note of the chain vouches for %s", k.text)
		}
	}
}

// believe settles which keys are believed: given ones, those of a kept checkpoint, or those of the file.
func (a *audit) believe() {
	switch kept := a.largestKept(); {
	case len(a.brought.keys) > 0:
		a.v.KeysFrom = "given"
		a.trusted = map[*key]int64{}
		for _, k := range a.brought.keys {
			a.trusted[k] = 0
		}
	case kept != nil:
		a.v.KeysFrom, a.keptSize = "kept", kept.size
		var signers []*key
		for _, k := range a.keys {
			if truly, _ := kept.note.signedBy(k); truly {
				signers = append(signers, k)
			}
		}
		if len(signers) == 0 {
			a.v.fault("kept", "no key of the file has signed the kept checkpoint")
		}
		if len(signers) > 1 { // one of the lines may have been added on the way
			a.v.KeysFrom, a.keptSize, a.trusted = "file", 0, a.chain
			return
		}
		a.trusted = a.spread(signers)
	default:
		a.trusted = a.chain
	}
}

// signedAt says whether a key believed at a size has signed.
func (a *audit) signedAt(n *signedNote, size int64) bool {
	for k, from := range a.trusted {
		if truly, _ := n.signedBy(k); truly && from <= size {
			return true
		}
	}
	return false
}

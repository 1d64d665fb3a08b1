package main

import (
	"bytes"

	"golang.org/x/mod/sumdb/tlog"
)

// path reads an audit path of hexadecimal hashes, from the leaf upwards, as tlog keeps it too.
func path(v *value) ([]tlog.Hash, bool) {
	if v == nil || v.kind != kArray {
		return nil, false
	}
	var out []tlog.Hash
	for _, m := range v.list {
		if !hex64.MatchString(m.str()) {
			return nil, false
		}
		out = append(out, hexHash(m.text))
	}
	return out, true
}

func (a *audit) checkProofs() {
	raw := a.c.whole("proofs.json")
	text, ended := bytes.CutSuffix(raw, []byte{'\n'})
	v, err := isStringified(text)
	if !ended || err != nil || !v.hasOnly("size", "inclusion", "consistency") ||
		v.get("inclusion").kind != kArray || v.get("consistency").kind != kArray {
		a.v.fault("proofs", "proofs.json cannot be read")
		return
	}
	if a.last == nil {
		return
	}
	if n, ok := v.get("size").whole(); !ok || n != a.last.size {
		a.v.fault("proofs", "proofs.json is not about the size of the last checkpoint")
	}
	a.checkInclusion(v.get("inclusion"))
	a.checkConsistency(v.get("consistency"))
}

func (a *audit) checkInclusion(list *value) {
	at := map[int64]tlog.Hash{}
	for _, s := range a.order {
		for _, e := range s.entries {
			if e.place >= 0 {
				at[e.place] = e.hash
			}
		}
	}
	proved := map[int64]bool{}
	for _, v := range list.list {
		index, ok := v.get("index").whole()
		p, pathOK := path(v.get("path"))
		hash, ours := at[index]
		if !v.hasOnly("index", "path") || !ok || !pathOK || !ours {
			a.v.fault("proofs", "a proof of inclusion cannot be read or is of no entry of the file")
		} else if !included(a.last, p, index, hash) {
			a.v.fault("proofs", "the proof of inclusion at place %d does not hold", index)
		} else {
			proved[index] = true
		}
	}
	for _, s := range a.order {
		if end := s.entries[len(s.entries)-1]; !proved[end.place] {
			a.v.fault("proofs", "no proof of inclusion for the last entry of %s", s.name)
		}
	}
}

// included says whether an entry stands at a place under a checkpoint.
func included(cp *checkpoint, p tlog.RecordProof, index int64, hash tlog.Hash) bool {
	return index >= 0 && index < cp.size && tlog.CheckRecord(p, cp.size, cp.root, index, tlog.RecordHash(hash[:])) == nil
}

func (a *audit) checkConsistency(list *value) {
	roots, proved := map[int64]tlog.Hash{}, map[int64]bool{}
	for _, cp := range a.cps[:len(a.cps)-1] {
		roots[cp.size] = cp.root
	}
	for _, v := range list.list {
		from, ok := v.get("from").whole()
		p, pathOK := path(v.get("path"))
		root, known := roots[from]
		if !v.hasOnly("from", "path") || !ok || !pathOK || !known || proved[from] {
			a.v.fault("proofs", "a proof of consistency cannot be read, comes twice or is of no checkpoint")
			continue
		}
		proved[from] = true
		if tlog.CheckTree(p, a.last.size, a.last.root, from, root) != nil {
			a.v.fault("proofs", "the proof of consistency from size %d does not hold", from)
		}
	}
	if len(proved) != len(roots) {
		a.v.fault("proofs", "a checkpoint has no proof of consistency")
	}
}

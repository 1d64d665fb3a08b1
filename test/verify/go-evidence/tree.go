package main

import (
	"strconv"
	"strings"

	"golang.org/x/mod/sumdb/tlog"
)

// peaks is a growing tree of RFC 6962: the whole subtrees from the left, the largest first.
type peaks struct {
	size int64
	list []tlog.Hash
	lvl  []int
}

// add lays a whole subtree of 2^level leaves behind what is there; its place has to be one such a subtree can have.
func (p *peaks) add(level int, h tlog.Hash) bool {
	if p.size%(int64(1)<<level) != 0 || p.size > 1<<52 {
		return false
	}
	p.size += int64(1) << level
	for n := len(p.list); n > 0 && p.lvl[n-1] == level; n = len(p.list) {
		h = tlog.NodeHash(p.list[n-1], h)
		p.list, p.lvl = p.list[:n-1], p.lvl[:n-1]
		level++
	}
	p.list, p.lvl = append(p.list, h), append(p.lvl, level)
	return true
}

func (p *peaks) root() tlog.Hash {
	if len(p.list) == 0 {
		h, _ := tlog.TreeHash(0, nil) // the hash of nothing
		return h
	}
	h := p.list[len(p.list)-1]
	for i := len(p.list) - 2; i >= 0; i-- {
		h = tlog.NodeHash(p.list[i], h)
	}
	return h
}

// subtree reads a line `g <level> <hash>`.
func subtree(line string) (int, tlog.Hash, bool) {
	var h tlog.Hash
	l, hash, ok := strings.Cut(strings.TrimPrefix(line, "g "), " ")
	level, err := strconv.Atoi(l)
	if !ok || !strings.HasPrefix(line, "g ") || err != nil || strconv.Itoa(level) != l || level < 0 || level > 49 {
		return 0, h, false
	}
	return level, hexHash(hash), hex64.MatchString(hash)
}

// treeWalk lays the entries and the hashes of others along the log, checkpoint by checkpoint.
type treeWalk struct {
	a      *audit
	lr     *lineReader
	p      peaks
	left   int64 // entries the line `e` still speaks of
	cp     int   // the next checkpoint to be reached
	broken bool
}

func (a *audit) newTree() *treeWalk {
	return &treeWalk{a: a, lr: a.c.lines("tree.txt")}
}

func (t *treeWalk) bad(format string, args ...any) {
	if !t.broken {
		t.a.v.fault("tree", format, args...)
	}
	t.broken = true
}

// lost is for an entry of which not even the hash can be told.
func (t *treeWalk) lost() { t.bad("an entry without a hash has no place in the tree") }

// entry gives the place of the next entry in the log, or -1 where the tree does not tell it.
func (t *treeWalk) entry(hash tlog.Hash) int64 {
	for t.left == 0 && !t.broken {
		if !t.line() {
			t.bad("tree.txt tells of fewer entries than there are")
		}
	}
	if t.broken {
		return -1
	}
	t.left--
	place := t.p.size
	t.lay(0, tlog.RecordHash(hash[:]))
	return place
}

// line reads one line of tree.txt and says whether there was one.
func (t *treeWalk) line() bool {
	raw, ok := t.lr.next()
	if !ok {
		return false
	}
	line := string(raw)
	if n, isCount := sizeAfter(line, "e "); isCount && t.lr.ended {
		t.left = n
		return true
	}
	level, h, isTree := subtree(line)
	if !isTree || !t.lr.ended {
		t.bad("line %d of tree.txt cannot be read", t.lr.no)
		return true
	}
	t.lay(level, h)
	return true
}

func (t *treeWalk) lay(level int, h tlog.Hash) {
	if !t.p.add(level, h) {
		t.bad("a subtree of tree.txt stands where it cannot")
		return
	}
	if t.cp >= len(t.a.cps) {
		return
	}
	switch cp := t.a.cps[t.cp]; {
	case t.p.size > cp.size:
		t.bad("a subtree lies across the checkpoint of size %d", cp.size)
	case t.p.size == cp.size:
		if t.cp++; t.p.root() != cp.root {
			t.a.v.fault("tree", "the root at size %d is not that of the checkpoint", cp.size)
		}
	}
}

func (t *treeWalk) end() {
	for !t.broken && t.left == 0 && t.line() {
	}
	if t.left > 0 {
		t.bad("tree.txt tells of more entries than there are")
	}
	if t.a.last != nil && t.p.size != t.a.last.size {
		t.bad("the leaves of tree.txt are not as many as the last checkpoint says")
	}
}

package main

import (
	"golang.org/x/mod/sumdb/tlog"
)

// audit is the check of one file; what one step learns the next ones use.
type audit struct {
	c       *container
	v       *verdict
	man     *manifest
	brought *brought

	keys, witnesses []*key
	vouches         []vouch
	chain, trusted  map[*key]int64
	keptSize        int64
	cps             []*checkpoint
	last            *checkpoint

	stated   bool // the statement bears a believed signature
	told     *told
	streams  map[string]*stream
	order    []*stream
	texts    map[string]*textRow
	named    map[string]*textUse
	erased   map[string]int64 // person to the last place at which the person was erased
	papers   map[string]bool
	exhibits map[exhibitOf]*exhibit
	handed   map[versionOf]*version
	runs     map[runOf]*run
	versions map[string]bool // rule sets an entry asks for
	newer    map[string]bool // bases shown at an entry the checkpoint does not hold yet
}

// stream is what the entries of the file said of one stream.
type stream struct {
	name    string
	entries []kept
	hash    string // of the last entry, as it is written
}

// kept is what stays in memory of an entry.
type kept struct {
	hash  tlog.Hash
	told  tlog.Hash // over moment, command and payload, which a history tells too
	place int64     // -1 where the tree could not give it one
	run   *run
}

func (a *audit) run() {
	a.streams, a.erased = map[string]*stream{}, map[string]int64{}
	a.texts, a.named = map[string]*textRow{}, map[string]*textUse{}
	a.papers, a.runs, a.versions = map[string]bool{}, map[runOf]*run{}, map[string]bool{}
	a.exhibits = map[exhibitOf]*exhibit{}
	a.checkFiles()
	a.readKeys()
	a.readCheckpoints()
	a.believe()
	a.checkSignatures()
	a.compareKept()
	a.checkAttestations()
	a.readState()
	a.readTexts()
	a.readVersions()
	a.readEntries()
	a.checkEnds()
	a.checkStatement()
	a.checkProofs()
	a.checkErasures()
	a.checkTexts()
	a.checkPapers()
	a.checkRules()
	a.checkHistories()
	a.checkBases()
	a.checkExhibits()
	a.checkVersions()
	a.each("differences.ndjson", []string{"says"}, func(_ int, v *value) {
		a.v.fault("differences", "the installation itself found: %q", v.get("says").str())
	})
}

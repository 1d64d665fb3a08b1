package main

import (
	"encoding/hex"
	"strings"
)

// takePapers holds the papers and scans an entry names against the files.
func (a *audit) takePapers(e *entry) {
	switch e.typ {
	case "document_made":
		files := e.payload.get("files")
		if files == nil || files.kind != kArray {
			a.v.fault("papers", "entry %d of %s names no files", e.seq, e.stream)
			return
		}
		for _, f := range files.list {
			size, ok := f.get("size").whole()
			if !f.hasOnly("kind", "language", "sha256", "size") || !ok || !hex64.MatchString(f.get("sha256").str()) ||
				!f.get("kind").isText() || !f.get("language").isText() {
				a.v.fault("papers", "entry %d of %s names a paper that cannot be told", e.seq, e.stream)
				continue
			}
			a.paper("documents/"+f.get("sha256").text+".pdf", size)
		}
	case "paper_entered":
		a.takeScan(e)
	}
}

// takeScan takes the scan as a hash or as an object that says it; the page shows neither.
func (a *audit) takeScan(e *entry) {
	scan, size := e.payload.get("scan"), int64(-1)
	hash := scan.str()
	if h := scan.get("sha256"); h != nil {
		hash = h.str()
		if n, ok := scan.get("size").whole(); ok {
			size = n
		}
	}
	if !hex64.MatchString(hash) {
		a.v.fault("papers", "entry %d of %s names no scan", e.seq, e.stream)
		return
	}
	found := 0
	for _, suffix := range []string{".pdf", ".png", ".jpg"} {
		if name := "scans/" + hash + suffix; a.c.files[name] != nil {
			a.paper(name, size)
			found++
		}
	}
	if found != 1 {
		a.v.fault("papers", "the scan %s stands %d times in the file", hash, found)
	}
}

func (a *audit) paper(name string, size int64) {
	a.papers[name] = true
	m := a.c.files[name]
	if m == nil {
		a.v.fault("papers", "%s is missing", name)
	} else if !strings.Contains(name, hex.EncodeToString(m.sha[:])) || size >= 0 && m.size != size {
		a.v.fault("papers", "%s has not the hash and size the entry says", name)
	}
}

func (a *audit) checkPapers() {
	for _, m := range a.c.order {
		if (strings.HasPrefix(m.name, "documents/") || strings.HasPrefix(m.name, "scans/")) && !a.papers[m.name] {
			a.v.fault("papers", "nothing names %s", m.name)
		}
	}
}

// checkRules holds the rules in the file against the state and against the entries that ask for them.
func (a *audit) checkRules() {
	for name, hash := range a.told.rules {
		m := a.c.files["procedures/"+name+".json"]
		if m == nil || hex.EncodeToString(m.sha[:]) != hash {
			a.v.fault("rules", "the rules %s are missing or not those the state tells", name)
		}
	}
	for _, m := range a.c.order {
		name, ok := strings.CutPrefix(strings.TrimSuffix(m.name, ".json"), "procedures/")
		if ok && a.told.rules[name] == "" {
			a.v.fault("rules", "the state does not tell the rules %s", name)
		}
	}
	for name := range a.versions {
		if a.told.rules[name] == "" {
			a.v.fault("rules", "an entry follows the rules %q, which the state does not tell", name)
		}
	}
}

package main

import "bytes"

type exhibitOf struct{ base, id string }

// exhibit is what the entries say of one: from the first of them for good, and what later ones have changed.
type exhibit struct {
	stands, moves map[string]*value
}

var (
	ofPayload = []string{"kind", "readers", "classProposed", "stage", "expiresOn"}
	ofFile    = []string{"sha256", "size", "media", "scan", "pages"}
	nothing   = &value{kind: kNull}
)

func orNull(v *value) *value {
	if v == nil {
		return nothing
	}
	return v
}

func text(s string) *value { return &value{kind: kText, text: s} }

// takeExhibit follows what was brought as proof and what became of it.
func (a *audit) takeExhibit(e *entry) {
	of := exhibitOf{e.stream, e.payload.get("exhibit").str()}
	if e.typ == "exhibit_received" {
		x := &exhibit{stands: map[string]*value{"seq": {kind: kNumber, num: float64(e.seq)}}, moves: map[string]*value{
			"status": text("received"), "class": nothing, "code": nothing, "successor": nothing}}
		for _, name := range ofPayload {
			x.stands[name] = orNull(e.payload.get(name))
		}
		for _, name := range ofFile {
			x.stands[name] = orNull(e.payload.get("file").get(name))
		}
		a.exhibits[of] = x
		return
	}
	status := map[string]string{"exhibit_superseded": "superseded", "exhibit_checked": "checked",
		"exhibit_accepted": "accepted", "exhibit_returned": "returned"}[e.typ]
	if status == "" {
		return
	}
	x := a.exhibits[of]
	if x == nil {
		a.v.fault("exhibits", "entry %d of %s is about an exhibit that never came", e.seq, e.stream)
		return
	}
	x.moves["status"] = text(status)
	for typ, name := range map[string]string{"exhibit_superseded": "successor", "exhibit_checked": "class", "exhibit_returned": "code"} {
		if e.typ == typ {
			x.moves[name] = orNull(e.payload.get(name))
		}
	}
}

// checkExhibits holds what was shown of the exhibits against the entries.
func (a *audit) checkExhibits() {
	seen := map[exhibitOf]bool{}
	names := append([]string{"base", "exhibit", "seq", "status", "class", "code", "successor"}, append(ofPayload, ofFile...)...)
	a.each("exhibits.ndjson", names, func(no int, v *value) {
		of := exhibitOf{v.get("base").str(), v.get("exhibit").str()}
		x := a.exhibits[of]
		if seen[of] || x == nil && !a.newer[of.base] {
			a.v.fault("exhibits", "line %d of exhibits.ndjson is of no exhibit of the entries, or comes twice", no)
			return
		}
		seen[of] = true
		if x == nil {
			return // it came after the checkpoint
		}
		a.compareExhibit(of, v, x.stands)
		if !a.newer[of.base] {
			a.compareExhibit(of, v, x.moves)
		}
	})
	for of := range a.exhibits {
		if !seen[of] {
			a.v.fault("exhibits", "the exhibit %s of %s is not in exhibits.ndjson", of.id, of.base)
		}
	}
}

func (a *audit) compareExhibit(of exhibitOf, line *value, said map[string]*value) {
	for name, v := range said {
		if !bytes.Equal(canonical(line.get(name)), canonical(v)) {
			a.v.fault("exhibits", "%s of the exhibit %s of %s is not what the entries say", name, of.id, of.base)
		}
	}
}

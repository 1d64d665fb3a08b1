package main

import (
	"encoding/hex"
	"strings"
)

type runOf struct{ stream, run string }

// run is a run of a workflow that wrote entries or has a history.
type run struct {
	listed, sealed bool
	told           map[int64]bool
}

// checkHistories holds what the histories tell against the entries, and the list of them against the state.
func (a *audit) checkHistories() {
	named := map[string]bool{}
	a.each("histories.ndjson", []string{"stream", "run", "sha256", "events", "sealed"}, func(no int, v *value) {
		of, hash := runOf{v.get("stream").str(), v.get("run").str()}, v.get("sha256").str()
		events, ok := v.get("events").whole()
		if !ok || v.get("sealed").kind != kBool || !hex64.MatchString(hash) || !v.get("run").isText() {
			a.v.fault("histories", "line %d of histories.ndjson cannot be read", no)
			return
		}
		named["histories/"+hash+".binpb"] = true
		s, r := a.streams[of.stream], a.runs[of]
		if s == nil {
			a.v.fault("histories", "line %d of histories.ndjson is of no stream of the entries", no)
			return
		}
		if r == nil {
			r = &run{}
			a.runs[of] = r
		}
		if r.listed {
			a.v.fault("histories", "the run %s of %s is listed twice", of.run, of.stream)
			return
		}
		r.listed, r.sealed = true, v.get("sealed").yes
		a.checkHistory(s, of, r, hash, events)
	})
	for of, r := range a.runs {
		if !r.listed {
			a.v.fault("histories", "the run %s of %s has no history", of.run, of.stream)
		}
	}
	for of := range a.told.histories {
		if r := a.runs[of]; r == nil || !r.listed {
			a.v.fault("histories", "the history of run %s of %s, which the state tells, is not listed", of.run, of.stream)
		}
	}
	for _, m := range a.c.order {
		if strings.HasPrefix(m.name, "histories/") && !named[m.name] {
			a.v.fault("histories", "nothing names %s", m.name)
		}
	}
}

func (a *audit) checkHistory(s *stream, of runOf, r *run, hash string, events int64) {
	name := "histories/" + hash + ".binpb"
	m := a.c.files[name]
	if m == nil || hex.EncodeToString(m.sha[:]) != hash {
		a.v.fault("histories", "%s is missing or has another hash", name)
		return
	}
	if said, ok := a.told.histories[of]; ok {
		if r.sealed = true; said != hash {
			a.v.fault("histories", "the history of run %s is not the one the state tells", of.run)
		}
	}
	r.told = map[int64]bool{}
	count, err := readHistory(a.c.whole(name), func(result *value) { a.checkRecord(s, of, r, result) })
	if err != nil {
		a.v.fault("histories", "the history of run %s cannot be read: %v", of.run, err)
	} else if count != events {
		a.v.fault("histories", "the history of run %s has %d events, not the %d that are said", of.run, count, events)
	}
	for i, e := range s.entries {
		if r.sealed && e.run == r && !r.told[int64(i)+1] {
			a.v.fault("histories", "the sealed history of run %s does not tell entry %d of %s", of.run, i+1, s.name)
		}
	}
	r.told = nil
}

// checkRecord holds one result of the activity `record` against the entries it tells.
func (a *audit) checkRecord(s *stream, of runOf, r *run, result *value) {
	entries := result.get("entries")
	if entries == nil {
		return // an activity that wrote nothing
	}
	for _, v := range entries.list {
		seq, ok := v.get("seq").whole()
		event := v.get("event")
		if !ok || event == nil || !v.get("occurredAt").isText() || !v.get("commandId").isText() {
			a.v.fault("histories", "the history of run %s tells an entry that cannot be read", of.run)
			continue
		}
		if seq < 1 || seq > int64(len(s.entries)) {
			continue // written after the last checkpoint
		}
		r.told[seq] = true
		if toldHash(v.get("occurredAt").text, v.get("commandId").text, event) != s.entries[seq-1].told {
			a.v.fault("histories", "the history of run %s tells entry %d of %s otherwise", of.run, seq, s.name)
		}
	}
}

// checkBases holds what was shown of the bases against the entries, as far as that needs no rules.
func (a *audit) checkBases() {
	rows := map[string]bool{}
	a.newer = map[string]bool{}
	a.each("bases.ndjson", []string{"base", "stage", "status", "closed", "seq", "hash"}, func(no int, v *value) {
		base := v.get("base").str()
		seq, ok := v.get("seq").whole()
		hash := v.get("hash").str()
		if !ok || seq < 0 || !baseID.MatchString(base) || !a.belongs(base) || rows[base] ||
			v.get("closed").kind != kBool || !hex64.MatchString(hash) {
			a.v.fault("bases", "line %d of bases.ndjson is of no base of the subject, comes twice or cannot be read", no)
			return
		}
		rows[base] = true
		s := a.streams[base]
		a.newer[base] = s != nil && seq > int64(len(s.entries))
		// A row may be newer than the checkpoint; only the next file can hold it to account.
		if s != nil && seq <= int64(len(s.entries)) && (seq < 1 || s.entries[seq-1].hash != hexHash(hash)) {
			a.v.fault("bases", "the row of %s is not of its entry %d", base, seq)
		}
	})
	if a.man.kind == "base" && !rows[a.man.subject] {
		a.v.fault("bases", "nothing says what was shown of %s", a.man.subject)
	}
}

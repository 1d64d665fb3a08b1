package main

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"sort"
	"strings"
	"time"

	"golang.org/x/mod/sumdb/tlog"
)

// entry is one entry while it is being looked at.
type entry struct {
	v                                     *value
	hash                                  tlog.Hash
	hashText, stream, typ, run, rules     string
	actor, role, onBehalfOf               *value
	occurredAt, recordedAt, effective, id string
	channel                               string
	seq                                   int64
	recorded                              time.Time
	payload                               *value
	prev                                  string
}

var entryNames = strings.Fields(`actor channel commandId effectiveOn occurredAt onBehalfOf payload prevHash recordedAt role
	rulesVersion schemaVersion seq stream type workflowRun`)

var nought = strings.Repeat("0", 64)

// parseEntry reads the canonical text of an entry and everything about its form.
func parseEntry(text []byte) (*entry, error) {
	v, err := isCanonical(text)
	if err != nil {
		return nil, err
	}
	if !v.hasOnly(entryNames...) {
		return nil, fmt.Errorf("it has not the names of an entry")
	}
	for _, n := range strings.Fields("channel commandId occurredAt prevHash recordedAt rulesVersion stream type workflowRun") {
		if !v.get(n).isText() {
			return nil, fmt.Errorf("%s is not a text", n)
		}
	}
	for _, n := range strings.Fields("actor role onBehalfOf effectiveOn") {
		if !v.get(n).isText() && !v.get(n).isNull() {
			return nil, fmt.Errorf("%s is neither a text nor null", n)
		}
	}
	e := &entry{v: v, hash: sha256.Sum256(text), stream: v.get("stream").text, typ: v.get("type").text,
		run: v.get("workflowRun").text, rules: v.get("rulesVersion").text, actor: v.get("actor"), role: v.get("role"),
		onBehalfOf: v.get("onBehalfOf"), occurredAt: v.get("occurredAt").text, recordedAt: v.get("recordedAt").text,
		effective: v.get("effectiveOn").str(), id: v.get("commandId").text, channel: v.get("channel").text,
		payload: v.get("payload"), prev: v.get("prevHash").text}
	e.hashText = hex.EncodeToString(e.hash[:])
	return e, e.form()
}

func (e *entry) form() error {
	var ok1, ok2, ok3 bool
	var version int64
	e.seq, ok1 = e.v.get("seq").whole()
	version, ok2 = e.v.get("schemaVersion").whole()
	e.recorded, ok3 = moment(e.recordedAt)
	switch {
	case !ok1 || e.seq < 1 || !ok2 || version < 0:
		return fmt.Errorf("seq or schemaVersion is not such a number")
	case !ok3 || !isMoment(e.occurredAt):
		return fmt.Errorf("occurredAt or recordedAt is not a moment")
	case e.payload.kind != kObject || e.payload.get("type").str() != e.typ || !e.payload.get("type").isText():
		return fmt.Errorf("the payload does not say the type of the entry")
	case !hex64.MatchString(e.prev):
		return fmt.Errorf("prevHash is not a hash")
	}
	if by := e.payload.get("by"); by.get("person") != nil {
		if !same(by.get("person"), e.actor) || by.get("role") == nil || !same(by.get("role"), e.role) {
			return fmt.Errorf("by is not the actor and the role")
		}
	}
	return nil
}

func same(a, b *value) bool { return string(canonical(a)) == string(canonical(b)) }

// readEntries walks entries, tree and table side by side, so that none of them has to stand in memory.
func (a *audit) readEntries() {
	tree, table := a.newTree(), a.newTable()
	lr := a.c.lines("entries.ndjson")
	for line, ok := lr.next(); ok; line, ok = lr.next() {
		hash, text, found := strings.Cut(string(line), " ")
		if !found || !hex64.MatchString(hash) || !lr.ended {
			a.v.fault("entries", "line %d of entries.ndjson cannot be read or does not end", lr.no)
			tree.lost()
			continue
		}
		e, err := parseEntry([]byte(text))
		if e == nil {
			a.v.fault("entries", "line %d of entries.ndjson: %v", lr.no, err)
			h := sha256.Sum256([]byte(text))
			tree.entry(h)
			continue
		}
		if err != nil {
			a.v.fault("entries", "line %d of entries.ndjson: %v", lr.no, err)
		}
		if e.hashText != hash {
			a.v.fault("entries", "the hash of line %d is not that of its text", lr.no)
		}
		place := tree.entry(e.hash)
		a.checkTime(e, place)
		table.row(e, place)
		a.takeEntry(e, place)
	}
	tree.end()
	table.end()
	a.checkStreams()
}

// takeEntry puts an entry into its stream and remembers what others have to fit.
func (a *audit) takeEntry(e *entry, place int64) {
	s := a.streams[e.stream]
	if s == nil {
		s = &stream{name: e.stream, hash: nought}
		a.streams[e.stream], a.order = s, append(a.order, s)
		if !a.belongs(e.stream) {
			a.v.fault("entries", "the stream %q does not belong to the subject", e.stream)
		}
	}
	if e.seq != int64(len(s.entries))+1 || e.prev != s.hash {
		a.v.fault("entries", "entry %d of %s does not follow the one before", e.seq, e.stream)
	}
	s.hash = e.hashText
	r := a.runs[runOf{e.stream, e.run}]
	if r == nil {
		r = &run{}
		a.runs[runOf{e.stream, e.run}] = r
	}
	s.entries = append(s.entries, kept{e.hash, toldHash(e.occurredAt, e.id, e.payload), place, r})
	a.takeTexts(e, place)
	a.takePapers(e)
	a.takeExhibit(e)
	a.takeVersion(e)
	a.versions[e.rules] = true
	switch e.typ {
	case "person_erased":
		a.takeErased(e, place)
	case "stage_entered":
		p, r := e.payload.get("procedure"), e.payload.get("rulesVersion")
		if !p.isText() || !r.isText() {
			a.v.fault("rules", "entry %d of %s does not say its procedure and rules", e.seq, e.stream)
		} else {
			a.versions[p.text+"@"+r.text] = true
		}
	}
}

func (a *audit) takeErased(e *entry, place int64) {
	if p := e.payload.get("person"); p.isText() && place >= 0 {
		if old, had := a.erased[p.text]; !had || place > old {
			a.erased[p.text] = place
		}
	}
}

// toldHash stands for what a history has to repeat of an entry.
func toldHash(occurredAt, command string, payload *value) tlog.Hash {
	v := &value{kind: kArray, list: []*value{{kind: kText, text: occurredAt}, {kind: kText, text: command}, payload}}
	return sha256.Sum256(canonical(v))
}

const slack = 5 * time.Minute

// checkTime holds recordedAt between the checkpoint before and the first that holds the entry.
func (a *audit) checkTime(e *entry, place int64) {
	if place < 0 || e.recorded.IsZero() {
		return
	}
	i := sort.Search(len(a.cps), func(i int) bool { return a.cps[i].size > place })
	late := i < len(a.cps) && e.recorded.After(a.cps[i].time.Add(slack))
	early := i > 0 && e.recorded.Before(a.cps[i-1].time.Add(-slack))
	if late || early {
		a.v.fault("times", "recordedAt of entry %d of %s does not lie between its checkpoints", e.seq, e.stream)
	}
}

// checkStreams holds the manifest's list of streams against the entries.
func (a *audit) checkStreams() {
	var names []string
	for n := range a.streams {
		names = append(names, n)
	}
	sort.Slice(names, func(i, j int) bool { return less16(names[i], names[j]) })
	if strings.Join(names, "\n") != strings.Join(a.man.streams, "\n") || len(names) != len(a.man.streams) {
		a.v.fault("manifest", "the streams of the manifest are not those of the entries")
	}
}

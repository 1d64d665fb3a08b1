package main

import (
	"encoding/hex"
	"regexp"
	"strings"
	"time"
)

type manifest struct {
	kind, subject, origin string
	streams               []string
	files                 map[string]string
	raw                   []byte
}

var (
	programmeID = regexp.MustCompile(`^[A-Za-z0-9]+$`)
	baseID      = regexp.MustCompile(`^[A-Za-z0-9]+(-[A-Za-z0-9]+)+$`)
	hex64       = regexp.MustCompile(`^[0-9a-f]{64}$`)
	sized       = regexp.MustCompile(`^[1-9][0-9]{0,15}$`)
)

// isMoment accepts only the one spelling of a moment, on a day that exists.
func isMoment(s string) bool {
	_, ok := moment(s)
	return ok
}

func moment(s string) (time.Time, bool) {
	const form = "2006-01-02T15:04:05.000Z"
	t, err := time.Parse(form, s)
	return t, err == nil && t.Format(form) == s
}

// readManifest ends the check (false) where the page says code 2.
func (a *audit) readManifest() bool {
	if a.c.files["manifest.json"] == nil {
		a.v.fatal("manifest", "there is no manifest.json")
		return false
	}
	raw := a.c.whole("manifest.json")
	text, ended := strings.CutSuffix(string(raw), "\n")
	m, err := isCanonical([]byte(text))
	if !ended || err != nil {
		a.v.fatal("manifest", "manifest.json is not canonical JSON and a line feed")
		return false
	}
	if !m.hasOnly("format", "kind", "subject", "origin", "madeAt", "streams", "files") {
		a.v.fatal("manifest", "the manifest has not the names it should have")
		return false
	}
	a.man = &manifest{kind: m.get("kind").str(), subject: m.get("subject").str(), origin: m.get("origin").str(),
		files: map[string]string{}, raw: raw}
	if n, ok := m.get("format").whole(); !ok || n != 3 {
		a.v.fatal("manifest", "the form is not 3")
		return false
	}
	fits := a.man.kind == "programme" && programmeID.MatchString(a.man.subject) ||
		a.man.kind == "base" && baseID.MatchString(a.man.subject)
	if !fits {
		a.v.fatal("manifest", "kind and subject do not fit together")
		return false
	}
	if !a.manifestLists(m) {
		a.v.fatal("manifest", "the manifest holds values of the wrong kind")
		return false
	}
	if !isMoment(m.get("madeAt").str()) {
		a.v.fault("manifest", "madeAt is not a moment")
	}
	return true
}

func (a *audit) manifestLists(m *value) bool {
	streams, files := m.get("streams"), m.get("files")
	if streams.kind != kArray || files.kind != kObject || !m.get("origin").isText() || !m.get("madeAt").isText() {
		return false
	}
	for _, s := range streams.list {
		if !s.isText() {
			return false
		}
		a.man.streams = append(a.man.streams, s.text)
	}
	for i, name := range files.keys {
		if !files.list[i].isText() {
			return false
		}
		a.man.files[name] = files.list[i].text
	}
	return true
}

// belongs says whether a stream is of the subject; the manifest's own list decides nothing.
func (a *audit) belongs(stream string) bool {
	return stream == a.man.subject || a.man.kind == "programme" && strings.HasPrefix(stream, a.man.subject+"-")
}

var fixedFiles = strings.Fields(`manifest.json statement.txt entries.ndjson tree.txt state.txt checkpoints.ndjson
	checkpoint.txt keys.txt key-notes.ndjson proofs.json texts.ndjson text-versions.ndjson erasures.ndjson histories.ndjson bases.ndjson exhibits.ndjson
	entries.csv exceptions.csv differences.ndjson README.txt report.en.pdf report.zh-CN.pdf verify-evidence.mjs`)

var variableFile = regexp.MustCompile(
	`^(procedures/[^/@]+@[^/@]+\.json|documents/[0-9a-f]{64}\.pdf|scans/[0-9a-f]{64}\.(pdf|png|jpg)|histories/[0-9a-f]{64}\.binpb)$`)

// checkFiles compares what is there with what has to be there and with the manifest.
func (a *audit) checkFiles() {
	fixed := map[string]bool{}
	for _, name := range fixedFiles {
		fixed[name] = true
		if a.c.files[name] == nil {
			a.v.fault("files", "%s is missing", name)
		}
	}
	for _, m := range a.c.order {
		if !fixed[m.name] && !variableFile.MatchString(m.name) {
			a.v.fault("files", "%s does not belong into an evidence file", m.name)
		}
		if m.name == "manifest.json" || m.name == "statement.txt" {
			continue
		}
		if said, ok := a.man.files[m.name]; !ok {
			a.v.fault("files", "the manifest does not name %s", m.name)
		} else if said != hex.EncodeToString(m.sha[:]) {
			a.v.fault("files", "%s is not the file the manifest names", m.name)
		}
	}
	for name := range a.man.files {
		if a.c.files[name] == nil || name == "manifest.json" || name == "statement.txt" {
			a.v.fault("files", "the manifest names %s, which is not there or must not be named", name)
		}
	}
}

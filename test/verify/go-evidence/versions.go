package main

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
)

type versionOf struct{ base, hash string }

// version is what the words of a version of the text give; sections by id, then by language.
type version struct {
	sound    bool
	named    bool
	sections map[string]*value
}

// readVersions reads the versions of the texts that both sides made.
func (a *audit) readVersions() {
	a.handed = map[versionOf]*version{}
	a.each("text-versions.ndjson", []string{"base", "hash", "body"}, func(no int, v *value) {
		of := versionOf{v.get("base").str(), v.get("hash").str()}
		if a.handed[of] != nil {
			a.v.fault("texts", "line %d of text-versions.ndjson comes twice", no)
			return
		}
		x := &version{sections: map[string]*value{}}
		a.handed[of] = x
		x.sound = v.get("body").isText() && x.read(v.get("body").text, of.hash)
		if !x.sound {
			a.v.fault("texts", "the words of the version in line %d of text-versions.ndjson do not give its hash", no)
		}
	})
}

func (x *version) read(body, hash string) bool {
	v, err := isCanonical([]byte(body))
	if err != nil || !v.hasOnly("model", "languages", "clauses") || !v.get("model").hasOnly("id", "version") {
		return false
	}
	told := &value{kind: kArray}
	for _, clause := range v.get("clauses").list {
		if clause.kind != kArray || len(clause.list) != 2 || !clause.list[0].isText() || clause.list[1].kind != kObject {
			return false
		}
		id, words := clause.list[0], clause.list[1]
		hashes := &value{kind: kObject}
		for i, language := range words.keys {
			if !isSection(words.list[i]) {
				return false
			}
			sum := sha256.Sum256(canonical(words.list[i]))
			hashes.keys = append(hashes.keys, language)
			hashes.list = append(hashes.list, text(hex.EncodeToString(sum[:])))
		}
		if x.sections[id.text] != nil {
			return false
		}
		x.sections[id.text] = hashes
		told.list = append(told.list, &value{kind: kArray, list: []*value{id, hashes}})
	}
	whole := &value{kind: kObject, keys: []string{"model", "languages", "clauses"},
		list: []*value{v.get("model"), v.get("languages"), told}}
	sum := sha256.Sum256(canonical(whole))
	return hex.EncodeToString(sum[:]) == hash
}

func isSection(v *value) bool {
	if !v.hasOnly("id", "heading", "paragraphs") {
		return false
	}
	for _, p := range v.get("paragraphs").list {
		if !p.hasOnly("id", "text", "rows") {
			return false
		}
	}
	return true
}

// takeVersion holds what an entry says of a version against its words.
func (a *audit) takeVersion(e *entry) {
	if e.typ != "text_handed_over" {
		return
	}
	x := a.handed[versionOf{e.stream, e.payload.get("hash").str()}]
	if x == nil {
		a.v.fault("texts", "the version that entry %d of %s hands over is not in text-versions.ndjson", e.seq, e.stream)
		return
	}
	x.named = true
	changed := e.payload.get("changed")
	if !x.sound || changed == nil {
		return
	}
	for i, id := range changed.keys {
		is := x.sections[id]
		if is == nil || !bytes.Equal(canonical(is), canonical(changed.list[i].get("hashes"))) {
			a.v.fault("texts", "entry %d of %s says another section %s than its version has", e.seq, e.stream, id)
		}
	}
}

// checkVersions finds versions that no entry hands over.
func (a *audit) checkVersions() {
	for of, x := range a.handed {
		if !x.named {
			a.v.fault("texts", "no entry hands over the version %s of %s", of.hash, of.base)
		}
	}
}

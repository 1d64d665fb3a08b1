package main

import (
	"crypto/sha256"
	"encoding/hex"
)

// textRow is a line of texts.ndjson: the words themselves need not stay in memory, their hash does.
type textRow struct {
	author, stream, hash string
	erased, fits         bool
}

// textUse is what the entries say of a text.
type textUse struct {
	hash         string
	last         int64 // the last place that names it
	authored     bool  // an entry that names it names the author too
	inItsStream  bool
	withoutPlace bool
}

func (a *audit) readTexts() {
	a.each("texts.ndjson", []string{"id", "stream", "author", "salt", "body"}, func(no int, v *value) {
		id, salt, body := v.get("id"), v.get("salt"), v.get("body")
		if !id.isText() || !v.get("stream").isText() || !v.get("author").isText() || a.texts[id.text] != nil {
			a.v.fault("texts", "line %d of texts.ndjson has no id, stream or author, or comes twice", no)
			return
		}
		row := &textRow{author: v.get("author").text, stream: v.get("stream").text}
		switch {
		case salt.isText() && body.isText():
			h := sha256.Sum256([]byte(salt.text + "\n" + body.text))
			row.hash, row.fits = hex.EncodeToString(h[:]), true
		case salt.isNull() && body.isNull():
			row.erased, row.fits = true, true
		default:
			a.v.fault("texts", "salt and body of the text %s are neither words nor erased", id.text)
		}
		a.texts[id.text] = row
	})
}

// takeTexts finds the texts an entry names, at any depth of its payload.
func (a *audit) takeTexts(e *entry, place int64) {
	var walk func(v *value)
	walk = func(v *value) {
		if id, hash := v.get("id"), v.get("hash"); id.isText() && hash.isText() {
			a.useText(e, id.text, hash.text, place)
		}
		for _, m := range v.list {
			walk(m)
		}
	}
	walk(e.payload)
}

func (a *audit) useText(e *entry, id, hash string, place int64) {
	u := a.named[id]
	if u == nil {
		u = &textUse{hash: hash, last: place}
		a.named[id] = u
	}
	if u.hash != hash {
		a.v.fault("texts", "the text %s is named under two hashes", id)
	}
	u.last, u.withoutPlace = max(u.last, place), u.withoutPlace || place < 0
	if row := a.texts[id]; row != nil {
		u.inItsStream = u.inItsStream || row.stream == e.stream
		u.authored = u.authored || e.actor.str() == row.author || e.onBehalfOf.str() == row.author || holds(e.payload, row.author)
	}
}

// holds says whether a text stands anywhere in a value.
func holds(v *value, text string) bool {
	if v.isText() && v.text == text {
		return true
	}
	for _, m := range v.list {
		if holds(m, text) {
			return true
		}
	}
	return false
}

// checkErasures reads the erasures of other streams, each proved to stand in the log.
func (a *audit) checkErasures() {
	seen := map[int64]bool{}
	a.each("erasures.ndjson", []string{"index", "path", "entry"}, func(no int, v *value) {
		index, ok := v.get("index").whole()
		p, pathOK := path(v.get("path"))
		e, err := parseEntry([]byte(v.get("entry").str()))
		switch {
		case !ok || !pathOK || err != nil || e.typ != "person_erased" || seen[index]:
			a.v.fault("texts", "line %d of erasures.ndjson is no erasure or comes twice", no)
		case a.belongs(e.stream):
			a.v.fault("texts", "line %d of erasures.ndjson is of a stream that belongs to the subject", no)
		case a.last == nil || !included(a.last, p, index, e.hash):
			a.v.fault("texts", "line %d of erasures.ndjson is not proved to stand in the log", no)
		default:
			seen[index] = true
			a.checkTime(e, index)
			a.takeErased(e, index)
		}
	})
}

func (a *audit) checkTexts() {
	for id, u := range a.named {
		row := a.texts[id]
		switch {
		case row == nil:
			a.v.fault("texts", "the text %s is missing", id)
		case !row.erased && row.fits && row.hash != u.hash:
			a.v.fault("texts", "the words of %s are not those that were written", id)
		case row.erased:
			place, ok := a.erased[row.author]
			if !ok || place <= u.last || u.withoutPlace {
				a.v.fault("texts", "the words of %s are gone, and no later entry erased %s", id, row.author)
			} else if !u.authored {
				a.v.fault("texts", "no entry that names the text %s names its author %s", id, row.author)
			}
		}
		if row != nil && !u.inItsStream {
			a.v.fault("texts", "the text %s is said to be of a stream that does not name it", id)
		}
	}
	for id := range a.texts {
		if a.named[id] == nil {
			a.v.fault("texts", "no entry names the text %s", id)
		}
	}
}

package main

import (
	"encoding/binary"
	"strings"
	"time"
)

// seen is what a known witness has cosigned at most.
type seen struct {
	size    int64
	seconds uint64
}

// checkAttestations looks at what outsiders added. None of it makes a checkpoint believed, and none of it is a fault: whoever may add
// attestations could spoil a file with one. Only a witness the auditor demands has to have cosigned the last checkpoint.
func (a *audit) checkAttestations() {
	known := append(append([]*key{}, a.witnesses...), a.brought.witnesses...)
	largest, untrue, unknown, stamps := map[string]seen{}, 0, 0, 0
	look := func(cp *checkpoint, name string, raw []byte, isAdded bool) {
		switch claimed, truly := a.cosigned(cp, known, name, raw, largest); {
		case claimed && !truly:
			untrue++
		case !claimed && isAdded:
			unknown++
		}
	}
	for _, cp := range a.cps {
		for _, s := range cp.note.sigs {
			raw, err := unbase64(s.Base64)
			if err == nil {
				look(cp, s.Name, raw, false)
			}
		}
		for _, at := range cp.attestations.list {
			name, body := at.get("name"), at.get("body")
			if !at.hasOnly("kind", "name", "body") || !name.isText() || !body.isText() {
				a.v.fault("attestations", "an attestation at size %d has not its three texts", cp.size)
				continue
			}
			switch at.get("kind").str() {
			case "cosignature":
				if who, raw, ok := cosignatureBytes(name.text, body.text); ok {
					look(cp, who, raw, true)
				} else {
					unknown++
				}
			case "rfc3161":
				stamps++
			default:
				a.v.fault("attestations", "an attestation at size %d is of an unknown kind", cp.size)
			}
		}
	}
	if unknown+stamps > 0 {
		a.v.note("%d cosignatures of unknown keys passed over, %d time stamps NOT checked; they prove nothing here", unknown, stamps)
	}
	if untrue > 0 {
		a.v.note("%d cosignatures are not those of the key they name and count for nothing", untrue)
	}
	a.tellWitnesses(known, largest)
}

func (a *audit) tellWitnesses(known []*key, largest map[string]seen) {
	for _, k := range known {
		if s, ok := largest[k.text]; ok {
			a.v.note("witness %s has cosigned up to size %d at %s", k.text, s.size,
				time.Unix(int64(s.seconds), 0).UTC().Format(time.RFC3339))
		}
	}
	for _, k := range a.brought.witnesses {
		if a.last == nil || largest[k.text].size != a.last.size {
			a.v.fault("attestations", "the last checkpoint bears no true cosignature of %s", k.text)
		}
	}
}

// cosigned says whether a signature names a known witness, and whether it is truly of that witness.
func (a *audit) cosigned(cp *checkpoint, known []*key, name string, raw []byte, largest map[string]seen) (claimed, truly bool) {
	for _, k := range known {
		if k.v.Name() != name || k.v.KeyHash() != binary.BigEndian.Uint32(raw) {
			continue
		}
		claimed = true
		if k.v.Verify([]byte(cp.note.text), raw[4:]) {
			truly = true
			seconds, _ := cosignedAt(raw[4:])
			largest[k.text] = seen{cp.size, seconds}
		}
	}
	return claimed, truly
}

// cosignatureBytes takes the whole line, with or without its line feed, which says itself whose it is, or the base64 alone.
func cosignatureBytes(name, body string) (string, []byte, bool) {
	body = strings.TrimSuffix(body, "\n")
	if line, ok := strings.CutPrefix(body, "— "); ok {
		var found bool
		if name, body, found = strings.Cut(line, " "); !found {
			return "", nil, false
		}
	}
	raw, err := unbase64(body)
	return name, raw, err == nil && len(raw) >= 5
}

package main

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"io"
	"strings"
)

// checkStatement builds the statement that follows from the file and holds the signed one against it.
func (a *audit) checkStatement() {
	n, err := parseNote(string(a.c.whole("statement.txt")))
	if err != nil {
		a.v.fault("statement", "the statement is no note")
		return
	}
	if a.last == nil {
		a.v.fault("statement", "there is no checkpoint for the statement")
		return
	}
	if a.stated = a.signedAt(n, a.last.size); !a.stated {
		a.v.fault("statement", "no believed key has signed the statement")
	}
	if name, bad := n.falseLine(append(append([]*key{}, a.keys...), a.brought.keys...)); bad {
		a.v.fault("statement", "a signature of %s below the statement is false", name)
	}
	sum := sha256.New()
	for _, cp := range a.cps {
		io.WriteString(sum, cp.note.text)
	}
	man := sha256.Sum256(a.man.raw)
	want := []string{"cornerstone evidence v1", "subject " + a.man.kind + " " + a.man.subject, "origin " + a.last.origin,
		fmt.Sprint("size ", a.last.size), "root " + a.last.rootB64, "state " + a.last.stateB64,
		fmt.Sprintf("checkpoints %d %x", len(a.cps), sum.Sum(nil)), fmt.Sprintf("manifest %x", man), "verifier ", "time "}
	want = append(append(want, a.told.streamLines...), "")
	a.compareStatement(want, strings.Split(n.text, "\n"))
}

func (a *audit) compareStatement(want, got []string) {
	if len(want) != len(got) {
		a.v.fault("statement", "the statement has %d lines, not the %d that follow from the file", len(got)-1, len(want)-1)
	}
	for i := 0; i < len(want) && i < len(got); i++ {
		switch want[i] {
		case "verifier ":
			a.checkVerifier(strings.TrimPrefix(got[i], "verifier "), strings.HasPrefix(got[i], "verifier "))
		case "time ":
			if s, ok := strings.CutPrefix(got[i], "time "); !ok || !isMoment(s) {
				a.v.fault("statement", "the statement has no moment")
			}
		default:
			if want[i] != got[i] {
				a.v.fault("statement", "line %d of the statement does not follow from the file", i+1)
			}
		}
	}
}

func (a *audit) checkVerifier(said string, ok bool) {
	if !ok || !hex64.MatchString(said) {
		a.v.fault("statement", "the statement names no verifier")
		return
	}
	if a.stated { // what nobody believed has signed would only mislead
		a.v.note("the verifier that was signed for has the fingerprint %s", said)
	}
	if m := a.c.files["verify-evidence.mjs"]; m != nil && hex.EncodeToString(m.sha[:]) != said {
		a.v.fault("verifier", "verify-evidence.mjs is not the verifier that was signed for: do not run it")
	}
}

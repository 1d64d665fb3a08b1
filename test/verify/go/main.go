// Checks what Cornerstone signs and proves with golang.org/x/mod/sumdb/{note,tlog}, which nobody here wrote.
//
//	auditor check   < evidence.json   says "ok" or what does not hold, a line each
//	auditor roots   < seeds.json      the root over n records of a seed, computed by tlog
//	auditor vectors                   answers of its own, for machines without Go
package main

import (
	"crypto/sha256"
	"encoding/base64"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"os"
	"strconv"
	"strings"

	"golang.org/x/mod/sumdb/note"
	"golang.org/x/mod/sumdb/tlog"
)

type inclusion struct {
	Index  int64    `json:"index"`
	Record string   `json:"record"`
	Path   []string `json:"path"`
}

type consistency struct {
	From int64    `json:"from"`
	Path []string `json:"path"`
}

type evidence struct {
	Keys        []string      `json:"keys"`
	Notes       []string      `json:"notes"`
	Inclusion   []inclusion   `json:"inclusion"`
	Consistency []consistency `json:"consistency"`
}

type tree struct {
	size int64
	root tlog.Hash
}

func main() {
	switch os.Args[1] {
	case "check":
		var given evidence
		must(json.NewDecoder(os.Stdin).Decode(&given))
		for _, line := range check(given) {
			fmt.Println(line)
		}
	case "roots":
		var sizes []int64
		must(json.NewDecoder(os.Stdin).Decode(&sizes))
		for _, size := range sizes {
			fmt.Println(rootOf(size, hashesOf(size)))
		}
	case "vectors":
		must(json.NewEncoder(os.Stdout).Encode(vectors()))
	}
}

func check(given evidence) []string {
	var wrong []string
	say := func(format string, about ...any) { wrong = append(wrong, fmt.Sprintf(format, about...)) }
	var verifiers []note.Verifier
	for _, key := range given.Keys {
		verifier, err := note.NewVerifier(key)
		must(err)
		verifiers = append(verifiers, verifier)
	}
	trees := map[int64]tree{}
	var last tree
	for _, text := range given.Notes {
		opened, err := note.Open([]byte(text), note.VerifierList(verifiers...))
		if err != nil {
			say("note: %v", err)
			continue
		}
		last = treeOf(opened.Text)
		trees[last.size] = last
	}
	for _, proof := range given.Inclusion {
		record, err := hex.DecodeString(proof.Record)
		must(err)
		leaf := tlog.RecordHash(record)
		if err := tlog.CheckRecord(hashes(proof.Path), last.size, last.root, proof.Index, leaf); err != nil {
			say("inclusion of %d: %v", proof.Index, err)
		}
	}
	for _, proof := range given.Consistency {
		from, known := trees[proof.From]
		if !known {
			say("consistency from %d: no such checkpoint", proof.From)
			continue
		}
		if err := tlog.CheckTree(hashes(proof.Path), last.size, last.root, from.size, from.root); err != nil {
			say("consistency from %d: %v", proof.From, err)
		}
	}
	if len(wrong) == 0 {
		return []string{"ok"}
	}
	return wrong
}

// The first three lines of a checkpoint (C2SP tlog-checkpoint): origin, size, root.
func treeOf(text string) tree {
	lines := strings.Split(text, "\n")
	size, err := strconv.ParseInt(lines[1], 10, 64)
	must(err)
	root, err := base64.StdEncoding.DecodeString(lines[2])
	must(err)
	return tree{size: size, root: tlog.Hash(root)}
}

func hashes(path []string) []tlog.Hash {
	var found []tlog.Hash
	for _, one := range path {
		bytes, err := hex.DecodeString(one)
		must(err)
		found = append(found, tlog.Hash(bytes))
	}
	return found
}

// Record i is the SHA-256 of "record i", as an entry's hash would be.
func hashesOf(size int64) []tlog.Hash {
	var stored []tlog.Hash
	reader := tlog.HashReaderFunc(func(indexes []int64) ([]tlog.Hash, error) {
		var found []tlog.Hash
		for _, index := range indexes {
			found = append(found, stored[index])
		}
		return found, nil
	})
	for i := int64(0); i < size; i++ {
		record := sha256.Sum256([]byte(fmt.Sprintf("record %d", i)))
		more, err := tlog.StoredHashes(i, record[:], reader)
		must(err)
		stored = append(stored, more...)
	}
	return stored
}

func readerOf(stored []tlog.Hash) tlog.HashReader {
	return tlog.HashReaderFunc(func(indexes []int64) ([]tlog.Hash, error) {
		var found []tlog.Hash
		for _, index := range indexes {
			found = append(found, stored[index])
		}
		return found, nil
	})
}

func rootOf(size int64, stored []tlog.Hash) string {
	root, err := tlog.TreeHash(size, readerOf(stored))
	must(err)
	return hex.EncodeToString(root[:])
}

type vector struct {
	Size        int64         `json:"size"`
	Root        string        `json:"root"`
	Inclusion   []inclusion   `json:"inclusion"`
	Consistency []consistency `json:"consistency"`
}

func vectors() any {
	var found []vector
	for _, size := range []int64{1, 2, 3, 7, 8, 9, 100, 255, 256, 257, 1000} {
		stored := hashesOf(size)
		one := vector{Size: size, Root: rootOf(size, stored)}
		for _, index := range []int64{0, size / 3, size - 1} {
			path, err := tlog.ProveRecord(size, index, readerOf(stored))
			must(err)
			one.Inclusion = append(one.Inclusion, inclusion{Index: index, Path: texts(path)})
		}
		for _, from := range []int64{1, size/2 + 1, size} {
			path, err := tlog.ProveTree(size, from, readerOf(stored))
			must(err)
			one.Consistency = append(one.Consistency, consistency{From: from, Path: texts(path)})
		}
		found = append(found, one)
	}
	text := "example.org/gasme\n7\n" + base64.StdEncoding.EncodeToString(make([]byte, 32)) +
		"\nstate " + base64.StdEncoding.EncodeToString(make([]byte, 32)) + "\ntime 2027-03-01T08:00:00.000Z\n"
	// A key for this test alone: it signs nothing else.
	skey, vkey, err := note.GenerateKey(nil, "example.org/gasme")
	must(err)
	signer, err := note.NewSigner(skey)
	must(err)
	signed, err := note.Sign(&note.Note{Text: text}, signer)
	must(err)
	return map[string]any{"trees": found, "note": string(signed), "verifierKey": vkey, "signerKey": skey}
}

func texts(path []tlog.Hash) []string {
	found := []string{}
	for _, one := range path {
		found = append(found, hex.EncodeToString(one[:]))
	}
	return found
}

func must(err error) {
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(2)
	}
}

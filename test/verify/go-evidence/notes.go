package main

import (
	"crypto/ed25519"
	"crypto/sha256"
	"encoding/base64"
	"encoding/binary"
	"errors"
	"fmt"
	"strings"
	"unicode/utf8"

	"golang.org/x/mod/sumdb/note"
)

// unbase64 takes base64 with its padding and in no other spelling; the library alone is more lenient.
func unbase64(s string) ([]byte, error) {
	b, err := base64.StdEncoding.DecodeString(s)
	if err == nil && base64.StdEncoding.EncodeToString(b) != s {
		err = errors.New("another spelling of base64")
	}
	return b, err
}

// key is told apart by its whole text, since the id is short enough to be met by search.
type key struct {
	text    string
	witness bool
	v       note.Verifier
	pub     ed25519.PublicKey
}

func parseKey(text string) (*key, error) {
	parts := strings.Split(text, "+")
	if len(parts) < 3 {
		return nil, fmt.Errorf("%q is not a key", text)
	}
	b64 := strings.Join(parts[2:], "+") // base64 may hold a plus itself
	raw, err := unbase64(b64)
	if err != nil || len(raw) != 33 || raw[0] != 1 && raw[0] != 4 || parts[1] != strings.ToLower(parts[1]) {
		return nil, fmt.Errorf("%q is not a key", text)
	}
	k := &key{text: text, witness: raw[0] == 4, pub: raw[1:]}
	if !k.witness {
		k.v, err = note.NewVerifier(text)
		return k, err
	}
	k.v, err = newWitness(parts[0], parts[1], raw)
	return k, err
}

// witness is the note.Verifier of a cosigner, which the library does not bring.
type witness struct {
	name string
	id   uint32
	pub  ed25519.PublicKey
}

func newWitness(name, id string, raw []byte) (*witness, error) {
	sum := sha256.Sum256(append([]byte(name+"\n"), raw...))
	if fmt.Sprintf("%x", sum[:4]) != id || !goodKeyName(name) {
		return nil, fmt.Errorf("the id of the witness %q does not fit", name)
	}
	return &witness{name: name, id: binary.BigEndian.Uint32(sum[:4]), pub: raw[1:]}, nil
}

func goodKeyName(name string) bool {
	return name != "" && utf8.ValidString(name) && len(strings.Fields(name)) == 1 && strings.Fields(name)[0] == name
}

func (w *witness) Name() string    { return w.name }
func (w *witness) KeyHash() uint32 { return w.id }

func (w *witness) Verify(msg, sig []byte) bool {
	seconds, ok := cosignedAt(sig)
	return ok && ed25519.Verify(w.pub, fmt.Appendf(nil, "cosignature/v1\ntime %d\n%s", seconds, msg), sig[8:])
}

// lastSecond is the last of the year 9999.
const lastSecond = 253402300799

func cosignedAt(sig []byte) (uint64, bool) {
	if len(sig) != 72 {
		return 0, false
	}
	s := binary.BigEndian.Uint64(sig)
	return s, s != 0 && s <= lastSecond
}

// signedNote is a note whose form fits; who signed it is asked key by key.
type signedNote struct {
	raw, text string
	sigs      []note.Signature
}

// parseNote lets the library read the note with no known key, so that every line comes back unverified.
func parseNote(raw string) (*signedNote, error) {
	_, err := note.Open([]byte(raw), note.VerifierList())
	var un *note.UnverifiedNoteError
	if !errors.As(err, &un) {
		return nil, fmt.Errorf("a note cannot be read")
	}
	for _, s := range un.Note.UnverifiedSigs {
		if _, err := unbase64(s.Base64); err != nil {
			return nil, fmt.Errorf("a note cannot be read: %v", err)
		}
	}
	return &signedNote{raw: raw, text: un.Note.Text, sigs: un.Note.UnverifiedSigs}, nil
}

// signedBy says whether a key has truly signed, and whether any line bears its name and id.
func (n *signedNote) signedBy(k *key) (truly, claimed bool) {
	for _, s := range n.sigs {
		if s.Name != k.v.Name() || s.Hash != k.v.KeyHash() {
			continue
		}
		claimed = true
		if raw, err := unbase64(s.Base64); err == nil && k.v.Verify([]byte(n.text), raw[4:]) {
			truly = true
		}
	}
	return truly, claimed
}

// falseLine finds lines that bear name and id of a known key, none of which made them. Several keys can share
// an id, so a line is false only when every key it may be of disowns it.
func (n *signedNote) falseLine(keys []*key) (string, bool) {
	for _, s := range n.sigs {
		known, good := false, false
		raw, err := unbase64(s.Base64)
		for _, k := range keys {
			if s.Name == k.v.Name() && s.Hash == k.v.KeyHash() {
				known = true
				good = good || err == nil && k.v.Verify([]byte(n.text), raw[4:])
			}
		}
		if known && !good {
			return s.Name, true
		}
	}
	return "", false
}

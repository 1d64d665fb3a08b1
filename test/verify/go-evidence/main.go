// Command verifier checks an evidence file of form 2, written from the page that describes the form and nothing else.
package main

import (
	"encoding/json"
	"fmt"
	"io"
	"os"
	"runtime/debug"
	"strings"
)

// request is one file and what the auditor brings along.
type request struct {
	File        string   `json:"file"`
	Checkpoints []string `json:"checkpoints"`
	Keys        []string `json:"keys"`
	Witnesses   []string `json:"witnesses"`
}

func main() {
	debug.SetMemoryLimit(2 << 30)
	if len(os.Args) == 2 && os.Args[1] == "--batch" {
		os.Exit(batch(os.Stdin, os.Stdout))
	}
	req, err := arguments(os.Args[1:])
	if err != nil {
		fmt.Println("used wrongly:", err)
		fmt.Println("usage: verifier FILE.zip [--checkpoint FILE-or-short-form]... [--key KEY]... [--witness KEY]...")
		os.Exit(2)
	}
	v := verify(req)
	printVerdict(v)
	os.Exit(v.Code)
}

func arguments(args []string) (request, error) {
	var req request
	for i := 0; i < len(args); i++ {
		lists := map[string]*[]string{"--checkpoint": &req.Checkpoints, "--key": &req.Keys, "--witness": &req.Witnesses}
		switch list := lists[args[i]]; {
		case list != nil && i+1 < len(args):
			i++
			*list = append(*list, args[i])
		case list != nil || strings.HasPrefix(args[i], "--"):
			return req, fmt.Errorf("%s is unknown or lacks its value", args[i])
		case req.File != "":
			return req, fmt.Errorf("more than one file")
		default:
			req.File = args[i]
		}
	}
	if req.File == "" {
		return req, fmt.Errorf("no file")
	}
	return req, nil
}

func batch(in io.Reader, out io.Writer) int {
	var reqs []request
	if err := json.NewDecoder(in).Decode(&reqs); err != nil {
		fmt.Fprintln(os.Stderr, "used wrongly:", err)
		return 2
	}
	res := make([]*verdict, 0, len(reqs))
	for _, r := range reqs {
		res = append(res, verify(r))
	}
	if err := json.NewEncoder(out).Encode(res); err != nil {
		return 2
	}
	return 0
}

// verify never ends without a verdict, whatever the file holds.
func verify(req request) (v *verdict) {
	v = &verdict{Checks: []string{}, KeysFrom: "file"}
	defer func() {
		if r := recover(); r != nil {
			if t, ok := r.(tooMuch); ok {
				v.fatal("limits", "%s", string(t))
			} else {
				v.fatal("limits", "the program could not go on: %v", r)
			}
		}
	}()
	brought, err := readBrought(req)
	if err != nil {
		v.fatal("usage", "%v", err)
		return v
	}
	f, err := os.Open(req.File)
	if err != nil {
		v.fatal("container", "%v", err)
		return v
	}
	defer f.Close()
	c, err := openContainer(f)
	if err != nil {
		v.fatal("container", "%v", err)
		return v
	}
	a := &audit{c: c, v: v, brought: brought}
	if a.readManifest() {
		a.run()
	}
	return v
}

func printVerdict(v *verdict) {
	switch v.Code {
	case 0:
		fmt.Println("sound: everything fits")
	case 1:
		fmt.Println("NOT sound:", v.First)
	default:
		fmt.Println("no evidence file that could be checked:", v.First)
	}
	says := map[string]string{"given": "was given", "kept": "came with a kept checkpoint", "file": "came from the file itself, which so vouches for itself"}
	fmt.Println("the believed key", says[v.KeysFrom])
	for _, n := range v.notes {
		fmt.Println(n)
	}
	for i, s := range v.all {
		if i > 0 {
			fmt.Println("also:", s)
		}
	}
}

package main

import "fmt"

// tooMuch is thrown where a file cannot be checked to its end; it becomes code 2 and never leaves the program.
type tooMuch string

// verdict gathers what does not fit. Only the first sentences are kept, since a file can hold millions of faults.
type verdict struct {
	Code     int      `json:"code"`
	Checks   []string `json:"checks"`
	First    string   `json:"first"`
	KeysFrom string   `json:"keysFrom"`
	all      []string
	notes    []string
}

func (v *verdict) fault(check, format string, args ...any) {
	if v.Code == 0 {
		v.Code = 1
	}
	v.add(check, fmt.Sprintf(format, args...))
}

// fatal is for what ends with code 2, whatever was found before.
func (v *verdict) fatal(check, format string, args ...any) {
	v.Code = 2
	v.add(check, fmt.Sprintf(format, args...))
}

func (v *verdict) add(check, says string) {
	if len(says) > 500 {
		says = says[:500]
	}
	if v.First == "" {
		v.First = check + ": " + says
	}
	if len(v.all) < 200 {
		v.all = append(v.all, check+": "+says)
	}
	for _, c := range v.Checks {
		if c == check {
			return
		}
	}
	v.Checks = append(v.Checks, check)
}

// note is something the verdict tells that is no fault.
func (v *verdict) note(format string, args ...any) {
	v.notes = append(v.notes, fmt.Sprintf(format, args...))
}

package main

import (
	"bufio"
	"bytes"
	"io"
	"strings"
)

const tableHead = "place,stream,seq,occurred_at,recorded_at,effective_on,type,step,option,code,person,role,on_behalf_of,channel,rules,command,hash"

// tableWalk writes entries.csv anew and compares it on the way.
type tableWalk struct {
	a      *audit
	r      *bufio.Reader
	broken bool
}

func (a *audit) newTable() *tableWalk {
	t := &tableWalk{a: a, r: bufio.NewReaderSize(a.c.open("entries.csv"), 64<<10)}
	t.expect([]byte(tableHead + "\r\n"))
	return t
}

func (t *tableWalk) bad(says string) {
	if !t.broken {
		t.a.v.fault("tables", "%s", says)
	}
	t.broken = true
}

func (t *tableWalk) expect(row []byte) {
	if t.broken {
		return
	}
	got := make([]byte, len(row))
	if _, err := io.ReadFull(t.r, got); err != nil || !bytes.Equal(got, row) {
		t.bad("entries.csv is not the table of the entries")
	}
}

func (t *tableWalk) row(e *entry, place int64) {
	if place < 0 {
		t.bad("entries.csv cannot be compared, since an entry has no place")
		return
	}
	p := e.payload
	cells := []string{number(float64(place)), cell(e.stream), number(float64(e.seq)), cell(e.occurredAt), cell(e.recordedAt),
		cell(e.effective), cell(e.typ), cell(p.get("step").str()), cell(p.get("option").str()), cell(p.get("code").str()),
		cell(e.actor.str()), cell(e.role.str()), cell(e.onBehalfOf.str()), cell(e.channel), cell(e.rules), cell(e.id),
		cell(e.hashText)}
	t.expect([]byte(strings.Join(cells, ",") + "\r\n"))
}

func (t *tableWalk) end() {
	if _, err := t.r.ReadByte(); err != io.EOF {
		t.bad("entries.csv goes on behind the last entry")
	}
}

// cell keeps a program for tables from taking a text for a formula, then quotes as RFC 4180 does.
func cell(s string) string {
	if s != "" && strings.IndexByte("=+-@\t\r", s[0]) >= 0 {
		s = "'" + s
	}
	if strings.ContainsAny(s, ",\"\n\r") {
		s = `"` + strings.ReplaceAll(s, `"`, `""`) + `"`
	}
	return s
}
